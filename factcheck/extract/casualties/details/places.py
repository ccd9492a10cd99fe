"""Where it happened, as written: the names behind "in", "at", "near" that are neither persons nor institutions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.grammar.names import Mention, demonym_code, mentions
from factcheck.grammar.names.lexicon import ORGANISATION_HEADS
from factcheck.grammar.text import word_set

_KINDS = (
    r"city|town|village|hamlet|province|district|state|region|island|suburb|county|capital|port|neighbou?rhood|resort|"
    r"area|governorate|municipality|department|territory|republic|outskirts|peninsula|township|borough|community|camp|"
    r"prefecture|settlement|valley"
)
_LEAD = re.compile(
    rf"(?:^|(?<=\W))(?:in|at|near|outside|around|off|inside|across|throughout)[^\S\n]"
    rf"(?:the[^\S\n]|a[^\S\n]|an[^\S\n])?"
    rf"(?:(?:(?!(?:in|at|near|and|on|of|who|that)\b)[^\W_][\w'’-]*[^\S\n]){{0,4}}(?:{_KINDS})[^\S\n](?:of[^\S\n])?)?"
    r"(?:the[^\S\n])?"
    r"(?P<side>(?:(?:north|south|east|west)\w*|central|upper|lower|rural|downtown|mainland)[^\S\n])?$",
    re.IGNORECASE,
)
"""The words before a name that make it a place: "in", "near the city of", "in the southwestern port town of"."""

_LONGEST_LEAD = 70
_KIND_BEHIND = re.compile(
    rf"[^\S\n](?:{_KINDS}|square|market|street|road|airport|stadium|mosque|church|school|university|college|beach|park|"
    r"station|prison|mine|bridge|highway|river|lake)\b(?![^\S\n]of\b)"
)
_HAPPENED = re.compile(
    r"['’]?s?[^\S\n](?:\w+[^\S\n])?(?:attacks?|bombings?|shootings?|massacres?|disasters?|wars?|crash(?:es)?|conflicts?|case|killings?|"
    r"earthquakes?|fires?|floods?|trial|hospital|clinic|court|jail|embassy|troops|forces|soldiers|police|officials?|"
    r"government|military|army|newspaper|media|agency|team|club)\b"
)
"""What makes the name before it no place of its own: "in the Riverton bombing", "in Riverton hospital"."""

_PLACE_HEADS = word_set(
    """
    university college school airport stadium park street road avenue square bridge tower hall theatre theater hotel
    church temple mosque museum city county province district region state states republic kingdom emirates island
    islands sea ocean river lake mountain mountains gulf bay cape strait zone market united area
    quad camp centre center station
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
    born based raised living live lived lives arrived arrested interest role involved participated believe won reside
    residing hospital hospitals clinic morgue court office headquarters conference meeting summit talks custody
    official officials police authorities spokesman spokeswoman spokesperson ministry embassy ambassador reporters
    correspondent correspondents government parliament said says told announced reported reporting speaking trial
    appeared sentenced charged jailed imprisoned prison jail school studied educated held elections interview
    statement university newspaper coroner sheriff doctors surgeons tried convicted buried funeral
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
    named = mentions(text, start, end)
    found: list[Place] = []
    for index, mention in enumerate(named):
        if found and mention.start < found[-1].end:
            continue
        place = _place(text, start, end, named, index)
        if place is not None:
            found.append(place)
    return found


def _place(text: str, start: int, end: int, named: Sequence[Mention], index: int) -> Place | None:
    mention = named[index]
    window = max(start, mention.start - _LONGEST_LEAD)
    lead = _LEAD.search(text, window, mention.start)
    if lead is None or not _may_be_place(mention):
        return None
    word = _WORD.search(text, max(start, lead.start() - 24), lead.start())
    if word is not None and word.group().lower() in _NOT_OF_THE_EVENT:
        return None
    last = _possessed(text, named, index) if mention.possessive else mention
    if last is None:
        return None
    stop = last.end
    if _HAPPENED.match(text, stop, end):
        return None
    kind = _KIND_BEHIND.match(text, stop, end)
    stop = kind.end() if kind else stop
    stop = _wider(text, named[index + 1 :], stop)
    first = lead.start("side") if lead["side"] else mention.start
    return Place(lead.start(), stop, text[first:stop])


def _may_be_place(mention: Mention) -> bool:
    if mention.country is not None:
        return True
    words = [word.lower() for word in mention.text.split()]
    if mention.is_titled or not _NO_PLACE.isdisjoint(words) or demonym_code(mention.text) is not None:
        return False
    if not _PLACE_HEADS.isdisjoint(words):
        return True
    return _ORGANISATIONS.isdisjoint(words) and not mention.is_organisation


_ORGANISATIONS = ORGANISATION_HEADS - _PLACE_HEADS


def _possessed(text: str, named: Sequence[Mention], index: int) -> Mention | None:
    """The name that a country's or a town's possessive leads to: "Iraq's Anbar"."""
    if index + 1 == len(named):
        return None
    following = named[index + 1]
    gap = text[named[index].end : following.start]
    return following if gap in ("'s ", "’s ") and _may_be_place(following) else None


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
