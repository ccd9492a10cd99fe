"""The tables, as numbered migrations: each is applied once, in order, and never changed after a release.

docs/data-model.md says what the tables and columns mean.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from factcheck.store.judged import note_all_judged

APPLICATION_ID = 0x46434C4D
"""Marks the file as ours in SQLite's header: "FCLM"."""

migrations = Migrations("factcheck")


def schema_version() -> int:
    """The number of the newest migration, kept in the file's ``user_version``."""
    return int(migrations._migrations[-1].name[1:4])  # noqa: SLF001 - the library lists them nowhere else


def objects_made() -> set[tuple[str, str]]:
    """Type and name of every table, index, view and trigger that a sound database has."""
    with closing(Database(memory=True, execute_plugins=False)) as db:
        migrations.apply(db)
        return {(kind, name) for kind, name in db.conn.execute("SELECT type, name FROM sqlite_master")}


def migrate(db: Database) -> None:
    """Bring an empty or older database up to date; the caller holds the write transaction."""
    migrations.apply(db)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.conn.execute(f"PRAGMA user_version = {schema_version()}")


_RUNS = """
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  made_by TEXT NOT NULL,
  arguments TEXT NOT NULL CHECK (json_valid(arguments)),
  read INTEGER,
  stored INTEGER,
  updated INTEGER,
  unchanged INTEGER,
  rejected INTEGER,
  claims INTEGER
) STRICT"""

# The text comes last: SQLite walks a row from its start, and a list that shows headlines need not walk the text.
_ARTICLES = """
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL,
  headline TEXT,
  title TEXT,
  publisher TEXT,
  published TEXT,
  published_source TEXT,
  published_raw TEXT,
  published_inferred INTEGER,
  published_others TEXT NOT NULL CHECK (json_valid(published_others)),
  url TEXT,
  source TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  encoding_source TEXT NOT NULL,
  flags TEXT NOT NULL CHECK (json_valid(flags)),
  made_by TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  size INTEGER NOT NULL,
  title_odd TEXT,
  text_odd TEXT,
  metadata TEXT NOT NULL CHECK (json_valid(metadata)),
  text TEXT NOT NULL
) STRICT"""

_SECTIONS = """
CREATE TABLE sections (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  CHECK (0 <= start AND start <= "end")
) STRICT"""

_CLAIMS = """
CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  type TEXT NOT NULL,
  quote TEXT NOT NULL,
  sentence TEXT NOT NULL,
  segment TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  metric TEXT GENERATED ALWAYS AS (json_extract(value, '$.metric')) VIRTUAL,
  effect TEXT GENERATED ALWAYS AS (json_extract(value, '$.effect')) VIRTUAL,
  comparator TEXT GENERATED ALWAYS AS (json_extract(value, '$.comparator')) VIRTUAL,
  low REAL GENERATED ALWAYS AS (json_extract(value, '$.low')) VIRTUAL,
  high REAL GENERATED ALWAYS AS (json_extract(value, '$.high')) VIRTUAL,
  group_name TEXT GENERATED ALWAYS AS (json_extract(value, '$.group')) VIRTUAL,
  relation TEXT GENERATED ALWAYS AS (json_extract(value, '$.relation')) VIRTUAL,
  stated_count REAL GENERATED ALWAYS AS (json_extract(value, '$.stated_count')) VIRTUAL,
  timex TEXT GENERATED ALWAYS AS (json_extract(value, '$.timex')) VIRTUAL,
  date_start TEXT GENERATED ALWAYS AS (CASE type WHEN 'date' THEN json_extract(value, '$.start') END) VIRTUAL,
  date_end TEXT GENERATED ALWAYS AS (CASE type WHEN 'date' THEN json_extract(value, '$.end') END) VIRTUAL,
  granularity TEXT GENERATED ALWAYS AS (json_extract(value, '$.granularity')) VIRTUAL,
  attribution TEXT CHECK (attribution IS NULL OR json_valid(attribution)),
  attributed_to TEXT GENERATED ALWAYS AS (json_extract(attribution, '$.surface')) VIRTUAL,
  attributed_name TEXT GENERATED ALWAYS AS (json_extract(attribution, '$.resolved')) VIRTUAL,
  flags TEXT NOT NULL CHECK (json_valid(flags)),
  field TEXT NOT NULL CHECK (field IN ('text', 'title')),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  odd TEXT,
  extractor TEXT NOT NULL,
  claim_key TEXT NOT NULL UNIQUE,
  CHECK (0 <= sentence_start AND sentence_start <= start AND start < "end" AND "end" <= sentence_end)
) STRICT"""

_MEMBERS = """
CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  name TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL
) STRICT"""

_LABEL_EVENTS = """
CREATE TABLE label_events (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  annotator TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT,
  at TEXT NOT NULL,
  origin TEXT NOT NULL,
  batch TEXT NOT NULL,
  undoes TEXT REFERENCES label_events (op_id),
  op_id TEXT NOT NULL UNIQUE
) STRICT"""

_REJECTS = """
CREATE TABLE rejects (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  source TEXT NOT NULL,
  line INTEGER,
  reason TEXT NOT NULL
) STRICT"""

_FINDINGS = """
CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  claim_id INTEGER REFERENCES claims (id),
  run_id INTEGER NOT NULL REFERENCES runs (id),
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT"""

DECISIVE_FIELDS = "('extraction', 'check_worthiness', 'verdict')"
"""A standing label in one of these makes a claim done; a note alone does not."""

_STATES = f"""
CREATE INDEX label_events_state ON label_events (annotator, claim_id, field, op_id, value, undoes)
WHERE undoes IS NULL AND field IN {DECISIVE_FIELDS}"""

# The queue's index is in queue order and holds what filters ask for, so that any queue is one walk along it; likewise
# the index of states holds all that it takes to tell which claims are done.
_INDEXES = (
    "CREATE UNIQUE INDEX articles_sha256 ON articles (sha256)",
    "CREATE INDEX articles_run ON articles (run_id)",
    "CREATE INDEX articles_source_id ON articles (source_id)",
    "CREATE INDEX sections_article ON sections (article_id, start)",
    'CREATE INDEX claims_queue ON claims (article_id, field DESC, start, "end", type, segment)',
    "CREATE INDEX members_claim ON members (claim_id, start)",
    "CREATE INDEX members_name ON members (name)",
    "CREATE INDEX label_events_claim ON label_events (claim_id, annotator, field)",
    "CREATE INDEX label_events_annotator ON label_events (annotator)",
    "CREATE INDEX label_events_batch ON label_events (annotator, batch)",
    _STATES,
    "CREATE INDEX label_events_undoes ON label_events (undoes) WHERE undoes IS NOT NULL",
    "CREATE INDEX rejects_run ON rejects (run_id)",
    "CREATE INDEX findings_article ON findings (article_id)",
    "CREATE INDEX findings_claim ON findings (claim_id)",
    "CREATE INDEX findings_run ON findings (run_id)",
)

_STANDING_EVENTS = """
CREATE VIEW standing_events AS
SELECT e.* FROM label_events e
WHERE e.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM label_events u WHERE u.undoes = e.op_id)"""

# Of a group's rows SQLite takes the other columns from the one with the greatest id, which is the last word.
_CURRENT_LABELS = """
CREATE VIEW current_labels AS
SELECT claim_id, annotator,
  max(CASE field WHEN 'extraction' THEN value END) AS extraction,
  max(CASE field WHEN 'check_worthiness' THEN value END) AS check_worthiness,
  max(CASE field WHEN 'verdict' THEN value END) AS verdict,
  max(CASE field WHEN 'confidence' THEN value END) AS confidence,
  max(CASE field WHEN 'corrected_value' THEN value END) AS corrected_value,
  max(CASE field WHEN 'note' THEN value END) AS note,
  max(at) AS labelled_at
FROM (
  SELECT claim_id, annotator, field, value, at, max(id) FROM standing_events GROUP BY claim_id, annotator, field
)
GROUP BY claim_id, annotator
HAVING count(value) > 0"""

# SQLite walks a text from its start, so that checking each claim of a huge one would take hours: beyond this size the
# trigger trusts whoever writes. factcheck itself checks every quote before it writes, its doctor every one there is.
_GUARDED_SIZE = 100_000

_QUOTE_IS_NOT_THE_TEXT = f"""
NEW.quote IS NOT (
  SELECT CASE WHEN size > {_GUARDED_SIZE} THEN NEW.quote
    ELSE substr(CASE NEW.field WHEN 'title' THEN title ELSE text END, NEW.start + 1, NEW."end" - NEW.start) END
  FROM articles WHERE id = NEW.article_id
)"""

_GUARDS = (
    f"""
CREATE TRIGGER claims_quote_on_insert BEFORE INSERT ON claims WHEN {_QUOTE_IS_NOT_THE_TEXT}
BEGIN SELECT RAISE(ABORT, 'the quote of a claim is not the text at its offsets'); END""",
    f"""
CREATE TRIGGER claims_quote_on_update BEFORE UPDATE OF article_id, field, start, "end", quote ON claims
WHEN {_QUOTE_IS_NOT_THE_TEXT}
BEGIN SELECT RAISE(ABORT, 'the quote of a claim is not the text at its offsets'); END""",
    """
CREATE TRIGGER articles_text_stays BEFORE UPDATE OF text, title ON articles
WHEN (NEW.text IS NOT OLD.text OR NEW.title IS NOT OLD.title)
  AND EXISTS (SELECT 1 FROM claims WHERE article_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'the text of an article with claims cannot change'); END""",
    """
CREATE TRIGGER label_events_no_update BEFORE UPDATE ON label_events
BEGIN SELECT RAISE(ABORT, 'label events are only ever appended'); END""",
    """
CREATE TRIGGER label_events_no_replace BEFORE INSERT ON label_events
WHEN EXISTS (SELECT 1 FROM label_events WHERE op_id = NEW.op_id OR id = NEW.id)
BEGIN SELECT RAISE(IGNORE); END""",
    """
CREATE TRIGGER label_events_no_delete BEFORE DELETE ON label_events
BEGIN SELECT RAISE(ABORT, 'label events are only ever appended'); END""",
)

# Bulk inserts are indexed afterwards, in one go (store.search.index_new_claims); what is indexed is kept true here.
_INDEXED = "EXISTS (SELECT 1 FROM claims_fts_docsize WHERE id = OLD.id)"
_UNINDEX = """
INSERT INTO claims_fts (claims_fts, rowid, quote, sentence) VALUES ('delete', OLD.id, OLD.quote, OLD.sentence)"""
_SEARCH_KEPT_TRUE = (
    f"CREATE TRIGGER claims_fts_on_delete AFTER DELETE ON claims WHEN {_INDEXED} BEGIN {_UNINDEX}; END",
    f"""
CREATE TRIGGER claims_fts_on_update AFTER UPDATE OF quote, sentence ON claims WHEN {_INDEXED}
BEGIN
  {_UNINDEX};
  INSERT INTO claims_fts (rowid, quote, sentence) VALUES (NEW.id, NEW.quote, NEW.sentence);
END""",
)


_CLAIMS_ADDED = (
    "ALTER TABLE claims ADD COLUMN added_by TEXT",
    "ALTER TABLE claims ADD COLUMN flagged INTEGER GENERATED ALWAYS AS (flags <> '[]') VIRTUAL",
    "CREATE INDEX claims_added ON claims (added_by) WHERE added_by IS NOT NULL",
)

# What a queue is ordered and searched by. ``thing`` is what a count counts, ``speaker`` the name that the words of an
# attribution stand for, else the words; ``day`` puts undated articles behind all others.
_QUEUES = (
    """
ALTER TABLE claims ADD COLUMN thing TEXT GENERATED ALWAYS AS (
  CASE type WHEN 'casualty' THEN json_extract(value, '$.effect')
    WHEN 'view_count' THEN json_extract(value, '$.metric') END
) VIRTUAL""",
    """
ALTER TABLE claims ADD COLUMN speaker TEXT GENERATED ALWAYS AS (
  coalesce(json_extract(attribution, '$.resolved'), json_extract(attribution, '$.surface'))
) VIRTUAL""",
    "ALTER TABLE articles ADD COLUMN day TEXT GENERATED ALWAYS AS (coalesce(published, '')) VIRTUAL",
    "DROP INDEX claims_queue",
    'CREATE INDEX claims_queue ON claims (article_id, field DESC, start, "end", type, segment, flagged)',
    """
CREATE INDEX claims_counted ON claims (thing, low, high, article_id, segment)
WHERE type IN ('casualty', 'view_count')""",
    "CREATE INDEX claims_dates ON claims (date_start, date_end) WHERE type = 'date'",
    "CREATE INDEX claims_groups ON claims (group_name COLLATE NOCASE) WHERE type = 'membership'",
    "CREATE INDEX claims_speakers ON claims (speaker COLLATE NOCASE) WHERE attribution IS NOT NULL",
    "CREATE INDEX claims_flags ON claims (flags) WHERE flags <> '[]'",
    "DROP INDEX members_name",
    "CREATE INDEX members_name ON members (name COLLATE NOCASE, claim_id)",
    "CREATE INDEX articles_newest ON articles (day, id)",
    "CREATE INDEX articles_publisher ON articles (publisher COLLATE NOCASE)",
)

# A claim that a person put in stands as long as somebody says so: undo takes it away, redo brings it back. One that
# an extractor has come to find as well stands on its own.
_WITHDRAWN_CLAIMS = """
CREATE VIEW withdrawn_claims AS
SELECT c.id FROM claims c WHERE c.added_by IS NOT NULL AND c.extractor = 'annotator'
  AND NOT EXISTS (
    SELECT 1 FROM (
      SELECT value, max(id) FROM standing_events WHERE claim_id = c.id AND field = 'added' GROUP BY annotator
    ) WHERE value IS NOT NULL
  )"""

UNSAID_FIELDS = "('snoozed_until', 'added')"
"""Fields that say nothing of a claim itself: they alone do not make it labelled."""

_CURRENT_LABELS_2 = f"""
CREATE VIEW current_labels AS
SELECT claim_id, annotator,
  max(CASE field WHEN 'extraction' THEN value END) AS extraction,
  max(CASE field WHEN 'check_worthiness' THEN value END) AS check_worthiness,
  max(CASE field WHEN 'verdict' THEN value END) AS verdict,
  max(CASE field WHEN 'confidence' THEN value END) AS confidence,
  max(CASE field WHEN 'corrected_value' THEN value END) AS corrected_value,
  max(CASE field WHEN 'note' THEN value END) AS note,
  max(CASE field WHEN 'corrected_type' THEN value END) AS corrected_type,
  max(CASE field WHEN 'corrected_span' THEN value END) AS corrected_span,
  max(CASE field WHEN 'duplicate_of' THEN value END) AS duplicate_of,
  max(at) AS labelled_at
FROM (
  SELECT claim_id, annotator, field, value, at, max(id) FROM standing_events
  WHERE field NOT IN {UNSAID_FIELDS} GROUP BY claim_id, annotator, field
)
GROUP BY claim_id, annotator
HAVING count(value) > 0"""

_SNOOZED = """
CREATE INDEX label_events_snoozed ON label_events (annotator, claim_id, op_id, value, undoes)
WHERE undoes IS NULL AND field = 'snoozed_until'"""

# A batch is asked for whoever its events are of: an import has several annotators'.
_BATCHES = (
    "DROP INDEX label_events_batch",
    "CREATE INDEX label_events_batch ON label_events (batch, annotator)",
    "CREATE INDEX label_events_duplicate ON label_events (value) WHERE field = 'duplicate_of'",
)

# Which claims were ever judged, and how they are worded: where precedents are looked for. What stands, events tell.
_JUDGED_CLAIMS = (
    """
CREATE TABLE judged_claims (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL UNIQUE REFERENCES claims (id),
  kind TEXT NOT NULL,
  pattern TEXT NOT NULL
) STRICT""",
    "CREATE INDEX judged_claims_kind ON judged_claims (kind)",
    "CREATE INDEX judged_claims_pattern ON judged_claims (kind, pattern)",
)

_PLACES = """
CREATE TABLE places (
  id INTEGER PRIMARY KEY,
  annotator TEXT NOT NULL UNIQUE,
  search TEXT NOT NULL,
  claim_id INTEGER REFERENCES claims (id) ON DELETE SET NULL,
  at TEXT NOT NULL
) STRICT"""

_SAVED_SEARCHES = """
CREATE TABLE saved_searches (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  search TEXT NOT NULL,
  annotator TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT"""


def _execute(db: Database, statements: Iterable[str]) -> None:
    for statement in statements:
        db.conn.execute(statement)


@migrations()
def m001_articles_claims_and_labels(db: Database) -> None:
    """Make every table, index, view and trigger of the first release."""
    _execute(db, (_RUNS, _ARTICLES, _SECTIONS, _CLAIMS, _MEMBERS, _LABEL_EVENTS, _REJECTS, _FINDINGS))
    _execute(db, _INDEXES)
    _execute(db, (_STANDING_EVENTS, _CURRENT_LABELS))
    _execute(db, _GUARDS)
    db.table("claims").enable_fts(["quote", "sentence"], tokenize="unicode61 remove_diacritics 2")
    _execute(db, _SEARCH_KEPT_TRUE)


@migrations()
def m002_corrections_and_places(db: Database) -> None:
    """Claims that people add, the further label fields, the annotators' places in the queue, and saved searches."""
    _execute(db, _CLAIMS_ADDED)
    _execute(db, _QUEUES)
    _execute(db, ("DROP VIEW current_labels", _WITHDRAWN_CLAIMS, _CURRENT_LABELS_2, _SNOOZED))
    _execute(db, (_PLACES, _SAVED_SEARCHES, "CREATE INDEX places_claim ON places (claim_id)"))
    _execute(db, (*_BATCHES, *_JUDGED_CLAIMS))
    note_all_judged(db)
