"""Marking words in the article, by keys or mouse, with the value that they are read as beneath them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from factcheck.model import ClaimType, SpanRef, Value
from factcheck.review.corrections.corrected import Corrected
from factcheck.review.corrections.marking import MOVES, Marking
from factcheck.review.corrections.splitting import first_part
from factcheck.review.facts import shown
from factcheck.review.words import TYPE_WORDS
from factcheck.store import StoredArticle, StoredClaim
from factcheck.tui.screens.over import Over
from factcheck.tui.widgets.article_view import ArticleView
from factcheck.tui.widgets.marking_view import MarkingView
from factcheck.tui.wrap import fit
from factcheck.values import in_words

if TYPE_CHECKING:
    from factcheck.extract.reading import SpanReading

TYPES = (ClaimType.CASUALTY, ClaimType.VIEW_COUNT, ClaimType.MEMBERSHIP, ClaimType.DATE)
"""The types in the order of the keys 1 to 4."""

_KEYS = (
    ("left,h", "move('left')"),
    ("right,l", "move('right')"),
    ("ctrl+left,b,alt+left", "move('word_left')"),
    ("ctrl+right,w,alt+right", "move('word_right')"),
    ("left_parenthesis", "move('sentence_left')"),
    ("right_parenthesis", "move('sentence_right')"),
    ("home", "move('first')"),
    ("end", "move('last')"),
    ("tab,shift+tab", "move('switch')"),
    ("up,k", "line(-1)"),
    ("down,j", "line(1)"),
    ("pageup", "page(-1)"),
    ("pagedown", "page(1)"),
    ("enter", "save"),
    ("escape", "dismiss(None)"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """The claim at hand, as it stands with its corrections, in its article."""

    annotator: str
    article: StoredArticle
    claims: Sequence[StoredClaim]
    claim: StoredClaim
    corrected: Corrected
    reading: SpanReading


@dataclass(frozen=True, slots=True)
class Marked:
    """The words that were marked, the type they are read as, and their value; ``None`` where none can be read."""

    span: SpanRef
    type: ClaimType
    value: Value | None


class SpanScreen(Over[Marked | None]):
    """The words of the claim at hand with two edges to move."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(keys, action, show=False) for keys, action in _KEYS]
    TITLE_WORDS: ClassVar[str] = "The right words"

    def __init__(self, scene: Scene, marking: Marking) -> None:
        super().__init__()
        self._scene = scene
        self._marking = marking
        self._kind = scene.corrected.type
        self._value: Value | None = None
        self._reason = ""

    def compose(self) -> ComposeResult:
        """The article, and beneath it what is marked and what it says."""
        with Vertical(id="marking"):
            yield MarkingView(self._scene.annotator, id="marking-article")
            box = Static("", id="marking-box", markup=False)
            box.border_title = self.TITLE_WORDS
            yield box

    def on_mount(self) -> None:
        """Show the article with the words marked."""
        scene = self._scene
        view = self.query_one(MarkingView)
        view.open(scene.article, list(scene.claims), scene.claim, self._marking)
        self._read()

    def on_resize(self) -> None:
        """Fit the lines beneath the article anew."""
        self._tell()

    # ---- moving

    def action_move(self, name: str) -> None:
        """Move the caret or an edge."""
        self._take(MOVES[name](self._marking))

    def action_line(self, lines: int) -> None:
        """Move it to another line of the article."""
        found = self.query_one(MarkingView).beside(self._marking, lines)
        if found is None:
            return
        field, position = found
        if field == self._marking.field:
            self._take(self._marking.to(position))
        elif self._marking.anchor is None:
            self._take(Marking(field, self._scene.article.article.string(field), position))

    def action_page(self, direction: int) -> None:
        """Move it by half of what is in view."""
        self.action_line(direction * max(1, self.query_one(MarkingView).size.height // 2))

    def on_article_view_dragged(self, message: ArticleView.Dragged) -> None:
        """Mark the words that the pointer was dragged over."""
        self._take(Marking.over(self._scene.article.article, message.span))

    def on_marking_view_placed(self, message: MarkingView.Placed) -> None:
        """Move the caret or the edge under the pointer."""
        if message.field == self._marking.field:
            self._take(self._marking.to(message.position))
        elif self._marking.anchor is None:
            self._take(Marking(message.field, self._scene.article.article.string(message.field), message.position))

    def _take(self, marking: Marking) -> None:
        if marking != self._marking:
            again = marking.span != self._marking.span
            self._marking = marking
            self.query_one(MarkingView).mark(marking)
            if again:
                self._read()
            else:
                self._tell()

    # ---- reading

    def _read(self) -> None:
        """Read the value of what is marked."""
        span = self._marking.trimmed
        self._value, self._reason = None, "no words are marked"
        if span is not None:
            self._value, self._reason = self._value_of(self._kind, span)
        self._tell()

    def _value_of(self, kind: ClaimType, span: SpanRef) -> tuple[Value | None, str]:
        like = self._scene.corrected.value if kind is self._scene.corrected.type else None
        reading = self._scene.reading.read(kind, span.field, span.start, span.end, like)
        return reading.value, reading.reason

    def _tell(self) -> None:
        width = max(20, self.app.size.width - 2)
        lines = [Content.assemble((fit(title, 7), "$secondary"), words) for title, words in self._lines(width - 7)]
        keys = [Content.styled(fit(line, width).rstrip(), "$secondary") for line in self._keys()]
        self.query_one("#marking-box", Static).update(Content("\n").join([*lines, *keys]), layout=False)

    def _lines(self, width: int) -> list[tuple[str, Content]]:
        """What is marked, what it says, and what the extractor said, each with a title of at most six characters."""
        claim = self._scene.claim.claim
        return [
            ("words", Content.styled(_quoted(self._marking.words, width), "bold")),
            ("value", self._value_line(width)),
            ("was", Content(fit(f"{_quoted(claim.quote, width // 2)} = {shown(in_words(claim.value))}", width))),
        ]

    def _value_line(self, width: int) -> Content:
        if self._value is None:
            return Content.styled(fit(f"no value: {shown(self._reason)}", width), "$text-warning")
        same = self._value == self._scene.claim.claim.value
        words = f"= {shown(in_words(self._value))}{', as it was' if same else ''}"
        return Content.styled(fit(words, width), "bold $text-primary")

    def _keys(self) -> tuple[str, str]:
        edge = "end" if self._marking.at_end else "start"
        return (
            f"moving the {edge}: ←→ by character · ctrl+←→ or b w by word · home end sentence",
            "tab moves the other edge · enter saves · esc leaves it as it is",
        )

    def action_save(self) -> None:
        """Hand over what is marked."""
        if (span := self._marking.trimmed) is not None:
            self.dismiss(Marked(span, self._kind, self._value))


class AddScreen(SpanScreen):
    """A caret in the article; where words are marked, the type and the value that a claim on them would have."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,v", "mark", show=False),
        Binding("t", "next_type", show=False),
        *(Binding(str(number), f"type({number})", show=False) for number in range(1, len(TYPES) + 1)),
    ]
    TITLE_WORDS: ClassVar[str] = "Add a claim that was missed"

    def __init__(self, scene: Scene, marking: Marking) -> None:
        super().__init__(scene, marking)
        self._chosen: ClaimType | None = None

    def on_mount(self) -> None:
        """Read the words around the caret once the screen stands, so that the first key need not."""
        self.call_after_refresh(self._warm)

    def _warm(self) -> None:
        if (span := self._marking.begun().trimmed) is not None:
            self._scene.reading.candidates(span.field, span.start, span.end)

    def action_mark(self) -> None:
        """Begin to mark at the caret, or mark nothing any more."""
        self._take(self._marking.begun() if self._marking.anchor is None else self._marking.ended())

    def action_type(self, number: int) -> None:
        """Say of what type the claim is."""
        self._chosen = TYPES[number - 1]
        self._read()

    def action_next_type(self) -> None:
        """The next type in turn."""
        self.action_type((TYPES.index(self._kind) + 1) % len(TYPES) + 1)

    def _read(self) -> None:
        """Read the value, as the type that was chosen or else as the one that the words suit best."""
        span = self._marking.trimmed
        if span is not None:
            readable = self._scene.reading.candidates(span.field, span.start, span.end)
            best = readable[0][0] if readable else self._scene.corrected.type
            self._kind = self._chosen or best
        super()._read()
        if span is not None and self._is_taken(span):
            self._value, self._reason = None, f"a {TYPE_WORDS[self._kind]} claim stands on these very words"
            self._tell()

    def _is_taken(self, span: SpanRef) -> bool:
        claims = [stored.claim for stored in self._scene.claims]
        return any(
            (claim.type, claim.field, claim.start, claim.end) == (self._kind, span.field, span.start, span.end)
            for claim in claims
        )

    def _lines(self, width: int) -> list[tuple[str, Content]]:
        if self._marking.anchor is None:
            return [("words", Content("nothing is marked yet")), ("value", Content("")), ("type", Content(""))]
        return [*super()._lines(width)[:2], ("type", self._types())]

    def _types(self) -> Content:
        parts = []
        for number, kind in enumerate(TYPES, 1):
            words = f"{number} {TYPE_WORDS[kind]}"
            here = kind is self._kind
            parts.append(Content.styled(f"[{words}]" if here else f" {words} ", "bold" if here else "$secondary"))
        return Content("  ").join(parts)

    def _keys(self) -> tuple[str, str]:
        if self._marking.anchor is None:
            return ("arrows, b w, ( ) move · space or v marks the word at the caret", "esc leaves")
        edge = "end" if self._marking.at_end else "start"
        return (
            f"moving the {edge}: ←→ ↑↓ ctrl+←→ b w ( ) home end · tab the other edge",
            "1–4 or t type · enter adds the claim · space marks nothing · esc leaves",
        )

    def action_save(self) -> None:
        """Hand over what is marked, where it has a value."""
        if self._value is None:
            self.notify(
                f"Nothing to add: {shown(self._reason) or 'no words are marked'}.", markup=False, severity="error"
            )
        else:
            super().action_save()


class SplitScreen(AddScreen):
    """The words of the second claim are marked; the first keeps what is left of its own."""

    TITLE_WORDS: ClassVar[str] = "Split: mark the words of the second claim"

    def _lines(self, width: int) -> list[tuple[str, Content]]:
        lines = super()._lines(width)
        return [*lines, ("first", self._first_line(width))]

    def _first_line(self, width: int) -> Content:
        own, second = self._scene.corrected.span, self._marking.trimmed
        article = self._scene.article.article
        first = first_part(article.string(own.field), own, second) if second is not None else own
        if first is None:
            return Content.styled(fit("nothing would be left of the first claim", width), "$text-warning")
        value, reason = self._value_of(self._scene.corrected.type, first)
        quote = _quoted(article.string(first.field)[first.start : first.end], width // 2)
        said = f"= {shown(in_words(value))}" if value is not None else f"no value: {shown(reason)}"
        return Content(fit(f"{quote} {said}", width))


def _quoted(words: str, width: int) -> str:
    """Words between quotation marks, long ones without their middle: both edges are to be seen."""
    if not words:
        return "–"
    room = max(12, width - 2)
    if len(words) > room:
        half = (room - 3) // 2
        words = f"{words[:half]} … {words[-half:]}"
    return f"“{shown(words)}”"
