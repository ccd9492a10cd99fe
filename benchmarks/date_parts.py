"""What each part of the date grammar is worth: the value F1 that is lost without it.

    python -m benchmarks.date_parts

Each part is taken out alone, in this process, and put back. The score is TempEval-3's value F1 on the annotated
texts that lie beside the project, all documents of a set together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import lru_cache, partial
from unittest.mock import patch

from benchmarks.dates import AnnotatedSet, annotated_sets, our_answers, scores
from factcheck.grammar.timex import tokens
from factcheck.grammar.timex.find import GRAMMAR
from factcheck.grammar.timex.grammar import Grammar, Rule
from factcheck.grammar.timex.moment import Moment
from factcheck.grammar.timex.rules.clock import CLOCK_RULES
from factcheck.grammar.timex.rules.durations import DURATION_RULES
from factcheck.grammar.timex.rules.holidays import HOLIDAY_RULES
from factcheck.grammar.timex.rules.modified import MODIFIED_RULES
from factcheck.grammar.timex.rules.quarters import QUARTER_RULES
from factcheck.grammar.timex.rules.references import REFERENCE_RULES
from factcheck.grammar.timex.rules.sets import SET_RULES
from factcheck.grammar.timex.rules.whole_dates import DATES

Matches = tuple[tuple[int, Rule], ...]
Removal = Callable[[], AbstractContextManager[object]]


@contextmanager
def _without_rules(rules: Sequence[Rule]) -> Iterator[None]:
    """Neither grammar, the one of all expressions and the one of whole dates, has the rules."""
    gone = frozenset(map(id, rules))

    def left(grammar: Grammar, shape: str) -> Matches:
        return tuple(match for match in grammar._match(shape) if id(match[1]) not in gone)  # noqa: SLF001 - no other front

    with ExitStack() as taken_out:
        for grammar in (GRAMMAR, DATES):
            taken_out.enter_context(patch.object(grammar, "_candidates", lru_cache(32768)(partial(left, grammar))))
        yield


@contextmanager
def _without_tense() -> Iterator[None]:
    """No word about a date says whether it was or will be."""
    with patch.object(Moment, "direction", return_value=0), patch.object(Moment, "looks_ahead", return_value=False):
        yield


@contextmanager
def _without_mentions() -> Iterator[None]:
    """What was told before anchors nothing: all counts from the publication date."""
    with (
        patch.object(Moment, "reference", lambda moment, unit: moment.published),  # noqa: ARG005 - as it is called
        patch.object(Moment, "base", property(lambda moment: moment.published)),
    ):
        yield


@contextmanager
def _without_quarter() -> Iterator[None]:
    """The text speaks of no quarter: "a year earlier" is a year."""
    with patch.object(Moment, "quarter", return_value=None):
        yield


@contextmanager
def _without_dateparser() -> Iterator[None]:
    """Months of other languages are no dates."""
    with patch.object(tokens, "foreign_span", return_value=None):
        yield


PARTS: dict[str, Removal] = {
    "everything there": nullcontext,
    "dates of other languages (dateparser)": _without_dateparser,
    "tense about a date": _without_tense,
    "dates told before as anchors": _without_mentions,
    "the quarter that a text speaks of": _without_quarter,
    "rules of quarters and fiscal years": partial(_without_rules, QUARTER_RULES),
    "holidays": partial(_without_rules, HOLIDAY_RULES),
    "modified dates": partial(_without_rules, MODIFIED_RULES),
    "times of day": partial(_without_rules, CLOCK_RULES),
    "durations": partial(_without_rules, DURATION_RULES),
    "sets": partial(_without_rules, SET_RULES),
    "references": partial(_without_rules, REFERENCE_RULES),
}
"""What is taken out, and how."""


def _value_f1(texts: AnnotatedSet) -> float:
    return 100 * scores(texts.records, our_answers(texts))["value_f1"]


def main() -> None:
    """Print a line for each part: the value F1 on each set without it, and the difference."""
    sets = annotated_sets()
    if not sets:
        print("no annotated texts lie beside the project: nothing to measure on")
        return
    whole = [_value_f1(texts) for texts in sets]
    print(f"{'value F1, %, without':<40}" + "".join(f"{texts.name:>28}" for texts in sets))
    for name, removal in PARTS.items():
        with removal():
            _print_line(name, [_value_f1(texts) for texts in sets], whole)
    told_as_news = [AnnotatedSet(texts.name, "news", texts.records) for texts in sets]
    _print_line("the narrative mode", [_value_f1(texts) for texts in told_as_news], whole)


def _print_line(name: str, left: Sequence[float], whole: Sequence[float]) -> None:
    columns = (f"{now:>20.2f}{now - before:>+8.2f}" for now, before in zip(left, whole, strict=True))
    print(f"{name:<40}{''.join(columns)}")


if __name__ == "__main__":
    main()
