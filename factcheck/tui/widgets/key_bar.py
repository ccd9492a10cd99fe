"""The lines at the bottom: the keys that matter most, as many as fit. What corrects a value depends on the claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from textual import events
from textual.content import Content
from textual.widgets import Static

from factcheck.model import ClaimType, LabelField
from factcheck.review.corrections.fixes import Fix
from factcheck.review.keymap import Keymap, as_shown
from factcheck.tui.bindings import fix_keys

_GAP = "  "
_BOUND = "bound"
"""What stands for the words of the keys that change a count's bound."""

_FIRST = ("undo", "search", "note")
"""The actions that stand nearest to the verdicts: what is most missed where it does not fit."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A key with its word, and what a click on it does."""

    key: str
    word: str
    action: str

    @property
    def cells(self) -> int:
        return len(self.key) + (1 + len(self.word) if self.word else 0)


class KeyBar(Static):
    """Three lines: what a claim can be called, what puts its value right, and verdicts with the other actions."""

    def __init__(self, keymap: Keymap, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, markup=False)
        self._keymap = keymap
        self._kind: ClaimType | None = None
        self._lines: list[list[_Item]] = []

    def show(self, kind: ClaimType) -> None:
        """Show the keys for claims of a type."""
        if kind is not self._kind:
            self._kind = kind
            self._draw()

    def on_resize(self) -> None:
        """Show what fits."""
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        offset = event.get_content_offset_capture(self)
        if not 0 <= offset.y < len(self._lines):
            return
        left = 0
        for item in self._lines[offset.y]:
            if left <= offset.x < left + item.cells:
                self.call_later(self.run_action, f"screen.{item.action}" if "." not in item.action else item.action)
                return
            left += item.cells + len(_GAP)

    def _draw(self) -> None:
        lines = (self._labels(), self._fixes(), self._actions())
        self._lines = [_fitting(items, self.size.width) for items in lines]
        self.update(Content("\n").join(_content(items) for items in self._lines), layout=False)

    def _of(self, field: LabelField) -> list[_Item]:
        return [
            _Item(as_shown(key.keys[0]), key.short, f"label('{key.field.value}', '{key.value}')")
            for key in self._keymap.of_field(field)
            if key.keys
        ]

    def _labels(self) -> list[_Item]:
        return [*self._of(LabelField.EXTRACTION), *self._of(LabelField.CHECK_WORTHINESS)]

    def _fixes(self) -> list[_Item]:
        if self._kind is None:
            return []
        numbers = {key: number for number, key in enumerate(fix_keys(self._keymap))}
        fixes = [fix for fix in self._keymap.fixes_of(self._kind) if fix.key]
        own = [self._fix(fix, numbers) for fix in fixes if len(fix.types) == 1]
        shared = [self._fix(fix, numbers) for fix in fixes if len(fix.types) > 1]
        value = self._keymap.action("value")
        last = [_Item(as_shown(value.keys[0]), value.short, value.action)] if value.keys else []
        if len(_fitting([*shared, *own, *last], self.size.width)) < len(fixes) + len(last) and shared:
            # The bounds are signs that explain themselves: it is their words that make room for the others.
            shared = [replace(item, word="") for item in shared[:-1]] + [replace(shared[-1], word=_BOUND)]
            return [*shared, *last, *own]
        return [*shared, *own, *last]

    @staticmethod
    def _fix(fix: Fix, numbers: Mapping[str, int]) -> _Item:
        return _Item(as_shown(fix.key), fix.short, f"fix({numbers[fix.key]})")

    def _actions(self) -> list[_Item]:
        shown = [entry for entry in self._keymap.actions if entry.short and entry.keys and entry.name != "value"]
        items = {entry.name: _Item(as_shown(entry.keys[0]), entry.short, entry.action) for entry in shown}
        top = [items.pop("help")] if "help" in items else []
        first = [items.pop(name) for name in _FIRST if name in items]
        return [*top, *self._of(LabelField.VERDICT), *first, *items.values(), *self._of(LabelField.CONFIDENCE)]


def _fitting(items: list[_Item], width: int) -> list[_Item]:
    """The items that fit, in order; the first always stands."""
    fitting: list[_Item] = []
    used = 0
    for item in items:
        cells = item.cells + (len(_GAP) if fitting else 0)
        if not fitting or used + cells <= width:
            fitting.append(item)
            used += cells
    return fitting


def _content(items: list[_Item]) -> Content:
    parts = [
        Content.assemble((item.key, "bold $text-accent"), f" {item.word}" if item.word else "") for item in items
    ]
    return Content(_GAP).join(parts)
