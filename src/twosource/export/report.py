"""The report: the story as one HTML file to mail, to print and to open with no network.

No script, no link that leads out, no clock's time. What differs comes first, then every line of the timeline with the
sentences that tell it, people and organisations, and the sources as numbered notes that lead back to where they are
cited. Everything that a page said is escaped by the template, and cleaned of what cannot be seen before that.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from markupsafe import Markup

from twosource.export.exporter import Exported, Exporter, count, marks, standing, tellers
from twosource.export.words import KINDS, KNOWN_BY, MARKS, clipped, dated, day, known, shown
from twosource.records import Finding, NameView, Report, Side, SourceView, TimelineItem

if TYPE_CHECKING:
    from jinja2 import Environment

SNIPPET = 420
"""Characters of a sentence that are shown: a longer one is a page badly cut, and would be the page's text."""
LONGEST = 1000
"""Characters of anything else."""
CONTESTED = {"dispute": "contested", "difference": "figures differ", "revision": "revised"}
"""The findings that the report begins with, in this order, and the mark of each."""
UNDATED = "Date not known"
MANY = 15
"""Lines named beside a name or a source before "and others"."""


class Note(NamedTuple):
    """A source under its number, with where it is cited."""

    number: int
    source: SourceView
    address: str | None
    copies: tuple[int, ...]
    """The numbers of the sources whose text it has."""
    lines: tuple[int, ...]
    points: tuple[int, ...]


class Quote(NamedTuple):
    """A sentence as it is cited, with the part that matters bold."""

    text: Markup
    who: str | None
    """Whom the source cites for it."""
    notes: tuple[tuple[int, str], ...]
    """The number of each source that has it, and the source in a word."""


class Point(NamedTuple):
    """Something that the sources differ on."""

    number: int
    finding: Finding
    mark: str
    quotes: tuple[Quote, ...]
    lines: tuple[int, ...]


class Line(NamedTuple):
    """A line of the timeline."""

    number: int
    item: TimelineItem
    told_by: str
    known_by: str
    marks: tuple[str, ...]
    quotes: tuple[Quote, ...]
    points: tuple[int, ...]


class Named(NamedTuple):
    """Somebody, with the lines that tell of them."""

    name: NameView
    others: tuple[str, ...]
    lines: tuple[int, ...]


class _Notes:
    """Numbers for sources, given in the order in which they are first cited."""

    def __init__(self, story: Exported) -> None:
        self.sources = {source.article: source for source in story.comparison.sources}
        self.numbers: dict[str, int] = {}
        self.lines: dict[str, set[int]] = defaultdict(set)
        self.points: dict[str, set[int]] = defaultdict(set)

    def cite(self, told: Report | Side, *, line: int = 0, point: int = 0) -> tuple[int, str]:
        number = self.numbers.setdefault(told.article, len(self.numbers) + 1)
        if line:
            self.lines[told.article].add(line)
        if point:
            self.points[told.article].add(point)
        return number, told.outlet or told.source_file

    def all(self, story: Exported) -> list[Note]:
        read = [source.article for source in story.comparison.sources if not source.problem]
        for article in (*read, *self.numbers):
            self.numbers.setdefault(article, len(self.numbers) + 1)
        ordered = sorted((article for article in self.numbers if article in self.sources), key=self.numbers.__getitem__)
        return [self._note(article, story.address(article)) for article in ordered]

    def _note(self, article: str, address: str | None) -> Note:
        source = self.sources[article]
        copies = sorted(self.numbers[one] for one in source.copies_from if one in self.numbers)
        lines, points = sorted(self.lines[article]), sorted(self.points[article])
        return Note(self.numbers[article], source, address, tuple(copies), tuple(lines), tuple(points))


def write_report(story: Exported, stream: TextIO) -> None:
    """The whole report."""
    stream.write(_environment().get_template("report.html").render(**_shown(story)) + "\n")


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # late: no other command needs it

    made = Environment(
        loader=PackageLoader("twosource.export"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(count=count, standing=standing, MARKS=MARKS, KINDS=KINDS, MANY=MANY)
    made.filters.update(day=_whole(day), dated=_whole(dated), known=_whole(known))
    return made


def _whole(made: Callable[[str | None], str]) -> Callable[[str | None], Markup]:
    """A filter for lines with dates, whose spaces that no line may end at are left as they are."""
    return lambda text: Markup.escape(made(clipped(text, LONGEST)))


def _clean(value: object) -> object:
    """Whatever the template shows, without what cannot be seen and within bounds; its own markup as it is."""
    return clipped(value, LONGEST) if isinstance(value, str) and not isinstance(value, Markup) else value


def _shown(story: Exported) -> dict[str, Any]:
    told, notes = story.comparison, _Notes(story)
    numbers = {item.id: number for number, item in enumerate(told.timeline, 1)}
    points = _points(told.findings, told.timeline, numbers, notes)
    about = {point.finding.id: point.number for point in points}
    lines = [_line(number, item, about, notes) for number, item in enumerate(told.timeline, 1)]
    used = {word for line in lines for word in line.marks} | {point.mark for point in points}
    return {
        "title": story.title,
        "version": story.version,
        "pages": story.pages,
        "articles": sum(not source.problem for source in told.sources),
        "points": points,
        "lines": lines,
        "sections": _sections(lines),
        "people": _named(told.names, "PERSON", lines),
        "organisations": _named(told.names, "ORG", lines),
        "notes": notes.all(story),
        "problems": story.problems,
        "used": [word for word in MARKS if word in used],
        "judged": any(item.judged for item in told.timeline) or any(name.judged for name in told.names),
    }


def _points(
    findings: Iterable[Finding], timeline: Iterable[TimelineItem], numbers: dict[str, int], notes: _Notes
) -> list[Point]:
    kinds = list(CONTESTED)
    chosen = sorted((one for one in findings if one.kind in CONTESTED), key=lambda one: kinds.index(one.kind))
    lines: dict[str, list[int]] = defaultdict(list)
    for item in timeline:
        for finding in item.findings:
            lines[finding.id].append(numbers[item.id])
    return [
        Point(number, one, _mark(one), _quotes(one.sides, notes, point=number), tuple(lines[one.id]))
        for number, one in enumerate(chosen, 1)
    ]


def _mark(finding: Finding) -> str:
    dates = finding.kind == "difference" and "date" in finding.about
    return "dates differ" if dates else CONTESTED[finding.kind]


def _line(number: int, item: TimelineItem, about: dict[str, int], notes: _Notes) -> Line:
    outlets, pages = tellers(item.reports)
    told_by = [*outlets[:4], *([f"{len(outlets) - 4} more"] if len(outlets) > 4 else [])]
    told_by += [count(pages, "page") + " of no known outlet"] if pages else []
    known_by = "" if item.date_known_by == "stated" else item.date_reason or KNOWN_BY[item.date_known_by]
    return Line(
        number, item, ", ".join(told_by), known_by, _marks(item),
        _quotes(item.reports, notes, line=number),
        tuple(sorted({about[finding.id] for finding in item.findings if finding.id in about})),
    )  # fmt: skip


def _marks(item: TimelineItem) -> tuple[str, ...]:
    return (
        *((item.status,) if item.status != "happened" else ()),
        *marks(item),
        *(("judged",) if item.judged else ()),
    )


def _quotes(told: Sequence[Report | Side], notes: _Notes, **place: int) -> tuple[Quote, ...]:
    """The sentences, each once, with all the sources that have it."""
    found: dict[tuple[str, str, str | None], dict[tuple[int, str], None]] = {}
    for one in told:
        bold = shown(one.value) if isinstance(one, Side) else ""
        key = (shown(one.quote), bold, one.attributed_to)
        found.setdefault(key, {})[notes.cite(one, **place)] = None
    return tuple(Quote(_lit(quote, bold), who, tuple(cited)) for (quote, bold, who), cited in found.items())


def _lit(quote: str, bold: str) -> Markup:
    """A sentence with the part that matters; that part, and then the sentence, when it is not in these words."""
    if not bold:
        return Markup.escape(clipped(quote, SNIPPET))
    before, found, after = quote.partition(bold)
    if not found:
        return Markup("<b>{}</b> — {}").format(clipped(bold, SNIPPET), clipped(quote, SNIPPET))
    room = max(SNIPPET - len(found), 80)
    if len(before) > room // 2:
        before = f"… {before[-(room // 2) :].partition(' ')[2]}"
    if len(after) > room - len(before):
        after = f"{after[: room - len(before)].rpartition(' ')[0]} …"
    return Markup("{}<b>{}</b>{}").format(before, clipped(found, SNIPPET), after)


def _sections(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """The lines under months; under years, or all under one, where their order would name a month twice."""
    ways: tuple[Callable[[Line], str], ...] = (_month, _year, lambda _: "")
    for way in ways:
        found = [(heading, list(group)) for heading, group in groupby(lines, way)]
        if len({heading for heading, _ in found}) == len(found):
            return found
    return []


def _month(line: Line) -> str:
    """ "May 2023"; "2023" for what is known to the year, a season or a quarter."""
    day_known = _day(line)
    month = int(day_known[5:7] or 0)
    return f"{calendar.month_name[month]} {day_known[:4]}" if 1 <= month <= 12 else _year(line)


def _year(line: Line) -> str:
    return _day(line)[:4] or UNDATED


def _day(line: Line) -> str:
    """The day by which the timeline is ordered, as far as it is known: the first possible one, or the last."""
    first, _, last = line.item.date.partition("/")
    known = last if first in ("", "..") else first
    return known if known[:4].isdigit() else ""


def _named(names: Iterable[NameView], kind: str, lines: Sequence[Line]) -> list[Named]:
    """Who is named most first, with the lines in which they take part."""
    where: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        for name in dict.fromkeys(line.item.participants):
            where[name].append(line.number)
    return [
        Named(one, tuple(alias for alias in one.aliases if alias != one.name), tuple(where[one.name]))
        for one in names
        if one.kind == kind
    ]


REPORT = Exporter("report", "one HTML page to mail, to print and to open anywhere", write_report)
