"""Everything about the claim at hand: its value in words, where it comes from, and what people said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content

from factcheck.model import Article, ClaimType, LabelField, Labels
from factcheck.review.corrections import correction_in_words
from factcheck.review.corrections.corrected import corrected
from factcheck.review.facts import Fact, facts, headline, shown
from factcheck.review.keys import FIELD_TITLES
from factcheck.review.ledger import Batch, Saving
from factcheck.review.words import TYPE_WORDS, tone, word
from factcheck.store import StoredClaim
from factcheck.tui.widgets.page_view import PageView
from factcheck.tui.wrap import wrap

_LAST_ASIDES = ("precedents", "history")
ASIDES = ("toll", "why", "twin", "counted", *_LAST_ASIDES)
"""What can be said besides: what its article amounts to and why the claim is next, below its value; what it is the
same as, below its labels; what the article's toll rests on, below its facts; the others at the end."""

_TONE_STYLES = {"good": "$text-success", "bad": "$text-error", "mixed": "$text-warning"}
_TITLE_CELLS = 10
_LABEL_CELLS = 15


@dataclass(frozen=True, slots=True)
class Standing:
    """What was said of a claim: on disk by ``own`` and by ``others``, and ``unsaved`` what is not there yet."""

    own: Labels | None
    others: tuple[Labels, ...]
    unsaved: tuple[Batch, ...]
    saving: Saving


class ClaimPanel(PageView):
    """The panel beside the article; it shows only what it is given."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._shown: tuple[StoredClaim, Article, Standing] | None = None
        self._asides: dict[str, list[Fact]] = {}
        self._words = ""

    def show(self, stored: StoredClaim, article: Article, standing: Standing) -> None:
        """Show a claim; one that is shown already stays where it was scrolled to."""
        same = self._shown is not None and self._shown[0].id == stored.id
        self._shown = (stored, article, standing)
        if not same:
            self._asides.clear()
        self.border_title = Content(f"{TYPE_WORDS[stored.claim.type]} · {stored.key[:8]}")
        self.redraw()
        if not same:
            self.scroll_to(y=0, animate=False, force=True)

    def aside(self, claim_id: int, name: str, lines: list[Fact]) -> None:
        """Say something more of the claim that is shown, under one of the names in ``ASIDES``.

        It stands until another claim is shown; what comes too late for its claim is dropped.
        """
        if self._shown is not None and self._shown[0].id == claim_id and self._asides.get(name) != lines:
            self._asides[name] = lines
            self.redraw()

    def tell(self, title: str, text: str) -> None:
        """Say something instead of a claim: why there is none, and what to do."""
        self._shown = None
        self._words = text
        self.border_title = Content(title)
        self.redraw()
        self.scroll_to(y=0, animate=False, force=True)

    def page(self, width: int) -> Content:
        """The claim and all that is said of it, or what is told instead."""
        return Content(self._words) if self._shown is None else _content(*self._shown, self._asides, width)


def _content(
    stored: StoredClaim, article: Article, standing: Standing, asides: Mapping[str, list[Fact]], width: int
) -> Content:
    """All that is known and said of a claim, one part below the other."""
    parts = [
        Content.styled(headline(stored.claim), "bold $text-primary"),
        Content.assemble("“", (shown(stored.claim.quote), "italic"), "”"),
        *(_fact(fact, width) for name in ("toll", "why") for fact in asides.get(name, ())),
        Content(""),
        *_own(standing.own),
        *_corrections(standing.own, stored, article),
        *(_fact(fact, width) for fact in asides.get("twin", ())),
        *_unsaved(standing, stored.claim.type),
        *(_other(labels) for labels in standing.others),
        Content(""),
        *(_fact(fact, width) for fact in (*facts(stored.claim, article), *asides.get("counted", ()))),
        Content(""),
        Content.styled(shown(stored.sentence), "$secondary"),
        *(
            _fact(fact, width)
            for name in _LAST_ASIDES
            for fact in (Fact("", ""), *asides.get(name, ()))
            if name in asides
        ),
    ]
    return Content("\n").join(parts)


def _fact(fact: Fact, width: int) -> Content:
    """Title and text in two columns, the text broken within its own."""
    lines = [fact.text[start:end].rstrip() for start, end in wrap(fact.text, max(12, width - _TITLE_CELLS))]
    return Content.assemble((fact.title.ljust(_TITLE_CELLS), "$secondary"), f"\n{' ' * _TITLE_CELLS}".join(lines))


def _own(labels: Labels | None) -> list[Content]:
    """The annotator's own labels as they stand on disk."""
    lines = [
        Content.assemble((title.ljust(_LABEL_CELLS), "$secondary"), _choice(labels, field))
        for field, title in FIELD_TITLES.items()
    ]
    if labels is not None and labels.note:
        lines.append(_said("Note", labels.note))
    return lines


def _corrections(labels: Labels | None, stored: StoredClaim, article: Article) -> list[Content]:
    """What the annotator put right; the extractor's own stands above."""
    if labels is None:
        return []
    right, lines = corrected(stored.claim, labels, article), []
    if labels.corrected_type:
        lines.append(_said("Right type", TYPE_WORDS[right.type]))
    if labels.corrected_span:
        lines.append(_said("Right words", f"“{article.string(right.span.field)[right.span.start : right.span.end]}”"))
    if labels.corrected_value:
        lines.append(_said("Right value", correction_in_words(right.type, labels.corrected_value)))
    if labels.duplicate_of:
        lines.append(_said("Duplicate of", labels.duplicate_of))
    return lines


def _said(title: str, text: str) -> Content:
    return Content.assemble((title.ljust(_LABEL_CELLS), "$secondary"), (shown(text), "italic"))


def _choice(labels: Labels | None, field: LabelField) -> Content:
    value = getattr(labels, field.value) if labels is not None else None
    if value is None:
        return Content.styled("–", "$secondary")
    return Content.styled(shown(value.replace("_", " ")), f"bold {_TONE_STYLES[tone(value)]}")


def _unsaved(standing: Standing, kind: ClaimType) -> list[Content]:
    """What has been pressed and is not on disk, in words that cannot be taken for a saved label."""
    events = [event for batch in standing.unsaved for event in batch.events]
    words = ", ".join(word(event.field, event.value, kind) for event in events)
    if standing.saving is Saving.FAILED:
        return [Content.styled(shown(f"! not saved: {words}"), "bold $text-error")]
    return [Content.styled(shown(f"… saving: {words}"), "$secondary")] if words else []


def _other(labels: Labels) -> Content:
    """Another annotator's labels on one line."""
    said = [getattr(labels, field.value) for field in FIELD_TITLES]
    words = [value.replace("_", " ") for value in said if value] + ([f"“{labels.note}”"] if labels.note else [])
    return Content.assemble(
        (shown(labels.annotator) + ": ", "$secondary"), shown(" · ".join(words) or "labels taken back")
    )
