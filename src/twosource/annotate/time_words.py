"""The vocabulary of time: what class of word each word is, and what it counts for.

The grammar (`time_grammar.py`) is written over classes, not words. A class has a name here and one letter in the string
that the grammar's patterns are matched against (see `LETTER`).
"""

from __future__ import annotations

import string

Value = int | float | str

MONTHS = (
    "january february march april may june july august september october november december".split()
)  # fmt: skip
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

# Abbreviations that newspapers print. "Mar", "Jun", "Sat", "Sun" ... count only with a capital (see CAPITALISED).
MONTH_SHORT = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAY_SHORT = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip

# Words that are a time only with a capital letter: in lower case they are verbs, adjectives, or a star.
CAPITALISED = frozenset({"march", "may", "august", "mon", "sat", "sun", "wed", "mar", "jan", "dec", "jun", "fri"})

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"hundred": 100, "thousand": 1000}
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

# Calendar units by the letter that ISO 8601 durations use; decades and centuries are counted in years.
UNITS: dict[str, str] = {
    "second": "TS", "sec": "TS", "minute": "TM", "min": "TM", "hour": "TH", "hr": "TH", "day": "D", "week": "W",
    "fortnight": "2W", "month": "M", "quarter": "Q", "year": "Y", "decade": "10Y", "century": "100Y",
    "millennium": "1000Y", "millenium": "1000Y", "semester": "6M", "trimester": "3M",
}  # fmt: skip
IRREGULAR_PLURALS = {"centuries": "100Y", "millennia": "1000Y", "yrs": "Y", "mins": "TM", "hrs": "TH", "secs": "TS"}

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI", "midsummer": "SU",
           "midwinter": "WI"}  # fmt: skip
PARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "nighttime": "TNI", "daytime": "TDT",
    "noon": "T12:00", "midday": "T12:00", "midnight": "T24:00", "dawn": "TMO", "sunrise": "TMO", "daybreak": "TMO",
    "dusk": "TEV", "sunset": "TEV", "sundown": "TEV", "nightfall": "TEV", "lunchtime": "TMI",
}  # fmt: skip
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
           "nineties": 9}  # fmt: skip

# Adverbs and adjectives of frequency, with the period between two times.
FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "fortnightly": "P2W",
    "biweekly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "yearly": "P1Y", "annually": "P1Y",
    "biannually": "P6M", "biennially": "P2Y",
}  # fmt: skip

# Words that point at no date: TIMEX3's PRESENT_REF, PAST_REF, FUTURE_REF.
REFERENCES = {
    "now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF",
}  # fmt: skip

# Time zones that news writes behind a clock time. Only Greenwich goes into the value: TIMEX3 knows "Z".
ZONES = {zone: ("Z" if zone in {"gmt", "utc"} else "") for zone in (
    "gmt utc bst cet cest eet eest msk est edt cst cdt mst mdt pst pdt ist jst sgt hkt aest aedt sast wat eat "
    "et ct pt").split()}  # fmt: skip

# Words that shape a time expression without naming a time: word -> class.
SHAPES: dict[str, str] = {
    "the": "the", "a": "a", "an": "a", "of": "of", "in": "in", "on": "on", "at": "at", "by": "by", "from": "from",
    "to": "to", "between": "between", "until": "until", "till": "until", "til": "until", "through": "until",
    "and": "and", "or": "or", "since": "since", "during": "during", "for": "for", "within": "within", "per": "per",
    "before": "before", "after": "after", "as": "as", "so": "so", "this": "this", "these": "these", "that": "that",
    "those": "that", "its": "its", "their": "its", "his": "its", "her": "its", "last": "last", "past": "past",
    "previous": "previous", "preceding": "previous", "prior": "previous", "next": "next", "coming": "coming",
    "upcoming": "coming", "following": "following", "ensuing": "following", "subsequent": "following",
    "succeeding": "following", "same": "same", "very": "very", "current": "current", "present": "present",
    "recent": "recent", "latest": "latest", "latter": "last", "future": "future", "ago": "ago", "earlier": "earlier",
    "previously": "earlier", "beforehand": "earlier", "later": "later", "afterwards": "later", "afterward": "later",
    "thereafter": "later", "hence": "hence", "early": "early", "late": "early", "mid": "early", "middle": "edge",
    "end": "edge", "beginning": "edge", "start": "edge", "close": "edge", "eve": "edge", "outset": "edge",
    "every": "every", "each": "every", "other": "other", "alternate": "other", "another": "another",
    "additional": "more", "more": "more", "less": "more", "fewer": "more", "than": "than", "least": "least",
    "most": "least", "up": "up", "over": "over", "under": "over", "about": "about", "around": "about",
    "approximately": "about", "roughly": "about", "almost": "about", "nearly": "about", "some": "some",
    "just": "just", "only": "just", "exactly": "just", "barely": "just", "fully": "just", "few": "few",
    "several": "several", "many": "several", "couple": "couple", "dozen": "dozen", "dozens": "dozens",
    "half": "half", "halves": "halves", "full": "full", "whole": "full", "entire": "full", "final": "full",
    "single": "full", "consecutive": "full", "straight": "full", "calendar": "full", "fiscal": "fiscal",
    "financial": "fiscal",
    "trading": "full", "business": "full", "working": "full", "once": "times", "twice": "times", "times": "times",
    "o'clock": "oclock", "o’clock": "oclock", "yesterday": "today", "today": "today", "tomorrow": "today",
    "tonight": "tonight", "overnight": "overnight", "weekend": "weekend", "weekends": "weekends", "old": "old",
    "olds": "old",
    "bc": "era", "bce": "era", "ad": "era", "ce": "era", "year-end": "yearend", "s": "s", "then": "then",
    "period": "period", "long": "long", "sometime": "sometime", "remaining": "full", "ended": "ended",
    "ending": "ended", "corresponding": "same", "comparable": "same", "hundreds": "dozens", "rest": "edge",
    "part": "edge", "now": "ref", "time": "time", "moment": "time", "not": "not", "right": "right",
    "near": "near", "small": "small", "wee": "small", "short": "near", "foreseeable": "near", "term": "term",
}  # fmt: skip
SHAPE_VALUES: dict[str, Value] = {"yesterday": -1, "today": 0, "tomorrow": 1, "bc": -1, "bce": -1, "ad": 1, "ce": 1}

# Classes of lexemes that are no words of a list.
PATTERNED = (
    "other", "stop", "paragraph", "comma", "hyphen", "apostrophe", "open", "day", "year", "number", "ordinal",
    "decade", "short_year", "iso", "slashed", "clock", "ampm", "currency", "percent", "fraction", "fq",
)  # fmt: skip


def _words() -> dict[str, tuple[str, Value]]:
    """Every known word in lower case with its class and value."""
    table: dict[str, tuple[str, Value]] = {}
    for word, shape in SHAPES.items():
        table[word] = (shape, SHAPE_VALUES.get(word, word))
    for number, name in enumerate(MONTHS, 1):
        table[name] = ("month", number)
    for name, number in MONTH_SHORT.items():
        table[name] = ("month", number)
    for number, name in enumerate(WEEKDAYS, 1):
        table[name] = ("weekday", number)
        table[name + "s"] = ("weekdays", number)
    for name, number in WEEKDAY_SHORT.items():
        table[name] = ("weekday", number)
    table |= {name: ("word", number) for number, name in enumerate(SMALL)}
    table |= {name: ("word", 20 + 10 * place) for place, name in enumerate(TENS)}
    table |= {name: ("scale", number) for name, number in SCALES.items()}
    table |= {name: ("ordinal_word", number) for number, name in enumerate(ORDINALS, 1)}
    table["thirtieth"] = ("ordinal_word", 30)
    for name, unit in UNITS.items():
        table[name] = ("unit", unit)
        table[name + "s"] = ("units", unit)
    table |= {name: ("units", unit) for name, unit in IRREGULAR_PLURALS.items()}
    table["second"] = ("ordinal_word", 2)
    table |= {name: ("season", code) for name, code in SEASONS.items()}
    table |= {name + "s": ("seasons", code) for name, code in SEASONS.items() if name not in {"spring", "fall"}}
    table |= {name: ("part", code) for name, code in PARTS.items()}
    table |= {name + "s": ("parts", PARTS[name]) for name in ("morning", "afternoon", "evening", "night")}
    table |= {name: ("decade_word", number) for name, number in DECADES.items()}
    table |= {name: ("often", value) for name, value in FREQUENCIES.items()}
    table |= {name: ("ref", value) for name, value in REFERENCES.items()}
    table |= {name: ("zone", value) for name, value in ZONES.items()}
    return table


WORDS = _words()
CLASSES = tuple(sorted({*PATTERNED, "feast", *(shape for shape, _ in WORDS.values())}))
_LETTERS = string.ascii_letters + string.digits + "".join(chr(code) for code in range(0xC0, 0x180))
LETTER: dict[str, str] = {name: ("x" if name == "other" else letter) for name, letter in zip(
    CLASSES, (letter for letter in _LETTERS if letter != "x"), strict=False)}  # fmt: skip
"""One letter for each class; `x` is for words that have nothing to do with time."""
