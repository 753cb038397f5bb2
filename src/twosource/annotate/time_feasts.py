"""Feasts of several calendars: on which days of a year of ours each falls, and the TIMEX3 value of those days.

A feast that one calendar settles to the day gets that day. One that lasts, or whose day is settled by sighting the moon
or differs between places, gets the smallest unit (week, month, quarter, year) that holds every day that it may be: no
day is guessed. Nothing here is a list of dates but the Chinese table; the rest is computed.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from functools import lru_cache
from typing import Final

Days = tuple[dt.date, dt.date]
"""The first and the last day that a feast may be."""

# The same day of our calendar each year: (month, day). What differs between countries under one name (Independence Day,
# Labour Day, Constitution Day, Victory Day) is left out: the page's country is not known here.
FIXED_FEASTS: Final = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "st. stephen's day": (12, 26), "new year's day": (1, 1), "new years day": (1, 1), "new year's eve": (12, 31),
    "new years eve": (12, 31), "hogmanay": (12, 31), "valentine's day": (2, 14), "candlemas": (2, 2),
    "groundhog day": (2, 2), "st. david's day": (3, 1), "st. patrick's day": (3, 17), "st. george's day": (4, 23),
    "st. andrew's day": (11, 30), "halloween": (10, 31), "bastille day": (7, 14), "veterans day": (11, 11),
    "armistice day": (11, 11), "remembrance day": (11, 11), "all saints' day": (11, 1), "all souls' day": (11, 2),
    "may day": (5, 1), "epiphany": (1, 6), "assumption day": (8, 15), "april fools' day": (4, 1),
    "international women's day": (3, 8), "earth day": (4, 22), "anzac day": (4, 25), "canada day": (7, 1),
    "juneteenth": (6, 19), "cinco de mayo": (5, 5), "guy fawkes night": (11, 5), "bonfire night": (11, 5),
    "human rights day": (12, 10), "orthodox christmas": (1, 7), "orthodox christmas day": (1, 7),
    "orthodox christmas eve": (1, 6), "orthodox new year": (1, 14), "orthodox epiphany": (1, 19), "songkran": (4, 13),
}  # fmt: skip
# The nth weekday of a month: (month, weekday, nth; -1 the last).
WEEKDAY_FEASTS: Final = {
    "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4), "canadian thanksgiving": (10, 1, 2),
    "memorial day": (5, 1, -1), "labor day": (9, 1, 1), "martin luther king day": (1, 1, 3),
    "presidents' day": (2, 1, 3), "columbus day": (10, 1, 2), "mother's day": (5, 7, 2), "father's day": (6, 7, 3),
}  # fmt: skip
# Days counted from Easter Sunday.
EASTER_FEASTS: Final = {
    "easter": 0, "easter sunday": 0, "easter day": 0, "easter monday": 1, "easter saturday": -1, "holy saturday": -1,
    "easter eve": -1, "good friday": -2, "maundy thursday": -3, "holy thursday": -3, "palm sunday": -7,
    "ash wednesday": -46, "shrove tuesday": -47, "mardi gras": -47, "shrove monday": -48, "ascension day": 39,
    "pentecost": 49, "whit sunday": 49, "whit monday": 50, "trinity sunday": 56,
}  # fmt: skip
# Days counted from Easter Sunday of the Julian calendar, which the Orthodox churches keep.
ORTHODOX_FEASTS: Final = {
    "orthodox easter": 0, "orthodox easter sunday": 0, "orthodox easter monday": 1, "orthodox good friday": -2,
    "orthodox palm sunday": -7, "orthodox pentecost": 49,
}  # fmt: skip
# First and last day counted from the first day of Passover, or from the Jewish new year.
PASSOVER_FEASTS: Final = {
    "passover": (-1, 7), "pesach": (-1, 7), "purim": (-30, -30), "lag ba'omer": (33, 33), "shavuot": (50, 50),
    "shavuoth": (50, 50),
}  # fmt: skip
TISHRI_FEASTS: Final = {
    "rosh hashanah": (0, 0), "rosh hashana": (0, 0), "yom kippur": (9, 9), "sukkot": (13, 20), "sukkoth": (13, 20),
    "simchat torah": (21, 22),
}  # fmt: skip
HANUKKAH: Final = frozenset({"hanukkah", "chanukah", "hanukah"})
# Month and day of the Islamic year, and how many days it lasts. Communities begin a month up to a day apart.
ISLAMIC_FEASTS: Final = {
    "ramadan": (9, 1, 30), "ramadhan": (9, 1, 30), "ramazan": (9, 1, 30), "eid al fitr": (10, 1, 3),
    "eid ul fitr": (10, 1, 3), "id al fitr": (10, 1, 3), "eid el fitr": (10, 1, 3), "eid al adha": (12, 10, 4),
    "eid ul adha": (12, 10, 4), "id al adha": (12, 10, 4), "eid el adha": (12, 10, 4), "kurban bayram": (12, 10, 4),
    "feast of the sacrifice": (12, 10, 4), "islamic new year": (1, 1, 1), "ashura": (1, 10, 1), "ashoura": (1, 10, 1),
    "arbaeen": (2, 20, 1), "mawlid": (3, 12, 6), "milad un nabi": (3, 12, 6), "laylat al qadr": (9, 21, 9),
}  # fmt: skip
# By the moon of a stretch of our year: (new 0 or full 0.5, first month and day of the stretch).
MOON_FEASTS: Final = {
    "diwali": (0.0, (10, 17)), "deepavali": (0.0, (10, 17)), "holi": (0.5, (2, 27)),
}  # fmt: skip
# Between two days each year, as places keep it: (month, day) of the first and the last.
LOOSE_FEASTS: Final = {
    "nowruz": ((3, 20), (3, 21)), "norouz": ((3, 20), (3, 21)), "newroz": ((3, 20), (3, 21)),
    "navruz": ((3, 20), (3, 21)), "qingming": ((4, 4), (4, 6)), "tomb sweeping day": ((4, 4), (4, 6)),
    "vesak": ((4, 28), (6, 4)), "day of the dead": ((11, 1), (11, 2)),
}  # fmt: skip
# Days from 20 January, 7 September and 27 May, one letter for each year from 1900 to 2099 ("0" none, "a" ten): the
# first day of the Chinese year, the fifteenth of its eighth month, the fifth of its fifth. Computed for Beijing's time
# from the true sun and moon (the series of Meeus, Astronomical Algorithms, chapters 25 and 49), which takes more code
# than its outcome; lunardate has the same, but for the autumn of 1978, when Hong Kong and Beijing differed.
_FIRST_CHINESE_YEAR: Final = 1900
_SPRING: Final = ((1, 20), (
    "buj9rf5od2lath6pe3mcvj8rg4od3lash6pf4mbuj7qg5od2l9sh7pe4nbtj8qg5od1kash7qe3mbti8rg5odvk9sh7qf3lbui8rg4nc2k9ti6pe3l"
    "buj8rg5nc2l9sh6oe3mbuj8qf4nc2lash6pd3mcuj8qf4nd1k9sg6pe3mbui7qg4nd2k9sh6pe4lati7qg5nc1"))  # fmt: skip
_AUTUMN: Final = ((9, 7), (
    "1k9sh6pf3lbti8rg5ncvj9si6pe3latj8rg5ncvk9sh7od3matj8qf4nc1kash6pd3mbtj8qf4nd1kasg5oe3mbui7qf4nd2k9sh5oe4lbti7qf5nc"
    "1k8rh6oe3mati8qf5oc1k9rh6pd3lasi8rf4nc0j9sh6pe2lati8qg4mc1j9sh5od3latj7qf4mb1k9sh6nd2m"))  # fmt: skip
_DRAGON: Final = ((5, 27), (
    "5oe4mbuj7qf5nd2l9rh6oe4mati8qf5oc1k9rh6pe3mbti8rf5nd1j9sh6pe2lati8rg4nc1j9si6pe3latj8qf4mc1k9sh6od3matj8qf4nc1karg"
    "6od3mbti7qe4nd1k9sg5oe3mb0i7qf4nc2j8rh5oe3lati7qf5nc1k8rh6oe3lasi8qf5nb0j9rh6pd2lasi8r"))  # fmt: skip
# With the days by which countries other than China may differ.
CHINESE_FEASTS: Final = {
    "chinese new year": (_SPRING, 0), "spring festival": (_SPRING, 0), "lunar new year": (_SPRING, 1),
    "seollal": (_SPRING, 1), "mid autumn festival": (_AUTUMN, 0), "moon festival": (_AUTUMN, 0),
    "chuseok": (_AUTUMN, 1), "dragon boat festival": (_DRAGON, 0),
}  # fmt: skip
MOVABLE: Final = (
    frozenset(WEEKDAY_FEASTS) | frozenset(EASTER_FEASTS) | frozenset(ORTHODOX_FEASTS) | frozenset(PASSOVER_FEASTS)
    | frozenset(TISHRI_FEASTS) | HANUKKAH | frozenset(ISLAMIC_FEASTS) | frozenset(MOON_FEASTS)
    | frozenset(LOOSE_FEASTS) | frozenset(CHINESE_FEASTS)
)  # fmt: skip
FEASTS: Final = frozenset(FIXED_FEASTS) | MOVABLE

_SEASONS: Final = ("WI", "SP", "SU", "FA")
# Days of the mean lunar month, and a new moon to count from (Meeus, Astronomical Algorithms, 49.1).
_MONTH: Final = 29.530588861
_NEW_MOON: Final = 730125.59766
"""The mean new moon of 6 January 2000 as a proleptic day number with its fraction."""


@lru_cache(maxsize=512)
def occurrences(name: str, year: int) -> tuple[Days, ...]:
    """When a feast is kept in a year of ours, in order; an Islamic one may be twice. Empty outside what is known."""
    if not 1583 <= year <= 9990:
        return ()
    if name in FIXED_FEASTS:
        return _one(dt.date(year, *FIXED_FEASTS[name]), 0, 0)
    if name in WEEKDAY_FEASTS:
        return _one(nth_weekday(year, *WEEKDAY_FEASTS[name]), 0, 0)
    if name in EASTER_FEASTS:
        return _one(easter(year), EASTER_FEASTS[name], EASTER_FEASTS[name])
    if name in ORTHODOX_FEASTS:
        return _one(orthodox_easter(year), ORTHODOX_FEASTS[name], ORTHODOX_FEASTS[name])
    if name in PASSOVER_FEASTS:
        return _one(_jewish_new_year(year) - dt.timedelta(days=163), *PASSOVER_FEASTS[name])
    if name in TISHRI_FEASTS:
        return _one(_jewish_new_year(year), *TISHRI_FEASTS[name])
    if name in HANUKKAH:
        return _one(_hanukkah(year), -1, 7)
    if name in ISLAMIC_FEASTS:
        return _islamic(year, *ISLAMIC_FEASTS[name])
    if name in MOON_FEASTS:
        return _one(_moon(year, *MOON_FEASTS[name]), -1, 1)
    if name in LOOSE_FEASTS:
        first, last = LOOSE_FEASTS[name]
        return ((dt.date(year, *first), dt.date(year, *last)),)
    if name in CHINESE_FEASTS:
        return _chinese(year, *CHINESE_FEASTS[name])
    return ()


def _one(day: dt.date, first: int, last: int) -> tuple[Days, ...]:
    return ((day + dt.timedelta(days=first), day + dt.timedelta(days=last)),)


def feast_value(name: str, year: int) -> str | None:
    """The TIMEX3 value of a feast in a year; the year alone where it was kept twice; None where it is not known."""
    found = occurrences(name, year)
    if len(found) == 1:
        return value_of(found[0])
    return f"{year:04d}" if found else None


def value_of(days: Days) -> str | None:
    """The smallest TIMEX3 value that holds all of some days, a few weeks at most: day, week, month, quarter, season,
    year; None for what runs over the end of a year and is longer.
    """
    first, last = days
    if first == last:
        return first.isoformat()
    week = first.isocalendar()
    if week[:2] == last.isocalendar()[:2]:
        return f"{week[0]:04d}-W{week[1]:02d}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04d}-{first.month:02d}"
    if first.year == last.year and (first.month + 2) // 3 == (last.month + 2) // 3:
        return f"{first.year:04d}-Q{(first.month + 2) // 3}"
    if first.month % 12 // 3 == last.month % 12 // 3:
        return f"{first.year:04d}-{_SEASONS[first.month % 12 // 3]}"
    return f"{first.year:04d}" if first.year == last.year else None


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, as Meeus gives it)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian calendar, as a day of ours (Meeus)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The nth weekday (1 Monday) of a month; -1 is the last."""
    if nth < 0:
        last = dt.date(year, month, monthrange(year, month)[1])
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _molad(year: int) -> int:
    """Days from the epoch of the Jewish calendar to the new moon of Tishri, put off as the first rules have it."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _jewish_new_year(year: int) -> dt.date:
    """The first of Tishri in the autumn of a year of ours (Dershowitz and Reingold, Calendrical Calculations)."""
    own = year + 3761
    before, here, after = _molad(own - 1), _molad(own), _molad(own + 1)
    later = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return dt.date.fromordinal(here + later - 1373427)


def _hanukkah(year: int) -> dt.date:
    """The 25th of Kislev: 83 days after the new year, 84 in years whose second month is full."""
    new_year = _jewish_new_year(year)
    full = (_jewish_new_year(year + 1) - new_year).days % 10 == 5
    return new_year + dt.timedelta(days=84 if full else 83)


def _islamic(year: int, month: int, day: int, length: int) -> tuple[Days, ...]:
    """By the tabular Islamic calendar with the days by which the sighted one and Mecca's differ: two before it (of the
    150 years that Mecca's is published for none more), one behind.
    """
    own = (year - 622) * 33 // 32
    found = []
    for each in range(max(1, own - 1), own + 3):
        ordinal = 227014 + day + 29 * (month - 1) + (6 * month - 1) // 11 + 354 * (each - 1) + (3 + 11 * each) // 30
        first = dt.date.fromordinal(ordinal)
        if first.year == year:
            found.append((first - dt.timedelta(days=2), first + dt.timedelta(days=length)))
    return tuple(found)


def _moon(year: int, phase: float, start: tuple[int, int]) -> dt.date:
    """The day of the first mean new or full moon from a day of the year on."""
    begin = dt.date(year, *start).toordinal()
    behind = (begin - _NEW_MOON - phase * _MONTH) % _MONTH
    return dt.date.fromordinal(int(begin - behind + _MONTH))


def _chinese(year: int, table: tuple[tuple[int, int], str], spread: int) -> tuple[Days, ...]:
    start, letters = table
    place = year - _FIRST_CHINESE_YEAR
    if not 0 <= place < len(letters):
        return ()
    return _one(dt.date(year, *start) + dt.timedelta(days=int(letters[place], 36)), -spread, spread)
