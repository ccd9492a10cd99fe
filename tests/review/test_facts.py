from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.model import (
    Attribution,
    Casualty,
    Comparator,
    DateValue,
    Event,
    Member,
    Membership,
    Published,
    SectionKind,
    Value,
    ViewCount,
)
from factcheck.review.facts import facts, shown, speaker
from tests.tui.desk import article, claim, ferry

MADE = article("x.txt", "About 12 people died on Friday.")
ONE = claim(MADE, "12", Casualty("killed", 12, 12, "="))


def told(title: str, value: Value, published: Published | None = MADE.published) -> str:
    found = facts(replace(ONE, value=value), replace(MADE, published=published))
    return next(fact.text for fact in found if fact.title == title)


@pytest.mark.parametrize(
    ("low", "high", "comparator", "words"),
    [
        (12, 12, "=", "12 (exactly)"),
        (12, 12, "~", "12 (about)"),
        (1_200_000, None, ">", "1,200,000 and up (more than)"),
        (None, 40, "<=", "40 and down (up to)"),
        (30, 40, "range", "30 to 40 (a range)"),
        (1.5, 1.5, "=", "1.5 (exactly)"),
        (None, None, "=", "any number and down (exactly)"),
    ],
)
def test_bounds_are_honest(low: float | None, high: float | None, comparator: Comparator, words: str) -> None:
    assert told("bounds", Casualty("killed", low, high, comparator)) == words


def day(anchor: str | None, start: date | None = date(2022, 11, 25)) -> DateValue:
    return DateValue("2022-11-25", "DATE", start, start, "day", anchor=anchor)


def test_a_date_says_what_it_was_counted_from_and_how_sure_that_is() -> None:
    assert told("resolved", day(None)) == "as written"
    assert told("resolved", day("2022-11-20")) == "counted from 2022-11-20"
    sure = "counted from 2022-11-24, the article's day (json-ld; also dated 2022-11-23)"
    assert told("resolved", day("2022-11-24")) == sure
    inferred = Published(date(2022, 11, 24), "24 Nov", "text", inferred=True)
    assert "only inferred" in told("resolved", day("2022-11-24"), inferred)
    assert told("resolved", day(None, None), None) == "the article has no date to count from"
    assert told("covers", day(None, None)) == "no day that is known"
    assert told("covers", DateValue("2022", "DATE", date(2022, 1, 1), date(2022, 12, 31), "year")).startswith(
        "Sat 2022"
    )


def test_a_date_says_what_happened_then() -> None:
    assert told("event", replace(day(None), event=Event("the kiln\x1b cracked", 3, 7))) == "the kiln␛ cracked"
    assert "event" not in [fact.title for fact in facts(replace(ONE, value=day(None)), MADE)]


def test_a_casualty_says_on_one_line_what_else_was_said_of_it() -> None:
    value = Casualty(
        *("killed", 3, 3, "="),
        role="aid_worker",
        includes_perpetrator="no",
        part_of=(6, 8),
        place="Ashby\x1b",
        when="2022-11-23",
        scope="other",
        certainty="estimated",
    )
    line = "part of 12 · aid worker · attackers not counted · Ashby␛ · 2022-11-23 · another event · estimated"
    assert told("told", value) == line
    assert told("told", Casualty("killed", 3, 3, "=", includes_perpetrator="yes")) == "attackers counted in"


def test_a_plain_count_has_no_such_line() -> None:
    plain = facts(replace(ONE, value=Casualty("killed", 3, 3, "=", scope="event")), MADE)
    assert "told" not in [fact.title for fact in plain]


def test_an_audience_says_where_when_and_how_often() -> None:
    value = ViewCount("views", 3, 3, "=", None, "TubeHub", "2022-11-23", "day", "claimed")
    assert told("told", value) == "per day · TubeHub · as of 2022-11-23 · claimed"


def test_a_long_list_says_how_many_more_there_are() -> None:
    members = tuple(Member(f"Member {number}", 0, 1) for number in range(200))
    found = facts(replace(ONE, value=Membership("the club", "", 250, members)), MADE)
    assert found[2].text == "200, said to be 250"
    assert found[-2].text == "… and 140 more"


def test_speakers_are_named_and_pronouns_doubted() -> None:
    assert speaker(Attribution("he", 0, 2, "Arno Feld", "said", "low")) == "he → Arno Feld (said; unsure)"
    assert speaker(Attribution("Arno Feld", 0, 9, "Arno Feld", "according to")) == "Arno Feld (according to)"
    assert speaker(Attribution("a clerk", 0, 7, None, "said")) == "a clerk (said)"


def test_sections_and_flags_are_said_in_words() -> None:
    made, claims = ferry()
    assert ("section", "teaser of another article") in [(fact.title, fact.text) for fact in facts(claims[3], made)]
    assert "section" not in [fact.title for fact in facts(claims[0], made)]
    assert claims[0].segment is SectionKind.BODY
    assert ("flags", "total of parts") in [(fact.title, fact.text) for fact in facts(claims[1], made)]


def test_a_string_of_any_length_is_shown_within_bounds() -> None:
    assert len(shown("x" * 10_000_000)) <= 1_001
