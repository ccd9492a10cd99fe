"""Phrases that count without a number word: "half a million", "a dozen", "tens of thousands", "several"."""

from __future__ import annotations

import re

from factcheck.grammar.quantity.model import Numeral
from factcheck.grammar.quantity.numerals import PLURALS, SCALES, SPACE, UNITS, alternatives
from factcheck.grammar.quantity.words import words_from

_SCALE = alternatives(SCALES)
_HALF = re.compile(
    rf"(?:an?{SPACE})?(?P<part>half|quarter|three{SPACE}quarters)(?:-|{SPACE}{{1,2}})(?:of{SPACE})?(?:an?{SPACE}{{1,2}})?(?P<scale>{_SCALE})s?\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(rf"an?{SPACE}{{1,2}}(?:(?:full|good|further){SPACE})?(?P<scale>{_SCALE})\b(?!-)", re.IGNORECASE)
_FEW = re.compile(
    rf"(?P<few>a{SPACE}few|several|a{SPACE}couple(?:{SPACE}of)?){SPACE}(?P<scale>{_SCALE})\b", re.IGNORECASE
)
_FEW_VALUES = {"a few": 3.0, "several": 3.0, "a couple": 2.0, "a couple of": 2.0}
_PLURAL = re.compile(
    rf"(?:(?P<few>several|a{SPACE}few|many){SPACE})?(?P<word>{'|'.join(PLURALS)})\b"
    rf"(?:{SPACE}(?:upon|and){SPACE}(?P=word)\b)?(?:{SPACE}of{SPACE}(?P<of>hundreds|thousands|millions|billions)\b)?",
    re.IGNORECASE,
)
_SCORES = re.compile(
    rf"(?:{SPACE}(?:of|more|others?|were|are|have|had|dead|injured|killed|wounded|missing|hurt|died|feared)\b)",
    re.IGNORECASE,
)
"""What follows "scores" that counts; elsewhere it is a verb or a result."""

_VAGUE = re.compile(
    rf"(?P<three>several|multiple|numerous|many|a{SPACE}(?:good{SPACE}|great{SPACE})?many|a{SPACE}few|"
    rf"a{SPACE}(?:small{SPACE})?handful|an?{SPACE}(?:(?:small|large|growing|great|considerable|significant){SPACE})?number(?={SPACE}of\b))\b"
    rf"|(?P<two>both|an?{SPACE}(?:couple|pair)(?={SPACE}(?:of|more|dozen)\b|{SPACE}[a-z]+s\b))\b"
    r"|(?P<none>none|nobody|no[ -]one|not[^\S\n]a[^\S\n]single)\b",
    re.IGNORECASE,
)


FOLDS = {f"{word}fold": value for word, value in {**UNITS, **SCALES}.items() if value > 1}
"""Multiples of one word: "sixfold"."""

_FOLD = re.compile(rf"(?:{'|'.join(FOLDS)})\b", re.IGNORECASE)


def phrase_at(text: str, position: int, end: int) -> Numeral | None:
    """Read a phrase that begins at the position: "half a million", "a dozen", "tens of thousands", "several"."""
    return (
        _half(text, position, end)
        or _article(text, position, end)
        or _few_or_plural(text, position, end)
        or _vague(text, position, end)
        or _fold(text, position, end)
    )


def _fold(text: str, position: int, end: int) -> Numeral | None:
    match = _FOLD.match(text, position, end)
    return Numeral(position, match.end(), FOLDS[match.group().lower()], said="multiple") if match else None


def _half(text: str, position: int, end: int) -> Numeral | None:
    match = _HALF.match(text, position, end)
    if match is None:
        return None
    scale = SCALES[match["scale"].lower()]
    part = {"half": 0.5, "quarter": 0.25}.get(match["part"].lower(), 0.75)
    return Numeral(position, match.end(), part * scale, scale)


def _article(text: str, position: int, end: int) -> Numeral | None:
    match = _ARTICLE.match(text, position, end)
    return words_from(text, (position, match.start("scale")), end, "one", 1.0) if match else None


def _few_or_plural(text: str, position: int, end: int) -> Numeral | None:
    few = _FEW.match(text, position, end)
    if few:
        scale = SCALES[few["scale"].lower()]
        base = _FEW_VALUES[" ".join(few["few"].lower().split())]
        return Numeral(position, few.end(), base * scale, scale, vague=base > 2)
    match = _PLURAL.match(text, position, end)
    if match is None:
        return None
    word = match["word"].lower()
    if word == "scores" and not _SCORES.match(text, match.end("word"), end):
        return None
    value = PLURALS[word]
    if match["few"] and not match["few"].lower().startswith("many"):
        value *= 1.5
    if match["of"]:
        value *= PLURALS[match["of"].lower()] / 2
    return Numeral(position, match.end(), value, 1.0, vague=True)


_QUESTION = re.compile(r"\b(?:how|so|too|as|not|that|great)\s+$", re.IGNORECASE)

_BOTH_AND = re.compile(
    rf"{SPACE}(?:(?:the|his|her|their|its|a|an|in|of|at|on|from|for|to|by)\b[^.;]{{1,60}}{SPACE}and\b|[A-Z])"
)
"""Behind "both", words that make it a pair of things and no count."""


def _vague(text: str, position: int, end: int) -> Numeral | None:
    match = _VAGUE.match(text, position, end)
    if match is None:
        return None
    if match["two"] and _BOTH_AND.match(text, match.end(), end):
        return None
    if match["two"]:
        return Numeral(position, match.end(), 2.0)
    if match["none"]:
        return Numeral(position, match.end(), 0.0)
    if text[position : position + 4].lower() == "many" and _QUESTION.search(text[max(0, position - 8) : position]):
        return None
    return Numeral(position, match.end(), 3.0, vague=True)
