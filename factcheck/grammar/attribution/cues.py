"""The verbs and phrases that hand a statement to a speaker, and the speaker's words on either side of them."""

from __future__ import annotations

import re

from factcheck.grammar.names.lexicon import ROLE_PLURALS, ROLES
from factcheck.grammar.names.mentions import mentions
from factcheck.grammar.text import Span, is_abbreviation, word_set

VERBS = """
    said says say told tells tweeted tweets wrote writes added adds stated states claimed claims announced announces
    reported reports confirmed confirms warned warns declared declares explained explains noted notes insisted insists
    argued argues alleged alleges acknowledged admitted denied denies estimated estimates suggested suggests replied
    responded testified recalled revealed disclosed commented posted remarked stressed emphasized emphasised asserted
    maintained believes believed predicted predicts concluded observed continued reiterated conceded indicated
    contended contends retweeted pledged retorted exclaimed asked shouted joked quipped lamented complained cautioned
    countered urged vowed boasted hinted recounted wondered mused
"""
"""Verbs whose subject speaks, in the forms that news copy uses of a speaker."""

_INVERTING = word_set(
    """
    said says tweeted wrote writes added adds stated explained noted insisted argued warned declared announced replied
    responded recalled remarked commented posted reports reported concluded continued claimed retorted exclaimed asked
    shouted joked quipped lamented complained cautioned countered wondered mused
    """
)
"""Verbs that stand before their subject as well ("…," tweeted X)."""

_NOUN_LIKE = word_set("reports claims estimates states notes tweets posted believed observed predicts continued")
"""Forms that are as often nouns or participles: they need a named subject."""

_VERBS = word_set(VERBS)
CUE = re.compile(
    r"\b(?:(?P<according>[Aa]ccording to)|(?P<verb>" + "|".join(VERBS.split()) + r"))\b(?![-’'])"
    r"(?!(?<=claimed)\s+(?:[\w,.-]+\s+){0,4}(?:lives|life|victims?)\b)"
)
"""A cue; disasters that "claimed 20 lives" say nothing."""
_ADVERBS = re.compile(
    r"\s(?:has|have|had|also|later|earlier|then|further|previously|repeatedly|both|all|recently|publicly|today|"
    r"yesterday|initially|reportedly|originally|once|again|already|subsequently|privately|"
    r"(?:(?:on|as of) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:during|over) the (?:weekend|week|day|night))$"
)
_MOST_ADVERBS = 4
_LONGEST_ADVERB = 24
_BOUNDARY = re.compile(
    r"[,;:()“”\"]|(?<!\w)-\s|--|[–—](?=\s)|…|\b(?:that|but|and|when|while|as|after|before|because|although|though|"
    r"if|where|which|who|"
    r"whom|since|until|what|how)\b",
    re.IGNORECASE,
)
_LONGEST_SPEAKER = 140
"""Code points of a speaker's words looked at beside a verb; titled speakers stay below it."""
_AFTER_END = re.compile(
    r"[,;:!?()“”\"\n]|\.(?=\s|$)|\s[–—-]\s|\s(?:on|in|at|who|which|when|as|during|after|before|late|early|last|this|"
    r"while|to|but|and|about|that|yesterday|today|earlier|via|through|following|by|with|adding|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_DETERMINERS = word_set(
    "the a an one some several many two three four five his her their its local both most other all"
)
_PREPOSITIONS = word_set(
    "in on at by from to for with under during of about into against like unlike amid despite".strip()
)
PRONOUNS = word_set("he she they i we")
_SPEAKERS = word_set(
    """
    police officials authorities investigators prosecutors doctors witnesses experts analysts researchers scientists
    reports sources organisers organizers activists residents rescuers firefighters officers critics lawyers media
    paramedics survivors spokespeople economists historians leaders ministers lawmakers forecasters seismologists
    rebels militants aides diplomats executives locals family relatives eyewitnesses spokesman spokeswoman official
    spokesperson troops developers medics detectives coroners campaigners scholars academics meteorologists
    statement parents neighbours neighbors supporters opponents journalists observers fans ministry agency
    department government hospital company military army court council university report study coroner newspaper
    prosecutor officer organisation organization group team commission committee administration association union
    """
)
"""Lower-case heads that speak without a name."""

_DOINGS = word_set("continued responded")
"""Verbs of other deeds as well, unless what was said follows: "unrest continued", "officers responded quickly"."""

_SAYING_NEXT = re.compile(r"\s*[.,:\"“]|\s+that\b")
_TOLD_OF = re.compile(r"\b(?:said|says|reported|reports|told|stated)\s+(?=(?:the|a|an|its|his|her|their)\s)")
"""What stands before a speaker of whom another speaks: "the agency reported the mayor said"."""

_SUMS = word_set("total number toll highest latest first")
"""Words before a participle that only describes the next noun: "the total reported casualties"."""

_PASSIVE = word_set("is are was were be been being gets got it there not to as which having widely")
"""Words right before a form that make it passive or impersonal ("was told", "as reported")."""


_NO_SUBJECT_ENDS = _PASSIVE | _PREPOSITIONS | _SUMS


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def speaker_before(text: str, start: int, cue: int, verb: str) -> Span | None:
    """Return the span of the subject that ends before the verb at ``cue``, looking back no further than ``start``."""
    if verb in _DOINGS and _SAYING_NEXT.match(text, cue + len(verb)) is None:
        return None
    start = max(start, cue - _LONGEST_SPEAKER)
    end = _trimmed(text, start, cue).end
    for _ in range(_MOST_ADVERBS):
        adverb = _ADVERBS.search(text, max(start, end - _LONGEST_ADVERB), end)
        if adverb is None:
            break
        end = adverb.start()
    if text[max(start, end - 4) : end].lower().endswith(" who"):
        end = _trimmed(text, start, end - 4).end
        end -= text[end - 1 : end] == ","
    elif end > start and text[end - 1] == ",":
        apposition = _apposition(text, start, end - 1)
        if apposition is None:
            return None
        end = apposition
    return _subject(text, start, _trimmed(text, start, end).end, verb)


_FROM = re.compile(r"\s*(?:from|of|in|near)\s")


def _apposition(text: str, start: int, end: int) -> int | None:
    """Where the speaker ends that has an apposition before ``end``; ``None`` where there is none.

    It is the name that "…, the head of X," describes, or the one in "the head of X, A,".
    """
    comma = text.rfind(",", start, end)
    if comma < 0:
        return None
    wider = text.rfind(",", start, comma)
    if wider >= 0 and _FROM.match(text, wider + 1, comma):  # "A, from Ashford, Kent, said"
        comma = wider
    inner = text[comma + 1 : end].split()
    describes = bool(inner) and (
        inner[0].lower() in _DETERMINERS | {"from", "of", "who", "which", "speaking", "citing"}
        or inner[0].lower() in ROLES
        or inner[0].isdigit()
    )
    if describes:
        return comma
    named = mentions(text, comma + 1, end)
    return end if named and named[-1].end == end and named[0].start == comma + 2 else None


def _subject(text: str, start: int, end: int, verb: str) -> Span | None:
    for boundary in _BOUNDARY.finditer(text, start, end):
        if not _inside_subject(text, boundary, start):
            start = boundary.end()
    span = _trimmed(text, start, end)
    words = text[span.start : span.end].split()
    if len(words) > 1 and words[0] in _VERBS:
        span = _trimmed(text, span.start + len(words.pop(0)), span.end)
    if not words or words[-1].lower() in _NO_SUBJECT_ENDS:
        return None
    for told in _TOLD_OF.finditer(text, span.start, span.end):
        span = Span(told.end(), span.end)
    words = text[span.start : span.end].split()
    named = mentions(text, span.start, span.end)
    reaches = bool(named) and named[-1].end == span.end and not named[-1].possessive
    if words[-1].lower() in PRONOUNS:
        return Span(span.end - len(words[-1]), span.end)
    if not reaches and (verb in _NOUN_LIKE or not _speaks(words)):
        return None
    if words[0].lower() not in _PREPOSITIONS:
        return span
    return Span(named[-1].start, span.end) if reaches else Span(span.end - len(words[-1]), span.end)


def _inside_subject(text: str, boundary: re.Match[str], start: int) -> bool:
    """Whether "and" joins two capitalised names of one subject rather than two clauses."""
    if boundary.group().lower() != "and":
        return False
    return (
        text[boundary.end() + 1 : boundary.end() + 2].isupper()
        and _word_before(text, start, boundary.start())[:1].isupper()
    )


def _word_before(text: str, start: int, position: int) -> str:
    words = text[max(start, position - 40) : position].split()
    return words[-1] if words else ""


def _speaks(words: list[str]) -> bool:
    """Whether lower-case words can be a speaker: a known head, or a determiner and a noun."""
    last = words[-1].lower().strip("\"'“”")
    if last in _SPEAKERS or last in ROLES or last in ROLE_PLURALS:
        return True
    return len(words) > 1 and words[0].lower() in _DETERMINERS and last.isalpha() and last not in _DETERMINERS


def speaker_after(text: str, cue_end: int, end: int, *, any_noun: bool) -> Span | None:
    """Return the span of the speaker named behind ``cue_end``; any noun will do behind "according to"."""
    stop = min(end, cue_end + _LONGEST_SPEAKER)
    begin = _trimmed(text, cue_end, stop).start
    if begin >= stop or text[begin] in '"“,.;:':
        return None
    span = _trimmed(text, begin, _speaker_end(text, begin, stop))
    words = text[span.start : span.end].split()
    if not words:
        return None
    if any_noun or words[0].lower() in PRONOUNS or _speaks(words) or mentions(text, span.start, span.end):
        return span
    return None


def _speaker_end(text: str, begin: int, stop: int) -> int:
    """Where the words behind a cue stop being the speaker's; a title's full stop ends nothing."""
    for close in _AFTER_END.finditer(text, begin, stop):
        if close.group() != "." or not is_abbreviation(text[begin : close.start()].rpartition(" ")[2]):
            return close.start()
        if text[close.end() : stop].strip() == "":
            return close.end()
    return stop


def inverts(verb: str) -> bool:
    """Return whether the verb may stand before its subject."""
    return verb in _INVERTING
