from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import filters
from factcheck.errors import SearchError
from factcheck.model import ClaimFilter, ClaimType, Order, ReviewState, SectionKind, Term

TODAY = date(2031, 5, 14)


def read(line: str, annotator: str | None = "ana") -> ClaimFilter:
    return filters.parse(line, annotator=annotator, today=TODAY)


def term(line: str) -> Term:
    found = read(line)
    assert (found.text, len(found.terms)) == ("", 1)
    return found.terms[0]


def test_a_whole_line_becomes_terms_words_and_an_order() -> None:
    found = read('type:casualty crane value>=1.2m -flag:* "fell on" order:newest sample:50 seed:may')
    assert found == ClaimFilter(
        annotator="ana",
        text='crane "fell on"',
        terms=(
            Term("type", ":", ("casualty",)),
            Term("value", ">=", ("1200000",)),
            Term("flag", ":", ("*",), negated=True),
        ),
        order=Order.NEWEST,
        sample=50,
        seed="may",
    )


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("type:date,casualty", ("date", "casualty")),
        ("type:View-Count", ("view_count",)),
        ('label:"not a claim",none', ("not_a_claim", "none")),
        ("type:date,date", ("date",)),
        ('publisher:"Evening Wire",Courier', ("Evening Wire", "Courier")),
        ('publisher:"The ""Wire"""', ('The "Wire"',)),
        ("publisher:“Evening Wire”", ("Evening Wire",)),
        ('publisher:none,"none"', ("none", '"none"')),
        ("comparator:>=,~", (">=", "~")),
        ("value:10,000", ("10000",)),
        ("value:10,000,12", ("10000", "12")),
        ("value:1,500k", ("1500000",)),
        ('value:"1.2 million"', ("1200000",)),
        ("value:.5", ("0.5",)),
        ("value:twelve", ("12",)),
        ("date:2031", ("2031",)),
        ("date:2031-5-3", ("2031-05-03",)),
        ("since:yesterday", ("2031-05-13",)),
        ("since:2w", ("2031-04-30",)),
        ("by:me,bo", ("me", "bo")),
        ("article:012", ("12",)),
        ("TYPE:date", ("date",)),
    ],
)
def test_values_are_read_to_one_form(line: str, values: tuple[str, ...]) -> None:
    assert term(line).values == values


@pytest.mark.parametrize(
    ("line", "column", "reason", "meant"),
    [
        ("flood tpye:date", 6, "no field 'tpye'", ("type",)),
        ("http://a.example", 0, 'need quotes: "http://a.example"', ()),
        ("type:casual", 5, "not one of its values", ("casualty",)),
        ("type:date,x", 10, "view_count, casualty, membership, date", ()),
        ("type:", 5, "needs a value, such as type:casualty", ()),
        ("type:date,", 10, "needs a value", ()),
        ('publisher:""', 10, "needs a value", ()),
        ('flood "and rain', 6, "closing quote", ()),
        ('publisher:"Wire', 10, "closing quote", ()),
        ("type>date", 0, "cannot be compared with >, only with : =", ()),
        ("value>=10,12", 0, ">= compares with one value", ()),
        ("value>none", 6, "needs a value to compare with", ()),
        ("value:many", 6, "not a number", ()),
        ("since:2031-02-30", 6, "not a day", ()),
        ("since:99999w", 6, "not a day", ()),
        ("sample:0", 7, "whole number above 0", ()),
        ("sample:1.5", 7, "whole number", ()),
        ("order:newest order:random", 13, "given twice", ()),
        ("-order:newest", 0, "no minus", ()),
        ("article:99999999999999999999", 8, "whole number", ()),
    ],
)
def test_what_makes_no_sense_is_named_with_its_place(
    line: str, column: int, reason: str, meant: tuple[str, ...]
) -> None:
    with pytest.raises(SearchError) as caught:
        read(line)
    assert (caught.value.column, caught.value.meant) == (column, meant)
    assert reason in str(caught.value)
    assert caught.value.term in line


def test_me_needs_somebody_who_searches() -> None:
    with pytest.raises(SearchError, match="who is me"):
        read("by:me", annotator=None)
    assert read('by:"me"', annotator=None).terms[0].values == ('"me"',)


def test_too_much_is_refused_at_once() -> None:
    with pytest.raises(SearchError, match="at most 4,000 characters"):
        read("a " * 100_000)
    with pytest.raises(SearchError, match="at most 64 terms"):
        read("-x " * 70)


def test_a_lone_minus_and_marks_are_words() -> None:
    assert read("- a-b").text == "- a-b"
    assert read("-drill").terms == (Term("text", ":", ("drill",), negated=True),)


def test_the_order_is_the_callers_where_the_line_names_none() -> None:
    found = filters.parse("flood", annotator=None, today=TODAY, order=Order.HELPFUL)
    assert found.order is Order.HELPFUL
    assert filters.line(found, order=Order.HELPFUL) == "flood"
    assert filters.line(found) == "flood order:helpful"


PIECES = st.sampled_from(
    [field.example for field in filters.FIELDS.values() if not field.single]
    + ["crane", '"at least"', "-drill", '-"a b"', 'publisher:"no,ne"', 'flag:"*"', "value:10,000", "by:me", "-by:bo"]
    + ["order:helpful", "sample:7", "date:none", "label:any"]
)


@given(st.lists(PIECES, max_size=8, unique=True))
def test_a_filter_is_written_so_that_it_is_read_again(pieces: list[str]) -> None:
    found = read(" ".join(pieces))
    assert read(filters.line(found)) == found


@given(st.text(st.one_of(st.characters(), st.sampled_from('":,-<>=*“” typevalue0128.')), max_size=60))
def test_any_text_is_read_or_refused_with_a_place_in_it(line: str) -> None:
    try:
        found = read(line)
    except SearchError as error:
        place = error.column
    else:
        place = 0
        assert read(filters.line(found)) == found
    assert 0 <= place <= len(line)


def test_a_filter_made_of_options_is_written_as_terms() -> None:
    made = ClaimFilter(
        types=(ClaimType.DATE,),
        segments=(SectionKind.BODY, SectionKind.TEASER),
        state=ReviewState.TODO,
        text="flood",
        article_id=3,
    )
    assert filters.line(made) == "type:date section:body,teaser state:todo article:3 flood"
    assert filters.line(ClaimFilter(foreign=True)) == "section:*"


@pytest.mark.parametrize(
    ("line", "field", "text", "changed"),
    [
        ("flood", "type", "type:date", "flood type:date"),
        ("", "type", "type:date", "type:date"),
        ("a type:x b -type:y c", "type", "type:date", "a type:date b c"),
        ("a  type:casualty", "type", None, "a"),
        ("flood", "type", None, "flood"),
        ('publisher:"a type:b" state:done', "state", "state:todo", 'publisher:"a type:b" state:todo'),
        ('tpye:x "unclosed', "type", "type:date", 'tpye:x "unclosed type:date'),
    ],
)
def test_one_field_of_a_line_is_replaced(line: str, field: str, text: str | None, changed: str) -> None:
    assert filters.replace_term(line, field, text) == changed
