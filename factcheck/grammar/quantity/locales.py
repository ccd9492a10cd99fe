"""Digits as other countries set them: "1.200,5" in German, "1 200,5" in French."""

from __future__ import annotations

import re
from typing import Literal

Locale = Literal["en", "de", "fr"]
"""Whose separators a text's digits have."""

_TIES = "\u00a0\u2009\u202f"
"""Spaces that do not break a number in two."""


def _numbers(separators: str) -> re.Pattern[str]:
    """What English sets otherwise: groups parted by one of the separators, and a part behind a comma."""
    return re.compile(
        rf"(?<![\w.,/:])(?:\d{{1,3}}(?P<parted>[{separators}])\d{{3}}(?:(?P=parted)\d{{3}})*|\d+(?=,))"
        r"(?P<part>,\d+)?(?![.,/:]?\d)"
    )


_NUMBERS: dict[Locale, re.Pattern[str]] = {"de": _numbers(f".{_TIES}"), "fr": _numbers(f" {_TIES}")}


def in_english_digits(text: str, locale: Locale) -> str:
    """Set the digits of a text as English does, "1.200,5" as "1,200.5", each code point at its place."""
    return _NUMBERS[locale].sub(_english, text) if locale in _NUMBERS else text


def _english(match: re.Match[str]) -> str:
    part = match["part"] or ""
    whole = match.group()[: len(match.group()) - len(part)]
    return re.sub(r"\D", ",", whole) + part.replace(",", ".")
