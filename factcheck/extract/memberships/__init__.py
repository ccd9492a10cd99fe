"""Who belongs to what: membership statements found from their trigger words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from factcheck.extract.context import Context, Found
from factcheck.extract.memberships import attendance, belonging, composition, movement, seats
from factcheck.extract.memberships.scene import Scene
from factcheck.grammar.triggers import Trigger, Triggers
from factcheck.model import Membership

_RULES: Mapping[str, tuple[Callable[[Scene], Iterator[Found]], ...]] = {
    "members": (composition.enumerated, belonging.belonging, belonging.membered),
    "include": (composition.included,),
    "compose": (composition.composed,),
    "group": (composition.grouped,),
    "bracket": (composition.spelt, composition.bracketed),
    "move": (movement.moved, movement.joined_by),
    "size": (belonging.sized,),
    "elect": (seats.elected,),
    "serve": (seats.serving,),
    "band": (seats.banded,),
    "leaders": (attendance.leaders,),
    "caption": (attendance.captioned,),
    "event": (attendance.attended,),
    "attend": (attendance.attending,),
    "place": (attendance.placed,),
    "found": (movement.founded,),
    "sign": (attendance.signed,),
}
"""The rules that a trigger's tag calls, in the order in which the first to find something wins."""

_WORDS: Mapping[str, str] = {
    "members": "member members signatory signatories",
    "include": "includes include including included",
    "compose": "comprises comprise comprised comprising consists consisted consisting composed namely groups unites",
    "move": "joined joins joining rejoined acceded belongs belonged "
    "quit quits quitting left leaves leaving withdrew withdrawn withdrawing exited",
    "size": "-nation -member -country -state",
    "elect": "elected admitted inducted",
    "band": "band supergroup trio duo quartet quintet",
    "leaders": "leaders presidents premiers ministers chancellors delegations representatives monarchs",
    "caption": "l-r",
    "event": "summit ceremony photo conference forum meeting gala premiere festival funeral reception",
    "sign": "signed ratified",
    "attend": "attended",
    "place": "(l) (left) (c) (center) (centre)",
}
_PHRASES: Mapping[str, str] = {
    "made up of": "compose",
    "consists of": "compose",
    "consisting of": "compose",
    "consisted of": "compose",
    "composed of": "compose",
    "comprised of": "compose",
    "group of": "group",
    "bloc of": "group",
    "alliance of": "group",
    "coalition of": "group",
    "trio of": "group",
    "duo of": "group",
    "quartet of": "group",
    "serves on": "serve",
    "served on": "serve",
    "serving on": "serve",
    "sits on": "serve",
    "sat on": "serve",
    "from left to right": "caption",
    "left to right": "caption",
    "from left": "caption",
    "from l to r": "caption",
    "clockwise from top left": "caption",
    "heads of state": "leaders",
    "attended by": "attend",
    "took part in": "attend",
    "participated in": "attend",
    "formed by": "found",
    "founded by": "found",
    "set up by": "found",
    "established by": "found",
    "(": "bracket",
}
_TRIGGERS = Triggers({word: tag for tag, block in _WORDS.items() for word in block.split()} | dict(_PHRASES))

_REACH = 900
"""Code points read on either side of a trigger; only text without full stops has longer sentences."""


def extract(context: Context) -> Iterator[Found]:
    """Find the membership statements of an article's text or title, in text order of their triggers."""
    taken: list[Found] = []
    group_before = ("", -1)
    for trigger in _TRIGGERS.find(context.text):
        scene = _scene(context, trigger)
        found = _first(scene, trigger.tag)
        if not found and trigger.tag == "move" and group_before[1] == scene.start:
            found = list(movement.joined_too(scene, group_before[0]))
        for one in found:
            if trigger.tag == "move" and isinstance(one.value, Membership):
                group_before = (one.value.group, scene.start)
            if not any(_repeats(one, other) for other in taken[-_KEPT:]):
                taken.append(one)
                yield one


_KEPT = 6
"""Claims found before that another may repeat; triggers of one statement stand close together."""


def _repeats(one: Found, other: Found) -> bool:
    """Whether both are one statement met by two triggers: shared core, unless two groups share a mover."""
    if one.start >= other.end or other.start >= one.end:
        return False
    same = isinstance(one.value, Membership) and isinstance(other.value, Membership)
    return not (same and one.value.relation == "joined" and other.value.relation == "former members")  # type: ignore[union-attr]


def _scene(context: Context, trigger: Trigger) -> Scene:
    sentence = context.sentence_at(trigger.start)
    start = max(sentence.start, trigger.start - _REACH)
    end = min(max(sentence.end, trigger.end), trigger.end + _REACH)
    return Scene(context.text, start, end, trigger.start, trigger.end)


def _first(scene: Scene, tag: str) -> list[Found]:
    for rule in _RULES[tag]:
        found = list(rule(scene))
        if found:
            return found
    return []
