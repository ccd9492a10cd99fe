from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from factcheck.filters import parse
from factcheck.model import ClaimFilter, LabelField, Labels
from factcheck.store import Store
from factcheck.tui.screens.bulk import BulkScreen
from factcheck.tui.screens.saved import SavedScreen
from factcheck.tui.screens.search import SearchPrompt
from tests.thorough import SLOW
from tests.tui.desk import Desk, desk, make_db, tolls, until
from tests.tui.test_review import label_as, labels_on_disk


def shows(opened: Desk, *words: str) -> bool:
    """Whether the screen says all these words."""
    text = " ".join(opened.screen_text.split())
    return all(word in text for word in words)


async def type_search(opened: Desk, line: str) -> None:
    opened.strike("slash")
    await until(lambda: isinstance(opened.app.focused, Input))
    opened.strike(*line)
    await until(lambda: opened.app.screen.query_one(Input).value.endswith(line))


def offers(opened: Desk) -> list[str]:
    listed = opened.app.screen.query_one(OptionList)
    return [str(option.prompt).split("  ")[0] for option in listed.options] if listed.display else []


def all_labels(path: Path, annotator: str = "anna") -> list[Labels]:
    with Store.open(path, readonly=True) as store:
        rows = store.rows(store.claim_ids(ClaimFilter(foreign=True)), annotator)
    return [row.labels for row in rows if row.labels is not None]


def labelled(path: Path) -> int:
    """How many claims are done for anna."""
    with Store.open(path, readonly=True) as store:
        return store.count(parse("state:done", annotator="anna", today=date.today()))


# ---- the search line


async def test_fields_and_their_choices_are_offered_with_what_they_mean(db: Path) -> None:
    async with desk(db, size=(80, 24)) as opened:
        await type_search(opened, "ty")
        await until(lambda: shows(opened, "type:", "what kind of claim it is"))
        opened.strike("tab")
        await until(lambda: "casualty" in offers(opened))
        opened.strike("down", "down")
        await until(lambda: opened.app.screen.query_one(OptionList).highlighted == 2)
        opened.strike("right")
        await until(lambda: opened.app.screen.query_one(Input).value == "type:membership ")
        opened.strike("enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
        assert opened.quotes == ["Ada Moor, Ben Lund and Cleo Park"]


async def test_names_are_offered_as_they_lie_in_the_database(db: Path) -> None:
    async with desk(db) as opened:
        await type_search(opened, "publisher:ev")
        await until(lambda: offers(opened) == ['"Evening Wire"'])
        opened.strike("tab")
        await until(lambda: opened.app.screen.query_one(Input).value == 'publisher:"Evening Wire" ')
        await until(lambda: shows(opened, "7 claims, 7 to do"))


async def test_what_a_line_finds_is_counted_while_it_is_typed(db: Path) -> None:
    label_as(db, "anna", "30", LabelField.EXTRACTION, "correct")
    async with desk(db) as opened:
        await type_search(opened, "ferry")
        await until(lambda: shows(opened, "3 claims, 2 to do"))
        opened.strike(*" sample:1")
        await until(lambda: shows(opened, "1 claim, "))


async def test_what_others_have_done_is_still_to_do_for_me(db: Path) -> None:
    label_as(db, "boris", "30", LabelField.EXTRACTION, "correct")
    async with desk(db) as opened:
        await type_search(opened, "by:boris")
        await until(lambda: shows(opened, "1 claim, 1 to do"))


@pytest.mark.parametrize(
    ("line", "marked", "said"),
    [
        ("ferry typ:date", "typ:date", "did you mean type?"),
        ("type:dat", "dat", "did you mean date?"),
        ("since:never", "never", "since"),
    ],
)
async def test_a_mistake_is_marked_where_it_is_and_cannot_be_entered(
    db: Path, line: str, marked: str, said: str
) -> None:
    async with desk(db, size=(80, 24)) as opened:
        await type_search(opened, line)
        await until(lambda: shows(opened, "^" * len(marked), said))
        opened.strike("enter")
        await opened.rest()
        assert isinstance(opened.app.screen, SearchPrompt)
        rows = opened.screen_text.splitlines()
        marks = next(row for row in rows if "^" in row)
        assert rows[rows.index(marks) - 1][marks.index("^") :].startswith(marked)
        opened.strike("escape", "escape")
        await until(lambda: opened.app.screen is opened.review)
        assert len(opened.quotes) == 7


async def test_escape_closes_what_is_offered_and_then_the_line(db: Path) -> None:
    async with desk(db) as opened:
        await type_search(opened, "typ")
        await until(lambda: bool(offers(opened)))
        opened.strike("escape")
        await until(lambda: not offers(opened))
        assert isinstance(opened.app.screen, SearchPrompt)
        opened.strike("escape")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
        assert len(opened.quotes) == 7


async def test_a_click_takes_what_is_offered(db: Path) -> None:
    async with desk(db) as opened:
        await type_search(opened, "type:vi")
        await until(lambda: opened.app.screen.query_one(OptionList).region.height == 1)
        await opened.pilot.click("#search-offers", offset=(2, 0))
        await until(lambda: opened.app.screen.query_one(Input).value == "type:view_count ")


async def test_the_line_can_be_found_again_and_emptied(db: Path) -> None:
    async with desk(db) as opened:
        await opened.write("slash", "type:date")
        assert opened.quotes == ["Thursday", "March 2022"]
        await opened.write("slash", "", erase=len("type:date"))
        assert len(opened.quotes) == 7


async def test_orders_change_in_turn_and_are_named(db: Path) -> None:
    async with desk(db) as opened:
        seen = []
        for _ in range(4):
            await opened.press("O")
            seen.append(next(words for words in ORDERS if words in opened.text("#status")))
        assert seen == ["newest first", "by lot", "most helpful first", "in reading order"]


ORDERS = ("newest first", "by lot", "most helpful first", "in reading order")


async def test_a_sample_is_said_in_words_and_is_the_same_for_everybody(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(6))
    found = []
    for annotator in ("anna", "boris"):
        async with desk(path, annotator, size=(160, 40)) as opened:
            await opened.write("slash", "sample:5 order:random")
            assert "a sample of 5, the same for everybody" in opened.text("#status")
            found.append(opened.quotes)
    assert len(found[0]) == 5
    assert found[0] == found[1]


async def test_a_queue_read_right_after_a_label_knows_of_it(db: Path) -> None:
    async with desk(db) as opened:
        await opened.write("slash", "state:todo")
        for _ in range(5):
            await opened.press("c", "f5")
            assert opened.text("#status").startswith(" 1/")
        assert len(opened.quotes) == 2


# ---- saved searches


async def opened_saved(opened: Desk) -> SavedScreen:
    opened.strike("f3")
    await until(lambda: isinstance(opened.app.screen, SavedScreen))
    screen = opened.app.screen
    assert isinstance(screen, SavedScreen)
    return screen


async def save_as(opened: Desk, name: str) -> None:
    opened.strike("s")
    await until(lambda: isinstance(opened.app.focused, Input))
    opened.strike(*name, "enter")
    await until(lambda: isinstance(opened.app.screen, SavedScreen))


async def test_a_search_is_saved_for_everybody_with_what_it_finds_and_used(db: Path) -> None:
    async with desk(db) as opened:
        await opened.write("slash", "type:casualty")
        await opened_saved(opened)
        await until(lambda: shows(opened, "No search is saved yet"))
        await save_as(opened, "the dead")
        await until(lambda: shows(opened, "the dead", "2 claims, 2 to do", "type:casualty"))
    async with desk(db, "boris") as opened:
        await opened_saved(opened)
        await until(lambda: shows(opened, "the dead", "2 claims, 2 to do"))
        opened.strike("enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
        assert opened.quotes == ["At least 12", "30"]


async def test_a_saved_search_is_deleted_only_after_a_y(db: Path) -> None:
    with Store.open(db) as store:
        store.save_search("dates", "type:date", "boris")
        store.save_search("views", "type:view_count", "boris")
    async with desk(db) as opened:
        await opened_saved(opened)
        await until(lambda: shows(opened, "dates", "views"))
        opened.strike("x", "escape", "y")
        await until(lambda: not shows(opened, "Delete"))
        opened.strike("x", "j", "y", "x", "y")
        await until(lambda: not shows(opened, "views"))
    with Store.open(db) as store:
        assert [search.name for search in store.saved_searches()] == ["dates"]


async def test_a_name_that_is_taken_is_given_anew_only_after_a_y(db: Path) -> None:
    with Store.open(db) as store:
        store.save_search("mine", "type:date", "boris")
    async with desk(db) as opened:
        await opened.write("slash", "ferry")
        await opened_saved(opened)
        await until(lambda: shows(opened, "mine", "type:date"))
        await save_as(opened, "mine")
        await until(lambda: shows(opened, "is there already"))
        opened.strike("y")
        await until(lambda: shows(opened, "mine", "3 claims, 3 to do"))
    with Store.open(db) as store:
        assert [search.search for search in store.saved_searches()] == ["ferry"]


async def test_a_saved_search_that_cannot_be_read_says_so_and_is_not_used(db: Path) -> None:
    with Store.open(db) as store:
        store.save_search("odd", "tpye:date", "boris")
    async with desk(db) as opened:
        await opened_saved(opened)
        await until(lambda: shows(opened, "cannot be read: tpye:date"))
        opened.strike("enter")
        await until(lambda: shows(opened, "did you mean type?"))
        assert isinstance(opened.app.screen, SavedScreen)


# ---- one label for a whole queue


async def bulk(opened: Desk, key: str) -> BulkScreen:
    opened.strike("ctrl+b")
    await until(lambda: isinstance(opened.app.screen, BulkScreen))
    opened.strike(key)
    await until(lambda: shows(opened, "in the queue"))
    screen = opened.app.screen
    assert isinstance(screen, BulkScreen)
    return screen


async def test_a_bulk_label_is_looked_at_before_it_is_written(db: Path) -> None:
    label_as(db, "anna", "At least 12", LabelField.EXTRACTION, "not_a_claim")
    label_as(db, "anna", "30", LabelField.EXTRACTION, "correct")
    async with desk(db, size=(80, 24)) as opened:
        await opened.write("slash", "ferry")
        await bulk(opened, "x")
        figures = ("3 in the queue", "1 would change", "1 say so already", "1 labelled otherwise, left alone")
        await until(lambda: shows(opened, *figures, "Thursday", "enter labels 1"))
        opened.strike("r")
        await until(lambda: shows(opened, "2 would change", "0 labelled otherwise"))
        opened.strike("escape")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
    assert labels_on_disk(db, "Thursday") is None


async def test_a_bulk_label_is_one_batch_that_one_key_takes_back(tmp_path: Path) -> None:
    count = 20_000 if SLOW else 2_000
    path = make_db(tmp_path / "claims.db", tolls(count // 50, 50))
    async with desk(path) as opened:
        await opened.press("2")
        await bulk(opened, "x")
        await until(
            lambda: shows(opened, f"{count:,} in the queue", f"{count - 1:,} would change", "1 labelled otherwise")
        )
        opened.strike("enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
        assert any(f"{count - 1:,} claims labelled extraction not a claim" in notice for notice in opened.notices)
        assert f"0 left, {count:,} done" in opened.text("#status")
        assert labelled(path) == count
        await opened.press("u")
        await until(lambda: f"{count - 1:,} left, 1 done" in opened.text("#status"))
    assert labelled(path) == 1


async def test_a_bulk_label_keeps_to_the_sample(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(6))
    async with desk(path) as opened:
        await opened.write("slash", "sample:5")
        quotes = set(opened.quotes)
        await bulk(opened, "c")
        opened.strike("enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
    with Store.open(path, readonly=True) as store:
        rows = store.rows(store.claim_ids(ClaimFilter()), "anna")
    assert {row.quote for row in rows if row.labels is not None} == quotes
    assert len(quotes) == 5


async def test_enter_typed_before_the_preview_stands_writes_nothing(db: Path) -> None:
    async with desk(db) as opened:
        opened.strike("ctrl+b")
        await until(lambda: isinstance(opened.app.screen, BulkScreen))
        opened.strike("enter", "x", "enter")
        await until(lambda: shows(opened, "in the queue"))
        opened.strike("escape")
        await until(lambda: opened.app.screen is opened.review)
    assert not all_labels(db)


async def test_a_desk_that_only_reads_labels_and_puts_off_nothing_and_keeps_no_place(db: Path) -> None:
    before = db.read_bytes()
    async with desk(db, readonly=True) as opened:
        opened.strike("ctrl+b", "Z")
        await opened.write("slash", "ferry")
        assert opened.app.screen is opened.review
        assert sum("reading only" in notice for notice in opened.notices) == 1
        await opened_saved(opened)
        opened.strike("s")
        await until(lambda: shows(opened, "reading only"))
    assert db.read_bytes() == before


# ---- typed ahead


async def test_keys_typed_ahead_in_a_line_act_in_their_order(db: Path) -> None:
    async with desk(db) as opened:
        await opened.write("slash", "type:casualty")
        opened.strike("slash")
        await until(lambda: isinstance(opened.app.focused, Input))
        opened.strike(*["backspace"] * len("casualty"), *"da", "tab", "enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
        assert opened.quotes == ["Thursday", "March 2022"]
        await opened.write("n", "old")
        opened.strike("n")
        await until(lambda: isinstance(opened.app.focused, Input))
        opened.strike(*["backspace"] * 3, *"fresh", "enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
    labels = labels_on_disk(db, "Thursday")
    assert labels is not None
    assert labels.note == "fresh"
