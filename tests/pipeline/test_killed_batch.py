"""A batch that is killed anywhere and run again ends with the rows of a batch that ran undisturbed."""

import random
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest

from factcheck.store import Store
from tests.pipeline.batch import COMMAND, content, extract, write_articles

KILLS = 50


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, float]:
    """The articles, the database of one whole run, and the seconds that the run took."""
    folder = tmp_path_factory.mktemp("batch")
    write_articles(folder / "articles", files=4, records=300)
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
        assert summary["read"] == summary["stored"] + summary["unchanged"] + summary["rejected"] == 1200
        assert content(db) == expected
        with Store.open(db, readonly=True) as store:
            assert list(store.check()) == []


def test_no_article_and_no_claim_is_there_twice(undisturbed: tuple[Path, Path, float]) -> None:
    rows = content(undisturbed[1])
    assert len(rows["articles"]) == 1200
    assert max(Counter(row[1] for row in rows["articles"]).values()) == 1
    assert max(Counter(row[-1] for row in rows["claims"]).values()) == 1
