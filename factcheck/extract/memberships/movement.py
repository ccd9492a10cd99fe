"""Joining and leaving: "A and B joined X", "A left X for Y", "X was joined by A and B", "A belongs to X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.groups import (
    GROUP_NOUNS,
    Group,
    group_after,
    group_before,
    is_called_by_number,
    is_joinable,
    is_named_body,
    last_noun_in,
)
from factcheck.extract.memberships.scene import Scene, are_countries, claim
from factcheck.extract.memberships.subjects import subject
from factcheck.grammar.names import names_after
from factcheck.grammar.text import word_set
from factcheck.model import Membership

_UNREAL = re.compile(
    r"(?:\b(?:will|would|could|may|might|should|shall|can|cannot|to|not|never|refused?|refuses|"
    r"plans?|wants?|hopes?|if|"
    r"whether|without|before|likely|until|unless|against|threaten|threatens|threatened|consider|considers|considered|"
    r"let|about|talks|plan|bid|proposals?|possibility)|n['’]t)\s+(?:\w+\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Words that make a joining or leaving merely planned, possible or denied."""
_PROCESS = re.compile(
    r"\s+(?:is|was|are|were|has\s+been|had\s+been)\s+(?:now\s+|officially\s+|formally\s+|currently\s+)?"
    r"(?:in\s+the\s+process\s+of\s+)?$"
)
_GERUND_LEAD = re.compile(r"\b(?:with|by|after|since|following|despite)\s+$")
_JOINING = ("join", "rejoin", "acced", "belong", "enter")
_MOVE_LINK = re.compile(r"\s+(?:from|to|with|up\s+with)\b")
_NEEDS_LINK = ("withdr", "acced")
_ONWARDS = re.compile(r"\s+(?:for|to\s+join)\s+")
_MUSIC = re.compile(
    r"\b(?:bands?|drummers?|guitarists?|singers?|bassists?|vocalists?|keyboardists?|frontman|supergroup)\b",
    re.IGNORECASE,
)
_LEFT_IN_PERSON = word_set("club community family society partnership pact agreement treaty convention")
"""Bodies and events alike: to leave them is seldom to give up belonging to them."""


def moved(scene: Scene) -> Iterator[Found]:
    """Find who joined or left what; a planned, possible or denied move is none."""
    text, verb = scene.text, scene.word
    if _UNREAL.search(text, max(scene.start, scene.trigger_start - 50), scene.trigger_start):
        return
    gone = not verb.startswith(_JOINING)
    edge = _verb_start(scene)
    link = _MOVE_LINK.match(text, scene.trigger_end, scene.end)
    if edge is None or (verb.startswith(_NEEDS_LINK) and link is None):
        return
    group = group_after(text, link.end() if link else scene.trigger_end, scene.end)
    if group is None or (gone and not link and not group.named and group.head in _LEFT_IN_PERSON):
        return
    onwards = _ONWARDS.match(text, group.end, scene.end) if gone else None
    goal = group_after(text, onwards.end(), scene.end) if onwards else None
    playing = _plays(scene, group, goal, gone=gone)
    if not (playing or is_joinable(group, strict=gone)):
        return
    names = subject(text, scene.start, edge)
    if not names:
        return
    yield claim(group.text, "former members" if gone else "members", names)
    if goal is not None and goal.named and (playing or is_joinable(goal)):
        yield claim(goal.text, "joined", names)


def _verb_start(scene: Scene) -> int | None:
    """Where the verb begins with its auxiliaries; ``None`` for a gerund that says of nobody that it happened."""
    if not scene.word.endswith("ing"):
        return scene.trigger_start
    process = _PROCESS.search(scene.text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    if process is not None:
        return process.start()
    names = subject(scene.text, scene.start, scene.trigger_start, governed=True)
    if names and _GERUND_LEAD.search(scene.text, max(scene.start, names[0].item_start - 12), names[0].item_start):
        return scene.trigger_start
    return None


def _plays(scene: Scene, group: Group, goal: Group | None, *, gone: bool) -> bool:
    """Whether a sentence about musicians names a band by a name that only the context gives away."""
    if not group.named or group.mention is None or group.mention.country or group.mention.is_titled:
        return False
    if gone and (goal is None or not goal.named):
        return False
    return _MUSIC.search(scene.text, scene.start, scene.end) is not None


_BY = re.compile(r"\s+by\s+")
_PASSIVE = re.compile(r",?\s+(?:(?:which|that)\s+)?(?:was|were|is|has\s+been|had\s+been)(?:\s+\w+)?\s*$")


def joined_by(scene: Scene) -> Iterator[Found]:
    """Find whom a body "was joined by"; people joined by people are no body."""
    by = _BY.match(scene.text, scene.trigger_end, scene.end)
    was = _PASSIVE.search(scene.text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
    if by is None or was is None:
        return
    group = group_before(scene.text, scene.start, was.start())
    if group is None or not (group.head in GROUP_NOUNS or is_named_body(group)):
        group = last_noun_in(scene.text, scene.start, was.start())
    names = names_after(scene.text, by.end(), scene.end)
    if group is not None and names:
        yield claim(group.text, "members", names)


_ELIDED = re.compile(r"\s+(?:on|in|a\s+year|two\s+years|the\s+following|later|shortly)\b")


def joined_too(scene: Scene, group: str) -> Iterator[Found]:
    """Find a second joining of the group just named ("…, and D joined in 2004", "with D joining a year later")."""
    if not scene.word.startswith("join") or not _ELIDED.match(scene.text, scene.trigger_end, scene.end):
        return
    if _UNREAL.search(scene.text, max(scene.start, scene.trigger_start - 50), scene.trigger_start):
        return
    names = subject(scene.text, scene.start, scene.trigger_start, governed=scene.word.endswith("ing"))
    if names:
        yield claim(group, "members", names)


_AND_THEN = re.compile(r"\b(?:and|then|but)\s+(?:(?:then|later|subsequently|soon|also|has|have)\s+){0,2}$")


def moved_on(scene: Scene, before: Found) -> Iterator[Found]:
    """Find where those who left or joined one body went next ("quit X and joined Y")."""
    moved = before.value
    after = _AND_THEN.search(scene.text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
    if after is None or not isinstance(moved, Membership) or moved.relation not in ("members", "former members"):
        return
    group = group_after(scene.text, scene.trigger_end, scene.end)
    gone = not scene.word.startswith(_JOINING)
    if group is None or not moved.members or not is_joinable(group, strict=gone):
        return
    relation = "former members" if gone else "joined"
    yield Found(before.start, before.end, Membership(group.text, relation, None, moved.members))


_BY_FOUNDERS = re.compile(r"\s+(?:(?:in|on)\s+(?:[\w,]+\s+){1,4})?by\s+")


def founded(scene: Scene) -> Iterator[Found]:
    """Find the countries that founded a body; persons who found companies are no members."""
    text = scene.text
    by = _BY_FOUNDERS.match(text, scene.trigger_end, scene.end)
    if scene.word.endswith(" by") or by is not None:
        names = names_after(text, by.end() if by else scene.trigger_end, scene.end)
        was = _PASSIVE.search(text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
        group = group_before(text, scene.start, was.start() if was else scene.trigger_start)
    else:
        group = group_after(text, scene.trigger_end, scene.end)
        names = subject(text, scene.start, scene.trigger_start)
    if group is None or scene.is_unreal or len(names) < 2 or not are_countries(names):
        return
    if group.head in GROUP_NOUNS - _PAPERS or is_named_body(group) or is_called_by_number(group):
        yield claim(group.text, "founders", names)


_PAPERS = word_set("agreement treaty accord pact convention protocol family party")
"""What countries conclude rather than found, and what persons belong to."""
_TO_BODY = re.compile(r"\s+(?:to|into|from)\s+")


def admitted(scene: Scene) -> Iterator[Found]:
    """Find who was admitted to, or expelled from, a named body."""
    link = _TO_BODY.match(scene.text, scene.trigger_end, scene.end)
    was = _PASSIVE.search(scene.text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
    group = group_after(scene.text, link.end(), scene.end) if link and was else None
    if group is None or was is None or scene.is_unreal or not (group.named and is_joinable(group, strict=True)):
        return
    names = subject(scene.text, scene.start, was.start())
    if names:
        yield claim(group.text, "former members" if scene.word in _EXPELLED else "members", names)


_EXPELLED = ("expelled", "ejected")
