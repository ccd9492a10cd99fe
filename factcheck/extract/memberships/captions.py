"""People whose caption says who stands where: "L-R: A, B and C at the gala", "A (left) and B (right)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.events import event_in
from factcheck.extract.memberships.groups import GROUP_NOUNS, TEAMS, Group, group_before, is_named_body
from factcheck.extract.memberships.scene import Scene, claim
from factcheck.grammar.names import Name, names_after, names_before

_CAPTION_LEAD = re.compile(
    r"[)\]]?\s*[:,]?\s*(?:(?:are|is)\s*:?\s*)?(?:(?:[Tt]op|[Bb]ottom|[Ff]ront|[Bb]ack)(?:\s+row)?\s*:\s*)?"
)
_INCLUDING = re.compile(r",?\s*including,?\s*\(?$")


def captioned(scene: Scene) -> Iterator[Found]:
    """Find the people of a caption that says who stands where: "L-R: A, B and C at the gala"."""
    text = scene.text
    lead = _CAPTION_LEAD.match(text, scene.trigger_end, scene.end)
    names = names_after(text, lead.end() if lead else scene.trigger_end, scene.end)
    if len(names) < 2:
        names = names_before(text, scene.start, scene.trigger_start - 1)
        if len(names) < 2:
            return
    if _STRUCK.search(text, names[-1].mention.end, scene.end):
        return
    names = [*_before_place(scene), *names]
    event = event_in(text, names[-1].mention.end, scene.end) or _pictured_as(scene)
    yield claim(event.text if event else "", "attendees", names)


_STRUCK = re.compile(
    r"\b(?:killed|shot|died|dead|arrested|charged|injured|wounded|convicted|accused|suspected|"
    r"suspects?|victims?|sentenced|"
    r"wanted|missing|murdered|stabbed)\b"
)
"""Words that make those in a picture an event's dead or its suspects, who are no group."""


def _before_place(scene: Scene) -> list[Name]:
    """Who stands leftmost where the caption opens with him: "A, from left, B and C"."""
    left = scene.text[scene.start : scene.trigger_start]
    if not left.endswith(", ") or scene.text[scene.trigger_end : scene.trigger_end + 1] != ",":
        return []
    names = names_before(scene.text, scene.start, scene.trigger_start - 2)
    return names if names and names[0].item_start == scene.start and not names[0].mention.is_organisation else []


def _pictured_as(scene: Scene) -> Group | None:
    """Return what those pictured are said to be just before "including, from left"."""
    including = _INCLUDING.search(scene.left)
    if including is None:
        return event_in(scene.text, scene.start, scene.trigger_start) or _posing(scene)
    words = scene.left[: including.start()].split()[-2:]
    called = " ".join(words)
    start = scene.start + scene.left.rfind(called, 0, including.start())
    return Group(start, start + len(called), called, named=False, head=words[-1].lower()) if called else None


def _posing(scene: Scene) -> Group | None:
    """Return the group that the caption says is in the picture ("The trio, from left, …")."""
    group = group_before(scene.text, scene.start, scene.trigger_start)
    if group is None:
        return None
    bodily = group.head in GROUP_NOUNS | TEAMS or is_named_body(group) or _BELONGING.search(scene.left) is not None
    return group if bodily else None


_BELONGING = re.compile(r"\b[Mm]embers\b")


_PLACE = (
    r"(?:L|R|C|left|right|cent(?:er|re)|far left|far right|(?:second|third|fourth)(?: from)?(?: the)? (?:left|right)|"
    r"[23456](?:nd|rd|th) [LR])"
)
_PLACED = re.compile(rf"\s*(?:\({_PLACE}\)|, {_PLACE},)", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:\s*\([^()]{1,30}\)|,[^,]{1,30},)?\s+"
    r"(?:poses?|posing|stands?|standing|walks?|walking|sits?|sitting|speaks?|speaking|meets?|talks?|chats?|"
    r"shakes?\s+hands|arrives?)\s+(?:for\s+[\w ]{1,30}\s+)?(?:with|alongside|beside|next\s+to)\s+"
)
_CROWD = 3
"""People in a caption that names no event, at which their places make them a group pictured."""


def placed(scene: Scene) -> Iterator[Found]:
    """Find the people of a caption whose places stand behind them: "A (left), B (centre) and C at the gala"."""
    text = scene.text
    names = names_after(text, scene.start, scene.end)
    if not names or not _PLACED.match(text, names[0].mention.end, scene.end):
        return
    beside = _BESIDE.match(text, names[-1].mention.end, scene.end)
    others = names_after(text, beside.end(), scene.end) if beside else []
    event = event_in(text, (others or names)[-1].mention.end, scene.end)
    names += others if event else []
    if _STRUCK.search(text, names[-1].mention.end, scene.end):
        return
    if len(names) >= (2 if event else _CROWD):
        yield claim(event.text if event else "", "attendees", names)
