"""A number in its sentence, as the rules of audience figures look at it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.grammar.letters import in_latin
from factcheck.grammar.quantity import Quantity

S = r"[^\S\n]"
"""A space within a line, in patterns."""

_REACH_BACK = 160


def one_of(words: Iterable[str]) -> str:
    """A pattern of one of the words, the longest first; their spaces match any space within a line."""
    return "|".join(re.escape(word).replace(r"\ ", S) for word in sorted(words, key=len, reverse=True))


def any_of_words(words: str) -> re.Pattern[str]:
    """A pattern that finds any of the words, which may be patterns themselves, parted by bars."""
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def plain(words: str) -> str:
    """Words as the lexicon has them: in lower case, one space apart, in the letters that patterns read them by."""
    return " ".join(in_latin(words).lower().split())


def last_of(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match of the pattern in a short text."""
    matches = list(pattern.finditer(text))
    return matches[-1] if matches else None


@dataclass(frozen=True, slots=True)
class Scene:
    """A number in its sentence, ``text[start:end]``; ``limit`` is where the next number or its end stands."""

    text: str
    start: int
    end: int
    quantity: Quantity
    limit: int

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The sentence up to the number, at most 160 code points of it."""
        return self.text[max(self.start, self.quantity.start - _REACH_BACK) : self.quantity.start]

    def behind(self, reach: int) -> str:
        """The sentence behind the number, at most so many code points of it."""
        return self.text[self.quantity.end : min(self.end, self.quantity.end + reach)]

    @property
    def bound(self) -> float:
        """The least number said, or the greatest where there is no least."""
        quantity = self.quantity
        return quantity.low if quantity.low is not None else quantity.high or 0.0
