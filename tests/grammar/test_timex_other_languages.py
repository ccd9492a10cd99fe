"""Dates in other languages than English: right days, exact spans, and none of the traps of a search for dates."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date, datetime

import pytest
from dateparser.date import DateDataParser
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.grammar.timex.other_languages import find_timexes_in
from factcheck.grammar.timex.vocabulary import vocabulary

PUBLISHED = date(2022, 11, 24)  # a Thursday

FOUND = [
    ("de", "Am Montag sprach die Ministerin.", ["Montag | 2022-11-21"]),
    ("de", "Er kam letzten Freitag.", ["letzten Freitag | 2022-11-18"]),
    ("de", "Er kommt am kommenden Dienstag.", ["kommenden Dienstag | 2022-11-29"]),
    ("fr", "Il est venu vendredi dernier.", ["vendredi dernier | 2022-11-18"]),
    (
        "es",
        "Vino el viernes pasado y vuelve el próximo lunes.",
        ["viernes pasado | 2022-11-18", "próximo lunes | 2022-11-28"],
    ),
    ("ru", "Он пришёл в прошлую пятницу.", ["прошлую пятницу | 2022-11-18"]),
    ("de", "Das Gesetz gilt ab dem 1. Januar 2023 im Land.", ["1. Januar 2023 | 2023-01-01"]),
    ("de", "Am Mittwoch, dem 23. November 2022, kam er.", ["Mittwoch, dem 23. November 2022 | 2022-11-23"]),
    ("de", "Er kam am 3. Okt. 2021 und am 03.10.2022.", ["3. Okt. 2021 | 2021-10-03", "03.10.2022 | 2022-10-03"]),
    ("de", "Im März 2021 fiel der Preis, im Mai auch.", ["März 2021 | 2021-03", "Mai | 2022-05"]),
    ("de", "Vor drei Tagen kam er, gestern ging er.", ["Vor drei Tagen | 2022-11-21", "gestern | 2022-11-23"]),
    ("de", "Letzte Woche und nächsten Monat.", ["Letzte Woche | 2022-W46", "nächsten Monat | 2022-12"]),
    ("de", "Seit dem Jahr 2019 (2020) ist er da.", ["Jahr 2019 | 2019", "2020 | 2020"]),
    ("de", "Am 28. Dezember brannte es.", ["28. Dezember | 2022-12-28"]),
    ("fr", "Le lundi 21 novembre 2022, il pleuvait.", ["lundi 21 novembre 2022 | 2022-11-21"]),
    ("fr", "Le 1er mai et en mars 2021.", ["1er mai | 2022-05-01", "mars 2021 | 2021-03"]),
    ("fr", "Il y a trois jours, hier, aujourd'hui.", ["Il y a trois jours | 2022-11-21", "hier | 2022-11-23"]),
    ("es", "El 23 de noviembre de 2022 llovió.", ["23 de noviembre de 2022 | 2022-11-23"]),
    ("es", "Hace tres días y el próximo año.", ["Hace tres días | 2022-11-21", "el próximo año | 2023"]),
    ("es", "La mañana fue fría; mañana lloverá.", ["mañana | 2022-11-25"]),
    ("pt", "Em 25 de abril de 1974 e há 3 dias.", ["25 de abril de 1974 | 1974-04-25", "há 3 dias | 2022-11-21"]),
    ("it", "Il 1º maggio 2021 e tre giorni fa.", ["1º maggio 2021 | 2021-05-01", "tre giorni fa | 2022-11-21"]),
    ("pl", "W maju 2021 roku i dwa dni temu.", ["maju 2021 roku | 2021-05", "dwa dni temu | 2022-11-22"]),
    ("ru", "23 ноября 2022 года шёл дождь.", ["23 ноября 2022 года | 2022-11-23"]),
    ("ru", "В марте 2021 года и в понедельник.", ["марте 2021 года | 2021-03", "понедельник | 2022-11-21"]),
    ("ru", "Три дня назад и на прошлой неделе.", ["Три дня назад | 2022-11-21", "на прошлой неделе | 2022-W46"]),
    ("uk", "24 лютого почалася війна.", ["24 лютого | 2022-02-24"]),
    ("uk", "У березні 2021 року, три дні тому.", ["березні 2021 року | 2021-03", "три дні тому | 2022-11-21"]),
    ("hy", "2022 թվականի նոյեմբերի 23-ին անձրև էր։", ["2022 թվականի նոյեմբերի 23-ին | 2022-11-23"]),
    ("hy", "Երեկ անձրև էր, 23 նոյեմբերի 2022։", ["Երեկ | 2022-11-23", "23 նոյեմբերի 2022 | 2022-11-23"]),
    ("ar", "أمطرت في 23 نوفمبر 2022 وأمس.", ["23 نوفمبر 2022 | 2022-11-23"]),
    ("ar", "أمطرت يوم الاثنين.", ["الاثنين | 2022-11-21"]),
    ("tr", "15 Temmuz 2016'da ve 3 gün önce.", ["15 Temmuz 2016 | 2016-07-15", "3 gün önce | 2022-11-21"]),
    ("hu", "2022. november 23-án esett.", ["2022. november 23-án | 2022-11-23"]),
    ("zh", "2022年11月23日下雨,昨天也是。", ["2022年11月23日 | 2022-11-23", "昨天 | 2022-11-23"]),
    ("ja", "2022年11月に雨が降った。", ["2022年11月 | 2022-11"]),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), FOUND)
def test_a_date_has_its_exact_words_and_its_day(language: str, sentence: str, expected: list[str]) -> None:
    found = find_timexes_in(sentence, language, PUBLISHED)
    assert [f"{one.text} | {one.value}" for one in found][: len(expected)] == expected
    assert all(sentence[one.start : one.end] == one.text for one in found)


TRAPS = [
    ("de", "Die Sonne mag scheinen. So war es, und die Mitte auch."),
    ("de", "Jeder 1 von 5 zahlte 27 $ oder 27 Euro, also 12,5 Prozent."),
    ("de", "Das Spiel endete 3:1, die Version 12.5 kam um 15 Uhr."),
    ("de", "Die 1990er Jahre waren gut, 2000 Menschen kamen."),
    ("de", "Am Morgen und heute morgen früh? Nein: am Morgen."),
    ("de", "Am 31. Februar 2021 und am 45.10.2021 war nichts."),
    ("de", "5 Jahre lang, 3 Tage und zwei Wochen."),
    ("fr", "Douze personnes, 12,5 %, un score de 3-1 et 1 sur 5."),
    ("fr", "La mer est belle, il a dit oui; sa mai est grande."),
    ("es", "Un 12,5 por ciento; la mañana del set 3."),
    ("es", "Martín dio 27 dólares a las 5."),
    ("ru", "Он заплатил 27 рублей и 12,5 процента."),
    ("uk", "П’ять листів і 5 лип."),
    ("tr", "Pazar kalabalıktı, 3 gün sürdü."),
    ("ar", "قتل 12 شخصا و 27 دولارا."),
    ("de", "v1.2.2022-beta und a2022-11-23 sind Namen."),
]


@pytest.mark.parametrize(("language", "sentence"), TRAPS)
def test_numbers_money_scores_and_little_words_are_no_dates(language: str, sentence: str) -> None:
    got = [one.text for one in find_timexes_in(sentence, language, PUBLISHED)]
    assert [one for one in got if one != "heute"] == []


def test_without_a_publication_date_only_whole_dates_are_read() -> None:
    found = find_timexes_in("Gestern, am Montag, im Mai und am 3. Mai 2021.", "de", None)
    assert [(one.text, one.value, one.anchor) for one in found] == [("3. Mai 2021", "2021-05-03", None)]


def test_a_relative_date_tells_what_it_counts_from() -> None:
    (found,) = find_timexes_in("Es war gestern.", "de", PUBLISHED)
    assert (found.anchor, found.granularity, found.first, found.last) == (
        "2022-11-24",
        "day",
        date(2022, 11, 23),
        date(2022, 11, 23),
    )


def test_two_dates_with_a_dash_are_a_range() -> None:
    first, last = find_timexes_in("3. Mai 2021 – 5. Mai 2021", "de", None)
    assert first.range == last.range == (date(2021, 5, 3), date(2021, 5, 5))


@pytest.mark.parametrize("language", ["xx", "", "../de", "english"])
def test_a_language_that_nobody_knows_is_refused_with_those_that_are(language: str) -> None:
    with pytest.raises(UsageError, match=r"no dates are known in the language .*; there are .*\bde\b"):
        find_timexes_in("x", language, None)


@pytest.mark.parametrize(
    "language", ["cs", "da", "de", "el", "es", "fi", "fr", "it", "nl", "pl", "pt", "ru", "tr", "uk"]
)
def test_every_full_month_is_the_one_that_dateparser_reads(language: str) -> None:
    parser = DateDataParser(languages=[language], settings={"RELATIVE_BASE": datetime(2022, 11, 24)})
    for month, number in vocabulary(language).months.items():
        written = month.title() if language in ("de", "el") else month
        (found,) = find_timexes_in(f"7 {written} 2021", language, None)
        assert found.value == f"2021-{number:02d}-07"
        parsed = parser.get_date_data(f"7 {month} 2021").date_obj
        assert parsed is None or parsed.date().isoformat() == found.value


@given(
    text=st.lists(
        st.sampled_from(
            ["3", "2021", "Mai", "Montag", "vor", "Tagen", "gestern", "am", ".", ",", "-", "(", ")", "İ", "\n"]
        )
        | st.text(max_size=3),
        max_size=30,
    ).map(" ".join),
    published=st.none() | st.dates(),
    language=st.sampled_from(["de", "ru", "tr", "zh"]),
)
@settings(max_examples=200, deadline=None)
def test_spans_are_in_order_apart_and_slices_of_the_text(text: str, published: date | None, language: str) -> None:
    done = 0
    for one in find_timexes_in(text, language, published):
        assert done <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.first is not None
        assert one.last is not None
        assert one.first <= one.last
        done = one.end


@pytest.mark.parametrize(
    "repeated", ["1. ", "1", "Montag ", "3. Mai ", "2021 ", "vor 3 ", "am ", "3. Mai 2021, ", "a", "("]
)
def test_time_grows_with_the_text_and_no_faster(repeated: str) -> None:
    find_timexes_in("", "de", None)
    begun = time.process_time()
    find_timexes_in(repeated * (100_000 // len(repeated)), "de", PUBLISHED)
    assert time.process_time() - begun < 3


def test_finding_english_dates_reads_no_other_language() -> None:
    code = (
        "import sys; from factcheck.grammar.timex import find_timexes; find_timexes('On May 3, 2021.', None);"
        " sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
