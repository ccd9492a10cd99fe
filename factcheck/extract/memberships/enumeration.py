"""Lists that the word "members" announces or closes: "the six members of X are A and B", "A and B as observers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.groups import (
    GROUP_NOUNS,
    Group,
    collective_before,
    group_after,
    group_before,
    name_start,
    subject_group,
    whatever_after,
)
from factcheck.extract.memberships.scene import COUNT, Scene, added, are_countries, claim, count_value, last_count
from factcheck.grammar.names import Name, mentions, names_after, names_before

_LIST_LEAD = re.compile(
    r"\s*(?:"
    r"(?:,\s*)?(?:which\s+)?(?:now\s+|currently\s+|also\s+)?"
    r"(?P<verb>are|were|include|includes|included|comprise|comprised)"
    r"(?:\s+now|\s+currently|\s+as\s+follows)?\s*:?"
    r"|(?P<mark>:|,?\s*namely:?|\s[–—-]\s|\s*—)"
    r"|,?\s*(?P<some>including|such\s+as|like)"
    r"|(?P<comma>,)"
    r"|(?P<bracket>\())\s*"
)
_STATES = re.compile(r"\s+(?:states?|nations?|countries|parties|economies|governments)", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|in|to)\s+")
_HAS = re.compile(
    rf"\b(?:has|have|had|counts|counted|with|of|the|all|its|other|are)\s+"
    rf"(?:the\s+|its\s+|other\s+|only\s+|just\s+|now\s+)?{COUNT}\s+(?:[\w-]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_POSSESSOR = re.compile(r"\b(?P<word>its|whose|their)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_OWNED = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}$")
_AMONG = re.compile(r"\bamong\s+(?:its|their|the)\s+(?:[\w-]+\s+){0,2}$")
_RELATIONS = ("founding", "former", "observer", "original", "permanent", "associate", "dialogue", "full", "current")


def relation_of(words: str) -> str:
    """Return the relation that the words before "members" say: "founding members", else "members"."""
    parts = words.lower().split()[-4:]
    kind = next((part for part in reversed(parts) if part in _RELATIONS), None)
    return f"{kind} members" if kind else "members"


def enumerated(scene: Scene) -> Iterator[Found]:
    """Find the list that "members" announces: "The six members of X are A, B and C", "its members include …"."""
    text = scene.text
    states = _STATES.match(text, scene.trigger_end, scene.end)
    noun_end = states.end() if states else scene.trigger_end
    of = _OF.match(text, noun_end, scene.end)
    group = _owner(scene, of.end()) if of else None
    if (of and group is None) or _is_family(scene):
        return
    lead = _LIST_LEAD.match(text, group.end if group else noun_end, scene.end)
    among = None if of else _AMONG.search(text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
    if lead is None and not among:
        return
    names = names_after(text, lead.end() if lead else noun_end, scene.end)
    counted = _HAS.search(text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    if counted and counted["count"][0].isupper():
        counted = None  # a name ("the Five Eyes members")
    stated = count_value(counted["count"]) if counted else _leading_count(scene)
    if not _is_announced(scene, names, lead, stated):
        return
    called = group.text if group else _possessor(scene, counted, among)
    if called is None and not (lead and lead["verb"]):
        return
    if group and group.head not in GROUP_NOUNS and not (group.named or are_countries(names)):
        return
    names += added(text, names, scene.end)
    yield claim(called or "", _relation(scene), names, stated)


def _owner(scene: Scene, start: int) -> Group | None:
    return group_after(scene.text, start, scene.end) or whatever_after(scene.text, start, scene.end)


def _relation(scene: Scene) -> str:
    word = scene.word
    return relation_of(scene.left) if word.startswith("member") else word if word.endswith("s") else f"{word}s"


def _is_family(scene: Scene) -> bool:
    return scene.left.rstrip().lower().endswith(("family", "staff", "crew", "audience"))


def _is_announced(scene: Scene, names: list[Name], lead: re.Match[str] | None, stated: float | None) -> bool:
    """Whether the names are a list that the lead announces: examples may be one, an enumeration is two or more."""
    if lead is None or lead["some"] or (lead["verb"] or "").startswith("include"):
        return bool(names)
    if lead["bracket"] and len(names) < _SHORTEST_LIST:
        return are_countries(names)
    if len(names) < _SHORTEST_LIST - 1 or not lead["comma"]:
        return len(names) > 1
    if are_countries(names):
        return True
    closed = scene.text[names[-1].mention.end : scene.end].lstrip()[:1] in {",", ".", "—", "–", "-"}
    return closed and (len(names) >= _SHORTEST_LIST or stated == len(names))


_SHORTEST_LIST = 3
"""Names that a comma alone can announce as the members: fewer may be another phrase."""
_MOST_BETWEEN = 3
"""Spaces between a count and its noun ("the six founding EU member states")."""


def _leading_count(scene: Scene) -> float | None:
    found = last_count(scene.text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
    if found is None or scene.text[found.end() : scene.trigger_start].count(" ") > _MOST_BETWEEN:
        return None
    if found.group()[0].isupper() and found.start() > scene.start:
        return None  # a name ("the Five Eyes members")
    return count_value(found["count"])


def _possessor(scene: Scene, counted: re.Match[str] | None, among: re.Match[str] | None) -> str | None:
    """Return the group that owns the members: "its", "X's", "X whose", or the subject of "has six members"."""
    owner = _POSSESSOR.search(scene.text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    if owner and not among and owner["word"].lower() != "whose":
        return owner["word"]
    if among or owner:
        edge = among.start() if among else owner.start() if owner else scene.trigger_start
        group = subject_group(scene.text, scene.start, edge) if among else group_before(scene.text, scene.start, edge)
        return group.text if group else None
    return _named_owner(scene, counted) or _described_owner(scene)


def _named_owner(scene: Scene, counted: re.Match[str] | None) -> str | None:
    """The group named right before "members", or else whatever "has six members"."""
    text = scene.text
    found = [one for one in mentions(text, scene.start, scene.trigger_start) if one.name_start < one.end]
    between = text[found[-1].end : scene.trigger_start] if found else ""
    if found and not between.strip(" ’'s"):
        return text[name_start(text, found[-1]) : found[-1].end]
    if counted:
        subject = subject_group(text, scene.start, counted.start())
        return subject.text if subject else None
    return text[name_start(text, found[-1]) : found[-1].end] if found and _only_words(between) else None


def _described_owner(scene: Scene) -> str | None:
    """The body described before "members": "the gang's members", "the board members"."""
    owned = _OWNED.search(scene.text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
    group = group_before(scene.text, scene.start, owned.start() if owned else scene.trigger_start)
    return group.text if group is not None and (owned or not group.named) else None


def _only_words(between: str) -> bool:
    words = between.replace("'s", " ").replace("’s", " ").split()
    return len(words) <= 3 and all(word.isalpha() or word.isdigit() for word in words)


def exemplified(scene: Scene) -> Iterator[Found]:
    """Find the examples given of a defined group's countries: "EU countries such as A and B"."""
    group = collective_before(scene.text, scene.start, len(scene.left.rstrip(" ,")) + scene.start)
    if group is None or group.mention is None or not group.mention.is_organisation:
        return
    names = names_after(scene.text, scene.trigger_end, scene.end)
    if names and are_countries(names):
        yield claim(group.text, "members", names)


_AS = re.compile(r",?\s+as\s+(?:(?:its|their|the)\s+)?(?:[\w-]+\s+){0,3}$")
_AS_THEIR = frozenset({",", "as", "its", "their", "the"})


def ranked(scene: Scene) -> Iterator[Found]:
    """Find who belongs "as full members", "as observers" or "as dialogue partners" to what the sentence speaks of."""
    text = scene.text
    rank = _AS.search(text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    names = names_before(text, scene.start, rank.start(), governed=True) if rank else []
    if rank is None or len(names) < 2:
        return
    of = _OF.match(text, scene.trigger_end, scene.end)
    group = group_after(text, of.end(), scene.end) if of else subject_group(text, scene.start, names[0].item_start)
    if of and group is None:
        return
    relation = " ".join(word for word in text[rank.start() : scene.trigger_end].split() if word not in _AS_THEIR)
    yield claim(group.text if group else "", relation, names)
