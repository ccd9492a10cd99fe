"""The speeches of one sentence: who speaks, by which cue, and which stretch of the sentence is his."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.grammar.attribution.cues import CUE, inverts, speaker_after, speaker_before
from factcheck.grammar.text import Span


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


_CONTRAST = re.compile(r";|[,—–]\s*(?:but|while|whereas|although|though|however)\b|\.\s", re.IGNORECASE)
"""Where another voice takes over within a sentence unless it has a cue of its own."""
_CLOSES = re.compile(r"\s*(?:[.,;:!?\"”)—–]|$)")
_SHORT_CLOSE = re.compile(
    r"\s+(?:on|in|at|to|via|during|through|after|late|early|last|this|by|from|of|yesterday|today|earlier|Mon|Tue|Wed|"
    r"Thu|Fri|Sat|Sun)[^,.;:\"“”]{0,80}(?:[.,;\"”]|$)"
)
_OBJECT_CLOSE = re.compile(r"\s+[^,.;:\"“”]{1,60}(?:[.,;]|$)")
_NARRATES = re.compile(r"\s*,?\s*(?:before|after|as|while|when|during|who|which|where|but|and then)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*,\s*(?:adding|saying|noting|citing|warning|claiming|stressing|explaining|and that)\b")
_ADDRESSING = frozenset({"told", "tells"})


def speeches(text: str, start: int, end: int) -> Iterator[Speech]:
    """Yield the speeches of the sentence ``text[start:end]`` in order."""
    edges = [start, *(match.start() for match in _CONTRAST.finditer(text, start, end)), end]
    for match in CUE.finditer(text, start, end):
        low = max(edge for edge in edges if edge <= match.start())
        high = min(edge for edge in edges if edge >= match.end())
        speech = _according(text, match, low, high) if match["according"] else _verbal(text, match, low, high)
        if speech is not None:
            yield speech


def _according(text: str, match: re.Match[str], low: int, high: int) -> Speech | None:
    speaker = speaker_after(text, match.end(), high, any_noun=True)
    if speaker is None:
        return None
    return Speech(speaker, match.group(), Span(*match.span()), Span(low, high), trails=match.start() - low > 2)


def _verbal(text: str, match: re.Match[str], low: int, high: int) -> Speech | None:
    verb, cue = match.group(), Span(*match.span())
    before = text[low : match.start()].rstrip()[-1:]
    if inverts(verb) and before in ('"', "”", ",", "?", "!", "’", "…"):
        speaker = speaker_after(text, match.end(), high, any_noun=False)
        if speaker is not None and not _is_apposed(text, low, match.start(), before):
            return Speech(speaker, verb, cue, _behind(text, low, high, speaker.end), trails=True)
    speaker = speaker_before(text, low, match.start(), verb)
    if speaker is None:
        return None
    if _trails(text, low, speaker, cue, high, verb):
        return Speech(speaker, verb, cue, _behind(text, low, high, cue.end), trails=True)
    return Speech(speaker, verb, cue, Span(cue.end, high), trails=False)


def _is_apposed(text: str, low: int, cue: int, before: str) -> bool:
    """Whether the comma before the verb closes an apposition to its subject ("X, the mayor, said Y …")."""
    return before == "," and speaker_before(text, low, cue, "said") is not None and text.count(",", low, cue) > 1


def _trails(text: str, low: int, speaker: Span, cue: Span, high: int, verb: str) -> bool:
    before = text[low : speaker.start].rstrip()
    if not before or before[-1] not in ",\"”?!’…—–-":
        return False
    if _CLOSES.match(text, cue.end, high) or _SHORT_CLOSE.match(text, cue.end, high):
        return True
    return verb in _ADDRESSING and _OBJECT_CLOSE.match(text, cue.end, high) is not None


def _behind(text: str, low: int, high: int, edge: int) -> Span:
    """The stretch said where the cue comes after or between: up to ``edge``, and on where the speaker goes on."""
    rest = text.find(",", edge, high)
    if rest < 0 or _NARRATES.match(text, rest, high):
        quote = _quote_after(text, edge, high)
        return Span(low, high if quote else edge)
    return Span(low, high)


def _quote_after(text: str, edge: int, high: int) -> bool:
    return any(text.find(mark, edge, high) >= 0 for mark in "\"“")
