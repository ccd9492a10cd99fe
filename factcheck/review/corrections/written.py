"""Written words read as a value by the grammars of extraction: "~1.2m", "12 to 15 injured", "2022-11"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from factcheck.extract.casualties.lexicon import TRIGGER_WORDS as HARM_WORDS
from factcheck.extract.dates import value_of
from factcheck.extract.reading.counts import Bounds, number_alone
from factcheck.extract.reading.days import why_no_date
from factcheck.extract.reading.model import quoted
from factcheck.extract.view_counts.lexicon import NOUNS
from factcheck.grammar.quantity import find_quantities
from factcheck.grammar.timex import find_timexes
from factcheck.grammar.timex.calendar import extent, granularity
from factcheck.model import Article, Casualty, Comparator, DateValue, Membership, SpanRef, Value, ViewCount
from factcheck.review.corrections.fixes import EFFECTS, METRICS
from factcheck.review.corrections.rosters import read_roster
from factcheck.review.corrections.wording import MODS, as_words


def read(
    value: Value, words: str, published: date | None, article: Article | None, span: SpanRef | None
) -> Value | str:
    """The value that words with single spaces alone say in place of ``value``, or why they say none."""
    match value:
        case ViewCount() | Casualty():
            return _count(value, words)
        case DateValue():
            return _date(value, words, published)
        case Membership():
            return read_roster(value, words, article, span)


# ---- counts

_SIGN = re.compile(r"(?P<sign>~|≈|>=|=>|≥|>|<=|=<|≤|<|=)\s?")
_SAID_BY_SIGN: Mapping[str, Comparator] = {
    "~": "~", "≈": "~", ">=": ">=", "=>": ">=", "≥": ">=", ">": ">",
    "<=": "<=", "=<": "<=", "≤": "<=", "<": "<", "=": "=",
}  # fmt: skip
_PLAIN = re.compile(
    r"(?P<bounds>[\d,]+(?:\s?(?:to|-|–)\s?[\d,]+)?|[a-z]+(?:\s(?:couple|pair))?)(?=$|\s)", re.IGNORECASE
)
"""Digits that the grammar takes for a year, and words that count without being numbers."""

_PEOPLE = re.compile(r"(?:of them|people|persons?|others|more)(?=$|\s)\s?")
_WHO = re.compile(r"\s?\((?P<who>.*)\)\Z")
_OF = re.compile(r"(?:,? of (?P<of>.*)|, of)\Z")


def _count(value: ViewCount | Casualty, words: str) -> Value | str:
    said = _bounds(words)
    if isinstance(said, str):
        return said
    bounds, rest = said
    if isinstance(value, Casualty):
        return _casualty(replace(value, **bounds._asdict()), rest)
    return _view_count(replace(value, **bounds._asdict()), rest)


def _bounds(words: str) -> tuple[Bounds, str] | str:
    """What the number at the start of the words says, and the words behind it."""
    sign = _SIGN.match(words)
    figure = words[sign.end() :] if sign else words
    head = figure.partition("(")[0].partition(", of ")[0]
    found = find_quantities(head)
    if len(found) > 1:
        return f"two numbers: {quoted([head[one.start : one.end] for one in found])}"
    if found and head[: found[0].start].strip():
        return f"not understood before the number: {quoted([head[: found[0].start].strip()])}"
    plain = None if found else _PLAIN.match(head)
    alone = number_alone(plain["bounds"]) if plain else None
    if found:
        bounds, end = Bounds(found[0].low, found[0].high, found[0].comparator), found[0].end
    elif plain and alone:
        bounds, end = alone, plain.end()
    else:
        return "no number in these words"
    bounds_said = _signed(bounds, _SAID_BY_SIGN[sign["sign"]]) if sign else bounds
    if isinstance(bounds_said, str):
        return bounds_said
    return _checked(bounds_said) or (bounds_said, figure[end:].strip())


def _signed(bounds: Bounds, said: Comparator) -> Bounds | str:
    """The number with the bound that a sign before it says."""
    if bounds.comparator not in ("=", said):
        return "a sign and words that bound the number differently"
    known = bounds.low if bounds.low is not None else bounds.high
    return Bounds(None if said in ("<", "<=") else known, None if said in (">", ">=") else known, said)


def _checked(bounds: Bounds) -> str:
    """Why a count cannot be so; empty where it can."""
    known = [bound for bound in (bounds.low, bounds.high) if bound is not None]
    if any(bound < 0 for bound in known) or (bounds.comparator == "<" and bounds.high == 0):
        return "a count is none or more"
    return ""


def _casualty(value: Casualty, rest: str) -> Casualty | str:
    told = _WHO.search(rest)
    effect = _counted(rest[: told.start()] if told else rest)
    if effect:
        known = HARM_WORDS.get(effect, "").partition(" ")[2]
        effect = effect.replace(" ", "_") if effect.replace(" ", "_") in EFFECTS else known
        if effect not in EFFECTS:
            return f"{quoted([rest])} is none of: {', '.join(EFFECTS).replace('_', ' ')}"
        value = replace(value, effect=effect)
    return value if told is None else replace(value, who=_kept(value.who, told["who"]))


def _view_count(value: ViewCount, rest: str) -> ViewCount | str:
    told = _OF.search(rest)
    metric = _counted(rest[: told.start()] if told else rest)
    if metric:
        metric = metric if metric in METRICS else NOUNS.get(metric, "")
        if metric not in METRICS:
            return f"{quoted([rest])} is none of: {', '.join(METRICS)}"
        value = replace(value, metric=metric)
    return value if told is None else replace(value, of=_kept(value.of, told["of"]))


def _counted(words: str) -> str:
    """The word for what is counted, without those for persons before it."""
    words = words.strip(" .;,").lower()
    people = _PEOPLE.match(words)
    return words[people.end() :] if people else words


def _kept(known: str | None, written: str | None) -> str | None:
    """What was written, in the article's own spacing where it is the same words; ``None`` where nothing was."""
    written = (written or "").strip()
    return known if known is not None and " ".join(known.split()) == written else written or None


# ---- dates

_TIMEX = re.compile(
    r"\d{3,4}|\d{4}-(?:\d\d(?:-\d\d(?:T(?:[A-Z]{2}|\d\d(?::\d\d){0,2}))?)?|W\d{1,2}(?:-WE)?|Q\d|H\d|SP|SU|FA|WI)",
    re.IGNORECASE,
)
"""The TIMEX3 values that name days of the calendar."""

_MOD = re.compile(rf"(?P<word>{'|'.join(sorted(MODS, key=len, reverse=True))})[ -]?\s?(?=[\w'])", re.IGNORECASE)
_LEAD = re.compile(r"(?:on|in|at|during|by|the)\s", re.IGNORECASE)


def _date(value: DateValue, words: str, published: date | None) -> Value | str:
    if words in (value.timex, as_words(value)):
        return value if words == as_words(value) else replace(value, mod=None)
    read = _written_out(words) or _as_told(words, published)
    if not isinstance(read, str):
        return replace(read, event=value.event)
    mod = _MOD.match(words)
    if mod is None:
        return read
    rest = words[mod.end() :]
    bare = value if rest == value.timex else _written_out(rest) or _as_told(rest, published)
    return bare if isinstance(bare, str) else replace(bare, mod=MODS[mod["word"].lower()], event=value.event)


def _written_out(words: str) -> DateValue | None:
    """The date that a TIMEX3 value names: "2022-11", "2022-W47"."""
    timex = words.upper()
    covered = extent(timex) if _TIMEX.fullmatch(timex) else None
    if covered is None:
        return None
    return DateValue(timex, "TIME" if "T" in timex else "DATE", *covered, granularity(timex))


def _as_told(words: str, published: date | None) -> DateValue | str:
    """The date that words tell as news does, all of them."""
    found = find_timexes(words, published)
    if len(found) > 1:
        return f"two dates: {quoted([one.text for one in found])}"
    if not found:
        return "no date in these words"
    lead = _LEAD.match(words)
    rest = words[lead.end() if lead and lead.end() <= found[0].start else 0 : found[0].start] + words[found[0].end :]
    if rest.strip(" .,;"):
        return f"not understood: {quoted([rest.strip()])}"
    return why_no_date(found[0]) or value_of(found[0])
