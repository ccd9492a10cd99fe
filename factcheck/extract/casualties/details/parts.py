"""Which total a count is a part of: "12 people, including three children", "five of the dead"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.sentence import Sentence

_FARTHEST = 900
"""Code points between a total and its part in a later sentence; about two paragraphs."""

_INCLUDED = re.compile(r"u(?:[vDi]{0,2}|[^;KIGkQ0A]{1,10}[&,][vD]?)$")
"""What stands before a part: "including", "among them", "including his wife and"."""

_OF_THEM = frozenset({"oR", "ow"})
_LISTED = re.compile(r"(?:[^;KIGkQ0A]{0,8}[,&]){1,2}[vD]?")
"""What stands between two parts of one list: "three children and two nurses"."""

_AMONG = re.compile(r"(?:D[NECv]{0,2}(?P<noun>[XJK])|(?P<list>J))[^;,KIGk]{0,2}[bu]v?$")
"""The subject of "the dead included …", "among the injured were …"."""

_DEFINITE = frozenset({"the", "those", "these"})
_VICTIMS = frozenset({"victims", "victim", "casualties"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A count already met, with its effect and the total that it is a part of."""

    figure: Figure
    effect: str
    whole: tuple[int, int] | None


def whole_of(
    sentence: Sentence, figure: Figure, effect: str, here: Sequence[Counted], before: Sequence[Counted]
) -> tuple[int, int] | None:
    """The span of the total that the figure is a part of; ``None`` where it is none, or where it is unsure.

    ``here`` are the counts of the same sentence before the figure, ``before`` those of the sentences before, both in
    text order.
    """
    shape = sentence.shape
    behind = shape[figure.first + 1 : figure.first + 3]
    if behind in _OF_THEM:
        return _of_them(sentence, figure, effect, here)
    whole = _of_last(sentence, figure, effect, here[-1]) if here else None
    if whole is not None:
        return whole
    if shape[figure.first + 1 : figure.first + 2] == "o" and figure.head == "effect":
        return _of_harmed(sentence, figure, here, before)
    counted_among = sentence.words[figure.end : figure.end + 3]
    if any(word.form.startswith("among the ") and word.part == "J" for word in counted_among):
        return _nearest(figure, effect, [*before, *here])
    among = _AMONG.search(shape, max(0, figure.first - 10), figure.first)
    if among is not None and not here:
        word = sentence.words[among.start("noun") if among["noun"] else among.start("list")]
        return _nearest(figure, word.effect, before)
    return None


def _of_last(sentence: Sentence, figure: Figure, effect: str, last: Counted) -> tuple[int, int] | None:
    """The total where it is the count right before, or that one's own total."""
    gap = sentence.shape[last.figure.end : figure.first]
    if last.whole is not None and last.effect == effect and len(gap) < _LIST_GAP and _LISTED.fullmatch(gap):
        return last.whole
    if not _is_alike(last.effect, effect):
        return None
    if _INCLUDED.search(gap):
        return _larger(last, figure) or last.whole
    listed = sentence.shape[figure.end : figure.end + 1] in ("&", ",")
    return _larger(last, figure) if _is_of_the(sentence, last.figure) and not listed else None


_LIST_GAP = 10


def _of_them(sentence: Sentence, figure: Figure, effect: str, here: Sequence[Counted]) -> tuple[int, int] | None:
    """The total before "three of them", where no other count stands between."""
    for one in reversed(here):
        if one.whole is None:
            told = _is_alike(one.effect, effect) or effect == "killed"  # "four were hurt, one of whom died"
            return _larger(one, figure) if told and "Q" not in sentence.shape[one.figure.end : figure.first] else None
    return None


def _of_harmed(
    sentence: Sentence, figure: Figure, here: Sequence[Counted], before: Sequence[Counted]
) -> tuple[int, int] | None:
    """The total before "five of the dead", "two of the wounded", "three of the victims"."""
    definite = any(word.form in _DEFINITE for word in sentence.words[figure.first + 2 : figure.end])
    if sentence.shape[figure.end : figure.end + 1] == "i" and figure.by in _VICTIMS:  # of another total
        return None
    if not definite or "Q" in sentence.shape[figure.first + 1 : figure.end]:
        return None
    return _nearest(figure, figure.effect, [*before, *here], of_victims=figure.by in _VICTIMS)


def _nearest(
    figure: Figure, effect: str, counts: Sequence[Counted], *, of_victims: bool = False
) -> tuple[int, int] | None:
    for index in range(len(counts) - 1, -1, -1):
        one = counts[index]
        if figure.start - one.figure.stop > _FARTHEST:
            return None
        fits = one.effect == effect or (of_victims and one.effect == "killed")
        if one.whole is None and fits and one.figure.high != 0:
            return None if index and _is_beside(counts[index - 1], one) else _larger(one, figure)
    return None


_BESIDE = 40
"""Code points between two counts of one list: "seven men and six women"."""


def _is_beside(before: Counted, one: Counted) -> bool:
    """Whether the count is one of several that make up the total together."""
    return before.effect == one.effect and one.figure.start - before.figure.stop < _BESIDE


def _is_of_the(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure opens "of the three people shot, two …"."""
    begin = figure.first - 2
    return begin >= 0 and sentence.words[begin].form == "of" and sentence.words[begin + 1].form == "the"


def _is_alike(whole: str, part: str) -> bool:
    return whole in (part, "killed_or_injured")


def _larger(total: Counted, part: Figure) -> tuple[int, int] | None:
    """The total's span where it is surely more than the part."""
    whole = total.figure.low if total.figure.low is not None else total.figure.high
    share = part.low if part.low is not None else part.high
    if whole is None or share is None or share == 0 or whole <= share:
        return None
    return total.figure.start, total.figure.stop
