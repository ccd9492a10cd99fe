"""Figures that only describe somebody, or stand for somebody beside the one who was harmed."""

from __future__ import annotations

import re

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.rules import Said
from factcheck.extract.casualties.sentence import Sentence
from factcheck.grammar.text import word_set

_NAMED_BEFORE = re.compile(r"(?:^|[^iotCv])C+,v?$|[RP],v?$|[,b]v?y&$")
_PLACE_BEFORE = re.compile(r"(?P<in>[it])[DNvPpCEogx&]{1,14}?(?P<more>(?:,C+)*),v?$")
_IN = word_set("in at near from outside around across on off inside throughout to")
_KINDS = word_set("man woman boy girl child baby infant toddler teenager teen person couple male female youth")
_COUNTED_BEFORE = re.compile(r"[QA][NCEOPpy]{1,4},$")
_LIST_BEHIND = re.compile(r",?&?v?[QA]")
_ROLES = word_set(
    """
    served serving serve serves works worked working work described identified known employed acting acted posing
    posed disguised dressed hired
    """
)
_THERE = word_set("there it this that only as dead killed injured wounded hurt among")


def describes(sentence: Sentence, figure: Figure, said: Said) -> bool:
    """Whether an indefinite person describes somebody named or counted before: "one of them, a cook, was burned"."""
    if not figure.single:
        return False
    if sentence.words[figure.first - 1].part == "n" and figure.first:
        return True
    before = sentence.shape[max(0, figure.first - 14) : figure.first]
    last = [word.form for word in sentence.words[max(0, figure.first - 2) : figure.first]]
    if before.endswith("b") and not said.from_left:
        return last[0] not in _THERE and sentence.shape[figure.end : figure.end + 1] != "w"
    if last[-1:] == ["as"] and last[0] in _ROLES:
        return True
    if _NAMED_BEFORE.search(before) is None or _is_placed(sentence, figure) or _in_list(sentence, figure):
        return False
    return before.endswith(("C,", "y&")) or sentence.shape[figure.end : figure.end + 1] == ","


def _is_placed(sentence: Sentence, figure: Figure) -> bool:
    """Whether the name before is a place's or a speaker's: "in Basra, a man", "according to Ana Ruiz, a man"."""
    match = _PLACE_BEFORE.search(sentence.shape, max(0, figure.first - 24), figure.first)
    if match is None or sentence.words[match.start("in")].form not in _IN:
        return False
    of_a_kind = any(word.form in _KINDS or word.part == "y" for word in sentence.words[figure.first : figure.end])
    return of_a_kind or not match["more"]


def _in_list(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure stands between other counts: "seven Germans, an Austrian and four Swedes"."""
    if sentence.shape[figure.end : figure.end + 2] == ",A":
        return True
    counted = _COUNTED_BEFORE.search(sentence.shape, max(0, figure.first - 7), figure.first)
    return counted is not None and _LIST_BEHIND.match(sentence.shape, figure.end) is not None


_GROUPS = word_set("crew crews staff police family team group troop personnel couple force")


def is_of_another(sentence: Sentence, figure: Figure) -> bool:
    """Whether a verb behind the figure has another subject: "the son of a chief was shot"."""
    before = sentence.words[max(0, figure.first - 2) : figure.first]
    if sentence.words[figure.first].form == "one" and before and before[-1].part == "b":
        return before[0].form != "there" and sentence.shape[figure.first + 1 : figure.first + 2] == "o"
    return (
        len(before) == 2
        and before[1].form == "of"
        and before[0].part in ("P", "p")
        and before[0].form not in _GROUPS
        and sentence.shape[figure.end : figure.end + 1] not in ("w", "K", "I", "J")
    )


def is_age(sentence: Sentence, figure: Figure) -> bool:
    """Whether a bare number is somebody's age: "Smith Jr., 32, was shot", "who turned 16 in April"."""
    if figure.head != "bare" or figure.single:
        return False
    before = sentence.words[max(0, figure.first - 2) : figure.first]
    letters = "".join(word.part for word in before)
    if figure.comparator == "range" and letters[-1:] in ("P", "p"):
        return True
    if letters in ("C,", "P,", "p,", ";,") and sentence.shape[figure.end : figure.end + 1] == ",":
        return figure.low == figure.high and sentence.text[figure.start].isdigit()
    return any(word.form in ("turned", "turn", "turning") for word in before[-1:])
