"""What a number counts of an audience: the metric noun or verb behind it, or the words that lead to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.extract.view_counts.lexicon import (
    EVENTS,
    FAITH,
    GATHERINGS,
    NOUNS,
    PARTICIPLES,
    PLATFORM,
    SIGNING,
    STOCK,
    VERBS,
)
from factcheck.grammar.quantity import Quantity

_S = r"[^\S\n]"


def _any(words: object) -> str:
    return "|".join(re.escape(word).replace(r"\ ", _S) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_FILLER = (
    r"(?:(?!(?:in|on|at|to|for|from|with|by|and|or|but|the|a|an|were|was|is|are|has|have|had|who|that|which|than|as|over|times|of|"
    r"years?|months?|weeks?|days?|hours?|minutes?|just|then)\b)"
    rf"[\w'’.-]+{_S})"
)
"""A word that may stand between a number and its noun."""

_NOUN_BEHIND = re.compile(
    rf"(?:{_S}of)?(?:{_S}(?:the|its|his|her|their|my|our|those))?{_S}(?P<modifiers>{_FILLER}{{0,4}}?)(?P<noun>{_any(NOUNS)})\b(?!['’-]|{_S}of{_S}the{_S}(?:company|firm|stock)\b)",
    re.IGNORECASE,
)
_AS_NOUN = re.compile(
    rf"{_S}\w+{_S}as{_S}(?P<noun>viewers|subscribers|followers|visitors|listeners)\b", re.IGNORECASE
)
_HYPHENED = re.compile(r"-(?P<noun>views?|likes?|followers?|subscribers?|downloads?|streams?)\b", re.IGNORECASE)
_TIMES = re.compile(
    rf"(?:{_S}of)?{_S}(?:{_FILLER}{{0,1}})times\b(?!{_S}(?:more|less|as{_S}(?!of\b)|higher|larger|bigger|the|that|fewer|greater|[a-z]+er)\b)",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(rf"\b(?P<verb>{_any(PARTICIPLES)})\b", re.IGNORECASE)
_BY = re.compile(
    rf"\b(?P<verb>{_any(VERBS)}){_S}(?:(?:live|online|together|so far){_S})?by{_S}"
    rf"(?:(?:a{_S}total{_S}of|the|all|its|his|her){_S})?$",
    re.IGNORECASE,
)
_BY_REACH = 16
"""Code points before a number that hold the "by" that leads to it: "by a total of "."""
_PERSONS = (
    r"people|persons?|users?|viewers?|fans?|spectators?|visitors?|residents?|protesters?|protestors?|demonstrators?|supporters?|"
    r"mourners?|students?|experts?|scientists?|academics?|members?|followers?|subscribers?|adults?|households?|readers?|"
    r"citizens?|americans?|britons?|others?|children|women|men|activists?|workers?|employees?|guests?|worshippers?|pilgrims?|"
    r"islanders?|locals?|listeners?|customers?|teachers?|doctors?|artists?|writers?|actors?|lawmakers?|politicians?|officials?|"
    r"runners?|marchers?|delegates?|shoppers?|parents?|villagers?|accounts?|strangers?|tourists?|volunteers?|fellow\w*|leaders?|"
    r"veterans?|musicians?|singers?|lawyers?|journalists?|economists?|professors?|alumni|signatories|well-wishers|revellers?|participants?|judges|colleagues|nurses|"
    r"[a-z]{3,}(?:ers|ors|ists|ians|ees)"
)
_DOERS = re.compile(
    rf"""
    (?:{_S}of{_S}(?:them|us|those|you|whom|the))?
    (?:{_S}of)?
    (?P<who>(?:{_S}(?!(?:have|had|has|were|was|are|is|times|in|on|to|for|and|or|by)\b)[\w'’-]+){{0,4}}?{_S}(?:{_PERSONS}))?
    (?:{_S}and{_S}[\w'’-]+)?
    (?:{_S}(?:around|across|from|in|of|at|on){_S}(?:the{_S})?[\w'’-]+(?:{_S}[\w'’-]+)?)?
    (?P<aside>,[^.;]{{1,140}}?,|{_S}(?:wearing|carrying|holding|waving|chanting|dressed|from|in|across|around|including)\b[^.;]{{1,100}}?,?)?
    (?:{_S}who)?
    (?P<aux>(?:{_S}(?:have|had|has|were|was|are|is|been|also|already|so{_S}far|since|then|reportedly|now|later|still|be|will|would|could|may|might|can|
      not|never|all|alone|currently|physically))*)
    {_S}(?P<verb>{_any(VERBS)}|{_any(SIGNING.split("|"))})\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PRESENT_AT = re.compile(
    rf"{_S}(?:{_FILLER}{{0,2}})?(?:people|fans|spectators|persons|visitors|guests){_S}(?:were|was){_S}(?:present{_S})?(?:at|in{_S}attendance)\b",
    re.IGNORECASE,
)
_GATHERING = re.compile(
    rf"\b(?P<noun>{_any(GATHERINGS)})(?:{_S}figures?)?{_S}(?:of|was|is|reached|estimated{_S}at|totaled|totalled|numbered|numbering|stood{_S}at|hit|topped|at)"
    rf"(?:{_S}(?:a{_S}record|an{_S}average{_S}of|a{_S}total{_S}of|only|just))?{_S}$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    rf"\b(?:(?:number|total|tally|count){_S}of{_S}(?:{_FILLER}{{0,2}})|its{_S}|(?:video|total|online|youtube){_S}|^)(?P<noun>{_any(NOUNS)}){_S}"
    rf"(?:{_FILLER}{{0,4}})?(?:is|are|was|were|has|have|had|reached|passed|hit|topped|exceeded|surpassed|stands?{_S}at|stood{_S}at|at|to|rose{_S}to)"
    rf"(?:{_S}(?:now|already|reached|passed|hit|topped|exceeded|surpassed|risen{_S}to|grown{_S}to|at))*{_S}$",
    re.IGNORECASE,
)
_SOLD = re.compile(r"\b(?:sold|sells?|selling|sales|shifted)\b", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:[Ee]xpect(?:s|ed|ing|ations?)?|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|target(?:s|ed|ing)?|goals?|will|would|could|may|"
    r"might|can|should|[Ii]f|needs?|needed|requir\w+|guarantee[sd]?|predict\w*|forecast\w*|project(?:s|ed|ing|ions?)|"
    r"plan(?:s|ned|ning)?|promis\w+|bought|buys?|fake|invit\w+|capacity|add(?:s|ed|ing)?|lost|los(?:e|es|ing)|shed|"
    r"gain(?:s|ed)? of|wants?(?= to| more| at)|likely|potential\w*|attempt\w*|try|trying|want to|in order to|"
    r"has room for|seats|fewer|identified|compared to the usual)\b[^.;:]{0,70}$"
)
_CLAUSE_BREAK = re.compile(r"[;:(]|,(?!\d| or\b)|\b(?:and|but|while|after|when|so)\b")
_CHANGE = re.compile(
    r"\b(?:new|additional|more|extra|potential|fake|expected|possible|prospective|paid-for)\b", re.IGNORECASE
)
_MONEY = re.compile(r"[$£€][^\s]*$")
_SHARE = re.compile(rf"%|{_S}?per{_S}?cent\b", re.IGNORECASE)
_STOCK = re.compile(rf"\b(?:{STOCK})\b", re.IGNORECASE)
_PLATFORM = re.compile(rf"\b(?:{PLATFORM})\b", re.IGNORECASE)
_WEB = re.compile(r"\b(?:web\w*|sites?|pages?|google|search|online|youtube|server|blog)\b", re.IGNORECASE)
_FAITH = re.compile(rf"\b(?:{FAITH})\b", re.IGNORECASE)
_PETITION = re.compile(
    r"\b(?:petitions?|letters?|pledge|statement|appeal|declaration|manifesto|call)\b", re.IGNORECASE
)
_EVENT = re.compile(
    r"\b(?:rally|rallies|protests?|demonstrations?|march|ceremony|concert|vigil|funeral|event)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A number in its sentence, ``text[start:end]``; ``limit`` is where the next number or its end stands."""

    text: str
    start: int
    end: int
    quantity: Quantity
    limit: int

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The sentence up to the number, at most 160 code points of it."""
        return self.text[max(self.start, self.quantity.start - 160) : self.quantity.start]

    @property
    def bound(self) -> float:
        """The least number said, or the greatest where there is no least."""
        quantity = self.quantity
        return quantity.low if quantity.low is not None else quantity.high or 0.0


def metric_of(scene: Scene) -> str | None:
    """The metric that the number counts, ``None`` where it counts none or what it counts is not so."""
    if not scene.bound or _MONEY.search(scene.before[-8:]) or _SHARE.match(scene.text, scene.quantity.end):
        return None
    metric = next((metric for rule in _RULES if (metric := rule(scene))), None)
    return None if metric is None or is_unreal(scene) else metric


def is_unreal(scene: Scene) -> bool:
    """Whether the number is a target, a forecast, a change or a condition."""
    found = _UNREAL.search(scene.before)
    if found is None:
        return False
    return not _CLAUSE_BREAK.search(found.group())


def _noun(scene: Scene) -> str | None:
    """Read "1.2 million views", "635,000 online signatures", "thousands of outraged comments"."""
    text, end = scene.text, scene.quantity.end
    match = _NOUN_BEHIND.match(text, end, scene.limit)
    if match and _CHANGE.search(match["modifiers"]):
        return None
    match = match or _AS_NOUN.match(text, end, scene.end) or _HYPHENED.match(text, end, scene.end)
    if match is None:
        return None
    noun = " ".join(match["noun"].lower().split())
    metric = NOUNS.get(noun) or NOUNS.get(noun + "s")
    return metric if metric and _holds(scene, metric, noun) else None


_LEAST = {
    "views": 10, "comments": 10, "visitors": 20, "viewers": 20, "shares": 5, "likes": 3, "followers": 20,
    "subscribers": 5, "streams": 100, "copies": 10, "attendance": 5, "signatures": 3, "downloads": 10, "dislikes": 2,
}  # fmt: skip
"""Below these numbers the nouns mean something else ("two views of the arrest", "three visitors")."""


def _holds(scene: Scene, metric: str, noun: str) -> bool:
    """Whether a noun that also means other things means an audience here."""
    if scene.bound < _LEAST[metric]:
        return False
    sentence = scene.sentence
    if noun in _COMPANY:
        return _COMPANY[noun].search(sentence) is not None and (noun != "shares" or not _STOCK.search(sentence))
    if noun == "followers":
        return bool(_PLATFORM.search(sentence)) or (scene.bound >= 500 and not _FAITH.search(sentence))
    return scene.bound >= 50 or noun not in ("participants", "subscriptions")


_COMPANY = (
    {"hits": _WEB}
    | dict.fromkeys(("shares", "hearts", "plays", "reactions", "replies"), _PLATFORM)
    | dict.fromkeys((noun for noun, metric in NOUNS.items() if metric == "copies"), _SOLD)
)
"""Nouns of many meanings to the words that must stand in their sentence."""


def _times(scene: Scene) -> str | None:
    """Read "viewed more than 1.2 million times", "shared hundreds of times"."""
    if scene.bound < 10 or not _TIMES.match(scene.text, scene.quantity.end, scene.end):
        return None
    metric = ""
    for verb in _PARTICIPLE.finditer(scene.before):
        metric = PARTICIPLES[" ".join(verb["verb"].lower().split())]
    return metric or None


def _by(scene: Scene) -> str | None:
    """Read "watched by 1.3 million people", "signed by 3,400 people", "attended by thousands"."""
    before = scene.before
    match = _BY.search(before) if "by" in before[-_BY_REACH:].lower() else None
    if match is None:
        return None
    verb = " ".join(match["verb"].lower().split())
    metric = VERBS[verb][1]
    if metric == "visitors" and _EVENT.search(scene.sentence):
        return "attendance"
    if verb in ("followed", "shared", "seen", "read", "played") and scene.bound < 100:
        return None
    if verb == "signed" and scene.bound < 3:
        return None
    return metric or None


def _doers(scene: Scene) -> str | None:
    """Read "1.2 million people have shared it", "62,000 sign petition", "thousands attended"."""
    match = _DOERS.match(scene.text, scene.quantity.end, scene.limit)
    if match is None:
        return (
            "attendance"
            if scene.bound >= 10 and _PRESENT_AT.match(scene.text, scene.quantity.end, scene.end)
            else None
        )
    verb = " ".join(match["verb"].lower().split())
    if match["aside"] and not match["who"]:
        return None
    if re.search(r"\b(?:will|would|could|may|might|can|not|never)\b", match["aux"]):
        return None
    if re.search(rf"\b(?:were|was|been|be|are|is){_S}*$", match["aux"]) and not verb.endswith("ing"):
        return None
    return _by_doers(scene, verb, scene.text[match.end() : min(scene.end, match.end() + 80)])


def _by_doers(scene: Scene, verb: str, behind: str) -> str | None:
    if verb in SIGNING.split("|"):
        return "signatures"
    metric = VERBS[verb][1]
    if metric == "attendance":
        return metric if scene.bound >= 5 else None
    if metric == "signatures":
        return metric if _PETITION.search(scene.sentence) and scene.bound >= 3 else None
    if metric in ("shares", "viewers", "likes", "followers", "comments"):
        least = 1000 if verb in ("saw", "see", "seen", "like", "read", "share", "follow", "followed") else 50
        return metric if scene.bound >= least and (metric == "viewers" or _PLATFORM.search(scene.sentence)) else None
    if metric in ("visitors", "downloads", "subscribers", "dislikes"):
        return metric if scene.bound >= 20 and behind is not None else None
    return metric or None


def _gathering(scene: Scene) -> str | None:
    """Read "a crowd of 1,500", "an audience of 10 million", "attendance was 40,000"."""
    match = _GATHERING.search(scene.before)
    if match is None or scene.bound < 10:
        return None
    noun = match["noun"].lower()
    if noun == "audience":
        return (
            "viewers"
            if scene.bound >= 100_000
            or re.search(r"\b(?:TV|television|broadcast|watch\w*|network|show)\b", scene.sentence)
            else "attendance"
        )
    if noun in EVENTS and not _OF_BEFORE.search(scene.before):
        return None
    if noun == "turnout" and re.search(
        r"\b(?:vot\w+|elect\w+|poll\w*|%|per ?cent)\b", scene.text[scene.start : scene.end]
    ):
        return None
    return GATHERINGS[noun] or None


_OF_BEFORE = re.compile(rf"\bof{_S}$", re.IGNORECASE)


def _number_of(scene: Scene) -> str | None:
    """Read "the number of likes has passed 40,000", "its subscribers reached 2 million"."""
    match = _NUMBER_OF.search(scene.before)
    if match is None:
        return None
    noun = " ".join(match["noun"].lower().split())
    return NOUNS[noun] if _holds(scene, NOUNS[noun], noun) else None


_RULES: tuple[Callable[[Scene], str | None], ...] = (_doers, _noun, _times, _by, _number_of, _gathering)
"""In the order in which the first to speak wins."""
