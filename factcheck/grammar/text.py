"""Sentences with offsets, and text made safe for a terminal without moving an offset."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text in code points, end exclusive."""

    start: int
    end: int


ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st jr sr rev hon gen lt col maj capt cmdr cpl sgt pvt adm brig cdr supt insp det
    gov sen sens rep reps pres amb min atty dist
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    no nos vol vols fig figs sec art ch pp ed eds approx est dept univ assn
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo
    vs etc al cf ca viz
    inc corp co ltd bros mt ft ave blvd rd mm sq
    """.split()
)
"""Words whose full stop seldom ends a sentence: the titles, months, states and firms of news copy."""

_ALWAYS_JOINED = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cmdr sgt cpl pvt gov sen sens rep reps rev hon adm vs".split()
)
"""Abbreviations that a name always follows, so that a capital after them says nothing."""

_BOUNDARY = re.compile(
    r"""
      (?P<stop>[.!?…]+)(?P<close>["'”’»)\]]*)(?=\s|$)   # a stop, its closing marks, then space
    | (?P<glued>(?<=[a-z0-9])[.!?]["”’]?(?=[A-Z][a-z]))  # "began.Putin": the space was lost in flattening
    | (?P<line>\r\n|[\n\r\v\f\u0085\u2028\u2029])        # a line is a block of its own in stored articles
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[\w.&-]+$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_DOMAIN = re.compile(r"[A-Za-z0-9-]+\.(?:com|org|net|co|gov|edu|io|tv|news)\b", re.IGNORECASE)
_OPENING = "\"'“‘«([—–-•©"
_LOOK_BACK = 24


def _continues(text: str, stop: int, after: int) -> bool:
    """Whether the full stop at ``stop`` is an abbreviation's and the sentence goes on at ``after``."""
    rest = text[after : after + 40].lstrip()
    if not rest:
        return False
    first = rest.lstrip(_OPENING)[:1]
    if first.islower():
        return True
    before = _LAST_WORD.search(text, max(0, stop - _LOOK_BACK), stop)
    if before is None:
        return False
    word = before.group()
    folded = word.rstrip(".").casefold()
    if folded in _ALWAYS_JOINED:
        return True
    if folded in ABBREVIATIONS:
        return first.isdigit() or folded not in {"etc", "al", "inc", "corp", "co", "ltd", "jr", "sr"} and (
            word[:1].isupper() and not (word.islower() and first.isupper())
        )
    return bool(_INITIALS.fullmatch(word)) and (len(word) == 1 and word.isupper() or word.count(".") > 0 and first.isdigit()
                                                or word.count(".") > 0 and _names_on(rest))


def _names_on(rest: str) -> bool:
    """Whether the words after initials ("U.S. Fish and …") read as a name going on, not a new sentence."""
    word = re.match(r"[A-Z][\w'’-]*", rest)
    return word is not None and word.group() not in _SENTENCE_OPENERS


_SENTENCE_OPENERS = frozenset(
    """The A An In On At It He She They We I But And Or So If When While As After Before Since This That These Those
    There Here His Her Their Its Our My You What Who How Why Where For From With By To Not No Some Many Most All
    Also Meanwhile However Still Then Now Yesterday Today""".split()
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Split ``text[start:end]`` into sentences with offsets into ``text``.

    A line break always ends a sentence. Spans hold no white space at either end; blank stretches give none.
    """
    end = len(text) if end is None else end
    found: list[Span] = []
    begin = start
    for boundary in _BOUNDARY.finditer(text, start, end):
        stop = boundary.end()
        if boundary.lastgroup == "close" or boundary["stop"] is not None:
            if boundary["stop"] == "." and _continues(text, boundary.start("stop"), stop):
                continue
            if boundary["stop"] != "." and text[stop : stop + 2].lstrip()[:1].islower():
                continue
        elif boundary["glued"] is not None and _DOMAIN.match(text, _word_start(text, boundary.start())):
            continue
        _append(found, text, begin, stop)
        begin = stop
    _append(found, text, begin, end)
    return found


def _word_start(text: str, position: int) -> int:
    while position > 0 and (text[position - 1].isalnum() or text[position - 1] == "-"):
        position -= 1
    return position


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _display_table() -> dict[int, int]:
    """One safe character for each that a terminal would obey, hide or reorder by."""
    table = {code: 0x2400 + code for code in range(0x20) if code != 0x0A}
    table |= {0x09: 0x20, 0x0D: 0x20, 0x7F: 0x2421}
    replaced = (
        *range(0x80, 0xA0),
        *range(0x200B, 0x2010),
        *range(0x2028, 0x202F),
        *range(0x2060, 0x2070),
        *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180E, 0x3164, 0xFEFF, 0xFFA0),
        *range(0xFFF9, 0xFFFC),
        *range(0xD800, 0xE000),
        *range(0xE0000, 0xE1000),
    )
    return table | dict.fromkeys(replaced, 0xFFFD)


_DISPLAY = _display_table()


def display(text: str) -> str:
    """The text as a terminal may show it: no control, bidi, zero-width or surrogate character is left.

    The length stays the same, so offsets into the text are offsets into what is shown. Line feeds stay.
    """
    return text.translate(_DISPLAY)


def display_line(text: str) -> str:
    """``display()`` on one line: line feeds become spaces as well."""
    return display(text).replace("\n", " ")
