"""The counts of a sentence with the noun phrase that each counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extract.casualties.lexicon import NOT_PERSONS
from factcheck.extract.casualties.sentence import Sentence, Word, is_plural_thing
from factcheck.grammar.names import demonym_code
from factcheck.grammar.text import word_set
from factcheck.model import Comparator

_MOST_MODIFIERS = 6
_SEXES = frozenset({"male", "female", "adult", "infant"})
"""Nouns of persons that more often stand before another noun."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A count and its noun phrase: words ``first`` to ``end`` of the sentence, end exclusive.

    ``start`` and ``stop`` are the core span in the text. ``head`` says what is counted: ``person``, ``weak`` (by
    its ending), ``plural`` (a noun that may name persons: "exiles"), ``bare`` (nothing named), ``effect`` (deaths,
    victims), ``lives`` or ``thing``. ``effect`` is what
    the phrase itself says of harm ("12 injured people", "five of the dead"), else empty, and ``by`` the word that
    says it. ``who`` is the span of the noun and what stands before it.
    """

    first: int
    end: int
    start: int
    stop: int
    low: float | None
    high: float | None
    comparator: Comparator
    head: str
    effect: str
    by: str
    who: tuple[int, int] | None
    single: bool


def figures(sentence: Sentence) -> Iterator[Figure]:
    """Yield the figures of a sentence in text order."""
    for index, word in enumerate(sentence.words):
        if word.part in ("Q", "0"):
            yield _counted(sentence, index, word)
        elif word.part == "A":
            single = _single(sentence, index)
            if single is not None:
                yield single


@dataclass(slots=True)
class _Phrase:
    end: int
    head: str = "bare"
    effect: str = ""
    by: str = ""
    who: tuple[int, int] | None = None
    head_form: str = ""


_Bounds = tuple[float | None, float | None, Comparator]


def _figure(first: int, phrase: _Phrase, span: tuple[int, int], bounds: _Bounds, *, single: bool = False) -> Figure:
    low, high, comparator = bounds
    return Figure(
        first, phrase.end, *span, low, high, comparator, phrase.head, phrase.effect, phrase.by, phrase.who, single
    )


def _counted(sentence: Sentence, index: int, word: Word) -> Figure:
    stands_alone = word.form in _NOBODY and sentence.shape[index + 1 : index + 2] not in ("o", "x", "i")
    phrase = _Phrase(index + 1) if stands_alone else _phrase(sentence, index + 1)
    quantity = word.quantity
    bounds: _Bounds = (quantity.low, quantity.high, quantity.comparator) if quantity else (0.0, 0.0, "=")
    if phrase.head_form in _SINGULARS and bounds[0] is not None and bounds[0] > 1:
        phrase.head = "thing"
    if bounds[2] == "=" and index and sentence.words[index - 1].form in _PASSED:
        bounds = (bounds[0], None, ">")
    if [one.form for one in sentence.words[phrase.end : phrase.end + 2]] == ["or", "more"]:
        phrase.end += 2
        bounds = (bounds[0], None, ">=")
    return _figure(index, phrase, (word.start, word.end), bounds)


_SINGULARS = word_set("man woman boy girl child person")
"""Nouns that a number before them does not count: "page 5 of 9 7-year-old girl"."""

_PASSED = word_set("exceeded exceeds topped tops surpassed surpasses passed passes crossed")
"""Verbs of a toll behind which a number is a lower bound."""

_NOBODY = frozenset({"no one", "no-one", "nobody", "none"})


def _single(sentence: Sentence, index: int) -> Figure | None:
    """An indefinite person ("a man", "another", "a fourth victim") as a count of one; a couple is two."""
    words, shape = sentence.words, sentence.shape
    core_end, after = words[index].end, index + 1
    ordinal = shape[after : after + 1] == "O"
    if ordinal:
        core_end, after = words[after].end, after + 1
    if shape[after : after + 1] in ("Q", "0", ""):
        return None
    phrase = _phrase(sentence, after)
    body = shape[after] == "I" and words[after].form.startswith("body")
    open_ended = ordinal or words[index].form == "another" or body
    if phrase.head not in ("person", "weak") and not (open_ended and phrase.head in ("bare", "effect")):
        return None
    if shape[phrase.end : phrase.end + 1] == "N" and phrase.head_form != "old":
        return None
    if phrase.head_form == "couple":
        couple = words[phrase.end - 1]
        return _figure(index, phrase, (couple.start, couple.end), (2.0, 2.0, "="), single=True)
    partitive = "o" in shape[after : phrase.end]
    if phrase.head_form.endswith("s") and not phrase.head_form.endswith("ss") and not partitive:
        return None
    return _figure(index, phrase, (words[index].start, core_end), (1.0, 1.0, "="), single=True)


def _phrase(sentence: Sentence, position: int) -> _Phrase:
    """Read the noun phrase behind a count."""
    words, shape = sentence.words, sentence.shape
    start = position
    while shape[position : position + 1] == "x":
        position += 1
    more = position > start
    if position < len(words) and words[position].form == "out":
        position += 1
    if shape[position : position + 1] == "o":
        return _partitive(sentence, position + 1)
    found = _noun(sentence, position)
    if found is not None:
        return found
    who = (words[start].start, words[position - 1].end) if more and words[position - 1].form == "others" else None
    return _Phrase(position, "bare", who=who)


def _partitive(sentence: Sentence, position: int) -> _Phrase:
    """Read what follows "of": "of the girls", "of whom", "of the dead", "of people"."""
    shape = sentence.shape
    while shape[position : position + 1] in ("D", "v", "Q", "x"):
        position += 1
    part = shape[position : position + 1]
    if part in ("R", "w"):
        return _Phrase(position + 1, "bare")
    if part in ("J", "K") and shape[position + 1 : position + 2] not in ("P", "p"):
        word = sentence.words[position]
        return _Phrase(position + 1, "effect", word.effect, word.form, (word.start, word.end))
    found = _noun(sentence, position)
    if found is None:
        return _Phrase(position, "bare" if sentence.words[position - 1].form in ("those", "these") else "thing")
    if found.head == "thing" and sentence.words[found.end - 1].form in _BODIES_OF_PERSONS:
        found.head = "weak"
    return found


_BODIES_OF_PERSONS = word_set("detail entourage family team squad unit group patrol convoy party gang delegation")
"""Nouns of many persons, of which some are counted: "two of his security detail"."""


def _noun(sentence: Sentence, position: int) -> _Phrase | None:
    """Read modifiers and a head noun from the position on; ``None`` where none stands there."""
    words, shape = sentence.words, sentence.shape
    start, effect, by = position, "", ""
    while position < min(len(words), start + _MOST_MODIFIERS):
        head = _head_at(sentence, start, position, (effect, by))
        if head is not None:
            return head
        if shape[position] in "KJ" and _modifies(sentence, position):
            effect, by = words[position].effect, words[position].form
        elif not _may_modify(shape, start, position):
            break
        position += 1
    if all(letter == "v" for letter in shape[start:position]) or (
        shape[start:position] == "E" and shape[position : position + 1] == "i"
    ):
        return None
    named = shape[position - 1] == "C" and shape[position : position + 1] in ("K", "b")
    return _Phrase(position, "plural" if named else "thing")


def _head_at(sentence: Sentence, start: int, position: int, modifier: tuple[str, str]) -> _Phrase | None:
    """Read the head noun that stands at the position, if one does; ``modifier`` is the effect said before it."""
    word, following = sentence.words[position], sentence.shape[position + 1 : position + 2]
    person = word.part in "Pp" and not _is_modifier(sentence, position)
    if person or (word.part == "C" and _is_demonym(sentence, position)):
        return _headed(sentence, start, position, modifier)
    if word.part in "Xl" and not (word.form in _BODIES and set("NPp") & set(sentence.shape[start:position])):
        modifies = following == "N" and not word.form.endswith("s")
        return _Phrase(position + 1, "thing") if modifies else _harmed_head(word, position, modifier)
    if word.part == "Y" and word.form in _COUNTED_OF:
        return _Phrase(position + 1, "effect", word.effect, word.form)
    if word.form in _UNITS and position == start and following not in ("y", ""):
        return _Phrase(position + 1, "thing")
    if word.part == "y" and (not following or following not in "NCPpEy"):
        return _Phrase(position + 1, "person", *modifier, (sentence.words[start].start, word.end), "old")
    return _other_head(sentence, start, position, modifier)


def _harmed_head(word: Word, position: int, modifier: tuple[str, str]) -> _Phrase:
    """Read a noun of harm: "deaths", "injured victims", "lives"."""
    effect, by = modifier if modifier[0] and word.effect == "killed_or_injured" else (word.effect, word.form)
    return _Phrase(position + 1, "effect" if word.part == "X" else "lives", effect, by, None, word.form)


def _other_head(sentence: Sentence, start: int, position: int, modifier: tuple[str, str]) -> _Phrase | None:
    """Read a plural that no list of persons knows: a thing, or what may name persons."""
    word = sentence.words[position]
    if word.part not in "Xl" and (not is_plural_thing(word) or _goes_on_behind(sentence, position)):
        return None
    if word.part in "Xl" or word.form in NOT_PERSONS:
        return _Phrase(position + 1, "thing")
    return _Phrase(position + 1, "plural", *modifier, (sentence.words[start].start, word.end), word.form)


_UNITS = word_set("year month week day hour minute mile foot inch pound dollar meter metre story storey")
"""Units in the singular, behind which no person is counted: "a 10 year veteran"."""

_COUNTED_OF = frozenset({"deaths of", "deaths among", "killings of", "murders of", "injuries to", "bodies of"})
"""Nouns with "of" that a count may stand before: "three deaths of children"."""

_BODIES = frozenset({"bodies", "corpses"})
"""Nouns that need no dead: a body may be legislative."""


def _may_modify(shape: str, start: int, position: int) -> bool:
    """Whether the word may stand between a count and its noun."""
    part = shape[position]
    if part in "&,":
        return position > start and _goes_on(shape, position)
    if part in "gvG":
        following = shape[position + 1 : position + 2]
        if part == "G":
            return following == "X"
        opens = position == start or (part == "g" and shape[position - 1] == "N")
        return opens and following in ("N", "C", "E", "P", "p", "X", "K", "J")
    return part in "NCEyOP"


def _is_modifier(sentence: Sentence, position: int) -> bool:
    """Whether a noun of a person stands before another: "female tourists", "National Conference activists"."""
    following = sentence.shape[position + 1 : position + 2]
    word = sentence.words[position]
    if word.form in _SEXES:
        return following in ("N", "P", "p")
    return following == "C" and sentence.text[word.start].isupper() and not word.form.endswith("s")


def _goes_on_behind(sentence: Sentence, position: int) -> bool:
    """Whether a plural only stands before the noun: "defence forces volunteers", "measles related deaths"."""
    words = sentence.words[position + 1 : position + 2]
    return bool(words) and (words[0].part in ("P", "p", "X") or words[0].form == "related")


def _is_demonym(sentence: Sentence, position: int) -> bool:
    """Whether a nationality stands for a person of it: "one Iraqi was killed"."""
    following = sentence.shape[position + 1 : position + 3]
    if following[:1] == "E":
        stands_alone = following[1:] in ("i", "v")
    elif following[:1] == "&":
        stands_alone = following[1:] in ("A", "D", "Q")
    else:
        stands_alone = following[:1] not in ("N", "C", "P", "p", "y", "O", "X", "q")
    return stands_alone and demonym_code(sentence.words[position].form) is not None


def _goes_on(shape: str, position: int) -> bool:
    """Whether adjectives go on behind an "and" or comma to a person: "American and coalition service members"."""
    rest = shape[position + 1 : position + 4].replace("C", "N").replace("p", "P")
    return rest[:1] in ("N", "E") and ("P" in rest[:3] and all(letter in "NEP" for letter in rest[: rest.index("P")]))


def _modifies(sentence: Sentence, position: int) -> bool:
    """Whether an effect word stands before its noun ("12 injured people") and not behind it ("12 injured")."""
    following = sentence.shape[position + 1 : position + 4]
    if sentence.words[min(position + 1, len(sentence.words) - 1)].form.endswith(("'s", "’s")):
        return False
    if following[:1] == "C" and sentence.words[position].form in ("slain", "injured", "wounded", "missing", "dead"):
        following = following[1:].lstrip("C")
    return following[:1] in ("P", "p", "X") or (following[:1] == "N" and following[1:2] in ("P", "p"))


def _headed(sentence: Sentence, start: int, position: int, modifier: tuple[str, str]) -> _Phrase:
    words, shape = sentence.words, sentence.shape
    head = "person" if shape[position] == "P" else "weak"
    while shape[position + 1 : position + 2] in ("P", "p") or (
        shape[position + 1 : position + 2] == "N" and shape[position + 2 : position + 3] == "P"
    ):
        position += 1
        head = "person" if shape[position] == "P" else head
    following = sentence.words[position + 1] if position + 1 < len(words) else None
    if following is not None and following.part == "X":
        head = "thing" if following.form in _BODIES else "effect"
        return _Phrase(position + 2, head, following.effect, following.form, None, following.form)
    if following is not None and is_plural_thing(following):
        return _Phrase(position + 2, "thing" if following.form in NOT_PERSONS else "plural")
    return _Phrase(position + 1, head, *modifier, (words[start].start, words[position].end), words[position].form)
