"""Units as tables: currencies to ISO 4217 codes, measures to their symbols, and the nouns that make a number no amount.

Currency names come from babel (Unicode CLDR) wherever the words name the country ("Belarusian rubles"); what is added
here is how newspapers write them, and which country's money a bare word means.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

# A bare sign means the currency that agency copy means by it. "¥" is the yen unless yuan is written out.
SYMBOLS = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "NT$": "TWD", "S$": "SGD", "R$": "BRL", "MX$": "MXN", "EC$": "XCD", "TT$": "TTD", "J$": "JMD",
    "Z$": "ZWL", "B$": "BND", "N$": "NAD", "CN¥": "CNY", "RMB": "CNY", "Rmb": "CNY", "RD$": "DOP", "Mex$": "MXN",
    "F$": "FJD", "G$": "GYD", "L$": "LRD", "BZ$": "BZD", "Bds$": "BBD", "E£": "EGP", "元": "CNY", "円": "JPY",
    "￥": "JPY", "＄": "USD", "￡": "GBP",
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₹": "INR", "₴": "UAH", "₺": "TRY", "₪": "ILS",
    "₩": "KRW", "₦": "NGN", "₫": "VND", "₱": "PHP", "₸": "KZT", "₾": "GEL", "₼": "AZN", "֏": "AMD", "₵": "GHS",
    "฿": "THB", "₭": "LAK", "₮": "MNT", "₡": "CRC", "₲": "PYG", "៛": "KHR", "৳": "BDT", "zł": "PLN", "Kč": "CZK",
    "Ft": "HUF", "Rs.": "INR", "Rs": "INR", "INR": "INR", "RM": "MYR", "Sh": "KES", "KSh": "KES", "Ksh": "KES",
    "USh": "UGX", "Ush": "UGX", "TSh": "TZS", "Tsh": "TZS", "GH₵": "GHS", "GH¢": "GHS", "FCFA": "XOF", "CFA": "XOF",
    "Rp": "IDR", "Rp.": "IDR", "Bt": "THB", "Tk": "BDT", "NRs": "NPR", "Dh": "AED", "Dhs": "AED", "NIS": "ILS",
    "Php": "PHP", "PhP": "PHP", "S/": "PEN", "S/.": "PEN", "kr": "krone", "Kr": "krone",
    "R": "ZAR", "N": "NGN", "P": "PHP", "SR": "SAR", "QR": "QAR", "KD": "KWD", "BD": "BHD", "JD": "JOD", "LE": "EGP",
}  # fmt: skip
# One or two capitals are as often a label ("R2", "N95", "SR 20"): they are money only before a figure with a scale or
# with its thousands set apart ("R350 million", "N12,000").
SHORT_SIGNS = frozenset(sign for sign in SYMBOLS if sign.isalpha() and sign.isupper() and len(sign) < 3) - {"RM"}
LARGE = re.compile(r"\d{1,3}(?:,\d{2,3})+|\d[\d.]{0,12}\s?(?:million|billion|trillion|lakh|crore|mn|bn|tn|m|k)\b", re.I)
# What is written after the figure only, in these letters. Pence stand glued to it ("80p").
SIGNS_AFTER = {"TL": "TRY", "kr": "krone", "NIS": "ILS", "FCFA": "XOF", "RMB": "CNY"}
NOT_PENCE = frozenset({144.0, 240.0, 360.0, 480.0, 576.0, 720.0, 1080.0, 1440.0, 2160.0})
"""Lines of a picture ("1080p")."""
# The bare word, where one country's money is meant unless another is named. Words that several countries share on equal
# terms (peso, dinar, franc, krone, shilling) are not here: they keep the word itself as unit, in lower case.
WORDS = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP", "quid": "GBP", "ruble": "RUB",
    "rouble": "RUB", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "rupee": "INR", "hryvnia": "UAH", "hryvna": "UAH",
    "hryvnya": "UAH", "lira": "TRY", "zloty": "PLN", "złoty": "PLN", "forint": "HUF", "shekel": "ILS", "rand": "ZAR",
    "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND", "taka": "BDT", "naira": "NGN", "cedi": "GHS",
    "birr": "ETB", "tenge": "KZT", "lari": "GEL", "dram": "AMD", "manat": "AZN", "lev": "BGN", "leva": "BGN",
    "kuna": "HRK", "koruna": "CZK", "krona": "SEK", "kronor": "SEK", "kwacha": "ZMW", "kyat": "MMK", "riel": "KHR",
    "rial": "IRR", "riyal": "SAR", "won": "KRW", "afghani": "AFN", "reais": "BRL", "guarani": "PYG", "lempira": "HNL",
    "quetzal": "GTQ", "dirham": "AED", "somoni": "TJS", "tugrik": "MNT", "leu": "RON", "lei": "RON",
    "sol": "PEN", "boliviano": "BOB", "bolivar": "VES", "gourde": "HTG", "colone": "CRC", "cordoba": "NIO",
    "kina": "PGK", "vatu": "VUV", "pataca": "MOP", "kip": "LAK", "ngultrum": "BTN", "rufiyaa": "MVR", "lek": "ALL",
    "pula": "BWP", "kwanza": "AOA", "metical": "MZN", "meticai": "MZN", "ariary": "MGA", "dalasi": "GMD",
    "leone": "SLE", "maloti": "LSL", "emalangeni": "SZL", "ouguiya": "MRU", "nakfa": "ERN", "kronur": "ISK",
    "deutschmark": "DEM",
}  # fmt: skip
SHARED_WORDS = frozenset("peso dinar franc krone kroner crown shilling escudo guilder som denar toman".split())
# Words that are other things too ("won", "soles"): money where there are a thousand or the country is named.
IN_THOUSANDS = frozenset({"KRW", "PEN", "CRC"})
# The hundredth part, with the currency of the whole: value is divided by a hundred.
CENTS = {"cent": "USD", "penny": "GBP", "pence": "GBP", "kopeck": "RUB", "kopek": "RUB", "paise": "INR"}
# How newspapers spell what CLDR spells another way; applied to a word before it is looked up with its country.
SPELLINGS = {
    "rouble": "ruble", "sterling": "pound", "kroner": "krone", "kronor": "krona", "shekel": "shekel", "crown": "krone",
    "kronur": "krona",
    "leva": "lev", "lei": "leu", "reais": "real", "pesos": "peso", "hryvna": "hryvnia", "hryvnya": "hryvnia",
}  # fmt: skip
# Country adjectives that CLDR's currency names lack or spell otherwise.
ADJECTIVES = {
    "u.s.": "us", "american": "us", "united states": "us", "uk": "british", "u.k.": "british", "english": "british",
    "belarussian": "belarusian", "belorussian": "belarusian", "byelorussian": "belarusian", "kazakh": "kazakhstani",
    "kyrgyz": "kyrgystani", "tajik": "tajikistani", "turkmen": "turkmenistani", "uzbek": "uzbekistani",
    "argentinian": "argentine", "saudi arabian": "saudi", "emirati": "united arab emirates",
    "uae": "united arab emirates",
    "taiwan": "new taiwan", "taiwanese": "new taiwan", "singaporean": "singapore", "botswana": "botswanan",
    "korean": "south korean", "iran": "iranian", "cfa": "west african cfa", "filipino": "philippine",
}  # fmt: skip
_CZECH = {("czech", "crown"): "CZK", ("czech", "krone"): "CZK", ("swedish", "krone"): "SEK",
          ("swedish", "crown"): "SEK",
          ("icelandic", "krona"): "ISK", ("icelandic", "krone"): "ISK", ("israeli", "shekel"): "ILS",
          ("chinese", "renminbi"): "CNY", ("venezuelan", "bolivar"): "VES", ("sri lankan", "rupee"): "LKR"}  # fmt: skip

# Measures: every spelling (singular) to its symbol. "ton" and "tonne" are one; the difference is below rounding in
# news.
MEASURES = {
    "kilometre": "km", "kilometer": "km", "km": "km", "kms": "km", "metre": "m", "meter": "m", "centimetre": "cm",
    "centimeter": "cm", "cm": "cm", "millimetre": "mm", "millimeter": "mm", "mm": "mm", "mile": "mile", "foot": "foot",
    "feet": "foot", "ft": "foot", "inch": "inch", "yard": "yard", "nautical mile": "nautical mile",
    "square kilometre": "km2", "square kilometer": "km2", "sq km": "km2", "square mile": "square mile",
    "square metre": "m2", "square meter": "m2", "square foot": "square foot", "square feet": "square foot",
    "sq m": "m2", "sqm": "m2", "sq ft": "square foot", "sq mi": "square mile", "square yard": "square yard",
    "mu": "mu", "dunam": "dunam", "dunum": "dunam", "feddan": "feddan", "bigha": "bigha", "rai": "rai",
    "hectare": "ha", "ha": "ha", "acre": "acre", "cubic metre": "m3", "cubic meter": "m3", "cubic foot": "cubic foot",
    "cubic feet": "cubic foot", "bcm": "bcm", "km2": "km2", "m2": "m2", "m3": "m3", "km²": "km2", "m²": "m2",
    "m³": "m3",
    "tonne": "t", "ton": "t", "metric ton": "t", "metric tonne": "t", "kilogram": "kg", "kilogramme": "kg",
    "kilo": "kg",
    "kg": "kg", "kgs": "kg", "gram": "g", "gramme": "g", "milligram": "mg", "ounce": "oz", "oz": "oz", "lb": "lb",
    "lbs": "lb",
    "kiloton": "kt", "megaton": "Mt", "kilotonne": "kt", "megatonne": "Mt", "gigaton": "Gt", "gigatonne": "Gt",
    "quintal": "quintal", "millilitre": "ml", "milliliter": "ml", "ml": "ml", "hectolitre": "hl",
    "litre": "l", "liter": "l", "gallon": "gallon", "barrel": "barrel", "bpd": "barrel",
    "bushel": "bushel",
    "degree celsius": "°C", "degree centigrade": "°C", "degree c": "°C", "celsius": "°C", "°c": "°C", "ºc": "°C",
    "° c": "°C",
    "degree fahrenheit": "°F", "degree f": "°F", "fahrenheit": "°F", "°f": "°F", "º f": "°F", "degree": "degree",
    "km/h": "km/h", "kmh": "km/h", "kph": "km/h", "km per hour": "km/h", "kilometre per hour": "km/h",
    "kilometer per hour": "km/h", "kilometre an hour": "km/h", "kilometer an hour": "km/h", "mph": "mph",
    "mile per hour": "mph", "mile an hour": "mph", "knot": "knot", "megawatt": "MW", "mw": "MW", "gigawatt": "GW",
    "gw": "GW", "kilowatt": "kW", "kw": "kW", "terawatt hour": "TWh", "twh": "TWh", "gwh": "GWh", "mwh": "MWh",
    "kilowatt hour": "kWh", "kilowatt-hour": "kWh", "kwh": "kWh", "terawatt-hour": "TWh", "gigawatt-hour": "GWh",
    "megawatt-hour": "MWh", "volt": "V", "decibel": "dB", "microgram": "µg", "µg": "µg", "hertz": "Hz", "mhz": "MHz",
    "ghz": "GHz", "gigabyte": "GB", "gb": "GB", "megabyte": "MB", "terabyte": "TB", "basis point": "basis point",
    "part per million": "ppm", "parts per million": "ppm", "ppm": "ppm", "part per billion": "ppb",
    "parts per billion": "ppb", "ppb": "ppb", "petabyte": "PB", "hectopascal": "hPa", "hpa": "hPa", "millibar": "mbar",
    "watt": "W", "horsepower": "hp", "hp": "hp", "becquerel": "Bq", "teu": "TEU", "fathom": "fathom",
    "pixel": "pixel", "calorie": "calorie", "carat": "carat", "millisievert": "mSv", "light year": "light year",
}  # fmt: skip
# "pounds" after a number is weight when one of these governs or follows it, else money.
WEIGHED = frozenset("weigh weighed weighing weighs heavier lighter weight lose lost gained".split())
PERCENT = re.compile(
    r"\s?(?:%|٪|per\s?cent\b|percent\b|pc\b|pct\b)(?:[\s-]points?\b)?|[\s-]percentage[\s-]points?\b", re.I
)
# Lengths of time are time expressions, and "three times" counts nothing: neither is an amount here.
TIME_NOUNS = frozenset(
    "second minute hour day week weekday weekend month year decade century millennium fortnight night evening morning "
    "afternoon season quarter semester term summer winter spring autumn birthday anniversary midnight noon am pm "
    "o'clock hr "
    "min sec yr hrs mins secs yrs generation instant moment while time thing way".split()
)
# "one side", "one thing": one of these after "one" is a turn of phrase.
AFTER_ONE = TIME_NOUNS | frozenset(
    "side hand point reason example question problem word place step part end case kind sort aspect issue goal idea "
    "direction respect party piece form eye voice go fell sense account area level stage analyst".split()
)
# Kinds of bunch: what they hold is named after "of" and is kept as `Amount.of`.
BUNCHES = frozenset(
    "set pair group bunch batch round package piece lot load bag box bottle case copy roll sack crate truckload "
    "busload "
    "planeload boatload shipment consignment convoy wave series string slice cup glass sheet unit dose vial can tin "
    "team squad cluster pack flock herd fleet".split()
)
# Compounds with a hyphen that still count something ("a 40-member council"); the rest ("two-state") name a kind.
HYPHENATED = frozenset(
    "member seat person man strong judge nation country vehicle car bed room page point soldier troop passenger".split()
)
INVARIANT_PLURALS = frozenset(
    "people police cattle personnel staff crew troops sheep fish deer aircraft spacecraft hovercraft watercraft craft "
    "series species offspring "
    "men women children teeth feet geese mice dead injured wounded missing homeless others media data criteria "
    "headquarters "
    "barracks kin clergy folk migrants youths livestock poultry artillery media vermin salmon shrimp swine dice "
    "gendarmes carabinieri militia infantry cavalry elderly unemployed poor faithful strong".split()
)
NO_NOUN = "people"
"""The unit where the words count persons and name no noun: "thousands detained", "12 dead", "two were killed"."""
NOMINAL_PERSONS = frozenset(
    "dead injured wounded missing homeless other hurt arrested detained killed more lives fatality casualty "
    "strong".split()
)
# Verbs that take persons: a bare number as their object or passive subject counts people.
PEOPLE_VERBS = frozenset(
    "kill injure wound hurt maim detain arrest hospitalise hospitalize displace evacuate rescue jail imprison "
    "abduct kidnap "
    "shoot behead execute massacre slaughter drown strand trap infect hospitalized sentence deport expel behead free "
    "quarantine evict fine convict acquit indict suspend sack lynch torture behead die perish drown flee survive "
    "charge slay murder round employ hire recruit dismiss accommodate".split()
)
PEOPLE_STATES = frozenset(
    "dead injured wounded missing homeless hurt unaccounted stranded trapped hospitalised ill unhurt alive".split()
)


@lru_cache(maxsize=1)
def national() -> dict[tuple[str, str], str]:
    """(country adjective, currency word) in lower case to the ISO 4217 code, from CLDR's current English names."""
    out: dict[tuple[str, str], str] = {}
    for code, name in sorted(Locale("en").currencies.items()):
        adjective, _, word = name.lower().rpartition(" ")
        if (adjective and "(" not in name and not code.startswith("X")) or code in {"XOF", "XAF", "XCD", "XPF"}:
            out.setdefault((adjective, word), code)
    return out | _CZECH


@lru_cache(maxsize=1)
def lands() -> frozenset[str]:
    """Every word or words in lower case that name whose money it is."""
    return frozenset(land for land, _ in national()) | frozenset(ADJECTIVES) | {"new"}


@lru_cache(maxsize=1)
def codes() -> frozenset[str]:
    """ISO 4217 codes that may stand beside a number, those that are English words or too rare left out."""
    historic = re.compile(r"\(|\d{4}")
    wanted = {code for code, name in Locale("en").currencies.items() if not historic.search(name)}
    return frozenset(
        wanted - {"ALL", "TOP", "MOP", "TRY", "CUP", "LAK", "COP", "GEL", "BAM", "PEN", "SOS", "SLE", "XXX", "MAD"}
    )


def is_money_sign(sign: str, text: str, figure: int) -> bool:
    """Whether `sign` means money before the figure that starts at `figure`."""
    return sign in SYMBOLS and (sign not in SHORT_SIGNS or LARGE.match(text, figure) is not None)


def currency(adjective: str, word: str) -> tuple[str, float] | None:
    """The code and factor of a currency word in the singular, with its country adjective ("" for none).

    ("belarusian", "ruble") -> ("BYN", 1.0); ("", "cent") -> ("USD", 0.01); ("", "peso") -> ("peso", 1.0); None for no
    currency.
    """
    low, land = word.lower(), ADJECTIVES.get(adjective.lower(), adjective.lower())
    spelled = SPELLINGS.get(low, low)
    if land:
        code = national().get((land, spelled)) or national().get((land, low))
        if code:
            return code, 1.0
    if low in CENTS:
        return CENTS[low], 0.01
    if low in WORDS and low != "won":
        return WORDS[low], 1.0
    return (spelled, 1.0) if low in SHARED_WORDS else None
