"""The talk of the line mode without a terminal: any answers, and a database that does not take them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import DatabaseError
from factcheck.model import Casualty
from factcheck.review.keymap import Keymap
from factcheck.review.line_mode.dialogue import Dialogue
from factcheck.review.line_mode.mending import MendingSession
from factcheck.review.settings import Settings
from factcheck.store import RunCounts, Store
from tests.store.making import MADE_BY, article_of, claim_at, harbour

HOSTILE = "\x1b]0;owned\x07\x9b31m\u202e[/b]\u2066\u200b"
COMMANDS = frozenset("\x1b\x07\x9b\u202e\u2066\u200b\r\n")

_NAMES = [
    *(label.name for label in Keymap().labels),
    *(fix.name for fix in Keymap().fixes),
    *(action.name for action in Keymap().actions),
    *("article: all", "again", "note: -", "value: 3", "value: none", "words: killed", "type: date", "add: Tuesday"),
    *("split: 12", "same as: 1", "go: 1", "search: type:casualty", "search: -", "snooze: 1h", "", " ", ":", HOSTILE),
    *(
        f"{name}: {HOSTILE}"
        for name in ("note", "value", "words", "search", "saved", "go", "same as", "snooze", "add")
    ),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles; names, words and addresses of the second are as hostile as they can be."""
    found = tmp_path_factory.mktemp("talk") / "claims.db"
    text = f"Fire{HOSTILE} killed 3 people, {HOSTILE}said. Three dead, 4 hurt."
    second = article_of(text, name=f"fire{HOSTILE}.txt", title=f"Fire{HOSTILE}")
    claims = (
        claim_at(second, "3", Casualty("killed", 3, 3, "=", who=HOSTILE)),
        claim_at(second, "Three", Casualty("killed", 3, 3, "=", who=HOSTILE)),
        claim_at(second, "4", Casualty("injured", 4, 4, "=")),
    )
    with Store.open(found, create=True) as store:
        run = store.start_run({}, MADE_BY)
        added = store.add(run, [harbour(), (second, claims)])
        store.finish_run(run, RunCounts(2, added.stored, 0, 0, 0, added.claims))
        store.save_search(f"own{HOSTILE}", "type:date", f"boris{HOSTILE}")
    return found


@pytest.fixture
def unread(tmp_path: Path) -> Path:
    """One article of which nobody has said anything."""
    found = tmp_path / "unread.db"
    with Store.open(found, create=True) as store:
        store.add(store.start_run({}, MADE_BY), [harbour()])
    return found


class Talk:
    """A dialogue over a database, its answers given beforehand; ``lines`` is what was told."""

    def __init__(self, store: Store, path: Path, answers: list[str], *, patient: bool = True) -> None:
        self.lines: list[str] = []
        self._answers: Iterator[str] = iter(answers)
        self.session = MendingSession(store, f"anna{HOSTILE}", Settings())
        self.session.open("order:reading")
        self.dialogue = Dialogue(self.session, path, self._answer, self.lines.append, patient=patient)

    def _answer(self, prompt: str) -> str | None:
        self.lines.append(prompt)
        return next(self._answers, None)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.lists(st.one_of(st.sampled_from(_NAMES), st.text(max_size=20)), max_size=25))
def test_whatever_is_answered_the_talk_goes_on_and_every_line_is_safe(path: Path, answers: list[str]) -> None:
    with Store.open(path) as store:
        talk = Talk(store, path, answers)
        talk.dialogue.run()
        assert not COMMANDS & set("".join(talk.lines))
        assert talk.lines[-1].startswith("Progress: ")
        assert list(store.check()) == []


def test_all_that_can_be_told_of_hostile_claims_is_safe(path: Path) -> None:
    looks = ["again", "article", "article: all", "guideline", "history", "saved", "same as", "help", "value", "note"]
    says = [
        f"note: {HOSTILE}",
        "value: 5",
        "refuted",
        "back",
        "words: killed",
        "back",
        *looks,
        "undo",
        "undo",
        "redo",
    ]
    with Store.open(path) as store:
        talk = Talk(store, path, [*looks, *says, "next", *looks, *says, "next", *looks])
        talk.session.open("source:fire order:reading")
        talk.dialogue.run()
    told = "\n".join(talk.lines)
    assert "Judged before" in told
    assert "same as: " in told
    assert told.count("␛]0;owned␇") > 50
    assert not COMMANDS - {"\n"} & set(told)


def test_an_answer_that_the_database_does_not_take_is_asked_for_again(
    unread: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise DatabaseError(f"the disk is full {HOSTILE}")

    with Store.open(unread) as store:
        monkeypatch.setattr(store, "label", full)
        talk = Talk(store, unread, ["refuted", "again"])
        here = talk.session.at_hand.id
        talk.dialogue.run()
        assert talk.session.at_hand.id == here
        assert any(line.startswith("Not done: the disk is full") for line in talk.lines)
        assert not any(line.startswith("Saved") for line in talk.lines)


def test_in_a_pipe_it_ends_the_talk_so_that_no_answer_meets_another_claim(
    unread: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise DatabaseError("the disk is full")

    with Store.open(unread) as store:
        monkeypatch.setattr(store, "label", full)
        with pytest.raises(DatabaseError, match="the disk is full"):
            Talk(store, unread, ["refuted", "supported"], patient=False).dialogue.run()


def test_an_empty_queue_is_told_with_the_way_out_of_it(path: Path) -> None:
    with Store.open(path) as store:
        talk = Talk(store, path, ["search: xyzzy", "1", "undo", "guideline", "all"])
        talk.dialogue.run()
        told = "\n".join(talk.lines)
        assert "There is no claim in this queue. Answer all, or search: and what to look for." in told
        assert "Not done: there is no claim in this queue." in told
        assert talk.session.claim is not None


def test_a_search_tells_its_first_claim_once(unread: Path) -> None:
    with Store.open(unread) as store:
        talk = Talk(store, unread, ["search: type:date order:reading", "reload"])
        talk.dialogue.run()
        assert [line for line in talk.lines if line.startswith("Claim ")][1:] == ["Claim 1 of 1, 1 left. Date."] * 2


def test_what_is_put_off_is_not_told_as_done(unread: Path) -> None:
    with Store.open(unread) as store:
        talk = Talk(store, unread, ["search: type:date", "snooze: 2h", "c"])
        talk.dialogue.run()
        ends = [line for line in talk.lines if "this queue" in line]
        assert ends == ["Nothing is left in this queue but what is put off.", "Everything in this queue is done."]
