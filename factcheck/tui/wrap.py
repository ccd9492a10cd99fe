"""Where a text breaks into lines of a given width, with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

_WORD = re.compile(r"\S+[^\S\n]*|[^\S\n]+")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Spans that tile one paragraph, each at most ``width`` cells wide but for the blanks at its end.

    ``text`` holds no line feed. A word wider than a line is cut. An empty text is one empty line.
    """
    if not text:
        return [(0, 0)]
    width = max(1, width)
    starts = [0]
    used = 0
    for begin, end in _pieces(text, width):
        word = text[begin:end]
        needed = cell_len(word.rstrip())
        if used and used + needed > width:
            starts.append(begin)
            used = 0
        used += cell_len(word)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _pieces(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Words with the blanks behind them, those wider than a line cut into pieces."""
    for match in _WORD.finditer(text):
        begin, end = match.span()
        if end - begin <= width // 2 or cell_len(match.group().rstrip()) <= width:
            yield begin, end
        else:
            yield from _cut(text, begin, end, width)


def _cut(text: str, begin: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    used = 0
    for position in range(begin, end):
        cells = cell_len(text[position])
        if used + cells > width and used:
            yield begin, position
            begin, used = position, 0
        used += cells
    yield begin, end


def fit(text: str, width: int) -> str:
    """The text in exactly ``width`` cells: padded with blanks, or cut and ended with an ellipsis."""
    if width <= 0:
        return ""
    missing = width - cell_len(text[: width + 1])
    if missing >= 0 and len(text) <= width:
        return text + " " * missing
    kept = text[:width]
    while cell_len(kept) > width - 1:
        kept = kept[:-1]
    return kept + "…" + " " * (width - 1 - cell_len(kept))
