"""How fast the store adds claims, fills a queue and turns its pages: ``python -m benchmarks.store_pages [CLAIMS]``.

The claims are made up, six an article; every tenth is labelled. Times are the best of some runs, in milliseconds.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.model import (
    Article,
    Casualty,
    Claim,
    ClaimFilter,
    ClaimType,
    LabelEvent,
    LabelField,
    ReviewState,
    Section,
    SectionKind,
)
from factcheck.store import RunCounts, Store
from factcheck.store.labels import new_event

_SENTENCE = "A flood in the valley killed at least 12 people and drove many more out, the council said. "
_QUOTE = "at least 12"
_CLAIMS_AN_ARTICLE = 6
_ARTICLES_A_BATCH = 256
_PAGE = 128


def _articles(count: int) -> Iterator[tuple[Article, Sequence[Claim]]]:
    for number in range(count):
        text = _SENTENCE * _CLAIMS_AN_ARTICLE + str(number)
        sections = (Section(SectionKind.BODY, 0, len(text)),)
        digest = hashlib.sha256(text.encode()).hexdigest()
        article = Article(digest, f"{number}.txt", f"{number}.txt", text, sections=sections)
        yield article, [_claim(place * len(_SENTENCE)) for place in range(_CLAIMS_AN_ARTICLE)]


def _claim(offset: int) -> Claim:
    start = offset + _SENTENCE.index(_QUOTE)
    return Claim(
        type=ClaimType.CASUALTY,
        start=start,
        end=start + len(_QUOTE),
        quote=_QUOTE,
        value=Casualty("killed", 12, None, ">="),
        field="text",
        segment=SectionKind.BODY,
        sentence_start=offset,
        sentence_end=offset + len(_SENTENCE),
        extractor="casualty@2",
    )


def _fill(store: Store, articles: int) -> None:
    run = store.start_run({}, "benchmark")
    made = _articles(articles)
    began = time.perf_counter()
    claims = 0
    while batch := list(islice(made, _ARTICLES_A_BATCH)):
        claims += store.add(run, batch).claims
    seconds = time.perf_counter() - began
    print(f"added {claims:,} claims at {claims / seconds:,.0f} a second")
    store.finish_run(run, RunCounts(articles, articles, 0, 0, 0, claims))


def _label_every_tenth(store: Store) -> None:
    ids = store.claim_ids(ClaimFilter())[::10]
    store.label([new_event(one, "ana", LabelField.EXTRACTION, "correct", batch="b", origin="seed") for one in ids])


def _note(claim_id: int) -> LabelEvent:
    return new_event(claim_id, "ana", LabelField.NOTE, "x", batch="n", origin="review")


def _time(name: str, call: Callable[[], object], runs: int = 5) -> None:
    best = float("inf")
    for _ in range(runs):
        began = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - began)
    print(f"{best * 1000:10.2f} ms  {name}")


def main() -> None:
    """Make a database in a temporary folder and measure what the review desk asks of it."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "claims.db", create=True) as store:
        _fill(store, wanted // _CLAIMS_AN_ARTICLE)
        _label_every_tenth(store)
        ids = store.claim_ids(ClaimFilter())
        _time("all ids of the queue", lambda: store.claim_ids(ClaimFilter()))
        _time("ids still to do", lambda: store.claim_ids(ClaimFilter(state=ReviewState.TODO, annotator="ana")))
        _time("ids by words", lambda: store.claim_ids(ClaimFilter(text="flood valley")))
        for place, name in ((0, "first"), (len(ids) // 2, "middle"), (len(ids) - _PAGE, "last")):
            _time(f"a page of {_PAGE} rows, {name}", partial(store.rows, ids[place : place + _PAGE], "ana"), 50)
        _time("one label, on the disk", lambda: store.label([_note(ids[0])]), 20)


if __name__ == "__main__":
    main()
