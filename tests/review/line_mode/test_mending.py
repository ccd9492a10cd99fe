"""Claims put right, added, split, merged and said to be the same, over a real database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import LabelError, UsageError
from factcheck.extract.registry import extract_claims
from factcheck.model import Casualty, ClaimType, LabelField, Published, SpanRef
from factcheck.review.corrections.fixes import Fix
from factcheck.review.keymap import Keymap
from factcheck.review.line_mode.mending import MendingSession
from factcheck.review.settings import Settings
from factcheck.store import RunCounts, Store
from factcheck.values import span_from_json
from tests.store.making import MADE_BY, article_of

TEXT = (
    "A crane fell at Velm harbour on Tuesday and killed at least 12 people, the port said.\n\n"
    "Two of the three injured were dockers, and 30 others were hurt in a second fall.\n\n"
    "A clip of it was viewed 3,400 times. The pact held a vigil last week."
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[MendingSession]:
    published = Published(date(2031, 5, 14), "2031-05-14", "meta", inferred=False)
    article = replace(article_of(TEXT, name="crane.txt"), published=published)
    with Store.open(tmp_path / "claims.db", create=True) as store:
        run = store.start_run({}, MADE_BY)
        added = store.add(run, [(article, extract_claims(article))])
        store.finish_run(run, RunCounts(1, added.stored, 0, 0, 0, added.claims))
        opened = MendingSession(store, "anna", Settings(stay=True))
        opened.open("order:reading")
        yield opened


def stand_on(session: MendingSession, quote: str) -> None:
    session.read("order:reading")
    while session.at_hand.claim.quote != quote:
        session.step(1)


def quotes(session: MendingSession) -> list[str]:
    return [session.store.claim(one).claim.quote for one in session.queue.ids]


def value(session: MendingSession) -> dict[str, object]:
    said: dict[str, object] = json.loads(session.standing.corrected_value or "null")
    return said


def test_the_right_value_is_written_in_words(session: MendingSession) -> None:
    stand_on(session, "at least 12")
    session.correct("more than 15")
    assert session.standing.extraction == "wrong_value"
    assert (value(session)["low"], value(session)["comparator"]) == (15, ">")
    with pytest.raises(UsageError, match="cannot be read as a value"):
        session.correct("fifteenish or so")
    session.correct("at least 12")
    assert (session.standing.extraction, session.standing.corrected_value) == ("correct", None)


@pytest.mark.parametrize("fix", Keymap().fixes_of(ClaimType.CASUALTY), ids=lambda fix: fix.name)
def test_a_correction_by_one_key_changes_the_value_or_says_that_it_would_not(
    session: MendingSession, fix: Fix
) -> None:
    stand_on(session, "at least 12")
    before = session.now.value
    try:
        session.fix(fix)
    except UsageError:
        assert session.now.value == before
    else:
        assert session.now.value != before
        assert session.standing.extraction == "wrong_value"


def test_corrections_by_one_key_add_up(session: MendingSession) -> None:
    stand_on(session, "at least 12")
    keymap = Keymap()
    for name in ("injured", "exactly"):
        session.fix(next(fix for fix in keymap.fixes_of(ClaimType.CASUALTY) if fix.name == name))
    assert session.now.value == Casualty("injured", 12, 12, "=", session.at_hand.claim.value.who)  # type: ignore[union-attr]


def test_the_right_words_are_found_beside_the_claim_and_read_anew(session: MendingSession) -> None:
    stand_on(session, "at least 12")
    session.respan("12")
    span = span_from_json(session.standing.corrected_span or "")
    assert TEXT[span.start : span.end] == "12"
    assert session.standing.extraction == "wrong_span"
    assert value(session)["comparator"] == "="
    with pytest.raises(UsageError, match="does not stand near this claim"):
        session.respan("at least 13")
    session.undo()
    with pytest.raises(UsageError, match="as they were extracted"):
        session.respan("At  LEAST 12")


def test_of_words_that_stand_twice_the_nearest_are_meant(session: MendingSession) -> None:
    stand_on(session, "3,400")
    at = TEXT.index("3,400")
    assert session.span_of("of") == SpanRef("text", TEXT.rindex("of", 0, at), TEXT.rindex("of", 0, at) + 2)
    assert session.span_of("a") != session.span_of("A clip")
    with pytest.raises(UsageError):
        session.span_of("  ")


def test_another_type_takes_the_value_that_the_words_have_as_that(session: MendingSession) -> None:
    stand_on(session, "3,400")
    session.retype(ClaimType.CASUALTY)
    assert (session.standing.extraction, session.standing.corrected_type) == ("wrong_type", "casualty")
    assert session.now.type is ClaimType.CASUALTY
    with pytest.raises(UsageError, match="as it was extracted"):
        session.retype(ClaimType.VIEW_COUNT)
    session.undo()
    assert session.standing.corrected_type is None


def test_what_reads_as_no_claim_or_is_one_already_is_not_added(session: MendingSession) -> None:
    stand_on(session, "at least 12")
    before = quotes(session)
    with pytest.raises(UsageError):
        session.add("Velm harbour")
    with pytest.raises(UsageError, match="have no value as that"):
        session.add("Velm harbour", ClaimType.DATE)
    with pytest.raises(LabelError):
        session.add("Tuesday", ClaimType.DATE)
    assert quotes(session) == before


def test_a_claim_on_words_of_its_own_joins_the_queue(session: MendingSession) -> None:
    stand_on(session, "3,400")
    here, before = session.at_hand.id, quotes(session)
    added = session.add("12", ClaimType.CASUALTY)
    assert (added.claim.quote, added.claim.added_by) == ("12", "anna")
    assert session.at_hand.id == here
    assert sorted(quotes(session)) == sorted([*before, "12"])
    assert session.queue.left == len(before)
    session.undo()
    assert (quotes(session), session.at_hand.id) == (before, here)
    session.redo()
    assert "12" in quotes(session)
    assert session.at_hand.claim.quote == "12"


def test_a_claim_that_holds_two_is_split_in_one_batch(session: MendingSession) -> None:
    stand_on(session, "at least 12")
    session.respan("at least 12 people, the port said.\n\nTwo")
    second = session.split("12")
    assert (second.claim.quote, second.claim.type) == ("12", ClaimType.CASUALTY)
    first = span_from_json(session.standing.corrected_span or "")
    assert TEXT[first.start : first.end] == "at least"
    assert {event.field for event in session.undo()} >= {LabelField.ADDED, LabelField.CORRECTED_SPAN}
    with pytest.raises(UsageError, match="no part of this claim"):
        session.split("crane")


def test_two_claims_that_are_one_are_merged_in_one_batch(session: MendingSession) -> None:
    stand_on(session, "at least 12")
    session.merge()
    span = span_from_json(session.standing.corrected_span or "")
    words = TEXT[span.start : span.end]
    assert words.startswith("at least 12 people")
    (other,) = [one for one in session.queue.ids if session.store.claim(one).labels and one != session.at_hand.id]
    (labels,) = session.store.claim(other).labels
    assert (labels.extraction, labels.duplicate_of) == ("duplicate", session.at_hand.key)
    assert words.endswith(session.store.claim(other).claim.quote)
    session.undo()
    assert not session.store.claim(other).labels
    stand_on(session, "3,400")
    with pytest.raises(UsageError, match="no other claim of this type follows"):
        session.merge()


def test_a_claim_is_said_to_be_the_same_as_another(session: MendingSession) -> None:
    other = session.at_hand
    session.step(1)
    session.same_as(other.key[:8])
    assert (session.standing.extraction, session.standing.duplicate_of) == ("duplicate", other.key)
    with pytest.raises(UsageError, match="this is that claim"):
        session.same_as(session.at_hand.key)
    with pytest.raises(UsageError, match="no claim has the key"):
        session.same_as("ffffffffffff")
