from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.errors import UsageError
from factcheck.filters import FIELDS
from factcheck.model import LabelField
from factcheck.store import Store, vocabulary
from factcheck.store.labels import new_event
from tests.store.making import MADE_BY, article_of, claim_at, killed


def add(store: Store, number: int, publisher: str, flags: tuple[str, ...] = ()) -> None:
    article = replace(article_of(f"{number} died.", name=f"p{number}.txt"), publisher=publisher)
    claim = replace(claim_at(article, str(number), killed(number)), flags=flags)
    store.add(store.start_run({}, MADE_BY), [(article, [claim])])


def names(store: Store, field: str, prefix: str = "") -> list[str]:
    return [name for name, _ in store.vocabulary(field, prefix)]


def test_names_that_begin_so_come_first_then_those_with_a_word_that_does(store: Store) -> None:
    for number, publisher in enumerate(["Evening Wire", "wire of Ostrel", "The Post", "WIRE OF OSTREL"]):
        add(store, number, publisher)
    assert names(store, "publisher") == ["Evening Wire", "The Post", "Velm Courier", "wire of Ostrel"]
    assert names(store, "publisher", "WI") == ["wire of Ostrel", "Evening Wire"]
    assert names(store, "publisher", "x") == []
    assert store.vocabulary("publisher", "", limit=1) == [("Evening Wire", None)]


def test_names_of_claims_are_counted_the_commonest_first(store: Store) -> None:
    assert store.vocabulary("speaker", "") == [("the port", 1)]
    assert store.vocabulary("group", "the v") == [("The Velm Pact", 1)]
    assert store.vocabulary("member", "b") == [("Bruun", 1)]
    add(store, 1, "Post", ("far", "odd"))
    add(store, 2, "Post", ("odd",))
    assert store.vocabulary("flag", "") == [("odd", 2), ("far", 1)]
    assert store.vocabulary("flag", "f") == [("far", 1)]


def test_people_are_those_who_said_something(store: Store) -> None:
    store.label([new_event(1, "ana", LabelField.NOTE, "x", batch="b", origin="review")])
    assert names(store, "by") == ["ana"]
    assert names(store, "source", "port") == ["port/harbour.txt"]
    assert names(store, "added") == []


@pytest.mark.parametrize("prefix", ["%", "_", "\x00", "\ud800", "a'b", "\U0010ffff", "é"])
def test_odd_beginnings_are_only_text(store: Store, prefix: str) -> None:
    for field in FIELDS.values():
        if field.listed:
            assert store.vocabulary(field.name, prefix) == []


def test_a_field_without_names_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="no names"):
        store.vocabulary("type", "")


def test_time_bounds_the_search_for_names(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        add(store, number, f"Paper {number:02}")
    monkeypatch.setattr(vocabulary, "_SECONDS", -1)
    assert len(names(store, "publisher")) == 1
