"""Databases to review; screens stand still."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desk import choir, ferry, make_db


@pytest.fixture(autouse=True)
def calm_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of the person who runs the tests reach the app."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_FILTERS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the desk asks once the cursor has rested is asked at once."""
    monkeypatch.setattr("factcheck.tui.screens.guideline.REST_SECONDS", 0.001)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Two articles: three claims of the ferry's own and one of a teaser, four of the choir's."""
    return make_db(tmp_path / "claims.db", [ferry(), choir()])
