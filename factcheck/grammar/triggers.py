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
    Of overlapping words the leftmost, then longest, is found.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self._patterns = [word.rstrip("*") for word in words]
        self._open = [word.endswith("*") for word in words]
        self._tags = list(words.values())
        self._automaton = AhoCorasick(
            self._patterns,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA,  # three times as quick as the default; these lists are short
        )

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Trigger]:
        """Yield each trigger of ``text[start:end]`` in text order; what is beyond the edges joins no word."""
        lowered = _lowered(text)[start:end]
        length = len(lowered)
        for index, first, last in self._automaton.find_matches_as_indexes(lowered):
            if first and lowered[first - 1].isalpha() and lowered[first].isalpha():
                continue
            if last < length and lowered[last].isalpha() and lowered[last - 1].isalpha() and not self._open[index]:
                continue
            yield Trigger(start + first, start + last, self._tags[index])


@lru_cache(maxsize=4)
def _lowered(text: str) -> str:
    """The text in lower case, as long as before; kept for a while, since every grammar asks for the same text."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_LOWER)
