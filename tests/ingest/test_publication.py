"""When an article was published: which statement decides, and what is kept of the others."""

from datetime import date

import pytest

from factcheck.ingest import publication
from factcheck.ingest.sections import cut
from factcheck.model import Dating, Published


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
        ("0001-01-01T00:00:00", None),
        ("1970-01-01", None),
        ("2022-13-41", None),
        ("31 Febtember", None),
        ("24 November", None),
        ("Thursday", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_a_day_is_read_from_the_forms_that_pages_use(raw: str, day: date | None) -> None:
    assert publication.day_of(raw) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://post.example/world/2022/11/24/shelf", date(2022, 11, 24)),
        ("https://post.example/2022/nov/24/shelf", date(2022, 11, 24)),
        ("https://post.example/shelf-2022-11-24.html", date(2022, 11, 24)),
        ("https://post.example/20221124/shelf", date(2022, 11, 24)),
        ("https://post.example/2022/11/shelf", None),
        ("https://post.example/story-120221124", None),
        ("https://post.example/2022/13/24/", None),
        (None, None),
    ],
)
def test_a_day_is_read_from_an_address(url: str | None, day: date | None) -> None:
    assert [found.day for found in publication.in_url(url)] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Shelf falls\n\nThursday, 24 November 2022\n\nTwo people were hurt.", date(2022, 11, 24)),
        (
            "Shelf falls\nBy Tess Moran\nPublished: November 24, 2022 at 10:00 | Updated an hour ago",
            date(2022, 11, 24),
        ),
        ("OLMET, November 24, 2022 (Northwire) — Two people were hurt.", date(2022, 11, 24)),
        ("Two people were hurt on November 24, 2022 when a shelf fell in the reading room of the town.", None),
        ("Thursday, 24 November\n\nTwo people were hurt.", None),
        ("\n".join(["Menu"] * 12) + "\n24 November 2022", None),
    ],
)
def test_a_dateline_is_a_line_of_the_head_that_is_a_date(text: str, day: date | None) -> None:
    assert [found.day for found in publication.in_dateline(text)] == ([day] if day else [])


def _inferred(text: str) -> date | None:
    found = next(publication.in_text(text, cut(text)), None)
    return found.day if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # 23 November 2022 was a Wednesday
        ("The leaders lined up on November 23, 2022. The clip was shared on Thursday.", date(2022, 11, 24)),
        ("The leaders lined up on November 23, 2022. They had met on Wednesday.", date(2022, 11, 23)),
        ("The leaders lined up on November 23, 2022. They had met on Monday.", date(2022, 11, 23)),
        ("The leaders lined up on November 23, 2022. They will meet again on Thursday.", date(2022, 11, 23)),
        ("The leaders lined up on November 23, 2022. They meet every Thursday.", date(2022, 11, 23)),
        ("The fire of 2 May 1931 is remembered. It burnt again on November 23, 2022.", date(2022, 11, 23)),
        ("The vote was on November 23, 2022, and the next is to be held on January 5, 2024.", date(2022, 11, 23)),
        ("The fire of 2 May 1931 is remembered in the town, which was rebuilt in 1950.", None),
        ("The clip was shared on Thursday.", None),
    ],
)
def test_the_text_puts_itself_on_its_latest_date_moved_on_by_its_past_weekdays(text: str, day: date | None) -> None:
    assert _inferred(text) == day


def test_a_teasers_dates_say_nothing() -> None:
    teaser = "Rescuers search snow after slide"
    text = (
        "The leaders lined up on November 23, 2022, and the meeting was closed soon after that.\n\n"
        f"{teaser}\n\n{teaser} VALBRUNA — Six skiers were missing on November 25, 2022, police said Friday.\n\n"
        "The clip of it was shared on Thursday, and it was watched many times before the evening."
    )
    assert _inferred(text) == date(2022, 11, 24)


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
    assert (decided.day, decided.others) == (date(2024, 1, 9), ())


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
