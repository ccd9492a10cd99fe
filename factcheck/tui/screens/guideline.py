"""What helps to judge the claim at hand: the guideline of its type, and claims like it that were judged before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from textual.timer import Timer

from factcheck.model import ClaimType
from factcheck.review.corrections import correction_in_words
from factcheck.review.facts import Fact, shown
from factcheck.review.guidelines import Guideline, Line, guideline, lines
from factcheck.store import Precedent, Said, StoredClaim
from factcheck.tui.requests import Ask
from factcheck.tui.screens.desk import DeskScreen
from factcheck.tui.widgets.guideline_view import GuidelineView
from factcheck.values import in_words

REST_SECONDS = 0.08
"""How long the cursor stands on a claim before anybody is taken to read on; a held key moves on sooner."""

_MAX_PRECEDENTS = 3
_PRECEDENTS = "precedents"


class Guiding(DeskScreen):
    """The guideline follows the claim's type while its pane is open; precedents stand at the end of the panel."""

    _precedents_of: int | None = None
    _resting: Timer | None = None

    # ---- the guideline

    def action_guideline(self) -> None:
        """Open the pane with the guideline as it stands on disk, or close it."""
        if not self.query("#guideline"):
            self.mount(GuidelineView(id="guideline"), before="#article")
        self.toggle_class("-guideline")
        if self.has_class("-guideline"):
            self._ask_guideline()
        else:
            self.queue_list.focus()

    def action_scroll_guideline(self, lines: int) -> None:
        """Scroll the guideline without leaving the queue."""
        if self.has_class("-guideline"):
            self.query_one("#guideline").scroll_relative(y=lines, animate=False)

    def _ask_guideline(self) -> None:
        row = self.current
        if row is not None:
            kind, db, settings = row.type, self._db_path, self.settings

            def read(_: object) -> tuple[Guideline, list[Line]]:
                found = guideline(kind, db, settings)
                return found, lines(found.text)

            view = self.query_one("#guideline", GuidelineView)
            self.ask(read, partial(self._show_guideline, kind), topic="guideline", otherwise=view.tell)

    def _show_guideline(self, kind: ClaimType, found: tuple[Guideline, list[Line]]) -> None:
        down, up = self.keymap.shown("guideline_down"), self.keymap.shown("guideline_up")
        keys = f"{down} {up} scroll · {self.keymap.shown('guideline')} closes"
        self.query_one("#guideline", GuidelineView).show(kind, *found, keys)

    # ---- following the claim at hand

    def _show_claim(self, *, ask: bool = True) -> None:
        super()._show_claim(ask=ask)
        row, claim = self.current, self._claim_at_hand()
        if row is not None and self.has_class("-guideline"):
            views = self.query("#guideline").results(GuidelineView)
            if any(view.kind is not row.type for view in views):
                self._ask_guideline()
        if claim is None:
            self._precedents_of = None
            self._hold_back(None)
        elif claim.id != self._precedents_of:
            self._precedents_of = claim.id
            self._hold_back(self._precedents_question(claim))

    def _precedents_question(self, claim: StoredClaim) -> Ask:
        def show(found: Sequence[Precedent]) -> None:
            self.panel.aside(claim.id, _PRECEDENTS, list(_facts(found)))

        return Ask(lambda store: store.precedents(claim.id, limit=_MAX_PRECEDENTS), show, _PRECEDENTS, lambda _: None)

    def _hold_back(self, question: Ask | None) -> None:
        """Ask once the cursor has rested: a held key would else have the walker work beside every frame."""
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        self._unanswered.pop(_PRECEDENTS, None)
        if question is not None:
            self._unanswered[_PRECEDENTS] = question
            self._resting = self.set_timer(REST_SECONDS, partial(self.walker.ask, question))


def _facts(precedents: Sequence[Precedent]) -> Iterator[Fact]:
    """“12” = 12 killed: correct (2 agree), supported."""
    for number, found in enumerate(precedents):
        said = ", ".join(map(_said, found.said))
        right = f", right: {correction_in_words(found.type, found.corrected_value)}" if found.corrected_value else ""
        alone = "" if found.adjudicated else " (one annotator)"
        words = f"“{found.quote}” = {in_words(found.value)}: {said}{right}{alone}"
        yield Fact("" if number else "precedent", shown(words))
        if found.note:
            yield Fact("", shown(f"“{found.note}”"))


def _said(one: Said) -> str:
    words = one.value.replace("_", " ")
    return f"{words} ({one.by} agree)" if one.by > 1 else words
