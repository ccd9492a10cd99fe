"""Audiences told by what people did: "1.2 million people have shared it", "watched by 3,000 fans"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from factcheck.extract.view_counts.lexicon import HAPPENINGS, PLATFORM, SIGNING, SOFTWARE, THINGS, VERBS
from factcheck.extract.view_counts.scene import S, Scene, any_of_words, one_of, plain

_BY = re.compile(
    rf"\b(?P<verb>{one_of(VERBS)}){S}(?:(?:live|online|together|so far){S})?by{S}"
    rf"(?:(?:a{S}(?:record{S}|combined{S})?total{S}of|an{S}average{S}of|an{S}average|a{S}crowd{S}of|a{S}record|some{S}of|the|all|its|his|her){S})?$",
    re.IGNORECASE,
)
_BY_REACH = 24
"""Code points before a number that hold the "by" that leads to it: "by a total of "."""
_PERSONS = (
    r"people|persons?|users?|viewers?|fans?|spectators?|visitors?|residents?|protesters?|protestors?|demonstrators?|supporters?|"
    r"mourners?|students?|experts?|scientists?|academics?|members?|followers?|subscribers?|adults?|households?|homes|readers?|"
    r"citizens?|americans?|britons?|others?|children|women|men|activists?|workers?|employees?|guests?|worshippers?|pilgrims?|"
    r"islanders?|locals?|listeners?|customers?|teachers?|doctors?|artists?|writers?|actors?|lawmakers?|politicians?|officials?|"
    r"runners?|marchers?|delegates?|shoppers?|parents?|villagers?|accounts?|strangers?|tourists?|volunteers?|fellow\w*|leaders?|"
    r"veterans?|musicians?|singers?|lawyers?|journalists?|economists?|professors?|alumni|signatories|well-wishers|revellers?|"
    r"participants?|judges|colleagues|nurses|teens|youths?|families|couples|mps|"
    r"[a-z]{3,}(?:ers|ors|ists|ians|ees)"
)
_DOERS = re.compile(
    rf"""
    (?:{S}of{S}(?:them|us|those|you|whom|the))?
    (?:{S}of)?
    (?P<who>(?:{S}(?!(?:have|had|has|were|was|are|is|times|in|on|to|for|and|or|by)\b)[\w'’-]+){{0,4}}?{S}(?:{_PERSONS}))?
    (?:{S}and{S}[\w'’-]+)?
    (?P<place>{S}(?:around|across|from|in|of|at|on){S}(?:the{S})?[\w'’-]+(?:{S}(?:and{S})?[\w'’-]+){{0,2}}?)?
    (?P<aside>,[^.;]{{1,140}}?,|{S}(?:wearing|carrying|holding|waving|chanting|dressed|from|in|across|around|including)\b[^.;]{{1,100}}?,?)?
    (?P<relative>{S}(?:who|that))?
    (?P<aux>(?:{S}(?:have|had|has|were|was|are|is|been|also|already|so{S}far|since|then|reportedly|now|later|still|be|will|would|could|may|might|can|
      not|never|all|alone|currently|physically|regularly|ever|overall|together|nationwide|worldwide|peacefully|recently))*)
    {S}(?P<verb>{one_of(VERBS)}|{one_of(SIGNING)})\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_UNREAL_AUX = re.compile(r"\b(?:will|would|could|may|might|can|not|never)\b", re.IGNORECASE)
_PASSIVE_AUX = re.compile(rf"\b(?:were|was|been|be|are|is){S}*$", re.IGNORECASE)
_MONTH_BEFORE = re.compile(
    rf"\b(?:in|on|of|since|by|until|till|from|early|late|mid|last|this|to|before|after|next|every|\d+)[^\S\n-]*-?{S}?$",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    rf"(?:\d|\b(?:million|thousand|hundred|dozen|one|two|three|four|five|six|seven|eight|nine|ten|some|most|many|all|none|half)){S}of{S}"
    rf"(?:the{S}|its{S}|their{S}|his{S}|her{S}|about{S}|some{S})?$",
    re.IGNORECASE,
)
_OFFICERS = re.compile(
    r"\b(?:firefighters|officers|soldiers|rescuers|troopers|workers|investigators|agents|responders|fighters)$",
    re.IGNORECASE,
)
_WORKING = frozenset(
    {"took part", "participated", "joined", "gathered", "came out", "take part", "join", "taking part"}
)
"""What people on duty do as well, who are no audience."""

_PLATFORM = any_of_words(PLATFORM)
_PETITION = re.compile(
    r"\b(?:petitions?|letters?|pledge|statement|appeal|declaration|manifesto|call|motion|campaign)\b", re.IGNORECASE
)
_HAPPENING = any_of_words(HAPPENINGS)
_GROUND = re.compile(
    r"\b(?:at|inside|from)\b[^.;]{0,40}?\b(?:stadium|arena|ground|stands|Wembley|venue|terraces|circuit|track)\b"
)
_OBJECT = re.compile(
    rf"{S}?(?:it\b|them\b|(?:[\w'’“\"-]+{S}){{0,4}}?(?:{one_of(THINGS)}|account|profile|final|premiere|finale)\b)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    rf"{S}(?:out|into|in|through|past|across|from|to|over|onto|down|towards?|back|off|home|for|north|south)\b"
)
_ONLOOKING = re.compile(rf"{S}(?:as|over|helplessly|while|from)\b")
_SOFTWARE = any_of_words(SOFTWARE)
_VAGUE_VERBS = frozenset({"saw", "see", "seen", "like", "read", "follow", "followed", "share", "played"})
_LEAST_OF_VAGUE = 1000
_LEAST_DONE_BY = 100
_WATCHING = frozenset({"watched", "watch", "watching"})
_CROWDING = frozenset({"packed", "pack", "crowded", "filled the", "fill", "flocked"})
_ON_PLATFORMS = ("shares", "likes", "followers", "comments")
_COMING = frozenset({"join", "joined", "came to", "went to", "come to"})
_BY_THINGS = frozenset({"joined", "gathered", "packed", "crowded", "filled the"})
"""Verbs that are followed by what did it or by a time: "joined by 40 colleagues"."""


def doers(scene: Scene) -> str | None:
    """The metric of what a number of people did, or of what was done by them."""
    return _done_by(scene) or _active(scene)


def _done_by(scene: Scene) -> str | None:
    """Read "watched by 1.3 million people", "signed by 3,400 people", "attended by thousands"."""
    before = scene.before
    match = _BY.search(before) if "by" in before[-_BY_REACH:].lower() else None
    if match is None:
        return None
    verb = plain(match["verb"])
    if verb in _BY_THINGS or (verb in _VAGUE_VERBS | {"shared"} and scene.bound < _LEAST_DONE_BY):
        return None
    if verb in _CHECKED_BY and not _CHECKED_BY[verb](scene):
        return None
    metric = VERBS[verb][1]
    if metric == "visitors" and _HAPPENING.search(scene.sentence):
        return "attendance"
    if scene.bound < _LEAST_DONE_BY and metric in _ON_PLATFORMS and not _PLATFORM.search(scene.sentence):
        return None
    return None if metric == "signatures" and scene.bound < _LEAST["signatures"] else _where(metric, scene)


_MANY = 100_000
_PARTIES = re.compile(
    rf"(?:{S}[\w'’-]+)?{S}(?:nations|countries|states|parties|companies|firms|clubs|governments|banks|sides)\b",
    re.IGNORECASE,
)
_CHECKED_BY: Mapping[str, Callable[[Scene], bool]] = {
    "followed": lambda scene: scene.bound >= _MANY or _PLATFORM.search(scene.sentence) is not None,
    "signed": lambda scene: not _PARTIES.match(scene.text, scene.quantity.end, scene.end),
    "view": lambda _: False,
    "share": lambda _: False,
}
"""What must hold beside a verb before "by": treaties are signed by nations, a view is shared by some."""


def _where(metric: str, scene: Scene) -> str | None:
    """The metric, ``None`` where it is empty; those who watch where it happens attend it."""
    return "attendance" if metric == "viewers" and _GROUND.search(scene.behind(120)) else metric or None


def installed_on(scene: Scene) -> str | None:
    """Read "installed on more than 200 million devices"."""
    if _INSTALLED_ON.search(scene.before) and _DEVICES.match(scene.text, scene.quantity.end, scene.limit):
        return "downloads" if scene.bound >= _LEAST_INSTALLED else None
    return None


_INSTALLED_ON = re.compile(rf"\b(?:installed|downloaded){S}(?:on|onto|to){S}$", re.IGNORECASE)
_DEVICES = re.compile(
    rf"(?:{S}[\w'’-]+){{0,2}}?{S}(?:devices|phones|smartphones|computers|tablets|handsets|machines|pcs)\b",
    re.IGNORECASE,
)
_LEAST_INSTALLED = 100


def _active(scene: Scene) -> str | None:
    """Read "1.2 million people have shared it", "62,000 sign petition", "thousands attended"."""
    match = _DOERS.match(scene.text, scene.quantity.end, scene.end)
    if match is None or not _is_done(scene, match):
        return None
    verb = plain(match["verb"])
    metric = "signatures" if verb in SIGNING else VERBS[verb][1]
    behind = scene.text[match.end() : min(scene.end, match.end() + 80)]
    if scene.bound < _LEAST.get(metric, 20) or not _means(scene, verb, metric, behind):
        return None
    return _where(metric, scene)


_PETITIONERS = re.compile(
    rf"(?:{S}(?:(?!and\b|or\b)[\w'’-]+{S}){{0,2}}?(?:{_PERSONS}))?(?:{S}(?:have|had))?{S}"
    r"(?:call|called|back|backed|support|supported|demand|demanded|urge|urged|ask|asked|oppose|opposed)\b",
    re.IGNORECASE,
)


def petitioners(scene: Scene) -> str | None:
    """Read "Over 20,000 call for a new vote in online petition"."""
    if scene.bound < _LEAST["shares"] or not _PETITIONERS.match(scene.text, scene.quantity.end, scene.limit):
        return None
    return "signatures" if re.search(r"\bpetition\b", scene.sentence, re.IGNORECASE) else None


def _is_done(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the verb is done by those counted, and done indeed."""
    verb = plain(match["verb"])
    if (match["aside"] and not match["who"]) or _UNREAL_AUX.search(match["aux"]) or _PART_OF.search(scene.before):
        return False
    if _PASSIVE_AUX.search(match["aux"]) and not verb.endswith("ing") and verb != "packed":
        return False
    if match["verb"] == "March":
        return _MONTH_BEFORE.search(scene.text, scene.quantity.end, match.start("verb")) is None
    if verb in _WORKING:
        return _OFFICERS.search(match["who"] or "") is None
    return (
        verb not in _CROWDING or not match["place"] or bool(match["who"]) or match["place"] != match["place"].lower()
    )


_LEAST = {"attendance": 5, "signatures": 3, "viewers": 50, "shares": 50, "likes": 50, "followers": 50, "comments": 50}


def _means(scene: Scene, verb: str, metric: str, behind: str) -> bool:
    """Whether the verb means what audiences do: people also "see", "follow", "stream" and "join" other things."""
    if verb in SIGNING:
        return True
    if verb in _VAGUE_VERBS and (
        scene.bound < _LEAST_OF_VAGUE or (metric != "followers" and not _OBJECT.match(behind))
    ):
        return False
    check = _CHECKS.get(metric)
    return check is None or check(scene, verb, behind)


_CHECKS: Mapping[str, Callable[[Scene, str, str], bool]] = {
    "attendance": lambda _, verb, behind: verb not in _COMING or _HAPPENING.search(behind) is not None,
    "signatures": lambda scene, _, __: _PETITION.search(scene.sentence) is not None,
    "viewers": lambda _, verb, behind: verb not in _WATCHING or not _ONLOOKING.match(behind),
    "downloads": lambda scene, verb, _: verb != "installed" or _SOFTWARE.search(scene.sentence) is not None,
    "streams": lambda _, __, behind: not _AWAY.match(behind),
} | dict.fromkeys(_ON_PLATFORMS, lambda scene, _, __: _PLATFORM.search(scene.sentence) is not None)
"""What must stand beside the verbs of a metric."""
