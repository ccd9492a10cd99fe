"""The ways in which news says that people were harmed: each wording with the counts that are claims."""

import pytest

from factcheck.extract import casualties
from factcheck.extract.context import Context
from factcheck.model import Article, Casualty

Told = list[tuple[str, str]]
"""Core words and effect of each claim of a sentence."""


def _found(text: str) -> list[tuple[str, Casualty]]:
    context = Context(Article("0" * 64, "a", "a.txt", text), "text")
    found = [(text[one.start : one.end], one.value) for one in casualties.extract(context)]
    return [(quote, value) for quote, value in found if isinstance(value, Casualty)]


def _told(text: str) -> Told:
    return [(quote, value.effect) for quote, value in _found(text)]


EITHER = "killed_or_injured"

CLAUSES: list[tuple[str, Told]] = [
    # what stands between a count and its verb
    ("Two lorry drivers waiting at the gate were badly wounded.", [("Two", "injured")]),
    ("Three wardens guarding the depot were injured and one was killed.", [("Three", "injured"), ("one", "killed")]),
    ("Nine clerks who worked as porters for the Harbour Company were killed by a crane.", [("Nine", "killed")]),
    ("Two residents of Oakfield village, Marsh district were killed.", [("Two", "killed")]),
    ("Two high ranking customs officials from Lund were killed.", [("Two", "killed")]),
    ("Another nurse travelling with him was also killed.", [("Another", "killed")]),
    ("Two Danes and a Swede employed at the mill were kidnapped.", [("Two", "captured"), ("a", "captured")]),
    ("A cyclist who rode for the club, Jan Vos, was shot and killed.", [("A", "killed")]),
    ("A porter tried to lift the beam, and was later hospitalized.", [("A", "injured")]),
    ("Police arrested two men after the woman was killed.", []),
    ("Two men said the guards were shot.", []),
    ("The envoy, who was accompanied by his four children, was slightly injured.", []),
    ("Two of the mayor's guards did die however.", [("Two", "killed")]),
    ("Three people -- a cook, a maid and a porter -- were driven to Lund Medical Center.", [("Three", "injured")]),
    # verbs joined to one another: the gravest counts
    ("Ten were abducted and later killed.", [("Ten", "killed")]),
    ("Three clerks were shot from behind and died.", [("Three", "killed")]),
    ("Two painters were attacked and stabbed by robbers.", [("Two", EITHER)]),
    ("Six of them were shot or killed.", [("Six", EITHER)]),
    ("Five people were shot, taken to hospital, and released.", [("Five", "injured")]),
    # who harms, not who is harmed
    ("Three gunmen shot at the car.", []),
    ("Two men shot into a crowd.", []),
    ("An unknown gunman hit Karlsson with two bullets.", []),
    ("A bomber struck, wounding a nearby guard.", [("a", "injured")]),
    ("Two wardens were shot at on Harbour Road.", []),
    ("The two shot at each other.", []),
    ("Two women were shot at a party in the park.", [("Two", EITHER)]),
    ("No one reports they shot back.", []),
    # states of harm
    ("Eight were killed and two escaped with gunshot wounds.", [("Eight", "killed"), ("two", "injured")]),
    ("Medics found a 3-year-old child with a gunshot wound to the arm.", [("a", "injured")]),
    ("A woman had a stab wound to the leg.", [("A", "injured")]),
    ("Police found four victims suffering from gunshot wounds.", [("four", "injured")]),
    ("The other three suffered non life threatening injuries.", [("three", "injured")]),
    ("Four people were shot with non-life-threatening injuries.", [("Four", "injured")]),
    ("The fire left two in life-threatening condition.", [("two", "injured")]),
    ("One was struck in the face, two were struck in the leg.", [("One", EITHER), ("two", EITHER)]),
    ("He non-fatally wounded six pupils.", [("six", "injured")]),
    ("Of the five shooting victims, four remain in the hospital.", [("five", EITHER), ("four", "injured")]),
    ("Three people were taken to Saint Olga University Hospital.", [("Three", "injured")]),
    ("Three people were taken to court.", []),
    ("Two bodies were taken to the hospital.", [("Two", "killed")]),
    ("The crash sent a woman to a local hospital.", [("a", "injured")]),
    ("Doctors treated 60 people for burns.", [("60", "injured")]),
    ("Dozens are feared dead.", [("Dozens", "killed")]),
    ("A boy was shot in the leg and is expected to survive.", [("A", "injured")]),
    ("One man and two women shot when a guard fired were recovering.", [("One", "injured"), ("two", "injured")]),
    ("Three victims live in Lund and suffered minor injuries.", [("Three", "injured")]),
    ("A man who was among five people shot in a bar is in stable condition.", [("five", EITHER)]),
    ("Two of the other three victims were in serious condition.", [("Two", "injured")]),
    ("The bodies of two boys who were kidnapped were found.", [("two", "killed")]),
    ("Two Finns and two Poles were among the foreigners injured.", [("Two", "injured"), ("two", "injured")]),
]  # fmt: skip

WHO: list[tuple[str, Told]] = [
    # nouns of persons of every kind, and of none
    ("Six shearers, or seasonal people, were massacred.", [("Six", "killed")]),
    ("Two exiles were wounded.", [("Two", "injured")]),
    ("The bodies of four exiles were found in a well.", [("four", "killed")]),
    ("He killed two of his nephews at the mill.", [("two", "killed")]),
    ("The blast killed two of his security detail.", [("two", "killed")]),
    ("Four MPs were injured on the stairs.", [("Four", "injured")]),
    ("The raids saw dozens of ethnic Ruvani killed.", [("dozens", "killed")]),
    ("A family of four was killed.", [("four", "killed")]),
    ("Two medics with the group Nurses Without Limits were kidnapped.", [("Two", "captured")]),
    ("The cold killed 40 calves.", []),
    ("The senate killed 20 bills.", []),
    ("A few communities were burned.", []),
    ("Warden Lee, a 10 year veteran of the force, was shot in the leg.", []),
    # ages, roles and descriptions are no counts
    ("Karl Lund Jr., 17, was pronounced dead.", []),
    ("Ana Ruiz, 17, died at a clinic.", []),
    ("Police said only that the victim was 17.", []),
    ("Gunmen shot Karl Lund, a member of the council, at home.", []),
    ("He received several death threats.", []),
    ("Wardens saw two men fleeing the scene in the city.", []),
    ("Lund, who would have turned 15 in June, died.", []),
    ("Three men, ages 18, 21 and 35, were wounded.", [("Three", "injured")]),
    ("Three children ages 12 and under were killed.", [("Three", "killed")]),
    ("A fourth man, also a warden, was injured.", [("A fourth", "injured")]),
    ("A woman serving as a guide, Eva Lund, was kidnapped.", [("A", "captured")]),
    ("A carter accused of being a spy, was shot dead.", []),
    ("One of the dead was a nurse.", [("One", "killed")]),
    ("The son of a judge was kidnapped.", []),
    ("The wives of two guards were killed.", []),
    ("In Lund, South Ruvania, a 50-year-old teacher was killed.", [("a", "killed")]),
    ("In Lund, Ana Ruiz, a teacher, was killed.", []),
    ("A clerk, identified as a driver, was hurt.", [("A", "injured")]),
    ("A girl was one of two pupils shot in the park.", [("two", EITHER)]),
    ("I cannot stand for a child to get hurt.", []),
    ("She was the third diver to be killed this year.", []),
]  # fmt: skip

LISTS: list[tuple[str, Told]] = [
    ("Two guards were injured, along with nine looters.", [("Two", "injured"), ("nine", "injured")]),
    ("The minister was wounded as well as two of his aides.", [("two", "injured")]),
    ("The captain was killed in the raid along with three other divers.", [("three", "killed")]),
    ("An inspector was killed as was one smuggler.", [("An", "killed"), ("one", "killed")]),
    ("Thirteen people (seven Finns, an Austrian, a Greek and four Danes) were hurt.",
     [("Thirteen", "injured"), ("seven", "injured"), ("an", "injured"), ("a", "injured"), ("four", "injured")]),
    ("Among the wounded was an Austrian and a Greek.", [("an", "injured"), ("a", "injured")]),
    ("The wounded included nine porters.", [("nine", "injured")]),
    ("Those killed include five women.", [("five", "killed")]),
    ("Killed: 5. Injured: 12.", [("5", "killed"), ("12", "injured")]),
    ("Ten people were killed, of whom four were children.", [("Ten", "killed"), ("four", "killed")]),
    ("Twenty people were hurt, six of whom are nurses.", [("Twenty", "injured"), ("six", "injured")]),
    ("Five relatives were injured, including his wife and two sons.", [("Five", "injured"), ("two", "injured")]),
    ("Three women, including Lund, and two men were shot.", [("Three", EITHER), ("two", EITHER)]),
    ("He killed her, her husband, and her two children.", [("two", "killed")]),
    ("Gunmen killed Hassan and two guards.", [("two", "killed")]),
    ("Husband murders his wife and two young children.", [("two", "killed")]),
    ("The killing of his wife and four children shook the town.", [("four", "killed")]),
    ("The slide wounded one and killed another of his sons.", [("one", "injured"), ("another", "killed")]),
    ("They shot two porters at lunch, killing them both.", [("two", EITHER), ("both", "killed")]),
    ("He killed twelve people, injuring three surviving victims.", [("twelve", "killed"), ("three", "injured")]),
]  # fmt: skip

NOBODY: list[tuple[str, Told]] = [
    ("There were no reported injuries.", [("no", "injured")]),
    ("There were no reports of any casualties.", [("no", EITHER)]),
    ("No damage or injuries were reported.", [("No", "injured")]),
    ("A shell burst, injuring no one but damaging the barn.", [("no one", "injured")]),
    ("There was no loss of life.", [("no", "killed")]),
    ("No lives were lost.", [("No", "killed")]),
    ("No names were released by the rebels.", []),
]

TOLLS: list[tuple[str, Told]] = [
    ("Fatalities rose to 33.", [("33", "killed")]),
    ("The reported casualties increased to 167.", [("167", EITHER)]),
    ("Officials lowered the death toll from 52 to 49.", [("52", "killed"), ("49", "killed")]),
    ("First reports of 14 dead were corrected to 11.", [("14", "killed"), ("11", "killed")]),
    ("The storm claimed the life of a baby boy.", [("a", "killed")]),
    ("Another body was found on Sunday.", [("Another", "killed")]),
    ("The flood forced over 58,000 villagers to evacuate.", [("over 58,000", "displaced")]),
    ("The group demanded the release of four hostages.", []),
    ("The remaining five victims were released by the kidnappers.", [("five", "captured")]),
    ("Over 1800 people, two thirds of the infected, have died.", [("Over 1800", "killed")]),
]


@pytest.mark.parametrize(("text", "expected"), [*CLAUSES, *WHO, *LISTS, *NOBODY, *TOLLS])
def test_a_wording_of_harm_gives_its_counts_and_no_more(text: str, expected: Told) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize("verb", ["exceeded", "topped", "surpassed", "passed"])
def test_a_toll_that_passed_a_number_is_more_than_it(verb: str) -> None:
    ((_, value),) = _found(f"The death toll {verb} 400.")
    assert (value.low, value.high, value.comparator) == (400, None, ">")
