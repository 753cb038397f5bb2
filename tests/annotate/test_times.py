"""Time expressions: what is read, which day is meant, and what can never happen."""

from __future__ import annotations

import datetime as dt
import time as clock
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from twosource.annotate.language import read
from twosource.annotate.times import times
from twosource.records import TimeExpression

DAY = "2021-03-17"
"""A Wednesday."""

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def found(text: str, published: str | None = DAY) -> list[tuple[str, str, str]]:
    """Words, type and value of every time in a text."""
    return [(text[t.start : t.end], t.type, t.value) for t in times(read(text), published)]


def only(text: str, published: str | None = DAY) -> TimeExpression:
    """The one time of a text."""
    (expression,) = times(read(text), published)
    return expression


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        # explicit, in the orders that news uses
        ("The dam opened on 9 August 2020.", "9 August 2020", "DATE", "2020-08-09"),
        ("The dam opened on August 9, 2020.", "August 9, 2020", "DATE", "2020-08-09"),
        ("The dam opened on Sunday, 9 August 2020.", "Sunday, 9 August 2020", "DATE", "2020-08-09"),
        ("The dam opened on the 9th of August, 2020.", "the 9th of August, 2020", "DATE", "2020-08-09"),
        ("The dam opened on 2020-08-09.", "2020-08-09", "DATE", "2020-08-09"),
        ("The dam opened on 25/12/2020.", "25/12/2020", "DATE", "2020-12-25"),
        ("The dam opened on 09.08.2020.", "09.08.2020", "DATE", "2020-08-09"),
        ("The dam opened in July 2019.", "July 2019", "DATE", "2019-07"),
        ("The dam opened in 1987.", "1987", "DATE", "1987"),
        ("The temple fell in 490 BC.", "490 BC", "DATE", "BC0490"),
        # parts of a year and longer
        ("Output fell in the third quarter of 2019.", "the third quarter of 2019", "DATE", "2019-Q3"),
        ("Output fell in Q3 2019.", "Q3 2019", "DATE", "2019-Q3"),
        ("It rained in the summer of 2019.", "the summer of 2019", "DATE", "2019-SU"),
        ("It began in the late 1990s.", "the late 1990s", "DATE", "199"),
        ("It echoes the town's 1930s quarrels.", "1930s", "DATE", "193"),
        ("It began in the nineteenth century.", "the nineteenth century", "DATE", "18"),
        ("The plan ran to the end of 2019.", "the end of 2019", "DATE", "2019"),
        ("He was born in nineteen ninety-six.", "nineteen ninety-six", "DATE", "1996"),
        # from the document's day
        ("The council met yesterday.", "yesterday", "DATE", "2021-03-16"),
        ("The council met the day before yesterday.", "the day before yesterday", "DATE", "2021-03-15"),
        ("The council will meet tomorrow.", "tomorrow", "DATE", "2021-03-18"),
        ("The council met last week.", "last week", "DATE", "2021-W10"),
        ("The council will meet next month.", "next month", "DATE", "2021-04"),
        ("The council met earlier this year.", "earlier this year", "DATE", "2021"),
        ("The council met three years ago.", "three years ago", "DATE", "2018"),
        ("The council met two months ago.", "two months ago", "DATE", "2021-01"),
        ("The council met ten days ago.", "ten days ago", "DATE", "2021-03-07"),
        ("The council met last night.", "last night", "TIME", "2021-03-16TNI"),
        ("The council met in June last year.", "June last year", "DATE", "2020-06"),
        ("The council met over the weekend.", "the weekend", "DATE", "2021-W10-WE"),
        ("The council met on Easter Monday 2019.", "Easter Monday 2019", "DATE", "2019-04-22"),
        ("The shops closed last Christmas.", "last Christmas", "DATE", "2020-12-25"),
        ("The dam opened last June 9.", "last June 9", "DATE", "2020-06-09"),
        ("The fair is held in the week of May 6.", "the week of May 6", "DATE", "2021-W18"),
        ("The reef was charted in the last half of the 1980s.", "the last half of the 1980s", "DATE", "198"),
        ("Costs rose in the latter half of 2019.", "the latter half of 2019", "DATE", "2019-H2"),
        (
            "It fell silent in the early morning hours of 5 May 2020.",
            "the early morning hours of 5 May 2020",
            "TIME",
            "2020-05-05TMO",
        ),
        ("The mill reported sales for the full year.", "the full year", "DATE", "2021"),
        ("Rainfall for the year was low.", "the year", "DATE", "2021"),
        ("Prices closed at the high of the week.", "the week", "DATE", "2021-W11"),
        ("Exports rose from the same period last year.", "the same period last year", "DATE", "2020"),
        ("The bridge was shut last fall in the gales.", "last fall", "DATE", "2020-FA"),
        # clock times
        ("The council met at 17:30 GMT on 5 May 2020.", "17:30 GMT on 5 May 2020", "TIME", "2020-05-05T17:30Z"),
        ("The council met at 5 p.m. on Monday.", "5 p.m. on Monday", "TIME", "2021-03-15T17:00"),
        ("The council met at noon on 5 May 2020.", "noon on 5 May 2020", "TIME", "2020-05-05T12:00"),
        ("The council met on Monday evening.", "Monday evening", "TIME", "2021-03-15TEV"),
        # lengths
        ("The talks lasted four hours.", "four hours", "DURATION", "PT4H"),
        ("His 26-year rule is over.", "26-year", "DURATION", "P26Y"),
        ("The talks lasted two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("The talks lasted several weeks.", "several weeks", "DURATION", "PXW"),
        ("The talks lasted at least 72 hours.", "at least 72 hours", "DURATION", "PT72H"),
        ("Prices fell in the past two months.", "the past two months", "DURATION", "P2M"),
        ("The talks lasted half an hour.", "half an hour", "DURATION", "PT30M"),
        ("The mill closed after several quarters of losses.", "several quarters", "DURATION", "PXQ"),
        ("It rained on the following days.", "the following days", "DURATION", "PXD"),
        ("Output fell in the four previous weeks.", "the four previous weeks", "DURATION", "P4W"),
        ("The day-long fair drew few.", "day-long", "DURATION", "P1D"),
        ("It was a months-long strike.", "months-long", "DURATION", "PXM"),
        # how often
        ("The ferry runs every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("The ferry runs on Fridays.", "Fridays", "SET", "XXXX-WXX-5"),
        ("The ferry runs daily.", "daily", "SET", "P1D"),
        ("The ferry runs every two weeks.", "every two weeks", "SET", "P2W"),
        ("The ferry runs each July.", "each July", "SET", "XXXX-07"),
        # no date at all
        ("The ferry is now late.", "now", "DATE", "PRESENT_REF"),
        ("The ferry was recently painted.", "recently", "DATE", "PAST_REF"),
        ("The bridge will one day be replaced.", "one day", "DATE", "FUTURE_REF"),
        ("The bridge was built in one day.", "one day", "DURATION", "P1D"),
        ("Fares may rise in the near term.", "the near term", "DATE", "FUTURE_REF"),
        ("The ferry is safe for the foreseeable future.", "the foreseeable future", "DATE", "FUTURE_REF"),
    ],
)
def test_reads(text: str, words: str, kind: str, value: str) -> None:
    assert found(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council met on Wednesday.", "2021-03-17"),
        ("The council met on Friday.", "2021-03-12"),
        ("The council will meet on Friday.", "2021-03-19"),
        ("The council plans to vote on Friday.", "2021-03-19"),
        ("The vote was postponed until Monday.", "2021-03-22"),
        ("The mayor said Monday that the bridge will be closed.", "2021-03-15"),
        ("The mayor resigned last Wednesday.", "2021-03-10"),
        ("The mayor will resign next Wednesday.", "2021-03-24"),
        ("The mayor resigned last Sunday.", "2021-03-14"),
        ("The mayor resigned in August.", "2020-08"),
        ("The loan is due in August.", "2021-08"),
        ("The mayor resigned on November 3.", "2020-11-03"),
        ("The mayor will resign on November 3.", "2021-11-03"),
        ("The mayor resigned on March 2.", "2021-03-02"),
        ("The offer had been due to expire on Friday.", "2021-03-12"),
        ("Two choirs came to mark the day on Friday.", "2021-03-12"),
        ("Lawyers looked for ways to get around Monday's ruling.", "2021-03-15"),
        ("The number of people killed by Monday's landslide rose to five.", "2021-03-15"),
        ("Sales could start as early as Friday.", "2021-03-19"),
        ("She will succeed Daniel P. Mora on February 1.", "2022-02-01"),
        ("The pier was shut on February 1, said Daniel P. Mora.", "2021-02-01"),
        ("A new mayor has been in office since October.", "2020-10"),
        ("Neither the mayor nor the clerk could be reached on Friday.", "2021-03-12"),
        ("The clerk could not be reached on Friday.", "2021-03-12"),
        ("The ferry could sail on Friday.", "2021-03-19"),
        ("Owners said they would look for ways to get around Monday's ruling.", "2021-03-15"),
        ("The club fears a loss when the case is heard in May.", "2021-05"),
        ("A concert planned for Tuesday was called off.", "2021-03-16"),
        ("A concert planned for Friday was called off.", "2021-03-19"),
        ("The ferry left as previously planned on Friday.", "2021-03-12"),
        ("On Friday, the club plans to hold a vote.", "2021-03-19"),
    ],
)
def test_tense_and_cues_send_it_back_or_forward(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Talks were held on 10 and 11 November 2020.", ["2020-11-10", "2020-11-11"]),
        ("Talks ran from 3 to 5 March 2020.", ["2020-03-03", "2020-03-05"]),
        ("The fair ran March 3-5, 2020.", ["2020-03-03", "2020-03-05"]),
        ("The drought of 1915-17 was long.", ["1915", "1917"]),
        ("The war of the two cities (264 to 241 BC) was long.", ["BC0264", "BC0241"]),
        ("The feud lasted from 99-93 BC.", ["BC0099", "BC0093"]),
        ("The feud (149 B.C to 146 B.C) was long.", ["BC0149", "BC0146"]),
        ("The drought lasted from AD 31 and no longer.", ["0031"]),
        ("The strike ran from July 29 to August 2, 1920.", ["1920-07-29", "1920-08-02"]),
        ("The strike ran from 15 November to 15 February 1989.", ["1988-11-15", "1989-02-15"]),
        ("The spring and summer of 1979 were dry.", ["1979-SP", "1979-SU"]),
        ("The port was shut (May-August 1950).", ["1950-05", "1950-08"]),
    ],
)
def test_a_range_is_one_expression_for_each_end(text: str, values: list[str]) -> None:
    assert [value for _, _, value in found(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "The boy is 12 years old.",
        "The bond pays $1.76 a year.",
        "The line adds 700 seats a week.",
        "Output grew by 20% annually.",
        "The Year of the Heron was read aloud.",
        "It was the 20th term of the council.",
        "A 12-year-old boy swam across the bay.",
        "You may go there.",
        "They march through the rain.",
        "Prices may fall.",
        "The loan is worth $1990.",
        "About 2000 people came.",
        "The loan is worth 1.26bn.",
        "It took the second place.",
        "Three quarters of them left.",
        "",
        "\n\n",
        "!!! ???",
        "Αύριο θα βρέξει",
    ],
)
def test_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unanchored", "direction"),
    [
        ("Roe rigged the August election.", "XXXX-08", "XXXX-08", -1),
        ("Roe will run in the August election.", "XXXX-08", "XXXX-08", 1),
        ("The council met on September 15.", "XXXX-09-15", "XXXX-09-15", -1),
        ("The council met on Friday.", "XXXX-WXX-5", "XXXX-WXX-5", -1),
        ("The council will meet on Friday.", "XXXX-WXX-5", "XXXX-WXX-5", 1),
        ("The council met in August.", "XXXX-08", "XXXX-08", -1),
        ("The council met yesterday.", "XXXX-XX-XX", "-1D", -1),
        ("The council met last year.", "XXXX", "-1Y", -1),
        ("The council met in June last year.", "XXXX-06", "-1Y:XXXX-06", -1),
        ("The council met last night.", "XXXX-XX-XXTNI", "-1DTNI", -1),
        ("The council met on 9 August 2020.", "2020-08-09", "2020-08-09", -1),
    ],
)
def test_without_a_publication_date_nothing_is_guessed(text: str, value: str, unanchored: str, direction: int) -> None:
    expression = only(text, None)
    assert (expression.value, expression.unanchored, expression.direction) == (value, unanchored, direction)


@pytest.mark.parametrize(
    ("text", "words", "event"),
    [
        ("Unrest began after the August presidential election.", "August", "election"),
        ("He was accused of rigging last Sunday's vote.", "last Sunday", "vote"),
        ("It began after the election of 9 August 2020.", "9 August 2020", "election"),
        ("She won the presidential election in August.", "August", "election"),
        ("It was his first trip since the win in the 9 August presidential polls.", "9 August", "polls"),
        ("He fled two days after the coup.", "two days", "coup"),
    ],
)
def test_a_time_told_by_an_event(text: str, words: str, event: str) -> None:
    expression = next(t for t in times(read(text), DAY) if t.event)
    assert expression.event is not None
    assert text[expression.start : expression.end] == words
    assert text[slice(*expression.event)] == event


def test_a_time_that_stands_with_no_event_has_none() -> None:
    assert only("The mayor spoke to reporters on Friday.").event is None


def test_a_clock_time_takes_the_day_behind_it() -> None:
    text = "The wall fell at 10:35 a.m. (0735 GMT) on Friday."
    assert found(text)[0] == ("10:35 a.m.", "TIME", "2021-03-12T10:35")


FORMATS = (
    "{d} {month} {y}", "{month} {d}, {y}", "{month} {d} {y}", "{d:02d} {month} {y}", "the {d}{th} of {month} {y}",
    "{month} {d}{th}, {y}", "{weekday}, {d} {month} {y}", "{weekday}, {month} {d}, {y}", "{y:04d}-{m:02d}-{d:02d}",
    "{d:02d}.{m:02d}.{y:04d}", "{short} {d}, {y}", "{weekday} {d} {month}, {y}",
)  # fmt: skip
SENTENCES = ("The bridge fell on {}.", "On {}, the bridge fell.", "“It fell ({}),” she said.", "Two ships met\n\n{}")


def written(day: dt.date, form: str) -> str:
    """A day in one of the formats."""
    th = "th" if 10 <= day.day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    month = MONTHS[day.month - 1]
    short = month if len(month) <= 4 else f"{month[:3]}."
    return form.format(
        d=day.day, m=day.month, y=day.year, month=month, short=short, th=th, weekday=WEEKDAYS[day.weekday()]
    )


@given(
    st.dates(dt.date(1800, 1, 1), dt.date(2150, 12, 31)),
    st.sampled_from(FORMATS),
    st.sampled_from(SENTENCES),
    st.one_of(st.none(), st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)).map(dt.date.isoformat)),
)
@settings(max_examples=250, deadline=None)
def test_any_date_in_any_supported_format_comes_back(
    day: dt.date, form: str, sentence: str, published: str | None
) -> None:
    words = written(day, form)
    text = sentence.format(words)
    expression = only(text, published)
    assert text[expression.start : expression.end] == words
    assert (expression.type, expression.value, expression.anchor) == ("DATE", day.isoformat(), "absolute")


RELATIVE = (
    "The council met yesterday.", "The council will meet tomorrow.", "The council met on Friday.",
    "The council will meet on Friday.", "The council met last Sunday.", "The council met in August.",
    "The council will meet in August.", "The council met on May 3.", "The council met last week.",
    "The council met three years ago.", "The council met two months ago.", "The council met this month.",
    "The council met last night.", "The council met in June last year.", "The shops closed last Easter.",
)  # fmt: skip


def order(value: str) -> tuple[int, ...]:
    """A value as something to compare: weeks by their Monday."""
    if "-W" in value:
        year, week = value.split("-W")
        return dt.date.fromisocalendar(int(year), int(week[:2]), 1).timetuple()[:3]
    return tuple(int(part) for part in value.split("T")[0].split("-"))


@given(
    st.sampled_from(RELATIVE),
    st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)),
    st.integers(min_value=0, max_value=800),
)
@settings(max_examples=200, deadline=None)
def test_a_later_page_never_means_an_earlier_day(text: str, day: dt.date, later: int) -> None:
    first = only(text, day.isoformat())
    second = only(text, (day + dt.timedelta(days=later)).isoformat())
    assert order(first.value) <= order(second.value)
    assert first.unanchored == second.unanchored


WORDS = st.sampled_from(
    "the a of in on last next this May 5 31 2020 99 Friday week weeks year quarter half first two hundred ago later "
    "earlier before after yesterday morning 17:30 p.m. BC - , . ' s \n\n until every past "
    "summer 1990s Easter & $ % last day every Ramadan weekend half to eve 2019/20 quarter Q3".split(" ")
)


@given(
    st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join)), st.sampled_from([None, DAY, "soon"])
)
@settings(max_examples=400, deadline=None)
def test_nothing_raises_and_every_span_is_the_text(text: str, published: str | None) -> None:
    end = 0
    for expression in times(read(text), published):
        assert end <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end].strip() == text[expression.start : expression.end]
        assert expression.value
        assert expression.unanchored
        end = expression.end


@given(
    st.sampled_from(["0001-01-01", "9999-12-31", "2020-02-30", "", "2020", "2020-13-01T99:99"]),
    st.sampled_from(RELATIVE),
)
def test_no_publication_date_is_too_strange(published: str, text: str) -> None:
    assert len(times(read(text), published)) == 1


@pytest.mark.parametrize("unit", ["1", "one ", "the ", "first of the ", "2020-", "'", "May ", "a week ago "])
def test_hostile_length_takes_bounded_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    plain = Doc(Vocab(), words=[text], spaces=[False])
    began = clock.process_time()
    times(plain, DAY)
    assert clock.process_time() - began < 10


def test_the_seeds_words_are_read(shared: Path) -> None:
    text = (shared / "seeds" / "004_df00862e278acaea.txt").read_text(encoding="utf-8")
    values = [t.value for t in times(read(text), "2021-11-19")]
    for value in ("2020-08-09", "2021-07", "2021-11-10", "2021-11-11", "2021-11-15", "2021-11-17"):
        assert value in values
