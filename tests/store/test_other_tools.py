"""The database in the hands of other tools: Python's own SQLite, and Datasette with the shipped datasette.yaml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import LabelField
from factcheck.store import RunCounts, Store
from factcheck.store.labels import new_event
from tests.store.making import MADE_BY, missed
from tests.store.saying import say

app = pytest.importorskip("datasette.app")
yaml = pytest.importorskip("yaml")

PLAIN_SQLITE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT annotator, note FROM current_labels").fetchall())
print(connection.execute("SELECT id, low FROM claims WHERE effect = 'killed' AND low > 10").fetchall())
print(connection.execute("SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'bruun'").fetchall())
for sql in ("UPDATE claims SET start = start + 1", "DELETE FROM label_events"):
    try:
        connection.execute(sql)
    except sqlite3.IntegrityError as error:
        print(error)
with connection:
    connection.execute(
        "INSERT INTO label_events (claim_id, annotator, field, value, at, origin, batch, op_id) "
        "VALUES (3, 'script', 'verdict', 'refuted', '2031-05-15T00:00:00+00:00', 'import', 'b', 'o')"
    )
"""


def test_plain_sqlite_reads_all_and_writes_within_the_guards(store: Store, path: Path) -> None:
    store.label([new_event(1, "ana", LabelField.NOTE, "hm", batch="b", origin="review")])
    store.close()
    finished = subprocess.run([sys.executable, "-c", PLAIN_SQLITE, path], capture_output=True, text=True, check=True)
    assert finished.stdout.splitlines() == [
        "[('ana', 'hm')]",
        "[(3, 12.0)]",
        "[(4,)]",
        "the quote of a claim is not the text at its offsets",
        "label events are only ever appended",
    ]
    with Store.open(path) as again:
        assert [labels.verdict for labels in again.claim(3).labels] == ["refuted"]
        assert list(again.check()) == []
        assert again.precedents(1) == []
        again.finish_run(again.start_run({}, MADE_BY), RunCounts(0, 0, 0, 0, 0, 0))
        say(again, 3, LabelField.EXTRACTION, "correct")
        assert [one.claim_id for one in again.precedents(1)] == [3]


CONFIG = Path(__file__).parents[2] / "datasette.yaml"


@pytest.fixture
def datasette(store: Store, path: Path) -> Any:
    """A Datasette that serves the database with two annotators' labels, while the desk has it open."""
    for annotator, choice in (("ana", "correct"), ("bo", "duplicate")):
        store.label([new_event(3, annotator, LabelField.EXTRACTION, choice, batch=annotator, origin="review")])
    store.label([new_event(3, "bo", LabelField.DUPLICATE_OF, store.claim(1).key, batch="c", origin="review")])
    store.add_claim(missed("Pact"), 1, "cy")
    return app.Datasette([str(path)], metadata=yaml.safe_load(CONFIG.read_text(encoding="utf-8")))


async def page(datasette: Any, url: str) -> Any:
    answer = await datasette.client.get(url)
    assert answer.status_code == 200, answer.text
    return answer.json() if ".json" in url else answer.text


async def test_claims_have_facets_and_link_to_their_article(datasette: Any) -> None:
    found = await page(datasette, "/claims/claims.json?_labels=on&_shape=objects&_sort=id")
    facets = {
        name: {one["value"]: one["count"] for one in facet["results"]}
        for name, facet in found["facet_results"].items()
    }
    assert facets["type"] == {"casualty": 4, "date": 1, "membership": 1, "view_count": 1}
    assert facets["segment"] == {"body": 5, "headline": 1, "teaser": 1}
    assert facets["effect"]["killed"] == 3
    assert found["rows"][0]["article_id"] == {"value": 1, "label": "Crane falls at Velm harbour, killing 2"}
    assert (found["rows"][2]["low"], found["rows"][2]["attributed_to"]) == (12.0, "the port")
    assert "Velm harbour" in await page(datasette, "/claims/claims")


async def test_claims_are_found_by_their_words(datasette: Any) -> None:
    found = await page(datasette, "/claims/claims.json?_search=bruun&_shape=array")
    assert [row["id"] for row in found] == [4]


async def test_current_labels_are_a_row_for_each_annotator(datasette: Any) -> None:
    found = await page(datasette, "/claims/current_labels.json?_shape=objects")
    assert [(row["annotator"], row["extraction"]) for row in found["rows"]] == [
        ("ana", "correct"),
        ("bo", "duplicate"),
        ("cy", "correct"),
    ]
    assert {one["value"] for one in found["facet_results"]["extraction"]["results"]} == {"correct", "duplicate"}
    assert "duplicate" in await page(datasette, "/claims/current_labels")


@pytest.mark.parametrize("table", ["articles", "sections", "members", "label_events", "runs", "rejects", "findings"])
async def test_every_table_has_a_page(datasette: Any, table: str) -> None:
    assert table in await page(datasette, f"/claims/{table}")


@pytest.mark.parametrize(
    ("query", "rows"),
    [("labelled_claims", 3), ("disagreements", 1), ("corrections", 1), ("added_claims", 1), ("said_by", 1)],
)
async def test_the_ready_queries_answer(datasette: Any, query: str, rows: int) -> None:
    assert len(await page(datasette, f"/claims/{query}.json?_shape=array")) == rows


async def test_only_the_tables_of_people_are_on_the_front_page(datasette: Any) -> None:
    found = await page(datasette, "/claims.json")
    shown = {table["name"] for table in found["tables"] if not table["hidden"]}
    assert shown == {
        "articles",
        "sections",
        "claims",
        "members",
        "label_events",
        "runs",
        "rejects",
        "findings",
        "places",
        "saved_searches",
    }
    assert {view["name"] for view in found["views"]} == {"current_labels", "standing_events", "withdrawn_claims"}
