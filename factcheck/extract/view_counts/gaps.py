"""Numbers whose noun is left out: they count what their neighbour does."""

from __future__ import annotations

import re

from factcheck.extract.view_counts.scene import S, Scene

_LEADS = (
    r"against|has|had|have|versus|vs\.?|behind|than|with|and|while|from|to|got|gets|drew|draws|averaged|averaging|reached|"
    r"reaching|hit|topped|passed|claimed|counted|estimated|reported|attracted|received|spoke of|speak of|it at|"
    r"(?:total|peak|average|high|low|record|audience|figure|number|tally|turnout|estimate)s? (?:of|at|was|is)"
)
_TIMES = (
    r"(?:year|month|week|season|quarter|summer|spring|winter|autumn|night|today|now|earlier|ago|before|later|"
    r"[12]\d{3}),?"
)
_LEVEL = re.compile(rf"\b(?:to|total{S}(?:of|at|is)|has|had|now|with|of{S}its|already){S}$", re.IGNORECASE)
"""What leads from a change to the level: "added 6.7 million subscribers, bringing the total to 81.5 million"."""

_BEFORE = re.compile(
    rf"(?:(?:\b(?:{_LEADS}|{_TIMES})|[,(–—]|['’]s) |\()$|(?P<by>\b[\w'’]+) by $".replace(" ", S), re.IGNORECASE
)
"""What stands before such a number: "against 47 million", "last year 3.9 million", "the second by 5.1 million"."""

_LISTED = re.compile(
    rf"[;,]{S}(?:(?:and|but){S})?(?:the|a|an|his|her|its|their|[A-Z][\w'’-]*){S}(?:[\w'’-]+{S}){{0,4}}$"
)
_STOP = re.compile(r"[.;]|$")
"""Between such a lead and such an end only a bare number stands: "one has 2.2 million; the other 4.5 million."."""

GOES_ON = re.compile(
    rf"(?:(?:The{S})?(?:[A-Z][\w.'’&-]*{S}){{1,4}}(?:had|drew|averaged|got|has|followed{S}with|counts|managed)"
    rf"|(?:In{S}[12]\d{{3}},?{S})?[Tt]hat{S}(?:number|figure|total|tally){S}(?:(?:has|had|later|then){S})?"
    rf"(?:rose|grew|jumped|climbed|fell|dropped|risen|grown|swelled){S}to){S}\d"
)
"""How a sentence goes on with what the one before counts: "CBS had 3.8 million"."""

_CHANGE = re.compile(
    r"rose|grew|fell|up|down|increased|decreased|climbed|jumped|dropped|slipped|declined|swelled|risen|grown|fallen|followed|"
    r"ahead|outsold|beaten|beat|won|boosted|cut|reduced",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[.;,)]|[^\S\n](?:in(?!\s(?:donations?|cash|debts?|fines?|sales|revenues?|damages|prize|ad\w*|funding|costs?|"
    r"losses|profits?|total\ssales)\b)"
    r"|on|today|now|at|a|last|by|for|before|after|this|the|and|but|as|worldwide|globally|abroad|overseas|elsewhere|"
    r"yesterday|when|two|three|one|\d+\s(?:years|months|weeks|days)|just|respectively|each|per)\b|$",
    re.IGNORECASE,
)
_LEAST = 1000
_ALIKE = re.compile(
    rf"{S}?(?:,|,?{S}(?:and|or|versus|vs\.?|compared{S}with|compared{S}to))(?:{S}(?:a|an|then|only|just|another|even))?{S}",
    re.IGNORECASE,
)
_LONGEST_LINK = 20


def is_gapped(scene: Scene, *, after_real: bool) -> bool:
    """Whether a bare number counts what the one before did: "34.5 million subscribers against 47 million".

    Where that one was no level (``after_real`` is false), only a level follows.
    """
    if scene.bound < _LEAST or not _BEHIND.match(scene.text, scene.quantity.end, scene.end):
        return False
    if after_real and _STOP.match(scene.text, scene.quantity.end, scene.end) and _LISTED.search(scene.before[-60:]):
        return True
    lead = (_BEFORE if after_real else _LEVEL).search(scene.before)
    return lead is not None and not (after_real and lead["by"] and _CHANGE.fullmatch(lead["by"]))


def is_shared(scene: Scene, following: int) -> bool:
    """Whether a number shares the noun of the one that starts at ``following``: "4 million and 5 million viewers"."""
    end = scene.quantity.end
    return (
        scene.bound >= _LEAST
        and following - end <= _LONGEST_LINK
        and _ALIKE.fullmatch(scene.text, end, following) is not None
    )
