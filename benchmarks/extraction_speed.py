"""Text per second of the whole extraction on one core, beside dateparser's own search on the same articles.

    python -m benchmarks.extraction_speed

Both run in this process, one after the other, and are measured in processor time. The whole extraction (sections,
sentences, all four types, speakers) is compared with a search that finds dates alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from dateparser.search import search_dates

from benchmarks.corpora import news_texts
from factcheck.extract.registry import EXTRACTORS, extract_claims
from factcheck.ingest.sections import cut
from factcheck.model import Article, Published


def _articles(texts: list[tuple[str, str]]) -> list[Article]:
    articles = []
    for number, (day, text) in enumerate(texts):
        published = Published(date.fromisoformat(day), day, "record", inferred=False) if day else None
        articles.append(Article(f"{number:064x}", str(number), str(number), text, published=published))
    return articles


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _extract(articles: list[Article], names: tuple[str, ...]) -> int:
    count = 0
    for article in articles:
        sections = cut(article.text)
        whole = Article(
            article.sha256,
            article.source_id,
            article.source,
            article.text,
            published=article.published,
            sections=sections,
        )
        count += len(extract_claims(whole, names))
    return count


def _search(texts: list[tuple[str, str]]) -> None:
    for day, text in texts:
        base = datetime.fromisoformat(day) if day else datetime(2022, 11, 24)
        search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base})


def main() -> None:
    """Print megabytes a second and the ratio."""
    corpus, texts = news_texts()
    articles = _articles(texts)
    size = sum(len(text.encode()) for _, text in texts) / 1e6
    print(f"{len(texts)} articles of {corpus}, {size:.2f} MB, one core, processor time")
    _extract(articles[:20], tuple(EXTRACTORS))
    claims = _extract(articles, tuple(EXTRACTORS))
    rows = [("sections alone", _seconds(lambda: [cut(text) for _, text in texts]))]
    rows += [
        (f"{name} with sections and speakers", _seconds(partial(_extract, articles, (name,)))) for name in EXTRACTORS
    ]
    ours = _seconds(lambda: _extract(articles, tuple(EXTRACTORS)))
    rows.append((f"whole extraction, {claims:,} claims", ours))
    theirs = _seconds(lambda: _search(texts))
    rows.append(("dateparser search_dates, English fixed", theirs))
    for name, seconds in rows:
        print(f"{name:<45} {seconds:8.2f} s {size / seconds:9.3f} MB/s")
    print(f"whole extraction : dateparser search = {theirs / ours:.1f} : 1")


if __name__ == "__main__":
    main()
