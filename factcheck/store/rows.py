"""What the store hands out: frozen rows, free of SQLite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import Article, Claim, ClaimType, Labels, ReviewState, SectionKind, Value


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
    ``by_segment`` and ``by_type_and_segment`` are over all claims. ``events`` counts label events, those taken back
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
