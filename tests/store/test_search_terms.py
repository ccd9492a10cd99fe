"""Each field of the search line against claims that are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from factcheck import filters
from factcheck.errors import UsageError
from factcheck.model import ClaimFilter, LabelField, Term
from factcheck.store import RunCounts, Store
from factcheck.store.labels import new_event
from tests.store.making import MADE_BY, article_of, claim_at, killed

TODAY = date(2031, 5, 14)


def found(store: Store, line: str, annotator: str | None = None) -> list[int]:
    wanted = filters.parse(line, annotator=annotator, today=TODAY)
    ids = list(store.claim_ids(wanted))
    assert store.count(wanted) == len(ids)
    return ids


def say(store: Store, who: str, claim_id: int, **said: str | None) -> None:
    store.label(
        [
            new_event(claim_id, who, LabelField(field), value, batch=f"{who}{claim_id}{field}", origin="review")
            for field, value in said.items()
        ]
    )


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("type:casualty", [1, 3]),
        ("type:date,membership", [2, 4]),
        ("-type:casualty", [2, 4, 5]),
        ("section:headline", [1]),
        ("section:teaser", [6]),
        ("section:*", [1, 2, 3, 4, 5, 6]),
        ("section:* -section:body", [1, 6]),
        ("-section:headline", [2, 3, 4, 5]),
        ("value:12", [3]),
        ("value:13", [3]),
        ("value=12", []),
        ("value=2", [1]),
        ("value>=12", [3, 5]),
        ("value>12", [5]),
        ("value<3", [1]),
        ("value<=2", [1]),
        ("value:*", [1, 3, 5]),
        ("value:none", [2, 4]),
        ("-value:2", [2, 3, 4, 5]),
        ("value:2,3.4k", [1, 5, 3]),
        ("effect:killed", [1, 3]),
        ("effect:none type:casualty", []),
        ("metric:views", [5]),
        ("comparator:>=", [3]),
        ("-comparator:>= type:casualty", [1]),
        ("group:pact", [4]),
        ('group="the velm pact"', [4]),
        ("group=pact", []),
        ("member:arda", [4]),
        ("member=ard", []),
        ("relation:members", [4]),
        ("speaker:port", [3]),
        ("speaker:none", [1, 2, 4, 5]),
        ("speaker:*", [3]),
        ("flag:*", []),
        ("flag:none", [1, 2, 3, 4, 5]),
        ("date:2031-05", [2]),
        ("date=2031", [2]),
        ("date>2031-05-13", []),
        ("date>=2031-05-13", [2]),
        ("date<2031-05-13", []),
        ("date:none type:date", []),
        ("publisher:velm", [1, 2, 3, 4, 5]),
        ("publisher=velm", []),
        ("publisher:none", []),
        ("source:port/", [1, 2, 3, 4, 5]),
        ("article:1 type:date", [2]),
        ("article:2", []),
        ("published:2031-05-14 type:date", [2]),
        ("published<2031-05-14", []),
        ("since:2031-05-15", []),
        ("until:2031 type:date", [2]),
        ("text:killed", [3]),
        ('"at least"', [3]),
        ('"least at"', []),
        ("-killed", [1, 2, 4, 5]),
        ("added:*", []),
        ("disagree:yes", []),
    ],
)
def test_a_term_lets_through_what_it_asks_for(store: Store, line: str, ids: list[int]) -> None:
    assert found(store, line) == sorted(ids)


@pytest.fixture
def judged(store: Store) -> Store:
    say(store, "ana", 1, extraction="correct", verdict="supported", confidence="low")
    say(store, "bo", 1, extraction="correct", verdict="refuted")
    say(store, "ana", 2, extraction="wrong_value", corrected_value="{}", note="Look at the QUAY")
    say(store, "ana", 3, verdict="supported")
    say(store, "ana", 3, verdict=None)
    say(store, "bo", 4, check_worthiness="unimportant")
    say(store, "bo", 5, extraction="duplicate")
    return store


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("label:none", [3, 4, 5]),
        ("label:any", [1, 2]),
        ("label:none by:*", [3]),
        ("label:none by:bo", [2, 3]),
        ("label:correct,wrong_value", [1, 2]),
        ("label:low", [1]),
        ("-label:correct", [2, 3, 4, 5]),
        ("extraction:correct", [1]),
        ("extraction:none", [3, 4, 5]),
        ("extraction:*", [1, 2]),
        ("extraction:none,correct", [1, 3, 4, 5]),
        ("verdict:refuted", []),
        ("verdict:refuted by:bo", [1]),
        ("verdict:refuted by:*", [1]),
        ("verdict:refuted -by:me", [1]),
        ("worth:unimportant by:*", [4]),
        ("confidence:low", [1]),
        ("note:quay", [2]),
        ('note:"the quay"', [2]),
        ("note:harbour", []),
        ("note:*", [2]),
        ("corrected:value", [2]),
        ("corrected:span", []),
        ("corrected:none", [1, 3, 4, 5]),
        ("duplicate:yes by:*", [5]),
        ("disagree:yes", [1]),
        ("-disagree:yes", [2, 3, 4, 5]),
        ("state:done", [1, 2]),
        ("state:todo", [3, 4, 5]),
        ("state:done by:bo,ana", [1, 2, 4, 5]),
        ("by:bo", [1, 4, 5]),
        ("-by:bo", [2, 3]),
        ("by:me type:date", [2]),
        ("labelled>=2020", [1, 2]),
        ("labelled<2020", []),
        ("labelled:none", [3, 4, 5]),
    ],
)
def test_a_term_asks_what_those_said_whose_word_counts(judged: Store, line: str, ids: list[int]) -> None:
    assert found(judged, line, "ana") == ids


def test_without_an_annotator_anybodys_word_counts(judged: Store) -> None:
    assert found(judged, "verdict:refuted") == [1]
    assert found(judged, "label:none") == [3]


def test_what_was_taken_back_was_not_said(judged: Store) -> None:
    judged.undo("bo")
    assert found(judged, "duplicate:yes by:*") == []


def test_a_snoozed_claim_stays_out_until_its_time_or_until_it_is_asked_for(store: Store) -> None:
    now = datetime.now(UTC)
    say(store, "ana", 1, snoozed_until=(now + timedelta(hours=1)).isoformat())
    say(store, "ana", 2, snoozed_until=(now - timedelta(hours=1)).isoformat())
    assert found(store, "", "ana") == [2, 3, 4, 5]
    assert found(store, "", "bo") == [1, 2, 3, 4, 5]
    assert found(store, "state:todo", "ana") == [2, 3, 4, 5]
    assert found(store, "label:none", "ana") == [2, 3, 4, 5]
    assert found(store, "state:snoozed", "ana") == [1]
    say(store, "ana", 1, extraction="correct")
    assert found(store, "", "ana") == [1, 2, 3, 4, 5]
    assert found(store, "state:snoozed", "ana") == []


def test_words_of_a_bound_decide_at_the_bound_itself(store: Store) -> None:
    article = article_of("more than 12 died, fewer than 30 died, about 40 died", name="bounds.txt")
    claims = [
        claim_at(article, "more than 12", killed(12, None, ">")),
        claim_at(article, "fewer than 30", killed(None, 30, "<")),
        claim_at(article, "about 40", killed(40, 40, "~")),
    ]
    store.add(store.start_run({}, MADE_BY), [(article, claims)])
    for line, ids in (
        ("value:12", [8]),
        ("value>12", [7, 9]),
        ("value:30", [7]),
        ("value<30", [8]),
        ("value<=30", [8]),
        ("value:40", [7, 9]),
        ("value=40", []),
    ):
        assert found(store, f"article:3 {line}") == ids, line


def test_flags_are_found_by_name(store: Store) -> None:
    article = article_of("7 died, 8 died", name="flags.txt")
    claims = [
        replace(claim_at(article, "7", killed(7)), flags=("total_of_parts", "far")),
        replace(claim_at(article, "8", killed(8)), flags=("far%",)),
    ]
    store.add(store.start_run({}, MADE_BY), [(article, claims)])
    assert found(store, "flag:*") == [7, 8]
    assert found(store, "flag:total") == [7]
    assert found(store, "flag=far") == [7]
    assert found(store, "flag:far%") == [8]
    assert found(store, "-flag:far article:3") == []


def test_names_are_found_whatever_their_case_beyond_ascii_too(store: Store) -> None:
    article = article_of("Zoé Ölm: 12 died.", name="names.txt")
    store.add(
        store.start_run({}, MADE_BY),
        [(replace(article, publisher="ÖSTREL POST"), [claim_at(article, "12", killed(12))])],
    )
    for name in ("östrel", "ÖSTREL", "Östrel", "post", "L p"):
        assert found(store, f'publisher:"{name}"') == [7], name
    assert found(store, 'publisher:"%"') == []


def test_a_field_that_there_is_not_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="colour"):
        store.claim_ids(ClaimFilter(terms=(Term("colour", ":", ("red",)),)))
    with pytest.raises(UsageError, match="nobody is named"):
        store.count(ClaimFilter(terms=(Term("by", ":", ("me",)),)))


def test_search_reads_phrases_as_words_in_a_row(store: Store) -> None:
    article = article_of("dead at sea: 12 died. sea at dead", name="phrase.txt")
    run = store.start_run({}, MADE_BY)
    said = replace(claim_at(article, "12", killed(12)), sentence_start=0, sentence_end=len(article.text))
    store.add(run, [(article, [said])])
    store.finish_run(run, RunCounts(1, 1, 0, 0, 0, 1))
    assert found(store, '"at sea"') == [7]
    assert found(store, '"sea dead"') == []
    assert found(store, "sea dead") == [7]
