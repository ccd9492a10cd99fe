"""Numbers in digits: every separator, decimals, powers, and the scale words or letters behind them."""

from __future__ import annotations

import re

from factcheck.grammar.quantity.model import Kind, Numeral
from factcheck.grammar.quantity.numerals import GLYPHS, SCALES, SPACE, alternatives

_LETTER_SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12,
    "trn": 1e12, "tln": 1e12,
}  # fmt: skip

_BEFORE_A_UNIT = rf"{SPACE}?(?:million|billion|%|€|per{SPACE}?cent|km|kg|mm|cm)"
_DIGITS = re.compile(
    rf"""
    (?P<number>
        \d{{1,3}}(?:,\d{{3}}){{5}}[\d,]*                # longer than any count
      | \d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d+)?(?!,*\d)    # 1,200,000
      | \d{{1,3}}(?:\.\d{{3}}){{1,4}},\d{{1,2}}(?!,?\d)   # 1.200,50, as the Continent sets it
      | \d{{1,3}}(?:\.\d{{3}}){{2}}(?!\.*\d)              # 1.200.000; four such groups are an address
      | \d{{1,3}}(?:[\u00a0\u2009\u202f]\d{{3}}){{1,5}}(?:[.,]\d{{1,2}})?(?!\d)  # 40 000, with fixed spaces
      | \d{{1,3}}(?:{SPACE}\d{{3}}){{2,5}}(?:[.,]\d{{1,2}})?(?!\d)  # 1 234 567
      | \d{{1,3}}(?:{SPACE}000){{1,5}}(?!\d)              # 3 000
      | \d{{1,2}}(?:,\d\d){{1,6}},\d{{3}}(?:\.\d+)?(?!\d)  # 12,34,567, as India sets it
      | \d{{1,3}}(?:['’]\d{{3}}){{1,5}}(?!\d)             # 1'200'000, as Switzerland sets it
      | \d{{1,3}}(?:[ ],[ ]\d{{3}}){{1,4}}(?![ ]?[,\d])   # 80 , 000, cut into words by a machine
      | \d{{1,3}}(?:,[ ]000){{1,4}}(?!\d)                # 80, 000
      | \d{{1,3}}[ ]\.[ ]\d{{1,4}}(?![ ]?\.?\d)          # 4 . 8, likewise cut
      | (?<!\d,)\d{{1,3}},\d{{1,2}}(?!,?\d)             # 13,5
      | \d+,\d{{1,2}}(?={_BEFORE_A_UNIT})               # 1300,5 km
      | \d+(?:\.\d+)?
    )
    (?P<glyph>{SPACE}?[¼½¾⅓⅔⅛⅙])?
    """,
    re.VERBOSE,
)
_SCALE_AFTER = re.compile(rf"(?:{SPACE}{{0,2}}|-)(?P<scale>{alternatives(SCALES)})s?(?![A-Za-z])", re.IGNORECASE)
_LETTERS_AFTER = re.compile(
    r"(?:[^\S\n](?=[bmt]ln|bn|mn|trn|(?-i:[kKM])(?=$|[,;:)]|[^\S\n](?!run\b|race\b|walk\b|street\b))))?"
    r"(?P<scale>mil|mln|mn|mm|bln|bn|tln|trn|tn|k|m|b)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
MILLIONS_OF = re.compile(rf"{SPACE}?M(?=(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|JPY|CAD|AUD|INR)\b)")
"""Millions of a currency, in the shorthand of annual reports: "120 MEUR"."""

_CODED_SCALE = re.compile(
    rf"{SPACE}(?:[A-Z]{{3}}){SPACE}(?P<scale>million|billion|trillion|thousand)\b(?!{SPACE}[A-Z]{{3}}\b)"
)
"""A currency's code between a number and its scale: "75 USD million"."""

_METRES = re.compile(
    rf"{SPACE}(?:race|final|sprint|high|long|wide|tall|deep|above|below|from|away|north|south|east|west|freestyle|butterfly|"
    r"breaststroke|backstroke|medley|hurdles|relay|dash|underwater|down|up|radius|square|ahead|behind|pool|tower|wave|waves)\b"
)
"""What follows a bare "m" that means metres; elsewhere in news copy it means million."""

_METRES_AND_PARTS = re.compile(rf"{SPACE}(?:tall|long|wide|deep|high)\b(?!-)")
"""What does so even where the number has decimals."""

_POWER = re.compile(
    r"(?:[eE](?P<ten>[+-]?\d{1,2})|[^\S\n]?[x×*][^\S\n]?10\^(?P<times>[+-]?\d{1,2})|\^(?P<sign>[+-]*)(?P<power>\d{1,3}))(?!\w)"
)
_OPENING = frozenset({"", "-", "−", "$", "£", "€", "("})
_MOST_DIGITS = 18
_LARGEST = 1e100


def digits_at(text: str, position: int, end: int) -> Numeral | None:
    """Read a number in digits that begins at the position, with the scale words or letters behind it."""
    match = _DIGITS.match(text, position, end)
    if match is None or len(match["number"]) > _MOST_DIGITS:
        return None
    value = plain(match["number"])
    if text[max(0, position - 1) : position] == "." and text[max(0, position - 2) : position - 1].strip() in _OPENING:
        if not match["number"].isdigit():
            return None
        position, value = position - 1, float("0." + match["number"])
    if match["glyph"]:
        value += GLYPHS[match["glyph"][-1]]
    power = _POWER.match(text, match.end(), end)
    if power is not None:
        raised = _raised(value, power)
        return None if raised is None else Numeral(position, power.end(), raised, digits=True)
    stop, scale = _scaled(text, match.end(), end, decimal="." in match["number"])
    said: Kind = "fraction" if match["glyph"] and scale == 1.0 and value < 1 else "count"
    return Numeral(position, stop, round(value * scale, 6), scale, digits=True, said=said)


def plain(digits: str) -> float:
    """The number that digits with separators say."""
    whole = re.sub(r"[\s'’]", "", digits)
    if re.fullmatch(r"\d+,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d+|\d{4,},\d{1,2}|\d{1,3}(?:\.\d{3}){2,}", whole):
        return float(whole.replace(".", "").replace(",", "."))
    return float(whole.replace(",", ""))


def _raised(value: float, power: re.Match[str]) -> float | None:
    """The number with its power, ``None`` where that is beyond all counting."""
    exponent = power["ten"] or power["times"]
    if exponent:
        raised = value * 10.0 ** int(exponent)
    else:
        negative = "-" in power["sign"] and power["sign"].count("-") % 2 == 1
        if not value or abs(value) > _LARGEST or int(power["power"]) * len(f"{value:.0f}") > len(f"{_LARGEST:.0f}"):
            return None
        raised = float(value ** (-int(power["power"]) if negative else int(power["power"])))
    return raised if raised <= _LARGEST else None


def _scaled(text: str, stop: int, end: int, *, decimal: bool) -> tuple[int, float]:
    """Where the scale behind a number ends, and what it multiplies by."""
    letters = _LETTERS_AFTER.match(text, stop, end)
    if letters:
        scale = letters["scale"].lower()
        metres = _METRES_AND_PARTS if decimal else _METRES
        if (scale == "mm" and letters["scale"] != "MM") or (scale == "m" and metres.match(text, letters.end(), end)):
            return stop, 1.0
        return letters.end(), _LETTER_SCALES[scale]
    millions = MILLIONS_OF.match(text, stop, end)
    if millions:
        return millions.end(), 1e6
    coded = _CODED_SCALE.match(text, stop, end)
    if coded:
        return coded.end(), SCALES[coded["scale"]]
    scale_value = 1.0
    for _ in range(2):
        word = _SCALE_AFTER.match(text, stop, end)
        if word is None:
            break
        scale_value *= SCALES[word["scale"].lower()]
        stop = word.end()
    return stop, scale_value
