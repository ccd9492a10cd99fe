"""Who suffered what in a sentence, verb by verb: counts and uncounted persons as the lists in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.extract.casualties.gates import holds
from factcheck.extract.casualties.governors import REAL_INFINITIVES
from factcheck.extract.casualties.items import Item, items_of
from factcheck.extract.casualties.linking import harmed
from factcheck.extract.casualties.lists import is_beside, objects, subjects
from factcheck.extract.casualties.rules import Said, hypothetical
from factcheck.extract.casualties.sentence import Sentence, Word
from factcheck.grammar.text import word_set


@dataclass(slots=True)
class Harm:
    """Those of one list who suffered one effect.

    ``by`` is the word of harm, at the index ``verb`` of the sentence; ``agent`` whether somebody is said to have
    done it.
    """

    effect: str
    by: str
    verb: int
    agent: bool = False
    items: list[Item] = field(default_factory=list)


def harms(sentence: Sentence) -> Iterator[Harm]:
    """Yield the lists of persons harmed, in text order; a person is in one list of an effect at most."""
    items = items_of(sentence)
    found = list(_by_verbs(sentence, items))
    unreal = {
        word.form for index, word in enumerate(sentence.words) if word.part in "KIGk" and _is_unreal(sentence, index)
    }
    sure = {id(item.figure) for harm in found for item in harm.items}
    counted = [item for item in items if item.sort == "count"]
    by_figure = {id(item.figure): item for item in counted}
    for figure, said in harmed(sentence, [item.figure for item in counted]):
        item = by_figure[id(figure)]
        if said.by == "shot" and _SHOT_AT.search(sentence.text, figure.stop, sentence.words[-1].end):
            continue
        if _WHOLE.search(sentence.shape, max(0, figure.first - 3), figure.first):
            continue
        told = figure.single and (item.led in ("o", "i", "t", "B") or any(one.effect == said.effect for one in found))
        if id(figure) not in sure and not told and not (figure.single and said.by in unreal):
            found.append(Harm(said.effect, said.by, figure.end, said.from_left, [item]))
    yield from sorted((harm for harm in found if harm.items), key=lambda one: one.items[0].figure.first)


_SHOT_AT = re.compile(r"\bshot[^\S\n]at\b(?![^\S\n](?:(?:a|an|the)[^\S\n])?[A-Z])")
_WHOLE = re.compile(r"Qo[Dv]?$")
"""Before a figure: it is the whole that another is a part of, "one of six others"."""


_AUXILIARIES = re.compile(r"[bhrvnmtf]*$")
_NOT_SHOT = word_set("suspect suspects victim victims spree scene death deaths range case investigation")
_PERSONAL = word_set(
    "wounded wounding injured injuring hurt hurting kidnapped kidnaped abducted wounds injures kidnapping"
)
_THINGS = re.compile(
    r"^(?:dogs?|cats?|horses?|birds?|animals?|cattle|cows?|goats?|sheep|bulls?|whales?|livestock|elephants?|times|years?|months?|"
    r"weeks?|days?|hours?|minutes?|\w*vehicles?|cars?|trucks?|buses|homes?|houses?|buildings?|bombs?|attacks?|explosions?|blasts?|"
    r"rockets?|shots?|rounds?|bullets?|kilometers?|kilometres?|miles|meters|metres|countries|villages|cities|towns|counts?|charges?)$"
)
_TAKEN = frozenset(
    {"kidnapped", "kidnaped", "abducted", "kidnapping", "abducting", "taken hostage", "held hostage", "captured",
    "hostage",
     "abducts", "kidnaps", "taken captive", "held captive", "taken prisoner", "kidnapping of", "abduction of"}
)  # fmt: skip
_LOOSE = word_set("died die dies drowned perished dead hit hits struck strikes hitting striking trapped buried fled")
"""Words that things suffer too."""


def _by_verbs(sentence: Sentence, items: Sequence[Item]) -> Iterator[Harm]:
    last: Harm | None = None
    for index, word in enumerate(sentence.words):
        if (
            not word.effect
            or not (word.part in "KIGkYJ" or _is_murders(sentence, index))
            or not _is_meant(sentence, index)
        ):
            continue
        aux = _AUXILIARIES.search(sentence.shape, max(0, index - 6), index)
        verb = _Verb(sentence, index, word, aux.group() if aux else "")
        if verb.is_unreal():
            continue
        harm = Harm(word.effect, word.form, index)
        harm.items = _sufferers(verb, items, harm, last)
        said = Said(harm.effect, harm.by, harm.agent)
        harm.items = [one for one in harm.items if _suits(one, word) and holds(sentence, one.figure, said)]
        if harm.items:
            harm.items += _companions(sentence, items, index + 1)
            last = harm
            yield harm


class _Verb(NamedTuple):
    """A word of harm in its sentence, with the letters of the auxiliaries before it."""

    sentence: Sentence
    at: int
    word: Word
    aux: str

    @property
    def forms(self) -> list[str]:
        """The auxiliaries."""
        return [one.form for one in self.sentence.words[self.at - len(self.aux) : self.at]]

    def is_unreal(self) -> bool:
        """Whether it did not come to it, or the word is no statement of its own."""
        start = self.at - len(self.aux)
        if self.word.part == "K" and "being" in self.forms and self.sentence.shape[start - 1 : start] == "B":
            return True  # "killing five before being shot": who did it
        if self.word.part in "KI" and (hypothetical(self.forms, self.aux) or "t" in self.aux):
            return True
        return _is_at(self.sentence, self.at) or _is_unreal(self.sentence, self.at)


def _is_murders(sentence: Sentence, index: int) -> bool:
    """Whether "murders" is the verb: "husband murders his wife"."""
    return sentence.words[index].form == "murders" and sentence.shape[index + 1 : index + 2] in (
        "D",
        "A",
        "Q",
        "P",
        "R",
    )


def _sufferers(verb: _Verb, items: Sequence[Item], harm: Harm, last: Harm | None) -> list[Item]:
    """Those whom the verb is said of: its subjects, those of the verb before it, its objects, or who is beside it."""
    sentence, index, word, aux, part = *verb, verb.word.part
    found: list[Item] = []
    listed = _PASSIVE_LIST.search(sentence.shape, max(0, index - 10), index) if part == "K" and not aux else None
    if listed is not None:
        found = subjects(sentence, items, listed.start("aux"))
    elif part in "IJ" or (part == "K" and ("b" in aux or "r" in aux)):
        found = subjects(sentence, items, index - len(aux), one="was" in verb.forms)
    if not found and part in "KIJ" and last is not None and _goes_on(sentence, last.verb, index):
        found = list(last.items)
        if word.effect == "killed" and last.effect in ("injured", "killed_or_injured"):
            last.items = []
    if not found and part in "KGkYX" and not word.form.endswith(" to") and not ("b" in aux and part == "K"):
        found = _sought_out(sentence, objects(sentence, items, index + 1), part)
        harm.agent = part != "Y"
    if not found and part in "KJ" and not aux:
        found = _reduced(sentence, items, index) or _described(sentence, items, index)
    return found


def _sought_out(sentence: Sentence, found: list[Item], part: str) -> list[Item]:
    """The objects of a verb; none where it only stands before a noun: "the shooting victim"."""
    if part != "G" or not found:
        return found
    first = found[0]
    bare = first.sort in ("person", "noun") and not first.opener
    return [] if bare or sentence.words[first.figure.first].form in _NOT_SHOT else found


def _companions(sentence: Sentence, items: Sequence[Item], start: int) -> list[Item]:
    """Those said behind the verb to share the fate: "was killed along with two guards"."""
    for place, item in enumerate(items):
        if start <= item.figure.first <= start + 6 and is_beside(sentence, item):
            first = item.figure.first
            return objects(sentence, items[place:], first)
    return []


_CLAIMS_LIVES = re.compile(r"claim|cost|took|tak|lost|end")


def _is_meant(sentence: Sentence, index: int) -> bool:
    """Whether "lives of" and "life of" are told to be lost."""
    if sentence.words[index].form not in ("lives of", "life of"):
        return True
    return any(_CLAIMS_LIVES.match(one.form) for one in sentence.words[max(0, index - 3) : index])


def _is_at(sentence: Sentence, index: int) -> bool:
    """Whether it is "shot at", an attempt, or a noun's part: "to death threats"."""
    following = sentence.words[index + 1].form if index + 1 < len(sentence.words) else ""
    if sentence.words[index].part == "I" and following in ("out", "down"):
        return True
    if sentence.words[index].form not in ("shot", "shoots", "shooting") or following != "at":
        return False
    passive = sentence.shape[index - 1 : index] in ("b", "v", "r")
    return not passive or sentence.shape[index + 2 : index + 3] not in ("C", "D", "A", "N")


_ATTEMPTS = word_set(
    """
    nearly almost narrowly attempted attempt attempts attempting avoid avoided risk risking without from
    against prevent
    prevented preventing stop consider about planned threatened threatening possible failed trying tried
    """
)
_REAL_INFINITIVES = REAL_INFINITIVES | {"went", "later", "then"}


def _is_unreal(sentence: Sentence, index: int) -> bool:
    """Whether the words before a verb of harm say that it did not come to that: "tried to kill", "nearly killed"."""
    word = sentence.words[index]
    forms = [one.form for one in sentence.words[max(0, index - 3) : index]]
    if sentence.text[max(0, word.start - 4) : word.start].lower() == "non-":
        return True
    if word.part == "k":
        if forms[-1:] == ["to"]:
            used = any(one.form in ("used", "using", "uses") for one in sentence.words[max(0, index - 8) : index])
            return not used and not (len(forms) > 1 and forms[-2] in _REAL_INFINITIVES)
        return any(one.part == "m" for one in sentence.words[max(0, index - 3) : index])
    if word.part in "KI" and forms[-1:] == ["to"]:
        return not any(
            one.form in ("caused", "causing", "causes") for one in sentence.words[max(0, index - 8) : index]
        )
    return any(form in _ATTEMPTS for form in forms[-1 if word.part in "GY" else -2 :])


def _suits(item: Item, word: Word) -> bool:
    """Whether the person may have suffered what the word says, for all that the noun tells."""
    if item.sort == "count":
        return True
    if word.effect == "captured" and word.form not in _TAKEN:
        return False
    if item.sort == "things" and _THINGS.search(item.noun):
        return False
    if item.sort in ("noun", "things"):
        return word.form in _PERSONAL or (word.effect == "killed" and word.form not in _LOOSE)
    return not (item.sort == "name" and word.form in _LOOSE and word.effect != "killed")


_GOES_ON = re.compile(r"[^;QADwm]{0,10}?(?:[&,]|[&,]B|&R)[vB]*[hbrv]*$")
_PLACE = re.compile(r"[io][DAx]*[NCPpEgvy]+")
_PASSIVE_LIST = re.compile(r"(?P<aux>[hbrvn]*b[vr]*)[EK][^;KIGk]{0,4}&[vB]*$")


def _goes_on(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether a verb shares the subject or object of the one before: "was kidnapped and killed"."""
    between = _PLACE.sub("", sentence.shape[verb + 1 : index])
    return index - verb <= 16 and _GOES_ON.fullmatch(between) is not None


def _described(sentence: Sentence, items: Sequence[Item], index: int) -> list[Item]:
    """The person whom a participle before the noun describes: "the slain teenager", "a wounded officer"."""
    if sentence.shape[index - 1 : index] in ("&", "b", "h", "R") and index:
        return []
    for item in items:
        inside = item.figure.first <= index < item.figure.end - 1
        if any(one.form.endswith(("'s", "’s")) for one in sentence.words[index : item.figure.end]):
            continue
        if item.sort in ("person", "count") and item.figure.low == 1 and (inside or item.figure.first == index + 1):
            return [item]
    return []


def _reduced(sentence: Sentence, items: Sequence[Item], index: int) -> list[Item]:
    """The persons right before a bare participle: "and his bodyguard wounded by gunmen", "two others hurt"."""
    following = sentence.shape[index + 1 : index + 2]
    for item in items:
        beside = item.figure.end <= index and not sentence.shape[item.figure.end : index].strip("v")
        if (
            beside
            and following in ("", "i", ",", ";", "&", "B", "v", "d")
            and item.led in ("&", ",", ";", "", "d", "i")
        ):
            return [item]
    return []
