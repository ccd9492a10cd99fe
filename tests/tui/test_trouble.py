from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import pytest

from factcheck.model import Order
from factcheck.review.settings import Settings
from factcheck.store import Store
from factcheck.store.db import open_db
from factcheck.store.lock import lock_path
from factcheck.tui import write_rest
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.trouble import TroubleScreen
from tests.tui.desk import Desk, desk, make_db, tolls, until
from tests.tui.hindrances import another_writer, batches, full_disk
from tests.tui.terminal import Terminal
from tests.tui.test_review import labels_on_disk


async def test_a_label_is_not_shown_as_saved_until_it_is_on_disk(db: Path) -> None:
    async with desk(db) as opened:
        with another_writer(db):
            opened.strike("1")
            await until(lambda: opened.quote == "30")
            await until(lambda: "…" in opened.text("#queue").splitlines()[1][:6])
            first = opened.text("#queue").splitlines()[1]
            assert "CS" not in first
            assert "… saving" in opened.text("#status")
            assert "7 left" in opened.text("#status")
            opened.strike("k")
            await until(lambda: "… saving: correct, supported" in opened.words("#claim"))
            assert labels_on_disk(db, "At least 12") is None
        await opened.rest()
        assert "CS" in opened.text("#queue").splitlines()[1]
        assert "6 left, 1 done" in opened.text("#status")
        assert "saving" not in opened.screen_text


async def test_leaving_waits_for_what_is_being_saved(db: Path) -> None:
    async with desk(db) as opened:
        with another_writer(db):
            opened.strike("x", "q")
            await until(lambda: any("Saving, then leaving" in notice for notice in opened.notices))
            assert opened.app.return_code is None
        await until(lambda: opened.app.return_code is not None)
        assert opened.app.return_code == 0
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert labels.extraction == "not_a_claim"


async def test_labels_that_a_full_disk_refuses_are_said_to_be_unsaved_and_saved_by_another_try(db: Path) -> None:
    async with desk(db) as opened:
        with full_disk():
            await opened.press("1", "v")
        lines = opened.text("#queue").splitlines()
        assert ["!" in line[:6] for line in lines[1:4]] == [True, True, False]
        assert "2 NOT SAVED" in opened.text("#status")
        assert "7 left" in opened.text("#status")
        await opened.press("home")
        assert "! not saved: correct, supported" in opened.words("#claim")
        assert labels_on_disk(db, "At least 12") is None
        await opened.press("R")
        assert "NOT SAVED" not in opened.text("#status")
        assert "5 left, 2 done" in opened.text("#status")
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert (labels.extraction, labels.verdict) == ("correct", "supported")


async def test_a_newer_word_is_not_overruled_by_trying_the_failed_one_again(db: Path) -> None:
    async with desk(db) as opened:
        with full_disk():
            await opened.press("x")
        await opened.press("home", "c", "R")
        assert "6 left, 1 done" in opened.text("#status")
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert labels.extraction == "correct"


async def test_undo_forgets_what_could_not_be_saved_before_it_touches_what_was(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("c")
        with full_disk():
            await opened.press("x")
        await opened.press("u")
        assert "NOT SAVED" not in opened.text("#status")
        assert "6 left, 1 done" in opened.text("#status")
    assert labels_on_disk(db, "30") is None


async def test_leaving_with_unsaved_labels_asks_once_and_ends_with_an_exit_code(db: Path) -> None:
    async with desk(db) as opened:
        with full_disk():
            await opened.press("x")
            await opened.press("q")
            assert opened.app.return_code is None
            assert any("q again leaves without" in notice for notice in opened.notices)
            opened.strike("q")
            await until(lambda: opened.app.return_code is not None)
        assert opened.app.return_code == 1


async def test_an_undo_that_cannot_be_written_says_so(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("c")
        with full_disk():
            await opened.press("u")
        assert any("Not done" in notice for notice in opened.notices)
        assert "6 left, 1 done" in opened.text("#status")


Break = Callable[[Path, pytest.MonkeyPatch], None]


def vanish(db: Path, patch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - one shape for all
    db.unlink()


def be_text(db: Path, patch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - one shape for all
    db.write_text("not a database, but long enough to be taken for one" * 100)


def be_a_folder(db: Path, patch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - one shape for all
    db.unlink()
    db.mkdir()


def be_newer(db: Path, patch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - one shape for all
    with closing(open_db(db)) as opened:
        opened.conn.execute("PRAGMA user_version = 999")


def be_damaged(db: Path, patch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - one shape for all
    with db.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (db.stat().st_size - 4096))


def be_on_a_network_drive(db: Path, patch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - one shape for all
    patch.setattr("factcheck.store.db.network_filesystem", lambda _: "nfs4")


def be_locked_to_us(db: Path, patch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - root may write anything
    patch.setattr("factcheck.store.db._unwritable", lambda path: path)


def be_unreadable(db: Path, patch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - root may read anything
    patch.setattr("factcheck.store.db.os.access", lambda _, mode: mode != os.R_OK)


@asynccontextmanager
async def troubled(db: Path) -> AsyncIterator[ReviewApp]:
    """A small desk over a database that it cannot work with, its trouble in front."""
    app = ReviewApp(db, "anna", Settings(order=Order.READING))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: isinstance(app.screen, TroubleScreen))
        await pilot.pause()
        yield app


def shown(app: ReviewApp) -> str:
    """All words that the terminal shows, their line breaks as blanks."""
    return " ".join(" ".join(strip.text for strip in app.screen._compositor.render_strips()).split())


def strike(app: ReviewApp, key: str) -> None:
    app.simulate_key(key)


@pytest.mark.parametrize(
    ("spoil", "title", "remedy", "readable"),
    [
        (vanish, "There is no such database", "factcheck extract FILES --db", False),
        (be_text, "This is not a factcheck database", "another file", False),
        (be_a_folder, "This is not a factcheck database", "another file", False),
        (be_newer, "A newer factcheck wrote this database", "upgrade factcheck", False),
        (be_damaged, "This database is damaged", "factcheck doctor --db", False),
        (be_on_a_network_drive, "This database lies on a network drive", "Copy it to a disk", False),
        (be_locked_to_us, "You may not write this database", "Ask for the right", True),
        (be_unreadable, "This database cannot be opened", "Mend what is said here", False),
    ],
)
async def test_what_keeps_a_database_from_being_worked_with_is_said_with_what_to_do(
    db: Path, monkeypatch: pytest.MonkeyPatch, spoil: Break, title: str, remedy: str, *, readable: bool
) -> None:
    spoil(db, monkeypatch)
    async with troubled(db) as app:
        words = shown(app)
        assert title in words
        assert "claims.db" in words.replace(" ", "")
        assert remedy in words
        assert "r try again" in words
        assert "q leave" in words
        assert ("o open for reading only" in words) is readable
        strike(app, "o")
        if readable:
            await until(lambda: app.review.stands() and app.review.current is not None)
            assert "reading only" in shown(app)
        else:
            strike(app, "q")
            await until(lambda: app.return_code is not None)
            assert app.return_code == 3
            assert app.failure


async def test_trying_again_opens_the_database_once_it_can_be_had(db: Path) -> None:
    elsewhere = db.rename(db.with_name("elsewhere.db"))
    async with troubled(db) as app:
        strike(app, "r")
        await until(lambda: isinstance(app.screen, TroubleScreen) and app._made == 2)
        elsewhere.rename(db)
        strike(app, "r")
        await until(lambda: app.review.stands() and app.review.current is not None)
        assert app.screen is app.review
        strike(app, "c")
        await until(lambda: "1 done" in shown(app))
    assert labels_on_disk(db, "At least 12") is not None


@contextmanager
def exclusive(db: Path) -> Iterator[None]:
    """Another program keeps the whole file to itself."""
    with closing(open_db(db)) as opened:
        opened.conn.execute("PRAGMA locking_mode = EXCLUSIVE")
        opened.conn.execute("BEGIN EXCLUSIVE")
        yield
        opened.conn.execute("ROLLBACK")


async def test_a_locked_database_is_waited_for_and_then_said_to_be_locked(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.store.db.LOCK_SECONDS", 3.0)
    monkeypatch.setattr("factcheck.tui.app._PATIENCE_SECONDS", 0.1)
    app = ReviewApp(db, "anna")
    with exclusive(db):
        async with app.run_test(size=(80, 24)):
            await until(lambda: "Another program keeps the database" in shown(app))
            await until(lambda: "Another program keeps this database locked" in shown(app))
            strike(app, "q")
            await until(lambda: app.return_code is not None)
    assert "locked" in app.failure


async def test_a_database_that_is_moved_while_it_is_open_keeps_the_labels_for_another_try(db: Path) -> None:
    async with desk(db) as opened:
        elsewhere = db.rename(db.with_name("elsewhere.db"))
        await opened.press("1")
        assert "1 NOT SAVED" in opened.text("#status")
        assert any("moved, deleted or replaced" in notice for notice in opened.notices)
        elsewhere.rename(db)
        await opened.press("R")
        assert "NOT SAVED" not in opened.text("#status")
    assert labels_on_disk(db, "At least 12") is not None


def test_giving_a_database_up_restores_the_terminal_and_says_why(tmp_path: Path) -> None:
    with Terminal(tmp_path / "none.db", size=(80, 24)) as terminal:
        terminal.wait_for(lambda text: "There is no such database" in text)
        terminal.type("q")
        assert terminal.wait_for_end() == 3
        assert b"no such file" in terminal.raw[terminal.raw.rfind(b"\x1b[?1049l") :]
        assert terminal.attributes == terminal.attributes_before


def test_settings_or_a_search_that_make_no_sense_are_said_before_the_screen_changes(db: Path) -> None:
    (db.parent / "factcheck.toml").write_text("[desk]\ntheme = 'pink'\n")
    with Terminal(db) as terminal:
        assert terminal.wait_for_end() == 2
        assert b"factcheck.toml:2" in terminal.raw
        assert b"\x1b[?1049h" not in terminal.raw
    (db.parent / "factcheck.toml").unlink()
    with Terminal(db, options=["type:nothing"]) as terminal:
        assert terminal.wait_for_end() == 2
        assert b"type:nothing" in terminal.raw


WRITING = [
    "c",
    "1",
    "x",
    "w",
    "9",
    "=",
    "K",
    "-",
    "u",
    "U",
    "R",
    "Z",
    "ctrl+b",
    "escape",
    "n",
    "x",
    "enter",
    "e",
    "5",
    "enter",
]
WRITING += [
    "r",
    "enter",
    "escape",
    "T",
    "1",
    "escape",
    "a",
    "space",
    "right",
    "enter",
    "escape",
    "escape",
    "vertical_line",
]
WRITING += [
    "escape",
    "ampersand",
    "escape",
    "m",
    "escape",
    "f3",
    "s",
    "x",
    "enter",
    "escape",
    "escape",
    "j",
    "o",
    "escape",
]


async def test_a_desk_for_reading_only_says_so_and_changes_no_byte(db: Path) -> None:
    before = db.read_bytes()
    app = ReviewApp(db, "anna", Settings(order=Order.READING), readonly=True)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        opened = Desk(app, pilot)
        await opened.rest()
        assert "reading only" in opened.text("#status")
        await opened.press("c")
        assert any("reading only" in notice for notice in opened.notices)
        for key in WRITING:
            await opened.press(key)
    app.review.reader.join(10)
    app.review.walker.join(10)
    assert db.read_bytes() == before
    assert {path.name for path in db.parent.iterdir()} <= {db.name, lock_path(db).name}, "no log is left beside it"


@contextmanager
def unreadable_claims(db: Path) -> Iterator[None]:
    """The table of claims is not where it should be."""
    with closing(open_db(db)) as opened:
        opened.conn.execute("PRAGMA legacy_alter_table = ON")
        opened.conn.execute("ALTER TABLE claims RENAME TO claims_elsewhere")
        yield
        opened.conn.execute("ALTER TABLE claims_elsewhere RENAME TO claims")


async def test_rows_that_cannot_be_read_are_said_to_be_and_come_back_on_reload(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(40))
    async with desk(path) as opened:
        with unreadable_claims(path):
            await opened.press("end")
            assert "could not be read" in opened.text("#queue")
            assert len(opened.notices) == 1
            await opened.press("c", "n", "u")
        await opened.press("f5", "home", "end")
        assert opened.quote == "1399"
        assert "could not be read" not in opened.text("#queue")


async def test_claims_that_a_better_extraction_took_away_are_said_to_be_gone(tmp_path: Path) -> None:
    many = tolls(40)
    path = make_db(tmp_path / "claims.db", many)
    async with desk(path) as opened:
        make_db(path, [(made, claims[:1]) for made, claims in many], made_by="desk@2")
        await opened.press("end", "c", "minus", "n")
        assert "no longer in the database" in opened.text("#queue")
        assert "F5" in opened.text("#claim")
        await opened.press("f5")
        assert "/40" in opened.text("#status")


def test_labels_whose_fate_is_unknown_are_written_once_more_on_the_way_out(db: Path) -> None:
    said = batches(db, 3)
    with Store.open(db) as store:
        store.label(said[0].events)
    assert write_rest(db, "anna", said) == 0
    with Store.open(db, readonly=True) as store:
        assert [len(store.events(batch.claim_ids[0])) for batch in said] == [1, 1, 1]
    others = batches(db, 2)
    with full_disk():
        assert write_rest(db, "anna", others) == 2
