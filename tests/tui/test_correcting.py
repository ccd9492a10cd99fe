"""Corrections made on the desk by keys alone, and by the mouse, read back from the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from factcheck.model import ClaimType, ViewCount
from factcheck.review.corrections.fixes import FIXES, Fix, apply
from factcheck.review.settings import Settings
from factcheck.store import Store
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.pick import PickScreen
from factcheck.tui.screens.span import SpanScreen
from factcheck.values import to_json
from tests.tui.desk import CHOIR_TEXT, FERRY_TEXT, Desk, article, claim, desk, ferry, make_db, until
from tests.tui.on_disk import (
    claim_on_disk,
    nothing_stands,
    rows_on_disk,
    said,
    to_claim,
    value_on_disk,
    words_on_disk,
)
from tests.tui.test_review import labels_on_disk

# ---- the right value


async def test_the_value_opens_in_words_and_is_read_while_it_is_typed(db: Path) -> None:
    async with desk(db) as opened:
        opened.strike("e")
        await until(lambda: isinstance(opened.app.focused, Input))
        line = opened.app.screen.query_one(Input)
        await opened.rest()
        assert "12" in line.value
        assert "= at least 12 killed" in opened.screen_text
        opened.strike(*["backspace"] * len(line.value), *"12 to 15")
        await opened.rest()
        assert "= 12 to 15 killed" in opened.screen_text
        opened.strike(*" bananas")
        await opened.rest()
        assert "no value:" in opened.screen_text
        opened.strike("enter")
        await opened.rest()
        assert opened.app.screen.query_one(Input)
        opened.strike(*["backspace"] * len(" bananas"), "enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
        assert opened.quote == "30"
        assert said(db, "At least 12").extraction == "wrong_value"
        assert (value_on_disk(db, "At least 12")["low"], value_on_disk(db, "At least 12")["high"]) == (12, 15)
        await nothing_stands(opened, db, "At least 12")


@pytest.mark.parametrize(
    ("quote", "words", "expected"),
    [
        ("At least 12", "~15", {"low": 15, "high": 15, "comparator": "~", "effect": "killed"}),
        ("more than 1.2 million", ">=1.5m", {"low": 1_500_000, "high": None, "comparator": ">=", "metric": "views"}),
        ("March 2022", "2021-03", {"timex": "2021-03", "start": "2021-03-01", "end": "2021-03-31"}),
        ("Ada Moor, Ben Lund and Cleo Park", "Ada Moor; Ben Lund", {"group": "the club", "relation": "founders"}),
    ],
)
async def test_the_right_value_of_every_type(db: Path, quote: str, words: str, expected: dict[str, object]) -> None:
    async with desk(db) as opened:
        await to_claim(opened, quote)
        opened.strike("e")
        await until(lambda: isinstance(opened.app.focused, Input))
        opened.strike(*["backspace"] * 80, *words, "enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
        record = value_on_disk(db, quote)
        assert expected.items() <= record.items()
        if "group" in expected:
            members = record["members"]
            assert isinstance(members, list)
            assert [member["name"] for member in members] == ["Ada Moor", "Ben Lund"]
            assert [CHOIR_TEXT[member["start"] : member["end"]] for member in members] == ["Ada Moor", "Ben Lund"]
        await to_claim(opened, quote)
        assert "Right value" in opened.text("#claim")
        assert "≠ " in opened.text("#queue")
        await nothing_stands(opened, db, quote)


async def test_the_extractors_own_value_is_no_correction(db: Path) -> None:
    async with desk(db) as opened:
        opened.strike("e")
        await until(lambda: isinstance(opened.app.focused, Input))
        opened.strike("enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
        assert opened.quote == "At least 12"
        assert any("as it was extracted" in notice for notice in opened.notices)
    assert labels_on_disk(db, "At least 12") is None


FIXED = [(kind, fix) for kind in ClaimType for fix in FIXES if kind in fix.types and fix.key]
QUOTES = {
    ClaimType.CASUALTY: "At least 12",
    ClaimType.VIEW_COUNT: "more than 1.2 million",
    ClaimType.MEMBERSHIP: "Ada Moor, Ben Lund and Cleo Park",
    ClaimType.DATE: "March 2022",
}


@pytest.mark.parametrize(("kind", "fix"), FIXED, ids=[f"{kind}-{fix.name}" for kind, fix in FIXED])
async def test_every_key_that_puts_a_value_right(db: Path, kind: ClaimType, fix: Fix) -> None:
    quote = QUOTES[kind]
    stored = claim_on_disk(db, quote)
    with Store.open(db, readonly=True) as store:
        published = store.article(stored.article_id).article.published
    right = apply(fix, stored.claim.value, published.day if published else None)
    async with desk(db, size=(240, 36)) as opened:
        await to_claim(opened, quote)
        assert fix.key in opened.text("#keys").splitlines()[1].split()
        await opened.press(fix.key)
        if right is None:
            assert opened.quote == quote
            assert labels_on_disk(db, quote) is None
            return
        assert value_on_disk(db, quote) == to_json(right)
        assert said(db, quote).extraction == "wrong_value"
        await nothing_stands(opened, db, quote)


async def test_a_second_key_puts_right_what_the_first_has_left(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("I", "k", "equals_sign")
        record = value_on_disk(db, "At least 12")
        assert (record["effect"], record["comparator"], record["high"]) == ("injured", "=", 12)
        await opened.press("u")
        assert value_on_disk(db, "At least 12")["comparator"] == ">="


# ---- the right words


async def test_edges_move_by_key_and_the_value_follows(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("r")
        assert isinstance(opened.app.screen, SpanScreen)
        assert "‹At least 12› people" in opened.screen_text
        await opened.press("tab", "ctrl+right", "ctrl+right")
        assert "At least ‹12› people" in opened.screen_text
        assert "= 12 killed" in opened.screen_text
        await opened.press("enter")
        assert opened.quote == "30"
        assert said(db, "At least 12").extraction == "wrong_span"
        assert words_on_disk(db, "At least 12", FERRY_TEXT) == "12"
        assert value_on_disk(db, "At least 12")["comparator"] == "="
        await to_claim(opened, "At least 12")
        assert "Right words “12”" in opened.words("#claim")
        assert "“At least 12”" in opened.words("#claim")
        await opened.press("r")
        assert "At least ‹12› people" in opened.screen_text
        await opened.press("escape")
        await nothing_stands(opened, db, "At least 12")


async def test_words_with_the_extractors_value_keep_it(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("r", "ctrl+right")
        assert "as it was" in opened.screen_text
        await opened.press("enter")
        assert words_on_disk(db, "At least 12", FERRY_TEXT) == "At least 12 people"
        assert said(db, "At least 12").corrected_value is None


async def test_words_that_say_no_value_are_told_and_can_be_saved_alone(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("r", "ctrl+left")
        assert "no value:" in opened.screen_text
        await opened.press("enter")
        assert any("say no value" in notice for notice in opened.notices)
        assert words_on_disk(db, "At least 12", FERRY_TEXT) == "At least"
        assert said(db, "At least 12").corrected_value is None
        await nothing_stands(opened, db, "At least 12")


async def test_unmoved_edges_and_escape_say_nothing(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("r", "right", "left", "enter")
        assert any("nothing was said" in notice for notice in opened.notices)
        await opened.press("r", "right", "escape")
        assert opened.quote == "At least 12"
    assert labels_on_disk(db, "At least 12") is None


async def test_keys_of_the_desk_do_nothing_while_words_are_marked(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("r", "1", "x", "c", "n", "u", "q", "escape")
        assert opened.app.screen is opened.review
    assert all(row.labels is None for row in rows_on_disk(db))


async def test_keys_typed_ahead_of_the_screen_label_nothing(db: Path) -> None:
    async with desk(db) as opened:
        opened.strike("right_square_bracket", "r", "1", "x")
        await until(lambda: isinstance(opened.app.screen, SpanScreen))
        await opened.rest()
        await opened.press("escape")
    assert all(row.labels is None for row in rows_on_disk(db))


# ---- the right type


async def test_the_right_type_is_chosen_by_one_key_with_the_value_that_it_has(tmp_path: Path) -> None:
    wire = article("wire.txt", "The clip shows how 30 people were injured on the quay.")
    path = make_db(tmp_path / "claims.db", [(wire, [claim(wire, "30", ViewCount("views", 30, 30, "="))]), ferry()])
    async with desk(path) as opened:
        await opened.press("T")
        assert "1 casualty = 30 injured" in opened.screen_text
        assert "2 views    = 30 views  (as it is)" in opened.screen_text
        assert "4 date     no value:" in opened.screen_text
        await opened.press("1")
        assert opened.quote == "At least 12"
        labels = said(path, "30")
        assert (labels.extraction, labels.corrected_type) == ("wrong_type", "casualty")
        assert value_on_disk(path, "30", ClaimType.CASUALTY)["effect"] == "injured"
        await opened.press("home")
        assert "Right type casualty" in opened.words("#claim")
        assert "≠ 30 injured" in opened.text("#queue")
        await nothing_stands(opened, path, "30")


async def test_a_type_without_a_value_can_be_said_alone(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("T", "4")
        assert any("say no value" in notice for notice in opened.notices)
        labels = said(db, "At least 12")
        assert (labels.extraction, labels.corrected_type, labels.corrected_value) == ("wrong_type", "date", None)
        await nothing_stands(opened, db, "At least 12")


async def test_the_type_that_it_has_and_escape_say_nothing(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("T", "1", "escape")
        assert opened.quote == "At least 12"
    assert labels_on_disk(db, "At least 12") is None


# ---- split, merge, same as


async def test_a_claim_that_holds_two_is_split_in_one_batch(db: Path) -> None:
    quote = "Ada Moor, Ben Lund and Cleo Park"
    async with desk(db) as opened:
        await to_claim(opened, quote)
        await opened.press("vertical_line", "tab", "ctrl+left", "3")
        assert "‹Cleo Park›" in opened.screen_text
        assert "“Ada Moor, Ben Lund”" in opened.screen_text
        await opened.press("enter")
        assert words_on_disk(db, quote, CHOIR_TEXT) == "Ada Moor, Ben Lund"
        assert said(db, quote).extraction == "wrong_span"
        members = value_on_disk(db, quote)["members"]
        assert isinstance(members, list)
        assert [member["name"] for member in members] == ["Ada Moor", "Ben Lund"]
        assert claim_on_disk(db, "Cleo Park").claim.added_by == "anna"
        await opened.press("u")
        assert labels_on_disk(db, quote) is None
        assert "Cleo Park" not in opened.quotes
        await opened.press("U")
        assert "Cleo Park" in opened.quotes
        assert words_on_disk(db, quote, CHOIR_TEXT) == "Ada Moor, Ben Lund"


async def test_two_claims_that_are_one_are_merged_in_one_batch(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("ampersand")
        assert "“At least 12 people were killed and 30”" in opened.screen_text
        await opened.press("escape", "ampersand", "enter")
        assert words_on_disk(db, "At least 12", FERRY_TEXT) == "At least 12 people were killed and 30"
        other = said(db, "30")
        assert (other.extraction, other.duplicate_of) == ("duplicate", claim_on_disk(db, "At least 12").key)
        assert opened.quote == "Thursday"
        await nothing_stands(opened, db, "At least 12")
        assert labels_on_disk(db, "30") is None


async def test_nothing_follows_the_last_claim_of_its_type(db: Path) -> None:
    async with desk(db) as opened:
        await to_claim(opened, "30")
        await opened.press("ampersand")
        assert any("No other casualty claim follows" in notice for notice in opened.notices)


async def test_the_same_claim_is_picked_and_the_panel_names_it_and_leads_there(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("m", *"thurs", "enter")
        assert said(db, "At least 12").duplicate_of == claim_on_disk(db, "Thursday").key
        assert said(db, "At least 12").extraction == "duplicate"
        await to_claim(opened, "At least 12")
        await until(lambda: "Thursday" in opened.text("#claim"))
        assert "“Thursday” = 2022-11-24" in opened.words("#claim")
        await opened.press("ctrl+g")
        assert opened.quote == "Thursday"
        await opened.press("ctrl+g")
        assert any("no duplicate of a named one" in notice for notice in opened.notices)
        await nothing_stands(opened, db, "At least 12")


async def test_arrows_choose_among_the_claims_offered(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("m")
        await until(lambda: "▸ casualty “30”" in opened.screen_text)
        await opened.press("down", "down", "up")
        await until(lambda: "▸ date     “Thursday”" in opened.screen_text)
        await opened.press("enter")
        assert said(db, "At least 12").duplicate_of == claim_on_disk(db, "Thursday").key


async def test_claims_of_other_articles_with_the_same_value_are_offered(db: Path, tmp_path: Path) -> None:
    wire = article("wire.txt", "A wire said that at least 12 people were killed off Port Ansel.")
    twin = claim(wire, "at least 12", claim_on_disk(db, "At least 12").claim.value)
    path = make_db(tmp_path / "both.db", [ferry(), (wire, [twin])])
    async with desk(path) as opened:
        await opened.press("m")
        screen = opened.app.screen
        assert isinstance(screen, PickScreen)
        await until(lambda: "wire.txt" in opened.screen_text)
        opened.strike(*"wire", "enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
        assert said(path, "At least 12").duplicate_of == claim_on_disk(path, "at least 12").key
        await opened.write("/", "12 section:* type:casualty killed source:ferry", erase=80)
        await to_claim(opened, "At least 12")
        await opened.press("ctrl+g")
        assert opened.quote == "at least 12"


# ---- what holds for all


KEYS = ("e", "r", "T", "a", "vertical_line", "ampersand", "m", "equals_sign")


@pytest.mark.parametrize("key", KEYS)
async def test_a_desk_for_reading_only_says_so(db: Path, key: str) -> None:
    app = ReviewApp(db, "anna", Settings(), readonly=True)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        opened = Desk(app, pilot)
        await opened.rest()
        await opened.press(key)
        assert app.screen is app.review
        assert any("reading only" in notice for notice in opened.notices)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 60)])
async def test_a_screen_of_any_size_shows_the_words_and_their_value(db: Path, size: tuple[int, int]) -> None:
    async with desk(db, size=size) as opened:
        await opened.press("r")
        assert "‹At least 12›" in opened.screen_text
        assert "= at least 12 killed" in opened.screen_text
        await opened.pilot.resize_terminal(60, 20)
        await opened.rest()
        assert "‹At least 12›" in opened.screen_text
