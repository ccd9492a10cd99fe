"""The net under every widget: whatever text is about to be drawn is made safe for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from factcheck.grammar.text import display_line


class SafeOutput(LineFilter):
    """Replaces control, bidi and zero-width characters in all drawn text, behind Textual's own filters.

    One filter that goes through them all: Textual copies every line of the screen once for each filter it knows of.
    """

    def __init__(self, others: Sequence[LineFilter]) -> None:
        super().__init__()
        self.others = tuple(others)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments as the other filters leave them, safe to draw; Textual's own control segments pass."""
        for other in self.others:
            segments = other.apply(segments, background)
        return [
            segment if segment.control or (segment.text.isascii() and segment.text.isprintable()) else _safe(segment)
            for segment in segments
        ]


def _safe(segment: Segment) -> Segment:
    return Segment(display_line(segment.text), segment.style)
