"""What whole articles amount to: one event's toll out of counts, updates, parts, single persons and background."""

from __future__ import annotations

import pytest

from factcheck.model import TOLL_EFFECTS, Article
from factcheck.verify.tolls import Tolls, tolls_of

Bounds = tuple[int, int, int | None]
"""Low, best and high."""


def tolls(text: str, title: str | None = None) -> Tolls:
    return tolls_of(Article("0" * 64, "a", "a.txt", text, title))


def bounds(text: str, title: str | None = None) -> dict[str, Bounds]:
    return {effect: (toll.low, toll.best, toll.high) for effect, toll in tolls(text, title).items()}


def exactly(number: int) -> Bounds:
    return number, number, number


def counted(text: str, effect: str = "killed") -> list[str]:
    """The words that a toll rests on."""
    return [text[ground.start : ground.end] for ground in tolls(text)[effect].grounds]


ARTICLES: list[tuple[str, dict[str, Bounds]]] = [
    # a newer or a corrected number takes the place of the one before
    (
        "A quake struck Orla on Sunday. At least 12 people were killed. By night the death toll had risen to 31.",
        {"killed": exactly(31)},
    ),
    (
        "The fire killed 18 people, officials said on Monday. On Tuesday they corrected the number of dead to 15.",
        {"killed": exactly(15)},
    ),
    (
        "A bus fell into a ravine near Tarn, killing 46 people. Officials later revised the toll down to 41 from 46.",
        {"killed": (41, 41, 46)},
    ),
    (
        "The toll was revised down to 41 on Friday. The toll had risen to 46 at first, up from at least 12.",
        {"killed": (41, 41, 46)},
    ),
    # parts are in their total, and their bounds are not its own
    ("The blast killed 14 people, including at least three children.", {"killed": exactly(14)}),
    (
        "The blast killed 14 people, including three children, and injured 30 others.",
        {"killed": exactly(14), "injured": exactly(30)},
    ),
    ("The blast killed 14 people. Among the dead were two nurses.", {"killed": exactly(14)}),
    # lists are added up
    ("Two soldiers and a child were killed. Three others were hurt.", {"killed": exactly(3), "injured": exactly(3)}),
    ("The mayor, his wife and two guards were killed.", {"killed": exactly(4)}),
    # those who come on top
    ("The blaze killed ten people. Another two died.", {"killed": exactly(12)}),
    ("The blaze killed ten people. Two others died.", {"killed": exactly(12)}),
    # those hit who did not die are injured; where all died, of the injured nothing is said
    ("Five people were shot, two fatally.", {"killed": exactly(2), "injured": exactly(3)}),
    ("A man killed three people before shooting himself.", {"killed": (3, 4, 4)}),
    # the same once more
    ("Nine miners died in a blast at Korr. The nine miners had worked there for years.", {"killed": exactly(9)}),
    # who did it comes on top, if no total has him in
    (
        "A gunman opened fire in a school in Halden, killing four pupils before turning the gun on himself.",
        {"killed": (4, 5, 5)},
    ),
    ("Six people were found dead in Halden, including the gunman.", {"killed": exactly(6)}),
    # nobody harmed is said, and is not the same as nothing said
    ("A bomb went off outside the town hall in Corran on Friday. Nobody was hurt.", {"injured": exactly(0)}),
    (
        "The ferry caught fire off Port Ansel. There were no casualties.",
        {"killed": exactly(0), "injured": exactly(0)},
    ),
    ("The council met on Friday and passed its budget of two million euros.", {}),
    # other events are left out
    (
        "A bomb killed three people in Dura on Monday. In a separate attack last week, 40 people died in Sand.",
        {"killed": exactly(3)},
    ),
    (
        "A car bomb killed three people in Dura. The insurgency has killed more than 6,000 people since 2004.",
        {"killed": exactly(3)},
    ),
    # bounds are those of the words
    (
        "Between 10 and 14 people were killed and at least 30 were injured.",
        {"killed": (10, 10, 14), "injured": (30, 30, None)},
    ),
    ("Up to 40 people were killed.", {"killed": (0, 40, 40)}),
    ("Police said 9 people died. Other sources said 12 people died.", {"killed": (9, 9, 12)}),
    # the other effects
    ("The flood displaced 4,000 people and left 12 missing.", {"missing": exactly(12), "displaced": exactly(4000)}),
    ("Gunmen kidnapped seven workers.", {"captured": exactly(7)}),
    ("A teacher was kidnapped and killed in Dura.", {"killed": exactly(1), "captured": exactly(1)}),
    # what did not come to it
    ("A man tried to kill the mayor.", {}),
]


@pytest.mark.parametrize(("text", "expected"), ARTICLES, ids=[text[:60] for text, _ in ARTICLES])
def test_an_article_amounts_to(text: str, expected: dict[str, Bounds]) -> None:
    assert bounds(text) == expected


def test_a_person_named_again_is_counted_once() -> None:
    text = "Ali Karim, a cleric, was shot dead in Dura on Monday. Karim, 54, was killed outside his home."
    assert bounds(text) == {"killed": exactly(1)}


def test_a_title_and_its_text_tell_of_the_same() -> None:
    assert bounds("Five miners were killed in a blast at Korr.", "Mine blast kills five") == {"killed": exactly(5)}


def test_a_vague_number_gives_way_to_an_exact_one() -> None:
    assert bounds("Dozens were killed in Orla. Officials said 37 people died.") == {"killed": exactly(37)}


def test_effects_stand_in_one_order() -> None:
    text = "Seven workers were kidnapped, 12 are missing, 30 were injured and 4 were killed."
    assert list(tolls(text)) == [effect for effect in TOLL_EFFECTS if effect in tolls(text)]
    assert len(tolls(text)) == 4


def test_a_toll_rests_on_the_counts_and_persons_it_was_made_of() -> None:
    assert counted("The mayor, his wife and two guards were killed.") == ["The mayor", "his wife", "two"]
    assert counted("There were no casualties.") == ["no"]
    assert counted("There were no casualties.", "injured") == ["no"]


def test_grounds_name_the_string_in_which_they_stand() -> None:
    found = tolls("The blast hit a mine at Korr.", "Mine blast kills five")["killed"]
    assert [(one.field, one.start, one.end) for one in found.grounds] == [("title", 17, 21)]
