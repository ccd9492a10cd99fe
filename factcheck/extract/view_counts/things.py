"""What an audience figure is of, where the words simply say it."""

from __future__ import annotations

import re

from factcheck.extract.view_counts.lexicon import THINGS, VERBS
from factcheck.extract.view_counts.scene import S, Scene, one_of
from factcheck.grammar.text import Span

_PHRASE = (
    rf"(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]nother|[A-Z][\w’'-]+[’']s){S}"
    rf"(?:(?!(?:of|and|in|on|at|for|to|by|the|a|an|was|were|is|has|had|from|who)\b)[\w’'-]+{S}){{0,3}}?"
    rf"(?P<noun>{one_of(THINGS)})\b(?![’'-])"
)
_THING = re.compile(rf"\b{_PHRASE}")
_COUNTED = rf"(?:{S}(?!(?:and|but|or)\b)[\w’'-]+){{1,3}}?"
_BEHIND_OF = re.compile(rf"{_COUNTED}{S}of{S}(?P<thing>{_PHRASE})")
_BEHIND = re.compile(rf"{_COUNTED}{S}(?:on|to|for|at|in){S}(?P<thing>{_PHRASE})")
_OBJECT = re.compile(rf"(?:{S}[\w’'-]+){{0,7}}?{S}(?:{one_of(VERBS)}){S}(?P<thing>{_PHRASE})")
_IT = re.compile(rf"(?:It|It[’']s|That){S}")
_REACH = 240


def thing_of(scene: Scene, sentence_before: Span | None) -> str | None:
    """Return the noun phrase of what is published or held that the figure is of, else ``None``.

    It is what the words tie to the figure ("views of the clip", "people watched the clip"), else the last thing
    before it, else the first behind it; where the sentence says only "it", the one thing of the sentence before.
    """
    text, position = scene.text, scene.quantity.end
    for tied in (_OBJECT, _BEHIND_OF):
        if match := tied.match(text, position, scene.limit):
            return match["thing"]
    found = None
    for match in _THING.finditer(text, max(scene.start, scene.quantity.start - _REACH), scene.quantity.start):
        found = match.group()
    if found is None and (match := _BEHIND.match(text, position, scene.limit)):
        found = match["thing"]
    if found is None and sentence_before and _IT.match(text, scene.start, scene.end):
        found = _only_thing(text, sentence_before)
    return found


def _only_thing(text: str, sentence: Span) -> str | None:
    """The thing that a sentence speaks of, where it speaks of one."""
    things = list(_THING.finditer(text, max(sentence.start, sentence.end - _REACH), sentence.end))
    return things[0].group() if len({match["noun"] for match in things}) == 1 else None
