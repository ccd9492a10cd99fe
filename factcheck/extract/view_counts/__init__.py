"""How many viewed, or otherwise took in or backed, a published thing: figures found from their metric words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from factcheck.extract.context import Context, Found
from factcheck.extract.view_counts.gaps import is_gapped, is_shared
from factcheck.extract.view_counts.gates import is_amount, is_real
from factcheck.extract.view_counts.lexicon import TRIGGER_WORDS
from factcheck.extract.view_counts.rules import metric_of, noun_counted
from factcheck.extract.view_counts.scene import Scene
from factcheck.extract.view_counts.things import thing_of
from factcheck.grammar.quantity import Quantity
from factcheck.grammar.text import Span
from factcheck.grammar.triggers import Triggers
from factcheck.model import ViewCount

_TRIGGERS = Triggers(TRIGGER_WORDS)


def extract(context: Context) -> Iterator[Found]:
    """Find the audience figures of an article's text or title, in text order."""
    found = _TRIGGERS.find(context.text)
    for block, _ in groupby(found, lambda one: context.block_at(one.start, one.end)):
        yield from _in_sentence(context, block)


def _in_sentence(context: Context, block: Span) -> Iterator[Found]:
    said: str | None = None
    scenes = _scenes(context, block)
    for scene, following in zip(scenes, [*scenes[1:], None], strict=False):
        metric = metric_of(scene) or _unsaid(scene, following, said)
        if metric:
            said = metric
            if is_real(scene, metric):
                quantity = scene.quantity
                yield Found(quantity.start, quantity.end, _value(scene, metric, quantity))


def _scenes(context: Context, block: Span) -> list[Scene]:
    quantities = context.quantities(block)
    limits = [*(following.start for following in quantities[1:]), block.end]
    return [
        Scene(context.text, block.start, block.end, quantity, limit)
        for quantity, limit in zip(quantities, limits, strict=False)
    ]


def _unsaid(scene: Scene, following: Scene | None, said: str | None) -> str | None:
    """The metric of a number whose noun only its neighbour has."""
    if is_amount(scene):
        return None
    if said and is_gapped(scene):
        return said
    return noun_counted(following) if following and is_shared(scene, following.quantity.start) else None


def _value(scene: Scene, metric: str, quantity: Quantity) -> ViewCount:
    thing = thing_of(scene.text, scene.start, scene.end, quantity.start)
    return ViewCount(metric, quantity.low, quantity.high, quantity.comparator, thing)
