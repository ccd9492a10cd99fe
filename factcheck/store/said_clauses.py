"""Search terms that ask what people said of a claim, as clauses; ``by`` says whose word counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from factcheck.errors import UsageError
from factcheck.filters.fields import ANY, LABEL_FIELDS, ME, NONE, unliteral
from factcheck.filters.reading import days
from factcheck.model import LabelField, Term
from factcheck.store.clauses import Clause, Sql, any_of, holds, one_of
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

# Only of claims that several people spoke of are the last words compared: of most there is one annotator.
DISAGREED = """
SELECT DISTINCT claim_id FROM (
  SELECT claim_id, field, value, max(id) FROM standing_events
  WHERE field IN ('extraction', 'verdict') AND claim_id IN (
    SELECT claim_id FROM label_events GROUP BY claim_id HAVING count(DISTINCT annotator) > 1
  )
  GROUP BY annotator, claim_id, field
) GROUP BY claim_id, field HAVING count(DISTINCT value) > 1"""
"""The claims of whose extraction or verdict annotators say different things."""


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


def said(fields: Sequence[LabelField], by: Sql, test: Sql | None = None) -> Sql:
    """The claims of which a word stands in one of the fields that passes the test."""
    # Partial indexes serve some fields, and SQLite sees that only where these are named as the index names them.
    usable = f"field IN {DECISIVE_FIELDS} AND " if DECISIVE.issuperset(fields) else ""
    names = [f"'{field.value}'" for field in fields]
    chosen = f"field = {names[0]}" if len(names) == 1 else f"field IN ({', '.join(names)})"
    return _standing(f"{usable}{chosen}", by, "value", test)


def _standing(chosen: str, by: Sql, columns: str, test: Sql | None) -> Sql:
    """The last word of each annotator in the fields chosen, where it was not taken back and clears nothing."""
    passed = f" AND ({test.text})" if test else ""
    return Sql(
        f"SELECT claim_id FROM (SELECT claim_id, {columns}, max(id) FROM standing_events "
        f"WHERE {by.text} AND {chosen} GROUP BY annotator, claim_id, field) WHERE value IS NOT NULL{passed}",
        by.values + (test.values if test else ()),
    )


def done(by: Sql) -> Sql:
    """The claims that are done."""
    return said(sorted(DECISIVE), by)


def snoozed(by: Sql, now: datetime | None = None) -> Sql:
    """The claims that are put off to a time that has not come."""
    moment = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
    return said([LabelField.SNOOZED_UNTIL], by, Sql("julianday(value) > julianday(?)", (moment,)))


def said_clause(term: Term, by: Sql) -> Clause:
    """The clause of a term that asks what people said.

    What nobody said is asked for as the opposite of what somebody did, which is the shorter list.
    """
    if term.values == (NONE,):
        return said_clause(replace(term, values=(_EVERY.get(term.field, ANY),), negated=not term.negated), by)
    if term.field == "state" and term.values == ("todo",):
        return _of_ids(_either([done(by), snoozed(by)]), negated=not term.negated)
    return _of_ids(_BUILDERS[term.field](term, by), negated=term.negated)


def by_clause(terms: Iterable[Term], annotator: str | None) -> list[Clause]:
    """``by`` without a field that it could count for: claims of which these people said something that stands."""
    found = []
    for term in terms:
        if term.field == "by":
            positive = Term("by", ":", term.values)
            found.append(_of_ids(_said_anything(whose([positive], annotator)), negated=term.negated))
    return found


def _of_ids(ids: Sql, *, negated: bool = False) -> Clause:
    return Clause(Sql(f"c.id IN ({ids.text})", ids.values), ids, negated=negated)


def _said_anything(by: Sql, test: Sql | None = None) -> Sql:
    return _standing(f"field NOT IN {UNSAID_FIELDS}", by, "value, at", test)


def _either(found: Iterable[Sql]) -> Sql:
    parts = list(found)
    return Sql(" UNION ALL ".join(part.text for part in parts), tuple(v for part in parts for v in part.values))


def _none_of(ids: Sql) -> Sql:
    return Sql(f"SELECT id FROM claims WHERE id NOT IN ({ids.text})", ids.values)


def _values(term: Term, every: Sql, chosen: Callable[[list[str]], Sql]) -> Sql:
    """``*`` for all there are, ``none`` for the others, and the values otherwise; any of them will do."""
    parts = []
    plain = [value for value in term.values if value not in (ANY, NONE, "any")]
    if ANY in term.values or "any" in term.values:
        parts.append(every)
    if NONE in term.values:
        parts.append(_none_of(every))
    if plain:
        parts.append(chosen(plain))
    return _either(parts)


def _closed(term: Term, by: Sql) -> Sql:
    fields = [LABEL_FIELDS[term.field]]
    return _values(term, said(fields, by), lambda chosen: said(fields, by, one_of("value", chosen)))


def _label(term: Term, by: Sql) -> Sql:
    return _values(term, done(by), lambda chosen: said(_CLOSED, by, one_of("value", chosen)))


def _note(term: Term, by: Sql) -> Sql:
    def chosen(words: list[str]) -> Sql:
        return said([LabelField.NOTE], by, any_of(holds("value", unliteral(word)) for word in words))

    return _values(term, said([LabelField.NOTE], by), chosen)


def _corrected(term: Term, by: Sql) -> Sql:
    def corrected(kinds: Iterable[str]) -> Sql:
        return said([_CORRECTIONS[kind] for kind in kinds], by)

    return _values(term, corrected(_CORRECTIONS), corrected)


def _duplicate(term: Term, by: Sql) -> Sql:
    every = _either(
        [said([LabelField.DUPLICATE_OF], by), said([LabelField.EXTRACTION], by, Sql("value = 'duplicate'"))],
    )
    return _values(term, every, lambda _: every)


def _disagree(term: Term, _: Sql) -> Sql:
    return _values(term, Sql(DISAGREED), lambda _: Sql(DISAGREED))


def _labelled(term: Term, by: Sql) -> Sql:
    if term.operator in (":", "="):
        return _values(
            term,
            _said_anything(by),
            lambda chosen: _said_anything(by, any_of(_on_days("at", one, ":") for one in chosen)),
        )
    return _said_anything(by, _on_days("at", term.values[0], term.operator))


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


def _state(term: Term, by: Sql) -> Sql:
    parts = []
    for value in term.values:
        if value == ANY:
            parts.append(Sql("SELECT id FROM claims"))
        elif value == "done":
            parts.append(done(by))
        elif value == "snoozed":
            asleep, finished = snoozed(by), done(by)
            parts.append(Sql(f"{asleep.text} AND claim_id NOT IN ({finished.text})", asleep.values + finished.values))
        else:
            parts.append(_none_of(_either([done(by), snoozed(by)])))
    return _either(parts)


_EVERY = {"duplicate": "yes", "disagree": "yes"}
"""What the fields without ``*`` have in its place."""

_BUILDERS: Mapping[str, Callable[[Term, Sql], Sql]] = {
    **dict.fromkeys(LABEL_FIELDS, _closed),
    "label": _label,
    "note": _note,
    "corrected": _corrected,
    "duplicate": _duplicate,
    "disagree": _disagree,
    "labelled": _labelled,
    "state": _state,
}
