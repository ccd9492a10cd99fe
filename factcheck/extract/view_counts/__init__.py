"""How many viewed, or otherwise took in or backed, a published thing: figures found from their metric words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from factcheck.extract.context import Context, Found
from factcheck.extract.view_counts.circumstances import held_at, platform_of, rate_of
from factcheck.extract.view_counts.gaps import GOES_ON, is_gapped, is_shared
from factcheck.extract.view_counts.gates import is_amount, is_real
from factcheck.extract.view_counts.lexicon import TRIGGER_WORDS
from factcheck.extract.view_counts.nouns import noun_counted
from factcheck.extract.view_counts.rules import metric_of
from factcheck.extract.view_counts.scene import Scene
from factcheck.extract.view_counts.things import thing_of
from factcheck.grammar.certainty import certainty_at
from factcheck.grammar.text import Span
from factcheck.grammar.triggers import Triggers
from factcheck.model import ViewCount

_TRIGGERS = Triggers(TRIGGER_WORDS)


def extract(context: Context) -> Iterator[Found]:
    """Find the audience figures of an article's text or title, in text order."""
    triggers = _TRIGGERS.find(context.text)
    told: Told | None = None
    for block, _ in groupby(triggers, lambda one: context.block_at(one.start, one.end)):
        if told:
            yield from _continued(context, told, block.start)
        told = None
        for told in _in_sentence(context, block, None):
            yield told.found
    if told:
        yield from _continued(context, told, len(context.text))


def _continued(context: Context, told: Told, limit: int) -> Iterator[Found]:
    """Figures of the sentences behind, up to ``limit``, that name no metric: "CBS had 3.8 million"."""
    for index in range(context.sentence_index(told.found.start) + 1, len(context.sentences)):
        sentence = context.sentences[index]
        if sentence.end > limit or not GOES_ON.match(context.text, *sentence):
            return
        for one in _in_sentence(context, sentence, told.metric):
            yield one.found


class Told(NamedTuple):
    """A figure and what it counts."""

    found: Found
    metric: str


def _in_sentence(context: Context, block: Span, said: str | None) -> Iterator[Told]:
    """Read a sentence; ``said`` is the metric that the sentence before spoke of, where this one goes on with it."""
    real = said is not None
    scenes = _scenes(context, block)
    for scene, following in zip(scenes, [*scenes[1:], None], strict=False):
        metric = metric_of(scene)
        if metric is None and said and is_gapped(scene, after_real=real) and not is_amount(scene):
            metric = said
        metric = metric or _ahead(scene, following)
        if metric:
            said, real = metric, is_real(scene, metric)
            if real:
                found = Found(scene.quantity.start, scene.quantity.end, _value(context, scene, metric))
                yield Told(found, metric)


def _scenes(context: Context, block: Span) -> list[Scene]:
    quantities = context.quantities(block)
    limits = [*(following.start for following in quantities[1:]), block.end]
    return [
        Scene(context.text, block.start, block.end, quantity, limit)
        for quantity, limit in zip(quantities, limits, strict=False)
    ]


def _ahead(scene: Scene, following: Scene | None) -> str | None:
    """The metric of a number whose noun only the next one has: "4 million and 5 million viewers"."""
    if following is None or is_amount(scene) or not is_shared(scene, following.quantity.start):
        return None
    return noun_counted(following)


def _value(context: Context, scene: Scene, metric: str) -> ViewCount:
    quantity = scene.quantity
    return ViewCount(
        metric,
        quantity.low,
        quantity.high,
        quantity.comparator,
        thing_of(scene, metric, _sentence_before(context, scene.start)),
        platform_of(scene, metric),
        held_at(scene, metric, lambda: context.timexes),
        rate_of(scene),
        _certainty(scene, metric),
    )


def _sentence_before(context: Context, start: int) -> Span | None:
    index = context.sentence_index(start)
    return context.sentences[index - 1] if index else None


_OF_POSTS = frozenset({"views", "likes", "dislikes", "shares", "comments"})
_OF_THEIR_CONTENT = frozenset({"claimed", "disputed", "feared"})
_REACH_BEHIND = 60


def _certainty(scene: Scene, metric: str) -> str | None:
    """How sure the words are of the figure; what posts themselves claim or deny says nothing of it."""
    start, end = scene.quantity.start, scene.quantity.end
    near = Span(scene.start, min(scene.end, end + _REACH_BEHIND))
    said = certainty_at(scene.text, near, start, end)
    return None if metric in _OF_POSTS and said in _OF_THEIR_CONTENT else said
