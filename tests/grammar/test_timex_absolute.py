"""Dates that other languages write go to dateparser, and nothing else does."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factcheck.grammar.timex import find_timexes
from factcheck.grammar.timex.absolute import FOREIGN_MONTHS, LONGEST, foreign_date, foreign_span


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3. března 2019", "2019-03-03"),
        ("3. marts 2019", "2019-03-03"),
        ("31. Dezember 1999", "1999-12-31"),
        ("3 de septiembre de 2019", "2019-09-03"),
        ("6. joulukuuta 1917", "1917-12-06"),
        ("1er juin 2022", "2022-06-01"),
        ("17 Agustus 1945", "1945-08-17"),
        ("1º gennaio 2021", "2021-01-01"),
        ("3 maart 2022", "2022-03-03"),
        ("1 września 1939", "1939-09-01"),
        ("25 de abril de 1974", "1974-04-25"),
        ("22 decembrie 1989", "1989-12-22"),
        ("12 апреля 1961", "1961-04-12"),
        ("3 maj 2022", "2022-05-03"),
        ("15 Temmuz 2016", "2016-07-15"),
        ("24 серпня 1991", "1991-08-24"),
        ("février 2020", "2020-02"),
        ("31 février 2020", None),
    ],
)
def test_a_date_of_another_language_has_its_value(words: str, value: str | None) -> None:
    assert foreign_date(words) == value


@pytest.mark.parametrize("month", sorted(FOREIGN_MONTHS))
def test_every_month_of_the_table_is_known_to_dateparser(month: str) -> None:
    value = foreign_date(f"7 {month} 2021")
    assert value is not None
    assert value.startswith("2021-")
    assert value.endswith("-07")


def test_a_numeric_date_before_a_foreign_month_keeps_its_day() -> None:
    assert [timex.value for timex in find_timexes("2022-11-23 octobre 2022", None)] == ["2022-11-23", "2022-10"]


def test_a_month_without_a_year_is_not_asked_about() -> None:
    text = "Cinco de mayo is a holiday."
    assert foreign_span(text, text.index("mayo"), text.index("mayo") + 4) is None


def test_long_strings_are_not_given_to_dateparser() -> None:
    assert foreign_date("7 mai 2021" + " " * LONGEST) is None


def test_a_day_and_its_year_belong_to_the_span() -> None:
    (found,) = find_timexes("Le contrat du 7 mai 2021 tient.", None)
    assert (found.text, found.value, found.anchor) == ("7 mai 2021", "2021-05-07", None)


def test_english_dates_load_no_dateparser() -> None:
    code = (
        "import sys; from datetime import date; from factcheck.grammar.timex import find_timexes;"
        " assert len(find_timexes('On Monday, May 3, 2021, and last week.', date(2021, 5, 9))) == 2;"
        " sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
