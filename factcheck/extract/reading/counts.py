"""A count read anew: the number and its bounds in the span, and what is counted from the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from factcheck.extract.casualties.lexicon import TRIGGER_WORDS as HARM_WORDS
from factcheck.extract.reading.model import Ground, Reading, nothing, quoted
from factcheck.extract.reading.stretches import Stretch
from factcheck.extract.view_counts.lexicon import GATHERINGS, NOUNS, PARTICIPLES, VERBS
from factcheck.extract.view_counts.scene import Scene
from factcheck.extract.view_counts.things import thing_of
from factcheck.grammar.quantity import Quantity, find_quantities
from factcheck.grammar.quantity.numerals import SCALES
from factcheck.grammar.text import Span
from factcheck.grammar.triggers import Triggers
from factcheck.model import Casualty, ClaimType, Comparator, Value, ViewCount


class Bounds(NamedTuple):
    """What a number says."""

    low: float | None
    high: float | None
    comparator: Comparator


def read_count(stretch: Stretch, kind: ClaimType, span: Span, like: Value | None) -> Reading:
    """A casualty or a view count on the span."""
    same = stretch.same(kind, span, like)
    if same is not None:
        return Reading(same, ground=Ground.SAME)
    said = bounds_in(stretch.context.text, span, stretch.context.quantities(_block(stretch, span)))
    if isinstance(said, str):
        return nothing(said)
    touching = stretch.touching(kind, span)
    if touching is not None:
        return Reading(_with(touching.value, said), ground=Ground.FOUND)
    return _told(stretch, kind, span, like, said)


def _with(value: Value, said: Bounds) -> Value:
    if not isinstance(value, Casualty | ViewCount):
        raise TypeError(f"a {type(value).__name__} is no count")
    return replace(value, low=said.low, high=said.high, comparator=said.comparator)


def _block(stretch: Stretch, span: Span) -> Span:
    return stretch.context.block_at(span.start, span.end)


def _told(stretch: Stretch, kind: ClaimType, span: Span, like: Value | None, said: Bounds) -> Reading:
    """What is counted by the nearest word of the sentence, else as in the value given along, else by one near it."""
    text, block = stretch.context.text, _block(stretch, span)
    words_of = _effects if kind is ClaimType.CASUALTY else _metrics
    told = _nearest(words_of(text, block, span))
    if told is None and isinstance(like, Casualty if kind is ClaimType.CASUALTY else ViewCount):
        return Reading(_with(like, said), ground=Ground.ASSUMED)
    ground = Ground.TOLD if told else Ground.ASSUMED
    near = Span(max(0, block.start - _NEAR), min(len(text), block.end + _NEAR))
    counted = told or _nearest(words_of(text, near, span))
    if counted is None:
        return nothing(_UNTOLD[kind])
    if kind is ClaimType.CASUALTY:
        return Reading(Casualty(counted, *said), ground=ground)
    number = Quantity(span.start, span.end, *said)
    thing = thing_of(Scene(text, block.start, block.end, number, block.end), counted, None)
    return Reading(ViewCount(counted, *said, thing), ground=ground)


_UNTOLD = {
    ClaimType.CASUALTY: "no effect is told near: killed, injured, missing, displaced or captured",
    ClaimType.VIEW_COUNT: "nothing near tells what is counted: views, likes, followers, attendance, …",
}
_NEAR = 300
"""Code points on either side of a sentence in which a word is looked for that tells what is counted: who adds a claim
may change a value that was guessed, but not one that is not there."""


def _nearest(told: Iterator[tuple[int, str]]) -> str | None:
    return min(told, key=lambda one: one[0], default=(0, None))[1]


@cache
def _harm() -> Triggers:
    return Triggers({word: key.split()[1] for word, key in HARM_WORDS.items() if not key.endswith("-")})


@cache
def _audience() -> Triggers:
    """Words to the metric of "n people viewed" and, behind a bar, to that of "viewed n times"."""
    verbs = {verb: f"{doers or times}|{PARTICIPLES.get(verb, '')}" for verb, (times, doers) in VERBS.items()}
    return Triggers({noun: f"{metric}|" for noun, metric in {**NOUNS, **GATHERINGS}.items()} | verbs)


def _effects(text: str, block: Span, span: Span) -> Iterator[tuple[int, str]]:
    for trigger in _harm().find(text, block.start, block.end):
        yield _distance(span, trigger.start, trigger.end), trigger.tag


def _metrics(text: str, block: Span, span: Span) -> Iterator[tuple[int, str]]:
    has_times = _TIMES.match(text, span.end, block.end) is not None
    for trigger in _audience().find(text, block.start, block.end):
        counted, _, times = trigger.tag.partition("|")
        yield _distance(span, trigger.start, trigger.end), (has_times and times) or counted


_TIMES = re.compile(r"(?:[^\S\n][\w-]+){0,1}[^\S\n]times\b")


def _distance(span: Span, start: int, end: int) -> int:
    """Code points between a span and a word; what follows a number tells more than what stands before it."""
    return max(0, 2 * (start - span.end), 2 * (span.start - end) + 1)


# ---- the number


_BARE = (
    (re.compile(r"(?:a|another)[^\S\n](?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"), 1.0),
    (re.compile(r"(?:(?:a|the|both|another)[^\S\n])?(?:couple|pair)\b"), 2.0),
    (re.compile(r"both\b"), 2.0),
    (re.compile(r"(?:no|none|without|zero|nobody)\b"), 0.0),
    (re.compile(r"(?:an?|another|one)\b"), 1.0),
)
"""Words that count without being numbers, where nothing in the span is one."""

_PLAIN = re.compile(r"(?P<low>\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:[^\S\n]?(?:to|-|–)[^\S\n]?(?P<high>\d[\d,]{0,18}))?")
"""Digits alone; the grammar takes "2022" for a year, but who says that it is a count is right."""

_GOES_ON = re.compile(rf"[^\S\n-]?(?:{'|'.join(SCALES)})\b", re.IGNORECASE)
_WORDS = re.compile(r"\S+")
_MOST_WORDS = 5
"""Words of a span that may hold one of those words: "a man", "no other injuries"."""


def bounds_in(text: str, span: Span, around: list[Quantity]) -> Bounds | str:
    """The one number that the span says with the hedges in it, else why it says none; ``around`` are the block's."""
    if _is_cut(text, span.start) or _is_cut(text, span.end):
        return "an edge stands within a word or a number"
    found = find_quantities(text, span.start, span.end)
    if len(found) > 1:
        return f"two numbers: {quoted([text[one.start : one.end] for one in found])}"
    if found:
        larger = next((one for one in around if one.start < found[0].end <= span.end < one.end), None)
        if larger is not None and _GOES_ON.match(text, span.end, larger.end):
            return f"the number goes on: {quoted([text[larger.start : larger.end]])}"
        return Bounds(found[0].low, found[0].high, found[0].comparator)
    return number_alone(text[span.start : span.end]) or "no number in these words"


def number_alone(words: str) -> Bounds | None:
    """The one number that words say when nothing else is around them; ``None`` where they say none or several."""
    found = find_quantities(words)
    if found:
        return Bounds(found[0].low, found[0].high, found[0].comparator) if len(found) == 1 else None
    plain = _PLAIN.fullmatch(words.strip())
    if plain is not None:
        low = float(plain["low"].replace(",", ""))
        high = float(plain["high"].replace(",", "")) if plain["high"] else low
        return Bounds(low, high, "=" if low == high else "range") if low <= high else None
    if len(_WORDS.findall(words[:200])) > _MOST_WORDS or len(words) > 200:
        return None
    lowered = words.strip().lower()
    number = next((number for pattern, number in _BARE if pattern.match(lowered)), None)
    return None if number is None else Bounds(number, number, "=")


_IN_NUMBER = re.compile(r"\d[.,]\d")


def _is_cut(text: str, position: int) -> bool:
    """Whether an edge parts a word or a number; scripts without spaces write digits beside letters."""
    if not 0 < position < len(text):
        return False
    before, behind = text[position - 1], text[position]
    if before.isalnum() and behind.isalnum():
        return before.isdigit() == behind.isdigit() or (before + behind).isascii()
    near = text[max(0, position - 2) : position + 2]
    return (before in ".," or behind in ".,") and _IN_NUMBER.search(near) is not None
