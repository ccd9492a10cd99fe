"""Every family of rules, on sentences of its own: span, type, value and modifier."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.grammar.timex import Timex, find_timexes

PUBLISHED = date(2022, 11, 24)  # a Thursday


def shown(timex: Timex) -> str:
    return f"{timex.text} | {timex.type} {timex.value}" + (f" {timex.mod}" if timex.mod else "")


def found(sentence: str, published: date | None = PUBLISHED) -> list[str]:
    return [shown(timex) for timex in find_timexes(sentence, published)]


ABSOLUTE = [
    ("It was signed on November 23, 2022, in Oslo.", ["November 23, 2022 | DATE 2022-11-23"]),
    ("It was signed on 23 November 2022.", ["23 November 2022 | DATE 2022-11-23"]),
    ("It was signed on Nov. 3rd, 1987.", ["Nov. 3rd, 1987 | DATE 1987-11-03"]),
    ("It was signed on the 3rd of May, 1987.", ["the 3rd of May, 1987 | DATE 1987-05-03"]),
    ("It was signed on Wednesday, June 1, 2016.", ["Wednesday, June 1, 2016 | DATE 2016-06-01"]),
    ("It was signed in June 2016.", ["June 2016 | DATE 2016-06"]),
    ("It ran in June-July 2021.", ["June | DATE 2021-06", "July 2021 | DATE 2021-07"]),
    ("It ran from November to March 2021.", ["November | DATE 2020-11", "March 2021 | DATE 2021-03"]),
    ("It was signed in 1848.", ["1848 | DATE 1848"]),
    ("It is dated 2016-06-01.", ["2016-06-01 | DATE 2016-06-01"]),
    ("It is dated 2016/6/1 in the file.", ["2016/6/1 | DATE 2016-06-01"]),
    ("It is dated 06/21/2016.", ["06/21/2016 | DATE 2016-06-21"]),
    ("It is dated 21/06/2016.", ["21/06/2016 | DATE 2016-06-21"]),
    ("It is dated 21.06.2016.", ["21.06.2016 | DATE 2016-06-21"]),
    ("The class of '89 met.", ["'89 | DATE 1989"]),
    ("It opened on Feb. 30, 2021.", []),
    ("It opened on Feb. 29, 2021.", []),
    ("It closed in nineteen ninety-four.", ["nineteen ninety-four | DATE 1994"]),
    ("Sales peaked in mid-1996.", ["mid-1996 | DATE 1996 MID"]),
    ("2003: The invasion", ["2003 | DATE 2003"]),
    ("Sales rose in H1 2022 and in 2021-H2.", ["H1 2022 | DATE 2022-H1", "2021-H2 | DATE 2021-H2"]),
    ("It is due in 2022-W47.", ["2022-W47 | DATE 2022-W47"]),
    ("It is due on 2022-W47-3.", ["2022-W47-3 | DATE 2022-11-23"]),
    ("It is due in 2022-W54.", []),
    ("An H1 antagonist and an H2 station.", []),
    ("They voted on the first Monday in May.", ["the first Monday in May | DATE 2022-05-02"]),
    ("They met on the last Friday of May 2019.", ["the last Friday of May 2019 | DATE 2019-05-31"]),
    ("They met on the fifth Friday of May 2023.", []),
    ("It opened in the first week of March 2020.", ["the first week of March 2020 | DATE 2020-03 START"]),
    ("It shut on the last day of February 2020.", ["the last day of February 2020 | DATE 2020-02-29"]),
    ("Fans wrote #WIN2020 on walls.", []),
    ("An eighteen-years-old pupil won.", []),
]
OLD = [
    ("The fleet sailed in 490 BC.", ["490 BC | DATE BC0490"]),
    ("The city fell in AD 70.", ["AD 70 | DATE 0070"]),
    ("The city fell in 70 AD.", ["70 AD | DATE 0070"]),
    ("The revolt (499-493 BC) failed.", ["499 | DATE BC0499", "493 BC | DATE BC0493"]),
    ("It lasted from 264 to 241 BC.", ["264 | DATE BC0264", "241 BC | DATE BC0241"]),
    ("He ruled AD 14-37.", ["AD 14 | DATE 0014", "37 | DATE 0037"]),
    ("It was built ca. 466 BC or c. 460 BC.", ["ca. 466 BC | DATE BC0466 APPROX", "c. 460 BC | DATE BC0460 APPROX"]),
    ("It rose throughout the 470s BC.", ["the 470s BC | DATE BC047"]),
    ("They fought in June 479 BC.", ["June 479 BC | DATE BC0479-06"]),
    ("Jazz spread in the 1920s.", ["the 1920s | DATE 192"]),
    ("Disco died in the '80s.", ["the '80s | DATE 198"]),
    ("Rents rose in the late nineties.", ["the late nineties | DATE 199 END"]),
    ("Mills rose in the 19th century.", ["the 19th century | DATE 18"]),
    ("Mills rose in the early twentieth century.", ["the early twentieth century | DATE 19 START"]),
]
UNITS = [
    ("Prices fell last month.", ["last month | DATE 2022-10"]),
    ("Prices fell this week.", ["this week | DATE 2022-W47"]),
    ("Prices will fall next year.", ["next year | DATE 2023"]),
    ("Prices fell earlier this year.", ["earlier this year | DATE 2022 START"]),
    ("Prices fell earlier in the month.", ["earlier in the month | DATE 2022-11 START"]),
    ("Prices fell at the end of October.", ["the end of October | DATE 2022-10 END"]),
    ("She left two years ago.", ["two years ago | DATE 2020"]),
    ("She left three days ago.", ["three days ago | DATE 2022-11-21"]),
    (
        "In 2001 it sank. By the end of the month all will know.",
        ["2001 | DATE 2001", "the end of the month | DATE 2022-11 END"],
    ),
    ("She left a decade ago.", ["a decade ago | DATE 2012"]),
    ("She left several years ago.", ["several years ago | DATE PAST_REF"]),
    (
        "He died on May 4, 2010, and she left a week later.",
        ["May 4, 2010 | DATE 2010-05-04", "a week later | DATE 2010-05-11"],
    ),
    ("He left in 2010 and died the following year.", ["2010 | DATE 2010", "the following year | DATE 2011"]),
    ("He left on May 4, 2010. She left that day.", ["May 4, 2010 | DATE 2010-05-04", "that day | DATE 2010-05-04"]),
    ("He left in June last year.", ["June last year | DATE 2021-06"]),
    ("He left in 2010. In May of that year he fell.", ["2010 | DATE 2010", "May of that year | DATE 2010-05"]),
    ("The talks begin in the week of March 6.", ["the week of March 6 | DATE 2023-W10"]),
]
DAYS = [
    ("The court sat from Monday to Wednesday.", ["Monday | DATE 2022-11-21", "Wednesday | DATE 2022-11-23"]),
    ("The court sits today.", ["today | DATE 2022-11-24"]),
    ("The court sat yesterday.", ["yesterday | DATE 2022-11-23"]),
    ("The court sits tomorrow.", ["tomorrow | DATE 2022-11-25"]),
    ("The court sat the day before yesterday.", ["the day before yesterday | DATE 2022-11-22"]),
    ("The court sits next Monday.", ["next Monday | DATE 2022-11-28"]),
    ("The court sat last Thursday.", ["last Thursday | DATE 2022-11-17"]),
    ("The court sat on Monday of last week.", ["Monday of last week | DATE 2022-11-14"]),
    ("He left on May 4, 2010. She left that Friday.", ["May 4, 2010 | DATE 2010-05-04", "Friday | DATE 2022-11-18"]),
    (
        "He left on May 4, 2010. On that Friday she left.",
        ["May 4, 2010 | DATE 2010-05-04", "that Friday | DATE 2010-05-07"],
    ),
    ("Guests came before dawn on Tuesday.", ["Tuesday | DATE 2022-11-22"]),
    ("Guests came on Halloween.", ["Halloween | DATE 2022-10-31"]),
    ("Guests will come on Halloween.", ["Halloween | DATE 2023-10-31"]),
    ("Shops will be full on Black Friday.", ["Black Friday | DATE 2022-11-25"]),
    ("Guests came for Easter 2019.", ["Easter 2019 | DATE 2019-04-21"]),
    ("The rally runs May 9-11, 2021.", ["May 9 | DATE 2021-05-09", "11, 2021 | DATE 2021-05-11"]),
    (
        "The regatta ran from July 13 to 19 of last year.",
        ["July 13 | DATE 2021-07-13", "19 of last year | DATE 2021-07-19"],
    ),
    ("The rally ran from 9 to 11 May 2021.", ["9 | DATE 2021-05-09", "11 May 2021 | DATE 2021-05-11"]),
]
QUARTERS = [
    ("Profit fell in the third quarter.", ["the third quarter | DATE 2022-Q3"]),
    ("Profit fell in the third quarter of 1998.", ["the third quarter of 1998 | DATE 1998-Q3"]),
    ("Profit fell in the September quarter.", ["the September quarter | DATE 2022-Q3"]),
    ("Profit fell in Q2 2019.", ["Q2 2019 | DATE 2019-Q2"]),
    ("Profit fell in the first half of 2019.", ["the first half of 2019 | DATE 2019-H1"]),
    ("Profit fell in the latter half of 2019.", ["the latter half of 2019 | DATE 2019-H2"]),
    ("Profit fell in fiscal 2019.", ["fiscal 2019 | DATE 2019"]),
    (
        "Third-quarter profit fell to $2 from $3 a year earlier.",
        ["Third-quarter | DATE 2022-Q3", "a year earlier | DATE 2021-Q3"],
    ),
    ("The first year was hard.", []),
]
SEASONS = [
    ("Frogs sang in the spring of 2015.", ["the spring of 2015 | DATE 2015-SP"]),
    ("Frogs sang in the summer of '69.", ["the summer of '69 | DATE 1969-SU"]),
    ("Frogs sang last autumn.", ["last autumn | DATE 2021-FA"]),
    ("Frogs sang last winter.", ["last winter | DATE 2021-WI"]),
    ("Frogs sang last summer.", ["last summer | DATE 2022-SU"]),
    ("Frogs sang in early autumn 2015.", ["early autumn 2015 | DATE 2015-FA START"]),
    ("The fall of the wall was near.", []),
]
TIMES = [
    ("They met at 5:30 p.m. on Tuesday.", ["5:30 p.m. on Tuesday | TIME 2022-11-22T17:30"]),
    ("They met at 9 a.m. EST Monday.", ["9 a.m. EST Monday | TIME 2022-11-21T09:00"]),
    ("They met on Friday night.", ["Friday night | TIME 2022-11-18TNI"]),
    ("They met very early yesterday morning, it seems.", ["early yesterday morning | TIME 2022-11-23TMO START"]),
    ("They met early Friday morning.", ["early Friday morning | TIME 2022-11-18TMO START"]),
    ("They met this morning.", ["this morning | TIME 2022-11-24TMO"]),
    ("They met last night.", ["last night | TIME 2022-11-23TNI"]),
    ("They met on the morning of May 4, 2010.", ["the morning of May 4, 2010 | TIME 2010-05-04TMO"]),
    (
        "They met in the early morning hours of May 4, 2010.",
        ["the early morning hours of May 4, 2010 | TIME 2010-05-04TMO START"],
    ),
    (
        "On May 4, 2010, he left. The next morning she left.",
        ["May 4, 2010 | DATE 2010-05-04", "The next morning | TIME 2010-05-05TMO"],
    ),
    ("They met in the early hours of Tuesday.", ["the early hours of Tuesday | TIME 2022-11-22TMO START"]),
    ("They met at 5 p.m. local time Tuesday.", ["5 p.m. local time Tuesday | TIME 2022-11-22T17:00"]),
    ("They met at four in the afternoon.", ["four in the afternoon | TIME 2022-11-24T16:00"]),
    ("They met the night before last.", ["the night before last | TIME 2022-11-22TNI"]),
    ("They met at noon.", ["noon | TIME 2022-11-24T12:00"]),
    ("They met at 9:30.", ["9:30 | TIME 2022-11-24T09:30"]),
    ("They met on Nov. 3, 2020, 5:42 PM EST.", ["Nov. 3, 2020, 5:42 PM EST | TIME 2020-11-03T17:42"]),
    ("They met at 2.30 pm.", ["2.30 pm | TIME 2022-11-24T14:30"]),
    ("They met at 14:05 GMT.", ["14:05 GMT | TIME 2022-11-24T14:05"]),
]
LENGTHS = [
    ("It took five years.", ["five years | DURATION P5Y"]),
    ("It took two and a half hours.", ["two and a half hours | DURATION PT2H30M"]),
    ("It took 2 1/2 years.", ["2 1/2 years | DURATION P2Y6M"]),
    ("It took half an hour.", ["half an hour | DURATION PT30M"]),
    ("It took a few weeks.", ["a few weeks | DURATION PXW"]),
    ("It took more than 20 minutes.", ["more than 20 minutes | DURATION PT20M MORE_THAN"]),
    ("The 10-day trial ended.", ["10-day | DURATION P10D"]),
    ("They held a two day rally and a five-hour talk.", ["two day | DURATION P2D", "five-hour | DURATION PT5H"]),
    ("It ran over a three-year period.", ["a three-year period | DURATION P3Y"]),
    ("It grew over several years.", ["several years | DURATION PXY"]),
    ("He waited for over three years.", ["over three years | DURATION P3Y MORE_THAN"]),
    ("It lasted over an hour.", ["over an hour | DURATION PT1H MORE_THAN"]),
    ("It has rained for the past three months.", ["the past three months | DURATION P3M"]),
    ("It took two decades.", ["two decades | DURATION P20Y"]),
    ("It took months.", ["months | DURATION PXM"]),
]
SETS = [
    ("It rains every day.", ["every day | SET P1D"]),
    ("It rains twice a week.", ["a week | SET P1W"]),
    ("It meets every Friday.", ["every Friday | SET XXXX-WXX-5"]),
    ("It meets on Sundays.", ["Sundays | SET XXXX-WXX-7"]),
    ("It is published daily.", ["daily | SET P1D"]),
]
REFERENCES = [
    ("It is closed now.", ["now | DATE PRESENT_REF"]),
    ("It was recently closed.", ["recently | DATE PAST_REF"]),
    ("It will close soon.", ["soon | DATE FUTURE_REF"]),
]
FOREIGN = [
    ("The decree of 23 novembre 2021 was upheld.", ["23 novembre 2021 | DATE 2021-11-23"]),
    ("The poster said 3. März 2019.", ["3. März 2019 | DATE 2019-03-03"]),
    ("The stamp reads 4 de julio de 2018.", ["4 de julio de 2018 | DATE 2018-07-04"]),
    ("The letter of 24 лютого 2022 is kept.", ["24 лютого 2022 | DATE 2022-02-24"]),
    ("The issue of août 2018 is sold out.", ["août 2018 | DATE 2018-08"]),
    ("The decree of 31 février 2021 is a hoax.", []),
    ("The Mars 2020 rover landed.", ["2020 | DATE 2020"]),
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*ABSOLUTE, *OLD, *UNITS, *DAYS, *QUARTERS, *SEASONS, *TIMES, *LENGTHS, *SETS, *REFERENCES, *FOREIGN],
)
def test_an_expression_is_found_with_its_value(sentence: str, expected: list[str]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The former king slept at night.", ["former | DATE PAST_REF", "night | TIME XXXX-XX-XXTNI"]),
        ("He soon left. Today it is a museum.", ["Today | DATE PRESENT_REF"]),
        ("In May 1940 he left. Two years later he died.", ["May 1940 | DATE 1940-05", "Two years later | DATE 1942"]),
        ("On 4 May 1940 he left. On Monday he died.", ["4 May 1940 | DATE 1940-05-04", "Monday | DATE 1940-05-06"]),
        ("In the spring he left.", ["the spring | DATE 2022-SP"]),
    ],
)
def test_a_narrative_counts_from_what_it_told_last(text: str, expected: list[str]) -> None:
    assert [shown(timex) for timex in find_timexes(text, PUBLISHED, mode="narrative")] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The former mayor and a future mayor met.",
        "We may march on the town.",
        "The march on the capital drew crowds.",
        "April Jones and June Carter sang.",
        "The sun sat low over the august hall.",
        "It holds 1,990 people.",
        "About 2,000 came, or 1 in 5.",
        "Nearly 2000 people came.",
        "The house at 1600 Pennsylvania Avenue is white.",
        "It costs $1990.",
        "The home side won 3:2 after leading 12.5 to 9.",
        "Flight 1872 landed.",
        "She is 12 years old.",
        "The 12-year-old sang.",
        "Chapter 3.4.12 of version 1.2.22 applies.",
        "A second look was worth it.",
        "In the first place, hold the line.",
        "A quarter of the town and three quarters of the port burned.",
        "He watches 60 Minutes and reads USA Today, then sees High Noon.",
        "The Sun is a star.",
        "She won in 2:05:48, ahead of 2:06.",
        "A statue from Easter Island was sold.",
        "It was the year of the ox.",
        "The Sunday Times said so.",
        "They led in the third quarter of the game.",
        "The shares fall and spring back.",
    ],
)
def test_words_that_only_look_like_dates_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []


def test_without_a_publication_date_only_what_stands_by_itself_has_days() -> None:
    text = "On Thursday morning they met. In May 2010 they had met. In September they hope to. Today they wait."
    assert found(text, None) == [
        "Thursday morning | TIME XXXX-WXX-4TMO",
        "May 2010 | DATE 2010-05",
        "September | DATE XXXX-09",
        "Today | DATE PRESENT_REF",
    ]


@pytest.mark.parametrize(
    ("sentence", "first", "last", "granularity"),
    [
        ("It was May 4, 2010.", date(2010, 5, 4), date(2010, 5, 4), "day"),
        ("It was in February 2012.", date(2012, 2, 1), date(2012, 2, 29), "month"),
        ("It was in the third quarter of 2012.", date(2012, 7, 1), date(2012, 9, 30), "quarter"),
        ("It was in the winter of 2012.", date(2012, 12, 1), date(2013, 2, 28), "season"),
        ("It was in 2012.", date(2012, 1, 1), date(2012, 12, 31), "year"),
        ("It was in the 1920s.", date(1920, 1, 1), date(1929, 12, 31), "decade"),
        ("It was last week.", date(2022, 11, 14), date(2022, 11, 20), "week"),
        ("It was this weekend.", date(2022, 11, 26), date(2022, 11, 27), "week"),
        ("It was last night.", date(2022, 11, 23), date(2022, 11, 23), "part_of_day"),
        ("It was 5 p.m. on May 4, 2010.", date(2010, 5, 4), date(2010, 5, 4), "minute"),
        ("It was in the 19th century.", date(1800, 1, 1), date(1899, 12, 31), None),
        ("It was in 490 BC.", None, None, None),
        ("It is over now.", None, None, None),
    ],
)
def test_the_days_that_a_value_covers(
    sentence: str, first: date | None, last: date | None, granularity: str | None
) -> None:
    (timex,) = find_timexes(sentence, PUBLISHED)
    assert (timex.first, timex.last, timex.granularity) == (first, last, granularity)


@pytest.mark.parametrize(
    ("published", "value"),
    [(date(2022, 1, 20), "2020-WI"), (date(2022, 3, 20), "2021-WI"), (date(2022, 12, 20), "2021-WI")],
)
def test_last_winter_is_the_last_that_is_over(published: date, value: str) -> None:
    assert [timex.value for timex in find_timexes("It snowed last winter.", published)] == [value]


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("He left on Monday and came on May 4, 2010.", ["2022-11-24", None]),
        ("He left on May 4, 2010, and died the next day.", [None, "2010-05-04"]),
        (
            "He left on May 4, 2010. A week later, in August of that year, he died.",
            [None, "2010-05-04", "2010-05-11"],
        ),
        ("He left on May 4, 2010. That night it rained, as last night.", [None, "2010-05-04", "2022-11-24"]),
    ],
)
def test_the_anchor_is_the_date_that_decided(text: str, anchors: list[str | None]) -> None:
    assert [timex.anchor for timex in find_timexes(text, PUBLISHED)] == anchors


def test_the_anchor_of_a_narrative_is_what_it_told_last() -> None:
    text = "On May 4, 2010, he left. In August he fell. On Monday he died."
    assert [timex.anchor for timex in find_timexes(text, PUBLISHED, mode="narrative")] == [
        None,
        "2010-05-04",
        "2010-08-01",
    ]
