"""Articles in other languages than English have their dates read in their own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.extract.context import Context
from factcheck.extract.dates import extract
from factcheck.extract.registry import extract_claims
from factcheck.model import Article, ClaimType, DateValue, Published
from factcheck.pipeline.workers import Recipe
from tests.cli.command import factcheck

TEXT = "Am Montag brach der Damm. Am 3. Mai 2021 hatte er noch gehalten."


def _article() -> Article:
    return Article(
        "0" * 64, "a", "a.txt", TEXT, published=Published(date(2022, 11, 24), "2022-11-24", "option", inferred=False)
    )


def test_the_dates_of_an_article_are_read_in_its_language() -> None:
    found = [(TEXT[one.start : one.end], one.value) for one in extract(Context(_article(), "text", "de"))]
    assert [(words, value.timex) for words, value in found if isinstance(value, DateValue)] == [
        ("Montag", "2022-11-21"),
        ("3. Mai 2021", "2021-05-03"),
    ]


def test_claims_keep_the_contract_of_spans_in_every_language() -> None:
    claims = extract_claims(_article(), language="de")
    assert [claim.quote for claim in claims if claim.type is ClaimType.DATE] == ["Montag", "3. Mai 2021"]
    assert all(TEXT[claim.start : claim.end] == claim.quote for claim in claims)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UsageError, match="no dates are known in the language 'xx'"):
        extract_claims(_article(), language="xx")


def test_what_made_the_claims_names_the_language_unless_it_is_english() -> None:
    assert Recipe(("date@3",)).made_by == Recipe(("date@3",), language="en").made_by
    assert Recipe(("date@3",), language="de").made_by == Recipe(("date@3",)).made_by + " language=de"


def test_the_command_takes_the_language(tmp_path: Path) -> None:
    (tmp_path / "artikel.txt").write_text(TEXT, "utf-8")
    done = factcheck(
        "extract", "artikel.txt", "--db", "c.db", "--language", "de", "--published", "2022-11-24", cwd=tmp_path
    )
    assert done.code == 0, done.err
    with closing(sqlite3.connect(tmp_path / "c.db")) as db:
        assert [row[0] for row in db.execute("select quote from claims where type = 'date' order by start")] == [
            "Montag",
            "3. Mai 2021",
        ]


def test_the_command_refuses_a_language_that_is_not_known_and_makes_no_database(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    done = factcheck("extract", "a.txt", "--db", "c.db", "--language", "klingon", cwd=tmp_path)
    assert done.code == 2
    assert "no dates are known in the language 'klingon'; there are" in done.err
    assert not (tmp_path / "c.db").exists()
