"""A sitting without a screen, over a real database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from factcheck.errors import DatabaseError, LabelError, SearchError, UsageError
from factcheck.model import ClaimFilter, LabelField
from factcheck.review.keymap import Keymap
from factcheck.review.line_mode.session import Session
from factcheck.review.settings import Settings
from factcheck.store import RunCounts, Store
from tests.store.making import MADE_BY, article_of, claim_at, harbour, killed, quiet_article

READING = "order:reading"


class Hands:
    """A wall clock and a monotonic one that the test moves."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def wall(self) -> datetime:
        return datetime(2031, 5, 14, 12, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two articles with claims, seven in the queue as it comes: five of the first, two of the second."""
    second = article_of("Fire at Bruun killed 3 people. It hurt 4 more.", name="fire.txt")
    claims = (claim_at(second, "3", killed(3, 3, "=")), claim_at(second, "4", killed(4, 4, "=")))
    with Store.open(tmp_path / "claims.db", create=True) as store:
        run = store.start_run({}, MADE_BY)
        added = store.add(run, [harbour(), quiet_article(), (second, claims)])
        store.finish_run(run, RunCounts(3, added.stored, 0, 0, 0, added.claims))
    return tmp_path / "claims.db"


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def session(path: Path, hands: Hands) -> Iterator[Session]:
    with Store.open(path) as store:
        opened = Session(store, "anna", Settings(), clock=hands.wall, monotonic=hands.monotonic)
        opened.open(READING)
        yield opened


def say(session: Session, value: str) -> None:
    choice = next(key for key in Keymap().labels if key.value == value)
    session.say(choice)


def quote(session: Session) -> str:
    return session.at_hand.claim.quote


def test_a_label_is_on_disk_when_said_and_leads_to_the_next_to_do(session: Session, path: Path) -> None:
    first = session.at_hand
    say(session, "supported")
    assert session.at_hand.id != first.id
    assert (session.place, session.queue.left) == (2, 6)
    with Store.open(path, readonly=True) as other:
        (labels,) = other.claim(first.id).labels
    assert (labels.annotator, labels.extraction, labels.verdict) == ("anna", "correct", "supported")


def test_undo_and_redo_go_to_their_claim_over_a_restart(session: Session, path: Path) -> None:
    first = session.at_hand.id
    say(session, "refuted")
    with Store.open(path) as store:
        again = Session(store, "anna", Settings())
        again.open(READING)
        assert again.at_hand.id != first
        assert {event.field for event in again.undo()} == {LabelField.EXTRACTION, LabelField.VERDICT}
        assert (again.at_hand.id, again.standing.verdict, again.queue.left) == (first, None, 7)
        again.redo()
        assert (again.standing.verdict, again.queue.left) == ("refuted", 6)
        with pytest.raises(UsageError, match="nothing to say again"):
            again.redo()


def test_what_is_skipped_stays_to_do_and_comes_again_behind_the_last(session: Session) -> None:
    seen = []
    for _ in range(8):
        seen.append(session.at_hand.id)
        session.skip()
    assert len(set(seen)) == 7
    assert seen[7] == seen[0]
    assert session.queue.left == 7


def test_the_last_claim_leaves_nothing_to_skip_to(session: Session) -> None:
    for _ in range(6):
        say(session, "correct")
    with pytest.raises(UsageError, match="nothing else is left"):
        session.skip()
    say(session, "correct")
    with pytest.raises(UsageError, match="nothing is left"):
        session.skip()
    assert session.queue.left == 0


def test_a_changed_label_on_a_done_claim_goes_to_the_next_row(session: Session) -> None:
    say(session, "correct")
    session.step(-1)
    assert session.place == 1
    say(session, "not_a_claim")
    assert session.place == 2


def test_the_end_of_the_queue_is_told(session: Session) -> None:
    with pytest.raises(UsageError, match="first claim"):
        session.step(-1)
    session.step(6)
    with pytest.raises(UsageError, match="last claim"):
        session.step(1)
    assert session.place == 7


def test_articles_are_gone_through_from_their_first_claims(session: Session) -> None:
    session.next_article()
    assert (session.place, quote(session)) == (6, "3")
    with pytest.raises(UsageError, match="last article"):
        session.next_article()
    session.step(1)
    session.previous_article()
    assert session.place == 6
    session.previous_article()
    assert session.place == 1
    with pytest.raises(UsageError, match="first article"):
        session.previous_article()


def test_back_leads_through_what_was_done_the_newest_first_also_from_before(session: Session, path: Path) -> None:
    ids = [session.at_hand.id]
    say(session, "correct")
    ids.append(session.at_hand.id)
    say(session, "refuted")
    with Store.open(path) as store:
        again = Session(store, "anna", Settings())
        again.open(READING)
        again.back()
        assert again.at_hand.id == ids[1]
        again.back()
        assert again.at_hand.id == ids[0]
        with pytest.raises(UsageError, match="nothing further back"):
            again.back()


def test_a_snoozed_claim_is_not_handed_out_before_its_time(session: Session, hands: Hands) -> None:
    first = session.at_hand.id
    until = session.snooze(timedelta(days=200))
    assert until == hands.wall() + timedelta(days=200)
    assert session.at_hand.id != first
    assert session.queue.left == 6
    session.undo()
    assert (session.at_hand.id, session.queue.left) == (first, 7)
    session.redo()
    assert session.queue.left == 6


def test_a_note_stays_on_its_claim_which_is_still_to_do(session: Session) -> None:
    here = session.at_hand.id
    session.note("rang them")
    assert (session.at_hand.id, session.standing.note, session.queue.left) == (here, "rang them", 7)
    assert session.note("rang them") == ()
    session.note("")
    assert session.standing.note is None


def test_whoever_stays_is_not_moved(path: Path) -> None:
    with Store.open(path) as store:
        session = Session(store, "anna", Settings(stay=True))
        session.open(READING)
        here = session.at_hand.id
        say(session, "supported")
        assert session.at_hand.id == here
        session.clear()
        assert session.standing.verdict is None


def test_a_sitting_goes_on_where_the_last_one_ended(path: Path) -> None:
    with Store.open(path) as store:
        with Session(store, "anna", Settings(search="type:date")) as session:
            session.open()
            assert session.search == "type:date"
            session.open("type:casualty order:reading")
            session.skip()
            here = session.at_hand.id
        with Session(store, "anna", Settings(search="type:date")) as again:
            again.open()
            assert (again.search, again.at_hand.id) == ("type:casualty order:reading", here)
        with Session(store, "boris", Settings()) as other:
            other.open()
            assert other.search == ""


def test_a_sitting_that_never_began_keeps_the_place_of_the_last(path: Path) -> None:
    with Store.open(path) as store:
        store.keep_place("anna", "type:date", None)
        with pytest.raises(SearchError), Session(store, "anna", Settings()) as session:
            session.open("type:casulty")
        place = store.place("anna")
        assert place is not None
        assert place.search == "type:date"


def test_a_place_that_cannot_be_read_any_longer_bars_nobody(path: Path) -> None:
    with Store.open(path) as store:
        store.keep_place("anna", "once:upon a:time", None)
        session = Session(store, "anna", Settings(search="type:date"))
        session.open()
        assert session.search == "type:date"


def test_a_search_that_cannot_be_read_leaves_the_queue_as_it_was(session: Session) -> None:
    with pytest.raises(SearchError):
        session.open("type:casulty")
    assert (session.search, len(session.queue)) == (READING, 7)


def test_an_empty_queue_has_nothing_at_hand(session: Session) -> None:
    session.open("xyzzy")
    assert (session.claim, session.place) == (None, None)
    for act in (session.skip, session.next_article, session.previous_article, lambda: session.step(1)):
        with pytest.raises(UsageError):
            act()
    with pytest.raises(UsageError, match="no claim in this queue"):
        say(session, "correct")


def test_a_claim_of_another_queue_can_be_gone_to_and_labelled(session: Session) -> None:
    session.open("type:date")
    outside = session.store.claim_ids(ClaimFilter())
    key = session.store.claim(next(one for one in outside if one not in session.queue.ids)).key
    session.go_to(key[:8])
    assert session.place is None
    say(session, "correct")
    assert session.store.claim(session.store.resolve(key)).labels[0].extraction == "correct"
    assert session.place == 1


def test_the_outlook_counts_what_was_done_and_undone(session: Session, hands: Hands) -> None:
    for _ in range(5):
        hands.seconds += 30
        say(session, "correct")
    assert session.outlook().pace == pytest.approx(2)
    assert (session.outlook().done, session.outlook().left, session.outlook().streak) == (5, 2, 5)
    session.undo()
    assert (session.outlook().done, session.outlook().left) == (4, 3)


def test_a_file_that_takes_nothing_leaves_the_claim_at_hand_unsaid(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise DatabaseError("the disk is full")

    here = session.at_hand.id
    monkeypatch.setattr(session.store, "label", full)
    with pytest.raises(DatabaseError):
        say(session, "correct")
    assert (session.at_hand.id, session.standing.extraction, session.queue.left) == (here, None, 7)


def test_a_claim_that_went_with_a_newer_extraction_is_passed_over(session: Session, path: Path) -> None:
    gone = session.queue.ids[1]
    article, claims = harbour()
    with Store.open(path) as other:
        run = other.start_run({}, "better")
        kept = [claim for claim in claims if claim.quote != other.claim(gone).claim.quote]
        other.close()
    with Store.open(path) as other:
        other.add(run, [(article, kept)])
    say(session, "correct")
    assert session.at_hand.id == session.queue.ids[2]
    with pytest.raises((UsageError, LabelError)):
        session.step(-1)
    assert session.at_hand.id == session.queue.ids[2]
