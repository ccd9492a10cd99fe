"""Quality never falls below the floors that it has reached on the development sets."""

import json
from pathlib import Path

import pytest

from tests.eval.measures import SETS, digest, figures

FLOORS = Path(__file__).parent / "floors.json"


@pytest.mark.parametrize("name", SETS)
def test_figures_stand_on_their_floors(name: str) -> None:
    if not SETS[name].exists():
        pytest.skip(f"the development set {name} is not beside the project")
    floors = json.loads(FLOORS.read_text("utf-8"))
    measured = figures(name)
    assert measured
    for figure, value in measured.items():
        assert floors[figure]["digest"] == digest(name), f"{figure}: measured on other texts"
        assert value >= floors[figure]["floor"], figure
