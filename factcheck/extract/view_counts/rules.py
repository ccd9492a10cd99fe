"""What a number counts of an audience, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.extract.view_counts.doers import doers, installed_on, petitioners
from factcheck.extract.view_counts.gates import is_amount
from factcheck.extract.view_counts.levels import gathering, number_of
from factcheck.extract.view_counts.lexicon import DRAWING, HAPPENINGS, PARTICIPLES, PLACES, PROGRAMMES, SELLABLE
from factcheck.extract.view_counts.nouns import FILLER, noun_counted
from factcheck.extract.view_counts.scene import S, Scene, any_of_words, last_of, one_of, plain

_TIMES = re.compile(
    rf"(?:{S}of)?{S}(?:{FILLER}{{0,1}})times\b(?!{S}(?:more|less|as{S}(?!of\b)|higher|larger|bigger|the|that|fewer|greater|[a-z]+er)\b)",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(rf"\b(?P<verb>{one_of(PARTICIPLES)})\b", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r"\b(?:was|were|be|been|he|she|they|who|stabbed|shot|won|hit|called|arrested|voted)\b")
"""Between a participle and its "n times", these tell that the times are another verb's."""
_IN_ATTENDANCE = re.compile(
    rf"{S}(?:{FILLER}{{0,2}})?(?:people|fans|spectators|persons|visitors|guests|supporters|mourners|students|members)?{S}?"
    rf"(?:(?:were|was){S}(?:present{S})?(?:at|in{S}attendance)|in{S}attendance)\b",
    re.IGNORECASE,
)
_SELLABLE = any_of_words(SELLABLE)
_SOLD_BEFORE = re.compile(
    rf"\b(?:sold|sells|selling|shifted){S}(?:(?:a|an|another|total|of|just|only|worldwide){S})*$", re.IGNORECASE
)
_SOLD_BEHIND = re.compile(rf"{S}(?:(?:have{S}|had{S}|were{S})?(?:already{S}|been{S})*sold|sales)\b", re.IGNORECASE)
_BARE = re.compile(
    r"[.,;)]|[^\S\n](?:in|on|worldwide|globally|since|at|by|to|and|so|during|within|after|for|over)\b|$",
    re.IGNORECASE,
)


def metric_of(scene: Scene) -> str | None:
    """The metric that the number counts, real or not; ``None`` where it counts no audience."""
    if not scene.bound or is_amount(scene):
        return None
    return next((metric for rule in _RULES if (metric := rule(scene))), None)


def _times(scene: Scene) -> str | None:
    """Read "viewed more than 1.2 million times", "shared hundreds of times"."""
    if scene.bound < 10 or not _TIMES.match(scene.text, scene.quantity.end, scene.end):
        return None
    before = scene.before
    last = last_of(_PARTICIPLE, before)
    if last is None or _OTHER_CLAUSE.search(before, last.end()):
        return None
    verb = plain(last["verb"])
    if verb == "played" and scene.bound < _LEAST_PLAYED and not _PLAYABLE.search(scene.sentence):
        return None
    return PARTICIPLES[verb]


_LEAST_PLAYED = 10_000
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
    gathering,
    number_of,
    _drawn,
    _sold,
    petitioners,
    installed_on,
)
"""In the order in which the first to speak wins."""
