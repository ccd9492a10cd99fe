"""Places in a row: "first", "twenty-first", "22nd". They are numbers that count nothing."""

from __future__ import annotations

import re
from collections.abc import Collection

from factcheck.grammar.quantity.model import Quantity
from factcheck.grammar.quantity.numerals import PARTS, TENS, alternatives

_WORDS = {"first": 1, "second": 2, **{word: value for word, value in PARTS.items() if word.endswith(("rd", "th"))}}
_ORDINAL = re.compile(
    rf"(?<![\w.,])(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}})(?:st|nd|rd|th)\b"
    rf"|\b(?:(?P<ties>{alternatives(TENS)})[-\s])?(?P<word>{alternatives(_WORDS)})\b",
    re.IGNORECASE,
)


def ordinals(text: str, taken: Collection[tuple[int, int]]) -> list[Quantity]:
    """Find the ordinals of a text that lie in none of the spans ``taken``, in text order."""
    found = []
    inside = {place for start, end in taken for place in range(start, end)}
    for match in _ORDINAL.finditer(text):
        if match.start() in inside:
            continue
        if match["digits"]:
            value = float(match["digits"].replace(",", ""))
        else:
            value = TENS.get((match["ties"] or "").lower(), 0.0) + _WORDS[match["word"].lower()]
        found.append(Quantity(match.start(), match.end(), value, value, "=", "ordinal"))
    return found
