"""Why a claim is the next one, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.grammar.text import display_line
from factcheck.model import ClaimFilter, ClaimType, LabelField, Order
from factcheck.store import Elsewhere, Why

_TYPES = {
    ClaimType.CASUALTY: "casualties",
    ClaimType.VIEW_COUNT: "view counts",
    ClaimType.MEMBERSHIP: "memberships",
    ClaimType.DATE: "dates",
}


def reasons(why: Why, filter: ClaimFilter) -> list[str]:  # noqa: A002 - the model's name
    """Short phrases, the weightiest first, never none; names in them are shown safely.

    The first says what puts the claim where it stands in the order of the queue; what else is worth knowing follows.
    """
    found = [_by_order(why, filter)] if why.order is not Order.HELPFUL or filter.sample is not None else []
    found += _facts(why)
    if why.order is Order.HELPFUL and filter.sample is None:
        found.append(_by_type(why))
        found.append(_by_day(why))
    return [display_line(reason) for reason in found if reason]


def _facts(why: Why) -> Iterator[str]:
    for field in (LabelField.EXTRACTION, LabelField.VERDICT):
        said = [(who, _words(value)) for who, spoken_of, value in why.disagreement if spoken_of is field]
        if said:
            (first, word), *others = said
            yield ", ".join([f"{first} says {word}", *(f"{who} {other}" for who, other in others)])
    if why.flags:
        yield f"flagged: {', '.join(map(_words, why.flags))}"
    for what in why.findings:
        yield f"a later extraction differs: {what}"
    if why.elsewhere is not None:
        yield _elsewhere(why.elsewhere)


def _elsewhere(elsewhere: Elsewhere) -> str:
    if not elsewhere.articles:
        return "no other article here has this number"
    named = ", ".join(elsewhere.names) + (", …" if elsewhere.articles > len(elsewhere.names) else "")
    many = (
        "1 other article here has" if elsewhere.articles == 1 else f"{elsewhere.articles:,} other articles here have"
    )
    return f"{many} this number ({named})"


def _by_order(why: Why, wanted: ClaimFilter) -> str:
    if wanted.sample is not None:
        return f"one of {wanted.sample:,} drawn by lot"
    if why.order is Order.RANDOM:
        return "drawn by lot"
    return _by_day(why) if why.order is Order.NEWEST else "next in this article"


def _by_type(why: Why) -> str:
    places = ("first", "second", "third", "fourth", "fifth", "sixth")
    place = "last" if why.rank + 1 == why.ranks else places[why.rank]
    return f"{_TYPES[why.type]} come {place}"


def _by_day(why: Why) -> str:
    return f"newest article first: {why.published}" if why.published else "its article has no date: behind the dated"


def _words(choice: str) -> str:
    return choice.replace("_", " ")
