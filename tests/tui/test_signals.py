from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from factcheck.model import ClaimFilter, ReviewState
from factcheck.store import Store
from tests.thorough import SLOW
from tests.tui.desk import make_db, tolls
from tests.tui.hindrances import another_writer
from tests.tui.terminal import Terminal

RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1006l", b"\x1b[?2004l", b"\x1b[<u")
"""The screen before, a cursor, no mouse reports, no bracketed paste, plain keys."""
TAKEN = (b"\x1b[?1049h", b"\x1b[?25l", b"\x1b[?1000h", b"\x1b[?1003h", b"\x1b[?1006h", b"\x1b[?2004h", b"\x1b[>")
HUNG_UP_SECONDS = 2.0


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return make_db(tmp_path / "claims.db", tolls(6))


def done(path: Path) -> int:
    with Store.open(path, readonly=True) as store:
        assert not list(store.check())
        return store.count(ClaimFilter(state=ReviewState.DONE, annotator="anna"))


def shows(words: str) -> Callable[[str], bool]:
    return lambda text: words in text


def is_restored(terminal: Terminal) -> bool:
    raw = bytes(terminal.raw)
    modes = all(raw.rfind(end) > raw.rfind(begin) for begin, end in zip(TAKEN, RESTORED, strict=True))
    return modes and terminal.attributes == terminal.attributes_before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_writes_what_is_under_way_and_restores_the_terminal(db: Path, number: int) -> None:
    with Terminal(db) as terminal:
        terminal.wait_for(shows("60 left"))
        terminal.type("c")
        terminal.wait_for(lambda text: "1 done" in text and "saving" not in text)
        with another_writer(db):
            terminal.type("1x")
            terminal.wait_for(lambda text: "saving" in text and "4/60" in text)
            terminal.send(number)
            terminal.send(number)
            terminal.wait_for(lambda _: b"\x1b[?1049l" in terminal.raw)
        assert terminal.wait_for_end() == 128 + number
        assert is_restored(terminal)
        assert b"Traceback" not in terminal.raw
    assert done(db) == 3


@pytest.mark.parametrize("keys", ["n", "/", "?", "\x10", ""], ids=["note", "search", "help", "palette", "start"])
def test_a_signal_ends_the_desk_on_every_screen(db: Path, keys: str) -> None:
    with Terminal(db) as terminal:
        terminal.wait_for(shows("60 left") if keys else lambda _: b"\x1b[?1049h" in terminal.raw)
        before = len(terminal.raw)
        terminal.type(keys)
        terminal.wait_for(lambda _: not keys or len(terminal.raw) > before)
        terminal.send(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert is_restored(terminal)


@pytest.mark.parametrize("controlling", [True, False], ids=["told by the kernel", "not told"])
def test_a_terminal_that_is_gone_ends_the_desk_at_once(db: Path, *, controlling: bool) -> None:
    with Terminal(db, controlling=controlling) as terminal:
        terminal.wait_for(shows("60 left"))
        terminal.type("cc")
        terminal.wait_for(shows("2 done"))
        used = terminal.cpu_seconds
        terminal.type("c1x")
        terminal.hang_up()
        began = time.monotonic()
        terminal.wait_until_gone()
        assert time.monotonic() - began < HUNG_UP_SECONDS
        assert terminal.cpu_seconds - used < HUNG_UP_SECONDS / 2, "no loop over the end of the input"
        assert terminal.wait_for_end() == 128 + signal.SIGHUP
    assert 2 <= done(db) <= 5


def test_a_terminal_that_takes_no_more_output_keeps_no_desk_from_ending(db: Path) -> None:
    with Terminal(db, size=(200, 60)) as terminal:
        terminal.wait_for(shows("60 left"))
        terminal.type("c" + "]]]j[[" * 60)  # nobody reads what that draws
        terminal.wait_until_asleep()
        terminal.send(signal.SIGTERM)
        assert terminal.wait_unread() == 128 + signal.SIGTERM
    assert done(db) == 1


def test_ctrl_z_undoes_and_stops_nothing(db: Path) -> None:
    with Terminal(db, controlling=True) as terminal:
        terminal.wait_for(shows("60 left"))
        terminal.type("c")
        terminal.wait_for(shows("1 done"))
        terminal.send(signal.SIGTSTP)
        terminal.type("\x1a")
        terminal.wait_for(shows("Took back"))
        assert not terminal.is_stopped
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert done(db) == 0


KEYS = [
    "j",
    "k",
    "c",
    "1",
    "u",
    "U",
    "/",
    "?",
    "n",
    "z",
    "]",
    "g",
    "H",
    "P",
    "e",
    "r",
    "a",
    "m",
    "T",
    "-",
    "\x02",
    "\t",
    "\r",
]
KEYS += [
    "\x10",
    "\x1b",
    "\x1b",
    "\x1b[6~",
    "\x1b[5~",
    "\x1b[B",
    "\x1bOR",
    "\x1b[15~",
    "\x1b[<0;9;9M",
    "\x1b[<65;9;9M",
]
"""Labels, undo, every screen, ways out of them, page keys, F3 and F5, a click and a turn of the wheel."""


@pytest.mark.parametrize("seed", range(12 if SLOW else 1))
def test_the_terminal_may_change_its_size_at_any_moment(db: Path, seed: int) -> None:
    random = Random(seed)
    with Terminal(db, environment={"FACTCHECK_DEBUG": "1"}) as terminal:
        terminal.wait_for(lambda _: b"\x1b[?1049h" in terminal.raw)
        for number in range(150):
            terminal.resize((random.randint(20, 400), random.randint(6, 120)))
            terminal.type(random.choice(KEYS) if number % 2 else "")
            terminal.read(random.choice([0, 0.002, 0.01, 0.05]))
        terminal.resize((100, 30))
        terminal.leave()
        assert terminal.wait_for_end() == 0, terminal.raw[-3000:].decode(errors="replace")
        assert is_restored(terminal)
        assert b"Traceback" not in terminal.raw
    done(db)


def test_a_sequence_that_nobody_knows_labels_nothing(db: Path) -> None:
    with Terminal(db) as terminal:
        terminal.wait_for(shows("60 left"))
        for sequence in ("\x1b[?62;22c", "\x1b[1;99X", "\x1b]11;rgb:1c1c/1c1c/1c1c\x1b\\", "\x1bP1$r0m\x1b\\"):
            terminal.type(sequence)
            terminal.wait_until_asleep()
            terminal.type("\x1b")
            terminal.wait_until_asleep()
            terminal.read(0)
            assert "60 left" in terminal.text, sequence
        terminal.type("c")
        terminal.wait_for(shows("1 done"))
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert done(db) == 1
