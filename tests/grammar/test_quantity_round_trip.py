"""A number printed in any usual form is read back as itself, hedged, in a range, or bare.

The printers here share nothing with the grammar: words are spelled by a speller of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.grammar.quantity import Quantity, read_quantities
from tests.thorough import SLOW

EXAMPLES = 5000 if SLOW else 120

_UNITS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_GROUPS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


@dataclass(frozen=True, slots=True)
class Speller:
    """Spells whole numbers: ``joint`` inside "twenty-five", ``link`` behind a hundred."""

    joint: str
    link: str

    def spell(self, number: int) -> str:
        """The number's name, up to a thousand trillions."""
        words = []
        for size, name in _GROUPS:
            if number >= size:
                words.append(f"{self._below_thousand(number // size)} {name}")
                number %= size
        if number or not words:
            rest = self._below_thousand(number)
            words.append(f"{self.link} {rest}".strip() if words and number < 100 else rest)
        return " ".join(words)

    def _below_thousand(self, number: int) -> str:
        if number < 100:
            return self._below_hundred(number)
        hundreds, rest = f"{_UNITS[number // 100]} hundred", number % 100
        return f"{hundreds} {self.link} {self._below_hundred(rest)}".replace("  ", " ") if rest else hundreds

    def _below_hundred(self, number: int) -> str:
        if number < 20:
            return _UNITS[number]
        tens = _TENS[number // 10 - 2]
        return f"{tens}{self.joint}{_UNITS[number % 10]}" if number % 10 else tens


BRITISH, AMERICAN, LOOSE = Speller("-", "and"), Speller("-", ""), Speller(" ", "and")


def _grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def _indian(number: int) -> str:
    """12,34,567: the last three digits, then pairs."""
    digits, last = str(number)[:-3], str(number)[-3:]
    pairs = [digits[max(0, end - 2) : end] for end in range(len(digits), 0, -2)][::-1]
    return ",".join([*pairs, last])


Printer = Callable[[int], str]

WHOLE: dict[str, Printer] = {
    "digits": lambda n: str(n) if n < 1000 or n > 9999 else "",  # four bare digits may be a year
    "commas": lambda n: f"{n:,}" if n < 10**14 else "",
    "spaces that do not break": lambda n: _grouped(n, "\u00a0"),
    "narrow spaces": lambda n: _grouped(n, "\u202f"),
    "thin spaces": lambda n: _grouped(n, "\u2009"),
    "spaces": lambda n: _grouped(n, " ") if n >= 10**6 else "",
    "Indian groups": _indian,
    "British words": BRITISH.spell,
    "American words": AMERICAN.spell,
    "words without hyphen": LOOSE.spell,
    "words in capitals": lambda n: BRITISH.spell(n).upper(),
    "title case": lambda n: BRITISH.spell(n).title(),
}
"""Every form of a whole number; an empty string where the form does not say which number it is."""

NAMED = {
    "million": 10**6, "billion": 10**9, "trillion": 10**12, "thousand": 10**3, "lakh": 10**5, "crore": 10**7,
    "hundred": 100, "hundred thousand": 10**5, "hundred million": 10**8, "dozen": 12,
}  # fmt: skip
GLUED = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "mln": 10**6, " mln": 10**6, "million": 10**6,
    "-million": 10**6, "b": 10**9, "bn": 10**9, " bn": 10**9, "bln": 10**9, "billion": 10**9, "tn": 10**12,
}  # fmt: skip
numbers = st.one_of(
    st.integers(2, 20),
    st.integers(2, 1400),
    st.integers(2, 10**5),
    st.integers(0, 10**7),
    st.integers(0, 10**11),
    st.builds(lambda n, zeros: n * 10**zeros, st.integers(1, 999), st.integers(0, 8)),
)
tenths = st.integers(1, 9999).map(lambda n: Fraction(n, 10))
every_example = settings(max_examples=EXAMPLES, deadline=None)


def _only(text: str) -> Quantity:
    """The one quantity of the text."""
    found = read_quantities(text)
    assert len(found) == 1, (text, found)
    return found[0]


def _assert_says(written: str, value: float | Fraction, text: str = "They counted {} boats.") -> None:
    """That the text holds one quantity, which is the number as written and equals the value."""
    text = text.format(written)
    found = _only(text)
    assert text[found.start : found.end] == written
    assert found.low == found.high == pytest.approx(float(value))
    assert found.comparator == "="


@pytest.mark.parametrize("printer", WHOLE.values(), ids=WHOLE)
def test_a_whole_number_is_read_back_from_every_form_of_it(printer: Printer) -> None:
    @given(numbers)
    @every_example
    def read_back(number: int) -> None:
        written = printer(number)
        if written:
            _assert_says(written, number)

    read_back()


@pytest.mark.parametrize("decimals", [1, 2, 3])
@given(number=st.integers(0, 10**12))
@every_example
def test_a_decimal_number_is_read_back_to_its_last_digit(decimals: int, number: int) -> None:
    value = Fraction(number, 10**decimals)
    _assert_says(f"{number // 10**decimals:,}.{number % 10**decimals:0{decimals}}", value)


@pytest.mark.parametrize(("name", "size"), NAMED.items())
@given(number=st.integers(2, 999), tenth=tenths)
@every_example
def test_a_scale_in_words_multiplies(name: str, size: int, number: int, tenth: Fraction) -> None:
    _assert_says(f"{number} {name}", number * size)
    _assert_says(f"{float(tenth):,} {name}", tenth * size)


@pytest.mark.parametrize(("letters", "size"), GLUED.items())
@given(number=st.integers(2, 999), tenth=tenths)
@every_example
def test_a_scale_behind_the_digits_multiplies(letters: str, size: int, number: int, tenth: Fraction) -> None:
    _assert_says(f"{number}{letters}", number * size)
    _assert_says(f"{float(tenth):,}{letters}", tenth * size)


@pytest.mark.parametrize(("name", "size"), [(name, size) for name, size in NAMED.items() if name != "dozen"])
@given(number=st.integers(2, 19))
@every_example
def test_halves_and_articles_in_words(name: str, size: int, number: int) -> None:
    if " " not in name:
        _assert_says(f"half a {name}", Fraction(size, 2))
        _assert_says(f"{_UNITS[number]} and a half {name}", Fraction(2 * number + 1, 2) * size)
    _assert_says(f"a {name}", size)
    _assert_says(f"{_UNITS[number]} {name}", number * size)


FRACTION_NAMES = {
    3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth",
    12: "twelfth", 20: "twentieth", 100: "hundredth",
}  # fmt: skip


@pytest.mark.parametrize("bottom", FRACTION_NAMES)
def test_a_fraction_in_words_is_a_part(bottom: int) -> None:
    name = FRACTION_NAMES[bottom]
    for top in range(2, min(bottom, 20)):
        if bottom != 4 or top == 3:
            _assert_says(f"{_UNITS[top]}-{name}s", Fraction(top, bottom), "They sold {} of the boats.")
            _assert_says(f"{_UNITS[top]} {name}s", Fraction(top, bottom), "They sold {} of the boats.")
    _assert_says(f"one-{name}", Fraction(1, bottom), "They sold {} of the boats.")


@pytest.mark.parametrize("whole", [10, 100])
@pytest.mark.parametrize("form", ["{top} in {whole}", "{top} in every {whole}", "{top} out of {whole}"])
def test_some_in_ten_is_a_part(form: str, whole: int) -> None:
    for top in range(1, 10):
        for written in (str(top), _UNITS[top]):
            _assert_says(form.format(top=written, whole=whole), Fraction(top, whole), "They say {} boats leak.")


def test_a_fraction_in_digits_is_a_part() -> None:
    for bottom in (2, 3, 4, 5, 8, 16):
        for top in range(1, bottom):
            _assert_says(f"{top}/{bottom}", Fraction(top, bottom), "They sold {} of the boats.")
            _assert_says(f"2 {top}/{bottom}", 2 + Fraction(top, bottom), "They lasted {} hours.")
    for glyph, part in {"¼": Fraction(1, 4), "½": Fraction(1, 2), "¾": Fraction(3, 4)}.items():
        _assert_says(f"2{glyph}", 2 + part, "They lasted {} hours.")


def _words_or_digits(number: int) -> Iterator[str]:
    yield f"{number:,}"
    yield BRITISH.spell(number)


@given(number=st.integers(0, 100), tenth=st.integers(0, 999).map(lambda n: n / 10))
@every_example
def test_a_percentage_is_the_number_before_its_sign(number: int, tenth: float) -> None:
    for sign in ("%", " percent", " per cent"):
        for written, value in [(str(number), float(number)), (str(tenth), tenth)]:
            found = _only(f"They sold {written}{sign} of the boats.")
            assert (found.low, found.high, found.comparator) == (value, value, "=")
    found = _only(f"They sold {BRITISH.spell(number)} percent of the boats.")
    assert (found.low, found.high) == (number, number)


MONEY = ("${}", "£{}", "€{}", "US${}", "{} dollars", "{} euros", "{} Swedish kronor", "${} million", "€{}bn", "£{}m")


@pytest.mark.parametrize("form", MONEY)
@given(number=st.integers(1, 999), tenth=tenths)
@every_example
def test_money_is_the_number_beside_its_currency(form: str, number: int, tenth: Fraction) -> None:
    size = 10**6 if form.endswith(("million", "m")) else 10**9 if form.endswith("bn") else 1
    for value in (Fraction(number), tenth):
        found = _only(f"They paid {form.format(f'{float(value):g}')} for the boats.")
        assert found.low == found.high == pytest.approx(float(value * size))
        assert found.comparator == "="
