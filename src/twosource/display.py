"""Tables for people: what a story says, readable at 100 columns, with colour or without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from twosource.export.exporter import count, marks, standing, tellers, who_says
from twosource.records import (
    AttributionView,
    Finding,
    Hit,
    NameView,
    Origin,
    Problem,
    Report,
    SourceView,
    TimelineItem,
)
from twosource.terminal import safe

KNOWN_BY = {
    "relative": "counted from the page's date",
    "inferred": "inferred",
    "inherited": "from the text before",
}
"""What is said beside a date that no source states in full."""

MANY = 5
"""Problems of one kind in one folder from which they share a line."""


def timeline(items: Sequence[TimelineItem]) -> RenderableType:
    """A row an item: when, what, who says so."""
    table = _table("WHEN", "WHAT", "WHO SAYS SO", leading=1)
    table.columns[0].max_width = 24
    table.columns[1].ratio = 1
    table.columns[2].width = 30
    for item in items:
        table.add_row(_when(item), _what(item), _who(item))
    return table


def _when(item: TimelineItem) -> Text:
    return _lines((safe(item.date_text), ""), (KNOWN_BY.get(item.date_known_by, ""), "dim"))


def _what(item: TimelineItem) -> Text:
    flags = [(f"! {mark}{_figures(item) if mark == 'figures differ' else ''}", "bold yellow") for mark in marks(item)]
    return _lines((safe(item.headline), ""), (safe(standing(item)), "italic"), *flags)


def _figures(item: TimelineItem) -> str:
    sides = [side.value for finding in item.findings if finding.kind == "difference" for side in finding.sides]
    return f": {' / '.join(safe(value) for value in dict.fromkeys(sides))}" if sides else ""


def _who(item: TimelineItem) -> Text:
    outlets, _ = tellers(item.reports)
    named = ", ".join(safe(outlet) for outlet in outlets)
    return _lines((who_says(item), ""), (named, "dim"))


def receipts(items: Sequence[TimelineItem]) -> RenderableType:
    """A block an item: what the line rests on, report by report, with the exact sentences."""
    return Group(*(part for item in items for part in _receipts(item)))


def _receipts(item: TimelineItem) -> Iterator[RenderableType]:
    how = KNOWN_BY.get(item.date_known_by, item.date_known_by)
    yield Text.assemble((safe(item.date_text), "bold"), (f"  ({how}: {safe(item.date_reason)})", "dim"))
    yield Text(safe(item.headline), style="bold")
    notes = " · ".join(word for word in (who_says(item), safe(standing(item)), *marks(item)) if word)
    yield Text(notes, style="yellow" if marks(item) else "")
    for report in item.reports:
        yield Padding(_report(report), (0, 0, 0, 2))
    for origin in item.origin_reasons if len(item.reports) > 1 else ():
        yield Padding(_origin(origin), (0, 0, 0, 2))
    for finding in item.findings:
        yield Padding(_finding(finding), (0, 0, 0, 2))
    yield Text()


def _report(report: Report) -> Text:
    published = f"published {safe(report.published)}" if report.published else "no date on the page"
    where = " · ".join(part for part in (safe(report.outlet), safe(report.source_file), published) if part)
    cited = f"attributed to {safe(report.attributed_to)}" if report.attributed_to else ""
    return _lines((where, "cyan"), (f"  “{safe(report.quote)}”", ""), (f"  {cited}" if cited else "", "dim"))


def _origin(origin: Origin) -> Text:
    pages = count(len(origin.articles), "page")
    return Text(f"origin: {safe(origin.name)} ({pages}): {safe(origin.reason)}", style="dim")


def _finding(finding: Finding) -> Text:
    sides = [
        (f"  {safe(side.value)} — {safe(side.attributed_to or side.outlet or side.source_file)}", "")
        for side in finding.sides
    ]
    return _lines((f"{finding.kind}: {safe(finding.about)}", "yellow"), *sides, (f"  {safe(finding.reason)}", "dim"))


def findings(found: Sequence[Finding]) -> RenderableType:
    """A block a finding: both sides with their sentences."""
    return Group(*(part for finding in found for part in _finding_block(finding)))


def _finding_block(finding: Finding) -> Iterator[RenderableType]:
    yield Text.assemble((finding.kind.upper(), "bold yellow"), f"  {safe(finding.about)}")
    yield Text(f"  {safe(finding.reason)}", style="dim")
    for side in finding.sides:
        who = " · ".join(safe(part) for part in (side.attributed_to, side.outlet, side.source_file) if part)
        told = _lines((f"{safe(side.value)}", "bold"), (f"“{safe(side.quote)}”", ""), (who, "cyan"))
        yield Padding(told, (0, 0, 0, 2))
    yield Text()


def attributions(views: Sequence[AttributionView]) -> RenderableType:
    """A row an attribution: who, how, what, where."""
    table = _table("WHO", "HOW", "WHAT", "WHERE", leading=1)
    table.columns[0].width = 22
    table.columns[1].max_width = 14
    table.columns[2].ratio = 1
    table.columns[3].max_width = 22
    for view in views:
        who = safe(view.source_name or view.source) or "(not named)"
        written = safe(view.source) if view.source_name and view.source != view.source_name else ""
        how = _lines((safe(view.cue) or view.act, ""), (view.manner, "dim"))
        where = _lines((safe(view.outlet), ""), (_file_name(view.source_file), "dim"))
        table.add_row(_lines((who, "bold"), (written, "dim")), how, Text(safe(view.content)), where)
    return table


def names(views: Sequence[NameView]) -> RenderableType:
    """A row a name: what it is, how often and where it is told, and how else it is written."""
    table = _table("NAME", "KIND", "TOLD", "ARTICLES", "ALSO WRITTEN")
    table.columns[4].ratio = 1
    for column in table.columns[2:4]:
        column.justify = "right"
    for view in views:
        others = ", ".join(safe(alias) for alias in view.aliases if alias != view.name)
        table.add_row(safe(view.name), view.kind, str(view.mentions), str(view.articles), Text(others, style="dim"))
    return table


def sources(views: Sequence[SourceView]) -> RenderableType:
    """A row a page: its outlet, its date as far as known, its length, and whom it copied."""
    files = {view.article: _file_name(view.source_file) for view in views}
    table = _table("PAGE", "OUTLET", "DATE", "WORDS", "COPIES FROM", leading=1)
    table.columns[0].ratio = 1
    table.columns[3].justify = "right"
    for view in views:
        title = safe(view.title) or "(no title)"
        date = safe(view.published) or safe(view.date) or "not known"
        how = f"by its {safe(view.published_known_by)}" if view.published_known_by else safe(view.date_reason)
        copied = ", ".join(files.get(article, article) for article in view.copies_from)
        table.add_row(
            _lines(
                (title, ""),
                (safe(view.source_file), "dim"),
                (f"! {safe(view.problem)}" if view.problem else "", "yellow"),
            ),
            _lines(
                (safe(view.outlet) or "not known", ""), (f"credits {safe(view.credit)}" if view.credit else "", "dim")
            ),
            _lines((date, ""), (how, "dim")),
            str(view.words),
            copied,
        )
    return table


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
    table = _table("PAGE", "PROBLEM", "WHAT TO DO")
    table.columns[0].max_width = 34
    table.columns[2].ratio = 1
    for (folder, kind), group in groupby(sorted(found, key=_place), key=_place):
        same = list(group)
        if len(same) > MANY:
            table.add_row(
                f"{safe(folder)} ({len(same)} pages)", kind, f"such as {safe(same[0].source)}: {safe(same[0].message)}"
            )
            continue
        for problem in same:
            table.add_row(safe(problem.source), kind, safe(problem.message))
    return table


def _place(problem: Problem) -> tuple[str, str]:
    folder = problem.source.rpartition("#" if "#" in problem.source else "/")[0]
    return folder, problem.kind


def health(pages: int, articles: int, read: int, faults: Sequence[str], *, finished: bool) -> RenderableType:
    """What is fine, in two lines."""
    kept = "The file is whole." if not faults else f"The file is damaged ({faults[0]}): build it again from its pages."
    done = "" if finished else " The build was stopped before its end: run `twosource build --into` it again."
    return Text(f"{count(articles, 'article')} from {count(pages, 'page')}, {read} of them read. {kept}{done}\n")


def _table(*titles: str, leading: int = 0) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), leading=leading, header_style="bold", expand=True)
    for title in titles:
        table.add_column(title, overflow="fold")
    return table


def _lines(*parts: tuple[str, str]) -> Text:
    """Lines of one cell with their styles; empty ones are left out."""
    return Text("\n").join(Text(text, style=style) for text, style in parts if text.strip())


def _file_name(source: str) -> str:
    return safe(source.rpartition("/")[2])
