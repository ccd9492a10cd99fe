"""What a sentence says of its dates: the clause's verb with its subject, or the noun that the date stands with."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.grammar.clauses import event_at, read
from factcheck.grammar.clauses.lexicon import KINDS
from factcheck.grammar.text import Span
from factcheck.grammar.timex import find_timexes
from factcheck.model import Event

DAY = date(2022, 11, 24)


def events(text: str) -> list[Event | None]:
    """What the text, read as one sentence, says of each of its time expressions."""
    times = [Span(timex.start, timex.end) for timex in find_timexes(text, DAY)]
    sentence = read(text, 0, len(text), times)
    return [event_at(sentence, index) for index in sentence.times.values()]


def words(text: str) -> list[str | None]:
    return [event.words if event else None for event in events(text)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mayor resigned on Monday.", ["The mayor resigned"]),
        ("The two miners were rescued in Lodenau on Monday.", ["The two miners were rescued in Lodenau"]),
        ("The bridge has been closed since 2014.", ["The bridge has been closed"]),
        ("The council is expected to vote on Friday.", ["The council is expected to vote"]),
        ("The quarry plans to close in March.", ["The quarry plans to close"]),
        ("The court will not hear the case until May 3.", ["The court will not hear the case"]),
        ("Deckard and Lindqvist met in 1987.", ["Deckard and Lindqvist met"]),
        ("The minister broke down on Sunday.", ["The minister broke down"]),
    ],
)
def test_a_date_behind_the_verb_is_told_with_it(sentence: str, expected: list[str]) -> None:
    assert words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On Thursday, the ministry signed the lease.", ["the ministry signed the lease"]),
        ("In 2008 Lindqvist left the party.", ["Lindqvist left the party"]),
        ("The harbour froze, and in February the ferry stopped.", ["the ferry stopped"]),
        ("The guide said that on Friday the lift had failed.", ["the lift had failed"]),
        ("On Monday, after the storm had passed, the crews returned.", ["the crews returned"]),
        ("On Monday, a man accused of arson was jailed.", ["a man was jailed"]),
        ("As of Tuesday, the road was open.", ["the road was open"]),
        ("On Tuesday, over 500 ballots were counted.", ["500 ballots were counted"]),
        ("Born in Lodenau on May 4, 1950, Lindqvist studied law.", ["Lindqvist born"]),
    ],
)
def test_a_date_that_opens_a_clause_is_told_with_the_verb_to_come(sentence: str, expected: list[str]) -> None:
    assert words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry on Thursday denied the report.", ["The ministry denied the report"]),
        ("The ministry in a letter on Thursday denied the report.", ["letter"]),
        ("The road was on Monday reopened.", ["The road was reopened"]),
        ("Lindqvist, the owner of the quarry, on Friday left.", ["Lindqvist left"]),
    ],
)
def test_a_date_between_subject_and_verb_is_told_with_them(sentence: str, expected: list[str]) -> None:
    assert words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thursday's vote was close.", ["vote"]),
        ("He served in the 1987 border war.", ["border war"]),
        ("The November 8 election of the council was void.", ["election of the council"]),
        ("The roof fell after the blast on Friday.", ["blast"]),
        ("The attack on Monday killed nobody.", ["attack"]),
        ("The attacks of June 12 remain unsolved.", ["attacks"]),
        ("She wrote her 1998 memoir in Lodenau.", ["memoir in Lodenau"]),
        ("Prices have doubled since the seat's creation in 1984.", ["seat's creation"]),
    ],
)
def test_a_date_of_a_noun_is_told_with_the_noun(sentence: str, expected: list[str]) -> None:
    assert words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The man, who was arrested on Friday, denied it.", ["The man was arrested"]),
        ("A law passed by the senate in 2010 was repealed.", ["A law passed by the senate"]),
        ("In findings published on Tuesday, the team named the fungus.", ["findings published"]),
        ("A blast ripped through the mill, killing 12 people on Tuesday.", ["killing 12 people"]),
        ("Lindqvist was born in 1950 and died in 2001.", ["Lindqvist was born", "Lindqvist died"]),
        ("The vase, found in 1911, is cracked.", ["The vase found"]),
        ("The clerk, a former guard, was hired in 1999.", ["The clerk was hired"]),
        ("Databases holding records were found in May.", ["Databases were found"]),
        ("The first ship to reach Lodenau, the Gull, docked in 1911.", ["The first ship docked"]),
        ("Speaking on Monday, the mayor denied it.", ["the mayor speaking"]),
        ("The ministry in Lodenau, Norland said on Monday it would pay.", ["The ministry in Lodenau said"]),
        ("Guards wearing masks, boots, and helmets left on Monday.", [None]),
        ("Over 500 ballots were counted on Monday.", ["500 ballots were counted"]),
        ("The delegations of Norland, Suvia and Lodenau met on Monday.", ["The delegations met"]),
        ("A man suspected to have sold the rifle was jailed on Monday.", ["A man was jailed"]),
        ("The chapel was drawn by monks as a hall to be used in 1842.", ["The chapel was drawn by monks"]),
        ("She asked him to leave in March.", ["She asked him to leave"]),
    ],
)
def test_relative_clauses_participles_and_second_verbs_find_their_subject(
    sentence: str, expected: list[str | None]
) -> None:
    assert words(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The firm said on Friday that the plant closed in May.", ["The firm said", "the plant closed"]),
        ("“The plant will close in May,” said Lindqvist on Friday.", ["The plant will close", "Lindqvist said"]),
        ("The plant will close, the firm said on Friday.", ["the firm said"]),
        ("The firm said the plant on Friday lost power.", ["the plant lost power"]),
        ("The clerk told the court on Monday: “I left in 2019.”", ["The clerk told the court", "I left"]),
    ],
)
def test_what_is_said_and_when_it_was_said_are_kept_apart(sentence: str, expected: list[str]) -> None:
    assert words(sentence) == expected


def test_a_headline_in_the_present_is_read() -> None:
    assert words("Ferry sinks Monday") == ["Ferry sinks"]


@pytest.mark.parametrize(
    "sentence",
    [
        "LODENAU, Nov. 23 (Wire)",
        "Thursday, November 24, 2022",
        "Updated: November 24, 2022",
        "Published on Friday",
        "Lindqvist (1939–2001)",
        "Anna Lindqvist, a lawyer since 1988, built the mill.",
        "Voters go home after Super Tuesday",
        "Follow #vote2020 now.",
        "Осенью 2019 году было холодно.",
        "The key is in 2019.",
    ],
)
def test_where_nothing_surely_happens_there_is_no_event(sentence: str) -> None:
    assert set(words(sentence)) <= {None}


def test_the_span_is_the_head_verb_or_noun() -> None:
    text = "The quarry has been closed since 2014. Thursday's final vote was close."
    heads = [text[event.start : event.end] for event in events(text) if event]
    assert heads == ["closed", "vote"]


def test_a_long_subject_is_told_by_the_name_that_it_ends_in() -> None:
    text = "Lodenau's former deputy foreign affairs minister Arno Lindqvist resigned on Monday."
    assert words(text) == ["Arno Lindqvist resigned"]


_PIECES = st.sampled_from(
    (
        "on Monday", "in 2019", "the mayor", "Lindqvist", "said", "was", "killed", "to", "leave", "who", ",", "and",
        "that", "(", ")", "“", "”", "after", "the vote", "'s", "is", "by", "the", "meeting", "not", ";", "2008",
        "will", "\n", "plans", "Дом", "ﬁre", "she's", "of", "—", "\u200b",
    )
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=25))
def test_whatever_the_words_are_an_event_is_short_and_its_head_stands_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for event in events(text):
        assert event is None or (
            0 < len(event.words) <= 60
            and 0 <= event.start < event.end <= len(text)
            and text[event.start : event.end].lower() in event.words.lower()
            and "\n" not in event.words
        )


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, max_size=25))
def test_every_token_has_a_letter_and_tokens_join_to_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    times = [Span(timex.start, timex.end) for timex in find_timexes(text, DAY)]
    sentence = read(text, 0, len(text), times)
    assert len(sentence.shape) == len(sentence.tokens) == len(sentence.edges) - 1
    assert set(sentence.shape) <= set(KINDS)
    assert text.startswith("".join(sentence.tokens))


@pytest.mark.parametrize(
    "part", ["the the ", "was ", "and, ", "of the man ", "to leave ", "“", "who ", "a-b.c’", "(A) "]
)
def test_reading_takes_time_in_proportion_to_the_words(part: str) -> None:
    def seconds(length: int) -> float:
        text = part * (length // len(part)) + " on Monday"
        times = [Span(len(text) - 6, len(text))]
        began = time.process_time()
        for _ in range(3):
            event_at(read(text, 0, len(text), times), len(read(text, 0, len(text), times).tokens) - 1)
        return time.process_time() - began

    seconds(1_000)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.002)


@pytest.mark.parametrize("verb", ["was ", "was not ", "to be "])
def test_a_long_run_of_dates_behind_a_verb_is_read_in_proportion(verb: str) -> None:
    def seconds(count: int) -> float:
        text = verb + "Monday, " * count
        times = [Span(found.start(), found.end()) for found in re.finditer("Monday", text)]
        began = time.process_time()
        event_at(read(text, 0, len(text), times), 2)
        return time.process_time() - began

    seconds(100)
    assert seconds(8_000) < 40 * max(seconds(800), 0.002)
