"""The toll of an article: how many its main event killed, injured, displaced, or left missing or captured."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.context import Context
from factcheck.grammar.text import Span
from factcheck.model import Article, Field
from factcheck.verify.tolls.mentions import Mention, Reader
from factcheck.verify.tolls.model import EFFECTS, Ground, Toll, Tolls
from factcheck.verify.tolls.reckoning import reckon
from factcheck.verify.tolls.scope import is_other
from factcheck.verify.tolls.traces import bodies, deadly, deaths, self_blown, suicides

__all__ = ["EFFECTS", "Ground", "Toll", "Tolls", "tolls_of"]

_FIELDS: tuple[Field, ...] = ("title", "text")


def tolls_of(article: Article) -> Tolls:
    """Reckon the tolls of an article's main event from its own words."""
    said: list[Mention] = []
    for name in _FIELDS:
        if article.string(name).strip():
            context = Context(article, name)
            said += Reader(context).mentions()
    context = Context(article, "text")
    ends = [one for one in _suicides(context) if not any(_meets(one, other) for other in said)]
    found = reckon(
        [*said, *ends[:1]] if not any(one.perpetrator and one.effect == "killed" for one in said) else said
    )
    _trace(context, found)
    return {effect: found[effect] for effect in EFFECTS if effect in found}


def _suicides(context: Context) -> Iterator[Mention]:
    for start, end in suicides(context.text):
        if not _elsewhere(context, start):
            block = context.sentence_at(start)
            yield Mention(
                "killed", 1.0, 1.0, "=", frozenset(), counted=False, definite=True, more=False, part=False,
                rival=False, perpetrator=True, agent=False, by="suicide", field="text",
                spans=(Span(start, end),), sentence=block, text=context.text,
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
    for traces in (bodies, deaths, self_blown, deadly):
        grounds = [Ground("text", *span) for span in traces(context.text) if not _elsewhere(context, span[0])]
        if grounds:
            found["killed"] = Toll(1, 1, 1, (grounds[0],))
            return


def _elsewhere(context: Context, position: int) -> bool:
    sentence = context.sentence_at(position)
    return is_other(context.text, sentence.start, sentence.end, position)
