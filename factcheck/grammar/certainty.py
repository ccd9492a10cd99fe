"""How sure the words around a figure are: confirmed, reported, claimed, estimated, feared or disputed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.grammar.text import Span
from factcheck.grammar.triggers import Triggers

_REACH = 160
"""Code points on either side of a figure in which a word of certainty may stand; about a line and a half."""

_S = r"[^\S\n]"
_THAT = (
    r"{_S}(?:that|to|at|about|around|some|over|more|up|nearly|almost|it|there|they|he|she|hundreds|thousands|dozens|"
    r"millions|one|two|three|four|five|six|seven|eight|nine|ten|\w{3,5}teen|\w{3,5}ty|\d[\d,.]{0,12})\b"
)
"""What follows a verb whose statement is told next."""

_HARM = (
    r"(?:dead|killed|trapped|buried|missing|drowned|held|hurt|injured|wounded|under|inside|among|alive|lost|captured|"
    r"abducted|homeless|displaced|at{_S}least|more{_S}than|\d[\d,.]{0,12})\b"
)
_LIVES = r"{_S}(?:the{_S}(?:life|lives)|(?:[\w,.-]{1,20}{_S}){1,4}(?:lives|life|victims)\b)"
"""What is claimed without a word being said."""

_SAID = {
    "reported": (
        r"reportedly|unconfirmed|unverified|rumou?red|said{_S}to{_S}have",
        r"not{_S}(?:(?:yet|been|independently){_S}){0,3}(?:confirmed|verified)",
        r"(?:could|can|did|has|have){_S}?not{_S}(?:(?:be|been|yet|immediately|independently){_S}){0,3}(?:confirm|verif)\w*",
        r"(?:couldn|can|didn|hasn|haven|isn|wasn)['’]?t{_S}(?:(?:be|been|yet){_S}){0,3}(?:confirm|verif)\w*",
        r"reports?(?={_S}(?:of|that|said|say|suggest)\b)",
        r"(?:by|in|from){_S}(?:(?:early|some|initial|local|media){_S}){0,3}reports",
        r"according{_S}to{_S}(?:\w+{_S}){0,3}reports?",
        r"(?<!with{_S})report(?:ed|ing)(?!{_S}(?:cases|infections|to{_S}be{_S}(?:in|an?|the)\b))",
    ),
    "confirmed": (r"confirm(?:ed|s|ing)?(?!{_S}cases)", "verified", "officially"),
    "claimed": (
        r"claim(?:ed|s|ing)?(?!{_LIVES})(?={_THAT})",
        r"claim(?:ed|s)(?={_S}?[.,;\"”]|$)",
        r"alleg(?:ed|es)(?={_S}(?:that|to)\b)",
        r"allegedly|purportedly|boasted|insist(?:ed|s)|assert(?:ed|s)",
    ),
    "estimated": (r"estimat(?:ed|es?|ing|ions?)", "projected", "extrapolated"),
    "feared": (
        r"feared|fears(?={_S}(?:that|of{_S}(?:more|further))\b)|presumably|possibly",
        r"(?:believed|presumed|thought|suspected)(?={_S}(?:to{_S}have\b|(?:to{_S}be{_S}(?:still{_S})?)?{_HARM}))",
        r"(?:may|might){_S}(?:also{_S})?have",
    ),
    "disputed": (
        r"den(?:ied|ies|ying)(?={_S}(?:that|having|killing|any|reports?|there|it)\b)|deny(?={_S}(?:that|any)\b)",
        r"disput(?:ed|ing)(?!{_S}(?:territor|region|area|elect|border|land|valley|island|vote))",
        r"refuted|contradict(?:ed|s|ing)",
    ),
}


def _pattern() -> re.Pattern[str]:
    """All cues as one pattern, a group for each certainty."""
    groups = "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in _SAID.items())
    for part, meant in (("{_LIVES}", _LIVES), ("{_THAT}", _THAT), ("{_HARM}", _HARM), ("{_S}", _S)):
        groups = groups.replace(part, meant)
    return re.compile(rf"\b(?:{groups})(?!\w)", re.IGNORECASE)


_CUE = _pattern()
_CUE_WORDS = Triggers(
    dict.fromkeys(
        (
            *("report*", "unconfirmed", "unverified", "rumo*", "said to have", "confirm*", "verif*", "officially"),
            *("claim*", "alleg*", "purportedly", "boasted", "insist*", "assert*", "estimat*", "projected", "feared"),
            *("extrapolated", "fears", "presum*", "thought to", "suspected", "possibly", "believed", "may", "might"),
            *("denied", "denies", "deny", "denying", "disputed", "disputing", "refuted", "contradict*"),
        ),
        "cue",
    )
)
"""Words of which every cue has one; most sentences have none."""

_NEGATED = re.compile(
    rf"(?:\b(?:not|never|no|nor|without)|n['’]t)(?:{_S}(?:yet|been|be|immediately|officially)){{0,3}}{_S}$",
    re.IGNORECASE,
)
_PARTS = re.compile(rf";|[,—–]{_S}(?:but|while|whereas|although|though|however)\b", re.IGNORECASE)
_ADJECTIVE = re.compile(rf"\b(?:a|an|the|some|with|of|{_S}\d[\d,.]*){_S}$", re.IGNORECASE)
_NUMBERED = re.compile(rf"{_S}(?:at{_S}least{_S}|about{_S}|some{_S}|the{_S})?\d")
"""What follows an adjective that says how sure one number is, and that one alone: "an estimated 300 marchers"."""

_ADVERB = re.compile(r"\w+ly$|perhaps$", re.IGNORECASE)
_VERB_NEXT = re.compile(
    rf"{_S}(?:\w+(?:ed|en|ing)|(?:also|been|be|have|had|has|dead|shot|hurt|lost|hit|left|saw|seen|won|sold|made))\b"
)
"""What an adverb behind a figure must stand before to be of it, and not of what follows: "were reportedly killed"."""


def certainty_at(text: str, sentence: Span, start: int, end: int) -> str | None:
    """Say how sure the words of ``sentence`` are of the figure ``text[start:end]`` in it, one of ``CERTAINTIES``.

    The nearest word of certainty within the figure's own statement decides; plain assertion gives ``None``. What is
    "not confirmed" is ``reported`` by somebody all the same; "not denied" and "not feared" say nothing. A word right
    before another number ("an estimated 300 marched and two died") is of that number, and an adverb of what follows
    it. Time is bounded whatever the sentence's length.
    """
    low, high = max(sentence.start, start - _REACH), min(sentence.end, end + _REACH)
    if next(_CUE_WORDS.find(text, low, high), None) is None:
        return None
    low, high = _statement(text, Span(low, high), start, end)
    said = min(_cues(text, Span(low, high), start, end), default=None)
    return said[1] if said else None


def _cues(text: str, statement: Span, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The words of certainty that may be of the figure, with their distance from it."""
    for cue in _CUE.finditer(text, *statement):
        said = cue.lastgroup or ""
        if _NEGATED.search(text, max(statement.start, cue.start() - 32), cue.start()):
            if said != "confirmed":
                continue
            said = "reported"
        if not _is_of_another(text, cue, start, end):
            yield max(0, start - cue.end(), cue.start() - end), said


def _is_of_another(text: str, cue: re.Match[str], start: int, end: int) -> bool:
    """Whether the word is of another number, or of what stands behind it."""
    if start <= cue.start() < end:
        return False
    if cue.start() >= end:
        return _is_of_the_rest(text, cue, end)
    gap = text[cue.end() : start]
    if _ADVERB.search(cue.group()) and _starts(text, cue.start()):
        return False
    if (_ADVERB.search(cue.group()) or _MODAL.match(cue.group())) and _TURNS.search(gap):
        return True
    if _ADJECTIVE.search(text, max(0, cue.start() - 12), cue.start()) is None:
        return False
    numbered = _NUMBERED.match(text, cue.end())
    return numbered is not None and not cue.end() <= start <= numbered.end()


def _is_of_the_rest(text: str, cue: re.Match[str], end: int) -> bool:
    """Whether a word behind the figure tells of what follows it."""
    gap = text[end : cue.start()]
    if _ADVERB.search(cue.group()):
        return "," in gap or _VERB_NEXT.match(text, cue.end()) is None
    if _MODAL.match(cue.group()) or cue.lastgroup == "feared":
        return _TURNS.search(gap) is not None or gap.count(" ") > _OWN_VERB
    if _NOUN.match(cue.group()):
        return True
    return _CLOSES.match(text, cue.end()) is None or _AND_ANOTHER.search(gap) is not None


def _starts(text: str, position: int) -> bool:
    """Whether a sentence or a line begins at the position."""
    return text[max(0, position - 3) : position].rstrip(' "“')[-1:] in ("", ".", "\n", "!", "?")


_MODAL = re.compile(r"(?:may|might)\b", re.IGNORECASE)
_OWN_VERB = 7
"""Words between a figure and its own verb; behind more, the verb is mostly of another noun."""

_NOUN = re.compile(r"reports?$", re.IGNORECASE)
_TURNS = re.compile(r",|\b(?:and[^\S\n](?:an?|the|one|two)|after|before|when|while|which|who|as)\b")
"""Where a clause ends that an adverb or a modal is of."""

_AND_ANOTHER = re.compile(r"\band[^\S\n](?:an?|the|one|two|three|some)\b[^,]*$")
"""Another subject of the verb behind: "four died, and one of the fires was reported …"."""

_CLOSES = re.compile(
    rf"{_S}?(?:[.,;:!?)\"”\n]|$)|{_S}(?:dead|killed|missing|injured|wounded|hurt|to{_S}have|on|in|at|by|from|late|early|"
    r"yesterday|today|\w+day)\b"
)
"""What follows a verb behind the figure whose statement stands before it: "were reported", ", police confirmed"."""


def _statement(text: str, around: Span, start: int, end: int) -> Span:
    """The stretch of ``around`` that no mark parts from the figure."""
    low, high = around
    for mark in _PARTS.finditer(text, low, high):
        if mark.end() <= start:
            low = mark.end()
        elif mark.start() >= end:
            return Span(low, mark.start())
    return Span(low, high)
