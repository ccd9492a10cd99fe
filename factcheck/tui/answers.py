"""What the reader thread answers."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Any

from factcheck.model import LabelEvent
from factcheck.review.queue import ReviewQueue
from factcheck.store import ClaimRow, StoredArticle, StoredClaim
from factcheck.tui.requests import Ask, Request


@dataclass(frozen=True, slots=True)
class QueueRead:
    """A further stretch of the queue of a generation, the ``first`` or the ``last`` one or one between.

    ``claims`` counts all of the database, foreign ones included, where the queue has turned out to be empty.
    """

    generation: int
    part: ReviewQueue
    first: bool
    last: bool
    claims: int = 0


@dataclass(frozen=True, slots=True)
class PageRead:
    """The rows of a page; those of the ``ids`` asked for that are gone from the database have none."""

    generation: int
    page: int
    ids: array[int]
    rows: list[ClaimRow]


@dataclass(frozen=True, slots=True)
class ArticleRead:
    """An article with its claims."""

    article: StoredArticle
    claims: list[StoredClaim]


@dataclass(frozen=True, slots=True)
class ArticleFound:
    """Where the article asked for begins in the queue; ``None`` where there is none."""

    generation: int
    position: int | None


@dataclass(frozen=True, slots=True)
class Saved:
    """A batch is on disk; ``claims`` are those it speaks of, as they stand with it, ``added`` those it put in."""

    batch_id: str
    claims: list[StoredClaim]
    added: tuple[StoredClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Undo's (or, with ``again``, redo's) events are on disk; ``claims`` are those touched, as they stand.

    ``entered`` and ``withdrawn`` are those of them that somebody had added and that stand again, or no longer.
    """

    events: tuple[LabelEvent, ...]
    claims: list[StoredClaim]
    again: bool
    entered: tuple[StoredClaim, ...] = ()
    withdrawn: tuple[StoredClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What was asked, and what the work gave."""

    ask: Ask
    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """A request could not be answered; the database is open all the same."""

    request: Request
    reason: str


@dataclass(frozen=True, slots=True)
class Lost:
    """The database could not be opened, or not be read from the start: nothing more will be answered.

    ``readable`` says that it could be opened for reading only.
    """

    error: Exception
    readable: bool = False


Answer = QueueRead | PageRead | ArticleRead | ArticleFound | Saved | TakenBack | Told | Failed | Lost
