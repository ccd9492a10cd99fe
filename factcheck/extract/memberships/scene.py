"""One trigger in its sentence, the counts beside it, and the claim that comes out of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.extract.context import Found
from factcheck.grammar.names import Name, names_after
from factcheck.model import Member, Membership

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NUMBER_WORDS = {word: value for value, word in enumerate(_UNITS, start=1)} | {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}  # fmt: skip
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
COUNT = (
    r"(?P<count>\d{1,3}(?:,\d{3}){1,3}|\d{1,6}|(?:" + _TENS + r")-(?:" + "|".join(_UNITS) + r")|"
    + "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True)) + r")"
)  # fmt: skip
"""A whole number in digits or words, as group ``count``."""


def count_value(words: str) -> float:
    """Return the number that a match of ``COUNT`` says."""
    words = words.lower().replace(",", "")
    if words.isdigit():
        return float(words)
    return float(sum(_NUMBER_WORDS[part] for part in words.split("-")))


_COUNT_IN = re.compile(rf"\b{COUNT}\b(?![-.]\w)", re.IGNORECASE)


def last_count(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last number of a stretch, if there is one."""
    found = None
    for match in _COUNT_IN.finditer(text, start, end):
        found = match
    return found


_UNREAL = re.compile(
    r"(?:\b(?:will|would|could|may|might|should|shall|can|cannot|not|never)|n['’]t)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)


class Scene(NamedTuple):
    """A trigger and the sentence around it, cut to a bounded size where the text has no full stops."""

    text: str
    start: int
    end: int
    trigger_start: int
    trigger_end: int

    @property
    def left(self) -> str:
        """The sentence up to the trigger."""
        return self.text[self.start : self.trigger_start]

    @property
    def is_unreal(self) -> bool:
        """Whether the words before the trigger make it planned, possible or denied ("would comprise")."""
        return _UNREAL.search(self.text, max(self.start, self.trigger_start - 40), self.trigger_start) is not None

    @property
    def word(self) -> str:
        """The trigger itself, in lower case."""
        return self.text[self.trigger_start : self.trigger_end].lower()


_SIZE = re.compile(
    rf"(?<![\w.-]){COUNT}-(?:nation|member|country|state|strong|piece|person|party|man|woman)\b", re.IGNORECASE
)


def size_between(text: str, start: int, end: int) -> float | None:
    """Return the size that a stretch says of a group in one word ("the nine-member committee")."""
    size = _SIZE.search(text, start, end)
    return count_value(size["count"]) if size else None


_PLUS = re.compile(r"\s*[)–—-]?\s*,?\s*(?:plus|as\s+well\s+as|along\s+with|and\s+also)\s+")


def added(text: str, names: Sequence[Name], end: int) -> list[Name]:
    """Return the names added behind a list and its closing mark: "- A and B - plus C"."""
    plus = _PLUS.match(text, names[-1].mention.end, end)
    return names_after(text, plus.end(), end) if plus else []


def are_countries(names: Sequence[Name]) -> bool:
    """Return whether all of the names, of which there must be one, are countries'."""
    return bool(names) and all(name.mention.country for name in names)


def are_bodies(names: Sequence[Name]) -> bool:
    """Return whether all of the names, of which there must be one, are institutions', parties' and the like."""
    return bool(names) and all(name.mention.is_organisation and not name.mention.is_titled for name in names)


def claim(group: str, relation: str, names: Sequence[Name], stated: float | None = None) -> Found:
    """Return the claim that these names stand in the relation to the group; its core runs from first to last."""
    members = tuple(Member(name.text, name.start, name.end) for name in names)
    return Found(members[0].start, members[-1].end, Membership(group, relation, stated, members))


def count_claim(group: str, relation: str, start: int, end: int, stated: float) -> Found:
    """Return the claim that the group has so many members, none of them named; its core is the count."""
    return Found(start, end, Membership(group, relation, stated))
