"""What the dashboard draws: bars with their figures in words, out of the counts of the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.grammar.text import display_line
from factcheck.model import LABEL_CHOICES, ClaimType, LabelField, ReviewState
from factcheck.review.words import TYPE_WORDS
from factcheck.store import Progress
from factcheck.tui.wrap import fit

DAYS = 14
_MAX_ANNOTATORS = 12
LABEL_CELLS = 20


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


def work_charts(progress: Progress) -> tuple[Chart, ...]:
    """How far the claims have come: by type, by state, by verdict."""
    return (
        Chart("By type", "done, to do", tuple(_by_type(progress))),
        Chart("By state", "", tuple(_by_state(progress))),
        Chart("By verdict", "", tuple(_by_verdict(progress))),
    )


def people_charts(progress: Progress, annotator: str, today: date) -> tuple[Chart, ...]:
    """Who has done it when, in the whole database: by annotator, and by day from today backwards."""
    return (
        Chart("By annotator, all claims", "", tuple(_by_annotator(progress, annotator))),
        Chart("By day, all claims", "yours, others'", tuple(_by_day(progress, annotator, today))),
    )


def _by_type(progress: Progress) -> Iterator[Bar]:
    for kind in ClaimType:
        done, left = (progress.by_type.get((kind, state), 0) for state in (ReviewState.DONE, ReviewState.TODO))
        yield Bar(TYPE_WORDS[kind], f"{done:,} of {done + left:,}", done, done + left)


def _by_state(progress: Progress) -> Iterator[Bar]:
    counts = {"to do": progress.left, "put off": progress.snoozed, "done": progress.done}
    yield from _shares(counts)


def _by_verdict(progress: Progress) -> Iterator[Bar]:
    known = LABEL_CHOICES[LabelField.VERDICT]
    counts = dict.fromkeys(known, 0) | dict(progress.by_verdict)
    yield from _shares({name.replace("_", " "): count for name, count in counts.items()})


def _shares(counts: Mapping[str, int]) -> Iterator[Bar]:
    """Bars of their share in the sum."""
    whole = sum(counts.values())
    for name, count in counts.items():
        share = f"{count / whole:4.0%}" if whole else "   –"
        yield Bar(_label(name), f"{count:,} {share}", count, whole)


def _by_annotator(progress: Progress, annotator: str) -> Iterator[Bar]:
    """Who did most first; those behind them as one."""
    ranked = sorted(progress.by_annotator.items(), key=lambda one: (-one[1], one[0]))
    for name, count in ranked[:_MAX_ANNOTATORS]:
        yield Bar(_label(f"{name} (you)" if name == annotator else name), f"{count:,}", count, count)
    if rest := ranked[_MAX_ANNOTATORS:]:
        count = sum(done for _, done in rest)
        yield Bar(f"{len(rest):,} others", f"{count:,}", count, count)


def _by_day(progress: Progress, annotator: str, today: date) -> Iterator[Bar]:
    for back in range(DAYS):
        day = today - timedelta(days=back)
        mine = progress.by_day.get((day, annotator), 0)
        whole = sum(count for (done, _), count in progress.by_day.items() if done == day)
        yield Bar(f"{day:%a %m-%d}", f"{mine:,} of {whole:,}" if whole else "–", mine, whole)


def _label(words: str) -> str:
    return fit(display_line(words), LABEL_CELLS).rstrip()
