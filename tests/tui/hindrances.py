"""What keeps a label from being written: another writer, a full disk."""

from __future__ import annotations

import fcntl
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.model import ClaimFilter, Labels
from factcheck.review import labelling
from factcheck.review.keys import LABEL_KEYS
from factcheck.review.ledger import Batch
from factcheck.store import Store
from factcheck.store.lock import lock_path


@contextmanager
def another_writer(db: Path) -> Iterator[None]:
    """Somebody else is writing: the lock is held for as long as the block runs."""
    with lock_path(db).open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process may grow beyond a kilobyte, which refuses every journal."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def batches(path: Path, count: int) -> list[Batch]:
    """One label each on the first claims of a database."""
    with Store.open(path, readonly=True) as store:
        ids = store.claim_ids(ClaimFilter())[:count]
    said = [labelling.say(LABEL_KEYS[0], Labels(claim_id, "anna")) for claim_id in ids]
    return [batch for batch in said if batch is not None]
