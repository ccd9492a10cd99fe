from __future__ import annotations

import string
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.dates import value_of
from factcheck.grammar.timex import find_timexes
from factcheck.model import Casualty, ClaimType, DateValue, Member, Membership, Value, ViewCount
from factcheck.review.corrections.fixes import EFFECTS, FIXES, METRICS, RELATIONS, Fix, apply
from factcheck.review.keys import ACTION_KEYS, LABEL_KEYS

DAY = date(2022, 11, 24)  # a Thursday
NAMED = {fix.name: fix for fix in FIXES}
KILLED = Casualty("killed", 12, 12, "=", "miners")
CLUB = Membership("the club", "members", 3, (Member("Ann Lee", 4, 11),))


def dated(words: str) -> DateValue:
    (timex,) = find_timexes(words, DAY)
    return value_of(timex)


def counted(low: float | None, high: float | None, comparator: str) -> Casualty:
    return Casualty("killed", low, high, comparator, "miners")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "name", "right"),
    [
        (KILLED, "at_least", counted(12, None, ">=")),
        (KILLED, "more_than", counted(12, None, ">")),
        (KILLED, "fewer_than", counted(None, 12, "<")),
        (KILLED, "up_to", counted(None, 12, "<=")),
        (KILLED, "about", counted(12, 12, "~")),
        (counted(12, None, ">="), "exactly", KILLED),
        (counted(None, 12, "<="), "exactly", KILLED),
        (counted(None, 12, "<"), "more_than", counted(12, None, ">")),
        (counted(12, 15, "range"), "at_least", counted(12, None, ">=")),
        (counted(12, 15, "range"), "up_to", counted(None, 15, "<=")),
        (ViewCount("views", 40, 40, "=", "the clip"), "about", ViewCount("views", 40, 40, "~", "the clip")),
    ],
)
def test_a_bound_is_put_right_and_the_number_stays(value: Value, name: str, right: Value) -> None:
    assert apply(NAMED[name], value, DAY) == right


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (KILLED, "exactly"),
        (KILLED, "killed"),
        (counted(12, 15, "range"), "exactly"),
        (counted(12, 15, "range"), "about"),
        (counted(0, 0, "="), "fewer_than"),
        (counted(0, 0, "="), "about"),
        (counted(None, None, "="), "at_least"),
        (KILLED, "views"),
        (KILLED, "later"),
        (CLUB, "belong"),
        (CLUB, "at_least"),
        (dated("every Monday"), "later"),
    ],
)
def test_what_changes_nothing_or_makes_no_sense_is_no_correction(value: Value, name: str) -> None:
    assert apply(NAMED[name], value, DAY) is None


def test_every_effect_metric_and_relation_has_its_key() -> None:
    blanks = (replace(KILLED, effect=""), ViewCount("", 40, 40, "="), replace(CLUB, relation=""))
    made = [value for blank in blanks for fix in FIXES if (value := apply(fix, blank, DAY)) is not None]
    assert {value.effect for value in made if isinstance(value, Casualty)} - {""} == {*EFFECTS}
    assert {value.metric for value in made if isinstance(value, ViewCount)} - {""} == {*METRICS}
    assert {value.relation for value in made if isinstance(value, Membership)} == {*RELATIONS}
    assert (len(EFFECTS), len(METRICS)) == (6, 14)


@pytest.mark.parametrize(
    ("words", "earlier", "later"),
    [
        ("on Tuesday", "2022-11-15", "2022-11-29"),
        ("Wednesday night", "2022-11-16TNI", "2022-11-30TNI"),
        ("23 November", "2021-11-23", "2023-11-23"),
        ("Thursday, Nov. 17", "2021-11-17", "2023-11-17"),
        ("yesterday", "2022-11-22", "2022-11-24"),
        ("in October", "2021-10", "2023-10"),
        ("October 2022", "2022-09", "2022-11"),
        ("31 January 2020", "2020-01-30", "2020-02-01"),
        ("next week", "2022-W47", "2022-W49"),
        ("the third quarter of 2022", "2022-Q2", "2022-Q4"),
        ("the third quarter", "2021-Q3", "2023-Q3"),
        ("the spring of 1998", "1997-WI", "1998-SU"),
        ("the winter of 1998", "1998-FA", "1999-SP"),
        ("late 2019", "2018", "2020"),
        ("the 1990s", "198", "200"),
    ],
)
def test_a_date_moves_by_what_is_most_often_wrong_of_it(words: str, earlier: str, later: str) -> None:
    value = dated(words)
    for name, timex in (("earlier", earlier), ("later", later)):
        moved = apply(NAMED[name], value, DAY, words)
        assert isinstance(moved, DateValue)
        assert moved.timex == timex
        assert (moved.mod, moved.anchor, moved.granularity) == (value.mod, value.anchor, value.granularity)
        back = apply(NAMED["later" if name == "earlier" else "earlier"], moved, DAY, words)
        assert back == value


def test_without_its_words_a_day_near_its_anchor_is_a_weekday() -> None:
    near, far = apply(NAMED["earlier"], dated("Tuesday"), DAY), apply(NAMED["earlier"], dated("3 July"), DAY)
    assert isinstance(near, DateValue)
    assert isinstance(far, DateValue)
    assert (near.timex, far.timex) == ("2022-11-15", "2021-07-03")


def test_the_last_day_of_february_moves_to_a_year_that_has_it() -> None:
    leap = DateValue("2024-02-29", "DATE", date(2024, 2, 29), date(2024, 2, 29), "day", anchor="2023-03-01")
    moved = apply(NAMED["earlier"], leap, DAY)
    assert isinstance(moved, DateValue)
    assert moved.timex == "2020-02-29"


@pytest.mark.parametrize(
    "timex", ["0001", "9999", "9999-12-31", "0001-01-01", "9999-Q4", "9999-WI", "999", "000", "99"]
)
def test_no_step_leaves_the_calendar(timex: str) -> None:
    for name in ("earlier", "later"):
        value = DateValue(timex, "DATE", DAY, DAY, "day")
        moved = apply(NAMED[name], value, None)
        assert moved is None or (isinstance(moved, DateValue) and moved.start is not None)


def test_no_key_of_a_correction_is_another_one_of_the_desk() -> None:
    others = {key for entry in (*LABEL_KEYS, *ACTION_KEYS) for key in entry.keys}
    for fix in FIXES:
        assert fix.key not in others, fix.name
        assert fix.key not in string.ascii_lowercase + string.digits + "URYOZHPGATQ", fix.name
    for kind in ClaimType:
        keys = [fix.key for fix in FIXES if kind in fix.types]
        assert len(keys) == len(set(keys))


numbers = st.none() | st.integers(0, 10**9) | st.floats(0, 1e9)
values: st.SearchStrategy[Value] = st.one_of(
    st.builds(Casualty, st.sampled_from(EFFECTS), numbers, numbers, st.sampled_from(["=", ">", "<=", "range"])),
    st.builds(ViewCount, st.sampled_from(METRICS), numbers, numbers, st.sampled_from(["=", "~", "<", ">="])),
    st.builds(Membership, st.text(max_size=9), st.sampled_from(RELATIONS), numbers),
    st.builds(
        DateValue,
        st.from_regex(r"\d{2,4}(-(\d\d(-\d\d(TMO)?)?|W\d\d?(-WE)?|Q\d|H\d|SU))?", fullmatch=True)
        | st.text(max_size=9),
        st.just("DATE"),
        st.none(),
        st.none(),
        st.none(),
        anchor=st.none() | st.dates().map(str) | st.text(max_size=12),
    ),
)


@settings(deadline=None)  # the first example may be the one that loads the grammars
@given(st.sampled_from(FIXES), values, st.none() | st.dates(), st.text(max_size=20))
def test_a_key_changes_a_value_within_its_type_or_not_at_all(
    fix: Fix, value: Value, published: date | None, words: str
) -> None:
    right = apply(fix, value, published, words)
    assert right is None or (type(right) is type(value) and right != value)
    if isinstance(right, Casualty | ViewCount) and isinstance(value, Casualty | ViewCount):
        same = (right.low, right.high) == (value.low, value.high)
        assert (
            same or right.low is None or right.high is None or right.low == right.high or right.comparator == "range"
        )
