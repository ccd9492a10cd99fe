"""Strings that nobody would write break no promise of the quantity grammar, and no page of them takes long."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.grammar.quantity import Quantity, find_quantities, quantity_record, read_quantities
from factcheck.grammar.quantity.locales import Locale
from factcheck.grammar.quantity.model import KINDS
from tests.grammar import fuzz_quantities
from tests.grammar.fuzz_quantities import (
    DIGITS,
    JOINTS,
    LOCALES,
    MARKS,
    NEIGHBOURS,
    ODDITIES,
    PIECES,
    bounds_hold,
    check,
)
from tests.thorough import SLOW

pieces = st.one_of(
    *(st.sampled_from(kind) for kind in PIECES),
    st.sampled_from((*DIGITS, *NEIGHBOURS, *JOINTS)).map(str.title),
    st.sampled_from((*MARKS, *ODDITIES)),
    st.integers(0, 10**9).map(str),
    st.text(max_size=3),
)


@given(words=st.lists(pieces, max_size=30), glue=st.sampled_from([" ", "", "-", ", "]))
@settings(max_examples=20_000 if SLOW else 300, deadline=None)
def test_no_string_breaks_a_promise(words: list[str], glue: str) -> None:
    assert check(glue.join(words)) >= 0


def test_the_generator_meets_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    seed = random.SystemRandom().randrange(1 << 32) if SLOW else 7
    assert fuzz_quantities.run(200_000 if SLOW else 3000, seed) == 0, capsys.readouterr().out


@given(words=st.lists(pieces, max_size=12), before=st.lists(pieces, max_size=4), after=st.lists(pieces, max_size=4))
@settings(max_examples=5000 if SLOW else 200, deadline=None)
def test_a_part_of_a_text_holds_all_that_is_found_in_it(
    words: list[str], before: list[str], after: list[str]
) -> None:
    lead, middle = " ".join(before) + "\n", " ".join(words)
    start, end = len(lead), len(lead) + len(middle)
    reached = start
    for quantity in find_quantities(f"{lead}{middle}\n{' '.join(after)}", start, end):
        assert reached <= quantity.start < quantity.end <= end
        assert bounds_hold(quantity)
        reached = quantity.end


@pytest.mark.parametrize(
    "wrong",
    [
        Quantity(0, 1, 2.0, 1.0, "range"),
        Quantity(0, 1, 1.0, 2.0, "="),
        Quantity(0, 1, 1.0, 1.0, ">="),
        Quantity(0, 1, None, None, "~"),
        Quantity(0, 1, float("inf"), None, ">"),
    ],
    ids=str,
)
def test_bounds_that_contradict_their_comparator_are_a_broken_promise(wrong: Quantity) -> None:
    assert not bounds_hold(wrong)


UNITS_OF_PAGES = [
    *("1", "9", "1,", "12,", "12,34,", ",000", "000,", "1,234,", "1,000,,", "\u00a0000", " 000", " 123", "1 000 "),
    *(
        "1.",
        "1.2.",
        "1/",
        "1:",
        "1-",
        "10-20-30-",
        "1–2 ",
        "(1) ",
        "\n1. ",
        "$1 ",
        "1% ",
        "1m ",
        "1.2 million",
        "1st ",
    ),
    *("one ", "one-", "twenty-", "one hundred and ", "hundred ", "thousand and ", "one and a half ", "half a ", "a "),
    *("point five ", "five point ", "one in ten ", "one out of ", "two-thirds ", "½", "1 1/2 ", "3 hundred and 2 "),
    *(
        "more than ",
        "more than about 7 ",
        "at least ",
        "between ",
        "between 1 and ",
        "from 1 to ",
        "rose from 1 to 2 ",
    ),
    *("millions of ", "tens of thousands of ", "several ", "a few ", "many ", "scores ", "both the ", "none "),
    *(
        "1e9 ",
        "2^9",
        "1 x 10^3 ",
        "1 km ",
        "5 ft 2 ",
        "EUR 1 ",
        "1 euro and 2 cents ",
        "a 1 www.a ",
        "http://1 ",
        "1 USD ",
    ),
    *(
        "first ",
        "22nd ",
        "twenty-first ",
        "1,000th ",
        "fivefold ",
        "1.000.",
        "1 , 000 ",
        "1 . 2 ",
        "80, 000 ",
        "1,5 ",
    ),
    *("40+", "1 or more ", "1-year-old ", "aged 1 and ", "2021-", "May 1 ", "no. 1 ", "minus ", "-", ",", "\n", "a"),
]
"""What the grammar's words and patterns begin with, and what they may run on over."""


PAGE = 1 << 16
ADVERSARIAL = ("1", "one hundred and ", "more than ", "10-20-30-")
GROUPED = ("1.", "1.234.", "1.234,", "1 234 ", "1\u00a0234\u00a0", "1,", "000 ", "000.")


@pytest.mark.parametrize("piece", UNITS_OF_PAGES, ids=repr)
def test_a_page_four_times_as_long_takes_about_four_times_as_long(piece: str) -> None:
    assert _is_linear(piece, PAGE if SLOW else PAGE // 4, lambda page: read_quantities(page, KINDS))


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_a_whole_page_of_numbers_or_of_words_before_them_is_read_in_linear_time(piece: str) -> None:
    assert _is_linear(piece, PAGE, find_quantities)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("piece", GROUPED, ids=repr)
def test_digits_of_every_locale_are_read_in_linear_time(piece: str, locale: Locale) -> None:
    assert _is_linear(piece, PAGE // 4, lambda page: quantity_record({"id": "page", "text": page}, KINDS, locale))


def _is_linear(piece: str, length: int, read: Callable[[str], object]) -> bool:
    """Whether a page takes far less than sixteen times what a quarter of it takes, as it would were time quadratic.

    What somebody else's work slowed down is measured again.
    """
    pages = [(piece * (size // len(piece) + 1))[:size] for size in (length // 4, length)]
    for _ in range(3):
        quarter, whole = (_seconds(read, page) for page in pages)
        if whole < 9 * max(quarter, 0.002):
            return True
    return False


def _seconds(read: Callable[[str], object], page: str) -> float:
    """Processor time that the reading takes."""
    begun = time.thread_time()
    read(page)
    return time.thread_time() - begun
