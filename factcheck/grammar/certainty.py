"""How sure the words around a figure are: confirmed, reported, claimed, estimated, feared or disputed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.grammar.text import Span

_REACH = 160
"""Code points on either side of a figure in which a word of certainty may stand; about a line and a half."""

_S = r"[^\S\n]"
_LIVES = rf"{_S}(?:responsib|credit|(?:the{_S})?lives|[\w,.-]+{_S}(?:[\w-]+{_S}){{0,2}}(?:lives|victims))"
"""What is claimed without a word being said: lives, and the deed."""

_CUE = re.compile(
    rf"""
    \b(?:
      (?P<reported>reportedly|unconfirmed|unverified|rumou?red|said{_S}to{_S}have
        |not{_S}(?:(?:yet|been|independently){_S}){{0,3}}(?:confirmed|verified)
        |(?:could|cannot|can|did|has|have){_S}?not{_S}(?:(?:be|been|immediately|independently){_S}){{0,3}}(?:confirm|verif)\w*
        |reports?(?={_S}(?:of|that|said|say|suggest)\b)
        |(?:by|in|from){_S}(?:(?:early|some|initial|local|media){_S}){{0,3}}reports
        |according{_S}to{_S}(?:\w+{_S}){{0,3}}reports?
        |reported(?!{_S}(?:cases|infections)))
    | (?P<confirmed>confirm(?:ed|s|ing)?(?!{_S}cases)|verified|officially)
    | (?P<claimed>claim(?:ed|s|ing)?(?!{_LIVES})|allegedly|alleged|alleges?|purportedly|accused{_S}of|boasted
        |insist(?:ed|s)|assert(?:ed|s))
    | (?P<estimated>estimat(?:ed|es?|ing|ions?)|projected|extrapolat\w+)
    | (?P<feared>fear(?:ed|s|ing)?|presum(?:ed|ably)
        |believed(?={_S}(?:to\b|dead|killed|trapped|buried|missing|drowned))
        |thought{_S}to|suspected{_S}(?:to|of)|(?:may|might){_S}(?:also{_S})?have|possibly|perhaps)
    | (?P<disputed>den(?:ied|ies|y(?:ing)?)|disput(?:ed|es?|ing)|refuted|contest(?:ed|s)|contradict(?:ed|s|ing)
        |rejected)
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEGATED = re.compile(
    rf"(?:\b(?:not|never|no|nor|without)|n['’]t)(?:{_S}(?:yet|been|be|immediately|officially))*{_S}$", re.IGNORECASE
)
_PARTS = re.compile(rf";|[,—–]{_S}(?:but|while|whereas|although|though|however)\b", re.IGNORECASE)
_NUMBERED = re.compile(rf"{_S}(?:at{_S}least{_S}|about{_S}|some{_S}|the{_S})?\d")
"""What follows an adjective that says how sure one number is, and that one alone: "an estimated 300 marchers"."""


def certainty_at(text: str, sentence: Span, start: int, end: int) -> str | None:
    """Say how sure the words of ``sentence`` are of the figure ``text[start:end]`` in it, one of ``CERTAINTIES``.

    The nearest word of certainty within the figure's own statement decides; plain assertion gives ``None``. What is
    "not confirmed" is ``reported`` by somebody all the same; "not denied" and "not feared" say nothing. A word right
    before another number ("an estimated 300 marched and two died") is of that number. Time is bounded whatever the
    sentence's length.
    """
    low, high = _statement(text, max(sentence.start, start - _REACH), min(sentence.end, end + _REACH), start, end)
    nearest: tuple[int, str] | None = None
    for distance, said in _cues(text, low, high, start, end):
        if nearest is None or distance < nearest[0]:
            nearest = distance, said
    return nearest[1] if nearest else None


def _cues(text: str, low: int, high: int, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The words of certainty in ``text[low:high]`` that may be of the figure, with their distance from it."""
    for cue in _CUE.finditer(text, low, high):
        said = cue.lastgroup or ""
        if _NEGATED.search(text, max(low, cue.start() - 32), cue.start()):
            if said != "confirmed":
                continue
            said = "reported"
        numbered = _NUMBERED.match(text, cue.end(), high)
        inside = start <= cue.start() and cue.end() <= end
        if numbered and not inside and not numbered.start() <= start <= numbered.end() and said == "estimated":
            continue
        yield max(0, start - cue.end(), cue.start() - end), said


def _statement(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """The stretch of ``text[low:high]`` that no mark parts from the figure."""
    for mark in _PARTS.finditer(text, low, high):
        if mark.end() <= start:
            low = mark.end()
        elif mark.start() >= end:
            return low, mark.start()
    return low, high
