"""Everything about the claim at hand: its value in words, where it comes from, and what people said of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.model import Article, LabelField, Labels
from factcheck.store import StoredClaim
from factcheck.tui.facts import Fact, facts, headline, shown
from factcheck.tui.keys import FIELD_TITLES
from factcheck.tui.ledger import Batch, Saving
from factcheck.tui.words import TYPE_WORDS, tone

_TONE_STYLES = {"good": "$text-success", "bad": "$text-error", "mixed": "$text-warning"}
_TITLE_CELLS = 9


class ClaimPanel(VerticalScroll, can_focus=True):
    """The panel beside the article; it shows only what it is given."""

    def compose(self) -> ComposeResult:
        """One text: the panel is read from top to bottom."""
        yield Static(id="claim-text", markup=False)

    def show(
        self, stored: StoredClaim, article: Article | None, annotator: str, unsaved: list[Batch], saving: Saving
    ) -> None:
        """Show a claim; ``unsaved`` are its batches that are not known to be on disk."""
        self.border_title = Content(f"{TYPE_WORDS[stored.claim.type]} · {stored.key[:8]}")
        own = [labels for labels in stored.labels if labels.annotator == annotator]
        others = [labels for labels in stored.labels if labels.annotator != annotator]
        parts = [
            Content.styled(headline(stored.claim), "bold $text-primary"),
            Content.assemble("“", (shown(stored.claim.quote), "italic"), "”"),
            Content(""),
            _own(own[0] if own else None, unsaved, saving),
            *(_other(labels) for labels in others),
            Content(""),
            *(_fact(fact) for fact in facts(stored.claim, article)),
            Content(""),
            Content.styled(shown(stored.sentence), "$text-muted"),
        ]
        self._say(Content("\n").join(parts))

    def tell(self, title: str, text: str) -> None:
        """Say something instead of a claim: why there is none, and what to do."""
        self.border_title = Content(title)
        self._say(Content(text))

    def _say(self, content: Content) -> None:
        self.query_one("#claim-text", Static).update(content)
        self.scroll_home(animate=False)


def _fact(fact: Fact) -> Content:
    return Content.assemble((fact.title.ljust(_TITLE_CELLS) + " ", "$text-muted"), fact.text)


def _own(labels: Labels | None, unsaved: list[Batch], saving: Saving) -> Content:
    """The annotator's own labels as they stand on disk, then what is not there yet."""
    lines = [
        Content.assemble((f"{title:15}", "$text-muted"), _choice(labels, field))
        for field, title in FIELD_TITLES.items()
    ]
    if labels is not None and labels.confidence:
        lines.append(Content.assemble(("Confidence     ", "$text-muted"), shown(labels.confidence)))
    if labels is not None and labels.note:
        lines.append(Content.assemble(("Note           ", "$text-muted"), (shown(labels.note), "italic")))
    words = [
        f"{event.field.value}: {(event.value or 'cleared')}".replace("_", " ")
        for batch in unsaved
        for event in batch.events
    ]
    if words and saving is Saving.FAILED:
        lines.append(Content.styled(shown(f"! not saved: {', '.join(words)} (R tries again)"), "bold $text-error"))
    elif words:
        lines.append(Content.styled(shown(f"… saving {', '.join(words)}"), "$text-muted"))
    return Content("\n").join(lines)


def _choice(labels: Labels | None, field: LabelField) -> Content:
    value = getattr(labels, field.value) if labels is not None else None
    if value is None:
        return Content.styled("–", "$text-muted")
    return Content.styled(shown(value.replace("_", " ")), f"bold {_TONE_STYLES[tone(value)]}")


def _other(labels: Labels) -> Content:
    """Another annotator's labels on one line."""
    said = [getattr(labels, field.value) for field in FIELD_TITLES]
    words = [value.replace("_", " ") for value in said if value] + ([f"“{labels.note}”"] if labels.note else [])
    return Content.assemble(
        (shown(labels.annotator) + ": ", "$text-muted"), shown(" · ".join(words) or "labels taken back")
    )
