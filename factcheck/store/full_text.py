"""Full-text search over quotes and sentences: free words to a query that never raises, and the index's upkeep."""

from __future__ import annotations

import re
from itertools import islice

from sqlite_utils import Database

from factcheck.store.odd_characters import storable

_MAX_WORDS = 32
_MAX_CHARACTERS = 1000
"""Bounds on what one query may cost; nobody types more."""

_PIECES = re.compile(r'"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+)')
"""A phrase in its quotes, or a word; a quote that is never closed is no more than a mark."""

NOTHING = '""'
"""A query that matches no row."""


def match_query(words: str) -> str:
    """Free words and quoted phrases as an FTS5 query: all must occur.

    A phrase is its words in a row. The last word may be the beginning of one, unless it stands in a phrase. Each is
    quoted, so that FTS5's own syntax means nothing; what holds no letter or digit is left out.
    """
    found = list(islice(_PIECES.finditer(storable(words[:_MAX_CHARACTERS])), _MAX_WORDS))
    usable = [piece for piece in found if any(map(str.isalnum, piece[0]))]
    if not usable:
        return NOTHING
    open_end = " *" if usable[-1]["word"] else ""
    return " ".join(f'"{piece["phrase"] or piece["word"]}"' for piece in usable) + open_end


def index_new_claims(db: Database) -> None:
    """Index the claims that were inserted since the last call; the caller holds the write transaction.

    Ids only grow, so what is missing lies behind the newest id that was indexed here; a claim that a person added
    was indexed by itself, and may lie behind some that are still missing.
    """
    db.conn.execute(
        "INSERT INTO claims_fts (rowid, quote, sentence) SELECT id, quote, sentence FROM claims "
        "WHERE id > coalesce((SELECT d.id FROM claims_fts_docsize d "
        "WHERE d.id NOT IN (SELECT id FROM claims WHERE added_by IS NOT NULL) ORDER BY d.id DESC LIMIT 1), 0) "
        "AND NOT EXISTS (SELECT 1 FROM claims_fts_docsize d WHERE d.id = claims.id)"
    )


def index_claim(db: Database, claim_id: int) -> None:
    """Index one claim at once; the caller holds the write transaction."""
    db.conn.execute(
        "INSERT INTO claims_fts (rowid, quote, sentence) SELECT id, quote, sentence FROM claims WHERE id = ?",
        (claim_id,),
    )


def compare_index(db: Database) -> None:
    """Let FTS5 compare its index with every claim; SQLite raises an error where they differ.

    The caller holds the write transaction, since FTS5 takes this as a write, and catches the error.
    """
    db.conn.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")
