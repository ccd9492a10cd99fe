"""When it happened: the day or time that the sentence tells of the harm, or of what did it, not of who says so."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.extract.casualties.lexicon import TRIGGER_WORDS
from factcheck.extract.context import Context
from factcheck.grammar.clauses import event_at, read
from factcheck.grammar.text import Span, word_set
from factcheck.grammar.timex import Timex
from factcheck.grammar.timex.other_languages import timexes_of
from factcheck.grammar.triggers import Triggers
from factcheck.model import ENGLISH, Event

_HARM = frozenset(word for phrase in TRIGGER_WORDS for word in phrase.split() if len(word) > 3)
_HAPPENINGS = word_set(
    """
    accident accidents airstrike airstrikes ambush ambushed assassination assault attack attacked attacking
    attacks avalanche battle beheaded blast blasts blew bomb bombed bombing bombings bombs broke burned burst
    came capsized caused causing claimed clash clashed clashes collapse collapsed collapses collided collision
    crash crashed crashes cyclone deaths derailed derailment detonated died disaster drive-by drove earthquake
    earthquakes entered erupted eruption execution explode exploded explosion explosions fell fighting fire
    fired firefight fires flood flooding floods gunfight gunfire gunned hijacked hijacking hit homicide hurled
    hurricane incident incidents killings landslide landslides leaving left massacre massacred mishap mudslide
    murder murders opened overturned planted ploughed plowed protest protests quake raid raided raids rammed
    rampage ran resulted riot riots ripped robbery sank seized sent set shelled shelling shooting shootings
    siege sinking slammed spree stabbing stabbings stampede standoff storm stormed strafed strike strikes struck
    suffered swept targeted threw thrown took torched tore tornado tornadoes tragedy tsunami turned turning
    typhoon unrest violence went wreck
    """
)
_AFTERWARDS = word_set(
    "taken rushed transported airlifted flown admitted treated released found recovered condition toll number remain "
    "remains reported confirmed pronounced number"
)
_HARMING = (_HARM | _HAPPENINGS) - _AFTERWARDS
_VAGUE = re.compile(
    r"^(?:that|this|the|same|about|around)?\s*(?:same\s)?(?:evening|night|morning|afternoon|day|week|time)$|"
    r"later|earlier$|\bthat\b|\bsame\b"
)
_CLOCK = re.compile(r"T\d\d:\d\d$")
_REACH = 80
_AS_OF = re.compile(
    r"\b(?:as[^\S\n]of|by|since|until|till|from|between|before|after|court|according[^\S\n]to[^,;]{1,60})"
    r"(?:[^\S\n](?:late|early|on))?[^\S\n]$",
    re.IGNORECASE,
)


_DAY_WORDS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun tues thur
    thurs today yesterday tonight overnight weekend christmas easter
    """
)
_DAY_PHRASES = (
    *(f"last {unit}" for unit in ("night", "week", "month", "year", "spring", "summer", "autumn", "fall", "winter")),
    *(f"this {unit}" for unit in ("morning", "afternoon", "evening", "week", "month", "year")),
)
_DAYS = Triggers(dict.fromkeys((*sorted(_DAY_WORDS), *_DAY_PHRASES), "day"))
_YEAR = re.compile(r"\b(?:(?:1[5-9]|20)\d\d|May)\b")
"""One of both is in every time that is sure to say its day, month or year alone; "May" is told from "may" by this."""


def moments(context: Context, block: Span) -> list[Timex]:
    """The times of a sentence at which something happened that harms people, in text order.

    The sentence is read alone: what counts from another sentence's date is not sure.
    """
    text = context.text
    if next(_DAYS.find(text, *block), None) is None and _YEAR.search(text, *block) is None:
        return []
    local = timexes_of(text[block.start : block.end], context.published, language=context.language)
    times = [replace(timex, start=timex.start + block.start, end=timex.end + block.start) for timex in local]
    if context.language != ENGLISH or not any(_is_sure(text, timex) for timex in times):
        return []
    sentence = read(text, block.start, block.end, times)
    return [
        timex
        for timex in times
        if _is_sure(text, timex) and _is_of_harm(text, event_at(sentence, sentence.times[timex.start]))
    ]


def _is_of_harm(text: str, event: Event | None) -> bool:
    return event is not None and text[event.start : event.end].lower() in _HARMING


def _is_sure(text: str, timex: Timex) -> bool:
    if timex.type not in ("DATE", "TIME") or timex.first is None or timex.range is not None:
        return False
    if (
        timex.granularity == "decade"
        or _VAGUE.search(timex.text.lower())
        or _AS_OF.search(text, max(0, timex.start - _REACH), timex.start)
    ):
        return False
    if (
        timex.granularity == "year"
        and timex.mod is None
        and not _IN.search(text, max(0, timex.start - 12), timex.start)
    ):
        return False
    return not _CLOCK.search(timex.value) or next(_DAYS.find(text, timex.start, timex.end), None) is not None


_IN = re.compile(r"\b(?:in|the|of|during|[Ii]n)[^\S\n]$")
