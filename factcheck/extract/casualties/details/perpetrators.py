"""Whether those who did it are counted in: "three dead, including the gunman", "killing himself and 16 others"."""

from __future__ import annotations

import re

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.sentence import Sentence
from factcheck.grammar.text import word_set
from factcheck.grammar.triggers import Triggers

_REACH = 160
"""Code points looked at on either side of a figure."""

_WHO = (
    r"(?:attackers?|assailants?|gunm[ae]n|shooters?|bombers?|perpetrators?|hijackers?|terrorists?|knifem[ae]n|"
    r"suspects?|killers?|hostage[- ]takers?|kidnappers?)"
)
_THE = r"(?:the|a|an|one|two|three|four|five|both|all|its|his|their|\d{1,2})"
_PARTY = rf"{_THE}(?:[^\S\n](?!(?:by|of|from|with|and|in|at|to|who)\b)[\w-]{{1,20}}){{0,3}}[^\S\n]{_WHO}"
"""Those who did it, as a noun phrase."""

_BY_HAND = r"(?:himself|herself|themselves)"
_ENDS = r"(?=[^\S\n]*(?:[.,;:)—–-]|$|and\b|were\b|was\b|who\b|died\b|dead\b|in\b|on\b|at\b))"
_INCLUDED = re.compile(
    rf"^[^.;]{{0,40}}?(?:(?<!not[ ])\b(?:including|counting)|\bamong[^\S\n]them|\bamong[^\S\n]whom[^\S\n]were)[^\S\n]"
    rf"(?:[^.;]{{0,60}}?(?:,|\band)[^\S\n])?(?:{_PARTY}|{_BY_HAND}){_ENDS}"
)
_AMONG_THEM = re.compile(rf"^[^.;]{{0,40}}?,[^\S\n]{_PARTY}[^\S\n]among[^\S\n](?:them|the[^\S\n]dead)\b")

_BESIDES = (
    r"(?:besides|apart[^\S\n]from|in[^\S\n]addition[^\S\n]to|aside[^\S\n]from|other[^\S\n]than|"
    r"not[^\S\n](?:counting|including)|excluding|as[^\S\n]well[^\S\n]as|along[^\S\n]with|plus)"
)
_NOT_COUNTED = re.compile(rf"\b{_BESIDES}[^\S\n](?:{_PARTY}|{_BY_HAND})\b", re.IGNORECASE)
_SELF_BEFORE = re.compile(rf"\b{_BY_HAND},?[^\S\n](?:and|along[^\S\n]with|as[^\S\n]well[^\S\n]as|plus)[^\S\n]$")
_PARTY_BEFORE = re.compile(
    rf"\b{_PARTY},?[^\S\n](?:and|along[^\S\n]with|as[^\S\n]well[^\S\n]as|plus)[^\S\n]$", re.IGNORECASE
)
_PARTY_BEHIND = re.compile(rf"^,?[^\S\n]and[^\S\n](?:{_PARTY}|{_BY_HAND}){_ENDS}")
_THEN_HIMSELF = re.compile(
    rf"\b(?:before|then|and[^\S\n]then)[^\S\n](?:fatally[^\S\n])?(?:killing|killed|shooting|shot|stabbing|"
    rf"turning[^\S\n]the[^\S\n](?:gun|weapon|rifle|shotgun|pistol|knife)[^\S\n]on|turned[^\S\n]the[^\S\n](?:gun|weapon|rifle|shotgun|pistol|knife)[^\S\n]on|"
    rf"taking|took|blowing[^\S\n]up|detonating)[^\S\n](?:{_BY_HAND}|(?:his|her|their)[^\S\n]own[^\S\n]li(?:fe|ves))\b"
)


_CUE_WORDS = word_set(
    """
    attacker attackers assailant assailants gunman gunmen shooter shooters bomber bombers perpetrator perpetrators
    hijacker hijackers terrorist terrorists knifeman knifemen suspect suspects killer killers taker takers kidnapper
    kidnappers himself herself themselves own
    """
)
_CUES = Triggers(dict.fromkeys(sorted(_CUE_WORDS), "cue"))
"""Words of which every rule of this module needs one."""


def includes_perpetrator(sentence: Sentence, figure: Figure, role: str | None) -> str | None:
    """``yes`` or ``no`` where the words say it of the figure, else ``None``."""
    if role == "perpetrator" or figure.high == 0:
        return None
    text, words = sentence.text, sentence.words
    if next(_CUES.find(text, words[0].start, words[-1].end), None) is None:
        return None
    behind_noun = words[figure.end - 1].end
    before = text[max(words[0].start, figure.start - _REACH) : figure.start]
    behind = text[behind_noun : min(words[-1].end, behind_noun + _REACH)]
    if _INCLUDED.search(behind) or _AMONG_THEM.search(behind):
        return "yes"
    left_out = (
        _SELF_BEFORE.search(before)
        or _PARTY_BEFORE.search(before)
        or _PARTY_BEHIND.search(behind)
        or _NOT_COUNTED.search(behind)
        or _NOT_COUNTED.search(before)
        or _THEN_HIMSELF.search(behind)
    )
    return "no" if left_out else None
