"""What a number is of: its kind, its unit and currency, and what its rounding leaves open."""

from __future__ import annotations

import pytest

from factcheck.grammar.quantity import find_quantities, read_quantities
from factcheck.grammar.quantity.model import KINDS, UNCOUNTED, Kind
from factcheck.grammar.quantity.rounding import rounded

OF_A_KIND: list[tuple[str, float, Kind, str | None]] = [
    # money
    ("It cost $75 million.", 75e6, "money", "dollar"),
    ("It cost US$75m.", 75e6, "money", "US dollar"),
    ("It cost 420 million Finnish markka.", 420e6, "money", "Finnish markka"),
    ("It cost 25 Swiss francs.", 25, "money", "Swiss franc"),
    ("It cost EUR 30.", 30, "money", "euro"),
    ("It cost 115.5USD.", 115.5, "money", "US dollar"),
    ("It cost 120 MEUR.", 120e6, "money", "euro"),
    ("It cost 75 USD million.", 75e6, "money", "US dollar"),
    ("It cost Rs 5 crore.", 5e7, "money", "rupee"),
    ("It cost 20 million pounds.", 20e6, "money", "pound"),
    ("It cost 3 dollars 50 cents.", 3.5, "money", "dollar"),
    ("It cost thirteen dollars and forty-five cents.", 13.45, "money", "dollar"),
    ("It cost 15 dollars and 50.", 15.5, "money", "dollar"),
    ("They want millions of dollars.", 2e6, "money", "dollar"),
    # measures
    ("She ran 188 miles an hour.", 188, "measure", "mile per hour"),
    ("It went at 30 km/h.", 30, "measure", "kilometre per hour"),
    ("A 3-inch nail broke.", 3, "measure", "inch"),
    ("He weighed 200lbs.", 200, "measure", "pound"),
    ("He is 6ft 2.", 6 + 2 / 12, "measure", "foot"),
    ("He is 5 feet and 3 inches.", 5.25, "measure", "foot"),
    ("He is 6'3\" tall.", 6.25, "measure", "foot"),
    ("He is 1.8m tall.", 1.8, "measure", "metre"),
    ("A field of 12 square miles burned.", 12, "measure", "square mile"),
    ("A room of 12 m² burned.", 12, "measure", "square metre"),
    ("It holds half a gallon.", 0.5, "measure", "gallon"),
    ("Turn it by 90 degrees.", 90, "measure", "degree"),
    # temperatures, shares, spans of time
    ("It was 40 deg celsius.", 40, "temperature", "degree Celsius"),
    ("It was 40°F.", 40, "temperature", "degree Fahrenheit"),
    ("It was -5 degrees.", -5, "temperature", "degree"),
    ("It fell by 12.5 per cent.", 12.5, "percent", "percent"),
    ("It fell by 5 percentage points.", 5, "percent", "percentage point"),
    ("Two-thirds stayed.", 2 / 3, "fraction", None),
    ("One out of ten stayed.", 0.1, "fraction", None),
    ("More than half stayed.", 0.5, "fraction", None),
    ("It rose sixfold.", 6, "multiple", None),
    ("A 10-fold rise came.", 10, "multiple", None),
    ("They met three years ago.", 3, "duration", "year"),
    # ages
    ("She is 29 years old.", 29, "age", "year"),
    ("A 90 day old bill lay there.", 90, "age", "day"),
    ("Ruiz, 53, sat down.", 53, "age", "year"),
    ("A man of age 87 sat down.", 87, "age", "year"),
    ("At six weeks of age it flies.", 6, "age", "week"),
    ("They are more than thirty years old.", 30, "age", "year"),
    ("We saw 12 gulls.", 12, "count", None),
]


@pytest.mark.parametrize(("text", "value", "kind", "unit"), OF_A_KIND)
def test_a_number_says_what_it_is_of(text: str, value: float, kind: Kind, unit: str | None) -> None:
    (found,) = read_quantities(text)
    assert (found.kind, found.unit) == (kind, unit)
    assert read_quantities(text, {kind}) == [found]
    assert found.low == pytest.approx(value)
    assert len(find_quantities(text)) == (kind not in UNCOUNTED)


def test_years_and_ordinals_are_found_only_where_they_are_asked_for() -> None:
    text = "In 2019 the second and the 22nd boat sank with 12 men on the twenty-first trip."
    assert [one.low for one in read_quantities(text)] == [12]
    asked: list[Kind] = ["ordinal"]
    assert [one.low for one in read_quantities(text, asked)] == [2, 22, 21]
    assert [one.low for one in read_quantities(text, ("year", "count"))] == [2019, 12]
    assert set(KINDS) >= {one.kind for one in read_quantities(text, KINDS)}


NUMBERS = [
    ("1e10", 1e10),
    ("12.5e-2", 0.125),
    ("1.3x10^6", 1.3e6),
    ("2.5^-1", 0.4),
    ("-1/4", -0.25),
    ("-.5", -0.5),
    ("2½ million", 2.5e6),
    ("5-1/2", 5.5),
    ("1.200.000", 1.2e6),
    ("1.200,50", 1200.5),
    ("1'200'000", 1.2e6),
    ("1 234 567", 1_234_567),
    ("13,5", 13.5),
    ("4 thousand 3 hundred and 21", 4321),
    ("4 . 8", 4.8),
    ("three dozens", 36),
    ("two hundred and three dozen", 236),
    ("three lakh crore", 3e12),
    ("two thousand million", 2e9),
    ("one hundred and three quarters", 100.75),
    ("two hundred and fifty-four hundredths", 200.54),
    ("one hundred thirty-fifths", 100 / 35),
    ("one hundred and thirty fifths", 26),
    ("twenty-three fifths", 4.6),
    ("three twenty-firsts", 3 / 21),
    ("two million and three fifths", 2.6e6),
    ("one billion and a quarter million", 1_000_250_000),
    ("two thirds of a million", 2e6 / 3),
    ("six point five million", 6.5e6),
    ("one over twenty", 0.05),
    ("not a single vote", 0),
    ("a hundred or so", 100),
    ("hundred thousand", 100_000),
]


@pytest.mark.parametrize(("written", "value"), NUMBERS)
def test_a_number_is_read_in_any_writing(written: str, value: float) -> None:
    (found,) = read_quantities(written)
    assert found.low == pytest.approx(value)
    assert found.high == pytest.approx(value)


BOUNDED: list[tuple[str, float | None, float | None]] = [
    ("larger than twenty and less or equal than thirty five", 20, 35),
    ("less than 30 but no less than 20", 20, 30),
    ("more than 20%, less than 30%", 20, 30),
    ("older than 20 and younger than 30", 20, 30),
    ("10 < x <= 20", 10, 20),
    ("between -10 and -5", -10, -5),
    ("from negative one to five", -1, 5),
    ("20 through 30", 20, 30),
    ("20~30", 20, 30),
    ("20 -- 30", 20, 30),
    ("$10 to $15 billion", 10e9, 15e9),
    ("20 to 30,000", 20_000, 30_000),
    ("between seven to 10", 7, 10),
    ("a 10- to 15-foot wall", 10, 15),
    ("between two hundred and three hundred", 200, 300),
    ("one quarter to one half", 0.25, 0.5),
    ("x >= 30", 30, None),
    ("x < -30", None, -30),
    ("at least about two million", 2e6, None),
    ("65 and over", 65, None),
    ("30 or equal to it", 30, 30),
    ("less than 5000 or equal", None, 5000),
    ("does not exceed 30", None, 30),
    ("no bigger than 30", None, 30),
    ("not below 30", 30, None),
    ("30 at most", None, 30),
    ("thirty-plus", 30, None),
]


@pytest.mark.parametrize(("text", "low", "high"), BOUNDED)
def test_bounds_are_read_as_words_and_signs_say_them(text: str, low: float | None, high: float | None) -> None:
    (found,) = read_quantities(text)
    assert (found.low, found.high) == (low, high)


APART = [
    ("Sales rose 12 percent to 158 million.", [12, 158e6]),
    ("It grew from 1.2 to 1.5 million.", [1.2e6, 1.5e6]),
    ("More than 40 and less than 10 are two.", [40, 10, 2]),
    ("It was 200 or greater than 190.", [200, 190]),
    ("From six months to 19 years.", [6, 19]),
    ("It was revised from 46 to 41.", [46, 41]),
    ("Rooms 22,24,26 and 31 are free.", [22, 24, 26, 31]),
]


@pytest.mark.parametrize(("text", "values"), APART)
def test_numbers_that_bound_no_range_are_apart(text: str, values: list[float]) -> None:
    found = [one.low if one.low is not None else one.high for one in read_quantities(text)]
    assert found == pytest.approx(values)


def test_some_of_others_is_a_part_but_a_count_to_extractors() -> None:
    text = "Two out of five crew were hurt."
    assert [one.low for one in read_quantities(text)] == [0.4]
    assert [one.low for one in find_quantities(text)] == [2, 5]


def test_a_scale_is_lent_to_the_number_before_a_range() -> None:
    first, second = read_quantities("It rose from 24.2 to 33-35 billion.")
    assert (first.low, first.high) == (24.2e9, 24.2e9)
    assert (second.low, second.high) == (33e9, 35e9)


NO_AMOUNT = [
    "See http://a.example/b?c=305&d=29 or www.example.org/2872/.",
    "He lives at 123 Cedar Road.",
    "Write to Ashford, PA 19001 soon.",
    "It had 2018 sales to match.",
    "They met on may 19, as told in dec . 12 , 2014 .",
    "It runs over 5G everywhere.",
    "In short 1 ) explains why.",
    "He left at the half, by the first half.",
]


@pytest.mark.parametrize("text", NO_AMOUNT)
def test_addresses_days_and_labels_are_no_amounts(text: str) -> None:
    assert read_quantities(text) == []


ROUNDED = [
    ("1.2 million", (1_150_000, 1_250_000)),
    ("12 million", (11_500_000, 12_500_000)),
    ("half a million", (450_000, 550_000)),
    ("twenty-five thousand", (24_500, 25_500)),
    ("about 40", (35, 45)),
    ("about 37.5", (37.45, 37.55)),
    ("nearly 300", (250, 300)),
    ("1,234", None),
    ("twelve", None),
    ("more than 1.2 million", None),
    ("20 to 30 million", None),
]


@pytest.mark.parametrize(("written", "interval"), ROUNDED)
def test_rounding_leaves_half_a_unit_of_the_last_digit(written: str, interval: tuple[float, float] | None) -> None:
    (found,) = read_quantities(written)
    assert rounded(written, found) == interval
