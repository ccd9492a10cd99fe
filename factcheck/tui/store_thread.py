"""What the desk's two threads share: a Store of their own, requests in, answers out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import closing
from threading import Condition, Thread

from factcheck.errors import FactcheckError
from factcheck.store import Store
from factcheck.tui.answers import Answer, Failed, Lost
from factcheck.tui.requests import Request


class StoreThread(Thread, ABC):
    """Opens a Store, answers requests with it one at a time, and posts what it finds, from its own thread."""

    def __init__(self, name: str, post: Callable[[Answer], object]) -> None:
        super().__init__(name=name, daemon=True)
        self._post = post
        self._changed = Condition()
        self._closing = False

    def ask(self, request: Request) -> None:
        """Take a request from any thread; returns at once."""
        with self._changed:
            self._take(request)
            self._changed.notify()

    def close(self) -> None:
        """End the thread once it has answered what it owes."""
        with self._changed:
            self._closing = True
            self._changed.notify()

    def run(self) -> None:
        """Open the Store and answer until closed."""
        try:
            store = self._open()
        except (FactcheckError, OSError) as error:
            self._post(Lost(error, readable=self._readable(error)))
            return
        with closing(store):
            while (request := self._await()) is not None:
                self._answer(store, request)

    def _await(self) -> Request | None:
        with self._changed:
            while (request := self._next()) is None and not self._closing:
                self._changed.wait()
            return request

    def _answer(self, store: Store, request: Request) -> None:
        try:
            self._serve(store, request)
        except (FactcheckError, OSError) as error:
            self._post(Failed(request, str(error)))
        except Exception as error:  # noqa: BLE001 - the worker's edge: a thread that died would save no label and say nothing
            self._post(Failed(request, f"a fault in factcheck: {type(error).__name__}: {error}"))

    @abstractmethod
    def _open(self) -> Store:
        """Open the thread's Store."""

    def _readable(self, error: Exception) -> bool:  # noqa: ARG002 - for those that know a way round the error
        """Whether a Store that only reads would do where this error kept one from being opened."""
        return False

    @abstractmethod
    def _take(self, request: Request) -> None:
        """Put a request where ``_next`` finds it; the caller holds the condition."""

    @abstractmethod
    def _next(self) -> Request | None:
        """The request to answer now; ``None`` where none waits, or none that is owed to a desk that closes."""

    @abstractmethod
    def _serve(self, store: Store, request: Request) -> None:
        """Do what is asked, and post the answers."""
