"""The part of an article that the screen holds: all of a usual one, a stretch around the claim of a huge one."""

from __future__ import annotations

from dataclasses import dataclass

MAX_LINES = 200
MAX_LINE = 20_000
MAX_CHARACTERS = 40_000
"""Bounds in lines, code points a line, and code points in all: laying out more than this would be felt at a keypress.

News articles seldom pass 10,000 characters, some of them on a single line, so that nearly all are shown whole.
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line of the text; ``cut_left`` and ``cut_right`` say whether the line goes on there."""

    start: int
    end: int
    cut_left: bool = False
    cut_right: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """The pieces shown, in order, and how many code points of the text lie above and below them."""

    pieces: tuple[Piece, ...]
    above: int
    below: int


def window(text: str, around: int) -> Window:
    """The lines of ``text`` around a code point, the one that holds it included."""
    around = min(max(0, around), len(text))
    here = _line_at(text, around)
    half_lines, half_characters = (MAX_LINES - 1) // 2, MAX_CHARACTERS // 2
    below, used = _downward(text, here[1], MAX_LINES - 1, MAX_CHARACTERS)
    if len(below) > half_lines or used > half_characters:
        above, above_used = _upward(text, here[0], half_lines, half_characters)
        below, _ = _downward(text, here[1], MAX_LINES - 1 - len(above), MAX_CHARACTERS - above_used)
    else:
        above, _ = _upward(text, here[0], MAX_LINES - 1 - len(below), MAX_CHARACTERS - used)
    lines = [*reversed(above), here, *below]
    pieces = tuple(_piece(start, end, around) for start, end in lines)
    return Window(pieces, lines[0][0], len(text) - lines[-1][1])


def _line_at(text: str, position: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, len(text) if end < 0 else end


def _downward(text: str, end: int, lines: int, characters: int) -> tuple[list[tuple[int, int]], int]:
    found: list[tuple[int, int]] = []
    used = 0
    while end < len(text) and len(found) < lines:
        line = _line_at(text, end + 1)
        used += min(MAX_LINE, line[1] - line[0])
        if used > characters:
            break
        found.append(line)
        end = line[1]
    return found, used


def _upward(text: str, start: int, lines: int, characters: int) -> tuple[list[tuple[int, int]], int]:
    found: list[tuple[int, int]] = []
    used = 0
    while start > 0 and len(found) < lines:
        line = (text.rfind("\n", 0, start - 1) + 1, start - 1)
        used += min(MAX_LINE, line[1] - line[0])
        if used > characters:
            break
        found.append(line)
        start = line[0]
    return found, used


def _piece(start: int, end: int, around: int) -> Piece:
    """A line as it is shown: whole, or cut to the part around the claim, or to its beginning."""
    if end - start <= MAX_LINE:
        return Piece(start, end)
    left = min(max(start, around - MAX_LINE // 2), end - MAX_LINE) if start <= around <= end else start
    right = left + MAX_LINE
    return Piece(left, right, left > start, right < end)
