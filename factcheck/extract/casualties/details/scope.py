"""Whether a count is of the event told, of a time or a series, or of another event that the text looks back to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.sentence import Sentence
from factcheck.grammar.text import word_set
from factcheck.grammar.timex import Timex
from factcheck.grammar.triggers import Triggers

_REACH = 200
"""Code points looked at on either side of a figure, within its statement."""

_S = r"[^\S\n]"
_SPAN = rf"(?:{_S}[\w-]{{1,12}}){{0,3}}?{_S}(?:years?|months?|weeks?|decades?|days?|24{_S}hours)"
_EVENTS = (
    r"(?:attack|bombing|blast|explosion|shooting|crash|earthquake|disaster|accident|fire|incident|strike|raid|ambush|"
    r"clash|killing|murder)(?:e?s)"
)
_THIS_YEAR = (
    rf"(?<!earlier{_S})(?<!later{_S})(?<!early{_S})(?<!late{_S})(?<![a-z]ary{_S})(?<!march{_S})(?<!april{_S})(?<!may{_S})"
    rf"(?<!june{_S})(?<!july{_S})(?<!august{_S})(?<!ber{_S})this{_S}year"
)
"""Not of one month of it."""

_STRIFE = (
    rf"(?:war(?!{_S}(?:group|memorial|crimes?|office))|conflict|pandemic|epidemic|outbreak|insurgency|genocide|uprising|"
    r"famine)"
)
_SERIES = rf"(?:both|the{_S}(?:two|three|four|five)|a{_S}(?:series|string|wave|spate){_S}of|several|separate)"
_TIMES = (
    rf"so{_S}far|to{_S}date|thus{_S}far|(?:until|up{_S}to|till){_S}now|annually|yearly|year['’]s{_S}toll",
    rf"(?:over|in|during|within){_S}(?:the{_S})?(?:past|last|previous){_SPAN}",
    rf"(?:over|in|during){_S}(?:the{_S})?(?:course|years|months|decades){_S}of",
    rf"(?:each|every|per){_S}(?:year|month|week)|per{_S}day",
    rf"(?:people|children|deaths|lives|victims|killings|murders|homicides|fatalities){_S}a{_S}(?:year|month|day|week)",
    _THIS_YEAR,
    rf"(?:in|during|of|by){_S}(?:the{_S})?(?:[\w’'-]+{_S}){{0,3}}?{_STRIFE}",
    rf"(?:in|by|from|between){_S}{_SERIES}{_S}(?:[\w-]+{_S}){{0,2}}?{_EVENTS}",
    rf"(?:between|from){_S}(?:[A-Z]\w+{_S})?\d{{4}}{_S}(?:and|to|until){_S}(?:[A-Z]\w+{_S})?\d{{4}}",
)
_OVER_A_TIME = re.compile(rf"\b(?:{'|'.join(_TIMES)})\b(?!['’])", re.IGNORECASE)
_SINCE = re.compile(
    rf"(?<!have{_S})(?<!has{_S})(?<!had{_S})\bsince\b(?!{_S}(?:he|she|they|it|the{_S}(?:attack|two))\b)",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(r"\b(?:\w+est|most|first|worst)\b", re.IGNORECASE)
_NO_SUM = re.compile(
    rf"{_SUPERLATIVE.pattern}|\b(?:held|detained|captive|hostage|missing|jailed|imprisoned|going{_S}on|lived|worked|knew|"
    r"known|friends|open|closed|married|time)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
"""What makes "since" tell of no sum: a comparison, or how long somebody has been held."""

_DISEASE = re.compile(
    r"\b(?:covid\S{0,3}|\w{0,12}virus|pandemic|epidemic|outbreak|measles|cholera|ebola|malaria|dengue|opioid|overdose|"
    r"influenza|flu|sars|plague|disease)\b",
    re.IGNORECASE,
)
_NEW = re.compile(rf"\b(?:new|daily|(?:one|single){_S}day|additional)\b", re.IGNORECASE)
_SINGLE_CASES = 10
"""Deaths of a disease below this are single cases as often as totals."""

_LOOKS_BACK = re.compile(
    rf"\b(?:(?:last|previous|earlier{_S}this|earlier{_S}that){_S}year|(?:years?|months?|decades?){_S}(?:ago|earlier|before)|"
    rf"(?:previous|preceding){_S}(?:day|week|month)|day{_S}(?:before|earlier)|(?:days|weeks){_S}(?:before|earlier)|"
    rf"(?:comes?|came|coming){_S}(?:\w+{_S}){{0,4}}after|follow(?:s|ed|ing){_S}(?:a|an|last)|"
    rf"in{_S}(?:retaliation|response|revenge|reprisal){_S}(?:for|to)|"
    rf"(?:similar|previous|earlier|past|last{_S}major|preceding){_S}(?:\w+{_S})?(?:attack|bombing|blast|explosion|"
    rf"shooting|crash|earthquake|disaster|accident|fire|incident|strike|raid|ambush))\b",
    re.IGNORECASE,
)
_CUE_WORDS = word_set(
    """
    far date comes came come coming follows followed following day days weeks retaliation response revenge
    reprisal annually yearly past last previous previously year years month months week decade decades course
    war conflict insurgency genocide uprising famine both series string wave spate several separate since
    attacks bombings blasts explosions shootings crashes accidents fires incidents strikes raids clashes
    killings ago earlier before similar preceding now virus coronavirus covid pandemic epidemic outbreak measles
    cholera ebola malaria dengue opioid overdose influenza flu plague sars disease covid-19
    """
)
_CUES = Triggers(dict.fromkeys(sorted(_CUE_WORDS), "cue"))
"""Words of which every rule of this module needs one."""

_RECENT = timedelta(days=31)
_FOLLOWS = timedelta(days=1)
_LONG_AGO = timedelta(days=60)
"""Days before publication from which a dated event is another than the one reported."""

_PARTS = re.compile(rf";|[,—–]{_S}(?:but|while|whereas|although|though)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a count is told.

    ``published`` is the article's day; ``leads`` says that the sentence is of the text's first, ``event`` is the last
    day of the event that the text told of before, ``date.max`` where it told of one on no day, ``None`` where it did
    not.
    """

    published: date | None
    leads: bool
    event: date | None


def scope_of(sentence: Sentence, figure: Figure, when: Timex | None, setting: Setting) -> str | None:
    """``event``, ``cumulative`` or ``other``; ``None`` where nothing tells."""
    start, end = _statement(sentence, figure)
    cued = next(_CUES.find(sentence.text, start, end), None) is not None
    statement = sentence.text[start:end] if cued else ""
    of_disease = _DISEASE.search(statement) is not None
    if cued and _is_cumulative(statement, figure, when, of_disease=of_disease):
        return "cumulative"
    before = statement[: figure.start - start]
    since = before.rfind(" since ") > before.rfind(",")
    if when is not None and setting.published is not None and not since:
        return _by_day(when, setting)
    if _LOOKS_BACK.search(statement) or (since and _SUPERLATIVE.search(before)):
        return "other" if setting.event else None
    return "event" if setting.leads and not of_disease and not since else None


def _by_day(when: Timex, setting: Setting) -> str | None:
    """What the day of the event tells beside those of the article and of the event that it told before."""
    published = setting.published
    if when.first is None or when.last is None or published is None:
        return None
    earlier = setting.event is not None and when.last + _FOLLOWS < setting.event != date.max
    if when.last < published - _LONG_AGO or earlier:
        return "other" if setting.event else None
    if when.first != when.last and not setting.leads:
        return None
    return "event" if published - _RECENT <= when.last and when.first <= published + _FOLLOWS else None


def _is_cumulative(statement: str, figure: Figure, when: Timex | None, *, of_disease: bool) -> bool:
    bound = figure.low if figure.low is not None else figure.high or 0
    if figure.single or bound == 1:  # "a man was shot, the third in a year"
        return False
    if _OVER_A_TIME.search(statement):
        return True
    dated = when is not None and when.first == when.last
    since = None if dated else _SINCE.search(statement)
    if since is not None and not _NO_SUM.search(statement, 0, since.start()):
        return True
    return of_disease and bound >= _SINGLE_CASES and not dated and not _NEW.search(statement)


def _statement(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    """The stretch of the figure's own statement: up to the marks that part statements on either side."""
    text, words = sentence.text, sentence.words
    start, end = max(words[0].start, figure.start - _REACH), min(words[-1].end, figure.stop + _REACH)
    for mark in _PARTS.finditer(text, start, end):
        if mark.end() <= figure.start:
            start = mark.end()
        elif mark.start() >= figure.stop:
            end = mark.start()
            break
    return start, end
