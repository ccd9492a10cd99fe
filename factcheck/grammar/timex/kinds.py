"""The kinds of words that time expressions are made of, one letter each.

A kind is a name that rules are written in ("MONTH DAY COMMA? YEAR") and one letter that shapes are matched by: a run
of tokens becomes a short string, so that a rule is a small regular expression over kinds, not over text.
"""

from __future__ import annotations

from typing import NamedTuple

LETTERS: dict[str, str] = {
    "DAY": "d",  # digits that can be a day of a month
    "NUMBER": "n",  # any other cardinal
    "YEAR": "y",
    "SHORTYEAR": "j",  # '89
    "DECADE": "D",  # 1990s, '90s, nineties
    "FRACTION": "5",  # 1/2
    "ORDINAL": "o",
    "NUMERIC": "i",  # 2022-11-23, 11/23/2022
    "FOREIGN": "Q",  # 23 novembre 2022
    "CLOCK": "k",
    "MONTH": "M",
    "WEEKDAY": "W",
    "WEEKDAYS": "V",
    "SEASON": "S",
    "UNIT": "u",
    "UNITS": "U",
    "HALF": "K",
    "PERIOD": "I",
    "PART": "P",
    "NOON": "N",
    "TODAY": "T",
    "REF": "R",
    "HOLIDAY": "O",
    "OFTEN": "v",
    "EVERY": "Y",
    "QUARTERCODE": "C",  # Q3, 3Q
    "HALFCODE": "8",  # H1, 1H
    "FISCAL": "G",
    "THE": "t",
    "A": "a",
    "THIS": "h",
    "THAT": "H",
    "LAST": "l",
    "PAST": "p",
    "NEXT": "x",
    "FOLLOWING": "F",
    "AGO": "g",
    "EARLIER": "E",
    "LATER": "L",
    "BEFORE": "b",
    "EDGE": "e",  # beginning, middle, end
    "PHASE": "m",  # early, late, mid
    "OF": "f",
    "ON": "w",  # prepositions that join a time to a day
    "OR": "r",
    "COMMA": "c",
    "DASH": "s",
    "POSSESSIVE": "z",
    "FEW": "q",
    "ABOUT": "A",
    "OVER": "4",  # "over": a comparator before a number, a preposition before "the past year"
    "MORE": "X",
    "LONG": "J",
    "ERA": "B",
    "ZONE": "1",
    "SAME": "2",
    "SO": "3",
    "RECENT": "6",
    "LATTER": "7",
}
"""One letter for each kind."""


class Word(NamedTuple):
    """A kind's letter and the value that the word carries."""

    kind: str
    value: int | str | None


def words(kind: str, table: dict[str, int | str] | dict[str, int] | dict[str, str] | str) -> dict[str, Word]:
    """Words of one kind: a table from space-separated words to the value that they share, or words without one."""
    if isinstance(table, str):
        return {word: Word(LETTERS[kind], None) for word in table.split()}
    return {word: Word(LETTERS[kind], value) for group, value in table.items() for word in group.split()}
