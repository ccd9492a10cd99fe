"""Rules over the kinds of tokens: how one is written, and which of them read a run of tokens, longest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.grammar.timex.calendar import value_before_christ
from factcheck.grammar.timex.kinds import LETTERS
from factcheck.grammar.timex.model import REFUSED, Reading
from factcheck.grammar.timex.moment import Moment, Step
from factcheck.grammar.timex.tokens import Token

Builder = Callable[["Phrase"], Sequence[Reading]]
"""What a rule does with the tokens that it matched; an empty answer leaves them to the next best rule."""

_LETTER_NAMES = {letter: name for name, letter in LETTERS.items()}
_NAME = re.compile(r"[A-Z]+")


class Phrase:
    """The tokens that a rule matched, with the moment in the text at which they stand."""

    __slots__ = ("at", "shape", "tokens")

    def __init__(self, tokens: Sequence[Token], at: Moment, shape: str | None = None) -> None:
        self.tokens = tokens
        self.at = at
        self.shape = "".join([token.kind for token in tokens]) if shape is None else shape

    @property
    def start(self) -> int:
        """Where the phrase begins in the text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the phrase ends in the text."""
        return self.tokens[-1].end

    def has(self, name: str) -> bool:
        """Whether a token of the kind is there."""
        return LETTERS[name] in self.shape

    def index(self, name: str) -> int:
        """The place of the first token of the kind; -1 where there is none."""
        return self.shape.find(LETTERS[name])

    def text(self, name: str) -> str:
        """The value of the first token of the kind as a string; empty where there is none or it carries none."""
        value = self._value(name)
        return "" if value is None else str(value)

    def number(self, name: str) -> int | None:
        """The whole number that the first token of the kind carries."""
        value = self._value(name)
        return value if isinstance(value, int) else None

    def _value(self, name: str) -> int | str | None:
        place = self.index(name)
        return self.tokens[place].value if place >= 0 else None

    def part(self, first: int, last: int) -> Phrase:
        """The phrase of some of the tokens."""
        return Phrase(self.tokens[first:last], self.at, self.shape[first:last])

    def capital_within(self) -> bool:
        """Whether the phrase has a capital behind another word, as within a name: "High Noon", "USA Today"."""
        text, start = self.at.text, self.start
        return text[start].isupper() and start > 1 and text[start - 1] == " " and text[start - 2].isalpha()

    def surface(self) -> str:
        """The phrase's words in lower case."""
        return self.at.text[self.start : self.end].lower()


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the letters of kinds and what it builds."""

    pattern: re.Pattern[str]
    build: Builder

    def step(self, matched: Phrase) -> Step:
        """What an explanation says of it: what it reads, and the kinds of words that it met."""
        name = getattr(self.build, "__name__", "").strip("_").replace("_", " ")
        return Step("rule", f"{name} ({' '.join(_LETTER_NAMES[letter] for letter in matched.shape)})")


def shape_pattern(spec: str) -> str:
    """A rule's words as a regular expression over letters: ``"MONTH DAY (COMMA? YEAR)?"``."""
    return _NAME.sub(lambda name: LETTERS[name.group()], spec).replace(" ", "")


def rule(spec: str, build: Builder) -> Rule:
    """A rule from its words; raises KeyError for a kind that does not exist."""
    return Rule(re.compile(shape_pattern(spec)), build)


def _placed(reading: Reading, matched: Phrase) -> Reading:
    """The reading with the day that it was resolved against, which is the moment's base unless words point back.

    What counts from a year before Christ gets its era, and so no days of the calendar, which begins behind them.
    """
    if reading.relative and matched.at.before_christ:
        return reading._replace(value=value_before_christ(reading.value), extent=None)
    if not reading.relative or reading.anchor is not None:
        return reading
    told = matched.has("THAT") or matched.has("SAME") or matched.has("FOLLOWING")
    return reading._replace(anchor=matched.at.reference("Y") if told else matched.at.base)


class Grammar:
    """An ordered list of rules: of those that match at a place the longest comes first, then the first written."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._candidates = lru_cache(maxsize=32768)(self._match)

    def _match(self, shape: str) -> tuple[tuple[int, Rule], ...]:
        found = [(match.end(), one) for one in self._rules if (match := one.pattern.match(shape)) and match.end()]
        return tuple(sorted(found, key=lambda entry: -entry[0]))

    def read(self, phrase: Phrase) -> list[tuple[Phrase, Reading, Sequence[Step]]]:
        """The readings of a run of tokens from left to right, none overlapping, with the steps if taken down."""
        found: list[tuple[Phrase, Reading, Sequence[Step]]] = []
        place = 0
        while place < len(phrase.tokens):
            if not self._candidates(phrase.shape[place:]):
                place += 1
                continue
            matched, readings = self.read_at(phrase, place)
            steps = phrase.at.taken_steps()
            taken = len(matched.tokens)
            for reading in readings:
                first, taken = reading.tokens or (0, len(matched.tokens))
                if reading is not REFUSED:
                    placed = _placed(reading, matched)
                    found.append((matched.part(first, taken), placed, steps))
                    phrase.at.note(placed, matched.start)
            place += taken
        return found

    def read_at(self, phrase: Phrase, place: int) -> tuple[Phrase, Sequence[Reading]]:
        """The best reading of the tokens from ``place`` on, with those that it took."""
        steps = phrase.at.steps
        before = len(steps) if steps is not None else 0
        for length, one in self._candidates(phrase.shape[place:]):
            matched = phrase.part(place, place + length)
            readings = one.build(matched)
            if readings:
                if steps is not None:
                    steps.append(one.step(matched.part(0, (readings[-1].tokens or (0, length))[1])))
                return matched, readings
            if steps is not None:
                del steps[before:]  # of a rule that took none after all
        return phrase.part(place, place + 1), ()
