"""The tables of keys in docs/settings.md, as the code has them; run as a module it writes them anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from factcheck.review.keymap import Keymap

DOCUMENT = Path(__file__).parents[2] / "docs" / "settings.md"


def _labels() -> Iterator[str]:
    yield "| name | key | says |\n|---|---|---|"
    for entry in Keymap().labels:
        yield f"| `{entry.name}` | {_keys(*entry.keys)} | {entry.meaning} |"


def _fixes() -> Iterator[str]:
    yield "| name | key | types | says |\n|---|---|---|---|"
    for fix in Keymap().fixes:
        types = ", ".join(kind.value.replace("_", " ") for kind in fix.types)
        yield f"| `{fix.name}` | {_keys(fix.key)} | {types} | {fix.meaning} |"


def _actions() -> Iterator[str]:
    yield "| name | keys | does |\n|---|---|---|"
    for entry in Keymap().actions:
        yield f"| `{entry.name}` | {_keys(*entry.keys)} | {entry.meaning} |"


def _keys(*keys: str) -> str:
    return " ".join(f"`{key}`" for key in keys).replace("|", "\\|")


def with_tables(document: str) -> str:
    """The document with each table in its place, between its two comments."""
    for name, rows in {"labels": _labels(), "fixes": _fixes(), "actions": _actions()}.items():
        before, opening, rest = re.split(rf"(?<=<!-- {name})(.*-->\n)", document, maxsplit=1)
        document = f"{before}{opening}{chr(10).join(rows)}\n<!-- end -->{rest.partition('<!-- end -->')[2]}"
    return document


if __name__ == "__main__":
    DOCUMENT.write_text(with_tables(DOCUMENT.read_text("utf-8")), "utf-8")
