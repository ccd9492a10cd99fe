"""A search line as parts with their places: terms of a field, words and quoted phrases. Total: it refuses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACE = re.compile(r"\s+")
_FIELD = re.compile(r"(?P<name>[A-Za-z_]+)(?P<operator>[<>]=|[:=<>])")
_BARE = re.compile(r"[^\s,\"“”]+")
_WORD = re.compile(r"\S+")
_CLOSING = {'"': '"', "“": "”"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A value as written.

    ``start`` and ``end`` hold the quotes where it has them; ``closed`` is false where the closing one is missing.
    """

    text: str
    start: int
    end: int
    quoted: bool = False
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the line: a term of a field, or free words where ``field`` is empty.

    ``pieces`` are the values between commas, an empty one where nothing is written.
    """

    start: int
    end: int
    negated: bool
    field: str
    operator: str
    pieces: tuple[Piece, ...]

    def written(self, line: str) -> str:
        """The part as it stands in the line."""
        return line[self.start : self.end]


def quoted(text: str) -> str:
    """A text between quotes, so that it is read as one value or phrase."""
    return '"' + text.replace('"', '""') + '"'


def parts(line: str) -> Iterator[Part]:
    """The parts of a line from left to right."""
    position = _after_space(line, 0)
    while position < len(line):
        part = _part(line, position)
        yield part
        position = _after_space(line, part.end)


def _after_space(line: str, position: int) -> int:
    found = _SPACE.match(line, position)
    return found.end() if found else position


def _part(line: str, start: int) -> Part:
    negated = line[start] == "-" and start + 1 < len(line) and not line[start + 1].isspace()
    position = start + negated
    field = _FIELD.match(line, position)
    if field:
        pieces = tuple(_pieces(line, field.end()))
        return Part(start, pieces[-1].end, negated, field["name"].lower(), field["operator"], pieces)
    piece = _quoted(line, position) if line[position] in _CLOSING else _matched(_WORD, line, position)
    return Part(start, piece.end, negated, "", ":", (piece,))


def _pieces(line: str, position: int) -> Iterator[Piece]:
    while True:
        if line[position : position + 1] in _CLOSING:
            piece = _quoted(line, position)
        else:
            piece = _matched(_BARE, line, position)
        yield piece
        if line[piece.end : piece.end + 1] != ",":
            return
        position = piece.end + 1


def _matched(pattern: re.Pattern[str], line: str, position: int) -> Piece:
    found = pattern.match(line, position)
    return Piece(found.group(), position, found.end()) if found else Piece("", position, position)


def _quoted(line: str, start: int) -> Piece:
    """What stands between quotes; a doubled quote stands for one."""
    mark = _CLOSING[line[start]]
    position = start + 1
    while (end := line.find(mark, position)) >= 0:
        if line[end + 1 : end + 2] != mark:
            return Piece(line[start + 1 : end].replace(mark * 2, mark), start, end + 1, quoted=True)
        position = end + 2
    return Piece(line[start + 1 :].replace(mark * 2, mark), start, len(line), quoted=True, closed=False)
