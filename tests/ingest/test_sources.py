"""Which files are read, under which names, and what becomes of those that cannot be."""

import os
import socket
from pathlib import Path

import pytest

from factcheck.ingest import Source, expand
from factcheck.model import Reject


def _make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words", "utf-8")


def _names(*paths: str | Path) -> list[str]:
    return [found.name for found in expand([str(path) for path in paths]) if isinstance(found, Source)]


def _reasons(*paths: str | Path) -> list[str]:
    return [found.reason for found in expand([str(path) for path in paths]) if isinstance(found, Reject)]


def test_a_folder_gives_its_articles_at_any_depth_sorted_under_their_paths(tmp_path: Path) -> None:
    _make(tmp_path, "b.txt", "a/z.html", "a/deep/er/x.jsonl.gz", "a.csv", "B.NDJSON", "c.text.gz")
    assert _names(tmp_path) == ["B.NDJSON", "a/deep/er/x.jsonl.gz", "a/z.html", "a.csv", "b.txt", "c.text.gz"]


def test_a_folder_leaves_hidden_and_unknown_files_out(tmp_path: Path) -> None:
    _make(tmp_path, "kept.txt", "picture.png", "README", ".hidden.txt", ".git/config.txt", "notes.md")
    assert _names(tmp_path) == ["kept.txt"]
    assert _reasons(tmp_path) == []


def test_a_file_named_by_itself_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    _make(tmp_path, "article", "binary.bin", ".hidden.txt")
    assert _names(tmp_path / "article", tmp_path / "binary.bin", tmp_path / ".hidden.txt") == [
        "article",
        "binary.bin",
        ".hidden.txt",
    ]


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    _make(tmp_path, "picture.png")
    assert ["no file that is read" in reason for reason in _reasons(tmp_path)] == [True]


def test_patterns_match_at_any_depth_and_name_files_below_their_fixed_part(tmp_path: Path) -> None:
    _make(tmp_path, "x/one.txt", "x/sub/two.txt", "x/sub/three.html", "y/four.txt")
    assert _names(f"{tmp_path}/x/**/*.txt") == ["one.txt", "sub/two.txt"]
    assert _names(f"{tmp_path}/[xy]/*.txt") == ["x/one.txt", "y/four.txt"]
    assert _names(f"{tmp_path}/x/**") == ["one.txt", "sub/three.html", "sub/two.txt"]
    assert _reasons(f"{tmp_path}/*.nothing") == ["no file that is read matches the pattern"]


def test_a_file_whose_name_holds_pattern_marks_is_that_file(tmp_path: Path) -> None:
    _make(tmp_path, "what[1]?.txt", "what1x.txt")
    assert _names(tmp_path / "what[1]?.txt") == ["what[1]?.txt"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    _make(tmp_path, "d/a.txt")
    (tmp_path / "d" / "link.txt").symlink_to(tmp_path / "d" / "a.txt")
    assert _names(tmp_path / "d", tmp_path / "d" / "a.txt", f"{tmp_path}/d/*.txt") == ["a.txt"]


def test_a_folder_whose_files_were_all_read_before_is_not_called_empty(tmp_path: Path) -> None:
    _make(tmp_path, "d/a.txt")
    assert _reasons(tmp_path / "d" / "a.txt", tmp_path / "d", f"{tmp_path}/d/*") == []


def test_folders_nested_deep_are_walked(tmp_path: Path) -> None:
    depth = 450
    deep = "/".join("d" * depth)
    here = os.getcwd()  # noqa: PTH109 - the path below is made step by step
    try:
        os.chdir(tmp_path)
        for _ in range(depth):
            os.mkdir("d")  # noqa: PTH102 - likewise
            os.chdir("d")
        Path("a.txt").write_text("words", "utf-8")
    finally:
        os.chdir(here)
    assert _names(tmp_path) == [f"{deep}/a.txt"]


def test_linked_folders_that_loop_end(tmp_path: Path) -> None:
    _make(tmp_path, "d/a.txt", "d/sub/b.txt")
    (tmp_path / "d" / "sub" / "up").symlink_to(tmp_path / "d", target_is_directory=True)
    (tmp_path / "d" / "other").symlink_to(tmp_path / "d" / "sub", target_is_directory=True)
    assert _names(tmp_path / "d") == ["a.txt", "other/b.txt"]


def test_equal_names_from_two_folders_are_told_apart(tmp_path: Path) -> None:
    _make(tmp_path, "monday/wire.txt", "tuesday/wire.txt")
    names = _names(tmp_path / "monday", tmp_path / "tuesday")
    assert names == ["wire.txt", "tuesday/wire.txt"]


def test_what_is_missing_or_no_path_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert _reasons(tmp_path / "none.txt") == ["there is no such file"]
    assert _reasons(tmp_path / "dangling.txt") == ["the link leads nowhere"]
    assert len(_reasons(tmp_path / "self.txt")) == 1
    assert _reasons("", "nul\0.txt", "n" * 5000)[:2] == ["is not a path", "is not a path"]
    assert len(_reasons("n" * 5000)) == 1


def test_pipes_and_sockets_are_refused_without_being_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(tmp_path / "socket.txt"))
        assert _reasons(tmp_path) == ["is a pipe, not a file", "is a socket, not a file"]
    assert _reasons("/dev/null") == ["is a device, not a file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_refused(tmp_path: Path) -> None:
    _make(tmp_path, "secret.txt", "locked/a.txt")
    (tmp_path / "secret.txt").chmod(0)
    (tmp_path / "locked").chmod(0)
    try:
        assert _reasons(tmp_path) == ["may not be read: no permission"] * 2
    finally:
        (tmp_path / "locked").chmod(0o700)


def test_a_name_that_is_no_unicode_becomes_one(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118 - a path of bytes
    with open(path, "wb") as file:  # noqa: PTH123 - likewise
        file.write(b"words")
    assert _names(tmp_path) == ["caf\ufffd.txt"]
