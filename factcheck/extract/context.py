"""What every extractor reads: one string of an article, cut into sections and sentences, each computed once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from factcheck.grammar.quantity import Quantity, find_quantities
from factcheck.grammar.text import Span, sentences
from factcheck.grammar.timex import Timex
from factcheck.grammar.timex.other_languages import timexes_of
from factcheck.grammar.wrapping import unwrapped
from factcheck.model import ENGLISH, Article, Field, Section, SectionKind, Value

LONGEST_SENTENCE = 1500
"""Code points of a sentence that are read as one; only text without full stops has longer ones."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value found at its core span, before the registry adds sentence, segment and speaker."""

    start: int
    end: int
    value: Value
    flags: tuple[str, ...] = ()


class Context:
    """One string of an article (its text or its title) as extractors see it.

    ``stored`` is the string itself; ``text`` is what extractors read: as long, with spaces for line breaks that are
    wrapping alone, so that offsets into it are offsets into ``stored``. ``published`` is the day that relative dates
    resolve against, ``None`` where nothing says it. ``language`` is that of dates; all else is read as English.
    """

    def __init__(self, article: Article, field: Field, language: str = ENGLISH) -> None:
        self.field: Field = field
        self.language = language
        self.stored = article.string(field)
        self.text = unwrapped(self.stored)
        self.title = article.title
        self.published: date | None = article.published.day if article.published else None
        whole = SectionKind.HEADLINE if field == "title" else SectionKind.BODY
        self.sections: tuple[Section, ...] = (
            article.sections if field == "text" and article.sections else (Section(whole, 0, len(self.text)),)
        )
        self._section_starts = [section.start for section in self.sections]
        self._quantities: dict[Span, list[Quantity]] = {}

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences in text order; none crosses a section's edge."""
        return [
            sentence for section in self.sections for sentence in sentences(self.text, section.start, section.end)
        ]

    @cached_property
    def timexes(self) -> list[Timex]:
        """The time expressions in text order, as the language has them."""
        return timexes_of(self.text, self.published, language=self.language)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_index(self, position: int) -> int:
        """Return the index of the sentence that holds the position, or of the last that starts before it."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def sentence_at(self, position: int) -> Span:
        """Return the sentence that holds the position; the whole string where there is none."""
        if not self.sentences:
            return Span(0, len(self.text))
        return self.sentences[self.sentence_index(position)]

    def block_at(self, start: int, end: int) -> Span:
        """The sentence that holds ``start``, widened to ``end``; of an endless one, a block of bounded length.

        Blocks tile an endless sentence, so that positions in one block give the same block.
        """
        sentence = self.sentence_at(start)
        first = sentence.start + (start - sentence.start) // LONGEST_SENTENCE * LONGEST_SENTENCE
        return Span(first, max(min(sentence.end, first + LONGEST_SENTENCE), end))

    def quantities(self, block: Span) -> list[Quantity]:
        """The quantities of a block in text order, read once for all extractors."""
        found = self._quantities.get(block)
        if found is None:
            found = self._quantities[block] = find_quantities(self.text, block.start, block.end)
        return found

    def section_at(self, position: int) -> SectionKind:
        """Whose words the position lies in."""
        return self.sections[max(0, bisect_right(self._section_starts, position) - 1)].kind


Extractor = Callable[[Context], Iterable[Found]]
"""An extractor: a pure top-level function from a context to what it found there, in any order."""
