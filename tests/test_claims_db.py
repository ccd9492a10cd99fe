"""The database that comes with the project is what the documented command makes of the fixtures."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck.store import Store
from factcheck.store.db import open_db

ROOT = Path(__file__).parents[1]
VOLATILE = {"started_at", "finished_at"}


def _rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of ours, without the times of the run."""
    db = open_db(path, readonly=True)
    tables = [name for name in db.table_names() if not name.startswith(("_", "claims_fts", "sqlite_"))]
    rows = {
        name: [{key: value for key, value in row.items() if key not in VOLATILE} for row in db[name].rows]
        for name in tables
    }
    db.close()
    return rows


def _is_worked_on() -> bool:
    """Whether somebody has used the database since it came: what they added stands behind the rows that were made."""
    command = ["git", "status", "--porcelain", "--", "claims.db"]
    return bool(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "claims.db"
    subprocess.run([sys.executable, ROOT / "fixtures" / "make_claims_db.py", path], check=True, cwd=ROOT)
    return path


def test_it_holds_the_same_rows(made: Path, tmp_path: Path) -> None:
    kept = tmp_path / "claims.db"
    kept.write_bytes((ROOT / "claims.db").read_bytes())
    expected, found = _rows(made), _rows(kept)
    assert len(expected["articles"]) >= 14
    if _is_worked_on():
        found = {name: rows[: len(expected[name])] for name, rows in found.items()}
    assert found == expected


def test_it_is_sound_and_has_labels_of_several_people(made: Path) -> None:
    with Store.open(made, readonly=True) as store:
        assert list(store.check()) == []
        counted = store.stats()
    assert len(counted.by_annotator) >= 2
    assert counted.events >= 10
    assert not made.with_name("claims.db-wal").exists()
