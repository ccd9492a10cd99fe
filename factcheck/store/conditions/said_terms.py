"""Search terms that ask what people said of a claim, as clauses; ``by`` says whose word counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

from factcheck.errors import UsageError
from factcheck.filters.fields import ANY, LABEL_FIELDS, ME, NONE, unliteral
from factcheck.filters.reading import days
from factcheck.model import LabelField, Term
from factcheck.store.conditions.clauses import Clause, Sql, all_of, any_of, holds, one_of
from factcheck.store.odd_characters import storable
from factcheck.store.schema import DECISIVE_FIELDS, UNSAID_FIELDS

_CLOSED = tuple(LABEL_FIELDS.values())
_CORRECTIONS = {
    "value": LabelField.CORRECTED_VALUE,
    "span": LabelField.CORRECTED_SPAN,
    "type": LabelField.CORRECTED_TYPE,
}

DECISIVE = frozenset({LabelField.EXTRACTION, LabelField.CHECK_WORTHINESS, LabelField.VERDICT})
"""The fields of ``DECISIVE_FIELDS``."""

EVERY_CLAIM = Sql("TRUE")
"""The scope of all claims, as a condition on ``claim_id``."""


def whose(terms: Iterable[Term], annotator: str | None) -> Sql:
    """The condition on events that ``by`` says: the annotator's own where it is not given, anybody's without one."""
    found = [term for term in terms if term.field == "by"]
    if not found:
        return Sql("annotator = ?", (storable(annotator),)) if annotator is not None else Sql("TRUE")
    parts = []
    for term in found:
        people = persons(term, annotator)
        named = Sql("TRUE") if people is None else one_of("annotator", people)
        parts.append(Sql(f"NOT ({named.text})" if term.negated else named.text, named.values))
    return Sql(" AND ".join(f"({part.text})" for part in parts), tuple(v for part in parts for v in part.values))


def persons(term: Term, annotator: str | None) -> list[str] | None:
    """The names that a term means; ``None`` for anybody."""
    if ANY in term.values:
        return None
    if ME in term.values and annotator is None:
        raise UsageError(f"{term.field}:{ME}: nobody is named as the annotator")
    return [annotator if value == ME and annotator is not None else unliteral(value) for value in term.values]


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose words count, and of which claims they are looked for.

    ``among`` is a condition on ``claim_id``: all claims where a set is read, the one at hand where each is looked at.
    """

    by: Sql
    among: Sql = EVERY_CLAIM

    @property
    def condition(self) -> Sql:
        """Both as a condition on events."""
        return all_of([self.among, self.by])

    def claims(self, test: Sql) -> Sql:
        """The claims in the scope that pass a test of their ``claim_id``."""
        return Sql(
            f"SELECT claim_id FROM (SELECT id AS claim_id FROM claims) WHERE {self.among.text} AND {test.text}",
            self.among.values + test.values,
        )


_OF_THE_CLAIM = Sql("claim_id = c.id")


def given_claims(ids: Iterable[int]) -> Sql:
    """The scope of these claims alone."""
    return Sql("claim_id IN (SELECT value FROM json_each(?))", (f"[{','.join(map(str, ids))}]",))


def said(fields: Sequence[LabelField], scope: Scope, test: Sql | None = None) -> Sql:
    """The claims of which a word stands in one of the fields that passes the test."""
    # Partial indexes serve some fields, and SQLite sees that only where these are named as the index names them.
    usable = f"field IN {DECISIVE_FIELDS} AND " if DECISIVE.issuperset(fields) else ""
    names = [f"'{field.value}'" for field in fields]
    chosen = f"field = {names[0]}" if len(names) == 1 else f"field IN ({', '.join(names)})"
    return _standing(f"{usable}{chosen}", scope, "value", test)


def _standing(chosen: str, scope: Scope, columns: str, test: Sql | None) -> Sql:
    """The last word of each annotator in the fields chosen, where it was not taken back and clears nothing."""
    passed = f" AND ({test.text})" if test else ""
    condition = scope.condition
    return Sql(
        f"SELECT claim_id FROM (SELECT claim_id, {columns}, max(id) FROM standing_events "
        f"WHERE {condition.text} AND {chosen} GROUP BY annotator, claim_id, field) WHERE value IS NOT NULL{passed}",
        condition.values + (test.values if test else ()),
    )


def done(scope: Scope) -> Sql:
    """The claims that are done."""
    return said(sorted(DECISIVE), scope)


def snoozed(scope: Scope) -> Sql:
    """The claims that are put off to a time that has not come."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return said([LabelField.SNOOZED_UNTIL], scope, Sql("julianday(value) > julianday(?)", (now,)))


def disputed(among: Sql = EVERY_CLAIM) -> Sql:
    """The claims of whose extraction or verdict annotators say different things."""
    # Only of claims that several people spoke of are the last words compared: of most there is one annotator.
    return Sql(
        f"""
SELECT DISTINCT claim_id FROM (
  SELECT claim_id, field, value, max(id) FROM standing_events
  WHERE field IN ('extraction', 'verdict') AND {among.text} AND claim_id IN (
    SELECT claim_id FROM label_events WHERE {among.text} GROUP BY claim_id HAVING count(DISTINCT annotator) > 1
  )
  GROUP BY annotator, claim_id, field
) GROUP BY claim_id, field HAVING count(DISTINCT value) > 1""",
        among.values * 2,
    )


def said_clause(term: Term, by: Sql) -> Clause:
    """The clause of a term that asks what people said.

    What nobody said is asked for as the opposite of what somebody did, which is the shorter list.
    """
    if term.values == (NONE,):
        return said_clause(replace(term, values=(_EVERY.get(term.field, ANY),), negated=not term.negated), by)
    if term.field == "state" and term.values == ("todo",):
        return _clause(_unfit, by, negated=not term.negated)
    return _clause(partial(_BUILDERS[term.field], term), by, negated=term.negated)


def by_clause(terms: Iterable[Term], annotator: str | None) -> list[Clause]:
    """``by`` without a field that it could count for: claims of which these people said something that stands."""
    return [
        _clause(_said_anything, whose([replace(term, negated=False)], annotator), negated=term.negated)
        for term in terms
        if term.field == "by"
    ]


def _clause(build: Callable[[Scope], Sql], by: Sql, *, negated: bool) -> Clause:
    """The clause of what selects claims in a scope: a set over all of them, for one alone a look at its events."""
    own = build(Scope(by, _OF_THE_CLAIM))
    return Clause(Sql(f"c.id IN ({own.text})", own.values), build(Scope(by)), negated=negated)


def _said_anything(scope: Scope, test: Sql | None = None) -> Sql:
    return _standing(f"field NOT IN {UNSAID_FIELDS}", scope, "value, at", test)


def _unfit(scope: Scope) -> Sql:
    """The claims that there is nothing to do about at present."""
    return _either([done(scope), snoozed(scope)])


def _either(found: Iterable[Sql]) -> Sql:
    parts = list(found)
    return Sql(" UNION ALL ".join(part.text for part in parts), tuple(v for part in parts for v in part.values))


def _none_of(ids: Sql, scope: Scope) -> Sql:
    return scope.claims(Sql(f"claim_id NOT IN ({ids.text})", ids.values))


def _values(term: Term, scope: Scope, every: Sql, chosen: Callable[[list[str]], Sql]) -> Sql:
    """``*`` for all there are, ``none`` for the others, and the values otherwise; any of them will do."""
    parts = []
    plain = [value for value in term.values if value not in (ANY, NONE, "any")]
    if ANY in term.values or "any" in term.values:
        parts.append(every)
    if NONE in term.values:
        parts.append(_none_of(every, scope))
    if plain:
        parts.append(chosen(plain))
    return _either(parts)


def _closed(term: Term, scope: Scope) -> Sql:
    fields = [LABEL_FIELDS[term.field]]
    return _values(term, scope, said(fields, scope), lambda chosen: said(fields, scope, one_of("value", chosen)))


def _label(term: Term, scope: Scope) -> Sql:
    return _values(term, scope, done(scope), lambda chosen: said(_CLOSED, scope, one_of("value", chosen)))


def _note(term: Term, scope: Scope) -> Sql:
    def chosen(words: list[str]) -> Sql:
        return said([LabelField.NOTE], scope, any_of(holds("value", unliteral(word)) for word in words))

    return _values(term, scope, said([LabelField.NOTE], scope), chosen)


def _corrected(term: Term, scope: Scope) -> Sql:
    def corrected(kinds: Iterable[str]) -> Sql:
        return said([_CORRECTIONS[kind] for kind in kinds], scope)

    return _values(term, scope, corrected(_CORRECTIONS), corrected)


def _duplicate(term: Term, scope: Scope) -> Sql:
    every = _either(
        [said([LabelField.DUPLICATE_OF], scope), said([LabelField.EXTRACTION], scope, Sql("value = 'duplicate'"))],
    )
    return _values(term, scope, every, lambda _: every)


def _disagree(term: Term, scope: Scope) -> Sql:
    every = disputed(scope.among)
    return _values(term, scope, every, lambda _: every)


def _labelled(term: Term, scope: Scope) -> Sql:
    if term.operator in (":", "="):
        return _values(
            term,
            scope,
            _said_anything(scope),
            lambda chosen: _said_anything(scope, any_of(_on_days("at", one, ":") for one in chosen)),
        )
    return _said_anything(scope, _on_days("at", term.values[0], term.operator))


def _on_days(column: str, written: str, operator: str) -> Sql:
    """Times compared with days; a time begins with its day, so that texts compare as times do."""
    first, last = days(written)
    after = str(last + timedelta(days=1))
    match operator:
        case ">":
            return Sql(f"{column} >= ?", (after,))
        case ">=":
            return Sql(f"{column} >= ?", (str(first),))
        case "<":
            return Sql(f"{column} < ?", (str(first),))
        case "<=":
            return Sql(f"{column} < ?", (after,))
        case _:
            return Sql(f"{column} >= ? AND {column} < ?", (str(first), after))


def _state(term: Term, scope: Scope) -> Sql:
    parts = []
    for value in term.values:
        if value == ANY:
            parts.append(scope.claims(Sql("TRUE")))
        elif value == "done":
            parts.append(done(scope))
        elif value == "snoozed":
            asleep, finished = snoozed(scope), done(scope)
            parts.append(Sql(f"{asleep.text} AND claim_id NOT IN ({finished.text})", asleep.values + finished.values))
        else:
            parts.append(_none_of(_unfit(scope), scope))
    return _either(parts)


_EVERY = {"duplicate": "yes", "disagree": "yes"}
"""What the fields without ``*`` have in its place."""

_BUILDERS: Mapping[str, Callable[[Term, Scope], Sql]] = {
    **dict.fromkeys(LABEL_FIELDS, _closed),
    "label": _label,
    "note": _note,
    "corrected": _corrected,
    "duplicate": _duplicate,
    "disagree": _disagree,
    "labelled": _labelled,
    "state": _state,
}
