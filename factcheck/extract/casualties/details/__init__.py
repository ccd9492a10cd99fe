"""What a casualty claim says besides its number: role, attackers, whole, place, day, scope and certainty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.extract.casualties.details.circumstances import own
from factcheck.extract.casualties.details.moments import moments
from factcheck.extract.casualties.details.parts import Counted, whole_of
from factcheck.extract.casualties.details.perpetrators import includes_perpetrator
from factcheck.extract.casualties.details.places import places
from factcheck.extract.casualties.details.role import role_of
from factcheck.extract.casualties.details.scope import Setting, scope_of
from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.sentence import Sentence
from factcheck.extract.context import Context
from factcheck.grammar.certainty import certainty_at
from factcheck.grammar.text import Span
from factcheck.model import Casualty

_LEADING_SENTENCES = 3
"""Sentences of a text that tell its own event unless they say otherwise; the first is often a dateline."""


class Story:
    """An article's counts as they are met, in text order, so that later ones are seen beside earlier ones."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._counted: list[Counted] = []
        self._event: date | None = None

    def values(self, block: Span, sentence: Sentence, counts: Sequence[tuple[Figure, str]]) -> list[Casualty]:
        """The values of a sentence's counts, in order, with all that the words say of each."""
        told = _Told(self._context, block, sentence, [figure for figure, _ in counts])
        before, here = tuple(self._counted), list[Counted]()
        values = []
        for index, (figure, effect) in enumerate(counts):
            whole = whole_of(sentence, figure, effect, here, before)
            here.append(Counted(figure, effect, whole))
            value, day = told.value(index, effect, whole, self._event)
            if value.scope == "event" and (self._event is None or self._event == date.max):
                self._event = min(day, self._context.published or day) if day else date.max
            values.append(value)
        self._counted += here
        return values


class _Told:
    """A sentence's counts beside its places and times, which are read once for all of them."""

    def __init__(self, context: Context, block: Span, sentence: Sentence, figures: Sequence[Figure]) -> None:
        self._context, self._block, self._sentence, self._figures = context, block, sentence, figures
        self._places = places(context.text, block.start, block.end)
        self._moments = moments(context, block)
        index = context.sentence_index(block.start)
        self._leads = context.field == "title" or index < _LEADING_SENTENCES

    def value(
        self, index: int, effect: str, whole: tuple[int, int] | None, event: date | None
    ) -> tuple[Casualty, date | None]:
        """The value of a count, and the last day on which that happened; ``event`` as in ``scope.Setting``."""
        context, sentence, figure = self._context, self._sentence, self._figures[index]
        place = own(self._places, sentence, self._figures, index)
        when = own(self._moments, sentence, self._figures, index)
        role = role_of(sentence, figure)
        value = Casualty(
            effect,
            figure.low,
            figure.high,
            figure.comparator,
            context.text[figure.who[0] : figure.who[1]] if figure.who else None,
            role=role,
            includes_perpetrator=includes_perpetrator(sentence, figure, role),
            part_of=whole,
            place=place.name if place else None,
            when=when.value if when else None,
            scope=scope_of(sentence, figure, when, Setting(context.published, self._leads, event)),
            certainty=certainty_at(context.text, self._block, figure.start, figure.stop),
        )
        return value, when.last if when else None
