"""Another reader of numbers in English text, to measure ours against."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Callable

NumberReader = Callable[[str], int]
"""Reads a text and says how many quantities it holds."""

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

    def read(text: str) -> int:
        return sum(len(parser.parse(line)) for line in text.split("\n") if line.strip())  # quicker than all at once

    read("It has 12 arches.")  # what it loads at the first call is nobody's speed
    return f"quantulum3 {metadata.version('quantulum3')}", read
