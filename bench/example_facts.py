"""The facts of the example: each entry of expected.json as checks of a built story, answered in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bench.example_built import Built, Entry, Fact, any_word, as_list, bare, files, key, line, listed, nearby, unless
from twosource.records import Article, AttributionView, Finding, NameView, TimelineItem

EXACT_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
HEAD = 60
"""Characters that a dateline may take before the first words of a body."""
TAIL = 8
"""Characters that an end mark ("End", a full stop) may take after the last ones."""


def facts(entries: Entry) -> Iterator[Fact]:
    """Every fact of expected.json, in its order."""
    yield from _cleaning(entries)
    for event in entries["events"]:
        yield from _event(event, entries["events"])
    for entry in entries["no_exact_date"]:
        yield Fact("dates", f"no exact date: {entry['article']}, {entry['words']}", _bind(_no_exact_date, entry))
    for entry in entries["never_dates"]:
        yield Fact("dates", f"never {entry['date']}: {entry['why']}", _bind(_never_date, entry))
    for entry in entries["misread"]:
        yield Fact("events", f"misread: {entry['article']}, {entry['headline']}", _bind(_misread, entry))
    for article in entries["alone"]:
        yield Fact("merges", f"alone: {article}", _bind(_alone, article))
    for words in entries["never"]:
        yield Fact("cleaning", f"never told: {words}", _bind(_never_told, words))
    for pair in entries["copies"]:
        yield Fact("origins", f"copy: {' = '.join(pair)}", _bind(_copied, pair))
    for pair in entries["not_copies"]:
        yield Fact("origins", f"no copy: {' / '.join(pair)}", _bind(_not_copied, pair))
    for entry in entries["findings"]:
        group = "disputes" if entry["kind"] == ["dispute"] else "findings"
        yield Fact(group, f"finding: {entry['id']}", _bind(_finding, entry))
    for entry in entries["not_findings"]:
        yield Fact("findings", f"not set against other figures: {entry['contains']}", _bind(_set_apart, entry))
    for entry in entries["attributions"]:
        name = f"said: {entry['article']}, {entry['content_contains']}"
        yield Fact("attributions", name, _bind(_attribution, entry))
    for entry in entries["names"]:
        yield Fact("names", f"name: {entry['name']}", _bind(_name, entry))
    for pair in entries["apart"]:
        yield Fact("names", f"apart: {' / '.join(pair)}", _bind(_apart, pair))


def _bind(check: Callable[[Built, Any], str], entry: object) -> Callable[[Built], str]:
    return lambda built: check(built, entry)


# --- cleaning --------------------------------------------------------------------------------------------------------


def _cleaning(entries: Entry) -> Iterator[Fact]:
    for name, entry in entries["articles"].items():
        for check in ARTICLE_CHECKS:
            yield Fact("cleaning", f"{check.__name__[1:]}: {name}", _bind(_of_article, (name, entry, check)))
    for name in entries["no_articles"]:
        yield Fact("cleaning", f"no article: {name}", _bind(_no_article, name))


def _of_article(built: Built, at: tuple[str, Entry, Callable[[Article, Entry], str]]) -> str:
    name, entry, check = at
    return check(built.articles[name], entry) if name in built.articles else "the page was not read"


def _title(article: Article, entry: Entry) -> str:
    return unless(entry["title"] in (article.title or ""), f"title is {article.title!r}, not {entry['title']!r}")


def _outlet(article: Article, entry: Entry) -> str:
    right = bare(entry["outlet"]) == bare(article.outlet or "")
    return unless(right, f"outlet is {article.outlet!r}, not {entry['outlet']!r}")


def _published(article: Article, entry: Entry) -> str:
    value = article.published.value if article.published else None
    right = [entry["published"]] if not isinstance(entry["published"], list) else entry["published"]
    return unless((value and value[:10]) in right, f"published is {article.published}, not {right}")


def _starts(article: Article, entry: Entry) -> str:
    at = article.text.find(entry["text_starts"])
    right = 0 <= at <= entry.get("starts_within", HEAD)
    return unless(right, f"the text starts {article.text[:120]!r}, not {entry['text_starts']!r}")


def _ends(article: Article, entry: Entry) -> str:
    at = article.text.rfind(entry["text_ends"])
    right = at >= 0 and len(article.text) - at - len(entry["text_ends"]) <= TAIL
    return unless(right, f"the text ends {article.text[-120:]!r}, not {entry['text_ends']!r}")


def _furniture(article: Article, entry: Entry) -> str:
    standing = [words for words in entry["must_not_contain"] if words in article.text]
    twice = article.text.count(entry["text_starts"]) > 1
    return unless(not standing and not twice, f"in the text: {standing}{', the body twice' if twice else ''}")


def _comments(article: Article, entry: Entry) -> str:
    right = len(article.comments) in as_list(entry["comments"])
    return unless(right, f"{len(article.comments)} comments, not {entry['comments']}: {article.comments}")


def _paragraphs(article: Article, entry: Entry) -> str:
    right = "paragraphs" not in entry or len(article.paragraphs) in entry["paragraphs"]
    return unless(right, f"{len(article.paragraphs)} paragraphs, not {entry.get('paragraphs')}")


def _notes(article: Article, entry: Entry) -> str:
    missing = [
        note
        for note in entry.get("notes", [])
        if not any(note["kind"] == n.kind and note["contains"] in n.text for n in article.notes)
    ]
    return unless(not missing, f"no note {missing}; there are {article.notes}")


def _is_article(article: Article, entry: Entry) -> str:
    return unless(article.problem is None, f"called no article: {article.problem}")


ARTICLE_CHECKS = (_title, _outlet, _published, _starts, _ends, _furniture, _comments, _paragraphs, _notes, _is_article)


def _no_article(built: Built, name: str) -> str:
    article = built.articles[name]
    return unless(article.problem is not None, f"no problem is stated; the text is {article.text[:200]!r}")


def _never_told(built: Built, words: str) -> str:
    """False facts of comments, related headlines and index pages stand in nothing that is shown."""
    told = [report.quote for item in built.timeline for report in item.reports]
    told += [item.headline for item in built.timeline]
    told += [view.quote for view in built.attributions] + [view.content for view in built.attributions]
    told += [f"{side.value} {side.quote}" for finding in built.findings for side in finding.sides]
    told += [alias for view in built.names for alias in view.aliases]
    return unless(not (found := [text for text in told if words in text]), f"told: {found[:3]}")


# --- events ----------------------------------------------------------------------------------------------------------


def _event(event: Entry, events: Sequence[Entry]) -> Iterator[Fact]:
    name = event["id"]
    yield Fact("events", f"event: {name}", _bind(_told, event))
    if event["date"]:
        yield Fact("dates", f"date: {name}", _bind(_dated, event))
    if len(event["articles"]) > 1:
        yield Fact("merges", f"one item: {name}", _bind(_merged, event))
    if event["participants"]:
        yield Fact("events", f"participants: {name}", _bind(_participants, event))
    for other in event.get("apart_from", []):
        pair = (event, next(entry for entry in events if entry["id"] == other))
        yield Fact("merges", f"two items: {name}, {other}", _bind(_two_items, pair))
    if "origins" in event:
        yield Fact("origins", f"origins: {name}", _bind(_origins, event))
    for pair in event.get("same_origin", []):
        yield Fact("origins", f"one origin: {' = '.join(pair)} ({name})", _bind(_same_origin, (event, pair)))


def item_of(built: Built, event: Entry) -> TimelineItem | None:
    """The item that tells `event` best: a report from one of its articles, its words, then date, type and coverage."""

    def fit(item: TimelineItem) -> tuple[bool, bool, bool, int, float]:
        told = len(files(item) & set(event["articles"]))
        return (item.date == event["date"], _has(item.headline, event), item.type in event["type"], told, item.weight)

    candidates = [item for item in built.timeline if _tells(item, event)]
    return max(candidates, key=fit, default=None)


def _tells(item: TimelineItem, event: Entry) -> bool:
    quotes = [report.quote for report in item.reports if key(report.source_file) in event["articles"]]
    return bool(quotes) and any(_has(text, event) for text in (item.headline, *quotes))


def _has(text: str, event: Entry) -> bool:
    return all(any_word(words, text) for words in event["headline_contains"])


def _told(built: Built, event: Entry) -> str:
    item = item_of(built, event)
    if item is None:
        return f"no item tells it; {nearby(built, event)}"
    wrong = [
        unless(_has(item.headline, event), f"the headline lacks {event['headline_contains']}"),
        unless(item.type in event["type"], f"the type is {item.type}, not one of {event['type']}"),
        unless(item.status in event["status"], f"the status is {item.status}, not one of {event['status']}"),
    ]
    return listed(wrong, item)


def _dated(built: Built, event: Entry) -> str:
    item = item_of(built, event)
    if item is None:
        return f"no item tells it; {nearby(built, event)}"
    known = event.get("date_known_by", [item.date_known_by])
    wrong = [
        unless(item.date == event["date"], f"the date is {item.date!r} ({item.date_reason}), not {event['date']}"),
        unless(item.date_known_by in known, f"known by {item.date_known_by}, not one of {known}"),
    ]
    return listed(wrong, item)


def _merged(built: Built, event: Entry) -> str:
    item = item_of(built, event)
    if item is None:
        return f"no item tells it; {nearby(built, event)}"
    missing = [name for name in event["articles"] if name not in files(item)]
    elsewhere = {
        name: [line(other) for other in built.timeline if _tells(other, {**event, "articles": [name]})]
        for name in missing
    }
    return unless(not missing, f"not in the item {line(item)}: {elsewhere}")


def _participants(built: Built, event: Entry) -> str:
    item = item_of(built, event)
    if item is None:
        return "no item tells it"
    present = [view for view in built.names if view.id in item.participants or view.name in item.participants]
    spellings = {spelling for view in present for spelling in (view.name, *view.aliases)} | set(item.participants)
    missing = [who for who in event["participants"] if not set(as_list(who)) & spellings]
    wrong = [who for who in event.get("not_participants", []) if who in spellings]
    return listed([unless(not missing, f"lacks {missing}"), unless(not wrong, f"has {wrong}")], item)


def _two_items(built: Built, pair: tuple[Entry, Entry]) -> str:
    one, other = (item_of(built, event) for event in pair)
    if one is None or other is None:
        return f"no item tells {pair[0]['id'] if one is None else pair[1]['id']}"
    return unless(one.id != other.id, f"both are {line(one)}")


def _origins(built: Built, event: Entry) -> str:
    item = item_of(built, event)
    if item is None:
        return "no item tells it"
    right = item.origins == event["origins"] and item.outlets >= len(event["articles"])
    roots = [(origin.name, origin.kind, origin.reason) for origin in item.origin_reasons]
    return unless(right, f"{item.outlets} outlets, {item.origins} origins, not {event['origins']}: {roots}")


def _same_origin(built: Built, at: tuple[Entry, list[str]]) -> str:
    event, pair = at
    item = item_of(built, event)
    if item is None:
        return "no item tells it"
    ids = {built.articles[name].id for name in pair}
    right = any(ids <= set(origin.articles) for origin in item.origin_reasons)
    roots = [(origin.name, origin.kind, origin.reason) for origin in item.origin_reasons]
    return unless(right, f"counted apart in {line(item)}: {roots}")


def _alone(built: Built, article: str) -> str:
    mixed = [line(item) for item in built.timeline if article in files(item) and len(files(item)) > 1]
    return unless(not mixed, f"another subject, but merged: {mixed}")


def _no_exact_date(built: Built, entry: Entry) -> str:
    told = [
        item
        for item in built.timeline
        if any(key(r.source_file) == entry["article"] and entry["words"] in r.quote for r in item.reports)
    ]
    exact = [line(item) for item in told if EXACT_DAY.fullmatch(item.date)]
    if not told or exact:
        return f"given a day: {exact}" if told else "no item tells it"
    known = any(entry["day"] in item.date_text for item in told)
    return unless(known, f"what is known, the {entry['day']}, is not shown: {[item.date_text for item in told]}")


def _never_date(built: Built, entry: Entry) -> str:
    only = entry.get("article")
    wrong = [
        line(item)
        for item in built.timeline
        if item.date.startswith(entry["date"]) and (only is None or only in files(item))
    ]
    return unless(not wrong, f"{entry['why']}: {wrong}")


def _misread(built: Built, entry: Entry) -> str:
    wrong = [
        line(item)
        for item in built.timeline
        if entry["article"] in files(item) and entry["headline"] in item.headline and item.type in entry["type"]
    ]
    return unless(not wrong, f"{entry['why']}: {wrong}")


# --- findings --------------------------------------------------------------------------------------------------------


def _finding(built: Built, entry: Entry) -> str:
    near = [f for f in built.findings if set(entry["articles"]) & {key(side.source_file) for side in f.sides}]
    if any(_is_finding(finding, entry) for finding in near):
        return ""
    shown = [
        (f.kind, f.about, [side.value for side in f.sides]) for f in near if f.kind in (*entry["kind"], "difference")
    ]
    return f"no such {'/'.join(entry['kind'])} ({entry['about']}); of these pages: {shown[:6]}"


def _is_finding(finding: Finding, entry: Entry) -> bool:
    files = {key(side.source_file) for side in finding.sides}
    told = " | ".join(f"{side.value} | {side.quote}" for side in finding.sides)
    reasons = f"{finding.reason} {finding.about}"
    return (
        finding.kind in entry["kind"]
        and set(entry["articles"]) <= files
        and all(any_word(words, told) for words in entry.get("values", []))
        and all(any_word(words, reasons) for words in entry.get("reason_contains", []))
    )


def _set_apart(built: Built, entry: Entry) -> str:
    """No figures are compared of which one side holds these words and another does not."""
    wrong = []
    for finding in built.findings:
        holds = {entry["contains"] in f"{side.value} {side.quote}" for side in finding.sides}
        if finding.kind in ("agreement", "difference", "revision") and len(holds) > 1:
            wrong.append((finding.kind, [side.quote for side in finding.sides]))
    return unless(not wrong, f"{entry['why']}: {wrong[:2]}")


def _copied(built: Built, pair: list[str]) -> str:
    return unless(_shares(built, pair), "no finding of a copy between them")


def _not_copied(built: Built, pair: list[str]) -> str:
    return unless(not _shares(built, pair), "called a copy, though each was written on its own")


def _shares(built: Built, pair: list[str]) -> bool:
    copies = [finding for finding in built.findings if finding.kind == "copy"]
    return any(set(pair) <= {key(side.source_file) for side in finding.sides} for finding in copies)


# --- attributions and names ------------------------------------------------------------------------------------------


def _attribution(built: Built, entry: Entry) -> str:
    here = [view for view in built.attributions if key(view.source_file) == entry["article"]]
    told = [view for view in here if entry["content_contains"] in " ".join(view.content.split())]
    if not told:
        return f"nobody says it; in this page: {[(view.source, view.content[:60]) for view in here]}"
    right = [view for view in told if _is_attribution(built, view, entry)]
    seen = [(view.source, view.source_name, view.cue, view.manner, view.act, view.content) for view in told]
    return unless(bool(right), f"not {entry}; read as {seen}")


def _is_attribution(built: Built, view: AttributionView, entry: Entry) -> bool:
    who = entry.get("source_name")
    whole = f"{view.source or ''} {view.source_name or ''}"
    return (
        (who is None or _is_called(built, view.source_name, who))
        and entry.get("source_contains", "") in whole
        and view.manner in entry["manner"]
        and view.act in entry.get("act", [view.act])
    )


def _is_called(built: Built, name: str | None, spellings: list[str]) -> bool:
    """Whether `name` is one of the spellings, or the name of an entity that is also spelt so."""
    entities = [view for view in built.names if name in (view.name, *view.aliases)]
    known = {bare(spelling) for view in entities for spelling in view.aliases} if len(entities) == 1 else set()
    return bool({bare(spelling) for spelling in spellings} & (known | {bare(name or "")}))


def _name(built: Built, entry: Entry) -> str:
    views = _called(built, entry["name"])
    if not views:
        return "not found"
    view = max(views, key=lambda view: view.mentions)
    have = {bare(alias) for alias in (view.name, *view.aliases)}
    missing = [alias for alias in entry["aliases"] if not {bare(one) for one in alias.split("|")} & have]
    wrong = [
        unless(view.kind in entry["kind"], f"the kind is {view.kind}, not {entry['kind']}"),
        unless(not missing, f"spellings not with it: {missing}; it has {view.aliases}"),
        unless(len(views) == 1, f"it is {len(views)} entities: {[(v.name, v.kind, v.mentions) for v in views]}"),
    ]
    return "; ".join(filter(None, wrong))


def _called(built: Built, name: str) -> list[NameView]:
    return [view for view in built.names if bare(name) in {bare(alias) for alias in (view.name, *view.aliases)}]


def _apart(built: Built, pair: list[str]) -> str:
    both = [view.aliases for view in _called(built, pair[0]) if view in _called(built, pair[1])]
    return unless(not both, f"one entity: {both}")
