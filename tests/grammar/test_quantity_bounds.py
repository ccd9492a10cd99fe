"""Hedges and ranges give the bounds that their words say, around a number in whatever form; vague words a least."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.grammar.quantity import find_quantities
from factcheck.model import Comparator
from tests.grammar.test_quantity_round_trip import AMERICAN, BRITISH, every_example

Printed = tuple[str, float]
Bounds = tuple[float | None, float | None]

numbers = st.integers(3, 1400) | st.integers(3, 10**7) | st.integers(1, 99).map(lambda n: n * 1000)
FORMS: dict[str, Callable[[int], Printed]] = {
    "digits": lambda n: (f"{n:,}", n),
    "British words": lambda n: (BRITISH.spell(n), n),
    "American words": lambda n: (AMERICAN.spell(n), n),
    "million": lambda n: (f"{n % 9999 / 10:,} million", n % 9999 * 10**5),
    "letter": lambda n: (f"{n % 1000}.5k", n % 1000 * 1000 + 500),
    "half": lambda n: ("half a million", 500_000),  # noqa: ARG005 - as the others are called
}
printed = st.builds(lambda form, n: FORMS[form](n), st.sampled_from(list(FORMS)), numbers)

BEFORE: dict[Comparator, str] = {
    ">": "more than|over|upwards of|in excess of|well over|just over|greater than|exceeding|a little more than",
    ">=": "at least|no fewer than|no less than|not less than|a minimum of",
    "<": "fewer than|less than|under|just under|well under|below",
    "<=": "up to|as many as|at most|no more than|not more than|a maximum of",
    "~": "about|around|some|roughly|an estimated|nearly|almost|close to|approximately",
}
BEHIND: dict[Comparator, str] = {
    ">=": " or more|+|-plus| or above| and counting",
    "<=": " or fewer| or less",
    "~": " or so|-odd",
}


def _phrases(table: dict[Comparator, str]) -> list[tuple[str, Comparator]]:
    return [(words, said) for said, block in table.items() for words in block.split("|")]


def _bounds(value: float, said: Comparator) -> Bounds:
    """The bounds that the table of docs/data-model.md gives a comparator."""
    return (None if said in ("<", "<=") else value), (None if said in (">", ">=") else value)


def _assert_reads(text: str, quote: str, bounds: Bounds, said: Comparator) -> None:
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == quote
    assert found.comparator == said
    for bound, expected in zip((found.low, found.high), bounds, strict=True):
        assert bound == (expected if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(("words", "said"), _phrases(BEFORE))
@given(number=printed)
@every_example
def test_words_before_a_number_bound_it(words: str, said: Comparator, number: Printed) -> None:
    written, value = number
    _assert_reads(f"They saw {words} {written} boats.", f"{words} {written}", _bounds(value, said), said)
    opening = f"{words[0].upper()}{words[1:]} {written}"
    _assert_reads(f"{opening} boats came.", opening, _bounds(value, said), said)


@pytest.mark.parametrize(("words", "said"), _phrases(BEHIND))
@given(number=printed)
@every_example
def test_words_behind_a_number_bound_it(words: str, said: Comparator, number: Printed) -> None:
    written, value = number
    text = f"They saw {written}{words} boats." if words != " and counting" else f"They saw {written}{words}."
    _assert_reads(text, f"{written}{words}", _bounds(value, said), said)


STACKED: list[tuple[str, Comparator]] = [
    ("at least about", ">="),
    ("about at least", ">="),
    ("up to about", "<="),
    ("perhaps as many as", "<="),
    ("probably more than", ">"),
    ("maybe around", "~"),
]


@pytest.mark.parametrize(("words", "said"), STACKED)
@given(number=printed)
@every_example
def test_of_two_hedges_the_bound_counts(words: str, said: Comparator, number: Printed) -> None:
    written, value = number
    (found,) = find_quantities(f"They saw {words} {written} boats.")
    assert (found.low, found.high, found.comparator) == (*_bounds(value, said), said)


RANGES = ["between {} and {}", "{} to {}", "from {} to {}", "{} or {}"]


@pytest.mark.parametrize("form", RANGES)
@given(low=st.integers(2, 900), more=st.integers(1, 900))
@every_example
def test_two_numbers_joined_are_a_range(form: str, low: int, more: int) -> None:
    high = min(low + more, low * 9)
    for write in (str, BRITISH.spell, AMERICAN.spell):
        words = form.format(write(low), write(high))
        _assert_reads(f"They saw {words} boats.", words.removeprefix("from "), (low, high), "range")


@pytest.mark.parametrize("scale", [100, 10**3, 10**6, 10**9])
def test_both_ends_of_a_range_may_end_in_the_same_scale(scale: int) -> None:
    for form in RANGES:
        for low in range(1, 9):
            words = form.format(BRITISH.spell(low * scale), BRITISH.spell((low + 1) * scale))
            _assert_reads(
                f"They saw {words} boats.", words.removeprefix("from "), (low * scale, (low + 1) * scale), "range"
            )


@pytest.mark.parametrize("dash", ["-", "–", "—"])
@given(low=st.integers(2, 900), more=st.integers(1, 90))
@every_example
def test_a_dash_makes_a_range_of_digits(dash: str, low: int, more: int) -> None:
    _assert_reads(f"They saw {low}{dash}{low + more} boats.", f"{low}{dash}{low + more}", (low, low + more), "range")


SHARED = [
    *("{} to {} million", "between {} and {} million", "{}-{} million", "${} to ${} million", "${}-${} million"),
    *("about {} to {} million", "between ${} and ${} million"),
]


@pytest.mark.parametrize("form", SHARED)
@given(low=st.integers(1, 400), more=st.integers(1, 400))
@every_example
def test_a_scale_behind_a_range_is_both_its_ends(form: str, low: int, more: int) -> None:
    for ends in ((low, low + more), (low / 10, (low + more) / 10)):
        (found,) = find_quantities(f"They saw {form.format(*(f'{end:g}' for end in ends))} of it.")
        assert found.low == pytest.approx(ends[0] * 10**6)
        assert found.high == pytest.approx(ends[1] * 10**6)
        assert found.comparator == "range"


@given(low=st.integers(2, 90), more=st.integers(1, 9))
@every_example
def test_hedges_before_a_range_belong_to_it(low: int, more: int) -> None:
    for words in ("about", "around", "roughly", "some", "an estimated"):
        quote = f"{words} {low} to {low + more}"
        _assert_reads(f"They saw {quote} boats.", quote, (low, low + more), "range")


VAGUE = {
    "tens of": 20, "dozens of": 24, "scores of": 40, "hundreds of": 200, "thousands of": 2000,
    "millions of": 2_000_000, "tens of thousands of": 20_000, "hundreds of thousands of": 200_000,
    "several tens of thousands of": 30_000, "several": 3, "a few": 3, "a handful of": 3, "multiple": 3,
    "a number of": 3, "many": 3, "numerous": 3, "several hundred": 300, "a few thousand": 3000,
    "several million": 3_000_000,
}  # fmt: skip


@pytest.mark.parametrize(("words", "least"), VAGUE.items())
def test_vague_words_say_a_least_number(words: str, least: int) -> None:
    core = words.removesuffix(" of")
    _assert_reads(f"They saw {words} boats.", core, (least, None), ">=")
    _assert_reads(f"{words.capitalize()} boats came.", core.capitalize(), (least, None), ">=")


@pytest.mark.parametrize("words", ["none", "nobody", "no one", "zero"])
def test_words_for_none_say_nought(words: str) -> None:
    _assert_reads(f"They saw {words} there.", words, (0, 0), "=")
