"""Files in, claims in the database: read, skip what is known, extract, write, chunk by chunk.

Every chunk is one transaction, and chunks are written in the order in which they were read. A run that is stopped
anywhere therefore leaves whole chunks, and running it again goes on from there and ends with the same rows.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from factcheck import ingest
from factcheck.model import Reject
from factcheck.pipeline.workers import Outcome, Recipe, Workers
from factcheck.store import RunCounts, Store

_CHUNK_RECORDS = 256
_CHUNK_BYTES = 4 * 1024 * 1024
_PARALLEL_BYTES = 8 * 1024 * 1024
"""Below this much input, starting processes takes longer than they would save."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: sources read of those found, and the counts of what is written."""

    source: str
    sources_read: int
    sources: int
    counts: RunCounts


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is told how a run goes: of each reject, and of each chunk once it is written."""

    rejected: Callable[[Reject], None] = lambda _: None
    progressed: Callable[[Progress], None] = lambda _: None


SILENT = Listener()


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some records in reading order, and the rejects met between them."""

    records: tuple[ingest.Record, ...]
    rejects: tuple[Reject, ...]
    source: str = ""
    sources_read: int = 0
    sources: int = 0


def default_jobs(sources: Iterable[ingest.Source]) -> int:
    """One process for little input, else one a core."""
    total = 0
    for source in sources:
        with suppress(OSError):  # what has gone meanwhile is a reject when it is read
            total += source.path.stat().st_size
        if total > _PARALLEL_BYTES:
            return os.cpu_count() or 1
    return 1


def extract_paths(
    store: Store,
    paths: Sequence[str],
    recipe: Recipe,
    *,
    jobs: int | None = None,
    listener: Listener = SILENT,
) -> RunCounts:
    """Extract every article of the files, folders and globs into the store; returns the run's counts.

    ``read == stored + unchanged + rejected``; ``updated`` of the stored were there before, made otherwise.
    ``jobs`` is the number of processes, by default what suits the amount of input.
    """
    found = list(ingest.expand(paths))
    sources = [entry for entry in found if isinstance(entry, ingest.Source)]
    unreadable = tuple(entry for entry in found if isinstance(entry, Reject))
    run_id = store.start_run({"paths": list(paths), "jobs": jobs}, recipe.made_by)
    run = _Run(store, run_id, recipe, listener)
    if unreadable:
        run.write(Chunk((), unreadable), [])
    with Workers(recipe, jobs or default_jobs(sources)) as workers:
        under_way: deque[tuple[Chunk, Callable[[], list[Outcome]]]] = deque()
        for chunk in chunks(sources):
            under_way.append((chunk, workers.submit(run.unknown(chunk))))
            if len(under_way) >= workers.capacity:
                run.write_next(under_way)
        while under_way:
            run.write_next(under_way)
    store.finish_run(run_id, run.counts)
    return run.counts


def chunks(sources: Sequence[ingest.Source]) -> Iterator[Chunk]:
    """Cut the sources' records into chunks of bounded number and size."""
    records: list[ingest.Record] = []
    rejects: list[Reject] = []
    size = 0
    name = ""
    for number, source in enumerate(sources):
        name = source.name
        for entry in ingest.records(source):
            if isinstance(entry, Reject):
                rejects.append(entry)
            else:
                records.append(entry)
                size += len(entry.raw)
            if len(records) + len(rejects) >= _CHUNK_RECORDS or size >= _CHUNK_BYTES:
                yield Chunk(tuple(records), tuple(rejects), name, number, len(sources))
                records, rejects, size = [], [], 0
    yield Chunk(tuple(records), tuple(rejects), name, len(sources), len(sources))


class _Run:
    """One run's counts, and the writing of its chunks."""

    def __init__(self, store: Store, run_id: int, recipe: Recipe, listener: Listener) -> None:
        self.counts = RunCounts(read=0, stored=0, updated=0, unchanged=0, rejected=0, claims=0)
        self._store = store
        self._run_id = run_id
        self._recipe = recipe
        self._listener = listener

    def unknown(self, chunk: Chunk) -> list[ingest.Record]:
        """The chunk's records that the store does not hold as this recipe makes them."""
        known = self._store.known([record.sha256 for record in chunk.records], self._recipe.made_by)
        return [record for record in chunk.records if record.sha256 not in known]

    def write_next(self, under_way: deque[tuple[Chunk, Callable[[], list[Outcome]]]]) -> None:
        chunk, outcomes = under_way.popleft()
        self.write(chunk, outcomes())

    def write(self, chunk: Chunk, outcomes: Sequence[Outcome]) -> None:
        """Store a chunk's outcomes in one transaction and count them."""
        articles = [outcome for outcome in outcomes if not isinstance(outcome, Reject)]
        rejects = (*chunk.rejects, *(outcome for outcome in outcomes if isinstance(outcome, Reject)))
        added = self._store.add(self._run_id, articles, rejects)
        skipped = len(chunk.records) - len(outcomes)
        before = self.counts
        self.counts = replace(
            before,
            read=before.read + len(chunk.records) + len(chunk.rejects),
            stored=before.stored + added.stored + added.updated,
            updated=before.updated + added.updated,
            unchanged=before.unchanged + added.unchanged + skipped,
            rejected=before.rejected + len(rejects),
            claims=before.claims + added.claims,
        )
        for reject in rejects:
            self._listener.rejected(reject)
        self._listener.progressed(Progress(chunk.source, chunk.sources_read, chunk.sources, self.counts))
