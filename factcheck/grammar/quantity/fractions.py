"""Parts of a whole: "two-thirds", "one and a half million", "3/4", "five point six", "one in ten"."""

from __future__ import annotations

import re

from factcheck.grammar.quantity.digits import digits_at
from factcheck.grammar.quantity.model import Numeral
from factcheck.grammar.quantity.numerals import GLYPHS, PARTS, SCALES, SPACE, TENS, UNITS, alternatives
from factcheck.grammar.quantity.words import words_at

_SCALE = alternatives(SCALES)
_ORDINAL_UNITS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
}  # fmt: skip
_JOIN = rf"(?:{SPACE}?-{SPACE}?|{SPACE})"
_BOTTOM = (
    rf"(?:(?P<hundred>(?:(?:an?|one){_JOIN})?hundred(?:{SPACE}and)?){_JOIN})?"
    rf"(?:(?P<ties>{alternatives(TENS)}){_JOIN}(?P<units>{alternatives(_ORDINAL_UNITS)})|(?P<part>{alternatives(PARTS)}))"
    r"(?P<plural>s)?\b"
)
"""How many parts the whole has: "fifths", "twenty-firsts", "hundred fifth"."""

_DENOMINATOR = re.compile(rf"{_JOIN}{_BOTTOM}", re.IGNORECASE)
_DIGITS_OVER = re.compile(
    rf"{SPACE}(?P<part>thirds|fifths|sixths|sevenths|eighths|ninths|tenths|hundredths|thousandths|millionths)\b(?P<plural>)"
    r"(?P<hundred>)(?P<ties>)",
    re.IGNORECASE,
)
_FEW_DIGITS = range(2, 100)
_ONE_OF = re.compile(
    rf"{SPACE}(?:of{SPACE}(?:an?{SPACE})?)?(?P<scale>hundred|thousand|million|billion|trillion)\b", re.IGNORECASE
)
_AND_PART = re.compile(
    rf"(?:-|{SPACE})and(?:-|{SPACE})(?:(?P<article>an?)|(?P<top>[a-z]+(?:-(?:{alternatives(UNITS)}))?))(?:-|{SPACE}){_BOTTOM}"
    rf"(?:{SPACE}(?P<scale>{_SCALE})\b)?",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"an?{SPACE}(?:(?P<bottom>third|quarter|fifth|tenth)(?={SPACE}of\b)|(?P<small>hundredth|thousandth|millionth|billionth|trillionth|"
    rf"(?:{alternatives(TENS)})-(?:{alternatives(_ORDINAL_UNITS)}))(?={SPACE}of\b|[^\S\n]*$))",
    re.IGNORECASE,
)
_ALONE_HEDGED = re.compile(
    rf"an?{SPACE}(?P<bottom>third|quarter|fifth|sixth|eighth|tenth)(?P<small>)(?=[.,;:)]|$|{SPACE}(?:were|are|was|is|have|had|has|said|"
    r"say|in|from|to|since|over|on|at|who|and|or|but|compared|last|this)\b)",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"(?P<article>a{SPACE})?half(?:(?={SPACE}(?:of|the|its|his|her|their|our|my|your|all|those|these|that|this|an?)\b)|(?P<bare>))"
    rf"(?![-\w’']|{SPACE}(?:past|way|time|back|brother|sister|hour|mile|staff|mast)s?\b)",
    re.IGNORECASE,
)
_OF_A_HALF = re.compile(
    rf"\b(?:his|her|their|its|my|our|first|second|other|better|top|bottom|latter|former|early|late|final|same|each|every|next|last|opening|the|and|"
    rf"northern|southern|eastern|western|upper|lower|in|year|your|one|this|that|either|a){SPACE}$",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    rf"\b(?:than|about|nearly|almost|roughly|over|around|least|only|by|approximately|just|below|above|under|to){SPACE}$",
    re.IGNORECASE,
)
_POINT = re.compile(
    rf"{SPACE}point(?P<digits>(?:{SPACE}(?:{'|'.join(UNITS)}))+|{SPACE}(?:{'|'.join(TENS)})(?:-[a-z]+)?)\b",
    re.IGNORECASE,
)
_SCALED = re.compile(rf"{SPACE}(?P<scale>{_SCALE})\b", re.IGNORECASE)
_SLASH = re.compile(
    r"(?P<space>(?:[^\S\n]{1,2}|-)(?P<top>\d{1,2}))?(?:/|(?P<cut>[ ]/[ ]))(?P<bottom>\d{1,3})(?![\d/]|[ ]/)"
)
_MONTHS, _DAYS = 12, 31
_USUAL_BOTTOMS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100})
_TIME = (
    rf"(?!{SPACE}(?:(?:consecutive|straight){SPACE})?"
    r"(?:days?|weeks?|months?|years?|minutes?|hours?|seconds?|games|matches|seasons?)\b)"
)
_COUNTED = (
    r"of|people|adults|children|women|men|americans|britons|voters|households|workers|students|patients|girls|boys|young|"
    r"teenagers|families|parents|cases|residents|respondents|users|readers|drivers|homes|firms|companies|schools|jobs"
)
_IN_TEN = re.compile(
    rf"{SPACE}in{SPACE}(?:every{SPACE})?(?P<whole>10|100|1,000|ten|a{SPACE}hundred)\b{_TIME}", re.IGNORECASE
)
_IN = re.compile(
    rf"{SPACE}in{SPACE}(?:every{SPACE})?(?P<whole>three|four|five|six|seven|eight|nine|twenty(?:-[a-z]+)?|[3-9]|[1-9]\d)\b"
    rf"(?={SPACE}(?:{_COUNTED})\b|[.,;](?:[^\S\n]|$)|$)",
    re.IGNORECASE,
)
_OUT_OF = re.compile(rf"{SPACE}out{SPACE}of{SPACE}(?:every{SPACE}|the{SPACE})?(?=[\da-z])", re.IGNORECASE)
_TEN = re.compile(rf"(?:100?|ten|(?:a|one){SPACE}hundred)\b", re.IGNORECASE)
_OVER = re.compile(rf"{SPACE}over{SPACE}(?=[\da-z])", re.IGNORECASE)
_ENDS = re.compile(r"[^\S\n]*(?:$|[.;!?](?:[^\S\n]|$))")
_MORE = re.compile(rf"{SPACE}(?P<and>and{SPACE})?(?=[\da-z])", re.IGNORECASE)


def read_on(text: str, numeral: Numeral, end: int, *, every: bool) -> Numeral:
    """Read what a fraction adds to a numeral that ends where it begins; the numeral itself where nothing does.

    Unless ``every`` number is asked for, "two out of five" stays two, as a count of people says.
    """
    for rule in _RULES if every else _COUNTING_RULES:
        found = rule(text, numeral, end)
        if found is not None:
            return found
    return numeral


def alone_at(text: str, position: int, end: int) -> Numeral | None:
    """Read a fraction that no number opens: "a third of", "half the", "½"."""
    if text[position] in GLYPHS:
        return Numeral(position, position + 1, GLYPHS[text[position]], digits=True, said="fraction")
    match = _ALONE.match(text, position, end)
    if match is None and _HEDGED.search(text[max(0, position - 16) : position]):
        match = _ALONE_HEDGED.match(text, position, end)
    if match is not None:
        bottom = (match["bottom"] or match["small"]).lower()
        parts = PARTS.get(bottom) or _parts(*bottom.split("-"))
        return Numeral(position, match.end(), 1 / parts, said="fraction")
    return _half(text, position, end)


def _half(text: str, position: int, end: int) -> Numeral | None:
    match = _HALF.match(text, position, end)
    if match is None:
        return None
    before = text[max(0, position - 16) : position]
    bare = match["bare"] is not None
    if _OF_A_HALF.search(before) or before[-1:] == "-":
        return None
    if bare and not (match["article"] and _ENDS.match(text, match.end(), end)) and not _HEDGED.search(before):
        return None
    return Numeral(position, match.end(), 0.5, said="fraction")


def _parts(ties: str, units: str) -> float:
    return TENS[ties.lower()] + _ORDINAL_UNITS[units.lower()]


def _bottom(match: re.Match[str]) -> float:
    """How many parts the whole has that the pattern met."""
    parts = PARTS[match["part"].lower().removesuffix("s")] if match["part"] else _parts(match["ties"], match["units"])
    return parts + (100.0 if match["hundred"] else 0.0)


def _denominator(text: str, numeral: Numeral, end: int) -> Numeral | None:
    match = (_DIGITS_OVER if numeral.digits else _DENOMINATOR).match(text, numeral.end, end)
    if match is None or not numeral.value or (numeral.digits and numeral.value not in _FEW_DIGITS):
        return None
    if match["part"] is not None and match["part"].lower() == "halve":
        return None
    if (numeral.value == 1.0) == (match["plural"] is not None) and not (match["ties"] and match["plural"]):
        return None
    top, bottom = _split(text, numeral, match)
    if bottom == PARTS["quarter"] and top not in (1.0, 3.0) and (match["part"] or "").lower() == "quarter":
        return None
    scale = _ONE_OF.match(text, match.end(), end)
    if (
        numeral.value == 1.0
        and scale is None
        and re.match(
            rf"{SPACE}(?!(?:of|and|or|but|to|in|is|are|was|were|for|from|at|on|by|who|that)\b)[a-z]",
            text[match.end() : match.end() + 6],
        )
        and text[numeral.end] != "-"
    ):
        return None
    whole, stop = (SCALES[scale["scale"].lower()], scale.end()) if scale else (1.0, match.end())
    return numeral._replace(end=stop, value=top / bottom * whole, scale=whole, said="count" if scale else "fraction")


_TENS_LAST = re.compile(rf"\b(?P<scale>{_SCALE})s?{_JOIN}(?P<ties>{alternatives(TENS)})$", re.IGNORECASE)


def _split(text: str, numeral: Numeral, match: re.Match[str]) -> tuple[float, float]:
    """What is divided by what: "one hundred thirty-fifths" are hundred of them, "twenty-three fifths" are 23."""
    bottom = _bottom(match)
    last = _TENS_LAST.search(text, numeral.start, numeral.end)
    if last is None or match["hundred"] or bottom >= min(TENS.values()) or bottom == PARTS["half"]:
        return numeral.value, bottom
    ties = TENS[last["ties"].lower()]
    return numeral.value - ties, ties + bottom


def _and_part(text: str, numeral: Numeral, end: int) -> Numeral | None:
    match = _AND_PART.match(text, numeral.end, end)
    if match is None:
        return None
    said = words_at(text, match.start("top"), match.end("top")) if match["top"] else None
    if match["top"] and (said is None or said.end != match.end("top")):
        return None
    top = said.value if said is not None else 1.0
    bottom = _bottom(match)
    if (
        not 0 < top < bottom
        or (top > 1) != (match["plural"] is not None)
        or (
            match["article"]
            and (match["part"] or "").lower() not in ("half", "quarter")
            and re.match(rf"{SPACE}[a-z]", text[match.end() : match.end() + 3])
        )
    ):
        return None
    return _with_part(numeral, match, top / bottom)


def _with_part(numeral: Numeral, match: re.Match[str], part: float) -> Numeral:
    if match["scale"]:
        scale = SCALES[match["scale"].lower()]
        whole = numeral.value if numeral.scale > scale else numeral.value * scale
        return Numeral(numeral.start, match.end(), whole + part * scale, scale, digits=numeral.digits)
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
    scale = _SCALED.match(text, match.end(), end)
    times, stop = (SCALES[scale["scale"].lower()], scale.end()) if scale else (1.0, match.end())
    return numeral._replace(end=stop, value=(numeral.value + float(f"0.{digits}")) * times, scale=times)


def _slash(text: str, numeral: Numeral, end: int) -> Numeral | None:
    match = _SLASH.match(text, numeral.end, end) if numeral.digits and numeral.scale == 1.0 else None
    if match is None or numeral.value != int(numeral.value):
        return None
    top = float(match["top"]) if match["top"] else numeral.value
    whole = numeral.value if match["top"] else 0.0
    bottom = float(match["bottom"])
    if not 0 < top < bottom or (bottom not in _USUAL_BOTTOMS and (top <= _MONTHS or bottom <= _DAYS)):
        return None
    said = numeral.said if whole else "fraction"
    return numeral._replace(end=match.end(), value=whole + top / bottom, said=said)


def _in_ten(text: str, numeral: Numeral, end: int) -> Numeral | None:
    match = _IN_TEN.match(text, numeral.end, end) or (
        _IN.match(text, numeral.end, end) if numeral.value == 1.0 else None
    )
    if match is None:
        return None
    whole = _number(text, match.start("whole"), match.end("whole"))
    value = 100.0 if whole is None else whole.value
    if numeral.value >= value:
        return None
    return numeral._replace(end=match.end(), value=numeral.value / value, said="fraction")


def _number(text: str, start: int, end: int) -> Numeral | None:
    return digits_at(text, start, end) if text[start].isdigit() else words_at(text, start, end)


def _out_of(text: str, numeral: Numeral, end: int) -> Numeral | None:
    """Read "two out of five"."""
    match = _OUT_OF.match(text, numeral.end, end)
    whole = _number(text, match.end(), end) if match else None
    if whole is None or not 0 < numeral.value < whole.value or numeral.scale > 1:
        return None
    return numeral._replace(end=whole.end, value=numeral.value / whole.value, said="fraction")


def _out_of_ten(text: str, numeral: Numeral, end: int) -> Numeral | None:
    """Read "eight out of ten" alone: of another whole the first number is a count."""
    match = _OUT_OF.match(text, numeral.end, end)
    return _out_of(text, numeral, end) if match and _TEN.match(text, match.end(), end) else None


def _over(text: str, numeral: Numeral, end: int) -> Numeral | None:
    """Read "one over twenty" where nothing follows that the second number counts."""
    match = _OVER.match(text, numeral.end, end)
    whole = _number(text, match.end(), end) if match else None
    if whole is None or not whole.value or not _ENDS.match(text, whole.end, end):
        return None
    return numeral._replace(end=whole.end, value=numeral.value / whole.value, scale=1.0, said="fraction")


def _compound(text: str, numeral: Numeral, end: int) -> Numeral | None:
    """Read "4 thousand 3 hundred and 21": scales that grow less, the last of them behind "and"."""
    if not numeral.digits or numeral.scale not in SCALES.values():
        return None
    read = numeral
    while read.scale >= 1e2:
        match = _MORE.match(text, read.end, end)
        more = _number(text, match.end(), end) if match else None
        if match is None or more is None or not 1 <= more.value < read.scale or more.value != int(more.value):
            break
        if more.scale < 1e2 and not (match["and"] and read.scale == 1e2):
            break
        read = read._replace(end=more.end, value=read.value + more.value, scale=more.scale)
    return read if read is not numeral else None


_RULES = (_denominator, _and_part, _point, _slash, _in_ten, _out_of, _over, _compound)
_COUNTING_RULES = tuple(_out_of_ten if rule is _out_of else rule for rule in _RULES)
