"""Whether the words about a bare weekday, day or month speak of what was or of what will be."""

from __future__ import annotations

import re

CLAUSE_REACH = 120
"""Code points on either side that are read for a verb: few clauses of news are longer."""

AFTER_PENALTY = 60
"""Code points that a cue behind the date is held to be farther off: a verb before a date is likelier its own."""

_BREAK = re.compile(
    r"""
    (?: (?<=[a-z0-9)%"'”’]{2})\. | [!?;:] ) ["'”’]*\s  # "a.m. ", "U.S. " and "Mr. " end no clause
  | \n | -- | —
  | ,[ ](?:but|and|while|whereas|although|though|when|which|who|after|before)\b
    """,
    re.VERBOSE,
)
_AHEAD_OF = re.compile(
    r"""\b(?:
        ahead[ ]of | in[ ]time[ ]for | as[ ](?:early|soon|late)[ ]as | no[ ]later[ ]than
      | (?:starting|beginning|effective|payable|valid)(?:[ ](?:on|from|until|through|till))?
      | (?:extended|postponed|delayed|adjourned|deferred|put[ ]off|rescheduled|moved|pushed[ ]back)(?:[ ]\w+){0,6}
        [ ](?:to|until|till)
      | (?:now|today|tomorrow)[ ](?:through|until|till)
      | deadline[ ](?:of|is|for)
    )[ ](?:(?:early|late|next|the)[ ])?
    (?:(?:noon|midnight|\d{1,2}(?:[:.]\d\d)?(?:[ ]?[ap]\.?m\.?)?)[ ](?:[A-Z]{2,4}[ ])?(?:on[ ])?)?$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words right before a date that put it ahead whatever the verb."""

_CLAUSE_OPENS = re.compile(
    r"\b(?:that|said|says|say|warns?|warned|believes?|believed|claims?|claimed)[ ](?:that[ ])?$"
)
"""What leads up to "Friday's vote" where the verb to come is its own."""

_FUTURE = re.compile(
    r"""\b(?:
        will | won['’]t | shall | would | must | upcoming | deadline
      | (?:is|are|was|were|going|plan(?:s|ned|ning)?)[ ]to | (?:is|are|was|were|been)[ ]due
      | due[ ](?:on|in|by|back) | set[ ](?:to|for)
      | to[ ]be[ ][a-z]{2,}(?:d|n|t)
      | (?<!originally[ ])(?<!initially[ ])(?<!previously[ ])(?:scheduled|slated|planned)
      | supposed[ ]to | expect(?:s|ed)? | plan(?:s|ning)?[ ](?:for|on)
      | (?:forecast|predicted|projected|likely|poised|bound|certain|sure|ready)[ ]to | predicts? | forecasts
      | hop(?:es|ed|ing)[ ]to | intends? | prepar(?:es|ing)[ ](?:to|for)
      | (?:agreed|vowed|promised|threatened|ordered)[ ]to
      | between[ ]now[ ]and | until[ ]next
      | takes?[ ]effect | reconvenes? | begins? | starts? | expires? | convenes? | kicks[ ]off | opens? | resumes?
    )\b | ['’]ll\b""",
    re.VERBOSE,
)
_PAST = re.compile(
    r"""\b(?<!be[ ])(?<!being[ ])(?:
        was | were | had | did | said | saying | says | told | telling | has | have | came | went | took | made | led
      | began | became | fell | rose | held | got | left | met | won | lost | saw | gave | found | sent | put | paid
      | kept | hit | cut | shot | spoke | wrote | drew | flew | broke | sought | bought | sold | stood | ran | read
      | brought | thought | caught | fought | taught | grew | knew | threw | blew | withdrew | sank | swam | sang
      | rang | chose | rode | drove | struck | stuck | swept | slept | spent | lent | built | dealt | felt | meant
      | understood | fled | froze | hung | hid | laid | sat | slid | stole | swore | tore | wore | woke | bore | shook
      | arose | overthrew | overcame | underwent | undertook
      | late | since | last | following
      | (?!need|deed|heed|weed|speed|feed|seed|breed|proceed|succeed|exceed|indeed|hundred)[a-z]{2,}ed
    )\b""",
    re.VERBOSE,
)
_PLANNED = frozenset({"scheduled", "planned", "expected", "slated", "hoped", "supposed"})
"""Participles in -ed that look ahead."""


_POSSIBLE = re.compile(r"[^.;:]{0,60}?\b(?:could|may|might|can|should)\b")
"""Verbs that look ahead where they are surely the date's own; elsewhere they are as often another clause's."""


def direction(text: str, start: int, end: int) -> int:
    """-1 for past, 1 for future, 0 where no verb says it; the cue nearest to the span decides."""
    return cue_of(text, start, end)[0]


def cue_of(text: str, start: int, end: int) -> tuple[int, str]:
    """``direction()`` with the words that decide it; empty where none do, or where it is the clause's edge."""
    clause = _clause(text, start, end)
    if clause is None:
        ahead = _AHEAD_OF.search(text[max(0, start - CLAUSE_REACH) : start])
        return 1, ahead[0].strip() if ahead else ""
    future, past = _nearest(_FUTURE, *clause), _nearest(_PAST, *clause)
    if future is not None and (past is None or future[0] < past[0]):
        return 1, future[1]
    return (0, "") if past is None else (-1, past[1])


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether ``direction()`` is 1: quicker where no word tells of a future."""
    clause = _clause(text, start, end)
    return clause is None or _is_ahead(*clause)


def _clause(text: str, start: int, end: int) -> tuple[str, str] | None:
    """The clause before and behind the span; ``None`` where its edge alone puts the span ahead."""
    before = _clause_before(text[max(0, start - CLAUSE_REACH) : start])
    if _AHEAD_OF.search(before):
        return None
    after = text[end : end + CLAUSE_REACH]
    if text.startswith(("'s", "’s"), end) and _CLAUSE_OPENS.search(before):
        if _POSSIBLE.match(after):
            return None
        before = ""
    stop_after = _BREAK.search(after)
    return before, after[: stop_after.start()] if stop_after else after


def _is_ahead(before: str, after: str) -> bool:
    future = _nearest(_FUTURE, before, after)
    if future is None:
        return False
    past = _nearest(_PAST, before, after)
    return past is None or future[0] < past[0]


def _clause_before(before: str) -> str:
    cut = 0
    for stop in _BREAK.finditer(before):
        cut = stop.end()
    return before[cut:]


def _nearest(cue: re.Pattern[str], before: str, after: str) -> tuple[int, str] | None:
    """How far off the nearest cue is, and what it says."""
    nearest: tuple[int, str] | None = None
    for match in cue.finditer(before):
        if cue is _FUTURE or match[0].lower() not in _PLANNED:
            nearest = len(before) - match.end(), match[0]
    first = cue.search(after)
    if first and (nearest is None or first.start() + AFTER_PENALTY < nearest[0]):
        return first.start() + AFTER_PENALTY, first[0]
    return nearest
