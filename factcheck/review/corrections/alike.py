"""Claims that may say the same as the one at hand: what to look for, and where."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.filters.reading import digits
from factcheck.model import (
    Casualty,
    ClaimFilter,
    ClaimType,
    DateValue,
    Membership,
    Order,
    Term,
    Value,
    ViewCount,
)
from factcheck.store import ClaimRow, Store

MOST = 40
"""Claims that are offered: nobody looks through more; a word typed narrows them."""

_WORDS = 3
"""Names of a value that are looked for one by one."""


def alike(store: Store, claim_id: int, value: Value, words: str, annotator: str) -> list[ClaimRow]:
    """Claims other than this one that say the same or, where words are given, that hold them; at most ``MOST``.

    Those of the same type and value come first, then those that share its names, the newest articles' first.
    """
    found: dict[int, None] = {}
    for wanted in _filters(value, words.strip()):
        for part in store.queue(wanted, annotator):
            found |= dict.fromkeys(one for one in part.ids if one != claim_id)
            if len(found) >= MOST:
                return store.rows(list(found)[:MOST], annotator)
    return store.rows(list(found), annotator)


def _filters(value: Value, words: str) -> Iterator[ClaimFilter]:
    kind = _TYPES[type(value)]
    if words:
        yield ClaimFilter(types=(kind,), text=words, order=Order.NEWEST, foreign=True)
        yield ClaimFilter(text=words, order=Order.NEWEST, foreign=True)
        return
    terms = _terms(value)
    if terms:
        yield ClaimFilter(types=(kind,), terms=terms, order=Order.NEWEST, foreign=True)
    for name in _names(value):
        yield ClaimFilter(types=(kind,), text=f'"{name}"', order=Order.NEWEST, foreign=True)


def _terms(value: Value) -> tuple[Term, ...]:
    match value:
        case ViewCount(metric=metric):
            return (*_number(value), Term("metric", ":", (metric,)))
        case Casualty(effect=effect):
            return (*_number(value), Term("effect", ":", (effect,)))
        case Membership(group=group):
            return (Term("group", ":", (group,)),)
        case DateValue(start=start):
            return (Term("date", "=", (start.isoformat(),)),) if start is not None else ()


def _number(value: ViewCount | Casualty) -> tuple[Term, ...]:
    known = value.low if value.low is not None else value.high
    return () if known is None else (Term("value", ":", (digits(known),)),)


def _names(value: Value) -> tuple[str, ...]:
    match value:
        case ViewCount(of=name) | Casualty(who=name):
            return (name,) if name else ()
        case Membership(members=members):
            return tuple(member.name for member in members[:_WORDS])
        case DateValue():
            return ()


_TYPES = {
    ViewCount: ClaimType.VIEW_COUNT,
    Casualty: ClaimType.CASUALTY,
    Membership: ClaimType.MEMBERSHIP,
    DateValue: ClaimType.DATE,
}
