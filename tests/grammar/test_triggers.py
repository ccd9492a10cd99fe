import time

from hypothesis import given
from hypothesis import strategies as st

from factcheck.grammar.triggers import Triggers


def _found(words: dict[str, str], text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.tag) for one in Triggers(words).find(text)]


def test_whole_words_are_found_whatever_their_case() -> None:
    words = {"member": "one", "members": "many"}
    assert _found(words, "Members remember a MEMBER, membership aside") == [("Members", "many"), ("MEMBER", "one")]


def test_a_star_matches_the_beginning_of_a_word() -> None:
    assert _found({"kill*": "kill"}, "killed, killer, overkill") == [("kill", "kill"), ("kill", "kill")]


def test_the_longest_of_overlapping_words_wins() -> None:
    assert _found({"left": "move", "left to right": "caption"}, "From left to right") == [
        ("left to right", "caption")
    ]


def test_a_word_of_marks_needs_no_word_edge() -> None:
    assert _found({"(": "bracket", "-member": "size"}, "the 27-member X(A)") == [
        ("-member", "size"),
        ("(", "bracket"),
    ]


def test_letters_of_other_scripts_join_words_and_keep_offsets() -> None:
    text = "İstanbul’s members, émembers 😀 members"
    assert [one.start for one in Triggers({"members": "m"}).find(text)] == [11, text.rindex("members")]


@given(st.text(alphabet="ab İé-😀 ", max_size=60))
def test_a_trigger_is_its_word_where_it_says(text: str) -> None:
    for one in Triggers({"ab": "t", "a b": "t"}).find(text):
        assert text[one.start : one.end] in {"ab", "a b"}


def test_a_phrase_that_is_none_hides_no_word() -> None:
    words = {"ve day": "holiday", "day": "unit", "days": "unit", "no one": "nobody", "one by one": "turn"}
    assert _found(words, "VE Day, five days and twelve days") == [
        ("VE Day", "holiday"),
        ("days", "unit"),
        ("days", "unit"),
    ]
    assert _found(words, "a piano one by one") == [("one by one", "turn")]
    assert _found({"ve day": "t", "fi": "u"}, "five day ve day") == [("ve day", "t")]


def _whole_words(words: list[str], text: str) -> list[tuple[int, str]]:
    """The leftmost, then longest, whole words, looked for place by place."""
    found, place = [], 0
    while place < len(text):
        here = [
            word
            for word in sorted(words, key=len, reverse=True)
            if text.startswith(word, place)
            and not (place and text[place - 1].isalpha() and word[0].isalpha())
            and not (text[place + len(word) : place + len(word) + 1].isalpha() and word[-1].isalpha())
        ]
        if here:
            found.append((place, here[0]))
        place += len(here[0]) if here else 1
    return found


@given(
    words=st.lists(
        st.text(alphabet="ab ", min_size=1, max_size=5).map(str.strip).filter(bool), min_size=1, max_size=6
    ),
    text=st.text(alphabet="ab ", max_size=30),
)
def test_phrases_are_found_as_if_each_place_were_looked_at(words: list[str], text: str) -> None:
    found = Triggers(dict.fromkeys(words, "t")).find(text)
    assert [(one.start, text[one.start : one.end]) for one in found] == _whole_words(words, text)


def test_searching_takes_time_in_proportion_to_the_text() -> None:
    begun = time.process_time()
    assert not list(Triggers({"aab": "t", "ab": "t"}).find("a" * 1_000_000))
    assert time.process_time() - begun < 2
