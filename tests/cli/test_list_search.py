"""The search line of ``factcheck list``."""

from pathlib import Path

import pytest

from factcheck.store import RunCounts, Store
from tests.cli.command import factcheck
from tests.store.making import MADE_BY, harbour


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "claims.db"
    with Store.open(path, create=True) as store:
        run = store.start_run({}, MADE_BY)
        store.add(run, [harbour()])
        store.finish_run(run, RunCounts(1, 1, 0, 0, 0, 6))
    return path


def listed(db: Path, *arguments: str) -> list[str]:
    done = factcheck("list", "--db", db, *arguments)
    assert (done.code, done.err) == (0, "")
    return [line.split()[1] for line in done.out.splitlines()[2:]]


def test_a_search_line_chooses_claims(db: Path) -> None:
    assert listed(db, 'type:casualty value>=10 "at least"') == ["casualty"]
    assert listed(db, "--", "-type:casualty") == ["date", "membership", "view_count"]
    assert listed(db, "section:*") == listed(db, "--foreign")


def test_options_and_the_line_hold_together(db: Path) -> None:
    assert listed(db, "value>=10", "--type", "casualty") == ["casualty"]
    assert listed(db, "killed", "--text", "port") == []
    assert listed(db, "label:none by:me", "--annotator", "ana", "--type", "date") == ["date"]


def test_a_line_that_makes_no_sense_is_said_and_ends_with_2(db: Path) -> None:
    for line, said in (("tpye:date", "did you mean type?"), ("by:me", "who is me?"), ('"open', "closing quote")):
        done = factcheck("list", "--db", db, line)
        assert (done.code, done.out) == (2, "")
        assert said in done.err
