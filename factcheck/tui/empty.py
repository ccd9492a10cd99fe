"""What an empty queue says: why it is empty, and what to do."""

from __future__ import annotations

from pathlib import Path

from factcheck.grammar.text import display_line
from factcheck.review.keymap import Keymap


def why_empty(search: str, claims: int, db_path: Path, keymap: Keymap) -> str:
    """The words for an empty queue of a database that holds ``claims`` claims, teasers and furniture included."""
    reload, everything, foreign = keymap.shown("reload"), keymap.shown("all"), keymap.shown("foreign")
    if not claims:
        path = display_line(str(db_path))
        command = f"factcheck extract FILES --db {path}"
        return f"No claims in this database yet.\n\n{command}\n\nfinds some; {reload} then shows them here."
    match search.split():
        case ["state:todo"]:
            states = keymap.shown("states")
            return f"All done.\n\n{states} shows what you have done; factcheck export hands it on."
        case ["state:done"]:
            return f"Nothing is done yet.\n\n{everything} shows the whole queue."
        case []:
            return f"The articles' own words hold no claims.\n\n{foreign} shows those of teasers and page furniture."
    return (
        f"No claim is like this:\n\n{display_line(search)}\n\n{everything} shows the whole queue; "
        f"{foreign} also looks at teasers and page furniture."
    )
