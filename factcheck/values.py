"""Claim values as plain JSON objects and back: the shapes of the exchange contract, and one line of plain words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from factcheck.model import (
    Casualty,
    Claim,
    ClaimType,
    DateValue,
    Event,
    Member,
    Membership,
    SpanRef,
    Value,
    ViewCount,
)


def number(value: float | None) -> int | float | None:
    """Return the same number, as an integer where it is whole, so that JSON says 12 and not 12.0."""
    if value is None or value != int(value):
        return value
    return int(value)


def to_json(value: Value) -> dict[str, Any]:
    """Return the value as the exchange contract's object; optional keys are left out where empty."""
    match value:
        case ViewCount(metric, low, high, comparator):
            counted = {"metric": metric, "low": number(low), "high": number(high), "comparator": comparator}
            return counted | _said(value, _MORE_OF_VIEWS)
        case Casualty(effect, low, high, comparator):
            counted = {"effect": effect, "low": number(low), "high": number(high), "comparator": comparator}
            return counted | _said(value, _MORE_OF_CASUALTIES)
        case Membership(group, relation, stated_count, members):
            return {
                "group": group,
                "relation": relation,
                "stated_count": number(stated_count),
                "members": [{"name": m.name, "start": m.start, "end": m.end} for m in members],
            }
        case DateValue():
            return _date_to_json(value)


_MORE_OF_VIEWS = ("of", "platform", "as_of", "per", "certainty")
_MORE_OF_CASUALTIES = ("who", "role", "includes_perpetrator", "part_of", "place", "when", "scope", "certainty")


def _said(value: ViewCount | Casualty, names: Sequence[str]) -> dict[str, Any]:
    """The optional parts of a value that the words gave."""
    said = {name: getattr(value, name) for name in names}
    return {name: list(part) if name == "part_of" else part for name, part in said.items() if part is not None}


def _said_in(record: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """The optional parts of a value as an object holds them; TypeError where one is no text."""
    said = {name: record.get(name) for name in names}
    for name, part in said.items():
        if name == "part_of":
            said[name] = _part_from_json(part)
        elif part is not None and type(part) is not str:
            raise TypeError(f"{name!r} is a text")
    return said


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """What a claim itself says of the exchange contract's record; which article it is of, others know."""
    return {
        "type": claim.type.value,
        "field": claim.field,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "sentence_start": claim.sentence_start,
        "sentence_end": claim.sentence_end,
        "segment": claim.segment.value,
        "value": to_json(claim.value),
        "attribution": asdict(claim.attribution) if claim.attribution else None,
        "extractor": claim.extractor,
        "flags": list(claim.flags),
        **({"added_by": claim.added_by} if claim.added_by else {}),
    }


def span_to_json(span: SpanRef) -> str:
    """A span as a label holds it."""
    return json.dumps({"field": span.field, "start": span.start, "end": span.end})


def span_from_json(text: str) -> SpanRef:
    """The span that a label holds; ValueError, KeyError or TypeError where it holds none."""
    record = json.loads(text)
    span = SpanRef(record["field"], record["start"], record["end"])
    if type(span.start) is not int or type(span.end) is not int:
        raise TypeError("a span's start and end are whole numbers")
    if span.field not in ("text", "title") or not 0 <= span.start < span.end:
        raise ValueError("a span has a field, text or title, and a start before its end")
    return span


def _date_to_json(value: DateValue) -> dict[str, Any]:
    record: dict[str, Any] = {
        "timex": value.timex,
        "timex_type": value.timex_type,
        "start": value.start.isoformat() if value.start else None,
        "end": value.end.isoformat() if value.end else None,
        "granularity": value.granularity,
    }
    if value.mod:
        record["mod"] = value.mod
    if value.anchor:
        record["anchor"] = value.anchor
    if value.event:
        record["event"] = asdict(value.event)
    if value.range:
        record["range"] = [day.isoformat() for day in value.range]
    return record


def from_json(kind: ClaimType, record: Mapping[str, Any]) -> Value:
    """Return the value that an object of the exchange contract holds.

    Raises KeyError, TypeError or ValueError where it holds none.
    """
    match kind:
        case ClaimType.VIEW_COUNT:
            bounds = record["low"], record["high"], record["comparator"]
            return ViewCount(record["metric"], *bounds, **_said_in(record, _MORE_OF_VIEWS))
        case ClaimType.CASUALTY:
            bounds = record["low"], record["high"], record["comparator"]
            return Casualty(record["effect"], *bounds, **_said_in(record, _MORE_OF_CASUALTIES))
        case ClaimType.MEMBERSHIP:
            members = tuple(Member(m["name"], m["start"], m["end"]) for m in record["members"])
            return Membership(record["group"], record["relation"], record["stated_count"], members)
        case ClaimType.DATE:
            return DateValue(
                record["timex"],
                record["timex_type"],
                date.fromisoformat(record["start"]) if record["start"] else None,
                date.fromisoformat(record["end"]) if record["end"] else None,
                record["granularity"],
                record.get("mod"),
                record.get("anchor"),
                _event_from_json(record.get("event")),
                _range_from_json(record.get("range")),
            )


def _part_from_json(record: Sequence[int] | None) -> tuple[int, int] | None:
    if record is None:
        return None
    start, end = record
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise ValueError("a part's whole has a start before its end")
    return start, end


def _range_from_json(record: Sequence[str] | None) -> tuple[date, date] | None:
    if not record:
        return None
    first, last = map(date.fromisoformat, record)
    if first > last:
        raise ValueError("a range ends before it begins")
    return first, last


def _event_from_json(record: Mapping[str, Any] | None) -> Event | None:
    if not record:
        return None
    words, start, end = record["words"], record["start"], record["end"]
    if type(words) is not str or type(start) is not int or type(end) is not int:
        raise TypeError("an event has words, and a start and end that are whole numbers")
    if not words or not 0 <= start < end:
        raise ValueError("an event has words, and a start before its end")
    return Event(words, start, end)


_COMPARATOR_WORDS = {">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "up to ", "~": "about "}


def count_in_words(low: float | None, high: float | None, comparator: str) -> str:
    """Bounds as a reader would say them: "more than 1,200,000", "30 to 40", "none"."""
    if low == 0 and high == 0:
        return "none"
    if comparator == "range" and low is not None and high is not None:
        return f"{_digits(low)} to {_digits(high)}"
    bound = low if low is not None else high
    return _COMPARATOR_WORDS.get(comparator, "") + ("?" if bound is None else _digits(bound))


def _digits(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


_PLAIN_GRANULARITIES = frozenset({"year", "month", "day", "part_of_day", "minute"})
"""Of these the value itself says which days are meant; of a week or a season it does not."""


def in_words(value: Value) -> str:
    """Return the value in plain words on one line; its names are the article's own strings, so untrusted."""
    match value:
        case ViewCount(metric, low, high, comparator, of):
            counted = "no" if low == high == 0 else count_in_words(low, high, comparator)
            return f"{counted} {metric}" + (f", of {of}" if of else "")
        case Casualty(effect, low, high, comparator, who):
            counted = f"{count_in_words(low, high, comparator)} {effect.replace('_', ' ')}"
            return counted + (f" ({who})" if who else "")
        case Membership(group, relation, stated_count, members):
            names = ", ".join(member.name for member in members) or "nobody named"
            stated = (
                f" (said to be {count_in_words(stated_count, stated_count, '=')})" if stated_count is not None else ""
            )
            return f"{relation or 'members'} of {group}{stated}: {names}"
        case DateValue():
            several = value.granularity == "day" and value.start != value.end  # a feast
            plain = value.start is None or (value.granularity in _PLAIN_GRANULARITIES and not several)
            days = "" if plain else f" ({value.start} to {value.end})"
            event = f" · {value.event.words}" if value.event else ""
            return f"{value.timex}{f' {value.mod.lower()}' if value.mod else ''}{days}{event}"
