"""What each sentence of an article says of persons harmed, as figures that stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.lexicon import TRIGGER_WORDS
from factcheck.extract.casualties.sentence import Sentence, read
from factcheck.extract.casualties.victims import Harm, Item, clean, harms
from factcheck.extract.context import Context
from factcheck.grammar.text import Span, word_set
from factcheck.grammar.triggers import Trigger, Triggers
from factcheck.model import Comparator, Field
from factcheck.verify.tolls.scope import is_other

_MORE_TRIGGERS = ("body", "bodies", "himself", "herself", "death", "assassination of", "them", "suicide", "assasinated")
_TRIGGERS = Triggers(dict.fromkeys(_MORE_TRIGGERS, "N -") | {"life of": "Y killed"} | dict(TRIGGER_WORDS))


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement of how many suffered an effect: a count, a person, or a list of both added up.

    ``heads`` are the nouns of those counted, ``counted`` whether a number is among them, ``definite`` whether all are
    single persons that a name or a definite noun tells. ``more`` says that they come on top of others ("another two"),
    ``part`` that they are some of those counted before ("including three children"), ``by`` is the word of harm.
    """

    effect: str
    low: float | None
    high: float | None
    comparator: Comparator
    heads: frozenset[str]
    counted: bool
    definite: bool
    more: bool
    part: bool
    rival: bool
    by: str
    field: Field
    spans: tuple[Span, ...]
    sentence: Span
    text: str

    @property
    def number(self) -> float:
        """The number most likely meant."""
        return self.low if self.low is not None else self.high or 0.0


class Reader:
    """Reads the sentences of one string, and remembers the last persons counted, whom "them" means."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._last: Figure | None = None

    def mentions(self) -> Iterator[Mention]:
        """Yield what the sentences say, in text order."""
        found = _TRIGGERS.find(self.context.text)
        for block, triggers in groupby(found, lambda one: self.context.block_at(one.start, one.end)):
            yield from self._in_sentence(block, list(triggers))

    def _in_sentence(self, block: Span, triggers: list[Trigger]) -> Iterator[Mention]:
        context = self.context
        known = [one for one in triggers if not one.tag.endswith("-") or one.tag[0] == "u"]
        sentence = read(context.text, block.start, block.end, known, context.quantities(block), uncounted=True)
        if sentence is None:
            return
        sentence = clean(sentence)
        for harm in harms(sentence):
            if not is_other(context.text, block.start, block.end, harm.items[0].figure.start):
                yield self._together(block, sentence, harm)

    def _together(self, block: Span, sentence: Sentence, harm: Harm) -> Mention:
        parts = [self._mention(block, sentence, item, harm) for item in harm.items]
        return reduce(_sum, parts)

    def _mention(self, block: Span, sentence: Sentence, item: Item, harm: Harm) -> Mention:
        figure = item.figure
        words = sentence.words[figure.first : figure.end]
        noun = words[-1].form if len(words) > 1 or not item.counted else ""
        before = sentence.shape[max(0, figure.first - 4) : figure.first]
        behind = [word.form for word in sentence.words[figure.end : figure.end + 4]]
        of = sentence.shape[figure.first + 1 : figure.first + 3]
        return Mention(
            harm.effect,
            figure.low,
            figure.high,
            figure.comparator,
            frozenset({noun} if noun else ()),
            item.counted,
            not item.counted,
            any(word.form in _MORE for word in words) or any(word in _ALSO for word in behind),
            _is_among(self.context.text, block, figure.start)
            or (item.counted and (_PART.search(before) is not None or of in ("oR", "ow", "oD"))),
            _RIVAL.search(self.context.text, block.start, figure.start) is not None,
            harm.by,
            self.context.field,
            (Span(figure.start, figure.stop),),
            block,
            self.context.text,
        )


_RIVAL = re.compile(
    r"\b(?:other|some|several|certain|one|another|conflicting|different|various|initial|early|earlier|unconfirmed)[^\S\n](?:[\w]+[^\S\n]){0,2}?"
    r"(?:sources?|reports?|agencies|agency|outlets?|media|accounts|newspapers?|witnesses)\b|\bmedia[^\S\n](?:sources|reports)[^\S\n](?:state|said|report|note)",
    re.IGNORECASE,
)
"""Words of sources that tell otherwise than the article does."""
_MORE = word_set("another other others more additional further else")
_ALSO = word_set("also too")
_AMONG = re.compile(
    r"\b(?:among|amongst|included?|includes|of)[^\S\n](?:the[^\S\n]|those[^\S\n]|them)(?:\w+[^\S\n])?(?:dead|killed|wounded|injured|victims|casualties|"
    r"fatalities|deceased|people|them)?|\b(?:dead|killed|wounded|injured|victims|casualties|fatalities|deceased)[^\S\n](?:included?|includes|were|are)\b",
    re.IGNORECASE,
)


def _is_among(text: str, block: Span, position: int) -> bool:
    """Whether a statement says who were among those counted before: "Among the dead were two nurses"."""
    return _AMONG.search(text, max(block.start, position - 60), position) is not None


_PART = re.compile(r"u[vDi]{0,2}$")


def _sum(first: Mention, second: Mention) -> Mention:
    low = None if first.low is None or second.low is None else first.low + second.low
    high = None if first.high is None or second.high is None else first.high + second.high
    comparator: Comparator = first.comparator if first.comparator != "=" else second.comparator
    return replace(
        first,
        low=low,
        high=high,
        comparator=comparator,
        heads=first.heads | second.heads,
        counted=first.counted or second.counted,
        definite=first.definite and second.definite,
        spans=(*first.spans, *second.spans),
    )
