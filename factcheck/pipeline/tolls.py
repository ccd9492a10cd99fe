"""The tolls of all articles as rows for files, streamed: articles come from the store, tolls are reckoned anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.model import TOLL_EFFECTS, Article, ClaimType
from factcheck.store import Store
from factcheck.verify.records import bearing, toll_record
from factcheck.verify.tolls import tolls_of

_BOUNDS = ("low", "best", "high", "claims")


def toll_rows(store: Store) -> Iterator[dict[str, Any]]:
    """One row an article, in the order in which they came, whether it tells of a toll or not.

    ``tolls`` holds the record of each effect; the columns of ``exchange.columns`` hold the same flat.
    """
    for stored, claims in store.whole_articles(ClaimType.CASUALTY):
        said = bearing((one.key, one.claim, one.labels) for one in claims)
        record = toll_record(stored.article, tolls_of(stored.article), said)
        yield _named(stored.article) | _flat(record) | {"tolls": record}


def _named(article: Article) -> dict[str, Any]:
    return {
        "source_id": article.source_id,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": article.published.day.isoformat() if article.published else None,
        "article_sha256": article.sha256,
    }


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    return {
        f"{effect}_{bound}": record[effect][bound] for effect in TOLL_EFFECTS if effect in record for bound in _BOUNDS
    }
