"""Who belongs to a group, written in a line: "Group (27): A; B; C"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.reading.counts import number_alone
from factcheck.extract.reading.lists import names_in
from factcheck.extract.reading.model import quoted
from factcheck.extract.reading.stretches import LONGEST_SPAN
from factcheck.grammar.text import Span
from factcheck.model import Article, Field, Member, Membership, SpanRef

_MOST_NAMES = 500
_REACH = 20_000
"""Code points of the article on either side of the claim in which a name is looked for."""

_SIZE = re.compile(r"\s?\((?P<size>[^()]{0,40})\)\Z")


def read_roster(value: Membership, words: str, article: Article | None, span: SpanRef | None) -> Membership | str:
    """The membership that the words say, or why they say none.

    Names are parted by semicolons, so that a name may hold a comma; where there is none, a list as news writes it
    ("A, B and C") is one as well. Before a colon stands the group, with its stated count in brackets; where the words
    name no group, group and count stay. A name that the value has keeps its span; another gets the span of its place
    in the article that is nearest to the claim, and where the article has it nowhere near, an empty span at 0.
    """
    head, listed = _parted(value, words)
    group, stated = value.group, value.stated_count
    if head is not None:
        said = _group(value, head)
        if isinstance(said, str):
            return said
        group, stated = said
    if not group:
        return "no group is named: write Group: A; B; C"
    names = _names(listed)
    if len(names) > _MOST_NAMES:
        return f"more than {_MOST_NAMES} names"
    if not names and stated is None:
        return "no names, and no size of the group: write Group: A; B; C or Group (27):"
    if head is None and len(names) == 1 and names[0].isdecimal():
        return "a number alone is no name: write Group (27): for the size of the group"
    members = _placed(value, names, article, span)
    return replace(value, group=group, stated_count=stated, members=members)


def _parted(value: Membership, words: str) -> tuple[str | None, str]:
    """The words before the colon and those behind it; the value's own group may hold a colon itself."""
    own = " ".join(value.group.split())
    if own and words.startswith(own):
        size, colon, listed = words[len(own) :].partition(":")
        if colon and (not size or _SIZE.fullmatch(size)):
            return own + size, listed
    head, colon, listed = words.partition(":")
    return (head.strip(), listed) if colon and ";" not in head else (None, words)


def _group(value: Membership, head: str) -> tuple[str, float | None] | str:
    """The group and its stated count."""
    own = " ".join(value.group.split())
    if head == own:
        return value.group, None
    size = _SIZE.search(head)
    name = head[: size.start()].strip() if size else head
    bounds = number_alone(size["size"]) if size else None
    if size and size["size"].strip() and (bounds is None or bounds.low is None or bounds.low != bounds.high):
        return f"the size of a group is one number, not {quoted([size['size']])}"
    return (value.group if name == own else name), bounds.low if bounds else None


def _names(listed: str) -> list[str]:
    listed = listed.strip()
    parts = listed.split(";") if ";" in listed else _listed_as_news(listed)
    return [name for part in parts if (name := part.strip())]


def _listed_as_news(words: str) -> list[str]:
    """The names of "A, B and C", if that is all that the words are; else the words as one name."""
    if len(words) > LONGEST_SPAN:
        return [words]
    names = names_in(words, Span(0, len(words)))
    edges = [0, *(edge for name in names for edge in (name.start, name.end)), len(words)]
    gaps = [words[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    tiled = not gaps[0] and not gaps[-1].strip(" .") and all(_JOINT.fullmatch(gap) for gap in gaps[1:-1])
    return [name.name for name in names] if len(names) > 1 and tiled else [words]


_JOINT = re.compile(r"\s?(?:,|&|,?\s?and\b|,?\s?or\b)\s?")


# ---- where a name stands


def _placed(
    value: Membership, names: Sequence[str], article: Article | None, span: SpanRef | None
) -> tuple[Member, ...]:
    """The names as members: the value's own where it has them, else with the span where the article has them."""
    known = defaultdict(list)
    for member in reversed(value.members):
        known[" ".join(member.name.split())].append(member)
    taken = [known[name].pop() if known[name] else None for name in names]
    near = span if span is not None or article is None else _span_of(value, article)
    if article is None or near is None:
        return tuple(member or Member(name, 0, 0) for member, name in zip(taken, names, strict=True))
    text = article.string(near.field)
    start, end = max(0, near.start - _REACH), min(len(text), near.end + _REACH)
    window = Span(start, end)
    return tuple(member or _member(name, text, window, near) for member, name in zip(taken, names, strict=True))


def _span_of(value: Membership, article: Article) -> SpanRef | None:
    """Where the value's own names stand: in the string that has each at its span; ``None`` where none has."""
    placed = [member for member in value.members if member.end > member.start]
    fields: tuple[Field, ...] = ("text", "title")
    for field in fields:
        text = article.string(field)
        if placed and all(
            " ".join(text[one.start : one.end].split()) == " ".join(one.name.split()) for one in placed
        ):
            return SpanRef(field, min(one.start for one in placed), max(one.end for one in placed))
    return None


def _member(name: str, text: str, window: Span, near: SpanRef) -> Member:
    """The name with the span of its place nearest to the claim, as whole words; an empty span where it has none."""
    words = name.split()
    if text.find(words[0], *window) < 0:  # most names that are not there are told quickly
        return Member(name, 0, 0)
    pattern = r"\s+".join(map(re.escape, words))
    best = Member(name, 0, 0)
    distance = -1
    for found in re.compile(rf"(?<!\w){pattern}(?!\w)").finditer(text, *window):
        gap = max(0, near.start - found.end(), found.start() - near.end)
        if distance < 0 or gap < distance:
            best, distance = Member(name, *found.span()), gap
    return best
