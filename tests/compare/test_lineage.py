"""Who copies whom, as trees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.lineage import Branch, lineage, unsettled
from twosource.records import Copy, SourceView, Span


def view(
    name: str, outlet: str | None = None, credit: str | None = None, words: int = 100, day: str = ""
) -> SourceView:
    return SourceView(
        article=name, source_file=f"{name}.txt", outlet=outlet, title=None, published=day or None,
        published_known_by=None, date=day, date_reason="", credit=credit, words=words, copies_from=(), problem=None,
    )  # fmt: skip


def copy(first: str, later: str, words: int, known: bool = True, at: int = 0) -> Copy:
    return Copy(Span(first, at, at + 9), Span(later, at, at + 9), known, words, f"{words} words of {first}")


def shown(branches: tuple[Branch, ...]) -> list[object]:
    return [(branch.name, shown(branch.branches)) for branch in branches]


def test_a_page_stands_under_the_one_it_took_most_from() -> None:
    views = [view("a", "Selm Herald"), view("b", "Ardan Post"), view("c", "Tarn Mail")]
    (tree, other) = lineage(views, [copy("a", "c", 80), copy("b", "c", 20), copy("a", "c", 10, at=50)])
    (branch,) = tree.branches
    assert (tree.name, branch.name, other.name) == ("Selm Herald", "Tarn Mail", "Ardan Post")
    assert branch.taken is not None
    assert (branch.taken.words, branch.taken.share, branch.taken.whole) == (90, 0.9, True)
    assert branch.taken.reason == "80 words of a"
    assert [(one.source, one.words, one.whole) for one in branch.others] == [("b", 20, False)]


def test_pages_that_credit_an_agency_stand_under_it_unless_their_text_is_here() -> None:
    views = [view("a", "Selm Herald", "AP"), view("b", "Ardan Post", "Associated Press"), view("c", "AP", "AP")]
    trees = lineage(views, [copy("c", "a", 90)])
    assert shown(trees) == [("AP", [("Selm Herald", [])]), ("AP", [("Ardan Post", [])])]
    assert [tree.page is None for tree in trees] == [False, True]


def test_a_copy_of_unknown_order_hangs_nobody_under_anybody() -> None:
    views = [view("a"), view("b")]
    assert all(not tree.branches for tree in lineage(views, [copy("a", "b", 30, known=False)]))
    assert unsettled([copy("b", "a", 30, known=False), copy("a", "b", 5, known=False)]) == {("a", "b"): 35}


NAMES = "abcdef"
COPIES = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(5, 90)), max_size=12)


@given(COPIES)
def test_every_page_stands_once_whoever_copies_whom(pairs: list[tuple[str, str, int]]) -> None:
    views = [view(name) for name in NAMES]
    copies = [copy(one, other, words) for one, other, words in pairs]

    def pages(branches: tuple[Branch, ...]) -> list[str]:
        return [one for branch in branches for one in (branch.name, *pages(branch.branches))]

    trees = lineage(views, copies)
    assert sorted(pages(trees)) == [f"{name}.txt" for name in NAMES]
    assert trees == lineage(views[::-1], copies[::-1])
