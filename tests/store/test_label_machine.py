"""Any order of labels, undos and redos by two people in two windows, against a model of a few lines."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from factcheck.model import LABEL_CHOICES, LabelEvent, LabelField
from factcheck.store import Store
from factcheck.store.labels import new_event
from tests.store.making import MADE_BY, harbour

Word = tuple[int, LabelField, str | None]
Batch = list[Word]

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
        self.standing.append((annotator, batch))
        self.undone[annotator] = []
        self.events += len(batch)

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

    @invariant()
    def both_windows_show_what_stands(self) -> None:
        expected: dict[tuple[int, str], dict[LabelField, str | None]] = {}
        for annotator, batch in self.standing:
            for claim_id, field, choice in batch:
                expected.setdefault((claim_id, annotator), {})[field] = choice
        for store in self.windows:
            for claim_id in (1, 2):
                seen = {one.annotator: (one.extraction, one.verdict) for one in store.claim(claim_id).labels}
                said = {
                    annotator: (fields.get(FIELDS[0]), fields.get(FIELDS[1]))
                    for (claim, annotator), fields in expected.items()
                    if claim == claim_id and any(fields.values())
                }
                assert seen == said

    @invariant()
    def nothing_was_ever_lost(self) -> None:
        assert sum(len(self.windows[0].events(claim_id)) for claim_id in (1, 2)) == self.events

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
