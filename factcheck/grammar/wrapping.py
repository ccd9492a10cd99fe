"""Texts whose lines were wrapped to a width: which line breaks are wrapping alone, and the text read without them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.grammar.text import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")

_MIN_WIDTH, _MAX_WIDTH = 30, 130
_MIN_PAIRS = 3
_LONGER = 0.02
"""Share of lines that may be longer than the width: addresses cannot be wrapped."""

_WRAPPED, _GOES_ON = 0.4, 0.25
"""Of the breaks between neighbouring lines wrapping must explain so many (wrapped news: .5 to 1, labels: .05), and so
many must be followed by a small letter or a digit, as lists seldom are."""

_SENTENCE_ENDS = ".!?:;"


def lines_of(text: str) -> list[Span]:
    """The lines that are not blank, without white space at either end."""
    lines = []
    for line in _LINE.finditer(text):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        lines.append(Span(start, start + len(words.strip())))
    return lines


def wraps(text: str, lines: Sequence[Span]) -> list[Span]:
    """The breaks between ``lines`` that are wrapping alone: from the end of a line's words to the next line's first.

    There are none unless the whole text is seen to be wrapped.
    """
    width = _width(text, lines)
    if width is None:
        return []
    return [
        Span(line.end, after.start)
        for line, after in pairwise(lines)
        if _adjacent(text, line, after) and (_is_full(text, line, after, width) or _goes_on(text, line, after))
    ]


def unwrapped(text: str) -> str:
    """The text with a space for each character of white space that is wrapping alone; its length stays the same."""
    pieces = []
    position = 0
    for gap in wraps(text, lines_of(text)):
        pieces += [text[position : gap.start], " " * (gap.end - gap.start)]
        position = gap.end
    return "".join((*pieces, text[position:])) if pieces else text


def _width(text: str, lines: Sequence[Span]) -> int | None:
    """The width that the lines were wrapped to, ``None`` where they were not."""
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[-1 - int(_LONGER * len(lengths))] if lengths else 0
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return None
    pairs = [(line, after) for line, after in pairwise(lines) if _adjacent(text, line, after)]
    full = sum(_is_full(text, line, after, width) for line, after in pairs)
    going_on = sum(text[after.start].islower() or text[after.start].isdigit() for _, after in pairs)
    enough = len(pairs) >= _MIN_PAIRS and full >= _WRAPPED * len(pairs) and going_on >= _GOES_ON * len(pairs)
    return width if enough else None


def _adjacent(text: str, line: Span, after: Span) -> bool:
    """Whether no blank line stands between the two."""
    return text.count("\n", line.end, after.start) == 1


def _is_full(text: str, line: Span, after: Span, width: int) -> bool:
    """Whether the next line's first word had no room behind the line."""
    word = text[after.start : after.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width


def _goes_on(text: str, line: Span, after: Span) -> bool:
    """Whether a sentence goes on in the next line, though its first word might have had room."""
    return text[after.start].islower() and text[line.end - 1] not in _SENTENCE_ENDS
