"""What an empty queue says: why it is empty, and what to do."""

from __future__ import annotations

from pathlib import Path

from factcheck.grammar.text import display_line
from factcheck.model import ClaimFilter, ReviewState


def why_empty(queue: ClaimFilter, claims: int, db_path: Path) -> str:
    """The words for an empty queue of a database that holds ``claims`` claims, teasers and furniture included."""
    if not claims:
        path = display_line(str(db_path))
        command = f"factcheck extract FILES --db {path}"
        return f"No claims in this database yet.\n\n{command}\n\nfinds some; F5 then shows them here."
    narrowed = bool(queue.types or queue.text)
    if queue.state is ReviewState.TODO and not narrowed:
        return "All done.\n\no shows what you have done; factcheck export hands it on."
    if queue.state is ReviewState.DONE and not narrowed:
        return "Nothing is done yet.\n\no shows the whole queue."
    if narrowed or queue.state is not None:
        return "No claim is like this.\n\nesc ends search and filters; h also looks at teasers and page furniture."
    return "The articles' own words hold no claims.\n\nh shows those of teasers and page furniture."
