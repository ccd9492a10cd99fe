"""Letters that a pattern takes for Latin ones where case does not matter, made those."""

from __future__ import annotations

import re
from functools import lru_cache

_LATIN = str.maketrans({"ı": "i", "İ": "I", "ſ": "s", "\u212a": "K"})
_OTHER = re.compile("[ıİſ\u212a]")


def in_latin(text: str) -> str:
    """The text, as long as before, with the Latin letters that a pattern ignoring case reads anyhow.

    "1 mıllıon" is matched by "million", but its lower-case form is in no table.
    """
    return text if text.isascii() else _translated(text)


@lru_cache(maxsize=4)
def _translated(text: str) -> str:
    """Kept for a while, since extractors ask sentence by sentence for the same text."""
    return text if _OTHER.search(text) is None else text.translate(_LATIN)
