"""One pass over a text finds every place worth a grammar: many words searched at once, whole words only."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


class Trigger(NamedTuple):
    """A trigger word met in a text, with the tag it was registered under."""

    start: int
    end: int
    tag: str


class Triggers:
    """Finds registered words, case aside, in time linear in the text.

    ``words`` maps lower-case words or phrases to a tag. A word that ends in ``*`` matches a word's beginning.
    Of overlapping words the leftmost, then longest, is found; "ve day" is none in "five days", and hides no "days".
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self._patterns = [word.rstrip("*") for word in words]
        self._open = [word.endswith("*") for word in words]
        self._tags = list(words.values())
        self._is_phrase = [not pattern.isalpha() for pattern in self._patterns]
        self._longest = max(map(len, self._patterns), default=0)
        self._automaton = AhoCorasick(
            self._patterns,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA,  # three times as quick as the default; these lists are short
        )

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Trigger]:
        """Yield each trigger of ``text[start:end]`` in text order; what is beyond the edges joins no word."""
        lowered = _lowered(text)[start:end]
        done = 0
        for index, first, last in self._automaton.find_matches_as_indexes(lowered):
            if first >= done and self._is_whole(lowered, index, first, last):
                yield Trigger(start + first, start + last, self._tags[index])
            elif self._is_phrase[index]:
                place, edge = (first, last - 1) if first >= done else (done, last + self._longest)
                for number, begin, stop in self._hidden(lowered, place, edge, last):
                    yield Trigger(start + begin, start + stop, self._tags[number])
                    done = stop

    def _is_whole(self, lowered: str, index: int, first: int, last: int) -> bool:
        """Whether a match is no part of a longer word."""
        if first and lowered[first - 1].isalpha() and lowered[first].isalpha():
            return False
        is_cut = last < len(lowered) and lowered[last].isalpha() and lowered[last - 1].isalpha()
        return not is_cut or self._open[index]

    def _hidden(self, lowered: str, place: int, edge: int, last: int) -> Iterator[tuple[int, int, int]]:
        """The words from ``place`` on that begin before ``last``, the end of a phrase that is none.

        ``edge`` is where the first of them ends at most: the phrase itself is not to be found again.
        """
        while place < last:
            matches = self._automaton.find_matches_as_indexes(lowered[place:edge])
            if not matches or matches[0][1]:
                place, edge = _next_word(lowered, place, last), last + self._longest
                continue
            index, _, length = matches[0]
            if self._is_whole(lowered, index, place, place + length):
                yield index, place, place + length
                place, edge = _next_word(lowered, place + length - 1, last), last + self._longest
            else:
                edge = place + length - 1


def _next_word(lowered: str, first: int, last: int) -> int:
    """The place behind ``first`` that is not within a word, or ``last``."""
    for place in range(first + 1, last):
        if not (lowered[place].isalpha() and lowered[place - 1].isalpha()):
            return place
    return last


@lru_cache(maxsize=4)
def _lowered(text: str) -> str:
    """The text in lower case, as long as before; kept for a while, since every grammar asks for the same text."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_LOWER)
