"""The pure half of extraction, run here or in other processes: records in, articles with their claims out.

A record that brings its process down costs that record alone: the pool is made again, and what was under way is
read once more, one record at a time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from types import TracebackType
from typing import Self

from factcheck import ingest
from factcheck.extract.registry import extract_claims
from factcheck.model import ENGLISH, Article, Claim, Reject

Outcome = tuple[Article, tuple[Claim, ...]] | Reject
"""What became of one record."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How records become claims: the extractors by name, the user's publication day, the language of dates."""

    extractors: tuple[str, ...]
    published: date | None = None
    language: str = ENGLISH

    @property
    def made_by(self) -> str:
        """One line that names everything that the result depends on besides the bytes."""
        language = () if self.language == ENGLISH else (f"language={self.language}",)
        published = f"published={self.published or '-'}"
        return " ".join((f"ingest@{ingest.INGEST_VERSION}", *self.extractors, published, *language))


def process(records: Sequence[ingest.Record], recipe: Recipe) -> list[Outcome]:
    """Read each record and extract its claims; the outcomes are in the records' order."""
    return [_process_one(record, recipe) for record in records]


def _process_one(record: ingest.Record, recipe: Recipe) -> Outcome:
    try:
        article = ingest.article(record, recipe.published)
        if isinstance(article, Reject):
            return article
        return article, extract_claims(article, recipe.extractors, recipe.language)
    except Exception as error:  # noqa: BLE001 - the worker's edge: one record's surprise must not end the batch
        return Reject(record.source, f"a fault in factcheck ({type(error).__name__}: {error}); please report it")


Work = Callable[[Sequence[ingest.Record], Recipe], list[Outcome]]


class Workers:
    """Runs ``work`` on chunks of records: in this process where ``jobs`` is 1, else in so many others."""

    def __init__(self, recipe: Recipe, jobs: int, work: Work = process) -> None:
        self._recipe = recipe
        self._work = work
        self._jobs = jobs
        self._pool = self._fresh_pool(jobs) if jobs > 1 else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)

    @property
    def capacity(self) -> int:
        """How many chunks may be under way at once: enough that no process waits, few enough to hold in memory."""
        return 2 * self._jobs if self._pool is not None else 1

    def submit(self, records: Sequence[ingest.Record]) -> Callable[[], list[Outcome]]:
        """Start on a chunk; the function returned waits for its outcomes."""
        if self._pool is None:
            return lambda: self._work(records, self._recipe)
        try:
            future = self._pool.submit(self._work, records, self._recipe)
        except BrokenProcessPool:
            return lambda: self._one_by_one(records)
        return lambda: self._outcomes(future, records)

    def _outcomes(self, future: Future[list[Outcome]], records: Sequence[ingest.Record]) -> list[Outcome]:
        try:
            return future.result()
        except BrokenProcessPool:
            return self._one_by_one(records)

    def _one_by_one(self, records: Sequence[ingest.Record]) -> list[Outcome]:
        outcomes: list[Outcome] = []
        for record in records:
            with self._fresh_pool(1) as pool:
                try:
                    outcomes += pool.submit(self._work, [record], self._recipe).result()
                except BrokenProcessPool:
                    outcomes.append(Reject(record.source, "the process that read it was killed; is memory short?"))
        self._pool = self._fresh_pool(self._jobs)
        return outcomes

    @staticmethod
    def _fresh_pool(jobs: int) -> ProcessPoolExecutor:
        # A forked child would share the parent's locks and its open database; a spawned one has neither.
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """End this process as soon as the one that started it has ended, however that came: nobody waits for its work."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_exit_after, args=(parent.sentinel,), daemon=True).start()


def _exit_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
