"""The words and signs that numbers are made of."""

from __future__ import annotations

_ONES = """zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|
    seventeen|eighteen|nineteen"""
UNITS = {word.strip(): float(value) for value, word in enumerate(_ONES.split("|"))} | {"nought": 0.0, "naught": 0.0}
_TIES = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
TENS = {word: 10.0 * value for value, word in enumerate(_TIES.split("|"), start=2)} | {"fourty": 40.0, "ninty": 90.0}
SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
    "trillion": 1e12,
}  # fmt: skip
PLURALS = {
    "tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
"""Vague plurals and the least number that each says: two of the unit."""

GLYPHS = {"¼": 0.25, "⅛": 0.125, "⅙": 1 / 6, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
"""The parts of a whole by how many of them it has."""

SPACE = r"[^\S\n\r]"


def alternatives(words: dict[str, float] | dict[str, int]) -> str:
    """The words as one choice of a pattern, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
