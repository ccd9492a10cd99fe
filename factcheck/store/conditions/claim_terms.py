"""Search terms that ask what a claim or its article is, as clauses. What people said of it: ``said_terms``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.errors import UsageError
from factcheck.filters.fields import ANY, NONE, unliteral
from factcheck.filters.reading import days
from factcheck.model import Term
from factcheck.store.conditions.clauses import Clause, Sql, any_of, equals, holds, one_of
from factcheck.store.full_text import match_query
from factcheck.values import number

_COUNTED = "c.type IN ('casualty', 'view_count')"
"""The claims of an index, in the index's own words, so that SQLite sees that it applies; likewise below."""


def term_clause(term: Term) -> Clause:
    """The clause of a term. Raises UsageError for a field that no claim has."""
    builder = _BUILDERS.get(term.field)
    if builder is None:
        raise UsageError(f"claims cannot be searched by {term.field!r}")
    return builder(term)


def _clause(term: Term, where: Sql, ids: str | None = None) -> Clause:
    """A clause over ``claims c``; ``ids`` is the condition of the index from which it can be answered as well."""
    indexed = None if ids is None else Sql(f"SELECT c.id FROM claims c WHERE {ids} AND ({where.text})", where.values)
    return Clause(where, indexed, negated=term.negated)


def _each(term: Term, every: str, one: Callable[[str], Sql]) -> Sql:
    """Any of a term's values: ``every`` is the condition for ``*``, its opposite the one for ``none``."""
    special = {ANY: Sql(every), NONE: Sql(f"({every}) IS NOT TRUE")}
    return any_of(special.get(value) or one(unliteral(value)) for value in term.values)


def _type(term: Term) -> Clause:
    return _clause(term, _each(term, "TRUE", lambda value: Sql("c.type = ?", (value,))))


def _section(term: Term) -> Clause:
    return _clause(term, _each(term, "TRUE", lambda value: Sql("c.segment = ?", (value,))))


def _flag(term: Term) -> Clause:
    if all(value in (ANY, NONE) for value in term.values):
        return _clause(term, _each(term, "c.flagged", lambda _: Sql("TRUE")))
    named = _each(term, "c.flagged", lambda value: _flag_named(term, value))
    return _clause(term, named, None if NONE in term.values else "c.flags <> '[]'")


def _flag_named(term: Term, value: str) -> Sql:
    test = equals("value", value) if term.operator == "=" else holds("value", value)
    # Claims share few lists of flags, so that the lists are searched and not the claims.
    return Sql(
        "c.flags IN (SELECT flags FROM (SELECT DISTINCT flags FROM claims WHERE flags <> '[]') "
        f"WHERE EXISTS (SELECT 1 FROM json_each(flags) WHERE {test.text}))",
        test.values,
    )


def _closed(kind: str, column: str, index: str | None) -> Callable[[Term], Clause]:
    """A field with a closed list of values that the claims of one type alone have."""

    def build(term: Term) -> Clause:
        where = _each(
            term, f"{kind} AND {column} IS NOT NULL", lambda value: Sql(f"{kind} AND {column} = ?", (value,))
        )
        return _clause(term, where, None if NONE in term.values else index)

    return build


def _value(term: Term) -> Clause:
    where = _each(term, _COUNTED, lambda value: _bound(term.operator, float(value)))
    return _clause(term, where, None if NONE in term.values else _COUNTED)


def _bound(operator: str, value: float) -> Sql:
    """A count compared with a number: surely, but for ``:``, which asks whether it can be that number.

    "More than 12" is held as a low of 12, so that at the bound itself the words decide.
    """
    sql = {
        ":": "coalesce(c.low, c.high) IS NOT NULL AND "
        "(c.low IS NULL OR c.low < ? OR (c.low = ? AND c.comparator <> '>')) AND "
        "(c.high IS NULL OR c.high > ? OR (c.high = ? AND c.comparator <> '<'))",
        "=": "c.low = ? AND c.high = ? AND c.comparator <> '~'",
        ">=": "c.low >= ?",
        ">": "c.low > ? OR (c.low = ? AND c.comparator = '>')",
        "<=": "c.high <= ?",
        "<": "c.high < ? OR (c.high = ? AND c.comparator = '<')",
    }[operator]
    held = number(value)
    return Sql(f"{_COUNTED} AND ({sql})", (value if held is None else held,) * sql.count("?"))


def _date(term: Term) -> Clause:
    where = _each(term, "c.type = 'date' AND c.date_start IS NOT NULL", lambda value: _period(term.operator, value))
    return _clause(term, where, None if NONE in term.values else "c.type = 'date'")


def _period(operator: str, value: str) -> Sql:
    first, last = (str(day) for day in days(value))
    sql, values = {
        ":": ("c.date_start <= ? AND c.date_end >= ?", (last, first)),
        "=": ("c.date_start >= ? AND c.date_end <= ?", (first, last)),
        ">=": ("c.date_start >= ?", (first,)),
        ">": ("c.date_start > ?", (last,)),
        "<=": ("c.date_end <= ?", (last,)),
        "<": ("c.date_end < ?", (first,)),
    }[operator]
    return Sql(f"c.type = 'date' AND {sql}", values)


def _named(kind: str, column: str, index: str | None) -> Callable[[Term], Clause]:
    """A field that holds a name: ``:`` asks for a part of it, ``=`` for the whole."""

    def build(term: Term) -> Clause:
        test = equals if term.operator == "=" else holds

        def one(value: str) -> Sql:
            found = test(column, value)
            return Sql(f"{kind} AND ({found.text})", found.values)

        where = _each(term, f"{kind} AND {column} IS NOT NULL", one)
        return _clause(term, where, None if NONE in term.values else index)

    return build


def _member(term: Term) -> Clause:
    test = equals if term.operator == "=" else holds

    def one(value: str) -> Sql:
        found = test("m.name", value)
        return Sql(f"c.id IN (SELECT m.claim_id FROM members m WHERE {found.text})", found.values)

    where = _each(term, "c.type = 'membership' AND c.id IN (SELECT m.claim_id FROM members m)", one)
    return _clause(term, where, None if NONE in term.values else "c.type = 'membership'")


def _text(term: Term) -> Clause:
    each = "SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?"
    ids = Sql(" UNION ".join([each] * len(term.values)), tuple(match_query(f'"{words}"') for words in term.values))
    return Clause(Sql(f"c.id IN ({ids.text})", ids.values), ids, negated=term.negated)


def _of_article(column: str) -> Callable[[Term], Clause]:
    def build(term: Term) -> Clause:
        test = equals if term.operator == "=" else holds
        where = _each(term, f"a.{column} IS NOT NULL", lambda value: test(f"a.{column}", value))
        return Clause(where, of_article=True, negated=term.negated)

    return build


def _source(term: Term) -> Clause:
    test = equals if term.operator == "=" else holds
    where = any_of(
        any_of([test("a.source_id", unliteral(value)), test("a.source", unliteral(value))]) for value in term.values
    )
    return Clause(where, of_article=True, negated=term.negated)


def _article(term: Term) -> Clause:
    where = one_of("c.article_id", [int(value) for value in term.values])
    return _clause(term, where, "TRUE")


def _published(term: Term) -> Clause:
    where = _each(term, "a.published IS NOT NULL", lambda value: _day(term.operator, value))
    return Clause(where, of_article=True, negated=term.negated)


def _since(term: Term) -> Clause:
    return Clause(_day(">=", term.values[0]), of_article=True, negated=term.negated)


def _until(term: Term) -> Clause:
    return Clause(_day("<=", term.values[0]), of_article=True, negated=term.negated)


def _day(operator: str, value: str) -> Sql:
    """The article's day compared; an undated article's is before none and after none."""
    first, last = (str(day) for day in days(value))
    sql, values = {
        ">=": ("a.day >= ?", (first,)),
        ">": ("a.day > ?", (last,)),
        "<=": ("a.day <= ? AND a.day <> ''", (last,)),
        "<": ("a.day < ? AND a.day <> ''", (first,)),
    }.get(operator, ("a.day >= ? AND a.day <= ?", (first, last)))
    return Sql(sql, values)


def _added(term: Term) -> Clause:
    """Whom ``me`` stands for is put in before."""
    where = _each(term, "c.added_by IS NOT NULL", lambda value: Sql("c.added_by = ?", (value,)))
    return _clause(term, where, None if NONE in term.values else "c.added_by IS NOT NULL")


_MEMBERSHIP = "c.type = 'membership'"

_BUILDERS: Mapping[str, Callable[[Term], Clause]] = {
    "type": _type,
    "section": _section,
    "flag": _flag,
    "value": _value,
    "effect": _closed("c.type = 'casualty'", "c.thing", _COUNTED),
    "metric": _closed("c.type = 'view_count'", "c.thing", _COUNTED),
    "comparator": _closed(_COUNTED, "c.comparator", None),
    "date": _date,
    "group": _named(_MEMBERSHIP, "c.group_name", _MEMBERSHIP),
    "relation": _named(_MEMBERSHIP, "c.relation", None),
    "member": _member,
    "speaker": _named("c.attribution IS NOT NULL", "c.speaker", "c.attribution IS NOT NULL"),
    "text": _text,
    "publisher": _of_article("publisher"),
    "source": _source,
    "article": _article,
    "published": _published,
    "since": _since,
    "until": _until,
    "added": _added,
}
