"""What order a queue has, and what it was drawn by, in words."""

from __future__ import annotations

from factcheck.filters import replace_term
from factcheck.model import ClaimFilter, Order

ORDER_WORDS = {
    Order.HELPFUL: "most helpful first",
    Order.READING: "in reading order",
    Order.NEWEST: "newest first",
    Order.RANDOM: "by lot",
}


def order_words(wanted: ClaimFilter) -> str:
    """The order of a queue: "newest first", or, for a sample, how it was drawn and in what order it is handed out."""
    order = ORDER_WORDS[wanted.order]
    if wanted.sample is None:
        return f"{order}, {_draw(wanted.seed)}" if wanted.order is Order.RANDOM else order
    sample = f"a sample of {wanted.sample:,}, {_draw(wanted.seed)}"
    return sample if wanted.order is Order.RANDOM else f"{sample}, {order}"


def conditions(search: str) -> str:
    """The part of a search line that chooses claims: without the terms that ``order_words`` says in words."""
    for field in ("order", "sample", "seed"):
        search = replace_term(search, field, None)
    return search


def _draw(seed: str) -> str:
    return f"the same for everybody with seed {seed}" if seed else "the same for everybody"
