"""The toll of an article: how many of its main event's victims were killed, injured, missing, displaced or captured."""

from __future__ import annotations

from factcheck.extract.context import Context
from factcheck.model import Article, Field
from factcheck.verify.tolls.mentions import Reader
from factcheck.verify.tolls.model import EFFECTS, Ground, Toll, Tolls
from factcheck.verify.tolls.reckoning import reckon
from factcheck.verify.tolls.scope import is_other
from factcheck.verify.tolls.traces import bodies, endings, self_blown

__all__ = ["EFFECTS", "Ground", "Toll", "Tolls", "tolls_of"]

_FIELDS: tuple[Field, ...] = ("title", "text")


def tolls_of(article: Article) -> Tolls:
    """Reckon the tolls of an article's main event from its own words."""
    said = [one for name in _FIELDS if article.string(name).strip() for one in Reader(Context(article, name)).mentions()]
    found = reckon(said)
    _trace(Context(article, "text"), found)
    return {effect: found[effect] for effect in EFFECTS if effect in found}


def _trace(context: Context, found: dict[str, Toll]) -> None:
    """Count who is told to be dead by other signs, where nothing else tells of dead."""
    if "killed" in found and found["killed"].best:
        return
    for traces in (bodies, endings, self_blown):
        grounds = [Ground("text", *span) for span in traces(context.text) if not _elsewhere(context, span[0])]
        if grounds:
            found["killed"] = Toll(1, 1, 1, (grounds[0],))
            return


def _elsewhere(context: Context, position: int) -> bool:
    sentence = context.sentence_at(position)
    return is_other(context.text, sentence.start, sentence.end, position)
