from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from factcheck.model import LabelField, Order
from factcheck.review.settings import Settings
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.help import HelpScreen
from tests.tui.desk import Desk, make_db, until
from tests.tui.test_hostile_text import hostile
from tests.tui.test_review import label_as

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x60": (200, 60)}
SMALL, MIDDLE, LARGE = SIZES.values()
Compare = Callable[..., bool]
Size = tuple[int, int]


def looks_the_same(
    compare: Compare,
    db: Path,
    size: Size,
    *keys: str,
    theme: str = "dark",
    opens: Callable[[Desk], bool] | None = None,
) -> bool:
    """Compare the desk with its picture after some keys; ``opens`` says when what they open has opened."""
    app = ReviewApp(db, "anna", Settings(order=Order.READING, theme=theme))

    async def before(pilot: Pilot[None]) -> None:
        desk = Desk(app, pilot)
        await desk.rest()
        await desk.press(*keys)
        if opens is not None:
            await until(lambda: opens(desk))
            await desk.rest()

    return compare(app, terminal_size=size, run_before=before)


@pytest.fixture
def worked_db(db: Path) -> Path:
    """The second annotator has said something, and so has ours."""
    label_as(db, "boris", "30", LabelField.VERDICT, "refuted")
    label_as(db, "anna", "At least 12", LabelField.EXTRACTION, "correct")
    label_as(db, "anna", "At least 12", LabelField.VERDICT, "supported")
    label_as(db, "anna", "Thursday", LabelField.EXTRACTION, "wrong_value")
    return db


@pytest.fixture
def no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal whose user asked for no colours."""
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_desk(snap_compare: Compare, worked_db: Path, size: Size, theme: str) -> None:
    assert looks_the_same(snap_compare, worked_db, size, theme=theme)


@pytest.mark.usefixtures("no_color")
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_desk_without_colours(snap_compare: Compare, worked_db: Path, size: Size) -> None:
    assert looks_the_same(snap_compare, worked_db, size)


def test_the_desk_in_high_contrast(snap_compare: Compare, worked_db: Path) -> None:
    assert looks_the_same(snap_compare, worked_db, MIDDLE, theme="high-contrast")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_desk_with_article_and_panel_alone(snap_compare: Compare, worked_db: Path, size: Size) -> None:
    assert looks_the_same(snap_compare, worked_db, size, "z")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_list_of_members(snap_compare: Compare, worked_db: Path, size: Size) -> None:
    assert looks_the_same(snap_compare, worked_db, size, "end")


def helps(desk: Desk) -> bool:
    """Whether the help page is open."""
    return isinstance(desk.app.screen, HelpScreen)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_help_page(snap_compare: Compare, worked_db: Path, size: Size) -> None:
    assert looks_the_same(snap_compare, worked_db, size, "question_mark", opens=helps)


def test_the_help_page_on_paper_white(snap_compare: Compare, worked_db: Path) -> None:
    assert looks_the_same(snap_compare, worked_db, MIDDLE, "question_mark", theme="light", opens=helps)


@pytest.mark.usefixtures("no_color")
def test_the_help_page_without_colours(snap_compare: Compare, worked_db: Path) -> None:
    assert looks_the_same(snap_compare, worked_db, MIDDLE, "question_mark", opens=helps)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=["80x24", "120x40"])
def test_the_note_prompt(snap_compare: Compare, worked_db: Path, size: Size) -> None:
    assert looks_the_same(snap_compare, worked_db, size, "n", opens=lambda desk: isinstance(desk.app.focused, Input))


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=["80x24", "120x40"])
def test_an_empty_database(
    snap_compare: Compare, tmp_path: Path, size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make_db(Path("claims.db"), [])
    assert looks_the_same(snap_compare, Path("claims.db"), size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=["80x24", "120x40"])
def test_hostile_text(snap_compare: Compare, tmp_path: Path, size: Size) -> None:
    db = make_db(tmp_path / "claims.db", [hostile()])
    assert looks_the_same(snap_compare, db, size, *[","] * 40)  # the article's top, wherever its claim came to stand
