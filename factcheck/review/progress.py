"""How the work goes: claims done in this sitting, the pace, and when the rest will be done. No clock of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise

from factcheck.review.moments import lasting

IDLE_SECONDS = 5 * 60.0
"""Nobody looks at one claim for longer than this without a break: such a gap is left out of the pace."""

RECENT_SECONDS = 15 * 60.0

PAUSE_SECONDS = 2 * 60.0
"""What ends a streak."""

MIN_CLAIMS = 5
"""Of fewer claims no pace is told: it would be chance."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """How the work stands at one moment.

    ``done`` claims of this sitting, ``left`` in the queue; ``pace`` over the sitting and ``recent`` over the last
    quarter of an hour, in claims a minute, ``None`` where too few were done to tell. ``lasts`` is how long the rest
    takes at the recent pace, and ``ends`` when that is. ``streak`` counts claims without a pause.
    """

    done: int
    left: int
    pace: float | None
    recent: float | None
    lasts: timedelta | None
    ends: datetime | None
    streak: int


@dataclass(slots=True)
class Tally:
    """The claims done one by one in a sitting, each with its moment; ``began`` and all moments are monotonic seconds.

    What was labelled in bulk is not told to it: it says nothing of how quickly somebody reads.
    """

    began: float
    _moments: dict[int, float] = field(default_factory=dict)

    def done(self, claim_id: int, at: float) -> None:
        """A claim that was to do is done; one that is done already keeps its moment."""
        self._moments.setdefault(claim_id, at)

    def reopened(self, claim_id: int) -> None:
        """A claim is to do again: it was undone, or its labels were taken off."""
        self._moments.pop(claim_id, None)

    def outlook(self, left: int, at: float, clock: datetime) -> Outlook:
        """How the work stands at a moment, which is ``clock`` by the wall."""
        moments = sorted(self._moments.values())
        pace = _pace(list(_stretches([self.began, *moments])))
        recent = _pace(
            [(end, lasted) for end, lasted in _stretches([self.began, *moments]) if at - end <= RECENT_SECONDS]
        )
        likely = recent or pace
        lasts = None if likely is None else timedelta(minutes=left / likely)
        return Outlook(
            done=len(moments),
            left=left,
            pace=pace,
            recent=recent,
            lasts=lasts,
            ends=None if lasts is None else clock + lasts,
            streak=_streak([*moments, at]),
        )


def _stretches(moments: list[float]) -> Iterator[tuple[float, float]]:
    """When each claim was done and how long it took, those with an idle gap before them left out."""
    return ((end, end - start) for start, end in pairwise(moments) if end - start <= IDLE_SECONDS)


def _pace(stretches: list[tuple[float, float]]) -> float | None:
    worked = sum(lasted for _, lasted in stretches)
    return 60 * len(stretches) / worked if len(stretches) >= MIN_CLAIMS and worked > 0 else None


def _streak(moments: list[float]) -> int:
    """How many moments before the last follow each other, and it, without a pause."""
    count = 0
    for start, end in pairwise(reversed(moments)):
        if start - end > PAUSE_SECONDS:
            break
        count += 1
    return count


def days_in_a_row(days: Collection[date], today: date) -> int:
    """On how many days in a row there was work, up to today, or up to yesterday while today has none yet."""
    day = today if today in days else today - timedelta(days=1)
    count = 0
    while day in days:
        count += 1
        day -= timedelta(days=1)
    return count


def in_words(outlook: Outlook) -> list[str]:
    """The outlook for people, the most wanted first: "12 done", "108 left", "4.2 a minute", "done at 14:20"."""
    ends = "–"
    if outlook.ends is not None and outlook.lasts is not None:
        ends = f"{_clock(outlook.ends, outlook.lasts)}, in {lasting(outlook.lasts)}"
    now = "" if outlook.recent is None else f", {outlook.recent:.1f} lately"
    said = [
        f"{outlook.done:,} done",
        f"{outlook.left:,} left",
        f"pace {'–' if outlook.pace is None else f'{outlook.pace:.1f} a minute{now}'}",
        f"end {ends}" if outlook.left else "nothing left",
    ]
    return [*said, f"{outlook.streak} in a row"] if outlook.streak > 1 else said


def _clock(ends: datetime, lasts: timedelta) -> str:
    """The hour within a day from now, the day beyond."""
    return f"{ends:%H:%M}" if lasts < timedelta(hours=20) else f"{ends:%Y-%m-%d}"
