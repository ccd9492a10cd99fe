"""How many people were killed or harmed, or that none were: casualty counts found from the words for harm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from factcheck.extract.casualties.details import Story
from factcheck.extract.casualties.lexicon import TRIGGER_WORDS
from factcheck.extract.casualties.linking import counts
from factcheck.extract.casualties.sentence import read
from factcheck.extract.context import Context, Found
from factcheck.grammar.text import Span
from factcheck.grammar.triggers import Trigger, Triggers

_TRIGGERS = Triggers(TRIGGER_WORDS)


def extract(context: Context) -> Iterator[Found]:
    """Find the casualty counts of an article's text or title, in text order."""
    story = Story(context)
    found = _TRIGGERS.find(context.text)
    for block, triggers in groupby(found, lambda one: context.block_at(one.start, one.end)):
        yield from _in_sentence(context, story, block, list(triggers))


def _in_sentence(context: Context, story: Story, block: Span, triggers: list[Trigger]) -> Iterator[Found]:
    sentence = read(context.text, block.start, block.end, triggers, context.quantities(block))
    if sentence is None:
        return
    counted = list(counts(sentence))
    if counted:
        for (figure, _), value in zip(counted, story.values(block, sentence, counted), strict=True):
            yield Found(figure.start, figure.stop, value)
