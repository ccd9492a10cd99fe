"""What the dashboard draws: bars with their figures in words, out of the counts of the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.grammar.text import display_line
from factcheck.model import LABEL_CHOICES, ClaimType, LabelField, ReviewState
from factcheck.review.words import TYPE_WORDS
from factcheck.store import Progress

DAYS = 14
_MAX_ANNOTATORS = 12
_LABEL_CELLS = 18


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of ``part`` out of ``whole``; ``figures`` say the same in words. All strings are safe to show."""

    label: str
    figures: str
    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under a title; ``legend`` says what is dark and what is light where a bar has two parts."""

    title: str
    legend: str
    bars: tuple[Bar, ...]


def charts(progress: Progress, annotator: str, today: date) -> tuple[Chart, ...]:
    """By type, by state, by verdict, by annotator, and by day up to today."""
    return (
        Chart("By type", "done of all", tuple(_by_type(progress))),
        Chart("By state", "", tuple(_by_state(progress))),
        Chart("By verdict", "", tuple(_by_verdict(progress))),
        Chart("By annotator", "", tuple(_by_annotator(progress, annotator))),
        Chart(f"Done by day, the last {DAYS}", "yours of everybody's", tuple(_by_day(progress, annotator, today))),
    )


def _by_type(progress: Progress) -> Iterator[Bar]:
    for kind in ClaimType:
        done, left = (progress.by_type.get((kind, state), 0) for state in (ReviewState.DONE, ReviewState.TODO))
        yield Bar(TYPE_WORDS[kind], f"{done:,} of {done + left:,}", done, done + left)


def _by_state(progress: Progress) -> Iterator[Bar]:
    counts = {"to do": progress.left, "put off": progress.snoozed, "done": progress.done}
    for label, count in counts.items():
        yield Bar(label, f"{count:,}", count, count)


def _by_verdict(progress: Progress) -> Iterator[Bar]:
    known = LABEL_CHOICES[LabelField.VERDICT]
    for verdict in [*known, *(name for name in progress.by_verdict if name not in known)]:
        count = progress.by_verdict.get(verdict, 0)
        yield Bar(_label(verdict.replace("_", " ")), f"{count:,}", count, count)


def _by_annotator(progress: Progress, annotator: str) -> Iterator[Bar]:
    """Who did most first; those behind them as one."""
    ranked = sorted(progress.by_annotator.items(), key=lambda one: (-one[1], one[0]))
    for name, count in ranked[:_MAX_ANNOTATORS]:
        yield Bar(_label(f"{name} (you)" if name == annotator else name), f"{count:,}", count, count)
    if rest := ranked[_MAX_ANNOTATORS:]:
        count = sum(done for _, done in rest)
        yield Bar(f"{len(rest):,} others", f"{count:,}", count, count)


def _by_day(progress: Progress, annotator: str, today: date) -> Iterator[Bar]:
    for back in range(DAYS - 1, -1, -1):
        day = today - timedelta(days=back)
        mine = progress.by_day.get((day, annotator), 0)
        whole = sum(count for (done, _), count in progress.by_day.items() if done == day)
        yield Bar(f"{day:%a %m-%d}", f"{mine:,} of {whole:,}" if whole else "–", mine, whole)


def _label(words: str) -> str:
    safe = display_line(words)
    return safe if len(safe) <= _LABEL_CELLS else safe[: _LABEL_CELLS - 1] + "…"
