"""When an article was published: which statement decides, and what is kept of the others."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest import publication
from factcheck.ingest.own_words import own_words
from factcheck.ingest.sections import cut
from factcheck.model import Dating, Published


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://post.example/world/2022/11/24/shelf", date(2022, 11, 24)),
        ("https://post.example/2022/nov/24/shelf", date(2022, 11, 24)),
        ("https://post.example/shelf-2022-11-24.html", date(2022, 11, 24)),
        ("https://post.example/20221124/shelf", date(2022, 11, 24)),
        ("https://post.example/articles/22/11/24/shelf", date(2022, 11, 24)),
        ("https://post.example/2022_11_24_shelf", date(2022, 11, 24)),
        ("https://post.example/2022/11/shelf", None),
        ("https://post.example/story-120221124", None),
        ("https://post.example/2022/13/24/", None),
        (None, None),
    ],
)
def test_a_day_is_read_from_an_address(url: str | None, day: date | None) -> None:
    assert [found.day for found in publication.in_url(url)] == ([day] if day else [])


def _said(source: str, raw: str) -> Dating:
    return next(publication.dating(source, raw))


def test_the_order_of_sources_decides_and_disagreement_is_kept() -> None:
    option = _said("option", "2022-11-20")
    record = _said("record", "2022-11-24")
    address = _said("url", "2022-11-25")
    dateline = _said("dateline", "24 November 2022")
    assert publication.decide([dateline, address, record]) == Published(
        date(2022, 11, 24), "2022-11-24", "record", inferred=False, others=(address,)
    )
    assert publication.decide([dateline, record, option]) == Published(
        date(2022, 11, 20), "2022-11-20", "option", inferred=False, others=(record, dateline)
    )
    decided = publication.decide([dateline])
    assert decided is not None
    assert decided.inferred
    assert publication.decide([]) is None


def test_an_hour_with_a_zone_is_read_on_the_outlets_own_clock() -> None:
    utc, local = _said("meta", "2024-01-10T04:30:00Z"), _said("json-ld", "2024-01-09T23:30:00-05:00")
    decided = publication.decide([utc, local])
    assert decided is not None
    assert (decided.day, decided.raw, decided.others) == (date(2024, 1, 9), "2024-01-09T23:30:00-05:00", (utc,))


def test_an_hour_in_utc_is_moved_to_the_zone_that_another_statement_gives() -> None:
    decided = publication.decide([_said("json-ld", "2024-01-10T04:30:00Z"), _said("meta", "2024-01-09T23:30-0500")])
    assert decided is not None
    assert (decided.day, [other.day for other in decided.others]) == (date(2024, 1, 9), [date(2024, 1, 10)])


@pytest.mark.parametrize(
    ("raw", "filed", "day"),
    [
        ("2024-01-10T04:30:00Z", "2024-01-09", date(2024, 1, 9)),
        ("2024-01-10T20:30:00+00:00", "2024-01-11", date(2024, 1, 11)),
        ("2024-01-10T04:30:00Z", "2024-01-11", date(2024, 1, 10)),
        ("2024-01-10T04:30:00-05:00", "2024-01-09", date(2024, 1, 10)),
        ("2024-01-10", "2024-01-09", date(2024, 1, 10)),
    ],
)
def test_an_hour_in_utc_gives_way_to_an_address_that_a_zone_on_earth_bears_out(
    raw: str, filed: str, day: date
) -> None:
    decided = publication.decide([_said("json-ld", raw), _said("url", filed)])
    assert decided is not None
    assert decided.day == day


def _decided(*said: Dating, text: str = "", clocks: tuple[str, ...] = ()) -> tuple[date, str, list[date]]:
    decided = publication.decide(said, own_words(text, cut(text)) if text else None, clocks, today=date(2026, 1, 1))
    assert decided is not None
    return decided.day, decided.source, [other.day for other in decided.others]


WED, THU, FRI = date(2022, 11, 23), date(2022, 11, 24), date(2022, 11, 25)


def test_an_hour_without_a_zone_is_moved_only_by_the_same_minute_of_another_clock() -> None:
    bare = _said("meta", "2022-11-24 01:30:00")
    assert _decided(bare, _said("byline", "Nov 23, 2022 at 8:30 pm"))[0] == WED
    assert _decided(bare, _said("byline", "Nov 23, 2022 at 8:17 pm"))[0] == THU
    assert _decided(bare, _said("byline", "Nov 23, 2022"))[0] == THU
    assert _decided(bare, _said("byline", "Nov 23, 2022"), _said("json-ld", "2022-11-24T01:30:00Z"))[0] == WED


@pytest.mark.parametrize("raw", ["2022-11-24T01:30:00Z", "2022-11-24 01:30:00", "1669253400"])
def test_the_day_that_readers_were_shown_goes_before_that_of_a_systems_clock(raw: str) -> None:
    shown = _said("byline", "Nov. 23, 2022 8:30 pm ET")
    assert _decided(_said("json-ld", raw), shown, _said("url", "2022-11-24")) == (WED, "byline", [THU, THU])


def test_a_date_shown_that_is_a_machines_copy_is_no_clock_on_a_wall() -> None:
    copy = _said("byline", "2022-11-24T01:30:00")
    filed = _said("url", "2022-11-23")
    assert _decided(_said("json-ld", "2022-11-24T01:30:00Z"), copy, filed) == (WED, "url", [THU, THU])


def test_the_same_minute_on_a_clock_that_names_no_zone_is_the_outlets_hour() -> None:
    wall = _said("meta", "Wednesday, November 23, 2022, 08:30 PM")
    assert _decided(_said("json-ld", "2022-11-24T01:30:00Z"), wall)[0] == WED
    stray = _said("meta", "2022-11-23 08:17:00")
    assert _decided(_said("meta", "2022-11-24T01:30:00Z"), stray)[0] == THU


@pytest.mark.parametrize("clock", ["2022-11-25T09:00:00-05:00", "12:24 am EST, Friday, November 25, 2022"])
def test_the_hour_of_an_update_tells_the_zone_and_never_the_day(clock: str) -> None:
    assert _decided(_said("meta", "2022-11-24T01:30:00Z"), clocks=(clock,)) == (WED, "meta", [THU])
    assert _decided(_said("meta", "2022-11-24T08:30:00Z"), clocks=(clock,)) == (THU, "meta", [])
    assert _decided(_said("meta", "2022-11-24"), clocks=(clock,)) == (THU, "meta", [])


def test_a_bare_day_gives_way_to_the_hour_that_it_was_cut_from() -> None:
    day, hour = _said("meta", "2022-11-24"), _said("json-ld", "2022-11-24T01:30:00Z")
    assert _decided(day, hour, _said("url", "2022/11/23")) == (WED, "url", [THU, THU])


def test_weekdays_decide_between_an_address_and_a_clock_in_utc() -> None:
    utc, filed = _said("json-ld", "2022-11-24T01:30:00Z"), _said("url", "2022-11-23")
    told = "Markets fell in early trading on {}, and the leaders of the town were asked about it."
    assert _decided(utc, filed, text=told.format("Wednesday")) == (WED, "url", [THU])
    assert _decided(utc, filed, text=told.format("Thursday")) == (THU, "json-ld", [WED])


def test_a_dateline_that_bears_out_a_record_makes_its_day_no_guess() -> None:
    decided = publication.decide([_said("record", "2022-11-24T01:30:00Z"), _said("dateline", "23 November 2022")])
    assert decided is not None
    assert (decided.day, decided.source, decided.inferred) == (WED, "dateline", False)


def test_weekdays_decide_where_statements_disagree_by_a_day() -> None:
    record, dateline = _said("record", "2022-11-23"), _said("dateline", "24 November 2022")
    told = "Markets fell in early trading on Thursday, and the leaders of the town were asked about it."
    assert _decided(record, dateline, text=told) == (THU, "dateline", [WED])
    assert _decided(record, text=told) == (WED, "record", [])


def test_today_with_its_name_decides_where_utc_is_all_that_is_known() -> None:
    utc = _said("meta", "2022-11-24T01:30:00Z")
    assert _decided(utc, text="The findings were published today (Nov. 23) in a journal.") == (WED, "meta", [THU])
    assert _decided(utc, text="The findings were published today (Nov. 21) in a journal.") == (THU, "meta", [])


def test_words_do_not_overrule_a_clock_on_a_wall() -> None:
    wall, utc = _said("meta", "2022-11-23 20:30:00"), _said("json-ld", "2022-11-24T01:30:00Z")
    assert _decided(wall, utc, text="Markets fell in early trading on Thursday.") == (WED, "meta", [THU])
    shown = _said("meta", "2022-11-23T20:30:00-05:00")
    filed = _said("url", "2022-11-24")
    assert _decided(shown, filed, text="Markets fell in early trading on Thursday.") == (WED, "meta", [THU])


def test_a_weekday_with_its_date_decides_between_years() -> None:
    moved, filed = _said("meta", "2024-11-25T10:00:00+01:00"), _said("url", "2022/11/24")
    text = "The shelf fell on Wednesday, November 23, in the reading room of the town."
    assert _decided(moved, filed, text=text) == (THU, "url", [date(2024, 11, 25)])
    assert _decided(moved, filed, text="The shelf fell in the reading room.")[0] == date(2024, 11, 25)


def test_a_day_that_lies_ahead_goes_last() -> None:
    ahead, filed = _said("meta", "2031-01-01"), _said("url", "2022/11/24")
    assert _decided(ahead, filed) == (THU, "url", [date(2031, 1, 1)])
    assert _decided(ahead) == (date(2031, 1, 1), "meta", [])
    assert _decided(_said("option", "2031-01-01"), filed)[0] == date(2031, 1, 1)


def test_the_moment_is_kept_with_its_zone() -> None:
    utc, shown = _said("json-ld", "2022-11-24T01:30:00Z"), _said("byline", "November 23, 2022")
    decided = publication.decide([utc, shown])
    assert decided is not None
    assert decided.day == WED
    assert publication.moment_published(decided) == datetime(2022, 11, 24, 1, 30, tzinfo=UTC)
    local = publication.decide([_said("record", "2022-11-24T21:42:00+04:00")])
    assert local is not None
    told = publication.moment_published(local)
    assert told is not None
    assert (told.hour, told.utcoffset()) == (21, timedelta(hours=4))
    bare = publication.decide([_said("record", "2022-11-24")])
    assert bare is not None
    assert publication.moment_published(bare) is None


_SOURCES = st.sampled_from(["record", "meta", "json-ld", "byline", "dateline", "url"])
_RAWS = st.sampled_from(
    ["2022-11-24T01:30:00Z", "2022-11-23T20:30:00-05:00", "2022-11-23", "2022-11-24", "November 25, 2022 8:02 am"]
)


@given(st.lists(st.builds(_said, _SOURCES, _RAWS), min_size=1, max_size=6))
def test_every_other_day_is_kept_and_only_others(said: list[Dating]) -> None:
    decided = publication.decide(said)
    assert decided is not None
    assert {other.day for other in decided.others} == {one.day for one in said} - {decided.day}
    assert decided.day in {one.day for one in said}
