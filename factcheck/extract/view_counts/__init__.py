"""How many viewed, or otherwise took in or backed, a published thing: figures found from their metric words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from factcheck.extract.context import Context, Found
from factcheck.extract.view_counts.lexicon import TRIGGER_WORDS
from factcheck.extract.view_counts.rules import Scene, metric_of
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
    quantities = context.quantities(block)
    limits = [*(following.start for following in quantities[1:]), block.end]
    for quantity, limit in zip(quantities, limits, strict=False):
        scene = Scene(context.text, block.start, block.end, quantity, limit)
        metric = metric_of(scene) or (said if said and _is_gapped(scene) else None)
        if metric:
            said = metric
            yield Found(quantity.start, quantity.end, _value(scene, metric, quantity))


_GAP_BEFORE = re.compile(
    r"(?:\b(?:against|has|had|have|versus|vs\.?|behind|than|with|and|while|from|to)|['’]s)[^\S\n]$", re.IGNORECASE
)
_GAP_BEHIND = re.compile(
    r"[.;,)]|[^\S\n](?:in|on|today|now|at|a|last|by|for|before|after|this|the|and|but|as|worldwide|globally|abroad|overseas|elsewhere|yesterday)\b|$",
    re.IGNORECASE,
)
_LEAST_GAPPED = 1000


def _is_gapped(scene: Scene) -> bool:
    """Whether a bare number counts what the one before did: "34.5 million subscribers against 47 million"."""
    quantity = scene.quantity
    return (
        scene.bound >= _LEAST_GAPPED
        and _GAP_BEFORE.search(scene.before) is not None
        and _GAP_BEHIND.match(scene.text, quantity.end, scene.end) is not None
        and "$" not in scene.before[-2:]
    )


def _value(scene: Scene, metric: str, quantity: Quantity) -> ViewCount:
    thing = thing_of(scene.text, scene.start, scene.end, quantity.start)
    return ViewCount(metric, quantity.low, quantity.high, quantity.comparator, thing)
