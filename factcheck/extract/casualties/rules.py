"""What is said of a figure by the predicate behind its noun phrase."""

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

_PP = r"(?:[io](?:[DA]*(?:[NCPpEgvxQqyO&R]|G(?![QADRPp0])){1,5}(?:,C+N?,?)?))"
_ASIDE = r"(?:,[^;.KI]{1,16}?,|dd?[^;.KId]{1,20}?dd?|,C[CN]{0,5}(?=[bh]))"
_NEAR = (
    rf"(?P<near>(?:&[xENy]{{0,2}}[Pp]|&D[NECxy]{{0,4}}[Pp])?(?:u[^,;QKIJ]{{1,8}})?{_PP}{{0,3}}(?:&D[NECx]{{0,4}}[Pp])?(?:[Egr](?:v|{_PP}){{1,5}})?"
    r"(?:w[^,;QA0rBKIJ]{1,20}(?=b))?)"
)
"""What may stand between a noun phrase and its verb: a second subject, places, clauses."""

_AUX = r"(?P<aux>(?:[hbmnvrfR]|(?<=h)B(?=b)|t[hb]*(?=[hbIK]))*)"
_HARMED = re.compile(
    rf"""
    {_NEAR}(?P<aside>{_ASIDE})?(?P<joint>d|,?w|,(?=[bhI]))?{_AUX}(?:(?<=b),[^;,.]{{1,10}},|(?<=b)E(?:,E)?&v?)?
    (?:
        (?P<verb>[KIJ])
      | (?P<bare>v(?=[,.;d]|$))
      | i[N&Bv,DJEPg]{{0,6}}(?P<condition>j)
      | Fi?[NvDAEQ,&xPg]{{0,5}}(?P<suffered>[XWNY])
      | (?<=h)[NvDAEQx,]{{0,5}}(?P<had>W)
      | iD[NCEPpx]{{0,3}}(?P<among>K)
      | (?:(?P<left>E)v?)?i[NvEDA&,PQg]{{0,4}}(?P<carried>[XW])
    )
    """,
    re.VERBOSE,
)
_FAR = re.compile(
    rf"{_PP}{{0,2}}(?P<clause>,?[wgE][^;,KIJkGQ0wr]{{1,24}}?(?:,[CN]{{1,4}},|,&v?)?|,?w[^;KIJkGQ]{{1,45}}?,)(?:(?P<aux>[hb][hbnvr]*)(?P<verb>[KJI])|(?P<died>I))"
)
"""A clause between a noun phrase and its verb: "officers who worked as guards for the company were killed"."""

_OTHERWISE = re.compile(rf"{_NEAR}(?:{_ASIDE})?(?:d|,?w|,(?=[bh]))?{_AUX}(?P<other>[bhmVE])?")
_OBJECT = frozenset("QA0DRPpC")
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
_HURTS = word_set(
    """
    injuries injury burns wounds wound fractures cuts bruises concussions gunshot gunshots gun stab shrapnel broken
    """
)


def predicate(sentence: Sentence, figure: Figure) -> Judgement:
    """Judge a figure by what follows its noun phrase: "12 people were killed", "27 dead", "four remain missing"."""
    match = _HARMED.match(sentence.shape, figure.end)
    if match and match["verb"]:
        return _verbal(sentence, figure, match, _words(sentence, match, "aux"))
    hurt = _hurt(sentence, match) if match else None
    if hurt:
        return hurt
    far = _far(sentence, figure)
    if far:
        return far
    match = _OTHERWISE.match(sentence.shape, figure.end)
    finite = match and (match["other"] or any(word in _FINITE for word in _words(sentence, match, "aux")))
    return Verdict.NONE if finite else Verdict.OPEN


def _hurt(sentence: Sentence, match: re.Match[str]) -> Said | None:
    """Read a state of harm: "three fatally", "in critical condition", "with burns", "suffered injuries"."""
    if match["bare"]:
        adverb = sentence.words[match.start("bare")].form
        return Said(_ADVERB_EFFECTS[adverb], adverb) if adverb in _ADVERB_EFFECTS and not match["near"] else None
    if match["among"]:
        word = sentence.words[match.start("among")]
        among = sentence.words[match.end("aux")].form in ("among", "amongst") and "b" in (match["aux"] or "")
        return Said(word.effect, word.form) if among else None
    if match["suffered"]:
        form = sentence.words[match.start("suffered")].form
        return Said("injured", form) if form.split()[0] in _HURTS else None
    if match["condition"]:
        return Said("injured", "condition") if _in_condition(sentence, match) else None
    return Said("injured", "wounds") if match["had"] or _is_carried(sentence, match) else None


def _is_carried(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether somebody is said to be with wounds: "a boy with a gunshot wound", "two escaped with burns"."""
    if match["left"] and sentence.words[match.start("left")].form not in _LIVED:
        return False
    opener = sentence.words[match.end("left") if match["left"] else match.end("aux")]
    return opener.form == "with" and sentence.words[match.start("carried")].effect == "injured"


_LIVED = word_set("escaped survived hospitalized hospitalised")


def _far(sentence: Sentence, figure: Figure) -> Said | None:
    """Read a verb of harm behind a clause of the noun phrase; its number tells that it belongs to the figure."""
    match = _FAR.match(sentence.shape, figure.end)
    if match is None or _opens_another(sentence, match):
        return None
    if match["died"]:
        word = sentence.words[match.start("died")]
        return Said(word.effect, word.form) if word.form in _PAST else None
    aux, word = _words(sentence, match, "aux"), sentence.words[match.start("verb")]
    agrees = not _disagrees(sentence, figure, aux)
    passive = match["verb"] != "K" or "b" in match["aux"]
    return (
        Said(_outcome(sentence, figure, match.start("verb")), word.form)
        if agrees and passive and "n" not in match["aux"]
        else None
    )


def _disagrees(sentence: Sentence, figure: Figure, aux: list[str]) -> bool:
    """Whether the verb is in the other number, and so another's: "his two sons, was killed"."""
    before = sentence.shape[max(0, figure.first - 2) : figure.first]
    if figure.high != 1:
        return not before.endswith("o") and any(form in _SINGULAR_VERBS for form in aux)
    listed = "&" in before or sentence.shape[figure.end : figure.end + 1] == "&"
    return not listed and any(form in _PLURAL_VERBS for form in aux)


def _opens_another(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether another clause begins inside: "men arrested after she was killed"; not so "worked as guards"."""
    begin, end = match.span("clause")
    return any(
        word.part == "B" and (word.form != "as" or following not in "PNCA")
        for word, following in zip(sentence.words[begin:end], sentence.shape[begin + 1 : end + 1], strict=True)
    )


_PAST = word_set("died drowned perished")
_PLURAL_VERBS = word_set("are were have")
_SINGULAR_VERBS = word_set("is was has")
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
    if hypothetical(aux, letters.replace("f", "v")) or _is_definition(sentence, figure, aux):
        return Verdict.NONE
    if "," in (match["joint"] or match["aside"] or "") and _disagrees(sentence, figure, aux):
        return Verdict.OPEN
    if word.form == "fleeing":
        then = _WHILE.match(shape, position + 1)
        position = then.start("verb") if then else position
        word = sentence.words[position]
    if match["verb"] == "K":
        passive = "b" in letters or "r" in letters
        if not passive and ("h" in letters or (following in _OBJECT and not _is_adjunct(sentence, position + 1))):
            return Verdict.NONE
    to_come = letters.startswith("t") and "O" not in shape[figure.first : figure.end]
    kept_from = word.effect == "captured" and any(
        one.part in "nmt" for one in sentence.words[max(0, figure.first - 4) : figure.first]
    )
    modifies = match["verb"] == "J" and following in ("N", "C") and _noun_follows(sentence, position + 1)
    fires = word.form in _FIRED and _fires(sentence, position, passive="b" in letters)
    if kept_from or modifies or fires or to_come:
        return Verdict.NONE
    return Said(_outcome(sentence, figure, position), word.form)


_WITH_HARM = re.compile(r"v{0,2}i[NvEDA&,Pg]{0,4}(?P<noun>[XW])")
_AND_THEN = re.compile(
    r"(?:i{1,2}[DA]*[NCPpE]{0,3}|v){0,2}(?:,[NEv]{1,3})?(?:,?&|,)v{0,2}(?:b?v?)(?P<verb>[KIJ])(?P<object>[QA0DRPp])?"
)


def _outcome(sentence: Sentence, figure: Figure, position: int) -> str:
    """The effect of a verb and those joined to it: who was "abducted and later killed" was killed."""
    effect = sentence.words[position].effect
    if effect == "killed_or_injured" and lives(sentence, figure, position + 1):
        return "injured"
    if effect == "killed" and _OR_ELSE.match(sentence.shape, position + 1) and _mixes(sentence, position):
        return "killed_or_injured"
    match = _AND_THEN.match(sentence.shape, position + 1)
    if match is None or (match["object"] and not _is_adjunct(sentence, match.start("object"))):
        return effect
    if "or" in [word.form for word in sentence.words[match.start() : match.start("verb")]]:
        return effect
    then = sentence.words[match.start("verb")].effect
    worse = then == "killed" or (effect == "killed_or_injured" and then == "injured")
    return then if worse else effect


_WHILE = re.compile(r"(?:[DNCPpvio]{0,6})[bh]{0,2}(?P<verb>[KI])")
_OR_ELSE = re.compile(r",[KJ]")


def _mixes(sentence: Sentence, position: int) -> bool:
    """Whether a total mixes the dead and the hurt: "killed, wounded or missing"."""
    words = sentence.words[position + 1 : position + 7]
    return any(word.form == "or" for word in words) and any(word.effect == "injured" for word in words)


_LIVES = re.compile(
    r"\b(?:recovering|recuperating|improving|(?:expected|going) to (?:survive|recover|live|be ok|be okay)|"
    r"in (?:a )?(?:\w+ (?:but )?)?(?:stable|serious|critical|good|fair|satisfactory|guarded|grave) condition|"
    r"condition (?:was |is |has )?(?:stabilized|stable|listed as)|survived|"
    r"(?:sustained|suffered) (?:[\w-]+ ){0,2}(?:injuries|wounds))",
    re.IGNORECASE,
)


def lives(sentence: Sentence, figure: Figure, position: int) -> bool:
    """Whether the sentence goes on to say that they lived, of nobody else: "was shot and is in stable condition"."""
    harm = _WITH_HARM.match(sentence.shape, position)
    if harm:
        return sentence.words[harm.start("noun")].effect == "injured"
    rest = sentence.shape[position:]
    if "Q" in rest or "x" in rest or "J" in rest or "I" in rest or position >= len(sentence.words):
        return False
    said = _LIVES.search(sentence.text, sentence.words[position].start, sentence.words[-1].end)
    if said is None:
        return False
    verbs = [word.form for word in sentence.words[position:] if word.start < said.start() and word.part == "b"]
    return figure.high == 1 or verbs[-1:] not in (["is"], ["was"])


_FIRED = word_set("shot stabbed struck hit")
_TARGETS = word_set("each car cars vehicle vehicles convoy patrol truck bus van jeep motorcade helicopter")


def _fires(sentence: Sentence, position: int, *, passive: bool) -> bool:
    """Whether they shot at somebody, rather than were shot: "three gunmen shot at the car"; not "shot at a party"."""
    verb = sentence.words[position].form
    following = [word.form for word in sentence.words[position + 1 : position + 6]]
    letters = sentence.shape[position + 1 : position + 6]
    if passive:
        return following[:1] == ["at"] and letters[1:2] in ("i", "B", "v", ",", ";", "")
    if following[:1] != ["at"]:
        no_agent = verb == "struck" and following[:1] not in (["by"], ["in"], ["with"])
        return no_agent or following[:1] in (["into"], ["through"]) or letters.startswith(",G")
    person = re.match(r"i[DA]?[NCE]{0,2}[PpR]", letters)
    return person is not None or any(word in _TARGETS for word in following)


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
    summer winter times monday tuesday wednesday thursday friday saturday sunday season decade
    """)  # fmt: skip


def _noun_follows(sentence: Sentence, position: int) -> bool:
    word = sentence.words[position]
    return word.part == "N" and word.form.endswith("s")
