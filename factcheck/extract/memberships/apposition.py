"""Lists set off behind a group: "X (A, B and C)", "the X countries - A, B and C -", "the X bloc: A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.groups import (
    COLLECTIVES,
    GROUP_NOUNS,
    REGIONS,
    TEAMS,
    Group,
    collective_before,
    group_before,
    is_called_by_number,
    is_named_body,
)
from factcheck.extract.memberships.scene import COUNT, Scene, added, are_countries, claim, count_value
from factcheck.grammar.names import Mention, Name, names_after, names_before

_COUNTED = re.compile(
    rf"(?<![\w+]){COUNT}(?:-(?:nation|member|country|state|strong|"
    rf"piece))?\s+(?:[a-z][\w-]*\s+){{0,2}}(?:of\s+the\s+)?$",
    re.IGNORECASE,
)
_INSTRUMENT = re.compile(r"^\s*\([^()]{1,40}\)")
"""What a bracket says of the last of a list ("Omar Diab (drums)")."""
_IN_LIST = re.compile(r"[,;]|\band\b|&")
_CLOSING = {"(": ")", "-": "-", "–": "–", "—": "—", ":": "\n"}
_LONGEST_LIST = 700
_SHORTEST_LIST = 3
"""Persons in a bracket behind an institution: one or two are its name in another language, or who speaks for it."""
_SHORTEST_NAME = 2
"""Letters in a bracket ("Harbour Party (E & W)") are no members."""
_BEFORE_LIST = re.compile(r"\s*(?:namely\s+|i\.e\.,?\s+)?(?:(?:the|of)\s+)?\w")


def set_off(scene: Scene) -> Iterator[Found]:
    """Find the list that a bracket, a dash or a colon sets off behind a group."""
    text = scene.text
    if (
        not _is_headed(text, scene.start, scene.trigger_start)
        or _MAY_LIST.match(text, scene.trigger_end, scene.end) is None
    ):
        return
    mark = text[scene.trigger_start : scene.trigger_end].strip()
    close = text.find(_CLOSING[mark], scene.trigger_end, min(scene.end, scene.trigger_end + _LONGEST_LIST))
    if close < 0:
        close = scene.end
    if mark == "(" and close == scene.end:
        return
    names = _listed(scene, close)
    if len(names) < 2 or not _IN_LIST.search(text, names[0].end, names[-1].start):
        return
    rest = _INSTRUMENT.sub("", text[names[-1].mention.end : close]).strip(" .")
    if rest and (mark == "(" or rest[:1] not in ",;"):
        return
    group, stated = _set_apart(scene)
    if group is None or not _fits(group, names, scene, close):
        return
    yield claim(group.text, "members", [*names, *added(text, names, scene.end)], stated)


def may_mark(text: str, start: int, mark: int) -> bool:
    """Whether a mark can set off a list or spell one: marks are many, and most stand behind something else."""
    return _is_headed(text, start, mark) or _INITIALS.match(text, mark) is not None


def _is_headed(text: str, start: int, mark: int) -> bool:
    """Whether the word before the mark can end a group."""
    last = text[max(start, mark - 30) : mark].rstrip(_MARKS).rpartition(" ")[2].strip("()")
    return last[-1:].isdigit() or last[:1].isupper() or last.lower() in _HEADS


_MARKS = " :,-–—"
_MAY_LIST = re.compile(r"[^A-Z\n]{0,60}[A-Z][^,;&\n]{0,90}(?:[,;&]|(?<=\sand)\s)")


def _listed(scene: Scene, close: int) -> list[Name]:
    text = scene.text
    if _BEFORE_LIST.match(text, scene.trigger_end, close) is None:
        return []
    names = names_after(text, scene.trigger_end, close, offices=True)
    if names:
        return names
    lead = _COUNTED_LEAD.match(text, scene.trigger_end, close)
    return names_after(text, lead.end(), close, offices=True) if lead else []


_COUNTED_LEAD = re.compile(rf"\s*(?:the\s+)?{COUNT}\s+(?:[\w-]+\s+){{1,3}}of\s+", re.IGNORECASE)
"""What may stand between the mark and the list: "(the three European countries of A, B and C)"."""


def _set_apart(scene: Scene) -> tuple[Group | None, float | None]:
    """The group right before the mark, and the count said of it there."""
    edge = scene.start + len(scene.left.rstrip(_MARKS))
    group = collective_before(scene.text, scene.start, edge) or group_before(scene.text, scene.start, edge)
    if group is None:
        return None, None
    counted = _COUNTED.search(scene.text, max(scene.start, group.start - 30), group.start)
    inner = None if group.named else _COUNTED_NOUN.search(group.text)
    found = counted or inner
    return group, count_value(found["count"]) if found else None


_HEADS = COLLECTIVES | GROUP_NOUNS | TEAMS
_COUNTED_NOUN = re.compile(rf"\b{COUNT}(?:-(?:nation|member|country|state|strong|piece))?\s", re.IGNORECASE)


def _fits(group: Group, names: list[Name], scene: Scene, close: int) -> bool:
    """Whether these names can be the group's members, and the list is not its name spelt out."""
    all_countries = are_countries(names)
    if all_countries:
        if is_called_by_number(group) or group.head in COLLECTIVES | GROUP_NOUNS | TEAMS or is_named_body(group):
            return True
        return len(names) >= _SHORTEST_LIST and scene.word.strip() != ":" and _is_own_name(group.mention)
    if _spells_out(group, scene.text[scene.trigger_end : close]):
        return False
    if any(len(name.text) < _SHORTEST_NAME for name in names):
        return False
    if group.head in GROUP_NOUNS:
        return not group.named or len(names) >= _SHORTEST_LIST
    persons = len(names) >= _SHORTEST_LIST and not any(name.mention.is_organisation for name in names)
    return persons and is_named_body(group) and scene.word.strip() == "("


def _is_own_name(mention: Mention | None) -> bool:
    """Whether a name can be that of a group of countries: no person's, no country's, no part of the world's."""
    if mention is None or mention.is_titled or mention.country or not mention.words:
        return False
    return mention.words[0].lower() not in REGIONS


def _spells_out(group: Group, inside: str) -> bool:
    """Whether the bracket spells out initials in the group's name ("the RMT (Rail, Maritime and Transport)")."""
    initials = max(re.findall(r"\b[A-Z]{2,8}\b", group.text), key=len, default="")
    capitals = iter(character for character in inside if character.isupper())
    return bool(initials) and all(letter in capitals for letter in initials)


def apposed(scene: Scene) -> Iterator[Found]:
    """Find the countries named right behind what they are: "BRICS countries Brazil, Russia and India"."""
    text = scene.text
    if text[scene.trigger_start].isupper() or not text[scene.trigger_end + 1 : scene.trigger_end + 2].isupper():
        return
    group = collective_before(text, scene.start, scene.trigger_end)
    if group is None or group.mention is None or not group.mention.is_organisation:
        return
    names = names_after(text, scene.trigger_end, scene.end)
    if len(names) > 1 and are_countries(names):
        yield claim(group.text, "members", names)


def equated(scene: Scene) -> Iterator[Found]:
    """Find the list that "the Nordic countries are" says in full."""
    text = scene.text
    edge = scene.trigger_end - len(" are")
    group = collective_before(text, scene.start, edge)
    names = names_after(text, scene.trigger_end, scene.end) if group is not None else []
    if group is None or len(names) < 2 or not are_countries(names):
        return
    if not text[names[-1].mention.end : scene.end].strip(" ."):
        counted = _COUNTED.search(text, max(scene.start, group.start - 30), group.start)
        yield claim(group.text, "members", names, count_value(counted["count"]) if counted else None)


_INITIALS = re.compile(r"\s*\((?P<acronym>[A-Z]{2,10})\)")


def spelt(scene: Scene) -> Iterator[Found]:
    """Find the list whose initials stand in brackets right behind it: "Alba, Beria and Ceta (ABC)"."""
    initials = _INITIALS.match(scene.text, scene.trigger_start, scene.end)
    if (
        initials is None
        or " and " not in scene.text[max(scene.start, scene.trigger_start - 60) : scene.trigger_start]
    ):
        return
    names = names_before(scene.text, scene.start, scene.trigger_start, governed=True)
    if len(names) > 1 and "".join(name.text[0] for name in names) == initials["acronym"]:
        yield claim(initials["acronym"], "members", names)
