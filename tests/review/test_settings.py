"""A settings file as people write it, rightly and wrongly."""

import re
import tomllib
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import SettingsError
from factcheck.model import ClaimType, LabelField, Order
from factcheck.review.settings import FILE_NAME, Settings, duration, load, read
from tests.review.key_tables import DOCUMENT, with_tables


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    (tmp_path / "work").mkdir()
    return tmp_path / "work" / "claims.db"


def written(db: Path, text: str) -> Path:
    path = db.parent / FILE_NAME
    path.write_text(text, "utf-8")
    return path


def complaint(db: Path, text: str) -> SettingsError:
    path = written(db, text)
    with pytest.raises(SettingsError) as caught:
        load(db)
    assert str(caught.value).startswith(str(path))
    return caught.value


def test_without_a_file_all_is_as_it_comes(db: Path) -> None:
    assert load(db) == Settings()


def test_the_documented_example_is_read_whole(db: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert example is not None
    path = written(db, example[1])
    found = load(db)
    assert found.keymap.choice(LabelField.VERDICT, "supported").keys == ("h",)
    assert found.keymap.choice(LabelField.VERDICT, "refuted").keys == ("g", "2")
    assert found.keymap.action("merge").keys == ()
    killed = found.keymap.fix(ClaimType.CASUALTY, "W")
    assert killed is not None
    assert killed.name == "killed"
    assert found.path == path
    assert (found.order, found.search) == (Order.NEWEST, "label:none -type:date")
    assert found.weights == (ClaimType.VIEW_COUNT, ClaimType.CASUALTY, ClaimType.MEMBERSHIP, ClaimType.DATE)
    assert found.guidelines == db.parent / "our-rules"
    assert (found.theme, found.focus, found.stay, found.snooze) == (
        "high-contrast",
        True,
        True,
        timedelta(minutes=90),
    )


def test_the_example_shows_every_name_there_is(db: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert example is not None
    tables = tomllib.loads(example[1])
    assert set(tables) == {"keys", "queue", "guidelines", "desk"}
    for table in ("queue", "guidelines", "desk"):
        asked = complaint(db, f'[{table}]\n"€" = 1\n')
        assert set(re.findall(r"\w+", asked.reason.partition("there are ")[2])) == set(tables[table])


def test_the_documents_list_every_key_as_it_comes() -> None:
    assert with_tables(DOCUMENT.read_text("utf-8")) == DOCUMENT.read_text("utf-8"), (
        "`python -m tests.review.key_tables` writes the tables anew"
    )


def test_the_database_s_own_file_comes_before_the_users(db: Path, tmp_path: Path) -> None:
    own = tmp_path / "home" / "factcheck" / FILE_NAME
    own.parent.mkdir(parents=True)
    own.write_text('[desk]\ntheme = "light"\n')
    assert load(db).theme == "light"
    written(db, "[desk]\nstay = true\n")
    assert (load(db).theme, load(db).stay) == ("dark", True)
    assert load(db, own).theme == "light"


def test_a_file_that_was_named_must_be_there(db: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.toml: the settings cannot be read"):
        load(db, tmp_path / "nowhere.toml")
    with pytest.raises(SettingsError, match="cannot be read"):
        load(db, tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[desk]\nstay = yes\n", 2, "this is not TOML: Invalid value"),
        ("[desk\n", 1, "this is not TOML"),
        ('[desk]\ntheme = "dark', 2, "this is not TOML"),
        ("[dsek]\nstay = true\n", 1, "do you mean desk?"),
        ("\ndesk = 1\n", 2, "desk must be a table: [desk]"),
        ("[desk]\n# none\nthem = 1\n", 3, "do you mean theme?"),
        ('[desk]\ntheme = "drak"\n', 2, "do you mean 'dark'?"),
        ('[desk]\nfocus = "yes"\n', 2, "must be true or false, not 'yes'"),
        ("[desk]\nsnooze = 60\n", 2, "must be a time such as"),
        ('[desk]\nsnooze = "0m"\n', 2, "must be a time such as"),
        ('[queue]\norder = "alphabet"\n', 2, "it can be"),
        ('[queue]\nweights = "date"\n', 2, "must be a list of types"),
        ('[queue]\nweights = ["dates"]\n', 2, "do you mean 'date'?"),
        ('[queue]\nsearch = "type:casulty"\n', 2, "casualty"),
        ("[queue]\nsearch = 1\n", 2, "must be a search line"),
        ("[guidelines]\nfolder = 3\n", 2, "must be the path of a folder"),
        ('[keys]\nsuported = "h"\n', 2, "do you mean supported?"),
        ('[keys]\nsupported = "hh"\n', 2, "'hh' is no key"),
        ("[keys]\nsupported = 1\n", 2, "must be a key"),
        ('[keys]\n\nsupported = "c"\n', 3, "'c' is both correct and supported"),
        ('[keys]\nsupported = "h"\nrefuted = "h"\n', 2, "'h' is both supported and refuted"),
        ('[keys.casulty]\nkilled = "W"\n', 1, "do you mean casualty?"),
        ('[keys.date]\nkilled = "W"\n', 2, "there is no correction in [keys.date] called 'killed'"),
        ('[keys]\ncasualty = {kiled = "W"}\n', 2, "do you mean killed?"),
        ('[keys]\nkilled = "Q"\n[keys.casualty]\nkilled = "W"\n', 4, "has a key in [keys] already"),
    ],
)
def test_what_makes_no_sense_is_told_with_file_line_and_what_could_be_meant(
    db: Path, text: str, line: int, words: str
) -> None:
    error = complaint(db, text)
    assert words in error.reason
    assert error.line == line
    assert f"{FILE_NAME}:{line}: " in str(error)


def test_bytes_that_are_no_text_are_told_with_their_line(db: Path) -> None:
    (db.parent / FILE_NAME).write_bytes(b"[desk]\n# caf\xe9\n")
    with pytest.raises(SettingsError, match=r"factcheck\.toml:2: the file is not UTF-8"):
        load(db)
    (db.parent / FILE_NAME).write_bytes(b"#" * (1 << 20) + b"\n")
    with pytest.raises(SettingsError, match="at most 1 MB"):
        load(db)


def test_keys_may_change_places(db: Path) -> None:
    written(db, '[keys]\nsupported = "2"\nrefuted = "1"\n')
    keymap = load(db).keymap
    assert keymap.choice(LabelField.VERDICT, "refuted").keys == ("1",)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("30m", 30), ("1h", 60), ("1h30m", 90), ("1h 30m", 90), ("2d", 2880), ("1D", 1440)],
)
def test_stretches_of_time(text: str, minutes: int) -> None:
    assert duration(text) == timedelta(minutes=minutes)


@given(st.text(max_size=12))
def test_no_words_for_a_stretch_of_time_raise(text: str) -> None:
    found = duration(text)
    assert found is None or timedelta() < found <= timedelta(days=366)


@given(st.dictionaries(st.text(max_size=8), st.one_of(st.booleans(), st.integers(), st.text(max_size=8)), max_size=3))
def test_no_table_of_odd_names_ends_in_anything_but_a_settings_error(
    tmp_path_factory: pytest.TempPathFactory, entries: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("odd") / FILE_NAME
    lines = [f"{_quoted(name)} = {_quoted(value)}" for name, value in entries.items()]
    path.write_text("\n".join(["[keys]", *lines]), "utf-8")
    with suppress(SettingsError):
        assert read(path).path == path


def _quoted(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    return '"' + "".join(f"\\U{ord(character):08x}" for character in str(value)) + '"'
