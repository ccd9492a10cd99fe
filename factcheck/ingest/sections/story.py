"""Which blocks of a text are the story's own: a weighed sum of features each, and the best way through them."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from factcheck.ingest.sections.features import Features

_BIAS = 1.0
_SWITCH = 1.0
_ISLAND = 0.6
"""Set by cross-validation within the calibration half of the pages (benchmarks/pages/calibrate.py).

``_BIAS`` leans towards keeping, since a claim lost is worse than one too many. ``_SWITCH`` is what leaving or coming
back to the story costs, ``_ISLAND`` what each foreign block costs that the story goes on behind."""

_TYPICAL_LENGTH = 80
_LEAST_SAY, _MOST_SAY = 0.5, 4.0

_HEAD, _STORY, _ISLAND_STATE, _TAIL = range(4)
_NEVER = float("-inf")


@cache
def weights() -> Mapping[str, float]:
    """How much each feature speaks for the story (above 0) or against it, in log odds; ``""`` is the constant."""
    data = files(__package__).joinpath("weights.json").read_text("utf-8")
    loaded: dict[str, float] = json.loads(data)
    return loaded


def own_blocks(features: Features) -> list[bool]:
    """Whether each block is the story's own."""
    known = weights()
    constant = known.get("", 0.0) + _BIAS
    scores = [
        (constant + sum(known.get(name, 0.0) for name in names)) * _say(len(block.text))
        for names, block in zip(features.names(), features.blocks, strict=True)
    ]
    return best_way(scores)


def _say(length: int) -> float:
    """How much say a block has beside its neighbours: a long paragraph's score is seldom wrong, a label's often."""
    return min(_MOST_SAY, max(_LEAST_SAY, math.sqrt(length / _TYPICAL_LENGTH)))


def best_way(scores: Sequence[float]) -> list[bool]:
    """Which blocks the story holds, on the way through them that scores best (Viterbi, 1967).

    The way leads through a head, the story with islands of foreign blocks in it, and a tail. Going into or out of an
    island and into the tail has a price, and so has each block of an island, since stories come back from a box of
    links but not from a page of comments.
    """
    if not scores:
        return []
    first = scores[0] / 2
    totals = [-first, first, _NEVER, _NEVER]
    steps: list[tuple[int, int, int]] = []
    for score in scores[1:]:
        half = score / 2
        story, from_story = max(
            (totals[_STORY], _STORY), (totals[_HEAD], _HEAD), (totals[_ISLAND_STATE] - _SWITCH, 2)
        )
        island, from_island = max((totals[_STORY] - _SWITCH, _STORY), (totals[_ISLAND_STATE], _ISLAND_STATE))
        tail, from_tail = max((totals[_STORY] - _SWITCH, _STORY), (totals[_TAIL], _TAIL))
        totals = [totals[_HEAD] - half, story + half, island - half - _ISLAND, tail - half]
        steps.append((from_story, from_island, from_tail))
    state = max(range(4), key=totals.__getitem__)
    way = [state]
    for came_from in reversed(steps):
        state = _HEAD if state == _HEAD else came_from[state - 1]
        way.append(state)
    return [state == _STORY for state in reversed(way)]
