"""Whether a count is of the event told, of a time or a series, or of another event that the text looks back to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.sentence import Sentence
from factcheck.grammar.timex import Timex

_REACH = 200
"""Code points looked at on either side of a figure, within its statement."""

_S = r"[^\S\n]"
_SPAN = rf"(?:{_S}[\w-]{{1,12}}){{0,3}}?{_S}(?:years?|months?|weeks?|decades?|days?|24{_S}hours)"
_OVER_A_TIME = re.compile(
    rf"\bso{_S}far\b|\bto{_S}date\b|\b(?:until|up{_S}to|till){_S}now\b|\bthus{_S}far\b|"
    rf"\b(?:over|in|during|within){_S}(?:the{_S})?(?:past|last|previous){_SPAN}\b|"
    rf"\b(?:over|in|during){_S}(?:the{_S})?(?:course{_S}of|years{_S}of|months{_S}of|decades{_S}of)\b|"
    rf"\bannually\b|\b(?:each|every|per|a){_S}(?:year|month|day|week)\b|\byearly\b|"
    rf"\b(?:in|during|of|by){_S}(?:the{_S})?(?:[\w’'-]+{_S}){{0,3}}?(?:war|conflict|pandemic|epidemic|outbreak|insurgency|"
    rf"genocide|uprising|civil{_S}war|famine)\b|"
    rf"\b(?:in|by|from){_S}(?:both|the{_S}two|the{_S}three|the|a{_S}series{_S}of|a{_S}string{_S}of|a{_S}wave{_S}of|"
    rf"several|separate){_S}(?:[\w-]+{_S}){{0,2}}?(?:attacks|bombings|shootings|incidents|blasts|explosions|crashes|raids|"
    rf"clashes)\b|"
    rf"\b(?:between|from){_S}(?:[A-Z]\w+{_S})?\d{{4}}{_S}(?:and|to|until){_S}(?:[A-Z]\w+{_S})?\d{{4}}\b|"
    rf"\bthis{_S}year\b(?!['’]s)|\btotal{_S}(?:number|toll)\b|\bnumber{_S}of{_S}(?:\w+{_S})?(?:deaths|fatalities)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"\bsince\b(?!{_S}(?:he|she|they|it|the{_S}attack|then{_S}been)\b)", re.IGNORECASE)
_SUPERLATIVE = re.compile(r"\b(?:\w+est|most|first|worst)\b", re.IGNORECASE)
_DISEASE = re.compile(
    r"\b(?:coronavirus|covid|\w*virus|pandemic|epidemic|outbreak|measles|cholera|ebola|malaria|dengue|opioid|overdose|"
    r"influenza|sars)",
    re.IGNORECASE,
)
_OF_A_DAY = re.compile(rf"\b(?:new|daily|yesterday|(?:one|single){_S}day|today)\b", re.IGNORECASE)
_TOTAL_OF_DISEASE = 10
"""Deaths of a disease below this are single cases as often as totals."""

_LOOKS_BACK = re.compile(
    rf"\b(?:last|previous|earlier{_S}this|earlier{_S}that){_S}year\b|\b(?:years?|months?|decades?){_S}(?:ago|earlier|before)\b|"
    rf"\b(?:similar|previous|earlier|past|last{_S}major|preceding){_S}(?:\w+{_S})?(?:attack|bombing|blast|explosion|shooting|crash|"
    rf"earthquake|disaster|accident|fire|incident|strike|raid|ambush)\b",
    re.IGNORECASE,
)
_RECENT = timedelta(days=31)
_FOLLOWS = timedelta(days=1)
_LONG_AGO = timedelta(days=60)
"""Days before publication from which a dated event is another than the one reported."""

_PARTS = re.compile(rf";|[,—–]{_S}(?:but|while|whereas|although|though)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a count is told.

    ``published`` is the article's day; ``leads`` says that the sentence is of the text's first, ``follows`` that the
    text told a count of its own event before.
    """

    published: date | None
    leads: bool
    follows: bool


def scope_of(sentence: Sentence, figure: Figure, when: Timex | None, setting: Setting) -> str | None:
    """``event``, ``cumulative`` or ``other``; ``None`` where nothing tells."""
    statement = _statement(sentence, figure)
    if _is_cumulative(statement, figure):
        return "cumulative"
    if when is not None and setting.published is not None:
        return _by_day(when, setting.published, follows=setting.follows)
    if _LOOKS_BACK.search(statement):
        return "other" if setting.follows else None
    return "event" if setting.leads else None


def _by_day(when: Timex, published: date, *, follows: bool) -> str | None:
    """What the day of the event tells beside that of the article."""
    if when.first is None or when.last is None:
        return None
    if when.last < published - _LONG_AGO:
        return "other" if follows else None
    if when.granularity in ("year", "decade"):
        return None
    return "event" if published - _RECENT <= when.last and when.first <= published + _FOLLOWS else None


def _is_cumulative(statement: str, figure: Figure) -> bool:
    if _OVER_A_TIME.search(statement):
        return True
    since = _SINCE.search(statement)
    if since is not None and not _SUPERLATIVE.search(statement[: since.start()]):
        return True
    bound = figure.low if figure.low is not None else figure.high or 0
    return bound >= _TOTAL_OF_DISEASE and bool(_DISEASE.search(statement)) and not _OF_A_DAY.search(statement)


def _statement(sentence: Sentence, figure: Figure) -> str:
    """The words of the figure's own statement: up to the marks that part statements on either side."""
    text, words = sentence.text, sentence.words
    start, end = max(words[0].start, figure.start - _REACH), min(words[-1].end, figure.stop + _REACH)
    for mark in _PARTS.finditer(text, start, end):
        if mark.end() <= figure.start:
            start = mark.end()
        elif mark.start() >= figure.stop:
            end = mark.start()
            break
    return text[start:end]
