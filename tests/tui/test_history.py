from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from factcheck.model import ClaimFilter, LabelField
from factcheck.store import Store
from factcheck.store.labels import new_event
from factcheck.tui.pasts import PastPage, local
from factcheck.tui.screens.history import HistoryScreen
from factcheck.tui.widgets.past_list import PastList
from tests.tui.desk import Desk, desk, make_db, tolls, until
from tests.tui.test_looking import lines, shows, words
from tests.tui.test_review import label_as, labels_on_disk


async def past(opened: Desk, view: str = "this claim") -> PastList:
    """Open the history and turn to a view of it; its list."""
    await opened.press("H")
    await until(lambda: bool(opened.app.screen.query(PastList)))
    await opened.pilot.pause()
    for _ in range(["this claim", "all mine", "everybody"].index(view)):
        await opened.pilot.press("tab")
    return opened.app.screen.query_one(PastList)


async def test_history_shows_from_what_to_what_a_claim_was_changed(db: Path) -> None:
    label_as(db, "boris", "At least 12", LabelField.VERDICT, "refuted")
    async with desk(db) as opened:
        await opened.press("1", "k", "2", "k")
        await past(opened)
        await shows(opened, "#past-list", "verdict supported → refuted")
        shown = lines(opened, "#past-list")
        assert "anna" in shown[0]
        assert "extraction – → correct, verdict – → supported" in shown[1]
        assert "boris" in shown[2]
        moment = local(datetime.now(UTC).isoformat(), "%a %Y-%m-%d")
        assert lines(opened, "#past-entry")[1].strip().startswith(moment)


async def test_history_turns_from_the_claim_to_all_of_mine_and_everybodys(db: Path) -> None:
    label_as(db, "boris", "30", LabelField.VERDICT, "refuted")
    async with desk(db) as opened:
        await opened.press("1")
        await past(opened)
        await shows(opened, "#past-list", "boris")
        await opened.pilot.press("tab")
        await shows(opened, "#past-list", "“At least 12”")
        assert "boris" not in words(opened, "#past-list")
        await opened.pilot.press("tab")
        await shows(opened, "#past-list", "boris")
        assert "anna" in words(opened, "#past-list")
        assert "▸everybody" in words(opened, "#past-views")


async def test_what_was_taken_back_is_shown_as_such_and_undone_from_the_history(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("1", "k")
        await past(opened)
        await shows(opened, "#past-list", "verdict – → supported")
        await opened.pilot.press("u")
        await shows(opened, "#past-list", "verdict supported → –")
        newest, older = lines(opened, "#past-list")[:2]
        assert newest.startswith("▸ u")
        assert older.startswith("  x")
        marked = opened.app.screen.query_one("#past-list").render_line(1)
        assert any(segment.style is not None and segment.style.strike for segment in marked)
        await opened.pilot.press("U")
        await shows(
            opened, "#past-list", "redo" if "redo" in words(opened, "#past-list") else "verdict – → supported"
        )
        await until(lambda: len([line for line in lines(opened, "#past-list") if line]) == 3)
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert labels.verdict == "supported"


async def test_the_mouse_turns_and_enters_the_history(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("1", "1")
        await past(opened)
        await opened.pilot.click("#past-views")
        await shows(opened, "#past-list", "“At least 12”")
        await opened.pilot.click("#past-list", offset=(30, 1))
        await shows(opened, "#past-entry", "“At least 12”")
        await opened.pilot.click("#past-list", offset=(30, 1))
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
        assert opened.quote == "At least 12"


async def test_enter_goes_to_the_claim(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("1", "2", "end")
        await past(opened, "all mine")
        await shows(opened, "#past-list", "“30”")
        await opened.pilot.press("down", "enter")
        await until(lambda: opened.app.screen is opened.review)
        await opened.rest()
        assert opened.quote == "At least 12"


async def test_a_claim_outside_of_the_queue_is_told_of(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("1")
        await opened.write("/", "type:date")
        await past(opened, "all mine")
        await shows(opened, "#past-list", "“At least 12”")
        await opened.pilot.press("enter")
        await until(lambda: opened.app.screen is opened.review)
        assert any("not in this queue" in notice for notice in opened.notices)


async def test_a_bulk_label_is_one_line_that_opens_page_by_page(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(25))
    with Store.open(path) as store:
        store.bulk(ClaimFilter(), "anna", {LabelField.EXTRACTION: "correct"})
    async with desk(path) as opened:
        history = await past(opened, "all mine")
        await shows(opened, "#past-list", "250 claims by bulk: extraction correct ×250")
        assert len(history.entries) == 1
        await opened.pilot.press("enter")
        await until(lambda: len(history.entries) == 202)
        await opened.pilot.press("end", "enter")
        await until(lambda: len(history.entries) == 251)
        assert len({entry.claim_id for entry in history.entries}) == 251
        await opened.pilot.press("home", "enter")
        assert len(history.entries) == 1


async def test_a_bulk_label_that_was_taken_back_says_so_on_both_its_lines(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(2))
    with Store.open(path) as store:
        store.bulk(ClaimFilter(), "anna", {LabelField.EXTRACTION: "correct"})
        store.undo("anna")
    async with desk(path) as opened:
        await past(opened, "all mine")
        await shows(opened, "#past-list", "20 claims by undo: takes back extraction correct ×20")
        newest, older = lines(opened, "#past-list")[:2]
        assert newest.startswith("▸+u")
        assert older.startswith(" +x")
        await shows(opened, "#past-entry", "20 claims, 20 changes")
        assert "of them stand" not in words(opened, "#past-entry")
        await opened.pilot.press("down")
        await shows(opened, "#past-entry", "20 claims, 20 changes, 0 of them stand")


async def test_a_long_history_is_read_page_by_page(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(1, 3))
    with Store.open(path) as store:
        claim_id = store.claim_ids(ClaimFilter())[0]
        for number in range(130):
            store.label(
                [new_event(claim_id, "anna", LabelField.NOTE, f"{number}", batch=f"b{number}", origin="review")]
            )
    async with desk(path) as opened:
        history = await past(opened, "all mine")
        await until(lambda: len(history.entries) == 50)
        await opened.pilot.press("end")
        await until(lambda: len(history.entries) == 100)
        await opened.pilot.press("end")
        await until(lambda: len(history.entries) == 130)
        await opened.pilot.press("end")
        assert not history.more
        await shows(opened, "#past-entry", "note – → “0”")


async def test_history_of_an_empty_queue_is_the_annotators_own(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("1")
        await opened.write("/", "zebra")
        await opened.press("H")
        await until(lambda: bool(opened.app.screen.query("#past-list")))
        await shows(opened, "#past-list", "“At least 12”")
        assert "this claim" not in words(opened, "#past-views")


async def test_what_is_read_for_a_history_that_is_left_already_is_dropped(db: Path) -> None:
    async with desk(db) as opened:
        await past(opened)
        screen = opened.app.screen
        assert isinstance(screen, HistoryScreen)
        assert screen.stands()
        screen.dismiss(None)
        assert screen.is_attached
        assert not screen.stands()
        await opened.rest()
        screen._take(screen._asked, PastPage([], None), first=True)


HOSTILE = "\x1b]52;c;UFdORUQ=\x07\x9b31m\u202e[/b][@click=app.quit]x[/] {} %s"


async def test_names_notes_and_guidelines_that_would_command_the_terminal_are_only_shown(db: Path) -> None:
    own = db.parent / "guidelines" / "casualty.md"
    own.parent.mkdir()
    own.write_text(f"# {HOSTILE}\n- {HOSTILE}\n\n```\n{HOSTILE}\n```\n", encoding="utf-8")
    label_as(db, HOSTILE, "At least 12", LabelField.NOTE, HOSTILE)
    label_as(db, HOSTILE, "At least 12", LabelField.EXTRACTION, "correct")
    async with desk(db, size=(140, 36)) as opened:
        await opened.press("g")
        assert "[@click=app.quit]x[/]" in opened.words("#guideline").replace(" ", "")
        seen = [opened.screen_text]
        await past(opened)
        await shows(opened, "#past-list", "[@click=app.quit]")
        seen.append(opened.screen_text)
        await opened.pilot.press("escape")
        await opened.press("P")
        await until(lambda: "By annotator" in opened.screen_text)
        seen.append(opened.screen_text)
    for text in seen:
        assert text.replace("\n", "").isprintable()
