"""What the store hands out: frozen rows, free of SQLite."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from factcheck.model import Article, Claim, ClaimType, LabelField, Labels, Order, ReviewState, SectionKind, Value


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as a list shows it.

    ``headline`` is the article's title, else its headline section. ``labels`` are those of the annotator who asks,
    ``labelled_by`` is how many annotators have a standing label on it.
    """

    id: int
    key: str
    article_id: int
    type: ClaimType
    quote: str
    value: Value
    segment: SectionKind
    flags: tuple[str, ...]
    source_id: str
    headline: str | None
    labels: Labels | None
    labelled_by: int


@dataclass(frozen=True, slots=True)
class QueueSlice:
    """The next ids of a queue in its order; ``open`` has one byte each: 1 while the annotator has it still to do."""

    ids: array[int]
    open: bytearray


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How many other articles have the same number of the same thing (at most 1,000), and who some of them are by."""

    articles: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """What puts a claim where it comes in a queue.

    ``disagreement`` is who says what of it where annotators differ; ``findings`` is what a later extraction sees
    otherwise. ``elsewhere`` is ``None`` of what is no count. ``rank`` is the weight of its type, 0 the weightiest of
    ``ranks``.
    """

    claim_id: int
    type: ClaimType
    order: Order
    annotator: str | None
    disagreement: tuple[tuple[str, LabelField, str], ...]
    flags: tuple[str, ...]
    findings: tuple[str, ...]
    elsewhere: Elsewhere | None
    rank: int
    ranks: int
    published: date | None


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A whole claim, its sentence, and what every annotator currently says of it, by annotator."""

    id: int
    key: str
    article_id: int
    source_id: str
    claim: Claim
    labels: tuple[Labels, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with its number in the database."""

    id: int
    article: Article


@dataclass(frozen=True, slots=True)
class Added:
    """What one ``add`` did: articles new, made anew, and left alone; ``claims`` counts those inserted."""

    stored: int
    updated: int
    unchanged: int
    claims: int


@dataclass(frozen=True, slots=True)
class RunCounts:
    """A run's sums: ``read == stored + unchanged + rejected``, where ``updated`` of the stored were there before."""

    read: int
    stored: int
    updated: int
    unchanged: int
    rejected: int
    claims: int


@dataclass(frozen=True, slots=True)
class AnnotatorStats:
    """One annotator's work: claims with any standing label, claims done, and claims by (field, choice)."""

    labelled: int
    done: int
    by_choice: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts over the whole database.

    ``by_state`` is over the default queue (no teasers, no furniture) and over all annotators; ``by_type``,
    ``by_segment`` and ``by_type_and_segment`` are over all claims; those that were added and
    taken back are in none. ``events`` counts label events, those taken back
    included.
    """

    articles: int
    claims: int
    by_type: Mapping[ClaimType, int]
    by_segment: Mapping[SectionKind, int]
    by_type_and_segment: Mapping[tuple[ClaimType, SectionKind], int]
    by_state: Mapping[ReviewState, int]
    by_flag: Mapping[str, int]
    by_annotator: Mapping[str, AnnotatorStats]
    events: int
    findings: int
    rejects: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the database: the check that saw it, and one line that says what and where."""

    check: str
    detail: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One event and what it changed.

    ``before`` and ``after`` are what stood for that annotator, claim and field on either side of it: an undo leads
    from what it took back to what shows again. ``stands`` is false where the event was taken back later.
    """

    id: int
    op_id: str
    batch: str
    claim_id: int
    claim_key: str
    type: ClaimType
    quote: str
    annotator: str
    field: LabelField
    before: str | None
    after: str | None
    at: str
    origin: str
    undoes: str | None
    stands: bool


@dataclass(frozen=True, slots=True)
class BatchWord:
    """What a batch said how often: ``value`` is ``None`` where it cleared the field, "…" where it said several."""

    field: LabelField
    value: str | None
    count: int


@dataclass(frozen=True, slots=True)
class BatchRow:
    """Events that are undone together, whoever they are of; ``standing`` counts those not taken back.

    ``undoes`` is true of a batch that took words back; ``said`` are then those words. ``first_id`` is the key of the
    next page.
    """

    batch: str
    first_id: int
    last_id: int
    at: str
    annotators: tuple[str, ...]
    origin: str
    claims: int
    events: int
    standing: int
    said: tuple[BatchWord, ...]
    undoes: bool


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What a bulk label would do: ``matching == changing + already + otherwise``, in claims.

    ``already`` say just that, ``otherwise`` are labelled otherwise and would be left alone. ``sample`` are some of
    those that would change.
    """

    matching: int
    changing: int
    already: int
    otherwise: int
    sample: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Bulk:
    """What a bulk label did: its batch, and how many claims and events that was."""

    batch: str
    claims: int
    events: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where an annotator was: the search line and the claim, ``None`` where that has gone; ``at`` is ISO in UTC."""

    search: str
    claim_id: int | None
    at: str


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search line under a name, and who saved it when."""

    name: str
    search: str
    annotator: str
    at: str


@dataclass(frozen=True, slots=True)
class Said:
    """A choice and how many annotators make it."""

    field: LabelField
    value: str
    by: int


@dataclass(frozen=True, slots=True)
class Precedent:
    """A claim of the same kind that was judged: ``said`` is what most say of it in each field.

    ``adjudicated`` where at least two agree on the extraction. ``note`` and ``corrected_value`` are the newest of
    those who say what most say; ``at`` is when the last of them said so.
    """

    claim_id: int
    key: str
    type: ClaimType
    quote: str
    sentence: str
    value: Value
    said: tuple[Said, ...]
    adjudicated: bool
    note: str | None
    corrected_value: str | None
    at: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work has come.

    ``done``, ``left`` and ``snoozed`` count a filter's claims for its annotator, or for anybody where it names none;
    ``by_type`` the same by type. ``by_day`` and ``by_annotator`` count claims done in the whole database,
    ``by_verdict`` the verdicts of the filter's annotator, or of all.
    """

    done: int
    left: int
    snoozed: int
    by_day: Mapping[tuple[date, str], int]
    by_type: Mapping[tuple[ClaimType, ReviewState], int]
    by_annotator: Mapping[str, int]
    by_verdict: Mapping[str, int]
