from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Casualty, ClaimType, DateValue, Membership, Value, ViewCount
from factcheck.review.corrections import as_json, corrected, correction_in_words, example

DAY = date(2022, 11, 24)
KILLED = Casualty("killed", 12, 12, "=", "people")
VIEWS = ViewCount("views", 1000, 1000, "=", "the clip")
THURSDAY = DateValue("2022-11-24", "DATE", DAY, DAY, "day", anchor="2022-11-24")
CLUB = Membership("the club", "members", 3)


@pytest.mark.parametrize(
    ("value", "words", "right"),
    [
        (KILLED, "at least 15", Casualty("killed", 15, None, ">=", "people")),
        (KILLED, " 12  to 15 ", Casualty("killed", 12, 15, "range", "people")),
        (KILLED, "none", Casualty("killed", 0, 0, "=", "people")),
        (KILLED, "15 injured", Casualty("injured", 15, 15, "=", "people")),
        (KILLED, "15 killed or injured", Casualty("killed_or_injured", 15, 15, "=", "people")),
        (VIEWS, "more than 1.2 million", ViewCount("views", 1_200_000, None, ">", "the clip")),
        (VIEWS, "40 likes", ViewCount("likes", 40, 40, "=", "the clip")),
        (
            THURSDAY,
            "17 November 2022",
            DateValue("2022-11-17", "DATE", date(2022, 11, 17), date(2022, 11, 17), "day"),
        ),
    ],
)
def test_the_right_value_is_written_in_the_words_of_news(value: Value, words: str, right: Value) -> None:
    assert corrected(value, words, DAY) == right


def test_days_are_counted_from_the_articles_own() -> None:
    found = corrected(THURSDAY, "last Tuesday", DAY)
    assert isinstance(found, DateValue)
    assert (found.start, found.anchor) == (date(2022, 11, 22), "2022-11-24")


@pytest.mark.parametrize("words", ["", "x", "15 elephants", "12 and 30", "of 12", "2022-13-45", "{}", "12 " * 500])
def test_what_cannot_be_read_is_refused(words: str) -> None:
    assert corrected(KILLED, words, DAY) is None


def test_a_list_cannot_be_written_in_a_line() -> None:
    assert example(CLUB) == ""
    assert corrected(CLUB, "Ann and Bob", DAY) is None


@pytest.mark.parametrize("value", [KILLED, VIEWS, THURSDAY])
def test_every_example_can_be_read(value: Value) -> None:
    assert all(corrected(value, words.strip(), DAY) is not None for words in example(value).split("·"))


@given(st.text(max_size=200), st.sampled_from([KILLED, VIEWS, THURSDAY, CLUB]))
def test_no_words_are_too_odd(words: str, value: Value) -> None:
    answer = corrected(value, words, DAY)
    assert answer is None or type(answer) is type(value)
    assert correction_in_words(ClaimType.CASUALTY, words) == words


def test_a_label_of_any_shape_is_shown() -> None:
    assert correction_in_words(ClaimType.CASUALTY, as_json(KILLED)) == "12 killed (people)"
    assert correction_in_words(ClaimType.CASUALTY, '"twelve"') == '"twelve"'
    assert correction_in_words(ClaimType.DATE, "[" * 100_000) == "[" * 100_000


def test_long_words_take_linear_time() -> None:
    began = time.process_time()
    corrected(KILLED, "12 " * 30_000, DAY)
    corrected(THURSDAY, "May " * 30_000, DAY)
    assert time.process_time() - began < 10
