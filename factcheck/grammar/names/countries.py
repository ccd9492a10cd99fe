"""Countries by any of the names that the press writes, and the adjectives that mean them.

The table is ``factcheck/data/countries.json``, read once, when the first name is looked up; the README beside it
says where it is from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LONGEST_NAME_IN_WORDS = 8
"""The longest alias in the table has eight words; nothing longer is looked up."""
_OFFICIAL = (
    "republic of",
    "kingdom of",
    "islamic republic of",
    "federal republic of",
    "people's republic of",
    "socialist republic of",
    "principality of",
    "sultanate of",
    "republic of the",
    "kingdom of the",
)
"""What stands before a name in a state's official one; the table holds the others ("Swiss Confederation")."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Codes by folded name and by folded demonym; ``initials`` are the names that must stand in capitals."""

    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    initials: frozenset[str]
    first_words: frozenset[str]
    last_words: frozenset[str]


def _folded(name: str) -> str:
    return name.replace("’", "'").casefold()


@cache
def _table() -> _Table:
    rows = json.loads(files("factcheck").joinpath("data/countries.json").read_text(encoding="utf-8"))
    names = {_folded(name): row["code"] for row in rows for name in (row["name"], *row["aliases"])}
    for row in rows:
        for official in _OFFICIAL:
            names.setdefault(f"{official} {_folded(row['name'])}", row["code"])
    demonyms = {_folded(demonym): row["code"] for row in rows for demonym in row["demonyms"]}
    initials = {_folded(name) for row in rows for name in row["aliases"] if name.isupper()}
    firsts = {name.partition(" ")[0] for name in names}
    lasts = {name.rpartition(" ")[2] for name in names}
    return _Table(names, demonyms, frozenset(initials), frozenset(firsts), frozenset(lasts))


def country_code(name: str) -> str | None:
    """Return the code of a country's name, else ``None``.

    It is ISO 3166 alpha-2, with part 2 for the parts of a country and part 3 for former states.
    """
    table, folded = _table(), _folded(name)
    return None if folded in table.initials and not name.isupper() else table.names.get(folded)


def demonym_code(word: str) -> str | None:
    """Return the code of the country that an adjective or noun such as "Tajik" belongs to, else ``None``."""
    return _table().demonyms.get(_folded(word))


def ends_country(word: str) -> bool:
    """Whether a country's name may end in the word, which is in lower case."""
    return word in _table().last_words


def country_tokens(words: list[str], first: int) -> int:
    """How many of the words from ``first`` on make the longest country name there; 0 where none starts."""
    table, joined = _table(), _folded(words[first])
    if joined not in table.first_words:
        return 0  # most words begin no country's name, and cost one look
    longest = 1 if joined in table.names and country_code(words[first]) else 0
    for count, word in enumerate(words[first + 1 : first + _LONGEST_NAME_IN_WORDS], start=2):
        joined = f"{joined} {_folded(word)}"
        if joined in table.names:
            longest = count
    return longest
