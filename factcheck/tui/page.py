"""An article laid out for the screen: lines of a width, and which style each stretch of the text has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len

from factcheck.grammar.text import display
from factcheck.model import Article, Claim, Field, SectionKind, SpanRef
from factcheck.review.corrections.corrected import corrected_span
from factcheck.review.labelling import is_done
from factcheck.store import StoredClaim
from factcheck.tui.window import window
from factcheck.tui.wrap import wrap


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of the screen: a stretch of one of the article's strings, or a remark where ``field`` is ``None``.

    ``text`` is safe to show and, where there is a field, exactly ``end - start`` long.
    """

    field: Field | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A style over a stretch of one string; a later mark of a list lies over an earlier one."""

    field: Field
    start: int
    end: int
    style: str


def lay_out(article: Article, claim: Claim | SpanRef, width: int) -> list[PageLine]:
    """The lines of the article, of a huge one those around the claim; its title above where it has one apart."""
    lines: list[PageLine] = []
    if article.title:
        lines += _string_lines(article.title, "title", claim.start if claim.field == "title" else 0, width)
        lines.append(PageLine(None, 0, 0, ""))
    return lines + _string_lines(article.text, "text", claim.start if claim.field == "text" else 0, width)


def _string_lines(text: str, field: Field, around: int, width: int) -> list[PageLine]:
    shown = window(text, around)
    lines = [_remark(f"… {shown.above:,} characters above")] if shown.above else []
    for piece in shown.pieces:
        if piece.cut_left:
            lines.append(_remark("… the line begins further left"))
        safe = display(text[piece.start : piece.end])
        for start, end in wrap(safe, width):
            # The blanks at a line's end would be lit beyond the words.
            shown_line = safe[start:end].rstrip()
            begin = piece.start + start
            lines.append(PageLine(field, begin, begin + len(shown_line), shown_line))
        if piece.cut_right:
            lines.append(_remark("… the line goes on"))
    return [*lines, _remark(f"… {shown.below:,} characters below")] if shown.below else lines


def _remark(text: str) -> PageLine:
    return PageLine(None, 0, 0, text)


def lines_of(lines: list[PageLine], field: Field, start: int, end: int) -> tuple[int, int] | None:
    """The first and last line that a span lies on; ``None`` where none of it is shown."""
    touched = [y for y, line in enumerate(lines) if line.field == field and line.start < end and line.end > start]
    return (touched[0], touched[-1]) if touched else None


def line_at(lines: list[PageLine], field: Field, position: int) -> int | None:
    """The line that a position lies on, with the blanks behind its words; ``None`` where it is not shown."""
    here = [y for y, line in enumerate(lines) if line.field == field]
    before = [y for y in here if lines[y].start <= position]
    if not before or (before[-1] == here[-1] and position > lines[here[-1]].end):
        return None
    return before[-1]


def position_at(line: PageLine, x: int) -> int:
    """The code point under a cell of a line; the line's end behind its words."""
    used = 0
    for offset, character in enumerate(line.text):
        used += cell_len(character)
        if used > x:
            return line.start + offset
    return line.end


def cell_of(line: PageLine, position: int) -> int:
    """The cell at which a code point of a line is drawn."""
    return cell_len(line.text[: max(0, position - line.start)])


_SECTION_STYLES = {
    SectionKind.HEADLINE: "headline",
    SectionKind.CAPTION: "caption",
    SectionKind.TEASER: "foreign",
    SectionKind.FURNITURE: "foreign",
}


def marks(
    article: Article,
    claims: list[StoredClaim],
    current: Claim,
    annotator: str,
    grounds: Iterable[SpanRef] = (),
) -> list[Mark]:
    """Whose words each stretch is, every claim, and over them the current claim with its sentence and speaker.

    ``grounds`` are words that something told of the whole article rests on.
    """
    found = [
        Mark("text", section.start, section.end, _SECTION_STYLES[section.kind])
        for section in article.sections
        if section.kind in _SECTION_STYLES
    ]
    if article.title:
        found.append(Mark("title", 0, len(article.title), "headline"))
    found.append(Mark(current.field, current.sentence_start, current.sentence_end, "sentence"))
    if current.attribution is not None:
        found.append(Mark(current.field, current.attribution.start, current.attribution.end, "speaker"))
    for stored in claims:
        claim = stored.claim
        own = next((labels for labels in stored.labels if labels.annotator == annotator), None)
        found.append(Mark(claim.field, claim.start, claim.end, "done" if is_done(own) else "claim"))
        if (right := corrected_span(own)) is not None:
            found.append(Mark(right.field, right.start, right.end, "corrected"))
    found += [Mark(ground.field, ground.start, ground.end, "ground") for ground in grounds]
    found.append(Mark(current.field, current.start, current.end, "current"))
    return found


def styled(line: PageLine, over: list[Mark]) -> list[tuple[str, tuple[str, ...]]]:
    """The line in stretches, each with the styles that lie over it, lowest first."""
    touching = [mark for mark in over if mark.field == line.field and mark.start < line.end and mark.end > line.start]
    edges = {line.start, line.end}
    for mark in touching:
        edges |= {max(mark.start, line.start), min(mark.end, line.end)}
    cuts = sorted(edges)
    return [
        (
            line.text[begin - line.start : end - line.start],
            tuple(mark.style for mark in touching if mark.start <= begin and mark.end >= end),
        )
        for begin, end in pairwise(cuts)
    ]
