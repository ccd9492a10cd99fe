from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from factcheck.model import ClaimFilter, ReviewState
from factcheck.store import Store
from tests.tui.desk import make_db, tolls
from tests.tui.terminal import Terminal

KILLS = 50 if os.environ.get("FACTCHECK_SLOW") == "1" else 10
KEYS = "cvstxd1234wif"


def done_on_screen(text: str) -> int:
    """How many claims the status line says are done; -1 before it says anything."""
    said = re.search(r"([\d,]+) done", text)
    return int(said[1].replace(",", "")) if said else -1


def shows_done(least: int) -> Callable[[str], bool]:
    return lambda text: done_on_screen(text) >= least


def test_no_label_that_the_screen_showed_as_saved_is_lost_when_the_desk_is_killed(tmp_path: Path) -> None:
    random = Random(11)
    db = make_db(tmp_path / "claims.db", tolls(60))
    done = 0
    for _ in range(KILLS):
        with Terminal(db) as terminal:
            terminal.wait_for(shows_done(done))
            burst = "".join(random.choices(KEYS, k=10))
            wanted = done + random.randint(1, len(burst))
            terminal.type(burst)
            acknowledged = done_on_screen(terminal.wait_for(shows_done(wanted)))
            terminal.kill()
        with Store.open(db) as store:
            done = store.count(ClaimFilter(state=ReviewState.DONE, annotator="anna"))
            assert done >= acknowledged
            assert not list(store.check())


def test_leaving_restores_the_terminal_and_the_exit_code_says_that_all_is_saved(tmp_path: Path) -> None:
    db = make_db(tmp_path / "claims.db", tolls(1))
    with Terminal(db) as terminal:
        terminal.wait_for(lambda text: "0 done" in text)
        terminal.type("c1q")
        assert terminal.wait_for_end() == 0
        assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
    with Store.open(db) as store:
        assert store.count(ClaimFilter(state=ReviewState.DONE, annotator="anna")) == 2


def test_a_missing_database_is_a_message_and_an_exit_code(tmp_path: Path) -> None:
    with Terminal(tmp_path / "none.db") as terminal:
        assert terminal.wait_for_end() != 0
        assert b"no such f" in terminal.raw
        assert b"Traceback" not in terminal.raw
