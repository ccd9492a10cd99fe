"""A pane of styled words that are broken to its width and drawn line by line."""

from __future__ import annotations

from abc import abstractmethod
from itertools import zip_longest

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual

from factcheck.tui.widgets.line_view import LineView


class PageView(LineView):
    """A pane that says in ``page`` what it shows, and calls ``redraw`` when that is something else."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._strips: list[Strip] | None = None

    @abstractmethod
    def page(self, width: int) -> Content:
        """What the pane shows, in lines of at most so many cells."""

    def redraw(self) -> None:
        """Break the lines anew and show them."""
        before, self._strips = self._strips, self._broken()
        self.take_length(len(self._strips))
        for y, (old, new) in enumerate(zip_longest(before or (), self._strips)):
            if old != new:
                self.refresh_line(y)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.redraw()

    def notify_style_update(self) -> None:
        """Another theme has other colours."""
        self._strips = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line of the page."""
        if self._strips is None:
            self._strips = self._broken()
        line, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if line >= len(self._strips):
            return Strip.blank(width, self.base_style)
        return self._strips[line].adjust_cell_length(width, self.base_style)

    def _broken(self) -> list[Strip]:
        width = self.scrollable_content_region.width
        return Visual.to_strips(self, self.page(width), width, None, self.visual_style, pad=True) if width > 0 else []
