"""A claim, an article, a guideline and a history as plain lines that read well one after the other.

One fact a line, the most wanted first, no columns and no signs that only look: for screen readers, dumb terminals and
logs. Every string is safe to show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from factcheck.grammar.text import display, display_line
from factcheck.model import SAID_FIELDS, Article, ClaimType, LabelEvent, LabelField, Labels
from factcheck.review.corrections.corrected import corrected_type
from factcheck.review.facts import facts, headline, shown
from factcheck.review.guidelines import Guideline, LineKind, Style, lines
from factcheck.review.line_mode.session import Session
from factcheck.review.tolls import has_toll, shown_tolls, toll_facts, toll_words
from factcheck.review.words import word
from factcheck.store import HistoryRow, Precedent, StoredClaim
from factcheck.values import in_words

OPENING, CLOSING = "[[", "]]"
"""What stands around the quote in its sentence."""

KEY_LENGTH = 8
"""Digits of a claim's key that are told: enough to be unique in a database of millions."""

_AROUND = 1_500
"""Characters of the article before and behind the claim."""

_TYPE_NAMES = {
    ClaimType.VIEW_COUNT: "View count",
    ClaimType.CASUALTY: "Casualty",
    ClaimType.MEMBERSHIP: "Membership",
    ClaimType.DATE: "Date",
}


def position(session: Session) -> str:
    """Where one is: "Claim 3 of 120, 117 left."."""
    left = f"{session.queue.left:,} left"
    if session.place is None:
        return f"A claim that is not in this queue of {len(session.queue):,}, {left}."
    return f"Claim {session.place:,} of {len(session.queue):,}, {left}."


def claim_lines(session: Session, stored: StoredClaim, reasons: Sequence[str] = ()) -> Iterator[str]:
    """The claim at hand: where it is in the queue, what it says, who says it, and what was said of it."""
    article = session.article
    yield f"{position(session)} {_TYPE_NAMES[stored.claim.type]}."
    yield f"Quote: {shown(stored.claim.quote)}"
    yield f"Sentence: {_sentence(stored)}"
    yield f"Value: {headline(stored.claim)}"
    for fact in facts(stored.claim, article):
        if fact.title not in _SAID_BEFORE:
            yield f"{_titled(fact.title)}{fact.text}"
    if has_toll(stored.claim.type) and (toll := toll_words(shown_tolls(article), ", ")):
        yield f"Toll of the article: {toll}"
    yield f"Article: {', '.join(_article_words(stored, article))}"
    yield f"Key: {stored.key[:KEY_LENGTH]}"
    if reasons:
        yield f"Why next: {display_line('; '.join(reasons))}"
    for labels in sorted(stored.labels, key=lambda labels: labels.annotator != session.annotator):
        whose = "Your labels" if labels.annotator == session.annotator else f"Labels of {shown(labels.annotator)}"
        yield f"{whose}: {'; '.join(label_words(labels, stored, article))}"


_SAID_BEFORE = frozenset({"found by", "event"})
"""Facts that would be heard twice, or by every claim: the value says the event of a date."""


def _titled(title: str) -> str:
    """A fact's title as the beginning of a line; a further line of one fact has none."""
    return f"{title[0].upper()}{title[1:]}: " if title else ""


def _sentence(stored: StoredClaim) -> str:
    """The sentence with the quote between marks; the words that the annotator reads them in."""
    claim = stored.claim
    before, _, behind = stored.sentence.partition(claim.quote)
    start = claim.start - claim.sentence_start
    if stored.sentence[start : start + len(claim.quote)] == claim.quote:
        before, behind = stored.sentence[:start], stored.sentence[start + len(claim.quote) :]
    return shown(f"{before}{OPENING}{claim.quote}{CLOSING}{behind}")


def _article_words(stored: StoredClaim, article: Article) -> Iterator[str]:
    yield shown(article.title or stored.source_id)
    if article.publisher:
        yield shown(article.publisher)
    if article.published:
        yield f"{article.published.day}"


def label_words(labels: Labels, stored: StoredClaim, article: Article) -> list[str]:
    """What one annotator says of a claim, a phrase a field."""
    kind = corrected_type(labels) or stored.claim.type
    said = ((field, getattr(labels, field.value)) for field in SAID_FIELDS)
    return [word(field, value, kind, article) for field, value in said if value is not None]


def event_words(events: Sequence[LabelEvent], kind: ClaimType, article: Article | None = None) -> str:
    """What one keypress said, as a list of phrases."""
    kind = next(
        (ClaimType(one.value) for one in events if one.field is LabelField.CORRECTED_TYPE and one.value), kind
    )
    return "; ".join(word(event.field, event.value, kind, article) for event in events)


def article_lines(session: Session, *, whole: bool = False) -> Iterator[str]:
    """The article around the claim at hand, or all of it, the claim between marks."""
    article, stored = session.article, session.claim
    if stored is None:
        return
    claim = stored.claim
    if article.title:
        yield f"Title: {display_line(article.title)}"
    if article.url:
        yield f"Address: {display_line(article.url)}"
    if has_toll(claim.type):
        for fact in toll_facts(article, shown_tolls(article)):
            yield f"{_titled(fact.title)}{fact.text}"
    if claim.field == "title":
        yield f"The claim stands in the title: {OPENING}{shown(claim.quote)}{CLOSING}"
        first, last = 0, len(article.text) if whole else min(len(article.text), 2 * _AROUND)
        marked = article.text[first:last]
    else:
        first = 0 if whole else _line_start(article.text, claim.start)
        last = len(article.text) if whole else _line_end(article.text, claim.end)
        text = article.text
        marked = f"{text[first : claim.start]}{OPENING}{claim.quote}{CLOSING}{text[claim.end : last]}"
    if first:
        yield f"{first:,} characters stand before this."
    yield from (line for line in display(marked).split("\n") if line.strip())
    if last < len(article.text):
        yield f"{len(article.text) - last:,} characters follow."


def _line_start(text: str, place: int) -> int:
    """Where the line begins that a stretch before the place reaches into; the stretch itself in one long line."""
    reach = max(0, place - _AROUND)
    found = text.find("\n", reach, place)
    return reach if not reach or found < 0 else found + 1


def _line_end(text: str, place: int) -> int:
    reach = min(len(text), place + _AROUND)
    found = text.rfind("\n", place, reach)
    return reach if reach == len(text) or found < 0 else found


def guideline_lines(guideline: Guideline) -> Iterator[str]:
    """A guideline as plain lines: the headings as such, entries of lists with a hyphen or their number."""
    if guideline.trouble:
        yield guideline.trouble
    for line in lines(guideline.text):
        words = "".join(f"“{piece.text}”" if piece.style is Style.CODE else piece.text for piece in line.pieces)
        match line.kind:
            case LineKind.HEADING:
                yield f"Heading: {words}" if line.level > 1 else f"Guideline: {words}"
            case LineKind.BULLET:
                yield f"- {words}"
            case LineKind.NUMBER:
                yield f"{line.mark} {words}"
            case LineKind.RULE:
                pass
            case _:
                yield words if line.kind is not LineKind.CODE else line.text


def history_lines(rows: Sequence[HistoryRow], article: Article | None = None) -> Iterator[str]:
    """Changes, the newest first: when, who, what stands and what stood before."""
    for row in rows:
        at = datetime.fromisoformat(row.at).astimezone()
        taken_back = "" if row.stands else " (taken back later)"
        did = {"undo": "took back: ", "redo": "said again: "}.get(row.origin, "")
        now = word(row.field, row.after, row.type, article)
        before = "" if row.before is None else f", before: {word(row.field, row.before, row.type, article)}"
        yield f"{at:%Y-%m-%d %H:%M}, {shown(row.annotator)}: {did}{now}{before}{taken_back}"


def precedent_lines(precedents: Sequence[Precedent]) -> Iterator[str]:
    """Claims like this one that were judged: what they are, what was said of them, and by how many."""
    for found in precedents:
        words = ((word(one.field, one.value, found.type), one.by) for one in found.said)
        said = "; ".join(f"{what} ({by} agree)" if by > 1 else what for what, by in words)
        alone = "" if found.adjudicated else " (one annotator's word)"
        yield f"Judged before: “{shown(found.quote)}”, {shown(in_words(found.value))}: {said}{alone}"
        if found.corrected_value:
            yield word(LabelField.CORRECTED_VALUE, found.corrected_value, found.type).capitalize()
        if found.note:
            yield f"Note: {shown(found.note)}"
