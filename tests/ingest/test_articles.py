"""Records to articles, end to end, on the fixtures and on bytes of every kind."""

import json
import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest import INGEST_VERSION, Record, Source, article, expand, records
from factcheck.model import Article, Reject, SectionKind

FIXTURES = Path(__file__).parents[2] / "fixtures"


def _record(raw: bytes, kind: str = "text/plain") -> Record:
    return Record("a", "a", kind, raw, "0" * 64)


def _article(raw: bytes, kind: str = "text/plain", published: date | None = None) -> Article:
    found = article(_record(raw, kind), published)
    assert isinstance(found, Article)
    return found


def _fixture(name: str) -> Article:
    (source,) = expand([str(FIXTURES / "articles" / name)])
    assert isinstance(source, Source)
    found = [article(record) for record in records(source) if isinstance(record, Record)]
    assert isinstance(found[0], Article)
    return found[0]


def _own(found: Article, kind: SectionKind) -> list[str]:
    return [found.text[s.start : s.end].strip() for s in found.sections if s.kind == kind]


def test_every_demo_article_is_read_and_survives_the_way_to_another_process() -> None:
    count = 0
    for source in expand([str(FIXTURES / "articles")]):
        assert isinstance(source, Source)
        for record in records(source):
            assert isinstance(record, Record)
            found = article(record)
            assert isinstance(found, Article)
            assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
            assert [s.start for s in found.sections] == [0, *(s.end for s in found.sections[:-1])]
            assert found.sections[-1].end == len(found.text)
            count += 1
    assert count >= 14
    assert INGEST_VERSION


def test_no_bad_file_raises() -> None:
    for source in expand([str(path) for path in sorted((FIXTURES / "hostile").iterdir())]):
        assert isinstance(source, Source)
        for record in records(source):
            found = record if isinstance(record, Reject) else article(record)
            if isinstance(found, Reject):
                assert found.source == source.name
                assert found.reason


@pytest.mark.parametrize(
    ("name", "day", "source"),
    [
        ("penfall-original.html", date(2022, 11, 24), "meta"),
        ("penfall-portal.txt", date(2022, 11, 24), "text"),
        ("footbridge-utc.html", date(2024, 1, 9), "json-ld"),
        ("bloc-graph.html", date(2024, 1, 3), "json-ld"),
        ("mudslide-latin1.html", date(2018, 1, 23), "meta"),
        ("weekday-clash.txt", date(2023, 3, 10), "dateline"),
        ("ferry-update.txt", date(2024, 5, 9), "dateline"),
        ("archive.jsonl", date(2020, 2, 27), "record"),
        ("market-table.csv", date(2022, 8, 20), "record"),
    ],
)
def test_a_fixture_is_dated_by_its_best_statement(name: str, day: date, source: str) -> None:
    published = _fixture(name).published
    assert published is not None
    assert (published.day, published.source) == (day, source)
    assert published.inferred == (source in {"dateline", "text"})


def test_a_page_that_says_two_days_keeps_both() -> None:
    published = _fixture("footbridge-utc.html").published
    assert published is not None
    assert published.raw == "2024-01-09T23:30:00-05:00"
    assert {(other.source, other.day) for other in published.others} == {("meta", date(2024, 1, 10))}


def test_a_page_keeps_its_story_and_caption_and_drops_the_rest() -> None:
    found = _fixture("penfall-original.html")
    assert found.title == "Clip of Putin's falling pen at Yerevan summit seen a million times"
    assert found.publisher == "The Meridian Post"
    assert found.url == "https://meridianpost.example/world/2022/11/24/putin-pen-yerevan"
    assert found.text.startswith(found.title)
    (caption,) = _own(found, SectionKind.CAPTION)
    assert caption.startswith("L-R: Prime Minister Nikol Pashinyan")
    assert not any(word in found.text for word in ("85,000 subscribers", "12,000 followers", "kills 14", "Weather"))


def test_a_portal_copy_is_told_from_its_teasers_and_tail() -> None:
    found = _fixture("penfall-portal.txt")
    own = "\n".join(
        _own(found, SectionKind.BODY) + _own(found, SectionKind.CAPTION) + _own(found, SectionKind.HEADLINE)
    )
    assert _own(found, SectionKind.HEADLINE) == [
        "World: Clip of Putin's falling pen at Yerevan summit seen a million times"
    ]
    assert not any(
        word in own for word in ("avalanche", "Avalanche", "choir", "Coach", "TOP News", "tip on", "pools")
    )
    assert "1.2 million" in own
    assert "640,000 views" in own


WRITING = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufeff%G"), min_size=1)


@given(WRITING.filter(str.strip))
def test_a_plain_text_is_stored_to_the_character(text: str) -> None:
    assert _article(text.encode()).text == text


def test_line_endings_and_control_characters_are_stored_as_they_are() -> None:
    text = (
        "Headline of the day\r\n\r\nTwo people\x00 were hurt \x1b[31mon Monday\u2028when\u202e a shelf fell down.\r\n"
    )
    assert _article(text.encode()).text == text


def test_a_date_given_by_the_caller_overrules_and_the_rest_is_kept() -> None:
    line = json.dumps({"text": "Two were hurt.", "date": "2022-11-24T10:00+04:00"}).encode()
    published = _article(line, "application/json", date(2022, 11, 20)).published
    assert published is not None
    assert (published.day, published.source) == (date(2022, 11, 20), "option")
    assert [other.raw for other in published.others] == ["2022-11-24T10:00+04:00"]


def test_a_records_date_that_is_none_is_flagged_and_kept() -> None:
    found = _article(json.dumps({"text": "Two were hurt.", "date": "soon"}).encode(), "application/json")
    assert found.published is None
    assert found.flags == ("date_unreadable",)
    assert found.metadata == {"date": "soon"}


def test_a_records_text_is_not_reread_as_a_page_of_its_own() -> None:
    text = "<p>Two were hurt.</p>\n\nRead more: ten more"
    found = _article(json.dumps({"text": text, "title": "T", "desk": "night"}).encode(), "application/json")
    assert found.text == text
    assert (found.title, found.metadata) == ("T", {"desk": "night"})


def test_a_record_that_holds_a_pasted_page_is_cut_like_one() -> None:
    menu = [
        "Home",
        "News",
        "Sport",
        "Subscribe",
        "Log in",
        "Search",
        "Newsletters",
        "Follow",
        "Contact",
        "Privacy policy",
    ]
    story = ["Two people were hurt on Monday when a shelf fell in the reading room of the town hall of Olmet."] * 6
    found = _article(json.dumps({"text": "\n".join([*menu, *story, *menu])}).encode(), "application/json")
    assert found.text.count("Subscribe") == 2
    assert not any(word in text for text in _own(found, SectionKind.BODY) for word in menu)


def test_a_page_whose_encoding_is_a_lie_is_read_and_flagged() -> None:
    page = (
        "<html><head><meta charset='utf-8'></head><body><p>Zwei Gäste wurden verletzt, sagte René.</p></body></html>"
    )
    found = _article(page.encode("latin-1"), "text/html")
    assert "Gäste" in found.text
    assert (found.encoding, found.flags) == ("cp1252", ("encoding_mismatch", "encoding_guessed"))


@pytest.mark.parametrize(
    ("raw", "kind", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "text/plain", "is not text"),
        ("Words".encode("utf-16-le"), "text/plain", "is not text"),
        (b"\xef\xbb\xbf \n", "text/plain", "holds no words"),
        (b"<html><head><title>T</title></head><body></body></html>", "text/html", "holds no words"),
    ],
)
def test_what_holds_no_article_is_refused_with_the_reason(raw: bytes, kind: str, reason: str) -> None:
    found = article(_record(raw, kind))
    assert isinstance(found, Reject)
    assert reason in found.reason


@given(st.binary(max_size=300), st.sampled_from(["text/plain", "text/html", "application/json"]))
def test_any_bytes_become_an_article_or_a_reject(raw: bytes, kind: str) -> None:
    found = article(_record(raw, kind))
    if isinstance(found, Article):
        assert found.text.strip()
        found.text.encode("utf-8")
        assert found.sections[-1].end == len(found.text)
