"""How many people were killed or harmed, or that none were: casualty counts found from the words for harm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.lexicon import TRIGGER_WORDS
from factcheck.extract.casualties.linking import counts
from factcheck.extract.casualties.sentence import read
from factcheck.extract.context import Context, Found
from factcheck.grammar.text import Span
from factcheck.grammar.triggers import Trigger, Triggers
from factcheck.model import Casualty

_TRIGGERS = Triggers(TRIGGER_WORDS)
_LONGEST_SENTENCE = 1500
"""Code points of a sentence that are read around its triggers; only text without full stops has longer ones."""


def extract(context: Context) -> Iterator[Found]:
    """Find the casualty counts of an article's text or title, in text order."""
    for (start, end), triggers in groupby(_TRIGGERS.find(context.text), lambda one: _around(context, one)):
        yield from _in_sentence(context, Span(start, end), list(triggers))


def _around(context: Context, trigger: Trigger) -> tuple[int, int]:
    """The sentence of a trigger; of one without an end, the block of bounded length that the trigger lies in."""
    sentence = context.sentence_at(trigger.start)
    if sentence.end - sentence.start <= _LONGEST_SENTENCE:
        return sentence.start, max(sentence.end, trigger.end)
    block = (trigger.start - sentence.start) // _LONGEST_SENTENCE
    start = sentence.start + block * _LONGEST_SENTENCE
    return start, max(min(sentence.end, start + _LONGEST_SENTENCE), trigger.end)


def _in_sentence(context: Context, span: Span, triggers: list[Trigger]) -> Iterator[Found]:
    sentence = read(context.text, span.start, span.end, triggers)
    if sentence is None:
        return
    for figure, effect in counts(sentence):
        yield Found(figure.start, figure.stop, _value(context.text, figure, effect))


def _value(text: str, figure: Figure, effect: str) -> Casualty:
    who = text[figure.who[0] : figure.who[1]] if figure.who else None
    return Casualty(effect, figure.low, figure.high, figure.comparator, who)
