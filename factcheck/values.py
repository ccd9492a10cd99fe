"""Claim values as plain JSON objects and back: the shapes of the exchange contract, and one line of plain words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from factcheck.model import Casualty, ClaimType, DateValue, Member, Membership, Value, ViewCount


def number(value: float | None) -> int | float | None:
    """The same number, as an integer where it is whole, so that JSON says 12 and not 12.0."""
    if value is None or value != int(value):
        return value
    return int(value)


def to_json(value: Value) -> dict[str, Any]:
    """The value as the exchange contract's object; optional keys are left out where empty."""
    match value:
        case ViewCount(metric, low, high, comparator, of):
            counted = {"metric": metric, "low": number(low), "high": number(high), "comparator": comparator}
            return counted | ({"of": of} if of else {})
        case Casualty(effect, low, high, comparator, who):
            counted = {"effect": effect, "low": number(low), "high": number(high), "comparator": comparator}
            return counted | ({"who": who} if who else {})
        case Membership(group, relation, stated_count, members):
            return {
                "group": group,
                "relation": relation,
                "stated_count": number(stated_count),
                "members": [{"name": m.name, "start": m.start, "end": m.end} for m in members],
            }
        case DateValue():
            return _date_to_json(value)


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
    return record


def from_json(kind: ClaimType, record: Mapping[str, Any]) -> Value:
    """The value that an object of the exchange contract holds; raises KeyError or ValueError where it is not one."""
    match kind:
        case ClaimType.VIEW_COUNT:
            return ViewCount(
                record["metric"], record["low"], record["high"], record["comparator"], record.get("of")
            )
        case ClaimType.CASUALTY:
            return Casualty(
                record["effect"], record["low"], record["high"], record["comparator"], record.get("who")
            )
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
            )
