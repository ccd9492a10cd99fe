from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Casualty, ClaimFilter, DateValue, Membership, Value, ViewCount
from factcheck.review.corrections.alike import MOST, alike
from factcheck.store import Store
from tests.tui.desk import article, choir, claim, ferry, make_db, tolls


@pytest.fixture
def store(tmp_path: Path) -> Store:
    wire = article("wire.txt", "Up to 30 people were injured. A dozen or more died on November 24.")
    made = [
        claim(wire, "Up to 30", Casualty("injured", None, 30, "<=")),
        claim(wire, "A dozen or more", Casualty("killed", 12, None, ">=")),
    ]
    return Store.open(make_db(tmp_path / "c.db", [ferry(), choir(), (wire, made), *tolls(8)]))


def id_of(store: Store, quote: str) -> int:
    rows = store.rows(store.claim_ids(ClaimFilter(foreign=True)), None)
    return next(row.id for row in rows if row.quote == quote)


def value_of(store: Store, quote: str) -> Value:
    return store.claim(id_of(store, quote)).claim.value


def test_claims_of_the_same_effect_and_number_are_alike_and_the_claim_itself_is_not(store: Store) -> None:
    with store:
        found = alike(store, id_of(store, "At least 12"), value_of(store, "At least 12"), "", "anna")
        assert [row.quote for row in found][:1] == ["A dozen or more"]
        assert "At least 12" not in [row.quote for row in found]


def test_words_narrow_and_reach_into_sentences(store: Store) -> None:
    with store:
        found = alike(store, id_of(store, "30"), value_of(store, "30"), "dozen", "anna")
        assert {row.quote for row in found} == {"A dozen or more"}
        assert len(alike(store, 1, value_of(store, "30"), "hurt", "anna")) == MOST


@pytest.mark.parametrize(
    "value",
    [
        ViewCount("views", 4000, 4000, "=", 'odd " name'),
        Casualty("killed", None, None, "~", "AND OR ("),
        Membership("the club", "founders", None),
        Membership('"', "founders", None),
        DateValue("XXXX", "DATE", None, None, None),
    ],
)
def test_any_value_can_be_looked_for(store: Store, value: Value) -> None:
    with store:
        assert isinstance(alike(store, 1, value, "", "anna"), list)
        assert isinstance(alike(store, 1, value, '") OR *', "anna"), list)
