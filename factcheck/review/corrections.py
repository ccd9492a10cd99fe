"""The right value, as an annotator writes it: the words that a reporter would have used, read by the same grammar."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from factcheck.grammar.quantity import find_quantities
from factcheck.grammar.timex import find_timexes
from factcheck.model import Casualty, ClaimType, DateValue, Membership, Value, ViewCount
from factcheck.values import from_json, in_words, to_json

EFFECTS = ("killed", "injured", "missing", "displaced", "captured", "killed_or_injured")
METRICS = (
    "views",
    "viewers",
    "visitors",
    "likes",
    "dislikes",
    "shares",
    "comments",
    "followers",
    "subscribers",
    "streams",
    "downloads",
    "signatures",
    "copies",
    "attendance",
)
"""The closed lists of the exchange contract: a count may be corrected in what it counts as well."""


def example(value: Value) -> str:
    """What could be written for a value of this kind; empty where it cannot be written in a line."""
    match value:
        case ViewCount(metric=metric):
            return f"at least 1.5 million · 30 to 40 {metric}"
        case Casualty(effect=effect):
            return f"at least 15 · none · 12 {effect.replace('_', ' ')}"
        case DateValue():
            return "23 November 2022 · last Tuesday · the spring of 1998"
        case Membership():
            return ""


def corrected(value: Value, words: str, published: date | None) -> Value | None:
    """The value with what the words say in place of its number or date; ``None`` where they cannot be read as that.

    A count may be followed by what is counted ("15 injured"). Days are counted from ``published``.
    """
    words = " ".join(words.split())
    match value:
        case ViewCount() | Casualty():
            return _count(value, words)
        case DateValue():
            return _date(words, published)
        case Membership():
            return None


def _count(value: ViewCount | Casualty, words: str) -> Value | None:
    found = find_quantities(words)
    if len(found) != 1 or found[0].start:
        return None
    said = found[0]
    kind = words[said.end :].strip().replace(" ", "_")
    counted = replace(value, low=said.low, high=said.high, comparator=said.comparator)
    if isinstance(counted, Casualty):
        return counted if not kind else replace(counted, effect=kind) if kind in EFFECTS else None
    return counted if not kind else replace(counted, metric=kind) if kind in METRICS else None


def _date(words: str, published: date | None) -> DateValue | None:
    found = find_timexes(words, published)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(words)):
        return None
    said = found[0]
    return DateValue(said.value, said.type, said.first, said.last, said.granularity, said.mod, said.anchor)


def as_json(value: Value) -> str:
    """The value as a label holds it."""
    return json.dumps(to_json(value), ensure_ascii=False)


def correction_in_words(kind: ClaimType, text: str) -> str:
    """A corrected value that a label holds, in words; as it stands where it is of another shape."""
    try:
        return in_words(from_json(kind, json.loads(text)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return text
