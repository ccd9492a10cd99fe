"""What holds of any text: offsets, order, honest bounds, and work that grows with the text alone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.grammar.quantity import find_quantities
from factcheck.grammar.quantity.hedges import HEDGES
from factcheck.grammar.quantity.numerals import SCALES, TENS, UNITS

_SMALL_WORDS = "a half dozens several both between and to or from more point thirds May people year-old"
_WORDS = [*UNITS, *TENS, *SCALES, *(" ".join(hedge) for hedge in HEDGES), "tens of thousands", *_SMALL_WORDS.split()]
_MARKS = ["-", "–", ",", ".", "$", "%", "+", "/", ":", "\n", "\u00a0", "½", "'s"]
number_talk = st.lists(
    st.sampled_from(_WORDS) | st.sampled_from(_MARKS) | st.integers(0, 3_000_000).map(str) | st.text(max_size=3),
    max_size=30,
)


@given(number_talk.map(" ".join) | number_talk.map("".join) | st.text())
@settings(max_examples=400, deadline=None)
def test_quantities_are_in_order_apart_and_inside_the_text(text: str) -> None:
    reached = 0
    for quantity in find_quantities(text):
        assert reached <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end].strip() == text[quantity.start : quantity.end]
        reached = quantity.end


@given(number_talk.map(" ".join))
@settings(max_examples=300, deadline=None)
def test_bounds_are_finite_and_the_lower_is_not_above_the_upper(text: str) -> None:
    for quantity in find_quantities(text):
        bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
        assert bounds == sorted(bounds)
        assert bounds
        assert all(abs(bound) < float("inf") for bound in bounds)


HARD = [
    "1",
    "1,",
    "1,234",
    "1 000 ",
    "one hundred and ",
    "between 1 and ",
    "at least ",
    "more than about 7 ",
    "aged 14 and ",
    "9-",
    "½",
    "a ",
]


@pytest.mark.parametrize("piece", HARD)
def test_a_long_text_of_one_piece_is_read_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begin = time.process_time()
    find_quantities(text)
    assert time.process_time() - begin < 5
