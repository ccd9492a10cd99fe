"""Words being marked in an article: a caret, a stretch with two edges, and how keys move them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from factcheck.grammar.text import Span, sentences
from factcheck.model import Article, Field, SpanRef

_WORD = re.compile(r"[\w\u0300-\u036f]+(?:[.,:'’/-][\w\u0300-\u036f]+)*")
"""A word or a number as it is written: "1,200", "15-year-old", "don't"."""

_NEAR = 4_000
"""Code points looked at on either side for words and sentences: what is longer moves in steps of that."""

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


@dataclass(frozen=True, slots=True)
class Marking:
    """A caret in one of an article's strings and, where words are marked, the ``anchor``: their other edge.

    Positions lie between code points, never within a character that takes several. Edges do not cross, and at least
    one character stays marked: a move that would break this is not made. Moves give a new marking.
    """

    field: Field
    text: str
    caret: int
    anchor: int | None = None

    @classmethod
    def over(cls, article: Article, span: SpanRef) -> Marking:
        """The words of a span marked, its end being the edge that moves."""
        return cls(span.field, article.string(span.field), span.end, span.start)

    @property
    def span(self) -> SpanRef | None:
        """The words marked; ``None`` where none are."""
        if self.anchor is None:
            return None
        return SpanRef(self.field, min(self.anchor, self.caret), max(self.anchor, self.caret))

    @property
    def trimmed(self) -> SpanRef | None:
        """The words marked without blanks at either end; ``None`` where none are."""
        words = self.words
        if not words.strip() or self.span is None:
            return None
        start = self.span.start + len(words) - len(words.lstrip())
        return SpanRef(self.field, start, start + len(words.strip()))

    @property
    def words(self) -> str:
        """The words marked, as they are stored; empty where none are."""
        span = self.span
        return self.text[span.start : span.end] if span else ""

    @property
    def at_end(self) -> bool:
        """Whether the edge that moves is the end of what is marked."""
        return self.anchor is not None and self.caret > self.anchor

    def begun(self) -> Marking:
        """Mark the word at the caret, or the character there where it stands in none."""
        start, end = word_at(self.text, self.caret)
        return replace(self, caret=end, anchor=start) if start < end else self

    def ended(self) -> Marking:
        """Mark nothing, the caret staying where it is."""
        return replace(self, anchor=None)

    def switched(self) -> Marking:
        """Move the other edge from here on."""
        return self if self.anchor is None else replace(self, caret=self.anchor, anchor=self.caret)

    def by_character(self, step: int) -> Marking:
        """One character forward or back."""
        position = self.caret + step
        while 0 < position < len(self.text) and _is_inside(self.text, position):
            position += step
        return self.to(position)

    def by_word(self, step: int) -> Marking:
        """To the next or the last end of a word where the end moves, to its start otherwise."""
        edges = [word.end if self.at_end else word.start for word in self._words()]
        return self._to_next(edges, step, len(self.text))

    def by_sentence(self, step: int) -> Marking:
        """To the start of the next or the last sentence, or to its end where the end moves."""
        edges = [sentence.end if self.at_end else sentence.start for sentence in self._sentences()]
        return self._to_next(edges, step, len(self.text))

    def to_edge(self, *, last: bool) -> Marking:
        """To the first or the last character of the sentence."""
        inside = max(0, self.caret - self.at_end)
        here = next((one for one in self._sentences() if one.start <= inside <= one.end), None)
        return self if here is None else self.to(here.end if last else here.start)

    def to(self, position: int) -> Marking:
        """To a position, if the edges allow it."""
        position = max(0, min(position, len(self.text)))
        if self.anchor is None:
            return replace(self, caret=position)
        crosses = position <= self.anchor if self.at_end else position >= self.anchor
        return self if crosses else replace(self, caret=position)

    def _to_next(self, edges: list[int], step: int, end: int) -> Marking:
        if step > 0:
            return self.to(min((edge for edge in edges if edge > self.caret), default=min(end, self.caret + _NEAR)))
        return self.to(max((edge for edge in edges if edge < self.caret), default=max(0, self.caret - _NEAR)))

    def _words(self) -> Iterator[Span]:
        near = _WORD.finditer(self.text, max(0, self.caret - _NEAR), self.caret + _NEAR)
        return (Span(*found.span()) for found in near)

    def _sentences(self) -> list[Span]:
        """The sentences around the caret; a line break ends one, so that whole lines are cut."""
        first, last = max(0, self.caret - _NEAR), min(len(self.text), self.caret + _NEAR)
        start = self.text.rfind("\n", max(0, first - _NEAR), first) + 1 or first
        end = self.text.find("\n", last, last + _NEAR)
        return sentences(self.text, start, last if end < 0 else end)


def word_at(text: str, position: int) -> Span:
    """The word that holds a position or ends at it, else the character there; empty at the end of a text."""
    for found in _WORD.finditer(text, max(0, position - _NEAR), position + _NEAR):
        if found.start() <= position <= found.end():
            return Span(*found.span())
        if found.start() > position:
            break
    end = min(position + 1, len(text))
    while end < len(text) and _is_inside(text, end):
        end += 1
    return Span(position, end)


def snapped(text: str, start: int, end: int) -> Span:
    """The stretch widened to whole words: what is dragged over with the mouse."""
    first, last = word_at(text, start), word_at(text, max(start, end - 1))
    begin = first.start if first.start <= start < first.end else start
    return Span(begin, max(end, last.end if last.start < end else end))


def _is_inside(text: str, position: int) -> bool:
    """Whether a position lies within what is read as one character."""
    here, before = text[position], text[position - 1]
    return (
        unicodedata.category(here).startswith("M")
        or _JOINER in {here, before}
        or ord(here) in _SKIN_TONES
        or (before, here) == ("\r", "\n")
    )


Move = Callable[[Marking], Marking]

MOVES: dict[str, Move] = {
    "left": lambda marking: marking.by_character(-1),
    "right": lambda marking: marking.by_character(1),
    "word_left": lambda marking: marking.by_word(-1),
    "word_right": lambda marking: marking.by_word(1),
    "sentence_left": lambda marking: marking.by_sentence(-1),
    "sentence_right": lambda marking: marking.by_sentence(1),
    "first": lambda marking: marking.to_edge(last=False),
    "last": lambda marking: marking.to_edge(last=True),
    "switch": Marking.switched,
}
"""What the keys of a marking screen do, by the names of their actions."""
