"""Date claims: what becomes one, and what its value holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.extract.context import Context, Found
from factcheck.extract.dates import extract
from factcheck.model import Article, DateValue, Published

DAY = date(2022, 11, 24)


def claims(text: str, day: date | None = DAY) -> list[tuple[str, DateValue]]:
    published = Published(day, day.isoformat(), "option", inferred=False) if day else None
    article = Article(sha256="0" * 64, source_id="a", source="a", text=text, published=published)
    return [(text[one.start : one.end], _value(one)) for one in extract(Context(article, "text"))]


def _value(found: Found) -> DateValue:
    assert isinstance(found.value, DateValue)
    return found.value


@pytest.mark.parametrize(
    ("sentence", "quote", "value"),
    [
        (
            "The kiln cracked on Wednesday.",
            "Wednesday",
            DateValue("2022-11-23", "DATE", date(2022, 11, 23), date(2022, 11, 23), "day", anchor="2022-11-24"),
        ),
        (
            "The kiln cracked in early 2019.",
            "early 2019",
            DateValue("2019", "DATE", date(2019, 1, 1), date(2019, 12, 31), "year", mod="START"),
        ),
        (
            "The kiln cracked last night.",
            "last night",
            DateValue(
                "2022-11-23TNI", "TIME", date(2022, 11, 23), date(2022, 11, 23), "part_of_day", None, "2022-11-24"
            ),
        ),
        (
            "The kiln cracked in the third quarter of 2020.",
            "the third quarter of 2020",
            DateValue("2020-Q3", "DATE", date(2020, 7, 1), date(2020, 9, 30), "quarter"),
        ),
    ],
)
def test_a_claim_holds_the_days_that_it_covers(sentence: str, quote: str, value: DateValue) -> None:
    assert [(words, replace(found, event=None)) for words, found in claims(sentence)] == [(quote, value)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The kiln cracked on Wednesday.", ["The kiln cracked"]),
        ("The potter said on Friday that the kiln had cracked in May.", ["The potter said", "the kiln had cracked"]),
        ("Anna Berg was born in 1950 and died in 2001.", ["Anna Berg was born", "Anna Berg died"]),
        ("The kiln cracked. On Thursday, it was mended.", ["it was mended"]),
        ("Wednesday, November 23, 2022", [None]),
    ],
)
def test_a_date_carries_what_happened_then(text: str, events: list[str | None]) -> None:
    found = [value.event for _, value in claims(text)]
    assert [event and event.words for event in found] == events
    assert all(text[event.start : event.end] in event.words for event in found if event)


def test_lengths_of_time_do_not_stand_between_a_date_and_its_verb() -> None:
    ((_, value),) = claims("The kiln was fired for three days in March 2021.")
    assert value.event is not None
    assert value.event.words == "The kiln was fired"


def test_a_date_far_into_an_endless_sentence_is_read_from_the_words_around_it() -> None:
    text = "clay and glaze and " * 400 + "the kiln cracked in May 2019 " + "and ash and sand " * 400
    ((_, value),) = claims(text)
    assert value.event is not None
    assert text[value.event.start : value.event.end] == "cracked"


@pytest.mark.parametrize(
    "sentence",
    [
        "The glaze dries for three days.",
        "The kiln is fired every Friday.",
        "The shop is closed now and may soon reopen.",
        "The urn was thrown in 490 BC.",
    ],
)
def test_lengths_sets_and_what_covers_no_day_are_no_claims(sentence: str) -> None:
    assert claims(sentence) == []


def test_without_a_publication_date_a_weekday_is_no_claim_and_a_full_date_is() -> None:
    assert [quote for quote, _ in claims("On Friday, as on May 4, 2010, it rained.", None)] == ["May 4, 2010"]


def test_one_day_earlier_or_later_moves_what_is_relative_with_it() -> None:
    text = "It rained on Thursday, and yesterday, and in September, and in 2020."
    assert [value.timex for _, value in claims(text, date(2022, 11, 24))] == [
        "2022-11-24",
        "2022-11-23",
        "2022-09",
        "2020",
    ]
    assert [value.timex for _, value in claims(text, date(2022, 11, 25))] == [
        "2022-11-24",
        "2022-11-24",
        "2022-09",
        "2020",
    ]


def test_a_title_is_read_as_the_text_is() -> None:
    article = Article(
        sha256="0" * 64,
        source_id="a",
        source="a",
        text="",
        title="Storm of May 4, 2010 remembered",
        published=Published(DAY, DAY.isoformat(), "option", inferred=False),
    )
    (found,) = extract(Context(article, "title"))
    assert (found.start, found.end) == (9, 20)
