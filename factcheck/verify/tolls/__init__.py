"""The toll of an article: how many its main event killed, injured, displaced, or left missing or captured."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from factcheck.extract.context import Context
from factcheck.grammar.text import Span
from factcheck.model import TOLL_EFFECTS, Article, SpanRef
from factcheck.verify.tolls.mentions import Mention, Reader
from factcheck.verify.tolls.model import Toll, Tolls
from factcheck.verify.tolls.reckoning import reckon
from factcheck.verify.tolls.scope import is_other
from factcheck.verify.tolls.traces import OTHER_DEATHS, suicides

__all__ = ["Toll", "Tolls", "tolls_of"]


def tolls_of(article: Article) -> Tolls:
    """Reckon the tolls of an article's main event from its own words."""
    title, text = Context(article, "title"), Context(article, "text")
    said = [*Reader(title).mentions(), *Reader(text).mentions()]
    if not any(one.perpetrator and one.effect == "killed" for one in said):
        ends = (one for one in _suicides(text) if not any(_meets(one, other) for other in said))
        said += islice(ends, 1)
    found = reckon(said)
    _trace(text, found)
    return {effect: found[effect] for effect in TOLL_EFFECTS if effect in found}


def _suicides(context: Context) -> Iterator[Mention]:
    for start, end in suicides(context.text):
        if not _elsewhere(context, start):
            block = context.sentence_at(start)
            yield Mention(
                "killed", 1.0, 1.0, by="suicide", field="text", spans=(Span(start, end),), sentence=block,
                text=context.text, perpetrator=True,
            )  # fmt: skip


def _meets(one: Mention, other: Mention) -> bool:
    """Whether the killing of oneself is in a list already: "killing himself and two others"."""
    return other.effect == "killed" and any(
        span.start < one.spans[0].end and one.spans[0].start < span.end for span in other.spans
    )


def _trace(context: Context, found: dict[str, Toll]) -> None:
    """Count who is told to be dead by other signs, where nothing else tells of dead."""
    if "killed" in found and found["killed"].best:
        return
    for traces in OTHER_DEATHS:
        place = next((place for place in traces(context.text) if not _elsewhere(context, place.start)), None)
        if place is not None:
            found["killed"] = Toll(1, 1, 1, (SpanRef("text", *place),))
            return


def _elsewhere(context: Context, position: int) -> bool:
    sentence = context.sentence_at(position)
    return is_other(context.text, sentence.start, sentence.end, position)
