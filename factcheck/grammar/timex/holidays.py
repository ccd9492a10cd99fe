"""Holidays by name: the days that each covers in a year, and how surely its name is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.grammar.timex.reckoning import (
    CHINESE_NEW_YEAR,
    DIWALI,
    HOLI,
    Reckoning,
    Stretch,
    both,
    easter,
    fixed,
    hebrew,
    hijri,
    nowruz,
    nth,
    shifted,
)


@dataclass(frozen=True, slots=True)
class Holiday:
    """How a holiday is reckoned.

    ``doubt`` is the number of days by which the sighting of the moon, or another country, may have it earlier or
    later. ``is_season`` says that its value is the month that holds most of it, not its first day.
    """

    reckoning: Reckoning
    doubt: int = 0
    is_season: bool = False

    def in_year(self, year: int) -> tuple[Stretch, ...]:
        """The stretches of days that begin in a year; none where that is not known, nor outside 1 to 9999."""
        try:
            return self.reckoning(year)
        except (ValueError, OverflowError):
            return ()


_EID_AL_FITR, _EID_AL_ADHA = hijri(10, 1), hijri(12, 10)
_YOM_HASHOAH = Holiday(hebrew(1, 27, shifts={4: -1, 6: 1}))
_ISRAELI_DAY = {4: -1, 5: -2, 0: 1}
"""Israel's Independence Day stays clear of the Sabbath and of its eve: that of a Friday is the day before."""

_CHRISTIAN: dict[str, Holiday] = {
    "christmas|christmas day": Holiday(fixed(12, 25)),
    "christmas eve": Holiday(fixed(12, 24)),
    "boxing day|st stephen's day": Holiday(fixed(12, 26)),
    "epiphany|feast of the epiphany|three kings' day|three kings day": Holiday(fixed(1, 6)),
    "candlemas": Holiday(fixed(2, 2)),
    "all saints' day": Holiday(fixed(11, 1)),
    "all souls' day": Holiday(fixed(11, 2)),
    "day of the dead|dia de los muertos|día de los muertos": Holiday(fixed(11, 1, days=2)),
    "feast of the assumption|assumption day": Holiday(fixed(8, 15)),
    "immaculate conception day|feast of the immaculate conception": Holiday(fixed(12, 8)),
    "st nicholas day|st nicholas' day": Holiday(fixed(12, 6)),
    "shrove tuesday|mardi gras|pancake day|fat tuesday": Holiday(easter(-47)),
    "ash wednesday": Holiday(easter(-46)),
    "lent": Holiday(easter(-46, days=46), is_season=True),
    "palm sunday": Holiday(easter(-7)),
    "holy week": Holiday(easter(-7, days=7)),
    "maundy thursday|holy thursday": Holiday(easter(-3)),
    "good friday": Holiday(easter(-2)),
    "holy saturday": Holiday(easter(-1)),
    "easter|easter sunday|easter day": Holiday(easter(0)),
    "easter monday": Holiday(easter(1)),
    "ascension day|ascension thursday|feast of the ascension": Holiday(easter(39)),
    "pentecost|whit sunday|pentecost sunday": Holiday(easter(49)),
    "whit monday|pentecost monday": Holiday(easter(50)),
    "trinity sunday": Holiday(easter(56)),
    "feast of corpus christi": Holiday(easter(60)),
    "orthodox christmas|orthodox christmas day": Holiday(fixed(1, 7)),
    "orthodox christmas eve": Holiday(fixed(1, 6)),
    "orthodox new year|old new year": Holiday(fixed(1, 14)),
    "orthodox palm sunday": Holiday(easter(-7, orthodox=True)),
    "orthodox good friday": Holiday(easter(-2, orthodox=True)),
    "orthodox easter|orthodox easter sunday|greek easter": Holiday(easter(0, orthodox=True)),
    "orthodox easter monday": Holiday(easter(1, orthodox=True)),
}
_MUSLIM: dict[str, Holiday] = {
    "ramadan|the holy month of ramadan|the muslim holy month of ramadan|the islamic holy month of ramadan"
    "|the month of ramadan|the fasting month of ramadan|the muslim fasting month of ramadan"
    "|the muslim fasting month": Holiday(hijri(9, 1, until=10), doubt=1, is_season=True),
    "laylat al-qadr|the night of power": Holiday(hijri(9, 27), doubt=1),
    "eid al-fitr": Holiday(_EID_AL_FITR, doubt=1),
    "eid al-adha|bakrid|kurban bayram|kurban bayrami|feast of the sacrifice|feast of sacrifice": Holiday(
        _EID_AL_ADHA, doubt=1
    ),
    "eid": Holiday(both(_EID_AL_FITR, _EID_AL_ADHA), doubt=1),
    "arafat day|day of arafah|arafah day|day of arafat": Holiday(hijri(12, 9), doubt=1),
    "islamic new year|hijri new year|muslim new year": Holiday(hijri(1, 1), doubt=1),
    "ashura": Holiday(hijri(1, 10), doubt=1),
    "arbaeen": Holiday(hijri(2, 20), doubt=1),
    "mawlid|mawlid al-nabi|eid milad-un-nabi|milad-un-nabi|prophet muhammad's birthday"
    "|prophet mohammed's birthday": Holiday(hijri(3, 12), doubt=1),
}
_JEWISH: dict[str, Holiday] = {
    "rosh hashanah|rosh hashana|rosh ha-shanah|jewish new year": Holiday(hebrew(7, 1, days=2)),
    "yom kippur|day of atonement": Holiday(hebrew(7, 10)),
    "sukkot|sukkoth": Holiday(hebrew(7, 15, days=7)),
    "simchat torah": Holiday(hebrew(7, 22), doubt=1),
    "hanukkah|chanukah|hanukah|hannukah|chanukkah": Holiday(hebrew(9, 25, days=8)),
    "purim": Holiday(shifted(hebrew(1, 15), -30)),
    "passover|pesach": Holiday(hebrew(1, 15, days=8)),
    "yom hashoah|holocaust martyrs' and heroes' remembrance day": _YOM_HASHOAH,
    "yom haatzmaut|yom ha'atzmaut": Holiday(hebrew(2, 5, shifts=_ISRAELI_DAY)),
    "lag baomer|lag b'omer": Holiday(hebrew(2, 18)),
    "shavuot|shavuoth": Holiday(hebrew(3, 6, days=2)),
    "tisha b'av": Holiday(hebrew(5, 9, shifts={5: 1})),
}
_ASIAN: dict[str, Holiday] = {
    "chinese new year|lunar new year|chinese new year's day|lunar new year's day|spring festival": Holiday(
        CHINESE_NEW_YEAR
    ),
    "chinese new year's eve|lunar new year's eve": Holiday(shifted(CHINESE_NEW_YEAR, -1)),
    "tet|seollal|korean new year|vietnamese new year": Holiday(CHINESE_NEW_YEAR, doubt=1),
    "nowruz|nawruz|norouz|navruz|norooz|newroz|persian new year|iranian new year|kurdish new year": Holiday(
        nowruz, doubt=1
    ),
    "diwali|deepavali|divali": Holiday(DIWALI, doubt=1),
    "holi": Holiday(HOLI, doubt=1),
    "singles' day|singles day": Holiday(fixed(11, 11)),
}
_AMERICAN: dict[str, Holiday] = {
    "valentine's day": Holiday(fixed(2, 14)),
    "april fools' day|april fool's day": Holiday(fixed(4, 1)),
    "juneteenth": Holiday(fixed(6, 19)),
    "fourth of july": Holiday(fixed(7, 4)),
    "halloween|hallowe'en": Holiday(fixed(10, 31)),
    "veterans day|veterans' day|armistice day|remembrance day": Holiday(fixed(11, 11)),
    "kwanzaa": Holiday(fixed(12, 26, days=7)),
    "martin luther king day|martin luther king jr. day|mlk day": Holiday(nth(1, 0, 3)),
    "presidents day|presidents' day": Holiday(nth(2, 0, 3)),
    "patriots' day": Holiday(nth(4, 0, 3)),
    "mother's day": Holiday(nth(5, 6, 2)),
    "memorial day": Holiday(nth(5, 0, -1)),
    "father's day": Holiday(nth(6, 6, 3)),
    "labor day": Holiday(nth(9, 0, 1)),
    "columbus day|indigenous peoples' day|indigenous peoples day|canadian thanksgiving": Holiday(nth(10, 0, 2)),
    "election day": Holiday(nth(11, 0, 1, offset=1)),
    "thanksgiving|thanksgiving day": Holiday(nth(11, 3, 4)),
    "black friday": Holiday(nth(11, 3, 4, offset=1)),
    "cyber monday": Holiday(nth(11, 3, 4, offset=4)),
}
_OF_OTHER_COUNTRIES: dict[str, Holiday] = {
    "mothering sunday": Holiday(easter(-21)),
    "st patrick's day|saint patrick's day": Holiday(fixed(3, 17)),
    "st george's day": Holiday(fixed(4, 23)),
    "st andrew's day": Holiday(fixed(11, 30)),
    "st david's day": Holiday(fixed(3, 1)),
    "burns night": Holiday(fixed(1, 25)),
    "bonfire night|guy fawkes night|guy fawkes day": Holiday(fixed(11, 5)),
    "remembrance sunday": Holiday(nth(11, 6, 2)),
    "australia day": Holiday(fixed(1, 26)),
    "waitangi day": Holiday(fixed(2, 6)),
    "anzac day": Holiday(fixed(4, 25)),
    "canada day": Holiday(fixed(7, 1)),
    "bastille day": Holiday(fixed(7, 14)),
    "german unity day|day of german unity": Holiday(fixed(10, 3)),
    "cinco de mayo": Holiday(fixed(5, 5)),
    "defender of the fatherland day|fatherland defender's day": Holiday(fixed(2, 23)),
    "victory day": Holiday(fixed(5, 9)),
    "russia day": Holiday(fixed(6, 12)),
    "ve day|v-e day": Holiday(fixed(5, 8)),
    "vj day|v-j day": Holiday(fixed(8, 15)),
}
_WORLD: dict[str, Holiday] = {
    "new year's day": Holiday(fixed(1, 1)),
    "new year's eve": Holiday(fixed(12, 31)),
    "may day|international workers' day|international workers day|international labour day": Holiday(fixed(5, 1)),
    "holocaust memorial day|international holocaust remembrance day": Holiday(fixed(1, 27)),
    "armenian genocide remembrance day|genocide remembrance day": Holiday(fixed(4, 24)),
    "world cancer day": Holiday(fixed(2, 4)),
    "international women's day": Holiday(fixed(3, 8)),
    "world water day": Holiday(fixed(3, 22)),
    "world health day": Holiday(fixed(4, 7)),
    "earth day": Holiday(fixed(4, 22)),
    "world press freedom day": Holiday(fixed(5, 3)),
    "europe day": Holiday(fixed(5, 9)),
    "world environment day": Holiday(fixed(6, 5)),
    "world refugee day": Holiday(fixed(6, 20)),
    "world mental health day": Holiday(fixed(10, 10)),
    "united nations day": Holiday(fixed(10, 24)),
    "world aids day": Holiday(fixed(12, 1)),
    "human rights day|international human rights day": Holiday(fixed(12, 10)),
}

_NATIONAL: dict[str, dict[str, Holiday]] = {
    "independence day": {
        "american|america|us|u.s|united states": Holiday(fixed(7, 4)),
        "algerian|algeria": Holiday(fixed(7, 5)),
        "angolan|angola": Holiday(fixed(11, 11)),
        "argentine|argentina": Holiday(fixed(7, 9)),
        "armenian|armenia": Holiday(fixed(9, 21)),
        "bangladeshi|bangladesh": Holiday(fixed(3, 26)),
        "belarusian|belarus": Holiday(fixed(7, 3)),
        "bolivian|bolivia": Holiday(fixed(8, 6)),
        "brazilian|brazil": Holiday(fixed(9, 7)),
        "cambodian|cambodia": Holiday(fixed(11, 9)),
        "chilean|chile": Holiday(fixed(9, 18)),
        "colombian|colombia": Holiday(fixed(7, 20)),
        "congolese|congo": Holiday(fixed(6, 30)),
        "costa rican|costa rica": Holiday(fixed(9, 15)),
        "ecuadorean|ecuadorian|ecuador": Holiday(fixed(8, 10)),
        "estonian|estonia": Holiday(fixed(2, 24)),
        "finnish|finland": Holiday(fixed(12, 6)),
        "georgian|georgia": Holiday(fixed(5, 26)),
        "ghanaian|ghana": Holiday(fixed(3, 6)),
        "greek|greece": Holiday(fixed(3, 25)),
        "guatemalan|guatemala": Holiday(fixed(9, 15)),
        "haitian|haiti": Holiday(fixed(1, 1)),
        "honduran|honduras": Holiday(fixed(9, 15)),
        "indian|india": Holiday(fixed(8, 15)),
        "indonesian|indonesia": Holiday(fixed(8, 17)),
        "israeli|israel": Holiday(hebrew(2, 5, shifts=_ISRAELI_DAY)),
        "jamaican|jamaica": Holiday(fixed(8, 6)),
        "jordanian|jordan": Holiday(fixed(5, 25)),
        "kazakh|kazakhstan": Holiday(fixed(12, 16)),
        "kenyan|kenya": Holiday(fixed(12, 12)),
        "kosovan|kosovo": Holiday(fixed(2, 17)),
        "kyrgyz|kyrgyzstan": Holiday(fixed(8, 31)),
        "latvian|latvia": Holiday(fixed(11, 18)),
        "lebanese|lebanon": Holiday(fixed(11, 22)),
        "lithuanian|lithuania": Holiday(fixed(2, 16)),
        "malaysian|malaysia": Holiday(fixed(8, 31)),
        "maltese|malta": Holiday(fixed(9, 21)),
        "mexican|mexico": Holiday(fixed(9, 16)),
        "moldovan|moldova": Holiday(fixed(8, 27)),
        "moroccan|morocco": Holiday(fixed(11, 18)),
        "mozambican|mozambique": Holiday(fixed(6, 25)),
        "myanmar|burma": Holiday(fixed(1, 4)),
        "namibian|namibia": Holiday(fixed(3, 21)),
        "nicaraguan|nicaragua": Holiday(fixed(9, 15)),
        "nigerian|nigeria": Holiday(fixed(10, 1)),
        "pakistani|pakistan": Holiday(fixed(8, 14)),
        "paraguayan|paraguay": Holiday(fixed(5, 14)),
        "peruvian|peru": Holiday(fixed(7, 28)),
        "philippine|philippines": Holiday(fixed(6, 12)),
        "polish|poland": Holiday(fixed(11, 11)),
        "rwandan|rwanda": Holiday(fixed(7, 1)),
        "salvadoran|el salvador": Holiday(fixed(9, 15)),
        "senegalese|senegal": Holiday(fixed(4, 4)),
        "somali|somalia": Holiday(fixed(7, 1)),
        "south sudanese|south sudan": Holiday(fixed(7, 9)),
        "sri lankan|sri lanka": Holiday(fixed(2, 4)),
        "sudanese|sudan": Holiday(fixed(1, 1)),
        "tajik|tajikistan": Holiday(fixed(9, 9)),
        "tanzanian|tanzania": Holiday(fixed(12, 9)),
        "tunisian|tunisia": Holiday(fixed(3, 20)),
        "turkmen|turkmenistan": Holiday(fixed(9, 27)),
        "ugandan|uganda": Holiday(fixed(10, 9)),
        "ukrainian|ukraine": Holiday(fixed(8, 24)),
        "uruguayan|uruguay": Holiday(fixed(8, 25)),
        "uzbek|uzbekistan": Holiday(fixed(9, 1)),
        "venezuelan|venezuela": Holiday(fixed(7, 5)),
        "zambian|zambia": Holiday(fixed(10, 24)),
        "zimbabwean|zimbabwe": Holiday(fixed(4, 18)),
    },
    "republic day": {
        "indian|india": Holiday(fixed(1, 26)),
        "italian|italy": Holiday(fixed(6, 2)),
        "turkish|turkey|türkiye": Holiday(fixed(10, 29)),
        "kazakh|kazakhstan": Holiday(fixed(10, 25)),
    },
    "national day": {
        "austrian|austria": Holiday(fixed(10, 26)),
        "belgian|belgium": Holiday(fixed(7, 21)),
        "chinese|china": Holiday(fixed(10, 1)),
        "french|france": Holiday(fixed(7, 14)),
        "irish|ireland": Holiday(fixed(3, 17)),
        "kuwaiti|kuwait": Holiday(fixed(2, 25)),
        "norwegian|norway": Holiday(fixed(5, 17)),
        "qatari|qatar": Holiday(fixed(12, 18)),
        "romanian|romania": Holiday(fixed(12, 1)),
        "saudi|saudi arabia": Holiday(fixed(9, 23)),
        "singaporean|singapore": Holiday(fixed(8, 9)),
        "spanish|spain": Holiday(fixed(10, 12)),
        "swedish|sweden": Holiday(fixed(6, 6)),
        "swiss|switzerland": Holiday(fixed(8, 1)),
        "taiwanese|taiwan": Holiday(fixed(10, 10)),
        "vietnamese|vietnam": Holiday(fixed(9, 2)),
        "icelandic|iceland": Holiday(fixed(6, 17)),
        "emirati|emirates|uae|u.a.e": Holiday(fixed(12, 2)),
    },
    "victory day": {
        "bangladeshi|bangladesh": Holiday(fixed(12, 16)),
        "russian|russia|soviet|belarusian|belarus|ukrainian|ukraine|moscow": Holiday(fixed(5, 9)),
    },
    "thanksgiving": {
        "american|america|us|u.s|united states": Holiday(nth(11, 3, 4)),
        "canadian|canada": Holiday(nth(10, 0, 2)),
    },
    "holocaust remembrance day": {"israeli|israel": _YOM_HASHOAH, "international": Holiday(fixed(1, 27))},
    "unity day": {"russian|russia": Holiday(fixed(11, 4)), "german|germany": Holiday(fixed(10, 3))},
    "freedom day": {"south african|south africa": Holiday(fixed(4, 27))},
    "constitution day": {
        "indian|india": Holiday(fixed(11, 26)),
        "norwegian|norway": Holiday(fixed(5, 17)),
        "polish|poland": Holiday(fixed(5, 3)),
        "russian|russia": Holiday(fixed(12, 12)),
        "spanish|spain": Holiday(fixed(12, 6)),
        "ukrainian|ukraine": Holiday(fixed(6, 28)),
    },
}

_ARTICLES = ("al-", "al ", "ul-", "ul ", "el-", "el ")
"""How the Arabic article of a name is written."""


def _spellings(names: str) -> Iterator[str]:
    """Each of the names in the ways that it is written: with either apostrophe or none, "St" or "Saint"."""
    for name in names.split("|"):
        for article in _ARTICLES if " al-" in name else ("",):
            written = name.replace(" al-", f" {article}")
            saint = [
                written,
                *(written.replace("st ", full, 1) for full in ("st. ", "saint ") if written[:3] == "st "),
            ]
            for one in saint:
                yield from (one, one.replace("'", "’"), one.replace("'", ""))


HOLIDAYS: dict[str, Holiday] = {
    spelling: holiday
    for table in (_CHRISTIAN, _MUSLIM, _JEWISH, _ASIAN, _AMERICAN, _OF_OTHER_COUNTRIES, _WORLD)
    for names, holiday in table.items()
    for spelling in _spellings(names)
} | {"independence day": _NATIONAL["independence day"]["american|america|us|u.s|united states"]}
"""Holidays by lower-case name, those of the United States where countries differ and none is named."""

NATIONAL_DAYS: dict[str, dict[str, Holiday]] = {
    name: {country: holiday for countries, holiday in table.items() for country in countries.split("|")}
    for name, table in _NATIONAL.items()
}
"""Days that countries share the name of, by lower-case name and then by country or its people."""

FROM_SUNSET = frozenset(name for names in (*_MUSLIM, *_JEWISH) for name in _spellings(names))
"""Holidays whose days begin in the evening: their first night is that before the first day's light."""

HOLIDAY_NAMES = frozenset([*HOLIDAYS, *NATIONAL_DAYS])
"""Every name of a holiday in lower case; one that is in ``NATIONAL_DAYS`` alone needs a country beside it."""
