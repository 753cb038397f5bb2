"""Copies: what is one, what is none, who had it first, and that nothing else matters."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.records import Annotations, Article, Copy, Dateline, Reading, Witness
from twosource.resolve.copies import copies
from twosource.settings import ResolveSettings

PASSAGE = (
    "The harbour board of Ostrava Bay voted on Tuesday to close the northern pier for two years, after engineers found "
    "that salt had eaten through most of the iron supports under the fish market."
)
OTHER = (
    "Nobody at the ferry company would say how the winter timetable is going to look. Several islands depend on the "
    "boats for their post, their milk and their doctor."
)
MORE = (
    "A choir of schoolchildren opened the festival with three old songs about the sea. It rained, and the mayor lent "
    "her umbrella to the youngest of the singers."
)


def reading(
    name: str,
    text: str,
    outlet: str | None = None,
    published: str | None = None,
    credit: str | None = None,
    dateline: Dateline | None = None,
) -> Reading:
    """A reading with a text and what is said about it."""
    article = Article(
        id=name, source_file=f"{name}.txt", title=None, outlet=outlet, authors=(),
        published=Witness(published, "row") if published else None, updated=None, dates=(), dateline=dateline,
        credit=credit, language="en", url=None, text=text, paragraphs=((0, len(text)),), comments=(), notes=(),
    )  # fmt: skip
    return Reading(article, Annotations(name, (), (), (), (), (), ()))


def found(*readings: Reading) -> tuple[Copy, ...]:
    """The copies between some readings, with the default settings."""
    return copies(readings, ResolveSettings())


def words_of(copy: Copy, *readings: Reading) -> tuple[str, str]:
    """The two sides of a copy as they stand in the texts."""
    texts = {each.article.id: each.article.text for each in readings}
    first, later = copy.first, copy.later
    return texts[first.article][first.start : first.end], texts[later.article][later.start : later.end]


def test_a_sentence_in_two_articles_is_found_with_its_spans() -> None:
    one, two = reading("a", f"{OTHER}\n\n{PASSAGE}\n\n{MORE}"), reading("b", f"{PASSAGE} And that was all.")
    (copy,) = found(one, two)
    assert words_of(copy, one, two) == (PASSAGE, PASSAGE)
    assert copy.words == 34
    assert "same 34 words" in copy.reason


def test_small_edits_case_and_quotes_do_not_break_a_passage() -> None:
    edited = PASSAGE.replace("voted on Tuesday", "decided").replace("had eaten", "has eaten").replace("iron ", "")
    one, two = reading("a", PASSAGE), reading("b", f"{MORE} {edited.upper()}")
    (copy,) = found(one, two)
    assert words_of(copy, one, two) == (PASSAGE, edited.upper())
    assert copy.words == 29
    assert "29 of 34 words" in copy.reason


def test_articles_that_share_no_passage_have_no_copy() -> None:
    assert found(reading("a", PASSAGE), reading("b", OTHER), reading("c", MORE)) == ()


def test_a_sentence_put_in_does_not_lose_what_is_around_it() -> None:
    long = f"{PASSAGE} {OTHER}"
    one, two = reading("a", long), reading("b", f"{PASSAGE} {MORE} {OTHER}")
    sides = [words_of(copy, one, two) for copy in found(one, two)]
    assert sides == [(PASSAGE, PASSAGE), (OTHER, OTHER)]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("«", "»"), ("''", "''"), ("‘", "’")])
def test_a_quotation_that_both_heard_is_no_copy(opening: str, closing: str) -> None:
    speech = f"{opening}{PASSAGE}{closing}"
    one, two = reading("a", f"{OTHER} {speech} the board said."), reading("b", f"{speech} she told us. {MORE}")
    assert found(one, two) == ()


def test_speech_of_several_paragraphs_is_a_quotation_in_each() -> None:
    speech = f"“{PASSAGE}\n\n“{OTHER}”"
    assert found(reading("a", f"He said: {speech}"), reading("b", f"{speech} he added.")) == ()


def test_words_quoted_in_one_and_printed_as_its_own_in_the_other_are_a_copy() -> None:
    assert len(found(reading("a", f"“{PASSAGE}” the board said."), reading("b", PASSAGE))) == 1


def test_prose_with_a_quotation_in_it_is_a_copy() -> None:
    prose = f"The board met in secret for six hours before it agreed on a plan. “{OTHER}” a clerk read out afterwards."
    assert len(found(reading("a", f"{prose} {MORE}"), reading("b", prose))) == 1


def test_titles_and_set_phrases_are_no_copy() -> None:
    title = "the Joint Commission of the Northern Islands on Fisheries and Harbours Chairwoman Ada Lund of Ostrava Bay"
    assert found(reading("a", f"Yesterday {title} spoke."), reading("b", f"We met {title}, again.")) == ()


def test_a_piece_of_a_sentence_is_no_copy_and_a_short_sentence_is() -> None:
    phrase = "on the condition of anonymity because they were not authorised to discuss the"
    one = f"Two clerks at the town hall of Ostrava Bay spoke {phrase} sale of the old slaughterhouse to a bank."
    two = f"Our paper heard from a nurse and a driver at the hospital, {phrase} night shifts in the winter months."
    assert found(reading("a", one), reading("b", two)) == ()
    short = "The northern pier will stay closed to all boats until the autumn storms."
    assert len(found(reading("a", f"{OTHER} {short}"), reading("b", f"{short} {MORE}"))) == 1


def _with_line(number: int, outlet: str) -> Reading:
    line = "Write to our newsroom with your own pictures and stories, we read every letter that we get."
    chance = random.Random(number)
    text = " ".join(chance.choice(OTHER.split()) + str(chance.randrange(999)) for _ in range(120))
    return reading(f"{outlet}{number}", f"{text}\n\n{line}", outlet)


def test_a_line_under_many_articles_of_one_outlet_is_no_copy() -> None:
    assert found(*(_with_line(number, "Bay Courier") for number in range(6))) == ()
    assert len(found(*(_with_line(number, "Bay Courier") for number in range(3)))) == 3


def test_many_versions_of_one_article_are_copies_though_they_are_of_one_outlet() -> None:
    versions = [reading(f"a{number}", f"{PASSAGE} {OTHER}", "Bay Courier") for number in range(6)]
    assert len(found(*versions)) == 15


def test_copies_of_one_text_in_very_many_articles_stay_connected_without_all_pairs() -> None:
    many = [reading(f"a{number:03}", f"{PASSAGE} {OTHER}", f"Paper {number}") for number in range(60)]
    result = found(*many)
    assert {copy.later.article for copy in result} == {each.article.id for each in many[1:]}
    assert len(result) < 60 * 3


def test_who_had_it_first_by_publication() -> None:
    one, two = reading("a", PASSAGE, "One", "2031-04-08"), reading("b", PASSAGE, "Two", "2031-04-07T22:15:00Z")
    (copy,) = found(one, two)
    assert (copy.first.article, copy.later.article, copy.known_first) == ("b", "a", True)
    assert "2031-04-07" in copy.reason


@pytest.mark.parametrize(
    ("one", "two", "first", "known"),
    [
        ("2031-04-07T22:15:00Z", "2031-04-07", "a", False),
        ("2031-04-07T22:15", "2031-04-07T10:50+02:00", "a", False),
        ("2031-04-07T22:15", "2031-04-07T10:50", "b", True),
        ("2031-04-07T11:15+03:00", "2031-04-07T09:50Z", "a", True),
        ("2031-04", "2031-04-07", "a", False),
        ("2031-03", "2031-04-07", "a", True),
    ],
)
def test_dates_are_compared_as_precisely_as_both_tell(one: str, two: str, first: str, known: bool) -> None:
    (copy,) = found(reading("a", PASSAGE, "One", one), reading("b", PASSAGE, "Two", two))
    assert (copy.first.article, copy.known_first) == (first, known)


def test_who_had_it_first_by_credit() -> None:
    one = reading("a", PASSAGE, "Bay Courier", credit="Source: Hill Wire")
    (copy,) = found(one, reading("b", PASSAGE, "HILL WIRE"))
    assert (copy.first.article, copy.known_first) == ("b", True)
    line = Dateline(place="OSTRAVA BAY", agency="Hill Wire")
    (copy,) = found(reading("a", PASSAGE, "Bay Courier", dateline=line), reading("b", PASSAGE, "Hill Wire"))
    assert (copy.first.article, copy.known_first) == ("b", True)


def test_dates_and_credit_that_contradict_leave_it_open() -> None:
    one = reading("a", PASSAGE, "Bay Courier", "2031-04-07", credit="Hill Wire")
    (copy,) = found(one, reading("b", PASSAGE, "Hill Wire", "2031-04-09"))
    assert (copy.first.article, copy.known_first) == ("b", False)


def test_without_a_sign_the_order_is_of_ids() -> None:
    (copy,) = found(reading("b", PASSAGE), reading("a", PASSAGE))
    assert (copy.first.article, copy.known_first) == ("a", False)
    assert "nothing tells" in copy.reason


@pytest.mark.parametrize("text", ["", " ", "!?", "a" * 100_000, "中文" * 5_000, "buy now " * 5_000, "\ud800 x"])
def test_strange_texts_are_no_copies_and_raise_nothing(text: str) -> None:
    assert found(reading("a", text), reading("b", text)) == ()


def test_a_sentence_of_the_seeds_stands_in_two_pages(shared: Path) -> None:
    pages = [reading(path.name, path.read_text(encoding="utf-8")) for path in sorted((shared / "seeds").iterdir())]
    sides = [words_of(copy, *pages) for copy in found(*pages)]
    assert any("announced on September 15" in one and "announced on September 15" in two for one, two in sides)


VOCABULARY = [f"word{number}" for number in range(40)]
TEXTS = st.lists(
    st.lists(st.sampled_from(VOCABULARY), max_size=60).map(lambda words: " ".join(words) + "."), min_size=2, max_size=5
)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_makes_no_difference(texts: list[str], chance: random.Random) -> None:
    readings = [reading(f"a{number}", f"{text} {PASSAGE}", f"o{number}") for number, text in enumerate(texts)]
    mixed = list(readings)
    chance.shuffle(mixed)
    result = found(*readings)
    assert result == found(*mixed)
    assert len(result) >= len(texts) * (len(texts) - 1) / 2


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_texts_and_hold_the_words_told(texts: list[str]) -> None:
    readings = [reading(f"a{number}", text) for number, text in enumerate(texts)]
    for copy in found(*readings):
        one, two = words_of(copy, *readings)
        assert 12 <= copy.words <= min(len(one.split()), len(two.split()))
        assert one and two and copy.first.article != copy.later.article
