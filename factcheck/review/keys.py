"""Every key of the review, in two tables, with what it does: both front ends read these.

Keys are written as people write them: ``c``, ``K``, ``/``, ``space``, ``ctrl+z``, ``F5``. The one-key corrections of
a claim's value, which depend on its type, are in ``fixes``. A project may choose other keys for all (``keymap``).
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import LabelField


@dataclass(frozen=True, slots=True)
class LabelKey:
    """A key that says one thing of the claim; ``letter`` stands for it in the queue, ``short`` in the key bar.

    ``name`` is what a settings file calls it.
    """

    name: str
    keys: tuple[str, ...]
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
_CONFIDENCE = LabelField.CONFIDENCE


def _label(key: str, field: LabelField, value: str, *words: str) -> LabelKey:
    letter, short, meaning = words
    name = f"{value}_confidence" if field is _CONFIDENCE else value
    return LabelKey(name, (key,), field, value, letter, short, meaning)


LABEL_KEYS = (
    _label("c", _EXTRACTION, "correct", "C", "correct", "type, words and value are right"),
    _label("v", _EXTRACTION, "wrong_value", "V", "value", "right words, but they say another value"),
    _label("s", _EXTRACTION, "wrong_span", "S", "span", "too many words are marked, or too few"),
    _label("t", _EXTRACTION, "wrong_type", "T", "type", "a claim, but of another type"),
    _label("x", _EXTRACTION, "not_a_claim", "X", "no claim", "the words claim nothing to be checked"),
    _label("d", _EXTRACTION, "duplicate", "D", "duplicate", "these words are another claim already"),
    _label("1", _VERDICT, "supported", "S", "supported", "the evidence bears it out"),
    _label("2", _VERDICT, "refuted", "R", "refuted", "the evidence speaks against it"),
    _label("3", _VERDICT, "not_enough_evidence", "N", "not enough", "the evidence decides nothing"),
    _label("4", _VERDICT, "conflicting", "M", "conflicting", "mixed: good evidence on both sides"),
    _label("w", _WORTH, "check_worthy", "W", "worth a check", "factual, and people would want to know"),
    _label("i", _WORTH, "unimportant", "I", "unimportant", "factual, but nobody needs it checked"),
    _label("f", _WORTH, "not_factual", "F", "not factual", "an opinion, a wish or a question"),
    _label("8", _CONFIDENCE, "low", "L", "unsure", "you would not bet on it"),
    _label("9", _CONFIDENCE, "medium", "M", "fairly sure", "you would be surprised to be wrong"),
    _label("0", _CONFIDENCE, "high", "H", "sure", "you would put your name to it"),
)

LETTERS = {(key.field, key.value): key.letter for key in LABEL_KEYS}
"""The letter that stands for each choice; the field tells C of one column from C of another."""

FIELD_TITLES = {
    _EXTRACTION: "Extraction",
    _VERDICT: "Verdict",
    _WORTH: "Worth checking",
    _CONFIDENCE: "Confidence",
}
"""What the label fields are called on the screen; the first three have a column of letters in the queue."""


@dataclass(frozen=True, slots=True)
class ActionKey:
    """A key that does something else than label; ``action`` is what the desk calls it.

    An empty ``short`` leaves the action out of the key bar.
    """

    name: str
    keys: tuple[str, ...]
    action: str
    short: str
    meaning: str
    group: str


_MOVE, _LABELS, _CORRECT = "Moving", "Labels", "Corrections"
_QUEUE, _LOOK, _DESK = "The queue", "Looking", "The desk"

ACTION_KEYS = (
    ActionKey("next", ("j", "down"), "next", "", "next claim", _MOVE),
    ActionKey("previous", ("k", "up"), "previous", "", "previous claim", _MOVE),
    ActionKey(
        "skip",
        ("space",),
        "next_open",
        "next to do",
        "skip to the next to do; what is skipped stays to do",
        _MOVE,
    ),
    ActionKey("next_article", ("]",), "next_article", "", "first claim of the next article", _MOVE),
    ActionKey(
        "previous_article", ("[",), "previous_article", "", "this article's first claim or the one before's", _MOVE
    ),
    ActionKey("back", ("b", "backspace"), "back", "back", "back through the claims that you labelled last", _MOVE),
    ActionKey("scroll_down", (".",), "scroll_article(3)", "", "scroll the article down", _MOVE),
    ActionKey("scroll_up", (",",), "scroll_article(-3)", "", "scroll the article up", _MOVE),
    ActionKey("note", ("n",), "note", "note", "write or change your note", _LABELS),
    ActionKey("undo", ("u", "ctrl+z"), "undo", "undo", "take back what you did last, also after a restart", _LABELS),
    ActionKey("redo", ("U",), "redo", "redo", "say again what undo took back", _LABELS),
    ActionKey("clear", ("-",), "clear", "clear", "take your labels off this claim (undo brings them back)", _LABELS),
    ActionKey("snooze", ("Z",), "snooze", "snooze", "put this claim off for an hour; it stays to do", _LABELS),
    ActionKey("stay", ("l",), "stay", "", "linger on a claim after a label, or move on (the default)", _LABELS),
    ActionKey("retry", ("R",), "retry", "", "save again what could not be saved", _LABELS),
    ActionKey(
        "value", ("e",), "correct_value", "right value", "write the right value: says wrong value too", _CORRECT
    ),
    ActionKey(
        "span", ("r",), "correct_span", "right words", "move the edges of the words: the value follows", _CORRECT
    ),
    ActionKey("type", ("T",), "correct_type", "right type", "say of what type it is: the value follows", _CORRECT),
    ActionKey("add", ("a",), "add_claim", "add", "add a claim that was missed: mark its words", _CORRECT),
    ActionKey("split", ("|",), "split", "", "split a claim that holds two: mark the words of the second", _CORRECT),
    ActionKey("merge", ("&",), "merge", "", "merge with the next claim of the article", _CORRECT),
    ActionKey("same", ("m",), "same_as", "same as", "say of which other claim this is a duplicate", _CORRECT),
    ActionKey("other", ("ctrl+g",), "other_claim", "", "go to the claim that this is a duplicate of", _CORRECT),
    ActionKey("search", ("/",), "search", "search", "only claims like this: words and conditions", _QUEUE),
    ActionKey("saved", ("F3",), "saved_searches", "", "searches that were given a name", _QUEUE),
    ActionKey("types", ("p",), "cycle_type", "type", "only one type of claim, in turn", _QUEUE),
    ActionKey("states", ("o",), "cycle_state", "state", "all, only to do, only done", _QUEUE),
    ActionKey(
        "order",
        ("O",),
        "cycle_order",
        "order",
        "what helps most, reading order, newest, by lot",
        _QUEUE,
    ),
    ActionKey("foreign", ("h",), "foreign", "", "show or hide claims of teasers and page furniture", _QUEUE),
    ActionKey("bulk", ("ctrl+b",), "bulk", "", "label the whole queue, after a look at what would change", _QUEUE),
    ActionKey("all", ("escape",), "all", "", "end search and filters: show the whole queue", _QUEUE),
    ActionKey("reload", ("F5", "ctrl+r"), "reload", "", "read the queue again: others' labels, new articles", _QUEUE),
    ActionKey("guideline", ("g",), "guideline", "guide", "the guideline for this type of claim", _LOOK),
    ActionKey(
        "guideline_down", ("shift+down", "}"), "scroll_guideline(3)", "", "scroll the open guideline down", _LOOK
    ),
    ActionKey("guideline_up", ("shift+up", "{"), "scroll_guideline(-3)", "", "scroll the open guideline up", _LOOK),
    ActionKey("history", ("H",), "history", "history", "who changed what, when and how", _LOOK),
    ActionKey("progress", ("P",), "progress", "progress", "how far the work is, in bars", _LOOK),
    ActionKey("focus", ("z",), "focus_mode", "focus", "only the article and the panel, or the queue too", _LOOK),
    ActionKey("copy", ("y",), "copy", "", "copy the claim's words", _LOOK),
    ActionKey("copy_sentence", ("Y",), "copy_sentence", "", "copy the claim's sentence", _LOOK),
    ActionKey("copy_link", ("ctrl+l",), "copy_link", "", "copy a link to the claim", _LOOK),
    ActionKey("open", ("ctrl+o",), "open_source", "", "open the article's address in the browser", _LOOK),
    ActionKey("theme", ("ctrl+t",), "app.theme", "", "dark, light, high contrast", _DESK),
    ActionKey("database", ("F6",), "app.next_desk", "", "the next database, where several are open", _DESK),
    ActionKey("help", ("?", "F1"), "help", "keys", "this page", _DESK),
    ActionKey("quit", ("q",), "quit", "quit", "leave; every label is saved already", _DESK),
)
