"""The store as the other rooms see it: one object a thread over one SQLite file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from factcheck.errors import DatabaseError, UsageError
from factcheck.model import Article, Claim, ClaimType, Reject
from factcheck.store import doctor, export, statistics, writing
from factcheck.store.db import read_tx, snapshot, translated, write_tx
from factcheck.store.desk import Desk
from factcheck.store.full_text import compare_index, index_new_claims
from factcheck.store.judged import note_all_judged
from factcheck.store.odd_characters import storable, storable_or_none, to_json_text
from factcheck.store.queueing import Queueing
from factcheck.store.reading import claim_rows, stored_article, stored_claims
from factcheck.store.records import Row
from factcheck.store.rows import Added, ClaimRow, Problem, RunCounts, Stats, StoredArticle, StoredClaim
from factcheck.store.saying import Saying

_MIN_PREFIX = 4
_OF_ARTICLE = "c.article_id = ? AND c.id NOT IN (SELECT id FROM withdrawn_claims)"


class Store(Saying, Desk, Queueing):
    """Articles, claims and labels in one file. Use one instance a thread, as a context manager or with ``close``.

    Reads see the last committed state; each write is one transaction and is on the disk when its method returns.
    Raises DatabaseError where the file cannot be read or written.
    """

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
        """Write down a run's sums, and bring up to date where words and precedents are looked for."""
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
            note_all_judged(self._db)

    # Reading

    def rows(self, ids: Sequence[int], annotator: str | None) -> list[ClaimRow]:
        """The claims of these numbers in that order, with the annotator's labels; those gone are left out."""
        with read_tx(self._db):
            return claim_rows(self._db, ids, storable_or_none(annotator))

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
            return stored_article(self._db, article_id)

    def article_claims(self, article_id: int) -> list[StoredClaim]:
        """All claims of an article in queue order, those of teasers and furniture too."""
        return self._claims(_OF_ARTICLE, article_id)

    # Out

    def whole_articles(self, kind: ClaimType) -> Iterator[tuple[StoredArticle, list[StoredClaim]]]:
        """Stream every article in the order in which they came, with its claims of a type, from one snapshot."""
        with snapshot(self._path) as db:
            for (article_id,) in db.conn.execute("SELECT id FROM articles ORDER BY id"):
                yield (
                    stored_article(db, article_id),
                    stored_claims(db, f"c.type = ? AND {_OF_ARTICLE}", kind.value, article_id),
                )

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
            return stored_claims(self._db, where, number)


_EXPORTS = ("claims", "articles", "sections")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
