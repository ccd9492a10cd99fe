"""What an article's own words say of its day."""

from datetime import date

import pytest

from factcheck.ingest.own_words import OwnWords, day_among, in_text, own_words
from factcheck.ingest.sections import cut


def _inferred(text: str) -> date | None:
    found = next(in_text(text, cut(text)), None)
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
        ("The leaders of 2022 lined up on Wednesday, November 23.", date(2022, 11, 23)),
        ("The leaders of 2023 lined up on Wednesday, November 23.", None),
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


def _words(text: str) -> OwnWords:
    return own_words(text, cut(text))


# 23 November 2022 was a Wednesday
WEDNESDAY, THURSDAY = date(2022, 11, 23), date(2022, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said today, Wednesday, that the shelf was safe.",
        "The findings were published today (Nov. 23) in a journal of the town.",
        "The shelf fell on Wednesday (today) in the reading room of the town.",
        "The shelf fell yesterday (Tuesday) in the reading room of the town.",
        "The shelf fell yesterday, November 22, in the reading room of the town.",
        "The hearing goes on tomorrow (Thursday), the court of the town said.",
    ],
)
def test_today_with_its_name_decides_between_all_possible_days(text: str) -> None:
    assert day_among(_words(text), THURSDAY, {THURSDAY}, {WEDNESDAY, THURSDAY}) == WEDNESDAY
    assert day_among(_words(text), WEDNESDAY, {THURSDAY, WEDNESDAY}, {WEDNESDAY, THURSDAY}) == WEDNESDAY


def test_what_is_past_was_not_published_the_day_before() -> None:
    told = _words("Markets fell in early trading Thursday, after they had risen on Monday.")
    assert day_among(told, WEDNESDAY, {WEDNESDAY, THURSDAY}, {WEDNESDAY, THURSDAY}) == THURSDAY
    assert day_among(told, THURSDAY, {WEDNESDAY, THURSDAY}, {WEDNESDAY, THURSDAY}) == THURSDAY


@pytest.mark.parametrize(
    "text",
    [
        "Markets will close early on Thursday.",
        "Markets fell in early trading on Wednesday.",
        "Markets fell. " + "The town has a square with trees. " * 30 + "They had fallen on Thursday, too.",
        "",
    ],
)
def test_what_is_ahead_or_far_down_moves_no_day(text: str) -> None:
    assert day_among(_words(text), WEDNESDAY, {WEDNESDAY, THURSDAY}, {WEDNESDAY, THURSDAY}) == WEDNESDAY


def test_a_speaker_has_a_today_of_his_own() -> None:
    assert _words("“It is over today, Wednesday,” she said.").now == ()
    assert _words("“It is over,” she said today, Wednesday.").now == ((2, 0),)


def test_a_weekday_with_its_date_tells_the_year() -> None:
    told = _words("The shelf fell on Wednesday, November 23, and was put up again on Friday 25 November.")
    assert told.fits_calendar_of(date(2022, 11, 26))
    assert told.fits_calendar_of(date(2016, 12, 1))
    assert not told.fits_calendar_of(date(2021, 11, 26))
    assert _words("The shelf fell.").fits_calendar_of(date(2021, 11, 26))


def test_long_texts_take_time_in_proportion() -> None:
    told = _words("today (" * 20_000 + "Wednesday, " * 20_000 + "\u201ctoday, " * 5_000)
    assert told.pairs == ()
