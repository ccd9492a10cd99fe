"""The table of judged claims: how each is worded, so that its like is found among a million."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlite_utils import Database

_MAX_WORDS = 12
"""Words of a quote that are compared; a list of names runs on."""

_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+")

_NUMBERS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion"""
_NUMBER_WORDS = frozenset(_NUMBERS.split())

_KINDS = ("metric", "effect", "relation", "granularity")

_NOTE = "INSERT INTO judged_claims (claim_id, kind, pattern) VALUES (?, ?, ?)"


def kind_of(claim_type: str, value: Mapping[str, Any]) -> str:
    """What triggers a claim of this type: "casualty killed", "date day"; the type alone where no more is known."""
    return " ".join([claim_type, *(str(value[name]) for name in _KINDS if value.get(name))])


def pattern_of(quote: str, value: Mapping[str, Any]) -> str:
    """How a claim is worded: its comparator, then the quote's words with each number as one "#"."""
    words = [str(value.get("comparator") or "")]
    for found in _WORD.finditer(quote.lower()):
        word = "#" if found[0][0].isdigit() or found[0] in _NUMBER_WORDS else found[0]
        if word != "#" or words[-1] != "#":
            words.append(word)
        if len(words) > _MAX_WORDS:
            break
    return " ".join(words)


def note_judged(db: Database, claim_ids: Iterable[int]) -> None:
    """Write down claims that were judged, those there already left alone; the caller holds the transaction."""
    rows = db.conn.execute(
        "SELECT id, type, quote, value FROM claims WHERE id IN (SELECT value FROM json_each(?)) "
        "AND id NOT IN (SELECT claim_id FROM judged_claims)",
        (json.dumps(list(claim_ids)),),
    ).fetchall()
    noted = []
    for claim_id, claim_type, quote, text in rows:
        value = json.loads(text)
        noted.append((claim_id, kind_of(claim_type, value), pattern_of(quote, value)))
    db.conn.executemany(_NOTE, noted)


def note_all_judged(db: Database) -> None:
    """Write down what is missing, as another program's label leaves it; the caller holds the transaction."""
    missing = db.conn.execute(
        "SELECT DISTINCT claim_id FROM label_events WHERE undoes IS NULL "
        "AND field IN ('extraction', 'check_worthiness', 'verdict') "
        "AND claim_id NOT IN (SELECT claim_id FROM judged_claims)"
    )
    note_judged(db, [row[0] for row in missing])


def forget_judged(db: Database, claim_id: int) -> None:
    """Leave a claim out whose words or value come to be others; the caller holds the transaction."""
    db.conn.execute("DELETE FROM judged_claims WHERE claim_id = ?", (claim_id,))
