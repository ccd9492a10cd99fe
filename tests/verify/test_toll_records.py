from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.exchange.columns import TOLL_COLUMNS
from factcheck.extract.registry import extract_claims
from factcheck.ingest.articles import article
from factcheck.ingest.records import Record
from factcheck.model import TOLL_EFFECTS, Article, Claim, Labels, SpanRef, claim_key
from factcheck.review.tolls import grounds, shown_tolls, toll_facts, toll_words
from factcheck.verify.records import bearing, is_evidence, toll_record
from factcheck.verify.tolls import Toll, tolls_of

BRIDGE = "Between 10 and 14 people were killed when a bridge fell at Velm. Her husband was wounded, a neighbour said."


def read(text: str) -> Article:
    """The article of a plain text."""
    made = article(Record("a.txt", "a.txt", "text/plain", text.encode(), "0" * 64))
    assert isinstance(made, Article)
    return made


def keyed(made: Article) -> list[tuple[str, Claim, tuple[Labels, ...]]]:
    return [(claim_key(made.sha256, one), one, ()) for one in extract_claims(made)]


def test_a_record_names_the_words_and_the_claims_that_stand_on_them() -> None:
    made = read(BRIDGE)
    record = toll_record(made, tolls_of(made), bearing(keyed(made)))
    assert list(record) == ["killed", "injured"]
    killed, injured = record["killed"], record["injured"]
    assert (killed["low"], killed["high"]) == (10, 14)
    for effect in record.values():
        for span in effect["spans"]:
            assert made.string(span["field"])[span["start"] : span["end"]] == span["quote"]
    (counted,) = [key for key, one, _ in keyed(made) if one.quote == "Between 10 and 14"]
    assert killed["claims"] == [counted]
    assert injured["claims"] == []
    assert "husband" in injured["spans"][0]["quote"]


@pytest.mark.parametrize(
    ("said", "bears"),
    [
        ([], True),
        (["not_a_claim"], False),
        (["not_a_claim", None], False),
        (["not_a_claim", "correct"], True),
        ([None], True),
        (["wrong_value"], True),
    ],
)
def test_a_claim_is_evidence_unless_all_who_judged_it_call_it_none(said: list[str | None], *, bears: bool) -> None:
    labels = [Labels(1, f"annotator {number}", extraction=word) for number, word in enumerate(said)]
    assert is_evidence(labels) is bears
    made = read(BRIDGE)
    found = bearing((key, one, tuple(labels)) for key, one, _ in keyed(made))
    assert bool(found) is bears


def test_only_casualties_bear_a_toll() -> None:
    made = read("A clip of the fire, which killed 12 people, was viewed 4,000 times by Thursday.")
    quotes = {made.text[start:end] for _, start, end in bearing(keyed(made))}
    assert quotes == {"12"}


def test_the_columns_hold_every_effect_in_its_order() -> None:
    bests = [column.removesuffix("_best") for column in TOLL_COLUMNS if column.endswith("_best")]
    assert tuple(bests) == TOLL_EFFECTS


@pytest.mark.parametrize(
    ("toll", "words"),
    [
        (Toll(12, 12, 12), "12 killed"),
        (Toll(1200, 1200, 1200), "1,200 killed"),
        (Toll(12, 12, None), "at least 12 killed"),
        (Toll(10, 12, None), "12 killed (10 or more)"),
        (Toll(10, 12, 14), "12 killed (10 to 14)"),
        (Toll(12, 12, 14), "12 killed (12 to 14)"),
        (Toll(0, 30, 30), "30 killed (0 to 30)"),
        (Toll(0, 0, 0), "none killed"),
    ],
)
def test_a_toll_in_words(toll: Toll, words: str) -> None:
    assert toll_words({"killed": toll}) == words


def test_effects_stand_on_one_line_and_an_article_without_any_says_nothing() -> None:
    tolls = {"killed": Toll(2, 2, 2), "injured": Toll(3, 3, None)}
    assert toll_words(tolls) == "2 killed · at least 3 injured"
    assert toll_words(tolls, ", ") == "2 killed, at least 3 injured"
    made = read("The council met on Tuesday to talk about its budget.")
    assert toll_facts(made, shown_tolls(made)) == []


def test_the_words_counted_are_told_each_once_with_what_stands_behind_a_number() -> None:
    made = read("Twelve people died.\nA guard\x1b[31m was hurt.")
    twice = SpanRef("text", 0, 6)
    guard = made.text.index("A guard")
    tolls = {
        "killed": Toll(12, 12, 12, (twice, twice)),
        "injured": Toll(1, 1, 1, (SpanRef("text", guard, guard + 1),)),
    }
    _, killed, injured = toll_facts(made, tolls)
    assert (killed.title, killed.text) == ("counted", "killed: “Twelve people died”")
    assert injured.title == ""
    assert "A guard" in injured.text
    assert "\x1b" not in injured.text
    assert [one.start for one in grounds(tolls)] == [0, guard]


def test_many_words_counted_are_told_in_part() -> None:
    made = read("one " * 40)
    tolls = {"killed": Toll(40, 40, 40, tuple(SpanRef("text", 4 * at, 4 * at + 3) for at in range(40)))}
    assert toll_facts(made, tolls)[1].text.endswith("… and 34 more")


def test_a_huge_article_has_no_toll_beside_its_claims() -> None:
    made = read(BRIDGE)
    assert shown_tolls(made)
    assert shown_tolls(replace(made, text=made.text + " " * 1_000_000)) == {}
