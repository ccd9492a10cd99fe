"""Whether the words about a bare weekday, day or month speak of what was or of what will be."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter

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

_MAY_PUT_AHEAD = re.compile(
    r"\b(?:of|for|as|than|to|until|till|through|from|on|is|starting|beginning|effective|payable|valid)[ ]",
    re.IGNORECASE,
)
_AHEAD_REACH = 40
"""The last word of what puts a date ahead is one of these; with its tail: "beginning early 12:30 p.m. CEST on "."""

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
    future, past = clause.nearest_future(), clause.nearest_past()
    if future is not None and (past is None or future[0] < past[0]):
        return 1, future[1]
    return (0, "") if past is None else (-1, past[1])


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether ``direction()`` is 1: quicker where no word tells of a future."""
    clause = _clause(text, start, end)
    if clause is None:
        return True
    future = clause.nearest_future()
    if future is None:
        return False
    past = clause.nearest_past()
    return past is None or future[0] < past[0]


Cue = tuple[int, int, str]
"""Where words that tell of time begin and end in the text, and what they are."""


class _Line:
    """The ends of clauses and the cues of a line, in text order, each kind looked for when first asked for."""

    def __init__(self, text: str, first: int, last: int) -> None:
        self._text = text
        self.first, self.last = first, last
        self.breaks = self._found(_BREAK)

    def _found(self, words: re.Pattern[str]) -> list[Cue]:
        return [(match.start(), match.end(), match[0]) for match in words.finditer(self._text, self.first, self.last)]

    @cached_property
    def futures(self) -> list[Cue]:
        return self._found(_FUTURE)

    @cached_property
    def pasts(self) -> list[Cue]:
        return self._found(_PAST)


class _Lines:
    """The lines of a text. Each is searched once, however many dates are in it, when the first of them asks."""

    __slots__ = ("_found", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._found: dict[int, _Line] = {}

    def at(self, place: int) -> _Line:
        number = bisect_right(self._starts, place)
        line = self._found.get(number)
        if line is None:
            last = self._starts[number] if number < len(self._starts) else len(self._text)
            line = self._found[number] = _Line(self._text, self._starts[number - 1], last)
        return line


@lru_cache(maxsize=4)
def _lines(text: str) -> _Lines:
    return _Lines(text)


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words about a span: from ``first`` up to ``start``, and from ``end`` up to ``last``."""

    line: _Line
    first: int
    start: int
    end: int
    last: int

    def nearest_future(self) -> tuple[int, str] | None:
        """How far off the nearest cue of what will be is, and what it says."""
        return self._nearer(_before(self.line.futures, self.first, self.start), self.line.futures)

    def nearest_past(self) -> tuple[int, str] | None:
        """How far off the nearest cue of what was is, and what it says."""
        cue = _before(self.line.pasts, self.first, self.start)
        while cue is not None and cue[2].lower() in _PLANNED:
            cue = _before(self.line.pasts, self.first, cue[0])
        return self._nearer(cue, self.line.pasts)

    def _nearer(self, before: Cue | None, cues: Sequence[Cue]) -> tuple[int, str] | None:
        behind = _behind(cues, self.end, self.last)
        if behind is not None:
            distance = behind[0] - self.end + AFTER_PENALTY
            if before is None or distance < self.start - before[1]:
                return distance, behind[2]
        return None if before is None else (self.start - before[1], before[2])


def _before(cues: Sequence[Cue], first: int, start: int) -> Cue | None:
    """The last cue between the two places."""
    place = bisect_right(cues, start, key=itemgetter(1))
    cue = cues[place - 1] if place else None
    return cue if cue is not None and cue[0] >= first else None


def _behind(cues: Sequence[Cue], end: int, last: int) -> Cue | None:
    """The first cue between the two places."""
    place = bisect_left(cues, end, key=itemgetter(0))
    return cues[place] if place < len(cues) and cues[place][1] <= last else None


def _clause(text: str, start: int, end: int) -> _Clause | None:
    """The clause before and behind the span; ``None`` where its edge alone puts the span ahead."""
    line = _lines(text).at(start)
    first = max(line.first, start - CLAUSE_REACH)
    stop = _before(line.breaks, first, start)
    first = stop[1] if stop else first
    if _MAY_PUT_AHEAD.search(text, max(first, start - _AHEAD_REACH), start) and _AHEAD_OF.search(text[first:start]):
        return None
    if text.startswith(("'s", "’s"), end) and _CLAUSE_OPENS.search(text[first:start]):
        if _POSSIBLE.match(text[end : end + CLAUSE_REACH]):
            return None
        first = start
    last = min(line.last, end + CLAUSE_REACH)
    stop = _behind(line.breaks, end, last)
    return _Clause(line, first, start, end, stop[0] if stop else last)
