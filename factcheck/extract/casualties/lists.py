"""The lists of persons around a verb: its subjects and objects, without appositions and what belongs to places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extract.casualties.items import Item
from factcheck.extract.casualties.persons import REFLEXIVES
from factcheck.extract.casualties.sentence import Sentence

_OBJECT_GAP = re.compile(r"[vrx]*|x?o?|[Dv]*[CNPpx]{1,6},")


def subjects(sentence: Sentence, items: Sequence[Item], end: int, *, one: bool = False) -> list[Item]:
    """The list of persons that is the subject of a verb whose auxiliaries begin at ``end``.

    Of ``one`` person, as "was" tells, two roles joined by "and" are both: "the mayor and a leader of the party was".
    """
    before = [item for item in items if item.figure.end <= end and end - item.figure.end <= _FARTHEST]
    for place in range(len(before) - 1, -1, -1):
        item = before[place]
        gap = sentence.shape[item.figure.end : end]
        if gap.startswith("w") and item.led in ("o", "i", "t") and not _WHOSE.search(gap):
            return [item]
        if item.led in ("o", "i", "t") or (item.sort == "person" and not item.opener and place):
            continue
        if ";" in gap or not _may_lie_between(gap):
            if item.sort == "pronoun" and ";" not in gap:
                continue
            return []
        chain = _chain_back(sentence, before[: place + 1])
        return chain[:1] if one and not any(item.counted and not item.figure.single for item in chain[1:]) else chain
    return []


_WHOSE = re.compile(r"[;,]|w.*w")
_FARTHEST = 30


def _may_lie_between(gap: str) -> bool:
    """Whether a subject may be parted from its verb by such words: places, asides, clauses about it."""
    if not gap:
        return True
    if gap[0] in "wBR":
        return True
    if gap[0] in ",d":
        return (gap[-1] in ",d" and len(gap) > 1) or gap.startswith(",w") or not set(gap) & set("bhmKIGk")
    return not set(gap) & set("bhmKIGkB")


_LINK = re.compile(r"[^;KIGkBwbhmuXYTjW]*")


def _chain_back(sentence: Sentence, before: Sequence[Item]) -> list[Item]:
    """The list that ends in the last of these items, appositions left out."""
    chain = [before[-1]]
    listed = False
    for item in reversed(before[:-1]):
        gap = sentence.shape[item.figure.end : chain[0].figure.first]
        if _is_embedded(item, before) or _is_place(sentence, item):
            continue
        if len(gap) > 16 or not _LINK.fullmatch(gap) or not set(gap) & set("&,") or _NEXT_VERB.search(gap):
            break
        if "&" in gap:
            listed = True
        chain.insert(0, item)
    return _without_appositions(sentence, chain, listed=listed)


_IN_PLACE = re.compile(r"i[DNxv]{0,2}[Cp]{1,4},$")


def _is_place(sentence: Sentence, item: Item) -> bool:
    """Whether a name behind a comma goes on a place: "in Lorton, Virginia"."""
    first = item.figure.first
    return item.sort == "name" and _IN_PLACE.search(sentence.shape, max(0, first - 8), first) is not None


def _is_embedded(item: Item, items: Sequence[Item]) -> bool:
    """Whether an item belongs to a phrase of place or owner: "of the Ministry", "of Science and Technology"."""
    if item.led in ("o", "i", "t"):
        return True
    if item.led != "&" or item.sort != "name" or item.opener:
        return False
    before = next((one for one in items if one.figure.end == item.figure.first - 1), None)
    return before is not None and before.sort == "name" and before.led in ("o", "i")


def _without_appositions(sentence: Sentence, chain: list[Item], *, listed: bool) -> list[Item]:
    listed = (
        listed
        or len(chain) > 2
        or chain[0].noun in ("himself", "herself")
        or (len(chain) == 2 and all(item.opener == "own" for item in chain))
    )
    if not listed:
        plural = [item for item in chain if item.counted and not item.figure.single]
        named = [item for item in chain if item.sort == "name" and not item.opener]
        known = [item for item in chain if item.sort != "noun"]
        return (plural or named or known or chain)[:1]
    first, rest = chain[0], chain[1:]
    family = first.opener == "own" or (first.sort == "person" and not first.opener)
    if first.counted and not first.figure.single and _is_spelt_out(sentence, first, rest):
        return [first]
    kept, dropped = [first], False
    for item in rest:
        previous = kept[-1]
        gap = sentence.shape[previous.figure.end : item.figure.first]
        bare = item.sort in ("person", "noun") and not item.opener
        role = item.sort in ("person", "noun") or (item.counted and item.figure.single)
        if dropped and role and item.opener != "own" and gap[-1:] == "&" and "," not in gap:
            continue  # "Ali, a politician and the leader of the party"
        dropped = "&" not in gap and _is_apposition(previous, item) and not (family and bare)
        if dropped:
            continue
        if "&" in gap and bare and previous.opener != "own" and not family and not _ONES.search(first.noun):
            continue
        kept.append(item)
    return kept


_ONES = re.compile(r"^(?:man|woman|boy|girl|husband|wife|mother|father|brother|sister|son|daughter|couple)$")
"""Nouns that a bare one goes with: "a man and woman were shot"."""


def _is_spelt_out(sentence: Sentence, first: Item, rest: Sequence[Item]) -> bool:
    """Whether a list only says who was counted: "two people, a man and his son", "two workers, Ali and Omar"."""
    if "&" in sentence.shape[first.figure.end : rest[0].figure.first]:
        return False
    if all(item.sort == "name" for item in rest):
        return True
    closed = sentence.shape[rest[-1].figure.end : rest[-1].figure.end + 1] in (",", ";", "")
    return closed and sum(item.figure.low or 0.0 for item in rest) == first.figure.low


def _is_apposition(first: Item, second: Item) -> bool:
    """Whether the second only says more of the first: "Ali, a cleric", "the mayor, Ali"."""
    if second.counted and not second.figure.single:
        return False
    if first.sort == "name":
        return (second.opener != "own" and second.sort != "name") or second.counted
    return second.sort == "name" or (second.sort in ("person", "noun") and not second.opener)


def objects(sentence: Sentence, items: Sequence[Item], start: int) -> list[Item]:
    """The list of persons that is the object of a verb that ends at ``start``."""
    chain: list[Item] = []
    listed = False
    end = start
    for item in items:
        if item.figure.first < start:
            continue
        gap = sentence.shape[end : item.figure.first]
        if not chain:
            if len(gap) > 8 or not _OBJECT_GAP.fullmatch(gap):
                break
        else:
            if (_is_embedded(item, items) or _is_place(sentence, item)) and not is_beside(sentence, item):
                continue
            if _HIMSELF.fullmatch(gap) and item.noun in REFLEXIVES:
                listed = True
            elif len(gap) > 16 or not _LINK.fullmatch(gap) or not (set(gap) & set("&,") or is_beside(sentence, item)):
                break
            if "&" in gap and (_NEXT_VERB.search(gap) or _is_next_subject(sentence, item)):
                break
            listed = listed or "&" in gap or is_beside(sentence, item)
        chain.append(item)
        end = item.figure.end
    return _without_appositions(sentence, chain, listed=listed) if chain else []


_HIMSELF = re.compile(r"[,&]{0,2}B")
"""Between a list and who did it: "killed her and then himself"."""
_NEXT_VERB = re.compile(r"&v*[Egr]")


def _is_next_subject(sentence: Sentence, item: Item) -> bool:
    """Whether an item behind "and" begins a clause of its own: "killed one and two were hurt"."""
    behind = sentence.shape[item.figure.end : item.figure.end + 3]
    return behind[:1] in ("b", "h", "m", "K", "J", "I") or behind[:2] in ("vb", "vh", "vK")


def is_beside(sentence: Sentence, item: Item) -> bool:
    """Whether the words before a person join him to others: "along with", "as well as", "as was"."""
    before = tuple(word.form for word in sentence.words[max(0, item.figure.first - 3) : item.figure.first])
    return any(before[-len(phrase) :] == phrase for phrase in _WITH)


_WITH = frozenset(
    {
        ("along", "with"),
        ("together", "with"),
        ("as", "well", "as"),
        ("alongside",),
        ("accompanied", "by"),
        ("as", "was"),
        ("as", "were"),
    }
)
