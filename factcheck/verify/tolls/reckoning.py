"""From what an article says of persons harmed to one toll for each effect."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.extract.casualties.persons import REFLEXIVES
from factcheck.grammar.text import word_set
from factcheck.model import SpanRef
from factcheck.verify.tolls.mentions import Mention
from factcheck.verify.tolls.model import Toll
from factcheck.verify.tolls.people import HIT, People, Person

_GENERIC = word_set(
    "people persons person others victims casualties individuals them dead injured wounded hurt killed bodies "
    "deaths fatalities"
)


@dataclass(slots=True)
class _Count:
    """What is known so far of one effect: the greatest total told, and what it rests on.

    ``others`` are numbers that other sources give, or that were taken back; ``open_above`` and ``open_below``
    whether the total is a least or a greatest number only, ``spread`` how far it may lie above: 4 of "10 to 14".
    """

    total: float = 0.0
    spread: float = 0.0
    heads: set[str] = field(default_factory=set)
    grounds: list[SpanRef] = field(default_factory=list)
    open_above: bool = False
    open_below: bool = False
    vague: bool = False
    revised: bool = False
    seen: list[Mention] = field(default_factory=list)
    others: list[float] = field(default_factory=list)


class Reckoning:
    """Takes in an article's mentions in text order and gives its tolls."""

    def __init__(self) -> None:
        self._counts: dict[str, _Count] = {}
        self._people = People()
        self._doers: dict[str, Mention] = {}

    def take(self, mention: Mention) -> None:
        """Take in one more mention."""
        count = self._counts.setdefault(mention.effect, _Count())
        if mention.perpetrator and mention.number == 1:
            self._doers.setdefault(mention.effect, mention)
        elif mention.taken_back or (mention.rival and count.seen):
            count.others.append(mention.number)
        elif self._is_bygone(count, mention):
            count.others.append(max(mention.number, count.total))
        elif not (count.seen and self._is_late(count, mention)):
            self._count(count, mention)

    def _count(self, count: _Count, mention: Mention) -> None:
        exact = mention.counted and not mention.vague and not mention.more and not mention.part and mention.number > 1
        if exact and (count.vague or mention.revises):
            count.total, count.vague, count.open_above, count.open_below = 0.0, False, False, False
            count.spread = 0.0
            count.revised = mention.revises
        elif exact and mention.updates:
            count.open_above = count.open_below = False
        elif not count.total and mention.vague:
            count.vague = True
        count.grounds += mention.places
        before = count.total
        if len(mention.people) == len(mention.spans) == mention.number:
            self._meet(count, mention)
        else:
            self._add(count, mention)
        _open(count, mention, before)
        count.seen.append(mention)
        if not mention.part:
            count.heads |= mention.heads

    def _is_bygone(self, count: _Count, mention: Mention) -> bool:
        """Whether it tells what was counted before the number that stands was revised."""
        return count.revised and mention.counted and not mention.revises and mention.bygone

    def _is_late(self, count: _Count, mention: Mention) -> bool:
        """Whether the article had told the toll long before, so that what follows is background, if not newer."""
        if mention.updates or (count.vague and not mention.vague and mention.number > 1):
            return False
        first = next((one for one in count.seen if one.field == mention.field), None)
        return first is not None and mention.sentence.start - first.sentence.start > LATE

    def _best(self, effect: str) -> float:
        count = self._counts.get(effect)
        return (count.total if count else 0.0) or self._people.count(effect)

    def _meet(self, count: _Count, mention: Mention) -> None:
        """Take in single persons; those that come on top of a total raise it."""
        before = count.total
        on_top = (
            mention.more or self._is_next(count, mention) or (mention.counted and self._is_distinct(count, mention))
        )
        if before and on_top and not mention.part and not self._was_told(count, mention):
            count.total += mention.number
        met: list[Person] = []
        for person in mention.people:
            known = person if before or count.seen else replace(person, new=False)
            fresh = before > self._people.count(mention.effect)
            met.append(self._people.meet(known, mention.effect, met, fresh=fresh))

    def _add(self, count: _Count, mention: Mention) -> None:
        number, best = mention.number, self._best(mention.effect)
        if not best or mention.part or not number:
            count.total = max(count.total, number)
        elif ((mention.more or self._is_next(count, mention)) and not self._was_told(count, mention)) or (
            number != best and self._is_distinct(count, mention)
        ):
            count.total = best + number
        else:
            count.total = max(count.total, number)

    def _is_next(self, count: _Count, mention: Mention) -> bool:
        """Whether it tells the next deed of one story and not the same once more."""
        last = count.seen[-1] if count.seen else None
        return (
            last is not None
            and mention.agent
            and last.agent
            and mention.goes_on
            and last.sentence != mention.sentence
            and mention.sentence.start - last.sentence.end < _NEAR
        )

    def _was_told(self, count: _Count, mention: Mention) -> bool:
        """Whether those "more" are in the total already."""
        number = mention.number
        if number == count.total and (not mention.more or not self._is_distinct(count, mention)):
            return True
        return (number > 1 and number + 1 == count.total) or any(
            (one.number == number and one.more) or one.number + number == count.total for one in count.seen
        )

    def _is_distinct(self, count: _Count, mention: Mention) -> bool:
        """Whether those counted are surely others than those counted before."""
        heads = mention.heads - _GENERIC
        apart = bool(heads) and not (count.heads & _GENERIC) and bool(count.heads) and not (heads & count.heads)
        return apart and mention.counted and mention.sentence.start - count.seen[-1].sentence.end < _NEAR

    def tolls(self) -> dict[str, Toll]:
        """The tolls of what was taken in."""
        bests = {effect: self._best(effect) for effect in self._counts}
        victims = dict(bests)
        for effect, mention in self._doers.items():
            if effect != "killed" and bests.get(effect):
                continue
            if not self._counts_in(effect, bests.get(effect, 0.0)):
                bests[effect] = bests.get(effect, 0.0) + 1
                self._counts[effect].grounds += mention.places
        self._share_out(bests, victims.get("killed", 0.0))
        return {
            effect: _toll(self._counts[effect], best, victims.get(effect, best), effect in self._doers)
            for effect, best in bests.items()
        }

    def _share_out(self, bests: dict[str, float], victims: float) -> None:
        """Count those who were hit, and not killed, among the injured."""
        hit = self._counts.pop(HIT, None)
        if hit is None:
            return
        del bests[HIT]
        nobody = any(not one.number for one in hit.seen)
        if nobody:
            bests.setdefault("killed", 0.0)
            self._counts.setdefault("killed", _Count(grounds=list(hit.grounds)))
        killed, injured = bests.get("killed", 0.0), bests.get("injured", 0.0)
        told = self._counts["injured"].total if "injured" in self._counts else 0.0
        people = 0 if told or hit.total else self._people.only_hit() + self._people.count("injured")
        if "killed" in self._doers and people and any(one.by_himself for one in hit.seen):
            people -= 1
        rest = max(hit.total - victims, people)
        if not (rest or nobody or "injured" in bests):
            return  # all who were hit are dead, and of others nothing is said
        bests["injured"] = rest if injured == hit.total > killed > 0 else max(injured, rest)
        count = self._counts.setdefault("injured", _Count())
        if rest > injured or not count.seen:
            count.grounds += hit.grounds
        if rest > injured:
            count.open_above, count.open_below, count.spread = hit.open_above, hit.open_below, hit.spread

    def _counts_in(self, effect: str, best: float) -> bool:
        """Whether the one who did it is in the count already: a total says so, or it is of all found dead."""
        seen = self._counts[effect].seen
        if not best:
            return False
        if any(person.noun in REFLEXIVES for one in seen for person in one.people):
            return True
        if any(one.number > 1 and _COUNTED_IN.search(one.text, one.sentence.start, one.sentence.end) for one in seen):
            return True
        if best == 1:
            doer = self._doers[effect]
            anybody = all(person.noun in _ANYBODY for one in seen for person in one.people) and not doer.more
            return (doer.by_himself and not any(one.agent for one in seen)) or (anybody and not doer.by_himself)
        return any(one.number == best and one.by in _OF_ALL_DEAD and not one.heads - _GENERIC for one in seen)


_ANYBODY = frozenset({"man", "woman", "person", "male", "individual", "driver", "he", "him", "she", ""})
_OF_ALL_DEAD = frozenset({"dead", "died", "bodies", "bodies of", "body of", "deaths"})
LATE = 300
"""Code points behind the first statement of an effect, after which nothing is added to its toll."""

_NEAR = 400
"""Code points between two statements that may be read as one account."""

_COUNTED_IN = re.compile(
    r"\b(?:including|include[sd]?|counting|and|among[^\S\n]them|plus)[^\S\n](?:(?:the|a|an|one|his|suspected|alleged|apparent|lone)[^\S\n]){0,3}"
    r"(?:gunman|shooter|suspect|attacker|assailant|perpetrator|bomber|killer|himself|herself)\b",
    re.IGNORECASE,
)


def reckon(mentions: Sequence[Mention]) -> dict[str, Toll]:
    """Reckon the tolls of an article's main event from what is said of it."""
    reckoning = Reckoning()
    for mention in mentions:
        reckoning.take(mention)
    return reckoning.tolls()


def _open(count: _Count, mention: Mention, before: float) -> None:
    """Open the bounds as the mention does that made up the total, or says it again; parts of it open nothing."""
    if count.total != before:
        if not before or count.total != before + mention.number:
            count.open_above, count.open_below, count.spread = False, False, 0.0
        count.spread += mention.spread
    elif count.total and mention.number != count.total:
        return
    count.open_above = count.open_above or mention.high is None
    count.open_below = count.open_below or mention.low is None


def _toll(count: _Count, best: float, victims: float, doer: bool) -> Toll:  # noqa: FBT001  (a fact, not an option)
    """The toll with its bounds: who did it may be in or out, and other sources may be right."""
    told = [best, victims, *count.others]
    low = 0.0 if count.open_below else min(told)
    high = None if count.open_above else int(max([*told, victims + doer]) + count.spread)
    return Toll(int(min(low, best)), int(best), high, tuple(count.grounds))
