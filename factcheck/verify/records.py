"""Tolls as the records of files: each effect's bounds, the claims that bear it, and the words it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.model import Article, Claim, ClaimType, Field, Labels
from factcheck.verify.tolls import Toll, Tolls

Place = tuple[Field, int, int]
"""Where words stand: which of an article's strings, start and end."""


def is_evidence(labels: Iterable[Labels]) -> bool:
    """Whether a claim may be named as what a toll rests on: not where all who judged it say that it is none."""
    return {one.extraction for one in labels if one.extraction} != {"not_a_claim"}


def bearing(claims: Iterable[tuple[str, Claim, Sequence[Labels]]]) -> dict[Place, list[str]]:
    """The keys of an article's casualty claims that may be named, by the place where they stand.

    ``claims`` are those that stand, each with its key and its labels.
    """
    found: dict[Place, list[str]] = defaultdict(list)
    for key, claim, labels in claims:
        if claim.type is ClaimType.CASUALTY and is_evidence(labels):
            found[claim.field, claim.start, claim.end].append(key)
    return found


def toll_record(article: Article, tolls: Tolls, claims: Mapping[Place, Sequence[str]]) -> dict[str, Any]:
    """An article's tolls by effect: ``{"low", "best", "high", "claims", "spans"}``; ``high`` is ``None`` where open.

    ``claims`` has the keys of the claims that stand on each place.
    """
    return {effect: _effect_record(article, toll, claims) for effect, toll in tolls.items()}


def _effect_record(article: Article, toll: Toll, claims: Mapping[Place, Sequence[str]]) -> dict[str, Any]:
    places: list[Place] = [(ground.field, ground.start, ground.end) for ground in toll.grounds]
    return {
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "claims": list(dict.fromkeys(key for place in places for key in claims.get(place, ()))),
        "spans": [
            {"field": field, "start": start, "end": end, "quote": article.string(field)[start:end]}
            for field, start, end in places
        ],
    }
