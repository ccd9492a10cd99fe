"""The sentences with annotated numbers that lie beside the project, and the score of what a reader finds in them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from benchmarks.corpora import SHARED, scorer
from benchmarks.count_peers import Bounds, NumberReader

FOLDER = SHARED / "eval" / "numbers"
SCORER = SHARED / "eval" / "score_quantities.py"
SETS: dict[str, str] = {
    "numbers": "msrec_number.jsonl",
    "ranges of numbers": "msrec_numberrange.jsonl",
    "percentages": "msrec_percent.jsonl",
    "money": "msrec_currency.jsonl",
    "measures": "msrec_dimension.jsonl",
    "money, CQE": "cqe_currency-model.jsonl",
    "measures, CQE": "cqe_dimension-model.jsonl",
    "temperatures, CQE": "cqe_temperature-model.jsonl",
    "ages, CQE": "cqe_age-model.jsonl",
}
"""Sets to their files: tests of Microsoft's Recognizers-Text, and those of the CQE paper that are made from them."""


class Gold(NamedTuple):
    """An annotated number; of a range both bounds are to be found."""

    bounds: Bounds
    is_range: bool


@dataclass(frozen=True, slots=True)
class AnnotatedSet:
    """Annotated sentences: each with the numbers that are to be found in it, and whether it is held out."""

    name: str
    sentences: list[tuple[str, list[Gold], bool]]

    def score(self, read: NumberReader, *, held_out: bool) -> float:
        """The value F1, 0 to 1, of what the reader finds in the part of the set that is held out, or in the other."""
        part = [(text, gold) for text, gold, is_held in self.sentences if is_held == held_out]
        answers = [read(text) for text, _ in part]
        right = sum(_right(gold, found) for (_, gold), found in zip(part, answers, strict=True))
        expected, given = sum(len(gold) for _, gold in part), sum(map(len, answers))
        return 2 * right / (expected + given) if right else 0.0


def number_sets() -> Iterator[AnnotatedSet]:
    """The annotated sets that lie beside the project; none where they do not."""
    for name, file in SETS.items():
        if SCORER.exists() and (FOLDER / file).exists():
            lines = (FOLDER / file).read_text("utf-8").split("\n")
            rows = [json.loads(line) for line in lines if line]
            yield AnnotatedSet(name, [(row["text"], list(_gold(row)), _is_held_out(row)) for row in rows])


def _is_held_out(row: dict[str, Any]) -> bool:
    """Whether the sentence is of the third that nobody looks at while the grammar is made."""
    return int(hashlib.md5(str(row["id"]).encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def _gold(row: dict[str, Any]) -> Iterator[Gold]:
    said: Iterable[dict[str, Any]] = (*row.get("quantities", ()), *(row.get("results") or ()))
    for one in said:
        if "low" in one or one.get("type") == "numberrange":
            yield Gold((one.get("low"), one.get("high")), is_range=True)
            continue
        try:
            value = float(str(one.get("value")).replace(",", "").rstrip("% "))
        except ValueError:  # an annotation without a value
            continue
        yield Gold((value, value), is_range=False)


def _right(gold: list[Gold], found: list[Bounds]) -> int:
    left = list(found)
    for one in gold:
        hit = next((bounds for bounds in left if _is_right(one, bounds)), None)
        if hit is not None:
            left.remove(hit)
    return len(found) - len(left)


def _is_right(gold: Gold, found: Bounds) -> bool:
    rules = scorer(SCORER)
    if gold.is_range:
        return all(
            (ours is None) == (theirs is None) and (ours is None or rules.close(ours, theirs))
            for ours, theirs in zip(found, gold.bounds, strict=True)
        )
    return bool(rules.matches((*gold.bounds, None), {"low": found[0], "high": found[1]}))
