"""Groups and what they are made of: "the six members of X are A, B and C", "X comprises A and B", "X (A, B, C)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.events import event_in
from factcheck.extract.memberships.groups import GROUP_NOUNS, Group, group_after, group_before, subject_group
from factcheck.extract.memberships.scene import COUNT, Scene, claim, count_value, last_count
from factcheck.grammar.names import Name, names_after, names_before
from factcheck.grammar.names.mentions import mentions
from factcheck.model import Membership

_STATES = r"(?:\s+(?:states?|nations?|countries|parties|economies|governments))?"
_LIST_LEAD = re.compile(
    r"\s*(?:"
    r"(?:,\s*)?(?:which\s+)?(?:now\s+|currently\s+|also\s+)?(?P<verb>are|were|include|includes|included|comprise|comprised)"
    r"(?:\s+now|\s+currently)?\s*:?"
    r"|(?P<mark>:|,?\s*namely:?|\s[–—-]\s|\s*—)"
    r"|,?\s*(?P<some>including|such\s+as|like)"
    r"|(?P<bracket>\())\s*"
)
_MEMBERS_NOUN = re.compile(rf"{_STATES}", re.IGNORECASE)
_HAS = re.compile(
    rf"\b(?:has|have|had|counts|counted|with|of|the|all|its|other|are)\s+(?:the\s+|its\s+|other\s+|only\s+|just\s+|now\s+)?{COUNT}\s+"
    r"(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_POSSESSOR = re.compile(r"\b(?P<word>its|whose|their)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_RELATIONS = ("founding", "former", "observer", "original", "permanent", "associate", "dialogue", "full", "current")


def relation_of(words: str) -> str:
    """Return the relation that the words before "members" say: "founding members", else "members"."""
    parts = words.lower().split()[-4:]
    kind = next((part for part in reversed(parts) if part in _RELATIONS), None)
    return f"{kind} members" if kind else "members"


def enumerated(scene: Scene) -> Iterator[Found]:
    """Find the list that "members" announces: "The six members of X are A, B and C", "its members include …"."""
    text = scene.text
    noun_end = _end(_MEMBERS_NOUN, text, scene.trigger_end, scene.end)
    of = re.compile(r"\s+(?:of|in)\s+").match(text, noun_end, scene.end)
    group = group_after(text, of.end(), scene.end) if of else None
    if of and group is None:
        return
    lead = _LIST_LEAD.match(text, group.end if group else noun_end, scene.end)
    if lead is None:
        return
    names = names_after(text, lead.end(), scene.end)
    exemplary = lead["some"] or (lead["verb"] or "").startswith("include")
    if len(names) < (1 if exemplary else 2):
        return
    counted = _HAS.search(text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    stated = count_value(counted["count"]) if counted else _leading_count(scene)
    called = group.text if group else _possessor(scene, counted)
    if called is None and not lead["verb"]:
        return
    yield claim(called or "", relation_of(scene.left), names, stated)


def _leading_count(scene: Scene) -> float | None:
    found = last_count(scene.text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
    if found is None or scene.text[found.end() : scene.trigger_start].count(" ") > 3:
        return None
    return count_value(found["count"])


def _possessor(scene: Scene, counted: re.Match[str] | None) -> str | None:
    """Return the group that owns the members: "its", "X's", "X whose", or the subject of "has six members"."""
    text = scene.text
    owner = _POSSESSOR.search(text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    if owner and owner["word"].lower() == "whose":
        group = group_before(text, scene.start, owner.start())
        return group.text if group else None
    if owner:
        return owner["word"]
    found = [one for one in mentions(text, scene.start, scene.trigger_start) if one.name_start < one.end]
    if found and not text[found[-1].end : scene.trigger_start].strip(" ’'s"):
        return found[-1].text
    if counted:
        subject = subject_group(text, scene.start, counted.start())
        return subject.text if subject else None
    if found and _only_words(text[found[-1].end : scene.trigger_start]):
        return found[-1].text
    return None


def _only_words(between: str) -> bool:
    words = between.replace("'s", " ").replace("’s", " ").split()
    return len(words) <= 3 and all(word.isalpha() or word.isdigit() for word in words)


def _end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start


_COMPOSED_LEAD = re.compile(
    rf"\s*(?:(?:the\s+|of\s+)?{COUNT}\s+(?:[\w-]+\s+){{0,3}}?(?:member\s+)?(?:states|nations|countries|members|powers|"
    r"economies|parties)(?:,\s*namely|\s*:|,|\s+of|\s*[–—-])?\s*)?",
    re.IGNORECASE,
)


def composed(scene: Scene) -> Iterator[Found]:
    """Find what a group is made of: "X comprises A and B", "a bloc composed of A, B and C"."""
    text = scene.text
    lead = _COMPOSED_LEAD.match(text, scene.trigger_end, scene.end)
    begin = lead.end() if lead else scene.trigger_end
    names = names_after(text, begin, scene.end)
    if len(names) < 2:
        return
    group = group_before(text, scene.start, scene.trigger_start)
    if group is None and scene.word == "namely":
        group = subject_group(text, scene.start, scene.trigger_start)
    if group is None or not _is_body(group):
        return
    counted = lead["count"] if lead else None
    stated = count_value(counted) if counted else _adjacent_count(text, group, scene.trigger_start)
    yield claim(group.text, "members", names, stated)


def grouped(scene: Scene) -> Iterator[Found]:
    """Find the list behind "X is a group of", "the X bloc of"; an unnamed "duo of A and B" is no group."""
    noun_end = scene.trigger_end - len(" of")
    inner = Scene(scene.text, scene.start, scene.end, noun_end, scene.trigger_end)
    for found in composed(inner):
        if isinstance(found.value, Membership) and found.value.group[:1].isupper():
            yield found


def _adjacent_count(text: str, group: Group, end: int) -> float | None:
    found = last_count(text, group.end, end)
    return count_value(found["count"]) if found else None


def _is_body(group: Group) -> bool:
    """Whether the group can have members: described by a noun for one, or named as no person or country is."""
    if not group.named or group.head in GROUP_NOUNS:
        return True
    return group.mention is not None and group.mention.country is None and not group.mention.is_titled


_WHICH = re.compile(
    r"(?:,?\s*(?:which|that|who)\s+(?:now\s+|also\s+|currently\s+)?|\s+(?:now\s+|also\s+|currently\s+)?)$"
)
_MEMBERS_BEFORE = re.compile(
    r"\b(?:members?|member\s+(?:states|nations|countries))(?:\s+of\s+(?P<group>[^,.;:]{1,60}?))?,?\s*$", re.IGNORECASE
)


def included(scene: Scene) -> Iterator[Found]:
    """Find the members that a group "includes": it must be a named institution or a noun for a body."""
    text = scene.text
    names = names_after(text, scene.trigger_end, scene.end)
    if not names:
        return
    if _ATTENDEES.search(text, max(scene.start, scene.trigger_start - 110), scene.trigger_start):
        yield from _attending(scene, names)
        return
    if scene.word == "including":
        yield from _including(scene, names)
        return
    if scene.word == "include":
        yield from _extended(scene, names)
        return
    which = _WHICH.search(text, max(scene.start, scene.trigger_start - 30), scene.trigger_start)
    relative = which is not None and which.group().strip(" ,")[:1] in ("w", "t")
    group = group_before(text, scene.start, which.start() if which else scene.trigger_start)
    if group is None or not (relative or len(names) > 1):
        return
    if group.head in GROUP_NOUNS or (group.mention is not None and group.mention.is_organisation and relative):
        yield claim(group.text, "members", names)


_ATTENDEES = re.compile(
    r"\b(?:speakers|attendees|participants|guests|panellists|panelists|performers|mourners|dignitaries|attended)\b[^.;:]*$",
    re.IGNORECASE,
)


def _attending(scene: Scene, names: list[Name]) -> Iterator[Found]:
    """Find whom the speakers or guests of an event include."""
    event = event_in(scene.text, max(scene.start, scene.trigger_start - 110), scene.trigger_start)
    if event is not None and (len(names) > 1 or scene.word != "including"):
        yield claim(event.text, "attendees", names)


_EXTENDED = re.compile(r"\b(?:extended|expanded|enlarged|widened|grown|grew|broadened)\s+to\s*$")
_FORMING = re.compile(r",?\s+(?:forming|creating|making\s+up|to\s+form|to\s+create)\s+")


def _extended(scene: Scene, names: list[Name]) -> Iterator[Found]:
    """Find whom a body was extended "to include", and what that made of it."""
    text = scene.text
    grown = _EXTENDED.search(text, max(scene.start, scene.trigger_start - 30), scene.trigger_start)
    if grown is None:
        group = group_before(text, scene.start, scene.trigger_start)
        if group is not None and group.head in GROUP_NOUNS and len(names) > 1:
            yield claim(group.text, "members", names)
        return
    forming = _FORMING.match(text, names[-1].mention.end, scene.end)
    group = (
        group_after(text, forming.end(), scene.end) if forming else subject_group(text, scene.start, grown.start())
    )
    group = group or _first_noun(scene, grown.start())
    if group is not None:
        yield claim(group.text, "members", names)


def _first_noun(scene: Scene, end: int) -> Group | None:
    """Return the described body that the sentence opens with ("This pact was later …")."""
    words = list(re.finditer(r"[\w-]+", scene.text[scene.start : min(end, scene.start + 60)]))
    found = next((word for word in words[:4] if word.group().lower() in GROUP_NOUNS), None)
    return group_before(scene.text, scene.start, scene.start + found.end()) if found else None


def _including(scene: Scene, names: list[Name]) -> Iterator[Found]:
    before = _MEMBERS_BEFORE.search(scene.text, max(scene.start, scene.trigger_start - 90), scene.trigger_start)
    if before is not None:
        return  # "members" is a trigger itself and reads on through "including"
    group = group_before(scene.text, scene.start, scene.trigger_start)
    if group is not None and group.head in _COALITIONS and len(names) > 1:
        yield claim(group.text, "members", names)


_COALITIONS = frozenset({"coalition", "alliance", "bloc", "band", "supergroup", "consortium", "delegation", "panel"})
_INITIALS = re.compile(r"\s*\((?P<acronym>[A-Z]{2,10})\)")
_COLLECTIVES = frozenset({"countries", "states", "nations", "powers", "members", "republics"})


def bracketed(scene: Scene) -> Iterator[Found]:
    """Find "X (A, B and C)", the list in brackets behind a group."""
    text = scene.text
    close = text.find(")", scene.trigger_end, min(scene.end, scene.trigger_end + 400))
    if close < 0:
        return
    names = names_after(text, scene.trigger_end, close, offices=True)
    if not names and "of " in text[scene.trigger_end : close]:
        inner = _COMPOSED_LEAD.match(text, scene.trigger_end, close)
        names = names_after(text, inner.end(), close) if inner and inner.end() > scene.trigger_end else []
    if len(names) < 2 or (len(names) == 2 and " and " not in text[scene.trigger_end : close]):
        return
    if text[names[-1].mention.end : close].strip() or _expands(text, scene, close, names):
        return
    group = group_before(text, scene.start, scene.trigger_start) or _collective(scene)
    if group is not None and (group.head in GROUP_NOUNS | _COLLECTIVES or _is_institution(group)):
        yield claim(group.text, "members", names)


def _expands(text: str, scene: Scene, close: int, names: list[Name]) -> bool:
    """Whether the bracket only spells out the initials before it ("RMT (Rail, Maritime and Transport …)")."""
    initials = re.search(
        r"\b([A-Z]{2,8})s?\s*$", text[max(scene.start, scene.trigger_start - 12) : scene.trigger_start]
    )
    if initials is None or all(name.mention.country for name in names):
        return False
    capitals = iter(character for character in text[scene.trigger_end : close] if character.isupper())
    return all(letter in capitals for letter in initials.group(1))


def _is_institution(group: Group) -> bool:
    return group.mention is not None and group.mention.is_organisation and group.mention.country is None


def _collective(scene: Scene) -> Group | None:
    """Return what stands just before the bracket as "the Baltic states" does."""
    words = scene.left.split()
    if not words or words[-1].lower() not in _COLLECTIVES:
        return None
    found = mentions(scene.text, scene.start, scene.trigger_start)
    if not found or scene.text[found[-1].end : scene.trigger_start].split() != words[-1:]:
        return None
    called = scene.text[found[-1].start : scene.trigger_start].rstrip()
    return Group(found[-1].start, found[-1].start + len(called), called, named=True, head=words[-1].lower())


def spelt(scene: Scene) -> Iterator[Found]:
    """Find the list whose initials stand in brackets right behind it: "Alba, Beria and Ceta (ABC)"."""
    initials = _INITIALS.match(scene.text, scene.trigger_start, scene.end)
    if initials is None:
        return
    names = names_before(scene.text, scene.start, scene.trigger_start, governed=True)
    yield from (_spells(names, initials["acronym"]))


def _spells(names: list[Name], acronym: str) -> Iterator[Found]:
    if len(names) > 1 and "".join(name.text[0] for name in names) == acronym:
        yield claim(acronym, "members", names)
