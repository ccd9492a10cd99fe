"""Whose words a stretch is: teasers, captions, furniture and the article's own, tiling the text."""

import re
import textwrap
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest.sections import cut, looks_like_page, with_captions
from factcheck.ingest.sections.blocks import blocks_of
from factcheck.ingest.sections.features import main_run
from factcheck.ingest.sections.story import best_way, weights
from factcheck.model import FOREIGN_SECTIONS, Section, SectionKind

HEADLINE = "Shelf falls in reading room of Olmet, two hurt"
STORY = (
    "Two people were hurt on Monday when a shelf fell in the reading room of the town hall of Olmet.",
    "The mayor, Rosa Whitfield, said on Tuesday that the shelf had been put up by a cousin of hers in the year 1998.",
    "“We heard a crack, and then the atlases came down,” said Ivo Banks, who had been reading about whales.",
    "A petition for a new reading room has been signed by 1,200 people, the library's friends say.",
    "Both of the injured went home in the evening, and one of them asked the librarian for her book.",
)
MENU = ("Home", "News", "Sport", "Weather", "Subscribe", "Log in", "Search", "Newsletters", "Follow us on Facebook")
FOOTER = (
    "Contact us",
    "About us",
    "Privacy policy",
    "Terms of use",
    "Advertise",
    "© 2022 The Post. All rights reserved.",
)
TEASER = "Choir film draws 30 million views in a week"
TEASER_TEXT = (
    f"  {TEASER} The choir of a village school was seen by very many people.The film was made by a caretaker."
)


def _kinds(text: str, title: str | None = None, *, clean: bool = False) -> dict[str, SectionKind]:
    """The kind of each line."""
    sections = cut(text, title, clean=clean)
    return {
        line.strip(): section.kind
        for section in sections
        for line in text[section.start : section.end].split("\n")
        if line.strip()
    }


def _assert_tiles(text: str, sections: tuple[Section, ...]) -> None:
    assert [section.start for section in sections] == [0, *(section.end for section in sections[:-1])]
    assert sections[-1].end == len(text)
    assert all(section.start < section.end for section in sections)


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [*STORY, *MENU, *FOOTER, HEADLINE, TEASER, TEASER_TEXT, "Related Articles", "  • One", "3 Comments"]
        ),
    ),
    max_size=30,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]), st.booleans(), st.sampled_from([None, HEADLINE, ""]))
def test_sections_tile_any_text(lines: list[str], ending: str, clean: bool, title: str | None) -> None:  # noqa: FBT001
    text = ending.join(lines)
    sections = cut(text, title, clean=clean)
    if text:
        _assert_tiles(text, sections)
    else:
        assert sections == ()


def test_an_article_is_its_headline_and_body() -> None:
    kinds = _kinds("\n\n".join([HEADLINE, "Tuesday, 3 May 2022", *STORY]))
    assert kinds.pop(HEADLINE) == SectionKind.HEADLINE
    assert set(kinds.values()) == {SectionKind.BODY}


@pytest.mark.parametrize("width", [40, 72, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_an_article_wrapped_to_a_width_is_cut_by_its_paragraphs(width: int, between: str) -> None:
    text = between.join(textwrap.fill(paragraph, width) for paragraph in [HEADLINE, *STORY, *STORY])
    headline, body = cut(text)
    assert (headline.kind, body.kind) == (SectionKind.HEADLINE, SectionKind.BODY)
    assert " ".join(text[: headline.end].split()) == HEADLINE


def test_short_lines_that_were_not_wrapped_stay_blocks_of_their_own() -> None:
    assert len(blocks_of("\n".join(MENU + FOOTER))) == len(MENU + FOOTER)


def test_a_whole_page_pasted_as_text_keeps_the_article_alone() -> None:
    listed = (
        "Most read",
        "Deer jumps through bakery window",
        "Three hurt in barn fire near Elmer Falls",
        "Band's video passes 10,000 views",
    )
    comments = ("2 Comments", "Tess M.", "3 hours ago", "lol my shelf fell too", "Reply")
    kinds = _kinds("\n".join([*MENU, HEADLINE, "By Tess Moran", "May 3, 2022", *STORY, *listed, *comments, *FOOTER]))
    foreign = {SectionKind.TEASER, SectionKind.FURNITURE}
    assert kinds[HEADLINE] == SectionKind.HEADLINE
    assert {kinds[line] for line in STORY} == {SectionKind.BODY}
    assert all(kinds[line] in foreign for line in (*MENU, *listed, *comments, *FOOTER))


def test_teasers_between_paragraphs_are_known_by_their_title_said_twice() -> None:
    kinds = _kinds("\n\n".join(["TOP News", HEADLINE, TEASER, TEASER_TEXT, *STORY]))
    assert kinds[TEASER] == kinds[TEASER_TEXT.strip()] == SectionKind.TEASER
    assert kinds[HEADLINE] == SectionKind.HEADLINE
    assert kinds["TOP News"] == SectionKind.FURNITURE
    assert {kinds[line] for line in STORY} == {SectionKind.BODY}


@pytest.mark.parametrize(
    "caption",
    [
        "Rosa Whitfield under the shelf in Olmet. © Ani Sarkis/Meridian Rosa Whitfield under the shelf in Olmet.",
        "The reading room of Olmet after the shelf fell. Photo: Ani Sarkis",
        "L-R: Rosa Whitfield, Ivo Banks and Tess Moran in the reading room of Olmet.",
        "From left, Rosa Whitfield and Ivo Banks in the reading room.",
        "Image 2 of 5: The reading room of Olmet after the shelf fell.",
    ],
)
@pytest.mark.parametrize("clean", [True, False])
def test_captions_are_known_by_their_credit_or_line_up(caption: str, clean: bool) -> None:  # noqa: FBT001
    kinds = _kinds("\n\n".join([HEADLINE, *STORY[:2], caption, *STORY[2:]]), clean=clean)
    assert kinds[caption] == SectionKind.CAPTION
    assert {kinds[line] for line in STORY} == {SectionKind.BODY}


def test_nothing_behind_a_tail_heading_is_the_articles() -> None:
    tail = (
        "Related Articles",
        "• Bus crash kills 14",
        "The towns with the most pools",
        "Read on to see where 4,500 visitors found the deepest one.",
    )
    kinds = _kinds("\n\n".join([HEADLINE, *STORY, *tail]))
    assert not {kinds[line] for line in tail} & {SectionKind.BODY, SectionKind.HEADLINE, SectionKind.CAPTION}


def test_clean_text_loses_only_what_rules_know() -> None:
    odd = ("Palm Bay 70, Rockledge 44", "Heritage 53, Titusville 9", "Score: 12", "Melbourne d. Space Coast 69-54")
    assert set(_kinds("\n".join(odd), clean=True).values()) == {SectionKind.BODY}
    kinds = _kinds("\n".join([*odd, "Read more: ten more games"]), clean=True)
    assert kinds["Read more: ten more games"] == SectionKind.FURNITURE


@pytest.mark.parametrize("clean", [True, False])
def test_a_told_title_is_the_headline_where_the_text_opens_with_it(clean: bool) -> None:  # noqa: FBT001
    text = "\n".join([HEADLINE.upper(), *STORY])
    assert _kinds(text, HEADLINE, clean=clean)[HEADLINE.upper()] == SectionKind.HEADLINE
    assert SectionKind.HEADLINE not in _kinds(text, "Another story altogether", clean=clean).values()


def test_a_sentence_of_its_own_is_body() -> None:
    assert cut("Two people were hurt.") == (Section(SectionKind.BODY, 0, 21),)
    assert cut(" \n\t\n") == (Section(SectionKind.BODY, 0, 4),)


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: 12 killed in Olmet blast\nAt least 30 injured, police say\nMore soon",
        "Casualties by town\nOlmet: 12 killed, 30 injured\nCarrow Mills: 3 killed\nTotal: 15 killed, 30 injured",
        "Storm in Olmet: what we know\n" + "\n".join(f"• {line}" for line in STORY),
        "Interview with the mayor\n" + "\n".join(f"Q: And then?\nA: {line}" for line in STORY),
        "Storm in Olmet\n" + "\n".join(f"10:{minute} a.m.\n{line}" for minute, line in enumerate(STORY, 10)),
    ],
)
def test_dispatches_lists_and_live_reports_are_kept(text: str) -> None:
    assert {section.kind for section in cut(text)} <= {SectionKind.HEADLINE, SectionKind.BODY}


SHORT_ARTICLES = """
Bridge collapses in Norland | By Jane Doe | Three people were killed when a bridge collapsed on Monday. | Police
    said ten others were hurt.
Mayor resigns | "I am tired," he said. | "It was an honour." | He will leave on Friday. | The council has 12
    members.
Library to close on Sundays | By Petra Lund, staff writer | Oct. 4, 2022 | The library in Fenwick will close on
    Sundays from next month. | The town council voted 7-2 for the change on Tuesday. | "We have no money," said
    councillor Tom Reed. | "It is as simple as that." | About 300 people use the library each week.
Why I like our market | I went to the market in Olmet this week. | It was full. | Not a single stall was empty!
    | My favourite baker told me that 2,000 people came. | See you there next week.
Flood in Tarnow valley leaves four dead | Sunday, June 12, 2022 | Four people have died in a flood in the Tarnow
    valley, local officials said on Saturday. | The river rose by three metres in one night. | Two villages were
    cut off. | Sources | "Flood in valley" - Tarnow Gazette, June 11, 2022
Ella Marsh, 1931-2022 | Ella Marsh, who taught three generations of pupils in Carrow, has died. She was 91. |
    Born in 1931, she came to Carrow at the age of 20. | She is survived by two sons. | The funeral is on
    Friday.
Rovers beat Town 3-1 | Rovers 3 | Town 1 | Rovers came from behind to beat Town in front of 4,200 people on
    Saturday. | Hill scored twice. | Man of the match: Joe Hill | Next: Rovers v Albion, Tuesday
Saturday's results | Albion 2, Harriers 2 | Rovers 3, Town 1 | United 0, Rangers 4 | Rangers lead the table with
    31 points after their fourth win in a row.
Storm warning for the coast | Issued: 10 January 2022, 06:00 | Winds of up to 110 km/h are expected on the coast
    from noon. | What to expect | - High waves | - Fallen trees | - Power cuts | Stay away from the shore.
Budget day: as it happened | 12:05 | The minister has arrived. | 12:30 | Taxes will rise by 2 per cent, the
    minister says. | 12:41 | The opposition walks out. | 13:10 | The speech is over.
Live: Storm hits Olmet | 9:15 a.m. - Two people are reported dead. | 9:40 a.m. - Schools are closed. | 10:02
    a.m. - Power is back in 1,200 homes.
Five questions for the mayor | Q: Are you tired? | A: Yes. | Q: Will you stay? | A: No. I will leave in May. |
    Q: Who comes next? | A: The council votes on Friday. It has 12 members.
"I never watched the video" | Rosa Whitfield is mayor of Olmet. We met her in her office. | How are you? | Fine,
    thank you. | Did you see the video? | No. They tell me that 3 million people have. | What will you do now? |
    Sleep.
Search goes on after landslide | Rescuers are still looking for nine people after a landslide near Carrow. |
    What happened | A slope gave way on Monday night. | The search | More than 200 people are taking part. |
    What comes next | Rain is expected on Thursday.
Facebook outage hits users | Facebook was down for three hours on Tuesday, the company said. | About 2 million
    users were hit. | It gave no reason.
Fire kills two in Fenwick | Two people died in a fire. | Four were hurt. | Police are looking for witnesses.
The storm in figures | 14 people dead | 31 injured | 1,200 homes without power | The storm hit the coast on
    Friday night, the weather service said.
What we know about the blast | • A gas pipe exploded at 7 a.m. on Monday. | • At least 12 people were killed. |
    • Thirty were hurt. | • The cause is not known.
Man jailed for theft of 40 bicycles | A man who stole 40 bicycles was jailed for two years on Thursday. | "You
    are a menace," the judge told him. | He did not reply. | The court heard that he sold them online.
Poet dies at 88 | The poet Ines Vale has died at 88. | Her best known lines are: | "All the bells | of the lower
    town | ring for nobody" | She published nine books.
Voters say yes | Result of Sunday's vote | Yes: 54 per cent | No: 46 per cent | Turnout: 61 per cent | Voters in
    Carrow have said yes to a new bridge. | It will be built next year.
Ferry toll rises to 17 | Three more bodies found | Minister to visit on Friday | The toll of the Lowmark ferry
    disaster has risen to 17, the coast guard said on Monday. | Three bodies were found on a beach.
School shut after gas leak | Published: 9 March 2022, 08:12 Updated: 9 March 2022, 11:40 | A school in Elmer
    Falls was shut on Wednesday after a gas leak. | Nobody was hurt. | All 320 pupils were sent home.
Report: rents up by 8 per cent | Rents in Olmet rose by 8 per cent last year, a report says. | The report names
    three causes. | Few new homes | Only 210 homes were built. | More jobs | The port created 1,500 jobs.
Zwei Tote bei Brand | Bei einem Brand in der Altstadt sind am Montag zwei Menschen gestorben. | Vier wurden
    verletzt. | Die Ursache ist unklar.
Letter to the editor | Dear editor, | You wrote that 300 people use the library. I counted 412. | Please print
    this. | Yours, | A. Reader, Fenwick
Fact check: No, the bridge did not fall | Claim | A video shows the bridge at Norland falling. | Verdict |
    False. The video is from 2014. | The post was shared 40,000 times.
BC-Lowmark-Ferry | Ferry sinks off Lowmark, 14 dead | LOWMARK, Nov 3 (Northwire) - A ferry sank off the coast of
    Lowmark on Thursday, killing at least 14 people, the coast guard said. | Thirty-one passengers were rescued,
    it said. | (Reporting by Ada Brook; editing by Sam Hollis)
SPORT | Rovers sign keeper | Rovers have signed the goalkeeper Ian Frost from Town. | He is 24 and has played 80
    games. | "Good news," said the coach.
No comment from palace after crash | The palace has not commented on a crash that hurt the prince on Sunday. |
    "No comment," a spokesman said. | Two people are in hospital.
Party loses ground in port towns | The Harbour Party lost two seats on Sunday. | Share of the vote | Harbour
    Party 31 per cent | Valley Union 44 per cent | The rest went to small parties.
Mill to close | 240 jobs lost | The paper mill at Elmer Falls will close in March, its owner said on Monday. |
    More jobs at risk | A second mill may follow.
Song tops chart | A song by the band Low Tide is the most viewed of the week. | YouTube: 12 million views |
    TikTok: 8 million views | The band formed in 2014.
Two climbers missing | Two climbers are missing on Mount Hale. | Search called off | The search was called off
    at dusk on Monday. | It goes on at dawn.
Three reasons for the delay | 1. Rain | 2. No money | 3. A strike | The bridge will open in June at the
    earliest, the city said.
Casualties by day | Monday: 4 dead, 12 hurt | Tuesday: 2 dead | Wednesday: none | In all, six people died in the
    unrest, the ministry said.
How the strike unfolded | 3 May: Drivers walk out. | 5 May: Talks fail. | 9 May: 2,000 march in Olmet. | 12 May:
    A deal is struck.
Dam bursts | At least 30 dead, hundreds missing | By Ada Brook in Tarnow | A dam burst in the Tarnow valley
    early on Thursday. | Hundreds are missing.
Ten dead in bus crash | Ten people died when a bus left the road near Carrow on Friday. | About 40 were hurt. |
    About the road | It was built in 1961.
FLOOD KILLS NINE | NINE PEOPLE DIED IN A FLOOD IN TARNOW ON FRIDAY, OFFICIALS SAY. | TWO VILLAGES ARE CUT OFF.
Home side wins again | Rovers 2, Town 0 | Rovers won at home for the ninth time in a row on Saturday. | Next
    match | Rovers meet Albion on Tuesday.
Bank clerk took 2 million | A clerk took 2 million crowns from her bank, a court heard on Monday. | First
    account | She opened it in 2009. | Second account | It held 800,000 crowns.
Video shows ferry sinking | Video: Ada Brook | A video of the ferry was viewed 2.4 million times in a day. | It
    was taken by a fisherman.
"""
"""Short articles in many styles: each starts at the margin, and `` | `` stands between its lines."""

ARTICLES = [" ".join(article.split()).split(" | ") for article in re.split(r"\n(?! )", SHORT_ARTICLES.strip())]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("lines", ARTICLES, ids=lambda lines: lines[0])
def test_a_short_article_is_all_its_own_and_opens_with_its_headline(lines: list[str], between: str) -> None:
    kinds = _kinds(between.join(lines))
    assert not {line: kind for line, kind in kinds.items() if kind in FOREIGN_SECTIONS}
    headline = next(line for line in lines if len(line.split()) > 1)
    assert kinds[headline] == SectionKind.HEADLINE


@pytest.mark.parametrize("lines", ARTICLES[:8], ids=lambda lines: lines[0])
def test_what_a_page_puts_under_a_short_article_is_cut_off(lines: list[str]) -> None:
    below = ("Share on Facebook", "Related articles", "Deer jumps through bakery window", "Subscribe", "Log in")
    kinds = _kinds("\n".join([*lines, *below]))
    assert {kinds[line] for line in below} <= FOREIGN_SECTIONS


def test_a_sentence_wrapped_by_hand_is_one_block() -> None:
    lines = (
        "Two people were hurt when a shelf",
        "fell in the reading room of",
        "the town hall on Monday, the",
        "mayor said.",
    )
    text = "\n".join(lines)
    assert [(block.start, block.end) for block in blocks_of(text)] == [(0, len(text))]


def test_a_releases_notice_is_no_headline() -> None:
    kinds = _kinds("\n\n".join(["FOR IMMEDIATE RELEASE", HEADLINE, *STORY]))
    assert kinds["FOR IMMEDIATE RELEASE"] == SectionKind.FURNITURE
    assert kinds[HEADLINE] == SectionKind.HEADLINE


def test_a_text_with_a_pages_labels_looks_like_a_page() -> None:
    assert looks_like_page("\n".join([*MENU, *STORY, *FOOTER]))
    assert not looks_like_page("\n".join([HEADLINE, *STORY]))


def test_captions_told_from_outside_split_their_section() -> None:
    body = (Section(SectionKind.BODY, 0, 30), Section(SectionKind.TEASER, 30, 40))
    made = with_captions(body, [(10, 20), (32, 36)])
    assert made == (
        Section(SectionKind.BODY, 0, 10),
        Section(SectionKind.CAPTION, 10, 20),
        Section(SectionKind.BODY, 20, 30),
        Section(SectionKind.TEASER, 30, 40),
    )


@given(st.lists(st.floats(-8, 8), max_size=12))
def test_the_best_way_is_the_best_of_all(scores: list[float]) -> None:
    def worth(own: tuple[bool, ...]) -> float:
        total = sum(score / 2 if mine else -score / 2 for score, mine in zip(scores, own, strict=True))
        places = [index for index, mine in enumerate(own) if mine]
        if not places:
            return total
        gaps = [after - before - 1 for before, after in pairwise(places) if after > before + 1]
        return total - sum(2 * 1.0 + 0.6 * gap for gap in gaps) - (1.0 if places[-1] < len(own) - 1 else 0.0)

    ways = [tuple(bool(number >> bit & 1) for bit in range(len(scores))) for number in range(2 ** len(scores))]
    assert worth(tuple(best_way(scores))) == pytest.approx(max(map(worth, ways)))


def test_the_main_run_is_the_run_with_the_highest_sum() -> None:
    assert main_run([-1, 5, -1, 5, -9, 8, -1]) == (1, 3)
    assert main_run([-3, -1, -2]) == (1, 1)


def test_the_weights_are_there() -> None:
    assert weights()[""]
    assert len(weights()) > 100


HOSTILE = {
    "one long line": "Words, " * 200_000,
    "many sentences": "A line of words that ends.\n" * 20_000,
    "headings": "Related\n" * 50_000,
    "one title": "\n".join(["Same title of a teaser"] * 20_000),
    "credits": "© " * 300_000,
    "blanks": " \n" * 300_000,
    "page words": "comment " * 50_000 + "\n" + "read " * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear_on_hostile_texts(name: str) -> None:
    start = time.process_time()
    cut(HOSTILE[name])
    cut(HOSTILE[name], clean=True)
    assert time.process_time() - start < 6
