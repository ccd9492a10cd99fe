"""Whose words a statement is: the speaker that its sentence, or the quotation around it, hands it to.

Work is done only around the positions asked for and remembered, so that a text costs in proportion to its claims.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from factcheck.grammar.attribution.cues import PRONOUNS
from factcheck.grammar.attribution.speeches import Speech, cue_places, speeches
from factcheck.grammar.names.countries import demonym_code
from factcheck.grammar.names.lists import names_after
from factcheck.grammar.names.mentions import mentions
from factcheck.grammar.text import Span, word_set
from factcheck.model import Attribution

_LONGEST_SENTENCE = 2000
"""Code points of one sentence that are read; only text without full stops has longer ones."""
_LONGEST_PARAGRAPH = 6000
"""Code points of one paragraph looked through for quotation marks on either side of a position."""
_LOOK_BACK = 12
"""Sentences searched backwards for whom a pronoun, or a quotation that goes on, belongs to."""
_FULL_NAME = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'-]*\.?(?: (?:van|von|der|de|da|bin|al|el|la|du|di|[A-ZÀ-ÖØ-Þ][\w’'-]*\.?))+"
)
_OF_THE_QUOTED = frozenset({"i", "we"})
"""Pronouns of whoever's quotation they stand in."""
_LINKS = word_set("of for from at in on to with and who whose , the")
"""Words behind a speaker's name that lead to where he belongs, unlike those of "State press agency PAP"."""
_QUOTE = re.compile(r"[\"“”„]")


class Speakers:
    """Says for any position of a text who is said to have said it; ``sentences`` are the text's, in order."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._text = text
        self._sentences = sentences
        self._speeches: dict[int, list[Speech]] = {}
        self._quotations: dict[int, list[Span]] = {}

    def of(self, sentence_index: int, position: int) -> Attribution | None:
        """Return the attribution of the statement at ``position``, which lies in the sentence of that index."""
        if not 0 <= sentence_index < len(self._sentences):
            return None
        holding = [one for one in self._in(sentence_index) if one.scope.start <= position < one.scope.end]
        speech = min(holding, key=lambda one: abs(one.cue_span.start - position), default=None)
        index = sentence_index
        if speech is None:
            index, speech = self._of_quotation(sentence_index, position)
        return self._attribution(index, speech) if speech else None

    def _in(self, index: int) -> list[Speech]:
        found = self._speeches.get(index)
        if found is None:
            sentence = self._sentences[index]
            end = min(sentence.end, sentence.start + _LONGEST_SENTENCE)
            places = self._cues[bisect_left(self._cues, sentence.start) : bisect_left(self._cues, end)]
            found = list(speeches(self._text, sentence.start, end, places)) if places else []
            self._speeches[index] = found
        return found

    @cached_property
    def _cues(self) -> list[int]:
        return cue_places(self._text)

    def _of_quotation(self, index: int, position: int) -> tuple[int, Speech | None]:
        """Return the speech that the quotation around the position belongs to, with its sentence's index."""
        paragraph = self._paragraph(position)
        quotation = next((one for one in self._quoted(paragraph) if one.start <= position < one.end), None)
        if quotation is None:
            return index, None
        last = self._index_at(quotation.end)
        for later in range(index, min(last, index + _LOOK_BACK) + 1):
            for speech in self._in(later):
                if speech.cue_span.start >= quotation.end and speech.trails:
                    return later, speech
        first = self._index_at(quotation.start if self._is_within_sentence(quotation.start) else paragraph.start)
        for earlier in range(index, max(first, index - _LOOK_BACK) - 1, -1):
            for speech in reversed(self._in(earlier)):
                if speech.cue_span.end <= quotation.start and speech.cue_span.start >= paragraph.start:
                    return earlier, speech
        return self._carried(paragraph) if first == self._index_at(paragraph.start) else (index, None)

    def _is_within_sentence(self, quotation: int) -> bool:
        """Whether words of its sentence stand before a quotation, which then is no speech that goes on."""
        sentence = self._sentences[self._index_at(quotation)]
        return any(character.isalnum() for character in self._text[max(sentence.start, quotation - 200) : quotation])

    def _carried(self, paragraph: Span) -> tuple[int, Speech | None]:
        """Return the last speech of the paragraph before, where its quotation was left open to go on in this one."""
        before = self._text.rfind("\n", 0, paragraph.start)
        end = len(self._text[max(0, before - _LONGEST_PARAGRAPH) : before + 1].rstrip()) if before >= 0 else 0
        if not end:
            return 0, None
        previous = self._paragraph(max(0, before - _LONGEST_PARAGRAPH) + end - 1)
        quoted = self._quoted(previous)
        if not quoted or quoted[-1].end < previous.end:
            return 0, None
        last = self._index_at(previous.end - 1)
        for earlier in range(last, max(-1, last - _LOOK_BACK), -1):
            if self._sentences[earlier].start < previous.start:
                break
            if self._in(earlier):
                return earlier, self._in(earlier)[-1]
        return 0, None

    def _paragraph(self, position: int) -> Span:
        start = self._text.rfind("\n", max(0, position - _LONGEST_PARAGRAPH), position) + 1
        start = max(start, position - _LONGEST_PARAGRAPH, 0)
        end = self._text.find("\n", position, position + _LONGEST_PARAGRAPH)
        return Span(start, end if end >= 0 else min(len(self._text), position + _LONGEST_PARAGRAPH))

    def _quoted(self, paragraph: Span) -> list[Span]:
        """Return the quotations of a paragraph; one left open reaches its end."""
        found = self._quotations.get(paragraph.start)
        if found is not None:
            return found
        found = self._quotations[paragraph.start] = []
        opened: int | None = None
        for mark in _QUOTE.finditer(self._text, paragraph.start, paragraph.end):
            if opened is None:
                opened = mark.start() if mark.group() != "”" else None
            elif mark.group() in '"”':
                found.append(Span(opened, mark.end()))
                opened = None
        if opened is not None:
            found.append(Span(opened, paragraph.end))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self._sentences]

    def _index_at(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def _attribution(self, index: int, speech: Speech) -> Attribution:
        speaker = speech.speaker
        surface = self._text[speaker.start : speaker.end]
        if surface.lower() in _OF_THE_QUOTED:
            told_at, telling = self._of_quotation(index, speaker.start)
            if telling is not None and not self._is_quoted(telling):
                return self._attribution(told_at, telling)
        if surface.lower() in PRONOUNS:
            resolved = self._antecedent(index, speech)
            return Attribution(surface, speaker.start, speaker.end, resolved, speech.cue, "low")
        resolved = self._resolved(speaker)
        return Attribution(surface, speaker.start, speaker.end, resolved, speech.cue)

    def _is_quoted(self, speech: Speech) -> bool:
        return self._text[speech.speaker.start : speech.speaker.end].lower() in _OF_THE_QUOTED

    def _antecedent(self, index: int, pronoun: Speech) -> str | None:
        """Return the name of the last named speaker before the pronoun."""
        for earlier in range(index, max(-1, index - _LOOK_BACK), -1):
            for speech in reversed(self._in(earlier)):
                if speech.cue_span.start < pronoun.cue_span.start:
                    name = self._resolved(speech.speaker)
                    if name is not None:
                        return name
        return None

    def _resolved(self, speaker: Span) -> str | None:
        """Return the name within a speaker's words, made full where the text gave it in full before."""
        if self._text[speaker.start : speaker.end].lower() in PRONOUNS:
            return None
        named = names_after(self._text, speaker.start, speaker.end)
        if len(named) > 1:
            return self._text[named[0].start : named[-1].end]
        met = [one for one in mentions(self._text, speaker.start, speaker.end) if one.name and not one.possessive]
        if not met:
            return None
        between = self._text[met[0].end : met[-1].start]
        name = (met[-1] if between.split() and _LINKS.isdisjoint(between.split()) else met[0]).name
        if demonym_code(name) is not None:
            return None
        return name if " " in name else self._fuller(name, speaker.start)

    @cached_property
    def _full_names(self) -> dict[str, list[tuple[int, str]]]:
        """Names of two words or more, titles on, by their last word, in text order."""
        found: dict[str, list[tuple[int, str]]] = {}
        for match in _FULL_NAME.finditer(self._text):
            words = match.group().removesuffix("'s").removesuffix("’s").split(" ")
            found.setdefault(words[-1], []).append((match.start(), " ".join(words)))
        return found

    def _fuller(self, name: str, position: int) -> str:
        """Return the longer name that ends in this one: the nearest before the position, else the first after it."""
        met = self._full_names.get(name, [])
        before = bisect_left(met, (position, ""))
        for _, longer in (*reversed(met[max(0, before - _LOOK_BACK) : before]), *met[before : before + _LOOK_BACK]):
            peeled = mentions(longer)
            if (
                peeled
                and not peeled[-1].is_organisation
                and " " in peeled[-1].name
                and peeled[-1].name.endswith(name)
            ):
                return peeled[-1].name
        return name
