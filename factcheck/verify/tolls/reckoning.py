"""From what an article says of persons harmed to one toll for each effect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from factcheck.grammar.text import word_set
from factcheck.verify.tolls.mentions import Mention
from factcheck.verify.tolls.model import Ground, Toll

_GENERIC = word_set("people persons person others victims casualties individuals them dead injured wounded hurt killed bodies deaths fatalities")


@dataclass(slots=True)
class _Count:
    """What is known so far of one effect."""

    best: float = 0.0
    heads: set[str] = field(default_factory=set)
    counted: bool = False
    grounds: list[Ground] = field(default_factory=list)
    open_above: bool = False
    said: bool = False
    seen: list[Mention] = field(default_factory=list)


def reckon(mentions: Sequence[Mention]) -> dict[str, Toll]:
    """Reckon the tolls of an article's main event from what is said of it."""
    counts: dict[str, _Count] = {}
    for mention in mentions:
        count = counts.setdefault(mention.effect, _Count())
        _take(count, mention, mentions)
    hit = counts.pop("killed_or_injured", None)
    if hit is not None:
        killed = counts.get("killed", _Count()).best
        injured = counts.setdefault("injured", _Count())
        if hit.best - killed > injured.best:
            injured.best = hit.best - killed
            injured.grounds += hit.grounds
        injured.said = True
        if hit.said and hit.best == 0:
            counts.setdefault("killed", _Count()).said = True
    return {effect: _toll(count) for effect, count in counts.items()}


def _take(count: _Count, mention: Mention, everything: Iterable[Mention]) -> None:
    number = mention.number
    count.said = True
    grounds = [Ground(mention.field, span.start, span.end) for span in mention.spans]
    if not count.best:
        new = number
    elif number == 0:
        return
    elif mention.part:
        new = max(count.best, number)
    elif mention.rival or (mention.definite and mention.heads <= count.heads):
        new = count.best
    elif mention.more and not any((one.number == number and one.more) or one.number + number == count.best for one in count.seen):
        new = count.best + number
    elif mention.definite:
        new = max(count.best, number)
    elif number == count.best:
        new = number
    elif _distinct(count, mention):
        new = count.best + number
    else:
        new = max(count.best, number)
    count.seen.append(mention)
    if new != count.best:
        count.grounds += grounds
    count.best = new
    count.heads |= mention.heads
    count.counted = count.counted or mention.counted
    count.open_above = count.open_above or mention.high is None


def _distinct(count: _Count, mention: Mention) -> bool:
    """Whether those counted are surely others than those counted before."""
    heads = mention.heads - _GENERIC
    return bool(heads) and not (count.heads & _GENERIC) and bool(count.heads) and not (heads & count.heads)


def _toll(count: _Count) -> Toll:
    best = int(count.best)
    return Toll(best, best, None if count.open_above else best, tuple(count.grounds))
