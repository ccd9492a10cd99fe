"""What happened at a time: the verb, or the noun, that a time expression of a sentence is told with."""

from __future__ import annotations

import re

from factcheck.grammar.clauses.lexicon import CIRCUMSTANCES, SKIPPED, names_happening
from factcheck.grammar.clauses.sentence import NOUNY, Sentence, chunk_end, chunk_start
from factcheck.grammar.clauses.subjects import is_bound, lead, subject_of
from factcheck.grammar.clauses.wording import of_noun, of_verb
from factcheck.model import Event

_MODIFIED = re.compile(r"[AQnCxg]*[nCg]")
_MORE_TIMES = re.compile(r"(?:(?:\([^()]{1,6}\))?[,&;P]{1,2}T)*(?:\([^()]{1,6}\)|\))?")
_BEFORE_MORE = frozenset(",&;P()")
_LINKED = re.compile(r"(?:P[DAQnCxg']+)*")
_FINITE = frozenset("BHMOVSEz")
_ASIDE = re.compile(r"[cbwGELP]")


def event_at(sentence: Sentence, index: int) -> Event | None:
    """What is said to happen at the time expression that is the token ``index``; ``None`` where it is not sure."""
    shape = sentence.shape
    behind = index + 1
    if _belongs_to_a_name(sentence, index):
        return None
    if shape[behind : behind + 1] == "'":
        return _noun_behind(sentence, behind + 1)
    first = index
    while first > 1 and shape[first - 2 : first] in ("T&", "T,"):
        first -= 2
    end = _more_times(sentence, behind)
    if _modifies(sentence, first, end):
        return _noun_behind(sentence, end)
    start = lead(sentence, first)
    return _of_clause(sentence, start, end)


def _belongs_to_a_name(sentence: Sentence, index: int) -> bool:
    """Whether the date is a part of a word or a name: "#vote2020", "Black Friday"."""
    if sentence.tokens[index][0] in SKIPPED:
        return index > 0 and sentence.word(index - 1) in _DAYS_OF_NAME
    edge = sentence.edges[index]
    glued = sentence.text[edge - 1] if edge else ""
    return glued.isalnum() or glued == "#"


_DAYS_OF_NAME = frozenset({"super", "black", "bloody", "ash", "cyber", "good"})


def _more_times(sentence: Sentence, behind: int) -> int:
    if sentence.shape[behind : behind + 1] not in _BEFORE_MORE:
        return behind
    match = _MORE_TIMES.match(sentence.shape, behind)
    end = match.end() if match else behind
    return behind if end > behind and any(map(sentence.quoted_before, range(behind, end))) else end


def _modifies(sentence: Sentence, first: int, end: int) -> bool:
    """Whether the time stands before its noun: "the 2008 war", "a March 5 letter"."""
    shape = sentence.shape
    match = _MODIFIED.match(shape, end)
    if match is None or not first:
        return False
    if shape[first - 1] in "DAx'" or (shape[first - 1] in NOUNY and shape[chunk_start(shape, first)] == "D"):
        return shape[first - 1] not in NOUNY or _verb_at(sentence, match.end()) is None
    follows = match.end()
    if shape[end] not in "nAg":
        return False
    if shape[first - 1] == "P" and sentence.word(first - 1) in ("for", "of", "about", "against"):
        return True
    return names_happening(sentence.written(follows - 1)) and _verb_at(sentence, follows) is None


def _verb_at(sentence: Sentence, index: int) -> int | None:
    """The number of the finite verb group that begins at ``index``."""
    if sentence.shape[index : index + 1] not in _FINITE:
        while sentence.shape[index : index + 1] == "R":
            index += 1
    for number, group in enumerate(sentence.groups):
        if group.first == index:
            return number if sentence.shape[index] in _FINITE and sentence.word(index) not in _NAMING else None
    return None


def _noun_behind(sentence: Sentence, first: int) -> Event | None:
    match = _MODIFIED.match(sentence.shape, first)
    return of_noun(sentence, first, match.end()) if match else None


def _of_clause(sentence: Sentence, start: int, end: int) -> Event | None:
    """What the clause tells around the phrase of time that reaches from token ``start`` to ``end``."""
    shape = sentence.shape
    before = shape[start - 1] if start else ""
    if before == "(" or (before == "b" and sentence.word(start - 1) == "than"):
        return None
    if before == "P" and start > 1 and shape[start - 2] in NOUNY:  # "the attacks of September 11"
        return _noun_before(sentence, start - 1)
    following = _verb_behind(sentence, end) if before in NOUNY else None
    if following is not None and not _is_within_participle(sentence, start):
        return _noun_before(sentence, start) or of_verb(sentence, following)
    if (
        before in NOUNY and sentence.word(start) == "for" and shape.count("T", start, end) == 1
    ):  # "a campaign for May Day"
        return _noun_before(sentence, start)
    resumed = _resumed(sentence, start, end)
    if resumed is not None:
        return of_verb(sentence, resumed)
    told = _of_words_to_come if _opens(sentence, start, end, before) else _of_words_before
    return told(sentence, start, end, before)


def _of_words_to_come(sentence: Sentence, start: int, end: int, _before: str) -> Event | None:
    is_subject = sentence.shape[start] == "T" and _verb_at(sentence, end) is not None  # "Friday was cold"
    return None if is_subject else _to_the_right(sentence, end)


def _resumed(sentence: Sentence, start: int, end: int) -> int | None:
    """The verb of "the firm, in a letter on Monday, denied it" or "the firm, on Monday, denied it"."""
    shape = sentence.shape
    comma = shape.rfind(",", 0, start)
    if comma < 0 or shape[end : end + 1] != "," or shape[comma + 1] != "P":
        return None
    return _verb_at(sentence, end + 1)


def _is_within_participle(sentence: Sentence, start: int) -> bool:
    """Whether "in 2010" is told of "passed" in "a law passed by the senate in 2010 was …"."""
    at = _left(sentence, start)
    if at is None or sentence.word(start) != "in":
        return False
    group, shape = sentence.groups[at], sentence.shape
    lone = group.end - group.first == 1 and shape[group.first] in "EL" and shape[group.end : group.end + 1] == "P"
    return lone and shape[group.first - 1 : group.first] in NOUNY


def _of_words_before(sentence: Sentence, start: int, end: int, before: str) -> Event | None:
    shape = sentence.shape
    at = _left(sentence, start)
    if at is None:
        within_aside = (
            before in NOUNY and "," in shape[:start] and shape[end : end + 1] == ","
        )  # "Anna Berg, a lawyer since 1988, …"
        return None if within_aside else _noun_before(sentence, start) or _to_the_right(sentence, end)
    if before == "," and _is_subordinate(sentence, at):
        return _to_the_right(sentence, end) or of_verb(sentence, at)
    told = _circumstance(sentence, sentence.groups[at].end, start) or of_verb(sentence, at)
    led_to = at > 0 and told is None and shape[sentence.groups[at].first] == "t"
    return of_verb(sentence, at - 1) if led_to else told  # "was built to be used in May"


def _is_subordinate(sentence: Sentence, number: int) -> bool:
    """Whether the verb is of a clause that "as", "after" or "when" opens."""
    subject = subject_of(sentence, number)
    return subject is not None and subject.first > 0 and sentence.shape[subject.first - 1] in "bc"


def _verb_behind(sentence: Sentence, end: int) -> int | None:
    """The verb behind the time whose subject the words before the time are."""
    at = _verb_at(sentence, end)
    if at is not None:
        return at
    match = _LINKED.match(sentence.shape, end)
    return _verb_at(sentence, match.end()) if match and match.end() > end else None


def _noun_before(sentence: Sentence, edge: int) -> Event | None:
    """The happening that is named right before ``edge``, perhaps with a phrase that belongs to it."""
    shape = sentence.shape
    end = edge
    while end > 0 and shape[end - 1] in NOUNY:
        first = chunk_start(shape, end)
        if names_happening(sentence.written(end - 1)):
            return of_noun(sentence, first, end, edge)
        if first < 2 or shape[first - 1] != "P":
            return None
        end = first - 1
    return None


def _circumstance(sentence: Sentence, after: int, edge: int) -> Event | None:
    """The happening of "after the attack in …" where it stands between the verb and the time."""
    shape = sentence.shape
    end = edge
    while end > after and shape[end - 1] in NOUNY:
        first = chunk_start(shape, end)
        if first > 1 and shape[first - 2 : first] == "DT":  # "following the 2020 election on …"
            first -= 2
        if first <= after or shape[first - 1] not in "Pb":
            return None
        according = sentence.word(first - 1) == "to" and sentence.word(first - 2) == "according"
        if according or sentence.word(first - 1) in CIRCUMSTANCES:
            return of_noun(sentence, first, end, edge) if names_happening(sentence.written(end - 1)) else None
        end = first - 1
    return None


def _opens(sentence: Sentence, start: int, end: int, before: str) -> bool:
    """Whether the time opens a clause whose verb is still to come."""
    shape = sentence.shape
    if before in ("", "c", "h", "w", ";", "b") or (start < len(shape) and sentence.quoted_before(start)):
        return True
    if before == "," and shape[start - 2 : start - 1] in ("c", "h", "b"):
        return True
    follows = end + (shape[end : end + 1] == ",")
    subject_end = chunk_end(shape, follows)
    clause = subject_end > follows and _verb_behind(sentence, subject_end) is not None
    if before == "&":
        return clause or _verb_at(sentence, end) is not None
    return before == "," and follows == end and (clause or _verb_at(sentence, end) is not None)


_FARTHEST = 25
"""Tokens between a date and its verb; what stands farther off is seldom of one clause."""

_NAMING = frozenset({"dubbed", "titled", "entitled", "known", "based"})
"""Participles that name a thing and tell nothing of when."""


def _left(sentence: Sentence, edge: int) -> int | None:
    """The number of the nearest verb group before ``edge`` that no strong mark parts from it."""
    for number in range(len(sentence.groups) - 1, -1, -1):
        group = sentence.groups[number]
        if group.end - group.first == 1 and sentence.word(group.head) in _NAMING:
            continue
        if group.end <= edge:
            apart = ";" in sentence.shape[group.end : edge] or edge - group.end > _FARTHEST
            return None if apart else number
        if group.first < edge:  # "was on Friday arrested"
            return number
    return None


def _to_the_right(sentence: Sentence, edge: int) -> Event | None:
    """The verb of the clause that begins behind ``edge``; asides at its beginning are passed over."""
    shape = sentence.shape
    begin = edge + (shape[edge : edge + 1] == ",")
    while _is_aside_at(sentence, begin):
        comma = shape.find(",", begin)
        if comma < 0:
            break
        begin = comma + 1
    for number, group in enumerate(sentence.groups):
        if group.first < begin:
            continue
        if ";" in shape[begin : group.first] or group.first - begin > _FARTHEST:
            return None
        if shape[group.first] == "G" or _is_aside(sentence, number):
            continue
        return of_verb(sentence, number)
    return None


def _is_aside_at(sentence: Sentence, begin: int) -> bool:
    """Whether a subordinate clause, a phrase or a participle comes before the subject of the clause."""
    shape = sentence.shape
    if not _ASIDE.match(shape, begin) or (shape[begin : begin + 2] == "PQ" and is_bound(sentence, begin)):
        return False
    subject_end = chunk_end(shape, begin + 1)
    describes = shape[begin] in "GEL" and subject_end > begin + 1  # "continuing aftershocks hampered …"
    return not (describes and _verb_at(sentence, subject_end) is not None)


def _is_aside(sentence: Sentence, number: int) -> bool:
    """Whether the verb only describes a noun of the clause: "the man accused of murder was …", "who …"."""
    shape = sentence.shape
    group = sentence.groups[number]
    edge = group.first
    while edge and shape[edge - 1] == "R":
        edge -= 1
    if edge and shape[edge - 1] == "w":
        return True
    if shape[group.first] not in "EL" or shape[group.end : group.end + 1] != "P":
        return False
    later = sentence.groups[number + 1 : number + 2]
    return (
        bool(later)
        and shape[later[0].first] in "BHMOV"
        and not set(shape[group.end : later[0].first]) & set(",;cw&p")
    )
