"""Holidays of the world: their days, the year that is meant, and the names that they are part of."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from factcheck.grammar.timex import Timex, find_timexes
from factcheck.grammar.timex.holidays import HOLIDAY_NAMES, HOLIDAYS, NATIONAL_DAYS

PUBLISHED = date(2022, 11, 24)


def found(sentence: str, published: date | None = PUBLISHED) -> list[Timex]:
    return find_timexes(sentence, published)


def shown(sentence: str, published: date | None = PUBLISHED) -> list[str]:
    return [f"{one.text} | {one.value}" + (f" {one.mod}" if one.mod else "") for one in found(sentence, published)]


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("ramadan", 2022, "2022-04-02", "2022-05-01"),
        ("eid al-fitr", 2022, "2022-05-02", "2022-05-02"),
        ("eid al-adha", 2023, "2023-06-28", "2023-06-28"),
        ("ashura", 2022, "2022-08-08", "2022-08-08"),
        ("mawlid", 2022, "2022-10-08", "2022-10-08"),
        ("passover", 2023, "2023-04-06", "2023-04-13"),
        ("rosh hashanah", 2023, "2023-09-16", "2023-09-17"),
        ("yom kippur", 1973, "1973-10-06", "1973-10-06"),
        ("simchat torah", 2023, "2023-10-07", "2023-10-07"),
        ("hanukkah", 2024, "2024-12-26", "2025-01-02"),
        ("purim", 2024, "2024-03-24", "2024-03-24"),
        ("tisha b'av", 2022, "2022-08-07", "2022-08-07"),
        ("orthodox easter", 2022, "2022-04-24", "2022-04-24"),
        ("easter", 2022, "2022-04-17", "2022-04-17"),
        ("easter", 1818, "1818-03-22", "1818-03-22"),
        ("lent", 2022, "2022-03-02", "2022-04-16"),
        ("holy week", 2022, "2022-04-10", "2022-04-16"),
        ("maundy thursday", 2022, "2022-04-14", "2022-04-14"),
        ("ascension day", 2022, "2022-05-26", "2022-05-26"),
        ("mardi gras", 2022, "2022-03-01", "2022-03-01"),
        ("chinese new year", 2023, "2023-01-22", "2023-01-22"),
        ("lunar new year's eve", 2024, "2024-02-09", "2024-02-09"),
        ("diwali", 2022, "2022-10-24", "2022-10-24"),
        ("holi", 2023, "2023-03-08", "2023-03-08"),
        ("nowruz", 2021, "2021-03-21", "2021-03-21"),
        ("nowruz", 2024, "2024-03-20", "2024-03-20"),
        ("bonfire night", 2022, "2022-11-05", "2022-11-05"),
        ("anzac day", 2022, "2022-04-25", "2022-04-25"),
        ("day of the dead", 2022, "2022-11-01", "2022-11-02"),
        ("thanksgiving", 2022, "2022-11-24", "2022-11-24"),
        ("election day", 2022, "2022-11-08", "2022-11-08"),
        ("memorial day", 2022, "2022-05-30", "2022-05-30"),
    ],
)
def test_a_holiday_has_the_days_that_its_calendar_says(name: str, year: int, first: str, last: str) -> None:
    assert HOLIDAYS[name].in_year(year) == ((date.fromisoformat(first), date.fromisoformat(last)),)


def test_a_short_year_of_the_moon_fits_twice_into_ours() -> None:
    assert [day.isoformat() for day, _ in HOLIDAYS["eid al-fitr"].in_year(2000)] == ["2000-01-08", "2000-12-27"]


@pytest.mark.parametrize("name", ["ramadan", "diwali", "chinese new year", "orthodox easter"])
def test_a_year_beyond_the_tables_has_no_day_rather_than_a_wrong_one(name: str) -> None:
    assert HOLIDAYS[name].in_year(1400) == ()
    assert HOLIDAYS[name].in_year(9999) == ()
    assert shown(f"They met at {name.title()} 1400.") == ["1400 | 1400"]


def test_every_holiday_has_ordered_days_that_begin_in_the_year_asked_for() -> None:
    holidays = {*HOLIDAYS.values(), *(one for table in NATIONAL_DAYS.values() for one in table.values())}
    for holiday in holidays:
        for year in range(2001, 2036):
            stretches = holiday.in_year(year)
            assert all(first.year == year and first <= last for first, last in stretches)
        assert all(len(holiday.in_year(year)) <= 2 for year in (1, 9999))


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_break_no_holiday(year: int) -> None:
    for name in HOLIDAY_NAMES:
        assert all(one.value for one in found(f"They met on {name.title()}.", date(year, 6, 30)))


SENTENCES = [
    ("Prices rose during Ramadan.", ["Ramadan | 2022-04 APPROX"]),
    ("Prices rose during Ramadan last year.", ["Ramadan last year | 2021-04 APPROX"]),
    ("The end of Ramadan was loud.", ["The end of Ramadan | 2022-05-01 APPROX"]),
    (
        "It began at the start of the holy month of Ramadan.",
        ["the start of the holy month of Ramadan | 2022-04-02 APPROX"],
    ),
    ("They fought on the last day of Ramadan.", ["the last day of Ramadan | 2022-05-01 APPROX"]),
    ("They met for Eid al-Fitr.", ["Eid al-Fitr | 2022-05-02 APPROX"]),
    ("They met for Eid ul Fitr 2021.", ["Eid ul Fitr 2021 | 2021-05-13 APPROX"]),
    ("They will meet for Eid.", ["Eid | 2023-04-21 APPROX"]),
    ("They fought on the third day of Eid.", ["the third day of Eid | 2022-07-11 APPROX"]),
    ("She lit one on the first night of Hanukkah.", ["the first night of Hanukkah | 2022-12-18TNI"]),
    ("She sang on the second day of Passover.", ["the second day of Passover | 2022-04-17"]),
    ("She will fast on Yom Kippur.", ["Yom Kippur | 2023-09-25"]),
    ("The 2019 Easter Sunday bombings shook it.", ["The 2019 Easter Sunday | 2019-04-21"]),
    ("He flew home on Easter weekend.", ["Easter weekend | 2022-W15-WE"]),
    ("He flew home on Memorial Day Weekend.", ["Memorial Day Weekend | 2022-W21-WE"]),
    ("It fell on Chile's independence day.", ["independence day | 2022-09-18"]),
    ("He flew home on Labor Day weekend.", ["Labor Day weekend | 2022-W35-WE"]),
    ("He flew home in Easter week 2000.", ["Easter week 2000 | 2000-W16"]),
    ("He married last Christmas.", ["last Christmas | 2021-12-25"]),
    ("He will marry next Easter.", ["next Easter | 2023-04-09"]),
    ("He married on Good Friday.", ["Good Friday | 2022-04-15"]),
    ("He will marry on Good Friday.", ["Good Friday | 2023-04-07"]),
    ("Orthodox Christmas will be quiet.", ["Orthodox Christmas | 2023-01-07"]),
    ("He spoke on St. Patrick’s Day.", ["St. Patrick’s Day | 2022-03-17"]),
    ("He spoke on Saint Patrick's Day.", ["Saint Patrick's Day | 2022-03-17"]),
    ("Russia marked Victory Day.", ["Victory Day | 2022-05-09"]),
    ("Bangladesh's Victory Day will be marked.", ["Victory Day | 2022-12-16"]),
    ("They marched on International Women's Day.", ["International Women's Day | 2022-03-08"]),
    ("Moscow's Victory Day parade was short.", ["Victory Day | 2022-05-09"]),
    ("Poland's National Independence Day drew crowds.", ["Independence Day | 2022-11-11"]),
    ("Israel's Holocaust Remembrance Day was quiet.", ["Holocaust Remembrance Day | 2022-04-28"]),
    ("Every Christmas they meet, and each Ramadan.", ["Every Christmas | XXXX-12-25", "each Ramadan | P1Y"]),
    (
        "It will end on Friday. Ramadan began in spring.",
        ["Friday | 2022-11-25", "Ramadan | 2022-04 APPROX", "spring | 2022-SP"],
    ),
    ("A fire began at Harbour Park Easter morning.", ["Easter morning | 2022-04-17TMO"]),
    ("Celebrating Christmas cost more.", ["Christmas | 2022-12-25"]),
    ("They fast during Lent.", ["Lent | 2023-03 APPROX"]),
    ("It fell on Ukraine's Independence Day.", ["Independence Day | 2022-08-24"]),
    ("It fell on Indian Independence Day.", ["Independence Day | 2022-08-15"]),
    ("It fell on Independence Day in South Sudan.", ["Independence Day | 2022-07-09"]),
    ("It fell on Independence Day.", ["Independence Day | 2022-07-04"]),
    ("It fell on China's National Day.", ["National Day | 2022-10-01"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_holiday_in_a_sentence_is_read(sentence: str, expected: list[str]) -> None:
    assert shown(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Good Friday Agreement held.",
        "The Good Friday agreement held.",
        "He sailed to Christmas Island and Easter Island.",
        "They met at Thanksgiving Square.",
        "Eid Mubarak, he wrote.",
        "Ramadan Kadyrov spoke.",
        "A court heard Tariq Ramadan again.",
        "In the Yom Kippur war they fled.",
        "The Tet Offensive failed.",
        "Merry Christmas to all of you!",
        "Khaled Ramadan said so, and Dr. Easter agreed.",
        "Cities kept Holocaust Remembrance Day.",
        "Cities kept Martyrs Memorial Day.",
        "He came as Father Christmas.",
        "The museum lent it to us.",
        "Lent by a museum, it came home.",
        "It was an epiphany to her.",
        "The Christmas tree fell over.",
        "A Ramadan-themed film is out.",
        "It was National Day somewhere.",
        "Polls opened on election day in the capital.",
        "A lawyer (Safwan Eid) spoke.",
        "It fell on Utopia's Independence Day.",
        "The Ascension Island base is small.",
        "Holier words were said on the holiday.",
        "He said mayday, and tet is a word.",
    ],
)
def test_a_holidays_name_within_another_name_is_no_date(sentence: str) -> None:
    assert shown(sentence) == []


def test_a_year_before_another_name_stays_a_year() -> None:
    assert shown("The 1998 Good Friday Agreement held.") == ["1998 | 1998"]


def test_a_day_that_hangs_on_the_moon_covers_the_days_that_it_may_be() -> None:
    (eid,) = found("They met for Eid al-Adha.")
    assert (eid.value, eid.mod, eid.first, eid.last) == ("2022-07-09", "APPROX", date(2022, 7, 8), date(2022, 7, 10))
    assert (eid.granularity, eid.anchor) == ("day", "2022-11-24")


def test_a_holiday_of_several_days_covers_them_all_under_the_value_of_its_first() -> None:
    (hanukkah,) = found("Hanukkah will be cold.")
    assert (hanukkah.value, hanukkah.mod) == ("2022-12-19", None)
    assert (hanukkah.first, hanukkah.last) == (date(2022, 12, 19), date(2022, 12, 26))


def test_without_a_publication_date_a_fixed_holiday_keeps_its_day_and_a_moving_one_is_left_alone() -> None:
    assert shown("They met on Christmas Eve, at Easter and on Eid al-Fitr.", None) == ["Christmas Eve | XXXX-12-24"]
    assert shown("They met at Easter 1916.", None) == ["Easter 1916 | 1916-04-23"]


def test_a_holiday_that_has_begun_is_the_one_that_is_meant() -> None:
    (now,) = found("The curfew during Ramadan will go on.", date(2022, 4, 20))
    assert now.value == "2022-04"


def test_a_text_without_such_holidays_loads_no_calendar() -> None:
    code = (
        "import sys; from datetime import date; from factcheck.grammar.timex import find_timexes;"
        " assert find_timexes('On Christmas Eve and on Labor Day they met, and on Monday.', date(2021, 5, 9));"
        " sys.exit(any(name in sys.modules for name in ('hijridate', 'pyluach', 'dateutil')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
