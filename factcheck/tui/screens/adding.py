"""Keys for the claims beside the one at hand: missed ones, two in one, one in two, and the same again."""

from __future__ import annotations

from functools import partial

from factcheck.model import Claim, SpanRef
from factcheck.review import labelling
from factcheck.review.corrections.alike import alike
from factcheck.review.corrections.corrected import corrected
from factcheck.review.corrections.marking import Marking, word_at
from factcheck.review.corrections.splitting import first_part, joined
from factcheck.review.facts import Fact, shown
from factcheck.review.words import TYPE_WORDS
from factcheck.store import ClaimRow, Store, StoredArticle, StoredClaim
from factcheck.tui.screens.mending import Mending
from factcheck.tui.screens.pick import Candidate, ConfirmScreen, PickScreen
from factcheck.tui.screens.span import AddScreen, Marked, Scene, SplitScreen
from factcheck.tui.widgets.article_view import ArticleView
from factcheck.values import in_words


class Adding(Mending):
    """Added claims stand among those that were extracted; whatever is done here, one undo takes back."""

    _named: tuple[int, str] | None = None

    # ---- adding and splitting

    def action_add_claim(self) -> None:
        """Mark the words of a claim that was missed."""
        if not len(self.queue_list.queue):
            self._tell("A claim is added beside another of its article, and this queue has none.")
        else:
            self._on_claim(self._ask_words)

    def on_article_view_dragged(self, message: ArticleView.Dragged) -> None:
        """Offer to add the words that the pointer was dragged over."""
        self._on_claim(partial(self._ask_words, span=message.span))

    def _ask_words(self, claim: StoredClaim, stored: StoredArticle, span: SpanRef | None = None) -> None:
        scene = self._scene(claim, stored)
        field, start = claim.claim.field, claim.claim.sentence_start
        marking = Marking.over(stored.article, span) if span else Marking(field, stored.article.string(field), start)

        def add(marked: Marked | None) -> None:
            if marked is not None and (made := self._made(scene, marked)) is not None:
                self._send(labelling.add(stored.id, made))
                self._tell(f"Added: {self._quoted(made.quote)}, {TYPE_WORDS[made.type]}. The queue has it too.")

        self.lay_over(AddScreen(scene, marking), add)

    def _made(self, scene: Scene, marked: Marked) -> Claim | None:
        if marked.value is None:
            return None
        return scene.reading.claim(marked.type, marked.span, marked.value, self._annotator)

    def action_split(self) -> None:
        """Mark the words of the second claim of two that were taken for one."""
        self._on_claim(self._ask_second)

    def _ask_second(self, claim: StoredClaim, stored: StoredArticle) -> None:
        scene = self._scene(claim, stored)
        own = scene.corrected.span
        text = stored.article.string(own.field)
        last = word_at(text, own.end - 1)
        marking = Marking(own.field, text, own.end, max(own.start, last.start))
        self.lay_over(SplitScreen(scene, marking), partial(self._split, scene))

    def _split(self, scene: Scene, marked: Marked | None) -> None:
        claim, stored = scene.claim, scene.article
        made = self._made(scene, marked) if marked is not None else None
        if marked is None or made is None:
            return
        own = scene.corrected.span
        first = first_part(stored.article.string(own.field), own, marked.span)
        if first is None:
            self._tell("Nothing would be left of the first claim.", error=True)
        elif first == own:
            self._send(labelling.add(stored.id, made))
            self._tell(
                f"Added: {self._quoted(made.quote)}. It lies outside this claim, whose words stay as they are."
            )
        else:
            value, _ = self._read_span(scene, scene.corrected.type, first)
            right = self._right_value(claim, scene.corrected.type, value)
            self._settle(claim.id, labelling.split(first, right, self._own(claim.id), stored.id, made))

    # ---- merging

    def action_merge(self) -> None:
        """Make one claim of this one and the next of its type."""
        self._on_claim(self._ask_merge)

    def _ask_merge(self, claim: StoredClaim, stored: StoredArticle) -> None:
        scene = self._scene(claim, stored)
        other = self._next_of_type(scene)
        span = joined(scene.corrected.span, self._corrected_span(scene, other)) if other is not None else None
        if other is None or span is None:
            self._tell(f"No other {TYPE_WORDS[scene.corrected.type]} claim follows in this article.")
            return
        value, reason = self._read_span(scene, scene.corrected.type, span)
        lines = [
            ("words", self._quoted(self._words(scene, span))),
            ("value", f"= {in_words(value)}" if value is not None else f"no value: {reason}"),
            ("the other", f"{self._quoted(other.claim.quote)} = {in_words(other.claim.value)}: a duplicate then"),
        ]

        def merge(sure: bool | None) -> None:  # noqa: FBT001 - what a screen hands back
            if sure:
                right = self._right_value(claim, scene.corrected.type, value)
                said = labelling.merge(span, right, self._own(claim.id), claim.key, self._own(other.id))
                self._settle(claim.id, said)

        title = f"Merge {self._quoted(claim.claim.quote)} with the next claim of its type"
        self.lay_over(ConfirmScreen(title, lines, "enter merges them · esc leaves them apart"), merge)

    def _next_of_type(self, scene: Scene) -> StoredClaim | None:
        here = scene.corrected.span
        following = [
            other
            for other in scene.claims
            if other.id != scene.claim.id
            and other.claim.type is scene.corrected.type
            and other.claim.field == here.field
            and other.claim.start > here.start
            and self._own(other.id).extraction != "duplicate"
        ]
        return min(following, key=lambda other: other.claim.start, default=None)

    def _corrected_span(self, scene: Scene, other: StoredClaim) -> SpanRef:
        return corrected(other.claim, self._own(other.id), scene.article.article).span

    # ---- the same again

    def action_same_as(self) -> None:
        """Choose the claim that this one says once more."""
        self._on_claim(self._ask_twin)

    def _ask_twin(self, claim: StoredClaim, stored: StoredArticle) -> None:
        scene = self._scene(claim, stored)
        others = [other for other in scene.claims if other.id != claim.id]
        others.sort(
            key=lambda other: (other.claim.type is not claim.claim.type, other.claim.value != claim.claim.value)
        )
        here = [
            Candidate(other.key, other.claim.type, other.claim.quote, other.claim.value, other.source_id, here=True)
            for other in others
        ]
        value, annotator = scene.corrected.value or claim.claim.value, self._annotator

        def seek(words: str) -> None:
            def work(store: Store) -> list[ClaimRow]:
                return alike(store, claim.id, value, words, annotator)

            self.ask_walker(work, take, topic="alike", otherwise=lambda _: screen.take([]))

        def take(rows: list[ClaimRow]) -> None:
            screen.take(
                [
                    Candidate(row.key, row.type, row.quote, row.value, row.headline or row.source_id, here=False)
                    for row in rows
                    if row.article_id != stored.id
                ]
            )

        def mark(chosen: Candidate | None) -> None:
            if chosen is not None:
                self._settle(claim.id, labelling.same_as(chosen.key, self._own(claim.id)))

        screen = PickScreen(f"{self._quoted(claim.claim.quote)} says the same as …", here, seek)
        self.lay_over(screen, mark)

    def _show_claim(self, *, ask: bool = True) -> None:
        super()._show_claim(ask=ask)
        self._name_twin()

    def _name_twin(self) -> None:
        """Say in the panel of what the claim at hand is a duplicate."""
        claim = self._claim_at_hand()
        key = self._own(claim.id).duplicate_of if claim is not None else None
        if claim is None or key is None:
            self._named = None
        elif self._named != (claim.id, key):
            self._named = claim.id, key
            self.ask(
                partial(_twin, key=key), partial(self._take_twin, claim.id), topic="twin", otherwise=lambda _: None
            )

    def _take_twin(self, claim_id: int, twin: StoredClaim) -> None:
        words = f"“{shown(twin.claim.quote)}” = {shown(in_words(twin.claim.value))} · {shown(twin.source_id)}"
        other = self.keymap.shown("other")
        self.panel.aside(claim_id, "twin", [Fact("same as", words), Fact("", f"{other} goes there")])

    def action_other_claim(self) -> None:
        """Go to the claim that the one at hand is a duplicate of."""
        self.when_still(self._seek_twin)

    def _seek_twin(self) -> None:
        claim = self._claim_at_hand()
        key = self._own(claim.id).duplicate_of if claim is not None else None
        if key is None:
            self._tell(f"This claim is no duplicate of a named one; {self.keymap.shown('same')} names one.")
        else:
            self.ask(partial(_twin, key=key), self._visit, topic="visit")

    def _visit(self, twin: StoredClaim) -> None:
        """Stand on a claim, by way of its article where the queue does not hold it."""
        if not self._go_to(twin.id):
            self._tell(f"The queue did not hold it: this is its article. {self.keymap.shown('all')} shows all again.")
            self.read_queue(f"article:{twin.article_id} section:*")
            self._sought = twin.id


def _twin(store: Store, key: str) -> StoredClaim:
    return store.claim(store.resolve(key))
