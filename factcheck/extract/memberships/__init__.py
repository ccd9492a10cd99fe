"""Who belongs to what: membership statements found from their trigger words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from factcheck.extract.context import Context, Found
from factcheck.extract.memberships import (
    apposition,
    attendance,
    belonging,
    captions,
    composition,
    enumeration,
    movement,
    pacts,
    seats,
)
from factcheck.extract.memberships.scene import Scene
from factcheck.grammar.text import Span
from factcheck.grammar.triggers import Trigger, Triggers
from factcheck.model import Membership

_RULES: Mapping[str, tuple[Callable[[Scene], Iterator[Found]], ...]] = {
    "members": (
        enumeration.enumerated,
        enumeration.ranked,
        belonging.belonging,
        belonging.membered,
        belonging.manned,
    ),
    "rank": (enumeration.ranked, enumeration.enumerated, belonging.belonging),
    "include": (composition.included, enumeration.exemplified),
    "compose": (composition.composed,),
    "feature": (composition.featured,),
    "unite": (composition.united, attendance.brought),
    "group": (composition.grouped,),
    "initials": (composition.abbreviated,),
    "mark": (apposition.spelt, apposition.set_off),
    "move": (movement.moved, movement.joined_by),
    "size": (belonging.sized,),
    "elect": (seats.elected, movement.admitted),
    "serve": (seats.serving,),
    "band": (seats.banded,),
    "leaders": (attendance.leaders,),
    "caption": (captions.captioned,),
    "event": (attendance.attended,),
    "attend": (attendance.attending,),
    "place": (captions.placed,),
    "found": (movement.founded,),
    "sign": (pacts.signed,),
    "example": (enumeration.exemplified,),
    "part": (belonging.parts,),
    "equal": (apposition.equated,),
    "apposed": (apposition.apposed,),
}
"""The rules that a trigger's tag calls, in the order in which the first to find something wins."""

_WORDS: Mapping[str, str] = {
    "members": "member members signatory signatories",
    "rank": "observers partners",
    "include": "includes include including included",
    "compose": "comprises comprise comprised comprising consists consisted consisting composed namely encompasses",
    "feature": "features featured featuring",
    "unite": "groups unites linking uniting gathers",
    "move": "joined joins joining rejoined acceded belong belongs belonged "
    "quit quits quitting left leaves leaving withdrew withdrawn withdrawing exited",
    "size": "-nation -member -country -state",
    "elect": "elected admitted inducted readmitted expelled ejected",
    "band": "band supergroup trio duo quartet quintet",
    "leaders": "leaders presidents premiers ministers chancellors delegations representatives monarchs",
    "caption": "l-r",
    "event": "summit ceremony photo conference forum meeting gala premiere festival funeral reception awards "
    "session wedding inauguration vigil",
    "found": "form forms formed founded established created launched",
    "sign": "signed ratified",
    "attend": "attended attending",
    "place": "(l) (left) (c) (center) (centre) left, center, centre,",
    "mark": "( : – —",
    "apposed": "countries nations states",
}
_PHRASES: Mapping[str, str] = {
    "made up of": "compose",
    "consists of": "compose",
    "consisting of": "compose",
    "consisted of": "compose",
    "composed of": "compose",
    "comprised of": "compose",
    "brings together": "unite",
    "bringing together": "unite",
    "brought together": "unite",
    "group of": "group",
    "grouping of": "group",
    "bloc of": "group",
    "alliance of": "group",
    "coalition of": "group",
    "union of": "group",
    "partnership of": "group",
    "network of": "group",
    "format of": "group",
    "trio of": "group",
    "duo of": "group",
    "quartet of": "group",
    "pact between": "group",
    "alliance between": "group",
    "partnership between": "group",
    "countries of": "group",
    "states of": "group",
    "nations of": "group",
    "republics of": "group",
    "acronym for": "initials",
    "acronym of": "initials",
    "stands for": "initials",
    "short for": "initials",
    "serves on": "serve",
    "served on": "serve",
    "serving on": "serve",
    "sits on": "serve",
    "sat on": "serve",
    "pulled out of": "move",
    "dropped out of": "move",
    "from left to right": "caption",
    "left to right": "caption",
    "from left": "caption",
    "from l": "caption",
    "from l to r": "caption",
    "l to r": "caption",
    "clockwise from top left": "caption",
    "heads of state": "leaders",
    "attended by": "attend",
    "took part in": "attend",
    "taking part in": "attend",
    "participated in": "attend",
    "participating in": "attend",
    "set up by": "found",
    "make up": "found",
    "makes up": "found",
    " - ": "mark",
    "such as": "example",
    "part of": "part",
    "countries are": "equal",
    "states are": "equal",
    "nations are": "equal",
    "powers are": "equal",
    "republics are": "equal",
}
_TRIGGERS = Triggers({word: tag for tag, block in _WORDS.items() for word in block.split()} | dict(_PHRASES))

_REACH = 900
"""Code points read on either side of a trigger; only text without full stops has longer sentences."""


def extract(context: Context) -> Iterator[Found]:
    """Find the membership statements of an article's text or title, sentence by sentence."""
    told: list[Found] = []
    stretch, met, shouted = (-1, 0), 0, False
    for trigger in _TRIGGERS.find(context.text):
        sentence = context.sentence_at(trigger.start)
        reached = (sentence.start, (trigger.start - sentence.start) // _REACH)
        if reached != stretch:
            yield from _counted_once(told)
            told, stretch, met = [], reached, 0
            shouted = context.text[max(sentence.start, trigger.start - 40) : trigger.end + 40].isupper()
        met += 1
        if met > _MOST_TRIGGERS or shouted:
            continue
        if trigger.tag == "mark" and not apposition.may_mark(context.text, sentence.start, trigger.start):
            continue
        scene = _scene(context.text, sentence, trigger)
        for one in _first(scene, trigger.tag) or _again(scene, trigger.tag, told):
            same = next((other for other in told if _repeats(one, other)), None)
            if same is None:
                told.append(one)
            elif (one.start, one.end) == (same.start, same.end) and _called(one) and not _called(same):
                told[told.index(same)] = one
    yield from _counted_once(told)


_MOST_TRIGGERS = 60
"""Triggers read in one sentence or ``_REACH`` of it: prose has far fewer, and a hostile text must not cost more."""


def _again(scene: Scene, tag: str, told: list[Found]) -> Iterator[Found]:
    """What a verb of joining says of the group, or of the mover, that the sentence named last."""
    if tag == "move" and told:
        yield from movement.joined_too(scene, _membership(told[-1]).group)
        yield from movement.moved_on(scene, told[-1])


def _membership(found: Found) -> Membership:
    if not isinstance(found.value, Membership):
        raise TypeError(f"a rule of memberships found a {type(found.value).__name__}")
    return found.value


def _repeats(one: Found, other: Found) -> bool:
    """Whether both are one statement met by two triggers: shared core, unless it is said of two groups."""
    if one.start >= other.end or other.start >= one.end:
        return False
    moved_on = _membership(one).relation == "joined" or len(_membership(one).members) == 1
    of_two = bool(_called(one)) and bool(_called(other)) and not _same_group(one, other)
    return not (moved_on and of_two and (one.start, one.end) == (other.start, other.end))


def _counted_once(told: list[Found]) -> Iterator[Found]:
    """Give a size that a sentence states apart ("the six-nation X comprises A …") to the list of the same group."""
    sizes = [one for one in told if not _membership(one).members]
    for one in told:
        value = _membership(one)
        if not value.members and any(_same_group(one, other) for other in told if other not in sizes):
            continue
        size = next((other for other in sizes if value.members and _same_group(one, other)), None)
        if size is not None and value.stated_count is None:
            value = replace(value, stated_count=_membership(size).stated_count)
        yield replace(one, value=value)


def _same_group(one: Found, other: Found) -> bool:
    return bool(_called(one)) and (_called(one) <= _called(other) or _called(other) <= _called(one))


def _called(found: Found) -> set[str]:
    return {word.strip("(),") for word in _membership(found).group.lower().split()} - {"the", "a", "an", "of"}


def _scene(text: str, sentence: Span, trigger: Trigger) -> Scene:
    start = max(sentence.start, trigger.start - _REACH)
    end = min(max(sentence.end, trigger.end), trigger.end + _REACH)
    return Scene(text, start, end, trigger.start, trigger.end)


def _first(scene: Scene, tag: str) -> list[Found]:
    for rule in _RULES[tag]:
        found = list(rule(scene))
        if found:
            return found
    return []
