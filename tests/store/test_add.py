from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import DatabaseError, UsageError
from factcheck.model import Article, Claim, ClaimFilter, LabelField, Reject, Section, SectionKind, claim_key
from factcheck.store import Added, Store
from factcheck.store.labels import new_event
from tests.store.making import BETTER, MADE_BY, article_of, claim_at, harbour, killed, quiet_article

EVERYTHING = ClaimFilter(foreign=True)


def add(store: Store, *made: tuple[Article, Sequence[Claim]], made_by: str = MADE_BY) -> Added:
    return store.add(store.start_run({}, made_by), made)


def select(store: Store, sql: str) -> list[Any]:
    return store._db.conn.execute(sql).fetchall()


def label(store: Store, claim_id: int) -> None:
    store.label([new_event(claim_id, "ana", LabelField.EXTRACTION, "correct", batch="b", origin="review")])


def test_an_article_comes_back_as_it_was(store: Store) -> None:
    article, claims = harbour()
    assert store.article(1).article == article
    assert [stored.claim for stored in store.article_claims(1)] == list(claims)
    assert store.article(2).article == quiet_article()[0]
    assert store.article_claims(2) == []


def test_a_claim_knows_its_sentence_and_article(store: Store) -> None:
    for stored in store.article_claims(1):
        string = harbour()[0].string(stored.claim.field)
        assert stored.sentence == string[stored.claim.sentence_start : stored.claim.sentence_end]
        assert (stored.source_id, stored.article_id) == ("port/harbour.txt", 1)
        assert stored.key == claim_key(harbour()[0].sha256, stored.claim)


def test_what_is_not_there_is_said_to_be_missing(store: Store) -> None:
    with pytest.raises(UsageError, match="no claim number 99"):
        store.claim(99)
    with pytest.raises(UsageError, match="no article number 99"):
        store.article(99)


def test_members_are_rows_of_their_own(store: Store) -> None:
    assert select(store, "SELECT name FROM members ORDER BY id") == [("Arda",), ("Bruun",), ("Celle",)]


def test_rejects_are_written_down(store: Store) -> None:
    run = store.start_run({}, MADE_BY)
    store.add(run, [], [Reject("bad.jsonl", "not JSON", 3), Reject("gone\udcff.txt", "cannot be read")])
    assert select(store, "SELECT run_id, source, line, reason FROM rejects") == [
        (run, "bad.jsonl", 3, "not JSON"),
        (run, "gone\ufffd.txt", None, "cannot be read"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f6a2\U0001f469\u200d\U0001f692 wave: 12 people died",
        "One line.\r\nTwo lines:\r\n12 died",
        unicodedata.normalize("NFD", "Émile à Zürich: 12 died"),
        "before\x00after\x00: 12 died\x00",
        "half \ud83d a pair: 12 died",
        "\ufeff\u202e12 died \u2028 \x85",
    ],
)
def test_offsets_hold_in_any_text(store: Store, text: str) -> None:
    article = article_of(text, title=text)
    claims = [claim_at(article, "12", killed(12), field="title"), claim_at(article, "12", killed(12))]
    add(store, (article, claims))
    assert store.article(3).article == article
    assert [stored.claim for stored in store.article_claims(3)] == claims
    assert {problem.check for problem in store.check()} == {"search"}  # the run is not finished


texts = st.text(st.one_of(st.characters(), st.sampled_from("\x00\ud800\r\n\u0301")), min_size=1, max_size=40)
numbers = count()


@given(texts, st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_span_of_any_text_is_kept_exactly(store: Store, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article = article_of(text, name=f"{next(numbers)}.txt")
    model = claim_at(article, text[start:end], killed(1))
    claim = replace(model, start=start, end=end, sentence_start=0, sentence_end=len(text))
    add(store, (article, [claim]))
    stored = store.claim(store.resolve(claim_key(article.sha256, claim)))
    assert stored.claim == claim
    assert stored.sentence == text
    assert store.rows([stored.id], None)[0].quote == text[start:end]


@pytest.mark.parametrize("length", [26, 200_000])
@pytest.mark.parametrize("change", [{"start": 0, "end": 2}, {"quote": "some 12"}, {"field": "title"}])
def test_a_claim_whose_quote_is_not_the_text_is_refused_with_its_batch(
    store: Store, change: dict[str, Any], length: int
) -> None:
    article = article_of("A storm drowned 12 people.".ljust(length), title="Storm over Velm")
    wrong = replace(claim_at(article, "12", killed(12)), sentence_start=0, sentence_end=26, **change)
    with pytest.raises(DatabaseError, match="not the text at its offsets"):
        add(store, quiet_article(), (article, [wrong]))
    assert select(store, "SELECT count(*) FROM articles") == [(2,)]


def test_even_plain_sql_cannot_move_a_quote_or_change_a_text(store: Store) -> None:
    for sql in (
        "UPDATE claims SET start = start + 1",
        "UPDATE claims SET quote = 'nobody'",
        "UPDATE articles SET text = 'nothing' WHERE id = 1",
    ):
        with pytest.raises(Exception, match="text"):
            select(store, sql)


@pytest.mark.parametrize("text", ["A storm drowned 12 people.", "A\x00 storm \ud800\U0001f6a2 drowned 12 people."])
def test_even_plain_sql_cannot_add_a_wrong_quote(store: Store, text: str) -> None:
    article = article_of(text, name="storm.txt")
    add(store, (article, [claim_at(article, "12", killed(12))]))
    copy = """
        INSERT INTO claims (article_id, type, quote, sentence, segment, value, flags, field, start, "end",
          sentence_start, sentence_end, extractor, claim_key)
        SELECT article_id, type, quote, sentence, segment, value, flags, field, start + ?, "end" + ?,
          sentence_start, sentence_end, extractor, hex(randomblob(8))
        FROM claims WHERE id = 7"""
    store._db.conn.execute(copy, (0, 0))
    for shift in (-1, 1):
        with pytest.raises(Exception, match="not the text at its offsets"):
            store._db.conn.execute(copy, (shift, shift))


def test_the_same_run_again_changes_nothing(store: Store) -> None:
    before = select(store, "SELECT * FROM claims")
    assert add(store, harbour(), quiet_article()) == Added(stored=0, updated=0, unchanged=2, claims=0)
    assert select(store, "SELECT * FROM claims") == before


def test_an_article_twice_in_a_batch_is_stored_once(store: Store) -> None:
    article = article_of("A blast killed 3.", name="twice.txt")
    made = (article, [claim_at(article, "3", killed(3, 3, "="))])
    assert add(store, made, made) == Added(stored=1, updated=0, unchanged=1, claims=1)


def test_known_digests_are_those_made_by_the_same_makers(store: Store) -> None:
    here = harbour()[0].sha256
    assert store.known([here, "f" * 64], MADE_BY) == {here}
    assert store.known([here], BETTER) == set()
    assert store.known([], MADE_BY) == set()


def test_two_claims_of_a_type_on_one_span_are_both_kept(store: Store) -> None:
    article = article_of("Bruun left the Pact for the League.", name="moves.txt")
    claims = [claim_at(article, "Bruun", killed(1)), claim_at(article, "Bruun", killed(2))]
    add(store, (article, claims))
    stored = store.article_claims(3)
    assert [one.claim for one in stored] == claims
    assert stored[1].key == f"{stored[0].key}-2"
    assert [store.resolve(one.key) for one in stored] == [one.id for one in stored]


def test_a_better_extractor_updates_adds_and_removes_unlabelled_claims(store: Store) -> None:
    article, claims = harbour()
    better = [
        replace(claims[0], extractor="casualty@2"),
        replace(claims[2], value=killed(12, 15, "range"), flags=("hedged",)),
        claim_at(article, "12", killed(12)),
    ]
    assert add(store, (article, better), made_by=BETTER) == Added(stored=0, updated=1, unchanged=0, claims=1)
    kept = store.article_claims(1)
    assert [one.claim for one in kept] == better
    assert [one.id for one in kept] == [1, 3, 7]
    assert select(store, "SELECT count(*) FROM members") == [(0,)]
    assert store.known([article.sha256], BETTER)
    assert store.stats().findings == 0


def test_labelled_claims_stay_as_they_were_and_a_finding_says_what_differs(store: Store) -> None:
    article, claims = harbour()
    for claim_id in (1, 3, 4):
        label(store, claim_id)
    better = [claims[0], replace(claims[2], value=killed(13))]
    add(store, (article, better), made_by=BETTER)
    assert [one.id for one in store.article_claims(1)] == [1, 3, 4]
    assert store.claim(3).claim == claims[2]
    assert store.claim(4).claim == claims[3]
    found = select(store, "SELECT kind, claim_id, detail FROM findings ORDER BY claim_id")
    assert [row[:2] for row in found] == [("extractor_disagrees", 3), ("extractor_disagrees", 4)]
    assert json.loads(found[0][2])["found"]["value"]["low"] == 13
    assert json.loads(found[1][2]) | {"stored": None} == {
        "what": "not found again",
        "made_by": BETTER,
        "stored": None,
        "found": None,
    }


def test_findings_say_what_the_last_extraction_said_alone(store: Store) -> None:
    article, claims = harbour()
    label(store, 3)
    for version in (2, 3):
        add(store, (article, [claims[0]]), made_by=f"casualty@{version}")
        assert store.stats().findings == 1
    add(store, (article, claims), made_by="casualty@4")
    assert store.stats().findings == 0


def test_a_text_read_otherwise_replaces_an_unlabelled_article(store: Store) -> None:
    article, _ = harbour()
    text = "Menu. " + article.text
    moved = replace(article, text=text, sections=(Section(SectionKind.BODY, 0, len(text)),))
    claim = claim_at(moved, "at least 12", killed(12))
    add(store, (moved, [claim]), made_by="ingest@2")
    assert store.article(1).article == moved
    assert [one.claim for one in store.article_claims(1)] == [claim]


def test_a_text_that_somebody_labelled_stays(store: Store) -> None:
    article, claims = harbour()
    label(store, 3)
    moved = replace(article, text="Menu. " + article.text)
    add(store, (moved, [claim_at(moved, "at least 12", killed(12))]), made_by="ingest@2")
    assert store.article(1).article == article
    assert [one.claim for one in store.article_claims(1)] == list(claims)
    assert "read otherwise" in select(store, "SELECT detail FROM findings")[0][0]
    assert store.known([article.sha256], "ingest@2")
    assert list(store.check()) == []


def test_search_follows_every_change(store: Store) -> None:
    article, claims = harbour()
    assert len(store.claim_ids(ClaimFilter(text="crane", foreign=True))) == 0
    wider = [replace(claim, sentence_start=0) for claim in claims if claim.field == "text"]
    add(store, (article, wider), made_by=BETTER)
    assert len(store.claim_ids(ClaimFilter(text="crane", foreign=True))) == len(wider)
    add(store, (article, []), made_by=MADE_BY)
    assert len(store.claim_ids(ClaimFilter(text="crane", foreign=True))) == 0
    assert list(store.check()) == []


def test_a_huge_text_of_one_sentence_with_many_claims_costs_no_more_than_its_length(store: Store, path: Path) -> None:
    words = "and a flood killed 7 people "
    article = article_of(words * 20_000, name="endless.txt")
    model = replace(claim_at(article, "7", killed(7, 7, "=")), sentence_start=0, sentence_end=len(article.text))
    places = range(0, len(article.text), len(words) * 10)
    claims = [replace(model, start=model.start + place, end=model.end + place) for place in places]
    assert add(store, (article, claims)).claims == 2000
    assert path.stat().st_size < 20_000_000
    stored = store.article_claims(3)
    assert [one.claim for one in stored] == claims
    assert all(one.claim.quote in one.sentence and len(one.sentence) <= 2001 for one in stored)
    assert [problem.check for problem in store.check()] == ["search"]  # the run is not finished
