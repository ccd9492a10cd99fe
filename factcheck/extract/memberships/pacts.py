"""Who signed or ratified a treaty, or how many did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.groups import Group, group_after, group_before
from factcheck.extract.memberships.scene import COUNT, Scene, are_countries, claim, count_claim, count_value
from factcheck.grammar.names import names_after, names_before
from factcheck.grammar.text import word_set

_PACT_HEADS = word_set(
    "agreement treaty accord accords pact convention protocol charter declaration memorandum compact statute"
)
_SIGNERS = re.compile(
    rf"\b(?P<span>(?:(?:more\s+than|over|at\s+least|about|around|some|nearly|almost)\s+)?{COUNT})"
    r"(?:\s+(?:\w+\s+){0,2}?(?:countries|nations|states|parties|governments|members))?"
    r"\s+(?:have|had|has)(?:\s+(?:now|already|also|since|so\s+far))?\s*$",
    re.IGNORECASE,
)


def signed(scene: Scene) -> Iterator[Found]:
    """Find who signed or ratified a named treaty, or how many did."""
    text = scene.text
    if scene.is_unreal:
        return
    by = _BY.match(text, scene.trigger_end, scene.end)
    if by is not None:
        yield from _signed_by(scene, by)
        return
    counted = _SIGNERS.search(text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    group = _pact(scene, described=counted is not None)
    if group is None:
        return
    relation = _relation(scene)
    if counted:
        yield count_claim(group, relation, counted.start("span"), counted.end("span"), count_value(counted["count"]))
        return
    names = names_before(text, max(scene.start, scene.trigger_start - 300), _before_auxiliary(scene))
    if len(names) > 1 or (names and names[0].mention.country):
        yield claim(group, relation, names)


def _relation(scene: Scene) -> str:
    return "ratified" if scene.word.startswith("ratif") else "signatories"


_BY = re.compile(r"\s+(?:[\w ]{1,20}\s)?by\s+(?:the\s+)?")
_WAS = re.compile(r",?\s+(?:(?:which|that)\s+)?(?:was|were|is|has\s+been|had\s+been)(?:\s+\w+)?\s*$")
_PARTIES = re.compile(
    rf"(?P<span>{COUNT})\s+(?:\w+\s+){{0,2}}?(?:countries|nations|states|parties|governments)", re.IGNORECASE
)


def _signed_by(scene: Scene, by: re.Match[str]) -> Iterator[Found]:
    """Find by whom, or by how many, a treaty was signed."""
    text = scene.text
    was = _WAS.search(text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
    group = group_before(text, scene.start, was.start() if was else scene.trigger_start)
    if group is None or not _is_pact(group, described=True):
        return
    counted = _PARTIES.match(text, by.end(), scene.end)
    if counted:
        start, end = counted.span("span")
        yield count_claim(group.text, _relation(scene), start, end, count_value(counted["count"]))
        return
    names = names_after(text, by.end(), scene.end)
    if len(names) > 1 and are_countries(names):
        yield claim(group.text, _relation(scene), names)


_AUXILIARY = re.compile(r"\s+(?:(?:have|has|had|both|all|also|formally|officially)\s+){0,3}$")


def _before_auxiliary(scene: Scene) -> int:
    auxiliary = _AUXILIARY.search(scene.text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
    return auxiliary.start() if auxiliary else scene.trigger_start


def _pact(scene: Scene, *, described: bool) -> str | None:
    """Return the pact behind the verb; a mere description of it will do where signatories are counted."""
    match = re.compile(r"\s+(?:on\s?to\s+|up\s+to\s+)?").match(scene.text, scene.trigger_end, scene.end)
    group = group_after(scene.text, match.end(), scene.end) if match else None
    return group.text if group is not None and _is_pact(group, described=described) else None


def _is_pact(group: Group, *, described: bool) -> bool:
    """Whether one can sign the group: a treaty by its name or noun, or initials where signatories are counted."""
    if not group.named:
        return described and group.head in _PACT_HEADS
    words = {word.strip("()").lower() for word in group.text.split()}
    acronym = group.mention is not None and len(group.mention.words) == 1 and group.mention.is_organisation
    return bool(words & _PACT_HEADS) or (described and acronym)
