"""Origins: what makes reports one, what does not, and the reasons told."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.compare.independence import origins
from twosource.records import (
    Annotations,
    Article,
    Attribution,
    Copy,
    Date,
    Dateline,
    Entity,
    Event,
    EventMember,
    EventMention,
    EventType,
    Origin,
    Range,
    Reading,
    Resolution,
    Span,
    Speaker,
    Witness,
)  # fmt: skip
from twosource.settings import CompareSettings

TEXT = "The island council closed the school on Monday, the ferry office said. " + "Nothing else is known. " * 8
TELLING = (0, 71)
SAID = Attribution(
    source=(48, 64), cue=(65, 69), content=((0, 46),), manner="indirect", kind="speech", act="said"
)  # fmt: skip
NO_DATE = Date("", None, None, "unknown", "nothing tells")
FERRY, PAPER = "entity-ferry", "entity-paper"


def reading(
    name: str,
    outlet: str | None = None,
    credit: str | None = None,
    agency: str | None = None,
    attributions: tuple[Attribution, ...] = (),
    text: str = TEXT,
    published: str | None = None,
    events: tuple[EventMention, ...] = (),
) -> Reading:
    """A reading of one text that tells that a school was closed."""
    article = Article(
        id=name, source_file=f"{name}.txt", title=None, outlet=outlet, authors=(),
        published=Witness(published, "row") if published else None, updated=None, dates=(),
        dateline=Dateline(agency=agency) if agency else None, credit=credit, language="en", url=None, text=text,
        paragraphs=((0, len(text)),), comments=(), notes=(),
    )  # fmt: skip
    return Reading(article, Annotations(name, (TELLING,), (), (), (), attributions, events))


def entity(key: str, name: str) -> Entity:
    """An entity with a name and nothing else."""
    return Entity(key, name, "ORG", (name,), (), (), 1)


def resolution(speakers: Sequence[Speaker] = (), copies: Sequence[Copy] = ()) -> Resolution:
    """A resolution with the ferry office and a paper as entities."""
    entities = (entity(FERRY, "ferry office"), entity(PAPER, "Bay Courier"))
    return Resolution((), (), entities, tuple(speakers), tuple(copies), ())


def speaker(article: str, who: str | None, origin: str | None = None) -> Speaker:
    """The speaker of the first attribution of an article."""
    return Speaker(Span(article, 0, 46), 0, who, origin or who, "named")


def copy(one: str, two: str, first: Range = TELLING, later: Range = TELLING) -> Copy:
    """A passage that stands in two articles."""
    return Copy(Span(one, *first), Span(two, *later), True, 12, "the same words")


def found(
    readings: Sequence[Reading],
    resolved: Resolution | None = None,
    owners: tuple[tuple[str, ...], ...] = (),
    event: Event | None = None,
) -> tuple[Origin, ...]:
    """The origins of readings that all tell the event in their first sentence."""
    reports = [(each, Span(each.article.id, *TELLING)) for each in readings]
    return origins(reports, resolved or resolution(), CompareSettings(same_owner=owners), event)


def test_reports_with_nothing_in_common_are_independent() -> None:
    one, two = found([reading("a", "Bay Courier"), reading("b", "Hill Times")])
    assert (one.articles, two.articles) == (("a",), ("b",))
    assert (one.name, one.kind, two.name) == ("Bay Courier", "text", "Hill Times")
    assert "its own text" in one.reason


def test_a_page_without_an_outlet_goes_by_its_file() -> None:
    assert [origin.name for origin in found([reading("a"), reading("b")])] == ["a.txt", "b.txt"]


def test_the_same_sentence_makes_one_origin_and_names_who_had_it_first() -> None:
    readings = [reading("a", "Bay Courier", published="2031-02-02"), reading("b", "Hill Times", published="2031-02-01")]
    (origin,) = found(readings, resolution(copies=[copy("b", "a")]))
    assert (origin.articles, origin.kind, origin.name) == (("a", "b"), "text", "Hill Times")
    assert origin.reason == "the same sentence stands in both"


def test_a_copy_of_something_else_in_the_articles_makes_no_one_origin() -> None:
    readings = [reading("a", "Bay Courier"), reading("b", "Hill Times")]
    assert len(found(readings, resolution(copies=[copy("a", "b", (120, 160), (120, 160))]))) == 2
    assert len(found(readings, resolution(copies=[copy("a", "b", TELLING, (120, 160))]))) == 2


def test_an_article_that_is_mostly_the_other_is_of_its_origin_though_the_telling_was_rewritten() -> None:
    readings = [reading("a", "Bay Courier"), reading("b", "Hill Times")]
    rest = (80, len(TEXT))
    (origin,) = found(readings, resolution(copies=[copy("a", "b", rest, rest)]))
    assert origin.reason == "the same text stands in both"


def test_a_roundup_that_holds_an_article_elsewhere_is_not_of_its_origin() -> None:
    roundup = reading("b", "Hill Times", text=TEXT * 10)
    both = resolution(copies=[copy("a", "b", (80, 250), (580, 750))])
    assert len(found([reading("a", "Bay Courier"), roundup], both)) == 2


def test_two_reports_from_one_place_of_a_third_article_are_one_origin() -> None:
    readings = [reading("a", "Bay Courier"), reading("b", "Hill Times")]
    one_place = [copy("wire", "a", (300, 371)), copy("wire", "b", (310, 380))]
    assert len(found(readings, resolution(copies=one_place))) == 1
    apart = [copy("wire", "a", (300, 371)), copy("wire", "b", (400, 471))]
    assert len(found(readings, resolution(copies=apart))) == 2


def test_one_agency_is_one_origin_however_it_is_credited() -> None:
    readings = [
        reading("a", "Bay Courier", credit="Source: Hill Wire"),
        reading("b", "Hill Times", agency="HILL WIRE"),
        reading("c", "Hill Wire"),
        reading("d", "Valley Post", credit="Agencies"),
        reading("e", "Coast Herald", credit="agencies"),
    ]
    wire, *others = found(readings)
    assert (wire.articles, wire.kind) == (("a", "b", "c"), "agency")
    assert wire.reason == "all three go back to Hill Wire"
    assert [origin.articles for origin in others] == [("e",), ("d",)]
    (both, *_) = found(readings[:2])
    assert both.reason.startswith("both credit ")


def test_a_credit_to_its_own_outlet_is_no_agency() -> None:
    (origin,) = found([reading("a", "Bay TV", credit="BAYTV")])
    assert (origin.kind, origin.name) == ("text", "Bay TV")


def test_one_speaker_is_one_origin_and_an_unnamed_one_unites_nobody() -> None:
    readings = [reading(name, f"Paper {name}", attributions=(SAID,)) for name in "abc"]
    (origin,) = found(readings, resolution([speaker(name, FERRY) for name in "abc"]))
    assert (origin.kind, origin.name, origin.reason) == (
        "speaker", "the ferry office", "all three rest on the ferry office",
    )  # fmt: skip
    assert len(found(readings, resolution([speaker(name, None) for name in "abc"]))) == 3


def test_the_end_of_a_chain_unites_as_well() -> None:
    readings = [reading(name, f"Paper {name}", attributions=(SAID,)) for name in "ab"]
    chain = [speaker("a", FERRY), speaker("b", PAPER, origin=FERRY)]
    (origin,) = found(readings, resolution(chain))
    assert origin.name == "the ferry office"


def test_a_report_that_cites_an_outlet_goes_back_to_that_outlet() -> None:
    readings = [reading("a", "Bay Courier"), reading("b", "Hill Times", attributions=(SAID,))]
    (origin,) = found(readings, resolution([speaker("b", PAPER)]))
    assert (origin.articles, origin.name) == (("a", "b"), "Bay Courier")
    assert "both go back to Bay Courier" in origin.reason


def test_a_statement_about_something_else_makes_no_origin() -> None:
    aside = Attribution(
        source=(48, 64), cue=(65, 69), content=((30, 46),), manner="indirect", kind="speech", act="said"
    )  # fmt: skip
    readings = [reading(name, f"Paper {name}", attributions=(aside,)) for name in "ab"]
    assert len(found(readings, resolution([speaker(name, FERRY) for name in "ab"]))) == 2


def _closing(place: Range) -> EventMention:
    return EventMention(
        trigger=place, lemma="close", type="OTHER", actors=(), recipients=(), place=None, time=None, status="happened",
        holder=None, headline=(TELLING,), sentence=TELLING,
    )  # fmt: skip


@pytest.mark.parametrize(("trigger", "count"), [((19, 25), 1), ((4, 10), 2)])
def test_the_trigger_decides_whether_a_statement_is_about_the_event(trigger: Range, count: int) -> None:
    aside = Attribution(
        source=(48, 64), cue=(65, 69), content=((15, 30),), manner="indirect", kind="speech", act="said"
    )  # fmt: skip
    readings = [
        reading(name, f"Paper {name}", attributions=(aside,), events=(_closing(trigger),)) for name in ("a", "b")
    ]
    event = Event("e", "OTHER", NO_DATE, tuple(EventMember(name, 0, "told") for name in "ab"), (), None)
    assert len(found(readings, resolution([speaker(name, FERRY) for name in "ab"]), event=event)) == count


@pytest.mark.parametrize(("kind", "count"), [("STATEMENT", 1), ("CONSULT", 2)])
def test_an_act_of_speech_rests_on_the_speaker_and_a_meeting_does_not(kind: EventType, count: int) -> None:
    readings = [
        reading(name, f"Paper {name}", attributions=(SAID,), events=(_closing((65, 69)),)) for name in ("a", "b")
    ]
    event = Event("e", kind, NO_DATE, tuple(EventMember(name, 0, "told") for name in "ab"), (), None)
    assert len(found(readings, resolution([speaker(name, FERRY) for name in "ab"]), event=event)) == count


def test_one_outlet_and_one_owner_are_one_origin() -> None:
    readings = [reading("a", "Bay Courier"), reading("b", "The Bay Courier"), reading("c", "Hill Times")]
    both, other = found(readings)
    assert (both.articles, other.articles) == (("a", "b"), ("c",))
    assert both.reason.startswith("both are of ")
    (all_three,) = found(readings, owners=(("Hill Times", "Bay Courier"),))
    assert "all three are of one owner (Bay Courier and Hill Times)" in all_three.reason


def test_the_reasons_name_whom_they_hold_for() -> None:
    readings = [
        reading("a", "Bay Courier", credit="Hill Wire"), reading("b", "Hill Times", credit="Hill Wire"),
        reading("c", "Valley Post"),
    ]  # fmt: skip
    (origin,) = found(readings, resolution(copies=[copy("b", "c")]))
    assert origin.name == "Hill Wire"
    assert "Bay Courier and Hill Times credit Hill Wire" in origin.reason
    assert "the same sentence stands in Hill Times and Valley Post" in origin.reason


def test_no_reports_have_no_origins() -> None:
    assert found([]) == ()


OUTLETS = st.sampled_from([None, "Bay Courier", "Hill Times", "Valley Post", "Hill Wire", "Coast Herald"])
CREDITS = st.sampled_from([None, None, "Hill Wire", "Source: Reuters", "AP and Reuters", "agencies"])
PLACES = st.sampled_from([TELLING, (80, len(TEXT)), (100, 130)])


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Reading], Resolution]:
    """Some reports with outlets, credits, speakers and copies at will, also through an article that tells nothing."""
    names = "abcdef"[: draw(st.integers(0, 6))]
    readings = [reading(name, draw(OUTLETS), draw(CREDITS), attributions=(SAID,)) for name in names]
    speakers = [speaker(name, draw(st.sampled_from([None, None, FERRY, PAPER]))) for name in names]
    pairs = draw(st.lists(st.tuples(st.sampled_from(names + "x"), st.sampled_from(names + "x")), max_size=5))
    copies = [copy(min(pair), max(pair), draw(PLACES), draw(PLACES)) for pair in pairs if pair[0] != pair[1]]
    return readings, resolution(speakers, copies)


@settings(max_examples=150, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_every_article_is_in_one_origin_in_whatever_order(
    story: tuple[list[Reading], Resolution], chance: random.Random
) -> None:
    readings, resolved = story
    result = found(readings, resolved)
    assert sorted(name for origin in result for name in origin.articles) == [each.article.id for each in readings]
    mixed = list(readings)
    chance.shuffle(mixed)
    swapped = Resolution(
        (), (), resolved.entities[::-1], resolved.speakers[::-1], resolved.copies[::-1], ()
    )  # fmt: skip
    assert found(mixed, swapped) == result
    assert all(origin.reason and origin.name for origin in result)
