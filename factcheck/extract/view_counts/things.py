"""What an audience figure is of, where the sentence simply says it."""

from __future__ import annotations

import re

from factcheck.extract.view_counts.lexicon import THINGS

_S = r"[^\S\n]"
_THING = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]nother|[A-Z][\w’'-]+[’']s){_S}(?:(?!(?:of|and|in|on|at|for|to|by|the|a|an|was|were|is|has|had|from|who)\b)"
    rf"[\w’'-]+{_S}){{0,3}}?(?P<noun>{'|'.join(sorted(THINGS, key=len, reverse=True))})\b(?![’'-])"
)
_REACH = 240


def thing_of(text: str, start: int, end: int, position: int) -> str | None:
    """Return the noun phrase of the last thing published or held that stands before the figure, else ``None``.

    ``text[start:end]`` is the figure's sentence and ``position`` where the figure starts; "the 10-second clip" is
    what "the 10-second clip has been viewed 40 times" is of.
    """
    found = None
    for match in _THING.finditer(text, max(start, position - _REACH), min(position, end)):
        found = match.group()
    return found
