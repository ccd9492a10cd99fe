"""Why a time expression means what it does: the rule that read it, the words of its direction, the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.grammar.timex.find import Mode, read
from factcheck.grammar.timex.model import Timex
from factcheck.grammar.timex.moment import Moment, Step
from factcheck.grammar.timex.ranges import joined


@dataclass(frozen=True, slots=True)
class Explained:
    """A time expression with the way to it, each part in words and empty where it has none.

    ``rules`` are the rules that read it, the outermost first; ``tense`` the words that put it before or behind its
    anchor; ``anchor`` the day that it counts from and where that is from; ``arithmetic`` how the value comes about.
    """

    timex: Timex
    rules: tuple[str, ...]
    tense: str
    anchor: str
    arithmetic: str


def explain_timexes(text: str, published: date | None, *, mode: Mode = "news") -> list[Explained]:
    """What ``find_timexes`` finds, each explained; slower than finding alone."""
    moment = Moment(text, published, narrative=mode == "narrative", steps=[])
    found = list(read(text, moment))
    timexes = joined(text, [timex for timex, _ in found])
    return [_explained(timex, steps, published, mode) for timex, (_, steps) in zip(timexes, found, strict=True)]


def _explained(timex: Timex, steps: Sequence[Step], published: date | None, mode: Mode) -> Explained:
    return Explained(
        timex,
        rules=tuple(step.words for step in reversed(steps) if step.kind == "rule"),
        tense=", ".join(dict.fromkeys(_tenses(steps))),
        anchor=_anchor(timex, published, mode),
        arithmetic="; ".join(_arithmetic(timex)),
    )


_LOOKS = {-1: "back", 0: "neither way", 1: "ahead"}


def _tenses(steps: Sequence[Step]) -> Iterator[str]:
    for step in steps:
        if step.kind == "cue":
            words = f"“{step.words}”" if step.words else "no verb says when" if not step.direction else "its clause"
            yield f"{words} looks {_LOOKS[step.direction]}" if step.direction else words


def _anchor(timex: Timex, published: date | None, mode: Mode) -> str:
    if timex.anchor is None:
        return ""
    day = date.fromisoformat(timex.anchor)
    is_published = day == published and mode == "news"
    return f"{_named(day)}, {'the publication date' if is_published else 'a date told before'}"


def _arithmetic(timex: Timex) -> Iterator[str]:
    if timex.first is None or timex.last is None:
        yield _WITHOUT_DAYS.get(timex.type) or (
            "no date is known to count from" if "X" in timex.value else "points to a time without naming a day"
        )
        return
    if timex.anchor is None:
        yield "names itself"
    else:
        yield distance(timex, date.fromisoformat(timex.anchor))
    yield _named(timex.first) if timex.first == timex.last else f"{timex.first} to {timex.last}"
    if timex.mod is not None:
        yield f"mod {timex.mod}"
    if timex.range is not None:
        yield f"an end of {timex.range[0]} to {timex.range[1]}"


_WITHOUT_DAYS = {"DURATION": "a length of time", "SET": "a time that comes again"}


def distance(timex: Timex, anchor: date) -> str:
    """How far the value lies from its anchor, in its own unit: "2 days before", "the same week"."""
    first = timex.first or anchor
    unit = _UNITS.get(timex.granularity or "", "year")
    steps = {
        "day": lambda: (first - anchor).days,
        "week": lambda: (_monday(first) - _monday(anchor)).days // 7,
        "month": lambda: _months(first) - _months(anchor),
        "quarter": lambda: _months(first) // 3 - _months(anchor) // 3,
        "year": lambda: first.year - anchor.year,
        "decade": lambda: first.year // 10 - anchor.year // 10,
    }[unit]()
    if not steps:
        return f"the same {unit}"
    return f"{abs(steps)} {unit}{'' if abs(steps) == 1 else 's'} {'before' if steps < 0 else 'later'}"


_UNITS = {
    "day": "day",
    "part_of_day": "day",
    "minute": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "season": "year",
    "year": "year",
    "decade": "decade",
}


def _months(day: date) -> int:
    return 12 * day.year + day.month - 1


def _monday(day: date) -> date:
    return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))


def _named(day: date) -> str:
    return f"{day:%A} {day}"
