"""What the reader thread answers; each is posted to the review screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from factcheck.model import LabelEvent
from factcheck.store import ClaimRow, StoredArticle, StoredClaim
from factcheck.tui.requests import Request
from factcheck.tui.review_queue import ReviewQueue


@dataclass
class QueueRead(Message):
    """The queue of a generation; ``claims`` counts all of the database, foreign ones included, if it is empty."""

    generation: int
    queue: ReviewQueue
    claims: int


@dataclass
class PageRead(Message):
    """The rows of a page; ids that are gone from the database have none."""

    generation: int
    page: int
    rows: list[ClaimRow]


@dataclass
class ArticleRead(Message):
    """An article with its claims."""

    article: StoredArticle
    claims: list[StoredClaim]


@dataclass
class ArticleFound(Message):
    """Where the article asked for begins in the queue; ``None`` where there is none."""

    generation: int
    position: int | None


@dataclass
class Saved(Message):
    """A batch is on disk; ``claim`` is the claim as it stands with it."""

    batch_id: str
    claim: StoredClaim


@dataclass
class TakenBack(Message):
    """Undo's (or, with ``again``, redo's) events are on disk; ``claims`` are those touched, as they stand."""

    events: tuple[LabelEvent, ...]
    claims: list[StoredClaim]
    again: bool


@dataclass
class Failed(Message):
    """A request could not be answered; the database is open all the same."""

    request: Request
    reason: str


@dataclass
class Lost(Message):
    """The database could not be opened: nothing will be answered. The app ends itself at this."""

    reason: str
