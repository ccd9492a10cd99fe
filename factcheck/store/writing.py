"""Articles and claims into the tables: new ones in bulk, known ones reconciled around what people labelled."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from sqlite_utils import Database

from factcheck.errors import DatabaseError
from factcheck.model import Article, Claim, Membership, Reject, claim_key
from factcheck.store.judged import forget_judged, note_judged
from factcheck.store.odd_characters import storable, to_json_text
from factcheck.store.records import Row, article_row, claim_row
from factcheck.store.rows import Added
from factcheck.store.schema import UNSAID_FIELDS

DISAGREES = "extractor_disagrees"
"""The kind of finding that says that a later extraction sees a labelled claim otherwise."""

BY_HAND = "annotator"
"""Stands for the extractor of a claim that a person put in and none has found."""

_STORED_CLAIMS = f"""
SELECT *,
  EXISTS (SELECT 1 FROM label_events e WHERE e.claim_id = c.id)
    OR EXISTS (SELECT 1 FROM label_events e WHERE e.field = 'duplicate_of' AND e.value = c.claim_key) AS labelled,
  c.added_by IS NOT NULL
    AND EXISTS (SELECT 1 FROM standing_events e WHERE e.claim_id = c.id AND e.field = 'added') AS vouched_for,
  c.added_by IS NOT NULL AND c.id IN (SELECT id FROM withdrawn_claims) AS withdrawn,
  c.added_by IS NOT NULL AND EXISTS (
    SELECT 1 FROM standing_events e WHERE e.claim_id = c.id AND e.field NOT IN {UNSAID_FIELDS}
  ) AS spoken_of
FROM claims c WHERE article_id = ?"""

_JUDGED = ("value", "attribution", "segment", "flags")
"""The columns in which a labelled claim and a later extraction can disagree."""


def known_digests(db: Database, digests: Iterable[str], made_by: str) -> set[str]:
    """Of these article hashes the ones stored as made by the same makers."""
    rows = db.conn.execute(
        "SELECT sha256 FROM articles WHERE sha256 IN (SELECT value FROM json_each(?)) AND made_by = ?",
        (json.dumps(list(digests)), made_by),
    )
    return {row[0] for row in rows}


def add(
    db: Database, run_id: int, batch: Sequence[tuple[Article, Sequence[Claim]]], rejects: Sequence[Reject]
) -> Added:
    """Write a batch; the caller holds the write transaction."""
    made_by = db.conn.execute("SELECT made_by FROM runs WHERE id = ?", (run_id,)).fetchone()[0]
    writer = _Writer(db, run_id, made_by)
    for article, claims in batch:
        writer.take(article, claims)
    writer.flush()
    insert(
        db,
        "rejects",
        [
            {"run_id": run_id, "source": storable(r.source), "line": r.line, "reason": storable(r.reason)}
            for r in rejects
        ],
    )
    return writer.added()


class _Writer:
    """Gathers a batch's new rows under ids given here, so that each table is written by one ``executemany``."""

    def __init__(self, db: Database, run_id: int, made_by: str) -> None:
        self._db = db
        self._run_id = run_id
        self._made_by = made_by
        self._article_ids = ids_behind(db, "articles")
        self._claim_ids = ids_behind(db, "claims")
        self._articles: list[Row] = []
        self._sections: list[Row] = []
        self._claims: list[Row] = []
        self._members: list[Row] = []
        self._counts: Counter[str] = Counter()
        self._seen: set[str] = set()

    def take(self, article: Article, claims: Sequence[Claim]) -> None:
        known = self._db.conn.execute(
            "SELECT id, made_by FROM articles WHERE sha256 = ?", (article.sha256,)
        ).fetchone()
        if article.sha256 in self._seen or (known and known[1] == self._made_by):
            self._counts["unchanged"] += 1
        elif known:
            self._counts["updated"] += 1
            self._reconcile(known[0], article, claims)
        else:
            self._counts["stored"] += 1
            self._take_new(article, claims)
        self._seen.add(article.sha256)

    def added(self) -> Added:
        counts = self._counts
        return Added(counts["stored"], counts["updated"], counts["unchanged"], counts["claims"])

    def flush(self) -> None:
        for table, rows in (
            ("articles", self._articles),
            ("sections", self._sections),
            ("claims", self._claims),
            ("members", self._members),
        ):
            insert(self._db, table, rows)
            rows.clear()

    def _take_new(self, article: Article, claims: Sequence[Claim]) -> None:
        article_id = next(self._article_ids)
        self._articles.append({"id": article_id} | article_row(article, self._made_by, self._run_id))
        self._take_sections(article_id, article)
        for key, claim in keyed(article, claims).items():
            self._take_claim(article_id, article, key, claim)

    def _take_sections(self, article_id: int, article: Article) -> None:
        self._sections += [
            {"article_id": article_id, "kind": section.kind.value, "start": section.start, "end": section.end}
            for section in article.sections
        ]

    def _take_claim(self, article_id: int, article: Article, key: str, claim: Claim) -> None:
        _check_quote(article, claim)
        claim_id = next(self._claim_ids)
        self._claims.append({"id": claim_id, "article_id": article_id, "claim_key": key} | claim_row(article, claim))
        self._take_members(claim_id, claim)
        self._counts["claims"] += 1

    def _take_members(self, claim_id: int, claim: Claim) -> None:
        self._members += member_rows(claim_id, claim)

    def _reconcile(self, article_id: int, article: Article, claims: Sequence[Claim]) -> None:
        """Make a known article anew: its unlabelled claims follow the later extraction, labelled ones stay.

        Where its text itself is read otherwise and somebody has labelled a claim, the old text stays with all its
        claims: the labels were given to those words.
        """
        row = article_row(article, self._made_by, self._run_id)
        stored = _stored_claims(self._db, article_id)
        labelled = {key for key, old in stored.items() if old["labelled"]}
        self._execute("DELETE FROM findings WHERE article_id = ? AND kind = ?", article_id, DISAGREES)
        if not self._has_text(article_id, row):
            if labelled:
                self._keep_old_text(article_id, [stored[key] for key in labelled])
                return
            self._delete_claims(old["id"] for old in stored.values())
            stored = {}
        update(self._db, "articles", article_id, row)
        self._execute("DELETE FROM sections WHERE article_id = ?", article_id)
        self._take_sections(article_id, article)
        found = keyed(article, claims)
        self._delete_claims(old["id"] for key, old in stored.items() if key not in found and key not in labelled)
        for key in labelled - found.keys():
            if stored[key]["added_by"] is None:
                self._disagree(article_id, stored[key], "not found again", None)
            else:
                update(self._db, "claims", stored[key]["id"], {"extractor": BY_HAND})
        for key, claim in found.items():
            if key in stored and stored[key]["added_by"] is not None:
                self._confirm(article_id, article, stored[key], claim)
            elif key in stored:
                self._compare(article_id, article, stored[key], claim)
            else:
                self._take_claim(article_id, article, key, claim)

    def _has_text(self, article_id: int, row: Row) -> bool:
        same = self._db.conn.execute(
            "SELECT text = ? AND text_odd IS ? AND title IS ? AND title_odd IS ? FROM articles WHERE id = ?",
            (row["text"], row["text_odd"], row["title"], row["title_odd"], article_id),
        ).fetchone()
        return bool(same[0])

    def _keep_old_text(self, article_id: int, labelled: Iterable[Row]) -> None:
        self._execute(
            "UPDATE articles SET made_by = ?, run_id = ? WHERE id = ?", self._made_by, self._run_id, article_id
        )
        for old in labelled:
            self._disagree(article_id, old, "the text is read otherwise", None)

    def _compare(self, article_id: int, article: Article, old: Row, claim: Claim) -> None:
        """Bring an unlabelled claim up to date; of a labelled one say where the extraction sees it otherwise."""
        new = claim_row(article, claim)
        differing = {column: value for column, value in new.items() if old[column] != value}
        if not old["labelled"]:
            if differing:
                update(self._db, "claims", old["id"], new)
                self._execute("DELETE FROM members WHERE claim_id = ?", old["id"])
                self._take_members(old["id"], claim)
        elif any(column in differing for column in _JUDGED):
            self._disagree(article_id, old, "found otherwise", {column: new[column] for column in _JUDGED})

    def _confirm(self, article_id: int, article: Article, old: Row, claim: Claim) -> None:
        """Of a claim that a person added note who finds it as well: it stands from now on whoever takes it back.

        Its value stays the person's as long as they stand by it. Where they took it back, it is a claim like any
        other, and the extractor's altogether where nobody else has spoken of it.
        """
        if old["withdrawn"] and not old["spoken_of"]:
            forget_judged(self._db, old["id"])
            update(self._db, "claims", old["id"], claim_row(article, claim) | {"added_by": old["added_by"]})
            self._execute("DELETE FROM members WHERE claim_id = ?", old["id"])
            self._take_members(old["id"], claim)
            note_judged(self._db, [old["id"]])
            return
        update(self._db, "claims", old["id"], {"extractor": claim.extractor})
        if not old["vouched_for"]:
            self._compare(article_id, article, old, claim)

    def _disagree(self, article_id: int, old: Row, what: str, found: Mapping[str, Any] | None) -> None:
        stored = {column: old[column] for column in _JUDGED}
        detail = {"what": what, "made_by": self._made_by, "stored": _objects(stored), "found": _objects(found)}
        insert(
            self._db,
            "findings",
            [
                {
                    "kind": DISAGREES,
                    "article_id": article_id,
                    "claim_id": old["id"],
                    "run_id": self._run_id,
                    "detail": to_json_text(detail),
                }
            ],
        )

    def _delete_claims(self, claim_ids: Iterable[int]) -> None:
        keys = [(claim_id,) for claim_id in claim_ids]
        for sql in (
            "DELETE FROM members WHERE claim_id = ?",
            "DELETE FROM findings WHERE claim_id = ?",
            "DELETE FROM claims WHERE id = ?",
        ):
            self._db.conn.executemany(sql, keys)

    def _execute(self, sql: str, *parameters: object) -> None:
        self._db.conn.execute(sql, parameters)


def keyed(article: Article, claims: Iterable[Claim]) -> dict[str, Claim]:
    """Claims by their lasting keys; a second one of the same type on the same span gets "-2" behind its key."""
    found: dict[str, Claim] = {}
    times: Counter[str] = Counter()
    for claim in claims:
        key = claim_key(article.sha256, claim)
        times[key] += 1
        found[key if times[key] == 1 else f"{key}-{times[key]}"] = claim
    return found


def member_rows(claim_id: int, claim: Claim) -> list[Row]:
    """The rows of ``members`` of a claim; none where it is no membership."""
    members = claim.value.members if isinstance(claim.value, Membership) else ()
    return [
        {"claim_id": claim_id, "name": storable(member.name), "start": member.start, "end": member.end}
        for member in members
    ]


def _check_quote(article: Article, claim: Claim) -> None:
    """The first rule of all: a quote is the text at its offsets."""
    there = article.string(claim.field)[claim.start : claim.end]
    if there != claim.quote:
        raise DatabaseError(
            f"{article.source_id}: the {claim.type} claim at {claim.field}[{claim.start}:{claim.end}] quotes "
            f"{claim.quote!r}, which is not the text at its offsets: {there!r}"
        )


def _stored_claims(db: Database, article_id: int) -> dict[str, Row]:
    """An article's claims by key, each with ``labelled``: whether any label event ever spoke of it or named it.

    Of a claim that a person added also whether somebody still says that it was (``vouched_for``), whether it does not
    stand (``withdrawn``), and whether anything else said of it stands (``spoken_of``).
    """
    cursor = db.conn.execute(_STORED_CLAIMS, (article_id,))
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor]
    return {row["claim_key"]: row for row in rows}


def _objects(columns: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Columns with what is JSON in them as objects."""
    if columns is None:
        return None
    return {
        name: json.loads(text) if text is not None and name != "segment" else text for name, text in columns.items()
    }


def ids_behind(db: Database, table: str) -> Iterator[int]:
    """Ids that follow the table's last; nobody else takes them, since one process at a time writes."""
    return count(db.conn.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])


def insert(db: Database, table: str, rows: Sequence[Row]) -> None:
    """Insert rows that all have the same columns, by one prepared statement."""
    if rows:
        columns = ", ".join(f'"{name}"' for name in rows[0])
        marks = ", ".join("?" * len(rows[0]))
        db.conn.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})",
            [tuple(row.values()) for row in rows],
        )


def update(db: Database, table: str, row_id: int, row: Mapping[str, Any]) -> None:
    """Give one row other values in the columns named."""
    columns = ", ".join(f'"{name}" = ?' for name in row)
    db.conn.execute(f"UPDATE {table} SET {columns} WHERE id = ?", (*row.values(), row_id))
