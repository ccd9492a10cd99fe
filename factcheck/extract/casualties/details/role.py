"""What those were who were harmed, where their noun says it: civilians, children, police, soldiers and others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.sentence import Sentence, Word
from factcheck.grammar.text import word_set

_BLOCKS: Mapping[str, str] = {
    "civilian": """
        civilian civilians non-combatant non-combatants noncombatant noncombatants bystander bystanders passerby
        passersby passers-by passer-by pedestrian pedestrians onlooker onlookers villager villagers resident residents
        shopper shoppers worshipper worshippers worshiper worshipers pilgrim pilgrims tourist tourists commuter
        commuters holidaymaker holidaymakers churchgoer churchgoers townspeople
        """,
    "child": """
        child children boy boys girl girls baby babies infant infants toddler toddlers newborn newborns kid kids
        minor minors schoolgirl schoolgirls schoolboy schoolboys schoolchild schoolchildren preschooler preschoolers
        """,
    "police": """
        police policeman policemen policewoman policewomen cop cops gendarme gendarmes constable constables
        """,
    "military": """
        soldier soldiers troops serviceman servicemen servicewoman servicewomen servicemember servicemembers
        peacekeeper peacekeepers paratrooper paratroopers airman airmen commando commandos marine marines
        """,
    "journalist": """
        journalist journalists reporter reporters cameraman cameramen photojournalist photojournalists
        newsman newsmen correspondent correspondents
        """,
    "official": """
        official officials minister ministers mayor mayors governor governors councillor councillors councilman
        lawmaker lawmakers legislator legislators parliamentarian parliamentarians senator senators diplomat diplomats
        ambassador ambassadors judge judges prosecutor prosecutors magistrate magistrates
        """,
    "perpetrator": """
        attacker attackers assailant assailants gunman gunmen shooter shooters bomber bombers perpetrator perpetrators
        hijacker hijackers hostage-taker hostage-takers terrorist terrorists militant militants insurgent insurgents
        jihadist jihadists kidnapper kidnappers knifeman rebel rebels guerrilla guerrillas guerilla guerillas
        raider raiders robber robbers
        """,
}
_ROLES: Mapping[str, str] = {word: role for role, block in _BLOCKS.items() for word in block.split()}

_FORCES: Mapping[str, str] = {
    "police": "police",
    "gendarmerie": "police",
    "army": "military",
    "military": "military",
    "navy": "military",
    "nato": "military",
    "aid": "aid_worker",
    "relief": "aid_worker",
    "humanitarian": "aid_worker",
    "media": "journalist",
    "news": "journalist",
    "press": "journalist",
}
"""Words before a noun of any trade that say which."""

_OF_A_FORCE = word_set(
    """
    officer officers member members personnel recruit recruits cadet cadets trainee trainees commander commanders
    chief chiefs captain captains lieutenant lieutenants sergeant sergeants corporal corporals colonel colonels major
    majors general generals inspector inspectors patrolman patrolmen conscript conscripts reservist reservists
    commandos troops forces man men sailor sailors guardsman guardsmen
    """
)
_OF_A_TRADE = word_set("worker workers staff staffer staffers volunteer volunteers employee employees crew")
_OF_A_STATE = frozenset({"police", "military", "official"})
_TRADES = frozenset({"aid_worker", "journalist"})
_UNFIT = word_set("former ex retired ex-soldier turned would-be off suspected alleged")
"""Words that leave open whether the noun still holds; suspected attackers are attackers all the same."""

_FOREIGN = word_set(
    "company union party club team bank business airline railway hospital school football hamas fatah"
)
"""Whose officials hold no public office."""

_INNER = frozenset({"interior", "security", "ministry"})
"""Whose armed men are soldiers in one state and police in another."""

_OFFICERS = word_set("officer officers deputy deputies trooper troopers detective detectives cop")
_POLICE_NEAR = re.compile(r"\b(?:police|sheriff|deput(?:y|ies)|patrol|cops?|law enforcement)\b", re.IGNORECASE)
_OTHER_FORCE = re.compile(
    r"\b(?:army|military|soldiers?|troops|navy|marines?|air force|intelligence|prison|corrections?|customs|security|"
    r"guards?)\b",
    re.IGNORECASE,
)

_OF_WHOM = re.compile(r"(?:,?oR|,?ow|oDJ|oDK|oDX)?b?v?(?P<noun>[DA]?[NCEvO]{0,3}[Pp]{1,2})(?![&KbhIJ'])")
"""What is said of a bare count: "three of them children", "five of the dead were policemen", "two were nurses"."""

_GROWN = 18
"""The age from which nobody is a child (Convention on the Rights of the Child, article 1)."""

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_AGES = {word: age for age, word in enumerate(_NUMBERS.split(), start=1)}
_YEARS_OLD = re.compile(r"(\w+)-year-olds?")


def role_of(sentence: Sentence, figure: Figure) -> str | None:
    """The role (``model.ROLES``) of those that the figure counts; ``None`` where their noun says none."""
    words = sentence.words[figure.first + 1 : figure.end]
    if figure.head in ("bare", "effect"):
        said = _said_of(sentence, figure)
        if said is not None:
            return said
    if figure.head == "bare":
        return None
    role = _of_noun(sentence, figure, [word for word in words if word.part not in "vx"])
    return None if role is None or _goes_on(sentence, figure.end, role) else role


def _said_of(sentence: Sentence, figure: Figure) -> str | None:
    """The role that a predicate gives to a count without a noun of its own."""
    shape = sentence.shape
    begin = figure.end
    if shape[begin : begin + 1] not in ("b", "w", ",") and shape[begin - 1 : begin] not in ("R", "w"):
        return None
    match = _OF_WHOM.match(shape, begin)
    if match is None:
        return None
    noun = sentence.words[match.start("noun") : match.end("noun")]
    role = _of_words([word.form for word in noun])
    return None if role is None or _goes_on(sentence, match.end("noun"), role) else role


def _of_noun(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> str | None:
    if figure.head == "effect":  # "twelve civilian deaths"
        words = words[:-1]
    if not words:
        return None
    forms = [word.form for word in words]
    if words[-1].part == "y":
        return _of_age(forms[-1])
    role = _of_words(forms)
    if role is None and forms[-1] in _OF_A_FORCE:
        role = _of_belonging(sentence, figure.end)
    if role is None and forms[-1] in _OFFICERS and len(forms) == 1:
        role = _of_officer(sentence)
    return role


def _of_words(forms: Sequence[str]) -> str | None:
    """The role that a noun with the words before it says."""
    head, before = forms[-1], forms[:-1]
    role = _ROLES.get(head)
    forces = {_FORCES[form] for form in before if form in _FORCES}
    if head in _OF_A_FORCE or role in _OF_A_STATE:
        role = next(iter(forces - _TRADES), role) if len(forces) == 1 else role
    elif head in _OF_A_TRADE:
        role = next(iter(forces & _TRADES), None) if len(forces) == 1 else None
    unfit = not _UNFIT.isdisjoint(before) and not (role == "perpetrator" and "former" not in before)
    foreign = role == "official" and not _FOREIGN.isdisjoint(before)
    inner = role == "military" and not _INNER.isdisjoint(before)
    return None if unfit or foreign or inner or len(forces) > 1 else role


def _of_age(form: str) -> str | None:
    match = _YEARS_OLD.fullmatch(form)
    if match is None:
        return "child"  # counted in months, weeks or days
    age = int(match[1]) if match[1].isdecimal() else _AGES.get(match[1], _GROWN)
    return "child" if age < _GROWN else None


def _of_belonging(sentence: Sentence, position: int) -> str | None:
    """The role of "members of the Iraqi army"."""
    if sentence.shape[position : position + 1] != "o":
        return None
    for word in sentence.words[position + 1 : position + 5]:
        role = _FORCES.get(word.form)
        if role is not None:
            return None if role in _TRADES else role
        if word.part not in "DCN":
            return None
    return None


def _of_officer(sentence: Sentence) -> str | None:
    """Officers of a sentence that speaks of the police and of no other force are police."""
    begin, end = sentence.words[0].start, sentence.words[-1].end
    near = _POLICE_NEAR.search(sentence.text, begin, end)
    return "police" if near and not _OTHER_FORCE.search(sentence.text, begin, end) else None


def _goes_on(sentence: Sentence, position: int, role: str) -> bool:
    """Whether the same count is of others as well: "20 women and children", "12 soldiers and civilians"."""
    if sentence.shape[position : position + 1] != "&":
        return False
    for word in sentence.words[position + 1 : position + 5]:
        if word.part in "Pp":
            return _ROLES.get(word.form) != role
        if word.part not in "NCE":
            return False
    return False
