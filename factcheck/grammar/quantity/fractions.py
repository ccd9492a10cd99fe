"""Parts of a whole: "two-thirds", "one and a half million", "3/4", "five point six", "one in ten"."""

from __future__ import annotations

import re

from factcheck.grammar.quantity.model import Numeral
from factcheck.grammar.quantity.numerals import GLYPHS, SCALES, SPACE, TENS, UNITS, words_at

_SMALL = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "sixteenth": 16, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
    "billionth": 10**9,
}  # fmt: skip
_BOTTOM = "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))

_DENOMINATOR = re.compile(rf"(?:{SPACE}?-{SPACE}?|{SPACE})(?P<bottom>{_BOTTOM})(?P<plural>s)?\b", re.IGNORECASE)
_AND_PART = re.compile(
    rf"(?:-|{SPACE})and(?:-|{SPACE})(?P<top>an?|one|two|three|four|five)(?:-|{SPACE})(?P<bottom>{_BOTTOM})s?\b(?:{SPACE}(?P<scale>{_SCALE})\b)?",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"an?{SPACE}(?P<bottom>third|quarter|fifth|tenth)(?={SPACE}of\b)", re.IGNORECASE)
_POINT = re.compile(
    rf"{SPACE}point(?P<digits>(?:{SPACE}(?:{'|'.join(UNITS)}))+|{SPACE}(?:{'|'.join(TENS)})(?:-[a-z]+)?)\b",
    re.IGNORECASE,
)
_SLASH = re.compile(r"(?P<space>[^\S\n]{1,2}(?P<top>\d{1,2}))?/(?P<bottom>2|3|4|5|6|8|10|12|16|32|100)(?![\d/])")
_IN_TEN = re.compile(
    rf"{SPACE}in{SPACE}(?:every{SPACE})?(?P<whole>10|100|1,000|ten|a{SPACE}hundred)\b(?!{SPACE}(?:days?|weeks?|months?|years?|minutes?|hours?|seconds?)\b)",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    rf"{SPACE}in{SPACE}(?:every{SPACE})?(?P<whole>three|four|five|six|seven|eight|nine|twenty|[3-9]|[1-9]\d)\b(?={SPACE}(?:of|people|adults|children|women|men|americans|britons|"
    r"voters|households|workers|students|patients|girls|boys|young|teenagers|families|parents|cases)\b|[.,;]|$)",
    re.IGNORECASE,
)  # fmt: skip
_AND_DIGITS = re.compile(rf"{SPACE}and{SPACE}(?P<rest>\d{{1,2}})(?![\d,.:%/-])")


def read_on(text: str, numeral: Numeral, end: int) -> Numeral:
    """Read what a fraction adds to a numeral that ends where it begins; the numeral itself where nothing does."""
    for rule in (_denominator, _and_part, _point, _slash, _in_ten, _and_digits):
        found = rule(text, numeral, end)
        if found is not None:
            return found
    return numeral


def alone_at(text: str, position: int, end: int) -> Numeral | None:
    """Read a fraction that no number opens: "a third of", "½"."""
    if text[position] in GLYPHS:
        return Numeral(position, position + 1, GLYPHS[text[position]], digits=True)
    match = _ALONE.match(text, position, end)
    return Numeral(position, match.end(), 1 / _SMALL[match["bottom"].lower()]) if match else None


def _denominator(text: str, numeral: Numeral, end: int) -> Numeral | None:
    match = None if numeral.digits else _DENOMINATOR.match(text, numeral.end, end)
    if match is None or not numeral.value:
        return None
    bottom = match["bottom"].lower()
    if (numeral.value == 1.0) == bool(match["plural"]) or bottom == "halve":
        return None
    if bottom == "quarter" and numeral.value not in (1.0, 3.0):
        return None
    if (
        numeral.value == 1.0
        and re.match(rf"{SPACE}(?!of\b)[a-z]", text[match.end() : match.end() + 4])
        and text[numeral.end] != "-"
    ):
        return None
    return numeral._replace(end=match.end(), value=numeral.value / _SMALL[bottom], scale=1.0)


def _and_part(text: str, numeral: Numeral, end: int) -> Numeral | None:
    match = _AND_PART.match(text, numeral.end, end)
    if match is None:
        return None
    part = UNITS.get(match["top"].lower(), 1.0) / _SMALL[match["bottom"].lower()]
    if (
        match["top"].lower() in ("a", "an")
        and match["bottom"].lower() not in ("half", "quarter")
        and re.match(rf"{SPACE}[a-z]", text[match.end() : match.end() + 3])
    ):
        return None
    if match["scale"]:
        scale = SCALES[match["scale"].lower()]
        return Numeral(numeral.start, match.end(), (numeral.value + part) * scale, scale, digits=numeral.digits)
    whole = numeral.scale if numeral.scale >= 1e3 else 1.0
    return numeral._replace(end=match.end(), value=numeral.value + part * whole)


def _point(text: str, numeral: Numeral, end: int) -> Numeral | None:
    match = None if numeral.digits else _POINT.match(text, numeral.end, end)
    if match is None:
        return None
    words = match["digits"].lower().split()
    digits = "".join(str(int(UNITS[word])) for word in words if word in UNITS)
    if not digits:
        number = words_at(text, match.start("digits") + 1, match.end())
        digits = str(int(number.value)) if number else "0"
    return numeral._replace(end=match.end(), value=numeral.value + float(f"0.{digits}"), scale=1.0)


def _slash(text: str, numeral: Numeral, end: int) -> Numeral | None:
    match = _SLASH.match(text, numeral.end, end) if numeral.digits and numeral.scale == 1.0 else None
    if match is None:
        return None
    top = float(match["top"]) if match["top"] else numeral.value
    whole = numeral.value if match["top"] else 0.0
    bottom = float(match["bottom"])
    return numeral._replace(end=match.end(), value=whole + top / bottom) if 0 < top < bottom else None


def _in_ten(text: str, numeral: Numeral, end: int) -> Numeral | None:
    match = _IN_TEN.match(text, numeral.end, end) or (
        _ONE_IN.match(text, numeral.end, end) if numeral.value == 1.0 else None
    )
    if match is None:
        return None
    said = match["whole"].lower().replace(",", "")
    whole = float(said) if said.isdigit() else {"ten": 10.0, "twenty": 20.0}.get(said, UNITS.get(said, 100.0))
    return numeral._replace(end=match.end(), value=numeral.value / whole) if numeral.value < whole else None


def _and_digits(text: str, numeral: Numeral, end: int) -> Numeral | None:
    """Read "3 hundred and 21"."""
    match = _AND_DIGITS.match(text, numeral.end, end) if numeral.digits and numeral.scale == 1e2 else None
    return numeral._replace(end=match.end(), value=numeral.value + float(match["rest"]), scale=1.0) if match else None
