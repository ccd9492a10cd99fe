import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.grammar.attribution import Speakers
from factcheck.grammar.text import sentences
from factcheck.model import Attribution


def _of(text: str, mark: str) -> Attribution | None:
    """Whose the statement is that begins at the mark's first place in the text."""
    position = text.index(mark)
    spans = sentences(text)
    index = max(number for number, span in enumerate(spans) if span.start <= position)
    found = Speakers(text, spans).of(index, position)
    assert found is None or text[found.start : found.end] == found.surface
    return found


@pytest.mark.parametrize(
    ("text", "surface", "resolved", "cue"),
    [
        ("Ana Ruiz said 12 people died.", "Ana Ruiz", "Ana Ruiz", "said"),
        ("Ruiz claimed 12 people died.", "Ruiz", "Ruiz", "claimed"),
        ("Some 12 people died, the Castle said.", "the Castle", "Castle", "said"),
        ('"He dropped 12 pens," tweeted Orlova.', "Orlova", "Orlova", "tweeted"),
        ("According to police, 12 people died.", "police", None, "According to"),
        ("Some 12 people died, according to police.", "police", None, "according to"),
        ("Some 12 died, according to Mayor Ana Ruiz on Monday.", "Mayor Ana Ruiz", "Ana Ruiz", "according to"),
        ("Mayor Ana Ruiz told reporters that 12 people died.", "Mayor Ana Ruiz", "Ana Ruiz", "told"),
        ("Some 12 people died, Ruiz told reporters on Monday.", "Ruiz", "Ruiz", "told"),
        ('"We lost 12 people," said Ana Ruiz, the mayor of Porto.', "Ana Ruiz", "Ana Ruiz", "said"),
        ("Ana Ruiz, the mayor, said 12 people died.", "Ana Ruiz", "Ana Ruiz", "said"),
        ('"We lost 12 people," the mayor, Ana Ruiz, said.', "Ana Ruiz", "Ana Ruiz", "said"),
        ("“We lost 12 people,” Ana Ruiz, head of the union, told the BBC.", "Ana Ruiz", "Ana Ruiz", "told"),
        ('Ana Ruiz said: "We lost 12 people."', "Ana Ruiz", "Ana Ruiz", "said"),
        ("In a statement, the ministry said 12 people died.", "the ministry", None, "said"),
        ("The ministry said in a statement that 12 people died.", "The ministry", None, "said"),
        ("In a tweet, Ruiz wrote that 12 people died.", "Ruiz", "Ruiz", "wrote"),
        ("The Gazette reported that 12 people died.", "The Gazette", "Gazette", "reported"),
        ("The toll has risen to 12, state media reported on Sunday.", "state media", None, "reported"),
        ("Some 12 died, authorities said Friday.", "authorities", None, "said"),
        ("Some 12 died, police spokeswoman Ana Ruiz said.", "police spokeswoman Ana Ruiz", "Ana Ruiz", "said"),
        ("The UN estimates that 12,000 people died.", "The UN", "UN", "estimates"),
        ("Ana Ruiz and Lee Chan said 12 died.", "Ana Ruiz and Lee Chan", "Ana Ruiz and Lee Chan", "said"),
        ("State news agency HTN said 12 people died.", "State news agency HTN", "HTN", "said"),
        (
            "Northland deputy governor Ana Ruiz said 12 died.",
            "Northland deputy governor Ana Ruiz",
            "Ana Ruiz",
            "said",
        ),
        ("Ana Ruiz of Harbour Aid said 12 people died.", "Ana Ruiz of Harbour Aid", "Ana Ruiz", "said"),
        ("As Ana Ruiz noted, 12 people died.", "Ana Ruiz", "Ana Ruiz", "noted"),
        ('"It was seen 12 times!" Ruiz exclaimed.', "Ruiz", "Ruiz", "exclaimed"),
        ("Some 12 died, said Lt. Col. Ann Roe.", "Lt. Col. Ann Roe", "Ann Roe", "said"),
        ("Ana Ruiz, from Porto, Norway, on Monday admitted 12 murders.", "Ana Ruiz", "Ana Ruiz", "admitted"),
        (
            "A report from the Velm government over the weekend said 12 died.",
            "A report from the Velm government",
            "Velm",
            "said",
        ),
        ("The Gazette reported the mayor said 12 died.", "the mayor", None, "said"),
        ("PORTO, Norway -- Police say 12 people died.", "Police", None, "say"),
        ("PORTO, Nor.– Police say 12 people died.", "Police", None, "say"),
        ("- Velm County police say 12 people died.", "Velm County police", "Velm County", "say"),
        ('Ana Ruiz continued: "We lost 12 people."', "Ana Ruiz", "Ana Ruiz", "continued"),
        ("Two died, said Ana Ruiz, who added that 12 were hurt.", "Ana Ruiz", "Ana Ruiz", "added"),
    ],
)
def test_a_statement_has_its_speaker_in_the_texts_words_and_by_name(
    text: str, surface: str, resolved: str | None, cue: str
) -> None:
    found = _of(text, "12")
    assert found is not None
    assert (found.surface, found.resolved, found.cue, found.confidence) == (surface, resolved, cue, "high")


@pytest.mark.parametrize(
    "text",
    [
        "The fire killed 12 people.",
        "The flood claimed at least 12 lives.",
        "Officials said two people died, but witnesses spoke of 12.",
        "A child said nothing. Then 12 died.",
        "He was told that. The 12 left.",
        "On Monday the total number of confirmed deaths passed 12 in Velm.",
        "The total reported cost of it is 12 lives.",
        "Unrest continued in Porto, where 12 people died.",
        "Officers responded quickly and found 12 people dead.",
        'The mayor said it was bad. Ana Ruiz called it "the killing of 12 people" there.',
    ],
)
def test_a_statement_of_the_articles_own_has_no_speaker(text: str) -> None:
    assert _of(text, "12") is None


def test_two_voices_in_one_sentence_keep_to_their_clauses() -> None:
    text = "Officials said 12 people died, but Ana Ruiz said 30 did."
    first, second = _of(text, "12"), _of(text, "30")
    assert first is not None
    assert second is not None
    assert (first.surface, second.surface) == ("Officials", "Ana Ruiz")


def test_a_pronoun_stands_for_the_last_named_speaker_with_low_confidence() -> None:
    found = _of("Ana Ruiz said it was bad. The tram stood. She said 12 people died.", "12")
    assert found is not None
    assert (found.surface, found.resolved, found.confidence) == ("She", "Ana Ruiz", "low")


def test_a_pronoun_without_a_named_speaker_before_stays_unresolved() -> None:
    found = _of("It rained. He said 12 people died.", "12")
    assert found is not None
    assert (found.resolved, found.confidence) == (None, "low")


def test_a_surname_is_resolved_to_the_full_name_given_before() -> None:
    found = _of("Minister Ana Ruiz arrived. Some 12 people died, Ruiz said.", "12")
    assert found is not None
    assert (found.surface, found.resolved) == ("Ruiz", "Ana Ruiz")


@pytest.mark.parametrize(
    "text",
    [
        '"We lost two. We mourn 12 people," Ana Ruiz said.',
        '"We lost two," Ana Ruiz said. "We mourn 12 people."',
        'Ana Ruiz said: "We lost two. We mourn 12 people. It is bad."',
        '"We lost two," Ana Ruiz said. "We are sad.\n\n"And we mourn 12 people."',
        "“We lost two,” Ana Ruiz said. “We are sad.\n\n“And we mourn 12 people.”",
        "“We lost ‘12 people’,” Ana Ruiz said.",
        '"I said we lost 12 people," Ana Ruiz said.',
        '"We mourn 12 people, do we not? " Ana Ruiz said.',
    ],
)
def test_every_sentence_of_a_quotation_is_its_speakers(text: str) -> None:
    found = _of(text, "12")
    assert found is not None
    assert found.resolved == "Ana Ruiz"


def test_an_odd_quotation_mark_does_not_lend_its_speaker_to_the_next_paragraph() -> None:
    assert _of('"We lost two, Ana Ruiz said.\nThe fire killed 12 people.', "12") is None


def test_a_position_outside_the_sentences_has_no_speaker() -> None:
    assert Speakers("", []).of(0, 0) is None


@given(st.lists(st.sampled_from(['"', "“", "”", "said", "Ana Ruiz", "he", "I", "we", ",", ".", "\n", "12", "told"])))
def test_any_text_gives_a_speaker_of_its_own_words_or_none(words: list[str]) -> None:
    text = " ".join(words)
    spans = sentences(text)
    speakers = Speakers(text, spans)
    for index, span in enumerate(spans):
        found = speakers.of(index, span.end - 1)
        assert found is None or text[found.start : found.end] == found.surface


@pytest.mark.parametrize(
    "unit",
    ["he said ", '"', 'Ana said, "', ", but ", "A B ", "12\n", "according to ", '"I said," ', "“a\n", "said. "],
)
def test_finding_speakers_takes_time_in_proportion_to_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        spans = sentences(text)
        begun = time.process_time()
        speakers = Speakers(text, spans)
        for index, span in enumerate(spans):
            speakers.of(index, span.start)
        return time.process_time() - begun

    small, large = cost(5_000), cost(40_000)
    assert large < 20 * small + 0.5
