"""Links that lead out of the desk: an article's address that is safe to open, and a link to a claim's words in it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from urllib.parse import quote, urlsplit

from factcheck.errors import UsageError
from factcheck.grammar.text import display
from factcheck.model import Article, Claim
from factcheck.store import StoredClaim

_MAX_CHARACTERS = 8_000
"""No site needs a longer address, and a terminal's clipboard may refuse it."""

_WORDS_AROUND = 3
"""Words on either side that tell a claim's words, often a bare number, from the same ones elsewhere in the page."""

_WORD = re.compile(r"\S+")


def web_address(article: Article) -> str:
    """The address of an article, if it is one to be opened by a browser; UsageError says why it is not.

    Only http and https, no user name or password in it, and nothing that a terminal or a shell would take otherwise.
    """
    url = (article.url or "").strip()
    if not url:
        raise UsageError("the article has no address")
    if url != display(url) or any(character.isspace() or character in "\\\"'<>`" for character in url):
        raise UsageError("the article's address holds characters that no address may hold")
    if len(url) > _MAX_CHARACTERS:
        raise UsageError("the article's address is too long to be one")
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises where the port is none
    except ValueError as error:
        raise UsageError("the article's address cannot be read") from error
    if parts.scheme.lower() not in {"http", "https"}:
        raise UsageError("the article's address is not one of the web: only http and https are opened")
    if not parts.hostname:
        raise UsageError("the article's address names no site")
    if "@" in parts.netloc:
        raise UsageError("the article's address holds a user name or a password")
    return url


def link_to(stored: StoredClaim, article: Article, db: Path) -> str:
    """A link to the claim's words on the article's page, or the command that shows the claim where it has no page.

    A text fragment (WICG, URL Fragment Text Directives): browsers that know it scroll to the words and light them.
    """
    try:
        url = web_address(article)
    except UsageError:
        return display(f"factcheck show {stored.key} --db {shlex.quote(str(db.absolute()))}").replace("\n", " ")
    address, _, fragment = url.partition("#")
    return f"{address}#{fragment.partition(':~:')[0]}:~:text={_directive(stored.claim, article)}"


def _directive(claim: Claim, article: Article) -> str:
    """The claim's words with some of its sentence on either side: ``were-,at least 12,-people``."""
    text = article.string(claim.field)
    before = _WORD.findall(text[claim.sentence_start : claim.start])[-_WORDS_AROUND:]
    after = _WORD.findall(text[claim.end : claim.sentence_end])[:_WORDS_AROUND]
    parts = [f"{_encoded(before)}-"] if before else []
    parts.append(_encoded(_WORD.findall(claim.quote)))
    return ",".join([*parts, f"-{_encoded(after)}"] if after else parts)


def _encoded(words: list[str]) -> str:
    """Percent-encoded; a dash, a comma and an ampersand have a meaning of their own in a directive."""
    return quote(" ".join(words).encode("utf-8", "replace"), safe="").replace("-", "%2D")
