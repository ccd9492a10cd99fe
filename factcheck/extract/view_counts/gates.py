"""What makes a figure none of an audience's: money, shares of a whole, targets, changes, people harmed."""

from __future__ import annotations

import re

from factcheck.extract.view_counts.scene import S, Scene, last_of

_MONEY = re.compile(r"[$£€¥₹][^\s]*$")
_CURRENCY_BEHIND = re.compile(
    rf"{S}?(?:[$£€¥₹]|(?:euros?|dollars?|pounds?|yen|yuan|rupees|francs?|pesos?|roubles?|rubles?|won|kroner|kronor)\b)",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"(?:{S}to{S}[\d.]+)?(?:%|{S}?per{S}?cent\b|{S}percentage{S})", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:[Ee]xpect(?:s|ed|ing|ations?)?|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|target(?:s|ed|ing)?|goals?|will|would|"
    r"could|may|might|can|should|[Ii]f|needs?|needed|needing|requir\w+|guarantee[sd]?|predict\w*|forecast\w*|"
    r"project(?:s|ed|ing|ions?)|plan(?:s|ned|ning)?(?= (?:to|for|on)\b)|promis\w+|bought|buys?|fake|invit\w+|"
    r"wants?(?= to| more| at)|likely|potential\w*|attempt\w*|try|trying|"
    r"in order to|fewer|identified|compared to the usual|short of|fail(?:s|ed) to|"
    r"did not|didn['’]t|has not|have not|yet to|until (?:it|they|the petition) (?:has|have|reach\w*|hits?)|unless|"
    r"threshold of|analysts?|consensus|minimum of|anticipat\w+)\b"
)
_REACH = 70
"""Code points at most between a word that makes a figure unreal and the figure."""
_CONDITIONS = frozenset({"if", "unless", "needs", "need"})
_STATED = re.compile(r"(?<!would )(?<!will )(?<!could )(?<!might )(?<!may )(?<!should )(?<!to )\b(?:had|has)\s$")
"""A statement of its own: "expected more because I had 40,000 followers"."""

_CLAUSE_BREAK = re.compile(
    r"[;:(.]|,(?!\d| or\b)|\b(?:and|but|while|after|when|so|which|who|where)\b"
    r"|(?<!be )(?<!been )(?<!get )\b(?:viewed|shared|seen|watched|liked|downloaded|streamed|signed)\b"
)
_UNREAL_BEHIND = re.compile(
    rf"(?:{S}[\w'’-]+){{0,5}}?{S}(?:"
    rf"(?:are|is|were|was|being|be|had{S}been|have{S}been){S}(?:also{S}|still{S})?"
    r"(?:expected|needed|required|due|likely|anticipated|forecast|projected|planned|invited|hoped)"
    rf"|needed|required|expected|(?:will|would|could|might){S}(?:be|watch|attend|see|visit|have|take|gather|come|join))\b"
)
_CHANGED = re.compile(
    r"(?:\b(?:add(?:s|ed|ing)?|lost|los(?:e|es|ing)|shed(?:s|ding)?|down|"
    r"(?:gain|increase|rise|loss|drop|fall|decline|growth|addition)s? of|"
    r"(?:rose|grew|fell|up|down|increased|decreased|climbed|jumped|dropped|slipped|declined) by)"
    r"(?: (?:a|another|further|an|additional|net|total|of|extra|just|only|more|than|about|some|nearly))*\s|\+)$",
    re.IGNORECASE,
)
_GAINED = re.compile(
    r"\b(?P<have>ha(?:s|ve|d|ving) (?:since |already |now )?)?gain(?:s|ed|ing)"
    r"(?: (?:a|another|further|net|total|of|some|just|only))*\s$",
    re.IGNORECASE,
)
_KEPT = re.compile(
    rf"{S}(?:(?!and\b|but\b)[\w'’-]+{S}){{0,3}}?(?:followers|subscribers|subscriptions)\b", re.IGNORECASE
)
_HARMED = re.compile(
    r"\b(?:arrest\w*|kill\w*|injur\w*|wound\w*|detain\w*|charg\w+|hurt\w*|shot|shooting|treated|interview\w*|"
    r"question\w*|fined|sickened|infected|evacuat\w*|rescu\w*|trapped|murder\w*|hospitali[sz]\w*)"
    r"(?: (?:and \w+|the|some|of|at least|over))*\s$",
    re.IGNORECASE,
)
_HARMED_BEHIND = re.compile(
    rf"(?:{S}[\w'’-]+){{1,3}}?{S}(?:(?:were|was|have{S}been|had{S}been|are|being){S}(?:\w+ly{S})?"
    r"(?:kill|injur|wound|hurt|arrest|detain|treat|taken|evacuat|charg|infect|trapp|hospitali|crush|shot|stabb|rescu)\w*"
    r"|(?:died|dead|suffered|fainted|collapsed)\b)",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    rf"(?:\w(?:ed|en|wn)|read|heard|to|in|into){S}(?:(?:\w+ly|live|online|together|so{S}far){S})?by{S}$",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:(?:can |could |to )?(?:holds?|seats?|accommodates?|houses?|fits?|seating)|room for|space for|"
    r"capacity|capacity of|capacity is)(?: (?:up|to|about|some|around|only))*\s$",
    re.IGNORECASE,
)
_OUT_OF = re.compile(rf"\d{S}of{S}$")
"""What leads to the goal of a petition: "48 of 100 signatures"."""

_SAMPLED = re.compile(
    r"\b(?:(?:survey|poll|sample|panel|study|group|questionnaire|cohort)s? of|surveyed|polled|sampled|asked)"
    r"(?: (?:the|some|more|than|about|over|nearly|all|of))*\s$",
    re.IGNORECASE,
)
_OF_PERSONS = frozenset({"attendance", "visitors", "viewers"})


def is_amount(scene: Scene) -> bool:
    """Whether the number is money or a share of a whole."""
    text, quantity = scene.text, scene.quantity
    return (
        _MONEY.search(text, max(scene.start, quantity.start - 8), quantity.start) is not None
        or any(sign in "$£€¥₹" for sign in text[quantity.start : quantity.end])
        or _SHARE.match(text, quantity.end, scene.end) is not None
        or _CURRENCY_BEHIND.match(text, quantity.end, scene.end) is not None
    )


def is_real(scene: Scene, metric: str) -> bool:
    """Whether the figure is told as one that was reached: no target, forecast, change, condition or toll."""
    before = scene.before
    if _is_unreal(before) or _UNREAL_BEHIND.match(scene.text, scene.quantity.end, scene.limit):
        return False
    if _CHANGED.search(before) or _is_gained(scene, before):
        return False
    if _SAMPLED.search(before):
        return False
    if metric == "signatures":
        return not _OUT_OF.search(before)
    return metric not in _OF_PERSONS or not (
        _ROOM.search(before)
        or _HARMED.search(before)
        or _HARMED_BEHIND.match(scene.text, scene.quantity.end, scene.limit)
    )


def _is_unreal(before: str) -> bool:
    reach = before[-_REACH - 20 :]
    word = last_of(_UNREAL, reach)
    if word is None or len(reach) - word.end() > _REACH:
        return False
    if word.group().lower() not in _CONDITIONS and _STATED.search(reach, word.end()):
        return False
    return _CLAUSE_BREAK.search(reach, word.end()) is None


def is_difference(before: str) -> bool:
    """Whether "by" says how far apart two figures are: "ahead of the finale by 5 million viewers"."""
    return before.endswith("by ") and _DONE_BY.search(before) is None


def _is_gained(scene: Scene, before: str) -> bool:
    """Whether followers or subscribers were gained in some time; what an account has gained so far is its level."""
    gained = _GAINED.search(before)
    return (
        gained is not None
        and not gained["have"]
        and _KEPT.match(scene.text, scene.quantity.end, scene.limit) is not None
    )
