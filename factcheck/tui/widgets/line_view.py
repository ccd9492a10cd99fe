"""What the three panes share: they draw themselves line by line, in one base style."""

from __future__ import annotations

from rich.style import Style
from textual.scroll_view import ScrollView


class LineView(ScrollView, can_focus=True):
    """A pane whose ``render_line`` draws one line of its virtual size.

    Such a pane costs what is in view. A widget that grows with its text would make Textual lay out and draw the whole
    screen anew at every key.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._base: Style | None = None

    def notify_style_update(self) -> None:
        """The theme or the focus may have changed."""
        self._base = None
        super().notify_style_update()

    @property
    def base_style(self) -> Style:
        """The pane's own style, kept: Textual computes it at every look, and every line looks."""
        if self._base is None:
            self._base = self.rich_style
        return self._base
