"""What an audience figure is of, where the words simply say it."""

from __future__ import annotations

import re

from factcheck.extract.view_counts.lexicon import BOTH, HELD, PUBLISHED, THINGS, VERBS
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
_OF_POSTS = PUBLISHED | BOTH
_FITTING = {
    "attendance": HELD | BOTH,
    "visitors": HELD | BOTH | {"site", "website", "page", "blog", "account"},
    "viewers": THINGS,
}
"""What the figures of a metric may be of; those of all others are of what is published."""

_RELATIVE = re.compile(rf",?{S}(?:which|that|who)\b|{S}with{S}$")
_DIGIT = re.compile(r"\d")
_PREPOSITION = re.compile(rf"\b(?:of|in|on|at|to|for|from|with|by|about|than|after|before|during){S}$", re.IGNORECASE)


def thing_of(scene: Scene, metric: str, sentence_before: Span | None) -> str | None:
    """Return the noun phrase of what is published or held that the figure is of, else ``None``.

    It is what the words tie to the figure ("views of the clip", "people watched the clip"), else the subject before
    it, else what stands behind it; where the sentence says only "it", the one thing of the sentence before.
    """
    fitting = _FITTING.get(metric, _OF_POSTS)
    text, position = scene.text, scene.quantity.end
    for tied in (_OBJECT, _BEHIND_OF):
        if (match := tied.match(text, position, scene.limit)) and match["noun"] in fitting:
            return match["thing"]
    found = _subject(scene, fitting)
    if found is None and (match := _BEHIND.match(text, position, scene.limit)) and match["noun"] in fitting:
        found = match["thing"]
    if found is None and sentence_before and _IT.match(text, scene.start, scene.end):
        found = _only_thing(text, sentence_before, fitting)
    return found


def _subject(scene: Scene, fitting: frozenset[str]) -> str | None:
    """The thing before the figure: the last where a relative clause or another figure follows it, else the first."""
    text, figure = scene.text, scene.quantity.start
    things = [
        match
        for match in _THING.finditer(text, max(scene.start, figure - _REACH), figure)
        if match["noun"] in fitting
    ]
    if not things:
        return None
    last = things[-1]
    if _RELATIVE.match(text, last.end(), figure) or _DIGIT.search(text, things[0].end(), last.start()):
        return last.group()
    subjects = [one for one in things if not _PREPOSITION.search(text, max(0, one.start() - 8), one.start())]
    return (subjects or things)[0].group()


def _only_thing(text: str, sentence: Span, fitting: frozenset[str]) -> str | None:
    """The thing that a sentence speaks of, where it speaks of one."""
    things = list(_THING.finditer(text, max(sentence.start, sentence.end - _REACH), sentence.end))
    only = {match["noun"] for match in things}
    return things[0].group() if len(only) == 1 and only <= fitting else None
