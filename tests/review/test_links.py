from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.grammar.text import display
from factcheck.model import Article, Casualty
from factcheck.review.links import link_to, web_address
from factcheck.store import StoredClaim
from tests.tui.desk import article, claim

TEXT = "Late on Friday at least 12, perhaps more, well-known climbers & guides were hurt.\n\nTwelve is not 12."


def at(url: str | None) -> Article:
    return replace(article("climb.txt", TEXT), url=url)


def stored(made: Article, quote: str = "at least 12") -> StoredClaim:
    one = claim(made, quote, Casualty("injured", 12, None, ">="))
    return StoredClaim(7, "0123456789abcdef", 1, made.source_id, one, (), TEXT)


def test_a_link_names_the_words_of_the_claim_and_some_around_them() -> None:
    made = at("https://peak.example/news?id=4#top")
    link = link_to(stored(made), made, Path("claims.db"))
    assert link == (
        "https://peak.example/news?id=4#top:~:text=Late%20on%20Friday-,at%20least%2012,-%2C%20perhaps%20more%2C"
    )


def test_a_dash_in_the_words_is_no_mark_of_the_directive() -> None:
    made = at("http://peak.example/")
    link = link_to(stored(made, "well-known climbers & guides"), made, Path("claims.db"))
    directive = link.partition("text=")[2]
    assert "well%2Dknown%20climbers%20%26%20guides" in directive
    assert directive.count(",") == 2


def test_a_text_fragment_in_the_address_gives_way() -> None:
    made = at("https://peak.example/a#s2:~:text=other")
    assert "other" not in link_to(stored(made), made, Path("claims.db"))


def test_without_a_page_the_link_is_the_command_that_shows_the_claim() -> None:
    made = at(None)
    link = link_to(stored(made), made, Path("/data/my claims.db"))
    assert link == "factcheck show 0123456789abcdef --db '/data/my claims.db'"


def test_a_hostile_path_or_address_reaches_no_terminal() -> None:
    made = at("https://peak.example/\x1b]0;owned\x07")
    link = link_to(stored(made), made, Path("/data/a\x1b[2J\nrm.db"))
    assert link.startswith("factcheck show")
    assert link == display(link)
    assert "\n" not in link


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (None, "no address"),
        ("  ", "no address"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("//peak.example/a", "only http and https"),
        ("https:///a", "names no site"),
        ("https://ann:secret@peak.example/", "user name or a password"),
        ("https://peak.example@evil.example/", "user name or a password"),
        ("https://peak.example/\x1b[31m", "no address may hold"),
        ("https://peak.example/\u202egnp", "no address may hold"),
        ("https://peak.example/a b", "no address may hold"),
        ("https://peak.example/a\nb", "no address may hold"),
        ("https://peak.example/\\evil", "no address may hold"),
        ("https://peak.example:port/", "cannot be read"),
        ("https://[::1/", "cannot be read"),
        ("https://peak.example/" + "a" * 9_000, "too long"),
    ],
)
def test_what_is_no_web_address_is_refused(url: str | None, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        web_address(at(url))


def test_a_web_address_is_handed_on_as_it_is() -> None:
    assert web_address(at("HTTPS://peak.example/ä?q=1#x")) == "HTTPS://peak.example/ä?q=1#x"


@given(st.text(max_size=40))
def test_whatever_the_words_are_the_link_is_one_plain_line(words: str) -> None:
    text = f"Then {words} at least 12 {words} climbers."
    made = replace(article("any.txt", text), url="https://peak.example/")
    link = link_to(stored(made), made, Path("claims.db"))
    assert link.isascii()
    assert link.isprintable()
    assert " " not in link
    assert "at least 12" in unquote(link)
