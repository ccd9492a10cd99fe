"""The article while words are marked in it: the caret, and the marked words between two signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from factcheck.model import Field, SpanRef
from factcheck.review.corrections.marking import Marking
from factcheck.store import StoredArticle, StoredClaim
from factcheck.tui.page import Mark, cell_of, line_at, position_at, styled
from factcheck.tui.widgets.article_view import ArticleView

OPENING, CLOSING = "‹", "›"
"""What stands around the marked words, so that no colour is needed to see them."""


class MarkingView(ArticleView, can_focus=False):
    """The marked words are underlined between ``‹`` and ``›``; the sign at the edge that moves is reversed.

    The signs take cells of their own: no letter of the article is hidden by them. The keys are the screen's, which
    moves the caret with those that would scroll a pane; the mouse scrolls.
    """

    SPARE_CELLS: ClassVar[int] = 2

    @dataclass
    class Placed(Message):
        """A place of the text was clicked."""

        field: Field
        position: int

    def __init__(self, annotator: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, annotator=annotator)
        self._marking: Marking | None = None
        self._span: SpanRef | None = None
        self._signs: dict[int, list[_Sign]] = {}

    def open(self, stored: StoredArticle, claims: list[StoredClaim], claim: StoredClaim, marking: Marking) -> None:
        """Show an article with its claims, and what is marked; the claim at hand does not outshine it."""
        self.show(stored, claims, claim.claim)
        self._marks = [mark for mark in self._marks if mark.style != "current"]
        self.mark(marking)

    def mark(self, marking: Marking) -> None:
        """Show what is marked, with the caret in view."""
        self._marking = marking
        self._around = SpanRef(marking.field, marking.caret, marking.caret + 1)
        if line_at(self._lines, marking.field, marking.caret) is None:
            self._whole = None
            self._lay_out()
        self._place_signs()
        self._bring_into_view()

    def _show_dragged(self, span: SpanRef | None) -> None:
        self._dragged = span
        self._place_signs()

    def on_resize(self) -> None:
        """Break the lines anew, the caret staying in view."""
        self._whole = None
        super().on_resize()
        self._place_signs()

    def on_click(self, event: events.Click) -> None:
        """Say which place was clicked; the end of a drag is none."""
        event.prevent_default()
        place = self.position_at(event.get_content_offset_capture(self)) if self._dragged is None else None
        self._show_dragged(None)
        if place is not None:
            self.post_message(self.Placed(*place))

    def _place_signs(self) -> None:
        """Find the lines of the marked words and their signs, and draw anew what has changed."""
        before = self._signs, self._span
        marking, self._signs = self._marking, {}
        self._span = self._dragged or (marking.span if marking is not None else None)
        if (span := self._span) is not None:
            at_end = marking is None or marking.at_end
            self._sign(span.field, span.start, span.start, OPENING, moves=not at_end)
            self._sign(span.field, span.end, max(span.start, span.end - 1), CLOSING, moves=at_end)
        elif marking is not None:
            self._sign(marking.field, marking.caret, marking.caret, "", moves=True)
        self._refresh_marks([one for one in (before[1], self._span) if one is not None])
        for y in (*before[0], *self._signs):
            self.refresh_lines(y, 1)

    def _sign(self, field: Field, place: int, of: int, sign: str, *, moves: bool) -> None:
        """Put a sign before a place, on the line that holds the character ``of``."""
        y = line_at(self._lines, field, of)
        if y is not None:
            self._signs.setdefault(y, []).append(_Sign(min(place, self._lines[y].end), sign, moves))

    def beside(self, marking: Marking, lines: int) -> tuple[Field, int] | None:
        """Where the caret comes to so many lines further down or up; ``None`` beyond the edges of the article."""
        here = line_at(self._lines, marking.field, marking.caret)
        if here is None:
            return None
        x, y = cell_of(self._lines[here], marking.caret), here + lines
        step = 1 if lines > 0 else -1
        while 0 <= y < len(self._lines):
            line = self._lines[y]
            if line.field is not None and line.text:
                return line.field, position_at(line, x)
            y += step
        return None

    def _bring_into_view(self) -> None:
        here = line_at(self._lines, self._around.field, self._around.start) if self._around is not None else None
        height, top = self.size.height, self.scroll_offset.y
        if here is None or not height:
            return
        calm = min(2, height // 4)
        if here < top + calm:
            self.scroll_to(y=max(0, here - calm), animate=False, force=True)
        elif here >= top + height - calm:
            self.scroll_to(y=here - height + calm + 1, animate=False, force=True)

    def _segments(self, y: int, base: Style) -> list[Segment]:
        line, signs, span = self._lines[y], self._signs.get(y, []), self._span
        over = list(self._marks)
        if span is not None:
            over.append(Mark(span.field, span.start, span.end, "marked"))
        elif signs and line.field is not None:
            over.append(Mark(line.field, signs[0].place, signs[0].place + 1, "caret"))
        segments: list[Segment] = []
        at = line.start
        for text, styles in styled(line, over):
            segments += [self._drawn(sign, base) for sign in signs if sign.place == at and sign.text]
            segments.append(Segment(text, self._combined(base, styles)))
            at += len(text)
        return segments + [self._drawn(sign, base) for sign in signs if sign.place >= line.end]

    def _drawn(self, sign: _Sign, base: Style) -> Segment:
        style = self._style("caret") if sign.moves else self._style("marked")
        return Segment(sign.text or " ", base + style)

    def _without_signs(self, y: int, x: int) -> int:
        line = self._lines[y]
        signs = [sign for sign in self._signs.get(y, ()) if sign.text]
        return x - sum(cell_of(line, sign.place) + number < x for number, sign in enumerate(signs))


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign before a place of a line; without a text it is the caret, which lies on the character there."""

    place: int
    text: str
    moves: bool
