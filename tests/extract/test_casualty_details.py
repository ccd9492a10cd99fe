"""What a casualty claim says besides its number."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract import casualties
from factcheck.extract.context import Context
from factcheck.model import CERTAINTIES, ROLES, Article, Casualty, Field, Published

DAY = date(2031, 5, 14)
"""A Wednesday."""


def _article(text: str, published: date | None = DAY) -> Article:
    told = Published(published, f"{published}", "record", inferred=False) if published else None
    return Article("0" * 64, "a", "a.txt", text, title=text, published=told)


def _found(text: str, field: Field = "text", published: date | None = DAY) -> dict[str, Casualty]:
    """The values by their quotes; the later one where a quote stands twice."""
    found = {}
    for one in casualties.extract(Context(_article(text, published), field)):
        assert isinstance(one.value, Casualty)
        found[text[one.start : one.end]] = one.value
    return found


@pytest.mark.parametrize(
    ("text", "quote", "role"),
    [
        ("Two civilians were killed.", "Two", "civilian"),
        ("Two passers-by were hurt.", "Two", "civilian"),
        ("A bomb killed nine villagers.", "nine", "civilian"),
        ("Three children were hurt.", "Three", "child"),
        ("A 12-year-old was hurt.", "A", "child"),
        ("A seven-year-old girl was hurt.", "A", "child"),
        ("A 30-year-old was hurt.", "A", None),
        ("A 17-year-old man was hurt.", "A", None),
        ("Two police officers were killed.", "Two", "police"),
        ("A policeman was shot.", "A", "police"),
        ("Police said two officers were hurt.", "two", "police"),
        ("Two army officers were killed.", "Two", "military"),
        ("Two officers were killed.", "Two", None),
        ("Four soldiers died.", "Four", "military"),
        ("Four members of the Velm army were killed.", "Four", "military"),
        ("Four members of the choir were killed.", "Four", None),
        ("Two aid workers were abducted.", "Two", "aid_worker"),
        ("Two factory workers were killed.", "Two", None),
        ("A journalist was killed.", "A", "journalist"),
        ("Two government officials were killed.", "Two", "official"),
        ("Two football officials were hurt.", "Two", None),
        ("Five militants were killed by police.", "Five", "perpetrator"),
        ("Two suspected militants were killed.", "Two", "perpetrator"),
        ("Two former policemen were killed.", "Two", None),
        ("The blast killed 20 women and children.", "20", None),
        ("The blast killed 20 soldiers and policemen.", "20", None),
        ("It caused twelve civilian deaths.", "twelve", "civilian"),
        ("Ten were killed, three of them children.", "three", "child"),
        ("Ten were killed, three of whom were policemen.", "three", "police"),
        ("Ten people died. Five of the dead were soldiers.", "Five", "military"),
        ("Ten people were killed.", "Ten", None),
    ],
)
def test_the_role_is_what_the_noun_says(text: str, quote: str, role: str | None) -> None:
    assert _found(text)[quote].role == role


@pytest.mark.parametrize(
    ("text", "quote", "said"),
    [
        ("Three people died, including the gunman.", "Three", "yes"),
        ("Six people, including two guards and the attacker, were killed.", "Six", "yes"),
        ("Nine people died, the bomber among them.", "Nine", "yes"),
        ("Besides the bomber, four people died.", "four", "no"),
        ("Four people died, not counting the attacker.", "Four", "no"),
        ("The blast killed the bomber and 16 others.", "16", "no"),
        ("She blew herself up, killing herself and 16 others.", "16", "no"),
        ("He killed three clerks before turning the gun on himself.", "three", "no"),
        ("He shot two porters dead and then killed himself.", "two", "no"),
        ("The gunman was arrested after two people died.", "two", None),
        ("Three people died, including the driver.", "Three", None),
        ("Two attackers were killed.", "Two", None),
        ("Two clerks were killed along with a cook by gunmen.", "Two", None),
    ],
)
def test_whether_attackers_are_counted_in_is_what_the_words_say(text: str, quote: str, said: str | None) -> None:
    assert _found(text)[quote].includes_perpetrator == said


WHOLES: list[tuple[str, str, str | None]] = [
    ("Twelve people, including three children, died.", "three", "Twelve"),
    ("At least ten were wounded, among them three nuns.", "three", "At least ten"),
    ("The raid killed twelve, including two guards and a cook.", "a", "twelve"),
    ("Twenty people were killed, eleven of them children.", "eleven", "Twenty"),
    ("The quake killed ten and wounded forty, five of whom critically.", "five", "forty"),
    ("Six people were shot, two of them fatally.", "two", "Six"),
    ("Nine hikers died on Sunday. Three of the victims were brothers.", "Three", "Nine"),
    ("Nine hikers died. The dead included two nurses.", "two", "Nine"),
    ("Nine hikers died. Among the dead were two nurses and a cook.", "a", "Nine"),
    ("Forty were wounded. Two of the wounded later died.", "Two", "Forty"),
    ("Four people were hurt, one of whom died.", "one", "Four"),
    ("Five people were injured, including his wife and two sons.", "two", "Five"),
    ("Nine hikers died on Sunday. Two nurses were among the dead.", "Two", "Nine"),
    ("The quake killed ten and wounded forty.", "forty", None),
    ("Ten were killed. Two others were wounded.", "Two", None),
    ("Two hikers died. Three of the victims were brothers.", "Three", None),
    ("It hurt seven men and six women. Two of those injured were brothers.", "Two", None),
    ("No one was killed. Three of the dead were brothers.", "Three", None),
    ("The blaze killed two, including a cook, and hurt nine, including a guard.", "nine", None),
]


@pytest.mark.parametrize(("text", "quote", "whole"), WHOLES)
def test_a_part_says_of_which_total(text: str, quote: str, whole: str | None) -> None:
    part = _found(text)[quote].part_of
    assert (text[slice(*part)] if part else None) == whole


def test_each_part_is_of_its_own_total() -> None:
    text = "The blaze killed two, including a cook, and hurt nine, including one guard."
    found = _found(text)
    wholes = {quote: text[slice(*value.part_of)] for quote, value in found.items() if value.part_of}
    assert wholes == {"a": "two", "one": "nine"}


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("A bomb killed 12 people in Ashby on Wednesday.", "12", "Ashby"),
        ("In Ashby, a bomb killed 12 people.", "12", "Ashby"),
        ("A bomb near a market in Ashby killed two people and wounded nine.", "nine", "Ashby"),
        ("A bomb killed two people and wounded nine in Ashby.", "two", "Ashby"),
        ("Two people died in Ashby and nine died in Corby.", "Two", "Ashby"),
        ("Two people died in Ashby and nine died in Corby.", "nine", "Corby"),
        ("The flood killed 40 people in northern Norway.", "40", "northern Norway"),
        ("The flood killed 40 people in the southern port city of Velm.", "40", "Velm"),
        ("The flood killed 40 people near Ashford, Kent, UK.", "40", "Ashford"),
        ("The flood killed 40 people near Ashford, Norway.", "40", "Ashford, Norway"),
        ("A gunman killed six people at Harbour College.", "six", "Harbour College"),
        ("The flood killed 40 people in Norway's Velm province.", "40", "Norway's Velm province"),
        ("Police in Ashby said two people died.", "two", None),
        ("Police in Ashby found two men dead.", "two", "Ashby"),
        ("A man died in Ashby when police shot at his car.", "A", "Ashby"),
        ("A gunman killed 12 at the Velm Navy Yard.", "12", "Velm Navy Yard"),
        ("A man born in Ashby killed two people.", "two", None),
        ("Two people were taken to a hospital in Ashby.", "Two", None),
        ("Two people died in May.", "Two", None),
        ("Two people died in the Ashby bombing.", "Two", None),
        ("Two people died in Operation Anvil.", "Two", None),
        ("According to the mayor of a town in Norway, two people died.", "two", None),
        ("Two people were shot near Oak and Elm streets.", "Two", None),
        ("Two people died.", "Two", None),
    ],
)
def test_the_place_is_that_of_the_event_as_written(text: str, quote: str, place: str | None) -> None:
    assert _found(text)[quote].place == place


@pytest.mark.parametrize(
    ("text", "quote", "when"),
    [
        ("A bomb killed 12 people on Monday.", "12", "2031-05-12"),
        ("A blast on Monday killed 12 people.", "12", "2031-05-12"),
        ("A blast killed 12 people yesterday, police said on Wednesday.", "12", "2031-05-13"),
        ("The earthquake of 1995 killed 168 people.", "168", "1995"),
        ("Two people died on Monday and nine were hurt on Tuesday.", "nine", "2031-05-13"),
        ("Police said on Tuesday that 12 people died.", "12", None),
        ("As of Tuesday, 12 people had died.", "12", None),
        ("According to officials on Tuesday, the blast killed 12 people.", "12", None),
        ("The blast killed 12 people that day.", "12", None),
        ("The toll rose to 12 on Tuesday.", "12", None),
        ("The blast killed 12 people.", "12", None),
    ],
)
def test_the_day_is_that_of_the_event_and_not_of_the_telling(text: str, quote: str, when: str | None) -> None:
    assert _found(text)[quote].when == when


def test_a_weekday_without_a_day_of_publication_is_none() -> None:
    assert _found("A bomb killed 12 people on Monday.", published=None)["12"].when is None


_TOLD = "A bomb killed 12 people in Ashby on Tuesday. "


@pytest.mark.parametrize(
    ("text", "quote", "scope"),
    [
        ("A bomb killed 12 people in Ashby on Tuesday.", "12", "event"),
        ("Twelve people died when a wall fell.", "Twelve", "event"),
        ("More than 2,000 people have died since January.", "More than 2,000", "cumulative"),
        ("More than 2,000 people have died so far this year.", "More than 2,000", "cumulative"),
        ("Storms killed 90 people in the past year.", "90", "cumulative"),
        ("About 300,000 people were killed in the war.", "About 300,000", "cumulative"),
        ("In both attacks, 31 people were killed.", "31", "cumulative"),
        ("The virus has killed 4,600 people.", "4,600", "cumulative"),
        ("The virus caused two new deaths.", "two", None),
        ("Two hostages held since 2016 were freed.", "Two", "event"),
        ("In March this year a fire killed two clerks.", "two", None),
        ("A day after the fire, two clerks died.", "two", "event"),
        (_TOLD + "It was the deadliest since a fire killed 30.", "30", "other"),
        (_TOLD + "It was the deadliest raid since 1995, and 30 were hurt.", "30", "event"),
        (_TOLD + "A bomb killed 168 people in 1995.", "168", "other"),
        (_TOLD + "A similar attack last year killed 30.", "30", "other"),
        (_TOLD + "A raid three years ago killed 30.", "30", "other"),
        ("A bomb killed 168 people in 1995.", "168", None),
    ],
)
def test_the_scope_tells_the_event_from_sums_and_from_history(text: str, quote: str, scope: str | None) -> None:
    assert _found(text)[quote].scope == scope


def test_an_undated_count_far_down_the_text_has_no_scope() -> None:
    text = _TOLD + "The road is shut. The mill is shut. The school is shut. The port is shut. Two men were hurt."
    assert _found(text)["Two"].scope is None


def test_a_title_tells_its_own_event() -> None:
    assert _found("Twelve die in ferry fire", "title")["Twelve"].scope == "event"


def test_how_sure_the_words_are_is_said_of_each_figure() -> None:
    found = _found("Police confirmed two deaths, but nine more are feared dead.")
    assert {quote: value.certainty for quote, value in found.items()} == {"two": "confirmed", "nine": "feared"}


def test_one_sentence_can_say_all() -> None:
    text = "Ten people, including three children and the gunman, were confirmed dead in Ashby on Tuesday."
    found = _found(text)
    assert found["Ten"] == Casualty("killed", 10, 10, "=", "people")
    ten, three = found["Ten"], found["three"]
    assert (ten.includes_perpetrator, ten.place, ten.scope) == ("yes", "Ashby", "event")
    assert (three.role, three.part_of, three.certainty) == ("child", (0, 3), "confirmed")


_NEWS = [
    *("12", "three", "a", "people", "children", "soldiers", "the gunman", "himself", "died", "killed", "were", "of"),
    *("including", "among them", "whom", "the dead", "the victims", "in", "near", "Ashby", "Norway", "'s", "on"),
    *("Monday", "1995", "since", "last year", "said", "police", "confirmed", "feared", "and", "others", "war"),
    *(",", ".", ";", "\n", "—", "\u00a0", "İ", "(", ")"),
]


@given(st.lists(st.sampled_from(_NEWS) | st.text(max_size=3), max_size=40).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_values_of_the_known_kinds_with_spans_inside_it(text: str) -> None:
    found = list(casualties.extract(Context(_article(text), "text")))
    totals = {(one.start, one.end) for one in found}
    for one in found:
        value = one.value
        assert isinstance(value, Casualty)
        assert value.role in (None, *ROLES)
        assert value.certainty in (None, *CERTAINTIES)
        assert value.scope in (None, "event", "cumulative", "other")
        assert value.includes_perpetrator in (None, "yes", "no")
        assert value.part_of is None or value.part_of in totals
        assert value.place is None or value.place in text


@pytest.mark.parametrize(
    "piece",
    [
        "12 people died in Ashby, including three in Norway on Monday, ",
        "in the north of the city of the ",
        "killed 12, including two of the dead and the gunman, ",
        "since the last year of war ",
    ],
)
def test_an_endless_sentence_is_read_in_linear_time(piece: str) -> None:
    text = "12 people died " + piece * (60_000 // len(piece))
    begin = time.process_time()
    _found(text)
    assert time.process_time() - begin < 6
