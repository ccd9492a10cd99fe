"""What a group is made of: "X comprises A and B", "X, which includes A", "the X group of A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.events import event_in
from factcheck.extract.memberships.groups import (
    COLLECTIVES,
    GROUP_NOUNS,
    TEAMS,
    Group,
    collective_before,
    group_after,
    group_before,
    is_named_body,
    subject_group,
)
from factcheck.extract.memberships.scene import (
    COUNT,
    Scene,
    are_bodies,
    are_countries,
    claim,
    count_claim,
    count_value,
    last_count,
    size_between,
)
from factcheck.grammar.names import Name, names_after
from factcheck.grammar.text import word_set

_LEAD = re.compile(
    rf"\s*(?:(?:the\s+|of\s+)?{COUNT}\s+(?:[\w-]+\s+){{0,3}}?(?:member\s+)?(?:states|nations|"
    rf"countries|members|powers|"
    r"economies|parties)(?:,\s*namely|\s*:|,|\s+of|\s*[–—-])?\s*)?",
    re.IGNORECASE,
)


def composed(scene: Scene) -> Iterator[Found]:
    """Find what a group is made of: "X comprises A and B", "a bloc composed of A, B and C"."""
    found = _composition(scene)
    if found is not None:
        group, names, stated = found
        yield claim(group.text, "members", names, stated)
    else:
        yield from _counted(scene)


_SO_MANY = re.compile(
    rf"\s+(?P<span>{COUNT})\s+(?:member\s+)?(?:states|nations|countries|members)\b(?!\s+of)", re.IGNORECASE
)


def _counted(scene: Scene) -> Iterator[Found]:
    """Find of how many a named body is made up where nobody is named ("the Union comprises 55 member states")."""
    many = _SO_MANY.match(scene.text, scene.trigger_end, scene.end)
    group = group_before(scene.text, scene.start, scene.trigger_start) if many and not scene.is_unreal else None
    if many is not None and group is not None and is_named_body(group):
        yield count_claim(group.text, "members", *many.span("span"), count_value(many["count"]))


def _composition(scene: Scene) -> tuple[Group, list[Name], float | None] | None:
    text = scene.text
    lead = _LEAD.match(text, scene.trigger_end, scene.end)
    names = names_after(text, lead.end() if lead else scene.trigger_end, scene.end)
    if len(names) < 2 or scene.is_unreal:
        return None
    group = group_before(text, scene.start, scene.trigger_start)
    if group is None and scene.word == "namely":
        group = subject_group(text, scene.start, scene.trigger_start)
    if group is None or not _is_body(group, names):
        return None
    counted = lead["count"] if lead else None
    return group, names, count_value(counted) if counted else _adjacent_count(text, group, scene.trigger_start)


def _adjacent_count(text: str, group: Group, end: int) -> float | None:
    found = last_count(text, group.end, end)
    return count_value(found["count"]) if found else size_between(text, group.start, end)


def _is_body(group: Group, names: list[Name]) -> bool:
    """Whether the group can have these members: a noun for a body, or a name of no person."""
    if not group.named or group.head in GROUP_NOUNS:
        return True
    if group.mention is None or group.mention.is_titled:
        return False
    return group.mention.country is None or are_countries(names)


def grouped(scene: Scene) -> Iterator[Found]:
    """Find the list behind "X is a group of", "the X bloc of"; an unnamed "duo of A and B" is no group."""
    noun_end = scene.trigger_end - len(scene.word.rpartition(" ")[2]) - 1
    inner = Scene(scene.text, scene.start, scene.end, noun_end, scene.trigger_end)
    found = _composition(inner)
    group = found[0] if found is not None else None
    if scene.word.partition(" ")[0] in COLLECTIVES:
        group = collective_before(scene.text, scene.start, noun_end)
    if found is not None and scene.text[scene.trigger_start].isupper() and len(found[1]) < _SHORTEST_LIST:
        return  # a name may go on here ("the Harbour Union of Montana and Ohio")
    if found is not None and group is not None and (group.named or group.head in _OF_PARTIES):
        yield claim(group.text, "members", found[1], found[2])
    elif scene.word.endswith("between"):
        yield from _known_as(scene)


_OF_PARTIES = frozenset({"coalition", "alliance", "bloc"})
"""Bodies that need no name for "of" to say who makes them up."""
_SHORTEST_LIST = 3
"""Names behind a capitalised "Union of" or "Quartet of" that are a list rather than part of a longer name."""
_KNOWN_AS = re.compile(r",?\s+(?:also\s+)?(?:known\s+as|called|dubbed)\s+(?:the\s+)?(?=[A-Z])")


def _known_as(scene: Scene) -> Iterator[Found]:
    """Find the pact between countries that is named behind them ("the pact between A, B and C, known as X")."""
    names = names_after(scene.text, scene.trigger_end, scene.end)
    called = _KNOWN_AS.match(scene.text, names[-1].mention.end, scene.end) if len(names) > 1 else None
    group = group_after(scene.text, called.end(), scene.end) if called else None
    if group is not None:
        yield claim(group.text, "members", names)


_PLAYERS = word_set("band supergroup trio duo quartet quintet ensemble line-up lineup cast troupe orchestra")


def featured(scene: Scene) -> Iterator[Found]:
    """Find whom a band features; films and programmes feature people as well, but are no groups."""
    found = _composition(scene)
    if found is not None and found[0].head in _PLAYERS:
        yield claim(found[0].text, "members", found[1], found[2])


def united(scene: Scene) -> Iterator[Found]:
    """Find the countries or parties that a body "groups", "unites" or "brings together", words of other uses too."""
    found = _composition(scene)
    if found is not None and (are_countries(found[1]) or are_bodies(found[1])):
        yield claim(found[0].text, "members", found[1], found[2])


_INITIALS_OF = re.compile(r"(?:,\s+(?:which\s+(?:is\s+)?)?|\s+(?:is\s+)?)?(?:(?:an?|the|whose|its)\s+)?(?:name\s+)?$")


def abbreviated(scene: Scene) -> Iterator[Found]:
    """Find the list that a group's initials stand for: "BRICS, an acronym for A, B and C"."""
    names = names_after(scene.text, scene.trigger_end, scene.end)
    lead = _INITIALS_OF.search(scene.text, max(scene.start, scene.trigger_start - 30), scene.trigger_start)
    group = group_before(scene.text, scene.start, lead.start() if lead else scene.trigger_start)
    if group is not None and len(names) > 1 and are_countries(names):
        yield claim(group.text, "members", names)


_WHICH = re.compile(
    r"(?:,?\s*(?:which|that|who)\s+(?:now\s+|also\s+|currently\s+)?|\s+(?:now\s+|also\s+|currently\s+)?)$"
)


def included(scene: Scene) -> Iterator[Found]:
    """Find the members that a group "includes": it must be a named institution or a noun for a body."""
    text, start = scene.text, scene.trigger_start
    names = names_after(text, scene.trigger_end, scene.end)
    if not names or scene.is_unreal or _MEMBERS_BEFORE.search(text, max(scene.start, start - 90), start):
        return  # "members" is a trigger itself and reads on through "including"
    if _ATTENDEES.search(text, max(scene.start, scene.trigger_start - 110), scene.trigger_start):
        yield from _attending(scene, names)
        return
    if scene.word == "including":
        yield from _including(scene, names)
        return
    if scene.word == "include" and _EXTENDED.search(
        text, max(scene.start, scene.trigger_start - 30), scene.trigger_start
    ):
        yield from _extended(scene, names)
        return
    which = _WHICH.search(text, max(scene.start, scene.trigger_start - 30), scene.trigger_start)
    relative = which is not None and which.group().strip(" ,")[:1] in ("w", "t")
    group = group_before(text, scene.start, which.start() if which else scene.trigger_start)
    if group is not None and (relative or len(names) > 1) and _holds(group, names, relative=relative):
        yield claim(group.text, "members", names, size_between(text, group.start, start))


def _holds(group: Group, names: list[Name], *, relative: bool) -> bool:
    """Whether what includes the names is a body: named as one, or called one."""
    if group.head in GROUP_NOUNS | TEAMS:
        return True
    if group.mention is None or group.mention.country:
        return False
    countries = len(names) > 1 and are_countries(names)
    if group.mention.is_organisation:
        return relative or countries or (len(names) > 1 and are_bodies(names))
    return relative and group.mention.name.endswith("s")


_ATTENDEES = re.compile(
    r"\b(?:speakers|attendees|participants|guests|panellists|panelists|performers|mourners|"
    r"dignitaries|attended)\b[^.;:]*$",
    re.IGNORECASE,
)


def _attending(scene: Scene, names: list[Name]) -> Iterator[Found]:
    """Find whom the speakers or guests of an event include."""
    event = event_in(scene.text, max(scene.start, scene.trigger_start - 110), scene.trigger_start)
    if event is not None and (len(names) > 1 or scene.word != "including"):
        yield claim(event.text, "attendees", names)


_EXTENDED = re.compile(
    r"\b(?:extended|expanded|enlarged|widened|grown|grew|broadened)(?:\s+(?:in|by)\s+\w+)?\s+to\s*$"
)
_FORMING = re.compile(r",?\s+(?:forming|creating|making\s+up|to\s+form|to\s+create)\s+")


def _extended(scene: Scene, names: list[Name]) -> Iterator[Found]:
    """Find whom a body was extended "to include", and what that made of it."""
    text = scene.text
    forming = _FORMING.match(text, names[-1].mention.end, scene.end)
    group = (
        group_after(text, forming.end(), scene.end)
        if forming
        else subject_group(text, scene.start, scene.trigger_start)
    )
    countries = len(names) > 1 and are_countries(names)
    if group is not None and (countries or group.head in GROUP_NOUNS or is_named_body(group)):
        yield claim(group.text, "members", names)


_MEMBERS_BEFORE = re.compile(
    r"\b(?:members?|member\s+(?:states|nations|countries))(?:\s+of\s+[^,.;:]{1,60}?)?,?\s*$", re.IGNORECASE
)
_COALITIONS = frozenset({"coalition", "alliance", "bloc", "band", "supergroup", "consortium", "delegation", "panel"})


def _including(scene: Scene, names: list[Name]) -> Iterator[Found]:
    group = group_before(scene.text, scene.start, scene.trigger_start)
    if group is not None and group.head in _COALITIONS and len(names) > 1:
        yield claim(group.text, "members", names)
