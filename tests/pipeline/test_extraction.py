"""A batch reads everything once, accounts for everything, and can be run again."""

import gzip
import json
import os
import signal
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from factcheck import ingest
from factcheck.extract.registry import DEFAULT_EXTRACTORS
from factcheck.model import ClaimFilter, ClaimType, Reject
from factcheck.pipeline import workers
from factcheck.pipeline.extraction import Listener, Progress, extract_paths
from factcheck.pipeline.workers import Recipe, Workers
from factcheck.store import RunCounts, Store
from tests.pipeline.batch import content, write_articles

RECIPE = Recipe(DEFAULT_EXTRACTORS)


def _counts(counts: RunCounts) -> tuple[int, int, int, int]:
    assert counts.read == counts.stored + counts.unchanged + counts.rejected
    return counts.read, counts.stored, counts.unchanged, counts.rejected


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "claims.db", create=True)


def test_a_second_run_adds_no_row_and_says_so(store: Store, tmp_path: Path) -> None:
    write_articles(tmp_path / "in", files=2, records=5)
    first = extract_paths(store, [str(tmp_path / "in")], RECIPE)
    rows = content(tmp_path / "claims.db")
    second = extract_paths(store, [str(tmp_path / "in")], RECIPE)
    assert _counts(first) == (10, 10, 0, 0)
    assert first.claims == len(rows["claims"]) > 30
    assert _counts(second) == (10, 0, 10, 0)
    assert second.claims == 0
    assert content(tmp_path / "claims.db") == rows


def test_processes_make_the_same_rows_as_one(tmp_path: Path) -> None:
    write_articles(tmp_path / "in", files=3, records=200)
    made = []
    for jobs in (1, 2):
        path = tmp_path / f"{jobs}.db"
        with Store.open(path, create=True) as store:
            extract_paths(store, [str(tmp_path / "in")], RECIPE, jobs=jobs)
        made.append(content(path))
    assert made[0] == made[1]


def test_rejects_are_told_with_file_and_line_and_the_rest_goes_on(store: Store, tmp_path: Path) -> None:
    good = json.dumps({"id": "a", "text": "Two people died in the storm."})
    (tmp_path / "mixed.jsonl").write_text(f"{good}\n\n{{broken\n{good.replace('Two', 'Six')}\n")
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(good.replace("Two", "Ten").encode() * 3)[:-9])
    heard: list[Reject] = []
    counts = extract_paths(
        store, [str(tmp_path), str(tmp_path / "absent.txt")], RECIPE, listener=Listener(rejected=heard.append)
    )
    assert {(reject.source, reject.line) for reject in heard} >= {("mixed.jsonl", 3), ("absent.txt", None)}
    assert any(reject.source == "cut.jsonl.gz" for reject in heard)
    assert counts.stored == 2
    assert counts.rejected == len(heard)
    assert store.stats().rejects == len(heard)


def test_the_same_bytes_in_two_files_are_one_article(store: Store, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Two people died in the storm.")
    assert _counts(extract_paths(store, [str(tmp_path)], RECIPE)) == (2, 1, 1, 0)


def test_another_publication_day_makes_the_claims_again(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge fell on Tuesday.")
    for day, resolved in ((date(2022, 11, 24), "2022-11-22"), (date(2021, 6, 10), "2021-06-08")):
        counts = extract_paths(store, [str(tmp_path / "a.txt")], Recipe(DEFAULT_EXTRACTORS, day))
        (row,) = store.rows(store.claim_ids(ClaimFilter(types=(ClaimType.DATE,))), None)
        assert getattr(row.value, "timex", None) == resolved
    assert (counts.stored, counts.updated) == (1, 1)


def test_progress_ends_with_every_source_read(store: Store, tmp_path: Path) -> None:
    write_articles(tmp_path / "in", files=3, records=2)
    heard: list[Progress] = []
    counts = extract_paths(store, [str(tmp_path / "in")], RECIPE, listener=Listener(progressed=heard.append))
    assert (heard[-1].sources_read, heard[-1].sources) == (3, 3)
    assert heard[-1].counts == counts


def _record(text: str, name: str) -> ingest.Record:
    return ingest.Record(name, name, "text/plain", text.encode(), name)


def _die_of_poison(records: Sequence[ingest.Record], recipe: Recipe) -> list[workers.Outcome]:
    if any(record.raw == b"poison" for record in records):
        os.kill(os.getpid(), signal.SIGKILL)
    return workers.process(records, recipe)


def test_a_record_that_kills_its_process_costs_itself_alone() -> None:
    chunks = [
        [_record("Two people died.", "a"), _record("poison", "b"), _record("Six people died.", "c")],
        [_record("Ten people died.", "d")],
    ]
    with Workers(RECIPE, 2, _die_of_poison) as running:
        waiting = [running.submit(chunk) for chunk in chunks]
        outcomes = [outcome for wait in waiting for outcome in wait()]
        again = running.submit([_record("Nine people died.", "e")])()
    kinds = [type(outcome) for outcome in (*outcomes, *again)]
    assert kinds == [tuple, Reject, tuple, tuple, tuple]
