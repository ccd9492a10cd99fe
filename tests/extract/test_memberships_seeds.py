"""The memberships of two real articles, where those lie beside the project; their words are not repeated here."""

from pathlib import Path

import pytest

from factcheck.extract import memberships
from factcheck.extract.context import Context
from factcheck.model import Article, Membership

_SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not _SEEDS.is_dir(), reason="the articles are not beside the project")


@pytest.fixture(params=sorted(_SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def values(request: pytest.FixtureRequest) -> list[Membership]:
    text = request.param.read_text("utf-8")
    found = memberships.extract(Context(Article("0" * 64, "seed", "seed.txt", text), "text"))
    return [one.value for one in found if isinstance(one.value, Membership)]


def _names(value: Membership) -> set[str]:
    return {member.name for member in value.members}


def test_the_alliance_has_its_six_members(values: list[Membership]) -> None:
    six = {"Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Russia"}
    assert [_names(value) for value in values if value.group == "CSTO" and value.stated_count == 6] == [six]


def test_two_states_are_former_members_of_the_union(values: list[Membership]) -> None:
    former = [value for value in values if value.relation == "former members"]
    assert [(value.group, _names(value)) for value in former] == [("the Soviet Union", {"Azerbaijan", "Armenia"})]


def test_the_caption_names_four_people(values: list[Membership]) -> None:
    captions = [value for value in values if value.group.endswith("welcoming ceremony")]
    assert captions
    assert {len(value.members) for value in captions} == {4}
    assert all({"Nikol Pashinyan", "Vladimir Putin", "Stanislav Zas"} < _names(value) for value in captions)
