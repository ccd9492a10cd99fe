"""A sentence as words with their parts: what the casualty rules read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from factcheck.extract.casualties.lexicon import (
    NOT_PERSONS,
    PERSON_ENDINGS,
    PERSONS,
    WORD_PARTS,
)
from factcheck.grammar.names import demonym_code
from factcheck.grammar.quantity import Quantity
from factcheck.grammar.text import is_abbreviation, word_set
from factcheck.grammar.triggers import Trigger

_AGES = (
    r",?[^\S\n](?:ages?|aged)[^\S\n](?:\d{1,3}|[a-z-]+teen|[a-z]+ty(?:-[a-z]+)?)"
    r"(?:(?:,[^\S\n]and|,|[^\S\n]and|[^\S\n]to|-)[^\S\n]?\d{1,3})*\b(?:[^\S\n](?:and|or)[^\S\n](?:under|over|older|younger))?,?"
)
_AGE = re.compile(_AGES)
_TOKEN = re.compile(
    rf"(?P<age>{_AGES})|"
    r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]"
)
_QUOTES = frozenset("\"“”„«»‘’'")
"""Marks that stand around words without parting a statement."""

_MARKS = dict.fromkeys("—–-", "d") | dict.fromkeys(",()[]", ",") | dict.fromkeys(";:.!?", ";")
_PLURAL_THING = re.compile(r"[a-z]{3,}(?<![suio])s")
_NAMES = frozenset({"US", "WHO", "IT", "May", "Without"})
"""Names written like words of grammar but for their capitals."""

_MISLEADING = word_set(
    """
    family ally assembly supply reply italy july butterfly bully anomaly elderly friendly bed shed
    mohammed muhammed mohamed ahmed saeed sayed syed hamed rashed khaled majed waleed javed naveed zayed abed fred
    alfred ted jared
    """
)
"""Words with an ending that says nothing of them."""

_ENDINGS = (
    (("year-olds", "year-old", "years-old", "month-old", "week-old", "day-old"), "y"),
    ("ly", "v"),
    ("ed", "E"),
    ("ing", "g"),
)
"""Endings of words to their part."""


class Word(NamedTuple):
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


def read(  # noqa: PLR0913  (all that a sentence is made of)
    text: str,
    start: int,
    end: int,
    triggers: Sequence[Trigger],
    numbers: Sequence[Quantity],
    *,
    uncounted: bool = False,
) -> Sentence | None:
    """Read ``text[start:end]``, in which the triggers and the numbers stand.

    Returns ``None`` where it holds no figure at all, unless sentences of ``uncounted`` persons are wanted too.
    """
    quantities = [one for one in _without_ages(text, start, end, numbers) if _counts(text, one, end)]
    if not uncounted and not quantities and _UNCOUNTED.search(text, start, end) is None:
        return None
    words = _words(text, start, end, triggers, quantities)
    shape = "".join([word.part for word in words])
    return None if _FIGURES.isdisjoint(shape) and not uncounted else Sentence(text, words, shape)


def _without_ages(text: str, start: int, end: int, numbers: Sequence[Quantity]) -> Sequence[Quantity]:
    """The numbers but for those of a list of ages: "three men, ages 18, 21 and 35"."""
    if not numbers or text.find(" age", start, end) < 0:
        return numbers
    ages = [match.span() for match in _AGE.finditer(text, start, end)]
    return [one for one in numbers if not any(first <= one.start and one.end <= last for first, last in ages)]


_FIGURES = frozenset("Q0A")
_UNCOUNTED = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(word for word, part in WORD_PARTS.items() if part in ('0', 'A'))})(?![^\W_])",
    re.IGNORECASE,
)
"""Words that tell of a figure without a number: one or none."""

_NOT_A_COUNT_BEHIND = re.compile(
    r"-|%|['’]s\b|[^\S\n](?:times|per[^\S\n]cent|percent|degrees?|pm|am)\b|[°º]|:\d", re.IGNORECASE
)


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
) -> list[Word]:
    """The words in text order; counts and effect words are words of their own."""
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
    words: list[Word] = []
    reached = start
    for mark in marks:
        words += _plain(text, reached, mark.start)
        words.append(mark)
        reached = mark.end
    words += _plain(text, reached, end)
    return words


def _plain(text: str, start: int, end: int) -> list[Word]:
    words: list[Word] = []
    for match in _TOKEN.finditer(text, start, end):
        written = match.group()
        if match["age"] or written in _QUOTES or (written == "." and words and is_abbreviation(words[-1].form)):
            continue
        words.append(Word(*match.span(), *_form_and_part(written)))
    return words


@lru_cache(1 << 14)
def _form_and_part(written: str) -> tuple[str, str]:
    """The word in lower case and its part; remembered for the vocabulary of some hundred articles."""
    form = written.lower()
    return form, _part(written, form)


def _part(written: str, form: str) -> str:
    known = WORD_PARTS.get(form)
    if known:
        return "C" if written in _NAMES else known
    if not written[0].isalnum():
        return _MARKS.get(written, "q")
    return "P" if form in PERSONS else _part_by_shape(written[0].isupper(), form)


def _part_by_shape(capital: bool, form: str) -> str:  # noqa: FBT001  (a fact about the word, not an option)
    """The part of a word that no list knows, by its capital and its ending."""
    if capital and _is_nationality(form):
        return "P" if form.endswith(("s", "ese", "man", "men")) else "C"
    if form not in _MISLEADING:
        for endings, part in _ENDINGS:
            if form.endswith(endings):
                return part
    if len(form) > 4 and form not in NOT_PERSONS and _names_person(capital, form):
        return "p"
    return "C" if capital else "N"


def _is_nationality(form: str) -> bool:
    return demonym_code(form) is not None or (form.endswith("s") and demonym_code(form[:-1]) is not None)


def _names_person(capital: bool, form: str) -> bool:  # noqa: FBT001  (likewise)
    """Whether the ending is a person's ("trucker") or, of a name in the plural, a people's ("Tutsis")."""
    if form.endswith(PERSON_ENDINGS):
        return not capital or form.endswith("s")
    return capital and form.endswith("s") and not form.endswith(("ss", "us", "is"))


def is_plural_thing(word: Word) -> bool:
    """Whether the word is a plural noun of no person, so that a count before it counts that."""
    return word.part == "N" and _PLURAL_THING.fullmatch(word.form) is not None
