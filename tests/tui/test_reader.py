from __future__ import annotations

from array import array
from pathlib import Path
from queue import Queue
from threading import Event

from factcheck.errors import Interrupted
from factcheck.model import ClaimFilter, Labels, ReviewState
from factcheck.review import labelling
from factcheck.review.keys import LABEL_KEYS
from factcheck.review.queue import ReviewQueue
from factcheck.store import Store
from factcheck.tui.answers import Answer, ArticleFound, ArticleRead, Lost, PageRead, QueueRead, Saved, Told
from factcheck.tui.reader import PAGE_ROWS, Reader
from factcheck.tui.requests import Ask, FindArticle, ReadArticle, ReadPage, ReadQueue, Save
from factcheck.tui.walker import Walker
from tests.tui.desk import make_db, tolls


def answers(path: Path, *requests: ReadPage | ReadArticle | FindArticle | Save) -> list[Answer]:
    """What a reader that finds all these requests waiting answers, in its order."""
    posted: Queue[Answer] = Queue()
    reader = Reader(path, "anna", posted.put)
    for request in requests:
        reader.ask(request)
    reader.start()
    kept = sum(not isinstance(request, ReadPage | ReadArticle) for request in requests)
    pages = {request.page for request in requests if isinstance(request, ReadPage)}
    expected = kept + min(len(pages), 8) + any(isinstance(request, ReadArticle) for request in requests)
    found = [posted.get(timeout=10) for _ in range(expected)]
    reader.close()
    reader.join(10)
    assert posted.empty()
    return found


def save(claim_id: int) -> Save:
    batch = labelling.say(LABEL_KEYS[0], Labels(claim_id, "anna"))
    assert batch is not None
    return Save(batch)


def test_labels_come_in_order_then_the_newest_article_then_the_newest_pages(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(3))
    pages = [ReadPage(1, page, array("q", [page + 1])) for page in range(12)]
    found = answers(path, *pages, pages[11], ReadArticle(1), ReadArticle(3), save(2), save(1))
    assert [message.claims[0].id for message in found if isinstance(message, Saved)] == [2, 1]
    assert isinstance(found[2], ArticleRead)
    assert found[2].article.id == 3
    assert [message.page for message in found if isinstance(message, PageRead)] == [11, 10, 9, 8, 7, 6, 5, 4]


def test_labels_asked_for_before_closing_are_written(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(2))
    posted: Queue[Answer] = Queue()
    reader = Reader(path, "anna", posted.put)
    for claim_id in range(1, 16):
        reader.ask(save(claim_id))
    reader.close()
    reader.start()
    reader.join(10)
    with Store.open(path, readonly=True) as store:
        assert store.count(ClaimFilter(state=ReviewState.DONE, annotator="anna")) == 15


def walked(path: Path, *requests: ReadQueue | Ask) -> list[Answer]:
    """What a walker that finds these requests waiting answers, up to the end of the last queue asked for."""
    posted: Queue[Answer] = Queue()
    opened = Event()
    opened.set()
    walker = Walker(path, "anna", posted.put, opened)
    for request in requests:
        walker.ask(request)
    walker.start()
    found = [posted.get(timeout=10)]
    while not (isinstance(found[-1], QueueRead) and found[-1].last):
        found.append(posted.get(timeout=10))
    walker.close()
    walker.join(10)
    return found


def queue_of(found: list[Answer]) -> ReviewQueue:
    queue = ReviewQueue()
    for answer in found:
        if isinstance(answer, QueueRead):
            queue.extend(answer.part)
    return queue


def test_a_queue_knows_what_is_to_do(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(2))
    everything = ClaimFilter(annotator="anna")
    answers(path, save(1), save(3))
    queue = queue_of(walked(path, ReadQueue(1, everything)))
    assert queue.left == 18
    assert queue.first_open() == queue.position(2)
    assert queue.next_open(1) == 3
    assert queue.next_open(19) is None
    assert queue.position(999) is None
    for state, left in ((ReviewState.TODO, 18), (ReviewState.DONE, 0)):
        assert queue_of(walked(path, ReadQueue(1, ClaimFilter(annotator="anna", state=state)))).left == left


def test_a_long_queue_comes_in_stretches_the_first_of_them_short(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(100))
    found = [answer for answer in walked(path, ReadQueue(1, ClaimFilter())) if isinstance(answer, QueueRead)]
    assert [answer.first for answer in found] == [True] + [False] * (len(found) - 1)
    assert [answer.last for answer in found] == [False] * (len(found) - 1) + [True]
    assert 0 < len(found[0].part) <= 2 * PAGE_ROWS
    assert list(queue_of(list(found)).ids) == list(range(1, 1001))


def test_of_queues_and_topics_only_the_newest_is_answered(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(2))
    told = [Ask(lambda store: store.count(ClaimFilter()), print, topic) for topic in ("count", "names", "count")]
    found = walked(path, ReadQueue(1, ClaimFilter()), *told, ReadQueue(2, ClaimFilter()))
    assert [answer.ask for answer in found if isinstance(answer, Told)] == told[1:]
    assert {answer.generation for answer in found if isinstance(answer, QueueRead)} == {2}


def test_a_newer_question_ends_an_older_one_that_is_under_way(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(2))
    posted: Queue[Answer] = Queue()
    opened, begun = Event(), Event()
    opened.set()
    walker = Walker(path, "anna", posted.put, opened)

    def endless(store: Store) -> int:
        begun.set()
        while True:
            store.count(ClaimFilter())
            if walker._under_way is not slow:
                raise Interrupted("given up")

    slow, quick = Ask(endless, print, "count"), Ask(lambda store: store.count(ClaimFilter()), print, "count")
    walker.start()
    walker.ask(slow)
    assert begun.wait(10)
    walker.ask(quick)
    assert posted.get(timeout=10) == Told(quick, 20)
    walker.close()
    walker.join(10)
    assert posted.empty()


def test_articles_are_found_over_many_pages(tmp_path: Path) -> None:
    per_article = PAGE_ROWS * 2 + 5
    path = make_db(tmp_path / "claims.db", tolls(3, claims=per_article))
    with Store.open(path, readonly=True) as store:
        ids = store.claim_ids(ClaimFilter())
    wanted = [(0, 1, per_article), (3, -1, 0), (per_article, -1, 0), (per_article + 200, -1, per_article)]
    wanted += [(per_article * 2, 1, -1), (per_article * 3 - 1, -1, per_article * 2), (0, -1, 0)]
    found = answers(path, *(FindArticle(1, ids, position, step) for position, step, _ in wanted))
    positions = [-1 if one.position is None else one.position for one in found if isinstance(one, ArticleFound)]
    assert positions == [position for _, _, position in wanted]


def test_a_database_that_is_not_there_is_lost(tmp_path: Path) -> None:
    posted: Queue[Answer] = Queue()
    reader = Reader(tmp_path / "none.db", "anna", posted.put)
    reader.start()
    reader.join(10)
    assert isinstance(posted.get(timeout=1), Lost)


def test_an_empty_queue_has_nothing_to_do() -> None:
    queue = ReviewQueue()
    assert (len(queue), queue.left, queue.first_open(), queue.position(1)) == (0, 0, None, None)
