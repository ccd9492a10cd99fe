"""Sentences about audiences, each with the figures that it states; a sentence without any is a trap."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.extract import view_counts
from factcheck.extract.context import Context
from factcheck.model import Article, ViewCount

_TABLE = Path(__file__).with_name("audience.txt")

Told = tuple[str, str, str, float | None, float | None]
"""Core words, metric, comparator, low, high."""


def _sentences() -> Iterator[tuple[str, list[Told]]]:
    sentence, told = "", list[Told]()
    for line in _TABLE.read_text("utf-8").splitlines():
        if line.startswith("    "):
            told.append(_told(line.split(" | ")))
        elif line and not line.startswith("#"):
            if sentence:
                yield sentence, told
            sentence, told = line, []
    yield sentence, told


def _told(parts: list[str]) -> Told:
    core, metric, comparator, *numbers = (part.strip() for part in parts)
    low: float | None = float(numbers[0])
    high: float | None = float(numbers[-1])
    if comparator in (">", ">="):
        high = None
    elif comparator in ("<", "<="):
        low = None
    return core, metric, comparator, low, high


@pytest.mark.parametrize(("sentence", "expected"), list(_sentences()))
def test_a_sentence_gives_the_figures_that_it_states_and_no_more(sentence: str, expected: list[Told]) -> None:
    found = list(view_counts.extract(Context(Article("0" * 64, "a", "a.txt", sentence), "text")))
    told: list[Told] = []
    for one in found:
        assert isinstance(one.value, ViewCount)
        value = one.value
        told.append((sentence[one.start : one.end], value.metric, value.comparator, value.low, value.high))
    assert told == expected
