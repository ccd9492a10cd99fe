"""A text's blocks: its lines that are not blank, each with its span."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Block:
    """A line that is not blank: ``text`` is ``[start:end]`` of the whole, without white space at either end."""

    start: int
    end: int
    text: str


def blocks_of(text: str) -> list[Block]:
    """The blocks in text order."""
    found = []
    for line in _LINE.finditer(text):
        words = line.group()
        bare = words.strip()
        start = line.start() + len(words) - len(words.lstrip())
        found.append(Block(start, start + len(bare), bare))
    return found
