import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import memberships
from factcheck.extract.context import Context, Found
from factcheck.model import Article, Membership, Section, SectionKind

Told = tuple[str, float | None, tuple[str, ...]]
"""Group, stated count and members."""

_STATED = Path(__file__).with_name("memberships.txt")


def _found(text: str, *sections: Section) -> list[Found]:
    article = Article("0" * 64, "a", "a.txt", text, sections=sections)
    return list(memberships.extract(Context(article, "text")))


def _value(found: Found) -> Membership:
    assert isinstance(found.value, Membership)
    return found.value


def _told(text: str) -> list[Told]:
    values = [_value(one) for one in _found(text)]
    return [(value.group, value.stated_count, tuple(member.name for member in value.members)) for value in values]


def _table() -> Iterator[tuple[str, list[Told]]]:
    """Each sentence of memberships.txt with what it states."""
    told: list[Told] = []
    sentence = ""
    for line in _STATED.read_text("utf-8").splitlines():
        if line.startswith("    "):
            group, count, names = (part.strip() for part in line.split("|"))
            members = () if names == "-" else tuple(name.strip() for name in names.split(";"))
            told.append((group, None if count == "-" else float(count), members))
        elif line and not line.startswith("#"):
            if sentence:
                yield sentence, told
            sentence, told = line, []
    yield sentence, told


@pytest.mark.parametrize(("sentence", "expected"), _table())
def test_what_a_sentence_states_of_belonging_is_read_and_no_more(sentence: str, expected: list[Told]) -> None:
    assert _told(sentence) == expected


def test_the_core_runs_from_the_first_member_to_the_last_and_each_has_its_span() -> None:
    text = "L-R: Alban Prime Minister Ana Ruiz, President Lee Chan and Sir Omar Diab at the summit."
    (found,) = _found(text)
    value = _value(found)
    assert text[found.start : found.end] == "Ana Ruiz, President Lee Chan and Sir Omar Diab"
    assert [text[member.start : member.end] for member in value.members] == ["Ana Ruiz", "Lee Chan", "Omar Diab"]


def test_a_count_alone_is_its_own_core() -> None:
    text = "About 160,000 members of the Harbour Party may vote, out of over 160,000 members of the Harbour Party."
    assert text[_found(text)[-1].start : _found(text)[-1].end] == "over 160,000"


def test_a_size_and_a_list_of_one_group_are_one_claim() -> None:
    text = "The three-nation Harbour Union comprises France, Spain and Italy."
    assert _told(text) == [("Harbour Union", 3, ("France", "Spain", "Italy"))]


def test_moving_from_one_body_to_another_is_two_claims_on_one_span() -> None:
    left, joined = _found("Ana Ruiz quit the Harbour Party and joined the Dune Party.")
    assert (left.start, left.end) == (joined.start, joined.end)
    assert [_value(left).relation, _value(joined).relation] == ["former members", "joined"]


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Chile and Peru are founding members of the Andean Union.", "founding members"),
        ("Chile and Peru are former members of the Andean Union.", "former members"),
        ("The Andean Union counts Chile and Peru as observers.", "observers"),
        ("Chile and Peru signed the Andean Treaty.", "signatories"),
        ("Chile and Peru quit the Andean Union.", "former members"),
    ],
)
def test_the_relation_is_in_the_fields_words(words: str, relation: str) -> None:
    assert [_value(one).relation for one in _found(words)] == [relation]


def test_names_in_scripts_without_capitals_are_members() -> None:
    assert _told("ليلى حداد and דוד לוי, both members of the Potters' Guild, spoke.") == [
        ("the Potters' Guild", None, ("ليلى حداد", "דוד לוי"))
    ]


def test_a_list_does_not_run_on_into_another_section() -> None:
    text = "The Harbour Union comprises France, Spain and Italy"
    edge = text.index(", Spain")
    sections = (Section(SectionKind.BODY, 0, edge), Section(SectionKind.TEASER, edge, len(text)))
    assert _found(text) != []
    assert _found(text, *sections) == []


@pytest.mark.parametrize(
    "unit",
    [
        "member of ",
        "A, ",
        "France, ",
        "The Harbour Union (",
        "X joined ",
        "leaders of A, ",
        "- ",
        "members of the the ",
        "L-R: A ",
        "which includes A and ",
        "A (left), ",
        "signed the ",
        "as full members ",
        "( ",
        " " * 50 + "left ",
        "is a group of ",
        "twenty-",
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        begun = time.process_time()
        _found(text)
        return time.process_time() - begun

    small, large = cost(5_000), cost(40_000)
    assert large < 20 * small + 0.5


_WORDS = st.sampled_from(
    [
        *("members", "member", "of", "the", "Harbour Union", "France", "Spain", "and", ",", "joined", "left", "for"),
        *("(", ")", "-", "—", ":", "L-R", "six", "comprises", "are", "Ana Ruiz", "Sir", "president of", "which"),
        *(
            "includes",
            "summit",
            "attended",
            "as observers",
            ".",
            "27-nation",
            "signed",
            "by",
            "\n",
            "’s",
            "NATO",
            "É",
        ),
    ]
)


@given(st.lists(_WORDS, max_size=40))
def test_whatever_the_words_spans_hold_and_claims_do_not_repeat(words: list[str]) -> None:
    text = " ".join(words)
    found = _found(text)
    for one in found:
        value = _value(one)
        assert 0 <= one.start < one.end <= len(text)
        assert all(one.start <= member.start < member.end <= one.end for member in value.members)
        assert all(text[member.start : member.end] == member.name for member in value.members)
    assert len({(one.start, one.end, _value(one).group) for one in found}) == len(found)
