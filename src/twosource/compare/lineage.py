"""Who copies whom: a story's pages as trees, each under the page or agency that most of its text was taken from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.agencies import agencies, key_of
from twosource.compare.bonds import MOST
from twosource.records import Copy, SourceView

Pair = tuple[str, str]


@dataclass(frozen=True)
class Taken:
    """What a page took from another: words, their share of the page's own, and how it is known who had them first."""

    source: str
    words: int
    share: float
    reason: str

    @property
    def whole(self) -> bool:
        """Whether the page is a copy as a whole rather than one with a passage of another."""
        return self.share >= MOST


@dataclass(frozen=True)
class Branch:
    """A page, or an agency that pages credit (`page` is then None), with those that took their text from it."""

    name: str
    page: SourceView | None
    taken: Taken | None
    """From the branch that it hangs under; None for a root, and for a page that only credits its agency."""
    others: tuple[Taken, ...]
    """From pages that it does not hang under."""
    branches: tuple[Branch, ...]

    @property
    def pages(self) -> int:
        """Pages in it."""
        return (self.page is not None) + sum(branch.pages for branch in self.branches)


def lineage(views: Sequence[SourceView], copies: Iterable[Copy]) -> tuple[Branch, ...]:
    """The trees, those of most pages first; a page with nothing in common is a tree of its own."""
    pages = {view.article: view for view in views}
    taken = _taken(pages, copies)
    forest = _Forest(pages, taken, _under(pages, taken))
    credited = forest.credited()
    held = {page for _, of in credited for page in of}
    roots = (Branch(name, None, None, (), forest.branches(of)) for name, of in credited)
    return _ordered([*forest.branches(page for page in forest.loose if page not in held), *roots])


class _Forest:
    """Pages, what each took, and the page that each hangs under."""

    def __init__(
        self, pages: Mapping[str, SourceView], taken: Mapping[str, Sequence[Taken]], under: Mapping[str, str]
    ) -> None:
        self.pages, self.taken, self.under = pages, taken, under
        self.loose = [page for page in sorted(pages) if page not in under]
        self.below: dict[str, list[str]] = defaultdict(list)
        for page, parent in sorted(under.items()):
            self.below[parent].append(page)

    def branches(self, pages: Iterable[str]) -> tuple[Branch, ...]:
        """The branches of these pages, with all that hangs under them."""
        return _ordered(self._branch(page) for page in pages)

    def _branch(self, page: str) -> Branch:
        view, parent = self.pages[page], self.under.get(page)
        mine = next((one for one in self.taken.get(page, ()) if one.source == parent), None)
        others = tuple(one for one in self.taken.get(page, ()) if one.source != parent)
        return Branch(view.outlet or view.source_file, view, mine, others, self.branches(self.below[page]))

    def credited(self) -> list[tuple[str, list[str]]]:
        """Agencies with the pages that credit them and took their text from no page here; of several, the first."""
        names: dict[str, str] = {}
        by_key: dict[str, list[str]] = defaultdict(list)
        for page in self.loose:
            for key, name in list(_credits(self.pages[page]).items())[:1]:
                names.setdefault(key, name)
                by_key[key].append(page)
        return [(names[key], by_key[key]) for key in sorted(by_key)]


def unsettled(copies: Iterable[Copy]) -> dict[Pair, int]:
    """Words that two pages share of which nothing tells who had them first, by the pair."""
    shared: dict[Pair, int] = defaultdict(int)
    for copy in copies:
        if not copy.known_first and copy.first.article != copy.later.article:
            one, other = sorted((copy.first.article, copy.later.article))
            shared[one, other] += copy.words
    return dict(sorted(shared.items(), key=lambda item: (-item[1], item[0])))


def _taken(pages: Mapping[str, SourceView], copies: Iterable[Copy]) -> dict[str, list[Taken]]:
    """For every page what it took, most words first."""
    pairs: dict[Pair, list[Copy]] = defaultdict(list)
    for copy in copies:
        one, other = copy.first.article, copy.later.article
        if copy.known_first and one != other and one in pages and other in pages:
            pairs[one, other].append(copy)
    found: dict[str, list[Taken]] = defaultdict(list)
    for (source, page), passages in sorted(pairs.items()):
        words = sum(copy.words for copy in passages)
        longest = min(passages, key=lambda copy: (-copy.words, copy.later.start))
        found[page].append(Taken(source, words, min(1.0, words / max(1, pages[page].words)), longest.reason))
    return {page: sorted(of, key=lambda one: (-one.words, one.source)) for page, of in found.items()}


def _under(pages: Mapping[str, SourceView], taken: Mapping[str, Sequence[Taken]]) -> dict[str, str]:
    """The page that each hangs under: the one that it took most from, if that does not hang under it in turn."""
    under: dict[str, str] = {}
    for page in sorted(taken, key=lambda page: (-taken[page][0].words, page)):
        for one in taken[page]:
            above: str | None = one.source
            while above is not None and above != page:
                above = under.get(above)
            if above is None:
                under[page] = one.source
                break
    return under


def _credits(view: SourceView) -> dict[str, str]:
    """Whom a page credits but itself."""
    own = {key for key, _ in agencies(view.outlet)} | {key_of(view.outlet)}
    return {key: name for key, name in agencies(view.credit) if key not in own}


def _ordered(branches: Iterable[Branch]) -> tuple[Branch, ...]:
    return tuple(
        sorted(branches, key=lambda one: (-one.pages, _when(one), one.name, one.page.article if one.page else ""))
    )


def _when(branch: Branch) -> str:
    page = branch.page
    return ((page.published or page.date) if page else "") or "9"
