"""What is said of a figure: the predicate behind its noun phrase, or the word that governs it from before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.sentence import Sentence
from factcheck.grammar.text import word_set


class Verdict(Enum):
    """Why a figure has no effect of its own."""

    OPEN = "nothing was said of it"
    NONE = "something else was said of it"


@dataclass(frozen=True, slots=True)
class Said:
    """An effect said of a figure, and the words that said it.

    ``from_left`` where a word before the figure governs it, and so the figures behind it too.
    """

    effect: str
    by: str
    from_left: bool = False


Judgement = Said | Verdict

_PP = r"(?:[io](?:[DA]*[NCPpEgvxQqyO&]{1,5}(?:,C+,?)?))"
_ASIDE = r"(?:,[^;.KI]{1,16}?,|d[^;.KId]{1,16}?d)"
_NEAR = (
    rf"(?P<near>(?:&[xEN]?[Pp]|&D[NECxy]{{0,4}}[Pp])?(?:u[^,;QKIJ]{{1,8}})?{_PP}{{0,3}}(?:[Egr](?:v|{_PP}){{1,5}})?"
    r"(?:w[^,;QA0rBKIJ]{1,20}(?=b))?)"
)
"""What may stand between a noun phrase and its verb: a second subject, places, clauses."""

_AUX = r"(?P<aux>(?:[hbmnvrfR]|t[hb]*(?=[hbIK]))*)"
_HARMED = re.compile(
    rf"""
    {_NEAR}(?P<aside>{_ASIDE})?(?P<joint>d|,?w|,(?=[bh]))?{_AUX}(?:(?<=b),[^;,.]{{1,10}},)?
    (?:
        (?P<verb>[KIJ])
      | (?P<bare>v(?=[,.;d]|$))
      | i[N&Bv,DJEP]{{0,6}}(?P<condition>j)
      | F[NvDAEQ,&xP]{{0,5}}(?P<suffered>[XWNY])
      | i[NvED&,P]{{0,4}}(?P<carried>[XW])
    )
    """,
    re.VERBOSE,
)
_OTHERWISE = re.compile(rf"{_NEAR}(?:{_ASIDE})?(?:d|,?w|,(?=[bh]))?{_AUX}(?P<other>[bhmVE])?")
_OBJECT = frozenset("QA0DRPp")
"""What follows a verb that has an object, and so whose subject did the harm."""

_REAL_MODALS = frozenset({"may", "might", "must"})
_ADVERB_EFFECTS = {
    "fatally": "killed",
    "critically": "injured",
    "seriously": "injured",
    "severely": "injured",
    "slightly": "injured",
    "lightly": "injured",
}
_HURTS = word_set("injuries injury burns wounds fractures cuts bruises concussions")


def predicate(sentence: Sentence, figure: Figure) -> Judgement:
    """Judge a figure by what follows its noun phrase: "12 people were killed", "27 dead", "four remain missing"."""
    match = _HARMED.match(sentence.shape, figure.end)
    if match and match["verb"]:
        return _verbal(sentence, figure, match, _words(sentence, match, "aux"))
    hurt = _hurt(sentence, match) if match else None
    if hurt:
        return hurt
    match = _OTHERWISE.match(sentence.shape, figure.end)
    finite = match and (match["other"] or any(word in _FINITE for word in _words(sentence, match, "aux")))
    return Verdict.NONE if finite else Verdict.OPEN


def _hurt(sentence: Sentence, match: re.Match[str]) -> Said | None:
    """Read a state of harm: "three fatally", "in critical condition", "with burns", "suffered injuries"."""
    if match["bare"]:
        adverb = sentence.words[match.start("bare")].form
        return Said(_ADVERB_EFFECTS[adverb], adverb) if adverb in _ADVERB_EFFECTS and not match["near"] else None
    if match["condition"]:
        return Said("injured", "condition") if _in_condition(sentence, match) else None
    if match["carried"]:
        noun = sentence.words[match.start("carried")]
        carried = sentence.words[match.end("aux")].form == "with" and noun.effect == "injured"
        return Said("injured", "wounds") if carried else None
    form = sentence.words[match.start("suffered")].form
    return Said("injured", form) if form.split()[0] in _HURTS else None


_FINITE = word_set("is are was were be been has have had could would will may might")
_CONDITIONS = word_set(
    """
    critical serious stable grave fair guarded satisfactory good life-threatening extremely unknown poor
    """
)


def _in_condition(sentence: Sentence, match: re.Match[str]) -> bool:
    between = sentence.words[match.end("aux") : match.start("condition")]
    return any(word.form in _CONDITIONS for word in between)


def _words(sentence: Sentence, match: re.Match[str], group: str) -> list[str]:
    begin, end = match.span(group)
    return [word.form for word in sentence.words[begin:end]] if begin >= 0 else []


def _verbal(sentence: Sentence, figure: Figure, match: re.Match[str], aux: list[str]) -> Judgement:
    """Judge by a verb or adjective of harm behind the figure."""
    position = match.start("verb")
    shape, letters = sentence.shape, match["aux"] or ""
    word = sentence.words[position]
    following = shape[position + 1 : position + 2]
    if hypothetical(aux, letters) or _is_definition(sentence, figure, aux):
        return Verdict.NONE
    if match["verb"] == "K":
        passive = "b" in letters or "r" in letters
        if not passive and ("h" in letters or (following in _OBJECT and not _is_adjunct(sentence, position + 1))):
            return Verdict.NONE
    if word.effect == "captured" and any(
        one.part in "nmt" for one in sentence.words[max(0, figure.first - 4) : figure.first]
    ):
        return Verdict.NONE
    if match["verb"] == "J" and following in ("N", "C") and _noun_follows(sentence, position + 1):
        return Verdict.NONE
    return Said(word.effect, word.form)


def hypothetical(words: list[str], letters: str) -> bool:
    """Whether auxiliaries say that it did not happen, or may yet: could, would, not, feared."""
    modals = [word for word, letter in zip(words, letters, strict=False) if letter == "m"]
    if "n" in letters or "f" in letters:
        return True
    return bool(modals) and not ("h" in letters and all(word in _REAL_MODALS for word in modals))


def _is_definition(sentence: Sentence, figure: Figure, aux: list[str]) -> bool:
    """Whether a kind of event is defined: "in which four or more people are killed"."""
    said = sentence.text[figure.start : figure.stop].lower()
    return said.endswith(("or more", "or fewer")) and ("are" in aux or "is" in aux)


def _is_adjunct(sentence: Sentence, position: int) -> bool:
    """Whether a determiner or number behind a verb opens a time: "killed this week", "injured two days ago"."""
    forms = [word.form for word in sentence.words[position : position + 4]]
    return any(form in _TIMES for form in forms[1:3])


_TIMES = word_set("""
    day days week weeks month months year years hour hours morning afternoon evening night minutes weekend
    summer winter monday tuesday wednesday thursday friday saturday sunday season decade
    """)  # fmt: skip


def _noun_follows(sentence: Sentence, position: int) -> bool:
    word = sentence.words[position]
    return word.part == "N" and word.form.endswith("s")


_LEFT = re.compile(
    r"""
    (?:
        (?P<verb>[KGk])(?:v*(?:[RD][&,]|(?:[DA][NECxy]{0,3}[NPpC][,&]+){1,3})?D?(?:A[Nvx]o)?A?(?:r?xo?)?)
      | (?P<many>T)[^;KIGkT]{0,16}
      | (?P<noun>Y)[vD]*
      | (?P<list>[XJ])[^;,KIGk]{0,3}[bu;]v*
    )$
    """,
    re.VERBOSE,
)
_REACH = 20
_TOLD = word_set(
    """
    includes include included to at of is was are were be reached reaches reaching hit hits passed topped tops
    exceeded exceeds stood stands from past surpassed totals totaled totalled : above crossed now
    """
)
_UNREAL = word_set(
    """
    avoid avoided risk risking without from against not prevent prevents preventing stop consider about attempted
    """
)
_REAL_INFINITIVES = word_set("on used continue continued managed began started")


def governor(sentence: Sentence, figure: Figure) -> Judgement:
    """Judge a figure by what governs it from before: "killed 12", "the toll rose to 84", "the deaths of two"."""
    begin = max(0, figure.first - _REACH)
    match = _LEFT.search(sentence.shape, begin, figure.first)
    if match is None:
        return Verdict.OPEN
    if match["many"]:
        return _toll(sentence, figure, match)
    if match["verb"]:
        return _active(sentence, match)
    if match["noun"]:
        return _event(sentence, match)
    word = sentence.words[match.start("list")]
    return Said(word.effect, word.form, from_left=True)


def _toll(sentence: Sentence, figure: Figure, match: re.Match[str]) -> Judgement:
    between = sentence.words[match.end("many") : figure.first]
    last = between[-1].form if between else ""
    if last and last not in _TOLD:
        return Verdict.OPEN
    if any(word.part in "mf" or word.form in _FORECAST for word in between):
        return Verdict.NONE
    toll = sentence.words[match.start("many")]
    return Said(toll.effect, toll.form, from_left=True)


_FORECAST = word_set("expected likely forecast predicted possibly if")


def _active(sentence: Sentence, match: re.Match[str]) -> Judgement:
    """Judge by an active verb right before the figure, unless it is passive, infinitive or denied."""
    position = match.start("verb")
    word = sentence.words[position]
    before = sentence.words[max(0, position - 4) : position]
    letters = "".join(one.part for one in before)
    forms = [one.form for one in before]
    if word.part == "K":
        if re.search(r"b[vr]*$", letters):
            return Verdict.OPEN
        if hypothetical(forms, letters) and re.search(r"[mnf][^,;&]*$", letters):
            return Verdict.NONE
    elif word.part == "k":
        if letters.endswith("t") and not (forms[-2:-1] and forms[-2] in _REAL_INFINITIVES):
            return Verdict.NONE
        if re.search(r"m[vn]*$", letters):
            return Verdict.NONE
    elif forms and forms[-1] in _UNREAL:
        return Verdict.NONE
    return Said(word.effect, word.form, from_left=True)


def _event(sentence: Sentence, match: re.Match[str]) -> Judgement:
    position = match.start("noun")
    forms = [word.form for word in sentence.words[max(0, position - 3) : position]]
    if any(form in ("attempted", "threatened", "planned", "possible", "potential") for form in forms):
        return Verdict.NONE
    word = sentence.words[position]
    if word.form == "lives of" and not any(form in _CLAIMED for form in forms):
        return Verdict.NONE
    return Said(word.effect, word.form, from_left=True)


_CLAIMED = word_set(
    """
    claimed claiming claims claim cost costing costs took taken taking takes lost ended ending
    """
)
_SPARED = word_set(
    """
    save saved saving saves spared prevent prevented preventing avoid avoided avoiding avert averted rescued
    """
)


def counted(sentence: Sentence, figure: Figure) -> Judgement:
    """Judge a figure whose noun phrase names the harm: "750 deaths", "claimed 49 lives", "12 injured people"."""
    before = sentence.words[max(0, figure.first - 5) : figure.first]
    forms = [word.form for word in before]
    letters = "".join(word.part for word in before)
    behind = sentence.words[figure.end : figure.end + 5]
    forms_behind = [word.form for word in behind]
    if figure.head == "lives":
        claimed = any(form in _CLAIMED for form in (*forms, *forms_behind))
        return Said("killed", "lives") if claimed and not hypothetical(forms, letters) else Verdict.NONE
    unreal = hypothetical(forms, letters) and figure.high != 0
    of_one = figure.by in ("injury", "injuries") and "F" in letters
    spared = any(form in _SPARED for form in (*forms, *forms_behind))
    rate = bool(behind) and (behind[0].form == "per" or behind[0].part == "m")
    return Verdict.NONE if unreal or of_one or spared or rate else Said(figure.effect, figure.by)
