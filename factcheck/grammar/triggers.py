"""One pass over a text finds every place worth a grammar: many words searched at once, whole words only."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


@dataclass(frozen=True, slots=True)
class Trigger:
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
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> Iterator[Trigger]:
        """Yield each trigger in text order."""
        lowered = _lowered(text)
        for index, start, end in self._automaton.find_matches_as_indexes(lowered):
            if start and _joins(lowered[start - 1]) and _joins(lowered[start]):
                continue
            if not self._open[index] and end < len(lowered) and _joins(lowered[end]) and _joins(lowered[end - 1]):
                continue
            yield Trigger(start, end, self._tags[index])


@lru_cache(maxsize=4)
def _lowered(text: str) -> str:
    """The text in lower case, as long as before; kept for a while, since every grammar asks for the same text."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_LOWER)


def _joins(character: str) -> bool:
    return character.isalpha()
