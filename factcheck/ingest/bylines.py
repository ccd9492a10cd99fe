"""The dates that a page shows its readers: the line of author and hour between its article's headline and text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.ingest.clock import NUMERIC, ZONE_BEHIND, day_of, full_dates, is_ambiguous
from factcheck.ingest.page_text import INLINE
from factcheck.model import Dating

if TYPE_CHECKING:
    from datetime import date

    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "textarea", "select", "iframe", "title", "head"}
)
_AROUND = frozenset({"nav", "aside", "footer", "figure", "blockquote"})
"""Elements whose dates are not the article's own: menus, related stories, captions, embedded posts."""

_NOT_ITS_OWN = re.compile(
    r"comment|related|sidebar|widget|popular|trending|teaser|promo|recommend|most[-_]|latest|ticker|weather|masthead"
    r"|calendar|event|footer|navbar|menu|archive|newsletter|carousel|gallery|tweet|upcoming|advert|issue-"
    r"|site-(?:header|title|nav|top)",
    re.IGNORECASE,
)
"""Class and id names of what stands around an article, as 181 news pages showed them."""

_OF_A_DATE = re.compile(r"date|time|publi|posted|byline|meta|author|dateline|stamp", re.IGNORECASE)
_LINE = 160
_PROSE = 200
"""From the first block of so many characters on the article's text has begun; standfirsts are shorter."""

_BETWEEN = 40
"""So many blocks may stand there: buttons to share it, a picture's caption, lists of points."""

_LINES_ABOVE = 3
"""A date may stand so many blocks above the headline, where some outlets put it."""

_BELOW, _ABOVE, _AWAY = range(3)
"""Where a line stands to the headline and the text; the first place whose line names a day decides."""

_SHARES = {_BELOW: 0.3, _ABOVE: 0.9, _AWAY: 2.0}
"""Of a line without a word of publication at least this share is its date: "VICTOR TANG, WIRE 18 NOV 2019".

Above the headline mastheads show today's date and more; a share above 1 is none."""

_HOLDERS = 3
_HEADINGS = frozenset({"h1", "h2"})
_ROOTS = frozenset({"html", "body", "h1"})
_NAMING = ("class", "id", "itemprop", "data-testid")

_PUBLISHED = re.compile(
    r"\b(?:publish(?:ed)?|posted|publi[zs]iert|publi[ée]e?|publicad[ao]|pubblicato|veröffentlicht|erschienen"
    r"|geplaatst|gepubliceerd|first aired)\b|입력",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updat|modif|revis|edited|correct|aktualis|actuali[sz]|atualiz|aggiorn|bijgewerkt|mis à jour)|수정",
    re.IGNORECASE,
)
_UPDATED_NAMES = re.compile(r"datemodified|dateupdated", re.IGNORECASE)
"""What marks an update's date for machines. Classes do not: themes put ``updated`` on every date, as hAtom asked."""

_OF_A_YEAR = re.compile(r"\d{4}|[/.]\d\d\b")
"""What every full date holds: lines without it need no closer look."""

_NOTICE = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights\b|\bexpires?\b|\bevents?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A date as a line shows it: the words with their hour and zone, the day, and what the line says of it.

    ``updated`` and ``published`` are what the words before it say it is the date of; both are false where they say
    nothing.
    """

    raw: str
    day: date
    updated: bool = False
    published: bool = False
    share: float = 1.0


def shown_in(line: str, *, day_first: bool | None = None) -> Iterator[Shown]:
    """The full dates that a line shows, in order; ``share`` is how much of the line the date's words are.

    ``day_first`` says how 5/10/2018 is meant; where it is ``None``, such a date says nothing.
    """
    line = line[:_LINE]
    if not _OF_A_YEAR.search(line) or is_notice(line):
        return
    said_from = 0
    for start, end in _places(line):
        before = line[said_from:start]
        said_from = end
        zone = ZONE_BEHIND.match(line, end)
        raw = line[start : zone.end() if zone else end]
        updated, published = tells_update(before), tells_publication(before)
        if (not is_ambiguous(raw) or day_first is not None) and (day := day_of(raw, day_first=day_first)):
            yield Shown(raw, day, updated, published, (end - start) / len(line.strip()))


def _places(line: str) -> list[tuple[int, int]]:
    """Where full dates stand, those in digits too."""
    return [(timex.start, timex.end) for timex in full_dates(line)] or [
        found.span() for found in NUMERIC.finditer(line)
    ]


def is_notice(line: str) -> bool:
    """Whether a line is one of rights or of what is on: its dates are nobody's publication."""
    return bool(_NOTICE.search(line))


def tells_update(before: str) -> bool:
    """Whether the words before a date call it that of an update: the last such word counts."""
    return _last(_UPDATED, before) > _last(_PUBLISHED, before)


def tells_publication(before: str) -> bool:
    """Whether the words before a date call it that of the publication."""
    return _last(_PUBLISHED, before) > _last(_UPDATED, before)


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


@dataclass(frozen=True, slots=True)
class _Time:
    """A time element: its machine's date, the words before it and its own, and the names on it."""

    datetime: str
    words: str
    names: str


@dataclass(frozen=True, slots=True)
class _Block:
    """A block's text, the names on it, in it and on what holds it, and where it stands."""

    text: str
    names: str
    heading: bool
    times: tuple[_Time, ...]


@dataclass(frozen=True, slots=True)
class PageDates:
    """What a page shows of its article's dates: when it was published, and other words that tell its zone."""

    published: tuple[Dating, ...] = ()
    clocks: tuple[str, ...] = ()


def page_dates(tree: HtmlElement, title: str | None) -> PageDates:
    """The first date that the page shows as its article's, and every hour of the outlet's clock beside it.

    Looked at are the lines between the headline and the text, and those elsewhere that say that they tell the
    publication. What is shown as the date of an update is no publication date.
    """
    blocks = list(_blocks(tree))
    headline, end = _between(blocks, title)
    day_first = _day_first(tree)
    published: dict[int, Dating] = {}
    clocks: list[str] = []
    for index, block in enumerate(blocks):
        if len(block.text) > _LINE:
            continue
        place = _BELOW if headline < index < end else _ABOVE if headline - _LINES_ABOVE <= index < headline else _AWAY
        said = [*_of_times(block, place), *_of_words(block, place, day_first=day_first)]
        clocks.extend(shown.raw for shown in said)
        for shown in said:
            if not shown.updated:
                published.setdefault(place, Dating("byline", shown.raw, shown.day))
    first = [published[place] for place in sorted(published)]
    return PageDates(tuple(first[:1]), tuple(dict.fromkeys(clocks)))


def _of_words(block: _Block, place: int, *, day_first: bool | None) -> Iterator[Shown]:
    is_near = place != _AWAY
    if not is_near and not (_PUBLISHED.search(block.text) or _UPDATED.search(block.text)):
        return
    is_its_own = is_near and bool(_OF_A_DATE.search(block.names) or _PUBLISHED.search(block.text))
    is_updates = bool(_UPDATED_NAMES.search(block.names))
    for shown in shown_in(block.text, day_first=day_first):
        if is_updates and not shown.published:
            yield replace(shown, updated=True)
        elif shown.published or shown.updated or is_its_own or shown.share >= _SHARES[place]:
            yield shown


def _of_times(block: _Block, place: int) -> Iterator[Shown]:
    """What time elements say to machines, where their words do not name the day; else only by which clock."""
    for time in block.times if place != _AWAY else ():
        is_updates = tells_update(time.words) or bool(_UPDATED_NAMES.search(time.names))
        named = any(shown_in(time.words))
        if day := day_of(time.datetime):
            yield Shown(time.datetime, day, updated=named or is_updates)


def _between(blocks: Sequence[_Block], title: str | None) -> tuple[int, int]:
    """The headline's block, and where the text begins; -1 for the headline where the page has none."""
    known = (title or "").casefold()
    headings = [index for index, block in enumerate(blocks) if block.heading]
    own = [index for index in headings if known and blocks[index].text.casefold() in known]
    plain = (index for index, block in enumerate(blocks) if block.text.casefold() == known)
    headline = next(iter([*own, *plain, *headings]), -1)
    end = next(
        (index for index in range(headline + 1, len(blocks)) if len(blocks[index].text) >= _PROSE), len(blocks)
    )
    return headline, min(end, headline + _BETWEEN)


def _day_first(tree: HtmlElement) -> bool | None:
    """How the page's language writes 5/10/2018; ``None`` where it does not say."""
    said = tree.get("lang") or next(
        (
            meta.get("content")
            for meta in tree.iter("meta")
            if (meta.get("http-equiv") or "").lower() == "content-language"
        ),
        None,
    )
    language = (said or "").lower().replace("_", "-")
    if language in {"", "en"}:
        return None
    return language not in {"en-us", "en-ph"}


@dataclass(slots=True)
class _Walk:
    """The state of one pass over a page: which elements are open, and what was met of the block at hand."""

    open: list[str] = field(default_factory=list)
    heading: int = 0
    pieces: list[str] = field(default_factory=list)
    told: int = 0
    inner: list[str] = field(default_factory=list)
    times: list[_Time] = field(default_factory=list)

    def block(self) -> Iterator[_Block]:
        """The block at hand, closed, where it holds any words."""
        text = " ".join("".join(self.pieces).split())
        self.pieces.clear()
        if text:
            names = " ".join([*self.open[-_HOLDERS:], *self.inner])
            yield _Block(text, names, self.heading > 0, tuple(self.times))
            self.told = 0
            self.inner.clear()
            self.times.clear()

    def enter(self, element: HtmlElement, tag: str, names: str) -> None:
        """Note a start tag and the words behind it."""
        self.open.append(names)
        self.heading += tag in _HEADINGS
        if tag in INLINE:
            self.inner.append(names)
        self.add(element.text)

    def leave(self, element: HtmlElement, tag: str) -> None:
        """Note an end tag and the words behind it."""
        if tag == "time" and (machine := element.get("datetime")):
            words = " ".join("".join(self.pieces[self.told :]).split())
            self.told = len(self.pieces)
            self.times.append(_Time(machine, words, self.open[-1]))
        self.open.pop()
        self.heading -= tag in _HEADINGS
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        """Note the words behind a tag; tags part words."""
        self.pieces.append(" ")
        if text:
            self.pieces.append(text)


def _blocks(tree: HtmlElement) -> Iterator[_Block]:
    """The page's blocks in order, without those that stand around the article."""
    from lxml import etree  # noqa: PLC0415 - only pages pay for it

    walk = _Walk()
    steps = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    skipped: HtmlElement | None = None
    for event, element in steps:
        if event in {"comment", "pi"}:
            walk.add(element.tail)
            continue
        tag = str(element.tag)
        if tag not in INLINE:
            yield from walk.block()
        if event == "end":
            if element is not skipped:
                walk.leave(element, tag)
            else:
                walk.add(skipped.tail)
            continue
        names = _names(element)
        if _is_around(element, tag, names):
            skipped = element
            steps.skip_subtree()
        else:
            walk.enter(element, tag, names)


def _is_around(element: HtmlElement, tag: str, names: str) -> bool:
    """Whether what an element holds is not the article's; a wrapper around the headline is, whatever its name."""
    if tag in _UNSEEN:
        return True
    is_named = tag in _AROUND or (tag not in _ROOTS and bool(names) and bool(_NOT_ITS_OWN.search(names)))
    return is_named and element.find(".//h1") is None


def _names(element: HtmlElement) -> str:
    attributes = element.attrib
    return " ".join([attributes[name] for name in _NAMING if name in attributes]) if attributes else ""
