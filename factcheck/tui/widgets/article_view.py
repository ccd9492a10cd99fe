"""The article with the claim lit in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from factcheck.grammar.text import display_line
from factcheck.model import Article, Claim
from factcheck.store import StoredArticle, StoredClaim
from factcheck.tui.page import Mark, PageLine, lay_out, lines_of, marks, styled
from factcheck.tui.widgets.line_view import LineView
from factcheck.tui.wrap import fit

_STYLES = ("headline", "caption", "foreign", "sentence", "speaker", "claim", "done", "current", "remark")
_CALM = 2
"""Lines between the claim and the edge within which the page stays where it is when the claim changes."""


class ArticleView(LineView):
    """An article in lines that fit, with every claim marked and the current one lit and in view."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article-view--{style}" for style in _STYLES}

    @dataclass
    class Picked(Message):
        """A claim was clicked in the text."""

        claim_id: int

    def __init__(self, annotator: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._annotator = annotator
        self._article: Article | None = None
        self._claims: list[StoredClaim] = []
        self._current: Claim | None = None
        self._lines: list[PageLine] = []
        self._marks: list[Mark] = []
        self._whole: tuple[str, int] | None = None

    def show(self, stored: StoredArticle, claims: list[StoredClaim], current: Claim) -> None:
        """Light a claim of an article."""
        if self._article is not stored.article:  # a title, even the same, draws everything anew
            self.border_title = Content(_heading(stored.article))
        before, lines = self._marks, self._lines
        self._article, self._claims, self._current = stored.article, claims, current
        self._marks = marks(stored.article, claims, current, self._annotator)
        self._lay_out()
        if self._lines is lines:
            self._refresh_marks(set(before) ^ set(self._marks))
        else:
            self.refresh()
        self._bring_into_view()

    def _refresh_marks(self, changed: set[Mark]) -> None:
        """Draw the lines anew on which the marks are others."""
        for mark in changed:
            span = lines_of(self._lines, mark.field, mark.start, mark.end)
            if span is not None:
                self.refresh_lines(span[0], span[1] - span[0] + 1)

    def clear(self) -> None:
        """Show nothing."""
        self._article = self._current = self._whole = None
        self._lines, self._marks = [], []
        self.border_title = None
        self.virtual_size = Size(0, 0)
        self.refresh()

    def on_resize(self) -> None:
        """Break the lines anew."""
        if self._current is not None:
            self._lay_out()
            self._bring_into_view()

    def on_click(self, event: events.Click) -> None:
        """Pick the claim under the pointer."""
        offset = event.get_content_offset_capture(self)
        claim_id = self.claim_at(offset.x, self.scroll_offset.y + offset.y)
        if claim_id is not None:
            self.post_message(self.Picked(claim_id))

    def claim_at(self, x: int, y: int) -> int | None:
        """The shortest claim that covers a cell of a line; ``None`` where none does."""
        if not 0 <= y < len(self._lines) or (field := self._lines[y].field) is None:
            return None
        line = self._lines[y]
        position = line.start + len(Content(line.text).truncate(x + 1).plain) - 1 if line.text else line.start
        under = [
            stored
            for stored in self._claims
            if stored.claim.field == field and stored.claim.start <= position < stored.claim.end
        ]
        return min(under, key=lambda stored: stored.claim.end - stored.claim.start).id if under else None

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if self._article is None or self._current is None or width <= 0:
            return
        key = (self._article.sha256, width)
        if self._whole == key:
            return
        self._lines = lay_out(self._article, self._current, width)
        # A page that was cut around one claim may not show the next one.
        self._whole = key if all(line.field or not line.text for line in self._lines) else None
        self.virtual_size = Size(width, len(self._lines))

    def _bring_into_view(self) -> None:
        if self._current is None:
            return
        span = lines_of(self._lines, self._current.field, self._current.start, self._current.end)
        height, top = self.size.height, self.scroll_offset.y
        if span is None or not height:
            return
        calm = min(_CALM, height // 4)
        if top + calm <= span[0] and span[1] < top + height - calm and self.max_scroll_y >= top:
            return
        self.scroll_to(y=max(0, span[0] - height // 3), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One line of the article."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        base = self.base_style
        if index >= len(self._lines):
            return Strip.blank(width, base)
        line = self._lines[index]
        if line.field is None:
            return Strip([Segment(fit(line.text, width), base + self._style("remark"))], width)
        segments = [Segment(text, self._combined(base, styles)) for text, styles in styled(line, self._marks)]
        return Strip(segments).adjust_cell_length(width, base)

    def _combined(self, base: Style, styles: tuple[str, ...]) -> Style:
        for style in styles:
            base += self._style(style)
        return base

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"article-view--{name}", partial=True)


def _heading(article: Article) -> str:
    """Who published it when: what a reader wants to know of an article on one line, safe to show."""
    day = f"{article.published.day}" if article.published else "no date"
    parts = (article.publisher, day, article.source_id)
    return display_line(" · ".join(part for part in parts if part))
