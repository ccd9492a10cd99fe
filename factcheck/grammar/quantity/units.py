"""What unit or currency stands beside a number."""

from __future__ import annotations

import re

from factcheck.grammar.quantity.model import Kind, Numeral, Unit
from factcheck.grammar.quantity.unit_names import (
    BY_A_SPACE,
    CODES,
    GLUED,
    LENGTHS,
    OF_COUNTRIES,
    OF_COUNTRIES_ONLY,
    ONE_WORD,
    PREFIXES,
    SMALL_CODES,
    SYMBOLS,
    TWO_WORDS,
)

_GAP = re.compile(r"[^\S\n]?(?:[-–][^\S\n]?)?")
_OF_A = re.compile(r"[^\S\n]?(?:[-–][^\S\n]?|of[^\S\n])?(?:an?[^\S\n])?")
_WORD = re.compile(rf"[A-Za-zµμ][A-Za-zµμ/-]{{0,40}}(?:\.[A-Za-z]\.)?|[%％‰°{''.join(SYMBOLS)}]")
_GLUED_TO = re.compile(
    r"(?P<letters>[A-Za-zµμ]+)(?![A-Za-z])(?:(?=[23](?!\d))|(?!\d))"
    r"|[^\S\n]?(?:[\"”]|in)(?=\.?[^\S\n](?:long|wide|tall|high|deep|x|by|in[^\S\n]diameter)\b)"
    r"|[\"'”’円元원]"
)
_BY_A_SPACE = re.compile(rf"[^\S\n](?P<letter>[{''.join(BY_A_SPACE)}])(?![A-Za-z\d_'’.-])")
_BRACKETED = re.compile(r"[^\S\n]?(?:\((?P<round>[A-Za-zµμ/]{1,12})\)|[\[{](?P<square>[A-Za-zµμ/]{1,12})[\])}])")
_PRIMES = "\"”'’"
_MEASURED = re.compile(r"[^\S\n]?[\d(]|[^\S\n]?(?:x|by|tall|long|wide|high|deep)\b")
"""What follows a prime that means feet or inches; elsewhere it is a quotation mark."""

_SQUARED = re.compile(r"[²³]|\^?[23](?!\d|[.,]\d)")
_RATE = re.compile(
    r"(?:[^\S\n](?:per|an?|every|each)[^\S\n]|/)(?P<per>millisecond|ms|second|sec|s|minute|min|hour|hr|h|day|week|month|"
    r"year|person|head|gramme|gram|litre|liter|kilogram|kg|gallon|mile|acre|hectare|"
    r"square[^\S\n](?:metre|meter|mile|foot|kilometre|kilometer))\b",
    re.IGNORECASE,
)
_RATE_NAMES = {"ms": "millisecond", "sec": "second", "s": "second", "min": "minute", "hr": "hour", "h": "hour",
               "gramme": "gram", "liter": "litre", "kg": "kilogram"}  # fmt: skip
_SQUARE = {"square": "square", "sq": "square", "sq.": "square", "cubic": "cubic", "cu": "cubic"}
_ANGLE_AFTER = re.compile(
    r"[^\S\n](?:north|south|east|west|angle|turn|latitude|longitude|field[^\S\n]of[^\S\n]view)\b|[^\S\n][NSEW]\b"
)
_ANGLE_BEFORE = re.compile(
    r"\b(?:rotat\w+|turn(?:s|ed|ing)?|angle|slope|tilt\w*|spin\w*|bend|latitude|longitude|pan)\b[^.;]*$", re.I
)
_PART = re.compile(r"[-/]")
_MOST_WORDS = 4
_LETTERS_BEFORE = "|".join((*sorted(PREFIXES, key=len, reverse=True), "us", "hk", "nz"))
_SIGN_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z])(?P<prefix>{_LETTERS_BEFORE})[^\S\n]?)?(?P<sign>[{''.join(SYMBOLS)}])[^\S\n]?-?$"
)
_CODE_BEFORE = re.compile(rf"(?<![A-Za-z])M?(?P<code>{'|'.join((*CODES, *SMALL_CODES))}|Rs\.?)[^\S\n]?$")
_CODE_WITHIN = re.compile(rf"\d[^\S\n](?P<code>{'|'.join(CODES)})[^\S\n]")
_LEAST_SCALE = 1e3
_NAME_BEFORE = re.compile(r"\b(?P<name>dollar|euro|yen|rupee|franc)[^\S\n]$")
_CURRENCY_IN_MILLIONS = re.compile(rf"M(?:{'|'.join(CODES)})\b")
_PERCENT_BEFORE = re.compile(r"(?<![\w%][^\S\n])\bper[^\S\n]?cents?[^\S\n]of[^\S\n]$", re.IGNORECASE)
_LOOK_BACK = 16
_MONEY_SCALE = 1e6
"""From it on "pounds" are money: nobody weighs in millions of them without saying what."""


def unit_after(text: str, at: int, end: int, numeral: Numeral) -> Unit | None:
    """Read the unit behind the ``numeral``, or behind the hedge behind it, from ``at`` on; ``None`` where none is."""
    glued = _glued(text, at, end) or _lettered(text, at, end)
    if glued is not None:
        return _rated(text, glued, end)
    gap = (_OF_A if numeral.said == "fraction" or numeral.vague else _GAP).match(text, at, end)
    words = _next_words(text, gap.end() if gap else at, end)
    if not words:
        return None
    unit = _named(text, words, numeral.scale, end)
    if unit is not None and unit.name == "degree" and _turns(text, at, unit.edge):
        return Unit("measure", "degree", unit.edge)
    return _rated(text, unit, end) if unit else None


def _turns(text: str, at: int, edge: int) -> bool:
    """Whether bare degrees are of an angle: "rotate 90 degrees", "5 degrees north"."""
    return _ANGLE_AFTER.match(text, edge) is not None or _ANGLE_BEFORE.search(text, max(0, at - 40), at) is not None


def unit_before(text: str, at: int) -> Unit | None:
    """Read the currency before a number that begins there: "$", "US$ ", "EUR "; or "percent of"."""
    before = text[max(0, at - _LOOK_BACK) : at]
    if before[-1:].isspace() and before[-2:-1].islower():
        return _named_before(before, at)
    sign = _SIGN_BEFORE.search(before)
    begin = at - len(before)
    if sign is not None:
        whose = PREFIXES.get((sign["prefix"] or "").upper(), "")
        if whose == "Brazilian":
            return Unit("money", "Brazilian real", begin + sign.start())
        return Unit("money", f"{whose} {SYMBOLS[sign['sign']]}".strip(), begin + sign.start())
    code = _CODE_BEFORE.search(before)
    return Unit("money", CODES.get(code["code"].upper(), "rupee"), begin + code.start()) if code else None


def in_millions(text: str, before: Unit) -> bool:
    """Whether the currency before a number counts it in millions: "MAUD 60"."""
    return before.kind == "money" and _CURRENCY_IN_MILLIONS.match(text, before.edge) is not None


def unit_within(text: str, numeral: Numeral) -> Unit | None:
    """The currency whose code stands before the number's scale: "75 USD million"."""
    if not numeral.digits or numeral.scale < _LEAST_SCALE:
        return None
    code = _CODE_WITHIN.search(text, numeral.start, numeral.end)
    return Unit("money", CODES[code["code"]], numeral.end) if code else None


def _named_before(before: str, at: int) -> Unit | None:
    if _PERCENT_BEFORE.search(before):
        return Unit("percent", "percent", at)
    code = _CODE_BEFORE.search(before)
    name = _NAME_BEFORE.search(before)
    if code is None and name is None:
        return None
    currency = CODES.get(code["code"].upper(), "rupee") if code else name["name"] if name else ""
    return Unit("money", currency, at - len(before) + (code or name).start())  # type: ignore[union-attr]


def is_glued(text: str, at: int, end: int) -> bool:
    """Whether the letters that begin there, right behind a number, are a unit or a currency: "200lbs", "115USD"."""
    match = _GLUED_TO.match(text, at, end)
    letters = match.group().strip() if match else ""
    return (
        letters in GLUED
        or letters in CODES
        or letters in SYMBOLS
        or (len(letters) > 1 and letters.lower() in ONE_WORD)
    )


def _glued(text: str, at: int, end: int) -> Unit | None:
    """A sign that stands for a unit because nothing parts it from the digits: "5m", "12C"."""
    if at == 0 or not text[at - 1].isdigit():
        return None
    match = _GLUED_TO.match(text, at, end)
    found = GLUED.get(match.group().strip()) if match else None
    if match is None or found is None:
        return None
    if match.group() in _PRIMES and not _MEASURED.match(text, match.end(), end):
        return None
    return _squared(text, Unit(*found, match.end()), end) if match["letters"] else Unit(*found, match.end())


def _lettered(text: str, at: int, end: int) -> Unit | None:
    """A unit of one letter behind a space, or one in brackets: "5 m", "20 (kg)"."""
    match = _BY_A_SPACE.match(text, at, end)
    if match is not None:
        return _squared(text, Unit(*GLUED[match["letter"]], match.end()), end)
    bracketed = _BRACKETED.match(text, at, end)
    found = ONE_WORD.get((bracketed["round"] or bracketed["square"]).lower()) if bracketed else None
    return Unit(*found, bracketed.end()) if bracketed and found else None


def _squared(text: str, unit: Unit, end: int) -> Unit:
    power = _SQUARED.match(text, unit.edge, end)
    if power is None or unit.name not in LENGTHS:
        return unit
    return Unit(unit.kind, f"{'square' if power.group()[-1] in '²2' else 'cubic'} {unit.name}", power.end())


def _next_words(text: str, at: int, end: int) -> list[tuple[str, int]]:
    """The next words as written, with where they end; none where the first can open no unit."""
    words: list[tuple[str, int]] = []
    while len(words) < _MOST_WORDS and (match := _WORD.match(text, at, end)):
        if not words and not _may_open(match.group()):
            return []
        words.append((match.group(), match.end()))
        at = match.end()
        if text[at : at + 1] == " ":
            at += 1
        elif match.group() != "°":
            break
    return words


_OPENERS = frozenset(
    {*ONE_WORD, *(words.split()[0] for words in TWO_WORDS), *_SQUARE, *OF_COUNTRIES, *OF_COUNTRIES_ONLY}
)


def _may_open(word: str) -> bool:
    folded = word.lower()
    if folded in _OPENERS or word in CODES or word in SMALL_CODES or word in SYMBOLS:
        return True
    return folded.partition("-")[0].partition("/")[0] in _OPENERS


def _named(text: str, words: list[tuple[str, int]], scale: float, end: int) -> Unit | None:
    first, edge = words[0]
    folded = first.lower()
    two = TWO_WORDS.get(f"{folded} {words[1][0].lower()}") if len(words) > 1 else None
    if two is not None:
        return Unit(*two, words[1][1])
    if folded in _SQUARE:
        return _square(_SQUARE[folded], words)
    found = _currency(first, scale) or ONE_WORD.get(folded)
    if found is not None:
        return _squared(text, Unit(*found, edge), end)
    return _of_a_country(words) if folded in OF_COUNTRIES else _hyphened(folded, edge - len(first))


def _currency(word: str, scale: float) -> tuple[Kind, str] | None:
    """The currency that a code or a sign says, or a word that is one where millions are counted."""
    name = CODES.get(word) or SMALL_CODES.get(word) or SYMBOLS.get(word)
    if name is None and scale >= _MONEY_SCALE and word.lower() in ("pound", "pounds", "won"):
        name = OF_COUNTRIES_ONLY[word.lower()]
    return ("money", name) if name else None


def _square(power: str, words: list[tuple[str, int]]) -> Unit | None:
    found = ONE_WORD.get(words[1][0].lower()) if len(words) > 1 else None
    return Unit("measure", f"{power} {found[1]}", words[1][1]) if found and found[1] in LENGTHS else None


def _of_a_country(words: list[tuple[str, int]]) -> Unit | None:
    """Read "Swiss francs", "Hong Kong dollars", "u.s. dollars"."""
    for count, (word, edge) in enumerate(words[1:], start=1):
        folded = word.lower()
        found = ONE_WORD.get(folded)
        name = OF_COUNTRIES_ONLY.get(folded) or (found[1] if found and found[0] == "money" else None)
        if name is not None:
            return Unit("money", f"{' '.join(written for written, _ in words[:count])} {name}", edge)
        if folded not in OF_COUNTRIES:
            return None
    return None


def _hyphened(word: str, start: int) -> Unit | None:
    """Read the first part of "12-cent-a-share", "foot-long", "km/ms"."""
    part = _PART.split(word)[0]
    found = ONE_WORD.get(part) if part != word else None
    return Unit(*found, start + len(part)) if found else None


def _rated(text: str, unit: Unit, end: int) -> Unit:
    rate = _RATE.match(text, unit.edge, end) if unit.kind == "measure" else None
    if rate is None:
        return unit
    per = rate["per"].lower()
    return Unit(unit.kind, f"{unit.name} per {_RATE_NAMES.get(per, per)}", rate.end())
