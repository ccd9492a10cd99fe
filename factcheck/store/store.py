"""The store as the other rooms see it: one object a thread over one SQLite file."""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlite_utils import Database

from factcheck.errors import DatabaseError, UsageError
from factcheck.model import (
    Article,
    Claim,
    ClaimFilter,
    ClaimType,
    LabelEvent,
    Labels,
    Reject,
    Section,
    SectionKind,
)
from factcheck.store import doctor, export, labels, statistics, writing
from factcheck.store.db import open_db, path_of, read_tx, snapshot, translated, write_tx
from factcheck.store.odd_characters import storable, storable_or_none, to_json_text
from factcheck.store.query import QUEUE_ORDER, count_query, ids_query
from factcheck.store.records import (
    Row,
    article_from_row,
    claim_from_row,
    quote_of,
    sentence_from_row,
)
from factcheck.store.rows import Added, ClaimRow, Problem, RunCounts, Stats, StoredArticle, StoredClaim
from factcheck.store.search import compare_index, index_new_claims
from factcheck.values import from_json

_MIN_PREFIX = 4

_LIST_COLUMNS = """
SELECT c.id, c.claim_key, c.article_id, c.type, c.quote, c.value, c.segment, c.flags, c.odd, c.start,
  c.sentence_start, a.source_id, a.headline
FROM claims c JOIN articles a ON a.id = c.article_id"""

_CLAIM_COLUMNS = """
SELECT c.*, a.source_id FROM claims c JOIN articles a ON a.id = c.article_id"""


class Store:
    """Articles, claims and labels in one file. Use one instance a thread, as a context manager or with ``close``.

    Reads see the last committed state; each write is one transaction and is on the disk when its method returns.
    Raises DatabaseError where the file cannot be read or written.
    """

    def __init__(self, db: Database, *, readonly: bool = False) -> None:
        self._db = db
        self._readonly = readonly
        self._path = path_of(db)

    @classmethod
    def open(cls, path: Path, *, create: bool = False, readonly: bool = False) -> Store:
        """Open the database at a path; see ``open_db`` for what can be wrong with it."""
        return cls(open_db(path, create=create, readonly=readonly), readonly=readonly)

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing articles

    def known(self, digests: Collection[str], made_by: str) -> set[str]:
        """Of these article hashes the ones that are stored as the same makers make them."""
        with translated(self._path):
            return writing.known_digests(self._db, digests, made_by)

    def start_run(self, arguments: Mapping[str, Any], made_by: str) -> int:
        """Write down that an extraction begins, with what arguments and by what makers; returns its number."""
        with write_tx(self._db):
            cursor = self._db.conn.execute(
                "INSERT INTO runs (started_at, made_by, arguments) VALUES (?, ?, ?)",
                (_now(), made_by, to_json_text(dict(arguments))),
            )
            return int(cursor.lastrowid or 0)

    def add(
        self,
        run_id: int,
        batch: Sequence[tuple[Article, Sequence[Claim]]],
        rejects: Sequence[Reject] = (),
    ) -> Added:
        """Write articles with their claims, and what was rejected, in one transaction.

        An article that is there with the same ``made_by`` is left alone. One that is there as made otherwise is
        reconciled: labelled claims are never touched; where the extraction disagrees with them there is a finding.
        """
        with write_tx(self._db):
            return writing.add(self._db, run_id, batch, rejects)

    def finish_run(self, run_id: int, counts: RunCounts) -> None:
        """Write down a run's sums and bring full-text search up to date."""
        with write_tx(self._db):
            self._db.conn.execute(
                "UPDATE runs SET finished_at = ?, read = ?, stored = ?, updated = ?, unchanged = ?, rejected = ?, "
                "claims = ? WHERE id = ?",
                (
                    _now(),
                    counts.read,
                    counts.stored,
                    counts.updated,
                    counts.unchanged,
                    counts.rejected,
                    counts.claims,
                    run_id,
                ),
            )
            index_new_claims(self._db)

    # Reading

    def claim_ids(self, filter: ClaimFilter) -> array[int]:  # noqa: A002 - the joint's name
        """The numbers of the claims in a queue, in queue order: by article, the title first, then by place."""
        with translated(self._path):
            return array("q", chain.from_iterable(self._db.conn.execute(*ids_query(filter))))

    def count(self, filter: ClaimFilter) -> int:  # noqa: A002 - the joint's name
        """How many claims a queue holds."""
        with translated(self._path):
            return int(self._db.conn.execute(*count_query(filter)).fetchone()[0])

    def rows(self, ids: Sequence[int], annotator: str | None) -> list[ClaimRow]:
        """The claims of these numbers in that order, with the annotator's labels; those gone are left out."""
        annotator = storable_or_none(annotator)
        with read_tx(self._db):
            rows = self._db.conn.execute(f"{_LIST_COLUMNS} WHERE c.id IN ({_GIVEN})", (json.dumps(list(ids)),))
            found = {row[0]: row for row in rows}
            said = labels.current_labels(self._db, ids)
        return [_list_row(found[one], said.get(one, ()), annotator) for one in ids if one in found]

    def claim(self, claim_id: int) -> StoredClaim:
        """A claim with everybody's labels; raises UsageError where there is none of that number."""
        stored = self._claims("c.id = ?", claim_id)
        if not stored:
            raise UsageError(f"there is no claim number {claim_id}")
        return stored[0]

    def resolve(self, key: str) -> int:
        """The number of the claim that a person names: by its key, a unique beginning of it, or its number.

        Raises UsageError where no claim or more than one is meant.
        """
        key = storable(key.strip())
        with translated(self._path):
            return self._resolve(key)

    def _resolve(self, key: str) -> int:
        exact = self._db.conn.execute("SELECT id FROM claims WHERE claim_key = ?", (key,)).fetchone()
        if exact:
            return int(exact[0])
        begins = []
        if len(key) >= _MIN_PREFIX:
            begins = self._db.conn.execute(
                "SELECT id, claim_key FROM claims WHERE claim_key >= ? AND claim_key < ? ORDER BY claim_key LIMIT 3",
                (key, key + "\U0010ffff"),
            ).fetchall()
        number = None
        if key.isascii() and key.isdigit() and len(key) < 19:
            number = self._db.conn.execute("SELECT id FROM claims WHERE id = ?", (int(key),)).fetchone()
        meant = {row[0] for row in begins} | ({number[0]} if number else set())
        if len(meant) > 1:
            raise UsageError(
                f"{key!r} can mean several claims ({', '.join(row[1] for row in begins)}, …); give more of the key"
            )
        if not meant:
            raise UsageError(
                f"no claim has the key {key!r}; give a claim_key, at least "
                f"{_MIN_PREFIX} characters of it, or a number"
            )
        return int(meant.pop())

    def article(self, article_id: int) -> StoredArticle:
        """A whole article; raises UsageError where there is none of that number."""
        with read_tx(self._db):
            found = self._select("SELECT * FROM articles WHERE id = ?", article_id)
            sections = self._select(
                'SELECT kind, start, "end" FROM sections WHERE article_id = ? ORDER BY id', article_id
            )
        if not found:
            raise UsageError(f"there is no article number {article_id}")
        tiles = [Section(SectionKind(row["kind"]), row["start"], row["end"]) for row in sections]
        return StoredArticle(article_id, article_from_row(found[0], tiles))

    def article_claims(self, article_id: int) -> list[StoredClaim]:
        """All claims of an article in queue order, those of teasers and furniture too."""
        return self._claims("c.article_id = ? AND c.id NOT IN (SELECT id FROM withdrawn_claims)", article_id)

    # Labels

    def label(self, events: Sequence[LabelEvent]) -> None:
        """Append events, all or none; one whose ``op_id`` is there already changes nothing.

        Raises LabelError for what the label scheme does not know, and where there is no such claim.
        """
        for event in events:
            labels.check_event(event)
        with write_tx(self._db):
            labels.append(self._db, events)

    def undo(self, annotator: str) -> tuple[LabelEvent, ...]:
        """Take back the annotator's newest batch that stands; returns its events, none where nothing stands."""
        with write_tx(self._db):
            return labels.undo(self._db, storable(annotator))

    def redo(self, annotator: str) -> tuple[LabelEvent, ...]:
        """Say again the batch most recently undone, if the annotator said nothing since; returns the fresh events."""
        with write_tx(self._db):
            return labels.redo(self._db, storable(annotator))

    def events(self, claim_id: int) -> list[LabelEvent]:
        """Everything that was ever said of a claim, oldest first."""
        with translated(self._path):
            return labels.events_of_claim(self._db, claim_id)

    # Out

    def export_rows(self, table: str, *, labelled_only: bool = True) -> Iterator[Row]:
        """Stream the rows of ``claims``, ``articles`` or ``sections`` from one snapshot.

        The columns are those of ``exchange.columns``. Claims: one row a claim and annotator; ``labelled_only``
        leaves out those without labels. Raises UsageError for another table.
        """
        if table not in _EXPORTS:
            raise UsageError(f"no table is called {table!r}; there are {', '.join(_EXPORTS)}")
        return self._export(table, labelled_only=labelled_only)

    def _export(self, table: str, *, labelled_only: bool) -> Iterator[Row]:
        # A connection of its own, so that this one can go on while somebody takes the rows at their leisure.
        with snapshot(self._path) as db:
            if table == "claims":
                yield from export.claim_rows(db, labelled_only=labelled_only)
            elif table == "articles":
                yield from export.article_rows(db)
            else:
                yield from export.section_rows(db)

    def stats(self) -> Stats:
        """Count articles, claims and labels, all in one state of the database."""
        with read_tx(self._db):
            return statistics.stats(self._db)

    def check(self) -> Iterator[Problem]:
        """Look for whatever is wrong with the database, in one state of it; yields nothing where all is well."""
        sound = True
        try:
            with snapshot(self._path) as db:
                for problem in doctor.check(db):
                    sound = False
                    yield problem
        except DatabaseError as error:
            sound = False
            yield Problem("integrity", f"{error}; go back to a copy")
        if sound and not self._readonly:
            yield from self._check_search()

    def _check_search(self) -> Iterator[Problem]:
        try:
            with write_tx(self._db):
                compare_index(self._db)
        except DatabaseError as error:
            yield Problem("search", f"{error}: the full-text index does not hold the claims' words; {doctor.REBUILD}")

    def _claims(self, where: str, number: int) -> list[StoredClaim]:
        with read_tx(self._db):
            found = self._select(f"{_CLAIM_COLUMNS} WHERE {where} ORDER BY {QUEUE_ORDER}", number)
            said = labels.current_labels(self._db, (row["id"] for row in found))
        return [
            StoredClaim(
                id=row["id"],
                key=row["claim_key"],
                article_id=row["article_id"],
                source_id=row["source_id"],
                claim=claim_from_row(row),
                labels=tuple(said.get(row["id"], ())),
                sentence=sentence_from_row(row),
            )
            for row in found
        ]

    def _select(self, sql: str, *parameters: object) -> list[Row]:
        cursor = self._db.conn.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


_GIVEN = "SELECT value FROM json_each(?)"
_EXPORTS = ("claims", "articles", "sections")


def _list_row(row: Sequence[Any], said: Sequence[Labels], annotator: str | None) -> ClaimRow:
    """The row of a list from one of ``_LIST_COLUMNS``, unpacked by place: a list is read at every page turned."""
    claim_id, key, article_id, kind, quote, value, segment, flags, odd, start, sentence, source_id, headline = row
    claim_type = ClaimType(kind)
    return ClaimRow(
        id=claim_id,
        key=key,
        article_id=article_id,
        type=claim_type,
        quote=quote if odd is None else quote_of(quote, odd, start, sentence),
        value=from_json(claim_type, json.loads(value)),
        segment=SectionKind(segment),
        flags=() if flags == "[]" else tuple(json.loads(flags)),
        source_id=source_id,
        headline=headline,
        labels=next((one for one in said if one.annotator == annotator), None),
        labelled_by=len(said),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
