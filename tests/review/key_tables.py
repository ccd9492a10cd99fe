"""The tables of keys in docs/settings.md and docs/review.md, as the code has them.

    python -m tests.review.key_tables

writes them anew. A table stands between two comments, of which the first names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.model import ClaimType
from factcheck.review.keymap import Keymap, as_shown
from factcheck.review.keys import FIELD_TITLES, ActionKey, LabelKey

DOCS = Path(__file__).parents[2] / "docs"
DOCUMENT, GUIDE = DOCS / "settings.md", DOCS / "review.md"

_PLACE = re.compile(r"(?<=<!-- )(?!end )(?P<name>[\w ]*\w)(?P<rest>[^>]*-->\n).*?(?=<!-- end -->)", re.DOTALL)


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


# ---- the guide, which shows keys as the desk does


def _choices(keys: Iterable[LabelKey]) -> Iterator[str]:
    yield "| key | letter | choice | say it when |\n|---|---|---|---|"
    for key in keys:
        yield f"| {_shown(key.keys)} | {key.letter} | {key.words} | {key.meaning} |"


def _doings(actions: Iterable[ActionKey]) -> Iterator[str]:
    yield "| key | does |\n|---|---|"
    for entry in actions:
        yield f"| {_shown(entry.keys)} | {entry.meaning} |"


def _fixes_by_type() -> Iterator[str]:
    yield "| type | keys |\n|---|---|"
    for kind in ClaimType:
        fixes = " · ".join(f"{_shown([fix.key])} {fix.short}" for fix in Keymap().fixes_of(kind))
        yield f"| {kind.value.replace('_', ' ')} | {fixes} |"


def _shown(keys: Iterable[str]) -> str:
    return _keys(*map(as_shown, keys))


def _tables() -> dict[str, Iterator[str]]:
    keymap = Keymap()
    return {
        "labels": _labels(),
        "fixes": _fixes(),
        "actions": _actions(),
        "keys by type": _fixes_by_type(),
        **{f"keys of {title}": _choices(keymap.of_field(field)) for field, title in FIELD_TITLES.items()},
        **{f"keys of {group}": _doings(actions) for group, actions in keymap.groups()},
    }


def with_tables(document: str) -> str:
    """The document with each table that it has a place for; KeyError for a place that no table is for."""
    tables = _tables()

    def table(place: re.Match[str]) -> str:
        rows = "\n".join(tables[place["name"]])
        return f"{place['name']}{place['rest']}{rows}\n"

    return _PLACE.sub(table, document)


if __name__ == "__main__":
    for path in (DOCUMENT, GUIDE):
        path.write_text(with_tables(path.read_text("utf-8")), "utf-8")
