"""Dates for people, and reports that date one event differently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.times import date_findings, date_text
from twosource.records import (
    Annotations,
    Article,
    Date,
    Event,
    EventMember,
    EventMention,
    Range,
    Reading,
    Resolution,
    ResolvedTime,
    Span,
)
from twosource.settings import CompareSettings


def date(edtf: str, weekday: int | None = None) -> Date:
    """A date with only what is shown."""
    return Date(edtf, None, None, "inferred", "", weekday)


@pytest.mark.parametrize(
    ("edtf", "weekday", "text"),
    [
        ("2020-08-09", None, "2020-08-09"),
        ("2021-07", None, "July 2021"),
        ("2021", None, "2021"),
        ("2021-22", None, "summer 2021"),
        ("2021-35", None, "Q3 2021"),
        ("199X", None, "the 1990s"),
        ("-0489", None, "490 BC"),
        ("2020-09-18/..", 5, "a Friday, 2020-09-18 or later"),
        ("../2020-09-18", 5, "a Friday, 2020-09-18 or earlier"),
        ("2020-09-18/..", None, "2020-09-18 or later"),
        ("2020-09-18/2020-11-02", None, "between 2020-09-18 and 2020-11-02"),
        ("2020-09-14/2020-09-20", None, "2020-09-14 to 20"),
        ("XXXX-08", None, "an August"),
        ("XXXX-05", None, "a May"),
        ("XXXX-09-15", None, "15 September, no year"),
        ("", 2, "a Tuesday, date unknown"),
        ("", None, "date unknown"),
    ],
)
def test_date_text(edtf: str, weekday: int | None, text: str) -> None:
    assert date_text(date(edtf, weekday)) == text


@given(st.text(max_size=30), st.one_of(st.none(), st.integers(-3, 12)))
def test_no_date_is_too_strange_to_show(edtf: str, weekday: int | None) -> None:
    assert date_text(date(edtf, weekday))


def report(name: str, words: str, resolved: Date, inherited: tuple[str, ...] = ()) -> tuple[Reading, ResolvedTime]:
    """A page that dates the opening of a bridge in these words."""
    text = f"The bridge opened on {words}."
    start = text.index(words)
    article = Article(
        id=name, source_file=f"{name}.txt", title=None, outlet=name.title(), authors=(), published=None, updated=None,
        dates=(), dateline=None, credit=None, language="en", url=None, text=text, paragraphs=((0, len(text)),),
        comments=(), notes=(),
    )  # fmt: skip
    place: Range = (start, start + len(words))
    event = EventMention(
        trigger=(11, 17), lemma="open", type="OTHER", actors=(), recipients=(), place=None, time=place,
        status="happened", holder=None, headline=((0, len(text)),), sentence=(0, len(text)), inherited=inherited,
    )  # fmt: skip
    reading = Reading(article, Annotations(name, ((0, len(text)),), (), (), (), (), (event,)))
    return reading, ResolvedTime(Span(name, *place), resolved)


def day(iso: str) -> Date:
    """One stated day."""
    return Date(iso, iso, iso, "stated", "the words tell it")


def findings(*reports: tuple[Reading, ResolvedTime]) -> list[tuple[str, list[str]]]:
    """Kind and the values of the sides of every finding."""
    readings = {reading.article.id: reading for reading, _ in reports}
    resolution = Resolution((), tuple(time for _, time in reports), (), (), (), ())
    members = tuple(EventMember(reading.article.id, 0, "") for reading, _ in reports)
    event = Event("e", "OTHER", date(""), members, (), None)
    result = date_findings(event, readings, resolution, CompareSettings())
    for finding in result:
        for side in finding.sides:
            assert readings[side.article].article.text[side.start : side.end] == side.quote
    return [(finding.kind, [side.value for side in finding.sides]) for finding in result]


def test_reports_that_cannot_both_be_differ() -> None:
    told = findings(report("a", "3 May 2020", day("2020-05-03")), report("b", "4 May 2020", day("2020-05-04")))
    assert told == [("difference", ["3 May 2020 (2020-05-03)", "4 May 2020 (2020-05-04)"])]


def test_a_month_that_holds_the_day_agrees() -> None:
    month = Date("2020-05", "2020-05-01", "2020-05-31", "stated", "")
    assert findings(report("a", "3 May 2020", day("2020-05-03")), report("b", "May 2020", month)) == []


def test_an_open_interval_differs_only_from_what_lies_before_it() -> None:
    later = Date("2020-05-10/..", "2020-05-10", None, "relative", "", 5)
    assert findings(report("a", "3 May 2020", day("2020-05-03")), report("b", "Friday", later)) != []
    assert findings(report("a", "3 June 2020", day("2020-06-03")), report("b", "Friday", later)) == []


def test_only_what_a_report_itself_tells_counts() -> None:
    first = report("a", "3 May 2020", day("2020-05-03"))
    assert findings(first, report("b", "4 May 2020", day("2020-05-04"), inherited=("time",))) == []
    inferred = Date("2020-05-04", "2020-05-04", "2020-05-04", "inferred", "")
    assert findings(first, report("b", "4 May", inferred)) == []


def test_one_page_does_not_differ_from_itself() -> None:
    assert findings(report("a", "3 May 2020", day("2020-05-03"))) == []
