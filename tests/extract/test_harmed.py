"""Who is harmed in a sentence, counted or not: lists, appositions, shared verbs, and what did not come to it."""

from __future__ import annotations

import random
from time import process_time

import pytest

from factcheck.extract.casualties.items import clean, items_of
from factcheck.extract.casualties.lexicon import PERSONS, TRIGGER_WORDS
from factcheck.extract.casualties.persons import persons
from factcheck.extract.casualties.sentence import Sentence, read
from factcheck.extract.casualties.victims import harms
from factcheck.extract.context import Context
from factcheck.grammar.text import word_set
from factcheck.grammar.triggers import Triggers
from factcheck.model import Article
from factcheck.verify.tolls import tolls_of

_TRIGGERS = Triggers(TRIGGER_WORDS)


def _article(text: str) -> Article:
    return Article("0" * 64, "a", "a.txt", text)


def _sentence(text: str) -> Sentence:
    context = Context(_article(text), "text")
    block = context.sentence_at(0)
    found = read(text, block.start, block.end, list(_TRIGGERS.find(text)), context.quantities(block), uncounted=True)
    assert found is not None
    return clean(found)


def _harmed(text: str) -> list[tuple[str, list[str]]]:
    """Each effect with the words of those who suffered it."""
    return [
        (harm.effect, [text[item.figure.start : item.figure.stop] for item in harm.items])
        for harm in harms(_sentence(text))
    ]


HARMED: list[tuple[str, list[tuple[str, list[str]]]]] = [
    # lists
    ("The mayor, his wife and two guards were killed.", [("killed", ["The mayor", "his wife", "two"])]),
    ("A bomb killed the mayor, two guards and a child.", [("killed", ["the mayor", "two", "a"])]),
    ("Jan Vos and Mia Lund were killed.", [("killed", ["Jan Vos", "Mia Lund"])]),
    # appositions are no further person
    ("Ali, a cleric, was killed in Dura.", [("killed", ["Ali"])]),
    ("Jan Vos, the head of the club, was killed.", [("killed", ["Jan Vos"])]),
    # nor are places
    ("Two men from Lorton, Virginia, were killed.", [("killed", ["Two"])]),
    ("A woman was shot dead in Lorton, Virginia, on Monday.", [("killed", ["A"])]),
    # what did not come to it, or is no person
    ("A man tried to kill the mayor.", []),
    ("The mayor was nearly killed.", []),
    ("The mayor could be killed.", []),
    ("The dog was killed.", []),
    ("The attack killed the deal.", []),
]


@pytest.mark.parametrize(("text", "expected"), HARMED, ids=[text for text, _ in HARMED])
def test_who_is_harmed(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert _harmed(text) == expected


def test_verbs_that_share_a_subject_share_the_person() -> None:
    found = dict(_harmed("A teacher was kidnapped and killed."))
    assert found == {"captured": ["A"], "killed": ["A"]}


def test_a_count_with_a_companion_is_both() -> None:
    (harm,) = _harmed("The envoy was killed along with two guards.")
    assert harm == ("killed", ["The envoy", "two"])


def test_sorts_of_persons_are_told_apart() -> None:
    text = "His wife, the driver, Jan Vos and him were killed."
    found = [(text[one.figure.start : one.figure.stop], one.sort) for one in persons(_sentence(text), [])]
    assert found == [("His wife", "person"), ("the driver", "person"), ("Jan Vos", "name"), ("him", "pronoun")]


def test_an_age_is_no_count_of_persons() -> None:
    text = "His daughter, 5, and Jan Vos, 40, were killed."
    assert not any(item.counted for item in items_of(_sentence(text)))
    assert _harmed(text) == [("killed", ["His daughter", "Jan Vos"])]


_PILES = [
    "killed one and ",
    "Ali, ",
    "was killed and ",
    "the mayor, his wife and ",
    "two of the ",
    "(",
    "killed ",
    "himself ",
]
_SIZE = 64 * 1024


@pytest.mark.parametrize("pile", _PILES)
def test_long_text_takes_time_in_proportion(pile: str) -> None:
    def seconds(size: int) -> float:
        started = process_time()
        tolls_of(_article((pile * (size // len(pile) + 1))[:size] + "two people were killed."))
        return process_time() - started

    seconds(1024)
    quarter, whole = seconds(_SIZE // 4), seconds(_SIZE)
    assert whole < 12 * quarter + 0.5  # four times the text; a square would be sixteen
    assert whole < 20


_BETWEEN = word_set(
    """
    the a an his their of in by and , . ; ( ) two 14 12,000 dozens at least up to who was were had not no 's -
    Ali Karim Lorton Virginia's others including himself another one each
    """
)


def test_no_jumble_of_words_is_too_much() -> None:
    chosen = random.Random(7)
    words = [*sorted(TRIGGER_WORDS), *sorted(PERSONS), *sorted(_BETWEEN) * 20]
    for _ in range(300):
        text = " ".join(chosen.choices(words, k=chosen.randrange(1, 60)))
        for effect, toll in tolls_of(_article(text)).items():
            assert 0 <= toll.low <= toll.best, (effect, text)
            assert toll.high is None or toll.best <= toll.high, (effect, text)
            assert all(0 <= ground.start < ground.end <= len(text) for ground in toll.grounds), (effect, text)
