"""Where it happened, as written: the names behind "in", "at", "near" that are neither persons nor institutions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.grammar.names import Mention, demonym_code, mentions
from factcheck.grammar.names.lexicon import ORGANISATION_HEADS
from factcheck.grammar.text import Span, word_set

_KINDS = (
    r"city|town|village|hamlet|province|district|state|region|island|suburb|county|capital|port|neighbou?rhood|resort|"
    r"area|governorate|municipality|department|territory|republic|outskirts|peninsula|township|borough|community|camp|"
    r"prefecture|settlement|valley"
)
_LEAD = re.compile(
    rf"(?<![\w-])(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|off|[Ii]nside|[Aa]cross|[Tt]hroughout)[^\S\n]"
    rf"(?:the[^\S\n]|a[^\S\n]|an[^\S\n])?"
    rf"(?:(?:(?!(?:in|at|near|and|on|of|who|that)\b)[^\W_][\w.'’-]{{0,20}}[^\S\n]){{0,4}}(?:{_KINDS})[^\S\n](?:of[^\S\n])?)?"
    r"(?:the[^\S\n])?"
    r"(?P<side>(?:(?:north|south|east|west)[\w-]{0,12}|central|upper|lower|rural|downtown|mainland)[^\S\n])?"
    r"(?=[A-Z]|al-|el-)"
)
"""The words that make a name behind them a place: "in", "near the city of", "in the southwestern port town of"."""

_KIND_BEHIND = re.compile(
    rf"[^\S\n](?:{_KINDS}|square|market|street|road|airport|stadium|mosque|church|school|university|college|beach|park|"
    r"station|prison|mine|bridge|highway|river|lake)\b(?![^\S\n]of\b)"
)
_HAPPENED = re.compile(
    r"['’]?s?[^\S\n](?:(?!(?:when|where|after|as|and|by|while|who|that|before|to|in|on|with|if|because)\b)\w+[^\S\n])?(?:attacks?|bombings?|shootings?|massacres?|disasters?|wars?|crash(?:es)?|conflicts?|case|killings?|"
    r"earthquakes?|fires?|floods?|trial|hospital|clinic|court|jail|embassy|troops|forces|soldiers|police|officials?|"
    r"government|military|army|newspaper|media|agency|team|club)\b"
)
"""What makes the name before it no place of its own: "in the Riverton bombing", "in Riverton hospital"."""

_SPEAKS_NEXT = re.compile(
    r"(?:,[^,;]{1,40},)?[^\S\n](?:have[^\S\n]|has[^\S\n])?(?:said|says?|told|reported|report|announced|confirmed|believe|claimed|estimated?)\b"
)
"""What makes a place that of a speaker: "police in Ashby said"."""

_CUT_SHORT = re.compile(
    r"[^\S\n](?:of[^\S\n](?:the[^\S\n])?[A-Z]|(?:and|&)[^\S\n](?:[A-Z][\w.]{0,20}[^\S\n]){1,3}(?:[Ss]treets|[Aa]venues|[Rr]oads)\b)"
)
"""What goes on with a name that is not whole: "outside the Youth of Kent Centre", "near Oak and Elm streets"."""

_OF_A_PEOPLE = word_set(
    "kurdish kurd shiite shia sunni muslim christian jewish arab catholic protestant orthodox hindu buddhist sikh"
)
"""Names of no state's people, which stand before the noun of a place: "at a Kurdish wedding"."""

_AT_WORK = re.compile(
    r"\b(?:administrator|professor|lecturer|student|pupil|teacher|employee|worker|researcher|doctor|nurse|engineer)s?"
    r"[^\S\n]$"
)
"""Whom "at …" says where they work, not where they were."""

_LEADS_ON = re.compile(rf"(?:['’]s)?[^\S\n](?:[a-z-]+[^\S\n]){{0,3}}(?:{_KINDS})[^\S\n]of[^\S\n]")
"""What makes the name before it only say more of the next: "in the Kenyan port city of …"."""

_PLACE_HEADS = word_set(
    """
    university college school airport stadium park street road avenue square bridge tower hall theatre theater
    hotel church temple mosque museum city county province district region state states republic kingdom
    emirates island islands sea ocean river lake mountain mountains gulf bay cape strait zone market united area
    quad camp centre center station yard base barracks fort plaza mall club restaurant cafe pub gardens garden
    village town valley heights hills desert forest creek playground apartments subdivision
    """
)
_NO_PLACE = word_set(
    """
    operation war hurricane typhoon cyclone storm flight boeing airbus super islam christianity parliament congress
    senate facebook twitter youtube internet instagram ramadan easter christmas god mr mrs ms dr covid-19 covid
    coronavirus ebola league cup euro olympics act bill treaty agreement
    """
)
_STATES = frozenset(
    """
    Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|
    Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|
    Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|
    Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|
    West Virginia|Wisconsin|Wyoming|D.C.|Ontario|Quebec|Alberta|British Columbia|Manitoba|Nova Scotia|New South Wales|
    Queensland|Victoria
    """.replace("\n    ", "")
    .strip()
    .split("|")
)
"""States and provinces that news copy sets behind a town's name."""

_NOT_OF_THE_EVENT = word_set(
    """
    born based raised living live lived lives arrived arrested interest role involved participated believe won
    reside residing hospital hospitals clinic morgue court conference meeting summit talks custody official
    officials authorities spokesman spokeswoman spokesperson ministry ambassador reporters correspondent
    correspondents government parliament said says told announced reported reporting speaking trial appeared
    sentenced charged jailed imprisoned studied educated held elections interview employed treated revolution
    region movement army militants statement university newspaper coroner sheriff doctors surgeons tried
    convicted buried funeral
    """
)
"""Words right before "in …" whose place is that of a person, a speaker or an institution, not of the harm."""

_WORD = re.compile(r"[\w'’-]+(?=\W*$)")
_MOST_WIDER = 2
"""Wider places behind a comma: "Ashford, Kent, UK"."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a sentence: its span with the preposition before it, and its name as written."""

    start: int
    end: int
    name: str


def places(text: str, start: int, end: int) -> list[Place]:
    """The places that ``text[start:end]``, a sentence, tells of things happening at, in text order."""
    found: list[Place] = []
    for lead in _LEAD.finditer(text, start, end):
        if not found or lead.start() >= found[-1].end:
            place = _place(text, Span(start, end), lead)
            if place is not None:
                found.append(place)
    return found


_LONGEST_NAME = 90
"""Code points of a place's name with the wider places behind it."""


def _place(text: str, sentence: Span, lead: re.Match[str]) -> Place | None:
    """The place whose name stands behind the words that lead to it."""
    start, end = sentence
    first = lead.end()
    word = _WORD.search(text, max(start, lead.start() - 24), lead.start())
    if (word and word.group().lower() in _NOT_OF_THE_EVENT) or _is_of_speaker(text, start, lead.start()):
        return None
    if text.startswith("at ", lead.start()) and _AT_WORK.search(text, max(start, lead.start() - 24), lead.start()):
        return None
    named = mentions(text, first, min(end, first + _LONGEST_NAME))
    if not named or named[0].start != first or not _may_be_place(named[0]):
        return None
    last = _possessed(text, named) if named[0].possessive else named[0]
    if last is None:
        return None
    stop = last.end
    if any(part.match(text, stop, end) for part in (_HAPPENED, _CUT_SHORT, _LEADS_ON, _SPEAKS_NEXT)):
        return None
    kind = _KIND_BEHIND.match(text, stop, end)
    stop = kind.end() if kind else stop
    stop = _wider(text, [one for one in named if one.start > stop], stop)
    first = lead.start("side") if lead["side"] else first
    return Place(lead.start(), stop, text[first:stop])


def _is_of_speaker(text: str, start: int, stop: int) -> bool:
    """Whether the place is told of whom the sentence is "according to"."""
    cue = text.rfind("ccording to ", start, stop)
    return cue >= 0 and "," not in text[cue:stop]


def _may_be_place(mention: Mention) -> bool:
    if mention.country is not None:
        return True
    words = [word.lower() for word in mention.text.split()]
    if mention.is_titled or not _NO_PLACE.isdisjoint(words) or demonym_code(mention.text) is not None:
        return False
    if words[0] in _OF_A_PEOPLE:
        return False
    if not _PLACE_HEADS.isdisjoint(words):
        return True
    return _ORGANISATIONS.isdisjoint(words) and not mention.is_organisation


_ORGANISATIONS = ORGANISATION_HEADS - _PLACE_HEADS


def _possessed(text: str, named: Sequence[Mention]) -> Mention | None:
    """The name that a country's or a town's possessive leads to: "Iraq's Anbar"."""
    if len(named) < 2:
        return None
    gap = text[named[0].end : named[1].start]
    return named[1] if gap in ("'s ", "’s ") and _may_be_place(named[1]) else None


def _wider(text: str, named: Sequence[Mention], stop: int) -> int:
    """Where the name ends with the country or state behind a comma."""
    for mention in named[:_MOST_WIDER]:
        if text[stop : mention.start] != ", " or mention.possessive:
            break
        last = mention.text.split()[-1].lower()
        if not (mention.country or mention.text in _STATES or last in _WIDE):
            break
        stop = mention.end
    return stop


_WIDE = word_set("province state county district region governorate")
