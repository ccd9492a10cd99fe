from __future__ import annotations

from factcheck.model import Labels
from factcheck.review import labelling
from factcheck.review.keys import LABEL_KEYS, LabelKey
from factcheck.review.ledger import Batch, Ledger, Saving

NOTHING = Labels(7, "anna")


def key(value: str) -> LabelKey:
    return next(key for key in LABEL_KEYS if key.value == value)


def said(batch: Batch | None) -> dict[str, str | None]:
    return {event.field.value: event.value for event in batch.events} if batch else {}


def batch(value: str, standing: Labels = NOTHING) -> Batch:
    found = labelling.say(key(value), standing)
    assert found is not None
    return found


def test_a_verdict_brings_correct_along_unless_something_is_said_of_the_extraction() -> None:
    assert said(batch("refuted")) == {"extraction": "correct", "verdict": "refuted"}
    assert len({event.batch for event in batch("refuted").events}) == 1
    assert said(batch("refuted", Labels(7, "anna", extraction="wrong_span"))) == {"verdict": "refuted"}
    assert said(labelling.say(key("correct"), Labels(7, "anna", extraction="correct"))) == {}


def test_clearing_leaves_the_note() -> None:
    standing = Labels(7, "anna", extraction="correct", verdict="supported", note="ask")
    assert said(labelling.clear(standing)) == {"extraction": None, "verdict": None}
    assert labelling.clear(Labels(7, "anna", note="ask")) is None


def test_a_blank_note_takes_the_note_off() -> None:
    assert said(labelling.note("  ", Labels(7, "anna", note="ask"))) == {"note": None}
    assert labelling.note(" ask ", Labels(7, "anna", note="ask")) is None
    assert said(labelling.note(" ask ", NOTHING)) == {"note": "ask"}


def test_what_is_under_way_is_expected_but_not_saved() -> None:
    ledger = Ledger()
    one = batch("refuted")
    ledger.sent(one)
    assert ledger.saving(7) is Saving.UNDER_WAY
    assert ledger.expected(NOTHING).verdict == "refuted"
    ledger.acknowledged(one.id)
    assert ledger.saving(7) is Saving.SAVED
    assert ledger.expected(NOTHING) == NOTHING


def test_what_failed_is_neither_expected_nor_lost() -> None:
    ledger = Ledger()
    one = batch("refuted")
    ledger.sent(one)
    ledger.refused(one.id)
    assert ledger.saving(7) is Saving.FAILED
    assert ledger.expected(NOTHING) == NOTHING
    assert ledger.of_claim(7) == [one]
    ledger.sent(one)
    assert (ledger.saving(7), ledger.failed) == (Saving.UNDER_WAY, {})


def test_a_newer_word_takes_the_place_of_a_failed_one_field_by_field() -> None:
    ledger = Ledger()
    failed = batch("refuted")
    ledger.sent(failed)
    ledger.refused(failed.id)
    ledger.sent(batch("wrong_value"))
    assert said(ledger.failed[failed.id]) == {"verdict": "refuted"}
    ledger.sent(batch("supported", Labels(7, "anna", extraction="wrong_value")))
    assert ledger.failed == {}


def test_dropping_takes_the_newest() -> None:
    ledger = Ledger()
    first, second = batch("correct"), batch("correct", Labels(8, "anna"))
    for one in (first, second):
        ledger.sent(one)
        ledger.refused(one.id)
    assert ledger.drop_newest_failed() == second
    assert ledger.drop_newest_failed() == first
    assert ledger.drop_newest_failed() is None
