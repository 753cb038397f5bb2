"""Figures that several articles give for one thing in one event: whether they agree, differ, or grew from day to day.

Two figures agree when what their words allow overlaps: rounding as written, ranges, hedges, and the tolerance of the
settings. Money in two currencies is compared at the European Central Bank's rate of the event's day. No figure is
preferred: every side stands with its receipt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.compare.currency import BANK, Rate, currencies, rate, why_no_rate
from twosource.compare.figures import ATTENDANCE, GROWING, PEOPLE, Figure, figures
from twosource.compare.receipts import Voices, by_place, side
from twosource.records import Event, Finding, FindingKind, Range, Reading, Resolution, content_id
from twosource.settings import CompareSettings

# Measures of one dimension, in a common unit, so that miles and kilometres can be compared.
IN_COMMON: dict[str, tuple[str, float]] = {
    "km": ("length", 1000.0), "m": ("length", 1.0), "cm": ("length", 0.01), "mm": ("length", 0.001),
    "mile": ("length", 1609.344), "foot": ("length", 0.3048), "yard": ("length", 0.9144), "inch": ("length", 0.0254),
    "nautical mile": ("length", 1852.0), "km2": ("area", 1e6), "m2": ("area", 1.0), "ha": ("area", 1e4),
    "acre": ("area", 4046.8564), "square mile": ("area", 2589988.11), "square foot": ("area", 0.09290304),
    "t": ("mass", 1000.0), "kg": ("mass", 1.0), "g": ("mass", 0.001), "lb": ("mass", 0.45359237),
    "oz": ("mass", 0.02834952),
    "km/h": ("speed", 1.0), "mph": ("speed", 1.609344), "knot": ("speed", 1.852),
}  # fmt: skip
SHORT = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))

Key = tuple[str, ...]


@dataclass(frozen=True)
class Valued:
    """A figure in the unit that its group is compared in."""

    figure: Figure
    low: float
    high: float
    value: float
    rate: Rate | None = None


def amount_findings(
    event: Event,
    readings: Mapping[str, Reading],
    resolution: Resolution,
    settings: CompareSettings,
    voices: Voices | None = None,
) -> tuple[Finding, ...]:
    """Agreements, differences and growing tolls among the figures of one event, in the order of what they are about.

    One finding for each thing counted, with every article's figure as a side. `voices` spares building the index of
    speakers again for every event.
    """
    voices = voices or Voices(readings, resolution)
    by_key = _grouped(_figures(event, readings))
    out = []
    for key in sorted(by_key):
        chosen = _one_each(by_key[key])
        if len({figure.reading.article.id for figure in chosen}) > 1:
            finding = _finding(event, key, chosen, settings, voices)
            if finding is not None:
                out.append(finding)
    return tuple(out)


def _grouped(found: Sequence[Figure]) -> dict[Key, list[Figure]]:
    """Figures by what they count. Tolls are left to `tolls.py`: they are retold far from the event's own sentences."""
    by_key: dict[Key, list[Figure]] = {}
    for figure in found:
        if figure.fate not in GROWING:
            by_key.setdefault(_key(figure), []).append(figure)
    return by_key


def _figures(event: Event, readings: Mapping[str, Reading]) -> list[Figure]:
    found: dict[tuple[str, int, int], Figure] = {}
    for member in event.members:
        reading = readings.get(member.article)
        if reading is None or not 0 <= member.index < len(reading.annotations.events):
            continue
        for figure in figures(reading, reading.annotations.events[member.index]):
            found[(reading.article.id, *figure.span)] = figure
    return [found[place] for place in sorted(found)]


def _key(figure: Figure) -> Key:
    """Figures with an equal key count the same thing."""
    amount = figure.amount
    if amount.kind == "money":
        return ("money",)
    if amount.kind == "measure":
        return ("measure", IN_COMMON.get(amount.unit, (amount.unit, 1.0))[0])
    if amount.kind == "share":
        return ("share", amount.unit, figure.object or "")
    if amount.kind == "votes":
        return ("votes",)
    if figure.fate == ATTENDANCE:
        return ("count", PEOPLE, ATTENDANCE)
    noun = (
        PEOPLE if figure.fate and amount.unit in {"death", "fatality", "injury", "arrest", "casualty"} else figure.noun
    )
    return ("count", noun, figure.fate or "")


def _one_each(found: Sequence[Figure]) -> list[Figure]:
    """One figure for each article. Of an article that gives several only one that another article gives too is
    taken."""
    by_article: dict[str, list[Figure]] = {}
    for figure in found:
        by_article.setdefault(figure.reading.article.id, []).append(figure)
    chosen = []
    for article in sorted(by_article):
        mine = by_article[article]
        values = {(f.amount.value, f.amount.high, f.amount.unit) for f in mine}
        if len(values) > 1:
            others = [f for a, fs in sorted(by_article.items()) if a != article for f in fs]
            mine = [f for f in mine if any(_same_words(f, other) for other in others)]
        chosen += mine[:1]
    return _of_one_object(chosen)


def _same_words(one: Figure, other: Figure) -> bool:
    a, b = one.amount, other.amount
    return (a.value, a.high, a.unit) == (b.value, b.high, b.unit)


def _of_one_object(chosen: list[Figure]) -> list[Figure]:
    """Money for different things is not compared: the most frequent object stays, with those that name none."""
    objects = [f.object for f in chosen if f.amount.kind == "money" and f.object]
    if len(set(objects)) < 2:
        return chosen
    best = min(set(objects), key=lambda name: (-objects.count(name), name))
    return [f for f in chosen if f.object in {best, None}] if objects.count(best) > 1 else []


def _finding(event: Event, key: Key, chosen: list[Figure], settings: CompareSettings, voices: Voices) -> Finding | None:
    if key == ("money",):
        valued, note = _converted(event, chosen, voices)
        if valued is None:
            return as_finding(event.id, "difference", chosen, note, voices.days, voices)
    else:
        valued, note = [plain(figure) for figure in chosen], ""
    kind, reason = judged(valued, key, voices.days, settings)
    reason = f"{note}; {reason}" if note else reason
    return as_finding(event.id, kind, chosen, reason, voices.days, voices)


def plain(figure: Figure) -> Valued:
    """A figure in the unit that its kind is compared in."""
    factor = (
        IN_COMMON[figure.amount.unit][1] if figure.amount.unit in IN_COMMON and figure.amount.kind == "measure" else 1.0
    )
    low, high = figure.bounds
    return Valued(figure, low * factor, high * factor, figure.amount.value * factor)


def judged(
    valued: Sequence[Valued], key: Key, days: Mapping[str, str], settings: CompareSettings
) -> tuple[FindingKind, str]:
    """The kind of finding that figures of one thing make, and its reason. Tolls are told from the rest by their key."""
    if key[0] == "count" and key[2] in GROWING:
        grown = _grown(valued, days)
        if grown:
            return "revision", grown
    if all(agree(a, b, settings) for i, a in enumerate(valued) for b in valued[i + 1 :]):
        return "agreement", _how_they_agree(valued)
    return "difference", "figures differ: " + "; ".join(_distinct(v.figure.words for v in valued))


def agree(one: Valued, other: Valued, settings: CompareSettings) -> bool:
    """Whether what the words of two figures allow overlaps, or they are nearer than the tolerance."""
    if one.low <= other.high and other.low <= one.high:
        return True
    larger = max(abs(one.value), abs(other.value))
    return larger > 0 and abs(one.value - other.value) / larger <= settings.tolerance


def _how_they_agree(valued: Sequence[Valued]) -> str:
    if any(v.rate for v in valued):
        return "both figures as written"
    words = _distinct(v.figure.words for v in valued)
    if len({v.value for v in valued}) == 1:
        return f"{len(valued)} reports give the same figure: {'; '.join(words)}"
    return f"{len(valued)} reports agree within rounding and hedges as written: {'; '.join(words)}"


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _grown(valued: Sequence[Valued], days: Mapping[str, str]) -> str | None:
    """A line when the figures only grow with the day of publication; None when they conflict or a day is not known."""
    dated = sorted((days.get(v.figure.reading.article.id, ""), v.value, v.figure.words) for v in valued)
    if len({value for _, value, _ in dated}) < 2 or any(not day for day, _, _ in dated):
        return None
    on: dict[str, set[float]] = {}
    for day, value, _ in dated:
        on.setdefault(day, set()).add(value)
    values = [on[day] for day in sorted(on)]
    if any(len(v) > 1 for v in values) or any(max(a) > min(b) for a, b in pairwise(values)):
        return None
    steps = dict.fromkeys(f"{words} on {day}" for day, _, words in dated)
    return "the figure grew with the day of publication: " + ", ".join(steps)


def _converted(event: Event, chosen: Sequence[Figure], voices: Voices) -> tuple[list[Valued] | None, str]:
    """Figures in one currency with a line on the rates; (None, why) when they cannot be compared."""
    units = [figure.amount.unit for figure in chosen]
    if len(set(units)) == 1:
        return [plain(figure) for figure in chosen], ""
    common = min(set(units), key=lambda unit: (unit not in currencies(), -units.count(unit), unit != "EUR", unit))
    day, whose = rate_day(event, chosen, voices)
    if day is None:
        return (
            None,
            "figures in different currencies, not compared: no date is known for a rate; both figures as written",
        )
    out, lines = [], []
    for figure in chosen:
        found = None if figure.amount.unit == common else rate(figure.amount.unit, common, day)
        if found is None and figure.amount.unit != common:
            why = why_no_rate(figure.amount.unit, common, day)
            return None, f"figures in different currencies, not compared: {why}; both figures as written"
        own, factor = plain(figure), found.rate if found else 1.0
        out.append(Valued(figure, own.low * factor, own.high * factor, own.value * factor, found))
        if found is not None:
            lines.append(_conversion(figure, found, own.value * factor))
    return out, "; ".join(dict.fromkeys(lines)) + whose


def _conversion(figure: Figure, found: Rate, value: float) -> str:
    amount = figure.amount
    own, converted = short(amount.value), short(value)
    if amount.high is not None:
        own, converted = f"{own} to {short(amount.high)}", f"{converted} to {short(amount.high * found.rate)}"
    return f"{found.base} {own} = {found.quoted} {converted} at {BANK} of {found.day} ({found.written})"


def short(value: float) -> str:
    """1340000000.0 -> "1.34bn"; four significant digits."""
    for size, word in SHORT:
        if abs(value) >= size:
            return f"{value / size:.4g}{word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def rate_day(event: Event, chosen: Sequence[Figure], voices: Voices) -> tuple[str | None, str]:
    """The ISO day whose rate is used, and a remark where it is not the event's own day.

    The event's day; else that of the first dated report among the figures, then among all reports of the event; else
    the latest bound that is known for either.
    """
    date = event.date
    if date.earliest and date.earliest == date.latest:
        return date.earliest, ""
    for articles in ({f.reading.article.id for f in chosen}, {m.article for m in event.members}):
        known = sorted(voices.days[a] for a in articles if a in voices.days)
        if known:
            return known[0], ", the day of the first dated report"
    dates, bounds = voices.written, [date.latest, date.earliest]
    for article in sorted(m.article for m in event.members):
        if article in dates:
            bounds += [dates[article].latest, dates[article].earliest]
    first = next((bound for bound in bounds if bound), None)
    return first, ", the nearest date that is known"


def as_finding(
    event: str,
    kind: FindingKind,
    chosen: Sequence[Figure],
    reason: str,
    days: Mapping[str, str],
    voices: Voices,
    said_by: Mapping[Range, str] | None = None,
) -> Finding:
    """Figures as a finding, each a side. `event` is its id or ""; `said_by` names voices that no attribution tells."""
    known = said_by or {}
    sides = [
        side(f.reading, f.span, attributed_to=known.get(f.span) or voices.said_by(f.reading.article.id, f.span))
        for f in chosen
    ]
    ordered = by_place(sides, days)
    about = _about(chosen)
    places = [(s.article, s.start, s.end, s.value) for s in ordered]
    return Finding(content_id("amount", event, kind, about, places), kind, about, ordered, reason, event or None)


def _about(chosen: Sequence[Figure]) -> str:
    """What is counted, in the words of the first figure that says so."""
    first = chosen[0]
    if first.amount.kind == "count":
        nouns = {figure.noun for figure in chosen}
        noun = first.noun if len(nouns) == 1 else PEOPLE
        return f"{noun} {first.fate}" if first.fate else noun
    named = sorted({f.object for f in chosen if f.object})
    return (
        named[0]
        if named
        else {"money": "money", "votes": "votes", "share": "share"}.get(first.amount.kind, first.amount.unit)
    )
