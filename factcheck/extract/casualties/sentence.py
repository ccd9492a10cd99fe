"""A sentence as words with their parts: what the casualty rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.extract.casualties.lexicon import (
    NOT_PERSONS,
    PERSON_ENDINGS,
    PERSONS,
    UNIT_WORDS,
    WORD_PARTS,
)
from factcheck.grammar.names import demonym_code
from factcheck.grammar.quantity import Quantity, find_quantities
from factcheck.grammar.triggers import Trigger

_TOKEN = re.compile(
    r"(?P<age>,?[^\S\n](?:ages?|aged)[^\S\n](?:\d{1,3}|[a-z-]+teen|[a-z]+ty(?:-[a-z]+)?)(?:(?:,|[^\S\n]and|[^\S\n]to|-)[^\S\n]?\d{1,3})*\b,?)|"
    r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]"
)
_QUOTES = frozenset("\"“”„«»‘’'")
"""Marks that stand around words without parting a statement."""

_DASHES = frozenset("—–-")
_COMMAS = frozenset(",()[]")
_PLURAL_THING = re.compile(r"[a-z]{3,}(?<![suio])s")
_NAMES = frozenset({"US", "WHO", "IT", "May"})
"""Names written like words of grammar but for their capitals."""

_NOUNS_IN_LY = frozenset("family ally assembly supply reply italy july butterfly bully anomaly elderly friendly".split())
_MONTHS = frozenset(
    "january february march april june july august september october november december".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark of a sentence: its span, its lower-case form, its part and what it says of harm."""

    start: int
    end: int
    form: str
    part: str
    effect: str = ""
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words and its shape, one letter a word (``lexicon.PARTS``)."""

    text: str
    words: Sequence[Word]
    shape: str = field(default="")


def read(text: str, start: int, end: int, triggers: Sequence[Trigger]) -> Sentence | None:
    """Read ``text[start:end]``, in which the triggers stand, or ``None`` where it holds no figure at all."""
    quantities = [one for one in find_quantities(text, start, end) if _counts(text, one, end)]
    words = list(_words(text, start, end, triggers, quantities))
    if not any(word.part in "Q0A" for word in words):
        return None
    return Sentence(text, words, "".join(word.part for word in words))


_NOT_A_COUNT_BEHIND = re.compile(r"-|%|['’]s\b|[^\S\n](?:times|per[^\S\n]cent|percent|pm|am)\b|[°º]|:\d", re.IGNORECASE)


def _counts(text: str, quantity: Quantity, end: int) -> bool:
    """Whether a quantity may count persons by its nearest surroundings."""
    if _NOT_A_COUNT_BEHIND.match(text, quantity.end, end):
        return False
    bound = quantity.low if quantity.low is not None else quantity.high
    if bound is None or bound != int(bound) or bound < 0:
        return False
    sign = text[quantity.start : quantity.start + 24]
    return not any(mark in sign[: quantity.end - quantity.start] for mark in "$£€") and text[
        max(0, quantity.start - 1) : quantity.start
    ] not in ("$", "£", "€", "#", "€")


def _words(
    text: str, start: int, end: int, triggers: Sequence[Trigger], quantities: Sequence[Quantity]
) -> Iterator[Word]:
    """Yield the words in text order; counts and effect words are words of their own."""
    marks: list[Word] = [
        Word(q.start, q.end, text[q.start : q.end].lower(), "Q" if q.high != 0 else "0", quantity=q)
        for q in quantities
    ]
    taken = [(q.start, q.end) for q in quantities]
    for trigger in triggers:
        if not any(trigger.start < stop and begin < trigger.end for begin, stop in taken):
            part, effect = trigger.tag.split()
            marks.append(Word(trigger.start, trigger.end, text[trigger.start : trigger.end].lower(), part, effect))
    marks.sort(key=lambda word: word.start)
    reached = start
    for mark in marks:
        yield from _plain(text, reached, mark.start)
        yield mark
        reached = mark.end
    yield from _plain(text, reached, end)


def _plain(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _TOKEN.finditer(text, start, end):
        written = match.group()
        if match["age"] or written in _QUOTES:
            continue
        form = written.lower()
        yield Word(match.start(), match.end(), form, _part(written, form))


def _part(written: str, form: str) -> str:
    known = WORD_PARTS.get(form)
    if known:
        return "C" if written in _NAMES else known
    if not written[0].isalnum():
        return "," if written in _COMMAS else "d" if written in _DASHES else ";" if written in ";:.!?" else "q"
    if form in ("no", "zero"):
        return "0"
    if form in PERSONS:
        return "P"
    return _part_by_shape(written, form)


def _part_by_shape(written: str, form: str) -> str:
    capital = written[0].isupper()
    if capital and form in _MONTHS:
        return "v"
    if capital and (demonym_code(form) or (form.endswith("s") and demonym_code(form[:-1]))):
        return "P" if form.endswith(("s", "ese", "man", "men")) else "C"
    if form in UNIT_WORDS:
        return "q"
    if form.endswith(("year-olds", "year-old", "month-old", "week-old", "day-old")):
        return "y"
    if form.endswith("ly") and form not in _NOUNS_IN_LY:
        return "v"
    if form.endswith("ed"):
        return "E"
    if form.endswith("ing"):
        return "g"
    if form not in NOT_PERSONS and form.endswith(PERSON_ENDINGS) and len(form) > 4 and (not capital or form.endswith("s")):
        return "p"
    if capital and form.endswith("s") and len(form) > 4 and form not in NOT_PERSONS and not form.endswith(("ss", "us", "is")):
        return "p"
    return "C" if capital else "N"


def is_plural_thing(word: Word) -> bool:
    """Whether the word is a plural noun of no person, so that a count before it counts that."""
    return word.part == "N" and _PLURAL_THING.fullmatch(word.form) is not None
