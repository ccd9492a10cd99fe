"""The demo articles, the bad input and the gold claims are what fixtures/README.md says they are."""

import csv
import gzip
import html
import io
import json
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import ClaimType, SectionKind

FIXTURES = Path(__file__).parents[1] / "fixtures"
ARTICLES = FIXTURES / "articles"
GOLD = [json.loads(line) for line in (FIXTURES / "gold.jsonl").read_text("utf-8").splitlines()]

METRICS = frozenset(
    {"views", "viewers", "visitors", "likes", "dislikes", "shares", "comments", "followers", "subscribers", "streams"}
    | {"downloads", "signatures", "copies", "attendance"}
)
EFFECTS = frozenset({"killed", "injured", "killed_or_injured", "missing", "displaced", "captured"})


def _decoded(data: bytes) -> str:
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _page_strings(page: str) -> tuple[str, str]:
    body = re.sub(r"<[^<>]*>", "", page[page.index("<article>") :])
    title = re.search(r"<h1>([^<]*)</h1>", page)
    return " ".join(html.unescape(body).split()), html.unescape(title[1]) if title else ""


def _records(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    text = _decoded(gzip.decompress(data) if path.suffix == ".gz" else data)
    if path.suffix == ".csv":
        return list(csv.DictReader(io.StringIO(text, newline="")))
    return [json.loads(line) for line in text.split("\n") if line]


@cache
def _strings() -> dict[str, tuple[str, str]]:
    """Text and title of every source in fixtures/articles, by source id."""
    strings: dict[str, tuple[str, str]] = {}
    for path in sorted(ARTICLES.iterdir()):
        if path.suffix == ".txt":
            strings[path.name] = (_decoded(path.read_bytes()).replace("\r\n", "\n"), "")
        elif path.suffix == ".html":
            strings[path.name] = _page_strings(_decoded(path.read_bytes()))
        else:
            strings |= {record["id"]: (record["text"], record["title"]) for record in _records(path)}
    return strings


def _anchor(gold: dict[str, Any]) -> int:
    """Where the gold claim's quote starts in its string; raises ValueError where it is not there."""
    text = _strings()[gold["source_id"]][0 if gold["field"] == "text" else 1]
    start = text.index(gold["within"]) - 1
    for _ in range(gold["occurrence"]):
        start = text.index(gold["quote"], start + 1)
    return start


def _label(gold: dict[str, Any]) -> str:
    return f"{gold['source_id']}-{gold['type']}-{gold['quote'][:20]}"


def test_the_script_makes_exactly_the_committed_bytes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, FIXTURES / "make.py", tmp_path], check=True)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    kept = {name: (FIXTURES / name).read_bytes() for name in made if (FIXTURES / name).is_file()}
    assert made == kept
    assert {path.name for path in (FIXTURES / "hostile").iterdir()} == {
        name.name for name in made if name.parts[0] == "hostile"
    }


def test_there_are_articles_enough_for_a_demonstration() -> None:
    assert len(_strings()) >= 14
    assert all(text.strip() for text, _ in _strings().values())


def test_every_kind_of_claim_and_every_article_has_gold() -> None:
    kinds = Counter(gold["type"] for gold in GOLD)
    assert set(kinds) == set(ClaimType)
    assert min(kinds.values()) >= 20
    assert {gold["source_id"] for gold in GOLD} == set(_strings())


@pytest.mark.parametrize("gold", GOLD, ids=_label)
def test_a_gold_quote_stands_where_its_anchor_says(gold: dict[str, Any]) -> None:
    text = _strings()[gold["source_id"]][0 if gold["field"] == "text" else 1]
    start = _anchor(gold)
    assert text.count(gold["within"]) == 1
    assert start + len(gold["quote"]) <= text.index(gold["within"]) + len(gold["within"])


@pytest.mark.parametrize("gold", GOLD, ids=_label)
def test_a_gold_value_keeps_the_contract(gold: dict[str, Any]) -> None:
    value = gold["value"]
    assert gold["segment"] in set(SectionKind)
    match gold["type"]:
        case ClaimType.VIEW_COUNT:
            assert value["metric"] in METRICS
        case ClaimType.CASUALTY:
            assert value["effect"] in EFFECTS
        case ClaimType.MEMBERSHIP:
            places = [gold["quote"].index(name) for name in value["members"]]
            assert places == sorted(places)
            assert value["members"] or value["stated_count"]
        case ClaimType.DATE:
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\w\w)?)?|-(SP|SU|FA|WI))?", value["timex"])
    if "comparator" in value:
        _assert_bounds_fit(value["low"], value["high"], value["comparator"])


def _assert_bounds_fit(low: float | None, high: float | None, comparator: str) -> None:
    if comparator in {">", ">="}:
        assert low is not None
        assert high is None
    elif comparator in {"<", "<="}:
        assert low is None
        assert high is not None
    elif comparator == "range":
        assert low is not None
        assert high is not None
        assert low < high
    else:
        assert low == high
        assert low is not None


def test_no_claim_is_in_the_gold_twice() -> None:
    places = Counter((gold["source_id"], gold["field"], gold["type"], _anchor(gold)) for gold in GOLD)
    assert [place for place, times in places.items() if times > 1] == []


def test_a_copied_wire_story_shares_its_paragraphs_with_the_original() -> None:
    original, verbatim, trimmed = (
        set(_strings()[name][0].split("\n\n")[1:])
        for name in ("wire-quake.txt", "wire-copy-verbatim.txt", "wire-copy-trimmed.txt")
    )
    assert original == verbatim
    assert 2 <= len(original & trimmed) < len(original)


def test_the_readme_names_every_fixture() -> None:
    readme = (FIXTURES / "README.md").read_text("utf-8")
    names = [path.name for folder in ("articles", "hostile") for path in (FIXTURES / folder).iterdir()]
    assert [name for name in names if f"`{name}`" not in readme] == []
