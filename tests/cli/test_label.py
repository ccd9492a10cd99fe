"""The review in lines: through pipes, and in a terminal that can do nothing but lines."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.store import Store
from tests.cli.command import Done, factcheck
from tests.cli.label_talk import DOCUMENT, with_talk

ARTICLE = """Two killed as kiln explodes in Velm

Thursday, 24 November 2022

A kiln exploded on Wednesday, killing two people, police said. [/b]\x1b]0;owned\x07\u202e
At least 12 people were hurt. A video of it was viewed more than 1.2 million times.
"""

_DEADLINE = 20
_ROOT = Path(__file__).parents[2]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "kiln.txt").write_text(ARTICLE)
    assert factcheck("extract", "kiln.txt", "--db", "c.db", cwd=tmp_path).code == 0
    return tmp_path / "c.db"


def label(db: Path, answers: str, *more: str) -> Done:
    return factcheck(
        "label",
        "order:reading",
        "--db",
        db,
        "--annotator",
        "anna",
        *more,
        stdin=answers.encode("utf-8", "surrogateescape"),
    )


def said(db: Path) -> list[tuple[str, str | None, str | None]]:
    """Quote, extraction and verdict of every claim that anna labelled, in reading order."""
    with Store.open(db, readonly=True) as store:
        from factcheck.model import ClaimFilter  # noqa: PLC0415 - a test's own

        claims = [store.claim(claim_id) for claim_id in store.claim_ids(ClaimFilter())]
    return [(claim.claim.quote, one.extraction, one.verdict) for claim in claims for one in claim.labels]


def test_answers_from_a_pipe_label_undo_and_leave(db: Path) -> None:
    done = label(db, "1\nu\nq\n")
    assert (done.code, done.err) == (0, "")
    assert "Answer: 1\nSaved: correct; supported.\n" in done.out
    assert "Answer: u\nTook back: correct; supported, of “Two”.\n" in done.out
    assert said(db) == []
    with Store.open(db, readonly=True) as store:
        assert len(store.history(annotator="anna")) == 4


def test_the_end_of_the_input_leaves_with_everything_saved(db: Path) -> None:
    assert label(db, "supported\nnot a claim\nv").code == 0
    assert said(db) == [
        ("Two", "correct", "supported"),
        ("Thursday, 24 November 2022", "not_a_claim", None),
        ("Wednesday", "wrong_value", None),
    ]


def test_a_claim_is_told_a_fact_a_line(db: Path) -> None:
    lines = label(db, "skip\nskip\nskip\n").out.split("Answer: skip\n")[3].splitlines()
    assert lines[1:8] == [
        "Claim 4 of 6, 6 left. Casualty.",
        "Quote: two people"[:10],
        "Sentence: A kiln exploded on Wednesday, killing [[two]] people, police said.",
        "Value: 2 killed (people)",
        "Bounds: 2 (exactly)",
        "Told: 2022-11-23",
        "Said by: police (said)",
    ]
    assert any(line.startswith("Article: kiln.txt, 2022-11-24") for line in lines)
    assert any(line.startswith("Why next: ") for line in lines)


def test_words_after_a_colon_and_answers_to_a_further_question_are_the_same(db: Path) -> None:
    for answers in ("note: rang them: twice\n", "n\nrang them: twice\n"):
        assert "Saved: note: rang them: twice." in label(db, answers).out
        factcheck("undo", "--db", db, "--annotator", "anna")
    for answers in ("value: at least 3\n", "e\nat least 3\n"):
        assert "Saved: wrong value; right value: at least 3 killed" in label(db, answers).out
        factcheck("undo", "--db", db, "--annotator", "anna")
    assert "Your labels" not in label(db, "").out


def test_the_whole_of_the_words_is_understood(db: Path) -> None:
    done = label(
        db,
        "skip\nback\nrefuted\nback\nnext\nprevious\nagain\nguideline\nhistory\narticle\narticle: all\nprogress\n"
        "help\nstay\nstay\nsnooze: 2h\nundo\nredo\nclear\nsearch: type:view_count\nall\nreload\nsaved\nnext article\n"
        "quit\n",
    )
    refused = [line for line in done.out.splitlines() if line.startswith("Not done")]
    assert refused == [
        "Not done: you have labelled nothing further back; back again begins with the newest.",
        "Not done: this is the last article of the queue.",
    ]
    assert "Guideline: Date" in done.out
    assert "Search: type:view_count, most helpful first." in done.out
    assert "Claim 1 of 1, 1 left. View count." in done.out
    assert "No search was saved." in done.out


def test_everything_that_extraction_got_wrong_is_put_right_in_words(db: Path) -> None:
    done = label(
        db,
        "stay\nwords: two killed\ntype: view count\nundo\nundo\nadd: date: wednesday\nadd: kiln\nadd: casualty: 12\n"
        "undo\nsearch: type:casualty order:reading\nnext\nmerge\nundo\nsame as\nsame as: zzzzz\nsplit: video\n+\nK\n",
    )
    told = [line for line in done.out.splitlines() if line.startswith(("Saved", "Took back", "Not done", "same as"))]
    assert told[0].startswith("Saved: wrong span; right words: Two killed")
    assert told[1].startswith("Saved: wrong type; right type: view count")
    assert [line.split(":")[0] for line in told[2:4]] == ["Took back", "Took back"]
    assert "stands on these words already" in told[4]
    assert "these words read as no claim" in told[5]
    assert told[6].startswith("Saved: added “12”, 12 injured")
    assert told[7] == "Took back: the claim “12” that was added."
    assert told[8].startswith("Saved: wrong span; right words: two people")
    assert told[9].endswith("of “two”; and what was said of 1 other claim.")
    assert told[10].startswith("same as: ")
    assert "no claim has the key 'zzzzz'" in told[-4]
    assert "'video' does not stand near" in told[-3] or "no part of this claim" in told[-3]
    assert told[-2].startswith("Saved: wrong value; right value: at least 2 killed")
    assert "killed would change nothing" in told[-1]
    assert "no problem found" in factcheck("doctor", "--db", db).err


def test_an_answer_that_makes_no_sense_says_nothing_of_the_claim_and_is_told_by_the_exit_code(db: Path) -> None:
    done = label(db, "\nsuported\n2\n")
    assert done.code == 1
    assert "Not done: 'suported' is no answer; do you mean supported?." not in done.out
    assert "do you mean supported?" in done.out
    assert said(db) == [("Two", "correct", "refuted")]


def test_nothing_that_a_terminal_obeys_is_written(db: Path) -> None:
    done = label(db, "article: all\nskip\nskip\nskip\narticle\nnote: \x1b[31m\u202e\udcff\nhistory\n")
    assert not {"\x1b", "\x07", "\u202e"} & set(done.out + done.err)
    assert "␛]0;owned␇" in done.out
    assert not [character for character in done.out if "\u2500" <= character <= "\u259f"]


def test_it_speaks_to_a_terminal_that_knows_ascii_alone(db: Path) -> None:
    done = factcheck(
        "label",
        "--db",
        db,
        "--annotator",
        "anna",
        stdin=b"1\nu\n\xff\xfe\n",
        prefix=["env", "PYTHONIOENCODING=ascii"],
    )
    assert done.code == 1
    assert "Saved: correct; supported." in done.out
    assert done.out.isascii()


def test_keys_are_those_of_the_settings(db: Path) -> None:
    (db.parent / "factcheck.toml").write_text('[keys]\nsupported = "h"\nforeign = []\n')
    assert "Saved: correct; supported." in label(db, "h\n").out
    (db.parent / "other.toml").write_text('[keys]\nsupported = "c"\n')
    done = label(db, "h\n", "--config", str(db.parent / "other.toml"))
    assert done.code == 2
    assert "other.toml:2: [keys] 'c' is both correct and supported" in done.err


def test_what_cannot_be_opened_ends_with_its_exit_code(db: Path, tmp_path: Path) -> None:
    assert factcheck("label", "type:casulty", "--db", db).code == 2
    assert factcheck("label", "--db", tmp_path / "none.db").code == 3
    (tmp_path / "no.db").write_text("no database at all, but long enough to be one" * 100)
    assert factcheck("label", "--db", tmp_path / "no.db", stdin=b"1\n").code == 3


def test_the_document_shows_a_talk_as_it_is() -> None:
    document = DOCUMENT.read_text("utf-8")
    assert with_talk(document) == document, "`python -m tests.cli.label_talk` writes it anew"


class Line:
    """``factcheck label`` under way, spoken to line by line; ``pipes`` or a pseudo-terminal with ``TERM=dumb``."""

    def __init__(self, db: Path, *, pipes: bool) -> None:
        command = [
            sys.executable,
            "-m",
            "factcheck",
            "label",
            "order:reading",
            "--db",
            str(db),
            "--annotator",
            "anna",
        ]
        environment = os.environ | {"TERM": "dumb", "PYTHONPATH": os.pathsep.join(sys.path)}
        if pipes:
            self._out, out = os.pipe()
            side, self._in = os.pipe()
        else:
            self._out, side = pty.openpty()
            self._in, out = self._out, side
        self.process = subprocess.Popen(
            command, stdin=side, stdout=out, stderr=out, cwd=_ROOT, env=environment, start_new_session=True
        )
        for end in {side, out}:
            os.close(end)
        self.raw = b""

    def type(self, line: str) -> None:
        os.write(self._in, line.encode())

    def wait_for(self, words: str, after: int = 0) -> str:
        deadline = time.monotonic() + _DEADLINE
        while words.encode() not in self.raw[after:]:
            ready, _, _ = select.select([self._out], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, f"{words!r} never came: {self.raw.decode()}"
            self.raw += self._read()
        return self.raw.decode()

    def _read(self) -> bytes:
        try:
            return os.read(self._out, 65536)
        except OSError:  # Linux says EIO where the other side of a terminal has closed
            return b""

    def end(self) -> int:
        code = self.process.wait(_DEADLINE)
        while select.select([self._out], [], [], 0)[0] and (read := self._read()):
            self.raw += read
        return code

    def close(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for end in {self._in, self._out}:
            os.close(end)


@pytest.fixture(params=[True, False], ids=["pipes", "dumb terminal"])
def line(db: Path, request: pytest.FixtureRequest) -> Iterator[Line]:
    talk = Line(db, pipes=request.param)
    yield talk
    talk.close()


def test_each_answer_is_on_disk_before_it_is_told_as_saved(line: Line, db: Path) -> None:
    line.wait_for("Answer: ")
    line.type("1\n")
    line.wait_for("Saved: correct; supported.")
    os.killpg(line.process.pid, signal.SIGKILL)
    assert said(db) == [("Two", "correct", "supported")]
    assert "no problem found" in factcheck("doctor", "--db", db).err


def test_a_dumb_terminal_is_given_lines_and_nothing_else(db: Path) -> None:
    talk = Line(db, pipes=False)
    try:
        talk.wait_for("Answer: ")
        for answer, words in (
            ("help", "In lines alone:"),
            ("guideline", "Heading: Verdict"),
            ("article", "characters follow" if len(ARTICLE) > 3_000 else "At least 12"),
            ("zzz", "Not done: 'zzz'"),
            ("1", "Claim 2 of 6, 5 left."),
            ("u", "Took back"),
        ):
            before = len(talk.raw)
            talk.type(f"{answer}\n")
            talk.wait_for(words, before)
            talk.wait_for("Answer: ", before + len(words))
        talk.type("\x04")
        assert talk.end() == 0
    finally:
        talk.close()
    assert b"\x1b" not in talk.raw
    assert b"Progress: 0 done, 6 left" in talk.raw


def test_an_interruption_ends_it_with_everything_saved(db: Path) -> None:
    talk = Line(db, pipes=False)
    try:
        talk.wait_for("Answer: ")
        talk.type("2\n")
        talk.wait_for("Claim 2 of 6")
        os.kill(talk.process.pid, signal.SIGINT)
        assert talk.end() == 130
    finally:
        talk.close()
    assert said(db) == [("Two", "correct", "refuted")]
