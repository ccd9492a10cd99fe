"""What a page says of its article beside the text: meta tags, links, JSON-LD, dates shown, all as they were found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.ingest.bylines import page_dates
from factcheck.ingest.linked_data import LinkedData, linked_data, words
from factcheck.model import Dating

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED_METAS = (
    *("article:published_time", "og:article:published_time", "og:published_time", "article:published"),
    *("article.published", "article:published_date", "article:post_date", "article_date_original"),
    *("og:datepublished", "datepublished", "date_published", "rnews:datepublished", "dateposted", "published_time"),
    *("og:pubdate", "pubdate", "pub_date", "publishdate", "publish_date", "publish-date", "published-date"),
    *(
        "publication_date",
        "publication-date",
        "publicationdate",
        "published",
        "published_at",
        "originalpublicationdate",
    ),
    *("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "bt:pubdate"),
    *("vr:published_time", "shareaholic:article_published_time", "mediator_published_time", "dc.date.issued"),
    *(
        "dcterms.issued",
        "dc.terms.issued",
        "dc.date.publication",
        "prism.publicationdate",
        "citation_publication_date",
    ),
    *("dcsext.articlefirstpublished", "analyticsattributes.articledate", "sn-post-date", "pdate", "ptime"),
)
"""Names of meta tags that say when an article was published, the surest first; case is no matter."""

_OTHER_METAS = (
    *("date", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "article.created", "datecreated"),
    *("date_created", "citation_date", "article_date", "displaydate", "timestamp"),
)
"""Names that mostly say the same, but of a draft or an update on some pages: they are asked after JSON-LD."""

_MODIFIED_METAS = (
    *("article:modified_time", "og:updated_time", "og:article:modified_time", "article:modified", "datemodified"),
    *("dcterms.modified", "article.updated", "lastmod", "last-modified"),
)
"""Names of meta tags of an article's updates: they tell the outlet's zone, never the publication."""

_SITE_METAS = ("og:site_name", "application-name", "twitter:site", "dc.publisher", "publisher")
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "title")
_URL_METAS = ("og:url", "twitter:url")
_REMARK = re.compile(r"Comment|UserReview|Review$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself.

    ``dates`` are pairs of a source (``meta``, ``json-ld``) and the words found, the surest first. ``shown`` is the
    date that readers see. ``clocks`` are other hours by the outlet's clock, such as those of updates.
    """

    title: str | None
    url: str | None
    publisher: str | None
    dates: tuple[tuple[str, str], ...]
    shown: tuple[Dating, ...] = ()
    clocks: tuple[str, ...] = ()


def page_facts(tree: HtmlElement) -> PageFacts:
    """Read a page's metadata; whatever cannot be parsed is passed over."""
    metas = _metas(tree)
    address = _first(*_links(tree, "canonical"), *(metas.get(name) for name in _URL_METAS))
    linked = linked_data(tree, _first(*(metas.get(name) for name in _TITLE_METAS)), address)
    title = _title(tree, linked, metas)
    seen = page_dates(tree, title)
    dates = [("meta", metas[name]) for name in _PUBLISHED_METAS if name in metas]
    dates += [("meta", raw) for raw in _marked(tree)]
    dates += [("json-ld", raw) for raw in linked.dates]
    dates += [("meta", metas[name]) for name in _OTHER_METAS if name in metas]
    return PageFacts(
        title=title,
        url=_first(address, linked.url),
        publisher=_first(linked.publisher, *(metas.get(name) for name in _SITE_METAS)),
        dates=tuple(dict.fromkeys(dates)),
        shown=seen.published,
        clocks=(*(metas[name] for name in _MODIFIED_METAS if name in metas), *linked.modified, *seen.clocks),
    )


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first filled meta tag of each name, names in lower case."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = words(meta.get("content"))
        if name and content and not (meta.get("itemprop") and _is_of_a_remark(meta)):
            metas.setdefault(name, content)
    return metas


def _marked(tree: HtmlElement) -> Iterator[str]:
    """The first date that an element is marked with as the publication's; those of readers' comments are none."""
    for element in tree.iter("time", "span", "abbr", "div", "p"):
        said = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower()
        is_marked = "datepublished" in said or (element.tag == "time" and "pubdate" in element.attrib)
        if not is_marked or _is_of_a_remark(element):
            continue
        if raw := words(element.get("datetime") or element.get("content") or element.get("title")):
            yield raw
            return


def _is_of_a_remark(element: HtmlElement) -> bool:
    """Whether the element tells of a reader's comment: that is what the nearest item around it is."""
    item = next((holder for holder in element.iterancestors() if holder.get("itemtype")), None)
    return item is not None and bool(_REMARK.search(item.get("itemtype") or ""))


def _links(tree: HtmlElement, relation: str) -> Iterator[str]:
    for link in tree.iter("link"):
        if relation in (link.get("rel") or "").lower().split() and (address := words(link.get("href"))):
            yield address


def _title(tree: HtmlElement, linked: LinkedData, metas: Mapping[str, str]) -> str | None:
    """The headline: the page's only h1 where it agrees with the metadata, else as the metadata says it."""
    said = _first(linked.title, *(metas.get(name) for name in _TITLE_METAS))
    whole = words(tree.findtext(".//title"))
    headings = [heading for h1 in tree.iter("h1") if (heading := words(h1.text_content()))]
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
