"""Events that people attend together: a summit, a ceremony, talks, with the words that name them."""

from __future__ import annotations

import re

from factcheck.extract.memberships.groups import Group
from factcheck.grammar.names import mentions
from factcheck.grammar.text import word_set

EVENT_NOUNS = word_set(
    """
    summit summits meeting meetings conference ceremony forum session photo talks gala premiere festival funeral
    reception banquet congress rally council negotiations dinner gathering event symposium workshop convention
    celebration celebrations anniversary wedding inauguration parade debate launch hearing party awards opening
    vigil service memorial assembly dialogue
    """
)
_EVENT_WORDS = word_set(
    """
    informal annual emergency virtual bilateral trilateral quadrilateral welcoming welcome opening closing special
    family group joint extraordinary inaugural regional global international ministerial high-level peace press news
    awards award official recent unity security climate signing swearing-in wreath-laying memorial funeral national
    expanded plenary first second third final
    """
)
_WORD = re.compile(r"[\w'’+/-]+")
_OF_NAME = re.compile(r"\s+(?:of|on|for)\s+(?:the\s+)?")
EVENT = re.compile(r"\b(?:" + "|".join(sorted(EVENT_NOUNS)) + r")\b", re.IGNORECASE)


def event_at(text: str, start: int, end: int, noun: re.Match[str]) -> Group:
    """Return the event whose noun stands there, with the words that name it on either side."""
    begin, stop = noun.start(), noun.end()
    for word in reversed(list(_WORD.finditer(text, max(start, begin - 90), begin))):
        if text[word.end() : begin].strip(" ’'") or not _names_event(word.group()):
            break
        begin = word.start()
    follow = _WORD.match(text, stop + 1, end)
    while follow and text[stop] == " " and (follow.group().lower() in EVENT_NOUNS or follow.group() == "welcoming"):
        stop = follow.end()
        follow = _WORD.match(text, stop + 1, end)
    of = _OF_NAME.match(text, stop, end)
    if of:
        named = mentions(text, of.end(), min(end, of.end() + 80))
        if named and named[0].start == of.end():
            stop = named[0].end
    called = text[begin - 4 : stop] if text[max(start, begin - 4) : begin].lower() == "the " else text[begin:stop]
    return Group(begin, stop, called, named=False, head=noun.group().lower())


def _names_event(word: str) -> bool:
    lower = word.lower()
    if lower in ("the", "a", "an"):
        return False
    return (
        word[0].isupper()
        or word[0].isdigit()
        or lower in _EVENT_WORDS
        or lower in EVENT_NOUNS
        or lower.endswith(("-day", "ing", "s'", "s’"))
    )


def event_in(text: str, start: int, end: int) -> Group | None:
    """Return the first event that a stretch speaks of; a photographer's credit is none."""
    for noun in EVENT.finditer(text, start, end):
        if text[noun.start() - 1 : noun.start()] != "(" and text[noun.end() : noun.end() + 1] not in (":", "/"):
            return event_at(text, start, end, noun)
    return None
