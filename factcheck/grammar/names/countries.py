"""Countries by any of the names that the press writes, and the adjectives that mean them."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

_LONGEST_NAME_IN_WORDS = 8
"""The longest alias in the table has eight words; nothing longer is looked up."""


def _folded(name: str) -> str:
    return name.replace("’", "'").casefold()


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Folded country name to code, and folded demonym to code."""
    rows = json.loads(files("factcheck").joinpath("data/countries.json").read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    for row in rows:
        for name in (row["name"], *row["aliases"]):
            names[_folded(name)] = row["code"]
        for demonym in row["demonyms"]:
            demonyms.setdefault(_folded(demonym), row["code"])
    return names, demonyms


@cache
def _first_words() -> frozenset[str]:
    """Every word that a country's name begins with: most words of a text are none, and cost one look."""
    return frozenset(name.partition(" ")[0] for name in _tables()[0])


def country_code(name: str) -> str | None:
    """Return the code of a country's name, else ``None``.

    It is ISO 3166 alpha-2, with part 2 for the parts of a country and part 3 for former states.
    """
    return _tables()[0].get(_folded(name))


def demonym_code(word: str) -> str | None:
    """Return the code of the country that an adjective or noun such as "Tajik" belongs to, else ``None``."""
    return _tables()[1].get(_folded(word))


def country_tokens(words: list[str], first: int) -> int:
    """How many of the words from ``first`` on make the longest country name there; 0 where none starts."""
    joined = _folded(words[first])
    if joined not in _first_words():
        return 0
    names = _tables()[0]
    longest = 1 if joined in names else 0
    for count, word in enumerate(words[first + 1 : first + _LONGEST_NAME_IN_WORDS], start=2):
        joined = f"{joined} {_folded(word)}"
        if joined in names:
            longest = count
    return longest
