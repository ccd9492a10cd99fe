"""The date in the head of a text."""

from datetime import date

import pytest

from factcheck.ingest.datelines import in_dateline, without_year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Shelf falls\n\nThursday, 24 November 2022\n\nTwo people were hurt.", date(2022, 11, 24)),
        (
            "Shelf falls\nBy Tess Moran\nPublished: November 24, 2022 at 10:00 | Updated an hour ago",
            date(2022, 11, 24),
        ),
        ("OLMET, November 24, 2022 (Northwire) — Two people were hurt.", date(2022, 11, 24)),
        ("Shelf falls\n© 24 November 2022 The Post\nTwo people were hurt.", None),
        ("Shelf falls\nUpdated: November 26, 2022 at 10:00\nTwo people were hurt.", None),
        ("Shelf falls\nUpdated November 26, 2022 | Posted November 24, 2022", date(2022, 11, 24)),
        ("Two people were hurt on November 24, 2022 when a shelf fell in the reading room of the town.", None),
        ("Thursday, 24 November\n\nTwo people were hurt.", None),
        ("\n".join(["Menu"] * 12) + "\n24 November 2022", None),
    ],
)
def test_a_dateline_is_a_line_of_the_head_that_is_a_date(text: str, day: date | None) -> None:
    assert [found.day for found in in_dateline(text)] == ([day] if day else [])


@pytest.mark.parametrize(
    "raw",
    ["2022-11-24T01:30:00Z", "November 24, 2022 at 8:30 pm EST", "24 November 2022 14:05 GMT", "24 November 2022"],
)
def test_a_dateline_keeps_its_hour_and_zone(raw: str) -> None:
    assert [found.raw for found in in_dateline(f"Shelf falls\nPublished: {raw}\nTwo people were hurt.")] == [raw]


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("OLMET, Nov. 23 (Northwire) - Two people were hurt.", date(2022, 11, 24), date(2022, 11, 23)),
        ("OLMET, Dec 31 (Northwire) — Two people were hurt.", date(2023, 1, 1), date(2022, 12, 31)),
        ("OLMET, Jan. 1 - Two people were hurt.", date(2022, 12, 31), date(2023, 1, 1)),
        ("OLMET, Feb. 29 - Two people were hurt.", date(2022, 3, 1), None),
        ("OLMET, Nov. 2 (Northwire) - Two people were hurt.", date(2022, 11, 24), None),
        ("Two people were hurt on Nov. 23 - a Wednesday - when a shelf fell.", date(2022, 11, 24), None),
    ],
)
def test_a_wires_dateline_without_a_year_takes_that_of_the_day_beside_it(
    text: str, near: date, day: date | None
) -> None:
    assert [found.day for found in without_year(text, near)] == ([day] if day else [])
