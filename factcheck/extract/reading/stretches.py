"""The stretch of an article around a span, read as extraction reads a whole article, each part of it once."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from factcheck.extract.context import Context, Found
from factcheck.extract.registry import EXTRACTORS, claim_from
from factcheck.grammar.attribution import Speakers
from factcheck.grammar.text import Span
from factcheck.grammar.timex import Timex, find_timexes
from factcheck.model import Article, Claim, ClaimType, Field, Section, Value

WHOLE = 60_000
"""Code points of a string that are read as one: some 10,000 words, of which a type takes some 0.05 s, once."""

_STEP = 12_000
"""Of a longer string so much is read on either side of the stretch of this length that a span begins in, so that what
counts from another date, and a quotation's speaker, are met as a rule."""

LONGEST_SPAN = 5_000
"""Code points of a span that is still read: the longest lists of members are shorter."""


class Stretch:
    """One stretch of one string of an article; positions are counted from where it begins, at ``offset``."""

    def __init__(self, article: Article, field: Field, span: Span) -> None:
        self.offset = span.start
        self.context = Context(_cut(article, field, span), field)
        self._found: dict[ClaimType, list[Found]] = {}

    def found(self, kind: ClaimType) -> list[Found]:
        """What the extractors of a type find in the stretch, in text order."""
        known = self._found.get(kind)
        if known is None:
            extractors = [extract for made, extract in EXTRACTORS.values() if made is kind]
            found = [one for extract in extractors for one in extract(self.context)]
            known = self._found[kind] = sorted(found, key=lambda one: (one.start, one.end))
        return known

    def same(self, kind: ClaimType, span: Span, like: Value | None) -> Value | None:
        """What the extractor finds on exactly the span; of two values there, the one that is ``like``."""
        there = [one.value for one in self.found(kind) if (one.start, one.end) == span]
        return like if like in there else next(iter(there), None)

    def touching(self, kind: ClaimType, span: Span) -> Found | None:
        """What the extractor finds on words that the span shares, the most of them first."""
        shared = [one for one in self.found(kind) if meets(one, span)]
        return max(shared, key=lambda one: min(one.end, span.end) - max(one.start, span.start), default=None)

    def beside(self, kind: ClaimType, span: Span) -> Found | None:
        """What the extractor finds in the span's sentence, the nearest first."""
        sentence = self.context.sentence_at(span.start)
        within = [one for one in self.found(kind) if sentence.start <= one.start and one.end <= sentence.end]
        return min(within, key=lambda one: max(one.start - span.end, span.start - one.end), default=None)

    @cached_property
    def timexes(self) -> list[Timex]:
        """Every time expression of the stretch in text order, lengths of time and sets as well."""
        return find_timexes(self.context.text, self.context.published)

    @cached_property
    def _speakers(self) -> Speakers:
        return Speakers(self.context.text, self.context.sentences)

    def claim(self, kind: ClaimType, span: Span, value: Value) -> Claim:
        """The claim on the span, made as the registry makes one; in the string's own offsets."""
        made = claim_from(self.context, self._speakers, "annotator", kind, Found(span.start, span.end, value))
        said = made.attribution
        return replace(
            made,
            start=made.start + self.offset,
            end=made.end + self.offset,
            sentence_start=made.sentence_start + self.offset,
            sentence_end=made.sentence_end + self.offset,
            attribution=said and replace(said, start=said.start + self.offset, end=said.end + self.offset),
        )


def meets(one: Found | Timex, span: Span) -> bool:
    """Whether both share words."""
    return one.start < span.end and span.start < one.end


def stretch_around(article: Article, field: Field, position: int) -> Span:
    """The stretch that a span which begins at the position is read in: all of a string, or some lines of a long one.

    Positions near each other mostly give the same stretch. It begins and ends at a line's edge where one is near.
    """
    text = article.string(field)
    if len(text) <= WHOLE:
        return Span(0, len(text))
    here = position - position % _STEP
    first, last = max(0, here - _STEP), min(len(text), here + 2 * _STEP + LONGEST_SPAN)
    start = text.rfind("\n", max(0, first - _STEP // 2), first) + 1 or first
    end = text.find("\n", last, last + _STEP // 2)
    return Span(start, last if end < 0 else end)


def _cut(article: Article, field: Field, span: Span) -> Article:
    """The article with nothing but the stretch in the string, which its sections tile."""
    text = article.string(field)
    if span == (0, len(text)):
        return article
    if field == "title":
        return replace(article, title=text[span.start : span.end])
    sections = tuple(
        Section(one.kind, max(one.start, span.start) - span.start, min(one.end, span.end) - span.start)
        for one in article.sections
        if one.start < span.end and span.start < one.end
    )
    return replace(article, text=text[span.start : span.end], sections=sections)
