"""What a filter asks, clause by clause, as SQL: pure, and every value a bound parameter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.store.odd_characters import storable

Parameters = list[str | int | float]


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of SQL and the values of its parameters."""

    text: str
    values: tuple[str | int | float, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that a filter asks of a claim.

    ``where`` holds of a row of ``claims c``, or of ``articles a`` where ``of_article``. ``ids`` selects the numbers
    of the claims of which it holds, from an index, so that few can be found among many. ``negated`` turns it round:
    what is unknown does not hold, so that the opposite does.
    """

    where: Sql
    ids: Sql | None = None
    of_article: bool = False
    negated: bool = False

    @property
    def condition(self) -> Sql:
        """``where``, turned round if need be."""
        return Sql(f"({self.where.text}) IS NOT TRUE" if self.negated else f"({self.where.text})", self.where.values)

    @property
    def as_set(self) -> Sql:
        """The same for a query over all claims, for which a set read from an index is cheaper than a look at each."""
        if self.ids is None:
            return self.condition
        return Sql(f"c.id {'NOT ' if self.negated else ''}IN ({self.ids.text})", self.ids.values)


def all_of(parts: Iterable[Sql]) -> Sql:
    """Conditions that must hold together."""
    found = list(parts)
    return Sql(" AND ".join(part.text for part in found) or "TRUE", tuple(v for part in found for v in part.values))


def any_of(parts: Iterable[Sql]) -> Sql:
    """Conditions of which one must hold."""
    found = list(parts)
    return Sql(" OR ".join(f"({part.text})" for part in found), tuple(v for part in found for v in part.values))


def one_of(column: str, values: Iterable[str | int]) -> Sql:
    """A column that holds one of the values."""
    wanted = tuple(storable(value) if isinstance(value, str) else value for value in values)
    return Sql(f"{column} IN ({placeholders(len(wanted))})", wanted)


def holds(column: str, words: str) -> Sql:
    """A column that holds the words anywhere, in whatever case."""
    return any_of(Sql(f"{column} LIKE ? ESCAPE '\\'", (f"%{escaped(one)}%",)) for one in _cases(storable(words)))


def equals(column: str, words: str) -> Sql:
    """A column that is these words and no more, in whatever case."""
    return any_of(Sql(f"{column} LIKE ? ESCAPE '\\'", (escaped(one),)) for one in _cases(storable(words)))


def escaped(words: str) -> str:
    """Words for LIKE that mean themselves alone."""
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _cases(words: str) -> Iterable[str]:
    """The spellings to look for: LIKE knows the case of ASCII letters alone."""
    if words.isascii():
        return (words,)
    return dict.fromkeys((words, words.lower(), words.upper(), words.title(), words.capitalize()))


def placeholders(count: int) -> str:
    """So many question marks, for ``IN (…)``."""
    return ", ".join("?" * count)
