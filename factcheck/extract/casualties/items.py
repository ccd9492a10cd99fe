"""The counts and the uncounted persons of a sentence, as the lists of those harmed are made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.extract.casualties.figures import Figure, figures
from factcheck.extract.casualties.persons import persons
from factcheck.extract.casualties.sentence import Sentence, Word
from factcheck.grammar.text import is_abbreviation


@dataclass(slots=True)
class Item:
    """A count or an uncounted person (``sort`` says which; ``persons.Phrase``), and the letter that stands before."""

    figure: Figure
    sort: str
    opener: str
    led: str
    noun: str = ""

    @property
    def counted(self) -> bool:
        """Whether a number, or "a" and its like, is said of it."""
        return self.sort in ("count", "things")


def clean(sentence: Sentence) -> Sentence:
    """The sentence without short brackets and the full stops of titles, which only part what belongs together."""
    words, kept, index = sentence.words, list[Word](), 0
    while index < len(words):
        word = words[index]
        if word.form in ("(", "["):
            close = next((at for at in range(index, min(len(words), index + 8)) if words[at].form in (")", "]")), 0)
            if close and not any(one.effect or one.quantity for one in words[index:close]):
                index = close + 1
                continue
        if not (word.form == "." and kept and index + 1 < len(words) and _is_title(sentence.text, kept[-1])):
            kept.append(_mended(sentence.text, word, kept[-1].part if kept else ";"))
        index += 1
    return Sentence(sentence.text, kept, "".join(word.part for word in kept))


def _mended(text: str, word: Word, before: str) -> Word:
    """The word with the part that it plays here: "were both killed", "Muhammed" that only ends like a verb."""
    if word.form == "both" and before in "bh":
        return word._replace(part="v", quantity=None)
    if word.form.endswith(("n't", "n’t")):
        return word._replace(part="n")
    if word.part in "Egv" and before not in ";" and text[word.start].isupper() and not word.effect:
        return word._replace(part="C")
    return word


def _is_title(text: str, word: Word) -> bool:
    return is_abbreviation(text[word.start : word.end])


def items_of(sentence: Sentence) -> list[Item]:
    """The counts and the persons of a sentence, in text order."""
    counted = list(figures(sentence))
    shape = sentence.shape
    counted = [one for one in counted if not _is_age_or_label(sentence, one)]
    found = [
        Item(
            one,
            "things" if one.head == "thing" else "count",
            "",
            shape[: one.first].rstrip("Dv")[-1:],
            sentence.words[one.end - 1].form,
        )
        for one in counted
    ]
    for index, word in enumerate(sentence.words):
        if word.form == "them" or (word.form == "they" and shape[index + 1 : index + 2] in ("b", "v")):
            them = Figure(
                index, index + 1, word.start, word.end, None, None, "=", "person", "", "", None, single=False
            )
            found.append(Item(them, "them", "", shape[max(0, index - 1) : index], word.form))
    for phrase in persons(sentence, counted):
        first = phrase.figure.first
        noun = sentence.words[phrase.figure.end - 1].form
        found.append(Item(phrase.figure, phrase.sort, phrase.opener, shape[max(0, first - 1) : first], noun))
    return sorted(found, key=lambda one: one.figure.first)


def _is_age_or_label(sentence: Sentence, figure: Figure) -> bool:
    """Whether a bare number is an age or a channel's: "his daughter, 5", "(LEX 18)", "sons, 10 and 12"."""
    quantity = sentence.words[figure.first].quantity
    if figure.head == "bare" and sentence.words[figure.first].form in _CALLS:
        return True
    if figure.head == "bare" and figure.first and sentence.words[figure.first - 1].form in ("both", "aged", "age"):
        return True
    if sentence.words[figure.first].form == "both" and sentence.shape[figure.first - 1 : figure.first] == ",":
        return True
    if figure.head != "bare" or quantity is None or not sentence.text[quantity.start].isdigit():
        return False
    before = sentence.shape[max(0, figure.first - 4) : figure.first]
    behind = sentence.shape[figure.end : figure.end + 1]
    if before.endswith("C") and behind in (",", ";", "", "d", "&") and figure.first > 1:
        return True
    return _PERSON_COMMA.search(before) is not None and behind in (",", ";", "", "&", "i", "B", "d", "t", "K")


_CALLS = frozenset({"911", "999", "112"})
_PERSON_COMMA = re.compile(r"(?:[CPpy]|N),$|[CPp],Q&$")
