"""Text that was wrapped to a width is read as if it were not, and every offset stays."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.registry import extract_claims
from factcheck.grammar.wrapping import unwrapped
from factcheck.model import Article, Casualty, Membership

KILN = (
    "A kiln at the brickworks of Norland exploded on Wednesday, killing at least twelve people and injuring more "
    "than thirty others, the fire brigade said in a statement."
)
UNION = (
    "The Clay Union, whose members are Norland, Sudland, Westland and Eastland, sent its engineers to the town. A "
    "video of the smoke was viewed more than 1.2 million times before nightfall."
)
PARAGRAPHS = (KILN, UNION)


def _wrapped(width: int) -> str:
    return "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)


def test_a_claim_that_wrapping_broke_is_found_with_its_stored_words() -> None:
    for width in (40, 60, 72, 80):
        text = _wrapped(width)
        claims = extract_claims(Article("0" * 64, "a", "a", text))
        assert all(text[claim.start : claim.end] == claim.quote for claim in claims)
        counts = [(claim.value.effect, claim.value.low) for claim in claims if isinstance(claim.value, Casualty)]
        assert counts == [("killed", 12), ("injured", 30)]
        (union,) = [claim.value for claim in claims if isinstance(claim.value, Membership)]
        assert [member.name for member in union.members] == ["Norland", "Sudland", "Westland", "Eastland"]


def test_line_breaks_that_mean_something_stay() -> None:
    for text in (
        "\n\n".join(PARAGRAPHS),
        "Headline of a story\nBy Ana Ruiz\n3 May 2021\nThe story begins here.\nAnother line.\nA third line.",
        "Members\nNorland\nSudland\nWestland\nVell\n",
        "",
        "\n \n",
    ):
        assert unwrapped(text) == text


@given(st.text(alphabet="ab .\n\r\t1", max_size=400))
def test_nothing_but_white_space_changes_and_no_offset_moves(text: str) -> None:
    read = unwrapped(text)
    assert len(read) == len(text)
    assert all(a == b or (a.isspace() and b == " ") for a, b in zip(text, read, strict=True))
