"""Runs of calendar words: from each trigger, the words around it that can belong to one time expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from factcheck.grammar.timex.absolute import FOREIGN_MONTHS, foreign_span
from factcheck.grammar.timex.holidays import HOLIDAY_NAMES
from factcheck.grammar.timex.kinds import LETTERS, Word
from factcheck.grammar.timex.lexicon import ABBREVIATED, ABOUT_PHRASES, CAPITALISED, CORE_WORDS, LEXICON, REFERENCES
from factcheck.grammar.timex.numbers import NUMBER_SCALES
from factcheck.grammar.triggers import Triggers

LOOK_BACK = 72
"""Code points before a trigger that may belong to its expression: the longest left part in news copy has under 60."""

SPACES = " \t\u00a0\u202f\u2009"
"""What may stand between two tokens of an expression; a line break may not, for a line is a block of its own."""

_DISTINCT_WORDS = 1 << 13
"""Words whose place in the calendar is remembered: those about the dates of some hundred articles."""

RUN_LIMIT = 24
"""Tokens to the right of a trigger at most, so that a line of nothing but calendar words stays linear."""


class Token(NamedTuple):
    """A word, number or mark of an expression: its span, its kind's letter, its value."""

    start: int
    end: int
    kind: str
    value: int | str | None


@lru_cache(1)
def _words_worth_a_look() -> Triggers:
    """Every trigger; made when a text is first read, since that takes some 15 ms."""
    return Triggers(
        dict.fromkeys(FOREIGN_MONTHS, "foreign")
        | CORE_WORDS
        | dict.fromkeys(HOLIDAY_NAMES, "holiday")
        | dict.fromkeys(REFERENCES, "ref")
        | dict.fromkeys(ABOUT_PHRASES, "about")
        | dict.fromkeys("0123456789", "digits")
    )


_DIGITS_AND_WORDS = frozenset(["digits", "word"])
"""Tags of triggers that are read as any token is; the others are whole phrases."""

_DIGITS_WORTH_A_LOOK = re.compile(
    r"""
    (?<![\d.,:/])(?<!\d-)[0-9]{4}(?:(?!\d|:\d)|0['’]?s\b)      # a bare year, an ISO date, "mid-2007"
  | (?<=\bAD[ ])[0-9]{1,4}\b
  | (?<=['’‘`])(?<!['’‘`]['’‘`])[0-9]{2}(?:\b|s\b)            # '89, '90s
  | (?<![\d.,:/-])(?:
        [0-9]{1,2}(?=:\d\d(?!\d)|(?:\.\d\d)?[ ]?[apAP]\.?[mM]\b|[ ]o['’]clock)
      | [0-9]{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)(?!\d)
    )
  | (?<![\d.,:/])[0-9]{1,4}[ ](?:B\.?C|A\.?D\b|CE\b)         # 499 BC, and the end of 499-493 BC
  | [0-9]+0['’]?s\b | [1-4]Q\b | (?<=\bQ)[1-4]\b
    """,
    re.VERBOSE,
)
_THREE_DIGITS = re.compile(r"[0-9]{3}")
_ASCII_DIGITS = frozenset("0123456789")
_BEFORE_DIGITS = frozenset("'’‘`Q")
"""What belongs to the token of the digits behind it: '89, Q3."""

_TOKEN = re.compile(
    r"""[ \t\u00a0\u202f\u2009]{0,3}(?:
      (?P<code>Q[1-4]\b|[1-4]Q\b)
    | (?P<halfcode>H[12]\b|[12]H\b)
    | (?P<zone>(?:[Ll]ocal|[A-Z][a-z]+)[ ][Tt]ime\b)
    | (?P<word>[A-Za-z]+)
    | (?P<mark>[,–—-])
    | (?P<numeric>\d{4}-W\d\d(?:-[1-7])?(?![\w-])
        |\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d-])
        |\d{4}/\d{1,2}/\d{1,2}(?![\d/])
        |\d{1,2}(?P<by>[./-])\d{1,2}(?P=by)(?:\d{4}|\d\d)(?![\d/]|[.-]\d))
    | (?P<clock>\d{1,2}(?:[:.]\d\d(?::\d\d)?)?[ ]?[apAP](?:\.[ ]?[mM]\.?|[mM]\b)(?!\w)
        |\d{1,2}:\d\d(?::\d\d)?(?![\d:])
        |\d{1,2}[ ]o['’]clock\b)
    | (?P<decade>['’‘`]\d0['’]?s\b|\d{3}0['’]?s\b|\d{2}0['’]?s\b(?=[ ]B\.?C))
    | (?P<short>['’‘`]\d\d\b(?!['’])(?<!['’‘`]['’‘`]\d\d))
    | (?P<half>½|[1-3]/[2-4](?![\d/]))
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<integer>\d{1,3}(?:,\d{3})+(?![\d.,]?\d)|\d{1,6}(?![\d%]|[.,]\d|\w))
    | (?P<fraction>\d{1,4}\.\d{1,2}(?![\w%]|[.,]\d))
    | (?P<possessive>['’]s\b|['’](?=[ ]))
    )""",
    re.VERBOSE,
)
"""What begins with a letter or is a mark stands first, since most tokens do."""

_ERA_SPELLED = re.compile(r"[ ]?(?:B\.C\.?(?:E\.?)?|A\.D\.?|C\.E\.?)")


def runs(text: str) -> Iterator[list[Token]]:
    """Yield each run of tokens around a trigger, in text order; runs do not overlap."""
    done = 0
    triggers = _triggers(text)
    holidays = {position: stop for position, stop, tag in triggers if tag == "holiday"}
    for position, stop, tag in triggers:
        if position < done:
            continue
        first = _token_at(text, position) if tag in _DIGITS_AND_WORDS else _phrase(text, position, stop, tag)
        if first is None or first.start < done:
            continue
        tokens = [*_tokens_before(text, max(done, position - LOOK_BACK), first.start), first]
        _extend_right(text, tokens, holidays)
        done = tokens[-1].end
        yield _spelled_years(tokens)


def _spelled_years(tokens: list[Token]) -> list[Token]:
    """The run with "nineteen ninety-four" and the like put together as one year."""
    if sum(token.kind == _NUMBER for token in tokens) < _LEAST_NUMBERS:
        return tokens
    joined: list[Token] = []
    place = 0
    while place < len(tokens):
        length = _spelled_year_length(tokens, place)
        if length:
            values = [int(token.value or 0) for token in tokens[place : place + length] if token.kind == _NUMBER]
            year = 100 * values[0] + sum(values[1:])
            joined.append(Token(tokens[place].start, tokens[place + length - 1].end, LETTERS["YEAR"], year))
        else:
            joined.append(tokens[place])
        place += length or 1
    return joined


def _spelled_year_length(tokens: list[Token], place: int) -> int:
    """How many tokens from ``place`` spell a year: a century, its tens, perhaps a hyphen and its ones; else 0."""
    run = tokens[place : place + 4]
    if len(run) < 2 or any(token.kind != _NUMBER or not isinstance(token.value, int) for token in run[:2]):
        return 0
    century, tens = run[0].value, run[1].value
    if not (isinstance(century, int) and isinstance(tens, int) and 15 <= century <= 20 and 10 <= tens <= 90):
        return 0
    ones = run[3:] if len(run) == 4 and run[2].kind == LETTERS["DASH"] else run[2:3]
    if tens >= 20 and ones and ones[0].kind == _NUMBER and isinstance(ones[0].value, int) and 1 <= ones[0].value <= 9:
        return run.index(ones[0]) + 1
    return 2


_NUMBER = LETTERS["NUMBER"]
_LEAST_NUMBERS = 2
"""Number words in the shortest spelt year: "twenty ten"."""


def _triggers(text: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for trigger in _words_worth_a_look().find(text):
        if trigger.tag != "digits":
            found.append(trigger)
            continue
        position = trigger.start
        if text[position - 1 : position] in _ASCII_DIGITS or not _DIGITS_WORTH_A_LOOK.match(text, position):
            continue
        if text[position - 1 : position] in _BEFORE_DIGITS and not _THREE_DIGITS.match(text, position):
            position -= 1
        found.append((position, trigger.end, "digits"))
    return found


def _phrase(text: str, start: int, end: int, tag: str) -> Token | None:
    """The token of a trigger of several words, or of a foreign month with its day and year."""
    name = text[start:end].lower()
    if tag == "foreign":
        span = foreign_span(text, start, end)
        return Token(*span, LETTERS["FOREIGN"], text[slice(*span)]) if span else None
    if tag == "holiday":
        return Token(start, end, LETTERS["HOLIDAY"], name)
    if tag == "about":
        return Token(start, end, LETTERS["ABOUT"], ABOUT_PHRASES[name])
    return Token(start, end, LETTERS["REF"], REFERENCES[name])


def _extend_right(text: str, tokens: list[Token], holidays: Mapping[int, int]) -> None:
    for _ in range(RUN_LIMIT):
        end = tokens[-1].end
        token = _token_at(text, end) or (_holiday_at(text, end, holidays) if holidays else None)
        if token is None:
            return
        tokens.append(token)


def _holiday_at(text: str, end: int, holidays: Mapping[int, int]) -> Token | None:
    start = end + (text[end : end + 1] in SPACES)
    stop = holidays.get(start)
    return _phrase(text, start, stop, "holiday") if stop else None


def _token_at(text: str, position: int) -> Token | None:
    match = _TOKEN.match(text, position)
    return _classify(text, match) if match else None


def _tokens_before(text: str, begin: int, end: int) -> list[Token]:
    """The unbroken tokens that lead up to ``end``; one that the window cuts in two is not among them."""
    found: list[Token] = []
    while end > begin and text[end - 1] in SPACES:
        end -= 1
    position = _after_last_foreign_word(text, begin, end)
    if position and position < end and text[position].isalnum() and text[position - 1].isalnum():
        position = _word_end(text, position, end)
    while position < end:
        match = _TOKEN.match(text, position, end)
        token = _classify(text, match) if match else None
        if token is None:
            found.clear()
            position = _word_end(text, max(position + 1, match.end() if match else 0), end)
        else:
            found.append(token)
            position = token.end
    return found


def _after_last_foreign_word(text: str, begin: int, end: int) -> int:
    """The place behind the last word before ``end`` that no expression holds: what is before it need not be read."""
    position = end
    while position > begin:
        cut = text.rfind(" ", begin, position)
        word = text[cut + 1 : position]
        if word.isalpha() and word.lower() not in LEXICON:
            return position
        if cut < 0:
            return begin
        position = cut
    return begin


def _word_end(text: str, position: int, end: int) -> int:
    while position < end and text[position].isalnum() and text[position - 1].isalnum():
        position += 1
    return position


def _classify(text: str, match: re.Match[str]) -> Token | None:
    group = match.lastgroup or ""
    start, end = match.span(group)
    surface = text[start:end]
    if group == "word":
        return _word_token(text, start, end, surface)
    if group == "mark":
        return Token(start, end, _COMMA if surface == "," else _DASH, surface)
    return Token(start, end, *_NUMERIC[group](surface))


_COMMA, _DASH = LETTERS["COMMA"], LETTERS["DASH"]


_CIRCA = re.compile(r"(?<=\b[Cc]a)\.[ ]?\d|(?<=\bc)\.[ ]?\d")
"""The stop of "ca. 466 BC" and "c. 1500"."""


def _word_token(text: str, start: int, end: int, surface: str) -> Token | None:
    if _CIRCA.match(text, end):
        return Token(start, end + 1, LETTERS["ABOUT"], "APPROX")
    word = _word(surface)
    if word is None:
        era = _ERA_SPELLED.match(text, start) if surface in _ERA_LETTERS else None
        return Token(start, era.end(), LETTERS["ERA"], "BC" if surface == "B" else "AD") if era else None
    if text[end : end + 1] == "." and surface.lower() in ABBREVIATED:
        end += 1
    return Token(start, end, *word)


@lru_cache(_DISTINCT_WORDS)
def _word(surface: str) -> Word | None:
    """The calendar's word that is written so, ``None`` where there is none."""
    lowered = surface.lower()
    if (lowered in CAPITALISED and not surface[0].isupper()) or (lowered in NUMBER_SCALES and surface != lowered):
        return None
    return LEXICON.get(lowered)


_ERA_LETTERS = frozenset("ABC")
"""How an era spelt with stops begins, up to the first of them."""


def _integer(surface: str) -> tuple[str, int]:
    value = int(surface.replace(",", ""))
    if len(surface) == 4 and 1000 <= value < 2200:
        return LETTERS["YEAR"], value
    return LETTERS["DAY" if len(surface) <= 2 and 1 <= value <= 31 else "NUMBER"], value


def _decade(surface: str) -> tuple[str, str]:
    digits = "".join(character for character in surface if character.isdigit())
    if len(digits) == _BC_DECADE:
        return LETTERS["DECADE"], f"0{digits[:2]}"
    return LETTERS["DECADE"], digits[:3] if len(digits) == 4 else f"19{digits}"[:3]


_BC_DECADE = 3
"""Digits of a decade that only an era behind it makes one: "the 470s BC"."""

_NUMERIC: dict[str, Callable[[str], tuple[str, int | str | None]]] = {
    "numeric": lambda surface: (LETTERS["NUMERIC"], surface),
    "clock": lambda surface: (LETTERS["CLOCK"], surface),
    "decade": _decade,
    "short": lambda surface: (LETTERS["SHORTYEAR"], int(surface[1:])),
    "ordinal": lambda surface: (LETTERS["ORDINAL"], int(surface[:-2])),
    "zone": lambda surface: (LETTERS["ZONE"], surface),
    "half": lambda surface: (LETTERS["FRACTION"], surface),
    "code": lambda surface: (LETTERS["QUARTERCODE"], int(surface.strip("Q"))),
    "halfcode": lambda surface: (LETTERS["HALFCODE"], int(surface.strip("H"))),
    "integer": _integer,
    "fraction": lambda surface: (LETTERS["NUMBER"], surface),
    "possessive": lambda surface: (LETTERS["POSSESSIVE"], surface),
}
