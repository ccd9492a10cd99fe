"""Any order of labels, added claims, undos and redos by two people in two windows, against a model of a few lines."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from factcheck.errors import LabelError
from factcheck.model import LABEL_CHOICES, ClaimFilter, LabelEvent, LabelField, Labels, SectionKind
from factcheck.store import Store
from factcheck.store.labels import new_event
from factcheck.store.labels import words as needed
from tests.store.making import MADE_BY, harbour, missed

Word = tuple[int, LabelField, str | None]
Batch = list[Word]

BODY = ClaimFilter(segments=(SectionKind.BODY,))
ADDED = 7
"""The number of the claim that people put in; the harbour has six."""

PUT_IN: Batch = [(ADDED, LabelField.ADDED, "yes"), (ADDED, LabelField.EXTRACTION, "correct")]

ANNOTATORS = st.sampled_from(["ana", "bo"])
WINDOWS = st.sampled_from([0, 1])
FIELDS = (LabelField.EXTRACTION, LabelField.VERDICT)
WORDS = st.sampled_from([(field, choice) for field in FIELDS for choice in (*LABEL_CHOICES[field][:2], None)])
BATCHES = st.lists(st.tuples(st.sampled_from([1, 2]), WORDS), min_size=1, max_size=3)


class Labelling(RuleBasedStateMachine):
    """The model: what stands, in order, and for each annotator what a redo would say again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.standing: list[tuple[str, Batch]] = []
        self.times: list[datetime] = [datetime.now(UTC)]
        self.undone: dict[str, list[Batch]] = {"ana": [], "bo": []}
        self.last: list[LabelEvent] = []
        self.events = 0

    @initialize()
    def open_two_windows(self) -> None:
        path = Path(self.folder.name) / "claims.db"
        self.windows = [Store.open(path, create=True), Store.open(path)]
        store = self.windows[0]
        store.add(store.start_run({}, MADE_BY), [harbour()])

    @rule(annotator=ANNOTATORS, window=WINDOWS, said=BATCHES)
    def label(self, annotator: str, window: int, said: list[tuple[int, tuple[LabelField, str | None]]]) -> None:
        batch = [(claim_id, field, choice) for claim_id, (field, choice) in said]
        name = f"batch {self.events}"
        self.last = [
            new_event(c, annotator, field, choice, batch=name, origin="review") for c, field, choice in batch
        ]
        self.windows[window].label(self.last)
        self.said(annotator, batch)

    def said(self, annotator: str, batch: Batch) -> None:
        """Somebody said something, so that nothing that they took back can be said again."""
        if batch:
            self.standing.append((annotator, batch))
            self.undone[annotator] = []
            self.events += len(batch)

    def labels(self, annotator: str, claim_id: int) -> Labels:
        """What an annotator says of a claim, by the model."""
        values = {
            field.value: value
            for whose, batch in self.standing
            for claim, field, value in batch
            if (whose, claim) == (annotator, claim_id)
        }
        return Labels(claim_id, annotator, **values)

    def stands(self) -> bool:
        """Whether the claim that was put in stands."""
        return any(self.labels(annotator, ADDED).added for annotator in ("ana", "bo"))

    @rule(annotator=ANNOTATORS, window=WINDOWS)
    def add(self, annotator: str, window: int) -> None:
        if self.stands():
            with pytest.raises(LabelError):
                self.windows[window].add_claim(missed(), 1, annotator)
        else:
            standing = self.labels(annotator, ADDED)
            assert self.windows[window].add_claim(missed(), 1, annotator).id == ADDED
            wanted = {field: value for _, field, value in PUT_IN}
            self.said(annotator, [(ADDED, field, value) for field, value in needed(wanted, standing).items()])

    @rule(annotator=ANNOTATORS, window=WINDOWS, word=WORDS, relabel=st.booleans())
    def bulk(self, annotator: str, window: int, word: tuple[LabelField, str | None], relabel: bool) -> None:  # noqa: FBT001
        field, value = word
        batch: Batch = []
        for claim_id in (2, 3, ADDED, 4, 5) if self.stands() else (2, 3, 4, 5):
            standing = self.labels(annotator, claim_id)
            if relabel or getattr(standing, field.value) in (None, value):
                batch += [(claim_id, *said) for said in needed({field: value}, standing).items()]
        done = self.windows[window].bulk(BODY, annotator, {field: value}, relabel=relabel)
        assert done.events == len(batch)
        self.said(annotator, batch)

    @rule()
    def note_the_time(self) -> None:
        self.times.append(datetime.now(UTC))
        self.standing.append(("", []))

    @rule(annotator=ANNOTATORS, window=WINDOWS, data=st.data())
    def undo_to(self, annotator: str, window: int, data: st.DataObject) -> None:
        number = data.draw(st.integers(0, len(self.times) - 1))
        marks = [0, *(place for place, (whose, _) in enumerate(self.standing) if not whose)]
        since = [one for one in self.standing[marks[number] :] if one[0] == annotator]
        expected = [word for _, batch in since for word in batch]
        assert words(self.windows[window].undo_to(annotator, self.times[number])) == expected
        if expected:
            self.standing = [one for one in self.standing if not any(one is other for other in since)]
            self.undone[annotator].append(expected)
        self.events += len(expected)

    @rule(window=WINDOWS)
    def label_again(self, window: int) -> None:
        self.windows[window].label(self.last)

    @rule(annotator=ANNOTATORS, window=WINDOWS)
    def undo(self, annotator: str, window: int) -> None:
        mine = [place for place, (whose, _) in enumerate(self.standing) if whose == annotator]
        expected = self.standing.pop(mine[-1])[1] if mine else []
        assert words(self.windows[window].undo(annotator)) == expected
        if expected:
            self.undone[annotator].append(expected)
        self.events += len(expected)

    @rule(annotator=ANNOTATORS, window=WINDOWS)
    def redo(self, annotator: str, window: int) -> None:
        expected = self.undone[annotator].pop() if self.undone[annotator] else []
        assert words(self.windows[window].redo(annotator)) == expected
        if expected:
            self.standing.append((annotator, expected))
        self.events += len(expected)

    def was_put_in(self) -> bool:
        return bool(self.windows[0]._db.conn.execute("SELECT 1 FROM claims WHERE id = ?", (ADDED,)).fetchone())

    @invariant()
    def both_windows_show_what_stands(self) -> None:
        expected: dict[tuple[int, str], dict[LabelField, str | None]] = {}
        for annotator, batch in self.standing:
            for claim_id, field, choice in batch:
                expected.setdefault((claim_id, annotator), {})[field] = choice
        for store in self.windows:
            ids = [1, 2, ADDED] if self.was_put_in() else [1, 2]
            assert (ADDED in store.claim_ids(BODY)) == self.stands()
            for claim_id in ids:
                seen = {one.annotator: (one.extraction, one.verdict) for one in store.claim(claim_id).labels}
                said = {
                    annotator: (fields.get(FIELDS[0]), fields.get(FIELDS[1]))
                    for (claim, annotator), fields in expected.items()
                    if claim == claim_id and any(fields.get(field) for field in FIELDS)
                }
                assert seen == said

    @invariant()
    def nothing_was_ever_lost(self) -> None:
        assert self.windows[0].stats().events == self.events

    def teardown(self) -> None:
        if hasattr(self, "windows"):
            problems = [problem for problem in self.windows[0].check() if problem.check != "search"]
            for store in self.windows:
                store.close()
            assert problems == []
        self.folder.cleanup()


def words(events: tuple[LabelEvent, ...]) -> Batch:
    return [(event.claim_id, event.field, event.value) for event in events]


TestLabelling = Labelling.TestCase
TestLabelling.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
