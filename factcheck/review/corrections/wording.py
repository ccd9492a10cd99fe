"""The right value, as an annotator writes it, and a value as such words.

``as_words`` writes a value so that ``read_correction`` reads it back; what the words leave out stays as it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from factcheck.model import Article, Casualty, ClaimType, DateValue, Membership, SpanRef, Value, ViewCount
from factcheck.values import from_json, in_words, number, to_json

LONGEST = 20_000
"""Code points of written words that are read."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What written words say as a value, or ``None`` and the reason; ``in_words`` is the value in plain words.

    Both strings may quote the article or the annotator, so they are untrusted.
    """

    value: Value | None
    reason: str = ""

    @property
    def in_words(self) -> str:
        """The value as the panel says it; empty where there is none."""
        return in_words(self.value) if self.value is not None else ""


def read_correction(
    value: Value, words: str, published: date | None, article: Article | None = None, span: SpanRef | None = None
) -> Correction:
    """The value with what the words say in its place, of the same type as ``value``.

    Days are counted from ``published``. Names of a list get their spans from the article, near ``span``, the claim's
    own. Whatever the words are, nothing is raised.
    """
    if len(words) > LONGEST:
        return Correction(None, "that is too long for a value")
    if not words.strip():
        return Correction(None, "nothing is written")
    from factcheck.review.corrections.written import read  # noqa: PLC0415 - brings the extractors, which few keys need

    found = read(value, " ".join(words.split()), published, article, span)
    return Correction(None, found) if isinstance(found, str) else Correction(found)


def example(value: Value) -> str:
    """What could be written for a value of this kind, parted by middle dots."""
    match value:
        case ViewCount(metric=metric):
            return f"at least 1.5 million · ~1.2m · 30 to 40 {metric}"
        case Casualty(effect=effect):
            return f"at least 15 · none · 12 to 15 {effect.replace('_', ' ')}"
        case DateValue():
            return "2022-11-23 · 2022-W47 · last Tuesday · the spring of 1998"
        case Membership():
            return "A; B; C · Group: A; B; C · Group (27): A; B; C"


def as_words(value: Value) -> str:
    """The value in words that ``read_correction`` reads back as it: what a prompt opens with, to be changed."""
    match value:
        case ViewCount(metric=metric, of=of):
            return f"{_bounds_in_words(value)} {metric}{f', of {of}' if of else ''}"
        case Casualty(effect=effect, who=who):
            return f"{_bounds_in_words(value)} {effect.replace('_', ' ')}{f' ({who})' if who else ''}"
        case DateValue(timex=timex, mod=mod):
            return f"{_WORD_OF_MOD.get(mod, mod.lower())} {timex}" if mod else timex
        case Membership():
            return _roster_in_words(value)


def as_json(value: Value) -> str:
    """The value as a label holds it."""
    return json.dumps(to_json(value), ensure_ascii=False)


def correction_in_words(kind: ClaimType, text: str) -> str:
    """A corrected value that a label holds, in words; as it stands where it is of another shape."""
    try:
        return in_words(from_json(kind, json.loads(text)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return text


_BOUND_WORDS: Mapping[str, str] = {
    ">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "up to ", "~": "about ",
}  # fmt: skip


def _bounds_in_words(value: ViewCount | Casualty) -> str:
    if (value.low, value.high, value.comparator) == (0, 0, "="):
        return "none" if isinstance(value, Casualty) else "0"
    if value.comparator == "range":
        return f"{_digits(value.low)} to {_digits(value.high)}"
    return _BOUND_WORDS.get(value.comparator, "") + _digits(value.high if value.low is None else value.low)


def _digits(bound: float | None) -> str:
    return "?" if bound is None else f"{number(bound):,}"


MODS: dict[str, str] = {
    "before": "BEFORE", "after": "AFTER", "on or before": "ON_OR_BEFORE", "on or after": "ON_OR_AFTER",
    "early": "START", "mid": "MID", "late": "END", "about": "APPROX", "around": "APPROX", "~": "APPROX",
    "less than": "LESS_THAN", "more than": "MORE_THAN", "at most": "EQUAL_OR_LESS", "at least": "EQUAL_OR_MORE",
}  # fmt: skip
"""Words before a value for the modifiers of TIMEX3."""

_WORD_OF_MOD: dict[str | None, str] = {mod: word for word, mod in reversed(MODS.items())}


def _roster_in_words(value: Membership) -> str:
    """The membership as it is read back; a name that holds a semicolon alone is read otherwise."""
    size = "" if value.stated_count is None else f" ({number(value.stated_count):,})"
    names = [" ".join(member.name.split()) for member in value.members]
    closing = ";" if len(names) == 1 and _LISTLIKE.search(names[0]) else ""
    return f"{' '.join(value.group.split())}{size}: {'; '.join(names)}{closing}".strip()


_LISTLIKE = re.compile(r",|&|\band\b|\bor\b")
"""What may part names where no semicolon does."""
