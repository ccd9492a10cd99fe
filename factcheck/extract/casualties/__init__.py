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


def extract(context: Context) -> Iterator[Found]:
    """Find the casualty counts of an article's text or title, in text order."""
    found = _TRIGGERS.find(context.text)
    for block, triggers in groupby(found, lambda one: context.block_at(one.start, one.end)):
        yield from _in_sentence(context, block, list(triggers))


def _in_sentence(context: Context, span: Span, triggers: list[Trigger]) -> Iterator[Found]:
    sentence = read(context.text, span.start, span.end, triggers, context.quantities(span))
    if sentence is None:
        return
    for figure, effect in counts(sentence):
        yield Found(figure.start, figure.stop, _value(context.text, figure, effect))


def _value(text: str, figure: Figure, effect: str) -> Casualty:
    who = text[figure.who[0] : figure.who[1]] if figure.who else None
    return Casualty(effect, figure.low, figure.high, figure.comparator, who)
