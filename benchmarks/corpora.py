"""The real articles that benchmarks run on, where they lie beside the project; else the fixtures."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
WIKINEWS = SHARED / "corpora" / "wikinews" / "articles.jsonl"
PAGES = SHARED / "corpora" / "pages"


def news_texts() -> tuple[str, list[tuple[str, str]]]:
    """A name for the corpus, and its articles as pairs of publication day (ISO, may be empty) and text."""
    if WIKINEWS.exists():
        records = [json.loads(line) for line in WIKINEWS.read_text("utf-8").split("\n") if line]
        return "Wikinews", [(record.get("date") or "", record["text"]) for record in records]
    texts = [path.read_text("utf-8", "replace") for path in sorted((ROOT / "fixtures" / "articles").glob("*.txt"))]
    return "fixtures", [("2022-11-24", text) for text in texts]


@cache
def scorer(path: Path) -> ModuleType:
    """A scorer beside the development sets, loaded from its file; raises FileNotFoundError where there is none."""
    specification = importlib.util.spec_from_file_location(path.stem, path)
    if specification is None or specification.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module
