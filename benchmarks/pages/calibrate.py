"""Weigh the signs of a story on one half of the stored pages: ``python -m benchmarks.pages.calibrate``.

Writes ``factcheck/ingest/sections/weights.json``. It is a logistic regression over the features of
``sections.features``, fitted by AdaGrad (Duchi et al., 2011) with its weights averaged over the later epochs. It
learns from the flattened pages at the even places of the file, whole and cropped to what stands around the story,
where menus and links must go, and from clean texts (those pages' true bodies, the Wikinews articles at even places),
where nothing must. The odd places are for checking (``python -m benchmarks.flattened_pages``). Epochs, penalty and
crops were set by threefold cross-validation within the even half.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import ROOT, news_texts
from benchmarks.pages.corpus import FlatLine, flattened, stored_pages
from factcheck.ingest.sections.blocks import blocks_of
from factcheck.ingest.sections.features import Features

WEIGHTS = ROOT / "factcheck" / "ingest" / "sections" / "weights.json"

_EPOCHS = 12
_AVERAGED_FROM = 4
_RATE = 0.15
_SHRINK = 5e-3
"""The L2 penalty: what each sample that a feature was seen in takes back of its weight."""

_LENGTH_POWER = 0.7
_CLEAN_SHARE = 0.4
_CROP_SHARE = 0.5
_CROP_BEFORE, _CROP_AFTER = 4, 12
_LEAST_SEEN = 12
_LEAST_WEIGHT = 0.02


@dataclass(frozen=True, slots=True)
class Sample:
    """A block: the features that hold, whether it is the story's own, and how much it counts."""

    names: tuple[str, ...]
    own: bool
    counts: float


def samples() -> Iterator[Sample]:
    """The blocks of the calibration half, headlines and captions left out."""
    for page in list(stored_pages())[::2]:
        lines = flattened(page)
        yield from _flat(lines, 1.0)
        yield from _flat(_cropped(lines), _CROP_SHARE)
        yield from _clean(page.body)
    for _, text in news_texts()[1][::2]:
        yield from _clean(text)


def _flat(lines: list[FlatLine], share: float) -> Iterator[Sample]:
    text = "\n".join(line.text for line in lines)
    return _samples(text, [line.own for line in lines], [0.0 if line.apart else share for line in lines])


def _cropped(lines: list[FlatLine]) -> list[FlatLine]:
    """The lines that somebody who copies the story takes along."""
    own = [index for index, line in enumerate(lines) if line.own]
    return lines[max(0, own[0] - _CROP_BEFORE) : own[-1] + 1 + _CROP_AFTER] if own else []


def _clean(text: str) -> Iterator[Sample]:
    count = len(blocks_of(text))
    yield from _samples(text, [True] * count, [_CLEAN_SHARE] * count)


def _samples(text: str, own: list[bool], shares: list[float]) -> Iterator[Sample]:
    blocks = blocks_of(text)
    for block, names, mine, share in zip(blocks, Features(blocks).names(), own, shares, strict=True):
        if share:
            yield Sample(tuple(names), mine, share * len(block.text) ** _LENGTH_POWER)


def fitted(found: list[Sample]) -> dict[str, float]:
    """The weights of the features that are seen often enough; ``""`` is the constant."""
    seen = Counter(name for sample in found for name in sample.names)
    kept = {name for name, count in seen.items() if count >= _LEAST_SEEN}
    mean = sum(sample.counts for sample in found) / len(found)
    rows = [
        (("", *(n for n in sample.names if n in kept)), float(sample.own), sample.counts / mean) for sample in found
    ]
    weights: dict[str, float] = dict.fromkeys(["", *sorted(kept)], 0.0)
    squares = dict.fromkeys(weights, 1e-6)
    sums = dict.fromkeys(weights, 0.0)
    order = random.Random(2022)  # noqa: S311 - the order of training, the same on every run
    for epoch in range(_EPOCHS):
        order.shuffle(rows)
        for names, own, counts in rows:
            _step(weights, squares, names, own, counts)
        if epoch >= _AVERAGED_FROM:
            for name, weight in weights.items():
                sums[name] += weight / (_EPOCHS - _AVERAGED_FROM)
    return {name: round(weight, 3) for name, weight in sums.items() if abs(weight) >= _LEAST_WEIGHT}


def _step(
    weights: dict[str, float], squares: dict[str, float], names: tuple[str, ...], own: float, counts: float
) -> None:
    """Learn from one block; changes the weights and the sums of their squared gradients."""
    score = sum(weights[name] for name in names)
    error = (1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - own) * counts
    for name in names:
        gradient = error + _SHRINK * weights[name]
        squares[name] += gradient * gradient
        weights[name] -= _RATE * gradient / math.sqrt(squares[name])


def main(path: Path = WEIGHTS) -> None:
    """Fit the weights and write them."""
    found = list(samples())
    weights = fitted(found)
    path.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", "utf-8")
    print(f"{len(weights)} weights from {len(found)} blocks in {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
