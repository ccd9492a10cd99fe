"""The fields of a search line: one table that the parser, completion, the help and docs/search.md all read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from factcheck.model import LABEL_CHOICES, LabelField, Operator

ANY = "*"
"""As a value: any there is."""

NONE = "none"
"""As a value: there is none."""

ME = "me"
"""As the name of a person: whoever searches."""


def literal(text: str) -> str:
    """A value that is spelt like a special word but means itself: a publisher whose name is "none"."""
    return f'"{text}"'


def unliteral(value: str) -> str:
    """What ``literal`` was given; other values as they are."""
    return value[1:-1] if value[1:-1] in (ANY, NONE, ME) and value == literal(value[1:-1]) else value


class Takes(StrEnum):
    """What may stand behind a field's operator."""

    CHOICE = "one of a closed list"
    NAME = "a name or a part of it"
    PERSON = "an annotator's name, or me"
    NUMBER = "a number"
    DAY = "a day, a month or a year"
    WORDS = "words or a quoted phrase"
    COUNT = "a whole number"


ALL_OPERATORS: tuple[Operator, ...] = (":", "=", ">", ">=", "<", "<=")
EQUALITY: tuple[Operator, ...] = (":", "=")


@dataclass(frozen=True, slots=True)
class SearchField:
    """A field: what it takes, what it asks, and an example of it.

    ``choices`` are the values of a closed list with what each means; ``special`` the words ``*`` and ``none`` where
    they make sense. ``listed`` says that the names in a database can be asked for, to be offered while typing.
    """

    name: str
    group: str
    takes: Takes
    meaning: str
    example: str
    choices: Mapping[str, str] | None = None
    special: tuple[str, ...] = ()
    operators: tuple[Operator, ...] = EQUALITY
    listed: bool = False
    single: bool = False


_SECTIONS = {
    "headline": "the headline and the title",
    "body": "the article's text",
    "caption": "words below a picture",
    "teaser": "a block of another article",
    "furniture": "menus, offers, author boxes",
}
_TYPES = {
    "view_count": "how many viewed, liked, shared, …",
    "casualty": "how many were killed or harmed",
    "membership": "who belongs to a group",
    "date": "a day or a period",
}
_EFFECTS = {
    "killed": "dead",
    "injured": "wounded or hurt",
    "missing": "unaccounted for",
    "displaced": "fled, evacuated, homeless",
    "captured": "taken hostage or prisoner",
    "killed_or_injured": "dead and wounded in one figure",
}
_METRICS = {
    "views": "viewed, watched, clicked",
    "viewers": "people who watched",
    "visitors": "to a site or a place",
    "likes": "likes, hearts, upvotes",
    "dislikes": "dislikes",
    "shares": "shares, reposts",
    "comments": "comments, replies",
    "followers": "of an account",
    "subscribers": "of a channel or a service",
    "streams": "plays, listens",
    "downloads": "downloads, installs",
    "signatures": "of a petition",
    "copies": "copies or tickets sold",
    "attendance": "people who came",
}
_COMPARATORS = {
    "=": "exactly",
    ">": "more than",
    ">=": "at least",
    "<": "fewer than",
    "<=": "up to",
    "~": "about",
    "range": "from one number to another",
}
_STATES = {
    "todo": "not yet done, not snoozed",
    "done": "an extraction, verdict or check-worthiness label stands",
    "snoozed": "put off, and its time has not come",
}
_ORDERS = {
    "helpful": "what helps most comes first",
    "reading": "article by article, as they were stored",
    "newest": "article by article, the newest first",
    "random": "by lot, the same for everybody with one seed",
}
_CORRECTIONS = {"value": "a right value was given", "span": "edges were moved", "type": "another type was given"}
_YES = {"yes": "they do"}


def _choices_of(field: LabelField) -> dict[str, str]:
    return {choice: choice.replace("_", " ") for choice in LABEL_CHOICES[field]}


_EXTRACTION = _choices_of(LabelField.EXTRACTION)
_VERDICT = _choices_of(LabelField.VERDICT)
_WORTH = _choices_of(LabelField.CHECK_WORTHINESS)
_CONFIDENCE = _choices_of(LabelField.CONFIDENCE)
_LABELS = {"any": "done", **_EXTRACTION, **_WORTH, **_VERDICT, **_CONFIDENCE}

_CLAIM, _ARTICLE, _LABEL, _QUEUE = "The claim", "The article", "Labels", "The queue"

_TABLE = (
    SearchField("type", _CLAIM, Takes.CHOICE, "what kind of claim it is", "type:casualty", _TYPES, (ANY,)),
    SearchField(
        "section",
        _CLAIM,
        Takes.CHOICE,
        "where in the article it stands; teasers and furniture are left out unless this field is given",
        "section:headline,caption",
        _SECTIONS,
        (ANY,),
    ),
    SearchField(
        "value",
        _CLAIM,
        Takes.NUMBER,
        "the number counted: : can be this, = is surely this, >= is surely at least this",
        "value>=1.2m",
        operators=ALL_OPERATORS,
        special=(ANY, NONE),
    ),
    SearchField("effect", _CLAIM, Takes.CHOICE, "what befell people", "effect:killed", _EFFECTS, (ANY, NONE)),
    SearchField("metric", _CLAIM, Takes.CHOICE, "what was counted of a thing", "metric:views", _METRICS, (ANY, NONE)),
    SearchField(
        "comparator",
        _CLAIM,
        Takes.CHOICE,
        "what the words say of a number",
        "comparator:~",
        _COMPARATORS,
        (ANY, NONE),
    ),
    SearchField(
        "date",
        _CLAIM,
        Takes.DAY,
        "the days that a date claim covers: : can be then, = is surely then, >= surely not before",
        "date>=2022-11",
        operators=ALL_OPERATORS,
        special=(ANY, NONE),
    ),
    SearchField(
        "group", _CLAIM, Takes.NAME, "the group of a membership", 'group:"Velm Pact"', None, (ANY, NONE), listed=True
    ),
    SearchField("member", _CLAIM, Takes.NAME, "who belongs to it", "member:arda", None, (ANY, NONE), listed=True),
    SearchField(
        "relation", _CLAIM, Takes.NAME, "how they belong to it", 'relation="former members"', None, (ANY, NONE)
    ),
    SearchField(
        "speaker",
        _CLAIM,
        Takes.NAME,
        "who says it: the name that the words stand for, else the words",
        'speaker:"the port"',
        None,
        (ANY, NONE),
        listed=True,
    ),
    SearchField(
        "flag", _CLAIM, Takes.NAME, "what extraction found remarkable", "flag:*", None, (ANY, NONE), listed=True
    ),
    SearchField("text", _CLAIM, Takes.WORDS, "words of its quote or sentence, in a row", 'text:"at least"'),
    SearchField(
        "publisher",
        _ARTICLE,
        Takes.NAME,
        "who published the article",
        'publisher:"Evening Wire"',
        None,
        (ANY, NONE),
        listed=True,
    ),
    SearchField("source", _ARTICLE, Takes.NAME, "the article's own id, or its file", "source:ports/", listed=True),
    SearchField("article", _ARTICLE, Takes.COUNT, "the article's number in the database", "article:12"),
    SearchField(
        "published",
        _ARTICLE,
        Takes.DAY,
        "the article's day",
        "published:2026-11",
        operators=ALL_OPERATORS,
        special=(ANY, NONE),
    ),
    SearchField("since", _ARTICLE, Takes.DAY, "the article's day is this or later", "since:2026-11-01", single=True),
    SearchField("until", _ARTICLE, Takes.DAY, "the article's day is this or earlier", "until:yesterday", single=True),
    SearchField(
        "state", _LABEL, Takes.CHOICE, "where it is in the work of those whom by names", "state:todo", _STATES, (ANY,)
    ),
    SearchField(
        "label",
        _LABEL,
        Takes.CHOICE,
        "any choice that stands; none is not done yet",
        "label:not_a_claim,duplicate",
        _LABELS,
        (ANY, NONE),
    ),
    SearchField(
        "extraction",
        _LABEL,
        Takes.CHOICE,
        "what was said of the extraction",
        "extraction:correct",
        _EXTRACTION,
        (ANY, NONE),
    ),
    SearchField("verdict", _LABEL, Takes.CHOICE, "the verdict", "verdict:refuted", _VERDICT, (ANY, NONE)),
    SearchField(
        "worth", _LABEL, Takes.CHOICE, "whether it is worth a check", "worth:check_worthy", _WORTH, (ANY, NONE)
    ),
    SearchField(
        "confidence", _LABEL, Takes.CHOICE, "how sure the annotator was", "confidence:low", _CONFIDENCE, (ANY, NONE)
    ),
    SearchField("note", _LABEL, Takes.WORDS, "words in a note", "note:*", None, (ANY, NONE)),
    SearchField(
        "corrected", _LABEL, Takes.CHOICE, "what was put right", "corrected:value", _CORRECTIONS, (ANY, NONE)
    ),
    SearchField("duplicate", _LABEL, Takes.CHOICE, "said to be the same as another", "duplicate:yes", _YES, (NONE,)),
    SearchField("disagree", _LABEL, Takes.CHOICE, "annotators differ about it", "disagree:yes", _YES, (NONE,)),
    SearchField(
        "by",
        _LABEL,
        Takes.PERSON,
        "whose labels count for the fields of this part; alone: whom there is a label of",
        "label:none by:me",
        None,
        (ME, ANY),
        listed=True,
    ),
    SearchField(
        "labelled",
        _LABEL,
        Takes.DAY,
        "when a label that stands was given (days in UTC)",
        "labelled>=2026-11-20",
        operators=ALL_OPERATORS,
        special=(ANY, NONE),
    ),
    SearchField(
        "added",
        _LABEL,
        Takes.PERSON,
        "who put in a claim that was missed",
        "added:me",
        None,
        (ME, ANY, NONE),
        listed=True,
    ),
    SearchField("order", _QUEUE, Takes.CHOICE, "what comes first", "order:helpful", _ORDERS, single=True),
    SearchField(
        "sample",
        _QUEUE,
        Takes.COUNT,
        "only so many, drawn by lot; everybody draws the same",
        "sample:50",
        single=True,
    ),
    SearchField("seed", _QUEUE, Takes.WORDS, "another draw for sample and random", "seed:tuesday", single=True),
)

FIELDS: Mapping[str, SearchField] = {field.name: field for field in _TABLE}
"""Every field by its name, in the order of the documents."""

LABEL_FIELDS: Mapping[str, LabelField] = {
    "extraction": LabelField.EXTRACTION,
    "verdict": LabelField.VERDICT,
    "worth": LabelField.CHECK_WORTHINESS,
    "confidence": LabelField.CONFIDENCE,
}
"""The fields of a search that ask for one closed label field."""

JUDGED_FIELDS = frozenset({*LABEL_FIELDS, "state", "label", "note", "corrected", "duplicate", "disagree", "labelled"})
"""The fields that ask what people said: ``by`` names whose word counts for them."""

QUEUE_FIELDS = frozenset({"order", "sample", "seed"})
"""The fields that choose among what was found, and put it in order."""
