"""Short strings out of number words, digits and marks, read one after the other: what breaks is printed.

    python -m tests.grammar.fuzz_quantities [--count 2000000] [--seed 0]

Ends with exit code 1 at a string that breaks a promise or is read for too long, and prints it.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from factcheck.grammar.quantity import Quantity, find_quantities, quantity_record, read_quantities
from factcheck.grammar.quantity.hedges import HEDGES
from factcheck.grammar.quantity.locales import Locale
from factcheck.grammar.quantity.model import KINDS
from factcheck.grammar.quantity.numerals import SCALES, TENS, UNITS

WORDS: tuple[str, ...] = (*UNITS, *TENS, *SCALES)
PHRASES = (
    *("half", "half a million", "two and a half", "a dozen", "a hundred or so", "two-thirds", "three quarters of"),
    *("dozens", "scores of", "hundreds", "tens of thousands", "several tens of thousands", "several", "both", "none"),
    *("a couple of", "a handful", "a number of", "a few hundred", "no one", "not a single", "nobody", "twofold"),
    *("one in ten", "six in every 10", "one out of three", "point five", "ninety-nine", "nineteen eighty-four", "a"),
    *("third", "fifths", "first", "22nd", "twenty-first", "minus", "negative", "zero", "nought", "another", "an"),
)
JOINTS = (
    *("to", "or", "and", "between", "from", "out of", "in", "of", "per", "more", "or more", "or fewer", "or so"),
    *("and counting", "plus", "odd", "less", "times", "compared with", "revised from", "up from", "as many as", "no"),
)
NEIGHBOURS = (
    *("people", "years", "year-old", "aged", "percent", "per cent", "%", "May", "p.m.", "Flight", "dollars", "euros"),
    *("euro", "pounds sterling", "US", "USD ", "litres", "inches", "feet", "per hour", "http://a.b/1?2", "www.a1"),
    *("were killed", "views", "miles", "kg", "°C", "block of", "o'clock", "days", "Section", "sq ft", "Boats", "the"),
)
DIGITS = (
    *("0", "00", "1", "7", "12", "99", "100", "1,000", "1,200,000", "1 200 000", "12,34,567", "1.200.000", "13,5"),
    *(
        "1,2",
        "1,,2",
        "1.2.3",
        ".5",
        "0.5",
        "-5",
        "−5",
        "1e9",
        "0x1F",
        "1st",
        "3/4",
        "1 1/2",
        "24/7",
        "9-2",
        "10-20-30",
    ),
    *("1.2m", "3.4bn", "200K", "94million", "5mm", "5 m", "12b", "7tn", "2mln", "4 hundred million", "$5", "£3m"),
    *("€1.5", "¥", "₹2 lakh", "5 crore", "40+", "40-plus", "2021", "1999-2003", "10:30", "6ft 2", "555-123-4567"),
    *("9" * 18, "9" * 19, "9" * 40, "1" + ",000" * 5, "1" + ",000" * 9, "1" + " 000" * 6, "0." + "3" * 25),
)
MARKS = (
    *(" ", "  ", "\n", "\t", "\u00a0", "\u202f", "\u2009", "\r\n", "\x00", "\x0b", "\u2028", "\x85"),
    *(",", ", ", "-", "–", "—", " – ", ".", ". ", "'", "’", "'s", "/", ":", ";", "(", ")", "$", "%", "+", "~", "<"),
    *(">", "≥", "±", "×", "#", "№", '"', "“", "&", "_", "@", "…"),
)
ODDITIES = (
    *"İıſßŉǰΐﬁK",  # lower or upper case has another length, or is another letter's
    *"\u0301\u0308\u20dd\ufe0f\u20e3",  # combining
    *"\u200b\u200d\u2060\ufeff\u00ad",  # without width
    *"\u202e\u202d\u2067\u2069\u200f",  # direction
    *"０１２３９٣٫٬۵৭߂௧𝟗²③½⅓⅞⅒↉Ⅷ㊿一百万億",  # digits and numbers of other scripts
    *"\U0001f4af\U0010ffff\ud7ff\ue000",
)
LOOK_ALIKES = str.maketrans("iskISK", "ıſKİſK")
"""Letters of other alphabets that a pattern takes for a Latin one where case does not matter."""

PIECES: tuple[Sequence[str], ...] = (
    *(WORDS, WORDS, PHRASES, tuple(map(" ".join, HEDGES)), JOINTS),
    *(DIGITS, DIGITS, NEIGHBOURS, MARKS, ODDITIES),
)
LOCALES: tuple[Locale, ...] = get_args(Locale)
LONGEST = 0.05
"""Seconds of processor time that a string may take."""

TRIALS = 3
"""Times that a slow string is read again: only what is slow each time is slow by its own doing."""


class BrokenPromise(AssertionError):
    """A text of which the grammar says something that cannot be."""


def check(text: str) -> int:
    """Read a text and hold the answers against what holds of every text; returns how much was found.

    Raises BrokenPromise, or what the grammar itself raises.
    """
    every = read_quantities(text, KINDS)
    _stand(text, every)
    _stand(text, find_quantities(text))
    for locale in LOCALES:
        said = quantity_record({"id": "a", "text": text}, KINDS, locale)["quantities"]
        if locale == "en" and len(said) != len(every):
            raise BrokenPromise(f"{len(every)} quantities, {len(said)} in the record")
        for one in said:
            if text[one["start"] : one["end"]] != one["quote"]:
                raise BrokenPromise(f"quote {one} in {locale}")
            if "rounded" in one and not _lies_within(one, *one["rounded"]):
                raise BrokenPromise(f"rounded {one} in {locale}")
    return len(every)


def _lies_within(said: dict[str, Any], lowest: float, highest: float) -> bool:
    """Whether what rounding leaves holds the number said."""
    return all(lowest <= bound <= highest for bound in (said["low"], said["high"]) if bound is not None)


def _stand(text: str, found: Sequence[Quantity]) -> None:
    """Raise BrokenPromise unless the quantities are in order, apart, inside a line and honest."""
    reached = 0
    for quantity in found:
        if not reached <= quantity.start < quantity.end <= len(text):
            raise BrokenPromise(f"span {quantity}")
        quote = text[quantity.start : quantity.end]
        if quote != quote.strip() or "\n" in quote:
            raise BrokenPromise(f"space at the edge, or two lines, in {quote!r} of {quantity}")
        if not bounds_hold(quantity) or quantity.kind not in KINDS:
            raise BrokenPromise(f"value {quantity}")
        reached = quantity.end


def bounds_hold(quantity: Quantity) -> bool:
    """Whether the bounds are numbers in order, and those and only those are open that the comparator leaves open."""
    low, high = quantity.low, quantity.high
    if not all(math.isfinite(bound) for bound in (low, high) if bound is not None):
        return False
    if quantity.comparator in (">", ">="):
        return low is not None and high is None
    if quantity.comparator in ("<", "<="):
        return low is None and high is not None
    if low is None or high is None:
        return False
    return low < high if quantity.comparator == "range" else low == high


def seconds(text: str) -> float:
    """Processor time that one reading takes, the least of a few where it is long."""
    taken = math.inf
    for _ in range(TRIALS):
        begun = time.thread_time()
        read_quantities(text)
        taken = min(taken, time.thread_time() - begun)
        if taken <= LONGEST:
            break
    return taken


def strings(source: random.Random) -> Iterator[str]:
    """Endless short strings of the grammar's words, numbers, marks and other scripts' oddities."""
    while True:
        glue = source.choice((" ", " ", " ", "", "-", ", ", "\n"))
        yield glue.join(_piece(source, source.choice(PIECES)) for _ in range(source.randint(1, 9)))


def _piece(source: random.Random, kind: Sequence[str]) -> str:
    chance = source.random()
    if chance < 0.06:
        return str(source.randint(0, 10 ** source.randint(1, 12)))
    if chance < 0.1:
        return f"{source.randint(0, 10 ** source.randint(3, 9)):,}"
    return _changed(source, source.choice(kind), source.random())


def _changed(source: random.Random, piece: str, chance: float) -> str:
    if chance < 0.2:
        return piece.title()
    if chance < 0.24:
        return piece.upper()
    if chance < 0.28:
        return piece[: source.randint(0, len(piece))]
    if chance < 0.32:
        return piece.translate(LOOK_ALIKES)
    return piece[:20] * source.randint(2, 12) if chance < 0.34 else piece


def run(count: int, seed: int) -> int:
    """Read so many strings; returns 1 at the first that breaks a promise or takes too long, else 0."""
    source = random.Random(seed)
    found, longest, slowest = 0, 0.0, ""
    begun = time.perf_counter()
    written = strings(source)
    for number in range(count):
        text = next(written)
        try:
            found += check(text)
        except Exception as fault:  # noqa: BLE001 - whatever it raises is what is looked for
            print(f"string {number} of seed {seed}: {text!r}: {fault!r}")  # noqa: T201
            return 1
        taken = seconds(text)
        if taken > longest:
            longest, slowest = taken, text
        if taken > LONGEST:
            print(f"string {number} of seed {seed} takes {1000 * taken:.0f} ms: {text!r}")  # noqa: T201
            return 1
    passed = time.perf_counter() - begun
    print(  # noqa: T201
        f"{count:,} strings of seed {seed}: {found:,} quantities, no fault, {passed:,.0f} s;"
        f" the slowest took {1000 * longest:.1f} ms: {slowest!r}"
    )
    return 0


def main() -> int:
    """Do what the command line asks for."""
    asked = argparse.ArgumentParser(prog="python -m tests.grammar.fuzz_quantities")
    asked.add_argument("--count", type=int, default=2_000_000)
    asked.add_argument("--seed", type=int, default=0)
    chosen = asked.parse_args()
    return run(chosen.count, chosen.seed)


if __name__ == "__main__":
    sys.exit(main())
