"""A text's blocks: its lines that are not blank, or its paragraphs where the lines were wrapped to a width."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.grammar.text import Span
from factcheck.grammar.wrapping import lines_of, wraps


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
    lines = lines_of(text)
    joined = {gap.start for gap in wraps(text, lines)}
    if not joined:
        return [_block(text, [line]) for line in lines]
    paragraphs: list[list[Span]] = []
    for line in lines:
        if paragraphs and paragraphs[-1][-1].end in joined:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_block(text, paragraph) for paragraph in paragraphs]


def _block(text: str, lines: list[Span]) -> Block:
    return Block(lines[0].start, lines[-1].end, " ".join(text[line.start : line.end] for line in lines))
