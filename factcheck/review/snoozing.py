"""Moments of the near future as people say them."""

from __future__ import annotations

from datetime import datetime


def clock(moment: datetime, now: datetime | None = None) -> str:
    """The local time of a moment with its zone: "14:05" today, "Thu 26 Nov 14:05" on another day."""
    here = moment.astimezone()
    today = (now or datetime.now(moment.tzinfo)).astimezone().date()
    return f"{here:%H:%M}" if here.date() == today else f"{here:%a} {here.day} {here:%b %H:%M}"
