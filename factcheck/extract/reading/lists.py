"""A membership read anew: the names of the span, and the group that the words around them tell."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.extract.memberships.groups import (
    Group,
    collective_before,
    group_after,
    group_before,
    last_noun_in,
    subject_group,
)
from factcheck.extract.reading.counts import bounds_in
from factcheck.extract.reading.model import Ground, Reading, nothing
from factcheck.extract.reading.stretches import Stretch
from factcheck.grammar.names import mentions, names_after
from factcheck.grammar.text import Span
from factcheck.model import ClaimType, Member, Membership, Value

_KIND = ClaimType.MEMBERSHIP


def read_membership(stretch: Stretch, span: Span, like: Value | None) -> Reading:
    """A membership on the span; its members' spans are counted from where the stretch begins."""
    same = stretch.same(_KIND, span, like)
    if same is not None:
        return Reading(same, ground=Ground.SAME)
    members = names_in(stretch.context.text, span)
    base, ground = _base(stretch, span, members, like)
    if base is None:
        return nothing("no group is named near these words" if members else "no name in these words")
    if members:
        return Reading(replace(base, members=members), ground=ground)
    said = bounds_in(stretch.context.text, span, [])
    if isinstance(said, str) or said.low is None or said.low != said.high:
        return nothing("no name in these words, and no size of a group")
    return Reading(replace(base, stated_count=said.low, members=()), ground=ground)


def names_in(text: str, span: Span) -> tuple[Member, ...]:
    """The names of a stretch of text as members of one list, each with the span of the name alone.

    Meant for stretches of at most ``LONGEST_SPAN``: names of a longer list are looked at again and again.
    """
    found: list[Member] = []
    position = span.start
    for mention in mentions(text, span.start, span.end):
        if mention.start < position:
            continue
        for name in names_after(text, mention.start, span.end):
            found.append(Member(name.text, name.start, name.end))
            position = name.end
    return tuple(found)


def _base(
    stretch: Stretch, span: Span, members: tuple[Member, ...], like: Value | None
) -> tuple[Membership | None, Ground]:
    """The group, the relation and the stated count that the names belong to."""
    known = like if isinstance(like, Membership) else None
    touching = stretch.touching(_KIND, span)
    if touching is not None and isinstance(touching.value, Membership):
        return touching.value, Ground.FOUND
    if known is not None and any(one.name in {other.name for other in members} for one in known.members):
        return known, Ground.ASSUMED
    beside = stretch.beside(_KIND, span)
    if beside is not None and isinstance(beside.value, Membership):
        return beside.value, Ground.TOLD
    if known is not None:
        return known, Ground.ASSUMED
    return _around(stretch, span)


_TELLING = re.compile(
    r"(?P<said>former\s+members?|members?|founders?|leaders?|signatories|signatory|part|joined|joins?|joining|left|quits?|"
    r"leaves?|leaving|withdrew|attended|attending|signed)(?:\s+(?:of|to|from))?\s+",
    re.IGNORECASE,
)
_RELATIONS = (
    (re.compile(r"former|left|quit|leav|withdr", re.IGNORECASE), "former members"),
    (re.compile(r"join", re.IGNORECASE), "joined"),
    (re.compile(r"leader", re.IGNORECASE), "leaders"),
    (re.compile(r"founder", re.IGNORECASE), "founders"),
    (re.compile(r"attend", re.IGNORECASE), "attendees"),
    (re.compile(r"sign", re.IGNORECASE), "signatories"),
)
_BACK = 400
"""Code points before the sentence in which a group that it only refers to is looked for."""


def _around(stretch: Stretch, span: Span) -> tuple[Membership | None, Ground]:
    """The group by the words around: "members of X", "X includes", "the X", the body that was spoken of before."""
    text = stretch.context.text
    block = stretch.context.block_at(span.start, span.end)
    for told in _TELLING.finditer(text, block.start, block.end):
        group = group_after(text, told.end(), block.end)
        if group is not None and _is_apart(group, span):
            return Membership(group.text, _relation(told["said"]), None), Ground.TOLD
    before = max(0, block.start - _BACK)
    for group in (
        collective_before(text, block.start, span.start),
        group_before(text, block.start, span.start),
        subject_group(text, block.start, span.start),
        group_after(text, span.end, block.end),
        last_noun_in(text, before, block.start),
        group_before(text, before, block.start),
    ):
        if group is not None and group.text.strip() and _is_apart(group, span):
            return Membership(group.text, "members", None), Ground.ASSUMED
    return None, Ground.NOTHING


def _relation(words: str) -> str:
    return next((relation for pattern, relation in _RELATIONS if pattern.search(words)), "members")


def _is_apart(group: Group, span: Span) -> bool:
    return group.end <= span.start or group.start >= span.end
