"""Words that point to the present, the past or the future without a date: "now", "recently", "soon"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.lexicon import NARRATIVE_REFERENCES
from factcheck.grammar.timex.model import Reading
from factcheck.grammar.timex.rules.common import one

_NOUN_AFTER = re.compile(r"[ -](?!(?:an?|the|was|were|is|are|had|has|and|or|to|of|in)\b)\w")
"""What is behind "former" where it is no pronoun ("the former was lost")."""

_SOON_OTHERWISE = re.compile(r"[ ](?:as|after|afterwards?)\b|[ ]?-to-be")


def _reference(phrase: Phrase) -> Sequence[Reading]:
    """Read "now", "recently", "soon"; a narrative's "soon" is no future of its reader's."""
    place = len(phrase.tokens) - 1
    words = phrase.part(place, place + 1).surface()
    text, end = phrase.at.text, phrase.end
    if words in NARRATIVE_REFERENCES:
        if not phrase.at.narrative or not _NOUN_AFTER.match(text, end):
            return ()
        return (Reading("DATE", phrase.text("REF"), tokens=(place, place + 1)),)
    if words == "soon" and (phrase.at.narrative or _SOON_OTHERWISE.match(text, end)):
        return ()
    return one("DATE", phrase.text("REF"), relative=False)


def _the_past(phrase: Phrase) -> Sequence[Reading]:
    return one("DATE", "PAST_REF", relative=False) if phrase.surface().endswith("the past") else ()


def _recent(phrase: Phrase) -> Sequence[Reading]:
    return one("DATE", phrase.text("RECENT") + "_REF", relative=False)


REFERENCE_RULES: tuple[Rule, ...] = (
    rule("THE? REF", _reference),
    rule("THE PAST", _the_past),
    rule("RECENT", _recent),
)
