"""Every key of the review desk, in two tables: the bindings, the key bar, the help and the palette all read these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import LabelField


@dataclass(frozen=True, slots=True)
class LabelKey:
    """A key that says one thing of the claim; ``letter`` stands for it in the queue, ``short`` in the key bar."""

    key: str
    field: LabelField
    value: str
    letter: str
    short: str
    meaning: str

    @property
    def words(self) -> str:
        """The choice as people read it: "not a claim"."""
        return self.value.replace("_", " ")


_EXTRACTION, _VERDICT, _WORTH = LabelField.EXTRACTION, LabelField.VERDICT, LabelField.CHECK_WORTHINESS

LABEL_KEYS = (
    LabelKey("c", _EXTRACTION, "correct", "C", "correct", "type, words and value are right"),
    LabelKey("v", _EXTRACTION, "wrong_value", "V", "value", "right words, but they say another value"),
    LabelKey("s", _EXTRACTION, "wrong_span", "S", "span", "too many words are marked, or too few"),
    LabelKey("t", _EXTRACTION, "wrong_type", "T", "type", "a claim, but of another type"),
    LabelKey("x", _EXTRACTION, "not_a_claim", "X", "no claim", "the words claim nothing to be checked"),
    LabelKey("d", _EXTRACTION, "duplicate", "D", "duplicate", "these words are another claim already"),
    LabelKey("1", _VERDICT, "supported", "S", "supported", "the evidence bears it out"),
    LabelKey("2", _VERDICT, "refuted", "R", "refuted", "the evidence speaks against it"),
    LabelKey("3", _VERDICT, "not_enough_evidence", "N", "not enough", "the evidence decides nothing"),
    LabelKey("4", _VERDICT, "conflicting", "M", "conflicting", "mixed: good evidence on both sides"),
    LabelKey("w", _WORTH, "check_worthy", "W", "worth a check", "factual, and people would want to know"),
    LabelKey("i", _WORTH, "unimportant", "I", "unimportant", "factual, but nobody needs it checked"),
    LabelKey("f", _WORTH, "not_factual", "F", "not factual", "an opinion, a wish or a question"),
)

LETTERS = {(key.field, key.value): key.letter for key in LABEL_KEYS}
"""The letter that stands for each choice; the field tells C of one column from C of another."""

FIELD_TITLES = {_EXTRACTION: "Extraction", _VERDICT: "Verdict", _WORTH: "Worth checking"}
"""What the three label fields are called on the screen, in the order of the queue's letters."""


def label_key(field: LabelField, value: str) -> LabelKey:
    """The table's row for a choice; KeyError where the scheme has none."""
    return _BY_CHOICE[field, value]


_BY_CHOICE = {(key.field, key.value): key for key in LABEL_KEYS}


@dataclass(frozen=True, slots=True)
class ActionKey:
    """A key that does something else than label; ``keys`` are Textual's names, ``shown`` is what people press.

    An empty ``short`` leaves the action out of the key bar.
    """

    keys: str
    shown: str
    action: str
    short: str
    meaning: str
    group: str


_MOVE, _LABELS, _QUEUE, _DESK = "Moving", "Labels", "The queue", "The desk"

ACTION_KEYS = (
    ActionKey("j,down", "j ↓", "next", "", "next claim", _MOVE),
    ActionKey("k,up", "k ↑", "previous", "", "previous claim", _MOVE),
    ActionKey(
        "space", "space", "next_open", "next to do", "next claim still to do, from the top again at the end", _MOVE
    ),
    ActionKey("right_square_bracket", "]", "next_article", "", "first claim of the next article", _MOVE),
    ActionKey(
        "left_square_bracket", "[", "previous_article", "", "first claim of this article or the one before", _MOVE
    ),
    ActionKey("J", "J", "scroll_article(3)", "", "scroll the article down", _MOVE),
    ActionKey("K", "K", "scroll_article(-3)", "", "scroll the article up", _MOVE),
    ActionKey("n", "n", "note", "note", "write or change your note", _LABELS),
    ActionKey("e", "e", "correct_value", "right value", "write the right value; says wrong value as well", _LABELS),
    ActionKey("u,ctrl+z", "u", "undo", "undo", "take back your last label, also after a restart", _LABELS),
    ActionKey("U,ctrl+y", "U", "redo", "redo", "say again what undo took back", _LABELS),
    ActionKey("minus", "-", "clear", "clear", "take your labels off this claim (undo brings them back)", _LABELS),
    ActionKey("R", "R", "retry", "", "save again what could not be saved", _LABELS),
    ActionKey("y", "y", "copy", "", "copy the claim's sentence to the clipboard", _LABELS),
    ActionKey("a", "a", "advance", "", "stay on a claim after a label, or move on (the default)", _LABELS),
    ActionKey("slash", "/", "search", "search", "only claims with these words", _QUEUE),
    ActionKey("p", "p", "cycle_type", "type", "only one type of claim, in turn", _QUEUE),
    ActionKey("o", "o", "cycle_state", "state", "all, only to do, only done", _QUEUE),
    ActionKey("h", "h", "foreign", "foreign", "show or hide claims of teasers and page furniture", _QUEUE),
    ActionKey("escape", "esc", "all", "", "end search and filters: show the whole queue", _QUEUE),
    ActionKey("f5,ctrl+r", "F5", "reload", "", "read the queue again (other people's labels, new articles)", _QUEUE),
    ActionKey("ctrl+t", "ctrl+t", "app.theme", "", "dark or light", _DESK),
    ActionKey("question_mark,f1", "?", "help", "keys", "this page", _DESK),
    ActionKey("q", "q", "quit", "quit", "leave; every label is saved already", _DESK),
)


def action_groups() -> Iterator[tuple[str, list[ActionKey]]]:
    """The actions by their group, in the table's order."""
    for group in dict.fromkeys(action.group for action in ACTION_KEYS):
        yield group, [action for action in ACTION_KEYS if action.group == group]
