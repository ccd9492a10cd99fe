from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.store import Store
from tests.tui.desk import desk, make_db, tolls, until
from tests.tui.hindrances import another_writer, batches
from tests.tui.terminal import Terminal
from tests.tui.test_review import labels_on_disk


async def test_pages_asked_for_while_the_queue_changes_do_not_end_up_in_the_new_queue(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(60))
    with Store.open(path) as store:
        for batch in batches(path, 200):
            store.label(batch.events)
    async with desk(path) as opened:
        await opened.press("home")
        with another_writer(path):
            opened.strike("x", *["pagedown"] * 12)
            await until(lambda: "…" in opened.text("#queue").splitlines()[-1])
            opened.strike("o")
            await until(lambda: opened.review._seeking)
            opened.strike("end")
        await opened.rest()
        assert "no longer" not in opened.text("#queue")
        assert opened.review.current is not None
        assert "400" in opened.text("#status")


@pytest.mark.parametrize("size", [(1, 1), (12, 4), (40, 10), (79, 23), (400, 120)])
async def test_it_works_in_a_terminal_of_any_size(db: Path, size: tuple[int, int]) -> None:
    async with desk(db, size=size) as opened:
        await opened.press("c", "j", "end", "question_mark", "escape", "1")
        await opened.pilot.resize_terminal(80, 24)
        await opened.rest()
        assert "5 left, 2 done" in opened.text("#status")


async def test_keys_and_answers_that_come_when_the_panes_are_gone_do_no_harm(db: Path) -> None:
    async with desk(db) as opened:
        with another_writer(db):
            opened.strike("x")
            await until(lambda: bool(opened.review.ledger.under_way))
            await opened.review.remove_children()
            opened.strike("j", "c", "o", "R", "u", "a", "n", "f5", "l", "space", "slash")
        opened.review.reader.close()
        await until(lambda: not opened.review.reader.is_alive())
        opened.strike("ctrl+q")
        await until(lambda: opened.app.return_code is not None)
    assert labels_on_disk(db, "At least 12") is not None


def test_keys_typed_before_the_desk_stands_do_no_harm(db: Path) -> None:
    with Terminal(db) as terminal:
        terminal.type("c1jlR2")
        terminal.wait_for(lambda text: "left," in text)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert b"Traceback" not in terminal.raw
