"""``factcheck parse quantities``: texts and JSON Lines in, numbers with bounds, kinds and units out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.grammar.quantity.model import KINDS
from tests.cli.command import factcheck

TEXT = "\nIn 2019 nearly 1.2 million tickets were sold.\nThe first cost $15, 4% more than 3 years before.\n"


def _found(out: str) -> list[dict[str, Any]]:
    return [one for line in out.splitlines() for one in json.loads(line)["quantities"]]


def test_a_text_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "fair.txt"
    path.write_text(TEXT)
    done = factcheck("parse", "quantities", path)
    (record,) = map(json.loads, done.out.splitlines())
    quote = "nearly 1.2 million"
    assert (done.code, record["id"]) == (0, str(path))
    assert record["quantities"][0] == {
        "start": TEXT.index(quote),
        "end": TEXT.index(quote) + len(quote),
        "quote": quote,
        "low": 1_200_000,
        "high": 1_200_000,
        "comparator": "~",
        "kind": "count",
        "unit": None,
        "rounded": [1_150_000, 1_200_000],
    }
    assert [(one["quote"], one["kind"], one["unit"]) for one in record["quantities"][1:]] == [
        ("15", "money", "dollar"),
        ("4", "percent", "percent"),
        ("more than 3", "duration", "year"),
    ]


@pytest.mark.parametrize(
    ("kinds", "quotes"),
    [
        (["money"], ["15"]),
        (["money", "count"], ["nearly 1.2 million", "15"]),
        (["year", "ordinal"], ["2019", "first"]),
        (["age"], []),
    ],
)
def test_only_the_kinds_asked_for_are_printed(kinds: list[str], quotes: list[str]) -> None:
    options = [part for kind in kinds for part in ("--kind", kind)]
    done = factcheck("parse", "quantities", "-", *options, stdin=TEXT.encode())
    assert done.code == 0
    assert [one["quote"] for one in _found(done.out)] == quotes


def test_digits_are_read_as_the_locale_sets_them() -> None:
    lines = b'{"id": 1, "text": "They counted 1.200 boats."}\n'
    assert [one["low"] for one in _found(factcheck("parse", "quantities", "-", stdin=lines).out)] == [1.2]
    done = factcheck("parse", "quantities", "-", "--locale", "de", stdin=lines)
    assert [(one["quote"], one["low"]) for one in _found(done.out)] == [("1.200", 1200)]


@pytest.mark.parametrize(("option", "value"), [("--kind", "weight"), ("--locale", "xx")])
def test_what_is_not_known_is_a_usage_error_that_says_what_is(option: str, value: str) -> None:
    done = factcheck("parse", "quantities", "-", option, value, stdin=b"12 boats")
    assert (done.code, done.out) == (2, "")
    assert value in done.err
    assert ("measure" if option == "--kind" else "'de'") in done.err


def test_the_help_names_every_kind() -> None:
    help_text = factcheck("parse", "quantities", "--help").out
    assert [kind for kind in KINDS if kind not in help_text] == []


def test_a_broken_line_is_named_and_the_others_are_read() -> None:
    lines = b'{"id": 1, "text": "12 boats"}\n{"id": 2, "text"\n{"id": 3, "text": "13 boats"}\n'
    done = factcheck("parse", "quantities", "-", stdin=lines)
    assert done.code == 1
    assert "rejected <stdin>:2: not JSON" in done.err
    assert [one["low"] for one in _found(done.out)] == [12, 13]


def test_what_is_said_to_be_exact_is_not_rounded() -> None:
    done = factcheck(
        "parse", "quantities", "-", stdin=b"Exactly 2 million came, precisely $3 million was paid, 4 million not."
    )
    assert [(one["low"], one.get("rounded")) for one in _found(done.out)] == [
        (2_000_000, None),
        (3_000_000, None),
        (4_000_000, [3_500_000, 4_500_000]),
    ]


@pytest.mark.parametrize("digits", ["1,200,000", "1 200 000", "1'200'000", "1 , 200 , 000", "1, 000"])
def test_separators_are_no_rounding(digits: str) -> None:
    done = factcheck("parse", "quantities", "-", stdin=f"They counted {digits} boats.".encode())
    assert [(one["quote"], one.get("rounded")) for one in _found(done.out)] == [(digits, None)]
