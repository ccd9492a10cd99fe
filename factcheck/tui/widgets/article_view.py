"""The article with the claim lit in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from factcheck.grammar.text import display_line
from factcheck.model import Article, Claim, Field, SpanRef
from factcheck.review.corrections.marking import snapped
from factcheck.store import StoredArticle, StoredClaim
from factcheck.tui.page import Mark, PageLine, lay_out, lines_of, marks, position_at, styled
from factcheck.tui.widgets.line_view import LineView
from factcheck.tui.wrap import fit

_STYLES = (
    *("headline", "caption", "foreign", "sentence", "speaker"),
    *("claim", "done", "ground", "current", "corrected", "marked", "caret", "remark"),
)
_CALM = 2
"""Lines between the claim and the edge within which the page stays where it is when the claim changes."""


class ArticleView(LineView):
    """An article in lines that fit, with every claim marked and the current one lit and in view."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article-view--{style}" for style in _STYLES}
    SPARE_CELLS: ClassVar[int] = 0
    """Cells of every line that the words leave free."""

    @dataclass
    class Picked(Message):
        """A claim was clicked in the text."""

        claim_id: int

    @dataclass
    class Dragged(Message):
        """The pointer was dragged over words; ``span`` is whole words."""

        span: SpanRef

    def __init__(self, annotator: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._annotator = annotator
        self._article: Article | None = None
        self._claims: list[StoredClaim] = []
        self._around: Claim | SpanRef | None = None
        self._lines: list[PageLine] = []
        self._marks: list[Mark] = []
        self._grounds: Sequence[SpanRef] = ()
        self._whole: tuple[str, int] | None = None
        self._pressed: tuple[Field, int] | None = None
        self._dragged: SpanRef | None = None

    def show(self, stored: StoredArticle, claims: list[StoredClaim], current: Claim) -> None:
        """Light a claim of an article."""
        if self._article is not stored.article:  # a title, even the same, draws everything anew
            self.border_title = Content(_heading(stored.article))
            self._grounds = ()
        lines = self._lines
        self._article, self._claims, self._around = stored.article, claims, current
        before = self._marks
        self._marks = marks(stored.article, claims, current, self._annotator, self._grounds)
        self._lay_out()
        if self._lines is lines:
            self._refresh_marks(set(before) ^ set(self._marks))
        self._bring_into_view()

    def ground(self, places: Sequence[SpanRef]) -> None:
        """Mark the words that the article's toll rests on, until another article is shown."""
        if self._article is None or list(places) == list(self._grounds):
            return
        changed = set(self._grounds) ^ set(places)
        self._grounds = places
        if isinstance(self._around, Claim):
            self._marks = marks(self._article, self._claims, self._around, self._annotator, places)
        self._refresh_marks(changed)

    def _refresh_marks(self, changed: Iterable[Mark | SpanRef]) -> None:
        """Draw the lines anew on which the marks are others."""
        for mark in changed:
            span = lines_of(self._lines, mark.field, mark.start, mark.end)
            if span is not None:
                self.refresh_lines(span[0], span[1] - span[0] + 1)

    def clear(self) -> None:
        """Show nothing."""
        self._article = self._around = self._whole = None
        self._lines, self._marks = [], []
        self.border_title = None
        self.take_length(0)
        self.refresh()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._lay_out()
        self._bring_into_view()

    # ---- the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Perhaps the beginning of words to be marked."""
        if event.button == 1:
            self._show_dragged(None)
            self._pressed = self.position_at(event.get_content_offset_capture(self))
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the words from where the button went down."""
        here = self.position_at(event.get_content_offset_capture(self)) if self._pressed else None
        if self._pressed is None or here is None or here[0] != self._pressed[0] or self._article is None:
            return
        field, begin = self._pressed
        if here[1] == begin and self._dragged is None:
            return
        start, end = sorted((begin, here[1]))
        self._show_dragged(SpanRef(field, *snapped(self._article.string(field), start, end + 1)))

    def on_mouse_up(self) -> None:
        """Hand over the words that were dragged over."""
        self.release_mouse()
        self._pressed = None
        if self._dragged is not None:
            self.post_message(self.Dragged(self._dragged))

    def _show_dragged(self, span: SpanRef | None) -> None:
        before, self._dragged = self._dragged, span
        self._refresh_marks([one for one in (before, span) if one is not None])

    def on_click(self, event: events.Click) -> None:
        """Pick the claim under the pointer; the end of a drag picks none."""
        if self._dragged is not None:
            self._show_dragged(None)
            return
        offset = event.get_content_offset_capture(self)
        claim_id = self.claim_at(offset.x, self.scroll_offset.y + offset.y)
        if claim_id is not None:
            self.post_message(self.Picked(claim_id))

    def position_at(self, offset: Offset) -> tuple[Field, int] | None:
        """The code point under a cell of the pane, and which string it is of; ``None`` where there is no text."""
        y = self.scroll_offset.y + offset.y
        if not 0 <= y < len(self._lines) or (field := self._lines[y].field) is None:
            return None
        return field, position_at(self._lines[y], self._without_signs(y, offset.x))

    def _without_signs(self, y: int, x: int) -> int:  # noqa: ARG002 - for panes that draw signs between the words
        """The cell of a line that would be under the pointer if its words alone were drawn."""
        return x

    def claim_at(self, x: int, y: int) -> int | None:
        """The shortest claim that covers a cell of a line; ``None`` where none does."""
        if not 0 <= y < len(self._lines) or (field := self._lines[y].field) is None:
            return None
        position = position_at(self._lines[y], x)
        under = [
            stored
            for stored in self._claims
            if stored.claim.field == field and stored.claim.start <= position < stored.claim.end
        ]
        return min(under, key=lambda stored: stored.claim.end - stored.claim.start).id if under else None

    # ---- drawing

    def _lay_out(self) -> None:
        """Break the lines where they are to be others, and draw those anew."""
        width = self.scrollable_content_region.width - self.SPARE_CELLS
        if self._article is None or self._around is None or width <= 0:
            return
        key = (self._article.sha256, width)
        if self._whole == key:
            return
        self._lines = lay_out(self._article, self._around, width)
        # A page that was cut around one claim may not show the next one.
        self._whole = key if all(line.field or not line.text for line in self._lines) else None
        self.take_length(len(self._lines))
        self.refresh()

    def _bring_into_view(self) -> None:
        around = self._around
        span = lines_of(self._lines, around.field, around.start, around.end) if around is not None else None
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
        return Strip(self._segments(index, base)).adjust_cell_length(width, base)

    def _segments(self, y: int, base: Style) -> list[Segment]:
        over = self._marks
        if (span := self._dragged) is not None:
            over = [*over, Mark(span.field, span.start, span.end, "marked")]
        return [Segment(text, self._combined(base, styles)) for text, styles in styled(self._lines[y], over)]

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
