"""The guidelines that come along, a project's own, and their Markdown as lines."""

import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import LABEL_CHOICES, ClaimType, LabelField
from factcheck.review.corrections.fixes import EFFECTS, METRICS
from factcheck.review.guidelines import LineKind, Piece, Style, guideline, lines
from factcheck.review.settings import Settings

SHIPPED = Path(__file__).parents[2] / "docs" / "guidelines"
ODD = "\x1b]0;owned\x07\u202e[/b]\u200b"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


@pytest.mark.parametrize("kind", ClaimType)
def test_each_type_has_a_guideline_that_fits_beside_a_claim(kind: ClaimType, db: Path) -> None:
    found = guideline(kind, db, Settings())
    assert found.path == SHIPPED / f"{kind.value}.md"
    assert found.trouble == ""
    assert found.title == kind.value.replace("_", " ").capitalize()
    assert found.text.count("\n") <= 60
    assert all(line.kind is not LineKind.ROW for line in lines(found.text)), "a table does not fit 36 cells"
    longest = max(re.split(r"\s", found.text), key=len)
    assert len(longest) <= 36


@pytest.mark.parametrize("kind", ClaimType)
def test_each_guideline_says_when_to_say_what(kind: ClaimType, db: Path) -> None:
    text = guideline(kind, db, Settings()).text.casefold()
    for field in (LabelField.EXTRACTION, LabelField.VERDICT, LabelField.CHECK_WORTHINESS):
        for choice in LABEL_CHOICES[field]:
            assert choice.replace("_", " ") in text


def test_the_closed_lists_are_there_whole(db: Path) -> None:
    casualty, views = (guideline(kind, db, Settings()).text for kind in (ClaimType.CASUALTY, ClaimType.VIEW_COUNT))
    assert [effect for effect in EFFECTS if f"`{effect}`" not in casualty] == []
    assert [metric for metric in METRICS if f"`{metric}`" not in views] == []


def test_the_guidelines_are_part_of_what_is_installed(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="the build backend is not installed")
    root = SHIPPED.parents[1]
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        for kind in ClaimType:
            name = f"{kind.value}.md"
            assert file.read(f"factcheck/guidelines/{name}") == (SHIPPED / name).read_bytes()


def test_a_project_s_own_guideline_stands_before_it(db: Path, tmp_path: Path) -> None:
    own = tmp_path / "guidelines" / "date.md"
    own.parent.mkdir()
    own.write_text(f"Our own\n\n# Dates {ODD} #\n", "utf-8")
    found = guideline(ClaimType.DATE, db, Settings())
    assert (found.path, found.trouble) == (own, "")
    assert found.title.startswith("Dates ␛]0;owned␇")
    assert guideline(ClaimType.CASUALTY, db, Settings()).path == SHIPPED / "casualty.md"


def test_the_settings_name_another_folder(db: Path, tmp_path: Path) -> None:
    for name in ("guidelines", "rules"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "date.md").write_text(f"# From {name}\n")
    assert guideline(ClaimType.DATE, db, Settings(guidelines=tmp_path / "rules")).title == "From rules"
    beside = tmp_path / "elsewhere" / "claims.db"
    assert guideline(ClaimType.DATE, beside, Settings(path=tmp_path / "x.toml")).title == "From guidelines"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"caf\xe9 \xff", "the file is not UTF-8"),
        (b" \n\n", "the file is empty"),
        (b"x" * (256 * 1024 + 1), "at most 256 kB"),
    ],
)
def test_one_that_cannot_be_used_is_told_and_passed_over(
    db: Path, tmp_path: Path, content: bytes, words: str
) -> None:
    own = tmp_path / "guidelines" / "date.md"
    own.parent.mkdir()
    own.write_bytes(content)
    found = guideline(ClaimType.DATE, db, Settings())
    assert found.path == SHIPPED / "date.md"
    assert words in found.trouble
    assert str(own) in found.trouble


def test_what_is_no_file_or_no_folder_is_told(db: Path, tmp_path: Path) -> None:
    (tmp_path / "guidelines" / "date.md").mkdir(parents=True)
    assert "Is a directory" in guideline(ClaimType.DATE, db, Settings()).trouble
    found = guideline(ClaimType.DATE, db, Settings(guidelines=tmp_path / "nowhere"))
    assert "nowhere: there is no such folder" in found.trouble
    assert found.path == SHIPPED / "date.md"


def test_markdown_becomes_lines() -> None:
    text = """# The **head** of it
A paragraph over
two lines with *weight*, `code` and a [link](https://example.org/a).

- one
  - deeper

    and on
3. three

| a | b |
|---|---|
| c | d |

---
```
x  y
```
> quoted
"""
    found = lines(text)
    assert [(line.kind, line.level, line.mark, line.text) for line in found] == [
        (LineKind.HEADING, 1, "", "The head of it"),
        (
            LineKind.TEXT,
            0,
            "",
            "A paragraph over two lines with weight, code and a link (https://example.org/a).",
        ),
        (LineKind.BULLET, 1, "•", "one"),
        (LineKind.BULLET, 2, "•", "deeper"),
        (LineKind.TEXT, 2, "", "and on"),
        (LineKind.NUMBER, 1, "3.", "three"),
        (LineKind.ROW, 0, "", "a | b"),
        (LineKind.ROW, 0, "", "c | d"),
        (LineKind.RULE, 0, "", ""),
        (LineKind.CODE, 0, "", "x  y"),
        (LineKind.TEXT, 0, "", "quoted"),
    ]
    assert found[0].pieces == (Piece("The "), Piece("head", Style.BOLD), Piece(" of it"))
    assert {Style.ITALIC, Style.CODE} <= {piece.style for piece in found[1].pieces}


def test_nothing_in_a_guideline_commands_a_terminal_or_is_taken_as_html() -> None:
    for text in (
        ODD,
        f"# {ODD}",
        f"- `{ODD}`",
        f"```\n{ODD}\n```",
        f"[a](http://{ODD})",
        f"| {ODD} |\n|---|",
        "<b>x</b>",
    ):
        shown = "".join(line.text for line in lines(text))
        assert not {"\x1b", "\x07", "\u202e", "\u200b"} & set(shown)
    assert lines("<b>x</b>")[0].text == "<b>x</b>"


@given(st.text(alphabet=st.sampled_from("ab *_`#->|[]()!\\\n\t1.&<~:"), max_size=200))
def test_any_text_is_lines_and_loses_no_letter(text: str) -> None:
    shown = "".join(line.text for line in lines(text))
    letters = [letter for letter in re.sub(r"\[[^\]]*\]:", "", text) if letter in "ab"]
    assert len(shown) <= 20 * len(text) + 20
    if "[" not in text and "~" not in text and "`" not in text and "|" not in text:
        assert [letter for letter in shown if letter in "ab"] == letters


@pytest.mark.parametrize("part", ["*a", "[", "**", "[a](", "_a_ ", "![[", "`", "> ", "- ", "<", "|"])
def test_a_long_odd_text_takes_no_longer_than_its_length(part: str) -> None:
    started = time.perf_counter()
    lines(part * (30_000 // len(part)))
    assert time.perf_counter() - started < 5
