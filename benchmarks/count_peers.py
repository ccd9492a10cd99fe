"""Another reader of numbers in English text, to measure ours against."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Callable

Bounds = tuple[float | None, float | None]
NumberReader = Callable[[str], list[Bounds]]
"""The bounds of each number of a text, in text order; ``None`` where open."""

QUANTULUM_INSTALL = "pip install quantulum3"


def quantulum_reader() -> tuple[str, NumberReader] | None:
    """The rules of quantulum3 with its version, its optional classifier aside; ``None`` where it is not installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it says that the classifier is not there
            parser = importlib.import_module("quantulum3.parser")
    except ImportError:
        return None
    metadata = importlib.import_module("importlib.metadata")

    def read(text: str) -> list[Bounds]:
        lines = [line for line in text.split("\n") if line.strip()]  # quicker than all at once
        found = [quantity for line in lines for quantity in parser.parse(line)]
        spreads = [quantity.uncertainty or 0.0 for quantity in found]  # a range is its middle and half its width
        return [(one.value - spread, one.value + spread) for one, spread in zip(found, spreads, strict=True)]

    read("It has 12 arches.")  # what it loads at the first call is nobody's speed
    return f"quantulum3 {metadata.version('quantulum3')}", read
