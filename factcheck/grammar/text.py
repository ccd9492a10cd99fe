"""Sentences with offsets, and text made safe for a terminal without moving an offset."""

from __future__ import annotations

import re
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text in code points, end exclusive."""

    start: int
    end: int


def word_set(block: str) -> frozenset[str]:
    """Return the words of a block set out over lines."""
    return frozenset(block.split())


ABBREVIATIONS = word_set(
    """
    mr mrs ms dr prof st jr sr rev hon gen lt col maj capt cmdr cpl sgt pvt adm brig cdr supt insp det messrs mme
    gov sen sens rep reps pres amb min atty dist
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    no nos vol vols fig figs sec art ch pp ed eds approx est dept univ assn gens govs lts drs profs
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo
    vs etc al cf ca viz
    inc corp co ltd bros mt ft ave blvd rd mm sq
    """
)
"""Words whose full stop seldom ends a sentence: the titles, months, states and firms of news copy."""

_NAMED_NEXT = word_set(
    """
    mr mrs ms dr drs prof profs gen gens lt lts col maj capt cmdr sgt cpl pvt gov govs sen sens rep reps rev hon adm
    brig supt det insp messrs mme vs
    """
)
"""Abbreviations that a name always follows, so that a capital after them says nothing."""

_ENDING = word_set("etc al inc corp co ltd jr sr")
"""Abbreviations that as often end a sentence as stand in it: a capital after them opens the next one."""

_OPENERS = word_set(
    """
    The A An In On At It He She They We I But And Or So If When While As After Before Since This That These Those
    There Here His Her Their Its Our My You What Who How Why Where For From With By To Not No Some Many Most All
    Also Meanwhile However Still Then Now Yesterday Today Both Each Every Another Other Several
    """
)
"""Words that open a sentence and no name, so that initials before them ("in the U.S.") ended the last one."""

_BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_BOUNDARY = re.compile(
    rf"""
    [.!?…{_BREAKS}]                                      # a set comes first, so that scanning is quick
    (?:
      (?<=[.!?…])(?<![.!?…]{{2}})(?P<stop>[.!?…]*+)(?P<close>["'”’»)\]]*+)
        (?=[^\S{_BREAKS}]++(?P<next>\S))                  # stops, closing marks, then space within the line
    | (?P<glued>(?<=[a-z0-9’”")][.!?])["”’]?(?=[A-Z][a-z]))  # "began.Putin": flattening lost the space
    | (?P<line>(?:(?<=\r)\n|(?<![.!?…]))\s*+)             # a line is a block of its own
    )
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[\w.&-]+$")
_INITIALS = re.compile(r"(?:[A-Za-z]{1,2}\.)*[A-Za-z]")
_DOMAIN = re.compile(r"[A-Za-z0-9-]+\.(?:com|org|net|co|gov|edu|io|tv|news)\b", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_OF_THE_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Mountain|Pacific|[A-Z]{2,4}\b"
)
_ASKS = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s|(?:van|von|de|der|al|bin)\s){1,5}(?:said|says|asked|asks|wrote|tweeted|"
    r"told|added|cried|shouted|replied|exclaimed)\b"
)
"""Who asks or cries what stands before: a quotation's question mark does not end that sentence."""
_OPENING = "\"'“‘«([—–-•©"
_LOOK_BACK = 24
_LOOK_AHEAD = 60


def _goes_on(text: str, boundary: re.Match[str], end: int) -> bool:
    """Return whether the sentence goes on behind a stop that white space follows."""
    dot, behind = boundary.span()
    before = text[max(0, dot - _LOOK_BACK) : dot]
    if behind == dot + 1 and text[dot] == "." and boundary["next"].isupper():
        last = before.rpartition(" ")[2]
        if last.isascii() and last.isalpha() and last.islower() and last not in ABBREVIATIONS:
            return False  # as most sentences end
    rest = text[behind : min(end, behind + _LOOK_AHEAD)]
    first = rest.lstrip().lstrip(_OPENING)[:2].rstrip()
    if first == ")" or (first[:1].islower() and not first[1:].isupper()):
        return True
    if text[dot : boundary.end("stop")] != ".":
        return boundary["close"] != "" and _ASKS.match(rest) is not None
    if boundary["close"] or not first:
        return False
    word = _LAST_WORD.search(before)
    return word is not None and _is_shortened(word.group(), rest.lstrip())


def _is_shortened(word: str, rest: str) -> bool:
    """Return whether the full stop behind ``word`` shortens it rather than ends a sentence before ``rest``."""
    folded = word.rpartition("-")[2].casefold()
    numbered = rest[:1].isdigit()
    if folded in _NAMED_NEXT:
        return True
    if folded in ABBREVIATIONS:
        return numbered or (folded not in _ENDING and word[:1].isupper() and _names_on(rest))
    if folded in ("a.m", "p.m"):
        return _OF_THE_CLOCK.match(rest) is not None
    if not _INITIALS.fullmatch(word):
        return False
    return ("." in word and numbered) or (("." in word or word.isupper()) and _names_on(rest))


def is_abbreviation(word: str) -> bool:
    """Return whether a full stop behind the word is its own: a title, a month, initials."""
    return word.casefold() in ABBREVIATIONS or (_INITIALS.fullmatch(word) is not None and word[:1].isupper())


def _names_on(rest: str) -> bool:
    """Return whether the words read as a name going on ("U.S. Fish and …") and not as a new sentence."""
    word = _FIRST_WORD.match(rest.lstrip(_OPENING))
    return word is not None and word.group() not in _OPENERS


def _is_one_word(text: str, boundary: re.Match[str]) -> bool:
    """Return whether a stop without space behind it stands in an address or behind an abbreviation."""
    start = boundary.start()
    while (
        start > 0 and boundary.start() - start < _LOOK_BACK and (text[start - 1].isalnum() or text[start - 1] == "-")
    ):
        start -= 1
    word = text[start : boundary.start()]
    return _DOMAIN.match(text, start) is not None or (word[:1].isupper() and word.casefold() in ABBREVIATIONS)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Split ``text[start:end]`` into sentences with offsets into ``text``.

    A line break always ends a sentence. Spans hold no white space at either end; blank stretches give none.
    """
    end = len(text) if end is None else end
    found: list[Span] = []
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    for boundary in _BOUNDARY.finditer(text, begin, end):
        kind = boundary.lastgroup
        stop = onward = boundary.end()
        if kind == "line":
            stop = _trimmed_end(text, begin, boundary.start())
        elif kind == "glued":
            if _is_one_word(text, boundary):
                continue
        elif _goes_on(text, boundary, end):
            continue
        else:
            onward = boundary.start("next")
        if begin < stop:
            found.append(Span(begin, stop))
        begin = onward
    stop = _trimmed_end(text, begin, end)
    if begin < stop:
        found.append(Span(begin, stop))
    return found


def _trimmed_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


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
    """Return the text as a terminal may show it: no control, bidi, zero-width or surrogate character is left.

    The length stays the same, so offsets into the text are offsets into what is shown. Line feeds stay.
    """
    return text.translate(_DISPLAY)


def display_line(text: str) -> str:
    """``display()`` on one line: line feeds become spaces as well."""
    return display(text).replace("\n", " ")
