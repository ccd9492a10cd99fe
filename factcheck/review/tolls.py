"""The toll of an article as both front ends tell it: on one line, and the words that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Article, ClaimType, SpanRef
from factcheck.review.facts import Fact, shown
from factcheck.verify.tolls import Toll, Tolls, tolls_of

LONGEST = 1_000_000
"""Code points of an article whose toll is told beside a claim: a longer one would take seconds; export counts it."""

_MOST_GROUNDS = 6
"""Places told of one effect: nobody reads on, and the article shows them all."""

_BEHIND = re.compile(r"(?:[^\S\n]\w[\w'’-]{0,40}){0,2}")
"""Words behind a number that tell of whom it is."""


def shown_tolls(article: Article) -> Tolls:
    """The tolls of an article of bearable length; none of a longer one."""
    return tolls_of(article) if len(article.text) <= LONGEST else {}


def has_toll(kind: ClaimType) -> bool:
    """Whether the article's toll is told beside claims of this type."""
    return kind is ClaimType.CASUALTY


def toll_words(tolls: Tolls, joint: str = " · ") -> str:
    """The toll on one line: "12 killed (10 to 14) · at least 30 injured"; empty where the article tells of none."""
    return joint.join(_effect_words(effect, toll) for effect, toll in tolls.items())


def toll_facts(article: Article, tolls: Tolls) -> list[Fact]:
    """The toll and the words that it rests on; nothing where the article tells of none."""
    if not tolls:
        return []
    return [Fact("toll", toll_words(tolls)), *_counted(article, tolls)]


def grounds(tolls: Tolls) -> list[SpanRef]:
    """The places that the tolls rest on, each once."""
    return list(dict.fromkeys(place for toll in tolls.values() for place in toll.grounds))


def _effect_words(effect: str, toll: Toll) -> str:
    least = toll.low == toll.best
    if toll.high is None:
        return f"at least {toll.low:,} {effect}" if least else f"{toll.best:,} {effect} ({toll.low:,} or more)"
    if least and toll.high == toll.best:
        return f"{toll.best:,} {effect}" if toll.best else f"none {effect}"
    return f"{toll.best:,} {effect} ({toll.low:,} to {toll.high:,})"


def _counted(article: Article, tolls: Tolls) -> Iterator[Fact]:
    title = "counted"
    for effect, toll in tolls.items():
        told = [_in_quotes(article, one) for one in dict.fromkeys(toll.grounds)]
        more = f", … and {len(told) - _MOST_GROUNDS} more" if len(told) > _MOST_GROUNDS else ""
        if told:
            yield Fact(title, f"{effect}: {', '.join(told[:_MOST_GROUNDS])}{more}")
            title = ""


def _in_quotes(article: Article, ground: SpanRef) -> str:
    text = article.string(ground.field)
    behind = _BEHIND.match(text, ground.end)
    return f"“{shown(text[ground.start : behind.end() if behind else ground.end])}”"
