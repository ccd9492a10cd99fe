"""Pace, estimated end and streak, from clocks that the tests hold."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review.moments import lasting
from factcheck.review.progress import MIN_CLAIMS, Tally, days_in_a_row, in_words

NOON = datetime(2031, 5, 14, 12, 0)


def test_a_steady_worker_is_told_when_the_rest_will_be_done() -> None:
    tally = Tally(began=0)
    for number in range(1, 11):
        tally.done(number, number * 30.0)
    outlook = tally.outlook(left=20, at=300, clock=NOON)
    assert outlook.pace == pytest.approx(2)
    assert outlook.recent == pytest.approx(2)
    assert outlook.lasts == timedelta(minutes=10)
    assert outlook.ends == NOON + timedelta(minutes=10)
    assert outlook.streak == 10
    assert in_words(outlook) == [
        "10 done",
        "20 left",
        "pace 2.0 a minute, 2.0 lately",
        "end 12:10, in 10 min",
        "10 in a row",
    ]


def test_before_the_fifth_claim_no_pace_is_made_up() -> None:
    tally = Tally(began=0)
    for number in range(1, MIN_CLAIMS):
        tally.done(number, number * 10.0)
    outlook = tally.outlook(left=100, at=60, clock=NOON)
    assert (outlook.pace, outlook.recent, outlook.lasts, outlook.ends) == (None, None, None, None)
    assert "pace –" in in_words(outlook)
    assert "end –" in in_words(outlook)


def test_a_lunch_is_no_work_and_ends_the_streak_but_not_the_pace() -> None:
    tally = Tally(began=0)
    moments = [60.0, 120.0, 180.0, 240.0, 300.0]
    after_lunch = [3900.0 + moment for moment in moments]
    for number, moment in enumerate(moments + after_lunch):
        tally.done(number, moment)
    outlook = tally.outlook(left=9, at=after_lunch[-1], clock=NOON)
    assert outlook.pace == pytest.approx(1)
    assert outlook.streak == 5


def test_the_recent_pace_forgets_what_was_earlier() -> None:
    tally = Tally(began=0)
    for number in range(10):
        tally.done(number, 100.0 * (number + 1))
    for number in range(10):
        tally.done(100 + number, 2000 + 200.0 + 20.0 * number)
    outlook = tally.outlook(left=30, at=2400, clock=NOON)
    assert outlook.recent is not None
    assert outlook.pace is not None
    assert outlook.recent == pytest.approx(3)
    assert outlook.pace < outlook.recent
    assert outlook.lasts == timedelta(minutes=10)


def test_undo_takes_back_what_was_counted_and_a_second_label_counts_nothing() -> None:
    tally = Tally(began=0)
    tally.done(1, 10)
    tally.done(2, 20)
    tally.done(2, 30)
    assert tally.outlook(5, 30, NOON).done == 2
    tally.reopened(2)
    tally.reopened(99)
    outlook = tally.outlook(6, 30, NOON)
    assert (outlook.done, outlook.streak) == (1, 1)


def test_a_pause_of_now_ends_the_streak() -> None:
    tally = Tally(began=0)
    tally.done(1, 10)
    assert tally.outlook(1, 20, NOON).streak == 1
    assert tally.outlook(1, 200, NOON).streak == 0


def test_days_in_a_row_reach_back_from_today_or_yesterday() -> None:
    today = date(2031, 5, 14)
    days = {today - timedelta(days=back) for back in (1, 2, 3, 5)}
    assert days_in_a_row(days, today) == 3
    assert days_in_a_row(days | {today}, today) == 4
    assert days_in_a_row({today - timedelta(days=2)}, today) == 0
    assert days_in_a_row((), today) == 0


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (timedelta(seconds=20), "under a minute"),
        (timedelta(minutes=26), "26 min"),
        (timedelta(hours=3, minutes=10), "3 h 10 min"),
        (timedelta(hours=2), "2 h"),
        (timedelta(hours=25), "1 day"),
        (timedelta(days=900), "900 days"),
    ],
)
def test_a_stretch_of_time_is_told_no_finer_than_it_is_known(time: timedelta, words: str) -> None:
    assert lasting(time) == words


def test_an_end_beyond_today_is_told_by_its_day() -> None:
    tally = Tally(began=0)
    for number in range(1, 11):
        tally.done(number, number * 60.0)
    assert "end 2031-05-24, in 10 days" in in_words(tally.outlook(10 * 24 * 60, 600, NOON))


@given(
    gaps=st.lists(st.floats(0, 1_000, allow_nan=False), max_size=40),
    undone=st.sets(st.integers(0, 39)),
    left=st.integers(0, 10_000_000),
)
def test_whatever_happened_the_figures_are_possible(gaps: list[float], undone: set[int], left: int) -> None:
    tally, now = Tally(began=0), 0.0
    for number, gap in enumerate(gaps):
        now += gap
        tally.done(number, now)
    for number in undone:
        tally.reopened(number)
    outlook = tally.outlook(left, now, NOON)
    assert outlook.done == len(set(range(len(gaps))) - undone)
    assert 0 <= outlook.streak <= outlook.done
    if outlook.pace is None:
        assert outlook.recent is None
        assert outlook.ends is None
    else:
        assert outlook.pace > 0
        assert outlook.done >= MIN_CLAIMS
        assert outlook.lasts is not None
        assert outlook.lasts >= timedelta()
    assert in_words(outlook)
