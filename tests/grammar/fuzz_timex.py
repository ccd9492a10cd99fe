"""Short strings out of the date grammar's own words, read one after the other: what breaks is printed.

    python -m tests.grammar.fuzz_timex [--count 2000000] [--seed 0]
    python -m tests.grammar.fuzz_timex --coverage 600    (seconds; pip install atheris first)

The first writes strings from a seed. The second lets atheris change them for as long as that reaches other branches
of the grammar. Either ends with exit code 1 at a string that breaks a promise, and prints it.
"""

from __future__ import annotations

import argparse
import importlib
import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from tempfile import gettempdir
from typing import Any

from factcheck.grammar.timex import Mode, Timex, find_timexes
from factcheck.grammar.timex.absolute import FOREIGN_MONTHS
from factcheck.grammar.timex.calendar import extent
from factcheck.grammar.timex.explain import explain_timexes
from factcheck.grammar.timex.holidays import HOLIDAY_NAMES
from factcheck.grammar.timex.lexicon import ABOUT_PHRASES, LEXICON, REFERENCES

WORDS: tuple[str, ...] = tuple(sorted({*LEXICON, *HOLIDAY_NAMES, *REFERENCES, *ABOUT_PHRASES, *FOREIGN_MONTHS}))
SAID = ("said that", "will", "is due", "was", "expected to", "no later than", "ahead of", "between", "more than")
MARKS = (
    *(" ", "  ", "\n", "\t", "\u00a0", "\u202f", "\u2009", "\r\n", "\x00"),
    *(",", ", ", "-", "–", "—", ".", ". ", "'", "’", "'s", "’s", "/", ":", ";", "(", ")", "$", "%", "+"),
)
ODDITIES = (
    *"İıſßŉǰΐﬁ",  # lower or upper case has another length
    *"\u0301\u0308\u20dd\ufe0f",  # combining
    *"\u200b\u200d\u2060\ufeff\u00ad",  # without width
    *"\u202e\u202d\u2067\u2069\u200f",  # direction
    *"０１２３４５６７８９٣۵৭߂𝟗②²½⅓Ⅷ",  # digits and numbers of other scripts
    *"日年月\U0001f4c5\U0010ffff\ud7ff\ue000",
)
DIGITS = (
    *("2022-11-23", "2022-11-23T05:30:00Z", "11/23/2022", "31/12/99", "23.11.2022", "5:30 p.m.", "24:00", "99:99"),
    *("1990s", "'89", "'90s", "1,990", "Q3", "4Q", "½", "1/2", "3rd", "31st", "29", "0000", "9999", "10000", "12.5"),
    *("1998-99", "499 BC", "AD 70", "A.D.", "B.C.E.", "10-day", "0", "00", "999999", "1", "1500", "2100", "2200"),
)
DAYS: tuple[date | None, ...] = (None, date.min, date.max, date(2024, 2, 29), date(2022, 11, 24), date(1, 3, 1))
MODES: tuple[Mode, ...] = ("news", "narrative")


class BrokenPromise(AssertionError):
    """A text of which the grammar says something that cannot be."""


def check(text: str, published: date | None, mode: Mode) -> int:
    """Read a text and hold the answer against what holds of every text; returns how much was found.

    Raises BrokenPromise, or what the grammar itself raises.
    """
    found = find_timexes(text, published, mode=mode)
    done = 0
    for timex in found:
        if not (done <= timex.start < timex.end <= len(text) and timex.text == text[timex.start : timex.end]):
            raise BrokenPromise(f"span {timex}")
        if not _says_its_days(timex):
            raise BrokenPromise(f"days {timex}")
        done = timex.end
    return len(found)


def _says_its_days(timex: Timex) -> bool:
    """Whether the days are in order, meet the value's and the stretch that they end, and fit the granularity."""
    if not timex.value or (timex.first is None) != (timex.last is None):
        return False
    if timex.first is None or timex.last is None:
        return timex.anchor is None and timex.range is None
    first, last = timex.range or (timex.first, timex.last)
    if timex.first > timex.last or first > last or timex.last < first or last < timex.first:
        return False
    covered = extent(timex.value)
    if covered is None:
        return False
    if covered != (timex.first, timex.last):  # of a holiday of several days, or of a day that is not sure
        return covered[0] <= timex.last and timex.first <= covered[1]
    return timex.granularity is None or (timex.last - timex.first).days < MOST_DAYS[timex.granularity]


MOST_DAYS = {
    "minute": 1,
    "part_of_day": 1,
    "day": 1,
    "week": 7,
    "month": 31,
    "season": 92,
    "quarter": 92,
    "year": 366,
    "decade": 3653,
}
"""Days that a granularity covers at most."""


def strings(source: random.Random) -> Iterator[str]:
    """Endless short strings of the grammar's words, numbers, marks and other scripts' oddities."""
    kinds: tuple[Sequence[str], ...] = (WORDS, WORDS, WORDS, SAID, DIGITS, DIGITS, MARKS, ODDITIES)
    while True:
        glue = source.choice((" ", " ", " ", "", "-", ", ", "\n"))
        yield glue.join(_piece(source, source.choice(kinds)) for _ in range(source.randint(1, 9)))


def _piece(source: random.Random, kind: Sequence[str]) -> str:
    piece = source.choice(kind)
    chance = source.random()
    if chance < 0.3:
        return piece.title()
    if chance < 0.33:
        return piece.upper()
    if chance < 0.36:
        return piece[: source.randint(0, len(piece))]
    if chance < 0.42:
        return str(source.randint(0, 10 ** source.randint(1, 7)))
    return piece


def _published(source: random.Random) -> date | None:
    if source.random() < 0.5:
        return source.choice(DAYS)
    return date.min + timedelta(days=source.randrange((date.max - date.min).days))


def run(count: int, seed: int) -> int:
    """Read so many strings; returns 1 at the first that breaks a promise, else 0."""
    source = random.Random(seed)
    found, longest, slowest = 0, 0.0, ""
    begun = time.perf_counter()
    written = strings(source)
    for number in range(count):
        text, published, mode = next(written), _published(source), source.choice(MODES)
        before = time.perf_counter()
        try:
            found += check(text, published, mode)
            if not number % 16:
                explain_timexes(text, published, mode=mode)
        except Exception as fault:  # noqa: BLE001 - whatever it raises is what is looked for
            print(f"string {number} of seed {seed}: {text!r}, {published}, {mode}: {fault!r}")  # noqa: T201
            return 1
        taken = time.perf_counter() - before
        if taken > longest and number > WARM:
            longest, slowest = taken, text
    seconds = time.perf_counter() - begun
    print(  # noqa: T201
        f"{count:,} strings of seed {seed}: {found:,} time expressions, no fault, {seconds:,.0f} s;"
        f" the slowest took {1000 * longest:.1f} ms: {slowest!r}"
    )
    return 0


WARM = 10_000
"""Strings after which what is loaded at the first call is loaded."""


def run_by_coverage(seconds: int, seed: int) -> int:
    """Let atheris change strings for so long; it ends the process with a code of its own at the first fault."""
    atheris: Any = importlib.import_module("atheris")
    for name in [name for name in sys.modules if name.startswith("factcheck.grammar.timex")]:
        for thing in vars(sys.modules[name]).values():
            if getattr(thing, "__module__", "") == name and type(thing).__name__ == "function":
                atheris.instrument_func(thing)
    pieces = (*WORDS, *SAID, *DIGITS, *MARKS, *ODDITIES)

    def one(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        published, mode = DAYS[provider.ConsumeIntInRange(0, len(DAYS) - 1)], MODES[provider.ConsumeBool()]
        words: list[str] = []
        while provider.remaining_bytes() and len(words) < 40:
            place = provider.ConsumeIntInRange(0, len(pieces))
            words.append(pieces[place] if place < len(pieces) else provider.ConsumeUnicodeNoSurrogates(3))
            words.append(("", " ", " ", ", ")[provider.ConsumeIntInRange(0, 3)])
        check("".join(words), published, mode)

    atheris.Setup(
        [
            sys.argv[0],
            f"-max_total_time={seconds}",
            f"-seed={seed + 1}",
            "-max_len=160",
            f"-artifact_prefix={gettempdir()}/",
        ],
        one,
    )
    atheris.Fuzz()
    return 0


def main() -> int:
    """Do what the command line asks for."""
    asked = argparse.ArgumentParser(prog="python -m tests.grammar.fuzz_timex")
    asked.add_argument("--count", type=int, default=2_000_000)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--coverage", type=int, metavar="SECONDS", default=0)
    chosen = asked.parse_args()
    return run_by_coverage(chosen.coverage, chosen.seed) if chosen.coverage else run(chosen.count, chosen.seed)


if __name__ == "__main__":
    sys.exit(main())
