"""Tense decides whether a bare weekday, day or month lies behind or ahead of the publication date."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.grammar.timex import find_timexes

PUBLISHED = date(2021, 6, 16)  # a Wednesday


def value_of(sentence: str, published: date = PUBLISHED) -> str:
    found = find_timexes(sentence, published)
    assert len(found) == 1, found
    return found[0].value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The mayor resigned on Tuesday.", "2021-06-15"),
        ("The mayor resigned on Wednesday.", "2021-06-16"),
        ("The mayor resigned on Thursday.", "2021-06-10"),
        ("The mayor will resign on Thursday.", "2021-06-17"),
        ("The mayor said on Thursday that the bridge will reopen.", "2021-06-10"),
        ("The strike is to begin on Friday.", "2021-06-18"),
        ("The vote was postponed until Saturday.", "2021-06-19"),
        ("The hearing, which is scheduled for Monday, has drawn crowds.", "2021-06-21"),
        ("The ferry could sail again as early as Friday.", "2021-06-18"),
        ("On Friday, the council met behind closed doors.", "2021-06-11"),
        ("The painter died on Saturday, reportedly due to a fall.", "2021-06-12"),
        ("The ferry is due on Saturday.", "2021-06-19"),
        ("Sailors said that Friday's wind would spoil the race.", "2021-06-18"),
        ("Sailors said Friday's wind had spoiled the race.", "2021-06-11"),
        ("Sunday's storm tore roofs off houses.", "2021-06-13"),
        ("The launch originally planned on Friday was scrubbed.", "2021-06-11"),
        ("The port moved most of its sailings to Friday.", "2021-06-18"),
        ("The storm was forecast to reach land on Friday.", "2021-06-18"),
        ("This Monday the minister told reporters that he is ill.", "2021-06-14"),
        ("This Monday the minister will fly home.", "2021-06-21"),
        ("The company brought in a new chief on Friday.", "2021-06-11"),
        ("The general, who will speak to the U.S. Senate on Friday, is 60.", "2021-06-18"),
        ("The deadline was extended until 9 a.m. Friday.", "2021-06-18T09:00"),
    ],
)
def test_a_weekday_is_the_last_one_unless_the_verb_looks_ahead(sentence: str, value: str) -> None:
    assert value_of(sentence) == value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Deliveries began in March.", "2021-03"),
        ("Deliveries began in November.", "2020-11"),
        ("Deliveries will begin in November.", "2021-11"),
        ("Deliveries will begin in February.", "2022-02"),
        ("The dividend is payable July 9.", "2021-07-09"),
        ("The chapel burned down on June 2.", "2021-06-02"),
        ("The chapel burned down on Dec. 30.", "2020-12-30"),
        ("The pass was to open on June 20, but on June 3 a slide closed it.", "2021-06-20 2021-06-03"),
        ("The work is to be completed by Jan. 8.", "2022-01-08"),
    ],
)
def test_a_day_or_month_without_a_year_is_the_nearest_that_the_tense_allows(sentence: str, value: str) -> None:
    assert [timex.value for timex in find_timexes(sentence, PUBLISHED)] == value.split()


def test_29_february_finds_a_leap_year() -> None:
    assert value_of("The crew was rescued on February 29.") == "2020-02-29"


def test_a_narrative_moves_on_from_the_last_date_named() -> None:
    text = "In 1923 the dam was begun. By August it stood. In November 1924 it broke. In January it was rebuilt."
    values = [timex.value for timex in find_timexes(text, PUBLISHED, mode="narrative")]
    assert values == ["1923", "1923-08", "1924-11", "1925-01"]
