"""The stored news pages, and how each looks when its text is pasted without its structure."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpora import PAGES

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCK_TAG_LIST = """
    address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup
    option p pre section select summary table tbody td tfoot th thead tr ul
"""
_BLOCK_TAGS = frozenset(_BLOCK_TAG_LIST.split())
_UNSEEN_TAGS = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "textarea"})
_WORD = re.compile(r"\w+")

_SHORT, _LONG = 4, 8
_GRAM = 4
_IN_BODY = 0.7
"""Share of a long line's 4-grams that must stand in the true body for the line to be the article's own."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page: its HTML, its address, and the text of its article as a person marked it."""

    id: str
    url: str
    html: bytes
    body: str


@dataclass(frozen=True, slots=True)
class FlatLine:
    """A line of a flattened page.

    ``own`` says that it is in the true body. ``apart`` says that it is the page's h1 or a picture's caption, which
    the true bodies leave out though they are the article's as well.
    """

    text: str
    own: bool
    apart: bool


def stored_pages() -> Iterator[StoredPage]:
    """The pages in file order."""
    with (PAGES / "articles.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            packed = (PAGES / row["html"]).read_bytes()
            yield StoredPage(row["id"], row["url"], gzip.decompress(packed), row["text"])


def flattened(page: StoredPage) -> list[FlatLine]:
    """Every block-level element's text as a line, menus, related stories and comments included."""
    from lxml import html  # noqa: PLC0415 - the package is looked at without it

    tree = html.document_fromstring(page.html, parser=html.HTMLParser(encoding="utf-8"))
    lines = list(_lines(tree))
    body = _Body(page.body)
    found = []
    for text, apart in lines:
        own = body.holds(text)
        found.append(FlatLine(text, own, apart and not own))
    return found


def _lines(tree: HtmlElement) -> Iterator[tuple[str, bool]]:
    """The text of each block, and whether it is a headline or a caption."""
    pieces: list[str] = []
    apart = [False]
    for event, element in _events(tree):
        if isinstance(element, str):
            pieces.append(element)
            continue
        if text := " ".join("".join(pieces).split()):
            yield text, apart[-1]
        pieces.clear()
        if event == "start":
            classes = (element.get("class") or "").lower()
            apart.append(apart[-1] or element.tag in {"h1", "figcaption"} or "caption" in classes)
        else:
            apart.pop()
    if text := " ".join("".join(pieces).split()):
        yield text, False


def _events(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement | str]]:
    """The starts and ends of block elements, and the texts between, in document order."""
    pending: list[tuple[str, HtmlElement | str]] = [("open", tree)]
    while pending:
        event, element = pending.pop()
        if event != "open" or isinstance(element, str):
            yield event, element
            continue
        if not isinstance(element.tag, str) or element.tag in _UNSEEN_TAGS:
            continue
        inside: list[tuple[str, HtmlElement | str]] = [("text", element.text or "")]
        for child in element:
            inside += [("open", child), ("text", child.tail or "")]
        if element.tag in _BLOCK_TAGS:
            inside = [("start", element), *inside, ("end", element)]
        pending.extend(reversed(inside))


class _Body:
    """The true body, made ready for asking which lines stand in it."""

    def __init__(self, body: str) -> None:
        words = _words(body)
        self._whole = f" {' '.join(words)} "
        self._lines = {" ".join(_words(line)) for line in body.split("\n")}
        self._grams = set(_grams(words))

    def holds(self, line: str) -> bool:
        """Whether the line is one of the body, stands in it, or shares most of its 4-grams with it."""
        words = _words(line)
        joined = " ".join(words)
        if not words:
            return False
        if joined in self._lines or (len(words) >= _SHORT and f" {joined} " in self._whole):
            return True
        if len(words) < _LONG:
            return False
        grams = _grams(words)
        return sum(gram in self._grams for gram in grams) >= _IN_BODY * len(grams)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _grams(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[start : start + _GRAM]) for start in range(len(words) - _GRAM + 1)]
