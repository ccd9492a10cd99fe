"""One-key corrections of a value: the bound, what is counted, the relation, a step in the calendar.

What a key does depends on the claim's type, so that types may share keys. Capitals and signs only: small letters and
digits are labels' and actions'. ``Q`` is free on every type for a project's own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from factcheck.model import Casualty, ClaimType, Comparator, DateValue, Membership, Value, ViewCount


@dataclass(frozen=True, slots=True)
class Fix:
    """A key that puts one part of a value right, and the types that it does so for.

    ``name`` is what a settings file calls it, ``short`` what the key bar does, ``meaning`` what the help says.
    """

    name: str
    key: str
    types: tuple[ClaimType, ...]
    short: str
    meaning: str


_COUNTS = (ClaimType.CASUALTY, ClaimType.VIEW_COUNT)
_CASUALTY, _VIEWS = (ClaimType.CASUALTY,), (ClaimType.VIEW_COUNT,)
_MEMBERSHIP, _DATE = (ClaimType.MEMBERSHIP,), (ClaimType.DATE,)

_BOUNDS = (
    (Fix("exactly", "=", _COUNTS, "exactly", "exactly this number"), "="),
    (Fix("more_than", ">", _COUNTS, "more than", "more than this number"), ">"),
    (Fix("at_least", "+", _COUNTS, "at least", "this number or more"), ">="),
    (Fix("fewer_than", "<", _COUNTS, "fewer than", "fewer than this number"), "<"),
    (Fix("up_to", "_", _COUNTS, "up to", "this number or fewer"), "<="),
    (Fix("about", "~", _COUNTS, "about", "about this number"), "~"),
)
_EFFECTS = (
    (Fix("killed", "K", _CASUALTY, "killed", "they died"), "killed"),
    (Fix("injured", "I", _CASUALTY, "injured", "they were hurt"), "injured"),
    (Fix("missing", "M", _CASUALTY, "missing", "they are missing, trapped or buried"), "missing"),
    (Fix("displaced", "D", _CASUALTY, "displaced", "they fled or were left homeless"), "displaced"),
    (Fix("captured", "C", _CASUALTY, "captured", "they were taken, held or set free"), "captured"),
    (Fix("either", "B", _CASUALTY, "killed or injured", "both together, or no outcome said"), "killed_or_injured"),
)
_METRICS = (
    (Fix("views", "V", _VIEWS, "views", "views, clicks, hits"), "views"),
    (Fix("viewers", "W", _VIEWS, "viewers", "people who watched"), "viewers"),
    (Fix("likes", "L", _VIEWS, "likes", "likes, hearts, upvotes"), "likes"),
    (Fix("shares", "S", _VIEWS, "shares", "shares, retweets, reposts"), "shares"),
    (Fix("followers", "F", _VIEWS, "followers", "followers of an account"), "followers"),
    (Fix("subscribers", "B", _VIEWS, "subscribers", "subscribers of a channel or service"), "subscribers"),
    (Fix("attendance", "E", _VIEWS, "attendance", "people at an event, a crowd"), "attendance"),
    (Fix("signatures", "N", _VIEWS, "signatures", "names under a petition"), "signatures"),
    (Fix("comments", "C", _VIEWS, "comments", "comments, replies"), "comments"),
    (Fix("downloads", "D", _VIEWS, "downloads", "downloads, installs"), "downloads"),
    (Fix("streams", "M", _VIEWS, "streams", "plays of music or a podcast, listens"), "streams"),
    (Fix("visitors", "I", _VIEWS, "visitors", "visitors to a site or a place"), "visitors"),
    (Fix("copies", "K", _VIEWS, "copies", "copies or tickets sold"), "copies"),
    (Fix("dislikes", "X", _VIEWS, "dislikes", "dislikes, downvotes"), "dislikes"),
)
_RELATIONS = (
    (Fix("belong", "M", _MEMBERSHIP, "members", "they are members of the group"), "members"),
    (Fix("joined", "J", _MEMBERSHIP, "joined", "they joined it"), "joined"),
    (Fix("former", "L", _MEMBERSHIP, "left", "they left it or once belonged to it"), "former members"),
    (Fix("leaders", "D", _MEMBERSHIP, "leaders", "they lead the group or its members"), "leaders"),
    (Fix("founders", "F", _MEMBERSHIP, "founders", "they founded it"), "founders"),
    (Fix("attendees", "E", _MEMBERSHIP, "attendees", "they were at the event"), "attendees"),
    (Fix("signatories", "S", _MEMBERSHIP, "signatories", "they signed it"), "signatories"),
)
_STEPS = (
    (Fix("earlier", "<", _DATE, "earlier", "a step earlier: week or year of a relative date, else its own unit"), -1),
    (Fix("later", ">", _DATE, "later", "a step later: week or year of a relative date, else its own unit"), 1),
)

EFFECTS = tuple(effect for _, effect in _EFFECTS)
METRICS = tuple(metric for _, metric in _METRICS)
RELATIONS = tuple(relation for _, relation in _RELATIONS)
"""The closed lists of the exchange contract, and the relations that extraction knows."""


_Act = Callable[[Value, date | None, str], Value | None]
"""A value, the article's day and the claim's words to the value put right; ``None`` where that makes no sense."""


def _bounded(said: Comparator) -> _Act:
    return lambda value, *_: _with_bound(value, said) if isinstance(value, ViewCount | Casualty) else None


def _affecting(effect: str) -> _Act:
    return lambda value, *_: replace(value, effect=effect) if isinstance(value, Casualty) else None


def _counting(metric: str) -> _Act:
    return lambda value, *_: replace(value, metric=metric) if isinstance(value, ViewCount) else None


def _relating(relation: str) -> _Act:
    return lambda value, *_: replace(value, relation=relation) if isinstance(value, Membership) else None


def _stepping(count: int) -> _Act:
    def step(value: Value, published: date | None, words: str) -> Value | None:
        from factcheck.review.corrections.steps import stepped  # noqa: PLC0415 - brings the grammar of dates, which no start needs

        return stepped(value, count, published, words) if isinstance(value, DateValue) else None

    return step


_ACTS: dict[str, _Act] = {
    **{fix.name: _bounded(said) for fix, said in _BOUNDS},  # type: ignore[arg-type]
    **{fix.name: _affecting(effect) for fix, effect in _EFFECTS},
    **{fix.name: _counting(metric) for fix, metric in _METRICS},
    **{fix.name: _relating(relation) for fix, relation in _RELATIONS},
    **{fix.name: _stepping(count) for fix, count in _STEPS},
}

FIXES = tuple(fix for table in (_EFFECTS, _METRICS, _RELATIONS, _STEPS, _BOUNDS) for fix, _ in table)


def apply(fix: Fix, value: Value, published: date | None, words: str = "") -> Value | None:
    """The value put right by a key; ``None`` where that changes nothing or makes no sense.

    ``published`` is the article's day and ``words`` the claim's: they tell a weekday, whose week may be wrong, from a
    day whose year is not said.
    """
    right = _ACTS[fix.name](value, published, words)
    return None if right == value else right


def _with_bound(value: ViewCount | Casualty, said: Comparator) -> Value | None:
    """The same number with another bound; of a range, the bound that stays on that side."""
    is_range = value.low is not None and value.high is not None and value.low != value.high
    if is_range and said in ("=", "~"):
        return None  # of two numbers neither is the one
    known = (value.low, value.high) if said in ("=", "~", ">", ">=") else (value.high, value.low)
    number = next((bound for bound in known if bound is not None), None)
    if number is None or (number == 0 and said != "="):
        return None
    low = None if said in ("<", "<=") else number
    high = None if said in (">", ">=") else number
    return replace(value, low=low, high=high, comparator=said)
