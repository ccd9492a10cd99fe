"""Who suffered what in a sentence, verb by verb: counts and uncounted persons as the lists in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.extract.casualties.figures import Figure, figures
from factcheck.extract.casualties.gates import holds
from factcheck.extract.casualties.linking import harmed
from factcheck.extract.casualties.persons import persons
from factcheck.extract.casualties.rules import Said, hypothetical
from factcheck.extract.casualties.sentence import Sentence, Word
from factcheck.grammar.text import is_abbreviation, word_set


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


@dataclass(slots=True)
class Harm:
    """Those of one list who suffered one effect.

    ``by`` is the word of harm, at the index ``verb`` of the sentence; ``agent`` whether somebody is said to have done it.
    """

    effect: str
    by: str
    verb: int
    agent: bool = False
    items: list[Item] = field(default_factory=list)


def harms(sentence: Sentence) -> Iterator[Harm]:
    """Yield the lists of persons harmed, in text order; a person is in one list of an effect at most."""
    items = _items(sentence)
    found = list(_by_verbs(sentence, items))
    unreal = {word.form for index, word in enumerate(sentence.words) if word.part in "KIGk" and _is_unreal(sentence, index)}
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


def _items(sentence: Sentence) -> list[Item]:
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
            them = Figure(index, index + 1, word.start, word.end, None, None, "=", "person", "", "", None, single=False)
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
_NOT_SHOT = word_set("suspect suspects victim victims spree scene death deaths range case investigation")
_AUXILIARIES = re.compile(r"[bhrvnmtf]*$")
_OBJECT_GAP = re.compile(r"[vrx]*|x?o?|[Dv]*[CNPpx]{1,6},")
_PERSONAL = word_set("wounded wounding injured injuring hurt hurting kidnapped kidnaped abducted wounds injures kidnapping")
_THINGS = re.compile(
    r"^(?:dogs?|cats?|horses?|birds?|animals?|cattle|cows?|goats?|sheep|bulls?|whales?|livestock|elephants?|times|years?|months?|"
    r"weeks?|days?|hours?|minutes?|\w*vehicles?|cars?|trucks?|buses|homes?|houses?|buildings?|bombs?|attacks?|explosions?|blasts?|"
    r"rockets?|shots?|rounds?|bullets?|kilometers?|kilometres?|miles|meters|metres|countries|villages|cities|towns|counts?|charges?)$"
)
_TAKEN = frozenset(
    {"kidnapped", "kidnaped", "abducted", "kidnapping", "abducting", "taken hostage", "held hostage", "captured", "hostage",
     "abducts", "kidnaps", "taken captive", "held captive", "taken prisoner", "kidnapping of", "abduction of"}
)  # fmt: skip
_LOOSE = word_set("died die dies drowned perished dead hit hits struck strikes hitting striking trapped buried fled")
"""Words that things suffer too."""


def _by_verbs(sentence: Sentence, items: Sequence[Item]) -> Iterator[Harm]:
    last: Harm | None = None
    for index, word in enumerate(sentence.words):
        is_verb = word.form == "murders" and sentence.shape[index + 1 : index + 2] in tuple("DAQPR")
        if (word.part not in "KIGkYJ" and not is_verb) or not word.effect or not _is_meant(sentence, index):
            continue
        harm = Harm(word.effect, word.form, index)
        aux = _AUXILIARIES.search(sentence.shape, max(0, index - 6), index)
        letters = aux.group() if aux else ""
        forms = [one.form for one in sentence.words[index - len(letters) : index]]
        if word.part == "K" and "being" in forms and sentence.shape[index - len(letters) - 1 : index - len(letters)] == "B":
            continue  # "killing five before being shot": who did it
        if (word.part in "KI" and (hypothetical(forms, letters) or "t" in letters)) or _is_at(sentence, index) or _is_unreal(sentence, index):
            continue
        listed = _PASSIVE_LIST.search(sentence.shape, max(0, index - 10), index) if word.part == "K" and not letters else None
        if listed is not None:
            harm.items = _subjects(sentence, items, listed.start("aux"))
        elif word.part in "KIJ" and ("b" in letters or "r" in letters or word.part in "IJ"):
            harm.items = _subjects(sentence, items, index - len(letters), one="was" in forms)
        if word.part in "KIJ" and not harm.items and last is not None and _goes_on(sentence, last.verb, index):
            harm.items = list(last.items)
            if word.effect == "killed" and last.effect in ("injured", "killed_or_injured"):
                last.items = []
        if not harm.items and not word.form.endswith(" to") and (word.part in "KGkY" or is_verb) and not ("b" in letters and word.part == "K"):
            harm.items = _objects(sentence, items, index + 1)
            harm.agent = word.part != "Y"
            if word.part == "G" and harm.items and harm.items[0].sort in ("person", "noun") and not harm.items[0].opener:
                harm.items = []  # "the shooting victim"
            if word.part == "G" and harm.items and sentence.words[harm.items[0].figure.first].form in _NOT_SHOT:
                harm.items = []  # "the shooting suspect Smith"
        if not harm.items and word.part in "KJ" and not letters:
            harm.items = _reduced(sentence, items, index) or _described(sentence, items, index)
        said = Said(harm.effect, harm.by, harm.agent)
        harm.items = [one for one in harm.items if _suits(one, word) and holds(sentence, one.figure, said)]
        if harm.items:
            harm.items += _companions(sentence, items, index + 1)
        if harm.items:
            last = harm
            yield harm


def _companions(sentence: Sentence, items: Sequence[Item], start: int) -> list[Item]:
    """Those said behind the verb to share the fate: "was killed along with two guards"."""
    for place, item in enumerate(items):
        if start <= item.figure.first <= start + 6 and _with(sentence, item):
            first = item.figure.first
            return _objects(sentence, items[place:], first)
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
    nearly almost narrowly attempted attempt attempts attempting avoid avoided risk risking without from against prevent
    prevented preventing stop consider about planned threatened threatening possible failed trying tried
    """
)
_REAL_INFINITIVES = word_set("on used continue continued managed began started went later then")


def _is_unreal(sentence: Sentence, index: int) -> bool:
    """Whether the words before a verb of harm say that it did not come to that: "tried to kill", "was nearly killed"."""
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
        return not any(one.form in ("caused", "causing", "causes") for one in sentence.words[max(0, index - 8) : index])
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




def _subjects(sentence: Sentence, items: Sequence[Item], end: int, *, one: bool = False) -> list[Item]:
    """The list of persons that is the subject of a verb whose auxiliaries begin at ``end``.

    Of ``one`` person, as "was" tells, two roles joined by "and" are both: "the mayor and a leader of the party was".
    """
    before = [item for item in items if item.figure.end <= end and end - item.figure.end <= _FARTHEST]
    for place in range(len(before) - 1, -1, -1):
        item = before[place]
        gap = sentence.shape[item.figure.end : end]
        if gap.startswith("w") and item.led in ("o", "i", "t") and not _WHOSE.search(gap):
            return [item]
        if item.led in ("o", "i", "t") or (item.sort == "person" and not item.opener and place):
            continue
        if ";" in gap or not _may_lie_between(gap):
            if item.sort == "pronoun" and ";" not in gap:
                continue
            return []
        chain = _chain_back(sentence, before[: place + 1])
        return chain[:1] if one and not any(item.counted and not item.figure.single for item in chain[1:]) else chain
    return []


_WHOSE = re.compile(r"[;,]|w.*w")
_FARTHEST = 30


def _may_lie_between(gap: str) -> bool:
    """Whether a subject may be parted from its verb by such words: places, asides, clauses about it."""
    if not gap:
        return True
    if gap[0] in "wBR":
        return True
    if gap[0] in ",d":
        return gap[-1] in ",d" and len(gap) > 1 or gap.startswith(",w") or not set(gap) & set("bhmKIGk")
    return not set(gap) & set("bhmKIGkB")


_LINK = re.compile(r"[^;KIGkBwbhmuXYTjW]*")


def _chain_back(sentence: Sentence, before: Sequence[Item]) -> list[Item]:
    """The list that ends in the last of these items, appositions left out."""
    chain = [before[-1]]
    listed = False
    for item in reversed(before[:-1]):
        gap = sentence.shape[item.figure.end : chain[0].figure.first]
        if _is_embedded(item, before) or _is_place(sentence, item):
            continue
        if len(gap) > 16 or not _LINK.fullmatch(gap) or not set(gap) & set("&,") or _NEXT_VERB.search(gap):
            break
        if "&" in gap:
            listed = True
        chain.insert(0, item)
    return _without_appositions(sentence, chain, listed=listed)


_IN_PLACE = re.compile(r"i[DNxv]{0,2}[Cp]{1,4},$")


def _is_place(sentence: Sentence, item: Item) -> bool:
    """Whether a name behind a comma goes on a place: "in Lorton, Virginia"."""
    first = item.figure.first
    return item.sort == "name" and _IN_PLACE.search(sentence.shape, max(0, first - 8), first) is not None


def _is_embedded(item: Item, items: Sequence[Item]) -> bool:
    """Whether an item belongs to a phrase of place or owner: "of the Ministry", "of Science and Technology"."""
    if item.led in ("o", "i", "t"):
        return True
    if item.led != "&" or item.sort != "name" or item.opener:
        return False
    before = next((one for one in items if one.figure.end == item.figure.first - 1), None)
    return before is not None and before.sort == "name" and before.led in ("o", "i")


def _without_appositions(sentence: Sentence, chain: list[Item], *, listed: bool) -> list[Item]:
    listed = listed or len(chain) > 2 or chain[0].noun in ("himself", "herself") or (len(chain) == 2 and all(item.opener == "own" for item in chain))
    if not listed:
        plural = [item for item in chain if item.counted and not item.figure.single]
        named = [item for item in chain if item.sort == "name" and not item.opener]
        known = [item for item in chain if item.sort != "noun"]
        return (plural or named or known or chain)[:1]
    first, rest = chain[0], chain[1:]
    family = first.opener == "own" or (first.sort == "person" and not first.opener)
    if first.counted and not first.figure.single and _is_spelt_out(sentence, first, rest):
        return [first]
    kept, dropped = [first], False
    for item in rest:
        previous = kept[-1]
        gap = sentence.shape[previous.figure.end : item.figure.first]
        bare = item.sort in ("person", "noun") and not item.opener
        role = item.sort in ("person", "noun") or (item.counted and item.figure.single)
        if dropped and role and item.opener != "own" and gap[-1:] == "&" and "," not in gap:
            continue  # "Ali, a politician and the leader of the party"
        dropped = "&" not in gap and _is_apposition(previous, item) and not (family and bare)
        if dropped:
            continue
        if "&" in gap and bare and previous.opener != "own" and not family and not _ONES.search(first.noun):
            continue
        kept.append(item)
    return kept


_ONES = re.compile(r"^(?:man|woman|boy|girl|husband|wife|mother|father|brother|sister|son|daughter|couple)$")
"""Nouns that a bare one goes with: "a man and woman were shot"."""


def _is_spelt_out(sentence: Sentence, first: Item, rest: Sequence[Item]) -> bool:
    """Whether a list only says who was counted: "two people, a man and his son", "two workers, Ali and Omar"."""
    if "&" in sentence.shape[first.figure.end : rest[0].figure.first]:
        return False
    if all(item.sort == "name" for item in rest):
        return True
    closed = sentence.shape[rest[-1].figure.end : rest[-1].figure.end + 1] in (",", ";", "")
    return closed and sum(item.figure.low or 0.0 for item in rest) == first.figure.low


def _is_apposition(first: Item, second: Item) -> bool:
    """Whether the second only says more of the first: "Ali, a cleric", "the mayor, Ali"."""
    if second.counted and not second.figure.single:
        return False
    if first.sort == "name":
        return (second.opener != "own" and second.sort != "name") or second.counted
    return second.sort == "name" or (second.sort in ("person", "noun") and not second.opener)


def _objects(sentence: Sentence, items: Sequence[Item], start: int) -> list[Item]:
    """The list of persons that is the object of a verb that ends at ``start``."""
    chain: list[Item] = []
    listed = False
    end = start
    for item in items:
        if item.figure.first < start:
            continue
        gap = sentence.shape[end : item.figure.first]
        if not chain:
            if len(gap) > 8 or not _OBJECT_GAP.fullmatch(gap):
                break
        else:
            if (_is_embedded(item, items) or _is_place(sentence, item)) and not _with(sentence, item):
                continue
            if _HIMSELF.fullmatch(gap) and item.noun in ("himself", "herself", "self"):
                listed = True
            elif len(gap) > 16 or not _LINK.fullmatch(gap) or not (set(gap) & set("&,") or _with(sentence, item)):
                break
            if "&" in gap and (_NEXT_VERB.search(gap) or _is_next_subject(sentence, item)):
                break
            listed = listed or "&" in gap or _with(sentence, item)
        chain.append(item)
        end = item.figure.end
    return _without_appositions(sentence, chain, listed=listed) if chain else []


_HIMSELF = re.compile(r"[,&]{0,2}B")
"""Between a list and who did it: "killed her and then himself"."""
_NEXT_VERB = re.compile(r"&v*[Egr]")


def _is_next_subject(sentence: Sentence, item: Item) -> bool:
    """Whether an item behind "and" begins a clause of its own: "killed one and two were hurt"."""
    behind = sentence.shape[item.figure.end : item.figure.end + 3]
    return behind[:1] in ("b", "h", "m", "K", "J", "I") or behind[:2] in ("vb", "vh", "vK")


def _with(sentence: Sentence, item: Item) -> bool:
    before = tuple(word.form for word in sentence.words[max(0, item.figure.first - 3) : item.figure.first])
    return any(before[-len(phrase) :] == phrase for phrase in _WITH)


_WITH = frozenset({("along", "with"), ("together", "with"), ("as", "well", "as"), ("alongside",), ("accompanied", "by"), ("as", "was"), ("as", "were")})


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
        if sentence.shape[item.figure.end : index].strip("v") == "" and item.figure.end <= index:
            if following in ("", "i", ",", ";", "&", "B", "v", "d") and item.led in ("&", ",", ";", "", "d", "i"):
                return [item]
    return []
