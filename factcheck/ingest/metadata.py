"""What a page's head says of its article: schema.org JSON-LD, meta tags and links, all as they were found."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report|Review|Reportage)$")
_PAGE_TYPE = re.compile(r"(?:WebPage|ItemPage|VideoObject)$")
_BROKEN_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{4,64})"')
_BROKEN_TITLE = re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.){4,400})"')
_MAX_NODES = 2000

_DATE_METAS = (
    *("article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate"),
    *("publish-date", "publication_date", "article.published", "sailthru.date", "parsely-pub-date"),
    *("dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "citation_publication_date"),
    *("article_date_original", "originalpublicationdate", "ptime", "cxenseparse:recs:publishtime", "displaydate"),
)
"""Names of meta tags that say when an article was published, the commonest first; case is no matter."""

_SITE_METAS = ("og:site_name", "application-name", "twitter:site", "dc.publisher", "publisher")
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "title")
_URL_METAS = ("og:url", "twitter:url")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; ``dates`` are pairs of a source (``json-ld``, ``meta``) and the words found."""

    title: str | None
    url: str | None
    publisher: str | None
    dates: tuple[tuple[str, str], ...]


def page_facts(tree: HtmlElement) -> PageFacts:
    """Read a page's metadata; whatever cannot be parsed is passed over."""
    linked = linked_data(tree)
    metas = _metas(tree)
    dates = [("json-ld", raw) for raw in linked.dates]
    dates += [("meta", metas[name]) for name in _DATE_METAS if name in metas]
    dates += [("meta", raw) for raw in _time_tags(tree)]
    return PageFacts(
        title=_title(tree, linked, metas),
        url=_first(*_links(tree, "canonical"), *(metas.get(name) for name in _URL_METAS), linked.url),
        publisher=_first(linked.publisher, *(metas.get(name) for name in _SITE_METAS)),
        dates=tuple(dict.fromkeys(dates)),
    )


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)


def _words(value: object) -> str | None:
    """A string with entities resolved and white space made single spaces; ``None`` for all else."""
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What JSON-LD says of the page's article."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    dates: tuple[str, ...] = ()


def linked_data(tree: HtmlElement) -> LinkedData:
    """The article's node of the page's JSON-LD, wherever it stands: in a list, a ``@graph`` or another node.

    A node of an article type goes before one of a page. From a block that is no JSON the date and the headline are
    taken by their keys.
    """
    nodes: list[Mapping[str, Any]] = []
    broken: list[str] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                nodes.extend(_nodes(_JSON.decode(_bare(script.text))))
            except (ValueError, RecursionError):
                broken.append(script.text)
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _has_type(node, _ARTICLE_TYPE)]
    pages = [node for node in nodes if _has_type(node, _PAGE_TYPE)]
    if articles or pages:
        return _from_nodes(articles or pages, by_id)
    return LinkedData(
        title=next((_words(match[1]) for block in broken if (match := _BROKEN_TITLE.search(block))), None),
        dates=tuple(match[1] for block in broken if (match := _BROKEN_DATE.search(block))),
    )


_JSON = json.JSONDecoder(strict=False)


def _bare(script: str) -> str:
    """The JSON without the comment or CDATA marks and the last semicolon that some pages put around it."""
    text = script.strip().removeprefix("//").strip().removeprefix("<!--").removeprefix("<![CDATA[").strip()
    return text.removesuffix("-->").removesuffix("]]>").rstrip().removesuffix("//").rstrip().rstrip(";")


def _nodes(value: object) -> Iterator[Mapping[str, Any]]:
    """Every object in the data, outermost first, at most ``_MAX_NODES``."""
    pending = [value]
    met = 0
    while pending and met < _MAX_NODES:
        part = pending.pop(0)
        if isinstance(part, dict):
            met += 1
            yield part
            pending.extend(part.values())
        elif isinstance(part, list):
            pending.extend(part)


def _has_type(node: Mapping[str, Any], pattern: re.Pattern[str]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and pattern.search(name) for name in names)


def _from_nodes(nodes: list[Mapping[str, Any]], by_id: Mapping[str, Mapping[str, Any]]) -> LinkedData:
    first = nodes[0]
    dates = [node.get(key) for node in nodes[:1] for key in ("datePublished", "dateCreated", "uploadDate")]
    return LinkedData(
        title=_words(first.get("headline")) or _words(first.get("name")),
        url=_words(first.get("url")) or _node_url(first.get("mainEntityOfPage")),
        publisher=_publisher(first.get("publisher"), by_id),
        dates=tuple(dict.fromkeys(raw for value in dates if (raw := _words(value)))),
    )


def _node_url(value: object) -> str | None:
    return _words(value.get("@id")) if isinstance(value, dict) else _words(value)


def _publisher(value: object, by_id: Mapping[str, Mapping[str, Any]]) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        node = by_id.get(str(value.get("@id")), value)
        return _words(value.get("name")) or _words(node.get("name"))
    return _words(value)


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first filled meta tag of each name, names in lower case."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = _words(meta.get("content"))
        if name and content:
            metas.setdefault(name, content)
    return metas


def _time_tags(tree: HtmlElement) -> Iterator[str]:
    """Dates of the page's own time elements: those marked as the publication date, else the first with a date."""
    times = [(time, raw) for time in tree.iter("time") if (raw := _words(time.get("datetime")))]
    marked = [
        raw for time, raw in times if "published" in (time.get("itemprop") or "").lower() or "pubdate" in time.attrib
    ]
    yield from marked[:1] or [raw for _, raw in times[:1]]


def _links(tree: HtmlElement, relation: str) -> Iterator[str]:
    for link in tree.iter("link"):
        if relation in (link.get("rel") or "").lower().split() and (address := _words(link.get("href"))):
            yield address


def _title(tree: HtmlElement, linked: LinkedData, metas: Mapping[str, str]) -> str | None:
    """The headline: the page's only h1 where it agrees with the metadata, else as the metadata says it."""
    said = _first(linked.title, *(metas.get(name) for name in _TITLE_METAS))
    whole = _words(tree.findtext(".//title"))
    headings = [heading for h1 in tree.iter("h1") if (heading := _words(h1.text_content()))]
    known = f"{said or ''} {whole or ''}".casefold()
    agreeing = [heading for heading in headings if heading.casefold() in known]
    if agreeing:
        return max(agreeing, key=len)
    return said or (headings[0] if len(headings) == 1 else None) or without_site(whole)


def without_site(title: str | None) -> str | None:
    """A page's title without the outlet's name, which follows the last bar or dash."""
    if title is None:
        return None
    parts = re.split(r" (?:\||[-–—»·]) ", title)
    return max(parts, key=len).strip() or None
