"""Tolls out of the real commands: exported as both formats, shown beside a claim, told in plain lines."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.command import factcheck

ARTICLES = {
    "corrected": "The fire killed 18 people on Monday. Officials later corrected the number of dead to 15.",
    "nobody": "A bomb went off outside the town hall in Corran on Friday. Nobody was hurt.",
    "none": "The council met on Friday and passed its budget of two million euros.",
    "parts": "The blast killed 14 people, including three children, and injured at least 30 others.",
    "persons": "The mayor and his wife were killed.",
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tolls")
    records = [{"id": name, "text": text, "title": "=1+1"} for name, text in ARTICLES.items()]
    (folder / "all.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    done = factcheck("extract", folder / "all.jsonl", "--db", folder / "claims.db")
    assert done.code == 0, done.err
    return folder / "claims.db"


def rows(db: Path) -> dict[str, dict[str, str]]:
    done = factcheck("export", "--table", "tolls", "--db", db)
    assert done.code == 0, done.err
    return {row["source_id"]: row for row in csv.DictReader(io.StringIO(done.out))}


def records(db: Path) -> list[dict[str, object]]:
    done = factcheck("export", "--table", "tolls", "--format", "jsonl", "--db", db)
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def claims(db: Path) -> dict[tuple[str, str], str]:
    """The key of each claim by its article and quote."""
    done = factcheck("export", "--all", "--format", "jsonl", "--db", db)
    found = map(json.loads, done.out.splitlines())
    return {(one["source_id"], one["quote"]): one["claim_key"] for one in found}


def test_every_article_has_a_row_in_the_order_in_which_they_came(db: Path) -> None:
    assert list(rows(db)) == list(ARTICLES)
    assert [one["source_id"] for one in records(db)] == list(ARTICLES)


def test_a_row_has_the_bounds_and_leaves_empty_what_is_not_said(db: Path) -> None:
    found = rows(db)
    bounds = ("killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high")
    assert [found["corrected"][one] for one in bounds] == ["15", "15", "15", "", "", ""]
    assert [found["nobody"][one] for one in bounds] == ["", "", "", "0", "0", "0"]
    assert [found["none"][one] for one in bounds] == [""] * 6
    assert [found["parts"][one] for one in bounds] == ["14", "14", "14", "30", "30", ""]


def test_an_article_without_a_toll_is_a_line_of_its_name(db: Path) -> None:
    assert [one for one in records(db) if one["source_id"] == "none"] == [{"source_id": "none"}]


def test_a_record_names_claims_and_quotes_words(db: Path) -> None:
    by_name = {one["source_id"]: one for one in records(db)}
    keys = claims(db)
    killed = by_name["parts"]["killed"]
    assert isinstance(killed, dict)
    assert killed["claims"] == [keys["parts", "14"], keys["parts", "three"]]
    assert [span["quote"] for span in killed["spans"]] == ["14", "three"]
    persons = by_name["persons"]["killed"]
    assert isinstance(persons, dict)
    assert (persons["best"], persons["claims"]) == (2, [])
    assert [span["quote"] for span in persons["spans"]] == ["The mayor", "his wife"]


def test_a_spreadsheet_is_guarded_against_formulas(db: Path) -> None:
    done = factcheck("export", "--table", "tolls", "--excel", "--db", db)
    assert done.code == 0, done.err
    assert "'=1+1" in done.out


def test_show_tells_the_toll_of_a_casualty_claims_article(db: Path) -> None:
    key = claims(db)["parts", "14"]
    told = factcheck("show", key, "--db", db)
    assert told.code == 0, told.err
    (line,) = [line for line in told.out.splitlines() if line.startswith("toll ")]
    assert line.split(maxsplit=1)[1] == "14 killed · at least 30 injured"
    record = json.loads(factcheck("show", key, "--json", "--db", db).out)
    assert (record["tolls"]["killed"]["best"], record["tolls"]["injured"]["high"]) == (14, None)


def test_the_line_mode_tells_it_too(db: Path) -> None:
    done = factcheck("label", "--db", db, "type:casualty source:parts", stdin=b"quit\n")
    assert "Toll of the article: 14 killed, at least 30 injured" in done.out, done.err
