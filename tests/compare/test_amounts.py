"""Figures of one event compared: agreement, difference, currencies, voices on one page, tolls."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.story import Page, one_event, readings, resolution
from twosource.compare.amounts import amount_findings, short
from twosource.compare.currency import rate, why_no_rate
from twosource.compare.figures import fate, half_step
from twosource.compare.rival_figures import rival_figures
from twosource.compare.tolls import toll_findings
from twosource.records import Amount, Finding
from twosource.settings import CompareSettings

SETTINGS = CompareSettings()


def loan(name: str, words: str, value: float, unit: str, published: str | None = None) -> Page:
    text = f"Upper Varn promised Toria a loan of {words} on Monday. The money is for dams."
    page = Page(text, name, published)
    page.amount(words, "money", value, unit, of="a loan")
    return page.event("promised", "promise", text.split(".  ")[0][: text.index(". The")], object_="loan")


def compared(pages: list[Page], date: str | None = "2020-09-14") -> tuple[Finding, ...]:
    event = one_event(pages, date)
    return amount_findings(event, readings(pages), resolution(pages, [event]), SETTINGS)


def test_two_currencies_agree_at_the_rate_of_the_day() -> None:
    pages = [
        loan("a", "$1.5 billion", 1.5e9, "USD"),
        loan("b", "€1.26bn", 1.26e9, "EUR"),
        loan("c", "$1.5bn", 1.5e9, "USD"),
    ]
    (finding,) = compared(pages)
    assert finding.kind == "agreement"
    assert finding.reason == (
        "EUR 1.26bn = USD 1.496bn at the European Central Bank's rate of 2020-09-14 (1 EUR = 1.1876 USD); "
        "both figures as written"
    )
    assert {side.value for side in finding.sides} == {"$1.5 billion", "€1.26bn", "$1.5bn"}


def test_without_the_events_day_the_first_dated_report_gives_it() -> None:
    pages = [loan("a", "$1.5 billion", 1.5e9, "USD"), loan("b", "€1.26bn", 1.26e9, "EUR", "2020-09-13")]
    (finding,) = compared(pages, None)
    assert "rate of 2020-09-11" in finding.reason  # the 13th was a Sunday
    assert "the day of the first dated report" in finding.reason


def test_two_currencies_can_differ() -> None:
    (finding,) = compared([loan("a", "$1.5 billion", 1.5e9, "USD"), loan("b", "€2.1bn", 2.1e9, "EUR")])
    assert finding.kind == "difference"


def test_a_currency_no_longer_quoted_is_not_compared_and_says_so() -> None:
    pages = [loan("a", "$1.5 billion", 1.5e9, "USD"), loan("b", "90bn roubles", 9e10, "RUB")]
    (finding,) = compared(pages, "2022-06-10")
    assert "last rate for RUB is of 2022-03-01" in finding.reason
    assert "not compared" in finding.reason
    assert finding.reason.endswith("both figures as written")


def test_the_rate_is_of_the_events_day_not_of_the_reports() -> None:
    pages = [
        loan("a", "$1.5 billion", 1.5e9, "USD", "2021-03-10"),
        loan("b", "€1.26bn", 1.26e9, "EUR", "2021-03-11"),
    ]
    (finding,) = compared(pages, "2020-09-14")
    assert "rate of 2020-09-14 (1 USD = 0.84203 EUR)" in finding.reason
    assert "first dated report" not in finding.reason


def test_a_rate_between_two_other_currencies_says_that_it_goes_through_the_euro() -> None:
    pages = [loan("a", "$1.5 billion", 1.5e9, "USD"), loan("b", "¥159bn", 1.59e11, "JPY")]
    (finding,) = compared(pages)
    assert finding.kind == "agreement"
    assert "USD, through the euro)" in finding.reason or "JPY, through the euro)" in finding.reason


def test_a_range_is_converted_at_both_ends() -> None:
    range_ = "between €1.2bn and €1.3bn"
    text = f"Upper Varn promised Toria a loan of {range_} on Monday. The money is for dams."
    page = Page(text, "b")
    page.amounts.append(Amount(*page.at(range_), "money", 1.2e9, "EUR", 1.3e9, None, page.at("a loan")))
    page.event("promised", "promise", text[: text.index(". The")], object_="loan")
    two_more = [loan("a", "$1.5 billion", 1.5e9, "USD"), loan("c", "$1.5bn", 1.5e9, "USD")]
    (finding,) = compared([*two_more, page])
    assert finding.kind == "agreement"
    assert "EUR 1.2bn to 1.3bn = USD 1.425bn to 1.544bn at the European Central Bank's rate" in finding.reason


@pytest.mark.parametrize(
    ("unit", "date", "why"),
    [
        ("EUR", "1998-12-31", "first rate for USD is of 1999-01-04"),
        ("TRY", "2003-05-02", "first rate for TRY is of 2005-01-03"),
        ("KES", "2020-09-14", "quotes no rate for KES"),
        ("peso", "2020-09-14", '"peso" is the money of several countries'),
        ("EUR", "2199-01-01", "rates at hand ends on 20"),
    ],
)
def test_no_rate_is_said_plainly(unit: str, date: str, why: str) -> None:
    pages = [loan("a", "$1.5 billion", 1.5e9, "USD"), loan("b", "70 units", 7e9, unit)]
    (finding,) = compared(pages, date)
    assert why in finding.reason
    assert finding.reason.startswith("figures in different currencies, not compared: ")
    assert {side.value for side in finding.sides} == {"$1.5 billion", "70 units"}


def test_rounding_as_written_agrees() -> None:
    (finding,) = compared([loan("a", "$1.5 billion", 1.5e9, "USD"), loan("b", "$1.53 billion", 1.53e9, "USD")])
    assert finding.kind == "agreement"
    (finding,) = compared([loan("a", "$1.5 billion", 1.5e9, "USD"), loan("b", "$1.7 billion", 1.7e9, "USD")])
    assert finding.kind == "difference"


def test_one_article_makes_no_finding() -> None:
    assert compared([loan("a", "$1.5 billion", 1.5e9, "USD")]) == ()


def test_the_order_of_pages_makes_no_difference() -> None:
    pages = [
        loan("a", "$1.5 billion", 1.5e9, "USD"),
        loan("b", "€1.26bn", 1.26e9, "EUR"),
        loan("c", "£9bn", 9e9, "GBP"),
    ]
    assert len({compared(list(order)) for order in permutations(pages)}) == 1


def test_every_side_has_its_receipt() -> None:
    pages = [loan("a", "$1.5 billion", 1.5e9, "USD"), loan("b", "€1.26bn", 1.26e9, "EUR")]
    texts = {page.id: page.text for page in pages}
    (finding,) = compared(pages)
    for side in finding.sides:
        assert texts[side.article][side.start : side.end] == side.quote
        assert side.value in side.quote


def blast(name: str, words: str, value: float, published: str | None, noun: str = "people") -> Page:
    text = f"The explosion at the Karsk mill killed {words} {noun}. The mill is shut."
    page = Page(text, name, published)
    page.amount(f"{words} {noun}", "count", value, noun.removesuffix("s"))
    page.names_of("mill", "Karsk")
    return page.event("killed", "kill", text[: text.index(". The mill")], "DEATH")


def tolls(pages: list[Page]) -> tuple[Finding, ...]:
    return toll_findings(readings(pages), resolution(pages, [one_event(pages, None)]), SETTINGS)


def test_a_toll_that_only_grows_is_a_revision() -> None:
    (finding,) = tolls([blast("a", "three", 3, "2020-08-17"), blast("b", "two", 2, "2020-08-15", "workers")])
    assert finding.kind == "revision"
    assert finding.reason.endswith("two workers on 2020-08-15, three people on 2020-08-17")
    assert finding.event == "event"


@pytest.mark.parametrize("days", [("2020-08-15", "2020-08-15"), ("2020-08-17", "2020-08-15"), (None, "2020-08-17")])
def test_a_toll_that_does_not_grow_with_the_days_differs(days: tuple[str | None, str | None]) -> None:
    (finding,) = tolls([blast("a", "twenty", 20, days[0]), blast("b", "40", 40, days[1])])
    assert finding.kind == "difference"


def test_a_toll_of_another_season_is_another_toll() -> None:
    assert tolls([blast("a", "two", 2, "2020-02-15"), blast("b", "four", 4, "2020-08-17")]) == ()


def rivals(first: str, second: str) -> Page:
    page = Page(f"{first} {second}", "rivals")
    page.says("The union", "said", "4,500 workers had stayed away", who="union")
    page.amount("4,500 workers", "count", 4500, "worker")
    return page


def test_two_voices_on_one_page_differ() -> None:
    page = rivals("The union said 4,500 workers had stayed away.", "Bosk Steel put the number of absentees at 1,900.")
    page.amount("1,900", "count", 1900, "absentee", of="absentees").names_of("firm", "Bosk Steel")
    (finding,) = rival_figures(readings([page]), resolution([page]), SETTINGS)
    assert finding.kind == "difference"
    assert {side.attributed_to for side in finding.sides} == {"union", "firm"}


def test_one_voice_with_two_figures_does_not_differ_from_itself() -> None:
    page = rivals("The union said 4,500 workers had stayed away.", "It said that 1,900 workers were ill.")
    page.says("It", "said", "1,900 workers were ill", who="union").amount("1,900 workers", "count", 1900, "worker")
    assert rival_figures(readings([page]), resolution([page]), SETTINGS) == ()


@pytest.mark.parametrize(
    ("words", "value", "half"),
    [
        ("1.5 billion dollars", 1.5e9, 5e7),
        ("€1.26bn", 1.26e9, 5e6),
        ("40", 40, 0),
        ("2,000", 2000, 200),
        ("80.1%", 80.1, 0.05),
        ("1,024", 1024, 0),
    ],
)
def test_half_of_the_last_place(words: str, value: float, half: float) -> None:
    assert half_step(words, value) == pytest.approx(half)


@given(st.text(max_size=20), st.floats(-1e15, 1e15))
def test_rounding_is_never_wide_and_never_fails(words: str, value: float) -> None:
    assert 0 <= half_step(words, value) <= 0.1 * abs(value) + 1e-9


def test_the_rate_of_a_holiday_is_the_last_before() -> None:
    found = rate("EUR", "USD", "2020-09-13")
    assert found is not None
    assert (found.day, found.rate) == ("2020-09-11", 1.1854)
    assert rate("BYN", "USD", "2020-09-14") is None
    assert why_no_rate("BYN", "USD", "2020-09-14") == "the European Central Bank quotes no rate for BYN"
    assert rate("EUR", "USD", "no day") is None


@pytest.mark.parametrize(
    ("value", "shown"), [(1.26e9, "1.26bn"), (1496376000.0, "1.496bn"), (4500.0, "4,500"), (0.5, "0.50")]
)
def test_short_figures(value: float, shown: str) -> None:
    assert short(value) == shown


def test_how_many_took_part_is_told_in_a_later_sentence() -> None:
    pages = []
    for name, sentence, words, unit, value in (
        ("a", "Police put the number of marchers at 8,000.", "8,000", "marcher", 8000),
        ("b", "The organisers said 60,000 people had taken part.", "60,000 people", "people", 60_000),
    ):
        page = Page(f"Crowds marched through Karsk on Saturday. {sentence}", name)
        page.amount(words, "count", value, unit, of="marchers" if unit == "marcher" else None)
        pages.append(page.event("marched", "march", "Crowds marched through Karsk on Saturday", "PROTEST"))
    (finding,) = compared(pages)
    assert (finding.kind, finding.about) == ("difference", "people taking part")


@pytest.mark.parametrize(
    ("text", "words", "unit", "expected"),
    [
        ("The blast killed at least nine people.", "at least nine people", "people", "killed"),
        ("Two people were killed and six people hurt.", "six people", "people", "injured"),
        ("Two people were killed and six people hurt.", "Two people", "people", "killed"),
        ("Two injured workers died.", "Two injured workers", "worker", None),
        ("The town has 900 houses.", "900 houses", "house", None),
    ],
)
def test_what_befell_those_counted(text: str, words: str, unit: str, expected: str | None) -> None:
    page = Page(text, "page")
    for other, noun in (("Two people", "people"), ("six people", "people"), (words, unit)):
        if other in text and not any(a.start == page.at(other)[0] for a in page.amounts):
            page.amount(other, "count", 2, noun)
    amount = next(a for a in page.amounts if a.start == page.at(words)[0])
    assert fate(page.reading(), amount, (0, len(text))) == expected
