"""Digits set as German and French set them, read as what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.grammar.quantity import quantity_record
from factcheck.grammar.quantity.locales import Locale, in_english_digits

CASES: list[tuple[Locale, str, float]] = [
    ("de", "1.200.000", 1_200_000),
    ("de", "1.200", 1_200),
    ("de", "1.200,5", 1_200.5),
    ("de", "13,5", 13.5),
    ("de", "0,125", 0.125),
    ("de", "40\u00a0000", 40_000),
    ("fr", "1 200 000,5", 1_200_000.5),
    ("fr", "1 200", 1_200),
    ("fr", "40\u202f000", 40_000),
    ("fr", "13,5", 13.5),
    ("en", "1,200.5", 1_200.5),
    ("en", "1.2", 1.2),
]


@pytest.mark.parametrize(("locale", "digits", "value"), CASES)
@pytest.mark.parametrize("behind", [" boats came.", " boats, 7 carts.", ".", ", they say.", "%"])
def test_digits_are_read_as_their_locale_sets_them(locale: Locale, digits: str, value: float, behind: str) -> None:
    text = f"We saw {digits}{behind}"
    first = quantity_record({"id": 1, "text": text}, locale=locale)["quantities"][0]
    assert (first["quote"], first["low"], first["high"]) == (digits, value, value)


@pytest.mark.parametrize("locale", ["de", "fr"])
@pytest.mark.parametrize(
    "text",
    ["On 23.11.2022 at 19.30.", "Rooms 3,4,5.", "From 192.168.1.1 on.", "It has 1,200,000.", "In 2019, they left."],
)
def test_what_is_no_such_number_stays_as_it_is(locale: Locale, text: str) -> None:
    assert in_english_digits(text, locale) == text


def test_a_year_before_a_number_is_no_part_of_it() -> None:
    assert in_english_digits("In 2019 200 boats came.", "fr") == "In 2019 200 boats came."


def test_a_rounded_number_is_as_rounded_in_any_locale() -> None:
    (said,) = quantity_record({"id": 1, "text": "About 1,2 million came."}, locale="de")["quantities"]
    assert said["rounded"] == [1_150_000, 1_250_000]
    (said,) = quantity_record({"id": 1, "text": "Nearly 40.000 came."}, locale="de")["quantities"]
    assert said["rounded"] == [35_000, 40_000]


@given(text=st.text("0123456789., /:a\u00a0\u202f-"), locale=st.sampled_from(["de", "fr"]))
def test_only_separators_change_and_each_keeps_its_place(text: str, locale: Locale) -> None:
    read = in_english_digits(text, locale)
    assert len(read) == len(text)
    assert all(new == old or (old in ".,\u00a0\u202f " and new in ".,") for old, new in zip(text, read, strict=True))


@given(value=st.integers(0, 10**12 - 1), part=st.integers(0, 99), locale=st.sampled_from(["de", "fr"]))
def test_every_number_set_in_a_locale_is_read_back(value: int, part: int, locale: Locale) -> None:
    english = f"{value:,}.{part:02}"
    set_so = english.translate(str.maketrans(",.", ".," if locale == "de" else "\u202f,"))
    assert in_english_digits(f"x {set_so} y", locale) == f"x {english} y"
