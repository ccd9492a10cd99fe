from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import filters
from factcheck.filters import Completion, completions

NAMES: Mapping[str, Sequence[tuple[str, int | None]]] = {
    "publisher": [("Evening Wire", 1_200), ("none", 3), ("Courier", None)],
    "flag": [("odd_unit", 1)],
}


def vocabulary(field: str, prefix: str) -> Sequence[tuple[str, int | None]]:
    return [name for name in NAMES.get(field, []) if name[0].lower().startswith(prefix.lower())]


def offered(marked: str) -> list[Completion]:
    """What is offered at the bar in the line."""
    return completions(marked.replace("|", ""), marked.index("|"), vocabulary)


def texts(marked: str) -> list[str]:
    return [one.text for one in offered(marked)]


def chosen(marked: str, number: int = 0) -> str:
    line, one = marked.replace("|", ""), offered(marked)[number]
    return line[: one.start] + one.text + line[one.end :]


@pytest.mark.parametrize(
    ("marked", "changed"),
    [
        ("ty|", "type:"),
        ("flood ty|", "flood type:"),
        ("-pub|", "-publisher:"),
        ("type:|", "type:view_count"),
        ("type:c|", "type:casualty"),
        ("type:date,m|", "type:date,membership"),
        ("type:c| flood", "type:casualty flood"),
        ("label:claim|", "label:not_a_claim"),
        ("publisher:ev|", 'publisher:"Evening Wire"'),
        ('publisher:"ev|', 'publisher:"Evening Wire"'),
        ('publisher:"ev|"', 'publisher:"Evening Wire"'),
        ('-publisher:Courier,"e|', '-publisher:Courier,"Evening Wire"'),
        ("flag:odd|", "flag:odd_unit"),
        ("since:y|", "since:yesterday"),
        ("order:h|", "order:helpful"),
    ],
)
def test_the_first_offer_completes_what_is_typed(marked: str, changed: str) -> None:
    assert chosen(marked) == changed


def test_fields_that_begin_so_come_before_those_that_hold_it() -> None:
    assert texts("e|")[:1] == ["effect:"]
    assert texts("ed|")[0] in {"published:", "added:", "labelled:", "corrected:"}
    assert texts("zzz|") == []


def test_an_empty_line_offers_fields_with_their_meaning() -> None:
    first = offered("|")[0]
    assert (first.text, first.start, first.end) == ("type:", 0, 0)
    assert "type:casualty" in first.meaning


def test_names_say_how_often_they_occur_and_special_words_what_they_mean() -> None:
    meanings = {one.text: one.meaning for one in offered("publisher:|")}
    assert meanings["*"] == "any there is"
    assert meanings["none"] == "there is none"
    assert meanings['"Evening Wire"'] == "1,200 claims"
    assert meanings["Courier"] == ""
    assert meanings['"none"'] == "3 claims"


def test_values_given_already_are_not_offered_again() -> None:
    assert "date" not in texts("type:date,|")


def test_within_a_phrase_nothing_is_offered() -> None:
    assert texts('"at le|') == []


PLACES = st.text(st.one_of(st.characters(), st.sampled_from('":,- typepublisher')), max_size=40)


@given(PLACES, st.integers(-5, 50))
def test_offers_stand_in_the_line_around_the_cursor(line: str, cursor: int) -> None:
    for one in completions(line, cursor, vocabulary):
        assert 0 <= one.start <= max(0, min(cursor, len(line))) <= one.end <= len(line)


@pytest.mark.parametrize("field", filters.FIELDS)
def test_every_offer_for_a_closed_field_can_be_read(field: str) -> None:
    for one in offered(f"{field}:|"):
        filters.parse(f"{field}:{one.text}", annotator="ana", today=date(2031, 5, 14))


LONG = {"quotes": '"' * 400_000, "fields": "a:" * 200_000, "commas": "type:" + "," * 400_000, "curly": "“" * 400_000}


@pytest.mark.parametrize("line", LONG.values(), ids=LONG)
def test_the_work_on_a_line_grows_with_its_length(line: str) -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        completions(text, len(text), vocabulary)
        filters.replace_term(text, "type", "type:date")
        return time.process_time() - began

    assert seconds(line) < 20 * seconds(line[: len(line) // 4]) + 0.5
