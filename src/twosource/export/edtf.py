"""EDTF dates (ISO 8601-2, level 1, as far as twosource writes them) as first and last day."""

from __future__ import annotations

import calendar
import re

Bounds = tuple[str | None, str | None]

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
"""Months of EDTF's seasons (northern, as the news in English means them) and quarters; winter ends in the next year."""


def bounds(edtf: str) -> Bounds:
    """(first day, last day), ISO days or None where open or not known: ("2020-08-01", "2020-08-31") for "2020-08"."""
    start, slash, end = edtf.partition("/")
    if slash:
        return _single(start)[0], _single(end)[1]
    return _single(edtf)


def _single(edtf: str) -> Bounds:
    match = re.fullmatch(r"(\d{2,4}X{0,2})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?", re.sub("[~?%]", "", edtf.strip()))
    if not match or len(match[1]) != 4:
        return None, None
    year, month, day = match[1], match[2], match[3]
    if "X" in year:
        return f"{year.replace('X', '0')}-01-01", f"{year.replace('X', '9')}-12-31"
    if month is None or month == "XX":
        return f"{year}-01-01", f"{year}-12-31"
    if day is not None and day != "XX":
        return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
    return _months(int(year), int(month))


def _months(year: int, month: int) -> Bounds:
    first, last = SEASONS.get(month, (month, month))
    end_year, end_month = (year + 1, last - 12) if last > 12 else (year, last)
    if not 1 <= first <= 12:
        return None, None
    last_day = calendar.monthrange(end_year, end_month)[1]
    return f"{year:04}-{first:02}-01", f"{end_year:04}-{end_month:02}-{last_day:02}"
