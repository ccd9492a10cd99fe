"""Stories: what a date of theirs counts from, before Christ too, and which years they name only in passing."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.grammar.timex import find_timexes

PUBLISHED = date(2009, 12, 19)


def values(text: str) -> list[str]:
    return [timex.value for timex in find_timexes(text, PUBLISHED, mode="narrative")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fleet sailed in 490 BC. In the winter it lay in port.", ["BC0490", "BC0490-WI"]),
        ("The fleet sailed in 490 BC. The following year it sank.", ["BC0490", "BC0489"]),
        ("The fleet sailed in 490 BC. Ten years later another came.", ["BC0490", "BC0480"]),
        ("The fleet sailed in September 490 BC. By January it had sunk.", ["BC0490-09", "BC0489-01"]),
        ("They fought in 241 BC. In the previous century they were friends.", ["BC0241", "BC03"]),
        ("They fought from 9 BC on. In 14 AD it ended. The next year they left.", ["BC0009", "0014", "0015"]),
    ],
)
def test_a_story_counts_on_from_years_before_christ(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_days_before_christ_cover_no_days_of_the_calendar() -> None:
    for timex in find_timexes("They met in 490 BC. In June they left.", PUBLISHED, mode="narrative"):
        assert (timex.first, timex.last, timex.granularity, timex.anchor) == (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 10 March 1975 they marched for a campaign planned in 1976. On 12 March they won.", "1975-03-12"),
        ("On 2 August 1964 shots were heard. Papers released in 2005 deny it. On 4 August more fell.", "1964-08-04"),
        ("In May 1941 they met. In 1942 the war spread. In June they lost.", "1942-06"),
        ("In May 1941 they met. The camps were full, as in the previous year. In June they lost.", "1941-06"),
    ],
)
def test_a_year_named_in_passing_does_not_move_the_story(text: str, expected: str) -> None:
    assert values(text)[-1] == expected
