from __future__ import annotations

import math
import os
import re
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from factcheck.model import ClaimFilter, ReviewState
from factcheck.store import Store
from tests.thorough import SLOW
from tests.tui.desk import make_db, tolls
from tests.tui.terminal import Terminal, TimeIsUp

KILLS = 50 if SLOW else 6
SITTINGS = 200 if SLOW else 8
KEYS = "cvstxd1234wif"


@dataclass(frozen=True)
class State:
    """What the status line says, and what the database holds: claims, and how many of them are to do."""

    claims: int
    left: int


def on_screen(text: str) -> State | None:
    """The state that the status line shows; ``None`` while another screen stands before it or it is being read."""
    said = re.search(r"\d+/(\d+) +(\d+) left", text)
    return State(int(said[1]), int(said[2])) if said else None


def done_on_screen(text: str) -> int:
    """How many claims the status line says are done or put off; -1 before it says anything."""
    state = on_screen(text)
    return state.claims - state.left if state is not None else -1


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


def on_disk(db: Path) -> tuple[State, set[str]]:
    """The state on disk, with the ids of everything ever said; the database is whole."""
    with Store.open(db) as store:
        assert not list(store.check())
        everything = store.count(ClaimFilter(annotator="anna"))
        left = store.count(ClaimFilter(annotator="anna", state=ReviewState.TODO))
        return State(everything, left), {row.op_id for row in store.history(limit=100_000)}


class Sitting:
    """A sitting at a terminal, one act after another; each is over when the screen shows that it is on disk."""

    def __init__(self, terminal: Terminal, random: Random) -> None:
        self._terminal = terminal
        self._random = random
        self._acts = (self.label, self.label, self.correct, self.add, self.label_all, self.undo)
        self.shown = self._settled(lambda _: True)

    def act(self) -> None:
        """Do one thing to the end."""
        act = self.undo if self.shown.left < 15 else self._random.choice(self._acts)
        before = self.shown
        act()
        self.shown = self._settled(lambda state: state != before)

    def label(self) -> None:
        self._terminal.type(" " + self._random.choice("cx1234v"))

    def undo(self) -> None:
        self._terminal.type("u" if self.shown.left < self.shown.claims else "c")

    def correct(self) -> None:
        self._terminal.type(" e")
        self._terminal.wait_for(lambda text: "The right value" in text)
        self._terminal.type("\x7f" * 60 + "at least 15\r")

    def add(self) -> None:
        self._terminal.type("]")
        self._terminal.read(0.05)
        self._terminal.type("a")
        self._terminal.wait_for(lambda text: "nothing is marked yet" in text)
        self._terminal.type("v")
        if "no value" in self._terminal.wait_for(lambda text: re.search("value  (=|no value)", text) is not None):
            self._terminal.type("\x1b")
            self._terminal.wait_for(lambda text: on_screen(text) is not None)
            self.label()
        else:
            self._terminal.type("\r")

    def label_all(self) -> None:
        self._terminal.type("\x02")
        self._terminal.wait_for(lambda text: "One label" in text)
        self._terminal.type("x")
        self._terminal.wait_for(lambda text: "in the queue" in text)
        self._terminal.type("\r")

    def _settled(self, condition: Callable[[State], bool]) -> State:
        def is_settled(text: str) -> bool:
            state = on_screen(text)
            return state is not None and "saving" not in text and condition(state)

        state = on_screen(self._terminal.wait_for(is_settled))
        assert state is not None
        return state


ENDS = ("kill", "hangup", "SIGHUP", "SIGTERM")


def end(terminal: Terminal, how: str) -> None:
    """End the desk in one of the ways in which a desk ends; all that it has written so far is read first."""
    match how:
        case "kill":
            terminal.kill()
        case "hangup":
            terminal.hang_up()
            assert terminal.wait_for_end(5) == 128 + signal.SIGHUP
        case _:
            number = signal.Signals[how]
            terminal.send(number)
            assert terminal.wait_for_end() == 128 + number


def test_nothing_that_the_screen_showed_is_lost_whatever_ends_a_sitting_and_whenever(tmp_path: Path) -> None:
    random = Random(os.environ.get("FACTCHECK_SEED", "23"))
    # The first number of each article was missed, to be added.
    db = make_db(tmp_path / "claims.db", [(made, claims[1:]) for made, claims in tolls(12, claims=6)])
    for number in range(SITTINGS):
        with Terminal(db, controlling=bool(number % 2)) as terminal:
            sitting = Sitting(terminal, random)
            for _ in range(random.randrange(3)):
                sitting.act()
            acknowledged, said = on_disk(db)
            assert acknowledged == sitting.shown, "what the screen shows is on disk"
            terminal.ends_at = time.monotonic() + random.uniform(0, 0.25)
            with suppress(TimeIsUp):
                sitting.act()
                while True:
                    terminal.read(1)
            terminal.ends_at = math.inf
            end(terminal, ENDS[number % len(ENDS)])
            last = on_screen(terminal.text)
        state, said_since = on_disk(db)
        assert said <= said_since
        if sitting.shown != acknowledged:
            assert state == sitting.shown, "what was shown at the end is on disk"
        elif said == said_since:
            assert state == acknowledged
        assert last in {None, acknowledged, state}, "nothing was shown that is not on disk"


def test_leaving_restores_the_terminal_and_the_exit_code_says_that_all_is_saved(tmp_path: Path) -> None:
    db = make_db(tmp_path / "claims.db", tolls(1))
    with Terminal(db) as terminal:
        terminal.wait_for(shows_done(0))
        terminal.type("c1q")
        assert terminal.wait_for_end() == 0
        assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
    with Store.open(db) as store:
        assert store.count(ClaimFilter(state=ReviewState.DONE, annotator="anna")) == 2
