"""An article's toll and what it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import Field

EFFECTS = ("killed", "injured", "missing", "displaced", "captured")
"""What a toll counts, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A place that a toll rests on: ``start`` and ``end`` of the count or of the person in one of the strings."""

    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Toll:
    """How many suffered one effect: the least and the most that the words allow, and what they most likely say.

    ``high`` is ``None`` where the words leave it open. ``grounds`` are the places counted, in text order.
    """

    low: int
    best: int
    high: int | None
    grounds: tuple[Ground, ...] = ()


Tolls = Mapping[str, Toll]
"""Effects to tolls; an effect of which the article says nothing is absent."""
