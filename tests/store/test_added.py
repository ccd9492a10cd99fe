"""Claims that people put in: said, taken back, brought back, and met by extractors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import LabelError, UsageError
from factcheck.model import Claim, ClaimFilter, ClaimType, LabelField, Membership, SpanRef, ViewCount, claim_key
from factcheck.store import Store, StoredClaim
from factcheck.store.full_text import index_new_claims
from factcheck.values import span_to_json
from tests.store.making import BETTER, MADE_BY, TEXT, article_of, claim_at, harbour, killed, missed
from tests.store.saying import EXTRACTION, NOTE, VERDICT, event, labels_of, say

ALL = ClaimFilter(foreign=True)


def shown(store: Store) -> dict[str, Any]:
    """All that leaves withdrawn claims out."""
    stats = store.stats()
    return {
        "queue": list(store.claim_ids(ALL)),
        "count": store.count(ALL),
        "article": [one.id for one in store.article_claims(1)],
        "export": [row["claim_key"] for row in store.export_rows("claims", labelled_only=False)],
        "articles": [row["claims"] for row in store.export_rows("articles")],
        "stats": (stats.claims, dict(stats.by_type), dict(stats.by_annotator)),
        "progress": store.progress(ALL),
        "found": list(store.claim_ids(ClaimFilter(text="three members", foreign=True))),
    }


def extract_again(store: Store, claims: Sequence[Claim], made_by: str = BETTER) -> None:
    store.add(store.start_run({}, made_by), [(harbour()[0], claims)])


def findings(store: Store) -> list[Any]:
    return store._db.conn.execute("SELECT claim_id, detail FROM findings").fetchall()


def test_an_added_claim_is_a_claim_like_any_other(store: Store) -> None:
    added = store.add_claim(missed(), 1, "ana", note=" seen on page 2 ")
    assert added.claim == replace(missed(), extractor="annotator", added_by="ana")
    assert added.key == claim_key(harbour()[0].sha256, missed())
    assert (added.id, added.article_id) == (7, 1)
    assert added.sentence == TEXT[added.claim.sentence_start : added.claim.sentence_end]
    (labels,) = added.labels
    assert (labels.extraction, labels.added, labels.note) == ("correct", "yes", "seen on page 2")
    assert list(store.claim_ids(ClaimFilter(text="three members"))) == [7]
    assert store.resolve(added.key) == 7
    assert {(one.origin, one.batch) for one in store.events(7)} == {("review", store.events(7)[0].batch)}
    assert list(store.check()) == []


def test_undo_withdraws_it_and_redo_brings_it_back(store: Store) -> None:
    before = shown(store)
    added = store.add_claim(missed(), 1, "ana")
    standing = shown(store)
    assert standing["queue"] != before["queue"]
    assert standing["count"] == before["count"] + 1
    assert len(store.undo("ana")) == 2
    assert shown(store) == before
    assert store.claim(added.id).claim == added.claim
    assert list(store.check()) == []
    assert len(store.redo("ana")) == 2
    assert shown(store) == standing


def test_what_others_say_of_a_withdrawn_claim_is_kept_for_its_return(store: Store) -> None:
    added = store.add_claim(missed(), 1, "ana")
    say(store, added.id, VERDICT, "supported", annotator="bo")
    store.undo("ana")
    assert [row["annotator"] for row in store.export_rows("claims")] == []
    assert "bo" not in store.stats().by_annotator
    store.redo("ana")
    assert [row["annotator"] for row in store.export_rows("claims")] == ["ana", "bo"]


def test_a_claim_that_stands_on_the_span_is_not_put_in_again(store: Store) -> None:
    store.add_claim(missed(), 1, "ana")
    with pytest.raises(LabelError, match=r"a casualty claim stands on these words already: [0-9a-f]{16}"):
        store.add_claim(missed(), 1, "bo")
    with pytest.raises(LabelError, match="stands on these words already"):
        store.add_claim(harbour()[1][2], 1, "bo")
    assert store.stats().events == 2
    other_type = replace(missed(), type=ClaimType.VIEW_COUNT, value=ViewCount("views", 3, 3, "="))
    assert store.add_claim(other_type, 1, "bo").id == 8


def test_the_same_batch_again_changes_nothing(store: Store) -> None:
    said = event(3, EXTRACTION, "correct", batch="x")
    for _ in range(2):
        (added,) = store.apply([said], added=[(1, missed())], annotator="ana")
        assert added.id == 7
    assert store.stats().events == 3


def test_a_withdrawn_claim_is_said_again_with_its_new_value(store: Store) -> None:
    first = store.add_claim(missed(low=3), 1, "ana")
    store.undo("ana")
    again = store.add_claim(missed(low=4), 1, "bo")
    assert again.id == first.id
    assert again.claim == replace(missed(low=4), extractor="annotator", added_by="bo")
    assert [(one.annotator, one.extraction) for one in again.labels] == [("bo", "correct")]
    assert list(store.check()) == []


def test_a_withdrawn_claim_of_which_others_spoke_keeps_the_value_that_they_meant(store: Store) -> None:
    first = store.add_claim(missed(low=3), 1, "ana")
    say(store, first.id, VERDICT, "refuted", annotator="bo")
    store.undo("ana")
    again = store.add_claim(missed(low=4), 1, "ana")
    assert again.claim == first.claim
    labels = labels_of(store, first.id)
    assert labels is not None
    assert (labels.extraction, labels.added) == ("wrong_value", "yes")
    assert '"low": 4' in (labels.corrected_value or "")


def test_members_of_an_added_claim_are_rows_of_their_own(store: Store) -> None:
    article, claims = harbour()
    members = claims[3].value
    assert isinstance(members, Membership)
    two = replace(members, stated_count=None, members=members.members[:2])
    claim = claim_at(article, "Arda, Bruun", two)
    added = store.add_claim(claim, 1, "ana")
    rows = "SELECT name FROM members WHERE claim_id = ? ORDER BY id"
    assert store._db.conn.execute(rows, (added.id,)).fetchall() == [("Arda",), ("Bruun",)]
    store.undo("ana")
    store.add_claim(replace(claim, value=replace(two, members=two.members[:1])), 1, "ana")
    assert store._db.conn.execute(rows, (added.id,)).fetchall() == [("Arda",)]
    assert list(store.check()) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "four members"}, "is not the quote 'four members'"),
        ({"end": 9_999}, "does not lie in a sentence"),
        ({"start": -1}, "does not lie in a sentence"),
        ({"sentence_start": 110}, "does not lie in a sentence"),
        ({"field": "title"}, "does not lie in a sentence"),
        ({"type": ClaimType.DATE}, "the value is not one of a date claim"),
    ],
)
def test_a_claim_that_cannot_be_is_refused(store: Store, change: dict[str, Any], reason: str) -> None:
    with pytest.raises(LabelError, match=reason):
        store.apply([event(1, EXTRACTION, "correct")], added=[(1, replace(missed(), **change))], annotator="ana")
    assert (store.stats().events, store.stats().claims) == (0, 6)


def test_a_claim_needs_its_article_and_its_annotator(store: Store) -> None:
    with pytest.raises(UsageError, match="no article number 9"):
        store.add_claim(missed(), 9, "ana")
    with pytest.raises(LabelError, match="name of its annotator"):
        store.add_claim(missed(), 1, " ")
    with pytest.raises(LabelError, match="one annotator's"):
        store.apply([event(1, EXTRACTION, "correct", annotator="bo")], added=[(1, missed())], annotator="ana")
    assert store.stats().claims == 6


def test_a_split_is_one_batch(store: Store) -> None:
    article, claims = harbour()
    narrow = SpanRef("text", claims[3].start, claims[3].start + 4)
    said = [
        event(4, EXTRACTION, "wrong_span", batch="split"),
        event(4, LabelField.CORRECTED_SPAN, span_to_json(narrow), batch="split"),
    ]
    rest = claim_at(article, "Bruun and Celle", Membership("The Velm Pact", "members", None, ()))
    (added,) = store.apply(said, added=[(1, rest)], annotator="ana")
    assert {one.batch for claim_id in (4, added.id) for one in store.events(claim_id)} == {"split"}
    assert len(store.undo("ana")) == 4
    assert store.count(ALL) == 6
    assert labels_of(store, 4) is None
    store.redo("ana")
    assert store.count(ALL) == 7


def test_a_merge_may_name_a_claim_that_it_adds(store: Store) -> None:
    key = claim_key(harbour()[0].sha256, missed())
    said = [
        event(claim_id, field, value, batch="merge")
        for claim_id in (3, 4)
        for field, value in ((EXTRACTION, "duplicate"), (LabelField.DUPLICATE_OF, key))
    ]
    store.apply(said, added=[(1, missed())], annotator="ana")
    assert [one.duplicate_of for one in store.claim(4).labels] == [key]
    assert list(store.check()) == []


def test_a_later_extraction_leaves_it_alone_and_finds_nothing_of_it(store: Store) -> None:
    claims = harbour()[1]
    added = store.add_claim(missed(), 1, "ana")
    extract_again(store, claims)
    assert store.claim(added.id).claim == added.claim
    assert findings(store) == []
    store.undo("ana")
    extract_again(store, claims, "casualty@3")
    assert findings(store) == []
    assert store.count(ALL) == 6


def test_an_extractor_that_comes_to_find_it_makes_it_stand_by_itself(store: Store) -> None:
    claims = harbour()[1]
    added = store.add_claim(missed(low=3), 1, "ana")
    extract_again(store, [*claims, replace(missed(low=5), extractor="casualty@2")])
    assert store.claim(added.id).claim == replace(added.claim, extractor="casualty@2")
    assert findings(store) == []
    store.undo("ana")
    assert store.count(ALL) == 7
    extract_again(store, claims, "casualty@3")
    assert store.claim(added.id).claim.extractor == "annotator"
    assert store.count(ALL) == 6
    assert {problem.check for problem in store.check()} <= {"search"}


def test_a_withdrawn_claim_that_an_extractor_finds_is_the_extractors(store: Store) -> None:
    claims = harbour()[1]
    added = store.add_claim(missed(low=3), 1, "ana")
    store.undo("ana")
    found = replace(missed(low=5), extractor="casualty@2")
    extract_again(store, [*claims, found])
    assert store.claim(added.id).claim == replace(found, added_by="ana")
    assert store.count(ALL) == 7
    store.redo("ana")
    assert store.count(ALL) == 7
    assert {problem.check for problem in store.check()} <= {"search"}


def test_a_claim_taken_back_follows_its_extractor_as_any_other(store: Store) -> None:
    claims = harbour()[1]
    added = store.add_claim(missed(low=3), 1, "ana")
    store.undo("ana")
    for version, low in ((2, 5), (3, 6)):
        extract_again(
            store, [*claims, replace(missed(low=low), extractor=f"casualty@{version}")], f"casualty@{version}"
        )
    assert store.claim(added.id).claim.value == killed(5, 5, "=")
    assert [row[0] for row in findings(store)] == [added.id]
    extract_again(store, claims, "casualty@4")
    assert store.count(ALL) == 6
    assert findings(store) == []


def test_what_others_said_of_a_withdrawn_claim_keeps_its_value_when_an_extractor_finds_it(store: Store) -> None:
    claims = harbour()[1]
    added = store.add_claim(missed(low=3), 1, "ana")
    say(store, added.id, VERDICT, "supported", annotator="bo")
    store.undo("ana")
    extract_again(store, [*claims, replace(missed(low=5), extractor="casualty@2")])
    assert store.claim(added.id).claim.value == killed(3, 3, "=")
    assert store.count(ALL) == 7
    assert [row[0] for row in findings(store)] == [added.id]


def test_a_claim_that_others_are_duplicates_of_outlives_its_extractor(store: Store) -> None:
    claims = harbour()[1]
    say(store, 3, LabelField.DUPLICATE_OF, store.claim(5).key)
    extract_again(store, [claims[2]])
    assert [one.id for one in store.article_claims(1)] == [3, 5]
    assert {problem.check for problem in store.check()} <= {"search"}


def test_a_text_read_otherwise_does_not_take_an_added_claim_away(store: Store) -> None:
    article, _ = harbour()
    added = store.add_claim(missed(), 1, "ana")
    moved = replace(article, text="Menu. " + article.text)
    store.add(store.start_run({}, "ingest@2"), [(moved, [claim_at(moved, "at least 12", killed(12))])])
    assert store.article(1).article == article
    assert store.claim(added.id).claim == added.claim


def test_a_claim_added_while_an_extraction_runs_hides_none_from_the_search(store: Store, path: Path) -> None:
    run = store.start_run({}, MADE_BY)
    storm = article_of("A storm drowned 12 people.", name="storm.txt")
    store.add(run, [(storm, [claim_at(storm, "12", killed(12))])])
    with Store.open(path) as other:
        other.add_claim(missed(), 1, "ana")
    flood = article_of("A flood drowned 14 people.", name="flood.txt")
    store.add(run, [(flood, [claim_at(flood, "14", killed(14))])])
    assert list(store.claim_ids(ClaimFilter(text="three members"))) == [8]
    index_new_claims(store._db)
    assert len(store.claim_ids(ClaimFilter(text="drowned"))) == 2
    assert [problem for problem in store.check() if problem.check == "search"] == []


def test_odd_characters_of_an_added_claim_come_back(store: Store) -> None:
    odd = article_of("A\x00 storm \ud800 drowned 12 \x00 people.", name="odd.txt")
    store.add(store.start_run({}, MADE_BY), [(odd, [])])
    added: StoredClaim = store.add_claim(claim_at(odd, "12 \x00", killed(12)), 3, "an\x00a")
    assert added.claim.quote == "12 \x00"
    assert added.claim.added_by == "an\ufffda"
    assert labels_of(store, added.id, "an\ufffda") is not None
    assert store.undo("an\x00a")


def test_a_note_alone_of_its_own_is_no_reason_to_stay(store: Store) -> None:
    added = store.add_claim(missed(), 1, "ana")
    say(store, added.id, NOTE, "hm", annotator="bo")
    store.undo("ana")
    assert store.count(ALL) == 6
