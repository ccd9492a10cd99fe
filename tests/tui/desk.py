"""A database to review, made of small invented articles, and a desk over it under Pilot."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from factcheck.grammar.text import sentences
from factcheck.model import (
    Article,
    Attribution,
    Casualty,
    Claim,
    ClaimType,
    DateValue,
    Dating,
    Field,
    Member,
    Membership,
    Order,
    Published,
    Section,
    SectionKind,
    Value,
    ViewCount,
)
from factcheck.review.settings import Settings
from factcheck.store import RunCounts, Store
from factcheck.tui.app import ReviewApp
from factcheck.tui.store_thread import StoreThread

MADE_BY = "desk@1"
FERRY_TEXT = """Ferry sinks off Port Ansel

At least 12 people were killed and 30 were hurt when a ferry sank on Thursday, said the harbour master.

READ ALSO: A choir's song was viewed 4,000 times.

Divers will go on searching until dark."""
CHOIR_TEXT = """The clip was watched more than 1.2 million times by the end of March 2022.

The club has three founders: Ada Moor, Ben Lund and Cleo Park."""

Made = tuple[Article, list[Claim]]

_TYPES: dict[type, ClaimType] = {
    ViewCount: ClaimType.VIEW_COUNT,
    Casualty: ClaimType.CASUALTY,
    Membership: ClaimType.MEMBERSHIP,
    DateValue: ClaimType.DATE,
}


def article(name: str, text: str, title: str | None = None, sections: Sequence[Section] = ()) -> Article:
    """An article of a text, published on 24 November 2022."""
    digest = hashlib.sha256(f"{name}{title}{text}".encode("utf-8", "surrogatepass")).hexdigest()
    day = date(2022, 11, 24)
    published = Published(
        day, "2022-11-24", "json-ld", inferred=False, others=(Dating("url", "1123", date(2022, 11, 23)),)
    )
    return Article(
        digest,
        name,
        name,
        text,
        title,
        publisher="Evening Wire",
        published=published,
        sections=tuple(sections) or (Section(SectionKind.BODY, 0, len(text)),),
    )


def claim(made: Article, quote: str, value: Value, field: Field = "text") -> Claim:
    """A claim on the first place of a quote in an article."""
    text = made.string(field)
    start = text.index(quote)
    end = start + len(quote)
    sentence = next(span for span in sentences(text) if span.start <= start < span.end)
    kind = next(
        (section.kind for section in made.sections if field == "text" and section.start <= start < section.end),
        SectionKind.HEADLINE if field == "title" else SectionKind.BODY,
    )
    return Claim(
        _TYPES[type(value)], start, end, quote, value, field, kind, sentence.start, max(end, sentence.end), MADE_BY
    )


def ferry() -> Made:
    """A headline, two casualty counts with a speaker, a date, and a teaser with a view count."""
    teaser = FERRY_TEXT.index("READ ALSO")
    after = FERRY_TEXT.index("Divers")
    body = len("Ferry sinks off Port Ansel")
    made = article(
        "ferry.txt",
        FERRY_TEXT,
        sections=[
            Section(SectionKind.HEADLINE, 0, body),
            Section(SectionKind.BODY, body, teaser),
            Section(SectionKind.TEASER, teaser, after),
            Section(SectionKind.BODY, after, len(FERRY_TEXT)),
        ],
    )
    said = FERRY_TEXT.index("the harbour master")
    speaker = Attribution("the harbour master", said, said + len("the harbour master"), "Ole Brandt", "said")
    thursday = date(2022, 11, 24)
    return made, [
        replace(claim(made, "At least 12", Casualty("killed", 12, None, ">=", "people")), attribution=speaker),
        replace(claim(made, "30", Casualty("injured", 30, 30, "=")), flags=("total_of_parts",)),
        claim(made, "Thursday", DateValue("2022-11-24", "DATE", thursday, thursday, "day", anchor="2022-11-24")),
        claim(made, "4,000", ViewCount("views", 4000, 4000, "=", "song")),
    ]


def choir() -> Made:
    """A title apart, a view count, a month, and a list of founders."""
    made = article("choir.txt", CHOIR_TEXT, title="Clip passes a million views")
    names = ("Ada Moor", "Ben Lund", "Cleo Park")
    members = tuple(Member(name, CHOIR_TEXT.index(name), CHOIR_TEXT.index(name) + len(name)) for name in names)
    return made, [
        claim(made, "a million", ViewCount("views", 1_000_000, 1_000_000, "="), "title"),
        claim(made, "more than 1.2 million", ViewCount("views", 1_200_000, None, ">", "the clip")),
        claim(made, "March 2022", DateValue("2022-03", "DATE", date(2022, 3, 1), date(2022, 3, 31), "month", "END")),
        claim(made, "Ada Moor, Ben Lund and Cleo Park", Membership("the club", "founders", 3, members)),
    ]


def tolls(count: int, claims: int = 10) -> list[Made]:
    """Many articles with many counts each, all different."""
    found = []
    for number in range(count):
        counts = [f"{number * claims + step + 1000} people" for step in range(claims)]
        made = article(f"toll-{number:05}.txt", " and ".join(f"{words} were hurt" for words in counts) + ".")
        found.append((made, [_toll(made, words) for words in counts]))
    return found


def _toll(made: Article, words: str) -> Claim:
    number = words.removesuffix(" people")
    return claim(made, number, Casualty("injured", float(number), float(number), "=", "people"))


def make_db(path: Path, articles: Sequence[Made], made_by: str = MADE_BY) -> Path:
    """Write articles with their claims into a database of the real store."""
    with Store.open(path, create=True) as store:
        run = store.start_run({"paths": ["invented"]}, made_by)
        added = store.add(run, articles)
        store.finish_run(run, RunCounts(len(articles), added.stored, 0, 0, 0, added.claims))
    return path


def _rests(thread: StoreThread) -> bool:
    """Whether a thread waits for its next request, with none left to answer, or is gone."""
    return bool(thread._changed._waiters) or not thread.is_alive()  # type: ignore[attr-defined]


async def until(condition: Callable[[], bool]) -> None:
    """Let the app work until a condition holds; fails after ten seconds."""
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.001)


class Desk:
    """The app under Pilot, with words for what tests do and look at."""

    def __init__(self, app: ReviewApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.review = app.review

    def strike(self, *keys: str) -> None:
        """Send keys as a terminal does that has several in its buffer: all at once, without waiting for any."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
            event = events.Key(name, key if len(key) == 1 else {"space": " "}.get(key))
            event.set_sender(self.app)
            assert self.app._driver is not None
            self.app._driver.send_message(event)

    async def press(self, *keys: str) -> None:
        """Strike keys, and wait until everything that they ask for is done."""
        self.strike(*keys)
        await self.rest()

    async def write(self, opening: str, line: str, *, erase: int = 0) -> None:
        """Open a prompt by its key, wipe so many characters, type a line and enter it."""
        self.strike(opening)
        await until(lambda: isinstance(self.app.focused, Input))
        self.strike(*["backspace"] * erase, *line, "enter")
        await until(lambda: self.app.screen is self.review)
        await self.rest()

    async def rest(self) -> None:
        """Wait until the desk is still: every message handled, every request answered, the claim at hand shown."""
        async with asyncio.timeout(10):
            passes = 0
            while passes < 3:
                await self._handled()
                passes = passes + 1 if self._settled() else 0
                await asyncio.sleep(0.002)

    async def _handled(self) -> None:
        nodes = [widget for screen in self.app.screen_stack for widget in screen.walk_children(with_self=True)]
        for node in (self.app, *nodes):
            done = asyncio.Event()
            if node.call_later(done.set):
                await done.wait()

    def _quiet(self) -> bool:
        screen = self.review
        asked = screen._held or screen._unanswered or screen.ledger.under_way
        answered = not asked and _rests(screen.reader) and _rests(screen.walker)
        return screen.stands() and screen._is_still() and answered

    def _drawn(self) -> bool:
        top = self.app.screen_stack[-1:]
        widgets = [one for screen in {self.review, *top} for one in screen.walk_children(Widget)]
        behind = any(widget._layout_required or widget._repaint_required for widget in widgets)
        return not (self.app._batch_count or behind or any(screen._layout_required for screen in top))

    def _settled(self) -> bool:
        if not (self._quiet() and self._drawn()):
            return False
        row = self.review.current
        return row is None or self.panel_title.endswith(row.key[:8])

    @property
    def panel_title(self) -> str:
        """The title of the claim panel: type and key of the claim at hand."""
        return str(self.review.query_one("#claim").border_title or "")

    @property
    def quote(self) -> str:
        """The quote of the claim at hand."""
        row = self.review.current
        assert row is not None
        return row.quote

    @property
    def quotes(self) -> list[str]:
        """The quotes of the queue, from the top."""
        rows = [self.review.queue_list.row(position) for position in range(len(self.review.queue_list.queue))]
        return [row.quote for row in rows if row is not None]

    def text(self, selector: str) -> str:
        """What a widget shows, as plain text, as it would stand on the screen."""
        widget = self.review.query_one(selector)
        return "\n".join(strip.text.rstrip() for strip in widget.render_lines(widget.size.region))

    def words(self, selector: str) -> str:
        """What a widget shows, its line breaks and blanks made single blanks."""
        return " ".join(self.text(selector).split())

    @property
    def screen_text(self) -> str:
        """All that the terminal shows, as plain text."""
        width, height = self.app.size
        return "\n".join(
            strip.text
            for strip in self.app.screen._compositor.render_strips()  # what the driver would be given
        )[: (width + 1) * height]

    @property
    def notices(self) -> list[str]:
        """The notifications that stand."""
        return [notice.message for notice in self.app._notifications]


@asynccontextmanager
async def desk(
    path: Path,
    annotator: str = "anna",
    size: tuple[int, int] = (120, 36),
    *,
    settings: Settings | None = None,
    search: str = "",
    readonly: bool = False,
    rest: bool = True,
) -> AsyncIterator[Desk]:
    """A desk in reading order; with ``rest`` it has come to rest on its first claim."""
    settings = replace(settings or Settings(), order=Order.READING)
    app = ReviewApp(path, annotator, settings, search=search, readonly=readonly)
    async with app.run_test(size=size, notifications=True) as pilot:
        opened = Desk(app, pilot)
        if rest:
            await opened.rest()
        yield opened
    app.review.reader.join(10)
    app.review.walker.join(10)
