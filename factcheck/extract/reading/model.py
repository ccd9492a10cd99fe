"""What reading a span gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from factcheck.model import Value


class Ground(IntEnum):
    """What a reading rests on, the weakest first."""

    NOTHING = 0
    ASSUMED = 1
    """The span has a number or a name; what is said of it is taken from a value given along, or from far off."""
    TOLD = 2
    """Words of the sentence say it."""
    FOUND = 3
    """The extractor finds a claim that shares words with the span."""
    SAME = 4
    """The extractor finds it on exactly this span."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a claim of one type says on a span: its value, or ``None`` and the reason in plain words.

    The reason may quote the article, so it is untrusted.
    """

    value: Value | None
    reason: str = ""
    ground: Ground = Ground.NOTHING


def nothing(reason: str) -> Reading:
    """A reading without a value."""
    return Reading(None, reason)


def quoted(words: list[str]) -> str:
    """Words of the article in a reason: “12” and “30”; of many the first few."""
    short = [
        f"“{word}”" if len(word) <= _LONGEST_QUOTE else f"“{word[:_LONGEST_QUOTE]}…”" for word in words[:_MOST_QUOTED]
    ]
    return ", ".join(short[:-1]) + f" and {short[-1]}" if len(short) > 1 else "".join(short)


_LONGEST_QUOTE = 40
_MOST_QUOTED = 3
