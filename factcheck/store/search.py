"""Full-text search over quotes and sentences: free words to a query that never raises, and the index's upkeep."""

from __future__ import annotations

from sqlite_utils import Database

from factcheck.store.odd_characters import storable

_MAX_WORDS = 32
_MAX_CHARACTERS = 1000
"""Bounds on what one query may cost; nobody types more."""

NOTHING = '""'
"""A query that matches no row."""


def match_query(words: str) -> str:
    """Free words as an FTS5 query: every word must occur, the last one may be a word's beginning.

    Each word is quoted, so that FTS5's own syntax means nothing; what holds no letter or digit is left out.
    """
    usable = [
        word.replace('"', '""')
        for word in storable(words[:_MAX_CHARACTERS]).split()[:_MAX_WORDS]
        if any(character.isalnum() for character in word)
    ]
    if not usable:
        return NOTHING
    return " ".join(f'"{word}"' for word in usable) + " *"


def index_new_claims(db: Database) -> None:
    """Index the claims that were inserted since the last call; the caller holds the write transaction.

    Ids only grow, so what is missing lies behind the newest id indexed.
    """
    db.conn.execute(
        "INSERT INTO claims_fts (rowid, quote, sentence) SELECT id, quote, sentence FROM claims "
        "WHERE id > (SELECT coalesce(max(id), 0) FROM claims_fts_docsize)"
    )


def compare_index(db: Database) -> None:
    """Let FTS5 compare its index with every claim; SQLite raises an error where they differ.

    The caller holds the write transaction, since FTS5 takes this as a write, and catches the error.
    """
    db.conn.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")
