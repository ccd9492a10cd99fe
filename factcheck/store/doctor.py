"""What can be wrong with a database, looked for: SQLite's own checks, and every promise that the data model makes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from sqlite_utils import Database

from factcheck.errors import LabelError
from factcheck.model import ClaimType, LabelField
from factcheck.store.judged import kind_of, pattern_of
from factcheck.store.labels import EVENT_COLUMNS, check_event, check_words, event_of
from factcheck.store.odd_characters import storable
from factcheck.store.records import sentence_bounds, text_digest
from factcheck.store.rows import Problem
from factcheck.store.schema import objects_made
from factcheck.store.writing import BY_HAND
from factcheck.values import from_json

_MAX_DAMAGES = 100
"""SQLite's own check stops after so many: a broken page would otherwise fill the screen."""

REBUILD = "make it anew with `sqlite-utils rebuild-fts` and the names of the file and of the table claims"


def check(db: Database) -> Iterator[Problem]:
    """Run every check that only reads; the caller holds a read transaction."""
    damaged = False
    for name, look in _STRUCTURE:
        for detail in look(db):
            damaged = True
            yield Problem(name, detail)
    if not damaged:
        for name, look in _CONTENT:
            for detail in look(db):
                yield Problem(name, detail)


def _integrity(db: Database) -> Iterator[str]:
    for (found,) in db.conn.execute(f"PRAGMA integrity_check({_MAX_DAMAGES})"):
        if "fts5" in found.lower():
            yield f"the full-text index is damaged: {found}; {REBUILD}"
        elif found != "ok":
            yield f"the file is damaged: {found}; go back to a copy"


def _schema(db: Database) -> Iterator[str]:
    present = {(kind, name) for kind, name in db.conn.execute("SELECT type, name FROM sqlite_master")}
    for kind, name in sorted(objects_made() - present):
        yield f"the {kind} {name} is missing"


def _foreign_keys(db: Database) -> Iterator[str]:
    for table, row_id, parent, _ in db.conn.execute("PRAGMA foreign_key_check"):
        yield f"row {row_id} of {table} names a row of {parent} that is not there"


def _articles(db: Database) -> Iterator[str]:
    """Every text is the one that was stored, and sections, quotes and sentences lie where they say."""
    for article_id, source_id, text, title, digest in db.conn.execute(
        "SELECT id, source_id, text, title, text_sha256 FROM articles ORDER BY id"
    ):
        where = f"article {article_id} ({source_id})"
        if text_digest(text, title) != digest:
            yield f"{where}: the text is not the one that was stored"
        yield from (f"{where}: {problem}" for problem in _tiling(db, article_id, len(text)))
        yield from _quotes(db, article_id, {"text": text, "title": title or ""})


def _tiling(db: Database, article_id: int, length: int) -> Iterator[str]:
    spans: list[tuple[int, int]] = db.conn.execute(
        'SELECT start, "end" FROM sections WHERE article_id = ? ORDER BY start, "end"', (article_id,)
    ).fetchall()
    edges = [(0, 0), *spans, (length, length)]
    for (_, before), (after, _) in pairwise(edges):
        if before != after:
            yield f"sections leave a gap or overlap between characters {before} and {after}"


def _quotes(db: Database, article_id: int, strings: dict[str, str]) -> Iterator[str]:
    for claim_id, field, start, end, quote, sentence_start, sentence_end, sentence in db.conn.execute(
        'SELECT id, field, start, "end", quote, sentence_start, sentence_end, sentence FROM claims '
        "WHERE article_id = ? ORDER BY id",
        (article_id,),
    ):
        string = strings[field]
        if string[start:end] != quote:
            yield f"claim {claim_id}: {field}[{start}:{end}] is {string[start:end]!r}, not the quote {quote!r}"
        first, last = sentence_bounds(start, end, sentence_start, sentence_end)
        if string[first:last] != sentence:
            yield f"claim {claim_id}: {field}[{first}:{last}] is not its sentence"


def _values(db: Database) -> Iterator[str]:
    """Every value is one of its type, and the members of a membership are those in the table."""
    members = _members_by_claim(db)
    current = next(members, None)
    for claim_id, kind, value in db.conn.execute("SELECT id, type, value FROM claims ORDER BY id"):
        listed: list[tuple[str, int, int]] = []
        if current is not None and current[0] == claim_id:
            listed = current[1]
            current = next(members, None)
        try:
            record = json.loads(value)
            from_json(ClaimType(kind), record)
        except (KeyError, TypeError, ValueError) as error:
            yield f"claim {claim_id}: the value is not one of a {kind} ({type(error).__name__}: {error})"
            continue
        named = [(storable(m["name"]), m["start"], m["end"]) for m in record.get("members", ())]
        if sorted(named) != sorted(listed):
            yield f"claim {claim_id}: names {len(named)} members, of which the table members holds other ones"


def _members_by_claim(db: Database) -> Iterator[tuple[int, list[tuple[str, int, int]]]]:
    claim_id: int | None = None
    listed: list[tuple[str, int, int]] = []
    for number, name, start, end in db.conn.execute(
        'SELECT claim_id, name, start, "end" FROM members ORDER BY claim_id'
    ):
        if number != claim_id:
            if claim_id is not None:
                yield claim_id, listed
            claim_id, listed = number, []
        listed.append((name, start, end))
    if claim_id is not None:
        yield claim_id, listed


def _events(db: Database) -> Iterator[str]:
    """Every event is one that the label scheme knows, and takes back only the same annotator's word."""
    for event_id, undoes in db.conn.execute(
        "SELECT u.id, u.undoes FROM label_events u LEFT JOIN label_events e ON e.op_id = u.undoes "
        "WHERE u.undoes IS NOT NULL AND (e.id IS NULL OR e.id >= u.id OR e.undoes IS NOT NULL "
        "OR (e.annotator, e.claim_id, e.field) IS NOT (u.annotator, u.claim_id, u.field))"
    ):
        yield f"event {event_id} takes back {undoes}, which is no earlier word of the same annotator there"
    known = {field.value for field in LabelField}
    for event_id, field, *row in db.conn.execute(f"SELECT id, field, {EVENT_COLUMNS} FROM label_events ORDER BY id"):
        if field not in known:
            yield f"event {event_id}: no label field is called {field!r}"
            continue
        event = event_of(row)
        try:
            check_event(event)
            check_words(db, [event])
        except LabelError as error:
            yield f"event {event_id}: {error}"


def _added(db: Database) -> Iterator[str]:
    """Every claim that a person put in names them, and they said so."""
    for claim_id, added_by in db.conn.execute(
        "SELECT id, added_by FROM claims c WHERE added_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM label_events e "
        "WHERE e.claim_id = c.id AND e.annotator = c.added_by AND e.field = 'added') ORDER BY id"
    ):
        yield f"claim {claim_id}: added by {added_by!r}, who never said so"
    for (claim_id,) in db.conn.execute(
        "SELECT id FROM claims WHERE added_by IS NULL AND extractor = ? ORDER BY id", (BY_HAND,)
    ):
        yield f"claim {claim_id}: no extractor found it, and nobody put it in"


def _judged(db: Database) -> Iterator[str]:
    """What is noted of judged claims, so that they are found as precedents, is true of them.

    Judgements that another program wrote may be missing until the next run.
    """
    for claim_id, kind, pattern, claim_type, quote, text in db.conn.execute(
        "SELECT j.claim_id, j.kind, j.pattern, c.type, c.quote, c.value "
        "FROM judged_claims j JOIN claims c ON c.id = j.claim_id ORDER BY j.claim_id"
    ):
        value = json.loads(text)
        if (kind, pattern) != (kind_of(claim_type, value), pattern_of(quote, value)):
            yield f"claim {claim_id}: noted in judged_claims as {kind!r}, {pattern!r}, which it is not"


def _runs(db: Database) -> Iterator[str]:
    """The sums of every finished run agree with each other and with the rows that it left."""
    for run_id, read, stored, updated, unchanged, rejected, rejects, articles in db.conn.execute(
        "SELECT id, read, stored, updated, unchanged, rejected, "
        "(SELECT count(*) FROM rejects WHERE run_id = runs.id), "
        "(SELECT count(*) FROM articles WHERE run_id = runs.id) "
        "FROM runs WHERE finished_at IS NOT NULL ORDER BY id"
    ):
        if read != stored + unchanged + rejected:
            yield f"run {run_id}: read {read}, but stored {stored} + unchanged {unchanged} + rejected {rejected}"
        if updated > stored:
            yield f"run {run_id}: updated {updated}, but stored only {stored}"
        if rejects != rejected:
            yield f"run {run_id}: rejected {rejected}, but {rejects} rejects are written down"
        if articles > stored:
            yield f"run {run_id}: stored {stored}, but {articles} articles are its work"


def _search(db: Database) -> Iterator[str]:
    """Every claim is in the full-text index, and nothing else is."""
    missing, gone = db.conn.execute(
        "SELECT (SELECT count(*) FROM claims WHERE id NOT IN (SELECT id FROM claims_fts_docsize)), "
        "(SELECT count(*) FROM claims_fts_docsize WHERE id NOT IN (SELECT id FROM claims))"
    ).fetchone()
    if missing:
        yield f"{missing} claims cannot be found by their words: a run was stopped; run `factcheck extract` again"
    if gone:
        yield f"the full-text index holds {gone} claims that are gone; {REBUILD}"


Look = Callable[[Database], Iterable[str]]

_STRUCTURE: tuple[tuple[str, Look], ...] = (("integrity", _integrity), ("schema", _schema))
"""Where these see something, the others would only stumble over it."""

_CONTENT: tuple[tuple[str, Look], ...] = (
    ("foreign_keys", _foreign_keys),
    ("text", _articles),
    ("values", _values),
    ("labels", _events),
    ("added", _added),
    ("precedents", _judged),
    ("runs", _runs),
    ("search", _search),
)
