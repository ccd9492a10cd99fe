"""What all corrections share: the claim at hand in its article, as it stands with the corrections made so far."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from factcheck.grammar.text import display_line
from factcheck.model import ClaimType, Labels, SpanRef, Value
from factcheck.review.corrections import as_json
from factcheck.review.corrections.corrected import corrected
from factcheck.review.ledger import Batch
from factcheck.store import StoredArticle, StoredClaim
from factcheck.tui.answers import ArticleRead, Failed
from factcheck.tui.requests import ReadArticle
from factcheck.tui.screens.labelling import Labelling
from factcheck.tui.screens.span import Scene

if TYPE_CHECKING:
    from factcheck.extract.reading import SpanReading

T = TypeVar("T")

_QUOTED = 60

Act = Callable[[StoredClaim, StoredArticle], None]


class Mending(Labelling):
    """A correction needs the article; keys typed before it is there wait for it."""

    _awaited: tuple[int, Act] | None = None
    _span_reading: tuple[str, SpanReading] | None = None

    def _on_claim(self, act: Act) -> None:
        """Act on the claim at hand when the cursor rests and its article is there, if anything may be written."""
        self.when_still(partial(self._begin, act))

    def _begin(self, act: Act) -> None:
        row = self.current
        if row is None:
            self.app.bell()
        elif self._send(None):
            self._awaited = row.id, act
            if self._claim_at_hand() is None:
                self.reader.ask(ReadArticle(row.article_id))
            self._go_on()

    def _go_on(self) -> None:
        claim, stored = self._claim_at_hand(), self._article_at_hand()
        if self._awaited is not None and claim is not None and stored is not None:
            (claim_id, act), self._awaited = self._awaited, None
            if claim.id == claim_id:
                act(claim, stored)

    def _is_still(self) -> bool:
        return super()._is_still() and self._awaited is None

    def _take_article(self, answer: ArticleRead) -> None:
        super()._take_article(answer)
        self._go_on()
        self._let_go()

    def _take_failure(self, answer: Failed) -> None:
        if isinstance(answer.request, ReadArticle) and self._awaited is not None:
            self._awaited = None
            self._tell(f"Not done, for the article could not be read: {display_line(answer.reason)}", error=True)
        super()._take_failure(answer)
        self._let_go()

    # ---- the claim as it stands

    def _own(self, claim_id: int) -> Labels:
        """The annotator's labels of a claim of an article in memory, as they will stand when all is written."""
        known = (claim for _, claims in self._articles.values() for claim in claims if claim.id == claim_id)
        claim = next(known, None)
        own = self._said_of(claim).own if claim is not None else None
        return self.ledger.expected(own or Labels(claim_id, self._annotator))

    def _scene(self, claim: StoredClaim, stored: StoredArticle) -> Scene:
        as_it_stands = corrected(claim.claim, self._own(claim.id), stored.article)
        claims = self._articles[stored.id][1]
        return Scene(self._annotator, stored, claims, claim, as_it_stands, self._reading_of(stored))

    def _reading_of(self, stored: StoredArticle) -> SpanReading:
        # The extractors cost more than the desk's first screen: who corrects no words does not pay for them.
        from factcheck.extract.reading import SpanReading  # noqa: PLC0415

        if self._span_reading is None or self._span_reading[0] != stored.article.sha256:
            self._span_reading = stored.article.sha256, SpanReading(stored.article)
        return self._span_reading[1]

    def _read_span(self, scene: Scene, kind: ClaimType, span: SpanRef) -> tuple[Value | None, str]:
        like = scene.corrected.value if kind is scene.corrected.type else None
        reading = scene.reading.read(kind, span.field, span.start, span.end, like)
        return reading.value, reading.reason

    def _right_value(self, claim: StoredClaim, kind: ClaimType, value: Value | None) -> str | None:
        """The corrected value to write where words or type were put right: none where it is the extractor's own.

        Where nothing could be read, what was written before stays.
        """
        if value is None:
            own = self._own(claim.id)
            return own.corrected_value if kind is (own.corrected_type or claim.claim.type) else None
        return None if kind is claim.claim.type and value == claim.claim.value else as_json(value)

    def _settle(self, claim_id: int, batch: Batch | None) -> None:
        """Save what was said of a claim, and move on from it as after any label."""
        position = self.queue_list.queue.position(claim_id)
        row = self.queue_list.row(position) if position is not None else None
        if row is not None:
            self._judge(row, batch)
        else:
            self._send(batch)

    @staticmethod
    def _quoted(words: str) -> str:
        return f"“{display_line(words[:_QUOTED])}{'…' if len(words) > _QUOTED else ''}”"

    @staticmethod
    def _words(scene: Scene, span: SpanRef) -> str:
        return scene.article.article.string(span.field)[span.start : span.end]
