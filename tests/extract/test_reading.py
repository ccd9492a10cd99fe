from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.extract.reading import Ground, Reading, SpanReading, claim_of
from factcheck.extract.registry import extract_claims
from factcheck.ingest import article as read_article
from factcheck.ingest import expand, records
from factcheck.model import (
    Article,
    Casualty,
    ClaimType,
    DateValue,
    Member,
    Membership,
    Published,
    Reject,
    Section,
    SectionKind,
    Value,
    ViewCount,
)

DAY = date(2022, 11, 24)
FIXTURES = Path(__file__).parents[2] / "fixtures" / "articles"
COUNTS = (
    "At least 12 to 15 people were killed on Tuesday when a barge sank, and 30 wounded sailors were taken ashore. "
    "About 1.2 million viewers watched it."
)
DATES = "Envoys met last Tuesday, two days later and again in late November 2021; the talks lasted three days."
LISTS = (
    "The Harbour Pact was signed in 2019. Its members are Norland, Suvia and Costa Verde. "
    "Ann Lee and Bob Ray both quit the Blue Party, the 27-nation North Union said."
)


def article(text: str, title: str | None = None, published: date | None = DAY) -> Article:
    day = Published(published, "", "option", inferred=False) if published else None
    return Article(
        "0" * 64, "x", "x", text, title, published=day, sections=(Section(SectionKind.BODY, 0, len(text)),)
    )


def read(text: str, words: str, kind: ClaimType, like: Value | None = None) -> Reading:
    start = text.index(words)
    return SpanReading(article(text)).read(kind, "text", start, start + len(words), like)


def killed(low: float | None, high: float | None, comparator: str) -> Casualty:
    return Casualty("killed", low, high, comparator, "people")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", killed(12, 12, "=")),
        (" 12 ", killed(12, 12, "=")),
        ("12 to 15", killed(12, 15, "range")),
        ("At least 12", killed(12, None, ">=")),
        ("15", killed(15, 15, "=")),
        ("15 people", killed(15, 15, "=")),
        ("30", Casualty("injured", 30, 30, "=", "wounded sailors")),
    ],
)
def test_a_count_follows_the_edges(words: str, value: Value) -> None:
    assert read(COUNTS, words, ClaimType.CASUALTY).value == value


@pytest.mark.parametrize(
    ("words", "kind", "reason"),
    [
        ("barge", ClaimType.CASUALTY, "no number in these words"),
        (
            "15 people were killed on Tuesday when a barge sank, and 30",
            ClaimType.CASUALTY,
            "two numbers: “15” and “30”",
        ),
        ("1.2", ClaimType.VIEW_COUNT, "the number goes on: “About 1.2 million”"),
        ("2 to 1", ClaimType.CASUALTY, "an edge stands within a word or a number"),
        ("illion", ClaimType.VIEW_COUNT, "an edge stands within a word or a number"),
        (".2 million", ClaimType.VIEW_COUNT, "an edge stands within a word or a number"),
        ("barge", ClaimType.DATE, "no date in these words"),
        ("killed", ClaimType.MEMBERSHIP, "no name in these words"),
        (" ", ClaimType.DATE, "no words are marked"),
    ],
)
def test_why_there_is_no_value_is_said(words: str, kind: ClaimType, reason: str) -> None:
    found = read(COUNTS, words, kind)
    assert found.value is None
    assert found.reason.startswith(reason)


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The toll of wounded stands at 2022 now.", "2022", ClaimType.CASUALTY, Casualty("injured", 2022, 2022, "=")),
        ("In Portville a baker drowned.", "a", ClaimType.CASUALTY, Casualty("killed", 1, 1, "=", "baker")),
        ("Of the missing, another was named.", "another", ClaimType.CASUALTY, Casualty("missing", 1, 1, "=")),
        ("There were no such injuries.", "no", ClaimType.CASUALTY, Casualty("injured", 0, 0, "=")),
        (
            "The clip, they say, was viewed 7 times.",
            "7",
            ClaimType.VIEW_COUNT,
            ViewCount("views", 7, 7, "=", "The clip"),
        ),
        ("It drew 8 likes.", "8", ClaimType.VIEW_COUNT, ViewCount("likes", 8, 8, "=")),
    ],
)
def test_what_extraction_leaves_out_is_read_from_the_words_around(
    text: str, words: str, kind: ClaimType, value: Value
) -> None:
    assert read(text, words, kind).value == value


def test_what_is_counted_may_be_told_in_a_sentence_nearby_but_not_far_off() -> None:
    calm = "The sea was calm. "
    text = f"Ten miners died.\n{calm * 9}\nThe firm spoke of 40.\n{calm * 30}\nIt named 50."
    found = read(text, "40", ClaimType.CASUALTY)
    assert (found.value, found.ground) == (Casualty("killed", 40, 40, "="), Ground.ASSUMED)
    for kind, reason in (
        (ClaimType.CASUALTY, "no effect is told near: killed, injured, missing, displaced or captured"),
        (ClaimType.VIEW_COUNT, "nothing near tells what is counted: views, likes, followers, attendance, …"),
    ):
        assert read(text, "50", kind) == Reading(None, reason)


def test_what_no_word_tells_is_lent_by_the_value_given_along() -> None:
    text = "Officials later spoke of 40 instead."
    like = Casualty("displaced", 12, 12, "=", "villagers")
    assert read(text, "40", ClaimType.CASUALTY, like).value == Casualty("displaced", 40, 40, "=", "villagers")
    counted = ViewCount("views", 12, 12, "=", "the reel")
    assert read(text, "40", ClaimType.VIEW_COUNT, counted).value == ViewCount("views", 40, 40, "=", "the reel")
    club = Membership("the club", "members", None)
    lent = read("Later came Ann Lee and Bob Ray.", "Ann Lee and Bob Ray", ClaimType.MEMBERSHIP, club).value
    assert lent == Membership("the club", "members", None, (Member("Ann Lee", 11, 18), Member("Bob Ray", 23, 30)))
    assert read(text, "40", ClaimType.CASUALTY, counted).value is None


def test_who_is_counted_is_not_lent_where_the_sentence_tells_its_own_harm() -> None:
    like = Casualty("killed", 12, 12, "=", "miners")
    found = read("The toll of wounded stands at 2022 now.", "2022", ClaimType.CASUALTY, like)
    assert found == Reading(Casualty("injured", 2022, 2022, "="), ground=Ground.TOLD)


def test_a_number_beside_its_scale_is_not_cut_off_it() -> None:
    text = "The clip has 1.2m views."
    assert read(text, "1.2m", ClaimType.VIEW_COUNT).value == ViewCount("views", 1_200_000, 1_200_000, "=", "The clip")
    assert read(text, "1.2", ClaimType.VIEW_COUNT).reason == "an edge stands within a word or a number"


@pytest.mark.parametrize(
    ("words", "timex", "anchor"),
    [
        ("last Tuesday", "2022-11-22", "2022-11-24"),
        ("Tuesday", "2022-11-22", "2022-11-24"),
        ("two days later", "2022-11-24", "2022-11-22"),
        ("late November 2021", "2021-11", None),
        ("November 2021", "2021-11", None),
        ("November", "2022-11", "2022-11-24"),
        ("in late November 2021", "2021-11", None),
    ],
)
def test_a_date_follows_the_edges(words: str, timex: str, anchor: str | None) -> None:
    value = read(DATES, words, ClaimType.DATE).value
    assert isinstance(value, DateValue)
    assert (value.timex, value.anchor) == (timex, anchor)
    assert value.mod == ("END" if "late " in words else None)


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        (DATES, "last Tuesday, two days later", "two dates: “last Tuesday” and “two days later”"),
        (DATES, "three days", "a length of time, not a date: “three days”"),
        ("It opens every Monday.", "every Monday", "a time that comes again, not a date: “every Monday”"),
        ("It is open now.", "now", "no day of the calendar is named: “now”"),
    ],
)
def test_what_is_no_date_says_what_it_is(text: str, words: str, reason: str) -> None:
    assert read(text, words, ClaimType.DATE) == Reading(None, reason)


def test_a_date_that_is_read_anew_says_what_happened_then_wherever_it_stands_in_a_long_article() -> None:
    text = "The barge was painted grey. \n" * 3_000 + "On Tuesday the barge sank near the quay.\n"
    value = read(text, "Tuesday", ClaimType.DATE).value
    assert isinstance(value, DateValue)
    assert value.event is not None
    assert value.event.words == "the barge sank near the quay"
    assert text[value.event.start : value.event.end] == "sank"


def test_a_weekday_of_an_article_without_a_date_cannot_be_placed() -> None:
    found = SpanReading(article(DATES, published=None)).read(ClaimType.DATE, "text", 16, 23)
    assert found.reason == "the article has no date to count “Tuesday” from"


@pytest.mark.parametrize(
    ("words", "group", "relation", "names"),
    [
        ("Norland, Suvia and Costa Verde", "Its", "members", ["Norland", "Suvia", "Costa Verde"]),
        ("Norland, Suvia", "Its", "members", ["Norland", "Suvia"]),
        ("Costa Verde", "Its", "members", ["Costa Verde"]),
        ("Ann Lee and Bob Ray", "the Blue Party", "former members", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee", "the Blue Party", "former members", ["Ann Lee"]),
    ],
)
def test_a_list_follows_the_edges(words: str, group: str, relation: str, names: list[str]) -> None:
    value = read(LISTS, words, ClaimType.MEMBERSHIP).value
    assert isinstance(value, Membership)
    assert (value.group, value.relation) == (group, relation)
    assert [member.name for member in value.members] == names
    assert all(LISTS[member.start : member.end] == member.name for member in value.members)


def test_the_size_of_a_group_is_a_membership_without_names() -> None:
    assert read(LISTS, "27", ClaimType.MEMBERSHIP).value == Membership("North Union", "members", 27, ())


def test_the_types_that_can_be_read_come_best_first() -> None:
    def kinds(text: str, words: str) -> list[ClaimType]:
        start = text.index(words)
        return [kind for kind, _ in SpanReading(article(text)).candidates("text", start, start + len(words))]

    assert kinds(COUNTS, "12 to 15")[0] is ClaimType.CASUALTY
    assert kinds(COUNTS, "1.2 million")[0] is ClaimType.VIEW_COUNT
    assert kinds(LISTS, "2019")[0] is ClaimType.DATE
    assert kinds(LISTS, "Norland, Suvia")[0] is ClaimType.MEMBERSHIP
    assert kinds(COUNTS, "ashore") == []


def fixtures() -> list[Article]:
    found = [
        read_article(record)
        for source in expand([str(FIXTURES)])
        if not isinstance(source, Reject)
        for record in records(source)
        if not isinstance(record, Reject)
    ]
    return [one for one in found if isinstance(one, Article)]


def test_what_extraction_found_reads_as_it_was_found() -> None:
    checked = 0
    for one in fixtures():
        reading = SpanReading(one)
        for claim in extract_claims(one):
            found = reading.read(claim.type, claim.field, claim.start, claim.end, claim.value)
            assert (found.value, found.ground) == (claim.value, Ground.SAME)
            assert getattr(found.value, "event", None) == getattr(claim.value, "event", None)
            made = claim_of(one, claim.type, claim.field, claim.start, claim.end, claim.value, "ida")
            assert made == replace(claim, extractor="annotator", added_by="ida", flags=())
            checked += 1
    assert checked > 100


def padded(words: str, length: int, line: str = "The harbour was quiet and the ferries ran as ever.\n") -> str:
    before = line * (length // 2 // len(line))
    return before + words + "\n" + before


def test_in_a_long_article_the_same_is_read_at_the_same_place() -> None:
    text = padded(COUNTS + " " + LISTS, 1_000_000)
    long = article(text)
    reading = SpanReading(long)
    at = text.index("12 to 15")
    assert reading.read(ClaimType.CASUALTY, "text", at, at + 8).value == killed(12, 15, "range")
    at = text.index("Norland, Suvia and Costa Verde")
    value = reading.read(ClaimType.MEMBERSHIP, "text", at, at + 30).value
    assert isinstance(value, Membership)
    assert [text[one.start : one.end] for one in value.members] == ["Norland", "Suvia", "Costa Verde"]
    made = claim_of(long, ClaimType.MEMBERSHIP, "text", at, at + 30, value, "ida")
    assert text[made.start : made.end] == made.quote == "Norland, Suvia and Costa Verde"
    assert text[made.sentence_start : made.sentence_end] == "Its members are Norland, Suvia and Costa Verde."


@pytest.mark.parametrize("length", [30_000, 1_000_000])
def test_a_span_is_read_at_the_pace_of_keys(length: int) -> None:
    text = padded(" ".join([COUNTS, DATES, LISTS] * 20), length)
    reading = SpanReading(article(text))
    at = text.index("12 to 15")
    for kind in ClaimType:
        reading.read(kind, "text", at, at + 2)
    began = time.process_time()
    for end in range(at + 1, at + 51):
        for kind in ClaimType:
            reading.read(kind, "text", at, end)
    assert (time.process_time() - began) / 50 < 0.02  # all four types; 5 ms for one


@pytest.mark.parametrize(
    "odd", ["12 ", "A, ", "May ", "and ", "(", "a", "killed 12 people and ", "members of the ", "\n", "é"]
)
def test_a_long_odd_text_costs_no_more_than_a_moment(odd: str) -> None:
    text = odd * (1_000_000 // len(odd))
    reading = SpanReading(article(text))
    began = time.process_time()
    for kind in ClaimType:
        reading.read(kind, "text", 500_000, 504_900)
        reading.read(kind, "text", 500_001, 500_011)
    assert time.process_time() - began < 10


def test_an_added_claim_says_whose_words_it_is_and_who_added_it() -> None:
    text = "The crew of 9 is lost, harbour master Ida Storm said on Monday."
    title = "Crew of 9 lost"
    one = article(text, title)
    made = claim_of(one, ClaimType.CASUALTY, "text", 12, 13, Casualty("missing", 9, 9, "="), "kim")
    assert (made.quote, made.extractor, made.added_by, made.segment) == ("9", "annotator", "kim", SectionKind.BODY)
    assert made.attribution is not None
    assert made.attribution.resolved == "Ida Storm"
    headline = claim_of(one, ClaimType.CASUALTY, "title", 8, 9, Casualty("missing", 9, 9, "="), "kim")
    assert (headline.quote, headline.segment) == ("9", SectionKind.HEADLINE)
    with pytest.raises(UsageError, match="no characters 90 to 91"):
        claim_of(one, ClaimType.CASUALTY, "title", 90, 91, Casualty("missing", 9, 9, "="), "kim")


PIECES = [
    "12",
    "a",
    "killed",
    "Ann Lee",
    "members of",
    "last",
    "Tuesday",
    ",",
    "to",
    " ",
    "\n",
    "viewed",
    "the Pact",
    "é",
    "\u0301",
]


@settings(max_examples=200, deadline=None)  # a busy machine is no fault
@given(
    st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join),
    st.sampled_from(list(ClaimType)),
    st.integers(-3, 70),
    st.integers(-3, 70),
    st.none() | st.just(DAY),
)
def test_any_span_of_any_text_has_a_value_or_a_reason(
    text: str, kind: ClaimType, start: int, end: int, published: date | None
) -> None:
    reading = SpanReading(article(text, published=published))
    found = reading.read(kind, "text", start, end)
    assert (found.value is None) == bool(found.reason)
    if isinstance(found.value, Membership):
        assert all(start <= one.start < one.end <= end for one in found.value.members)
        assert all(text[one.start : one.end] == one.name for one in found.value.members)
    for other, value in reading.candidates("text", start, end):
        made = claim_of(reading._article, other, "text", start, end, value, "kim")
        assert text[made.start : made.end] == made.quote
        assert 0 <= made.sentence_start <= made.start < made.end <= made.sentence_end <= len(text)
