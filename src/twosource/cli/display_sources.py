"""Who copies whom, as a tree: a page under the one that its text was taken from, each line with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from twosource.cli.cells import file_name, indented
from twosource.cli.terminal import safe
from twosource.compare.lineage import Branch, Pair, Taken
from twosource.export.exporter import count
from twosource.records import SourceView

STEP = 4
"""Columns by which a branch stands further right where no lines are drawn."""
REASON = 2
"""Columns by which a reason stands right of its page."""
ALL = 0.95
"""From this share on, a text is taken in full."""


def copying(
    roots: Sequence[Branch], shared: Mapping[Pair, int], views: Sequence[SourceView], *, drawn: bool
) -> RenderableType:
    """The trees of more than one page, `drawn` with lines or by indentation; then what has no known first."""
    known = {view.article: view for view in views}
    trees = [root for root in roots if root.branches]
    parts: list[RenderableType] = [_summary(roots), Text()]
    for root in trees:
        parts += [_drawn(root, known) if drawn else Group(*_plain(root, known, 0)), Text()]
    for (one, other), words in shared.items():
        if one in known and other in known:
            pages = f"{_named(known[one])} and {_named(known[other])}"
            parts.append(Text(f"{count(words, 'word')} in both {pages}: nothing tells who had them first", style="dim"))
    return Group(*parts, *([Text()] if shared else []))


def _summary(roots: Sequence[Branch]) -> Text:
    """How many texts there are at the bottom of it: a copy as a whole is none, and an agency's pages are one."""
    pages = [branch for root in roots for branch in _all(root) if branch.page is not None]
    whole = sum(branch.taken is not None and branch.taken.whole for branch in pages)
    passages = sum(branch.taken is not None and not branch.taken.whole for branch in pages)
    credited = [len(root.branches) for root in roots if root.page is None]
    own = len(pages) - whole - sum(number - 1 for number in credited)
    told = [f"{whole} copied as a whole from another here"] if whole else []
    told += [f"{passages} with passages of another"] if passages else []
    told += [f"{sum(credited)} by an agency that they credit"] if credited else []
    return Text(
        f"{count(len(pages), 'page')}, {count(own, 'origin')} of text{''.join(f'; {one}' for one in told)}",
        style="bold",
    )


def _all(branch: Branch) -> Iterator[Branch]:
    yield branch
    for one in branch.branches:
        yield from _all(one)


def _drawn(branch: Branch, known: Mapping[str, SourceView], tree: Tree | None = None) -> Tree:
    """The tree with lines between its branches."""
    line = _line(branch, known, under_agency=tree is not None)
    mine = tree.add(line) if tree is not None else Tree(line)
    for one in branch.branches:
        _drawn(one, known, mine)
    return mine


def _plain(branch: Branch, known: Mapping[str, SourceView], depth: int) -> Iterator[RenderableType]:
    """The tree by indentation."""
    yield indented(_line(branch, known, under_agency=depth > 0), STEP * depth)
    for one in branch.branches:
        yield from _plain(one, known, depth + 1)


def _line(branch: Branch, known: Mapping[str, SourceView], *, under_agency: bool = False) -> RenderableType:
    if branch.page is None:
        return Text(f"{safe(branch.name)} (credited by {count(len(branch.branches), 'page')})", style="bold")
    reasons = [_took(branch.taken, known)] if branch.taken else []
    reasons += [f"also {_took(one, known)}" for one in branch.others]
    if not reasons and under_agency:
        reasons = [f"credits {safe(branch.page.credit)}"]
    told = (indented(Text(reason, style="dim"), REASON) for reason in reasons)
    return Group(Text(_named(branch.page)), *told)


def _took(taken: Taken, known: Mapping[str, SourceView]) -> str:
    what = "all of it" if taken.share > ALL else f"{100 * taken.share:.0f}% of it"
    return f"{count(taken.words, 'word')} of {_short(known[taken.source])}, {what}: {safe(taken.reason)}"


def _named(view: SourceView) -> str:
    when = view.published[:10] if view.published else view.date
    parts = (safe(view.outlet) or "outlet not known", safe(view.title), when, file_name(view.source_file))
    return " · ".join(part for part in parts if part)


def _short(view: SourceView) -> str:
    return safe(view.outlet) or file_name(view.source_file)
