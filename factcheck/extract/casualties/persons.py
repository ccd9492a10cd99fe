"""Persons that a sentence names or points at without counting them: "the driver", "his wife", "Ali Hassan", "himself".

They carry no count by the contract, so none is a claim; a toll counts them all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.lexicon import PERSONS
from factcheck.extract.casualties.sentence import Sentence, Word
from factcheck.grammar.text import word_set

_RUN = re.compile(r"[DNCPpEyOxgJK]+")
"""Letters of words that a noun phrase is made of."""

_POINTERS = word_set("him himself her herself he she")
_PLURAL_PEOPLE = word_set("people men women children police staff troops crew them they themselves personnel cops kids twins parents")
_NO_ONE_IN_PARTICULAR = word_set("any each every some these those what which no all both many few several such")
_RELATIVES = word_set(
    """
    wife husband son daughter brother sister mother father cousin nephew niece uncle aunt grandmother grandfather
    grandson granddaughter girlfriend boyfriend fiancee stepson stepdaughter toddler colleague companion deputy
    """
)
_NOT_NAMES = word_set(
    """
    police army navy government ministry taliban hamas hezbollah state isis un nato monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october november december
    """
)


def persons(sentence: Sentence, taken: list[Figure]) -> Iterator[Figure]:
    """Yield the uncounted single persons of a sentence in text order; ``taken`` are its figures, whose words they are not."""
    used = {index for figure in taken for index in range(figure.first, figure.end)}
    index, words, shape = 0, sentence.words, sentence.shape
    while index < len(words):
        if index in used:
            index += 1
            continue
        word = words[index]
        if word.part == "R" or (word.form == "her" and not _begins_noun(sentence, index + 1)):
            if word.form in _POINTERS:
                yield _person(sentence, index, index + 1)
            index += 1
            continue
        run = _RUN.match(shape, index)
        if run is None:
            index += 1
            continue
        end = next((place for place in range(index, run.end()) if place in used), run.end())
        yield from _in_run(sentence, index, end)
        index = max(end, index + 1)


def _begins_noun(sentence: Sentence, index: int) -> bool:
    return sentence.shape[index : index + 1] in tuple("NCPpEyOxJ")


def _in_run(sentence: Sentence, start: int, end: int) -> Iterator[Figure]:
    """The persons among the words of a run of nouns and their modifiers."""
    words = sentence.words
    first = start
    for place in range(start, end):
        if words[place].part in "D" and place > first:
            first = place
        if _is_head(sentence, place, end):
            found = _phrase(sentence, first, place)
            if found is not None:
                yield found
            first = place + 1


def _is_head(sentence: Sentence, place: int, end: int) -> bool:
    """Whether a noun phrase ends at the word: a person's noun or a name with no noun behind it."""
    word = sentence.words[place]
    if word.form.endswith(("'s", "’s", "s'", "s’")):
        return False
    following = sentence.words[place + 1].part if place + 1 < end else ""
    if word.part in "Ppy" or word.form in _RELATIVES:
        return following not in ("P", "p", "C", "N", "y") or (following == "N" and word.part == "C")
    return word.part == "C" and following not in ("C", "P", "p", "N")


def _phrase(sentence: Sentence, first: int, head: int) -> Figure | None:
    """The person whose noun phrase these words are, where it is one person."""
    words = sentence.words
    noun, opener = words[head], words[first]
    if opener.form in _NO_ONE_IN_PARTICULAR:
        return None
    if noun.part == "C":
        while first < head and words[first].part in "EgxJKO":
            first += 1
        if noun.form in _NOT_NAMES or (first == head and len(noun.form) < 3):
            return None
        return _person(sentence, first, head + 1, name=True)
    if _is_plural(noun):
        return None
    return _person(sentence, first, head + 1)


def _is_plural(noun: Word) -> bool:
    return noun.form in _PLURAL_PEOPLE or (noun.form.endswith("s") and not noun.form.endswith("ss"))


def _person(sentence: Sentence, first: int, end: int, *, name: bool = False) -> Figure:
    words = sentence.words
    start, stop = words[first].start, words[end - 1].end
    head = "person" if words[end - 1].form in PERSONS or words[end - 1].part in "PRy" else "weak"
    return Figure(
        first, end, start, stop, 1.0, 1.0, "=", "person" if name else head, "", "", (start, stop), single=True
    )
