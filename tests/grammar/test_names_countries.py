import json
import subprocess
import sys
from collections import Counter
from importlib.resources import files
from itertools import chain
from typing import Any

import pytest

from factcheck.grammar.names import country_code, demonym_code
from factcheck.grammar.names.countries import country_tokens

_ROWS: list[dict[str, Any]] = json.loads(files("factcheck").joinpath("data/countries.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(
            ("Britain", "GB"),
            ("UK", "GB"),
            ("U.K.", "GB"),
            ("the UK", None),
            ("U.S.", "US"),
            ("US", "US"),
            ("USA", "US"),
        ),
        *(("Burma", "MM"), ("DRC", "CD"), ("Türkiye", "TR"), ("Kosovo", "XK"), ("Niger", "NE"), ("Nigeria", "NG")),
        *(("Soviet Union", "SUHH"), ("USSR", "SUHH"), ("Czechia", "CZ"), ("UAE", "AE"), ("Côte d’Ivoire", "CI")),
        *(("Republic of Moldova", "MD"), ("Kingdom of the Netherlands", "NL"), ("Republic of China", "TW")),
        *(("People’s Republic of China", "CN"), ("Republic of Korea", "KR"), ("Republic of the Congo", "CG")),
        *(
            ("france", "FR"),
            ("FRANCE", "FR"),
            ("Us", None),
            ("Car", None),
            ("CAR", "CF"),
            ("Paris", None),
            ("", None),
        ),
    ],
)
def test_a_country_is_known_by_the_names_of_the_press(name: str, code: str | None) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Tajik", "TJ"),
        ("Kazakh", "KZ"),
        ("Briton", "GB"),
        ("Soviet", "SUHH"),
        ("Emirati", "AE"),
        ("Tajikistan", None),
    ],
)
def test_a_nationality_is_known_by_its_adjective_or_noun(word: str, code: str | None) -> None:
    assert demonym_code(word) == code


def test_the_longest_name_wins() -> None:
    assert country_tokens(["South", "Sudan", "won"], 0) == 2
    assert country_tokens(["Bosnia", "and", "Herzegovina"], 0) == 3
    assert country_tokens(["Car", "bomb"], 0) == 0
    assert country_tokens(["South", "Street"], 0) == 0


def test_a_code_a_name_and_a_demonym_stand_in_one_row_only() -> None:
    codes = Counter(row["code"] for row in _ROWS)
    names = Counter(name.casefold() for row in _ROWS for name in (row["name"], *row["aliases"]))
    demonyms = Counter(word.casefold() for word in chain.from_iterable(row["demonyms"] for row in _ROWS))
    assert [entry for counts in (codes, names, demonyms) for entry, times in counts.items() if times > 1] == []


def test_every_row_has_the_keys_and_a_name_is_no_demonym() -> None:
    assert {tuple(row) for row in _ROWS} == {("code", "name", "aliases", "demonyms")}
    assert [row["name"] for row in _ROWS if demonym_code(row["name"]) is not None] == []
    assert all(country_code(name) == row["code"] for row in _ROWS for name in (row["name"], *row["aliases"]))


def test_the_un_members_and_the_common_former_states_are_there() -> None:
    assert len(_ROWS) > 200
    assert {"SUHH", "YUCS", "CSHH", "DDDE"} <= {row["code"] for row in _ROWS}


def test_the_table_is_read_at_the_first_look_up_and_not_before() -> None:
    script = (
        "import factcheck.grammar.names.countries as c; assert c._table.cache_info().currsize == 0;"
        "assert c.country_code('Chad') == 'TD'; assert c._table.cache_info().currsize == 1"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
