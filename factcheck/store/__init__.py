"""The only room that knows SQLite: schema, queries, label events, and the ``Store`` that the other rooms call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.store.rows import (
    Added,
    AnnotatorStats,
    BatchRow,
    BatchWord,
    Bulk,
    BulkPlan,
    ClaimRow,
    Elsewhere,
    HistoryRow,
    Place,
    Precedent,
    Problem,
    Progress,
    QueueSlice,
    RunCounts,
    Said,
    SavedSearch,
    Stats,
    StoredArticle,
    StoredClaim,
    Why,
)

if TYPE_CHECKING:
    from factcheck.store.store import Store

__all__ = [
    "Added",
    "AnnotatorStats",
    "BatchRow",
    "BatchWord",
    "Bulk",
    "BulkPlan",
    "ClaimRow",
    "Elsewhere",
    "HistoryRow",
    "Place",
    "Precedent",
    "Problem",
    "Progress",
    "QueueSlice",
    "RunCounts",
    "Said",
    "SavedSearch",
    "Stats",
    "Store",
    "StoredArticle",
    "StoredClaim",
    "Why",
]


def __getattr__(name: str) -> Any:
    """Import the Store when it is first asked for: the row types alone should not cost SQLite."""
    if name == "Store":
        from factcheck.store.store import Store  # noqa: PLC0415 - see above

        return Store
    raise AttributeError(name)
