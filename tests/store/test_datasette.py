"""The database in Datasette itself, as the shipped datasette.yaml shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.model import LabelField
from factcheck.store import Store
from factcheck.store.labels import new_event

app = pytest.importorskip("datasette.app")
yaml = pytest.importorskip("yaml")

CONFIG = Path(__file__).parents[2] / "datasette.yaml"


@pytest.fixture
def datasette(store: Store, path: Path) -> Any:
    """A Datasette that serves the database with two annotators' labels, while the desk has it open."""
    for annotator, choice in (("ana", "correct"), ("bo", "duplicate")):
        store.label([new_event(3, annotator, LabelField.EXTRACTION, choice, batch=annotator, origin="review")])
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
    assert facets["type"] == {"casualty": 3, "date": 1, "membership": 1, "view_count": 1}
    assert facets["segment"] == {"body": 4, "headline": 1, "teaser": 1}
    assert facets["effect"]["killed"] == 2
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
    ]
    assert {one["value"] for one in found["facet_results"]["extraction"]["results"]} == {"correct", "duplicate"}
    assert "duplicate" in await page(datasette, "/claims/current_labels")


@pytest.mark.parametrize("table", ["articles", "sections", "members", "label_events", "runs", "rejects", "findings"])
async def test_every_table_has_a_page(datasette: Any, table: str) -> None:
    assert table in await page(datasette, f"/claims/{table}")


@pytest.mark.parametrize(("query", "rows"), [("labelled_claims", 2), ("disagreements", 1), ("said_by", 1)])
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
    }
    assert {view["name"] for view in found["views"]} == {"current_labels", "standing_events"}
