"""Forms of dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.clean.dates import dates_in, day_without_year, in_address, iso


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2155 Saturday, 15 August, 2020, 17:30", "2020-08-15T17:30"),
        ("Monday, September 14, 2020", "2020-09-14"),
        ("2021-11-19", "2021-11-19"),
        ("3rd of March 2021", "2021-03-03"),
        ("Wed, 3 Mar 2021 10:00:00 +0300", "2021-03-03T10:00+03:00"),
        ("7:07 PM EST Mar 3, 2021", "2021-03-03T19:07-05:00"),
        ("12:30 am, March 3, 2021", "2021-03-03T00:30"),
        ("2021-03-03T22:05:36Z", "2021-03-03T22:05+00:00"),
        ("03.04.2021 14:30", "2021-04-03T14:30"),
        ("13/04/2021", "2021-04-13"),
        ("04/13/2021", "2021-04-13"),
        ("03/03/2021", "2021-03-03"),
        ("2021年3月5日", "2021-03-05"),
        ("20210305", "2021-03-05"),
        ("3.14.2021 09:00 AM", "2021-03-14T09:00"),
        ("Published Wed, Mar 3 20214:29 AM ESTUpdated an hour ago", "2021-03-03T04:29"),
        ("__Mar 3, 2021 at 9:08 GMT 1 day ago", "2021-03-03T09:08+00:00"),
    ],
)
def test_a_form_is_read(written: str, value: str) -> None:
    assert iso(written) == value


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2021",
        "31 February 2021",
        "March 2021",
        "3 March",
        "2021",
        "12345",
        "",
        "1.2.3",
        "13.14.2021",
        "3 March 20214",
    ],
)
def test_what_is_ambiguous_or_no_day_is_left_out(written: str) -> None:
    assert iso(written) is None


def test_a_label_says_what_a_date_is_of() -> None:
    line = "Published Mar 3, 2021 at 4:07 PM | Updated at 5:36 PM on Mar 4, 2021"
    assert [(stated.role, stated.value) for stated in dates_in(line)] == [
        ("published", "2021-03-03T16:07"),
        ("updated", "2021-03-04T17:36"),
    ]


def test_a_zone_with_several_meanings_gives_no_offset() -> None:
    assert iso("3 March 2021 10:18 IST") == "2021-03-03T10:18"


def test_a_day_without_a_year_keeps_it_open() -> None:
    found = day_without_year("NORVIK, Mar 3 - Coast Press.")
    assert found is not None and found[2] == "XXXX-03-03"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://paper.invalid/2021/03/05/fog", "2021-03-05"),
        ("https://paper.invalid/2021/mar/05/fog", "2021-03-05"),
        ("https://paper.invalid/fog-2021-3-5.html", "2021-03-05"),
        ("https://paper.invalid/20210305/fog", "2021-03-05"),
        ("https://paper.invalid/2021/13/05/fog", None),
        ("https://paper.invalid/article-2021305", None),
        (None, None),
    ],
)
def test_the_date_in_an_address(url: str | None, day: str | None) -> None:
    assert in_address(url) == day


@given(st.text(max_size=300))
def test_dates_are_ranges_of_the_line(line: str) -> None:
    for stated in dates_in(line):
        assert 0 <= stated.start < stated.end <= len(line)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_days_written_out_are_read_back(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %b %Y", "%d.%m.%Y"):
        assert iso(day.strftime(form)) == str(day)


FORMATS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y年%m月%d日",
    "%d %B %Y",
    "%d-%b-%Y",
    "%B %d, %Y",
    "%b-%d-%Y",
    "%d.%m.%Y",
)


@given(day=st.dates(date(1950, 1, 1), date(2049, 12, 31)), form=st.sampled_from(FORMATS), upper=st.booleans())
def test_a_date_in_any_form_is_found_in_a_sentence(day: date, form: str, upper: bool) -> None:
    written = day.strftime(form)
    sentence = f"The pier, closed since {written.upper() if upper else written}, opened again."
    assert [stated.value for stated in dates_in(sentence)] == [day.isoformat()]


@pytest.mark.parametrize(
    ("line", "value", "role"),
    [
        ("Publié le 14 février 2022 à 18h42", "2022-02-14T18:42", "published"),
        ("Mis à jour le 1er mars 2022", "2022-03-01", "updated"),
        ("3 de mayo de 2021", "2021-05-03", "stated"),
        ("Обновлено 4 марта 2019", "2019-03-04", "updated"),
        ("12. Dezember 2020", "2020-12-12", "stated"),
        ("Port ReportersMarch 21, 2029", "2029-03-21", "stated"),
    ],
)
def test_months_of_other_languages_and_glued_ones(line: str, value: str, role: str) -> None:
    (stated,) = dates_in(line)
    assert (stated.value, stated.role) == (value, role)
