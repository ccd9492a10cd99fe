"""Lists of names read forwards or backwards: what may stand between two names of one list, and what ends it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from factcheck.grammar.names.countries import demonym_code, ends_country
from factcheck.grammar.names.lexicon import ROLE_PLURALS, ROLE_QUALIFIERS, ROLES
from factcheck.grammar.names.mentions import Mention, mentions
from factcheck.grammar.text import word_set


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a list with the span of the name alone; ``item_start`` is where its titles begin."""

    start: int
    end: int
    text: str
    item_start: int
    mention: Mention


class _Gap(Enum):
    """What the words between two mentions say of them."""

    COMMA = "the list goes on"
    AND = "the last name follows"
    PLUS = "the list goes on after its end"
    SAME_ITEM = "the former mention describes the latter"
    ASIDE = "the latter mention describes the former"
    GLUED = "the separator was lost"
    END = "the list is over"


_SEPARATOR = re.compile(
    r"""(?P<aside>\s*\([^()]{0,80}\)|\s+\[[^\[\]]{0,40}\]
          |,\s+(?:(?:far|top|bottom|at|on\ the|(?:second|third|fourth)(?:\ from)?(?:\ the)?)\s+)?
            (?:left|right|cent(?:er|re))(?=,|;|\s+and\b)
          |,\s[^;]{1,90}(?=;))?
        (?:
          (?P<plus>,?\s+(?:as\ well\ as|plus|along\ with|together\ with|alongside|with\s+also)\s+)
        | (?P<row>\s*[;.,]\s*(?:and\s+)?(?:top|bottom|front|back|middle|second)(?:\s+row)?
            (?:,?\s+(?:from\s+)?(?:left|l)(?:\s+to\s+(?:right|r))?)?\s*[:,]\s*)
        | (?P<and>\s*[,;]?\s+(?:and|&|or|and\s+also|and\s+then|and\s+finally)\s+|\s&\s)
        | (?P<comma>\s*[,;]\s*|\s/\s|\s[•·]\s)
        )(?:\([^()]{0,30}\)\s)?""",
    re.VERBOSE | re.IGNORECASE,
)
_DESCRIPTION = re.compile(r"(?P<words>[\w'’ ,-]*)$")
_OF_GAP = re.compile(r",?\s+(?:of|from|for|at|in)\s+(?:the\s+)?$")
_APPOSITION_LINK = word_set("of for at from in with")
_LONGEST_GAP = 120
"""Code points between two names of one list; longer stretches are prose."""
_ASIDE_IN_BRACKETS = re.compile(r"\([^()\n]{0,120}\)|\[[^\[\]\n]{0,60}\]")


def _outside_brackets(text: str, found: list[Mention], start: int, end: int) -> list[Mention]:
    """Return the mentions that do not stand in a bracket opened within the stretch."""
    brackets = [match.span() for match in _ASIDE_IN_BRACKETS.finditer(text, start, end)]
    if not brackets:
        return found
    return [one for one in found if not any(opened < one.start < closed for opened, closed in brackets)]


def _is_describing(words: str) -> bool:
    """Whether lower-case words before a name only say what the bearer is ("creative director", "the former")."""
    parts = [part.lower() for part in words.replace(",", " ").split()]
    if all(part in ROLES or part in ROLE_QUALIFIERS or part in ROLE_PLURALS for part in parts):
        return True
    owned = len(parts) <= _LONGEST_DESCRIPTION and words.islower() and parts[-1] in ROLES | ROLE_PLURALS
    return owned and "," not in words.strip().rstrip(",") and _NO_DESCRIPTION.isdisjoint(parts)


_LONGEST_DESCRIPTION = 6
"""Words in "the alliance's outgoing secretary-general" and the like."""
_NO_DESCRIPTION = word_set(
    "of for at from in on to with by and or but is was are were be been said says told as than that who"
)
"""Words that a noun phrase between a separator and a name does not hold: the list is over where they stand."""


def _is_office_elsewhere(words: str) -> bool:
    """Whether the words are an office with its link ("acting prime minister of")."""
    parts = words.replace(",", " ").lower().split()
    if parts and parts[-1] == "the":
        parts.pop()
    if len(parts) < 2 or parts[-1] not in _APPOSITION_LINK:
        return False
    return any(part in ROLES or part in ROLE_PLURALS for part in parts)


def _gap(text: str, before: Mention, after: Mention, *, offices: bool) -> _Gap:
    between = text[before.end : after.start]
    if len(between) > _LONGEST_GAP or "\n" in between:
        return _Gap.END
    if before.possessive:
        return _Gap.SAME_ITEM if _is_describing(between[2:] if between[:1] in "'’" else between) else _Gap.END
    if _OF_GAP.fullmatch(between):
        return _Gap.ASIDE
    if between == " ":
        return _Gap.GLUED if before.country and after.country else _Gap.END
    return _separated(between, offices=offices)


def _separated(between: str, *, offices: bool) -> _Gap:
    separator = _SEPARATOR.match(between)
    between = between if separator else _ASIDE_IN_BRACKETS.sub("", between)
    if separator is None:
        return _Gap.SAME_ITEM if _is_describing(between) and between.strip() else _Gap.END
    rest = _DESCRIPTION.match(between, separator.end())
    if rest is None or rest["words"].split()[-1:] in (["a"], ["an"]):
        return _Gap.END  # behind an indefinite article a name only qualifies a noun ("a California partnership")
    kind = _Gap.PLUS if separator["plus"] or separator["row"] else _Gap.AND if separator["and"] else _Gap.COMMA
    if _is_describing(rest["words"]):
        return kind
    if _is_office_elsewhere(rest["words"]):
        if offices:
            return _Gap.PLUS if not ROLE_PLURALS.isdisjoint(rest["words"].lower().split()) else kind
        return _Gap.ASIDE if kind is _Gap.COMMA else _Gap.END
    return _Gap.END


class _Reader:
    """Reads one list from a run of mentions; ``last`` is the index of the last mention that it took in."""

    def __init__(self, text: str, found: Sequence[Mention], *, offices: bool) -> None:
        self._text = text
        self._offices = offices
        self.names: list[Name] = []
        self.last = 0
        self._read(found)

    def _read(self, found: Sequence[Mention]) -> None:
        pending, edge, item_start, closed = found[0], found[0], found[0].start, False
        for index, latest in enumerate(found[1:], start=1):
            gap = _gap(self._text, edge, latest, offices=self._offices)
            if gap is _Gap.END or (
                closed and gap in (_Gap.COMMA, _Gap.GLUED) and not (edge.is_titled and latest.is_titled)
            ):
                break
            if gap is _Gap.SAME_ITEM:
                pending = edge = latest
            elif gap is _Gap.ASIDE:
                pending = self._outranked(pending, latest)
                edge = latest
            else:
                self._close(pending, item_start)
                pending, edge, item_start = latest, latest, latest.start
                closed = gap is _Gap.AND
            self.last = index
        self._close(pending, item_start)

    def _outranked(self, pending: Mention, aside: Mention) -> Mention:
        """Return the aside where it is what the list is of: an office's place, behind no name of its own."""
        return aside if pending.name_start >= pending.end or (self._offices and aside.country) else pending

    def _close(self, mention: Mention, item_start: int) -> None:
        if mention.name_start < mention.end and not _are_nationals(mention):
            self.names.append(Name(mention.name_start, mention.end, mention.name, item_start, mention))


def _are_nationals(mention: Mention) -> bool:
    """Whether the name is an adjective or a noun of nationality ("Russian", "Soviets", "West German")."""
    words = mention.words
    if mention.country or not words or (len(words) > 1 and words[0] not in _COMPASS):
        return False
    return demonym_code(words[-1].removesuffix("s")) is not None


_COMPASS = word_set("North South East West Northern Southern Eastern Western")


def _opens(before: str) -> bool:
    """Whether only a determiner, roles or an opening mark stand between the list's edge and its first name."""
    words = before.strip(' \t:,–—-("“').lower().split()
    return len(words) <= _WORDS_BEFORE_FIRST and all(
        word in ROLES or word in ROLE_PLURALS or word in ROLE_QUALIFIERS or word in _OPENERS for word in words
    )


_WORDS_BEFORE_FIRST = 6
_OPENERS = word_set("both of from namely primarily mainly chiefly currently respectively fellow both:")


_MAY_OPEN = ROLES | ROLE_PLURALS | ROLE_QUALIFIERS | _OPENERS
_SMALL_WORD = re.compile(r'[\s:,–—("“-]*(?P<word>[a-z]+)(?=\s)')


def _may_open(text: str, start: int, end: int) -> bool:
    """Whether no lower-case word right behind the list's edge rules it out: a look that saves reading names."""
    position = start
    while word := _SMALL_WORD.match(text, position, end):
        if word["word"] not in _MAY_OPEN:
            return False
        position = word.end()
    return True


def _may_close(text: str, start: int, end: int) -> bool:
    """Whether no lower-case word right before the list's edge rules it out."""
    begin = max(start, end - _LONGEST_WORD)
    _, space, last = text[begin:end].rstrip().rpartition(" ")
    small = last.isascii() and last.isalpha() and last.islower()
    return not small or (not space and begin > start) or ends_country(last)


_LONGEST_WORD = 40


def names_after(text: str, start: int, end: int, *, offices: bool = False) -> list[Name]:
    """Return the list of names that begins at ``start``: at once, or behind a determiner and lower-case roles.

    With ``offices`` the list is of those who hold an office somewhere ("the presidents of A, B and the acting
    prime minister of C"), so that an item's place is its name. The list ends where its last item does; a single
    name is a list of one, and no name is an empty list.
    """
    if not _may_open(text, start, min(end, start + _REACHES[0])):
        return []
    for reach in _REACHES:
        edge = min(end, start + reach)
        cut = edge < end and (text.rfind("(", start, edge) > text.rfind(")", start, edge))
        found = _outside_brackets(text, mentions(text, start, edge), start, edge)
        if not found or not _opens(text[start : found[0].start]):
            return []
        reader = _Reader(text, found, offices=offices)
        if edge == end or (reader.last < len(found) - 1 and not cut):
            return reader.names
    return []


def names_before(text: str, start: int, end: int, *, governed: bool = False, offices: bool = False) -> list[Name]:
    """Return the list of names that ends at ``end``, white space aside; it begins no earlier than ``start``.

    A name that a preposition governs ("In Paris, A and B …") is taken for a place and opens no list, unless
    ``governed`` says that it may. ``offices`` is as for ``names_after``.
    """
    if not _may_close(text, start, end):
        return []
    for reach in _REACHES:
        edge = max(start, end - reach)
        found = _outside_brackets(text, mentions(text, edge, end), edge, end)
        if not found or text[found[-1].end : end].strip() or found[-1].possessive:
            return []
        first = len(found) - 1
        while first > 0 and _gap(text, found[first - 1], found[first], offices=offices) is not _Gap.END:
            first -= 1
        if edge == start or first > 0:
            return _backwards(text, start, found[first:], governed=governed, offices=offices)
    return []


_REACHES = (240, 800, 10_000)
"""Code points looked at first, then where a list reaches their edge: most lists are short or none at all."""


def _backwards(text: str, start: int, found: list[Mention], *, governed: bool, offices: bool) -> list[Name]:
    """The longest list that ends with the last of these mentions, between which nothing ends a list."""
    begin = max(0, len(found) - _LONGEST_LIST)
    while begin < len(found):
        run = found[begin:]
        reader = _Reader(text, run, offices=offices)
        reaches = reader.last == len(run) - 1
        if not governed and _is_governed(text, start, run[0].start):
            if reaches and (all(one.country for one in run) or _of_all(text, start, run[0].start)):
                return []  # the preposition governs the whole list ("his counterparts from A, B and C")
            begin += 1
        elif reaches:
            return reader.names
        else:
            begin += max(1, reader.last)  # from any name before, the list would end there as well
    return []


_LONGEST_LIST = 60
"""Names read backwards at most; the longest membership lists of news copy have some thirty."""
_PREPOSITIONS = word_set(
    """
    in at from of on by near to into with against for under over across outside inside
    """
)


def _is_governed(text: str, start: int, position: int) -> bool:
    words = text[max(start, position - 30) : position].lower().split()
    while words and words[-1] in ("the", "a", "an", "former", "its", "his", "her", "their"):
        words.pop()
    if words[-1:] == ["of"] and words[-2:-1] and words[-2] in _STATES:
        return False
    return bool(words) and words[-1].strip('("“') in _PREPOSITIONS


_STATES = frozenset({"states", "countries", "nations", "republics"})
"""What is the same as the names behind its "of"."""
_OF_ALL = re.compile(r"\b(?:from|of)\s+(?:the\s+)?$")


def _of_all(text: str, start: int, position: int) -> bool:
    """Whether the preposition before a list governs all of it, as one of place before a comma does not."""
    return _OF_ALL.search(text, max(start, position - 12), position) is not None
