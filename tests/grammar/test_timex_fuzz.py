"""Strings that nobody would write break no promise of the date grammar, and none of them keeps it long."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.grammar.timex import Mode, find_timexes
from factcheck.grammar.timex.holidays import HOLIDAY_NAMES
from tests.grammar import fuzz_timex
from tests.grammar.fuzz_timex import DIGITS, MARKS, MODES, ODDITIES, SAID, WORDS, check
from tests.thorough import SLOW

pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.title),
    st.sampled_from((*SAID, *DIGITS, *MARKS, *ODDITIES)),
    st.text(max_size=3),
)


@given(
    words=st.lists(pieces, max_size=30),
    glue=st.sampled_from([" ", "", "-", ", "]),
    published=st.none() | st.dates() | st.sampled_from([date.min, date.max]),
    mode=st.sampled_from(MODES),
)
@settings(max_examples=20_000 if SLOW else 500, deadline=None)
def test_no_string_breaks_a_promise(words: list[str], glue: str, published: date | None, mode: Mode) -> None:
    assert check(glue.join(words), published, mode) >= 0


def test_the_generator_meets_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    seed = random.SystemRandom().randrange(1 << 32) if SLOW else 7
    assert fuzz_timex.run(200_000 if SLOW else 4000, seed) == 0, capsys.readouterr().out


def test_a_day_that_no_calendar_has_is_not_read_behind_a_modifier_either() -> None:
    for words in ("about Feb. 30", "early on Feb. 30", "the end of April 31, 2022"):
        assert [timex for timex in find_timexes(f"Due {words}.", date(2022, 11, 24)) if not timex.value] == []


HOLIDAY_TALK = (
    "{}",
    "{} weekend",
    "the third day of {}",
    "the first night of {}",
    "last {}",
    "next {}",
    "{} last year",
)


@pytest.mark.parametrize("published", [date.min, date(1, 12, 31), date(9999, 1, 1), date.max])
def test_no_holiday_falls_off_the_ends_of_the_calendar(published: date) -> None:
    for name in HOLIDAY_NAMES:
        for words in HOLIDAY_TALK:
            for mode in MODES:
                check(words.format(name.title()), published, mode)
