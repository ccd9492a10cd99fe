from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import ClaimFilter, ClaimType, LabelField, Order
from factcheck.review.reasons import reasons
from factcheck.store import Elsewhere, Why

HELPFUL = ClaimFilter(order=Order.HELPFUL)


def why(
    *,
    kind: ClaimType = ClaimType.CASUALTY,
    order: Order = Order.HELPFUL,
    disagreement: tuple[tuple[str, LabelField, str], ...] = (),
    flags: tuple[str, ...] = (),
    findings: tuple[str, ...] = (),
    elsewhere: Elsewhere | None = None,
    rank: int = 0,
    published: date | None = date(2031, 5, 14),
) -> Why:
    return Why(1, kind, order, "ana", disagreement, flags, findings, elsewhere, rank, 4, published)


def test_what_puts_a_claim_first_is_said_first() -> None:
    everything = why(
        disagreement=(
            ("anna", LabelField.EXTRACTION, "correct"),
            ("boris", LabelField.EXTRACTION, "wrong_value"),
            ("anna", LabelField.VERDICT, "supported"),
            ("chen", LabelField.VERDICT, "refuted"),
        ),
        flags=("total_of_parts",),
        findings=("not found again",),
        elsewhere=Elsewhere(0, ()),
    )
    assert reasons(everything, HELPFUL) == [
        "anna says correct, boris wrong value",
        "anna says supported, chen refuted",
        "flagged: total of parts",
        "a later extraction differs: not found again",
        "no other article here has this number",
        "casualties come first",
        "newest article first: 2031-05-14",
    ]


@pytest.mark.parametrize(
    ("elsewhere", "words"),
    [
        (Elsewhere(1, ("Post",)), "1 other article here has this number (Post)"),
        (Elsewhere(1_000, ("Post", "Wire")), "1,000 other articles here have this number (Post, Wire, …)"),
    ],
)
def test_others_with_the_number_are_counted(elsewhere: Elsewhere, words: str) -> None:
    assert words in reasons(why(elsewhere=elsewhere), HELPFUL)


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (Order.READING, "next in this article"),
        (Order.NEWEST, "newest article first: 2031-05-14"),
        (Order.RANDOM, "drawn by lot"),
    ],
)
def test_other_orders_give_their_own_reason_first(order: Order, first: str) -> None:
    assert reasons(why(order=order, flags=("odd",)), ClaimFilter(order=order)) == [first, "flagged: odd"]


def test_a_sample_says_that_it_is_one() -> None:
    assert reasons(why(), ClaimFilter(order=Order.HELPFUL, sample=50)) == ["one of 50 drawn by lot"]


def test_types_and_undated_articles_are_named() -> None:
    assert reasons(why(kind=ClaimType.DATE, rank=3, published=None), HELPFUL) == [
        "dates come last",
        "its article has no date: behind the dated",
    ]


def test_names_are_shown_harmless() -> None:
    shown = " ".join(reasons(why(flags=("\x1b]0;x",), elsewhere=Elsewhere(1, ("a\nb\x07",))), HELPFUL))
    assert not {"\x1b", "\x07", "\n"} & set(shown)
