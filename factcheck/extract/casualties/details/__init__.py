"""What a casualty claim says besides its number: role, attackers, whole, place, day, scope and certainty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
        self._tells_its_event = False

    def values(self, block: Span, sentence: Sentence, counts: Sequence[tuple[Figure, str]]) -> list[Casualty]:
        """The values of a sentence's counts, in order, with all that the words say of each."""
        told = _Told(self._context, block, sentence, [figure for figure, _ in counts])
        before, here = tuple(self._counted), list[Counted]()
        values = []
        for index, (figure, effect) in enumerate(counts):
            whole = whole_of(sentence, figure, effect, here, before)
            here.append(Counted(figure, effect, whole))
            scope = told.scope(index, follows=self._tells_its_event)
            self._tells_its_event |= scope == "event"
            values.append(replace(told.value(index, effect), part_of=whole, scope=scope))
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

    def value(self, index: int, effect: str) -> Casualty:
        text, figure = self._context.text, self._figures[index]
        place = own(self._places, self._sentence, self._figures, index)
        when = own(self._moments, self._sentence, self._figures, index)
        role = role_of(self._sentence, figure)
        return Casualty(
            effect,
            figure.low,
            figure.high,
            figure.comparator,
            text[figure.who[0] : figure.who[1]] if figure.who else None,
            role=role,
            includes_perpetrator=includes_perpetrator(self._sentence, figure, role),
            place=place.name if place else None,
            when=when.value if when else None,
            certainty=certainty_at(text, self._block, figure.start, figure.stop),
        )

    def scope(self, index: int, *, follows: bool) -> str | None:
        when = own(self._moments, self._sentence, self._figures, index)
        setting = Setting(self._context.published, self._leads, follows)
        return scope_of(self._sentence, self._figures[index], when, setting)
