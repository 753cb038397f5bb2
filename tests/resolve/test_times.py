"""The date of pages and of what they tell: bounded by everything the story allows, and never guessed."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.language import read
from twosource.annotate.times import times as annotate_times
from twosource.records import (
    Annotations,
    Article,
    Copy,
    Date,
    Dateline,
    DocumentDate,
    Mention,
    Note,
    Reading,
    Span,
    Witness,
)
from twosource.resolve.times import documents, times

ELECTION = "The opposition of Karvia rejected the result of the presidential election of 9 August 2020."
UNDATED = (
    "President Olek spoke to reporters on Friday. Karvia has seen unrest since the August presidential election. "
    "The Union announced on September 15 that it did not recognise the result."
)


def page(
    name: str,
    text: str,
    published: str | None = None,
    dateline: str | None = None,
    notes: tuple[Note, ...] = (),
    updated: str | None = None,
) -> Reading:
    """A page as annotated, with the names of the made-up country and its people."""
    article = Article(
        id=name, source_file=f"{name}.txt", title=None, outlet=name.title(), authors=(),
        published=Witness(published, "meta") if published else None,
        updated=Witness(updated, "meta") if updated else None, dates=(),
        dateline=Dateline("Karv", dateline) if dateline else None, credit=None, language="en", url=None, text=text,
        paragraphs=((0, len(text)),), comments=(), notes=notes,
    )  # fmt: skip
    doc = read(text)
    mentions = tuple(
        Mention(found.start(), found.end(), "LOC", found[0]) for found in re.finditer(r"Karvia|Olek|Sund|Varn", text)
    )
    sentences = tuple((sentence.start_char, sentence.end_char) for sentence in doc.sents)
    annotations = Annotations(name, sentences, mentions, annotate_times(doc, published), (), (), ())
    return Reading(article, annotations)


def dates(readings: Sequence[Reading], copies: Sequence[Copy] = ()) -> dict[str, Date]:
    """The date of every page."""
    return {document.article: document.date for document in documents(readings, copies)}


def resolved(readings: Sequence[Reading], copies: Sequence[Copy] = ()) -> dict[tuple[str, str], Date]:
    """The date of every time, by page and words."""
    texts = {reading.article.id: reading.article.text for reading in readings}
    return {
        (time.span.article, texts[time.span.article][time.span.start : time.span.end]): time.date
        for time in times(readings, documents(readings, copies))
    }


def test_a_stated_date_is_the_date() -> None:
    date = dates([page("a", UNDATED, "2020-10-02T12:00:00")])["a"]
    assert (date.edtf, date.known_by) == ("2020-10-02", "stated")
    assert "meta" in date.reason


def test_an_undated_page_is_bounded_by_what_another_page_dates() -> None:
    story = [page("known", ELECTION, "2020-11-18"), page("open", UNDATED)]
    date = dates(story)["open"]
    assert (date.edtf, date.earliest, date.latest, date.known_by) == ("2020-09-18/..", "2020-09-18", None, "inferred")
    told = resolved(story)
    assert (told["open", "September 15"].edtf, told["open", "September 15"].known_by) == ("2020-09-15", "inferred")
    assert (told["open", "August"].edtf, told["open", "August"].known_by) == ("2020-08", "inferred")
    assert "9 August 2020" in told["open", "August"].reason
    friday = told["open", "Friday"]
    assert (friday.edtf, friday.earliest, friday.latest, friday.weekday) == ("2020-09-18/..", "2020-09-18", None, 5)
    assert friday.known_by == "inferred"


def test_without_the_other_page_nothing_is_guessed() -> None:
    told = resolved([page("open", UNDATED)])
    assert dates([page("open", UNDATED)])["open"].edtf == ""
    assert (told["open", "September 15"].edtf, told["open", "September 15"].earliest) == ("XXXX-09-15", None)
    assert (told["open", "Friday"].edtf, told["open", "Friday"].weekday) == ("", 5)
    assert {date.known_by for date in told.values()} == {"unknown"}


@pytest.mark.parametrize(
    "other",
    [
        "The opposition of Sundania rejected the result of the presidential election of 9 August 2020.",
        "Karvia held a song festival on 9 August 2020.",
        "The opposition of Karvia rejected the result of the presidential election of 9 May 2020.",
    ],
)
def test_another_event_dates_nothing(other: str) -> None:
    assert resolved([page("known", other, "2020-11-18"), page("open", UNDATED)])["open", "August"].edtf == "XXXX-08"


def test_pages_that_disagree_on_the_year_date_nothing() -> None:
    story = [
        page("a", ELECTION, "2020-11-18"),
        page("b", ELECTION.replace("2020", "2015"), "2020-11-18"),
        page("open", UNDATED),
    ]
    assert resolved(story)["open", "August"].edtf == "XXXX-08"


def test_past_dates_bound_from_below_and_announced_ones_from_above() -> None:
    date = dates([page("a", "The bridge opened on 3 May 2019. The ferry will stop on 1 June 2019.")])["a"]
    assert (date.edtf, date.known_by) == ("2019-05-03/2019-06-01", "inferred")
    assert "3 May 2019" in date.reason
    assert "1 June 2019" in date.reason


def test_a_caption_bounds_from_below_and_a_correction_from_above() -> None:
    notes = (
        Note("caption", "The pier, in a photo of February 7, 2020"),
        Note("correction", "A name was wrong.", "2020-03-01"),
    )
    assert dates([page("a", "The pier was shut.", notes=notes)])["a"].edtf == "2020-02-07/2020-03-01"


def test_a_dateline_takes_the_year_that_fits() -> None:
    story = "Olek fled. In July 2021, the talks ended. The envoy will return by 30 May 2022."
    date = dates([page("a", story, dateline="XXXX-11-18")])["a"]
    assert (date.edtf, date.known_by) == ("2021-11-18", "inferred")
    assert dates([page("a", "Olek fled.", dateline="XXXX-11-18")])["a"].edtf == ""
    assert dates([page("a", "Olek fled.", dateline="2021-11-18")])["a"].edtf == "2021-11-18"


def test_a_copy_of_a_dated_page_came_later() -> None:
    passage = "The harbour was closed after the storm and no ferry left."
    story = [page("first", passage, "2020-03-01"), page("later", passage)]
    copy = Copy(Span("first", 0, len(passage)), Span("later", 0, len(passage)), True, 11, "first is dated")
    assert dates(story, [copy])["later"].edtf == "2020-03-01/.."
    unknown = Copy(copy.first, copy.later, False, 11, "nothing tells")
    assert dates(story, [unknown])["later"].edtf == ""


def test_a_dated_page_resolves_its_own_words() -> None:
    told = resolved([page("a", "Olek spoke on Friday. In May, he fled. He was born on 3 June 1961.", "2020-10-04")])
    assert (told["a", "Friday"].edtf, told["a", "Friday"].known_by) == ("2020-10-02", "relative")
    assert (told["a", "May"].edtf, told["a", "May"].latest) == ("2020-05", "2020-05-31")
    assert (told["a", "3 June 1961"].edtf, told["a", "3 June 1961"].known_by) == ("1961-06-03", "stated")


def test_a_person_who_dates_a_page_dates_its_words() -> None:
    reading = page("a", "Olek spoke on Friday. He fled yesterday. He will return in May.")
    given_date = Date("2020-10-04", "2020-10-04", "2020-10-04", "stated", "a person says so")
    told = times([reading], [DocumentDate("a", given_date)])
    assert [time.date.edtf for time in told] == ["2020-10-02", "2020-10-03", "2021-05"]


def test_lengths_and_repetitions_have_no_date() -> None:
    assert times([page("a", "The ferry ran daily for three years.", "2020-10-04")], ()) == ()


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("in the summer of 2019", "2019-22"), ("in the third quarter of 2019", "2019-35"), ("in the 1990s", "199X"),
        ("in 490 BC", "-0489"), ("in the 19th century", "18XX"), ("in July 2019", "2019-07"), ("in 2019", "2019"),
        ("last week", "2020-09-21/2020-09-27"), ("over the weekend", "2020-10-03/2020-10-04"),
    ],
)  # fmt: skip
def test_edtf(words: str, edtf: str) -> None:
    (told,) = times(
        [page("a", f"The pier was shut {words}.", "2020-10-04")], documents([page("a", "", "2020-10-04")], ())
    )
    assert told.date.edtf == edtf


TEXTS = (
    ELECTION, UNDATED, "Olek fled Karvia on 3 May 2020.", "Karvia will vote on 5 June 2022.", "",
    "On Monday, Olek fled.", "The August election in Karvia was held on 9 August.",
    "Olek met the envoy on October 3 and on Tuesday.",
    "In July 2021, Olek left. The day before, Varn fell. He returns in December.",
)  # fmt: skip


@given(
    st.lists(
        st.tuples(st.sampled_from(TEXTS), st.sampled_from([None, "2020-11-18", "2021-02-03", "2021"])), max_size=6
    ),
    st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_the_order_of_pages_changes_nothing(pages: list[tuple[str, str | None]], chance: random.Random) -> None:
    story = [page(f"p{number}", text, published) for number, (text, published) in enumerate(pages)]
    shuffled = list(story)
    chance.shuffle(shuffled)
    assert documents(story, ()) == documents(shuffled, ())
    known = documents(story, ())
    assert times(story, known) == times(shuffled, tuple(reversed(known)))
    for time in times(story, known):
        low, high = time.date.earliest, time.date.latest
        assert low is None or high is None or low <= high
    count = sum(time.type in {"DATE", "TIME"} for reading in story for time in reading.annotations.times)
    assert len(times(story, known)) == count


@given(st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)))
@settings(max_examples=60, deadline=None)
def test_an_undated_page_is_never_given_a_day_that_is_wrong(day: dt.date) -> None:
    """Told from a page of `day` without its date, what is resolved holds the truth, or is left open."""
    told = (day - dt.timedelta(days=40)).strftime("%B ") + str((day - dt.timedelta(days=40)).day)
    text = f"Olek fled on {told}. He was seen in Sund in {day.year - 3}. He spoke on {day.strftime('%A')}."
    story = [page("open", text)]
    date = dates(story)["open"]
    assert (date.earliest or "") <= day.isoformat()
    assert date.latest is None or day.isoformat() <= date.latest
    weekday = resolved(story)["open", day.strftime("%A")]
    assert (weekday.earliest or "") <= day.isoformat() <= (weekday.latest or "9999")
    assert weekday.weekday == day.isoweekday()


def test_the_undated_seeds(shared: Path) -> None:
    """The user's two undated pages, their bodies cut out by hand: no guessed day, and the year from the dated page."""
    texts = {path.stem[:3]: path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt"))}
    cut = {
        "000": texts["000"].split("Sochi. (By AFP)")[1].split("Press TV’s website")[0].strip(),
        "003": texts["003"].split("opp. leader", 1)[1].split("Source: PRESSTV")[0].strip(),
        "004": texts["004"].split("Primepress\n", 1)[1].strip(),
    }
    story = [page(name, text, "2021-11-19" if name == "004" else None) for name, text in cut.items()]
    story = [named(reading, ("Belarus", "Lukashenko")) for reading in story]
    told = resolved(story)
    for name, weekday, number in (("000", "Friday", 5), ("003", "Tuesday", 2)):
        assert told[name, "September 15"].edtf == "2020-09-15"
        assert told[name, weekday].weekday == number
        assert told[name, weekday].latest is None
        assert told[name, weekday].edtf.endswith("/..")
        assert (told[name, weekday].earliest or "") > "2020-09-15"
    assert told["004", "15 November"].edtf == "2021-11-15"


def named(reading: Reading, names: tuple[str, ...]) -> Reading:
    """The reading with these words as its names."""
    old = reading.annotations
    mentions = tuple(
        Mention(found.start(), found.end(), "LOC", found[0])
        for found in re.finditer("|".join(names), reading.article.text)
    )
    return Reading(reading.article, Annotations(old.article, old.sentences, mentions, old.times, (), (), ()))
