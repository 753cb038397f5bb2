"""The running time of a text: which day, month, year or quarter the next time expression is told from."""

from __future__ import annotations

import pytest

from twosource.annotate.language import read
from twosource.annotate.times import times

DAY = "2021-03-17"
"""A Wednesday."""


def found(text: str, published: str = DAY) -> list[tuple[str, str, str]]:
    """Words, type and value of every time in a text."""
    return [(text[t.start : t.end], t.type, t.value) for t in times(read(text), published)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The bridge fell on 9 August 2018. Two weeks later, it was rebuilt.", "2018-W34"),
        ("The bridge fell on 9 August 2018. The next day, it was rebuilt.", "2018-08-10"),
        ("The bridge fell on 9 August 2018. Later that year, it was rebuilt.", "2018"),
        ("The bridge fell on 9 August 2018 and was rebuilt three days later.", "2018-08-12"),
        ("The bridge fell in August 2018. In September, it was rebuilt.", "2018-09"),
        ("The bridge fell in May 2018. That year was dry. The previous month, it had rained.", "2018-04"),
        ("That year, the bridge fell. The previous month, it had rained.", "2021-02"),
        (
            "The mill shut in 1998. The following year, it was sold. It stood empty. In August, it was reopened.",
            "1999-08",
        ),
        ("In 1998, the mill was sold. It stood empty. In August, it was reopened.", "1998-08"),
        ("The firm has grown each year since 1998. In August, it opened a mill.", "2020-08"),
        ("The mill shut in 1998. On Monday, the firm was sold. In August, it opened a mill.", "2020-08"),
    ],
)
def test_the_running_time_of_the_narrative(text: str, last: str) -> None:
    assert found(text)[-1][2] == last


def test_a_history_follows_its_own_time_and_not_the_page() -> None:
    text = (
        "The league was founded on 2 May 1904. In June 1905, it split. The southern towns left in July. "
        "On 3 November 1905, they formed a union. In February, they sent envoys to the capital."
    )
    assert [value for _, _, value in found(text)] == ["1904-05-02", "1905-06", "1905-07", "1905-11-03", "1906-02"]


@pytest.mark.parametrize(
    ("aside", "year"),
    [
        ("It was the largest fleet since 1813.", "1905"),
        ("Letters found in 2004 tell of its size.", "1905"),
        ("The towns had planned a league for 1913.", "1905"),
        ("In 1911, the league split.", "1911"),
    ],
)
def test_a_history_is_not_led_away_by_a_year_named_in_passing(aside: str, year: str) -> None:
    text = (
        "The league was founded on 2 May 1904. In June 1905, it grew. The southern towns joined in July 1905. "
        f"The whole fleet of the league was lost. {aside} A peace was made in August."
    )
    assert found(text)[-1][2] == f"{year}-08"


def test_a_history_is_not_led_away_by_a_year_that_is_only_planned_for() -> None:
    text = (
        "The league was founded on 2 May 1904. In June 1905, it grew. The southern towns joined in July 1905. "
        "The road to the coast lay open for a planned march in 1906. The gates fell on 11 August."
    )
    assert found(text)[-1][2] == "1905-08-11"


@pytest.mark.parametrize(("heading", "year"), [("\n\nThe fleet of 1908\n\n", "1908"), ("\n\nThe fleet\n\n", "1905")])
def test_the_year_of_a_heading_holds_for_what_follows(heading: str, year: str) -> None:
    text = (
        "The league was founded on 2 May 1904. In June 1905, it grew. The southern towns joined in July 1905."
        f"{heading}It was built at great cost. A harbour was opened in August."
    )
    assert found(text)[-1][2] == f"{year}-08"


def test_that_year_is_the_one_named_last_even_in_passing() -> None:
    text = (
        "The league was founded on 2 May 1904. In June 1905, it grew. The southern towns joined in July 1905. "
        "The charter and the seal of the league were lost by 1913. In August of that year, a copy was made."
    )
    assert [value for _, _, value in found(text)][-1] == "1913-08"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Third-quarter profit was 5 crowns, up from 4 crowns a year earlier.", "2020-Q3"),
        ("Profit rose in the third quarter. In the first nine months, it was 9 crowns, from 8 a year earlier.", "2020"),
        ("Profit rose in the third quarter. It was 4 crowns in the quarter a year ago.", "2020-Q3"),
        ("Profit rose in the third quarter. It was 4 crowns in the comparable year-ago quarter.", "2020-Q3"),
        ("Profit rose in the third quarter. It had been 4 crowns in the same period last year.", "2020-Q3"),
        (
            "Profit rose in the third quarter. The fourth quarter will be hard. It lost 2 crowns in the quarter.",
            "2021-Q3",
        ),
        ("Profit rose in the third quarter. It was 4 crowns in the 2020 period. Costs fell in the quarter.", "2021-Q3"),
    ],
)
def test_reports_compare_the_period_that_they_speak_of(text: str, value: str) -> None:
    assert found(text, "2021-11-02")[-1][2] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The nominee for the Nov. 8 election later said she was joking.", "2031-11-08"),
        ("The council resigned after the Nov. 8 election.", "2030-11-08"),
        ("The mayor was fired on Nov. 8.", "2030-11-08"),
        ("The Feb. 8 referendum was lost by a handful of votes.", "2031-02-08"),
    ],
)
def test_what_is_set_long_beforehand_is_dated_to_the_nearest_year(text: str, value: str) -> None:
    assert [told for _, _, told in found(text, "2031-07-31")] == [value]
