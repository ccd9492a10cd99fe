"""What is found in the fixtures is what their gold says: nothing missed, nothing else, values and voices right."""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck import ingest
from factcheck.extract.registry import extract_claims
from factcheck.model import FOREIGN_SECTIONS, Article, Claim, ClaimType, Field
from factcheck.values import to_json

FIXTURES = Path(__file__).parents[2] / "fixtures"
GOLD: dict[str, list[dict[str, Any]]] = defaultdict(list)
for _line in (FIXTURES / "gold.jsonl").read_text("utf-8").splitlines():
    GOLD[json.loads(_line)["source_id"]].append(json.loads(_line))


@cache
def _articles() -> dict[str, Article]:
    articles = {}
    for source in ingest.expand([str(FIXTURES / "articles")]):
        assert isinstance(source, ingest.Source)
        for record in ingest.records(source):
            assert isinstance(record, ingest.Record)
            article = ingest.article(record)
            assert isinstance(article, Article)
            articles[article.source_id] = article
    return articles


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text with runs of white space made one space, and where each of its characters stood."""
    kept = [i for i, mark in enumerate(text) if not mark.isspace() or (i and not text[i - 1].isspace())]
    return "".join(" " if text[i].isspace() else text[i] for i in kept), kept


def _span(article: Article, gold: dict[str, Any]) -> tuple[int, int]:
    field: Field = gold["field"]
    text, places = _squeezed(article.string(field))
    start = text.index(" ".join(gold["within"].split())) - 1
    quote = " ".join(gold["quote"].split())
    for _ in range(gold.get("occurrence", 1)):
        start = text.index(quote, start + 1)
    return places[start], places[start + len(quote) - 1] + 1


def _value(claim: Claim) -> dict[str, Any]:
    value = to_json(claim.value)
    match claim.type:
        case ClaimType.MEMBERSHIP:
            names = [member["name"] for member in value["members"]]
            return {"group": value["group"], "stated_count": value["stated_count"], "members": names}
        case ClaimType.DATE:
            return {"timex": value["timex"]}
        case _:
            return {key: value[key] for key in ("metric", "effect", "low", "high", "comparator") if key in value}


def _overlapping(claims: list[Claim], gold: dict[str, Any], span: tuple[int, int]) -> list[Claim]:
    return [
        claim
        for claim in claims
        if (claim.type, claim.field) == (gold["type"], gold["field"])
        and claim.start < span[1]
        and span[0] < claim.end
    ]


def _told_apart(claims: list[Claim], gold: dict[str, Any], span: tuple[int, int]) -> list[Claim]:
    """The claims at the place; where several overlap it, those with the gold's value."""
    there = _overlapping(claims, gold, span)
    return [claim for claim in there if _value(claim) == gold["value"]] or there


@pytest.mark.parametrize("source_id", sorted(GOLD))
def test_every_gold_claim_is_found_with_its_value_and_its_voice(source_id: str) -> None:
    article = _articles()[source_id]
    claims = list(extract_claims(article))
    wrong = []
    for gold in GOLD[source_id]:
        found = _told_apart(claims, gold, _span(article, gold))
        if gold.get("optional") or (gold["segment"] in FOREIGN_SECTIONS and not found):
            continue
        claim = found[0] if found else None
        voices = FOREIGN_SECTIONS if gold["segment"] in FOREIGN_SECTIONS else {gold["segment"]}
        if claim is None or _value(claim) != gold["value"] or claim.segment not in voices:
            seen = claim and (claim.quote, _value(claim), str(claim.segment))
            wrong.append((gold["type"], gold["quote"], gold["value"], gold["segment"], "found:", seen))
    assert wrong == []


@pytest.mark.parametrize("source_id", sorted(GOLD))
def test_nothing_else_is_found_in_the_articles_own_words(source_id: str) -> None:
    article = _articles()[source_id]
    own = [claim for claim in extract_claims(article) if claim.segment not in FOREIGN_SECTIONS]
    told = {id(claim) for gold in GOLD[source_id] for claim in _overlapping(own, gold, _span(article, gold))}
    title = article.title or ""
    repeated = [claim for claim in own if claim.field == "text" and title and article.text[: len(title)] == title]
    echoes = {id(claim) for claim in repeated if claim.end <= len(title)}
    spurious = [
        (claim.type, claim.quote, _value(claim))
        for claim in own
        if claim.type is not ClaimType.DATE and id(claim) not in told | echoes
    ]
    assert spurious == []
