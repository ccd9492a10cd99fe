"""The net under every widget: whatever text is about to be drawn is made safe for a terminal."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from factcheck.grammar.text import display_line


class SafeOutput(LineFilter):
    """Replaces control, bidi and zero-width characters in all drawn text; what is safe already is not copied."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - LineFilter's signature
        """The same segments, safe to draw; Textual's own control segments pass."""
        return [
            segment if segment.control or (segment.text.isascii() and segment.text.isprintable()) else _safe(segment)
            for segment in segments
        ]


def _safe(segment: Segment) -> Segment:
    return Segment(display_line(segment.text), segment.style)
