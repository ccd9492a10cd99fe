import json
from dataclasses import asdict, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Casualty, ClaimType, Comparator, DateValue, Event, Member, Membership, Value, ViewCount
from factcheck.values import count_in_words, from_json, in_words, number, to_json

_NUMBERS = st.one_of(st.none(), st.integers(0, 10**12).map(float), st.floats(0, 1e12))
_COMPARATORS: st.SearchStrategy[Comparator] = st.sampled_from(["=", ">", ">=", "<", "<=", "~", "range"])
_WORDS = st.text(max_size=12)
_OPTIONAL = st.one_of(st.none(), st.text(min_size=1, max_size=12))
_DAYS = st.one_of(st.none(), st.dates())
_MEMBERS = st.builds(Member, _WORDS, st.integers(0, 99), st.integers(0, 99))
_EVENTS = st.one_of(
    st.none(), st.builds(Event, st.text(min_size=1, max_size=12), st.integers(0, 9), st.integers(10, 99))
)
_PARTS = st.one_of(st.none(), st.tuples(st.integers(0, 9), st.integers(10, 99)))
_VALUES: dict[ClaimType, st.SearchStrategy[Value]] = {
    ClaimType.VIEW_COUNT: st.builds(ViewCount, _WORDS, _NUMBERS, _NUMBERS, _COMPARATORS, *[_OPTIONAL] * 5),
    ClaimType.CASUALTY: st.builds(
        Casualty, _WORDS, _NUMBERS, _NUMBERS, _COMPARATORS, *[_OPTIONAL] * 3, _PARTS, *[_OPTIONAL] * 4
    ),
    ClaimType.MEMBERSHIP: st.builds(Membership, _WORDS, _WORDS, _NUMBERS, st.lists(_MEMBERS, max_size=3).map(tuple)),
    ClaimType.DATE: st.builds(
        DateValue, st.text(min_size=1, max_size=12), _WORDS, _DAYS, _DAYS, _OPTIONAL, _OPTIONAL, _OPTIONAL, _EVENTS
    ),
}


@pytest.mark.parametrize("kind", list(ClaimType))
@given(data=st.data())
def test_a_value_survives_json(kind: ClaimType, data: st.DataObject) -> None:
    value = data.draw(_VALUES[kind])
    read = from_json(kind, json.loads(json.dumps(to_json(value))))
    assert asdict(read) == asdict(value)  # with the fields that do not compare


_DAY = DateValue("2022-11-23", "DATE", date(2022, 11, 23), date(2022, 11, 23), "day")


def test_a_date_is_told_with_what_happened_then_and_is_the_same_date_without_it() -> None:
    dated = replace(_DAY, event=Event("the kiln cracked", 9, 16))
    assert in_words(dated) == "2022-11-23 · the kiln cracked"
    assert dated == _DAY
    assert to_json(dated)["event"] == {"words": "the kiln cracked", "start": 9, "end": 16}


def test_a_date_that_is_an_end_of_a_range_keeps_its_days() -> None:
    bounds = date(2022, 11, 21), date(2022, 11, 25)
    record = to_json(replace(_DAY, range=bounds))
    assert record["range"] == ["2022-11-21", "2022-11-25"]
    read = from_json(ClaimType.DATE, record)
    assert isinstance(read, DateValue)
    assert read.range == bounds
    assert read == _DAY
    with pytest.raises(ValueError, match="range"):
        from_json(ClaimType.DATE, record | {"range": ["2022-11-25", "2022-11-21"]})


def test_a_date_without_an_event_reads_as_before() -> None:
    read = from_json(ClaimType.DATE, to_json(_DAY))
    assert isinstance(read, DateValue)
    assert read.event is None
    assert "event" not in to_json(read)


_TOLD = Casualty(
    "killed", 3.0, 3.0, "=", role="child", part_of=(4, 6), place="Ashby", when="2022-11-23", scope="event"
)


def test_a_casualty_says_all_that_was_said_of_it_and_is_the_same_figure_without_it() -> None:
    record = to_json(_TOLD)
    assert record["part_of"] == [4, 6]
    assert set(record) - set(to_json(Casualty("killed", 3.0, 3.0, "="))) == {
        "role",
        "part_of",
        "place",
        "when",
        "scope",
    }
    assert Casualty("killed", 3.0, 3.0, "=") == _TOLD


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"part_of": [6, 4]}, ValueError),
        ({"part_of": [4]}, ValueError),
        ({"part_of": [-1, 4]}, ValueError),
        ({"part_of": ["4", "6"]}, ValueError),
        ({"part_of": 4}, TypeError),
        ({"place": 4}, TypeError),
        ({"role": ["child"]}, TypeError),
    ],
)
def test_what_was_said_of_a_casualty_in_another_shape_is_refused(
    more: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        from_json(ClaimType.CASUALTY, to_json(_TOLD) | more)


@pytest.mark.parametrize(
    ("event", "error"),
    [
        ({"words": "", "start": 0, "end": 3}, ValueError),
        ({"words": "it cracked", "start": 3, "end": 3}, ValueError),
        ({"words": "it cracked", "start": -1, "end": 3}, ValueError),
        ({"words": "it cracked", "start": True, "end": 3}, TypeError),
        ({"words": 7, "start": 0, "end": 3}, TypeError),
        ({"words": "it cracked"}, KeyError),
        ("it cracked", TypeError),
    ],
)
def test_an_event_of_another_shape_is_refused(event: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        from_json(ClaimType.DATE, to_json(_DAY) | {"event": event})


@pytest.mark.parametrize("kind", list(ClaimType))
@given(data=st.data())
def test_plain_words_are_found_for_every_value(kind: ClaimType, data: st.DataObject) -> None:
    assert in_words(data.draw(_VALUES[kind]))


def test_whole_numbers_are_integers_in_json() -> None:
    assert json.dumps([number(12.0), number(1.5), number(None)]) == "[12, 1.5, null]"


def test_optional_keys_are_left_out_where_empty() -> None:
    assert to_json(Casualty("killed", 3.0, None, ">=")) == {
        "effect": "killed",
        "low": 3,
        "high": None,
        "comparator": ">=",
    }
    assert set(to_json(DateValue("2022", "DATE", None, None, None))) == {
        "timex",
        "timex_type",
        "start",
        "end",
        "granularity",
    }


@pytest.mark.parametrize("kind", list(ClaimType))
def test_an_object_of_another_shape_is_refused(kind: ClaimType) -> None:
    with pytest.raises(KeyError):
        from_json(kind, {"unheard": "of"})


@pytest.mark.parametrize(
    ("low", "high", "comparator", "words"),
    [
        (1_200_000.0, None, ">", "more than 1,200,000"),
        (12.0, None, ">=", "at least 12"),
        (None, 9.0, "<", "fewer than 9"),
        (None, 60.0, "<=", "up to 60"),
        (40.0, 40.0, "~", "about 40"),
        (30.0, 40.0, "range", "30 to 40"),
        (0.0, 0.0, "=", "none"),
        (1.5, 1.5, "=", "1.5"),
        (None, None, "=", "?"),
    ],
)
def test_bounds_read_as_a_reader_would_say_them(
    low: float | None, high: float | None, comparator: str, words: str
) -> None:
    assert count_in_words(low, high, comparator) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (ViewCount("views", 5.0, 5.0, "=", "the clip"), "5 views, of the clip"),
        (ViewCount("shares", 0.0, 0.0, "="), "no shares"),
        (Casualty("killed_or_injured", 0.0, 0.0, "=", "people"), "none killed or injured (people)"),
        (Membership("the Pact", "former members", None, (Member("Alba", 0, 4),)), "former members of the Pact: Alba"),
        (Membership("the Pact", "", 27.0), "members of the Pact (said to be 27): nobody named"),
        (DateValue("2022-11-23", "DATE", date(2022, 11, 23), date(2022, 11, 23), "day"), "2022-11-23"),
        (
            DateValue("2022-Q3", "DATE", date(2022, 7, 1), date(2022, 9, 30), "quarter", "MID"),
            "2022-Q3 mid (2022-07-01 to 2022-09-30)",
        ),
    ],
)
def test_a_value_reads_as_one_line(value: Value, words: str) -> None:
    assert in_words(value) == words
