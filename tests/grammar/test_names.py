import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.grammar.names import mentions, names_after, names_before


def _names(text: str) -> list[str]:
    found = mentions(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    return [one.name for one in found if one.name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Alban Prime Minister Nikol Pashinyan spoke",
            ["Nikol Pashinyan"],
        ),
        ("President of Azerbaijan Ilham Aliyev left", ["Ilham Aliyev"]),
        ("the acting Prime Minister of Armenia Ara Petrosyan", ["Ara Petrosyan"]),
        ("UN Secretary-General Ana Ruiz", ["Ana Ruiz"]),
        ("European Commission President Ursula von der Leyen", ["Ursula von der Leyen"]),
        ("Crown Prince Omar bin Ali Al Said", ["Omar bin Ali Al Said"]),
        ("Mr. Ruiz met Dr. Lee Chan Jr. and Prof. Eve Holm", ["Ruiz", "Lee Chan Jr.", "Eve Holm"]),
        ("Pope Francis met Queen Rania and King Abdullah II", ["Pope Francis", "Queen Rania", "King Abdullah II"]),
        ("the People's Republic of China and Côte d'Ivoire", ["People's Republic of China", "Côte d'Ivoire"]),
        ("Bosnia and Herzegovina beat Trinidad and Tobago", ["Bosnia and Herzegovina", "Trinidad and Tobago"]),
        ("the Traders' Guild and the Teachers' Union met", ["Traders' Guild", "Teachers' Union"]),
        ("the American Academy of Arts voted", ["American Academy of Arts"]),
        ("a Moscow-led bloc and a London-based bank", []),
        ("Ironically, Italy won; Sally and Molly cheered", ["Italy", "Sally", "Molly"]),
        ("On Monday Ana Ruiz met June Carter in May", ["Ana Ruiz", "June Carter"]),
        ("Theresa May and Jan Wolski left in April 2020", ["Theresa May", "Jan Wolski"]),
        ("In August Boris Orlov left", ["Boris Orlov"]),
        ("George W. Holm and J. K. Ruiz", ["George W. Holm", "J. K. Ruiz"]),
        ("Russia's Vladimir Orlov", ["Russia", "Vladimir Orlov"]),
        ("a Labour MP resigned", []),
        ("ليلى حداد met דוד לוי", ["ليلى حداد", "דוד לוי"]),
    ],
)
def test_a_name_is_found_without_its_titles(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("France, Spain and Italy agreed", ["France", "Spain", "Italy"]),
        ("the UAE, Qatar, and the Philippines, in Asia", ["UAE", "Qatar", "Philippines"]),
        ("Armenia Russia, Belarus", ["Armenia", "Russia", "Belarus"]),
        ("A. Ruiz (left), B. Chan (centre) and C. Diab", ["A. Ruiz", "B. Chan", "C. Diab"]),
        ("Ana Ruiz, left, Lee Chan, center, and Omar Diab", ["Ana Ruiz", "Lee Chan", "Omar Diab"]),
        ("Ana Ruiz, mayor of Porto, Lee Chan, and Omar Diab", ["Ana Ruiz", "Lee Chan", "Omar Diab"]),
        ("Ana Ruiz, a banker from Porto; Lee Chan, a cook; and Omar Diab", ["Ana Ruiz", "Lee Chan", "Omar Diab"]),
        ("France and Spain plus Italy", ["France", "Spain", "Italy"]),
        ("Ana Ruiz; creative director Lee Chan; engineer Omar Diab", ["Ana Ruiz", "Lee Chan", "Omar Diab"]),
        ("Ana Ruiz and the union's secretary-general, Lee Chan", ["Ana Ruiz", "Lee Chan"]),
        ("former minister Ana Ruiz and judge Lee Chan", ["Ana Ruiz", "Lee Chan"]),
        ("Ana Ruiz and (covered) Lee Chan", ["Ana Ruiz", "Lee Chan"]),
        ("Ana Ruiz, Lee Chan; bottom row, from left: Omar Diab", ["Ana Ruiz", "Lee Chan", "Omar Diab"]),
        ("France said Spain left", ["France"]),
        ("Russian and Japanese officials", []),
        ("nobody at all", []),
        ("", []),
    ],
)
def test_a_list_is_read_from_its_start_to_its_end(text: str, names: list[str]) -> None:
    assert [name.text for name in names_after(text, 0, len(text))] == names


def test_a_list_of_offices_is_of_their_places() -> None:
    text = "Russia, Belarus and the Acting Prime Minister of Armenia met"
    assert [name.text for name in names_after(text, 0, len(text), offices=True)] == ["Russia", "Belarus", "Armenia"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They saw that France, Spain and Italy", ["France", "Spain", "Italy"]),
        ("In Paris, Ana Ruiz and Lee Chan", ["Ana Ruiz", "Lee Chan"]),
        ("his counterparts from France, Spain and Italy", []),
        ("Ana Ruiz said Lee Chan", ["Lee Chan"]),
        ("Ana Ruiz and Lee Chan's", []),
        ("Ana Ruiz spoke", []),
    ],
)
def test_a_list_is_read_backwards_from_its_end(text: str, names: list[str]) -> None:
    assert [name.text for name in names_before(text, 0, len(text))] == names


def test_long_lists_are_read_whole_in_both_directions() -> None:
    listed = ", ".join(f"Minister Anatolia Rui{'z' * (number % 9)}" for number in range(50)) + " and Lee Chan"
    assert len(names_after(listed, 0, len(listed))) == 51
    assert len(names_before(listed, 0, len(listed))) == 51


@given(
    st.lists(
        st.sampled_from(
            [
                "Ana Ruiz",
                "France",
                "president",
                "of",
                "the",
                ",",
                "and",
                "(left)",
                "(",
                ")",
                "Sir",
                "'s",
                ";",
                "\n",
                "al-",
            ]
        ),
        max_size=30,
    ),
    st.booleans(),
    st.booleans(),
)
def test_names_are_ordered_and_stand_where_they_say(words: list[str], offices: bool, governed: bool) -> None:  # noqa: FBT001 - drawn
    text = " ".join(words)
    forwards = names_after(text, 0, len(text), offices=offices)
    backwards = names_before(text, 0, len(text), governed=governed, offices=offices)
    for names in (forwards, backwards):
        assert all(text[name.start : name.end] == name.text for name in names)
        assert all(name.item_start <= name.start for name in names)
        starts = [name.start for name in names]
        assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    "unit", ["A ", "A, ", "A and ", "Ana (", "van der ", "President of ", "x ", "France ", "’s "]
)
def test_reading_takes_time_in_proportion_to_the_text(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    begun = time.process_time()
    names_after(text, 0, len(text))
    names_before(text, 0, len(text))
    mentions(text)
    assert time.process_time() - begun < 5
