from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.errors import UsageError
from factcheck.model import ClaimType, LabelField, Order, SectionKind
from factcheck.store import Elsewhere, Store
from factcheck.store.labels import new_event
from tests.store.making import BETTER, MADE_BY, Made, article_of, claim_at, harbour, killed


def say(store: Store, who: str, field: LabelField, value: str) -> None:
    store.label([new_event(3, who, field, value, batch=f"{who}{field}", origin="review")])


def other(number: int, low: float = 12, segment: SectionKind = SectionKind.BODY) -> Made:
    article = replace(
        article_of(f"At {number}: at least 12 died.", name=f"{number}.txt"), publisher=f"Paper {number}"
    )
    return article, [claim_at(article, "at least 12", killed(low), segment=segment)]


def test_a_claim_says_what_is_known_of_it(store: Store) -> None:
    why = store.why(3, "ana")
    assert (why.type, why.order, why.annotator) == (ClaimType.CASUALTY, Order.HELPFUL, "ana")
    assert (why.disagreement, why.flags, why.findings) == ((), (), ())
    assert why.elsewhere == Elsewhere(0, ())
    assert (why.rank, why.ranks, why.published) == (0, 4, date(2031, 5, 14))
    assert store.why(2, None, Order.NEWEST, (ClaimType.DATE,)).rank == 0
    assert store.why(2, None).elsewhere is None


def test_those_who_differ_are_named_with_their_words(store: Store) -> None:
    say(store, "ana", LabelField.EXTRACTION, "correct")
    say(store, "bo", LabelField.EXTRACTION, "wrong_value")
    say(store, "ana", LabelField.VERDICT, "supported")
    assert store.why(3, "ana").disagreement == (
        ("ana", LabelField.EXTRACTION, "correct"),
        ("bo", LabelField.EXTRACTION, "wrong_value"),
    )
    store.undo("bo")
    assert store.why(3, "ana").disagreement == ()


def test_other_articles_with_the_number_are_counted_and_some_are_named(store: Store) -> None:
    made = [other(1), other(2), other(3), other(4), other(5, low=13), other(6, segment=SectionKind.TEASER)]
    store.add(store.start_run({}, MADE_BY), made)
    found = store.why(3, None).elsewhere
    assert found is not None
    assert found.articles == 4
    assert found.names == ("Paper 4", "Paper 3", "Paper 2")


def test_what_a_later_extraction_sees_otherwise_is_a_reason(store: Store) -> None:
    say(store, "ana", LabelField.EXTRACTION, "correct")
    article, claims = harbour()
    store.add(store.start_run({}, BETTER), [(article, [one for one in claims if one.quote != "at least 12"])])
    assert store.why(3, None).findings == ("not found again",)


def test_no_claim_has_no_reason(store: Store) -> None:
    with pytest.raises(UsageError, match="no claim number 99"):
        store.why(99, None)
