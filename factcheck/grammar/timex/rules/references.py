"""Words that point to the present, the past or the future without a date: "now", "recently", "soon"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.lexicon import NARRATIVE_REFERENCES
from factcheck.grammar.timex.model import Reading
from factcheck.grammar.timex.rules.common import one

_SOON_OTHERWISE = re.compile(r"[ ](?:as|after|afterwards?)\b|[ ]?-to-be")


def _reference(phrase: Phrase) -> Sequence[Reading]:
    """The value of the words; a narrative's "soon" is no future of its reader's."""
    words = phrase.part(len(phrase.tokens) - 1, len(phrase.tokens)).surface()
    if words in NARRATIVE_REFERENCES and not phrase.at.narrative:
        return ()
    if words == "soon" and (phrase.at.narrative or _SOON_OTHERWISE.match(phrase.at.text, phrase.end)):
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
