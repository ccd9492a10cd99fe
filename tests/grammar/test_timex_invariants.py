"""What holds of any text: offsets, order, repeatability, linear time, and no text that breaks the grammar."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.grammar.timex import Mode, find_timexes, timex_record
from factcheck.grammar.timex.absolute import FOREIGN_MONTHS
from factcheck.grammar.timex.holidays import HOLIDAYS
from factcheck.grammar.timex.lexicon import ABOUT_PHRASES, LEXICON, REFERENCES
from tests.thorough import SLOW

PUBLISHED = date(2022, 11, 24)
WORDS = sorted({*LEXICON, *HOLIDAYS, *REFERENCES, *ABOUT_PHRASES, *FOREIGN_MONTHS, "B.C.", "A.D.", "'s", "half"})
MARKS = [
    " ",
    "  ",
    "\n",
    ",",
    ", ",
    "-",
    "–",
    ".",
    "'",
    "’",
    "/",
    ":",
    "(",
    " the ",
    " of ",
    " and ",
    "\u00a0",
    "é",
    "İ",
]
DIGITS = st.integers(0, 99999).map(str) | st.sampled_from(
    ["2022-11-23", "5:30 p.m.", "1990s", "'89", "1,990", "Q3", "½"]
)

calendar_talk = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(WORDS).map(str.title),
        st.sampled_from(MARKS),
        DIGITS,
        st.text(max_size=4),
    ),
    max_size=40,
).map(" ".join) | st.lists(st.sampled_from([*WORDS, *MARKS]) | DIGITS, max_size=40).map("".join)
days = st.none() | st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)])
modes: st.SearchStrategy[Mode] = st.sampled_from(["news", "narrative"])


@given(text=calendar_talk | st.text(), published=days, mode=modes)
@settings(max_examples=400, deadline=None)
def test_spans_are_in_order_apart_and_slices_of_the_text(text: str, published: date | None, mode: Mode) -> None:
    done = 0
    for timex in find_timexes(text, published, mode=mode):
        assert done <= timex.start < timex.end <= len(text)
        assert timex.text == text[timex.start : timex.end]
        assert timex.value
        assert timex.first is None or timex.last is None or timex.first <= timex.last
        assert (timex.first is None) == (timex.last is None)
        done = timex.end


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize("mode", ["news", "narrative"])
def test_the_ends_of_the_calendar_break_nothing(published: date, mode: Mode) -> None:
    phrases = (
        "last night, next night, yesterday, tomorrow, last Monday, next Monday, last week, next week, last year,"
        " next year, two decades ago, a century later, last quarter, next quarter, year-end, last Easter,"
        " next Easter, last winter, next March, last March, May 3, the following day, Friday of next week,"
        " a year earlier, 25:61 Tuesday, this weekend"
    )
    for timex in find_timexes(phrases, published, mode=mode):
        assert timex.value


@given(text=calendar_talk, published=days)
@settings(max_examples=150, deadline=None)
def test_a_text_reads_the_same_behind_paragraphs_without_dates(text: str, published: date | None) -> None:
    before = "The mayor spoke.\n\nNobody else did.\n\n"
    alone = [(t.start, t.end, t.type, t.value, t.mod) for t in find_timexes(text, published)]
    behind = [
        (t.start - len(before), t.end - len(before), t.type, t.value, t.mod)
        for t in find_timexes(before + text, published)
    ]
    assert behind == alone


@given(text=calendar_talk, published=days, mode=modes)
@settings(max_examples=100, deadline=None)
def test_a_record_carries_what_is_found(text: str, published: date | None, mode: Mode) -> None:
    record = timex_record({"id": 7, "date": published.isoformat() if published else "", "text": text}, mode)
    assert record["doc_id"] == 7
    assert [t["text"] for t in record["timexes"]] == [text[t["start"] : t["end"]] for t in record["timexes"]]
    assert [t["value"] for t in record["timexes"]] == [t.value for t in find_timexes(text, published, mode=mode)]


def test_a_record_may_give_a_time_behind_its_date() -> None:
    record = {"doc_id": "a", "dct": "2022-11-24T18:00:00Z", "text": "It rained yesterday."}
    assert timex_record(record)["timexes"] == [
        {
            "start": 10,
            "end": 19,
            "text": "yesterday",
            "type": "DATE",
            "value": "2022-11-23",
            "first": "2022-11-23",
            "last": "2022-11-23",
            "granularity": "day",
            "anchor": "2022-11-24",
        }
    ]


def test_a_record_without_text_or_with_a_wrong_date_is_refused() -> None:
    with pytest.raises(KeyError):
        timex_record({"id": "a"})
    with pytest.raises(ValueError, match="isoformat"):
        timex_record({"id": "a", "date": "yesterday", "text": ""})


HOSTILE = (
    "Friday|May|summer|year|quarter|weekend|half|morning|noon|overnight"
    "|today|daily|Christmas|now|recent|soon|past|nineties|nineteen|two|last|next|that|following"
    "|ago|later|after|early|end|of|about|over|million|1990s|1998|1998-99|1,111"
    "|9:30|9.a.m.|'89|Q3|2|2/2|1/2|0|-|'|½|novembre|3rd|Jan."
    "|GMT|fiscal|every|few|B.C.|today,will|more than|the last|the end of the|9 to 11 May"
    "|four hundred thousand|a year earlier"
)
"""A word or more of every kind, and runs of them that nearly make a date."""

LENGTH = 100_000 if SLOW else 25_000
MOST_SECONDS = LENGTH / 12_500
"""Four times what the slowest takes; work that grew with the square of the length would take minutes."""


def test_time_grows_with_the_text_and_no_faster() -> None:
    assert [word for word in HOSTILE.split("|") if _seconds(word + " ", LENGTH) > MOST_SECONDS] == []


def test_the_text_of_one_long_word_or_number_is_linear_too() -> None:
    assert [
        unit
        for unit in ("a", "9", "1,", "Friday", "Friday, ", "today, ", "'", "-", "é")
        if _seconds(unit, LENGTH) > MOST_SECONDS
    ] == []


def _seconds(repeated: str, size: int) -> float:
    text = repeated * (size // len(repeated))
    begun = time.process_time()
    find_timexes(text, PUBLISHED)
    return time.process_time() - begun
