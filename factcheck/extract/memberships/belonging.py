"""Who is said to be a member: "A, a member of X", "EU member A", "the 15 members of X", "the 27-nation X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.enumeration import relation_of
from factcheck.extract.memberships.groups import (
    GROUP_NOUNS,
    Group,
    group_after,
    group_before,
    is_named_body,
    is_office,
    last_noun_in,
    whatever_after,
)
from factcheck.extract.memberships.scene import COUNT, Scene, are_countries, claim, count_claim, count_value
from factcheck.extract.memberships.subjects import describes, subject
from factcheck.grammar.names import Name, demonym_code, mentions, names_after, names_before
from factcheck.grammar.names.lexicon import ROLE_QUALIFIERS
from factcheck.grammar.text import word_set

_OF = re.compile(r"\s+(?:of|to)\s+")
_STEP = re.compile(
    r"\b(?:among|an?|the|all|both|each|of|other|its|their|also|still|longtime|long-time|council|"
    r"board|key|band|new|life|"
    r"dialogue|associate|observer|full|core|lead|union|party|committee|early|card-carrying|\d+(?:st|nd|rd|th)|"
    r"(?:[a-z]+-)?[a-z]+(?:ing|ed|er|or|al|ive|ous|ior|ent|ary|est|ic|an|me|st|nd|th)|" + COUNT + r")\s+$"
)
"""A word that may stand between an article and "member": a determiner, a count, or what ends like an adjective."""
_MOST_STEPS = 7
_COPULA = re.compile(
    r"(?:,?\s+(?:who|which|that))?"
    r"(?:\s+(?:is|are|was|were|became|become|becomes|remains|remained|being|(?:has|have|had)\s+been|"
    r"(?:has|had)\s+become)"
    r"(?:\s+(?:also|both|all|once|now|still|each|then|only|already|officially|formerly|previously|reportedly))?)\s*$"
)
_JOINT = re.compile(r"(?:,|\s+[–—-]|\s+\()\s*(?:(?:both|all|each|once|also|formerly|himself|herself|who|as)\s*)?$")
_AND = re.compile(r"\s+and\s+$")


def _phrase_start(text: str, start: int, end: int) -> int:
    """Where the noun phrase around "member" begins ("a founding", "both former", "one of the original")."""
    for _ in range(_MOST_STEPS):
        step = _STEP.search(text, max(start, end - 24), end)
        if step is None or _COPULA.search(text, max(start, end - 24), end):
            break
        end = step.start()
    return end


def belonging(scene: Scene) -> Iterator[Found]:
    """Find "A is a member of X" and "A and B, both former members of X"; counts of members where nobody is named."""
    text = scene.text
    of = _OF.match(text, scene.trigger_end, scene.end)
    begin = _phrase_start(text, scene.start, scene.trigger_start)
    if of is None:
        yield from _founding(scene, begin)
        return
    if scene.word == "partners" and not scene.left.rstrip().endswith(_PARTNERSHIPS):
        return
    group = group_after(text, of.end(), scene.end) or whatever_after(text, of.end(), scene.end)
    if group is None:
        return
    if _MADE_UP.search(text, max(scene.start, begin - 14), scene.trigger_start):
        return  # what is made up of members of X is no member of it
    names = _bearers(text, scene.start, begin) or _named_behind(scene, group, begin)
    if is_office(group) and not (names and are_countries(names)):
        return
    if names:
        whole = _WHOLE.search(text[begin : scene.trigger_start])
        yield claim(group.text, _relation(scene, begin), names, count_value(whole["count"]) if whole else None)
        return
    if group.named:
        yield from _counted(scene, group)


_PARTNERSHIPS = ("dialogue", "development", "observer")
_MADE_UP = re.compile(r"\b(?:composed|comprised|consists?|consisted|consisting|made\s+up)\s+of\b")
_WHOLE = re.compile(rf"\bthe\s+(?:only\s+)?{COUNT}\s", re.IGNORECASE)
"""How many the whole body has: "are the four members of", not "are two members of"."""


def _relation(scene: Scene, begin: int) -> str:
    return (
        "signatories" if scene.word.startswith("signator") else relation_of(scene.text[begin : scene.trigger_start])
    )


_DEFINITE = re.compile(
    r"^\s*the\s+(?:founding|original|permanent|core|only|current|remaining|other)\s", re.IGNORECASE
)


def _founding(scene: Scene, begin: int) -> Iterator[Found]:
    """Find "A, B and C are the founding members", where the group was named before."""
    if not _DEFINITE.match(scene.text[begin : scene.trigger_start].rjust(1)):
        return
    names = _bearers(scene.text, scene.start, begin)
    if len(names) > 1:
        yield claim("", relation_of(scene.text[begin : scene.trigger_start]), names)


def _named_behind(scene: Scene, group: Group, begin: int) -> list[Name]:
    """Who is named behind his description: "A founding member of X, A said", "…, and member of X, A"."""
    lead = scene.text[scene.start : begin].rstrip()
    if scene.word.endswith("s"):
        return []
    if lead and not (lead.endswith((",", "and")) or lead.split()[-1].lower() == "as"):
        return []
    if scene.text[group.end : group.end + 2] != ", ":
        return []
    names = names_after(scene.text, group.end + 2, scene.end)
    behind = scene.text[names[-1].mention.end : scene.end] if names else ","
    return names if len(names) == 1 and behind[:2].strip().isalpha() else []


def _bearers(text: str, start: int, begin: int) -> list[Name]:
    """Who the noun phrase that begins there is said of."""
    copula = _COPULA.search(text, max(start, begin - 60), begin)
    if copula:
        return subject(text, start, copula.start())
    joint = _JOINT.search(text, max(start, begin - 30), begin)
    if joint:
        return names_before(text, start, joint.start())
    conjoined = _AND.search(text, max(start, begin - 6), begin)
    if conjoined:
        comma = text.rfind(",", max(start, begin - 120), conjoined.start())
        if comma >= 0 and describes(text[comma + 1 : conjoined.start()]):
            return names_before(text, start, comma)
    return []


_COUNT_BEFORE = re.compile(
    rf"\b(?:the|all|of|its|other|has|have|with|there\s+are|over|about|roughly|around|some|nearly)\s+"
    rf"(?P<span>(?:(?:roughly|about|around|some|nearly|almost|more\s+than|over)\s+)?{COUNT})\s+(?:[a-z]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_MANY = 1000


def _counted(scene: Scene, group: Group) -> Iterator[Found]:
    """Find "the 15 members of X": the whole body's number, not that of some of its members."""
    found = _COUNT_BEFORE.search(scene.text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    if found is None or found["count"].lower() == "one":
        return
    value = count_value(found["count"])
    if found.group().split()[0].lower() in ("the", "all", "has", "its", "there") or value >= _MANY:
        yield count_claim(group.text, "members", found.start("span"), found.end("span"), value)


_SIZE = re.compile(rf"(?<![\w.-]){COUNT}$", re.IGNORECASE)
_SIZE_NOUN = re.compile(r"-(?:nation|member|country|state)(?:-strong)?\s+")


def sized(scene: Scene) -> Iterator[Found]:
    """Find "the 27-nation European Union": a stated size before a named group."""
    size = _SIZE.search(scene.text, max(scene.start, scene.trigger_start - 16), scene.trigger_start)
    noun = _SIZE_NOUN.match(scene.text, scene.trigger_start, scene.end)
    if size is None or noun is None:
        return
    group = group_after(scene.text, noun.end(), scene.end)
    if group is None or not group.named or (group.mention and group.mention.country) or is_office(group):
        return
    if is_named_body(group) or group.head in GROUP_NOUNS:
        yield count_claim(group.text, "members", size.start("count"), size.end("count"), count_value(size["count"]))


_HAS_SO_MANY = re.compile(
    rf"(?:,\s+which)?\s+(?:(?:now|currently|today)\s+)?(?:has|have|had|counts|boasts)\s+(?:(?:now|"
    rf"currently|only|just)\s+)?"
    rf"(?P<span>(?:(?:about|around|some|nearly|almost|more\s+than|over)\s+)?{COUNT})\s+(?:(?:full|"
    rf"paying|active)\s+)?$",
    re.IGNORECASE,
)


def manned(scene: Scene) -> Iterator[Found]:
    """Find how many members a named group, or how many signatories a treaty, is said to have."""
    has = _HAS_SO_MANY.search(scene.text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    group = group_before(scene.text, scene.start, has.start()) if has else None
    if has is None or group is None or not scene.word.endswith(("s", "member")):
        return
    if is_named_body(group) or (group.named and group.head in GROUP_NOUNS) or scene.word == "signatories":
        start, end = has.span("span")
        yield count_claim(group.text, "members", start, end, count_value(has["count"]))


def membered(scene: Scene) -> Iterator[Found]:
    """Find "EU member Hungary", "the band's members A and B" and "A, a founding X member"."""
    text = scene.text
    start = max(scene.start, scene.trigger_start - 120)
    group = _group_of_members(scene, start)
    if group is None:
        yield from _of_the_body(scene)
        return
    noun = _STATES.match(text, scene.trigger_end, scene.end)
    noun_end = noun.end() if noun else scene.trigger_end
    if text[noun_end : noun_end + 1] == " " and text[noun_end + 1 : noun_end + 2].isupper():
        names = names_after(text, noun_end, scene.end)
        if names and (group.named or len(names) > 1 or not scene.word.endswith("s")):
            yield claim(group.text, relation_of(text[group.end : scene.trigger_end]), names)
        return
    begin = _phrase_start(text, scene.start, group.start)
    predicate = text[group.end] in "'’" or not _PREDICATE.isdisjoint(text[begin : group.start].lower().split())
    names = _bearers(text, scene.start, begin) if predicate and group.named else []
    if names:
        yield claim(group.text, relation_of(text[begin : scene.trigger_start]), names)


_BY_RANK = re.compile(r"\b(?:founding|original|core|surviving|remaining|current|former|fellow)\s+$", re.IGNORECASE)


def _of_the_body(scene: Scene) -> Iterator[Found]:
    """Find "founding members A, B and C" of what the sentence speaks of."""
    rank = _BY_RANK.search(scene.text, max(scene.start, scene.trigger_start - 16), scene.trigger_start)
    names = names_after(scene.text, scene.trigger_end, scene.end) if rank and scene.word == "members" else []
    if rank is None or len(names) < 2 or scene.text[scene.trigger_end : names[0].item_start].strip():
        return
    group = last_noun_in(scene.text, scene.start, rank.start())
    yield claim(group.text if group else "", relation_of(rank.group()), names)


_PREDICATE = word_set("a an the both all one another fellow founding former")
"""Words of which one opens a predicate ("X is a NATO member"), unlike an object ("X offers Prime members")."""
_COMPOUND = re.compile(
    r"(?<!\w)(?:[a-z-]+\s+)?\b(?P<noun>band|committee|board|jury|panel|gang|cult|commission|club|group)\s+$"
)
_PART_VERB = re.compile(
    r"\s+(?:is|are|was|were|became|become|remains|has\s+been|had\s+been|have\s+been|were\s+once|was\s+once)\s+$"
)
_UNIONS = frozenset({"SUHH", "YUCS", "CSHH"})
"""Former states that were unions of states, so that a country could be part of them."""


def parts(scene: Scene) -> Iterator[Found]:
    """Find the countries that are "part of" a body or were part of a former union."""
    verb = _PART_VERB.search(scene.text, max(scene.start, scene.trigger_start - 20), scene.trigger_start)
    group = group_after(scene.text, scene.trigger_end + 1, scene.end) if verb else None
    if verb is None or group is None or group.mention is None or scene.is_unreal:
        return
    names = subject(scene.text, scene.start, verb.start())
    if not names or not are_countries(names):
        return
    if group.mention.country in _UNIONS or is_named_body(group):
        yield claim(group.text, "members", names)


_OF_RANK = re.compile(r" (?:founding|former|original|core|current|board|council|committee) ")
_BETWEEN = re.compile(r"(?:['’]s?\s+)?(?:[a-z0-9-]+\s+)?(?:[a-z-]+\s+)?")


def _group_of_members(scene: Scene, start: int) -> Group | None:
    """Return the group right before "member": a name that is no person's or country's, or a noun ("band member")."""
    text = scene.text
    compound = _COMPOUND.search(text, max(start, scene.trigger_start - 40), scene.trigger_start)
    if compound:
        called = compound.group().rstrip()
        return Group(compound.start(), compound.start() + len(called), called, named=False, head=compound["noun"])
    before = [one for one in mentions(text, start, scene.trigger_start) if one.name_start < one.end]
    if not before or before[-1].country is not None or before[-1].is_titled:
        return None
    last = before[-1]
    if last.text.lower() in ROLE_QUALIFIERS:
        return None
    between = text[last.end : scene.trigger_start]
    if not (
        between in (" ", "-") or _OF_RANK.fullmatch(between) or (last.possessive and _BETWEEN.fullmatch(between))
    ):
        return None
    group = Group(last.start, last.end, last.text, named=True, head=last.words[-1].lower(), mention=last)
    return None if is_office(group) or demonym_code(last.text) or group.head in _PARTISANS else group


_PARTISANS = word_set(
    "republican democratic democrat conservative labour tory liberal green gop audience family staff crew"
)
"""Adjectives of party: their "members" are mostly those of a parliament."""
_STATES = re.compile(r"\s+(?:states?|nations?|countr(?:y|ies)|parties)\b")
