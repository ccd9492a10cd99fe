"""Figures told by the metric noun behind them: "1.2 million views", and whether the noun means an audience there."""

from __future__ import annotations

import re

from factcheck.extract.view_counts.gates import is_difference
from factcheck.extract.view_counts.lexicon import FAITH, NOUNS, PLATFORM, SELLABLE, SINGULARS, SOFTWARE, STOCK
from factcheck.extract.view_counts.scene import S, Scene, any_of_words, one_of, plain

_NO_FILLER = (
    "in|on|at|to|for|from|with|by|and|or|but|the|a|an|were|was|is|are|has|have|had|who|that|which|than|as|over|times|of|"
    "years?|months?|weeks?|days?|hours?|minutes?|just|then|people|persons?|users|members|residents|countries|companies|"
    "wrote|read|left|posted|said"
)
FILLER = rf"(?:(?!(?:{_NO_FILLER})\b)[\w'’.-]+{S})"
"""A word that may stand between a number and its noun, in patterns."""

_BEHIND = re.compile(
    rf"""
    (?:{S}of)?(?:{S}(?:the|its|his|her|their|my|our|those))?{S}
    (?P<modifiers>{FILLER}{{0,4}}?)
    (?P<noun>{one_of(NOUNS)})\b(?!['’-]|{S}of{S}the{S}(?:company|firm|stock)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PERSONS = "viewers|subscribers|followers|visitors|listeners"
_AS_NOUN = re.compile(rf"{S}\w+{S}as{S}(?P<noun>{_PERSONS})\b", re.IGNORECASE)
_BEING = re.compile(rf"{S}(?:are|were){S}(?:now{S})?(?:{FILLER}{{0,2}}?)(?P<noun>{_PERSONS})\b", re.IGNORECASE)
_HYPHENED = re.compile(rf"{S}?-{S}?(?P<noun>{one_of(SINGULARS)})s?\b", re.IGNORECASE)
_STRONG = re.compile(
    rf"-strong{S}(?:[\w'’-]+{S}){{0,2}}?"
    r"(?:crowd|audience|march|rally|protest|demonstration|gathering|congregation|procession)\b",
    re.IGNORECASE,
)
_CHANGE = any_of_words("new|additional|more|extra|potential|fake|expected|possible|prospective|paid-for")


def noun_counted(scene: Scene) -> str | None:
    """Read "1.2 million views", "635,000 online signatures", "thousands of outraged comments"."""
    text, end = scene.text, scene.quantity.end
    match = _BEHIND.match(text, end, scene.limit)
    if match and (_CHANGE.search(match["modifiers"]) or is_difference(scene.before)):
        return None
    match = match or _AS_NOUN.match(text, end, scene.end) or _BEING.match(text, end, scene.limit)
    if match is None:
        return _compound(scene)
    noun = plain(match["noun"])
    return NOUNS[noun] if holds(scene, noun) else None


def _compound(scene: Scene) -> str | None:
    """Read "a 369-million-views-and-counting video", "a 5,000-strong crowd"."""
    match = _HYPHENED.match(scene.text, scene.quantity.end, scene.end)
    if match is None:
        return "attendance" if _STRONG.match(scene.text, scene.quantity.end, scene.end) else None
    metric = SINGULARS[plain(match["noun"])]
    return metric if scene.bound >= _LEAST[metric] else None


_LEAST = {
    "views": 10, "comments": 10, "visitors": 20, "viewers": 20, "shares": 5, "likes": 3, "followers": 20,
    "subscribers": 5, "streams": 100, "copies": 10, "attendance": 5, "signatures": 3, "downloads": 10, "dislikes": 2,
}  # fmt: skip
"""Below these numbers the nouns mean something else ("two views of the arrest", "three visitors")."""

_LEAST_OF_NOUN = {
    "participants": 50, "subscriptions": 50, "visits": 300, "subs": 1000, "tourists": 1000, "holidaymakers": 1000,
}  # fmt: skip
_FAITHLESS = 500
"""From this number on followers are an account's unless something tells of belief."""


def holds(scene: Scene, noun: str) -> bool:
    """Whether a metric noun, which may also mean other things, means an audience here."""
    if scene.bound < max(_LEAST[NOUNS[noun]], _LEAST_OF_NOUN.get(noun, 0)):
        return False
    sentence = scene.sentence
    if noun in _STRANGERS and _STRANGERS[noun].search(sentence):
        return False
    if noun in _SOCIAL and scene.bound >= _MANY:
        return True
    if noun == "followers":
        return bool(_PLATFORM.search(sentence)) or (scene.bound >= _FAITHLESS and not _FAITH.search(sentence))
    return noun not in _COMPANY or _COMPANY[noun].search(sentence) is not None


_PLATFORM = any_of_words(PLATFORM)
_FAITH = any_of_words(FAITH)
_SOCIAL = frozenset({"hearts", "plays", "reactions", "replies"})
_MANY = 10_000
_SOLD = any_of_words("sold|sells?|selling|sales|shifted|shipped|moved")
_RECEIVED = any_of_words(
    r"welcom\w*|receiv\w*|attract\w*|drew|draw\w*|host\w*|visit\w*|arriv\w*|record\w*|had|sees?|saw"
)
_COMPANY = (
    {
        "hits": any_of_words(r"web\w*|sites?|pages?|google|search|online|youtube|server|blog"),
        "units": any_of_words(SELLABLE),
        "installations": any_of_words(SOFTWARE),
    }
    | dict.fromkeys(("tourists", "holidaymakers"), _RECEIVED)
    | dict.fromkeys(("shares", "rts", *_SOCIAL), _PLATFORM)
    | dict.fromkeys((noun for noun, metric in NOUNS.items() if metric == "copies" and noun != "units"), _SOLD)
)
"""Nouns of many meanings to the words that must stand in their sentence."""

_STRANGERS = {
    "shares": any_of_words(STOCK),
    "participants": any_of_words(
        r"stud(?:y|ies)|trials?|surveys?|research\w*|experiments?|polls?|vaccines?|placebo|clinical|questionnaire"
    ),
    "signatories": any_of_words("treaty|convention|agreement|pact|accord|protocol|deal"),
}
"""Nouns of many meanings to the words that must not stand there."""
