"""What other processes do in the tests: they come out of one warm server, so that fifty of them take no minute."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.model import ClaimFilter, LabelField
from factcheck.store import Store
from factcheck.store.labels import new_event
from factcheck.store.lock import write_lock
from tests.store.making import MADE_BY, article_of, claim_at, killed


def server() -> ForkServerContext:
    """The context whose processes have the store imported already and share nothing open with the test."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.store.processes", "factcheck.store.store"])
    return context


ANSWER_SECONDS = 60


@contextmanager
def started(target: Any, *arguments: object) -> Iterator[tuple[ForkServerProcess, Connection]]:
    context = server()
    ours, theirs = context.Pipe()
    process = context.Process(target=target, args=(*arguments, theirs))
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        ours.close()


def answer_of(connection: Connection) -> Any:
    assert connection.poll(ANSWER_SECONDS), "the process does not answer"
    return connection.recv()


@contextmanager
def several(calls: list[tuple[Any, ...]]) -> Iterator[list[Connection]]:
    """Start processes, wait until each is ready, and let them all go at once."""
    context = server()
    pipes = [context.Pipe() for _ in calls]
    running = [
        context.Process(target=target, args=(*rest, pipe[1]))
        for (target, *rest), pipe in zip(calls, pipes, strict=True)
    ]
    for process in running:
        process.start()
    connections = [ours for ours, _ in pipes]
    try:
        assert [answer_of(connection) for connection in connections] == ["ready"] * len(calls)
        for connection in connections:
            connection.send("go")
        yield connections
    finally:
        for process in running:
            process.kill()
            process.join()


def open_and_close(path: Path, answer: Connection) -> None:
    """Make or migrate a database when told to; answers with the error, empty where there is none."""
    answer.send("ready")
    answer.recv()
    try:
        Store.open(path, create=True).close()
        answer.send("")
    except FactcheckError as error:
        answer.send(str(error))


def label_for(path: Path, annotator: str, seconds: float, answer: Connection) -> None:
    """Label for some seconds, as fast as the store can; answers with the op_ids written and the errors met."""
    written: list[str] = []
    errors: list[str] = []
    with Store.open(path) as store:
        ids = store.claim_ids(ClaimFilter())
        answer.send("ready")
        answer.recv()
        end = time.monotonic() + seconds
        for number in itertools.count():
            if time.monotonic() > end:
                break
            choice = ("correct", "wrong_value")[number % 2]
            event = new_event(
                ids[number % len(ids)], annotator, LabelField.EXTRACTION, choice, batch=str(number), origin="review"
            )
            try:
                store.label([event])
                written.append(event.op_id)
            except FactcheckError as error:
                errors.append(str(error))
    answer.send((written, errors))


def label_until_killed(path: Path, annotator: str, answer: Connection) -> None:
    """Label without end; each op_id is sent once its label is on the disk."""
    with Store.open(path) as store:
        ids = store.claim_ids(ClaimFilter())
        for number in itertools.count():
            event = new_event(
                ids[number % len(ids)], annotator, LabelField.NOTE, str(number), batch=str(number), origin="review"
            )
            store.label([event])
            answer.send(event.op_id)


ARTICLES_A_BATCH = 40


def add_until_killed(path: Path, answer: Connection) -> None:
    """Add batches of articles with two claims each without end; a batch's number is sent once it is on the disk."""
    with Store.open(path) as store:
        run = store.start_run({}, MADE_BY)
        for number in itertools.count():
            batch = []
            for place in range(ARTICLES_A_BATCH):
                article = article_of(
                    f"A flood killed 7 and then 8 people. {number}.{place}", name=f"{number}.{place}"
                )
                batch.append((article, [claim_at(article, "7", killed(7, 7)), claim_at(article, "8", killed(8, 8))]))
            store.add(run, batch)
            answer.send(number)


def read_as_nobody(path: Path, answer: Connection) -> None:
    """Become a user without rights and read; answers with what was found, or the error."""
    _become_nobody()
    try:
        with Store.open(path, readonly=True) as store:
            exported = len(list(store.export_rows("claims", labelled_only=False)))
            answer.send(f"{store.count(ClaimFilter())} in the queue, {exported} in all")
    except FactcheckError as error:
        answer.send(str(error))


def label_as_nobody(path: Path, answer: Connection) -> None:
    """Become a user without rights and label; answers with the error."""
    _become_nobody()
    try:
        with Store.open(path) as store:
            store.label([new_event(1, "nobody", LabelField.NOTE, "x", batch="x", origin="review")])
    except FactcheckError as error:
        answer.send(str(error))


def _become_nobody() -> None:
    import_module("urllib.parse")  # pathlib asks for it late, and nobody may not read root's Python
    os.setgid(65534)
    os.setuid(65534)


def hold_lock(path: Path, answer: Connection) -> None:
    """Hold the database's lock file until told to go on."""
    with write_lock(path):
        answer.send("held")
        answer.recv()
