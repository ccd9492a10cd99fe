"""Whose verb it is: the noun phrase that a verb group is said of."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.grammar.attribution.cues import VERBS, inverts
from factcheck.grammar.clauses.lexicon import TIME_NOUNS, TIME_PREPOSITIONS
from factcheck.grammar.clauses.sentence import NOUNY, Group, Sentence, chunk_end, chunk_start
from factcheck.grammar.text import word_set

_DEEPEST = 3
"""Verbs that a subject is carried over, and phrases that it is looked for behind."""
_LONGEST_ASIDE = 25
_APPOSED = frozenset({"n,D", "C,D", "C,n", "C,A"})
"""Tokens between the commas of an apposition."""


class Phrase(NamedTuple):
    """Tokens of a noun phrase: its head with what stands before it, and up to ``whole`` with what follows."""

    first: int
    end: int
    whole: int


def lead(sentence: Sentence, index: int) -> int:
    """The first token of the phrase of time that holds the time expression at ``index``."""
    shape = sentence.shape
    while index > 0:
        before = _before_time(sentence, index, shape[index - 1])
        if before == index:
            break
        index = before
    return index


def _before_time(sentence: Sentence, index: int, letter: str) -> int:
    """The edge before the last word before ``index`` if that word is of the phrase of time, else ``index``."""
    if letter in ",&;P(" and sentence.shape[index - 2 : index - 1] == "T":
        return index - 2
    if letter in "TD":
        return index - 1
    word = sentence.word(index - 1)
    if letter in "PbA":
        of_noun = word == "of" and not (_is_time_noun(sentence, index - 2) or _is_as(sentence, index - 2))
        return index - 1 if word in TIME_PREPOSITIONS and not of_noun else index
    if letter in "nC" and word in TIME_NOUNS:
        return chunk_start(sentence.shape, index)
    return index - 1 if letter == "R" and word != "not" else index


def _is_time_noun(sentence: Sentence, index: int) -> bool:
    return (
        index >= 0
        and sentence.shape[index] in "ngAT"
        and (sentence.shape[index] == "T" or sentence.word(index) in TIME_NOUNS)
    )


def _is_as(sentence: Sentence, index: int) -> bool:
    return index >= 0 and sentence.word(index) == "as"


def subject_of(sentence: Sentence, at: int, depth: int = 0) -> Phrase | None:
    """The subject of the verb group of that number, ``None`` where it is not sure."""
    if depth > _DEEPEST:
        return None
    group, shape = sentence.groups[at], sentence.shape
    edge = _back_over(sentence, group.first)
    letter = shape[edge - 1] if edge else ""
    if letter in NOUNY or letter in ("p", "o") or (letter == "D" and sentence.word(edge - 1) in _ALONE):
        return _right_before(sentence, group, edge, depth)
    if letter == "w":
        return _antecedent(sentence, edge - 1)
    return _inverted(sentence, group, edge) or _from_afar(sentence, at, edge, depth)


def _right_before(sentence: Sentence, group: Group, edge: int, depth: int) -> Phrase | None:
    """The noun phrase that the verb follows, or of which a participle tells."""
    shape, first = sentence.shape, chunk_start(sentence.shape, edge)
    joins = shape[first - 1 : first] == "&" and shape[first] in "DC"
    if (joins and sentence.word(group.first) in _SINGULAR) or _is_reduced(sentence, group):
        return Phrase(first, edge, edge)
    found = phrase_before(sentence, edge, depth)
    if found is not None and shape[group.first] in "BHM" and shape[found.first - 1 : found.first] in ("E", "L"):
        through = _before_reduced(sentence, found.first)
        found = phrase_before(sentence, through, depth) if through else found
    if found is not None or _ends_a_list(shape, first, edge) or not _only_describes(sentence, group):
        return found
    while first > 1 and shape[first - 1] == "P" and shape[first - 2] in NOUNY:
        first, edge = chunk_start(shape, first - 1), first - 1
    return Phrase(first, edge, edge)


_SINGULAR = frozenset({"is", "was", "has"})


def _from_afar(sentence: Sentence, at: int, edge: int, depth: int) -> Phrase | None:
    """The subject where a comma or a word like "and" stands before the verb."""
    group, shape = sentence.groups[at], sentence.shape
    letter = shape[edge - 1] if edge else ""
    lone = shape[group.first] if group.end - group.first == 1 else ""
    if lone == "G":
        return _of_next_clause(sentence, group.end) if edge == 0 else None
    if lone in ("E", "L") and letter in ("", ","):
        return _of_participle(sentence, at, edge, depth)
    if letter == "&" or shape[edge - 2 : edge] == "&," or (letter == ";" and sentence.word(edge - 1) == ";"):
        return _carried(sentence, at, depth)
    return _before_aside(sentence, edge - 1, depth) if letter == "," else None


_ALONE = frozenset({"some", "this", "these", "those", "another"})
"""Determiners that stand for a noun as well."""


def _carried(sentence: Sentence, at: int, depth: int) -> Phrase | None:
    """The subject of the verb before, gerunds behind a preposition and infinitives passed over."""
    for number in range(at - 1, -1, -1):
        first = sentence.groups[number].first
        if sentence.shape[first] != "t" and not (
            sentence.shape[first] == "G" and sentence.shape[first - 1 : first] == "P"
        ):
            return subject_of(sentence, number, depth + 1)
    return None


def _of_participle(sentence: Sentence, at: int, edge: int, depth: int) -> Phrase | None:
    """Of what a participle set apart by commas tells: "Found in 2016, the vase is …", "Anna, born in 1950, …"."""
    shape, group = sentence.shape, sentence.groups[at]
    if edge == 0:
        return _of_next_clause(sentence, group.end)
    opened = shape.rfind(",", 0, edge - 1)
    aside = _before_aside(sentence, edge - 1, depth) if shape[opened + 1] in "DwQA" and opened > 0 else None
    if aside is not None:
        return aside
    before = _back_over(sentence, edge - 1)
    if shape[before - 1 : before] in ("n", "C", "g") and shape[group.end : group.end + 1] in ("P", "T", ","):
        return phrase_before(sentence, before, depth)
    return _before_aside(sentence, edge - 1, depth) or _carried(sentence, at, depth)


def _of_next_clause(sentence: Sentence, start: int) -> Phrase | None:
    """The subject of the first clause behind a comma, whose verb follows it at once."""
    shape = sentence.shape
    verbs = {group.first for group in sentence.groups}
    comma = shape.find(",", start)
    while comma >= 0:
        end = chunk_end(shape, comma + 1)
        if end > comma + 1 and end in verbs:
            return Phrase(comma + 1, end, end)
        comma = shape.find(",", comma + 1)
    return None


def _only_describes(sentence: Sentence, group: Group) -> bool:
    """Whether a participle tells of the noun before it: "in findings published in May"."""
    if group.end - group.first > 1:
        return False
    letter = sentence.shape[group.first]
    return letter == "G" or (
        letter in "EL" and sentence.shape[group.end : group.end + 1] in ("", "P", "T", ",", "R", ")")
    )


def _is_reduced(sentence: Sentence, group: Group) -> bool:
    """Whether a participle is of the noun right before it: "a law passed by …", "a vase found in May was …"."""
    shape, end = sentence.shape, group.end
    if end - group.first > 1 or shape[group.first] not in "EL" or shape[end : end + 1] not in ("P", "T"):
        return False
    following = _PHRASES.match(shape, end)
    behind = following.end() if following else end
    return sentence.word(end) == "by" or shape[behind : behind + 1] in ("B", "H", "M")


_PHRASES = re.compile(r"(?:P[DAQnCxg']+|P?T|R|,)+")
"""Phrases of place and time between a participle and the verb of its clause."""


def _back_over(sentence: Sentence, index: int) -> int:
    """The edge before adverbs, phrases of time and brackets."""
    shape = sentence.shape
    while index > 0:
        letter = shape[index - 1]
        if letter in "RA" or (letter == "o" and index > 1 and shape[index - 2] in NOUNY):
            index -= 1
        elif letter == "T":
            index = lead(sentence, index - 1)
        elif letter == ")":
            opened = shape.rfind("(", 0, index)
            if opened < 0:
                return index
            index = opened
        else:
            return index
    return index


def _antecedent(sentence: Sentence, index: int) -> Phrase | None:
    """What "who", "which" or "that" at ``index`` stands for."""
    if sentence.word(index) in ("whose", "whom"):
        return None
    edge = _back_over(sentence, index - (sentence.shape[index - 1 : index] == ","))
    if not edge or sentence.shape[edge - 1] not in NOUNY:
        return None
    first = chunk_start(sentence.shape, edge)
    person = sentence.word(index) == "which" and set(sentence.shape[first:edge]) == {"C"}
    if person and first and sentence.word(first - 1) in _BEFORE_PERSONS:
        return phrase_before(sentence, edge) or Phrase(first, edge, edge)
    return Phrase(first, edge, edge)


_BEFORE_PERSONS = frozenset({"by", "with", "between", "and", "against"})
"""Words behind which a name is mostly a person's, for whom "which" cannot stand."""


def _inverted(sentence: Sentence, group: Group, edge: int) -> Phrase | None:
    """The speaker behind a verb of saying: "…," said X."""
    shape = sentence.shape
    closes = sentence.quoted_before(group.first) or (
        edge > 0 and shape[edge - 1] == "," and sentence.word(group.head) in ("said", "says", "added")
    )
    if not closes or group.end - group.first != 1 or not inverts(sentence.word(group.head)):
        return None
    end = chunk_end(shape, group.end)
    linked = _LINKED.match(shape, end)
    follows = shape[linked.end() : linked.end() + 1] if linked else ""
    return None if end == group.end or follows in _VERBAL else Phrase(group.end, end, end)


_LINKED = re.compile(r"(?:P[DAQnCxg']+)*R?")
_VERBAL = frozenset("BHMOVSEL")
"""A verb behind the words behind "said" makes them the subject of what was said."""


def _before_aside(sentence: Sentence, comma: int, depth: int) -> Phrase | None:
    """The noun phrase before what stands between two commas, the last of them at ``comma``."""
    shape = sentence.shape
    opened = shape.rfind(",", max(0, comma - _LONGEST_ASIDE), comma)
    if opened < 1:
        return None
    edge = _back_over(sentence, opened)
    if not edge or shape[edge - 1] not in NOUNY:
        return None
    found = phrase_before(sentence, edge, depth)
    if found and found.first > 1 and shape[found.first - 2 : found.first + 1] in _APPOSED:
        return _before_aside(sentence, edge, depth + 1) if depth < _DEEPEST else None
    return found


_SAYING = frozenset({"saying", "claiming", "alleging", "stating", "suggesting", "showing", "warning"})
"""Participles behind which a clause follows rather than an object."""


def phrase_before(sentence: Sentence, edge: int, depth: int = 0) -> Phrase | None:
    """The noun phrase that ends before ``edge``, traced back to its head; ``None`` where a preposition governs it."""
    shape = sentence.shape
    first, end = chunk_start(shape, edge), edge
    joined = _joined(sentence, first, edge)
    if joined < first and shape[joined - 1 : joined] == "P":
        first = joined  # "the talks between A and B"
    while first > 1 and shape[first - 1] == "P":
        before = shape[first - 2]
        if before in NOUNY or before == "A":
            first, end = chunk_start(shape, first - 1), first - 1
        elif before in "ELG" and depth < _DEEPEST:
            inner = _back_over(sentence, first - 2)
            return phrase_before(sentence, inner, depth + 1) if inner and shape[inner - 1] in NOUNY else None
        else:
            break
    governed = first > 0 and shape[first - 1] == "P" and not (shape[first] == "Q" and is_bound(sentence, first - 1))
    if first == end or governed or _ends_a_list(shape, first, end):
        return None
    through = _through_aside(sentence, first, end)
    if through and depth < _DEEPEST:
        return phrase_before(sentence, through, depth + 1)
    joined = _joined(sentence, first, end)
    opens = joined == 0 or (shape[joined - 1] in "cb;" and sentence.word(joined - 1) not in ("as", "than"))
    return Phrase(joined if opens else first, end, edge)


def is_bound(sentence: Sentence, index: int) -> bool:
    """Whether the preposition only bounds a number: "over 500 ballots were counted"."""
    return sentence.word(index) in ("over", "about", "around", "under")


_LISTED = re.compile(r",[AnCQgx]+,&$")


def _ends_a_list(shape: str, first: int, end: int) -> bool:
    """Whether the words are but the last of a list: "… masks, and helmets"."""
    return set(shape[first:end]) <= {"n"} and _LISTED.search(shape, max(0, first - _LONGEST_ASIDE), first) is not None


def _through_aside(sentence: Sentence, first: int, end: int) -> int:
    """Where the words end that the noun phrase only adds to; 0 where it adds to none."""
    shape = sentence.shape
    if shape[max(0, first - 2) : first] in ("nG", "CG") and sentence.word(first - 1) not in _SAYING:
        return first - 1  # "databases holding records were …"
    if shape[max(0, first - 3) : first] in ("ntI", "CtI"):
        return first - 2  # "the first storm to reach Bermuda was …"
    if first > 1 and shape[first - 2 : first] == "C," and set(shape[first:end]) == {"C"}:
        around = chunk_start(shape, first - 1)
        if shape[max(0, around - 2) : around] in ("nP", "CP") and sentence.word(around - 1) != "by":
            return first - 1  # "the ministry in Oslo, Norway said"
    return 0


_NAMES_LISTED = re.compile(r"[nC]P(?P<list>(?:C+,)+)$")


def _before_reduced(sentence: Sentence, first: int) -> int:
    """Where "a man" ends in "a man suspected to have sold the gun was …"; 0 where the verb may open a clause."""
    group = next((one for one in sentence.groups if one.end == first), None)
    if group is None or sentence.shape[group.first - 1 : group.first] not in ("n", "C"):
        return 0
    return 0 if sentence.word(group.head) in _OPENING_CLAUSES else group.first


_OPENING_CLAUSES = word_set(VERBS) | word_set(
    """
    thought knew found showed meant ensured feared hoped realised realized learned learnt heard discovered decided
    felt proved understood guessed proposed ordered demanded requested required recommended meant saw told
    """
)
"""Verbs behind which a clause may follow without a word that opens it."""


def _joined(sentence: Sentence, first: int, end: int) -> int:
    """Where the phrase begins that "and" joins to the one from ``first`` to ``end``; ``first`` where none is."""
    shape = sentence.shape
    if first < 2 or shape[first - 1] != "&" or shape[first - 2] not in NOUNY:
        return first
    joined = chunk_start(shape, first - 1)
    names = set(shape[joined : first - 1]) == set(shape[first:end]) <= {"C", "D"} and shape[end - 1] == "C"
    listed = _NAMES_LISTED.search(shape, max(0, joined - _LONGEST_ASIDE), joined) if names else None
    if listed:
        return listed.start("list")  # "the delegations of A, B and C"
    between = joined > 0 and shape[joined - 1] == "P" and sentence.word(joined - 1) == "between"
    return joined if names or between or shape[joined - 1 : joined] != "P" else first
