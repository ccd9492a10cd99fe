"""Deaths that no count and no verb of killing tells: a body found, a bomber who blew himself up, "resulting in his death"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_S = r"[^\S\n]"
_OWNER = r"(?:his|her|the|a|an|whose|[\w.-]+['’]s?)"
_FOUND = r"(?:found|discovered|recovered|retrieved|dumped|left|thrown|located|identified|dragged|pulled|unearthed|delivered|floating|lying|lay|returned)"

_BODY = re.compile(
    rf"""
      \b{_OWNER}{_S}(?:[\w-]+{_S}){{0,3}}?(?:body|corpse|remains)\b(?!{_S}of{_S})[^.;]{{0,70}}?\b(?:was|were|is|had{_S}been|been|being){_S}(?:\w+{_S}){{0,3}}?{_FOUND}\b
    | \b(?:found|finding|discovered|recovered|retrieved|located|dumped|left|threw){_S}{_OWNER}{_S}(?:[\w-]+{_S}){{0,3}}?(?:body|corpse)\b(?!{_S}of{_S})
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ENDED = re.compile(
    rf"""
      \b(?:resulting|resulted|results|ending|ended){_S}in{_S}(?:his|her|the{_S}person['’]s){_S}death\b
    | \b(?:his|her|[A-Z][\w.-]+['’]s){_S}(?:death|murder|assassination|killing)\b
    | \b(?:committed|commits|commit){_S}suicide\b | \btook{_S}(?:his|her){_S}own{_S}life\b
    | \b(?:turned|turns|turning){_S}(?:the|his|her|a)?{_S}?(?:\w+{_S})?(?:gun|weapon|pistol|rifle){_S}on{_S}(?:him|her)self\b
    | \b(?:fatally|mortally){_S}(?:shot|shoots|shooting|wounded|wounding|stabbed){_S}(?:him|her)self\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BLEW_UP = re.compile(
    rf"\b(?:ble?w|blows?|blown|blowing|blowed|detonated|detonating|exploded|exploding){_S}(?:himself|herself|itself|themselves)\b",
    re.IGNORECASE,
)
_TOLD_ALREADY = re.compile(r"\b(?:bodies|body)\b", re.IGNORECASE)
BOMBERS = re.compile(
    rf"\b(?:(?P<many>two|three|four|five|several){_S})?(?:\w+{_S})?suicide{_S}(?:\w+{_S}){{0,2}}(?:bombers?|attackers?)\b",
    re.IGNORECASE,
)


def bodies(text: str) -> Iterator[tuple[int, int]]:
    """Where the text tells that somebody's body was found."""
    for match in _BODY.finditer(text):
        yield match.span()


def self_blown(text: str) -> Iterator[tuple[int, int]]:
    """Where the text tells that a bomber blew himself up."""
    for match in _BLEW_UP.finditer(text):
        yield match.span()


def endings(text: str) -> Iterator[tuple[int, int]]:
    """Where the text tells of a death by a noun or a phrase."""
    for match in _ENDED.finditer(text):
        yield match.span()
