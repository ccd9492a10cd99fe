"""What the number grammar hands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from factcheck.model import Comparator

Kind = Literal[
    "count",
    "percent",
    "fraction",
    "multiple",
    "money",
    "measure",
    "temperature",
    "duration",
    "age",
    "year",
    "ordinal",
]
"""What a number is of, by the words beside it; a count where nothing says more."""

KINDS: tuple[Kind, ...] = get_args(Kind)

UNCOUNTED: frozenset[Kind] = frozenset({"age", "multiple", "year", "ordinal"})
"""Kinds that count nothing, so that extractors do not see them."""

UNASKED: frozenset[Kind] = frozenset({"year", "ordinal"})
"""Kinds that are named to be found: a year and a place in a row are numbers, but no amounts."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number met in a text: ``text[start:end]`` holds its comparator words and the number, never the noun.

    ``low`` and ``high`` are inclusive bounds, ``None`` where open; ``comparator`` is what the words said. ``unit``
    is the currency or unit of measure by its plain name in the singular ("dollar", "mile per hour"), never
    converted; ``None`` where the number has none.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    comparator: Comparator
    kind: Kind = "count"
    unit: str | None = None


class Unit(NamedTuple):
    """A unit met beside a number: its kind, its plain name, and where it ends or, before a number, begins."""

    kind: Kind
    name: str
    edge: int


class Numeral(NamedTuple):
    """A number before its hedges: ``value``, the scale word that it ends in (1 where none), and its writing.

    ``vague`` numerals ("dozens", "several") say a least number; ``digits`` is true where it begins in digits;
    ``said`` is the kind that its own words tell: a fraction or a multiple. ``unit`` is known before its neighbours
    are read where the number is told in two units ("5 feet 2 inches").
    """

    start: int
    end: int
    value: float
    scale: float = 1.0
    vague: bool = False
    digits: bool = False
    said: Kind = "count"
    unit: Unit | None = None
