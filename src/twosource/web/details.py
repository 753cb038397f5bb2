"""What the pages about one thing show beside its record: gathered from the view, ready for the template."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from twosource.records import Finding, NameView, Origin, Range, Reading, Report, Span, TimelineItem
from twosource.web.desk import View

RAW = 200_000
"""Bytes of a raw page that are shown."""
BESIDE = 12
"""Names shown as company of a name."""
CHOICES = 200
"""Values offered by one filter."""
CELLS = 14
"""Outlets in the agreement matrix: more cannot be read."""


class Taken(NamedTuple):
    """One thing that was read at a place: what kind, the words, what it was taken for, why, and where that leads."""

    kind: str
    words: str
    meaning: str
    reason: str
    link: str = ""


class Branch(NamedTuple):
    """An origin with its reports."""

    origin: Origin
    reports: tuple[Report, ...]


def counted(kinds: Iterable[str]) -> dict[str, int]:
    """How often each kind occurs."""
    return dict(Counter(kinds))


def choices(view: View) -> dict[str, list[tuple[str, int]]]:
    """The values that the timeline's filters offer, most frequent first."""
    items = view.timeline
    counts: dict[str, Counter[str]] = {
        "type": Counter(item.type for item in items),
        "status": Counter(item.status for item in items),
        "place": Counter(item.place for item in items if item.place),
        "outlet": Counter(outlet for item in items for outlet in {r.outlet for r in item.reports if r.outlet}),
    }
    return {
        key: sorted(count.items(), key=lambda pair: (-pair[1], str(pair[0])))[:CHOICES] for key, count in counts.items()
    }


def of_event(view: View, item: TimelineItem) -> dict[str, Any]:
    """An event's people and place, its origins with their reports, and its findings by kind."""
    by_article: dict[str, list[Report]] = defaultdict(list)
    for report in item.reports:
        by_article[report.article].append(report)
    branches = [
        Branch(origin, tuple(report for article in origin.articles for report in by_article.get(article, ())))
        for origin in item.origin_reasons
    ]
    reasons = {member.article: member.reason for member in view.events[item.id].members}
    return {
        "people": view.names_of(item),
        "place": view.place_of(item),
        "branches": branches,
        "reasons": reasons,
        "findings": sorted(item.findings, key=lambda one: (_rank(one), one.about)),
    }


def _rank(finding: Finding) -> int:
    return ("dispute", "difference", "revision", "agreement", "copy").index(finding.kind)


def of_name(view: View, name: NameView) -> dict[str, Any]:
    """What a name did, said, and with whom; each spelling with the reason why it belongs."""
    items = view.items_of_name.get(name.id, ())
    company = Counter(other.id for item in items for other in view.names_of(item) if other.id != name.id)
    beside = [(view.names[one], times) for one, times in company.most_common(BESIDE)]
    links = {link.member: link.reason for link in view.entities[name.id].links}
    pages = Counter(span.article for span in view.entities[name.id].members)
    return {
        "said": view.said_by.get(name.name, ()),
        "beside": beside,
        "reasons": counted(links.values()),
        "articles": [(view.sources[one], times) for one, times in pages.most_common() if one in view.sources],
    }


def speakers(view: View) -> list[tuple[str, int]]:
    """Who says most, by name."""
    return sorted(((name, len(said)) for name, said in view.said_by.items()), key=lambda one: (-one[1], one[0]))[
        :CHOICES
    ]


# --- an article ------------------------------------------------------------------------------------------------------


def taken(view: View, reading: Reading, lit: Range) -> list[Taken]:
    """What was read at a place of an article, smallest first: each with what it was taken for, and why."""
    found = sorted(_taken(view, reading, lit), key=lambda pair: pair[0])
    return [one for _, one in found]


def _taken(view: View, reading: Reading, lit: Range) -> Iterator[tuple[int, Taken]]:
    article, text, read = reading.article.id, reading.article.text, reading.annotations

    def meets(start: int, end: int) -> bool:
        return start < lit[1] and lit[0] < end

    for mention in read.mentions:
        if meets(mention.start, mention.end):
            yield mention.end - mention.start, _name(view, article, mention.start, mention.end, mention.text)
    for time in view.times_of.get(article, ()):
        if meets(time.span.start, time.span.end):
            words = text[time.span.start : time.span.end]
            yield len(words), Taken("time", words, time.date.edtf or "not known", time.date.reason)
    for amount in read.amounts:
        if meets(amount.start, amount.end):
            value = f"{amount.hedge + ' ' if amount.hedge else ''}{amount.value:,.10g} {amount.unit}"
            yield amount.end - amount.start, Taken("amount", text[amount.start : amount.end], value, amount.kind)
    for index, attribution in enumerate(read.attributions):
        for start, end in attribution.content:
            if meets(start, end):
                yield end - start, _said(view, article, index, text[start:end], attribution.act)
    for index, event in enumerate(read.events):
        if meets(*event.trigger):
            words = text[slice(*event.trigger)]
            item = view.item_told.get((article, index))
            link = f"/events/{item.id}" if item else ""
            yield (
                len(words),
                Taken("event", words, f"{event.type}, {event.status}", item.headline if item else "", link),
            )


def _name(view: View, article: str, start: int, end: int, words: str) -> Taken:
    found = view.entity_of.get(Span(article, start, end))
    if found is None:
        return Taken("name", words, words, "")
    entity, reason = found
    return Taken("name", words, entity.name, reason, f"/names/{entity.id}")


def _said(view: View, article: str, index: int, words: str, act: str) -> Taken:
    speaker = view.speaker_of.get((article, index))
    if speaker is None:
        return Taken("said", words, act, "")
    known = view.names.get(speaker.entity or "")
    who = known.name if known else "somebody who is not named"
    return Taken("said", words, f"{act} by {who}", speaker.reason, f"/names/{known.id}" if known else "")


# --- the sources -----------------------------------------------------------------------------------------------------


class Copied(NamedTuple):
    """A page in the tree of copies, with the pages that copied it."""

    article: str
    later: tuple[Copied, ...]


def stemma(view: View) -> list[Copied]:
    """Who copied whom, as trees: each page under the first page that had its text."""
    first = {source.article: source.copies_from[0] for source in view.comparison.sources if source.copies_from}
    later: dict[str, list[str]] = defaultdict(list)
    for article, origin in first.items():
        later[origin].append(article)

    def tree(article: str, seen: frozenset[str]) -> Copied:
        below = [one for one in sorted(later.get(article, ())) if one not in seen]
        return Copied(article, tuple(tree(one, seen | {one}) for one in below))

    return [tree(root, frozenset({root})) for root in sorted(later) if root not in first]


class Matrix(NamedTuple):
    """How many items each two outlets both tell, and on how many of these they differ."""

    outlets: tuple[str, ...]
    both: dict[tuple[str, str], int]
    differ: dict[tuple[str, str], int]


def matrix(view: View) -> Matrix:
    """The outlets that tell most, two by two."""
    told = Counter(outlet for item in view.timeline for outlet in {r.outlet for r in item.reports if r.outlet})
    outlets = tuple(outlet for outlet, _ in sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))[:CELLS])
    both: Counter[tuple[str, str]] = Counter()
    differ: Counter[tuple[str, str]] = Counter()
    for item in view.timeline:
        here = [outlet for outlet in outlets if any(report.outlet == outlet for report in item.reports)]
        pairs = [(one, other) for one in here for other in here if one != other]
        both.update(pairs)
        differ.update(pair for pair in pairs if _differ(item.findings, pair))
    return Matrix(outlets, dict(both), dict(differ))


def _differ(findings: Sequence[Finding], pair: tuple[str, str]) -> bool:
    return any(
        finding.kind in ("difference", "dispute") and set(pair) <= {side.outlet for side in finding.sides}
        for finding in findings
    )
