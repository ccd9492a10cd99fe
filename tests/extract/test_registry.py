import pickle
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.extract.context import Context
from factcheck.extract.registry import DEFAULT_EXTRACTORS, EXTRACTORS, extract_claims
from factcheck.model import Article, Claim, ClaimType, Published, Section, SectionKind
from factcheck.values import from_json, to_json

_TITLE = "Two killed as ferry sinks off Porto"
_BODY = (
    "At least two people were killed on Monday, Mayor Ana Ruiz said. The clip had been viewed 1.2 million times.\n"
    "The Harbour Union comprises France, Spain and Italy. “We mourn three sailors who died,” Ruiz told reporters.\n"
)
_TEASER = "Choir's song watched 30 million times"


def _article(text: str = _BODY + _TEASER, title: str | None = _TITLE) -> Article:
    edge = min(len(_BODY), len(text))
    sections = (Section(SectionKind.BODY, 0, edge), Section(SectionKind.TEASER, edge, len(text)))
    published = Published(date(2022, 11, 23), "2022-11-23", "record", inferred=False)
    return Article("0" * 64, "a", "a.txt", text, title=title, published=published, sections=sections)


def test_the_registry_lists_these_extractors_by_name_and_version() -> None:
    kinds = {name: kind for name, (kind, _) in EXTRACTORS.items()}
    assert kinds == {
        "casualty@2": ClaimType.CASUALTY,
        "date@3": ClaimType.DATE,
        "membership@2": ClaimType.MEMBERSHIP,
        "view_count@2": ClaimType.VIEW_COUNT,
    }
    assert tuple(EXTRACTORS) == DEFAULT_EXTRACTORS


def test_an_article_gives_its_claims_the_titles_first_then_in_text_order() -> None:
    claims = extract_claims(_article())
    assert [(claim.field, claim.type.value, claim.quote) for claim in claims] == [
        ("title", "casualty", "Two"),
        ("text", "casualty", "At least two"),
        ("text", "date", "Monday"),
        ("text", "view_count", "1.2 million"),
        ("text", "membership", "France, Spain and Italy"),
        ("text", "casualty", "three"),
        ("text", "view_count", "30 million"),
    ]


def test_a_claim_says_whose_words_it_stands_in() -> None:
    segments = {claim.quote: claim.segment for claim in extract_claims(_article())}
    assert segments["Two"] is SectionKind.HEADLINE
    assert segments["1.2 million"] is SectionKind.BODY
    assert segments["30 million"] is SectionKind.TEASER


def test_a_claim_says_who_said_it() -> None:
    speakers = {claim.quote: claim.attribution and claim.attribution.resolved for claim in extract_claims(_article())}
    assert speakers["At least two"] == "Ana Ruiz"
    assert speakers["three"] == "Ana Ruiz"
    assert speakers["1.2 million"] is None


def test_a_claim_names_the_extractor_that_found_it() -> None:
    assert {(claim.type, claim.extractor) for claim in extract_claims(_article())} == {
        (kind, name) for name, (kind, _) in EXTRACTORS.items()
    }


def test_only_the_extractors_named_are_run() -> None:
    assert {claim.type for claim in extract_claims(_article(), ["view_count@2"])} == {ClaimType.VIEW_COUNT}
    assert extract_claims(_article(), []) == ()


def test_two_claims_may_share_a_span() -> None:
    claims = extract_claims(_article("Ana Ruiz left the Harbour Party for the Dune Party.", None))
    assert [(claim.quote, to_json(claim.value)["group"]) for claim in claims] == [
        ("Ana Ruiz", "the Harbour Party"),
        ("Ana Ruiz", "the Dune Party"),
    ]


def test_a_name_that_is_not_registered_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"'views'; .* casualty@2, date@3, membership@2, view_count@2"):
        extract_claims(_article(), ["casualty@2", "views"])


def test_an_article_without_text_or_title_has_no_claims() -> None:
    assert extract_claims(_article("", None)) == ()
    assert extract_claims(_article(" \n", "  ")) == ()


def test_the_same_article_gives_the_same_claims_whatever_the_order_of_names() -> None:
    assert extract_claims(_article()) == extract_claims(_article())
    assert extract_claims(_article(), DEFAULT_EXTRACTORS[::-1]) == extract_claims(_article())


def test_articles_extractors_and_claims_pass_between_processes() -> None:
    article, function = pickle.loads(pickle.dumps((_article(), extract_claims)))  # noqa: S301 - our own bytes
    claims = function(article)
    assert pickle.loads(pickle.dumps(claims)) == extract_claims(_article())  # noqa: S301 - our own bytes


_WORDS = st.sampled_from(
    [
        *(
            "Two",
            "people",
            "were killed",
            "and",
            "12",
            "injured",
            "on Monday",
            ".",
            ",",
            "said",
            "Ana Ruiz",
            "\n",
            "“",
            "”",
        ),
        *(
            "viewed",
            "1.2 million",
            "times",
            "members of",
            "the Harbour Union",
            "France",
            "Spain",
            "in 2019",
            "é",
            "😀",
        ),
        *(
            "joined",
            "at least",
            "no one",
            "hurt",
            "The clip",
            "told reporters",
            "that",
            "he",
            "(",
            ")",
            "dozens",
            "dead",
        ),
    ]
)


def _holds(article: Article, claim: Claim) -> bool:
    text = article.string(claim.field)
    return (
        0 <= claim.sentence_start <= claim.start < claim.end <= claim.sentence_end <= len(text)
        and text[claim.start : claim.end] == claim.quote
        and from_json(claim.type, to_json(claim.value)) == claim.value
    )


@given(st.lists(_WORDS, max_size=40), st.lists(_WORDS, max_size=8))
def test_every_claim_stands_where_it_says_within_its_sentence(words: list[str], title: list[str]) -> None:
    article = _article(" ".join(words), " ".join(title))
    claims = extract_claims(article)
    assert all(_holds(article, claim) for claim in claims)
    assert len({(claim.type, claim.field, claim.start, claim.end, claim.value) for claim in claims}) == len(claims)
    assert all(before.start <= after.start for before, after in pairwise(claims) if before.field == after.field)


def test_sentences_end_at_a_sections_edge() -> None:
    text = "The caption has no stop The body goes on. It ends."
    edge = text.index("The body")
    sections = (Section(SectionKind.CAPTION, 0, edge), Section(SectionKind.BODY, edge, len(text)))
    context = Context(Article("0" * 64, "a", "a.txt", text, sections=sections), "text")
    assert [text[one.start : one.end] for one in context.sentences] == [
        "The caption has no stop",
        "The body goes on.",
        "It ends.",
    ]
    assert context.section_at(edge - 1) is SectionKind.CAPTION
    assert context.section_at(edge) is SectionKind.BODY
    assert context.sentence_at(edge + 3) == context.sentences[1]
    assert context.sentence_index(len(text)) == 2


def test_a_title_is_one_headline_and_a_bare_text_one_body() -> None:
    article = Article("0" * 64, "a", "a.txt", "Some text.", title="A title")
    assert Context(article, "title").section_at(0) is SectionKind.HEADLINE
    assert Context(article, "text").section_at(0) is SectionKind.BODY
    assert Context(article, "text").published is None


def test_a_string_without_sentences_is_its_own() -> None:
    blank = Context(Article("0" * 64, "a", "a.txt", "   "), "text")
    assert (blank.sentence_at(1).start, blank.sentence_at(1).end) == (0, 3)


def test_a_pages_headline_that_opens_its_text_gives_its_claims_once() -> None:
    title, body = "Two people died in the storm", "Three others were hurt, police said."
    page = Article(
        "0" * 64,
        "page",
        "page.html",
        f"{title}\n\n{body}",
        title=title,
        sections=(
            Section(SectionKind.HEADLINE, 0, len(title) + 2),
            Section(SectionKind.BODY, len(title) + 2, len(title) + 2 + len(body)),
        ),
        media_type="text/html",
    )
    assert [(claim.field, claim.quote) for claim in extract_claims(page)] == [("title", "Two"), ("text", "Three")]
    record = replace(page, media_type="application/json")
    assert [claim.field for claim in extract_claims(record)] == ["title", "text", "text"]
