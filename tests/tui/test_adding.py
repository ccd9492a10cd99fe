"""Claims that extraction missed, added on the desk from the words of their article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from factcheck.model import ClaimFilter
from factcheck.store import Store, StoredClaim
from factcheck.tui.page import line_at
from factcheck.tui.screens.span import AddScreen
from factcheck.tui.widgets.marking_view import MarkingView
from tests.tui.desk import FERRY_TEXT, Desk, article, claim, desk, make_db, tolls, until
from tests.tui.on_disk import claim_on_disk, rows_on_disk, said, to_claim


async def add_twelve(opened: Desk) -> None:
    """Mark the 12 of "At least 12" by keys and add it."""
    await opened.press("a", "w", "w", "v")
    assert "At least ‹12› people" in opened.screen_text
    assert "[1 casualty]" in opened.screen_text
    await opened.press("enter")


async def test_a_missed_claim_is_added_from_the_article_and_undo_and_redo_take_it_out_and_in(db: Path) -> None:
    async with desk(db) as opened:
        before = opened.quotes
        await add_twelve(opened)
        assert opened.quote == "At least 12"
        assert opened.quotes == [before[0], "12", *before[1:]]
        added = claim_on_disk(db, "12")
        assert (added.claim.added_by, added.claim.extractor, added.claim.type) == ("anna", "annotator", "casualty")
        assert added.claim.quote == FERRY_TEXT[added.claim.start : added.claim.end]
        assert said(db, "12").extraction == "correct"
        await opened.press("j")
        assert "added by anna" in opened.words("#claim")
        await opened.press("u")
        assert opened.quotes == before
        assert "12" not in [row.quote for row in rows_on_disk(db)]
        await opened.press("U")
        assert opened.quotes == [before[0], "12", *before[1:]]
        assert "12" in [row.quote for row in rows_on_disk(db)]
        await opened.press("home", "1")
        assert said(db, "At least 12").verdict == "supported"
    async with desk(db) as opened:
        assert opened.quotes == [before[0], "12", *before[1:]]
        await opened.press("u", "u")
        assert opened.quotes == before


async def test_where_a_claim_of_the_type_stands_on_the_words_none_is_added(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("a", "v", "ctrl+right", "ctrl+right", "1")
        assert "‹At least 12›" in opened.screen_text
        assert "stands on these very words" in opened.screen_text
        await opened.press("enter")
        assert isinstance(opened.app.screen, AddScreen)
        await opened.press("4", "enter")
        assert "no value:" in opened.screen_text
        assert isinstance(opened.app.screen, AddScreen)
    assert [row.type for row in rows_on_disk(db) if row.quote == "At least 12"] == ["casualty"]


async def test_the_type_is_chosen_by_key_or_in_turn(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("a", "w", "w", "v", "2")
        assert "[2 views]" in opened.screen_text
        await opened.press("t", "t", "t")
        assert "[1 casualty]" in opened.screen_text
        await opened.press("space")
        assert "nothing is marked yet" in opened.screen_text
        await opened.press("enter")
        assert isinstance(opened.app.screen, AddScreen)


async def test_the_caret_walks_by_line_and_sentence_from_the_title_to_the_text(db: Path) -> None:
    async with desk(db) as opened:
        await to_claim(opened, "a million")
        await opened.press("a", "down", "right_parenthesis", "v")
        assert "‹The› club" in opened.screen_text
        await opened.press("space", "up", "up", "up", "home", "v")
        assert "‹Clip› passes" in opened.screen_text


async def test_the_caret_takes_the_keys_that_would_scroll_an_article_longer_than_the_pane(tmp_path: Path) -> None:
    path = make_db(tmp_path / "long.db", tolls(1, 400))
    async with desk(path, size=(80, 24)) as opened:
        await opened.press("a", "down", "down")
        screen = opened.app.screen
        assert isinstance(screen, AddScreen)
        below = screen._marking.caret
        await opened.press("up")
        assert 0 < screen._marking.caret < below
        await opened.press("pagedown", "pagedown", "pagedown")
        view = screen.query_one(MarkingView)
        line = line_at(view._lines, "text", screen._marking.caret)
        assert line is not None
        assert line > view.size.height
        assert view.scroll_offset.y <= line < view.scroll_offset.y + view.size.height


async def test_words_dragged_over_with_the_mouse_can_be_added(db: Path) -> None:
    async with desk(db) as opened:
        lines = opened.text("#article").splitlines()
        line = next(y for y, text in enumerate(lines) if "and 30" in text)
        where = (lines[line].index("30"), line)
        await opened.pilot.mouse_down("#article", offset=where)
        await opened.pilot.hover("#article", offset=(where[0] + 1, where[1]))
        await opened.pilot.mouse_up("#article", offset=(where[0] + 1, where[1]))
        await until(lambda: isinstance(opened.app.screen, AddScreen))
        await opened.rest()
        assert "‹30›" in opened.screen_text
        assert opened.quote == "At least 12"


async def test_an_empty_queue_has_nothing_to_add_to(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", [])
    async with desk(path) as opened:
        await opened.press("a", "r", "e", "T", "m", "vertical_line", "ampersand", "equals_sign")
        assert opened.app.screen is opened.review
        assert any("added beside another" in notice for notice in opened.notices)


async def test_an_added_claim_that_cannot_be_saved_is_kept_for_another_try(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("a", "w", "w", "v")
        with Store.open(db) as other:
            twin = claim_of_twelve(other)
            other.add_claim(twin.claim, twin.article_id, "boris")
        await opened.press("enter")
        assert any("Not saved" in notice for notice in opened.notices)
        assert "NOT SAVED" in opened.text("#status")
        await opened.press("u")
        assert "NOT SAVED" not in opened.text("#status")


def claim_of_twelve(store: Store) -> StoredClaim:
    """The claim that ``add_twelve`` would add, beside one of its article."""
    stored = store.claim(next(iter(store.claim_ids(ClaimFilter()))))
    made = article("ferry.txt", FERRY_TEXT)
    return replace(stored, claim=replace(claim(made, "12", stored.claim.value)))
