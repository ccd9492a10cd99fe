"""Moments and stretches of time as people say them."""

from __future__ import annotations

from datetime import datetime, timedelta


def clock(moment: datetime, now: datetime | None = None) -> str:
    """The local time of an aware moment: "14:05" today, "Thu 26 Nov 14:05" on another day."""
    here = moment.astimezone()
    today = (now or datetime.now(moment.tzinfo)).astimezone().date()
    return f"{here:%H:%M}" if here.date() == today else f"{here:%a} {here.day} {here:%b %H:%M}"


def lasting(time: timedelta) -> str:
    """A stretch of time in words, no finer than one can tell: "under a minute", "26 min", "3 h 10 min", "4 days"."""
    minutes = round(time.total_seconds() / 60)
    if minutes < 1:
        return "under a minute"
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    days = round(minutes / (24 * 60))
    return "1 day" if days == 1 else f"{days:,} days"
