"""What the rooms hand to each other: articles, sections, claims, labels.

Everything here is a frozen dataclass of the standard library. Offsets are Unicode code points into the text
exactly as stored, end exclusive: ``text[start:end] == quote``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Literal

Comparator = Literal["=", ">", ">=", "<", "<=", "~", "range"]
"""What the words said of a number: CLAIMS.md's table of bounds."""

Field = Literal["text", "title"]
"""Which of an article's two strings a span points into."""

ENGLISH = "en"
"""The language that articles are read in unless told otherwise, by its ISO 639-1 code."""


class ClaimType(StrEnum):
    """The kinds of claim that extraction knows."""

    VIEW_COUNT = "view_count"
    CASUALTY = "casualty"
    MEMBERSHIP = "membership"
    DATE = "date"


class SectionKind(StrEnum):
    """Whose words a stretch of an article's text is."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    FURNITURE = "furniture"


FOREIGN_SECTIONS = frozenset({SectionKind.TEASER, SectionKind.FURNITURE})
"""Sections that are not the article's own words: their claims stay out of queues and scores."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of ``Article.text`` in one voice; an article's sections tile its text without gap or overlap."""

    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dating:
    """One statement of when an article was published, kept as it was found.

    ``source`` is one of ``option``, ``record``, ``meta``, ``json-ld``, ``byline`` (what a page shows its readers),
    ``dateline``, ``url``, ``text``. ``raw`` is the words found, with their hour and zone; ``day`` is the calendar day
    that they name, by the clock that they are told by.
    """

    source: str
    raw: str
    day: date


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: the day that its weekdays resolve against, and how sure that is.

    ``day`` is that of the outlet's own calendar: where ``raw`` is told in UTC, it may be the day before or after.
    ``raw`` keeps the hour and the zone where the source gave them. ``inferred`` is true where only the text itself
    said so. ``others`` are the statements that name another day, in UTC or for good.
    """

    day: date
    raw: str
    source: str
    inferred: bool
    others: tuple[Dating, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as read: its bytes' hash, its exact text, and whose words each stretch is.

    ``sha256`` is of the raw bytes of the file or record, in hex: the article's identity.
    ``source_id`` is the id that the record gave, else the file's path below the folder that was named.
    ``source`` says where it was read, for people: a file, with the line behind a colon in a record file.
    ``encoding_source`` is ``bom``, ``declared``, ``utf-8`` or ``cp1252`` (the last is a guess, and flagged).
    """

    sha256: str
    source_id: str
    source: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: Published | None = None
    sections: tuple[Section, ...] = ()
    encoding: str = "utf-8"
    encoding_source: str = "utf-8"
    media_type: str = "text/plain"
    metadata: Mapping[str, Any] = field(default_factory=dict)
    flags: tuple[str, ...] = ()

    def string(self, name: Field) -> str:
        """The string that spans of this field point into; empty where the article has no title apart."""
        return self.text if name == "text" else self.title or ""


@dataclass(frozen=True, slots=True)
class Reject:
    """A file or record that could not become an article, and why."""

    source: str
    reason: str
    line: int | None = None


TOLL_EFFECTS = ("killed", "injured", "missing", "displaced", "captured")
"""What an article's toll counts, in the order in which it is shown."""

CERTAINTIES = ("confirmed", "reported", "claimed", "estimated", "feared", "disputed")
"""How sure the words around a figure are, the surest first; plain assertion says none of them.

``confirmed`` by somebody, ``reported`` at second hand, ``claimed`` by a side, ``estimated``, ``feared`` to be so,
``disputed`` or denied by somebody.
"""

ROLES = ("civilian", "child", "police", "military", "aid_worker", "journalist", "official", "perpetrator")
"""What those harmed were, where their noun says it."""


@dataclass(frozen=True, slots=True)
class ViewCount:
    """How many viewed, or otherwise took in or backed, a published thing; ``of`` names the thing where said.

    ``platform`` is where it was published, ``as_of`` the TIMEX3 value of the time at which the figure held, ``per``
    the unit of time of a rate ("day"), ``certainty`` how sure the words are (``CERTAINTIES``); each ``None`` where
    nothing says it. Values that differ in these alone are equal, since they give the same figure.
    """

    metric: str
    low: float | None
    high: float | None
    comparator: Comparator
    of: str | None = None
    platform: str | None = field(default=None, compare=False)
    as_of: str | None = field(default=None, compare=False)
    per: str | None = field(default=None, compare=False)
    certainty: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Casualty:
    """How many people were killed or harmed; ``who`` names them where said.

    ``role`` is what they were (``ROLES``), ``includes_perpetrator`` whether those who did it are counted in (``yes``
    or ``no``; ``None`` where nothing tells). ``part_of`` is the span, in the claim's own string, of the total that
    this is a part of. ``place`` and ``when`` (a TIMEX3 value) are those of the event where its sentence says them.
    ``scope`` is ``event``, ``cumulative`` (over a time or a series) or ``other`` (another event than the article's),
    ``certainty`` how sure the words are (``CERTAINTIES``). Values that differ in these alone are equal, since they
    give the same figure.
    """

    effect: str
    low: float | None
    high: float | None
    comparator: Comparator
    who: str | None = None
    role: str | None = field(default=None, compare=False)
    includes_perpetrator: str | None = field(default=None, compare=False)
    part_of: tuple[int, int] | None = field(default=None, compare=False)
    place: str | None = field(default=None, compare=False)
    when: str | None = field(default=None, compare=False)
    scope: str | None = field(default=None, compare=False)
    certainty: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Member:
    """A named member of a group with the span of the name alone.

    In a corrected value the span is empty, at 0, where an annotator wrote a name that does not stand near the claim.
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Membership:
    """Who belongs to a group; ``stated_count`` is the number said of it, ``None`` where none is."""

    group: str
    relation: str
    stated_count: float | None
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What a date dates, as short words drawn from the text: "the plant closed", "vote on the budget".

    ``start`` and ``end`` are the span of the head verb or noun in the claim's own string.
    """

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateValue:
    """A calendar expression resolved.

    ``timex`` is the TIMEX3 value; ``start`` and ``end`` are the first and last day that it covers, inclusive,
    ``None`` where it has none. ``anchor`` is the ISO date that a relative expression was resolved against.
    ``event`` is what happened then, ``None`` where the text does not surely say it; ``range`` are the first and last
    day of the stretch of which the expression is one end ("from Monday to Friday"). Values that differ in these alone
    are equal, since they name the same date.
    """

    timex: str
    timex_type: str
    start: date | None
    end: date | None
    granularity: str | None
    mod: str | None = None
    anchor: str | None = None
    event: Event | None = field(default=None, compare=False)
    range: tuple[date, date] | None = field(default=None, compare=False)


Value = ViewCount | Casualty | Membership | DateValue


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words a claim is: the speaker as written, and the name it stands for.

    ``surface`` is the speaker's words in the text ("the Kremlin", "he"), ``start`` and ``end`` their span;
    ``resolved`` the name that they stand for, ``None`` where unsure; ``cue`` the verb or phrase ("said",
    "according to", "tweeted"); ``confidence`` is ``high`` or ``low`` (pronouns are low).
    """

    surface: str
    start: int
    end: int
    resolved: str | None
    cue: str
    confidence: Literal["high", "low"] = "high"


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement anchored on its core span, the shortest expression that carries the value.

    ``extractor`` is the ``name@version`` that found it, ``annotator`` where a person did, whom ``added_by`` names.
    """

    type: ClaimType
    start: int
    end: int
    quote: str
    value: Value
    field: Field
    segment: SectionKind
    sentence_start: int
    sentence_end: int
    extractor: str
    attribution: Attribution | None = None
    flags: tuple[str, ...] = ()
    added_by: str | None = None


def claim_key(article_sha256: str, claim: Claim) -> str:
    """The claim's lasting identity: a hash of the article, the type and the span, 16 hex digits."""
    parts = (article_sha256, claim.type.value, claim.field, str(claim.start), str(claim.end))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


class LabelField(StrEnum):
    """The independent things that an annotator says of a claim."""

    EXTRACTION = "extraction"
    CHECK_WORTHINESS = "check_worthiness"
    VERDICT = "verdict"
    CONFIDENCE = "confidence"
    CORRECTED_VALUE = "corrected_value"
    NOTE = "note"
    CORRECTED_TYPE = "corrected_type"
    CORRECTED_SPAN = "corrected_span"
    DUPLICATE_OF = "duplicate_of"
    SNOOZED_UNTIL = "snoozed_until"
    ADDED = "added"


LABEL_CHOICES: Mapping[LabelField, tuple[str, ...]] = {
    LabelField.EXTRACTION: (
        "correct",
        "wrong_value",
        "wrong_span",
        "wrong_type",
        "not_a_claim",
        "duplicate",
    ),
    LabelField.CHECK_WORTHINESS: ("check_worthy", "unimportant", "not_factual"),
    LabelField.VERDICT: ("supported", "refuted", "not_enough_evidence", "conflicting"),
    LabelField.CONFIDENCE: ("high", "medium", "low"),
    LabelField.CORRECTED_TYPE: tuple(kind.value for kind in ClaimType),
    LabelField.ADDED: ("yes",),
}
"""The closed fields and their choices.

The corrected value is a JSON object of the exchange contract; the corrected span is a JSON object with ``field``,
``start`` and ``end``; ``duplicate_of`` is a claim_key; ``snoozed_until`` an ISO time with its zone; the note is free
text. ``added`` says that the annotator put in a claim that extraction had missed; the claim stands while it does.
"""

UNSAID_FIELDS = frozenset({LabelField.SNOOZED_UNTIL, LabelField.ADDED})
"""Fields that say nothing of a claim, only something of the work on it: they alone make no claim labelled."""

SAID_FIELDS = tuple(field for field in LabelField if field not in UNSAID_FIELDS)
"""Fields that say something of a claim; these are exported and imported."""


@dataclass(frozen=True, slots=True)
class LabelEvent:
    """One thing that one annotator said of one claim, once; events are only ever appended.

    ``op_id`` is unique, so that a repeated write of the same event is a no-op. Events of one keypress share
    ``batch`` and are undone together. ``value`` is ``None`` where the event clears the field.
    ``undoes`` is the ``op_id`` of the event taken back. ``at`` is ISO 8601 in UTC with its zone.
    ``origin`` says by which door it came: ``review``, ``bulk``, ``import``, ``seed``, ``undo``,
    ``redo``.
    """

    op_id: str
    batch: str
    claim_id: int
    annotator: str
    field: LabelField
    value: str | None
    at: str
    origin: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class SpanRef:
    """A stretch of one of an article's strings."""

    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Labels:
    """What one annotator currently says of one claim: the last word in each field that was not taken back."""

    claim_id: int
    annotator: str
    extraction: str | None = None
    check_worthiness: str | None = None
    verdict: str | None = None
    confidence: str | None = None
    corrected_value: str | None = None
    note: str | None = None
    corrected_type: str | None = None
    corrected_span: str | None = None
    duplicate_of: str | None = None
    snoozed_until: str | None = None
    added: str | None = None
    labelled_at: str | None = None


class ReviewState(StrEnum):
    """Where a claim stands in one annotator's work; a snoozed one is to do, but not before its time."""

    TODO = "todo"
    DONE = "done"
    SNOOZED = "snoozed"


class Order(StrEnum):
    """In what order a queue hands out its claims.

    ``helpful``: what helps most comes first (disagreement, flags, single sources, weighty types, new articles).
    ``reading``: article by article as they were stored, each from its top. ``newest``: likewise, the newest first.
    ``random``: by lot, the same for everybody who draws with the same ``seed``.
    """

    HELPFUL = "helpful"
    READING = "reading"
    NEWEST = "newest"
    RANDOM = "random"


Operator = Literal[":", "=", ">", ">=", "<", "<="]
"""How a term of a search compares: ``:`` is "is one of", or, for texts, "holds"."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition of a structured search: ``field`` compared with any of ``values``; ``negated`` turns it round."""

    field: str
    operator: Operator
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims a queue holds, and in what order; empty tuples mean all.

    ``segments`` left empty means the article's own words: teasers and furniture stay out unless ``foreign`` or a term
    names sections. ``state`` is judged for ``annotator``, or for anybody where that is ``None``. ``text`` is free
    words and quoted phrases. All conditions hold together. ``sample`` keeps so many, drawn by lot with ``seed``.
    """

    types: tuple[ClaimType, ...] = ()
    segments: tuple[SectionKind, ...] = ()
    foreign: bool = False
    state: ReviewState | None = None
    annotator: str | None = None
    text: str = ""
    article_id: int | None = None
    terms: tuple[Term, ...] = ()
    order: Order = Order.READING
    sample: int | None = None
    seed: str = ""
