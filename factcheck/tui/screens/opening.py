"""A screen's first frame: drawn when there is something to see in it."""

from __future__ import annotations

from textual import events
from textual.screen import Screen

_PATIENCE_SECONDS = 0.15
"""How long a screen may stay undrawn; what it says of its waiting is drawn then."""


class OpeningScreen(Screen[None]):
    """Draws nothing until `appear` or for a moment: every frame of empty panes would put off the first full one."""

    def __init__(self) -> None:
        super().__init__()
        self._has_appeared = False

    def on_mount(self) -> None:
        """Appear after a moment, whatever is still awaited."""
        self.set_timer(_PATIENCE_SECONDS, self.appear)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave out the styling of all widgets where they were mounted, and styled, a moment ago."""
        event.refresh_styles = self._has_appeared

    def appear(self) -> None:
        """Draw the first frame, at once; later it does nothing."""
        if not self._has_appeared:
            self._has_appeared = True
            self.refresh()
            self._on_timer_update()

    def _compositor_refresh(self) -> None:
        """Textual's own, once the screen has appeared."""
        if self._has_appeared:
            super()._compositor_refresh()

    def _take_width(self) -> None:
        """Take the classes of the width before anything is mounted: later, each widget would be styled anew."""
        breakpoints = self.HORIZONTAL_BREAKPOINTS or []
        classes = self._get_breakpoint_classes(self.app.size.width, breakpoints)
        self.update_classes(dict.fromkeys(classes, True))
