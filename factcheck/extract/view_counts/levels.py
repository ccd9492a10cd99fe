"""Figures told behind what they count: "a crowd of 1,500", "its subscribers reached 2 million"."""

from __future__ import annotations

import re

from factcheck.extract.view_counts.lexicon import EVENTS, GATHERINGS, NOUNS, PLATFORM, SINGULARS
from factcheck.extract.view_counts.nouns import FILLER, holds
from factcheck.extract.view_counts.scene import S, Scene, any_of_words, one_of, plain
from factcheck.grammar.text import word_set

_CHANGES = (
    "rose|grew|climbed|jumped|fell|dropped|slipped|sank|swelled|soared|increased|surged|dwindled|ballooned|plunged|risen|"
    "grown|doubled|tripled|quadrupled|halved|rocketed|leapt|dipped|declined"
)
_LEVEL = rf"""
    (?:is|are|was|were|has|have|had|reached|passed|hit|topped|exceeded|surpassed|crossed|nears|neared|of|at|to
      |(?:stands?|stood|sits?|sat|peaked|peaks|estimated|put){S}at
      |(?:(?:more{S}than|almost|nearly|about|then|since|again|has|have|had){S}){{0,2}}(?:{_CHANGES}){S}(?:to|from)
      |totall?ed|numbered|numbering|averaged|averaging|averages)
    (?:{S}(?:now|already|reached|passed|hit|topped|exceeded|surpassed|risen{S}to|grown{S}to|estimated{S}at|put{S}at|at|just
      |only|barely|almost))*
    (?:{S}(?:a{S}record|an{S}average(?:{S}of)?|a{S}total{S}of|a{S}peak{S}of|many|between))?
    {S}$
"""
"""The words that lead from what is counted to its number, which stands at the end of the text searched."""

_WITHIN = rf"(?:{S}(?!(?:and|but|while|that|which|who|drew|drawing|attracted)\b)[\w'’.&-]+,?)"
_GATHERING = re.compile(
    rf"""
    \b(?P<noun>{one_of(GATHERINGS)})(?:{S}(?:figures?|numbers?|sizes?))?
    (?P<where>{S}(?:of|at|for|in|outside|on|inside)(?!{S}(?:of|at|for|in|to)\b){_WITHIN}{{1,6}}?)?
    (?:{S}{_LEVEL}|{S}\($)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COUNTED = (
    "views|likes|followers|subscribers|downloads|signatures|visitors|viewers|streams|listeners|subscriptions|visits"
)
_NUMBER_OF = re.compile(
    rf"""
    \b(?:(?:number|total|tally|count){S}of{S}(?:{FILLER}{{0,2}})|its{S}
      |(?:video|total|online|youtube|paid|paying|premium|daily|weekly|monthly|annual){S}|^)
    (?P<noun>{one_of(NOUNS)})(?:{S}|(?=,))
    (?:(?:of|to|on|for|at){_WITHIN}{{1,5}}?{S}|,{S}[\w'’]+(?:{S}[\w'’]+)?,{S})?
    (?:{FILLER}{{0,4}})?{_LEVEL}
    |\b(?P<single>{one_of(SINGULARS)}){S}(?:count|total|base|tally|numbers?|figures?){S}(?:{FILLER}{{0,4}})?{_LEVEL}
    |\b(?P<risen>{_COUNTED}){S}(?:[\w'’]+{S}){{0,2}}?(?:{_CHANGES}){S}[^.;]{{0,60}}?\b(?:to|from){S}$
    |\b(?P<names>signatures){S}(?:of|from){S}(?:the{S})?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SHOWN = any_of_words(r"TV|television|broadcast|watch\w*|network|show|channel|ratings|viewers|air(?:s|ed)")
_WANTED = {"ratings": _SHOWN, "following": any_of_words(PLATFORM)}
"""Gatherings of many meanings to the words that must stand in their sentence."""

_LEAST_WANTED = 1000
_LEAST_GATHERED = 10
_LEAST_OF_AUDIENCE = 100_000
"""From this number on an audience is no hall's."""

_LEAST_COUNTED = 100
_OF_BEFORE = re.compile(rf"\bof{S}$", re.IGNORECASE)
_VOTE = re.compile(r"\b(?:vot\w+|elect\w+|poll\w*)\b|%|\bper ?cent\b", re.IGNORECASE)


_LAST_WORDS = word_set("""
    is are was were has have had reached passed hit topped exceeded surpassed crossed nears neared of at to from
    totaled totalled numbered numbering averaged averaging averages now already just only barely almost
    record average many between the (
    """)
"""The words right before the number, one of which every lead ends in; most numbers have none, and need no search."""


def _before(scene: Scene) -> str | None:
    """What stands before the number, where it leads to one."""
    before = scene.before
    word = before.rstrip().rpartition(" ")[2].lower()
    return before if word in _LAST_WORDS or word[:1] == "(" else None


def gathering(scene: Scene) -> str | None:
    """Read "a crowd of 1,500", "an audience of 10 million", "attendance at the fair was 40,000"."""
    before = _before(scene) if scene.bound >= _LEAST_GATHERED else None
    match = _GATHERING.search(before) if before else None
    if match is None:
        return None
    noun = match["noun"].lower()
    if noun in ("audience", "audiences"):
        return "viewers" if scene.bound >= _LEAST_OF_AUDIENCE or _SHOWN.search(scene.sentence) else "attendance"
    if noun in EVENTS and (match["where"] or not _OF_BEFORE.search(scene.before)):
        return None
    if noun in _WANTED and (scene.bound < _LEAST_WANTED or not _WANTED[noun].search(scene.sentence)):
        return None
    return None if noun == "turnout" and _VOTE.search(scene.sentence) else GATHERINGS[noun]


def number_of(scene: Scene) -> str | None:
    """Read "the number of likes has passed 40,000", "subscribers rose 4 percent to 2 million"."""
    before = _before(scene)
    match = _NUMBER_OF.search(before) if before else None
    if match is None:
        return None
    if match["single"]:
        return SINGULARS[plain(match["single"])] if scene.bound >= _LEAST_COUNTED else None
    noun = plain(match["noun"] or match["risen"] or match["names"])
    return NOUNS[noun] if holds(scene, noun) else None
