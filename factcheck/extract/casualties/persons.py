"""Persons that a sentence names or points at without counting them: "the driver", "his wife", "Ali Hassan", "he".

They carry no count by the contract, so none is a claim; a toll counts them all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.sentence import Sentence, Word
from factcheck.grammar.text import word_set

_PHRASE = re.compile(r"(?:(?P<opener>[AD])(?:[OvxEgKJ]{1,4}(?=[NCPpy]))?)?(?P<core>[NCPpyO]*[NCPpy])")
REFLEXIVES = word_set("himself herself self")
"""Words for who did it as the one whom it was done to."""

_POINTERS = REFLEXIVES | word_set("him her he she")
_PLURALS = word_set(
    """
    people men women children police staff troops crew they them themselves personnel kids twins parents cattle
    clergy youth infantry cavalry military militia public elite
    """
)
_UNSURE = word_set("any each every some these those what which no all both many few several such this that")
_DIRECTIONS = word_set(
    "north south east west northeast northwest southeast southwest outside inside home wednesday last yesterday today"
)
_NAME_PARTS = ("al-", "el-", "ad-", "ar-", "as-", "ash-", "at-", "an-", "az-", "abd", "ul-", "ur-", "ibn", "bin-")
_NO_PERSONS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december taliban hamas hezbollah isis un nato al-qaeda al-qaida army navy police
    government state dog cat horse bird animal gorilla elephant lion tiger bear cow goat sheep bull whale shark deer
    livestock cattle time hope idea bill deal plan project career ambition engine battery town village city country
    economy dream rumor body council party company department ministry organization organisation association front
    committee university movement brigade force unit family district region province agency service institute union
    federation network tribe sect corps court parliament assembly administration board bank newspaper center centre
    congress alliance church team squad security hospital institution county society club league republic kingdom
    islam christianity technology attack bomb blast explosion shooting incident building house home car bus vehicle
    truck train plane ship boat convoy patrol base post station checkpoint office headquarters embassy school mosque
    church market hotel road bridge area place fire gunfire group one someone anyone everyone nobody somebody
    """
)
"""Heads that are no single person, though words of killing may stand with them."""


class Phrase(NamedTuple):
    """A noun phrase of one uncounted person.

    ``sort`` is ``name``, ``person`` (a person's noun), ``noun`` (any other) or ``pronoun``. ``opener`` is ``a``,
    ``the``, ``own`` ("his wife", "the mayor's guard") or empty.
    """

    figure: Figure
    sort: str
    opener: str


def persons(sentence: Sentence, taken: list[Figure]) -> Iterator[Phrase]:
    """Yield the uncounted persons of a sentence in text order; words of the figures ``taken`` are none of them."""
    used = {index for figure in taken for index in range(figure.first, figure.end)}
    words, shape = sentence.words, sentence.shape
    index = 0
    while index < len(words):
        if words[index].form in _POINTERS and not _opens_noun(sentence, index):
            yield Phrase(_figure(sentence, index, index + 1), "pronoun", "")
        match = _PHRASE.match(shape, index)
        if match is None or index in used:
            index += 1
            continue
        end = next((place for place in range(index, match.end()) if place in used), match.end())
        yield from _phrases(sentence, index, match, end)
        index = max(index + 1, end)


def _opens_noun(sentence: Sentence, index: int) -> bool:
    """Whether "her" is an owner and no person by herself."""
    return sentence.words[index].form == "her" and sentence.shape[index + 1 : index + 2] in tuple("NCPpEyOxJQKg")


def _phrases(sentence: Sentence, start: int, match: re.Match[str], end: int) -> Iterator[Phrase]:
    """The phrase of a match, begun anew behind each owner: "the mayor's bodyguard" is the bodyguard."""
    words = sentence.words
    first, owned = start, False
    for place in range(start, end):
        if words[place].form.endswith(("'s", "’s", "s'", "s’")) and place + 1 < end:
            first, owned = place + 1, True
    while end > first + 1 and words[end - 1].form in _DIRECTIONS:
        end -= 1
    opener = "own" if owned or words[start].form in _OWNERS else _OPENERS.get(match["opener"] or "", "")
    found = _phrase(sentence, first, end - 1, opener)
    if found is not None:
        yield found._replace(figure=replace(found.figure, first=start, start=words[start].start))


_OWNERS = word_set("his her their its our my your")
_OPENERS = {"A": "a", "D": "the"}


def _phrase(sentence: Sentence, first: int, head: int, opener: str) -> Phrase | None:
    words = sentence.words
    noun = words[head]
    if (
        words[first].form in _UNSURE
        or noun.form in _NO_PERSONS
        or len(noun.form) < 3
        or noun.form.startswith(("i'", "i’"))
    ):
        return None
    is_name = noun.part == "C" or noun.form.startswith(_NAME_PARTS) or _is_surname(sentence, first, head)
    if not is_name and _is_plural(noun):
        return None
    sort = "name" if is_name else "person" if noun.part in "Ppy" or noun.form in _KIN else "noun"
    if sort == "noun" and not opener:
        return None
    return Phrase(_figure(sentence, first, head + 1), sort, opener)


def _is_surname(sentence: Sentence, first: int, head: int) -> bool:
    """Whether a capitalised word that ends like a plural or a trade follows a given name: "Fernando Reyes"."""
    noun, before = sentence.words[head], sentence.words[head - 1]
    return noun.part in "pE" and head > first and before.part == "C" and sentence.text[noun.start].isupper()


_KIN = word_set(
    """
    wife husband son daughter brother sister mother father cousin nephew niece uncle aunt grandmother grandfather
    grandson granddaughter girlfriend boyfriend fiancee stepson stepdaughter colleague companion boss coworker
    co-worker
    intruder robber burglar housemate roommate employer neighbor neighbour relative acquaintance fiance stepfather
    stepmother step-father step-mother brother-in-law sister-in-law mother-in-law father-in-law son-in-law
    daughter-in-law mom dad mum grandma grandpa ex-wife ex-husband ex-girlfriend ex-boyfriend half-brother
    half-sister classmate teammate stepbrother stepsister spouse kid newborn accomplice bystander caretaker
    """
)


def _is_plural(noun: Word) -> bool:
    form = noun.form
    return form in _PLURALS or (form.endswith(("s", "men", "women")) and not form.endswith(("ss", "specimen")))


def _figure(sentence: Sentence, first: int, end: int) -> Figure:
    start, stop = sentence.words[first].start, sentence.words[end - 1].end
    return Figure(first, end, start, stop, 1.0, 1.0, "=", "person", "", "", (start, stop), single=True)
