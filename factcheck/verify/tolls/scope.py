"""Whether a statement is of the article's own event or of others: history, sibling attacks, sums over a series."""

from __future__ import annotations

import re
from functools import lru_cache

_S = r"[^\S\n]"
_EVENT = (
    r"(?:attacks?|bombings?|blasts?|explosions?|incidents?|raids?|shootings?|bombs?|massacres?|assaults?|ambush(?:es)?|"
    r"clash(?:es)?|strikes?|airstrikes?|accidents?|crash(?:es)?|earthquakes?|disasters?|riots?|killings?|murders?|stabbings?|"
    r"violence|assassinations?|homicides?|battles?|operations?|rampages?|siege|fires?|floods?|deaths?)"
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|many|numerous|\d{1,2})"
_HARM = r"(?:killed|killing|injured|injuring|wounded|wounding|left|claimed|claiming|died|perished|murdered|took|cost)"
_STEP = rf"(?:(?!{_HARM}\b|in\b|was\b|were\b|when\b|by\b|people\b|person\b)[\w'’-]+{_S})"
"""A word between others that tells of nobody harmed."""

_BACKGROUND = re.compile(
    rf"""
      \bsince\b{_S}(?:\w+{_S}){{0,4}}(?:19|20)\d\d\b
    | \b(?:have|has){_S}(?:been{_S})?{_HARM}{_S}[^.;]{{0,60}}\bsince\b
    | \b(?:insurgency|conflict|war|campaign|uprising|intifada|unrest|fighting|rebellion|feud|strife|violence|
      struggle){_S}
      (?:\w+{_S}){{0,8}}?(?:(?:has|have){_S}(?:already{_S})?|that{_S}|which{_S}){_HARM}\b
    | \b(?:so{_S}far|already|earlier){_S}this{_S}(?:year|month|week)\b | \bthis{_S}year\b | \byear-to-date\b
    | \bin{_S}(?:the{_S})?(?:past|last|recent|previous|preceding){_S}(?:\w+{_S}){{0,2}}?(?:days?|weeks?|months?|
      years?|decades?)\b
    | \bsince{_S}then\b | \bin{_S}the{_S}(?:lead|run)[- ]?up\b
    | \b(?:over|during|within){_S}the{_S}(?:past|last|course|years|previous)\b
    | \b(?:died|dies|dying|death){_S}(?:of|from){_S}(?:natural{_S}causes|cancer|leuk\w+|a{_S}heart{_S}attack|
      aids|old{_S}age|disease)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SERIES = re.compile(
    rf"""
      \b(?:in|by|from|of|during){_S}(?:both|all(?:{_S}of)?(?:{_S}the)?(?:{_S}{_NUMBER})?|the{_S}{_NUMBER}|these|those){_S}
      (?:\w+{_S}){{0,2}}?(?:attacks|bombings|blasts|explosions|incidents|raids|shootings|strikes|accidents)\b
    | \b(?:combined|overall|series{_S}of|string{_S}of|spate{_S}of|wave{_S}of){_S}(?:\w+{_S}){{0,2}}
      (?:total|toll|attacks|bombings|blasts|explosions|incidents|violence)\b
    | \b(?:attacks|bombings|blasts|explosions|bombs|incidents),?{_S}which{_S}(?:\w+{_S})?{_HARM}{_S}a{_S}total\b
    | \b(?:related{_S}bombings|related{_S}violence)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ELSEWHERE = re.compile(
    rf"""
      \b(?:previous|earlier|prior|similar|separate|different|unrelated|other|another|last|recent|past|first|latest){_S}{_STEP}{{0,3}}?{_EVENT}\b
    | \b(?:the|a){_S}(?:previous|preceding){_S}(?:day|week|month|year|night|evening|morning)\b
    | \blast{_S}(?:year|summer|winter|spring|fall|autumn|january|february|march|april|may|june|july|august|
      september|october|november|december)\b
    | \b(?:days?|weeks?|months?|years?|hours?|minutes){_S}(?:before|after|earlier|ago|prior|apart|
      following){_S}{_STEP}{{0,6}}?{_EVENT}\b
    | \b(?:days?|weeks?|months?|years?){_S}(?:ago|earlier|prior|before)\b
    | \b(?:days?|weeks?|months?|years?){_S}after{_S}(?!he\b|she\b|they\b|it\b|his\b|her\b|being\b|
      surgery\b)(?:(?:a|an|the){_S})?[\w'’-]+{_S}(?:[\w'’-]+{_S}){{0,4}}?(?:was|were|had{_S}been)\b
    | \bsame{_S}(?:day|time|week|month|evening|night|morning|area|region){_S}(?:that|as|when|in{_S}which)\b
    | \b(?:anniversary|similar{_S}to|reminiscent|avenge|infamous|notorious|commemorat\w+|
      on{_S}the{_S}heels{_S}of|spate|mock)\b
    | \b(?:retaliation|revenge|retribution|reprisal|response|protest|reaction|vengeance){_S}(?:for|to|against|
      over|at|of)\b
    | \b(?:following|after|since|near|amid|over|scene{_S}of|site{_S}of|involvement{_S}in|aftermath{_S}of|
      memory{_S}of|role{_S}in){_S}
      (?:a|an|the){_S}{_STEP}{{0,4}}?{_EVENT}{_S}(?:[\w'’().-]+{_S}){{0,8}}?(?:that|which|where|when){_S}
    | \b(?:news|spread|reports|word){_S}of{_S}(?:a|an|the){_S}{_STEP}{{0,4}}?{_EVENT}\b
    | \bsince{_S}(?:a|an|the){_S}(?:[\w.]+{_S}){{0,3}}?{_EVENT}\b
    | \bat{_S}a{_S}later{_S}date\b | \b(?:months|years){_S}later\b | \bon{_S}the{_S}day{_S}(?:that|when)\b
    | \bin{_S}(?:another|a{_S}separate|a{_S}second|an{_S}unrelated|a{_S}similar|other){_S}
    | \b(?:elsewhere|previously|formerly)\b
    | \bon{_S}(?:this|the{_S}same){_S}day\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_IN_ALL = re.compile(rf"\W*(?:a{_S}total{_S}of|in{_S}total|in{_S}all|overall|altogether)\b", re.IGNORECASE)
_ONE_OF = re.compile(
    rf"\b(?:one|part|first|second|third|latest){_S}(?:of|in){_S}(?:\w+{_S}){{1,4}}?(?:attacks|bombings|blasts|explosions|incidents|shootings|bombs)\b",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    rf"""
      \b(?:claim(?:ed|s|ing)?|stated|boasted|alleged){_S}(?:that{_S}|to{_S}have{_S}|(?:it|they|he|its){_S}|{_NUMBER}{_S}|the{_S}group{_S})
    | \bclaim(?:ed|s|ing)?{_S}credit\b[^.;]{{0,60}}\b(?:stated|said|claimed|killing)\b
    | \baccording{_S}to{_S}the{_S}(?:attack{_S})?(?:claim|statement)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MILITANT = re.compile(
    r"\b(?:taliban|group|militants?|insurgents?|rebels?|mujahide?en|al-?qa[ei]da|hamas|front|brigades?|army|organi[sz]ation|"
    r"shabaab|gunmen|islamic|jihad)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"\b(?:[Ii]n|[Ss]ince|[Oo]f)(?:{_S}[A-Z][a-z]+)?{_S}(?P<year>(?:19|20)\d\d)\b(?!-)")
_OF_OTHERS = re.compile(
    r"\W*(?:related|read more|see also|also (?:read|see|on)|more (?:from|on|stories)|watch|"
    r"recommended)\b[^.]{0,12}[:►|]",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"[,;]|\b(?:after|when|while|which|that|who|as|amid|despite|though|although|before|following|but|the attack)\b",
    re.IGNORECASE,
)


def is_other(text: str, start: int, end: int, position: int, year: int | None = None) -> bool:
    """Whether the sentence ``text[start:end]`` tells at ``position`` of another event or of a whole series.

    A cue behind the position counts where nothing parts the two: "12 died on Monday, a week after another attack" is
    of Monday. ``year`` is that of the article, where it is known.
    """
    sentence, place = text[start:end], position - start
    if _OF_OTHERS.match(sentence):
        return True
    if _IN_ALL.match(sentence) and _ONE_OF.search(text, max(0, start - 240), start):
        return True
    if year is not None and any(abs(int(one["year"]) - year) > 1 for one in _YEAR.finditer(sentence)):
        return True
    for cue in _cues(sentence):
        if cue <= place or not _PARTS.search(sentence, place, cue):
            return True
    claimed = _CLAIMED.search(sentence)
    return claimed is not None and claimed.start() <= place and _MILITANT.search(sentence, 0, place) is not None


@lru_cache(maxsize=4)
def _cues(sentence: str) -> tuple[int, ...]:
    """Where the cues of other events begin; kept, for a sentence is asked about once for each who was harmed."""
    return tuple(cue.start() for cues in (_BACKGROUND, _SERIES, _ELSEWHERE) for cue in cues.finditer(sentence))
