"""Deaths that no count and no verb of killing tells: a body found, a bomber who blew himself up, "his death"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from factcheck.grammar.text import Span

_S = r"[^\S\n]"
_OWNER = r"(?:his|her|the|a|an|whose|[\w.-]+['’]s?)"
_FOUND = (
    r"(?:found|discovered|recovered|retrieved|dumped|left|thrown|located|identified|"
    r"dragged|pulled|unearthed|delivered|floating|lying|lay|returned)"
)

_BODY = re.compile(
    rf"""
      \b{_OWNER}{_S}(?:[\w-]+{_S}){{0,3}}?(?:body|corpse|remains)\b(?!{_S}of{_S})[^.;]{{0,70}}?\b(?:was|were|is|had{_S}been|been|being){_S}(?:\w+{_S}){{0,3}}?{_FOUND}\b
    | \b(?:found|finding|discovered|recovered|retrieved|located|dumped|left|
      threw){_S}{_OWNER}{_S}(?:[\w-]+{_S}){{0,3}}?(?:body|corpse)\b(?!{_S}of{_S})
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SELF = r"(?:himself|herself|themselves|themself|self)"
_SUICIDE = re.compile(
    rf"""
      \b(?:turn(?:ed|s|ing)?|point(?:ed|s|ing)?){_S}(?:[\w'’]+{_S}){{0,3}}(?:gun|weapon|pistol|rifle|shotgun|handgun|firearm|knife){_S}(?:on{_S}|against{_S}){_SELF}
    | \b(?:then|before|and|fatally|later|also){_S}(?:fatally{_S})?(?:shot|shoots?|shooting){_S}{_SELF}
    | \b(?:kill(?:ed|s|ing)?|hanged|hung){_S}{_SELF}
    | \b(?:committed|commits|committing|commit){_S}suicide\b | \b(?:murder|homicide){_S}?[-/–]?{_S}?suicide\b |
       \bapparent{_S}suicide\b
    | \b(?:took|taking|takes|take|end(?:ed|s|ing)?){_S}(?:his|her|their){_S}(?:own{_S})?(?:life|lives)\b
    | \bself[- ]inflicted{_S}(?:gunshot|gun{_S}shot|stab)?{_S}?wounds?\b
    | \b(?:before|until|after){_S}being{_S}(?:fatally{_S})?(?:shot|killed|gunned{_S}down)(?:{_S}(?:dead|
      and{_S}killed))?{_S}by\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DEATH = re.compile(
    rf"""
      \b(?:resulting|resulted|results|ending|ended){_S}in{_S}(?:his|her|the{_S}person['’]s){_S}death\b
    | \b(?:his|her|[A-Z][\w.-]+['’]s){_S}(?:death|murder|assassination|killing)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BLEW_UP = re.compile(
    rf"\b(?:ble?w|blows?|blown|blowing|blowed|detonated|detonating|exploded|exploding){_S}(?:himself|herself|itself|themselves)\b",
    re.IGNORECASE,
)

_DEADLY = re.compile(
    rf"\b(?:(?:fatal|deadly|lethal){_S}(?:[\w-]+{_S}){{0,2}}?(?:shooting|stabbing|crash|attack|accident|blast|explosion|fire|collision|wreck|wound|gunshot)|"
    rf"homicide|slaying|(?:charged|charge|arrested|convicted|guilty|indicted|wanted){_S}(?:[\w'’-]+{_S}){{0,6}}?(?:murder|manslaughter)(?!{_S}attempt)|"
    rf"death{_S}investigation|proves?{_S}fatal|fatally)\b",
    re.IGNORECASE,
)
_NOT_DEAD = re.compile(r"attempted|non-?$|nearly|not$|almost", re.IGNORECASE)
_LEAD = 700
"""Code points at the beginning in which a deadly event is named, where it is the article's own."""


def _deadly(text: str) -> Iterator[Span]:
    """Where the lead names a deadly event without a count of the dead."""
    for match in _DEADLY.finditer(text, 0, _LEAD):
        if (
            not _NOT_DEAD.search(text, max(0, match.start() - 12), match.start())
            and "attempted" not in match.group().lower()
        ):
            yield Span(*match.span())


def suicides(text: str) -> Iterator[Span]:
    """Where the text tells that somebody killed himself, or shot himself and nothing tells that he lived."""
    for match in _SUICIDE.finditer(text):
        lived = _LIVED.search(text, match.end(), min(len(text), match.end() + 120))
        if not lived and not _BY_ACCIDENT.search(text, max(0, match.start() - 40), match.end()):
            yield Span(*match.span())


_BY_ACCIDENT = re.compile(r"\b(?:accidental\w*|mistaken\w*|apparently|unintentional\w*)\b", re.IGNORECASE)
_LIVED = re.compile(rf"\b(?:survived|hospital|critical|injur\w+|in{_S}the{_S}(?:leg|foot|arm|hand))\b", re.IGNORECASE)


def _places(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Span]]:
    return lambda text: (Span(*match.span()) for match in pattern.finditer(text))


OTHER_DEATHS: Sequence[Callable[[str], Iterator[Span]]] = (
    _places(_BODY),
    _places(_DEATH),
    _places(_BLEW_UP),
    _deadly,
)
"""Where a text tells of one dead without a count or a verb of killing, the surest signs first."""
