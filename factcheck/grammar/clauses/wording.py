"""The phrase that an event is shown as: subject, verb and what completes it, or the noun with its own."""

from __future__ import annotations

import re

from factcheck.grammar.clauses.lexicon import PLANS, SKIPPED, TAKES_COMPLEMENT, names_happening
from factcheck.grammar.clauses.sentence import Group, Sentence, chunk_end, chunk_start
from factcheck.grammar.clauses.subjects import Phrase, subject_of
from factcheck.grammar.names.lexicon import ROLES
from factcheck.grammar.names.mentions import mentions
from factcheck.model import Event

LONGEST = 60
"""Code points of a phrase."""

_LONGEST_SUBJECT = 34
"""Code points of the subject within it; a longer one is told by its last words."""

_LINKED = re.compile(r"(?:P[DAQnCxg']+)*(?:,|R)?")
_VERBAL = frozenset("BHMOVSEL")


def of_verb(sentence: Sentence, number: int) -> Event | None:
    """The event that a verb group tells; ``None`` where its subject is not sure."""
    group, shape = sentence.groups[number], sentence.shape
    unfinished = shape[group.head] in "MOz" and "t" not in shape[group.first : group.end]  # "did", "will"
    if unfinished or not _is_latin(sentence, group.head):
        return None
    subject = subject_of(sentence, number) if shape[group.first] != "t" else None
    subject_words = _subject_words(sentence, subject) if subject else _unsaid(sentence, number)
    if subject_words is None:
        return None
    said = _without_times(sentence, group)
    if group.first == 0 and subject_words:  # "Born in 1950, she …" is told as "she born"
        said = said[:1].lower() + said[1:]
    phrase = f"{subject_words} {said}".strip()
    completed = _completed(sentence, group) if subject is None or subject.first < group.end else ""
    if len(phrase) > LONGEST or not (completed or _stands_alone(sentence, group, subject)):
        return None
    if completed and len(phrase) < LONGEST - len(completed):
        phrase = f"{phrase} {completed}"
    return Event(phrase, sentence.start_of(group.head), _end(sentence, group.head))


def _stands_alone(sentence: Sentence, group: Group, subject: Phrase | None) -> bool:
    """Whether the verb says something without more: "the vote is" does, "the door is" does not."""
    copula = sentence.shape[group.first : group.end] == "B"
    return not (copula and subject and not names_happening(sentence.written(subject.end - 1)))


def of_noun(sentence: Sentence, first: int, end: int, edge: int = 0) -> Event | None:
    """The event that a noun phrase names by its last word; ``edge`` is behind what else belongs to it."""
    shape = sentence.shape
    if not _is_latin(sentence, end - 1):
        return None
    while first < end - 1 and shape[first] in "DR":
        first += 1
    if edge <= end and shape[end : end + 1] == "P" and sentence.word(end) in _OF_NOUNS:
        edge = chunk_end(shape, end + 1)
    edges = (edge if edge > end + 1 else end, end)
    words = (sentence.between(first, one) for one in edges)
    phrase = next((one for one in words if len(one) <= LONGEST), sentence.between(end - 1, end))
    return Event(phrase, sentence.start_of(end - 1), _end(sentence, end - 1))


_OF_NOUNS = frozenset({"of", "between", "with", "on", "in", "against", "for"})
"""Prepositions whose phrase is told with the noun before it."""


def _end(sentence: Sentence, index: int) -> int:
    written = sentence.tokens[index]
    return sentence.edges[index + 1] - (len(written) - len(written.rstrip(".")))


def _is_latin(sentence: Sentence, index: int) -> bool:
    """Whether the word is of the letters that English is written with; the rules know no other tongue."""
    token = sentence.tokens[index]
    return token.isascii() or all(letter < "\u0250" or letter == "’" for letter in token.strip(SKIPPED))


def _without_times(sentence: Sentence, group: Group) -> str:
    shape = sentence.shape
    inside = shape[group.first : group.end]
    if "T" not in inside:
        return sentence.between(group.first, group.end)
    kept = [index for index in range(group.first, group.end) if shape[index] not in "TPb,"]
    return " ".join(sentence.between(index, index + 1) for index in kept)


def _subject_words(sentence: Sentence, subject: Phrase) -> str:
    whole = sentence.between(subject.first, subject.whole)
    if len(whole) <= _LONGEST_SUBJECT:
        return whole
    if sentence.shape[subject.end : subject.end + 1] == "P":
        end = chunk_end(sentence.shape, subject.end + 1)
        once, listed = sentence.between(subject.first, end), sentence.shape[end : end + 1] in (",", "&")
        if len(once) <= _LONGEST_SUBJECT and sentence.word(subject.end) == "of" and not listed:
            return once
    first = subject.first
    named = _name_at_end(sentence, subject)
    if named:
        return named
    while first < subject.end - 1 and len(sentence.between(first, subject.end)) > _LONGEST_SUBJECT:
        first += 1
    return sentence.between(first + (sentence.shape[first] == "&"), subject.end)


def _name_at_end(sentence: Sentence, subject: Phrase) -> str:
    """The name that titles and offices lead up to, where it is short enough to tell."""
    if sentence.shape[subject.whole - 2 : subject.whole] != "CC":
        return ""
    named = mentions(sentence.text, sentence.start_of(subject.first), sentence.edges[subject.whole])
    if not named:
        return ""
    last, shape = named[-1], sentence.shape
    alone = (
        subject.end == subject.whole
        or (  # "the Lodenau Board of Health official Anna Berg"
            sentence.word(subject.whole - 3) in ROLES and set(shape[subject.first : subject.end]) <= {"C", "D"}
        )
    )
    name = last.name if last.is_titled or (alone and len(last.words) == _FULL_NAME) else ""
    return name if len(name) <= _LONGEST_SUBJECT else ""


_FULL_NAME = 2
"""Words of a name that is a person's as a rule."""


def _unsaid(sentence: Sentence, number: int) -> str | None:
    """What stands in place of a subject: the noun before an infinitive, nothing before a participle."""
    group, shape = sentence.groups[number], sentence.shape
    letter = shape[group.first]
    if letter == "t" and number:
        return _led_to(sentence, number)
    return "" if letter in "zG" or sentence.word(group.first) in ("being", "having") else None


def _led_to(sentence: Sentence, number: int) -> str | None:
    """The words that lead to an infinitive: "She asked him" to leave, "plans" to leave."""
    group, before = sentence.groups[number], sentence.groups[number - 1]
    shape = sentence.shape
    if chunk_end(shape, before.end) == group.first:
        subject = subject_of(sentence, number - 1)
        if subject is not None and subject.first < before.first:
            return f"{_subject_words(sentence, subject)} {sentence.between(before.first, group.first)}"
    first = chunk_start(shape, group.first)
    if first < group.first and sentence.word(group.first - 1) in PLANS:
        return sentence.between(first, group.first)
    return None


def _completed(sentence: Sentence, group: Group) -> str:
    """A particle, an object or one phrase of place or person right behind the verb; empty where a clause follows."""
    shape = sentence.shape
    first = index = group.end
    while shape[index : index + 1] in ("u", "R"):
        index += 1
    first = first if "u" in shape[first:index] or shape[index : index + 1] not in ("", ",", ";", "T") else index
    if shape[index : index + 1] == "P" and sentence.word(index) in TAKES_COMPLEMENT:
        end = chunk_end(shape, index + 1)
        end = end if end > index + 1 else index
    else:
        end = chunk_end(shape, index)
    if end == index and shape[index : index + 1] in ("A", "J") and shape[group.head] == "B":
        end = index + 1
    linked = _LINKED.match(shape, end)
    if end > index and linked and shape[linked.end() : linked.end() + 1] in _VERBAL:
        end = index
    if end > index and shape[end : end + 1] == "t":
        end = next((one.end for one in sentence.groups if one.first == end), end)
    words = sentence.between(first, end) if end > first else ""
    return words if words.count('"') != 1 else ""
