"""A text's blocks: its lines that are not blank, or its paragraphs where the lines were wrapped to a width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n]*\S[^\n]*")

_MIN_WIDTH, _MAX_WIDTH = 30, 130
_MIN_PAIRS = 3
_LONGER = 0.02
"""Share of lines that may be longer than the width: addresses cannot be wrapped."""

_WRAPPED, _GOES_ON = 0.4, 0.25
"""Of the breaks between neighbouring lines wrapping must explain so many (wrapped news: .5 to 1, labels: .05), and so
many must be followed by a small letter or a digit, as lists seldom are."""

_SENTENCE_ENDS = ".!?:;"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``[start:end]`` of the whole that is no blank, without white space at either end.

    ``text`` is what it says, on one line.
    """

    start: int
    end: int
    text: str


def blocks_of(text: str) -> list[Block]:
    """The blocks in text order."""
    lines = []
    for line in _LINE.finditer(text):
        words = line.group()
        bare = words.strip()
        start = line.start() + len(words) - len(words.lstrip())
        lines.append(Block(start, start + len(bare), bare))
    width = _wrap_width(text, lines)
    return _unwrapped(text, lines, width) if width else lines


def _wrap_width(text: str, lines: Sequence[Block]) -> int | None:
    """The width that the lines were wrapped to, ``None`` where they were not."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[-1 - int(_LONGER * len(lengths))] if lengths else 0
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return None
    pairs = [(line, after) for line, after in pairwise(lines) if _adjacent(text, line, after)]
    wrapped = sum(_is_wrapped(line, after, width) for line, after in pairs)
    goes_on = sum(after.text[0].islower() or after.text[0].isdigit() for _, after in pairs)
    enough = len(pairs) >= _MIN_PAIRS and wrapped >= _WRAPPED * len(pairs) and goes_on >= _GOES_ON * len(pairs)
    return width if enough else None


def _adjacent(text: str, line: Block, after: Block) -> bool:
    """Whether no blank line stands between the two."""
    return text.count("\n", line.end, after.start) == 1


def _is_wrapped(line: Block, after: Block, width: int) -> bool:
    """Whether the next line's first word had no room behind the line."""
    return len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width


def _goes_on(line: Block, after: Block) -> bool:
    """Whether a sentence goes on in the next line, though its first word might have had room."""
    return after.text[0].islower() and line.text[-1] not in _SENTENCE_ENDS


def _unwrapped(text: str, lines: Sequence[Block], width: int) -> list[Block]:
    """Paragraphs: lines joined where wrapping broke them."""
    paragraphs = [[lines[0]]]
    for line, after in pairwise(lines):
        if _adjacent(text, line, after) and (_is_wrapped(line, after, width) or _goes_on(line, after)):
            paragraphs[-1].append(after)
        else:
            paragraphs.append([after])
    return [
        Block(paragraph[0].start, paragraph[-1].end, " ".join(line.text for line in paragraph))
        for paragraph in paragraphs
    ]
