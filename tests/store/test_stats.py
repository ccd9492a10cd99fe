from __future__ import annotations

from factcheck.model import ClaimType, LabelField, Reject, ReviewState, SectionKind
from factcheck.store import AnnotatorStats, Stats, Store
from factcheck.store.labels import new_event
from tests.store.making import BETTER, MADE_BY, harbour


def say(store: Store, annotator: str, claim_id: int, field: LabelField, value: str | None) -> None:
    store.label([new_event(claim_id, annotator, field, value, batch=f"{annotator}{claim_id}", origin="review")])


def test_the_counts_of_a_fresh_database(store: Store) -> None:
    both = {
        (ClaimType.CASUALTY, SectionKind.HEADLINE): 1,
        (ClaimType.CASUALTY, SectionKind.BODY): 1,
        (ClaimType.CASUALTY, SectionKind.TEASER): 1,
        (ClaimType.DATE, SectionKind.BODY): 1,
        (ClaimType.MEMBERSHIP, SectionKind.BODY): 1,
        (ClaimType.VIEW_COUNT, SectionKind.BODY): 1,
    }
    assert store.stats() == Stats(
        articles=2,
        claims=6,
        by_type={ClaimType.CASUALTY: 3, ClaimType.DATE: 1, ClaimType.MEMBERSHIP: 1, ClaimType.VIEW_COUNT: 1},
        by_segment={SectionKind.HEADLINE: 1, SectionKind.BODY: 4, SectionKind.TEASER: 1},
        by_type_and_segment=both,
        by_state={ReviewState.TODO: 5, ReviewState.DONE: 0},
        by_flag={},
        by_annotator={},
        events=0,
        findings=0,
        rejects=0,
    )


def test_annotators_work_is_counted(store: Store) -> None:
    say(store, "ana", 1, LabelField.EXTRACTION, "correct")
    say(store, "ana", 2, LabelField.EXTRACTION, "correct")
    say(store, "ana", 2, LabelField.VERDICT, "refuted")
    say(store, "ana", 3, LabelField.NOTE, "look again")
    say(store, "bo", 1, LabelField.EXTRACTION, "duplicate")
    stats = store.stats()
    assert stats.by_annotator == {
        "ana": AnnotatorStats(
            labelled=3, done=2, by_choice={("extraction", "correct"): 2, ("verdict", "refuted"): 1}
        ),
        "bo": AnnotatorStats(labelled=1, done=1, by_choice={("extraction", "duplicate"): 1}),
    }
    assert stats.by_state == {ReviewState.TODO: 3, ReviewState.DONE: 2}
    assert stats.events == 5


def test_flags_findings_and_rejects_are_counted(store: Store) -> None:
    say(store, "ana", 1, LabelField.EXTRACTION, "correct")
    article, claims = harbour()
    store.add(store.start_run({}, BETTER), [(article, claims[1:])], [Reject("x.txt", "not text")])
    assert (store.stats().findings, store.stats().rejects) == (1, 1)


def test_an_empty_database_counts_nothing(store: Store) -> None:
    store.start_run({}, MADE_BY)
    assert store.stats().by_flag == {}
