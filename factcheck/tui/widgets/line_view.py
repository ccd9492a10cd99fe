"""What the three panes share: they draw themselves line by line, in one base style."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView


class LineView(ScrollView, can_focus=True):
    """A pane whose ``render_line`` draws one line of its virtual size.

    Such a pane costs what is in view. A widget that grows with its text would make Textual lay out and draw the whole
    screen anew at every key; so would a virtual size that is set as Textual's own panes set theirs, and a scrollbar
    that comes and goes: this one always has its column, which is blank where everything is in view.
    """

    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden;
        overflow-y: scroll;
    }
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

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether there is anything to scroll: where there is not, the keys for it are the screen's to use."""
        return super().allow_vertical_scroll and self.max_scroll_y > 0

    def take_length(self, lines: int) -> None:
        """Be so many lines long, scrolled no further than its end; its place on the screen stays what it is.

        What its lines say is drawn anew only where its scrolling moves them: the pane knows which have changed.
        """
        size = Size(self.scrollable_content_region.width, lines)
        if size != self.virtual_size:
            self.set_reactive(ScrollView.virtual_size, size)
            if self.show_vertical_scrollbar:
                # A bar with nothing to scroll is blank, however short the pane's text is: no need to draw it anew.
                self.vertical_scrollbar.window_virtual_size = max(lines, self.size.height)
            self.scroll_y = self.validate_scroll_y(self.scroll_y)
