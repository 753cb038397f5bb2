"""Tables for people: what a story says, readable at 100 columns, with colour or without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from twosource.cli.cells import FILE_NAME, file_name, grid, indented, lines, when
from twosource.cli.terminal import safe
from twosource.export.edtf import bounds
from twosource.export.exporter import count, decided, marks, of_country, standing, tellers, who_says
from twosource.records import (
    AttributionView,
    Finding,
    Hit,
    Judgement,
    NameView,
    Problem,
    SourceView,
    TimelineItem,
)
from twosource.resolve.judgements import standing as still_standing

COMPARED = ("agreement", "difference", "revision")
"""Findings whose sides have values to compare; the sides of the others are their sentences."""

NAMED = 4
"""Outlets named beside an item; `--receipts` has all."""

MANY = 5
"""Problems of one kind in one folder from which they share a row."""
LISTED = 20
"""Pages named in such a row."""


def timeline(items: Sequence[TimelineItem]) -> RenderableType:
    """A row an item: when, what, who says so."""
    table = grid(("WHEN", 24), ("WHAT", 0), ("WHO SAYS SO", 32), gap=1)
    for item in items:
        table.add_row(when(item.date_text, item.date_known_by), _what(item), _who(item))
    return table


def _what(item: TimelineItem) -> Text:
    flags = [(f"! {mark}{_figures(item) if mark == 'figures differ' else ''}", "bold yellow") for mark in marks(item)]
    return lines((safe(item.headline), ""), (safe(standing(item)), "italic"), *flags)


def _figures(item: TimelineItem) -> str:
    sides = [side.value for finding in item.findings if finding.kind == "difference" for side in finding.sides]
    return f": {' / '.join(safe(value) for value in dict.fromkeys(sides))}" if sides else ""


def _who(item: TimelineItem) -> Text:
    outlets, _ = tellers(item.reports)
    files = sorted({file_name(report.source_file) for report in item.reports})
    return lines((who_says(item), ""), (_some([safe(outlet) for outlet in outlets] or files), "dim"))


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:NAMED])
    return f"{shown} and {len(names) - NAMED} more" if len(names) > NAMED else shown


def receipts(items: Sequence[TimelineItem]) -> RenderableType:
    """A block an item: what the line rests on, report by report, with the exact sentences."""
    return Group(*(part for item in items for part in _receipts(item)))


def _receipts(item: TimelineItem) -> Iterator[RenderableType]:
    yield Text.assemble(
        (safe(item.date_text), "bold"), "  ", (f"({item.date_known_by}: {safe(item.date_reason)})", "dim")
    )
    yield Text(safe(item.headline), style="bold")
    notes = " · ".join(word for word in (who_says(item), safe(standing(item)), *marks(item)) if word)
    yield Text(notes, style="yellow" if marks(item) else "")
    for report in item.reports:
        published = f"published {report.published}" if report.published else "no date on the page"
        yield from _told(report.outlet, report.source_file, published, report.quote, report.attributed_to)
    for origin in item.origin_reasons if len(item.reports) > 1 else ():
        pages = count(len(origin.articles), "page")
        yield indented(Text(f"origin: {safe(origin.name)} ({pages}): {safe(origin.reason)}", style="dim"), 2)
    for finding in item.findings:
        yield from _finding_brief(finding)
    yield Text()


def _told(
    outlet: str | None, source_file: str, published: str, quote: str, attributed_to: str | None
) -> Iterator[RenderableType]:
    """One page's sentence, with the page and whom it cites."""
    where = " · ".join(safe(part) for part in (outlet, source_file, published) if part)
    yield indented(Text(where, style="cyan"), 2)
    yield indented(Text(f"“{safe(quote)}”"), 4)
    if attributed_to:
        yield indented(Text(f"attributed to {safe(attributed_to)}", style="dim"), 4)


def _finding_brief(finding: Finding) -> Iterator[RenderableType]:
    yield indented(Text(f"{finding.kind}: {safe(finding.about)}", style="yellow"), 2)
    for side in finding.sides:
        who = safe(side.attributed_to or side.outlet or side.source_file)
        yield indented(Text(f"{safe(side.value)} — {who}"), 4)
    yield indented(Text(safe(finding.reason), style="dim"), 4)


def findings(found: Sequence[Finding]) -> RenderableType:
    """A block a finding: every side with its sentence."""
    return Group(*(part for finding in found for part in _finding(finding)))


def _finding(finding: Finding) -> Iterator[RenderableType]:
    yield Text.assemble((finding.kind.upper(), "bold yellow"), f"  {safe(finding.about)}")
    yield indented(Text(safe(finding.reason), style="dim"), 2)
    for side in finding.sides:
        if finding.kind in COMPARED:
            yield indented(Text(safe(side.value), style="bold"), 2)
        yield from _told(side.outlet, side.source_file, "", side.quote, side.attributed_to)
    yield Text()


def attributions(views: Sequence[AttributionView]) -> RenderableType:
    """A row an attribution: who, how, what, where."""
    table = grid(("WHO", 22), ("HOW", 14), ("WHAT", 0), ("WHERE", FILE_NAME), gap=1)
    for view in views:
        who = safe(view.source_name or view.source) or "(not named)"
        written = safe(view.source) if view.source_name and view.source != view.source_name else ""
        how = lines((safe(view.cue) or view.act, ""), (view.manner, "dim"))
        where = lines((safe(view.outlet), ""), (file_name(view.source_file), "dim"))
        table.add_row(lines((who, "bold"), (written, "dim")), how, Text(safe(view.content)), where)
    return table


def names(views: Sequence[NameView]) -> RenderableType:
    """A row a name: what it is, how often and where it is told, and how else it is written."""
    table = grid(("NAME", 40), ("KIND", 6), ("TOLD", 5), ("PAGES", 5), ("ALSO WRITTEN", 0))
    for view in views:
        others = ", ".join(safe(alias) for alias in view.aliases if alias != view.name)
        name = lines((safe(view.name), ""), (f"  {safe(of_country(view))}", "dim"))
        table.add_row(name, view.kind, str(view.mentions), str(view.articles), Text(others, style="dim"))
    return table


def judgements(made: Sequence[Judgement], unapplied: Sequence[str]) -> RenderableType:
    """A row a judgement, in order: what was decided, by whom, why, and whether it still does anything."""
    holding = {one.id for one in still_standing(made)}
    table = grid(("ID", 7), ("WHEN", 16), ("WHO", 12), ("WHAT", 0), ("WHY", 24))
    for one in made:
        gone = one.verb != "withdraw" and one.id not in holding
        state = "taken back" if gone else "nothing here to apply it to" if one.id in unapplied else ""
        what = lines((safe(decided(one)), "strike" if gone else ""), (state, "dim"))
        table.add_row(one.id[:6], one.when[:16].replace("T", " "), safe(one.who), what, safe(one.why))
    return table


def sources(views: Sequence[SourceView]) -> RenderableType:
    """A row a page: its outlet, its date as far as known, its length, and whom it copied."""
    known = {view.article: safe(view.outlet) or file_name(view.source_file) for view in views}
    table = grid(("PAGE", 0), ("OUTLET", 18), ("DATE", 28), ("WORDS", 6), ("COPIES", 14), gap=1)
    for view in views:
        table.add_row(
            lines(
                (safe(view.title) or "(no title)", ""),
                (safe(view.source_file), "dim"),
                (f"! {safe(view.problem)}" if view.problem else "", "yellow"),
            ),
            lines(
                (safe(view.outlet) or "not known", ""), (f"credits {safe(view.credit)}" if view.credit else "", "dim")
            ),
            _written(view),
            str(view.words),
            ", ".join(known.get(article, article) for article in view.copies_from),
        )
    return table


def _written(view: SourceView) -> Text:
    """When a page was written, and how that is known."""
    if view.published:
        return lines((safe(view.published), ""), (f"stated: {safe(view.published_known_by)}", "dim"))
    first, last = bounds(view.date)
    if first and last:
        known = first if first == last else f"{first} to {last}"
    else:
        known = f"{first} or later" if first else f"{last} or earlier" if last else "not known"
    return lines((known, ""), (safe(view.date_reason), "dim"))


def hits(found: Sequence[Hit]) -> RenderableType:
    """A block a sentence that was found."""
    return Group(*(_hit(hit) for hit in found))


def _hit(hit: Hit) -> RenderableType:
    where = " · ".join(safe(part) for part in (hit.outlet, hit.source_file, hit.published) if part)
    quote = Text(safe(hit.snippet))
    matched = {hit.quote[start - hit.start : end - hit.start] for start, end in hit.marks}
    quote.highlight_words(sorted(safe(word) for word in matched), style="bold yellow")
    return Group(Text(where, style="cyan"), Padding(quote, (0, 0, 1, 2)))


def problems(found: Sequence[Problem]) -> RenderableType:
    """A row a problem; many of one kind in one place share a row."""
    table = grid(("PAGE", 34), ("PROBLEM", 14), ("WHAT HAPPENED, AND WHAT TO DO", 0))
    for (_, kind), group in groupby(sorted(found, key=_place), key=_place):
        same = list(group)
        if len(same) > MANY:
            table.add_row(_pages(same), kind, _shared(same))
            continue
        for problem in same:
            table.add_row(safe(problem.source), kind, safe(problem.message))
    return table


def _pages(same: Sequence[Problem]) -> Text:
    named = [(safe(problem.source), "") for problem in same[:LISTED]]
    more = f"and {len(same) - LISTED} more: --json has all" if len(same) > LISTED else ""
    return lines(*named, (more, "dim"))


def _shared(same: Sequence[Problem]) -> str:
    alike = len({problem.message for problem in same}) == 1
    return f"{'' if alike else 'such as: '}{safe(same[0].message)}"


def _place(problem: Problem) -> tuple[str, str]:
    folder = problem.source.rpartition("#" if "#" in problem.source else "/")[0]
    return folder, problem.kind


def health(pages: int, articles: int, read: int, faults: Sequence[str], *, finished: bool) -> RenderableType:
    """What is fine, in two lines."""
    kept = "The file is whole." if not faults else f"The file is damaged ({faults[0]}): build it again from its pages."
    done = "" if finished or not pages else " The last build was stopped before its end: run it again."
    return Text(f"{count(articles, 'article')} from {count(pages, 'page')}, {read} of them read. {kept}{done}\n")
