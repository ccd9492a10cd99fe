import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract import casualties
from factcheck.extract.casualties.lexicon import PERSONS, TRIGGER_WORDS
from factcheck.extract.context import Context, Found
from factcheck.model import Article, Casualty

Told = tuple[str, str]
"""Core words and effect."""


def _found(text: str) -> list[Found]:
    return list(casualties.extract(Context(Article("0" * 64, "a", "a.txt", text), "text")))


def _value(found: Found) -> Casualty:
    assert isinstance(found.value, Casualty)
    return found.value


def _told(text: str) -> list[Told]:
    return [(text[one.start : one.end], _value(one).effect) for one in _found(text)]


STATED: list[tuple[str, list[Told]]] = [
    # one claim a figure, each with its own verb
    ("A landslide killed 12 people and wounded 30.", [("12", "killed"), ("30", "injured")]),
    ("Ten people had been killed and four others wounded.", [("Ten", "killed"), ("four", "injured")]),
    ("The blast left six dead and 14 injured.", [("six", "killed"), ("14", "injured")]),
    ("The crash left eight miners dead and another 38 wounded.", [("eight", "killed"), ("38", "injured")]),
    ("A bus fell, killing at least 18 and leaving 20 injured.", [("at least 18", "killed"), ("20", "injured")]),
    ("It resulted in four deaths and seven serious injuries.", [("four", "killed"), ("seven", "injured")]),
    ("Twelve people were killed or injured.", [("Twelve", "killed_or_injured")]),
    ("Twelve armed men shot to death seven missionaries.", [("seven", "killed")]),
    ("He killed the dean, two guards and a cook.", [("two", "killed"), ("a", "killed")]),
    ("She killed herself and sixteen other people.", [("sixteen", "killed")]),
    # tolls, lives and bodies
    ("The storm claimed 49 lives.", [("49", "killed")]),
    ("The flood claimed the lives of at least nine villagers.", [("at least nine", "killed")]),
    ("The death toll rose to 84 on Friday.", [("84", "killed")]),
    ("The death toll has reached 338.", [("338", "killed")]),
    ("The toll was raised from fourteen to 31.", [("fourteen", "killed"), ("31", "killed")]),
    ("Officials put the death toll at 27.", [("27", "killed")]),
    ("Fifteen bodies were found in the tunnel.", [("Fifteen", "killed")]),
    ("He spoke of the three deaths of recruits last year.", [("three", "killed")]),
    ("Rescuers found the bodies of five men.", [("five", "killed")]),
    # sub-counts and those left over
    ("Six people, including two teachers, died.", [("Six", "killed"), ("two", "killed")]),
    ("At least ten were wounded, among them three nuns.", [("At least ten", "injured"), ("three", "injured")]),
    ("Twenty-two people were killed, 11 of them children.", [("Twenty-two", "killed"), ("11", "killed")]),
    ("Three of the wounded later died.", [("Three", "killed")]),
    ("Five of the dead were children.", [("Five", "killed")]),
    ("One soldier was killed and another was wounded.", [("One", "killed"), ("another", "injured")]),
    ("Two people are dead and a third is in critical condition.", [("Two", "killed"), ("a third", "injured")]),
    ("Eleven were killed by a bomb, and nine more in a raid.", [("Eleven", "killed"), ("nine", "killed")]),
    ("Three girls and a boy were hospitalized.", [("Three", "injured"), ("a", "injured")]),
    ("Of the 53 passengers, 12 were killed.", [("12", "killed")]),
    # the clause's own verb
    ("The three guards were stabbed in the yard.", [("three", "killed_or_injured")]),
    ("Six people were shot.", [("Six", "killed_or_injured")]),
    ("Two people were shot and wounded.", [("Two", "injured")]),
    ("Four people were shot to death in a bar.", [("Four", "killed")]),
    ("Police shot two protesters dead.", [("two", "killed")]),
    # headlines
    ("4 shot on Elm Street, 2 die", [("4", "killed_or_injured"), ("2", "killed")]),
    ("Two dead, three hurt in ferry fire", [("Two", "killed"), ("three", "injured")]),
    ("Roof collapse kills at least five", [("at least five", "killed")]),
    ("More Than 70 People Killed In Tunnel Fire", [("More Than 70", "killed")]),
    # indefinite persons count, named and definite ones do not
    ("A boy, identified as Ivan, was hurt.", [("A", "injured")]),
    ("A man was shot dead outside a bakery.", [("A", "killed")]),
    ("A 19-year-old was fatally stabbed on Monday.", [("A", "killed")]),
    ("An elderly couple died in the fire.", [("couple", "killed")]),
    ("One of them, a cook, was burned.", [("One", "injured")]),
    ("Smith died in hospital.", []),
    ("The driver was injured.", []),
    ("Her husband was killed.", []),
    ("Ana Ruiz, a teacher, was killed.", []),
    # none harmed
    ("No one was hurt.", [("No one", "injured")]),
    ("Nobody was killed or injured.", [("Nobody", "killed_or_injured")]),
    ("No injuries were reported.", [("No", "injured")]),
    ("There were no casualties.", [("no", "killed_or_injured")]),
    ("No casualties or injuries were reported.", [("No", "killed_or_injured")]),
    ("The train stopped without casualties.", [("without", "killed_or_injured")]),
    ("Everybody is safe.", []),
    # injured, missing, displaced, captured
    ("Nine people were taken to hospital.", [("Nine", "injured")]),
    ("Two firefighters suffered minor burns.", [("Two", "injured")]),
    ("Some 26,000 people are missing.", [("Some 26,000", "missing")]),
    ("As many as 40 miners are believed to be trapped.", [("As many as 40", "missing")]),
    ("Seven workers were buried under rubble.", [("Seven", "missing")]),
    ("About 400 people were left homeless.", [("About 400", "displaced")]),
    ("More than 7,000 people fled their homes.", [("More than 7,000", "displaced")]),
    ("Crews evacuated 340 patients.", [("340", "displaced")]),
    ("The war has forced 5 million people from their homes.", [("5 million", "displaced")]),
    ("Fighting drove 20,000 civilians from their villages.", [("20,000", "displaced")]),
    ("Five women work from their homes.", []),
    ("Of the skiers, four were rescued alive.", []),
    ("Gunmen took eight tourists hostage.", [("eight", "captured")]),
    ("Rebels abducted 16 girls.", [("16", "captured")]),
    ("The kidnappers said 21 of the girls were released.", [("21", "captured")]),
    # histories and accusations are claims
    ("The earthquake of 1995 killed 168 people.", [("168", "killed")]),
    ("He was charged with killing two women.", [("two", "killed")]),
    ("The fever may have killed two sailors.", [("two", "killed")]),
    # what did not happen, or not to people
    ("The quake could kill thousands.", []),
    ("Her plan would have killed 200 people.", []),
    ("He threatened to kill two hostages.", []),
    ("The death toll could climb to 100.", []),
    ("Thousands of deaths could be prevented.", []),
    ("A mass shooting is one in which four or more people are killed.", []),
    ("The new rules killed off three programmes.", []),
    ("It was a dead heat between two crews.", []),
    ("Two dogs were killed.", []),
    ("The fire killed 300 sheep.", []),
    ("A passenger train was hit by two trucks.", []),
    ("Police arrested 12 people after the killing.", []),
    ("The virus has infected 4,000 people.", []),
    ("Two men were released on bail.", []),
    ("Many victims of the data breach were angry.", []),
    ("The group has 12 legislative bodies.", []),
    ("It causes four deaths per 100,000 people.", []),
    ("They can fell a robot in one hit.", []),
    ("We get another shot to play them.", []),
    ("The metal hit 107 degrees.", []),
    ("The airport and the hotel were both evacuated.", []),
    ("He was sentenced in May and wounded three.", [("three", "injured")]),
    ("A chief said a pregnant female elephant was killed.", []),
    ("He was 53 when he died on May 5 of 2021.", []),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_a_sentence_says_of_people_harmed_is_read_and_no_more(text: str, expected: list[Told]) -> None:
    assert _told(text) == expected


BOUNDS = [
    ("More than 100 were hurt.", 100, None, ">"),
    ("At least 12 were hurt.", 12, None, ">="),
    ("Up to 40 were hurt.", None, 40, "<="),
    ("About 40 were hurt.", 40, 40, "~"),
    ("Between 20 and 25 were hurt.", 20, 25, "range"),
    ("Dozens were hurt.", 24, None, ">="),
    ("Sixty people or more were hurt.", 60, None, ">="),
    ("An old couple was hurt.", 2, 2, "="),
    ("Another was hurt.", 1, 1, "="),
    ("No one was hurt.", 0, 0, "="),
]


@pytest.mark.parametrize(("text", "low", "high", "comparator"), BOUNDS)
def test_the_bounds_are_what_the_words_say(text: str, low: float | None, high: float | None, comparator: str) -> None:
    (found,) = _found(text)
    value = _value(found)
    assert (value.low, value.high, value.comparator) == (low, high, comparator)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two police officers were killed.", "police officers"),
        ("A blast killed 14 of the rescue workers.", "rescue workers"),
        ("A blast killed 14.", None),
        ("A young engineer was killed.", "young engineer"),
    ],
)
def test_who_was_harmed_is_said_where_the_words_name_them(text: str, who: str | None) -> None:
    (found,) = _found(text)
    assert _value(found).who == who


def test_a_figure_said_twice_is_two_claims() -> None:
    assert _told("Two died. The two died at once.") == [("Two", "killed"), ("two", "killed")]


_NEWS = [
    *TRIGGER_WORDS,
    *sorted(PERSONS)[:80],
    "12",
    "at least",
    "and",
    "others",
    "including",
    "of",
    "the",
    "were",
    "could",
    "no",
]
_MARKS = [",", ".", "\n", "—", "'", "\u00a0", "İ"]


@given(st.lists(st.sampled_from(_NEWS) | st.sampled_from(_MARKS) | st.text(max_size=4), max_size=40).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_claims_inside_it_with_a_value_each(text: str) -> None:
    for found in _found(text):
        value = _value(found)
        assert 0 <= found.start < found.end <= len(text)
        assert value.low is not None or value.high is not None
        assert value.who is None or value.who in text


@pytest.mark.parametrize(
    "piece",
    ["12 people ", "killed 12 people and ", "a man, ", "no victims of the ", "death toll to ", "including two "],
)
def test_a_long_sentence_is_read_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begin = time.process_time()
    _found(text)
    assert time.process_time() - begin < 5


def test_every_trigger_repeated_is_read_in_linear_time() -> None:
    text = "12 people were " + " ".join(TRIGGER_WORDS)
    begin = time.process_time()
    _found(f"{text} " * (100_000 // len(text)))
    assert time.process_time() - begin < 5
