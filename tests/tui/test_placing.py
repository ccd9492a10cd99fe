from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from factcheck.model import ClaimFilter, LabelField
from factcheck.review.moments import clock
from factcheck.review.settings import Settings
from factcheck.store import Store
from tests.tui.desk import choir, desk, ferry, make_db, tolls, until
from tests.tui.terminal import Terminal
from tests.tui.test_queueing import all_labels, bulk, labelled
from tests.tui.test_review import label_as, labels_on_disk

# ---- why this one


async def test_the_panel_says_why_a_claim_comes_now(db: Path) -> None:
    async with desk(db) as opened:
        assert "why now next in this article" in opened.words("#claim")
        await opened.press("j", "O", "O", "O")
        assert "most helpful first" in opened.text("#status")
        assert "flagged: total of parts" in opened.words("#claim")


# ---- the place


async def test_the_search_and_the_claim_at_hand_are_there_after_a_restart(db: Path) -> None:
    async with desk(db) as opened:
        await opened.write("slash", "ferry order:newest")
        await opened.press("j", "j")
        assert opened.quote == "Thursday"
    async with desk(db) as opened:
        assert opened.quotes == ["At least 12", "30", "Thursday"]
        assert opened.quote == "Thursday"
        assert "newest first" in opened.text("#status")
    async with desk(db, "boris") as opened:
        assert len(opened.quotes) == 7


async def test_a_search_that_is_asked_for_stands_before_the_place_and_that_before_the_settings(db: Path) -> None:
    settings = Settings(search="type:membership")
    async with desk(db, settings=settings) as opened:
        assert len(opened.quotes) == 1
        await opened.write("slash", "type:date", erase=len(settings.search))
    async with desk(db, settings=settings) as opened:
        assert opened.quotes == ["Thursday", "March 2022"]
    async with desk(db, settings=settings, search="type:casualty") as opened:
        assert opened.quotes == ["At least 12", "30"]


async def test_the_place_of_a_claim_that_is_not_in_the_queue_is_the_first_to_do(db: Path) -> None:
    label_as(db, "anna", "At least 12", LabelField.EXTRACTION, "correct")
    with Store.open(db) as store:
        gone = store.claim_ids(ClaimFilter())[-1]
        store.keep_place("anna", "ferry", gone)
    async with desk(db) as opened:
        assert opened.quote == "30"


async def test_a_label_typed_before_the_place_is_read_meets_the_claim_of_the_place(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(300, 10))
    with Store.open(path) as store:
        there = store.claim_ids(ClaimFilter())[2_345]
        quote = store.claim(there).claim.quote
        store.keep_place("anna", "", there)
    async with desk(path, rest=False) as opened:
        await until(opened.review.stands)
        opened.strike("x")
        await opened.rest()
    labels = labels_on_disk(path, quote)
    assert labels is not None
    assert labels.extraction == "not_a_claim"
    assert len(all_labels(path)) == 1


async def test_a_place_whose_search_cannot_be_read_any_more_is_told(db: Path) -> None:
    with Store.open(db) as store:
        store.keep_place("anna", "tpye:date", None)
    async with desk(db) as opened:
        assert len(opened.quotes) == 7
        assert any("did you mean type?" in notice for notice in opened.notices)


async def test_the_place_is_kept_now_and_then_while_moving(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.tui.screens.placing._KEEP_SECONDS", 0.02)
    async with desk(db) as opened:
        await opened.press("j", "j")
        row = opened.review.current
        assert row is not None
        with Store.open(db, readonly=True) as store:

            def is_kept() -> bool:
                place = store.place("anna")
                return place is not None and place.claim_id == row.id

            await until(is_kept)


def test_a_killed_desk_keeps_its_search_and_its_labels(db: Path) -> None:
    with Terminal(db) as terminal:
        terminal.wait_for(lambda text: "7 left" in text)
        terminal.type("x")
        terminal.wait_for(lambda text: "1 done" in text)
        terminal.type("/")
        terminal.wait_for(lambda text: "Search the claims" in text)
        terminal.type("type:date\r")
        # The panel's claim is read behind the place, in the order of asking.
        terminal.wait_for(lambda text: "1/2" in text and "date · " in text)
        terminal.kill()
    with Store.open(db, readonly=True) as store:
        place = store.place("anna")
    assert place is not None
    assert place.search == "type:date"
    assert labelled(db) == 1
    with Terminal(db) as terminal:
        terminal.wait_for(lambda text: "1/2" in text and "type:date" in text)


# ---- back


async def test_back_goes_through_what_was_labelled_last_also_before_a_restart(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("c", "2")
    async with desk(db) as opened:
        await opened.press("x", "j")
        assert opened.quote == "more than 1.2 million"
        seen = []
        for _ in range(3):
            await opened.press("b")
            seen.append(opened.quote)
        assert seen == ["Thursday", "30", "At least 12"]
        assert any(notice.startswith("2 back: correct, refuted · “30”") for notice in opened.notices)
        await opened.press("b")
        assert any("first claim that you labelled" in notice for notice in opened.notices)
        await opened.press("end", "b")
        assert opened.quote == "Thursday"


async def test_back_leaves_out_what_was_taken_back_and_what_was_said_in_bulk(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("c", "x", "u", "end")
        await bulk(opened, "8")
        opened.strike("enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.press("b")
        assert opened.quote == "At least 12"


async def test_back_says_how_to_see_a_claim_that_is_not_in_the_queue(db: Path) -> None:
    label_as(db, "anna", "4,000", LabelField.EXTRACTION, "not_a_claim")
    async with desk(db) as opened:
        await opened.press("c")
        await opened.write("slash", "type:date")
        assert opened.quote == "Thursday"
        await opened.press("b", "b")
        assert opened.quote == "Thursday"
        first, second = [notice for notice in opened.notices if " back: " in notice]
        assert "At least 12" in first
        assert "not in this queue; esc shows more" in first
        assert "4,000" in second
        assert "h shows more" in second


async def test_a_label_typed_right_after_back_meets_the_claim_gone_back_to(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("c", "j", "j")
        await opened.press("b", "d")
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert labels.extraction == "duplicate"


async def test_there_is_nothing_to_go_back_to_at_first(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("b")
        assert any("nothing to go back to" in notice for notice in opened.notices)
        assert opened.quote == "At least 12"


# ---- putting off


async def test_a_claim_put_off_is_not_done_and_not_to_do_until_its_time(db: Path) -> None:
    async with desk(db, settings=Settings(snooze=timedelta(hours=2))) as opened:
        await opened.press("Z", "c")
        assert opened.quote == "Thursday"
        assert any(notice.startswith("Put off until ") for notice in opened.notices)
        row = next(row for row in opened.text("#queue").splitlines() if "At least 12" in row or "at least 12" in row)
        assert row[4] == "z"
        assert "5 left, 1 done, 1 put off" in opened.text("#status")
        await opened.press("home")
        assert "put off until" in opened.words("#claim")
        await opened.press("f5")
        assert "At least 12" not in opened.quotes
        await opened.press("u", "u", "f5")
        assert len(opened.quotes) == 7
        assert "7 left" in opened.text("#status")
    labels = labels_on_disk(db, "At least 12")
    assert labels is None or labels.snoozed_until is None


async def test_skipping_leaves_a_claim_to_do(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("space", "space")
        assert opened.quote == "Thursday"
        assert "7 left" in opened.text("#status")
    assert not all_labels(db)


async def test_what_is_done_cannot_be_put_off(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("c", "k", "Z")
        assert any("nothing to put off" in notice for notice in opened.notices)
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert labels.snoozed_until is None


def test_a_moment_is_told_with_its_day_where_that_is_another() -> None:
    now = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    today, later = now + timedelta(minutes=1), now + timedelta(days=3)
    assert clock(today, now) == f"{today.astimezone():%H:%M}"
    assert f"{later.astimezone().day} " in clock(later, now)


# ---- empty queues, and the first steps


@pytest.mark.parametrize(
    ("search", "says"),
    [
        ("zebra", ["No claim is like this", "zebra", "esc shows the whole queue"]),
        ("state:done", ["Nothing is done yet.", "esc shows"]),
        ("type:date state:done", ["Nothing is done yet of this", "type:date"]),
        ("state:snoozed", ["Nothing is put off."]),
        ("zebra sample:50", ["No claim is like this", "a sample of 50, the same for everybody"]),
    ],
)
async def test_an_empty_queue_says_why_and_what_to_do(db: Path, search: str, says: list[str]) -> None:
    async with desk(db, size=(80, 24), search=search) as opened:
        for words in says:
            assert words in opened.words("#claim")


async def test_an_empty_queue_tells_of_what_is_put_off(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", [ferry(), choir()])
    async with desk(path) as opened:
        await opened.press(*"cccccc", "Z")
        assert any("nothing is left in this queue but" in notice.lower() for notice in opened.notices)
        await opened.write("slash", "state:todo")
        assert "All done but what is put off." in opened.words("#claim")
        assert "1 claim is put off" in opened.words("#claim")
        await opened.write("slash", "state:snoozed", erase=len("state:todo"))
        assert opened.quotes == ["Ada Moor, Ben Lund and Cleo Park"]


async def test_whoever_is_new_reads_how_to_begin_until_the_first_label_is_saved(db: Path) -> None:
    hint = "1 supported · 2 refuted · c read rightly · ? all keys"
    async with desk(db, size=(80, 24)) as opened:
        assert hint in opened.text("#status")
        await opened.press("1")
        assert hint not in opened.text("#status")
        assert "6 left, 1 done" in opened.text("#status")
    async with desk(db) as opened:
        assert hint not in opened.text("#status")
    async with desk(db, "boris") as opened:
        assert hint in opened.text("#status")
