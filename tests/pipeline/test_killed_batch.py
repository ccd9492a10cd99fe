"""A batch that is killed anywhere and run again ends with the rows of a batch that ran undisturbed."""

import random
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from factcheck.store import Store
from tests.pipeline.batch import COMMAND, content, extract, write_articles
from tests.thorough import SLOW

KILLS, RECORDS = (50, 1200) if SLOW else (10, 600)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, float]:
    """The articles, the database of one whole run, and the seconds that the run took."""
    folder = tmp_path_factory.mktemp("batch")
    write_articles(folder / "articles", files=4, records=RECORDS // 4)
    began = time.monotonic()
    extract(folder / "articles", "--db", folder / "whole.db")
    return folder / "articles", folder / "whole.db", time.monotonic() - began


def _kill_after(seconds: float, arguments: list[str]) -> bool:
    """Start a batch and kill it after a while; false where it had ended by itself."""
    process = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_at_random_moments_it_ends_with_the_same_rows(
    undisturbed: tuple[Path, Path, float], tmp_path: Path, jobs: str
) -> None:
    articles, whole, seconds = undisturbed
    expected = content(whole)
    moments = random.Random(f"kills with {jobs} jobs")
    kills = databases = 0
    while kills < KILLS // 2:
        db = tmp_path / f"{databases}.db"
        databases += 1
        arguments = [str(articles), "--db", str(db), "--jobs", jobs]
        while kills < KILLS // 2 and _kill_after(moments.uniform(0.2, seconds), arguments):
            kills += 1
        summary = extract(articles, "--db", db)
        assert summary["read"] == summary["stored"] + summary["unchanged"] + summary["rejected"] == RECORDS
        assert content(db) == expected
        with Store.open(db, readonly=True) as store:
            assert list(store.check()) == []


def test_no_article_and_no_claim_is_there_twice(undisturbed: tuple[Path, Path, float]) -> None:
    rows = content(undisturbed[1])
    assert len(rows["articles"]) == RECORDS
    assert max(Counter(row[1] for row in rows["articles"]).values()) == 1
    assert max(Counter(row[-1] for row in rows["claims"]).values()) == 1


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are listed in /proc here alone")
def test_the_processes_of_a_killed_batch_end_with_it(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", files=8, records=300)
    command = [*COMMAND, str(tmp_path / "articles"), "--db", str(tmp_path / "c.db"), "--jobs", "2"]
    batch = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert _within(30, lambda: len(_children(batch.pid)) >= 3)
    children = _children(batch.pid)
    batch.kill()
    batch.wait()
    assert _within(30, lambda: not any(map(_runs, children)))


def _children(parent: int) -> list[int]:
    """The processes that a process has started: two workers and what multiprocessing needs."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            name, _, rest = stat.read_text().rpartition(")")
            if int(rest.split()[1]) == parent:
                found.append(int(name.split()[0]))
    return found


def _runs(process: int) -> bool:
    """Whether a process goes on; one that has ended may still be listed until its parent asks."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _within(seconds: float, condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
