from typing import NamedTuple

import pytest

from factcheck.grammar.quantity import Quantity, find_quantities, quantity_record


class Read(NamedTuple):
    quote: str
    low: float | None
    high: float | None
    comparator: str


def _read(text: str) -> list[Read]:
    return [Read(text[q.start : q.end], q.low, q.high, q.comparator) for q in find_quantities(text)]


ONE = [
    # plain numbers
    ("The bridge has 12 arches.", "12", 12, 12, "="),
    ("There were twelve of them.", "twelve", 12, 12, "="),
    ("She bought a dozen eggs.", "a dozen", 12, 12, "="),
    ("They took two dozen eggs.", "two dozen", 24, 24, "="),
    ("It has 1.2 million readers.", "1.2 million", 1_200_000, 1_200_000, "="),
    ("It has 1.2m readers.", "1.2m", 1_200_000, 1_200_000, "="),
    ("It has 94million readers.", "94million", 94_000_000, 94_000_000, "="),
    ("It has 13.9k likes.", "13.9k", 13_900, 13_900, "="),
    ("It cost 3bn crowns.", "3bn", 3_000_000_000, 3_000_000_000, "="),
    ("It has 1,200,000 readers.", "1,200,000", 1_200_000, 1_200_000, "="),
    ("It has 40\u202f000 readers.", "40\u202f000", 40_000, 40_000, "="),
    ("It has 12,34,567 readers.", "12,34,567", 1_234_567, 1_234_567, "="),
    ("It has half a million readers.", "half a million", 500_000, 500_000, "="),
    ("A quarter of a million came.", "A quarter of a million", 250_000, 250_000, "="),
    ("One and a half million came.", "One and a half million", 1_500_000, 1_500_000, "="),
    ("A hundred thousand came.", "A hundred thousand", 100_000, 100_000, "="),
    ("We saw one hundred and five gulls.", "one hundred and five", 105, 105, "="),
    ("We saw twenty-five gulls.", "twenty-five", 25, 25, "="),
    ("We saw a thousand and one gulls.", "a thousand and one", 1001, 1001, "="),
    ("Nearly two-thirds stayed.", "Nearly two-thirds", 2 / 3, 2 / 3, "~"),
    ("Six in 10 readers agree.", "Six in 10", 0.6, 0.6, "="),
    ("It fell to -5 overnight.", "-5"[1:], -5, -5, "="),
    # bounds
    ("More than 40 came.", "More than 40", 40, None, ">"),
    ("Over 40 came.", "Over 40", 40, None, ">"),
    ("Upwards of 40 came.", "Upwards of 40", 40, None, ">"),
    ("Just over 40 came.", "Just over 40", 40, None, ">"),
    ("At least 40 came.", "At least 40", 40, None, ">="),
    ("No fewer than 40 came.", "No fewer than 40", 40, None, ">="),
    ("We counted 40 or more.", "40 or more", 40, None, ">="),
    ("We counted 40+ boats.", "40+", 40, None, ">="),
    ("A 40-plus crew came.", "40-plus", 40, None, ">="),
    ("Fewer than 40 came.", "Fewer than 40", None, 40, "<"),
    ("Under 40 came.", "Under 40", None, 40, "<"),
    ("Up to 40 came.", "Up to 40", None, 40, "<="),
    ("As many as 40 came.", "As many as 40", None, 40, "<="),
    ("No more than 40 came.", "No more than 40", None, 40, "<="),
    ("At most 40 came.", "At most 40", None, 40, "<="),
    ("About 40 came.", "About 40", 40, 40, "~"),
    ("Some 40 came.", "Some 40", 40, 40, "~"),
    ("An estimated 40 came.", "An estimated 40", 40, 40, "~"),
    ("Almost half a million came.", "Almost half a million", 500_000, 500_000, "~"),
    ("Close to 40 came.", "Close to 40", 40, 40, "~"),
    ("We counted 40 or so.", "40 or so", 40, 40, "~"),
    # two hedges: the bound counts
    ("At least about 40 came.", "At least about 40", 40, None, ">="),
    ("Up to about 40 came.", "Up to about 40", None, 40, "<="),
    # ranges
    ("Between 20 and 25 came.", "Between 20 and 25", 20, 25, "range"),
    ("We saw 30 to 40 boats.", "30 to 40", 30, 40, "range"),
    ("We saw 5–7 boats.", "5–7", 5, 7, "range"),
    ("We saw two or three boats.", "two or three", 2, 3, "range"),
    ("Four to five thousand came.", "Four to five thousand", 4000, 5000, "range"),
    ("Around 18,000 to 20,000 came.", "Around 18,000 to 20,000", 18_000, 20_000, "range"),
    # vague words
    ("Dozens came.", "Dozens", 24, None, ">="),
    ("Scores of boats came.", "Scores", 40, None, ">="),
    ("Hundreds came.", "Hundreds", 200, None, ">="),
    ("Thousands came.", "Thousands", 2000, None, ">="),
    ("Millions came.", "Millions", 2_000_000, None, ">="),
    ("Tens of thousands came.", "Tens of thousands", 20_000, None, ">="),
    ("Hundreds of thousands came.", "Hundreds of thousands", 200_000, None, ">="),
    ("Several tens of thousands came.", "Several tens of thousands", 30_000, None, ">="),
    ("Several hundred came.", "Several hundred", 300, None, ">="),
    ("Several boats came.", "Several", 3, None, ">="),
    ("A few boats came.", "A few", 3, None, ">="),
    ("A handful of boats came.", "A handful", 3, None, ">="),
    ("A number of boats came.", "A number", 3, None, ">="),
    ("Numerous boats came.", "Numerous", 3, None, ">="),
    ("A couple of boats came.", "A couple", 2, 2, "="),
    ("Both came.", "Both", 2, 2, "="),
    ("None came.", "None", 0, 0, "="),
    ("Nobody came.", "Nobody", 0, 0, "="),
    ("No one came.", "No one", 0, 0, "="),
    ("Zero boats came.", "Zero", 0, 0, "="),
]


@pytest.mark.parametrize(("text", "quote", "low", "high", "comparator"), ONE)
def test_a_number_is_read_with_what_its_words_say(
    text: str, quote: str, low: float | None, high: float | None, comparator: str
) -> None:
    (found,) = _read(text)
    assert found.quote == quote
    assert found.comparator == comparator
    assert found.low == (low if low is None else pytest.approx(low))
    assert found.high == (high if high is None else pytest.approx(high))


NONE = [
    "It opened on 5 May 2021.",
    "It opened on May 5, 2021.",
    "It opened in 2021 and closed in March 2022.",
    "He ruled from 1909–1913.",
    "The season of 1994-95 was wet.",
    "It opens at 10:30 and closes at 5 p.m.",
    "The 55-year-old sat down.",
    "A ten-year-old sat down.",
    "Ruiz, 53, sat down.",
    "They were aged 14 and 18.",
    "It came in 22nd.",
    "They won 9-2 on the road.",
    "Songs of the 1990s and the '80s.",
    "Call 555-123-4567 now.",
    "See Section 427, Row 21.",
    "An A320 and an F-16 flew over.",
    "He took Flight 1344.",
    "It happened in the 500 block of Ridge Road.",
    "How many came?",
    "He scores twice a week.",
    "The one who came sat down.",
]


@pytest.mark.parametrize("text", NONE)
def test_dates_times_ages_scores_and_labels_count_nothing(text: str) -> None:
    assert _read(text) == []


def test_a_move_from_one_number_to_another_is_two_numbers() -> None:
    assert [found.quote for found in _read("The toll rose from fourteen to 31.")] == ["fourteen", "31"]
    assert [found.quote for found in _read("Boats from 14 to 31 feet long.")] == ["14 to 31"]


def test_a_number_is_read_after_another_in_one_sentence() -> None:
    found = _read("Nearly 9 million views, roughly 282,000 likes and 223,000 shares.")
    assert [one.quote for one in found] == ["Nearly 9 million", "roughly 282,000", "223,000"]


def test_a_hedge_inside_another_word_or_beyond_a_line_is_none() -> None:
    assert _read("Dover 40 fell.")[0].quote == "40"
    assert _read("It was over\n40 came.")[0].comparator == "="


def test_a_part_of_a_text_is_read_with_offsets_into_the_whole() -> None:
    text = "12 gulls and 30 crows and 7 owls"
    assert find_quantities(text, 9, 24) == [Quantity(13, 15, 30.0, 30.0, "=")]


def test_a_record_keeps_its_id_and_quotes_the_text() -> None:
    assert quantity_record({"doc_id": "a", "text": "At least 12 came."}) == {
        "id": "a",
        "quantities": [
            {
                "start": 0,
                "end": 11,
                "quote": "At least 12",
                "low": 12,
                "high": None,
                "comparator": ">=",
                "kind": "count",
                "unit": None,
            }
        ],
    }
