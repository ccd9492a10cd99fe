"""Strings that nobody would write break no promise of the extractors of counts: casualties and audience figures."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from factcheck.extract.casualties.lexicon import PERSONS, TRIGGER_WORDS, WORD_PARTS
from factcheck.extract.registry import EXTRACTORS, extract_claims
from factcheck.extract.view_counts.lexicon import TRIGGER_WORDS as AUDIENCE_WORDS
from factcheck.ingest.sections import cut
from factcheck.model import Article, Casualty, ClaimType, ViewCount
from tests.grammar.fuzz_quantities import LOOK_ALIKES, strings
from tests.thorough import SLOW

COUNTS = tuple(name for name, (kind, _) in EXTRACTORS.items() if kind in (ClaimType.CASUALTY, ClaimType.VIEW_COUNT))
HARM = (*TRIGGER_WORDS, *WORD_PARTS, *sorted(PERSONS))
AUDIENCE = tuple(word.rstrip("*") for word in AUDIENCE_WORDS)
JOINTS = (
    *("people were", "of the", "who", "and", ",", "by", "times", "the video", "on YouTube", "per day", "as of"),
    *("in Paris", "last Friday", "including", "rose to", "from", "revised down", "the petition", "among them", "."),
)


def _texts(source: random.Random) -> Iterator[str]:
    """Endless short texts of the extractors' words, numbers, marks and other scripts' oddities."""
    numbers = strings(source)
    while True:
        words = [source.choice(source.choice((HARM, AUDIENCE, JOINTS))) for _ in range(source.randint(2, 12))]
        words.insert(source.randint(0, len(words)), next(numbers))
        words.insert(source.randint(0, len(words)), next(numbers))
        text = source.choice((" ", " ", "\n", "-")).join(words)
        yield text.translate(LOOK_ALIKES) if source.random() < 0.1 else text


@pytest.mark.parametrize("seed", range(40) if SLOW else [5])
def test_every_count_is_where_it_says_and_its_bounds_are_in_order(seed: int) -> None:
    found = 0
    for _, text in zip(range(1500), _texts(random.Random(seed)), strict=False):
        article = Article("0" * 64, "a", "a", text, sections=cut(text))
        for claim in extract_claims(article, COUNTS):
            assert text[claim.start : claim.end] == claim.quote, text
            assert isinstance(claim.value, Casualty | ViewCount)
            bounds = [bound for bound in (claim.value.low, claim.value.high) if bound is not None]
            assert bounds, text
            assert bounds == sorted(bounds), text
            found += 1
    assert found > 50
