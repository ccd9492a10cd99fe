"""What the screens ask of the threads that own a Store."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from factcheck.model import ClaimFilter
from factcheck.review.ledger import Batch
from factcheck.store import Store


@dataclass(frozen=True, slots=True)
class ReadQueue:
    """The ids that a filter lets through; ``generation`` tells the newest question from those before it."""

    generation: int
    filter: ClaimFilter


@dataclass(frozen=True, slots=True)
class ReadPage:
    """The rows of these ids, one page of the queue of that generation."""

    generation: int
    page: int
    ids: array[int]


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article, with all its claims."""

    article_id: int


@dataclass(frozen=True, slots=True)
class FindArticle:
    """Where in ``ids`` the next article begins (``step`` 1), or this one or the one before (``step`` -1)."""

    generation: int
    ids: array[int]
    position: int
    step: int


@dataclass(frozen=True, slots=True)
class Save:
    """Labels to be written."""

    batch: Batch


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the annotator's newest batch."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Say again what was taken back last."""


@dataclass(frozen=True, slots=True, eq=False)
class Ask:
    """Any other work with the Store: ``then`` takes what it gives, on the screen's own thread.

    Of one ``topic`` only the newest counts: an older one that still waits is dropped, and its ``then`` never called.
    ``otherwise`` is told the reason where the work cannot be done; without it the desk shows the reason as a notice.
    """

    work: Callable[[Store], Any]
    then: Callable[[Any], None]
    topic: str = ""
    otherwise: Callable[[str], None] | None = None


Request = ReadQueue | ReadPage | ReadArticle | FindArticle | Save | Undo | Redo | Ask
