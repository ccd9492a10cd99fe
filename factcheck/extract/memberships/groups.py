"""The group that a statement is about: its name or its shortest description, before or behind a trigger."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.grammar.names import Mention, demonym_code, mentions
from factcheck.grammar.text import word_set

GROUP_NOUNS = word_set(
    """
    bloc alliance group grouping groups organisation organization union coalition association band supergroup trio duo
    quartet quintet committee subcommittee council panel board federation confederation commission
    community league club party movement forum gang network pact society collective consortium partnership
    family jury delegation squad line-up lineup troupe ensemble orchestra choir treaty agreement accord convention
    protocol format
    axis quad foursome sextet organizations organisations syndicate cartel militia brotherhood sect cult fellowship
    caucus entente troika
    """
)
"""Lower-case nouns that mean a body with members."""

_OFFICES = word_set(
    """
    parliament congress house senate knesset bundestag duma legislature cabinet staff government public parliaments
    commons lords assembly diet riksdag rada majlis folketing storting administration sabha oireachtas seimas sejm
    cortes storting althing
    """
)
"""Bodies whose membership is an office."""
_NOT_JOINED = word_set(
    """
    university college school academy hospital company corporation corp inc bank department ministry times post
    news journal court office administration government airport hotel house hall museum library church stadium army
    navy police street road park tower theatre theater studios records pictures entertainment games programme program
    service services herald press tribune magazine island state city county united republic kingdom airlines group
    cup series war
    """
)
"""Heads of bodies that one works for, studies at or walks out of, rather than belongs to."""
_EMPLOYERS = word_set(
    "nbc cnn bbc abc cbs msnbc fox itv espn npr pbs sky afp ap upi cnbc ibm nasa fbi cia kgb mit ucla mtv hbo usa us "
    "uk gop nypd lapd dhs doj epa fda cdc ceo cfo"
)
"""Initials of those whom one works for, or that are no body at all."""
_BODIES = word_set(
    """
    union league association alliance council organization organisation treaty nations society party commission
    committee community communities confederation federation coalition forum conference club pact accord agreement
    convention partnership commonwealth fellowship movement band network
    """
)
"""Heads of bodies that one leaves by giving up belonging to them."""

TEAMS = word_set("team teams crew squad project programme tribe caste order congregation lineage royal")
"""Lower-case nouns of which one can be a member, but that one joins as one takes a job."""
_MADE_UP = word_set("team crew squad body legislature parliament")
"""Nouns for what is made up of members, though to belong to it is an employment or an office."""
_INNER_NOUNS = word_set(
    "crew team band bloc alliance group grouping family agreement treaty accord pact coalition club convention"
)
"""Nouns that follow a group's name and belong to how it is called ("OIC group")."""

COLLECTIVES = word_set(
    """
    countries states nations powers members republics partners economies allies signatories governments democracies
    """
)
"""Nouns that make a group together with the name before them ("the BRICS countries", "the Axis powers")."""
REGIONS = word_set(
    """
    european african asian american arab western eastern northern southern latin balkan mediterranean muslim islamic
    christian caribbean pacific atlantic
    """
)
"""Adjectives that with a collective name a mere class: "four Arab states" are no group."""
_MODIFIER_END = word_set(
    "of for in on at by to from with as than and or but who which that is are was were has have had will would"
)
_DETERMINERS = word_set("the a an its their his her this that another our your my both these those some each")
_LONGEST_LEAD = 7
"""Lower-case words between an article and a group's noun ("a safety advisory council")."""
_ACRONYM_BEHIND = re.compile(r"\s\((?P<acronym>[A-Z][\w&+-]{1,11})\)")
_WORD = re.compile(r"[\w'’+-]+")
_OWNED = re.compile(
    r"['’]s?(?P<nouns>(?: (?!(?:of|for|in|on|at|by|to|from|with|as|and|or|but|who|which|that|is|are|was|were|has|"
    r"have|had|will|would|includes?|included|said|after|before|since|when|while|until)\b)[a-z][\w-]*){1,4})"
)
"""What a possessive owns: the body in "Alba's legal team", the office in "Alba's parliament"."""
_INNER_NOUN = re.compile(r" (?:\d{1,3} )?(?P<noun>[a-z]+)\b")
_NAME_LEAD = re.compile(r"(?<!\w)(?:[Tt]he )?(?:(?:Three|Four|Five|Six|Seven|Eight|Nine|Ten) )?\Z")
"""The article, and the number of a name such as "Five Eyes", that a mention leaves out."""
_SCHOLARLY = re.compile(r"\b(?:of|for) (?:the )?[\w' ]+$")
_AND_NAME = re.compile(r",? and (?P<more>[A-Z][\w'’-]+)")
_WINDOW = 160


@dataclass(frozen=True, slots=True)
class Group:
    """A group as the text calls it; ``named`` is false of a mere description ("the band")."""

    start: int
    end: int
    text: str
    named: bool
    head: str
    mention: Mention | None = None


def _described(text: str, start: int, end: int) -> Group:
    return Group(start, end, text[start:end], named=False, head=text[start:end].rpartition(" ")[2].lower())


def _named(text: str, mention: Mention, limit: int) -> Group:
    """Return the group that the mention names, with the acronym or the noun behind it."""
    end = mention.end
    more = _AND_NAME.match(text, end, limit)
    if more and _SCHOLARLY.search(mention.text) and _is_scholarly(mention):
        end = more.end()
    head = mention.words[-1].lower() if mention.words else ""
    acronym = _ACRONYM_BEHIND.match(text, end, limit)
    end = acronym.end() if acronym else end
    owned = _OWNED.match(text, mention.end, limit) if mention.possessive else None
    if owned is not None:
        return _owned_by(text, mention, owned)
    noun = _INNER_NOUN.match(text, end, limit)
    if noun and noun["noun"] in _INNER_NOUNS:
        end, head = noun.end(), noun["noun"]
    called_from = name_start(text, mention)
    return Group(mention.start, end, text[called_from:end], named=True, head=head, mention=mention)


def _owned_by(text: str, mention: Mention, owned: re.Match[str]) -> Group:
    """Return what the named one owns, up to the last noun for a body or an office."""
    words = list(re.finditer(r"[\w-]+", owned["nouns"]))
    known = [word for word in words if word.group() in GROUP_NOUNS | TEAMS | _OFFICES]
    last = (known or words)[-1]
    end = owned.start("nouns") + last.end()
    return Group(mention.start, end, text[name_start(text, mention) : end], named=False, head=last.group())


def name_start(text: str, mention: Mention) -> int:
    """Return where the group that the mention names begins as the text calls it, article and number included."""
    lead = _NAME_LEAD.search(text, max(0, mention.start - 10), mention.start)
    return lead.start() if lead else mention.start


def _is_scholarly(mention: Mention) -> bool:
    head = re.split(" of | for ", mention.text, maxsplit=1)[0]
    return head.rpartition(" ")[2].lower() in _SCHOLARLY_HEADS


_SCHOLARLY_HEADS = word_set(
    "academy ministry department institute office centre center committee society association organization "
    "organisation"
)


@dataclass(slots=True)
class _Lead:
    """What was read of a phrase before a name in it: where it begins and the noun for a body met so far."""

    begin: int
    noun: re.Match[str] | None = None


def group_after(text: str, start: int, end: int) -> Group | None:
    """Return the group whose name or description begins at ``start``: "the band", "NATO", "the rock band Cream"."""
    end = min(end, start + _WINDOW)
    found: list[Mention] | None = None
    lead = _Lead(start)
    reached = start
    for count, word in enumerate(_WORD.finditer(text, start, end)):
        if text[reached : word.start()].strip() or count > _LONGEST_LEAD:
            break
        lead.begin = word.start() if count == 0 else lead.begin
        reached = word.end()
        lower = word.group().lower()
        if found is None and not (lower == word.group() and lower.isascii() and lower.isalpha()):
            found = mentions(text, start, end)  # only now, since no name begins with a small letter
        if found and word.start() >= found[0].start:
            apart = lead.noun is not None and text[lead.noun.end() : found[0].start].strip()
            return _noun_of(text, lead) if apart else _named(text, found[0], end)
        if lower in GROUP_NOUNS:
            lead.noun = word
        elif lower in _MODIFIER_END:
            return _linked(text, lead, word, start, end)
    return _noun_of(text, lead)


def _noun_of(text: str, lead: _Lead) -> Group | None:
    return _described(text, lead.begin, lead.noun.end()) if lead.noun is not None else None


def _linked(text: str, lead: _Lead, link: re.Match[str], start: int, end: int) -> Group | None:
    """Return the description, with the name that "of" or "for" ties to it ("the advisory board of X")."""
    if lead.noun is None:
        return None
    first = next(iter(mentions(text, start, end)), None)
    tied = text[link.end() : first.start].strip() if first is not None else None
    if link.group() in ("of", "for") and first is not None and tied in ("", "the"):
        named = _named(text, first, end)
        whole = text[lead.begin : named.end]
        return Group(lead.begin, named.end, whole, named=True, head=lead.noun.group().lower())
    return _noun_of(text, lead)


_TAIL_NOISE = re.compile(
    r"^(?:[\s,:;–—-]|\s\([^()]{0,60}\)|\b(?:which|that|it|now|currently|also|is|was|are|were|member|"
    r"members|states|countries|nations|"
    r"has|have|had|officially|of\s+(?:[a-z-]+\s+){0,3}(?:nations|countries|economies|democracies|states|powers)|"
    r"group|bloc|alliance|grouping|organisation|organization|coalition|union|pact|club|forum)\b)*$",
)
_TAIL_NOUN = re.compile(
    r"(?:\s+[a-z][\w-]*){0,2}?\s+(?P<noun>bloc|alliance|group|grouping|pact|union|format|forum|club|"
    r"coalition|partnership|network)\b"
)
"""The noun for a body behind a group's name, with what it is for ("the Harbour Alliance trade bloc")."""
_COPULA = re.compile(
    r"^(?:\s*\([^()]{0,60}\))?(?:,\s+or\s+[^,.;]{1,40})?(?:,|\s+[–—-])?\s*"
    r"(?:(?:is|was|are|were|remains|became|also known as)\s+)?(?:an?|the|one of the)\s+"
    r"(?P<description>[\w\s,'’-]{0,80})$"
)
_ALIAS_LEAD = re.compile(
    r"(?:,\s+or\s+(?:the\s+)?|\bor\s+(?:the\s+)?|\balso\s+(?:known\s+as|called)\s+(?:the\s+)?|\()$"
)


def _outside(text: str, start: int, end: int) -> list[Mention]:
    """Return the mentions of a stretch that are neither in brackets nor another name for the one before."""
    kept = []
    for one in mentions(text, start, end):
        before = text[max(start, one.start - 24) : one.start]
        opened = text.rfind("(", start, one.start)
        if opened >= 0 and text.find(")", opened, one.start) < 0:
            continue
        if _ALIAS_LEAD.search(before):
            continue
        kept.append(one)
    return kept


_BY_ANOTHER = re.compile(
    r",?\s+(?:(?:which\s+)?(?:is|was)\s+)?(?:led|headed|backed|dominated|chaired|founded|formed|"
    r"created|hosted)\s+by\s+"
    r"(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3},?\s*(?:and\s*)?$"
)
"""Who leads the group is not the group ("the coalition led by Alba includes")."""


def group_before(text: str, start: int, end: int) -> Group | None:
    """Return the group that the sentence speaks of just before ``end``.

    "The X", "the X bloc", "X is a bloc", "X, an alliance that" all give X; "the bloc" alone gives itself.
    """
    start = max(start, end - 2 * _WINDOW)
    founder = _BY_ANOTHER.search(text, max(start, end - _WINDOW // 2), end)
    end = founder.start() if founder else end
    found = _outside(text, start, end)
    if found:
        last = found[-1]
        tail = text[last.end : end]
        if last.possessive:
            tail = tail[2:]
        noun = _TAIL_NOUN.match(tail)
        if _TAIL_NOISE.match(tail[noun.end() :] if noun and noun["noun"] in GROUP_NOUNS else tail):
            return _named(text, last, end)
        copula = _COPULA.match(tail)
        if copula and GROUP_NOUNS & set(copula["description"].lower().split()):
            return _named(text, last, end)
    return _last_noun(text, max(start, end - _WINDOW // 2), end)


def _last_noun(text: str, start: int, end: int) -> Group | None:
    """Return the description that ends just before ``end`` ("the five-nation bloc")."""
    words = list(_WORD.finditer(text, start, end))
    while words and words[-1].group().lower() in _TRAILING:
        words.pop()
    if not words or words[-1].group().lower() not in GROUP_NOUNS | _MADE_UP:
        return None
    if re.search(r"[.;:]", text[words[-1].end() : end]):
        return None
    noun = words.pop()
    begin = noun.start()
    while words and not text[words[-1].end() : begin].strip():
        lower = words[-1].group().lower()
        if lower in _MODIFIER_END:
            break
        if lower in _CHOOSING:
            break
        begin = words[-1].start()
        words.pop()
        if lower in _DETERMINERS:
            break
    return _described(text, begin, noun.end())


_MODIFIER = re.compile(r"(?:\s+[a-z][\w-]*){0,3}\s*")


def collective_before(text: str, start: int, end: int) -> Group | None:
    """Return the group that ends in a collective noun at ``end``: "the Baltic states", "EU founding members"."""
    start = max(start, end - 90)
    head = text[start:end].rpartition(" ")[2].lower()
    if head not in COLLECTIVES:
        return None
    found = mentions(text, start, end)
    if not found or not _MODIFIER.fullmatch(text, found[-1].end, end) or found[-1].possessive:
        return None
    named = found[-1]
    begin = name_start(text, named)
    classed = bool(named.words) and named.words[0].lower() in REGIONS
    if demonym_code(named.text) or named.country or classed:
        return None
    return Group(begin, end, text[begin:end], named=True, head=head, mention=named)


_CHOOSING = word_set("other another new current former remaining")
"""Words that choose among a body's members rather than say which body it is ("other new board members")."""
_TRAILING = word_set("which that is was are were now currently also it has have who members member mainly")


def subject_group(text: str, start: int, end: int) -> Group | None:
    """Return the first institution that the sentence names before ``end``, else whatever it names first."""
    found = [one for one in _outside(text, start, end) if one.name_start < one.end and one.country is None]
    for index, one in enumerate(found):
        owns = one.possessive and any(
            not text[one.end : other.start].strip("'’s ") for other in found[index + 1 :][:1]
        )
        if one.is_organisation and not owns:
            return _named(text, one, end)
    return _named(text, found[0], end) if found else first_noun(text, start, end)


def first_noun(text: str, start: int, end: int) -> Group | None:
    """Return the described body that the sentence opens with ("This pact was later …")."""
    words = list(_WORD.finditer(text, start, min(end, start + 60)))[:4]
    found = next((word for word in words if word.group().lower() in GROUP_NOUNS), None)
    return _last_noun(text, start, found.end()) if found else None


def last_noun_in(text: str, start: int, end: int) -> Group | None:
    """Return the described body that a clause reaches back to ("a coalition to patrol the bay, which")."""
    start = max(start, end - 90)
    for word in reversed(list(re.finditer(r"[a-z]+", text[start:end]))):
        if word.group() in GROUP_NOUNS:
            return _last_noun(text, start, start + word.end())
    return None


_BODY_OR_OTHER = re.compile(
    r"(?:the|this|a|an)"
    r"(?: (?!(?:of|in|on|are|is|was|were|include|includes|who|which|that|and|or|to)\b)[a-z][\w-]*){1,3}",
    re.IGNORECASE,
)


def whatever_after(text: str, start: int, end: int) -> Group | None:
    """Return the noun phrase that begins at ``start``: countries may be members of anything ("the bank")."""
    phrase = _BODY_OR_OTHER.match(text, start, end)
    return _described(text, *phrase.span()) if phrase else None


_NUMBER_NAME = re.compile(r"(?:Four|Five|Six|Seven|Eight|Nine|Ten|Quad|[A-Z][A-Za-z]*\d[\w+]*|[A-Z][a-z]+s)$")
"""How groups without an institution's noun are called: "the Visegrad Four", "V4", "P5+1", "the Benelux"."""


def is_called_by_number(group: Group) -> bool:
    """Return whether the group bears a name that countries alone make a group's ("the Visegrad Four", "the P5+1")."""
    words = group.mention.words if group.mention is not None else []
    return bool(words) and _NUMBER_NAME.search(words[-1]) is not None


def is_office(group: Group) -> bool:
    """Return whether belonging to the body is holding an office, or whether it is no body at all."""
    words = group.text.lower().replace("'s", "").split()
    if group.head in _OFFICES:
        return not ("family" in words or "general" in words)
    return not group.named and group.head not in GROUP_NOUNS | TEAMS


def is_named_body(group: Group) -> bool:
    """Return whether the group is named as an institution is."""
    return group.mention is not None and group.mention.is_organisation and group.mention.country is None


def is_joinable(group: Group, *, strict: bool = False) -> bool:
    """Return whether one can join it; ``strict`` leaves only what cannot be walked out of as a building can."""
    head = group.head.strip(".")
    if not group.named or group.mention is None:
        return head in GROUP_NOUNS
    if group.mention.country not in (None, "SUHH"):
        return False
    words = {word.lower() for word in group.mention.words}
    if not words:
        return False
    if head in _NOT_JOINED | _OFFICES or words & _EMPLOYERS:
        return head in GROUP_NOUNS and words.isdisjoint(_EMPLOYERS) and head != "group"
    if strict and not (head in GROUP_NOUNS or group.mention.words[-1].isupper() or words & _BODIES):
        return False
    return head in GROUP_NOUNS or group.mention.is_organisation
