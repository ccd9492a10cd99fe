"""An article's toll and what it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import SpanRef


@dataclass(frozen=True, slots=True)
class Toll:
    """How many suffered one effect: the least and the most that the words allow, and what they most likely say.

    ``high`` is ``None`` where the words leave it open. ``grounds`` are the places of the counts and of the persons
    counted, in text order.
    """

    low: int
    best: int
    high: int | None
    grounds: tuple[SpanRef, ...] = ()


Tolls = Mapping[str, Toll]
"""Effects to tolls; an effect of which the article says nothing is absent."""
