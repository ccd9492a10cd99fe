"""A whole sitting over the demo database, played key by key in a real terminal, and what is exported of it."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

import pytest

from factcheck import filters
from factcheck.extract.reading import SpanReading
from factcheck.model import Order, SpanRef, claim_key
from factcheck.review.corrections.marking import Marking, word_at
from factcheck.store import Store, StoredClaim
from tests.tui.terminal import Terminal

ROOT = Path(__file__).parents[2]
SIZE = (100, 30)
KEYS = "1c2x3w4v1sfi"
SAID = {
    "1": {"extraction": "correct", "verdict": "supported"},
    "2": {"extraction": "correct", "verdict": "refuted"},
    "3": {"extraction": "correct", "verdict": "not_enough_evidence"},
    "4": {"extraction": "correct", "verdict": "conflicting"},
    "c": {"extraction": "correct"},
    "x": {"extraction": "not_a_claim"},
    "v": {"extraction": "wrong_value"},
    "s": {"extraction": "wrong_span"},
    "w": {"check_worthiness": "check_worthy"},
    "f": {"check_worthiness": "not_factual"},
    "i": {"check_worthiness": "unimportant"},
}
_BYTES = {"Home": "\x1b[H", "Enter": "\r", "Escape": "\x1b", "Space": " ", "BSpace": "\x7f", "C-b": "\x02"}
_DEADLINE_SECONDS = 30


class Desk(Protocol):
    """A review in some terminal: keys in, the screen out."""

    def press(self, *keys: str) -> None:
        """Send keys, each by its name in tmux."""

    def wait_for(self, condition: Callable[[str], bool]) -> str:
        """Wait until the screen fulfils a condition; the screen."""


class InTmux:
    """The review in a tmux of its own."""

    def __init__(self, db: Path) -> None:
        self._socket = f"factcheck-test-{uuid4().hex[:8]}"
        command = shlex.join([sys.executable, "-m", "factcheck", "review", "--db", str(db), "--annotator", "dana"])
        size = ("-x", str(SIZE[0]), "-y", str(SIZE[1]))
        self._tmux("-f", "/dev/null", "new-session", "-d", "-s", "desk", *size, "-c", str(ROOT), command)

    def _tmux(self, *words: str) -> str:
        command = ["tmux", "-L", self._socket, *words]
        environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout

    def press(self, *keys: str) -> None:
        for key in keys:
            self._tmux("send-keys", "-t", "desk", *(["-l"] if len(key) == 1 else []), "--", key)

    def wait_for(self, condition: Callable[[str], bool]) -> str:
        deadline = time.monotonic() + _DEADLINE_SECONDS
        while not condition(screen := self._tmux("capture-pane", "-p", "-t", "desk")):
            assert time.monotonic() < deadline, f"the screen never came:\n{screen}"
        return screen

    def wait_for_end(self) -> None:
        deadline = time.monotonic() + _DEADLINE_SECONDS
        while (
            subprocess.run(["tmux", "-L", self._socket, "has-session"], capture_output=True, check=False).returncode
            == 0
        ):
            assert time.monotonic() < deadline, "the desk did not leave"

    def close(self) -> None:
        subprocess.run(["tmux", "-L", self._socket, "kill-server"], capture_output=True, check=False)


class InTerminal:
    """The review in a pseudo-terminal, where there is no tmux."""

    def __init__(self, db: Path) -> None:
        self._terminal = Terminal(db, "dana", SIZE)

    def press(self, *keys: str) -> None:
        for key in keys:
            self._terminal.type(_BYTES.get(key, key))

    def wait_for(self, condition: Callable[[str], bool]) -> str:
        return self._terminal.wait_for(condition)

    def wait_for_end(self) -> None:
        assert self._terminal.wait_for_end() == 0

    def close(self) -> None:
        self._terminal.kill()


@contextmanager
def sitting(kind: type[InTmux] | type[InTerminal], db: Path) -> Iterator[Desk]:
    """The desk from its opening to its leaving."""
    desk = kind(db)
    try:
        desk.wait_for(lambda text: "left" in text and "? keys" in text)
        yield desk
        desk.press("q")
        desk.wait_for_end()
    finally:
        desk.close()


def queue(db: Path, line: str) -> list[int]:
    """The claims that a search line gives the annotator, in its order."""
    wanted = filters.parse(line, annotator="dana", today=date(2026, 1, 1), order=Order.HELPFUL)
    with Store.open(db, readonly=True) as store:
        return [one for part in store.queue(wanted, "dana") for one in part.ids]


def claim(db: Path, claim_id: int) -> StoredClaim:
    with Store.open(db, readonly=True) as store:
        return store.claim(claim_id)


def done(text: str) -> int:
    """How many claims of the queue are done, as the first line says; -1 before it says anything."""
    found = re.search(r"([\d,]+) left(?:, ([\d,]+) done)?", text.split("\n", maxsplit=1)[0])
    return int((found[2] or "0").replace(",", "")) if found else -1


def search(desk: Desk, line: str, *, erase: int = 0) -> None:
    desk.press("/")
    desk.wait_for(lambda text: "enter searches" in text)
    desk.press(*["BSpace"] * erase, *(("Space" if key == " " else key) for key in line))
    desk.wait_for(lambda text: line in text)
    desk.press("Enter")
    terms = line.removesuffix(" order:reading")
    desk.wait_for(lambda text: "enter searches" not in text and f"{terms}   in reading order" in text)


def exported(db: Path) -> dict[str, dict[str, Any]]:
    """What dana said of each claim, by its key, as the export has it."""
    command = [sys.executable, "-m", "factcheck", "export", "--format", "jsonl", "--db", str(db)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.splitlines()
    found = {}
    for record in map(json.loads, lines):
        for labels in record["labels"]:
            if labels.pop("annotator") == "dana":
                labels.pop("labelled_at")
                found[record["claim_key"]] = labels | ({"added_by": who} if (who := record.get("added_by")) else {})
    return found


@pytest.mark.parametrize("kind", [InTmux, InTerminal])
def test_what_was_done_in_a_sitting_is_what_is_exported(
    kind: type[InTmux] | type[InTerminal], tmp_path: Path
) -> None:
    if kind is InTmux and shutil.which("tmux") is None:
        pytest.skip("there is no tmux")
    db = Path(shutil.copy(ROOT / "claims.db", tmp_path / "claims.db"))
    first = queue(db, "")
    expected: dict[str, dict[str, Any]] = {}

    with sitting(kind, db) as desk:
        before = done(desk.wait_for(lambda text: done(text) >= 0))
        for number, claim_id in enumerate(first[:30]):
            key = KEYS[number % len(KEYS)]
            expected[claim(db, claim_id).key] = SAID[key]
            desk.press(key)
        desk.wait_for(lambda text: done(text) == before + 30)

    with sitting(kind, db) as desk:
        desk.wait_for(lambda text: done(text) == before + 30)
        for back, claim_id in enumerate(reversed(first[27:30]), 1):
            desk.press("u")
            desk.wait_for(lambda text, back=back: done(text) == before + 30 - back)  # type: ignore[misc]
            del expected[claim(db, claim_id).key]

        search(desk, "type:casualty state:todo order:reading")
        counts = queue(db, "type:casualty state:todo order:reading")
        edited = write_value(desk, claim(db, counts[0]))
        missed = add_missed(desk, db, claim(db, counts[1]))
        label_many_and_take_it_back(desk, db, len(expected) + 2)

    expected[edited.key] = {"extraction": "wrong_value"}
    expected[missed.key] = {"extraction": "correct", "added_by": "dana"}
    found = exported(db)
    corrected = json.loads(found[edited.key].pop("corrected_value"))
    assert (corrected["low"], corrected["high"], corrected["comparator"]) == (4321, None, ">=")
    assert found == expected


def write_value(desk: Desk, edited: StoredClaim) -> StoredClaim:
    """Go to the first claim and write another value for it."""
    desk.press("Home")
    desk.wait_for(lambda text: edited.key[:8] in text)
    desk.press("e")
    desk.wait_for(lambda text: "enter saves" in text)
    desk.press(*["BSpace"] * 60, *"at", "Space", *"least", "Space", *"4321")
    desk.wait_for(lambda text: "= at least 4,321" in text)
    desk.press("Enter")
    desk.wait_for(lambda text: "enter saves" not in text and done(text) == 1)
    return edited


def label_many_and_take_it_back(desk: Desk, db: Path, said: int) -> None:
    """Call every date that is to do unimportant, and take that back; ``said`` claims were labelled before."""
    line = "type:date label:none order:reading"
    search(desk, line, erase=60)
    dates = len(queue(db, line))
    desk.press("C-b")
    desk.wait_for(lambda text: "shows what it would change" in text)
    desk.press("i")
    desk.wait_for(lambda text: f"enter labels {dates}" in text)
    desk.press("Enter")
    desk.wait_for(lambda text: done(text) in {0, dates} and "enter labels" not in text)
    assert len(exported(db)) == said + dates
    desk.press("u")
    desk.wait_for(lambda text: "Took back" in text)


@dataclass(frozen=True)
class Missed:
    """A claim that is not there: its words and the key that it will have."""

    quote: str
    key: str


def add_missed(desk: Desk, db: Path, beside: StoredClaim) -> Missed:
    """Mark the words of a missed claim in the article of the claim at hand, and add it."""
    desk.wait_for(lambda text: beside.key[:8] in text)
    words, missed = missed_beside(db, beside)
    desk.press("a")
    desk.wait_for(lambda text: "nothing is marked yet" in text)
    desk.press(*"w" * words, "Space")
    desk.wait_for(lambda text: f"“{missed.quote}”" in text)
    desk.press("Enter")
    desk.wait_for(lambda text: "nothing is marked" not in text and done(text) == 2)
    return missed


def missed_beside(db: Path, beside: StoredClaim) -> tuple[int, Missed]:
    """The first word from a claim's sentence on that reads as a claim nobody made, and how many words on it is."""
    with Store.open(db, readonly=True) as store:
        article = store.article(beside.article_id).article
        claims = [one.claim for one in store.article_claims(beside.article_id)]
    known = {(one.type, one.field, one.start, one.end) for one in claims}
    reading, field = SpanReading(article), beside.claim.field
    text = article.string(field)
    caret = Marking(field, text, beside.claim.sentence_start)
    for words in range(200):
        span = word_at(text, caret.caret)
        for kind, value in reading.candidates(field, span.start, span.end)[:1]:
            if (kind, field, span.start, span.end) not in known:
                made = reading.claim(kind, SpanRef(field, span.start, span.end), value, "dana")
                return words, Missed(made.quote, claim_key(article.sha256, made))
        caret = caret.by_word(1)
    raise AssertionError("every word is a claim already")
