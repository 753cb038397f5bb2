"""Undated pages: what bounds them, what must not, and that every date is well-formed, warranted and of one order."""

from __future__ import annotations

import datetime as dt
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages import Page, reading
from tests.resolve.test_times_story import Told, one
from twosource.export.edtf import bounds
from twosource.records import Copy, Date, DocumentDate, Note, Reading, Span, Witness
from twosource.resolve import copies
from twosource.resolve.page_sides import sides
from twosource.resolve.times import documents, times
from twosource.settings import ResolveSettings

OPEN = ""

# --- what one page tells ------------------------------------------------------------------------------------------

PAST = [
    ("The ferry sank on 3 May 2030.", "2030-05-03/.."),
    ("On 3 May 2030, the mayor of Sund said the pier will open next year.", "2030-05-03/.."),
    ("Olek agreed in writing on 3 May 2030.", "2030-05-03/.."),
    ("A vote was called on 3 May 2030.", "2030-05-03/.."),
    ("Olek had left Sund by 3 May 2030.", "2030-05-03/.."),
    ("Prices in Sund rose in June 2030.", "2030-06-01/.."),
    ("The pier has been shut since 1994.", "1994-01-01/.."),
    ("The pier was built in 1905.", "1905-01-01/.."),
    ("In 1905, the pier was built.", "1905-01-01/.."),
    ("The dam, built in 1905, was shut on 3 May 2030.", "2030-05-03/.."),
]
AHEAD = [
    ("The old mill will be sold by 1 March 2031. The mayor of Sund said so on Monday.", "../2031-03-01"),
    ("In 2031, the bridge will open.", "../2031-12-31"),
    ("The bridge will open in 2031, the mayor said. Work began in 2028.", "2028-01-01/2031-12-31"),
    ("The school is due to open on 4 September 2031.", "../2031-09-04"),
    ("The club plans to meet on 4 September 2031.", "../2031-09-04"),
    ("Olek won't return until 5 March 2033.", "../2033-03-05"),
    ("The mayor said that in May 2031 the bridge will open.", "../2031-05-31"),
    ("The fair is expected on 5 March 2033. It will cost more by 2040.", "../2033-03-05"),
]
NEITHER = [
    "The council planned to open the pier on 3 May 2019.",
    "The school was due to open on 4 September 2030.",
    "The minister said the school would open on 4 September 2030.",
    "The lease ran until 1 May 2029.",
    "The council signed a contract that ends on 30 June 2031.",
    "The club signed the keeper on a contract to June 2031.",
    "The company ordered twenty trains for delivery in June 2031.",
    "The council called a vote for 4 September 2030.",
    "The court adjourned the case until 4 September 2030.",
    "Tickets were sold for the concert on 4 September 2030.",
    "Olek was named as a candidate for mayor in 2031.",
    "The mayor will discuss the 3 May 2030 report.",
    "The president will unveil a plaque to the victims of the great flood in May 1974.",
    "The town marks the fiftieth anniversary of the flood of 3 May 1974.",
    "The company said the ferry sails on 4 September 2030.",
    "The film is set in May 1950.",
    "The will of 3 May 1950 is lost.",
    "As early as 1950, the minister vowed that the dam will be ready by 1 May 1960.",
    "The mayor will never match the budget of 2004.",
    "Olek will speak after 3 May 2031.",
]


@pytest.mark.parametrize(("text", "edtf"), PAST + AHEAD)
def test_a_bound_stands_in_the_words(text: str, edtf: str) -> None:
    date = one(text).page("Selm News")
    assert (date.edtf, date.known_by) == (edtf, "inferred")


@pytest.mark.parametrize("text", NEITHER)
def test_what_may_be_before_or_after_bounds_nothing(text: str) -> None:
    date = one(text).page("Selm News")
    assert date.earliest is None or date.earliest <= "1950-01-01"
    assert date.latest is None


def test_a_plan_that_is_past_gives_way() -> None:
    told = one("The pier will open by 1 May 2029. It burned down on 3 May 2030. It will be rebuilt by 1 June 2033.")
    assert told.page("Selm News").edtf == "2030-05-03/2033-06-01"


def test_a_plan_with_a_date_of_its_own_is_as_old_as_that() -> None:
    told = one("“We will win by 1 May 1960,” the general told the Sund assembly in 1955.")
    assert told.page("Selm News").latest is None


# --- weekdays -----------------------------------------------------------------------------------------------------


def test_a_bare_weekday_lies_behind_days_told_by_their_dates() -> None:
    story = [
        ("Bay Post", "2030-11-18", "The election in Karvia was held on 9 August 2030."),
        ("Selm News", None, "Karvia has been poor since the August election. Olek fled on September 16. "
         "He spoke on Friday."),
    ]  # fmt: skip
    told = Told(story)
    assert told.page("Selm News").edtf == "2030-09-20/.."
    friday = told("Selm News", "Friday")
    assert (friday.edtf, friday.weekday, friday.known_by) == ("2030-09-20/..", 5, "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "Olek spoke on Thursday. The mayor is seen in Sund on Thursday, 16 May 2030.",
        "Olek, who was seen in Sund on 16 May 2030, spoke on Thursday.",
    ],
)
def test_a_day_told_in_full_may_be_the_weekday_itself(text: str) -> None:
    """As captions have it: nothing says that a week has gone by."""
    told = one(text)
    assert (told.page("Selm News").earliest or "") <= "2030-05-16"
    assert (told("Selm News", "Thursday").earliest or "") <= "2030-05-16"


def test_a_weekday_to_come_may_lie_behind_the_last_day_of_the_page() -> None:
    told = Told([("Selm News", None, "Olek will speak in Sund on Friday.")], updated=Witness("2031-05-12", "text"))
    assert told.page("Selm News").edtf == "../2031-05-12"
    assert (told("Selm News", "Friday").latest or "9999") >= "2031-05-16"


def test_last_friday_may_lie_two_weeks_back() -> None:
    text = "The ferry sank on 14 May 2030. Olek was chosen last Friday."
    told = one(text)
    assert (told("Selm News", "last Friday").earliest or "") <= "2030-05-03"


# --- notes, updates, contradictions -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "caption",
    [
        "File photo: the pier on 3 May 1974.", "The pier on 3 May 1974 (file photo)", "The pier, 3 May 1974. Archive",
        "The pier in an archive picture of 3 May 1974.",
    ],
)  # fmt: skip
def test_a_photo_from_the_files_bounds_nothing(caption: str) -> None:
    told = Told([("Selm News", None, "The pier was shut in August.")], notes=(Note("caption", caption),))
    assert (told.page("Selm News").edtf, told("Selm News", "August").edtf) == (OPEN, "XXXX-08")


def test_an_old_photo_chooses_no_year() -> None:
    notes = (Note("caption", "The pier on 3 May 1974."),)
    told = Told(
        [("Selm News", None, "The pier was shut in August.")], notes=notes, updated=Witness("2021-05-12", "text")
    )
    assert told.page("Selm News").edtf == "1974-05-03/2021-05-12"
    assert told("Selm News", "August").edtf == "XXXX-08"


def test_an_update_before_what_the_page_tells_leaves_nothing_known() -> None:
    told = Told(
        [("Selm News", None, "The pier was shut on 13 May 2021. Olek spoke on Friday.")],
        updated=Witness("2021-05-12", "text"),
    )
    date = told.page("Selm News")
    assert (date.edtf, date.known_by) == (OPEN, "unknown")
    assert "states" in date.reason
    assert (told("Selm News", "Friday").edtf, told("Selm News", "Friday").weekday) == (OPEN, 5)
    assert told("Selm News", "13 May 2021").edtf == "2021-05-13"


def test_a_page_that_states_its_year_is_narrowed_by_its_text() -> None:
    text = "The pier was shut on 13 May 2021. It will open by 1 June 2021."
    assert one(text, "2021").page("Selm News").edtf == "2021-05-13/2021-06-01"
    assert one(text, "2019").page("Selm News").edtf == OPEN
    assert one("The pier will open by 1 June 1990.", "2019").page("Selm News").edtf == "2019-01-01/2019-12-31"


# --- the year of a bare month -------------------------------------------------------------------------------------


def test_a_bare_day_that_may_be_ahead_takes_no_year() -> None:
    """As past it would be of 2029, as a plan of 2030: "leaves" tells neither."""
    frame = "The dam was shut on 3 August 2029. {} It will be mended by 1 February 2030."
    told = one(frame.format("Olek leaves Sund on 3 March."))
    assert told.page("Selm News").edtf == "2029-08-03/2030-02-01"
    assert told("Selm News", "3 March").edtf == "XXXX-03-03"
    assert one(frame.format("Olek left Sund on 3 March."))("Selm News", "3 March").edtf == "2029-03-03"


def test_news_counts_a_bare_month_from_its_own_day_and_a_history_goes_on_in_its_year() -> None:
    text = "The bank failed in May 2027. In October, Olek fled."
    assert one(text)("Selm News", "October").edtf == "2027-10"
    assert one(text + " He spoke on Tuesday.")("Selm News", "October").edtf == "XXXX-10"


def test_what_counts_from_a_day_of_the_page_does_not_count_from_an_older_year() -> None:
    told = one("The bank failed on 3 May 2027.\n\nOlek fled on November 9. The next day, Varn fell.")
    assert told("Selm News", "The next day").edtf == OPEN
    told = one("The bank failed on 3 May 2027.\n\nOlek fled on Tuesday. The next day, Varn fell.")
    next_day = told("Selm News", "The next day")
    assert (next_day.weekday, next_day.latest) == (3, None)


# --- the rest of the story ----------------------------------------------------------------------------------------

BODY = (
    "The ferry of the old company sank near the northern harbour on 17 May, and divers searched the muddy water for "
    "several hours before they found the captain's logbook under a broken bench."
)


def test_a_sentence_of_a_dated_page_dates_the_same_sentence_elsewhere() -> None:
    """Whoever had it first: both tell of one 17 May, and both came after it."""
    told = Told([("Bay Post", "2030-05-21", BODY), ("Selm News", None, BODY + " Olek denied it on Monday.")])
    assert (told("Selm News", "17 May").edtf, told("Selm News", "17 May").known_by) == ("2030-05-17", "inferred")
    assert "Bay Post, of 2030-05-21" in told("Selm News", "17 May").reason
    assert (told.page("Selm News").earliest or "") >= "2030-05-17"
    assert told("Selm News", "Monday").latest is None


def test_pages_that_disagree_about_a_shared_sentence_date_nothing() -> None:
    story = [("Bay Post", "2030-05-21", BODY), ("Cove Post", "2027-05-21", BODY), ("Selm News", None, BODY)]
    told = Told(story)
    assert (told("Selm News", "17 May").edtf, told.page("Selm News").edtf) == ("XXXX-05-17", OPEN)


def test_a_passage_taken_over_is_no_repost() -> None:
    """A page that credits an outlet for a passage may be older than the outlet's page that has the passage again."""
    own = " ".join(f"The mayor of Sund told the council about matter number {n} of the harbour." for n in range(9))
    first, later = reading("Bay Post", "2030-05-21", BODY), reading("Selm News", None, f"{own} {BODY}")
    for text, edtf in ((later, "2030-05-17/.."), (reading("Selm News", None, BODY + " Ends."), "2030-05-21/..")):
        place = text.article.text.index(BODY)
        copy = Copy(Span(first.article.id, 0, len(BODY)), Span(text.article.id, place, place + len(BODY)), True, 30, "")
        written = {each.article: each.date for each in documents([first, text], [copy])}
        assert written[text.article.id].edtf == edtf


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ("Olek won the debate in Karvia on 14 May 2030.", "Olek won Tuesday's debate in Karvia."),
        ("The election in Karvia was held on 14 May 2030.", "Olek spoke of Tuesday's election in Karvia."),
        (
            "The election in Karvia was held on 14 May 2030. An election in Sundania was held on 7 May 2030.",
            "Olek won last Tuesday's election in Karvia.",
        ),
    ],
)
def test_what_recurs_or_may_be_to_come_takes_no_day(known: str, words: str) -> None:
    told = Told([("Bay Post", "2030-05-21", known), ("Selm News", None, words)])
    assert all(date.edtf == OPEN and date.weekday == 2 for date in told.all("Selm News").values())
    assert told.page("Selm News").edtf == OPEN


@pytest.mark.parametrize(
    "words",
    [
        "Olek stepped up his tours of Karvia ahead of the 9 August election.",
        "With Karvia's 9 August election looming, Olek fled.",
        "Olek lost ground in Karvia, whose 9 August election is the first in the north.",
        "Olek made gains in Karvia's election 9 August.",
    ],
)
def test_an_election_told_beside_a_past_need_not_be_past(words: str) -> None:
    held = ("Bay Post", "2030-11-18", "The election in Karvia was held on 9 August 2030.")
    assert Told([held, ("Selm News", None, words)]).page("Selm News").earliest is None


# --- invariants ---------------------------------------------------------------------------------------------------

_YEAR = r"(?:-?\d{4}|\d{3}X|\d\dXX)"
_FULL = r"(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_ONE = rf"(?:{_FULL}|(?:\d{{4}}|XXXX)-(?:0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])|XXXX-XX-(?:0[1-9]|[12]\d|3[01])|{_YEAR})"
EDTF = re.compile(rf"(?:{_ONE}|{_FULL}/(?:{_FULL}|\.\.)|\.\./{_FULL})?")
"""Strict: what ISO 8601-2 allows of what we write, and no more."""

WORDS = [text for text, _ in PAST + AHEAD] + NEITHER + [
    BODY, "Karvia has been poor since the August election.", "Olek spoke on Friday. The day after, he fled.",
    "The election in Karvia was held on 9 August 2030.", "In the first half of 2029, prices fell. A year earlier, too.",
    "Last week, Olek fled. He returns next Tuesday.", "In the summer of 2019, and in the 1990s, and in 490 BC.",
    "Olek fled on 05/06/2020. Two hours later, he was caught.", "In May 2027, the bank failed. In October, Varn fell.",
]  # fmt: skip
STATED = st.sampled_from([None, None, "2030-11-18", "2021", "2027-06", "not a date"])
UPDATED = st.sampled_from([None, None, "2031-01-01", "1999-05-05T10:00"])
SPOKEN = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
PAGES = st.lists(st.tuples(SPOKEN, STATED, UPDATED), min_size=1, max_size=4)


def _readings(pages: list[tuple[str, str | None, str | None]]) -> list[Reading]:
    made = []
    for number, (text, published, updated) in enumerate(pages):
        page: Page = (f"Paper {number}", published, text)
        given = {"updated": Witness(updated, "text")} if updated else {}
        made.append(_with(reading(*page), given))
    return made


def _with(page: Reading, given: dict[str, Witness]) -> Reading:
    from msgspec import structs

    return Reading(structs.replace(page.article, **given), page.annotations)


@given(PAGES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_every_date_is_well_formed_and_no_order_of_pages_matters(
    pages: list[tuple[str, str | None, str | None]], chance: random.Random
) -> None:
    story = _readings(pages)
    copied = copies(story, ResolveSettings())
    written = documents(story, copied)
    told = times(story, written, copied)
    shuffled = chance.sample(story, len(story))
    assert documents(shuffled, copied[::-1]) == written
    assert times(shuffled, written[::-1], copied[::-1]) == told
    for date in [each.date for each in written] + [each.date for each in told]:
        assert EDTF.fullmatch(date.edtf), date
        assert (date.earliest or "") <= (date.latest or "9999"), date
        assert date.reason
        assert date.known_by != "unknown" or not (date.earliest or date.latest), date
        if date.earliest and date.latest and "-4" not in date.edtf:
            assert bounds(date.edtf) == (date.earliest, date.latest), date


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_an_undated_page_gets_no_single_day(pages: list[tuple[str, str | None, str | None]]) -> None:
    """Nothing in these words tells the day of a page: one that states none has an interval, or nothing."""
    for page, document in zip(
        sorted(_readings(pages), key=lambda each: each.article.id), documents(_readings(pages), ()), strict=True
    ):
        published = page.article.published
        if published is None or len(published.value) < 10:
            assert document.date.earliest is None or document.date.earliest != document.date.latest


@given(st.dates(dt.date(2001, 1, 1), dt.date(2030, 1, 1)), st.integers(0, 800))
@settings(max_examples=80, deadline=None)
def test_a_later_page_tells_of_no_earlier_day(day: dt.date, gap: int) -> None:
    text = (
        "Olek spoke on Friday. He fled yesterday. He will return in May. He was chosen in August. Last week, Varn "
        "fell. Three years ago, the bank failed. He leaves on 3 March. He met Varn on November 9."
    )
    page = reading("Selm News", None, text)

    def told(on: dt.date) -> list[Date]:
        written = DocumentDate(page.article.id, Date(str(on), str(on), str(on), "stated", "a person says so"))
        return [each.date for each in times([page], [written])]

    for early, late in zip(told(day), told(day + dt.timedelta(days=gap)), strict=True):
        assert early.earliest
        assert late.earliest
        assert early.earliest <= late.earliest


@given(st.text(max_size=60), st.sampled_from(WORDS), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_text_raises_and_every_time_has_a_side(before: str, words: str, after: str) -> None:
    page = reading("Selm News", None, before + words + after)
    assert len(sides(page)) == len(page.annotations.times)
    times([page], documents([page], ()))
