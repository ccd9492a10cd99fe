"""Why a time expression means what it does, in words; and the ranges that two of them bound."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from factcheck.grammar.timex import Mode, explain_timexes, find_timexes
from tests.grammar.test_timex_invariants import calendar_talk, days, modes

PUBLISHED = date(2022, 11, 24)


def explained(text: str, mode: Mode = "news") -> dict[str, str]:
    (one,) = explain_timexes(text, PUBLISHED, mode=mode)
    return {"rules": " < ".join(one.rules), "tense": one.tense, "anchor": one.anchor, "value": one.arithmetic}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The council met on Monday.",
            {
                "rules": "weekday (WEEKDAY)",
                "tense": "“met” looks back",
                "anchor": "Thursday 2022-11-24, the publication date",
                "value": "3 days before; Monday 2022-11-21",
            },
        ),
        (
            "The council will meet on Monday.",
            {
                "rules": "weekday (WEEKDAY)",
                "tense": "“will” looks ahead",
                "anchor": "Thursday 2022-11-24, the publication date",
                "value": "4 days later; Monday 2022-11-28",
            },
        ),
        ("It opened in May 2019.", {"anchor": "", "tense": "", "value": "names itself; 2019-05-01 to 2019-05-31"}),
        ("It opens early next year.", {"rules": "modified (PHASE NEXT UNIT) < unit shift (NEXT UNIT)"}),
        ("It opens early next year.", {"value": "1 year later; 2023-01-01 to 2023-12-31; mod START"}),
        ("The bridge stood for five years.", {"anchor": "", "value": "a length of time"}),
        ("They meet every Tuesday.", {"value": "a time that comes again"}),
        ("They met last week.", {"value": "1 week before; 2022-11-14 to 2022-11-20"}),
        ("They recently met.", {"value": "points to a time without naming a day"}),
    ],
)
def test_the_way_to_a_value_is_told(text: str, expected: dict[str, str]) -> None:
    told = explained(text)
    assert {name: told[name] for name in expected} == expected


def test_a_narrative_counts_from_what_it_told_before() -> None:
    text = "The siege began on May 3, 1812. Two weeks later it ended."
    _, later = explain_timexes(text, PUBLISHED, mode="narrative")
    assert later.anchor == "Sunday 1812-05-03, a date told before"
    assert later.arithmetic == "14 days later; Sunday 1812-05-17"


def test_a_year_earlier_counts_from_the_quarter_that_a_results_story_tells() -> None:
    text = "In the third quarter of 2022 sales rose to 5 million from 4 million a year earlier."
    _, earlier = explain_timexes(text, PUBLISHED)
    assert earlier.timex.value == "2021-Q3"
    assert earlier.anchor == "Friday 2022-07-01, a date told before"
    assert earlier.arithmetic == "4 quarters before; 2021-07-01 to 2021-09-30"


def test_without_a_date_to_count_from_that_is_said() -> None:
    (one,) = explain_timexes("The council met on Monday.", None)
    assert (one.anchor, one.arithmetic) == ("", "no date is known to count from")


@given(text=calendar_talk, published=days, mode=modes)
@settings(max_examples=200, deadline=None)
def test_an_explanation_finds_what_finding_finds(text: str, published: date | None, mode: Mode) -> None:
    told = explain_timexes(text, published, mode=mode)
    assert [one.timex for one in told] == find_timexes(text, published, mode=mode)
    assert all(one.rules and one.arithmetic for one in told)


@pytest.mark.parametrize(
    ("text", "ends", "bounds"),
    [
        ("The fair is open Nov. 23-24.", ["Nov. 23", "24"], ("2022-11-23", "2022-11-24")),
        ("It ran from Monday to Friday.", ["Monday", "Friday"], ("2022-11-21", "2022-11-25")),
        ("The war of 2014–18 ended.", ["2014", "18"], ("2014-01-01", "2018-12-31")),
        ("It ran between May 2019 and June 2020.", ["May 2019", "June 2020"], ("2019-05-01", "2020-06-30")),
        ("He served from 1998 until March 2003.", ["1998", "March 2003"], ("1998-01-01", "2003-03-31")),
        ("It ran 9 to 11 November 2021.", ["9", "11 November 2021"], ("2021-11-09", "2021-11-11")),
    ],
)
def test_a_range_is_one_extent_with_two_ends(text: str, ends: list[str], bounds: tuple[str, str]) -> None:
    found = find_timexes(text, PUBLISHED)
    assert [one.text for one in found] == ends
    whole = (date.fromisoformat(bounds[0]), date.fromisoformat(bounds[1]))
    assert [one.range for one in found] == [whole, whole]


@pytest.mark.parametrize(
    "text",
    [
        "It rained in May 2019 and June 2020.",
        "They met on Monday, and on Friday they left.",
        "Prices fell from 2019 to the year 2015.",
        "It moved the vote from June 2023 to March 2023.",
    ],
)
def test_two_dates_beside_each_other_are_no_range(text: str) -> None:
    assert [one.range for one in find_timexes(text, PUBLISHED)] == [None, None]
