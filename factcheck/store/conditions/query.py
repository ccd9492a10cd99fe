"""A filter of claims as SQL: pure, and every value a bound parameter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.filters.fields import ANY, JUDGED_FIELDS, ME, NONE, QUEUE_FIELDS
from factcheck.model import FOREIGN_SECTIONS, ClaimFilter, Term
from factcheck.store.conditions.claim_terms import term_clause
from factcheck.store.conditions.clauses import Clause, Parameters, Sql, all_of, one_of
from factcheck.store.conditions.said_terms import Scope, by_clause, done, persons, said_clause, whose
from factcheck.store.full_text import match_query

__all__ = [
    "QUEUE_ORDER",
    "Parameters",
    "clauses",
    "conditions",
    "count_query",
    "done_query",
]

QUEUE_ORDER = 'c.article_id, c.field DESC, c.start, c."end", c.type, c.segment, c.flagged, c.id'
"""Article by article, the title first, then by place: exactly the order of the index ``claims_queue``."""


def count_query(wanted: ClaimFilter) -> tuple[str, Parameters]:
    """The SQL and parameters that count the claims wanted, before a sample is drawn."""
    where, parameters = conditions(wanted)
    return f"SELECT count(*) FROM claims c WHERE {where}", parameters


def conditions(wanted: ClaimFilter) -> tuple[str, Parameters]:
    """The WHERE clause over ``claims c`` and its parameters; order and sample are not in it."""
    found = list(clauses(wanted))
    parts = [clause.as_set for clause in found if not clause.of_article]
    of_article = [clause.condition for clause in found if clause.of_article]
    if of_article:
        articles = all_of(of_article)
        parts.append(Sql(f"c.article_id IN (SELECT a.id FROM articles a WHERE {articles.text})", articles.values))
    whole = all_of(parts)
    return whole.text, list(whole.values)


def clauses(wanted: ClaimFilter) -> Iterator[Clause]:
    """All that a filter asks, what it leaves out unasked too. Raises UsageError for a field that there is not."""
    yield Clause(
        Sql("c.id IN (SELECT id FROM withdrawn_claims)"), Sql("SELECT id FROM withdrawn_claims"), negated=True
    )
    yield from _named_parts(wanted)
    if wanted.text.strip():
        ids = Sql("SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?", (match_query(wanted.text),))
        yield Clause(Sql(f"c.id IN ({ids.text})", ids.values), ids)
    yield from _terms(wanted)


def _named_parts(wanted: ClaimFilter) -> Iterator[Clause]:
    if wanted.article_id is not None:
        yield term_clause(Term("article", ":", (str(wanted.article_id),)))
    if wanted.types:
        yield term_clause(Term("type", ":", tuple(kind.value for kind in wanted.types)))
    if wanted.segments:
        yield term_clause(Term("section", ":", tuple(kind.value for kind in wanted.segments)))
    elif not wanted.foreign and all(term.field != "section" or term.negated for term in wanted.terms):
        yield Clause(one_of("c.segment", sorted(kind.value for kind in FOREIGN_SECTIONS)), negated=True)


def _terms(wanted: ClaimFilter) -> Iterator[Clause]:
    by = whose(wanted.terms, wanted.annotator)
    if wanted.state is not None:
        yield said_clause(Term("state", ":", (wanted.state.value,)), by)
    judged = [term for term in wanted.terms if term.field in JUDGED_FIELDS]
    if wanted.annotator is not None and wanted.state is None and not any(map(_asks_for_said, judged)):
        yield said_clause(Term("state", ":", ("snoozed",), negated=True), whose((), wanted.annotator))
    if not judged and wanted.state is None:
        yield from by_clause(wanted.terms, wanted.annotator)
    for term in wanted.terms:
        if term in judged:
            yield said_clause(term, by)
        elif term.field not in QUEUE_FIELDS and term.field != "by":
            yield term_clause(_meant(term, wanted.annotator))


def _asks_for_said(term: Term) -> bool:
    """Whether a term asks for claims of which something was said: among these the snoozed ones are wanted too."""
    return not term.negated and term.values != (NONE,)


def _meant(term: Term, annotator: str | None) -> Term:
    """The term with the annotator's name in the place of ``me``."""
    if ME not in term.values or term.field != "added":
        return term
    return replace(term, values=tuple(persons(term, annotator) or (ANY,)))


def done_query(annotator: str | None) -> tuple[str, Parameters]:
    """The SQL and parameters that give the claims that are done for an annotator, anybody where that is ``None``."""
    found = done(Scope(whose((), annotator)))
    return found.text, list(found.values)
