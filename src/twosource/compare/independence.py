"""Independence: the origins of an event's reports.

Ten sites with one wire text are one origin; so are five that all cite one spokesman. Reports are united by their bonds
(`compare/bonds.py`), and each origin says which of them hold it together. Nothing is weighed: an origin tells why
its reports count as one, not who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from twosource.compare.agencies import key_of
from twosource.compare.bonds import Bond, Bonds, Index, Sort, Telling, bonds, components, triggers
from twosource.records import Article, Event, Origin, Range, Reading, Resolution, Span
from twosource.settings import CompareSettings

__all__ = ["Index", "origins"]

KINDS: Mapping[Sort, Literal["text", "agency", "speaker"]] = {
    "speaker": "speaker",
    "agency": "agency",
    "whole": "text",
    "passage": "text",
    "outlet": "text",
    "owner": "text",
}
"""The kind of origin that a sort of bond makes, the deepest root first: words go back to who spoke them, whoever
printed them, and a text to the agency that sent it."""
REASONS: Mapping[Sort, str] = {
    "speaker": "{who} rest on {name}",
    "agency": "{who} credit {name}",
    "whole": "the same text stands in {who}",
    "passage": "the same sentence stands in {who}",
    "outlet": "{who} are of {name}",
    "owner": "{who} are of one owner ({name})",
}
GO_BACK = "{who} go back to {name}"
ALONE: Mapping[Sort, str] = {"speaker": "rests on {name}", "agency": "credits {name}"}
OWN_TEXT = "its own text: nothing here shows that it was taken from another report"
NUMBERS = ("", "", "both", "all three", "all four", "all five", "all six", "all seven", "all eight", "all nine")
NAMED = 3
"""Articles named in a reason that does not hold for all; of more, only the number is told."""


def origins(
    reports: Sequence[tuple[Reading, Span]],
    resolution: Resolution,
    settings: CompareSettings,
    event: Event | None = None,
    index: Index | None = None,
) -> tuple[Origin, ...]:
    """The independent roots of an event's reports, those of most articles first, then by name.

    `reports` are the articles that tell the event, each with the span of its telling; an article may tell it several
    times. With `event` its triggers decide whether a statement is about it; without, a statement must hold half of the
    telling. Who asks for many events gives the `index` of the resolution, made once. Every article is in exactly one
    origin; the order of `reports` makes no difference.
    """
    tellings = _tellings(reports, event)
    found = bonds(tellings, index or Index(resolution), settings)
    edges = [(one, one) for one in tellings]
    for articles in found.articles.values():
        edges += [(min(articles), article) for article in sorted(articles)]
    groups = [[tellings[name] for name in group] for group in components(edges)]
    result = [_origin(group, found) for group in groups]
    return tuple(sorted(result, key=lambda origin: (-len(origin.articles), origin.name, origin.articles)))


def _tellings(reports: Iterable[tuple[Reading, Span]], event: Event | None) -> dict[str, Telling]:
    spoken = event is None or event.type != "CONSULT"
    spans: dict[str, set[Range]] = {}
    readings: dict[str, Reading] = {}
    for reading, span in reports:
        readings[reading.article.id] = reading
        spans.setdefault(reading.article.id, set()).add((span.start, span.end))
    of = triggers(event, readings)
    return {
        name: Telling(readings[name], tuple(sorted(spans[name])), tuple(sorted(of.get(name, ()))), spoken)
        for name in sorted(readings)
    }


def _origin(group: Sequence[Telling], found: Bonds) -> Origin:
    """The origin of a group of tellings: kind and name by its deepest widest bond, and the reasons for all of them."""
    ids = tuple(telling.article.id for telling in group)
    held = {bond: articles & set(ids) for bond, articles in found.articles.items() if articles & set(ids)}
    order = list(KINDS)
    ranked = sorted(held, key=lambda bond: (-len(held[bond]), order.index(bond.sort), found.name(bond), bond.key))
    root = _root(ranked, held)
    named = root is not None and KINDS[root.sort] != "text"
    name = found.name(root) if root and (named or root.sort == "outlet") else _first(group)
    reason = _alone(ranked, found) if len(ids) == 1 else _reason(ranked, held, found, group)
    return Origin(name, KINDS[root.sort] if root else "text", ids, reason)


def _root(ranked: Sequence[Bond], held: Mapping[Bond, set[str]]) -> Bond | None:
    """The bond that names the origin: a text that stands in several and is credited by one goes to the credited."""
    if ranked and ranked[0].sort in ("whole", "passage"):
        credited = [bond for bond in ranked if bond.sort == "agency" and held[bond] <= held[ranked[0]]]
        return (credited or ranked)[0]
    return ranked[0] if ranked else None


def _first(group: Sequence[Telling]) -> str:
    """The outlet, or else the file, of the article that was published first as far as is known."""
    articles = [telling.article for telling in group]
    first = min(articles, key=lambda each: (each.published.value if each.published else "9999", _label(each), each.id))
    return _label(first)


def _label(article: Article) -> str:
    return article.outlet or article.source_file


def _alone(ranked: Sequence[Bond], found: Bonds) -> str:
    names = {sort: [found.name(bond) for bond in ranked if bond.sort == sort] for sort in ALONE}
    said = [ALONE[sort].format(name=" and ".join(names[sort])) for sort in ALONE if names[sort]]
    return "; ".join(said) or OWN_TEXT


def _reason(ranked: Sequence[Bond], held: Mapping[Bond, set[str]], found: Bonds, group: Sequence[Telling]) -> str:
    """What holds a group together: the widest bonds first; one that adds no article to two already told is left out."""
    told: list[tuple[set[str], str]] = []
    for bond in ranked:
        inside = sum(held[bond] <= articles for articles, _ in told)
        if len(held[bond]) > 1 and inside < 2 and not (inside and bond.sort in ("outlet", "owner", "passage")):
            told.append((held[bond], _text(bond, held[bond], found.name(bond), group)))
    return "; ".join(dict.fromkeys(text for _, text in told))


def _text(bond: Bond, articles: set[str], name: str, group: Sequence[Telling]) -> str:
    """A reason in words. An outlet that others credit does not credit itself: they all go back to it."""
    outlets = [key_of(telling.article.outlet) for telling in group if telling.article.id in articles]
    pattern = GO_BACK if bond.sort == "agency" and bond.key in outlets else REASONS[bond.sort]
    return pattern.format(who=_who(articles, group), name=name)


def _who(articles: set[str], group: Sequence[Telling]) -> str:
    """The articles in words: "both", "all three", or by outlet where the bond does not hold for all."""
    if len(articles) == len(group):
        return NUMBERS[len(group)] if len(group) < len(NUMBERS) else f"all {len(group)}"
    labels = sorted(_label(telling.article) for telling in group if telling.article.id in articles)
    if len(set(labels)) < len(labels) or len(labels) > NAMED:
        return f"{len(labels)} of them"
    return ", ".join(labels[:-1]) + f" and {labels[-1]}"
