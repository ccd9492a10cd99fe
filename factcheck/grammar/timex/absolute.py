"""The one door to dateparser: absolute dates in forms that the tables here do not hold."""

from __future__ import annotations

from datetime import date


def foreign_date(words: str, base: date | None) -> str | None:
    """Placeholder."""
    return None
