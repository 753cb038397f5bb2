"""Small stories: what one page dates another leans on, what a page's own words count from, and what is left open."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.pages import Page, reading
from twosource.records import Date, Note, Reading, Resolution, Span, Witness
from twosource.resolve import copies, resolve
from twosource.resolve.times import documents, times
from twosource.settings import ResolveSettings

HELD = ("Bay Post", "2020-11-18", "The presidential election in Karvia was held on 9 August 2020.")
BEGAN = ("Bay Post", "2020-11-18", "The revolution in Karvia began on 4 March 2011.")


class Told:
    """A story resolved: the date of each page and of each time, by outlet and words. `last` is of the last page."""

    def __init__(self, pages: Sequence[Page], **last: object) -> None:
        self.readings = [reading(*page) for page in pages]
        article = structs.replace(self.readings[-1].article, **last)
        self.readings[-1] = Reading(article, self.readings[-1].annotations)
        self.resolution: Resolution = resolve(self.readings)
        self._pages: dict[str, Reading] = {one.article.id: one for one in self.readings}

    def page(self, outlet: str) -> Date:
        """When a page was written."""
        return next(one.date for one in self.resolution.documents if self._outlet(one.article) == outlet)

    def __call__(self, outlet: str, words: str) -> Date:
        return self.all(outlet)[words]

    def all(self, outlet: str) -> dict[str, Date]:
        """Each time of a page; of the same words the last."""
        return {
            self._pages[one.span.article].article.text[one.span.start : one.span.end]: one.date
            for one in self.resolution.times
            if self._outlet(one.span.article) == outlet
        }

    def _outlet(self, article: str) -> str | None:
        return self._pages[article].article.outlet


def one(text: str, published: str | None = None) -> Told:
    """A story of one page."""
    return Told([("Selm News", published, text)])


# --- the running time ---------------------------------------------------------------------------------------------

BACKGROUND = (
    "Olek met the envoys in Karvia on Tuesday.\n\nThe port of Sund fell on 3 May 2024. The day after, the mayor fled. "
    "That year, prices doubled. The previous month, the bank had failed. A year earlier, the ferry had sunk.\n\n"
    "Three years ago, the port reopened. Olek spoke again on Wednesday."
)


@pytest.mark.parametrize("published", ["2031-04-10", None])
def test_background_is_counted_from_what_it_tells(published: str | None) -> None:
    told = one(BACKGROUND, published).all("Selm News")
    assert [told[words].edtf for words in ("The day after", "That year", "The previous month", "A year earlier")] == [
        "2024-05-04", "2024", "2024-04", "2023",
    ]  # fmt: skip
    assert {told[words].known_by for words in ("The day after", "That year")} == {"inferred"}


def test_the_news_is_counted_from_the_page() -> None:
    told = one(BACKGROUND, "2031-04-10").all("Selm News")
    assert [told[words].edtf for words in ("Tuesday", "Three years ago", "Wednesday")] == [
        "2031-04-08", "2028", "2031-04-09",
    ]  # fmt: skip


def test_earlier_on_a_day_is_that_day() -> None:
    told = one(
        "Olek resigned on Friday. Earlier on Friday, the court had met. The next day, he fled.", "2031-04-09"
    ).all("Selm News")
    assert [told[words].edtf for words in ("Friday", "Earlier on Friday", "The next day")] == [
        "2031-04-04", "2031-04-04", "2031-04-05",
    ]  # fmt: skip


def test_a_day_counted_from_a_week_is_no_day() -> None:
    """A week holds seven days: the day after is one of seven, too."""
    told = one("The dam broke on 3 May 2024. A week later, it was shut. The day after, it burned.", "2031-04-09")
    assert told("Selm News", "The day after").edtf == "2024-05-07/2024-05-13"


def test_months_and_years_are_counted_from_months() -> None:
    told = one("In March 2029, the dam broke. The month before, it had leaked. The next day, Sund was empty.")
    assert told("Selm News", "The month before").edtf == "2029-02"
    assert told("Selm News", "The next day").edtf == "2029-02-02/2029-04-01"  # of either month


def test_weekdays_are_carried_where_no_day_is_known() -> None:
    told = one("Olek resigned on Friday. The next day, he fled. He died two days later.").all("Selm News")
    assert [(told[words].edtf, told[words].weekday) for words in ("Friday", "The next day", "two days later")] == [
        ("", 5), ("", 6), ("", 1),
    ]  # fmt: skip


def test_hours_may_run_into_the_next_day() -> None:
    told = one("The dam broke on 3 May 2024. Two hours later, it was shut.")("Selm News", "Two hours later")
    assert told.edtf == "2024-05-03/2024-05-04"


def test_any_sunday_is_no_day() -> None:
    told = one("The fair is held on a Sunday.", "2020-11-18")("Selm News", "Sunday")
    assert (told.edtf, told.weekday, told.known_by) == ("", 7, "unknown")


# --- named times --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Karvia has seen unrest since the August election.", "August", "2020-08"),
        ("Olek lost the 9 August polls in Karvia.", "9 August", "2020-08-09"),
        ("Olek claimed victory in last Sunday's vote in Karvia.", "last Sunday", "2020-08-09"),
        ("Karvia has been quiet since the election.", "the election", "2020-08-09"),
        ("Karvia is poor.\n\nTwo days after the election, the shops closed.", "Two days", "2020-08-11"),
        ("Karvia is poor.\n\nThe shops have been closed since the August election.", "August", "2020-08"),
    ],
)
def test_an_event_that_another_page_dates(text: str, words: str, edtf: str) -> None:
    told = Told([HELD, ("Selm News", None, text)])
    date = told("Selm News", words)
    assert (date.edtf, date.known_by) == (edtf, "inferred")
    assert "Bay Post dates it: “9 August 2020”" in date.reason
    alone = one(text).all("Selm News")
    assert words not in alone or alone[words].known_by == "unknown"


def test_since_an_event_the_page_came_later() -> None:
    told = Told([BEGAN, ("Selm News", None, "Karvia has been poor since the revolution.")])
    assert told.page("Selm News").edtf == "2011-03-04/.."
    assert told.page("Selm News").reason == "it tells of “since the revolution” (Bay Post dates it: “4 March 2011”)"
    assert told("Selm News", "the revolution").edtf == "2011-03-04"


def test_a_sunday_that_another_page_dates_bounds_the_page() -> None:
    page = ("Selm News", None, "Karvia saw marches after last Sunday's vote. Olek fled on Tuesday.")
    told = Told([("Bay Post", "2020-08-12", "Olek claimed victory in Sunday's vote in Karvia."), page])
    assert told("Selm News", "last Sunday").edtf == "2020-08-09"
    assert told.page("Selm News").edtf == "2020-08-09/.."
    assert (told("Selm News", "Tuesday").earliest, told("Selm News", "Tuesday").weekday) == ("2020-08-04", 2)


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("The parliamentary election in Karvia was held on 9 August 2020.", "the presidential election"),
        ("The presidential election in Sundania was held on 9 August 2020.", "the election"),
        ("The presidential election in Karvia was cancelled.", "the election"),
        ("The election in Karvia was held on 9 August 2020. It had an election on 3 May 2015.", "the election"),
        ("The election in Karvia was held on 9 August 2020.", "the next election"),
        ("The talks in Karvia were held on 9 August 2020.", "the talks"),
        ("The election in Karvia was held on a Sunday.", "the election"),
    ],
)
def test_another_event_or_one_of_several_dates_nothing(known: str, text: str) -> None:
    told = Told([("Bay Post", "2020-11-18", known), ("Selm News", None, f"Karvia has been quiet since {text}.")])
    assert told.all("Selm News") == {}
    assert told.page("Selm News").edtf == ""


@pytest.mark.parametrize(
    "known",
    [
        "The election in Karvia was held on 8 August 2020.",
        "The election in Karvia was held in August 2020.",
        "The election in Karvia was held on 9 August 2020. An election in Karvia was held on 9 August 2015.",
    ],
)
def test_a_sunday_is_not_guessed(known: str) -> None:
    told = Told([("Bay Post", "2020-11-18", known), ("Selm News", None, "Karvia was quiet after last Sunday's vote.")])
    assert (told("Selm News", "last Sunday").edtf, told("Selm News", "last Sunday").weekday) == ("", 7)


def test_a_sunday_of_a_page_too_late_is_another() -> None:
    late = "Karvia was quiet after last Sunday's vote. A dam had broken on 3 May 2024."
    told = Told([HELD, ("Selm News", None, late)])
    assert told("Selm News", "last Sunday").edtf.endswith("/..")
    assert (told("Selm News", "last Sunday").earliest or "") > "2024-04"


# --- when a page was written --------------------------------------------------------------------------------------


def test_counting_on_in_a_story_announces_nothing() -> None:
    """ "Two years later" lies ahead of what was told before it; it is no upper bound of the page."""
    told = one("In March 2029, the dam broke. Two years later, it was rebuilt. By 1 May 2033, it will be higher.")
    assert told.page("Selm News").edtf == "2029-03-01/2033-05-01"


def test_a_month_takes_its_year_from_the_pages_other_dates() -> None:
    text = (
        "The dam was mended in September 2019.\n\nIt leaks, the mayor of Sund said. In August, it broke.\n\n"
        "The valley will be empty by 1 March 2020."
    )
    told = one(text)
    assert told.page("Selm News").edtf == "2019-09-01/2020-03-01"
    assert (told("Selm News", "August").edtf, told("Selm News", "August").known_by) == ("2019-08", "inferred")


def test_a_weekday_beside_a_day_settles_its_year() -> None:
    text = (
        "The dam was finished in July 2018. The mayor resigned on {}, 18 September. It will be empty by 1 March 2021."
    )
    assert one(text.format("Friday"))("Selm News", "Friday, 18 September").edtf == "2020-09-18"
    assert one(text.format("Wednesday"))("Selm News", "Wednesday, 18 September").edtf == "2019-09-18"
    unknown = one("The mayor resigned on Friday, 18 September.")("Selm News", "Friday, 18 September")
    assert (unknown.edtf, unknown.weekday) == ("XXXX-09-18", 5)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The ferry sank on Friday, 05/06/2020.", "Friday, 05/06/2020", "2020-06-05"),
        ("The ferry sank on Wednesday, 05/06/2020.", "Wednesday, 05/06/2020", "2020-05-06"),
        ("The ferry sank on 05/06/2020. It was raised on 13/06/2020.", "05/06/2020", "2020-06-05"),
        ("The ferry sank on 05/06/2020. It was raised on 06/13/2020.", "05/06/2020", "2020-05-06"),
        ("The ferry sank on 05/06/2020.", "05/06/2020", "2020-05-06/2020-06-05"),
    ],
)
def test_figures_that_leave_day_and_month_open(text: str, words: str, edtf: str) -> None:
    assert one(text)("Selm News", words).edtf == edtf


def test_figures_told_as_past_lie_before_the_page() -> None:
    told = one("The ferry sank on 05/06/2020.", "2020-05-20")("Selm News", "05/06/2020")
    assert (told.edtf, told.known_by) == ("2020-05-06", "inferred")


@pytest.mark.parametrize(
    ("caption", "edtf"),
    [
        ("The pier in February 2020.", "2020-02-01/.."),
        ("The pier on Friday, 7 February 2020, when it opened.", "2020-02-07/.."),
        ("The pier, due to open on 3 June 2030.", ""),
        ("The pier in 1905, in a photo of March 3, 2020.", "2020-03-03/.."),
    ],
)
def test_a_caption_tells_of_what_was(caption: str, edtf: str) -> None:
    page = ("Selm News", None, "The pier was shut.")
    assert Told([page], notes=(Note("caption", caption),)).page("Selm News").edtf == edtf


def test_an_update_bounds_the_page_and_its_weekdays() -> None:
    told = Told([("Selm News", None, "The pier was shut on Monday.")], updated=Witness("2021-05-12T10:40", "text"))
    assert told.page("Selm News").edtf == "../2021-05-12"
    monday = told("Selm News", "Monday")
    assert (monday.edtf, monday.weekday) == ("../2021-05-12", 1)


# --- copies -------------------------------------------------------------------------------------------------------

PASSAGE = (
    "The ferry of the old company sank on Friday near the northern harbour, and divers searched the muddy water for "
    "several hours before they found the captain's logbook under a broken bench."
)


def test_a_copied_passage_keeps_the_days_of_the_page_that_had_it_first() -> None:
    told = Told([
        ("Bay Post", "2031-04-09", PASSAGE),
        ("Selm News", "2031-05-21", PASSAGE + " On Monday, Olek denied it."),
    ])  # fmt: skip
    assert told("Bay Post", "Friday").edtf == told("Selm News", "Friday").edtf == "2031-04-04"
    assert told("Selm News", "Friday").reason.startswith("the passage was copied")
    assert told("Selm News", "Monday").edtf == "2031-05-19"


def test_an_undated_page_leans_on_the_page_that_it_copies() -> None:
    told = Told([
        ("Bay Post", "2031-04-09", PASSAGE),
        ("Selm News", None, PASSAGE + " Olek denied it on Monday."),
    ])  # fmt: skip
    assert not any(copy.known_first for copy in told.resolution.copies)
    assert (told.page("Selm News").edtf, told("Selm News", "Friday").edtf) == ("", "")


def test_a_copied_friday_is_not_of_the_last_week_of_the_page() -> None:
    """The page told 12 May, and a Friday of April in a passage of another page: nothing says that a Friday passed."""
    told = Told([
        ("Bay Post", "2031-04-09", PASSAGE),
        ("Selm News", None, PASSAGE + " The mayor denied it on 12 May 2031. Source: Bay Post"),
    ], credit="Bay Post")  # fmt: skip
    assert any(copy.known_first for copy in told.resolution.copies)
    assert told("Selm News", "Friday").edtf == "2031-04-04"
    assert told.page("Selm News").edtf == "2031-05-12/.."


# --- nothing that was known is lost -------------------------------------------------------------------------------

TEXTS = (
    HELD[2], BEGAN[2], PASSAGE, "Karvia has been quiet since the election.", "Olek lost the 9 August polls in Karvia.",
    "Olek won last Sunday's vote in Karvia.", "The election in Karvia was held on 9 August 2015.", "",
    "The ferry sank on Friday, 05/06/2020. The day after, it was raised.", "Olek will meet Varn on 3 May.",
    "The coup in Karvia took place on 5 June 2018. Two days after the coup, Olek fled.",
)  # fmt: skip
PAGES = st.tuples(st.sampled_from(TEXTS), st.sampled_from([None, "2020-11-18", "2016-02-03"]))


@given(st.lists(PAGES, max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_pages_changes_nothing(pages: list[tuple[str, str | None]], chance: random.Random) -> None:
    readings = [reading(f"Paper {number}", day, text) for number, (text, day) in enumerate(pages)]
    copied = copies(readings, ResolveSettings())
    shuffled = chance.sample(readings, len(readings))
    written = documents(readings, copied)
    told = times(readings, written, copied)
    assert documents(shuffled, copied[::-1]) == written
    assert times(shuffled, written[::-1], copied[::-1]) == told
    for time in told:
        assert (time.date.earliest or "") <= (time.date.latest or "9999")
        assert time.date.reason


@given(st.lists(PAGES, max_size=4), PAGES)
@settings(max_examples=60, deadline=None)
def test_adding_a_page_changes_no_stated_date(
    pages: list[tuple[str, str | None]], more: tuple[str, str | None]
) -> None:
    def dates(each: Sequence[tuple[str, str | None]]) -> dict[str | Span, Date]:
        readings = [reading(f"Paper {number}", day, text) for number, (text, day) in enumerate(each)]
        written = documents(readings, ())
        found: dict[str | Span, Date] = {one.article: one.date for one in written}
        return found | {one.span: one.date for one in times(readings, written)}

    before, after = dates(pages), dates([*pages, more])
    for place, date in before.items():
        if date.known_by in {"stated", "relative"}:
            assert after[place] == date
