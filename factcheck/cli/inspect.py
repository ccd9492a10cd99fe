"""``factcheck list``, ``show``, ``stats`` and ``doctor``: what is in the database, and whether it is sound."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import options, printing
from factcheck.model import (
    FOREIGN_SECTIONS,
    LABEL_CHOICES,
    SAID_FIELDS,
    Article,
    Attribution,
    ClaimType,
    LabelEvent,
    LabelField,
    Labels,
    ReviewState,
    SectionKind,
)
from factcheck.values import claim_to_json, in_words

if TYPE_CHECKING:
    from factcheck.store import Stats, StoredClaim

_KEY_LENGTH = 8
"""Digits of a claim's key that are shown: enough to be unique in a database of millions, and any prefix will do."""


@click.command("list")
@options.database
@options.claim_filter
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many.")
def list_(
    *,
    search: str,
    db: Path,
    types: tuple[str, ...],
    sections: tuple[str, ...],
    foreign: bool,
    state: str | None,
    text: str,
    annotator: str | None,
    limit: int,
) -> int:
    """List claims, a line each: all, or those that a search and the options let through.

    SEARCH is one line of terms and words, in quotes: 'type:casualty value>=10 -flag:* "at least" order:newest'.
    docs/search.md lists the fields.
    """
    from factcheck.store import Store

    chosen = options.chosen(
        search=search, types=types, sections=sections, foreign=foreign, state=state, text=text, who=annotator
    )
    with Store.open(db, readonly=True) as store:
        ids = store.claim_ids(chosen)
        rows = store.rows(ids[:limit], annotator)
    printing.table(
        ("claim", "type", "value", "section", "article"),
        [(row.key[:_KEY_LENGTH], row.type, in_words(row.value), row.segment, row.source_id) for row in rows],
        flexible=("value", "article"),
    )
    if len(ids) > limit:
        printing.talk(f"{limit:,} of {len(ids):,} claims; --limit shows more")
    return 0


@click.command()
@click.argument("claim", metavar="CLAIM")
@options.database
@options.as_json
def show(claim: str, db: Path, *, as_json: bool) -> int:
    """Show a claim whole: its value, its sentence, who says it, its article, its labels and their history.

    CLAIM is the claim's key, or the beginning of it.
    """
    from factcheck.store import Store

    with Store.open(db, readonly=True) as store:
        found = store.claim(store.resolve(claim))
        article = store.article(found.article_id).article
        others = store.article_claims(found.article_id)
        events = store.events(found.id)
    if as_json:
        record = _claim_record(found, article) | _toll_record(found, article, others)
        printing.data(json.dumps(record, ensure_ascii=False) + "\n")
        return 0
    printing.lines([*_claim_lines(found, article), *_toll_lines(found, article)])
    for labels in found.labels:
        click.echo()
        printing.lines([("labelled by", labels.annotator), *_label_lines(labels)])
    if events:
        click.echo()
        heading = ("at", "who", "field", "value", "by")
        printing.table(heading, list(_history(events)), title="History", flexible=("value",))
    return 0


def _claim_lines(found: StoredClaim, article: Article) -> Iterator[tuple[str, object]]:
    claim = found.claim
    yield "claim", found.key
    yield "type", claim.type
    yield "quote", claim.quote
    yield "value", in_words(claim.value)
    yield "sentence", found.sentence
    yield "said by", _speaker(claim.attribution)
    yield "section", f"{claim.segment}, characters {claim.start} to {claim.end} of the {claim.field}"
    yield "flags", ", ".join(claim.flags)
    yield "found by", claim.extractor
    yield "article", article.title or found.source_id
    yield "read from", article.source
    yield "publisher", article.publisher
    yield "url", article.url
    if (published := article.published) is not None:
        inferred = ", inferred" if published.inferred else ""
        yield "published", f"{published.day} (from {published.source}: {published.raw}{inferred})"
        yield "also dated", "; ".join(f"{one.day} ({one.source}: {one.raw})" for one in published.others)


def _toll_lines(found: StoredClaim, article: Article) -> Iterator[tuple[str, object]]:
    """What the article of a casualty claim amounts to, and the words that this rests on."""
    from factcheck.review.tolls import has_toll, shown_tolls, toll_facts

    if has_toll(found.claim.type):
        for fact in toll_facts(article, shown_tolls(article)):
            yield fact.title, fact.text


def _toll_record(found: StoredClaim, article: Article, claims: Sequence[StoredClaim]) -> dict[str, Any]:
    from factcheck.review.tolls import has_toll, shown_tolls
    from factcheck.verify.records import bearing, toll_record

    if not has_toll(found.claim.type):
        return {}
    said = bearing((one.key, one.claim, one.labels) for one in claims)
    return {"tolls": toll_record(article, shown_tolls(article), said)}


def _speaker(attribution: Attribution | None) -> str | None:
    if attribution is None:
        return None
    resolved = attribution.resolved
    stands_for = f" = {resolved}" if resolved and resolved != attribution.surface else ""
    unsure = " (unsure)" if attribution.confidence == "low" else ""
    return f"{attribution.surface}{stands_for}{unsure}, “{attribution.cue}”"


def _label_lines(labels: Labels) -> Iterator[tuple[str, object]]:
    for field in SAID_FIELDS:
        yield field.value.replace("_", " "), getattr(labels, field.value)
    yield "labelled at", labels.labelled_at


def _history(events: list[LabelEvent]) -> Iterator[tuple[object, ...]]:
    said = {event.op_id: event for event in events}
    for event in events:
        undone = said.get(event.undoes or "")
        value = f"takes back {undone.value or 'clearing'}" if undone else event.value or "cleared"
        yield event.at, event.annotator, event.field, value, event.origin


def _claim_record(found: StoredClaim, article: Article) -> dict[str, Any]:
    return {
        "source_id": found.source_id,
        "claim_key": found.key,
        "article_sha256": article.sha256,
        "sentence": found.sentence,
        **claim_to_json(found.claim),
        "labels": [asdict(labels) for labels in found.labels],
    }


@click.command()
@options.database
@options.as_json
def stats(db: Path, *, as_json: bool) -> int:
    """Count claims by type, section and state, and labels by annotator."""
    from factcheck.store import Store

    with Store.open(db, readonly=True) as store:
        counted = store.stats()
    if as_json:
        printing.data(json.dumps(_stats_record(counted), ensure_ascii=False) + "\n")
        return 0
    printing.lines(
        [
            ("articles", f"{counted.articles:,}"),
            ("claims", f"{counted.claims:,}"),
            ("rejected input", f"{counted.rejects:,}"),
            ("extractor findings", f"{counted.findings:,}" if counted.findings else ""),
        ]
    )
    click.echo()
    print_claims_by_type(counted)
    done, left = (counted.by_state.get(state, 0) for state in (ReviewState.DONE, ReviewState.TODO))
    click.echo()
    printing.lines([("reviewed", f"{done:,} of {done + left:,} in the articles' own words"), ("left", f"{left:,}")])
    if counted.by_annotator:
        click.echo()
        printing.table(
            ("annotator", "labelled", "reviewed", "said"),
            [
                (name, f"{work.labelled:,}", f"{work.done:,}", _choices(work.by_choice))
                for name, work in counted.by_annotator.items()
            ],
            numbers=("labelled", "reviewed"),
            flexible=("said",),
        )
    return 0


def _choices(by_choice: Mapping[tuple[str, str], int]) -> str:
    """What an annotator said how often, in the label scheme's order; how sure they were is left out."""
    counts = [
        (choice, by_choice.get((field, choice), 0))
        for field in (LabelField.EXTRACTION, LabelField.VERDICT, LabelField.CHECK_WORTHINESS)
        for choice in LABEL_CHOICES[field]
    ]
    return ", ".join(f"{choice} {count:,}" for choice, count in counts if count)


def print_claims_by_type(counted: Stats, title: str = "") -> None:
    """Print how many claims of each type stand in each section, and how many of them in the articles' own words."""
    own = [kind for kind in SectionKind if kind not in FOREIGN_SECTIONS and counted.by_segment.get(kind)]
    foreign = [kind for kind in SectionKind if kind in FOREIGN_SECTIONS and counted.by_segment.get(kind)]
    grid = counted.by_type_and_segment

    def row(name: str, kinds: Sequence[ClaimType]) -> list[object]:
        counts = {section: sum(grid.get((kind, section), 0) for kind in kinds) for section in SectionKind}
        in_queue = sum(counts[section] for section in own)
        return [name, *(counts[section] or "" for section in own), in_queue, *(counts[s] or "" for s in foreign)]

    types = [kind for kind in ClaimType if counted.by_type.get(kind)]
    heading = ("type", *own, "own words", *foreign)
    rows = [row(kind, [kind]) for kind in types] + [row("all", types)]
    printing.table(heading, rows, title=title, numbers=heading[1:])


def _stats_record(counted: Stats) -> dict[str, Any]:
    return {
        "articles": counted.articles,
        "claims": counted.claims,
        "by_type": dict(counted.by_type),
        "by_section": dict(counted.by_segment),
        "by_state": dict(counted.by_state),
        "by_flag": dict(counted.by_flag),
        "events": counted.events,
        "findings": counted.findings,
        "rejects": counted.rejects,
        "annotators": {
            name: {
                "labelled": work.labelled,
                "done": work.done,
                "choices": {f"{field}.{choice}": count for (field, choice), count in work.by_choice.items()},
            }
            for name, work in counted.by_annotator.items()
        },
    }


@click.command()
@options.database
@options.as_json
def doctor(db: Path, *, as_json: bool) -> int:
    """Check the database: integrity, every quote against its text, orphaned rows, counts.

    Prints one line a problem and exits with 1 where there is one. It changes nothing.
    """
    from factcheck.store import Store

    with Store.open(db, readonly=True) as store:
        problems = list(store.check())
        counted = store.stats()
    if as_json:
        printing.data(json.dumps({"problems": [asdict(problem) for problem in problems]}, ensure_ascii=False) + "\n")
    else:
        for problem in problems:
            printing.data(f"{problem.check}: {problem.detail}\n")
        found = f"{len(problems):,} problem{'' if len(problems) == 1 else 's'}" if problems else "no problem found"
        printing.talk(f"{counted.articles:,} articles and {counted.claims:,} claims checked: {found}")
    return int(bool(problems))
