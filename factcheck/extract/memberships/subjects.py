"""Whom a verb or a description is said of: the names right before it, behind adverbs, appositions and "who"."""

from __future__ import annotations

import re

from factcheck.grammar.names import Name, names_before
from factcheck.grammar.text import word_set

_ADVERB = (
    r"(?:\s+(?:has|have|had|also|both|all|each|later|then|subsequently|officially|formally|recently|first|finally|"
    r"eventually|briefly|since|just|once|again|already|previously|who|which|that|reportedly|respectively|originally|"
    r"unilaterally|abruptly|soon|now|initially|quickly|did|actually|never\s+formally))"
)
_ADVERBS_AT_END = re.compile(rf"{_ADVERB}{{0,4}}\s*$")


def subject(text: str, start: int, end: int, *, governed: bool = False) -> list[Name]:
    """Return the names that are the verb's subject: right before it, behind adverbs, "who", or an apposition."""
    start = max(start, end - 400)
    adverbs = _ADVERBS_AT_END.search(text, start, end)
    edge = adverbs.start() if adverbs else end
    edge = start + len(text[start:edge].rstrip(" –—-"))
    names = _joined(text, _up_to(text, start, edge, governed=governed))
    if not names and adverbs and _RELATIVE.search(adverbs.group()):
        return _antecedent(text, start, edge)
    if names or text[edge - 1 : edge] != ",":
        return names
    comma = text.rfind(",", start, edge - 1)
    while comma >= 0 and edge - comma < 160:
        if describes(text[comma + 1 : edge - 1]):
            return names_before(text, start, comma)
        comma = text.rfind(",", start, comma)
    return []


_RELATIVE = re.compile(r"\b(?:who|which|that)\b")


def _antecedent(text: str, start: int, edge: int) -> list[Name]:
    """Whom an apposition that a relative clause goes on from is said of ("A and B, the republics that joined")."""
    comma = text.rfind(",", max(start, edge - 100), edge)
    return names_before(text, start, comma) if comma >= 0 and describes(text[comma + 1 : edge]) else []


_CONJUNCTION = re.compile(r"\band\b|&|;|\bplus\b|\bas well as\b|\balong with\b|\btogether with\b|\bor\b")


def _joined(text: str, names: list[Name]) -> list[Name]:
    """The names that a conjunction makes one subject; else the last, since a comma alone ends another phrase."""
    if len(names) < 2 or _CONJUNCTION.search(text, names[0].end, names[-1].start):
        return names
    return names[-1:]


def _up_to(text: str, start: int, edge: int, *, governed: bool) -> list[Name]:
    """Return the names that end at the edge, a comma or a closing bracket between them aside."""
    trimmed = text[start:edge].rstrip()
    end = start + len(trimmed)
    if trimmed.endswith(")"):
        end = start + max(0, trimmed.rfind("("))
    names = names_before(text, start, end, governed=governed)
    if names or not trimmed.endswith(","):
        return names
    return names_before(text, start, end - 1, governed=governed)


def describes(between: str) -> bool:
    """Return whether the words between two commas say who somebody is ("a former minister", "who was 45", "45")."""
    words = between.split()
    return bool(words) and (
        words[0].lower() in _DESCRIBING or words[0].isdigit() or words[0].lower() in _ROLE_OPENERS
    )


_DESCRIBING = word_set("a an the who which his her their its one former then also born aged formerly himself")
_ROLE_OPENERS = word_set("president chairman leader founder singer guitarist drummer bassist minister director")
