"""Claims that people put in because extraction had missed them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from factcheck.errors import LabelError
from factcheck.model import Article, Claim, LabelField, Labels, claim_key
from factcheck.store.full_text import index_claim
from factcheck.store.judged import forget_judged, note_judged
from factcheck.store.labels.events import append, check_event, current_labels, new_event, words
from factcheck.store.odd_characters import storable, to_json_text
from factcheck.store.reading import select, stored_article
from factcheck.store.records import Row, claim_row
from factcheck.store.writing import BY_HAND, ids_behind, insert, member_rows, update
from factcheck.values import from_json, to_json

ORIGIN = "review"

Words = dict[LabelField, str | None]


def add(  # noqa: PLR0913, PLR0917 - a claim, where it belongs, and who says so
    db: Database, article_id: int, claim: Claim, annotator: str, batch: str, note: str | None = None
) -> int:
    """Add a claim and say of it, in a batch, that the annotator put it in and that it is correct; returns its number.

    One that was withdrawn is brought back. One that this very batch has added is left as it is. The caller holds the
    write transaction. Raises LabelError for a claim that cannot be, and where one of that type stands on the span.
    """
    article, annotator = stored_article(db, article_id).article, storable(annotator)
    claim = replace(claim, extractor=BY_HAND, added_by=annotator)
    _check_claim(article, claim)
    said: Words = {LabelField.ADDED: "yes", LabelField.EXTRACTION: "correct"}
    old = _same_span(db, article_id, claim)
    if old is None:
        claim_id = _insert(db, article_id, article, claim)
    elif _is_of(db, old["id"], batch):
        return int(old["id"])
    elif old["stands"]:
        raise LabelError(f"a {claim.type.value} claim stands on these words already: {old['claim_key']}")
    else:
        claim_id = old["id"]
        said = _bring_back(db, article, claim, old, said)
    if note and note.strip():
        said[LabelField.NOTE] = note.strip()
    events = [
        new_event(claim_id, annotator, field, value, batch=batch, origin=ORIGIN) for field, value in said.items()
    ]
    for event in events:
        check_event(event)
    append(db, events)
    return claim_id


def _check_claim(article: Article, claim: Claim) -> None:
    string = article.string(claim.field)
    if not 0 <= claim.sentence_start <= claim.start < claim.end <= claim.sentence_end <= len(string):
        raise LabelError(
            f"{claim.field}[{claim.start}:{claim.end}] does not lie in a sentence of {article.source_id}: "
            f"[{claim.sentence_start}:{claim.sentence_end}] of {len(string)} characters"
        )
    if string[claim.start : claim.end] != claim.quote:
        raise LabelError(
            f"{claim.field}[{claim.start}:{claim.end}] of {article.source_id} is not the quote {claim.quote[:60]!r}"
        )
    try:
        fits = from_json(claim.type, to_json(claim.value)) == claim.value
    except (KeyError, ValueError, TypeError):
        fits = False
    if not fits:
        raise LabelError(f"the value is not one of a {claim.type.value} claim: {to_json_text(to_json(claim.value))}")


def _same_span(db: Database, article_id: int, claim: Claim) -> Row | None:
    """The row of the type on that very span, one that stands before one that was withdrawn."""
    rows = select(
        db,
        "SELECT c.*, c.id NOT IN (SELECT id FROM withdrawn_claims) AS stands FROM claims c "
        'WHERE article_id = ? AND field = ? AND start = ? AND "end" = ? AND type = ? ORDER BY stands DESC LIMIT 1',
        article_id,
        claim.field,
        claim.start,
        claim.end,
        claim.type.value,
    )
    return rows[0] if rows else None


def _is_of(db: Database, claim_id: int, batch: str) -> bool:
    found = db.conn.execute(
        "SELECT 1 FROM label_events WHERE claim_id = ? AND batch = ? AND field = 'added'", (claim_id, batch)
    )
    return found.fetchone() is not None


def _insert(db: Database, article_id: int, article: Article, claim: Claim) -> int:
    claim_id = next(ids_behind(db, "claims"))
    key = claim_key(article.sha256, claim)
    insert(db, "claims", [{"id": claim_id, "article_id": article_id, "claim_key": key} | claim_row(article, claim)])
    insert(db, "members", member_rows(claim_id, claim))
    index_claim(db, claim_id)
    return claim_id


def _bring_back(db: Database, article: Article, claim: Claim, old: Row, said: Words) -> Words:
    """Say a withdrawn claim again, perhaps with another value, and by another person.

    Where others have spoken of it, it is their words' claim: what is new in it is said beside them as a correction.
    """
    annotator = claim.added_by or ""
    labels = current_labels(db, [old["id"]]).get(old["id"], [])
    own = next((one for one in labels if one.annotator == annotator), Labels(old["id"], annotator))
    row = claim_row(article, claim)
    if all(one.annotator == annotator for one in labels):
        _rewrite(db, old["id"], claim, row)
    elif row["value"] != old["value"]:
        said[LabelField.EXTRACTION] = "wrong_value"
        said[LabelField.CORRECTED_VALUE] = row["value"]
    return {LabelField.ADDED: "yes"} | words(said, replace(own, added=None))


def _rewrite(db: Database, claim_id: int, claim: Claim, row: Mapping[str, Any]) -> None:
    forget_judged(db, claim_id)
    update(db, "claims", claim_id, row)
    db.conn.execute("DELETE FROM members WHERE claim_id = ?", (claim_id,))
    insert(db, "members", member_rows(claim_id, claim))
    note_judged(db, [claim_id])
