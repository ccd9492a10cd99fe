"""The units and currencies of news copy: every written form with the plain name that stands for it."""

from __future__ import annotations

from factcheck.grammar.quantity.model import Kind
from factcheck.grammar.text import word_set

_WORDS: dict[Kind, str] = {
    "measure": """
        millimetre: millimetre millimetres millimeter millimeters mm; centimetre: centimetre centimetres centimeter
        centimeters cm cms; decimetre: decimetre decimetres decimeter decimeters dm; metre: metre metres meter
        meters mtr mtrs; kilometre: kilometre kilometres kilometer kilometers km kms kilometeres; micrometre:
        micrometre micrometres micrometer micrometers micron microns µm μm; nanometre: nanometre nanometres
        nanometer nanometers nm; inch: inch inches; foot: foot feet ft; yard: yard yards yd yds; mile: mile miles
        mi; furlong: furlong furlongs; fathom: fathom fathoms; light-year: light-year light-years lightyear
        lightyears; parsec: parsec parsecs; pixel: pixel pixels; acre: acre acres; hectare: hectare hectares ha;
        litre: litre litres liter liters ltr; millilitre: millilitre millilitres milliliter milliliters ml;
        centilitre: centilitre centilitres centiliter centiliters cl; hectolitre: hectolitre hectolitres hectoliter
        hectoliters; gallon: gallon gallons gal; pint: pint pints; quart: quart quarts; barrel: barrel barrels bbl
        bbls; bushel: bushel bushels; cup: cup cups; tablespoon: tablespoon tablespoons tbsp; teaspoon: teaspoon
        teaspoons tsp; gram: gram grams gramme grammes gm gms; kilogram: kilogram kilograms kilogramme kilogrammes
        kilo kilos kg kgs; milligram: milligram milligrams mg; microgram: microgram micrograms microgramme
        microgrammes mcg µg μg; nanogram: nanogram nanograms; tonne: tonne tonnes; ton: ton tons; kiloton: kiloton
        kilotons; megaton: megaton megatons; pound: pound pounds lb lbs; ounce: ounce ounces oz; stone: stone;
        carat: carat carats; mile per hour: mph; kilometre per hour: kph kmph kmh km/h km/hr; metre per second: m/s;
        mile per second: mi/s; foot per second: ft/s; knot: knot knots kts; mach: mach; joule: joule joules;
        kilojoule: kilojoule kilojoules kj; calorie: calorie calories cal; kilocalorie: kilocalorie kilocalories
        kcal; watt: watt watts; kilowatt: kilowatt kilowatts kw; megawatt: megawatt megawatts mw; gigawatt: gigawatt
        gigawatts gw; terawatt: terawatt terawatts; kilowatt-hour: kilowatt-hour kilowatt-hours kwh; megawatt-hour:
        megawatt-hour megawatt-hours mwh; gigawatt-hour: gwh; terawatt-hour: twh; horsepower: horsepower hp bhp;
        volt: volt volts; kilovolt: kilovolt kilovolts kv; ampere: ampere amperes amp amps; milliampere: milliamp
        milliamps; ohm: ohm ohms; hertz: hertz hz; kilohertz: kilohertz khz; megahertz: megahertz mhz; gigahertz:
        gigahertz ghz; decibel: decibel decibels db; newton: newton newtons; tesla: teslas; lumen: lumen lumens;
        lux: lux; becquerel: becquerel becquerels; sievert: sievert sieverts; millisievert: millisievert
        millisieverts msv; pascal: pascal pascals; kilopascal: kilopascal kilopascals kpa; hectopascal: hectopascal
        hectopascals hpa; megapascal: mpa; psi: psi; bar: bar bars; millibar: millibar millibars mbar; atmosphere:
        atmospheres atm; radian: radian radians rad; bit: bit bits; kilobit: kilobit kilobits; megabit: megabit
        megabits; gigabit: gigabit gigabits; byte: byte bytes; kilobyte: kilobyte kilobytes kb; megabyte: megabyte
        megabytes mb; gigabyte: gigabyte gigabytes gb; terabyte: terabyte terabytes tb; petabyte: petabyte petabytes
        pb; megabit per second: mbps mbit/s; gigabit per second: gbps gbit/s; megapixel: megapixel megapixels; rpm:
        rpm; mole: mole moles; part per million: ppm; part per billion: ppb; decametre: decametre decametres
        decameter decameters; hectometre: hectometre hectometres hectometer hectometers hm; picometre: picometre
        picometres picometer picometers; decilitre: decilitre decilitres deciliter deciliters dl; kilolitre:
        kilolitre kilolitres kiloliter kiloliters kl; megalitre: megalitre megalitres megaliter megaliters;
        microlitre: microlitre microlitres microliter microliters µl μl; centigram: centigram centigrams cg;
        decigram: decigram decigrams; hectogram: hectogram hectograms; megajoule: megajoule megajoules mj;
        gigajoule: gigajoule gigajoules gj; terajoule: terajoule terajoules; milliwatt: milliwatt milliwatts;
        microwatt: microwatt microwatts; terahertz: terahertz thz; millivolt: millivolt millivolts; megavolt:
        megavolt megavolts; microampere: microamp microamps; kilonewton: kilonewton kilonewtons; megaohm: megohm
        megohms; exabyte: exabyte exabytes; zettabyte: zettabyte zettabytes; terabit: terabit terabits; kilobit per
        second: kbps kbit/s; terabit per second: tbps; cubic centimetre: cc; mile per hour: mi/h mi/hr; beat per
        minute: bpm; frame per second: fps; dot per inch: dpi; pixel per inch: ppi; millimetre of mercury: mmhg;
        nit: nits; arcsecond: arcsecond arcseconds; arcminute: arcminute arcminutes; peck: pecks; gill: gills;
        hogshead: hogsheads; quintal: quintal quintals; angstrom: angstrom angstroms
        """,
    "temperature": """
        degree Celsius: celsius centigrade celcius centigrate; degree Fahrenheit: fahrenheit farenheit; kelvin:
        kelvin kelvins; degree: degree degrees deg °
        """,
    "duration": """
        nanosecond: nanosecond nanoseconds; microsecond: microsecond microseconds; millisecond: millisecond
        milliseconds; second: second seconds sec secs; minute: minute minutes min mins; hour: hour hours hr hrs;
        day: day days; night: nights; week: week weeks wk wks; fortnight: fortnight fortnights; month: month months;
        year: year years yr yrs; decade: decade decades; century: century centuries; millennium: millennium
        millennia
        """,
    "percent": """
        percent: % ％ percent percents pct percentage percentages; permille: ‰
        """,
    "money": """
        dollar: dollar dollars; cent: cent cents ¢; euro: euro euros; penny: penny pennies pence; yen: yen; yuan:
        yuan renminbi rmb kuai; jiao: jiao mao; rupee: rupee rupees; paisa: paise; rouble: rouble roubles ruble
        rubles; kopeck: kopeck kopecks; franc: franc francs; centime: centime centimes; mark: marks deutschmark
        deutschmarks deutschemarks; krona: krona kronor; krone: krone kroner; króna: krónur; lira: lira liras lire;
        dinar: dinar dinars; dirham: dirham dirhams; riyal: riyal riyals; rial: rial rials; shekel: shekel shekels;
        baht: baht; ringgit: ringgit; rupiah: rupiah; dong: dong; zloty: zloty zlotys zloties; forint: forint
        forints; koruna: koruna korunas; crown: crowns; guilder: guilder guilders; markka: markka markkaa; escudo:
        escudo escudos; peseta: peseta pesetas; schilling: schilling schillings; drachma: drachma drachmas; taka:
        taka; naira: naira; cedi: cedi cedis; shilling: shilling shillings; birr: birr; hryvnia: hryvnia hryvnias
        hryvnya; tenge: tenge; leu: lei; lev: leva; kuna: kuna kunas; kwacha: kwacha; rand: rand; real: reais; peso:
        peso pesos; bitcoin: bitcoin bitcoins btc; satoshi: satoshi satoshis; dollar: buck bucks quid
        """,
}
"""By kind, each plain name before a colon and behind it the written forms of one word, in lower case."""

ONE_WORD: dict[str, tuple[Kind, str]] = {
    written: (kind, name.strip())
    for kind, block in _WORDS.items()
    for entry in block.split(";")
    for name, _, forms in (entry.partition(":"),)
    for written in forms.split()
} | {"quid": ("money", "pound")}

TWO_WORDS: dict[str, tuple[Kind, str]] = {
    "per cent": ("percent", "percent"),
    "percentage point": ("percent", "percentage point"),
    "percentage points": ("percent", "percentage point"),
    "percent point": ("percent", "percentage point"),
    "percent points": ("percent", "percentage point"),
    "basis point": ("percent", "basis point"),
    "basis points": ("percent", "basis point"),
    "nautical mile": ("measure", "nautical mile"),
    "nautical miles": ("measure", "nautical mile"),
    "light year": ("measure", "light-year"),
    "light years": ("measure", "light-year"),
    "metric ton": ("measure", "metric ton"),
    "metric tons": ("measure", "metric ton"),
    "short tons": ("measure", "short ton"),
    "long tons": ("measure", "long ton"),
    "fluid ounce": ("measure", "fluid ounce"),
    "fluid ounces": ("measure", "fluid ounce"),
    "kilowatt hour": ("measure", "kilowatt-hour"),
    "kilowatt hours": ("measure", "kilowatt-hour"),
    "megawatt hours": ("measure", "megawatt-hour"),
    "g force": ("measure", "g"),
    "degrees celsius": ("temperature", "degree Celsius"),
    "degree celsius": ("temperature", "degree Celsius"),
    "degrees celcius": ("temperature", "degree Celsius"),
    "degrees centigrade": ("temperature", "degree Celsius"),
    "degrees c": ("temperature", "degree Celsius"),
    "deg celsius": ("temperature", "degree Celsius"),
    "deg c": ("temperature", "degree Celsius"),
    "° celsius": ("temperature", "degree Celsius"),
    "° c": ("temperature", "degree Celsius"),
    "degrees fahrenheit": ("temperature", "degree Fahrenheit"),
    "degree fahrenheit": ("temperature", "degree Fahrenheit"),
    "degrees farenheit": ("temperature", "degree Fahrenheit"),
    "degrees f": ("temperature", "degree Fahrenheit"),
    "deg fahrenheit": ("temperature", "degree Fahrenheit"),
    "deg f": ("temperature", "degree Fahrenheit"),
    "° fahrenheit": ("temperature", "degree Fahrenheit"),
    "° f": ("temperature", "degree Fahrenheit"),
    "pounds sterling": ("money", "pound"),
    "deutsche mark": ("money", "mark"),
    "deutsche marks": ("money", "mark"),
}

BY_A_SPACE = word_set("m g l L W V")
"""Signs of one letter that mean a unit behind a space too."""

GLUED: dict[str, tuple[Kind, str]] = {
    "m": ("measure", "metre"), "g": ("measure", "gram"), "t": ("measure", "tonne"), "l": ("measure", "litre"),
    "L": ("measure", "litre"), "W": ("measure", "watt"), "V": ("measure", "volt"),
    "C": ("temperature", "degree Celsius"), "F": ("temperature", "degree Fahrenheit"), "s": ("duration", "second"),
    "h": ("duration", "hour"), "d": ("duration", "day"), "p": ("money", "penny"), "c": ("money", "cent"),
    "in": ("measure", "inch"), '"': ("measure", "inch"), "”": ("measure", "inch"), "'": ("measure", "foot"),
    "’": ("measure", "foot"), "Nm": ("measure", "newton metre"), "pc": ("percent", "percent"),
}  # fmt: skip
"""Signs that mean a unit only where nothing parts them from the digits, case and all."""

LENGTHS = word_set("millimetre centimetre decimetre metre kilometre inch foot yard mile")
"""Names that "square" and "cubic" go with."""

SYMBOLS = {
    "$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "₽": "rouble", "₩": "won", "₪": "shekel",
    "฿": "baht", "₫": "dong", "₺": "lira", "₴": "hryvnia", "₦": "naira", "¢": "cent",
    "₱": "peso", "₾": "lari", "₭": "kip", "₿": "bitcoin", "₸": "tenge", "₼": "manat",
    "₵": "cedi", "₲": "guarani", "₡": "colón", "₮": "tugrik", "円": "yen", "元": "yuan", "원": "won",
}  # fmt: skip
PREFIXES = {"US": "US", "A": "Australian", "AU": "Australian", "C": "Canadian", "CA": "Canadian", "HK": "Hong Kong",
            "NZ": "New Zealand", "S": "Singapore", "NT": "Taiwan", "R": "Brazilian"}  # fmt: skip
"""What letters before a dollar sign name."""

CODES = {
    "USD": "US dollar", "EUR": "euro", "GBP": "pound", "JPY": "yen", "CNY": "yuan", "RMB": "yuan",
    "INR": "Indian rupee", "RUB": "rouble", "CHF": "Swiss franc", "CAD": "Canadian dollar",
    "AUD": "Australian dollar", "NZD": "New Zealand dollar",
    "SEK": "Swedish krona", "NOK": "Norwegian krone", "DKK": "Danish krone",
    "KRW": "South Korean won", "ZAR": "rand", "BRL": "Brazilian real", "MXN": "Mexican peso",
    "SGD": "Singapore dollar",
    "HKD": "Hong Kong dollar", "PLN": "zloty", "CZK": "Czech koruna", "HUF": "forint", "ILS": "shekel", "THB": "baht",
    "IDR": "rupiah", "MYR": "ringgit", "PHP": "Philippine peso", "VND": "dong", "AED": "Emirati dirham",
    "SAR": "Saudi riyal", "EGP": "Egyptian pound", "NGN": "naira", "KES": "Kenyan shilling", "PKR": "Pakistani rupee",
    "BDT": "taka", "ISK": "Icelandic króna", "UAH": "hryvnia", "ARS": "Argentine peso", "CLP": "Chilean peso",
    "COP": "Colombian peso", "DEM": "mark", "FRF": "French franc", "BTC": "bitcoin", "TWD": "Taiwan dollar",
}  # fmt: skip

SMALL_CODES = {
    code: CODES[code.upper()]
    for code in [
        "usd",
        "eur",
        "gbp",
        "jpy",
        "cny",
        "rmb",
        "inr",
        "chf",
        "aud",
        "cad",
        "nzd",
        "hkd",
        "sgd",
        "sek",
        "nok",
        "dkk",
        "krw",
        "btc",
    ]
}
"""Codes that are no word where they are written small."""

OF_COUNTRIES = word_set("""
    american us u.s. australian canadian singapore taiwan taiwanese jamaican namibian fijian british english
    irish egyptian lebanese syrian sudanese turkish cypriot swiss french belgian cfa german west finnish dutch italian
    spanish portuguese austrian greek danish swedish norwegian icelandic czech slovak polish hungarian russian soviet
    ukrainian belarusian israeli jordanian kuwaiti iraqi iranian saudi qatari omani emirati moroccan algerian tunisian
    libyan kenyan ugandan tanzanian somali ethiopian nigerian ghanaian zambian indian pakistani nepalese nepali
    bangladeshi japanese chinese korean south north thai malaysian indonesian philippine filipino vietnamese mexican
    argentine argentinian chilean colombian cuban uruguayan dominican brazilian new zealand hong kong trinidad sri
    lankan mauritian serbian bulgarian romanian georgian armenian kazakh
    """)
"""Words before a currency that say whose it is."""

OF_COUNTRIES_ONLY = {"pound": "pound", "pounds": "pound", "won": "won", "real": "real", "reals": "real",
                     "mark": "mark", "crown": "crown"}  # fmt: skip
"""Currencies that the word alone does not tell from a weight, a verb or a thing."""

MINORS = {"dollar": "cent", "euro": "cent", "pound": "penny", "rand": "cent", "rupee": "paisa", "rouble": "kopeck",
          "franc": "centime", "yuan": "jiao"}  # fmt: skip
PARTS_OF = {("foot", "inch"): 12.0, ("yard", "foot"): 3.0, ("pound", "ounce"): 16.0, ("stone", "pound"): 14.0,
            ("metre", "centimetre"): 100.0, ("yuan", "jiao"): 10.0}  # fmt: skip
"""How many of the second make one of the first; a hundred of a currency's small coin make one, but for these."""
