"""The figures that extraction reaches on the development sets beside the project, each with its set's digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks import corpora, count_sets
from benchmarks.count_peers import Bounds
from benchmarks.count_sets import number_sets
from factcheck import ingest
from factcheck.extract.registry import extract_claims
from factcheck.grammar.quantity import quantity_record
from factcheck.grammar.timex.records import timex_record
from factcheck.model import Article, Reject
from factcheck.values import claim_to_json
from factcheck.verify.records import toll_record
from factcheck.verify.tolls import tolls_of

SHARED = Path(__file__).parents[2].parent / "shared"
EVAL = SHARED / "eval"


def scorer(name: str) -> ModuleType:
    """A scorer beside the development sets."""
    return corpora.scorer(EVAL / f"{name}.py")


def records_of(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def articles_of(path: Path) -> list[Article]:
    """Every article of a file, read as the command reads it; raises ValueError for one that is rejected."""
    articles = []
    for record in ingest.records(ingest.Source(path, path.name)):
        article = record if isinstance(record, Reject) else ingest.article(record)
        if isinstance(article, Reject):
            raise ValueError(f"{article.source}: {article.reason}")
        articles.append(article)
    return articles


def predictions(path: Path) -> Iterator[dict[str, Any]]:
    """The claims of a file's articles as the contract's records."""
    for article in articles_of(path):
        for claim in extract_claims(article):
            yield {"source_id": article.source_id} | claim_to_json(claim)


def _claims(name: str) -> Iterator[tuple[str, float]]:
    path = EVAL / "claims" / f"{name}.jsonl"
    table, _ = scorer("score_claims").score(records_of(path), list(predictions(path)))
    for kind, row in table.items():
        yield f"{name} {kind} value F1", row["value"]["f1"]
        if "comparator_accuracy" in row:
            yield f"{name} {kind} span F1", row["span"]["f1"]
            yield f"{name} {kind} comparator accuracy", row["comparator_accuracy"]
        if "members" in row:
            yield f"{name} {kind} members F1", row["members"]["f1"]


def _dates(name: str, mode: Any) -> Iterator[tuple[str, float]]:
    gold = {record["doc_id"]: record for record in records_of(EVAL / "dates" / f"{name}.jsonl")}
    found = {key: timex_record(record, mode=mode) for key, record in gold.items()}
    scores: Mapping[str, float] = scorer("score_timex").score(gold, found)
    yield f"{name} relaxed F1", scores["relaxed_f1"]
    yield f"{name} strict F1", scores["strict_f1"]
    yield f"{name} type F1", scores["type_f1"]
    yield f"{name} value F1", scores["value_f1"]


def _tolls(name: str) -> Iterator[tuple[str, float]]:
    """The shares of articles whose best estimate lies within the coded bounds."""
    path = SETS[name]
    rows = {str(row["id"]): row for row in records_of(path)}
    right: dict[str, list[bool]] = {"killed": [], "injured": [], "both": [], "killed where none": []}
    for article in articles_of(path):
        row = rows[article.source_id]
        found = toll_record(article, tolls_of(article), {})
        held = [
            row[f"{effect}_low"] <= scorer("score_tolls").best(found, effect) <= row[f"{effect}_high"]
            for effect in ("killed", "injured")
        ]
        right["killed"].append(held[0])
        right["injured"].append(held[1])
        right["both"].append(all(held))
        if not row["killed_low"]:
            right["killed where none"].append(held[0])
    for figure, answers in right.items():
        yield f"{name} {figure}", sum(answers) / len(answers)


def _numbers(name: str) -> Iterator[tuple[str, float]]:
    annotated = next(one for one in number_sets() if count_sets.SETS[one.name] == SETS[name].name)
    for part, held_out in (("", False), (" held out", True)):
        yield f"{name}{part} value F1", annotated.score(_numbers_in, held_out=held_out)


def _numbers_in(text: str) -> list[Bounds]:
    return [(one["low"], one["high"]) for one in quantity_record({"text": text})["quantities"]]


SETS = {
    "articles_dev": EVAL / "claims" / "articles_dev.jsonl",
    "view_counts_dev": EVAL / "claims" / "view_counts_dev.jsonl",
    "memberships_dev": EVAL / "claims" / "memberships_dev.jsonl",
    "rand_dev": EVAL / "tolls" / "rand_dev.jsonl",
    "gva_dev": EVAL / "tolls" / "gva_dev.jsonl",
    "msa": EVAL / "tolls" / "msa.jsonl",
    **{file.removesuffix(".jsonl"): EVAL / "numbers" / file for file in count_sets.SETS.values()},
    "timebank_aquaint_corrected": EVAL / "dates" / "timebank_aquaint_corrected.jsonl",
    "wikiwars_dev": EVAL / "dates" / "wikiwars_dev.jsonl",
}


def digest(name: str) -> str:
    """The first 16 hex digits of a set's SHA-256: a figure holds for the texts it was measured on."""
    return hashlib.sha256(SETS[name].read_bytes()).hexdigest()[:16]


def figures(name: str) -> dict[str, float]:
    """Every figure of one set, in 0 to 1, rounded to four places."""
    if name == "timebank_aquaint_corrected":
        found = _dates(name, "news")
    elif name == "wikiwars_dev":
        found = _dates(name, "narrative")
    elif SETS[name].parent.name == "tolls":
        found = _tolls(name)
    elif SETS[name].parent.name == "numbers":
        found = _numbers(name)
    else:
        found = _claims(name)
    return {key: round(value, 4) for key, value in found}
