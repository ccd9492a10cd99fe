"""Keys that put the claim at hand right: its value, its words, its type."""

from __future__ import annotations

from functools import partial

from factcheck.model import ClaimType, LabelField, SpanRef, Value
from factcheck.review import corrections, labelling
from factcheck.review.corrections.corrected import PATTERNS
from factcheck.review.corrections.fixes import apply
from factcheck.review.corrections.marking import Marking
from factcheck.review.facts import shown
from factcheck.review.keymap import as_shown
from factcheck.review.words import TYPE_WORDS
from factcheck.store import StoredArticle, StoredClaim
from factcheck.tui.bindings import fix_keys
from factcheck.tui.screens.adding import Adding
from factcheck.tui.screens.pick import Typed, TypeScreen
from factcheck.tui.screens.span import TYPES, Marked, Scene, SpanScreen
from factcheck.tui.screens.value import ValuePrompt
from factcheck.values import in_words


class Correcting(Adding):
    """What is right is said in label events; what the extractor found stays beside it."""

    # ---- the right value

    def action_fix(self, number: int) -> None:
        """Put the value right by one key; what the key means depends on the claim's type."""
        self._on_claim(partial(self._fix, fix_keys(self.keymap)[number]))

    def _fix(self, key: str, claim: StoredClaim, stored: StoredArticle) -> None:
        now = self._scene(claim, stored).corrected
        fix = self.keymap.fix(now.type, key)
        text = stored.article.string(now.span.field)[now.span.start : now.span.end]
        value = apply(fix, now.value, self._published(), text) if fix is not None and now.value is not None else None
        if value is None:
            self.app.bell()
        else:
            self._right(claim, value)

    def action_correct_value(self) -> None:
        """Ask for the right value of the claim at hand."""
        self._on_claim(self._ask_value)

    def _ask_value(self, claim: StoredClaim, stored: StoredArticle) -> None:
        scene = self._scene(claim, stored)
        now, published = scene.corrected, self._published()
        pattern = now.value or PATTERNS[now.type]

        def read(words: str) -> tuple[Value | None, str]:
            found = corrections.read_correction(pattern, words, published, stored.article)
            return found.value, found.reason

        def write(value: Value | None) -> None:
            if value is not None:
                self._right(claim, value)

        quote = self._quoted(self._words(scene, now.span))
        title = f"The right value of {quote} · was {shown(in_words(claim.claim.value))}"
        words = corrections.as_words(now.value) if now.value is not None else ""
        self.lay_over(ValuePrompt(title, words, corrections.example(pattern), read), write)

    def _right(self, claim: StoredClaim, value: Value) -> None:
        """Write the right value; back at the extractor's own, say that it was right."""
        own = self._own(claim.id)
        correct = self.keymap.choice(LabelField.EXTRACTION, "correct")
        if value != claim.claim.value or own.extraction in _OTHERWISE_WRONG:
            self._settle(claim.id, labelling.correct(corrections.as_json(value), own))
        elif own.corrected_value:
            self._settle(claim.id, labelling.say(correct, own))
        else:
            key = as_shown(correct.keys[0]) if correct.keys else "ctrl+p"
            self._tell(f"That is the value as it was extracted; {key} says that it is right.")

    # ---- the right words

    def action_correct_span(self) -> None:
        """Move the edges of the claim at hand."""
        self._on_claim(self._ask_span)

    def _ask_span(self, claim: StoredClaim, stored: StoredArticle) -> None:
        scene = self._scene(claim, stored)
        screen = SpanScreen(scene, Marking.over(stored.article, scene.corrected.span))
        self.lay_over(screen, partial(self._respan, scene))

    def _respan(self, scene: Scene, marked: Marked | None) -> None:
        claim = scene.claim
        if marked is None:
            return
        if marked.span == SpanRef(claim.claim.field, claim.claim.start, claim.claim.end):
            self._tell("These are the words as they were extracted: nothing was said.")
            return
        right = self._right_value(claim, marked.type, marked.value)
        self._settle(claim.id, labelling.respan(marked.span, right, self._own(claim.id)))
        if marked.value is None:
            self._tell(f"The words say no value; {self.keymap.shown('value')} writes it.")

    # ---- the right type

    def action_correct_type(self) -> None:
        """Choose another type for the claim at hand."""
        self._on_claim(self._ask_type)

    def _ask_type(self, claim: StoredClaim, stored: StoredArticle) -> None:
        scene = self._scene(claim, stored)
        span = scene.corrected.span
        choices = [Typed(kind, *self._read_as(scene, kind)) for kind in TYPES]
        title = f"Of what type is {self._quoted(self._words(scene, span))}?"
        self.lay_over(TypeScreen(title, scene.corrected.type, choices), partial(self._retype, scene))

    def _read_as(self, scene: Scene, kind: ClaimType) -> tuple[Value | None, str]:
        if kind is scene.corrected.type and scene.corrected.value is not None:
            return scene.corrected.value, ""
        return self._read_span(scene, kind, scene.corrected.span)

    def _retype(self, scene: Scene, chosen: Typed | None) -> None:
        claim = scene.claim
        if chosen is None:
            return
        if chosen.type is claim.claim.type:
            self._tell("That is the type as it was extracted: take the correction back instead.")
            return
        right = corrections.as_json(chosen.value) if chosen.value is not None else None
        self._settle(claim.id, labelling.retype(chosen.type, right, self._own(claim.id)))
        if chosen.value is None:
            self._tell(
                f"As {TYPE_WORDS[chosen.type]} the words say no value; {self.keymap.shown('value')} writes it."
            )


_OTHERWISE_WRONG = ("wrong_span", "wrong_type")
"""What is wrong besides the value: the value is part of that correction then."""
