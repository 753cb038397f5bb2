from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.records import Annotations, Article, Judgement, Reading, Selector
from twosource.resolve.judgements import Judged, Places, standing

TEXT = "Ann Holm met Ana Holm. Holm said that Holm would go."


def _reading(text: str = TEXT) -> Reading:
    article = Article(
        id="page", source_file="page.txt", title=None, outlet=None, authors=(), published=None, updated=None, dates=(),
        dateline=None, credit=None, language="en", url=None, text=text, paragraphs=((0, len(text)),), comments=(),
        notes=(),
    )  # fmt: skip
    return Reading(article, Annotations("page", ((0, len(text)),), (), (), (), (), ()))


def _judgement(judgement_id: str, verb: str, *about: int, value: str | None = None) -> Judgement:
    selectors = tuple(Selector("page", place, place + 1, TEXT[place]) for place in about)
    what = "judgement" if verb == "withdraw" else "name"
    return Judgement(judgement_id, verb, what, selectors, None, value, "Ann", "2031-02-03")  # type: ignore[arg-type]


def _regrouped(groups: list[set[int]], *judgements: Judgement) -> set[frozenset[int]]:
    judged = Judged(judgements, "name", Places([_reading()]))
    made = judged.regrouped(
        [dict.fromkeys(group, "as found") for group in groups],
        lambda selector: selector.start,
        lambda one, taken: one % 3 == taken % 3,
    )
    return {frozenset(group) for group, _ in made}


def test_what_was_put_together_is_one_and_says_so() -> None:
    judged = Judged([_judgement("a", "same", 0, 5)], "name", Places([_reading()]))
    made = judged.regrouped([{0: "found"}, {5: "found"}, {7: "found"}], lambda s: s.start, lambda a, b: a == b)
    assert made == [
        ({0: "found", 5: "put together by Ann, 2031-02-03"}, ("put together by Ann, 2031-02-03",)),
        ({7: "found"}, ()),
    ]
    assert judged.unapplied() == ()


def test_what_is_another_leaves_with_all_that_is_spelled_so() -> None:
    assert _regrouped([{0, 1, 3, 5}], _judgement("a", "different", 0, 1)) == {frozenset({0, 3}), frozenset({1, 5})}


def test_the_later_judgement_wins() -> None:
    same, different = _judgement("a", "same", 0, 1), _judgement("b", "different", 0, 1)
    assert _regrouped([{0}, {1}], same, different) == {frozenset({0}), frozenset({1})}
    assert _regrouped([{0, 1}], different, same) == {frozenset({0, 1})}


def test_a_judgement_taken_back_does_nothing_and_its_withdrawal_can_be_taken_back() -> None:
    same = _judgement("a", "same", 0, 1)
    back = _judgement("b", "withdraw", value="a")
    again = _judgement("c", "withdraw", value="b")
    assert standing([same, back]) == () and standing([same, back, again]) == (same,)
    assert _regrouped([{0}, {1}], same, back) == {frozenset({0}), frozenset({1})}


def test_one_that_finds_nothing_to_do_is_named() -> None:
    gone = Judgement("b", "same", "name", (Selector("other", 0, 3, "Ann"),) * 2, None, None, "Ann", "2031-02-03")
    judged = Judged([_judgement("a", "same", 0, 1), gone], "name", Places([_reading()]))
    judged.regrouped([{0: "", 1: ""}], lambda s: s.start, lambda a, b: a == b)
    assert judged.unapplied() == ("a", "b")


def test_words_that_moved_are_found_at_the_nearest_place() -> None:
    places = Places([_reading("A note. " + TEXT)])
    assert places.moved(Selector("page", 23, 27, "Holm")) == Selector("page", 25, 29, "Holm")
    assert places.moved(Selector("page", 0, 4, "Berg")) is None
    assert Places([]).moved(Selector("page", 0, 3, "Ann")) is None


@given(
    st.lists(st.sets(st.integers(0, 20), max_size=5), max_size=6),
    st.lists(st.tuples(st.sampled_from(["same", "different"]), st.integers(0, 20), st.integers(0, 20)), max_size=6),
)
def test_every_member_stays_in_exactly_one_group(groups: list[set[int]], made: list[tuple[str, int, int]]) -> None:
    seen: set[int] = set()
    apart = []
    for group in groups:
        apart.append(group - seen)
        seen |= group
    judgements = [_judgement(str(i), verb, a, b) for i, (verb, a, b) in enumerate(made) if {a, b} <= seen]
    after = _regrouped([group for group in apart if group], *judgements)
    assert sorted(member for group in after for member in group) == sorted(seen)
