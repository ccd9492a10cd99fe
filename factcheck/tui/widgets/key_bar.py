"""The lines at the bottom: the keys that matter most, as many as fit."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from factcheck.model import LabelField
from factcheck.review.keys import ACTION_KEYS, LABEL_KEYS

_GAP = "  "


class KeyBar(Static):
    """Two lines of keys: extraction and check-worthiness above, verdicts and actions below."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, markup=False)

    def on_resize(self) -> None:
        """Show what fits."""
        self.update(Content("\n").join(_line(items, self.size.width) for items in (_above(), _below())))


def _labels(field: LabelField) -> list[tuple[str, str]]:
    return [(key.key, key.short) for key in LABEL_KEYS if key.field is field]


def _above() -> list[tuple[str, str]]:
    return [*_labels(LabelField.EXTRACTION), *_labels(LabelField.CHECK_WORTHINESS)]


def _below() -> list[tuple[str, str]]:
    actions = [(action.shown, action.short) for action in ACTION_KEYS if action.short]
    return [actions.pop(_index(actions, "?")), *_labels(LabelField.VERDICT), *actions]


def _index(actions: list[tuple[str, str]], key: str) -> int:
    return next(index for index, action in enumerate(actions) if action[0] == key)


def _line(items: list[tuple[str, str]], width: int) -> Content:
    """The items that fit, in order; the first always stands."""
    parts: list[Content] = []
    used = 0
    for key, word in items:
        cells = len(key) + 1 + len(word) + (len(_GAP) if parts else 0)
        if not parts or used + cells <= width:
            parts.append(Content.assemble((key, "bold $text-accent"), f" {word}"))
            used += cells
    return Content(_GAP).join(parts)
