"""Words of dates: the day, the moment and the zone that they say."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest.clock import day_of, days_on_earth, moment_of


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2022-11-24", date(2022, 11, 24)),
        ("2022-11-24T23:30:00-05:00", date(2022, 11, 24)),
        ("20221124", date(2022, 11, 24)),
        ("Thu, 24 Nov 2022 08:02:00 GMT", date(2022, 11, 24)),
        ("November 24, 2022 8:02 am", date(2022, 11, 24)),
        ("1669248000", date(2022, 11, 24)),
        ("1669248000000", date(2022, 11, 24)),
        ("Tue Nov 24 21:57:01 UTC 2022", date(2022, 11, 24)),
        ("25. September 2018", date(2018, 9, 25)),
        ("11.14.2019 09:00 AM", date(2019, 11, 14)),
        ("13.11.2019, 23:06", date(2019, 11, 13)),
        ("11/19/19 06:56 AM EST", date(2019, 11, 19)),
        ("19/11/19", date(2019, 11, 19)),
        ("10.30.59.1", None),
        ("0001-01-01T00:00:00", None),
        ("1970-01-01", None),
        ("1969-12-31T19:00:00-05:00", None),
        ("0", None),
        ("0000000000", None),
        ("0000-00-00", None),
        ("{{ article.date }}", None),
        ("2022-13-41", None),
        ("31 Febtember", None),
        ("24 November", None),
        ("Thursday", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_a_day_is_read_from_the_forms_that_pages_use(raw: str, day: date | None) -> None:
    assert day_of(raw) == day


@pytest.mark.parametrize(
    ("day_first", "day"), [(True, date(2018, 10, 5)), (False, date(2018, 5, 10)), (None, date(2018, 5, 10))]
)
def test_a_page_says_which_part_of_a_date_in_digits_is_the_day(*, day_first: bool | None, day: date) -> None:
    assert day_of("05/10/2018", day_first=day_first) == day
    assert day_of("05/10/18", day_first=day_first) == day
    assert day_of("25/10/2018", day_first=day_first) == date(2018, 10, 25)


def _ahead(hours: float) -> timezone:
    return timezone(timedelta(hours=hours))


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("2022-11-24T01:30:00Z", datetime(2022, 11, 24, 1, 30, tzinfo=UTC)),
        ("2022-11-24 01:30:00.250 -0800", datetime(2022, 11, 24, 1, 30, tzinfo=_ahead(-8))),
        ("20221124T013000Z", datetime(2022, 11, 24, 1, 30, tzinfo=UTC)),
        ("2022-11-24T01:30+05:30", datetime(2022, 11, 24, 1, 30, tzinfo=_ahead(5.5))),
        ("2022-11-24 01:30:00", datetime(2022, 11, 24, 1, 30)),
        ("Thu, 24 Nov 2022 01:30:00 GMT", datetime(2022, 11, 24, 1, 30, tzinfo=UTC)),
        ("Thu Nov 24 2022 01:30:46 GMT+0000", datetime(2022, 11, 24, 1, 30, tzinfo=UTC)),
        ("Nov 23, 2022, 10:31 pm CST", datetime(2022, 11, 23, 22, 31, tzinfo=_ahead(-6))),
        ("11:26 pm EST, Tuesday, November 22, 2022", datetime(2022, 11, 22, 23, 26, tzinfo=_ahead(-5))),
        ("Nov. 23, 2022 7:04 pm ET", datetime(2022, 11, 23, 19, 4, tzinfo=_ahead(-5))),
        ("July 23, 2022 7:04 pm ET", datetime(2022, 7, 23, 19, 4, tzinfo=_ahead(-4))),
        ("1669248000", datetime(2022, 11, 24, tzinfo=UTC)),
        ("2022-11-24T25:30:00Z", None),
        ("2022-11-24T01:30:00+99:00", datetime(2022, 11, 24, 1, 30)),
        ("2022-11-24", None),
        ("24 November 2022", None),
        ("", None),
    ],
)
def test_a_moment_keeps_the_zone_that_its_words_say(raw: str, moment: datetime | None) -> None:
    told = moment_of(raw)
    assert told == moment
    assert (told and told.utcoffset()) == (moment and moment.utcoffset())


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)),
    st.integers(-44, 56).map(lambda quarters: quarters / 4),
)
def test_what_is_written_as_iso_is_read_as_it_was_meant(clock: datetime, ahead: float) -> None:
    meant = clock.replace(second=0, microsecond=0, tzinfo=_ahead(ahead))
    assert moment_of(meant.isoformat()) == meant
    assert day_of(meant.isoformat()) == meant.date()


@given(st.text(max_size=80))
def test_no_words_are_too_odd_to_be_read(raw: str) -> None:
    day, moment = day_of(raw), moment_of(raw)
    assert moment is None or day is not None


def test_at_a_moment_of_utc_it_is_two_days_on_earth() -> None:
    assert days_on_earth(datetime(2022, 11, 24, 1, 30, tzinfo=UTC)) == {date(2022, 11, 23), date(2022, 11, 24)}
    assert len(days_on_earth(datetime(2022, 11, 24, 11, 0, tzinfo=UTC))) == 2
