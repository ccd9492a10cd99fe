"""Provisional."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from factcheck.model import Casualty, ClaimType, Value


@dataclass(frozen=True, slots=True)
class Fix:
    name: str
    key: str
    types: tuple[ClaimType, ...]
    short: str
    meaning: str

FIXES = (
    Fix("exactly", "=", (ClaimType.CASUALTY, ClaimType.VIEW_COUNT), "exactly", "exactly this number"),
    Fix("at_least", "+", (ClaimType.CASUALTY, ClaimType.VIEW_COUNT), "at least", "this or more"),
    Fix("killed", "K", (ClaimType.CASUALTY,), "killed", "they were killed"),
    Fix("injured", "I", (ClaimType.CASUALTY,), "injured", "they were hurt"),
    Fix("joined", "K", (ClaimType.MEMBERSHIP,), "joined", "they joined"),
    Fix("later", ">", (ClaimType.DATE,), "later", "a step later"),
)

def apply(fix: Fix, value: Value, published: date | None) -> Value | None:
    if isinstance(value, Casualty) and fix.name in ("killed", "injured"):
        return replace(value, effect=fix.name) if value.effect != fix.name else None
    return None
