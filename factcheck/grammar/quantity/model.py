"""What the number grammar hands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from factcheck.model import Comparator


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number met in a text: ``text[start:end]`` holds its comparator words and the number, never the noun.

    ``low`` and ``high`` are inclusive bounds, ``None`` where open; ``comparator`` is what the words said.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    comparator: Comparator


class Numeral(NamedTuple):
    """A number before its hedges: ``value``, the scale word that it ends in (1 where none), and its writing.

    ``vague`` numerals ("dozens", "several") say a least number; ``digits`` is true where it begins in digits.
    """

    start: int
    end: int
    value: float
    scale: float = 1.0
    vague: bool = False
    digits: bool = False
