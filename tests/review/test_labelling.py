from __future__ import annotations

import json
from dataclasses import replace

from factcheck.model import Casualty, ClaimType, Labels, SpanRef
from factcheck.review import labelling
from factcheck.review.ledger import Batch, Ledger, Saving
from factcheck.values import span_to_json
from tests.tui.desk import article, claim

NOTHING = Labels(7, "anna")
SPAN = SpanRef("text", 4, 9)
MADE = claim(article("a.txt", "Some 12 were killed."), "12", Casualty("killed", 12, 12, "="))


def said(batch: Batch | None, claim_id: int = 7) -> dict[str, str | None]:
    events = batch.of_claim(claim_id).events if batch else ()
    return {event.field.value: event.value for event in events}


def test_right_words_come_with_their_value_where_it_is_another() -> None:
    words = {"extraction": "wrong_span", "corrected_span": span_to_json(SPAN)}
    assert said(labelling.respan(SPAN, None, NOTHING)) == words
    assert said(labelling.respan(SPAN, '{"low": 3}', NOTHING)) == words | {"corrected_value": '{"low": 3}'}


def test_moving_the_edges_again_lets_the_value_of_the_words_before_fall() -> None:
    standing = replace(NOTHING, extraction="wrong_span", corrected_span=span_to_json(SPAN), corrected_value="{}")
    further = SpanRef("text", 4, 12)
    assert said(labelling.respan(further, None, standing)) == {
        "corrected_span": span_to_json(further),
        "corrected_value": None,
    }
    assert labelling.respan(SPAN, "{}", standing) is None


def test_a_right_type_comes_with_its_value_or_without_one() -> None:
    words = {"extraction": "wrong_type", "corrected_type": "date"}
    assert said(labelling.retype(ClaimType.DATE, None, NOTHING)) == words
    assert said(labelling.retype(ClaimType.DATE, "{}", NOTHING)) == words | {"corrected_value": "{}"}


def test_a_value_written_after_words_or_type_were_put_right_is_part_of_that_correction() -> None:
    respanned = replace(NOTHING, extraction="wrong_span", corrected_span=span_to_json(SPAN))
    assert said(labelling.correct("{}", respanned)) == {"corrected_value": "{}"}
    retyped = replace(NOTHING, extraction="wrong_type", corrected_type="date")
    assert said(labelling.correct("{}", retyped)) == {"corrected_value": "{}"}
    unmended = replace(NOTHING, extraction="wrong_type")
    assert said(labelling.correct("{}", unmended)) == {"extraction": "wrong_value", "corrected_value": "{}"}


def test_a_duplicate_is_of_a_claim_and_lets_every_correction_fall() -> None:
    standing = replace(NOTHING, extraction="wrong_span", corrected_span=span_to_json(SPAN), corrected_value="{}")
    assert said(labelling.same_as("abcd", standing)) == {
        "extraction": "duplicate",
        "duplicate_of": "abcd",
        "corrected_span": None,
        "corrected_value": None,
    }


def test_adding_says_nothing_of_other_claims() -> None:
    batch = labelling.add(3, MADE)
    assert (batch.events, batch.added, batch.claim_ids) == ((), ((3, MADE),), ())
    assert batch.id


def test_splitting_is_one_batch_of_a_cut_and_an_added_claim() -> None:
    batch = labelling.split(SPAN, None, NOTHING, 3, MADE)
    assert batch.added == ((3, MADE),)
    assert said(batch) == {"extraction": "wrong_span", "corrected_span": span_to_json(SPAN)}
    assert {event.batch for event in batch.events} == {batch.id}
    cut = replace(NOTHING, extraction="wrong_span", corrected_span=span_to_json(SPAN))
    again = labelling.split(SPAN, None, cut, 3, MADE)
    assert (again.events, again.added) == ((), ((3, MADE),))


def test_merging_widens_one_claim_and_makes_the_other_its_duplicate_in_one_batch() -> None:
    batch = labelling.merge(SPAN, json.dumps({}), NOTHING, "abcd", replace(NOTHING, claim_id=8))
    assert batch is not None
    assert batch.claim_ids == (7, 8)
    assert said(batch) == {
        "extraction": "wrong_span",
        "corrected_span": span_to_json(SPAN),
        "corrected_value": "{}",
    }
    assert said(batch, 8) == {"extraction": "duplicate", "duplicate_of": "abcd"}
    assert len({event.batch for event in batch.events}) == 1


def test_the_ledger_knows_of_every_claim_of_a_batch() -> None:
    ledger = Ledger()
    batch = labelling.merge(SPAN, None, NOTHING, "abcd", replace(NOTHING, claim_id=8))
    assert batch is not None
    ledger.sent(batch)
    assert ledger.saving(7) is ledger.saving(8) is Saving.UNDER_WAY
    assert ledger.expected(replace(NOTHING, claim_id=8)).duplicate_of == "abcd"
    assert ledger.expected(NOTHING).duplicate_of is None
    ledger.refused(batch.id)
    assert said(ledger.of_claim(8)[0], 8) == {"extraction": "duplicate", "duplicate_of": "abcd"}


def test_a_newer_word_on_a_split_claim_does_not_forget_the_added_one() -> None:
    ledger = Ledger()
    split = labelling.split(SPAN, None, NOTHING, 3, MADE)
    ledger.sent(split)
    ledger.refused(split.id)
    for words in (SPAN, SpanRef("text", 4, 12)):
        newer = labelling.respan(words, None, NOTHING)
        assert newer is not None
        ledger.sent(newer)
    assert [(batch.id, batch.events, batch.added) for batch in ledger.failed.values()] == [
        (split.id, (), ((3, MADE),))
    ]
