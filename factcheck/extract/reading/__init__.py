"""What a span says as a claim of a type: for edges that are moved, types that are changed, claims that were missed.

Everything reads as extraction does, in context, and only around the span: an article of any length costs the same.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from factcheck.errors import UsageError
from factcheck.extract.reading.counts import read_count
from factcheck.extract.reading.days import read_date
from factcheck.extract.reading.lists import read_membership
from factcheck.extract.reading.model import Ground, Reading, nothing
from factcheck.extract.reading.stretches import LONGEST_SPAN, Stretch, stretch_around
from factcheck.grammar.text import Span
from factcheck.model import Article, Claim, ClaimType, DateValue, Field, Member, Membership, SpanRef, Value

__all__ = ["Ground", "Reading", "SpanReading", "claim_of"]

_STRETCHES = 4
"""Stretches kept: the one at hand, its neighbours, and the title."""

_TYPES = (ClaimType.DATE, ClaimType.CASUALTY, ClaimType.VIEW_COUNT, ClaimType.MEMBERSHIP)
"""The types in the order in which they are preferred where all else is the same."""


class SpanReading:
    """Reads spans of one article again and again; what is dear is read once and kept."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._stretches: OrderedDict[tuple[Field, Span], Stretch] = OrderedDict()

    def read(self, kind: ClaimType, field: Field, start: int, end: int, like: Value | None = None) -> Reading:
        """What a claim of the type on exactly this span says; white space at its edges says nothing.

        ``like`` lends what neither the span nor its sentence tells: the effect, the group. Never raises.
        """
        span = self._trimmed(field, start, end)
        if isinstance(span, str):
            return nothing(span)
        stretch = self._stretch(field, span.start)
        here = Span(span.start - stretch.offset, span.end - stretch.offset)
        lent = _moved(like, -stretch.offset)
        match kind:
            case ClaimType.CASUALTY | ClaimType.VIEW_COUNT:
                return read_count(stretch, kind, here, lent)
            case ClaimType.DATE:
                read = read_date(stretch, here)
                return replace(read, value=_moved(read.value, stretch.offset))
            case ClaimType.MEMBERSHIP:
                read = read_membership(stretch, here, lent)
                return replace(read, value=_moved(read.value, stretch.offset))

    def candidates(self, field: Field, start: int, end: int) -> list[tuple[ClaimType, Value]]:
        """The types that can be read on the span with their values, best first."""
        read = [(kind, self.read(kind, field, start, end)) for kind in _TYPES]
        able = [(kind, one.value, one.ground) for kind, one in read if one.value is not None]
        able.sort(key=lambda one: -one[2])
        return [(kind, value) for kind, value, _ in able]

    def claim(self, kind: ClaimType, span: SpanRef, value: Value, annotator: str) -> Claim:
        """The claim on exactly this span that the annotator adds, with its sentence, section and speaker.

        Raises UsageError for a span that the string does not have.
        """
        text = self._article.string(span.field)
        if not 0 <= span.start < span.end <= len(text):
            raise UsageError(f"the article's {span.field} has no characters {span.start} to {span.end}")
        stretch = self._stretch(span.field, span.start)
        made = stretch.claim(kind, Span(span.start - stretch.offset, span.end - stretch.offset), value)
        quote = text[span.start : span.end]  # a span may be longer than the stretch that it begins in
        return replace(made, quote=quote, sentence_end=max(made.sentence_end, span.end), added_by=annotator)

    def _trimmed(self, field: Field, start: int, end: int) -> Span | str:
        text = self._article.string(field)
        if not 0 <= start < end <= len(text):
            return "no words are marked"
        if end - start > LONGEST_SPAN:
            return "too many words for one claim"
        words = text[start:end]
        if not words.strip():
            return "no words are marked"
        start += len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

    def _stretch(self, field: Field, position: int) -> Stretch:
        around = stretch_around(self._article, field, position)
        known = self._stretches.get((field, around))
        if known is None:
            known = self._stretches[field, around] = Stretch(self._article, field, around)
            if len(self._stretches) > _STRETCHES:
                self._stretches.popitem(last=False)
        else:
            self._stretches.move_to_end((field, around))
        return known


def _moved(value: Value | None, by: int) -> Value | None:
    """The value with the spans of its members, or of its event, counted from elsewhere."""
    if isinstance(value, DateValue) and value.event:
        event = value.event
        return replace(value, event=replace(event, start=event.start + by, end=event.end + by))
    if not isinstance(value, Membership) or not by:
        return value
    return replace(value, members=tuple(Member(one.name, one.start + by, one.end + by) for one in value.members))


def claim_of(  # noqa: PLR0913, PLR0917 - the parts of a claim, as those who add one have them
    article: Article, kind: ClaimType, field: Field, start: int, end: int, value: Value, annotator: str
) -> Claim:
    """``SpanReading.claim`` for a single claim."""
    return SpanReading(article).claim(kind, SpanRef(field, start, end), value, annotator)
