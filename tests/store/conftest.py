"""Articles and claims of our own making, and a database that holds some."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.store import RunCounts, Store
from tests.store.making import MADE_BY, harbour, quiet_article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A database with two articles: the first with six claims, the second with none."""
    with Store.open(path, create=True) as opened:
        run = opened.start_run({"paths": ["articles"]}, MADE_BY)
        added = opened.add(run, [harbour(), quiet_article()])
        opened.finish_run(run, RunCounts(2, added.stored, 0, 0, 0, added.claims))
        yield opened
