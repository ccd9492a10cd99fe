"""What an empty queue says: why it is empty, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factcheck.filters import replace_term
from factcheck.grammar.text import display_line
from factcheck.model import ClaimFilter
from factcheck.review.keymap import Keymap
from factcheck.review.orders import conditions, order_words


@dataclass(frozen=True, slots=True)
class Empty:
    """An empty queue: its search line as written and as read, and what there is besides.

    ``claims`` counts the whole database, teasers and furniture included; ``put_off`` the claims that the annotator
    has put off.
    """

    search: str
    wanted: ClaimFilter
    claims: int
    put_off: int
    db_path: Path


def why_empty(empty: Empty, keymap: Keymap) -> str:
    """The words for an empty queue: paragraphs with a blank line between them."""
    if not empty.claims:
        path = display_line(str(empty.db_path))
        command = f"factcheck extract FILES --db {path}"
        shows = f"finds some; {keymap.shown('reload')} then shows them here."
        return f"No claims in this database yet.\n\n{command}\n\n{shows}"
    return "\n\n".join([*_reason(empty, keymap), *_put_off(empty, keymap)])


def _reason(empty: Empty, keymap: Keymap) -> list[str]:
    everything, foreign, states = keymap.shown("all"), keymap.shown("foreign"), keymap.shown("states")
    chosen = conditions(empty.search)
    others = display_line(replace_term(chosen, "state", None))
    search = f"{keymap.shown('search')} changes the search; {everything} shows the whole queue."
    match _state(empty.wanted):
        case "todo" if not others:
            words = "All done." if not empty.put_off else "All done but what is put off."
            reason = [words, f"{states} shows what you have done; factcheck export hands it on."]
        case "todo":
            reason = ["Nothing is left to do of this:", others, f"{states} shows what is done of it. {search}"]
        case "done" if others:
            reason = ["Nothing is done yet of this:", others, search]
        case "done":
            reason = ["Nothing is done yet.", f"{everything} shows the whole queue."]
        case "snoozed" if not others:
            reason = ["Nothing is put off.", f"{everything} shows the whole queue."]
        case _ if chosen:
            drawn = [f"({display_line(order_words(empty.wanted))})"] if empty.wanted.sample is not None else []
            ways = f"{search} {foreign} also looks at teasers and page furniture."
            reason = ["No claim is like this:", display_line(chosen), *drawn, ways]
        case _ if empty.put_off:
            reason = ["Everything that is to do is put off."]
        case _:
            own = "The articles' own words hold no claims."
            reason = [own, f"{foreign} shows those of teasers and page furniture."]
    return reason


def _put_off(empty: Empty, keymap: Keymap) -> list[str]:
    """Where the claims are that were put off, unless they were just asked for."""
    if not empty.put_off or _state(empty.wanted) in {"snoozed", "done"}:
        return []
    claims = "1 claim is" if empty.put_off == 1 else f"{empty.put_off:,} claims are"
    return [f"{claims} put off: {keymap.shown('search')} state:snoozed shows them before their time."]


def _state(wanted: ClaimFilter) -> str | None:
    """The one state that is asked for, if any."""
    asked = [term for term in wanted.terms if term.field == "state"]
    plain = len(asked) == 1 and not asked[0].negated and len(asked[0].values) == 1
    return asked[0].values[0] if plain else None
