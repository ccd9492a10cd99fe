"""A sitting's corrections beyond a label: value, words and type put right, claims added, split, merged or the same.

Each is one batch, so that one undo takes it back. Words are given as they stand in the article and looked for nearest
to the claim at hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.errors import UsageError
from factcheck.extract.reading import SpanReading, claim_of
from factcheck.model import Claim, ClaimType, Labels, SpanRef, Value
from factcheck.review import labelling
from factcheck.review.corrections import as_json, read_correction
from factcheck.review.corrections.alike import alike
from factcheck.review.corrections.corrected import PATTERNS, Corrected, corrected
from factcheck.review.corrections.fixes import Fix, apply
from factcheck.review.corrections.splitting import first_part, joined
from factcheck.review.keymap import Keymap
from factcheck.review.line_mode.session import Events, Session
from factcheck.store import ClaimRow, StoredClaim

_REACH = 20_000
"""Characters on either side of the claim in which words are looked for."""


class MendingSession(Session):
    """A sitting in which what the extraction got wrong is put right; its own stays beside that."""

    _reading: tuple[int, SpanReading] | None = None

    @property
    def now(self) -> Corrected:
        """The claim at hand as it stands with the annotator's corrections."""
        return corrected(self.at_hand.claim, self.standing, self.article)

    @property
    def reading(self) -> SpanReading:
        """What reads words of the article at hand as values."""
        article_id = self.at_hand.article_id
        if self._reading is None or self._reading[0] != article_id:
            self._reading = article_id, SpanReading(self.article)
        return self._reading[1]

    # The value

    def fix(self, fix: Fix) -> Events:
        """Put the value right as a one-key correction does; UsageError where that would change nothing."""
        now, published = self.now, self.article.published
        text = self.article.string(now.span.field)[now.span.start : now.span.end]
        day = published.day if published else None
        value = apply(fix, now.value, day, text) if now.value is not None else None
        if value is None:
            raise UsageError(f"{fix.name.replace('_', ' ')} would change nothing of this value")
        return self._right(value)

    def correct(self, words: str) -> Events:
        """Write the right value in words; UsageError where they cannot be read as one."""
        now, published = self.now, self.article.published
        pattern = now.value or PATTERNS[now.type]
        read = read_correction(pattern, words, published.day if published else None, self.article, now.span)
        if read.value is None:
            raise UsageError(f"that cannot be read as a value of this claim: {read.reason}")
        return self._right(read.value)

    def _right(self, value: Value) -> Events:
        """Write the right value; back at the extractor's own, say that it was right."""
        claim, standing = self.at_hand.claim, self.standing
        if value != claim.value or standing.extraction in ("wrong_span", "wrong_type"):
            return self.judge(labelling.correct(as_json(value), standing))
        if standing.corrected_value is None:
            raise UsageError("that is the value as it was extracted; correct says that it is right")
        return self.say(_CORRECT)

    # The words and the type

    def respan(self, words: str) -> Events:
        """Say which words are the right ones, and the value that they have."""
        claim, now = self.at_hand.claim, self.now
        span = self.span_of(words)
        if span == SpanRef(claim.field, claim.start, claim.end):
            raise UsageError("these are the words as they were extracted")
        value = self.read_span(now.type, span)
        return self.judge(labelling.respan(span, self._right_value(now.type, value), self.standing))

    def retype(self, kind: ClaimType) -> Events:
        """Say which type is the right one, and the value that the words have as that."""
        if kind is self.at_hand.claim.type:
            raise UsageError("that is the type as it was extracted")
        value = self.read_span(kind, self.now.span)
        return self.judge(labelling.retype(kind, as_json(value) if value is not None else None, self.standing))

    def span_of(self, words: str) -> SpanRef:
        """Where words stand nearest to the claim at hand; UsageError where they do not stand near it."""
        span = self.now.span
        text = self.article.string(span.field)
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        first, last = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
        middle = (span.start + span.end) / 2
        found = min(
            pattern.finditer(text, first, last) if words.split() else (),
            key=lambda found: abs((found.start() + found.end()) / 2 - middle),
            default=None,
        )
        if found is None:
            raise UsageError(f"{words!r} does not stand near this claim; give words as the article has them")
        return SpanRef(span.field, found.start(), found.end())

    def read_span(self, kind: ClaimType, span: SpanRef) -> Value | None:
        """What words of the article at hand say as a claim of a type."""
        now = self.now
        like = now.value if kind is now.type else None
        return self.reading.read(kind, span.field, span.start, span.end, like).value

    def _right_value(self, kind: ClaimType, value: Value | None) -> str | None:
        """The value to write where words were put right: none where it is the extractor's own; else what stood."""
        claim, standing = self.at_hand.claim, self.standing
        if value is None:
            return standing.corrected_value
        return None if kind is claim.type and value == claim.value else as_json(value)

    # Other claims

    def same_as(self, key: str) -> Events:
        """Say of which other claim the one at hand is a duplicate."""
        other = self.store.claim(self.store.resolve(key))
        if other.id == self.at_hand.id:
            raise UsageError("this is that claim")
        return self.judge(labelling.same_as(other.key, self.standing))

    def alike(self) -> Sequence[ClaimRow]:
        """Claims that may say the same as the one at hand."""
        claim = self.at_hand
        return alike(self.store, claim.id, self.now.value or claim.claim.value, "", self.annotator)

    def add(self, words: str, kind: ClaimType | None = None) -> StoredClaim:
        """Put in a claim that was missed, on these words; without a type, of the one that they read best as."""
        return self.put_in(labelling.add(self.at_hand.article_id, self._made(self.span_of(words), kind)))

    def split(self, words: str) -> StoredClaim:
        """Cut the claim at hand and make one of these words, which it holds."""
        now, article, claim = self.now, self.article, self.at_hand
        span = self.span_of(words)
        first = first_part(article.string(now.span.field), now.span, span)
        if first is None or first == now.span:
            raise UsageError("these words are no part of this claim, or all of it")
        right = self._right_value(now.type, self.read_span(now.type, first))
        made = self._made(span, now.type)
        return self.put_in(labelling.split(first, right, self.standing, claim.article_id, made))

    def merge(self) -> Events:
        """Widen the claim at hand over the next of its type in the article, which is a duplicate of it then."""
        now, claim = self.now, self.at_hand
        other = self._next_of_type()
        span = joined(now.span, corrected(other.claim, self._own(other), self.article).span)
        if span is None:
            raise UsageError("the next claim of this type stands in another string of the article")
        right = self._right_value(now.type, self.read_span(now.type, span))
        return self.judge(labelling.merge(span, right, self.standing, claim.key, self._own(other)))

    def _made(self, span: SpanRef, kind: ClaimType | None) -> Claim:
        if kind is None:
            kind = next((found for found, _ in self.reading.candidates(span.field, span.start, span.end)), None)
            if kind is None:
                raise UsageError("these words read as no claim; give the type as well, as in add: date: last Tuesday")
        read = self.reading.read(kind, span.field, span.start, span.end, None)
        if read.value is None:
            raise UsageError(f"these words have no value as that: {read.reason}")
        return claim_of(self.article, kind, span.field, span.start, span.end, read.value, self.annotator)

    def _next_of_type(self) -> StoredClaim:
        now, here = self.now, self.at_hand
        for other in self.store.article_claims(here.article_id):
            behind = other.claim.field == now.span.field and other.claim.start > now.span.start
            own = self._own(other)
            if behind and other.id != here.id and other.claim.type is now.type and own.extraction != "duplicate":
                return other
        raise UsageError("no other claim of this type follows in this article")

    def _own(self, claim: StoredClaim) -> Labels:
        own = next((labels for labels in claim.labels if labels.annotator == self.annotator), None)
        return own or Labels(claim.id, self.annotator)


_CORRECT = next(key for key in Keymap().labels if key.value == "correct")
