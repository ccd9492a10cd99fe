"""The annotation guideline of a claim type, beside the claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from factcheck.grammar.text import display_line
from factcheck.model import ClaimType
from factcheck.review.guidelines import Guideline, Line, LineKind, Style
from factcheck.tui.widgets.page_view import PageView
from factcheck.tui.wrap import wrap

_STYLES = {Style.PLAIN: "", Style.BOLD: "bold", Style.ITALIC: "italic", Style.CODE: "$text-accent"}
_INDENT = 2
"""Cells for each level of a list."""


class GuidelineView(PageView):
    """A guideline broken into lines that fit; ``kind`` is the claim type whose guideline it shows."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.kind: ClaimType | None = None
        self._trouble = ""
        self._lines: Sequence[Line] = ()

    def show(self, kind: ClaimType, guideline: Guideline, lines: Sequence[Line], keys: str) -> None:
        """Show the guideline of a type from its top; ``keys`` says how to scroll it."""
        self.kind, self._trouble, self._lines = kind, guideline.trouble, lines
        self.border_title = Content(display_line(f"Guideline: {guideline.title}"))
        self.border_subtitle = Content(keys)
        self.redraw()
        self.scroll_to(y=0, animate=False, force=True)

    def tell(self, trouble: str) -> None:
        """Say that there is no guideline to show."""
        self.kind, self._trouble, self._lines = None, trouble, ()
        self.border_title = Content("Guideline")
        self.redraw()

    def page(self, width: int) -> Content:
        """The guideline, or why there is none."""
        return Content("\n").join(_page(self._trouble, self._lines, width))


def _page(trouble: str, lines: Sequence[Line], width: int) -> Iterator[Content]:
    """What is the matter with it, if anything, and the guideline, its parts set apart by blank lines."""
    if trouble:
        yield from _wrapped(Content.styled(f"! {display_line(trouble)}", "bold $text-error"), width)
        yield Content("")
    before: Line | None = None
    titled = bool(lines) and lines[0].kind is LineKind.HEADING and lines[0].level == 1
    for line in lines[1:] if titled else lines:  # the title stands in the border
        if before is not None and _apart(before, line):
            yield Content("")
        yield from _broken(line, width)
        before = line


def _apart(before: Line, line: Line) -> bool:
    """Whether a blank line stands between two lines: not below a heading, nor within a list, a table or code."""
    close = {LineKind.BULLET, LineKind.NUMBER, LineKind.ROW, LineKind.CODE}
    return before.kind is not LineKind.HEADING and not (line.kind in close and line.kind is before.kind)


def _broken(line: Line, width: int) -> Iterator[Content]:
    """A line in as many as it takes, those after the first set in below its words."""
    if line.kind is LineKind.RULE:
        yield Content.styled("─" * width, "$secondary")
        return
    words = Content.assemble(*((piece.text, _style(line, piece.style)) for piece in line.pieces))
    mark = f"{line.mark} " if line.mark else ""
    indent = 0 if line.kind is LineKind.HEADING else max(0, line.level - 1) * _INDENT + (_INDENT if line.level else 0)
    inside = max(indent, len(mark))
    for number, part in enumerate(_wrapped(words, width - inside)):
        yield Content((mark if not number else "").rjust(inside)) + part


def _style(line: Line, style: Style) -> str:
    if line.kind is LineKind.HEADING:
        return "bold underline $text-primary" if line.level == 1 else "bold $text-primary"
    return _STYLES[style]


def _wrapped(words: Content, width: int) -> Iterator[Content]:
    for start, end in wrap(words.plain, max(1, width)):
        yield words[start:end].rstrip()
