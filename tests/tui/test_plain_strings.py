"""No widget is handed a plain string that may hold an article's words: Textual would read markup in it.

What may be handed over is a literal, ``Content``, a name or a call that is known to give one of the two, and, to a
notice with ``markup=False``, what went through ``display_line``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

TUI = Path(__file__).parents[2] / "factcheck" / "tui"
WIDGETS = {"Static", "Label", "Button", "Option", "Input", "Checkbox", "Markdown", "Collapsible", "TypedLine"}
SHOWN_WORDS = {"border_title", "border_subtitle", "tooltip", "sub_title", "placeholder"}
CLEANERS = {"display_line", "shown", "as_shown"}
EDITED = {"Input", "TypedLine", "SearchLine"}
"""These show what is being typed, never markup; the net in ``safe_output`` keeps what is typed harmless."""


def faults(source: str) -> list[int]:
    """The lines at which a module hands a widget a plain string that is not known to be harmless."""
    tree = ast.parse(source)
    return sorted(
        {node.lineno for node, text, clean in _handed_over(tree) if not _Known(tree).is_safe(text, clean=clean)}
    )


def _handed_over(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, ast.expr, bool]]:
    """Every expression that a widget is to show; whether words that went through a cleaner will do."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Attribute) and target.attr in SHOWN_WORDS for target in targets):
                yield node, node.value, False
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        if name in WIDGETS - EDITED or (name == "update" and _is_widget(node.func)):
            yield from ((node, argument, False) for argument in node.args[:1])
        if name == "notify" and node.args:
            plain = any(word.arg == "markup" and _is_false(word.value) for word in node.keywords)
            yield node, node.args[0], plain
        yield from ((node, word.value, False) for word in node.keywords if word.arg in SHOWN_WORDS)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_widget(function: ast.expr) -> bool:
    """Whether this is the ``update`` of a widget: of the widget itself, or of one that was just looked up."""
    if not isinstance(function, ast.Attribute):
        return False
    owner = function.value
    return (isinstance(owner, ast.Name) and owner.id == "self") or (
        isinstance(owner, ast.Call) and _name(owner.func) == "query_one"
    )


def _is_false(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is False


class _Known:
    """What a module says of its own names: those that give ``Content``, and those that are literals."""

    def __init__(self, tree: ast.Module) -> None:
        self._contents: set[str] = set()
        self._literals: set[str] = set()
        assigned: dict[str, list[ast.expr]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.returns is not None and _is_content(node.returns):
                self._contents.add(node.name)
            if (
                isinstance(node, ast.arg | ast.AnnAssign)
                and node.annotation is not None
                and _is_content(node.annotation)
            ):
                self._contents.add(node.arg if isinstance(node, ast.arg) else _name(node.target))
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    assigned.setdefault(_name(target), []).append(node.value)
        for name, values in assigned.items():
            if name and all(self.is_safe(value, clean=False) for value in values):
                self._literals.add(name)

    def is_safe(self, text: ast.expr, *, clean: bool) -> bool:
        """Whether a widget may be handed this."""
        match text:
            case ast.Constant():
                return True
            case ast.JoinedStr(values):
                parts = [part.value for part in values if isinstance(part, ast.FormattedValue)]
                return (clean or not parts) and self._are_safe(parts, clean=clean)
            case ast.IfExp(_, body, orelse):
                return self._are_safe([body, orelse], clean=clean)
            case ast.BinOp(left, ast.Add(), right):
                return self._are_safe([left, right], clean=clean)
            case ast.BoolOp(_, values):
                return self._are_safe(values, clean=clean)
            case _:
                return self._gives_content(text) or (
                    clean and isinstance(text, ast.Call) and _name(text.func) in CLEANERS
                )

    def _are_safe(self, texts: list[ast.expr], *, clean: bool) -> bool:
        return all(self.is_safe(text, clean=clean) for text in texts)

    def _gives_content(self, text: ast.expr) -> bool:
        """Whether this is made as ``Content``, or is a name or a call that is known to give it."""
        match text:
            case ast.Call(ast.Name("Content") | ast.Attribute(ast.Name("Content"))):
                return True
            case ast.Call(ast.Attribute(ast.Call(ast.Name("Content")), "join")):
                return True
            case ast.Call(function):
                return _name(function) in self._contents
        return _name(text) in self._contents | self._literals


def _is_content(annotation: ast.expr) -> bool:
    return "Content" in {part for part in ast.unparse(annotation).replace("|", " ").split() if part != "None"}


def test_no_widget_is_handed_a_plain_string_from_data() -> None:
    found = {
        str(path.relative_to(TUI)): lines for path in sorted(TUI.rglob("*.py")) if (lines := faults(path.read_text()))
    }
    assert found == {}


@pytest.mark.parametrize(
    "planted",
    [
        "Static(row.quote)",
        "Static(f'about {row.quote}', markup=False)",
        "Static('“' + row.quote + '”')",
        "Label(display_line(row.quote))",
        "Option(search.name, id='x')",
        "self.update(row.quote)",
        "self.query_one('#hint', Static).update(row.quote)",
        "self.border_title = article.title",
        "self.notify('Copied')\nself.notify(row.quote, markup=False)",
        "self.notify(display_line(row.quote))",
        "self.notify(f'Not done: {reason}', markup=False)",
        "words = row.quote\nStatic(words)",
        "Input(placeholder=row.quote)",
    ],
)
def test_a_plain_string_handed_to_a_widget_is_found(planted: str) -> None:
    assert faults(planted) == [planted.count("\n") + 1]


def test_what_is_harmless_passes() -> None:
    harmless = """
        HINT = "enter saves"
        def line(row) -> Content: ...
        def show(self, text: Content, row):
            box = Content(display_line(row.quote))
            Static(HINT)
            Static(line(row), markup=False)
            Static(box)
            Static(text if text else Content(""))
            Static(Content("\\n").join([box]))
            Static(Content.styled(row.quote, "bold"))
            self.border_title = Content(row.quote)
            self.notify("Copied.")
            self.notify(f"Not done: {display_line(row.quote)}", markup=False)
            self.rows.update(row)
    """
    assert faults(dedent(harmless)) == []
