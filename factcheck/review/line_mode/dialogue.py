"""The line mode: the review as questions and answers, a line each, wherever lines can be read and written.

The same queue, keys and labels as the desk. An answer is on the disk before the next claim is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from factcheck.errors import DatabaseError, FactcheckError, UsageError
from factcheck.grammar.text import display_line
from factcheck.model import ClaimType, LabelEvent, LabelField
from factcheck.review.corrections import as_words, example
from factcheck.review.corrections.corrected import PATTERNS
from factcheck.review.corrections.fixes import Fix
from factcheck.review.facts import headline, shown
from factcheck.review.guidelines import guideline
from factcheck.review.keys import FIELD_TITLES, LabelKey
from factcheck.review.line_mode import spoken
from factcheck.review.line_mode.answers import LINE_ACTIONS, Answer, read_answer
from factcheck.review.line_mode.mending import MendingSession
from factcheck.review.line_mode.spoken import KEY_LENGTH
from factcheck.review.orders import conditions, order_words
from factcheck.review.progress import in_words as outlook_words
from factcheck.review.settings import duration
from factcheck.store import StoredClaim
from factcheck.values import in_words

_HISTORY_LINES = 30

_FIRST_LABELS = (
    (LabelField.VERDICT, "supported"),
    (LabelField.VERDICT, "refuted"),
    (LabelField.EXTRACTION, "correct"),
    (LabelField.EXTRACTION, "not_a_claim"),
)
"""The labels that the first hint names."""

_ALIKE = 10
"""Claims that are named where one asks which may be the same."""

_TYPE_NAMES = {kind.value.replace("_", " "): kind for kind in ClaimType}

_COLONS = (
    "note, value, words, type, add, split, same as, search, saved, snooze, go and article take words behind a colon, "
    "as in note: rang them twice, words: at least 12, add: date: last Tuesday, same as: 3f2a9c01"
)

Act = Callable[[str], None]
Events = Sequence[LabelEvent]


class Dialogue:
    """One sitting in lines: ``ask`` gives the answer to a prompt, ``None`` at the end of all input; ``tell`` a line.

    Where nobody is there to be asked again (``patient`` is false), an answer that the database does not take ends it
    with the DatabaseError: what follows may have been meant for another claim. ``unread`` counts the answers that
    made no sense.
    """

    def __init__(
        self,
        session: MendingSession,
        db: Path,
        ask: Callable[[str], str | None],
        tell: Callable[[str], None],
        *,
        patient: bool = True,
    ) -> None:
        self._session = session
        self._db = db
        self._ask = ask
        self._write = tell
        self._patient = patient
        self._ends = False
        self.unread = 0
        self._actions: dict[str, Act] = {
            "next": lambda _: session.step(1),
            "previous": lambda _: session.step(-1),
            "skip": lambda _: session.skip(),
            "next_article": lambda _: session.next_article(),
            "previous_article": lambda _: session.previous_article(),
            "back": lambda _: session.back(),
            "go": self._go,
            "again": lambda _: self._tell_claim(),
            "note": self._note,
            "value": self._value,
            "span": self._span,
            "type": self._type,
            "add": self._add,
            "split": self._split,
            "merge": lambda _: self._judge(session.merge),
            "same": self._same,
            "clear": self._clear,
            "undo": self._undo,
            "redo": self._redo,
            "snooze": self._snooze,
            "stay": self._stay,
            "retry": lambda _: self._tell("All that was told as saved is saved."),
            "search": self._search,
            "saved": self._saved_searches,
            "all": lambda _: self._read(""),
            "reload": lambda _: self._read(session.search),
            "guideline": self._guideline,
            "article": self._article,
            "history": self._history,
            "progress": lambda _: self._tell_progress(),
            "help": lambda _: self._help(),
            "quit": self._quit,
        }

    def run(self) -> None:
        """Tell the claim at hand and take answers, until "quit" or the end of the input."""
        self._tell_queue()
        self._tell_claim()
        self._tell(self._hint())
        while not self._ends and (line := self._ask("Answer: ")) is not None:
            if line.strip():
                self._take(line)
        self._tell_progress()

    def _hint(self) -> str:
        keymap = self._session.settings.keymap
        labels = [keymap.choice(field, value) for field, value in _FIRST_LABELS]
        ways = [f"{key.keys[0]} {key.words}" for key in labels if key.keys]
        ways += [f"{keymap.shown(name)} {name}" for name in ("skip", "undo", "help", "quit")]
        return f"Answer with a key or a word: {', '.join(ways)}."

    def _take(self, line: str) -> None:
        """Do what a line says; where that leads to another claim, tell that one."""
        session, before = self._session, self._here
        try:
            kind = session.now.type if session.claim else None
            self._do(read_answer(line, session.settings.keymap, kind, self._actions))
        except DatabaseError as error:
            if not self._patient:
                raise
            self._tell(f"Not done: {_sentence(str(error))} Nothing has changed; answer again.")
        except FactcheckError as error:
            self.unread += 1
            self._tell(f"Not done: {_sentence(str(error))}")
        if self._here != before:
            self._tell_claim()

    @property
    def _here(self) -> int | None:
        """The number of the claim at hand; ``None`` in an empty queue."""
        return self._session.claim.id if self._session.claim else None

    def _do(self, answer: Answer) -> None:
        match answer.means:
            case LabelKey() as choice:
                self._judge(partial(self._session.say, choice))
            case Fix() as fix:
                self._judge(partial(self._session.fix, fix))
            case name if name in self._actions:
                self._actions[name](answer.text)
            case name:
                raise UsageError(f"{name.replace('_', ' ')} is for the desk alone (factcheck review)")

    # What is told

    def _tell(self, line: str) -> None:
        """Every line passes here, as the net below all that makes strings safe to show."""
        self._write(display_line(line))

    def _tell_queue(self) -> None:
        wanted = conditions(self._session.search) or "all claims"
        self._tell(f"Search: {display_line(wanted)}, {order_words(self._session.filter)}.")

    def _tell_claim(self) -> None:
        claim = self._session.claim
        if claim is None:
            self._tell("There is no claim in this queue. Answer all, or search: and what to look for.")
            return
        self._tell("")
        for line in spoken.claim_lines(self._session, claim, self._session.reasons()):
            self._tell(line)

    def _tell_progress(self) -> None:
        self._tell(f"Progress: {', '.join(outlook_words(self._session.outlook()))}.")

    # What is said

    def _judge(self, say: Callable[[], Events]) -> None:
        session = self._session
        claim, kind, article = session.at_hand, session.now.type, session.article
        events = say()
        if events:
            told = [event for event in events if event.claim_id == claim.id]
            self._tell(f"Saved: {spoken.event_words(told, kind, article)}.")
        else:
            self._tell("That stands already.")
        self._tell_if_nothing_is_left()

    def _tell_if_nothing_is_left(self) -> None:
        if not self._session.queue.left:
            waits = self._session.put_off
            self._tell(
                "Nothing is left in this queue but what is put off." if waits else "Everything in this queue is done."
            )

    def _note(self, text: str) -> None:
        standing = self._session.standing
        said = text or self._asked(f"Your note, now {shown(standing.note or 'empty')}: ", "note")
        self._judge(partial(self._session.note, "" if said == "-" else said))

    def _value(self, words: str) -> None:
        now = self._session.now
        reads = f", now {shown(as_words(now.value))}" if now.value is not None else ""
        hint = example(now.value or PATTERNS[now.type]).replace(" · ", " or ")
        said = words or self._asked(f"The right value{reads}, for example {hint}: ", "value")
        self._judge(partial(self._session.correct, said))

    def _span(self, words: str) -> None:
        said = words or self._asked("The right words, as the article has them: ", "words")
        self._judge(partial(self._session.respan, said))

    def _type(self, name: str) -> None:
        kind = _type_called(name or self._asked(f"The right type, one of {', '.join(_TYPE_NAMES)}: ", "type"))
        self._judge(partial(self._session.retype, kind))

    def _add(self, text: str) -> None:
        said = text or self._asked("The words of the claim that was missed, as the article has them: ", "words")
        name, colon, words = said.partition(":")
        kind = _TYPE_NAMES.get(name.strip().casefold()) if colon else None
        self._tell_added(self._session.add(words if kind else said, kind))

    def _split(self, words: str) -> None:
        said = words or self._asked("The words of the second claim: ", "words")
        self._tell_added(self._session.split(said))

    def _tell_added(self, added: StoredClaim) -> None:
        claim = added.claim
        self._tell(f"Saved: added “{shown(claim.quote)}”, {headline(claim)}, key {added.key[:KEY_LENGTH]}.")

    def _same(self, key: str) -> None:
        """Say of which claim the one at hand is a duplicate; without a key, name those that may be it."""
        if key:
            self._judge(partial(self._session.same_as, key))
            return
        rows = self._session.alike()[:_ALIKE]
        for row in rows:
            said = f"“{shown(row.quote)}”, {shown(in_words(row.value))}, {shown(row.source_id)}"
            self._tell(f"same as: {row.key[:KEY_LENGTH]} is {said}.")
        if not rows:
            self._tell("No other claim says the same.")

    def _asked(self, prompt: str, name: str) -> str:
        """What is answered to a further question; UsageError where that is nothing."""
        said = (self._ask(prompt) or "").strip()
        if not said:
            raise UsageError(f"no {name} was given")
        return said

    def _clear(self, _: str) -> None:
        self._judge(self._session.clear)

    def _undo(self, _: str) -> None:
        self._took("Took back", self._session.undo())

    def _redo(self, _: str) -> None:
        self._took("Said again", self._session.redo())

    def _took(self, what: str, events: Events) -> None:
        """Tell what was undone or redone: of the claim at hand, of claims that were put in, of how many others."""
        stored, claim_of = self._session.claim, self._session.store.claim
        put_in = {event.claim_id for event in events if event.field is LabelField.ADDED}
        here = [event for event in events if stored and event.claim_id == stored.id and stored.id not in put_in]
        said = []
        if stored is not None and here:
            words = spoken.event_words(here, stored.claim.type, self._session.article)
            said.append(f"{words}, of “{shown(stored.claim.quote)}”")
        added = [claim_of(claim_id).claim.quote for claim_id in sorted(put_in)[:_ALIKE]]
        said += [f"the claim “{shown(quote)}” that was added" for quote in added]
        others = len({event.claim_id for event in events} - put_in - {event.claim_id for event in here})
        if others:
            said.append(f"what was said of {others:,} other claim{'s' if others > 1 else ''}")
        self._tell(f"{what}: {'; and '.join(said)}.")

    def _snooze(self, text: str) -> None:
        lasting = duration(text) if text else self._session.settings.snooze
        if lasting is None:
            raise UsageError(f"{text!r} is no stretch of time up to a year; 30m, 1h or 2d is one")
        self._tell(f"Saved: put off until {self._session.snooze(lasting):%Y-%m-%d %H:%M}.")
        self._tell_if_nothing_is_left()

    def _stay(self, _: str) -> None:
        self._session.stays = not self._session.stays
        self._tell("A label stays on its claim." if self._session.stays else "A label goes to the next claim to do.")

    # The queue

    def _search(self, line: str) -> None:
        said = line or self._asked(f"Search, now {shown(self._session.search or 'all claims')}: ", "search")
        self._read(said)

    def _read(self, line: str) -> None:
        before = self._here
        self._session.open(line)
        self._tell_queue()
        if self._here == before:
            # Any other claim is told behind every answer that leads to it.
            self._tell_claim()

    def _saved_searches(self, name: str) -> None:
        saved = self._session.store.saved_searches()
        if name:
            self._read(next((one.search for one in saved if one.name == name), None) or self._no_search(name))
            return
        for one in saved:
            self._tell(f"saved: {shown(one.name)}: {shown(one.search)}")
        if not saved:
            self._tell("No search was saved.")

    def _no_search(self, name: str) -> str:
        raise UsageError(f"no search is saved as {name!r}")

    def _go(self, key: str) -> None:
        self._session.go_to(key or self._asked("The key of the claim: ", "key"))

    # Looking

    def _guideline(self, _: str) -> None:
        kind = self._session.at_hand.claim.type
        for line in spoken.guideline_lines(guideline(kind, self._db, self._session.settings)):
            self._tell(line)
        for line in spoken.precedent_lines(self._session.precedents()):
            self._tell(line)

    def _article(self, text: str) -> None:
        for line in spoken.article_lines(self._session, whole=text.casefold() == "all"):
            self._tell(line)

    def _history(self, _: str) -> None:
        rows = self._session.history(_HISTORY_LINES)
        for line in spoken.history_lines(rows, self._session.article):
            self._tell(line)
        if not rows:
            self._tell("Nothing was said of this claim.")

    def _help(self) -> None:
        keymap, claim = self._session.settings.keymap, self._session.claim
        for field, title in FIELD_TITLES.items():
            self._tell(f"{title}:")
            for key in keymap.of_field(field):
                self._tell_way(key.keys, key.name, key.meaning)
        if claim is not None and (fixes := keymap.fixes_of(claim.claim.type)):
            self._tell("The right value by one key:")
            for fix in fixes:
                self._tell_way((fix.key,), fix.name, fix.meaning)
        for group, entries in keymap.groups():
            known = [entry for entry in entries if entry.name in self._actions]
            if known:
                self._tell(f"{group}:")
            for entry in known:
                self._tell_way(entry.keys, entry.name, entry.meaning)
        self._tell("In lines alone:")
        for name, meaning in LINE_ACTIONS.items():
            self._tell_way((), name, meaning)
        self._tell(_COLONS)

    def _tell_way(self, keys: tuple[str, ...], name: str, meaning: str) -> None:
        typed = [key for key in keys if len(key) == 1]
        self._tell(f"{' or '.join([*typed, name.replace('_', ' ')])}: {meaning}")

    def _quit(self, _: str) -> None:
        self._ends = True


def _type_called(name: str) -> ClaimType:
    if name.casefold() not in _TYPE_NAMES:
        raise UsageError(f"no type is called {name!r}; there are {', '.join(_TYPE_NAMES)}")
    return _TYPE_NAMES[name.casefold()]


def _sentence(words: str) -> str:
    shown = display_line(words)
    return shown if shown.endswith(("?", ".")) else f"{shown}."
