"""The speeches of one sentence: who speaks, by which cue, and which stretch of the sentence is his."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.grammar.attribution.cues import CUE, VERBS, inverts, speaker_after, speaker_before
from factcheck.grammar.text import Span
from factcheck.grammar.triggers import Triggers


@dataclass(frozen=True, slots=True)
class Speech:
    """One speaker's hold on a sentence.

    ``speaker`` is the span of his words for himself, ``cue`` the verb or phrase with its span in ``cue_span``;
    ``scope`` is the stretch of the sentence that he says. ``trails`` is true where the cue follows what is said.
    """

    speaker: Span
    cue: str
    cue_span: Span
    scope: Span
    trails: bool


_CONTRAST = re.compile(r";|[,—–]\s*(?:but|while|whereas|although|though|however)\b", re.IGNORECASE)
"""Where another voice takes over within a sentence unless it has a cue of its own."""
_CLOSES = re.compile(r"\s*(?:[.,;:!?\"”)—–]|$)")
_SHORT_CLOSE = re.compile(
    r"\s+(?:on|in|at|to|via|during|through|after|late|early|last|this|by|from|of|yesterday|today|earlier|Mon|Tue|Wed|"
    r"Thu|Fri|Sat|Sun)[^,.;:\"“”]{0,80}(?:[.,;\"”]|$)"
)
_OBJECT_CLOSE = re.compile(r"\s+[^,.;:\"“”]{1,60}(?:[.,;]|$)")
_NARRATES = re.compile(r"\s*,?\s*(?:before|after|as|while|when|during|who|which|where|but|and then)\b", re.IGNORECASE)
_ADDRESSING = frozenset({"told", "tells"})


@dataclass(frozen=True, slots=True)
class _Clause:
    """The stretch of a sentence that one voice may hold."""

    text: str
    low: int
    high: int

    def before(self, position: int) -> str:
        """Return the last mark or letter of the clause before the position."""
        return self.text[self.low : position].rstrip()[-1:]


def cue_places(text: str) -> list[int]:
    """Where a text has a word that may be a cue, in order."""
    return [trigger.start for trigger in _CUE_WORDS.find(text)]


_CUE_WORDS = Triggers(dict.fromkeys((*VERBS.split(), "according"), "cue"))


def speeches(text: str, start: int, end: int, places: Sequence[int]) -> Iterator[Speech]:
    """Yield the speeches of the sentence ``text[start:end]``, whose cues stand at some of the places, in order."""
    cues = [match for place in places if (match := CUE.match(text, place, end))]
    edges = [start, *(match.start() for match in _CONTRAST.finditer(text, start, end)), end] if cues else []
    for match in cues:
        low = max(edge for edge in edges if edge <= match.start())
        high = min(edge for edge in edges if edge >= match.end())
        clause = _Clause(text, low, high)
        speech = _according(clause, match) if match["according"] else _verbal(clause, match)
        if speech is not None:
            yield speech


def _according(clause: _Clause, match: re.Match[str]) -> Speech | None:
    speaker = speaker_after(clause.text, match.end(), clause.high, any_noun=True)
    if speaker is None:
        return None
    trails = match.start() - clause.low > 2
    return Speech(speaker, match.group(), Span(*match.span()), Span(clause.low, clause.high), trails)


def _verbal(clause: _Clause, match: re.Match[str]) -> Speech | None:
    verb, cue = match.group(), Span(*match.span())
    if inverts(verb) and clause.before(cue.start) in _CLOSING_MARKS:
        speaker = speaker_after(clause.text, cue.end, clause.high, any_noun=False)
        if speaker is not None and not _is_apposed(clause, cue.start):
            return Speech(speaker, verb, cue, _behind(clause, speaker.end), trails=True)
    speaker = speaker_before(clause.text, clause.low, cue.start, verb)
    if speaker is None:
        return None
    if _trails(clause, speaker, cue):
        return Speech(speaker, verb, cue, _behind(clause, cue.end), trails=True)
    return Speech(speaker, verb, cue, Span(cue.end, clause.high), trails=False)


_CLOSING_MARKS = frozenset('"”,?!’…')
"""What stands before a verb that precedes its speaker ("…," said X)."""


def _is_apposed(clause: _Clause, cue: int) -> bool:
    """Whether the comma before the verb closes an apposition to its subject ("X, the mayor, said Y …")."""
    return (
        clause.before(cue) == ","
        and speaker_before(clause.text, clause.low, cue, "said") is not None
        and clause.text.count(",", clause.low, cue) > 1
    )


def _trails(clause: _Clause, speaker: Span, cue: Span) -> bool:
    if clause.before(speaker.start) not in _TRAILED_MARKS:
        return False
    text, high = clause.text, clause.high
    if _CLOSES.match(text, cue.end, high) or _SHORT_CLOSE.match(text, cue.end, high):
        return True
    return text[cue.start : cue.end] in _ADDRESSING and _OBJECT_CLOSE.match(text, cue.end, high) is not None


_TRAILED_MARKS = _CLOSING_MARKS | frozenset("—–-")


def _behind(clause: _Clause, edge: int) -> Span:
    """Return the stretch said where the cue trails: up to ``edge``, and on where the speaker goes on."""
    rest = clause.text.find(",", edge, clause.high)
    if rest >= 0 and not _NARRATES.match(clause.text, rest, clause.high):
        return Span(clause.low, clause.high)
    quoted = any(clause.text.find(mark, edge, clause.high) >= 0 for mark in '"“')
    return Span(clause.low, clause.high if quoted else edge)
