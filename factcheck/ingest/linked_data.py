"""What a page's JSON-LD says of its article, wherever the article's node stands."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report|Reportage)$")
_REVIEW_TYPE = re.compile(r"Review$")
_PAGE_TYPE = re.compile(r"(?:WebPage|ItemPage)$")
_VIDEO_TYPE = re.compile(r"VideoObject$")
_BROKEN_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{4,64})"')
_BROKEN_TITLE = re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.){4,400})"')
_MAX_NODES = 2000
_ELSEWHERE = frozenset(
    {
        *("itemListElement", "hasPart", "relatedLink", "mentions", "citation", "comment", "review", "blogPost"),
        *("significantLink", "isBasedOn", "liveBlogUpdate", "subjectOf"),
    }
)
"""Properties whose nodes are other works than the page's own: lists of stories, comments, sources."""


def words(value: object) -> str | None:
    """A string with entities resolved and white space made single spaces; ``None`` for all else."""
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What JSON-LD says of the page's article; ``modified`` are the times of its updates, which tell its zone."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    dates: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Node:
    """An object of the data, and whether it stands in a list of other works."""

    data: Mapping[str, Any]
    elsewhere: bool


def linked_data(tree: HtmlElement, title: str | None = None, url: str | None = None) -> LinkedData:
    """The article's node of the page's JSON-LD, wherever it stands: in a list, a ``@graph`` or another node.

    Of several, that with the page's own address or headline, else the first that is in no list of other works. A
    node of an article type goes before one of a page, a video counts only where it is what the page is about. From a
    block that is no JSON the date and the headline are taken by their keys.
    """
    nodes: list[_Node] = []
    broken: list[str] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                nodes.extend(_nodes(_JSON.decode(_bare(script.text))))
            except (ValueError, RecursionError):
                broken.append(script.text)
    by_id = {
        node.data["@id"]: node.data for node in nodes if isinstance(node.data.get("@id"), str) and len(node.data) > 1
    }
    if main := _main(nodes, title, url):
        return _from_node(main, [node.data for node in nodes if _has_type(node.data, _PAGE_TYPE)], by_id)
    return LinkedData(
        title=next((words(match[1]) for block in broken if (match := _BROKEN_TITLE.search(block))), None),
        dates=tuple(match[1] for block in broken if (match := _BROKEN_DATE.search(block))),
    )


_JSON = json.JSONDecoder(strict=False)


def _bare(script: str) -> str:
    """The JSON without the comment or CDATA marks and the last semicolon that some pages put around it."""
    text = script.strip().removeprefix("//").strip().removeprefix("<!--").removeprefix("<![CDATA[").strip()
    return text.removesuffix("-->").removesuffix("]]>").rstrip().removesuffix("//").rstrip().rstrip(";")


def _nodes(value: object) -> Iterator[_Node]:
    """Every object in the data, outermost first, at most ``_MAX_NODES``."""
    pending = [(value, False)]
    met = 0
    for part, elsewhere in pending:
        if isinstance(part, dict):
            met += 1
            if met > _MAX_NODES:
                return
            yield _Node(part, elsewhere)
            pending.extend((inner, elsewhere or key in _ELSEWHERE) for key, inner in part.items())
        elif isinstance(part, list):
            pending.extend((inner, elsewhere) for inner in part)


def _main(nodes: list[_Node], title: str | None, url: str | None) -> Mapping[str, Any] | None:
    """The node that is the page's article."""
    kinds = (_ARTICLE_TYPE, _REVIEW_TYPE, _PAGE_TYPE, _VIDEO_TYPE)
    for kind in kinds:
        of_kind = [node for node in nodes if _has_type(node.data, kind)]
        own = [node for node in of_kind if _is_of(node.data, title, url)]
        apart = [node for node in of_kind if not node.elsewhere and kind is not _VIDEO_TYPE]
        if chosen := own or apart[:1]:
            return next((node.data for node in chosen if node.data.get("datePublished")), chosen[0].data)
    return None


def _is_of(node: Mapping[str, Any], title: str | None, url: str | None) -> bool:
    """Whether the node has the page's address or its headline."""
    named = {_key(words(node.get(name))) for name in ("headline", "name")}
    placed = {_place(address) for address in _addresses(node)}
    return bool((named - {""}) & {_key(title)} or (placed - {""}) & {_place(url)})


def _addresses(node: Mapping[str, Any]) -> Iterator[str | None]:
    yield words(node.get("url"))
    yield words(node.get("@id"))
    yield _node_url(node.get("mainEntityOfPage"))


def _key(title: str | None) -> str:
    return "".join(filter(str.isalnum, (title or "").casefold()))


def _place(address: str | None) -> str:
    """An address without scheme, ``www.``, query, fragment and last slash."""
    bare = re.sub(r"^https?://(?:www\.)?|[?#].*$", "", address or "")
    return bare.rstrip("/")


def _has_type(node: Mapping[str, Any], pattern: re.Pattern[str]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and pattern.search(name) for name in names)


def _from_node(
    node: Mapping[str, Any], pages: list[Mapping[str, Any]], by_id: Mapping[str, Mapping[str, Any]]
) -> LinkedData:
    dates = _strings(node.get("datePublished"))
    for page in pages[:1]:
        dates = dates or _strings(page.get("datePublished"))
    dates = dates or _strings(node.get("dateCreated")) or _strings(node.get("uploadDate"))
    return LinkedData(
        title=words(node.get("headline")) or words(node.get("name")),
        url=words(node.get("url")) or _node_url(node.get("mainEntityOfPage")),
        publisher=_publisher(node.get("publisher"), by_id),
        dates=dates,
        modified=_strings(node.get("dateModified")),
    )


def _strings(value: object) -> tuple[str, ...]:
    """The strings of a property, which may be one value, a list of them, or ``{"@value": …}``."""
    values = value if isinstance(value, list) else [value]
    found = [words(part.get("@value") if isinstance(part, dict) else part) for part in values]
    return tuple(dict.fromkeys(filter(None, found)))


def _node_url(value: object) -> str | None:
    return words(value.get("@id")) if isinstance(value, dict) else words(value)


def _publisher(value: object, by_id: Mapping[str, Mapping[str, Any]]) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        node = by_id.get(str(value.get("@id")), value)
        return words(value.get("name")) or words(node.get("name"))
    return words(value)
