"""What a number counts of an audience, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.extract.view_counts.doers import doers, installed_on, petitioners
from factcheck.extract.view_counts.gates import is_amount, is_difference
from factcheck.extract.view_counts.lexicon import (
    DRAWING,
    EVENTS,
    FAITH,
    GATHERINGS,
    HAPPENINGS,
    NOUNS,
    PARTICIPLES,
    PLACES,
    PLATFORM,
    PROGRAMMES,
    SINGULARS,
    STOCK,
)
from factcheck.extract.view_counts.scene import S, Scene, last_of, one_of, plain

_FILLER = (
    r"(?:(?!(?:in|on|at|to|for|from|with|by|and|or|but|the|a|an|were|was|is|are|has|have|had|who|that|which|than|as|over|times|of|"
    r"years?|months?|weeks?|days?|hours?|minutes?|just|then|people|persons?|users|members|residents|countries|companies|"
    r"wrote|read|left|posted|said)\b)"
    rf"[\w'’.-]+{S})"
)
"""A word that may stand between a number and its noun."""

_NOUN_BEHIND = re.compile(
    rf"(?:{S}of)?(?:{S}(?:the|its|his|her|their|my|our|those))?{S}(?P<modifiers>{_FILLER}{{0,4}}?)(?P<noun>{one_of(NOUNS)})\b(?!['’-]|{S}of{S}the{S}(?:company|firm|stock)\b)",
    re.IGNORECASE,
)
_AS_NOUN = re.compile(rf"{S}\w+{S}as{S}(?P<noun>viewers|subscribers|followers|visitors|listeners)\b", re.IGNORECASE)
_BEING = re.compile(
    rf"{S}(?:are|were){S}(?:now{S})?(?:{_FILLER}{{0,2}}?)(?P<noun>viewers|subscribers|followers|visitors|listeners)\b",
    re.IGNORECASE,
)
_HYPHENED = re.compile(rf"{S}?-{S}?(?P<noun>{one_of(SINGULARS)})s?\b", re.IGNORECASE)
_STRONG = re.compile(
    rf"-strong{S}(?:[\w'’-]+{S}){{0,2}}?(?:crowd|audience|march|rally|protest|demonstration|gathering|congregation|procession)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"(?:{S}of)?{S}(?:{_FILLER}{{0,1}})times\b(?!{S}(?:more|less|as{S}(?!of\b)|higher|larger|bigger|the|that|fewer|greater|[a-z]+er)\b)",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(rf"\b(?P<verb>{one_of(PARTICIPLES)})\b", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r"\b(?:was|were|be|been|he|she|they|who|stabbed|shot|won|hit|called|arrested|voted)\b")
"""Between a participle and its "n times", these tell that the times are another verb's."""
_IN_ATTENDANCE = re.compile(
    rf"{S}(?:{_FILLER}{{0,2}})?(?:people|fans|spectators|persons|visitors|guests|supporters|mourners|students|members)?{S}?"
    rf"(?:(?:were|was){S}(?:present{S})?(?:at|in{S}attendance)|in{S}attendance)\b",
    re.IGNORECASE,
)
_LEVEL = (
    rf"(?:is|are|was|were|has|have|had|reached|passed|hit|topped|exceeded|surpassed|(?:stands?|stood|sits?|sat){S}at|at|to|"
    rf"(?:rose|grew|climbed|jumped|fell|dropped|slipped|sank|swelled|soared|increased|surged|dwindled|ballooned|risen|grown){S}(?:to|from)|"
    rf"totall?ed|numbered|averaged|averaging|averages|peaked{S}at|peaks{S}at|was{S}estimated{S}at|was{S}put{S}at|estimated{S}at|of|numbering|crossed|nears|neared)"
)
_MORE_LEVEL = (
    rf"(?:{S}(?:now|already|reached|passed|hit|topped|exceeded|surpassed|risen{S}to|grown{S}to|at|just|only|barely|almost))*"
    rf"(?:{S}(?:a{S}record|an{S}average{S}of|an{S}average|a{S}total{S}of|a{S}peak{S}of|many|between))?{S}$"
)
_WITHIN = rf"(?:{S}(?!(?:and|but|while|that|which|who|drew|drawing|attracted)\b)[\w'’.&-]+,?)"
_GATHERING = re.compile(
    rf"\b(?P<noun>{one_of(GATHERINGS)})(?:{S}(?:figures?|numbers?|sizes?))?"
    rf"(?P<where>{S}(?:of|at|for|in|outside|on|inside)(?!{S}(?:of|at|for|in|to)\b){_WITHIN}{{1,6}}?)?{S}{_LEVEL}{_MORE_LEVEL}",
    re.IGNORECASE,
)
_COUNTED = (
    "views|likes|followers|subscribers|downloads|signatures|visitors|viewers|streams|listeners|subscriptions|visits"
)
_NUMBER_OF = re.compile(
    rf"\b(?:(?:number|total|tally|count){S}of{S}(?:{_FILLER}{{0,2}})|its{S}|(?:video|total|online|youtube|paid|paying|premium|daily|weekly|monthly|annual){S}|^)(?P<noun>{one_of(NOUNS)})(?:{S}|(?=,))"
    rf"(?:(?:of|to|on|for|at){_WITHIN}{{1,5}}?{S}|,{S}[\w'’]+(?:{S}[\w'’]+)?,{S})?"
    rf"(?:{_FILLER}{{0,4}})?{_LEVEL}{_MORE_LEVEL}"
    rf"|\b(?P<single>{one_of(SINGULARS)}){S}(?:count|total|base|tally|numbers?|figures?){S}(?:{_FILLER}{{0,4}})?{_LEVEL}{_MORE_LEVEL}"
    rf"|\b(?P<risen>{_COUNTED}){S}(?:[\w'’]+{S}){{0,2}}?(?:rose|grew|climbed|jumped|fell|dropped|slipped|swelled|soared|increased|surged|plunged|doubled|tripled){S}[^.;]{{0,60}}?\b(?:to|from){S}$"
    rf"|\b(?P<names>signatures){S}(?:of|from){S}(?:the{S})?$",
    re.IGNORECASE,
)
_SOLD = re.compile(r"\b(?:sold|sells?|selling|sales|shifted|shipped|moved)\b", re.IGNORECASE)
_SELLABLE = re.compile(
    r"\b(?:albums?|singles?|records?|lps?|books?|novels?|memoirs?|songs?|titles?|copies|vinyl|games?|tickets?|paperback|debut|hardback)\b",
    re.IGNORECASE,
)
_SOLD_BEFORE = re.compile(
    rf"\b(?:sold|sells|selling|shifted){S}(?:(?:a|an|another|total|of|just|only|worldwide){S})*$", re.IGNORECASE
)
_SOLD_BEHIND = re.compile(rf"{S}(?:(?:have{S}|had{S}|were{S})?(?:already{S}|been{S})*sold|sales)\b", re.IGNORECASE)
_BARE = re.compile(
    r"[.,;)]|[^\S\n](?:in|on|worldwide|globally|since|at|by|to|and|so|during|within|after|for|over)\b|$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:new|additional|more|extra|potential|fake|expected|possible|prospective|paid-for)\b", re.IGNORECASE
)
_STOCK = re.compile(rf"\b(?:{STOCK})\b", re.IGNORECASE)
_PLATFORM = re.compile(rf"\b(?:{PLATFORM})\b", re.IGNORECASE)
_WEB = re.compile(r"\b(?:web\w*|sites?|pages?|google|search|online|youtube|server|blog)\b", re.IGNORECASE)
_FAITH = re.compile(rf"\b(?:{FAITH})\b", re.IGNORECASE)
_RECEIVED = re.compile(
    r"\b(?:welcom|receiv|attract|drew|draw|host|visit|arriv|record|had|sees?\b|saw\b)", re.IGNORECASE
)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|surveys?|research\w*|experiments?|polls?|vaccines?|placebo|clinical|questionnaire)\b",
    re.IGNORECASE,
)
_TREATY = re.compile(r"\b(?:treaty|convention|agreement|pact|accord|protocol|deal)\b", re.IGNORECASE)
_HAPPENING = re.compile(rf"\b(?:{HAPPENINGS})\b", re.IGNORECASE)
_SHOWN = re.compile(r"\b(?:TV|television|broadcast|watch\w*|network|show|channel|ratings|viewers|air(?:s|ed))\b")


def metric_of(scene: Scene) -> str | None:
    """The metric that the number counts, real or not; ``None`` where it counts no audience."""
    if not scene.bound or is_amount(scene):
        return None
    return next((metric for rule in _RULES if (metric := rule(scene))), None)


def noun_counted(scene: Scene) -> str | None:
    """Read "1.2 million views", "635,000 online signatures", "thousands of outraged comments"."""
    text, end = scene.text, scene.quantity.end
    match = _NOUN_BEHIND.match(text, end, scene.limit)
    if match and (_CHANGE.search(match["modifiers"]) or is_difference(scene.before)):
        return None
    match = match or _AS_NOUN.match(text, end, scene.end) or _BEING.match(text, end, scene.limit)
    if match is None:
        return _compound(scene)
    noun = plain(match["noun"])
    return NOUNS[noun] if _holds(scene, NOUNS[noun], noun) else None


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


def _holds(scene: Scene, metric: str, noun: str) -> bool:
    """Whether a noun that also means other things means an audience here."""
    if scene.bound < _LEAST[metric]:
        return False
    sentence = scene.sentence
    if noun in _COMPANY:
        if scene.bound >= _MANY and noun in _SOCIAL:
            return True
        return _COMPANY[noun].search(sentence) is not None and (noun != "shares" or not _STOCK.search(sentence))
    if noun in _STRANGERS and _STRANGERS[noun].search(sentence):
        return False
    if noun == "followers":
        return bool(_PLATFORM.search(sentence)) or (scene.bound >= 500 and not _FAITH.search(sentence))
    return scene.bound >= _LEAST_OF_NOUN.get(noun, 0)


_SOCIAL = frozenset({"hearts", "plays", "reactions", "replies"})
_MANY = 10_000
_COMPANY = (
    {"hits": _WEB, "units": _SELLABLE, "tourists": _RECEIVED, "holidaymakers": _RECEIVED}
    | dict.fromkeys(("shares", *_SOCIAL), _PLATFORM)
    | dict.fromkeys((noun for noun, metric in NOUNS.items() if metric == "copies" and noun != "units"), _SOLD)
)
"""Nouns of many meanings to the words that must stand in their sentence."""

_STRANGERS = {"participants": _STUDY, "signatories": _TREATY, "spectators": re.compile(r"\bcapacity\s+of\b")}
"""Nouns of many meanings to the words that must not stand there."""

_LEAST_OF_NOUN = {
    "participants": 50,
    "subscriptions": 50,
    "visits": 300,
    "subs": 1000,
    "tourists": 1000,
    "holidaymakers": 1000,
}


def _times(scene: Scene) -> str | None:
    """Read "viewed more than 1.2 million times", "shared hundreds of times"."""
    if scene.bound < 10 or not _TIMES.match(scene.text, scene.quantity.end, scene.end):
        return None
    before = scene.before
    last = last_of(_PARTICIPLE, before)
    if last is None or _OTHER_CLAUSE.search(before, last.end()):
        return None
    verb = plain(last["verb"])
    if verb == "played" and scene.bound < _MANY and not _PLAYABLE.search(scene.sentence):
        return None
    return PARTICIPLES[verb]


_PLAYABLE = re.compile(
    r"\b(?:songs?|tracks?|singles?|videos?|clips?|podcasts?|radio|albums?|tunes?|recordings?|stream\w*|trailers?|online)\b",
    re.IGNORECASE,
)
"""What is played to an audience; sportsmen play so many times too."""


def _present(scene: Scene) -> str | None:
    """Read "about 300 people were in attendance", "with 3,000 in attendance"."""
    if scene.bound >= 10 and _IN_ATTENDANCE.match(scene.text, scene.quantity.end, scene.end):
        return "attendance"
    return None


def _gathering(scene: Scene) -> str | None:
    """Read "a crowd of 1,500", "an audience of 10 million", "attendance at the fair was 40,000"."""
    match = _GATHERING.search(scene.before)
    if match is None or scene.bound < 10:
        return None
    noun = match["noun"].lower()
    if noun in ("audience", "audiences"):
        return "viewers" if scene.bound >= 100_000 or _SHOWN.search(scene.sentence) else "attendance"
    if noun in EVENTS and (match["where"] or not _OF_BEFORE.search(scene.before)):
        return None
    if noun in _WANTED and (scene.bound < _LEAST_WANTED or not _WANTED[noun].search(scene.sentence)):
        return None
    if noun == "turnout" and _VOTE.search(scene.sentence):
        return None
    return GATHERINGS[noun]


_WANTED = {"ratings": _SHOWN, "following": _PLATFORM}
_LEAST_WANTED = 1000
_OF_BEFORE = re.compile(rf"\bof{S}$", re.IGNORECASE)
_VOTE = re.compile(r"\b(?:vot\w+|elect\w+|poll\w*|%|per ?cent)\b", re.IGNORECASE)


def _number_of(scene: Scene) -> str | None:
    """Read "the number of likes has passed 40,000", "subscribers rose 4 percent to 2 million"."""
    match = _NUMBER_OF.search(scene.before)
    if match is None:
        return None
    if match["single"]:
        return SINGULARS[plain(match["single"])] if scene.bound >= 100 else None
    noun = plain(match["noun"] or match["risen"] or match["names"])
    return NOUNS[noun] if _holds(scene, NOUNS[noun], noun) else None


_DRAWN = re.compile(
    rf"\b(?:{DRAWING})(?:{S}in)?(?:{S}(?:crowds{S}of|a{S}crowd{S}of|an{S}average{S}of|a{S}total{S}of|a{S}record|record|an{S}estimated|just|only|nearly))?{S}$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    rf"(?:{S}of)?{S}(?:(?!and\b|or\b|to\b|in\b)[\w'’-]+{S}){{0,2}}?(?:people|fans|guests|tourists|supporters|protesters|protestors|demonstrators|"
    rf"revellers|pilgrims|worshippers|onlookers|holidaymakers|music{S}lovers|marchers|runners|mourners|visitors)\b",
    re.IGNORECASE,
)
_SUBJECTS = (
    (re.compile(rf"\b(?:{HAPPENINGS})\b", re.IGNORECASE), "attendance"),
    (re.compile(rf"\b(?:{PLACES})\b", re.IGNORECASE), "visitors"),
    (re.compile(rf"\b(?:{PROGRAMMES})\b", re.IGNORECASE), "viewers"),
)


def _drawn(scene: Scene) -> str | None:
    """Read "the festival attracted 210,000 people", "the rally drew thousands"."""
    before = scene.before
    draws = _DRAWN.search(before) if scene.bound >= 20 else None
    if draws is None:
        return None
    text, end = scene.text, scene.quantity.end
    if not _PEOPLE.match(text, end, scene.limit) and not _BARE.match(text, end, scene.end):
        return None
    last = {metric: -1 for _, metric in _SUBJECTS}
    for pattern, metric in _SUBJECTS:
        for found in pattern.finditer(before, 0, draws.start()):
            last[metric] = max(last[metric], found.start())
    metric = max(last, key=lambda one: last[one])
    return metric if last[metric] >= 0 else None


def _sold(scene: Scene) -> str | None:
    """Read "the album has sold 2 million worldwide", "a novel with 300,000 sold"."""
    if scene.bound < 1000 or not _SELLABLE.search(scene.sentence):
        return None
    text, end = scene.text, scene.quantity.end
    if _SOLD_BEHIND.match(text, end, scene.end) or (
        _SOLD_BEFORE.search(scene.before) and _BARE.match(text, end, scene.end)
    ):
        return "copies"
    return None


_RULES: tuple[Callable[[Scene], str | None], ...] = (
    doers,
    noun_counted,
    _present,
    _times,
    _gathering,
    _number_of,
    _drawn,
    _sold,
    petitioners,
    installed_on,
)
"""In the order in which the first to speak wins."""
