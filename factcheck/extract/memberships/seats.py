"""Seats in learned societies, on boards and in bands: "elected a Fellow of X", "serves on X", "formed the band X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.groups import Group, group_after
from factcheck.extract.memberships.scene import Scene, claim
from factcheck.extract.memberships.subjects import describes, subject
from factcheck.grammar.names import Name, mentions, names_after, names_before
from factcheck.grammar.text import word_set

_ELECT_LINK = re.compile(
    r"\s+(?:as\s+)?(?:(?:a|an|honorary)\s+)?(?:(?P<fellow>[Ff]ellow|member|president)\s+(?:of|in)|to|into)\s+"
)
_WAS = re.compile(r"\s+(?:was|were|is|has\s+been|had\s+been|have\s+been)(?:\s+\w+ly)?\s*$")
_LEARNED = word_set("academy society institute institution fame order legion college guild")


def elected(scene: Scene) -> Iterator[Found]:
    """Find who was elected a Fellow of a society, admitted to an academy or inducted into a hall of fame."""
    text = scene.text
    link = _ELECT_LINK.match(text, scene.trigger_end, scene.end)
    group = _hall_of_fame(scene, link.end()) or group_after(text, link.end(), scene.end) if link else None
    if group is None or group.mention is None or not {word.lower() for word in group.mention.words} & _LEARNED:
        return
    was = _WAS.search(text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
    names = subject(text, scene.start, was.start()) if was else _first_passive_subject(scene)
    if names:
        yield claim(group.text, "members", names)


_HALL = re.compile(
    r"(?:the\s+)?(?P<name>[A-Z][\w’'-]*(?:\s+(?:(?:and|&|'n'|of)\s+)?[A-Z][\w’'-]*){0,5}\s+Hall\s+of\s+Fame)\b"
)


def _hall_of_fame(scene: Scene, start: int) -> Group | None:
    """The hall, whose name may hold an "and" that parts other names."""
    hall = _HALL.match(scene.text, start, scene.end)
    if hall is None:
        return None
    begin, end = hall.span("name")
    named = mentions(scene.text, scene.text.rindex("Hall", begin, end), end)
    return Group(begin, end, hall.group(), named=True, head="fame", mention=named[0] if named else None)


def _first_passive_subject(scene: Scene) -> list[Name]:
    """Return the subject that "was elected … and admitted" shares."""
    if not scene.left.rstrip().endswith("and"):
        return []
    was = re.search(r"\s(?:was|were)\s", scene.left)
    return subject(scene.text, scene.start, scene.start + was.start()) if was else []


def serving(scene: Scene) -> Iterator[Found]:
    """Find who "serves on" or "sits on" a board, a council or a committee."""
    group = group_after(scene.text, scene.trigger_end, scene.end)
    if group is None or group.head not in _SEATED:
        return
    names = subject(scene.text, scene.start, scene.trigger_start) or _antecedent(scene)
    if names:
        yield claim(group.text, "members", names)


_SEATED = word_set("board council committee subcommittee panel commission jury")


def _antecedent(scene: Scene) -> list[Name]:
    """Whom "…, a former envoy who serves on" describes."""
    if not scene.left.rstrip().endswith((" who", "who also", "who now")):
        return []
    comma = scene.left.rfind(",")
    if comma < 0 or not describes(scene.left[comma + 1 :]):
        return []
    return names_before(scene.text, scene.start, scene.start + comma)


_BAND_LINK = re.compile(r"\s+(?:called\s+|named\s+|of\s+)?")
_PLAYED = re.compile(
    r"\s+(?:(?:was|were|played|had\s+been)(?:\s+\w+){0,2}\s+in|(?:co-)?(?:formed|founded|started|"
    r"created|fronted|led|joined|left))"
    r"\s+(?:a|an|the|another|his|her|their)\s+(?:[\w-]+\s+){0,2}$"
)
_WITH = re.compile(r"\s+(?:with|alongside|together\s+with)\s+")


def banded(scene: Scene) -> Iterator[Found]:
    """Find who made up a band: "A and B were in the trio X with C", "A and B formed the band X"."""
    text = scene.text
    link = _BAND_LINK.match(text, scene.trigger_end, scene.end)
    named = mentions(text, link.end(), min(scene.end, link.end() + 80)) if link else []
    played = _PLAYED.search(text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    if not named or link is None or named[0].start != link.end() or played is None:
        return
    names = subject(text, scene.start, played.start())
    if not names:
        return
    with_others = _WITH.match(text, named[0].end, scene.end)
    others = names_after(text, with_others.end(), scene.end) if with_others else []
    yield claim(named[0].text, "members", [*names, *others])
