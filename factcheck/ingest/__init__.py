"""Files to articles: which files, which bytes, which encoding, whose words, what date."""

from factcheck.ingest.articles import article
from factcheck.ingest.records import Record, records
from factcheck.ingest.sources import Source, expand

INGEST_VERSION = "2"
"""Goes up when the same bytes are read as another article: stored ones are then read again."""

__all__ = ["INGEST_VERSION", "Record", "Source", "article", "expand", "records"]
