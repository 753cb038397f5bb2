"""Stripped text of many kinds of site."""

from __future__ import annotations

import pytest

from tests.clean.pages import BODY, FIRST, FOURTH, SECOND, THIRD, TITLE, cleaned, paragraphs
from twosource.records import Dateline, Given, Note, Witness

LIST = """Most read
Harbour council meets again
Yesterday, 12:00
Ferry prices to rise by a tenth from next month, operator says
Yesterday, 11:00"""


def test_a_page_with_menu_counter_list_and_owner() -> None:
    article = cleaned(
        "\n".join(
            [
                "Norvik Herald", "Home > News > Coast", TITLE, "Published 03.03.2021 09:15 | Updated 04.03.2021 10:00",
                "1204 views", FIRST, SECOND, "ADVERTISEMENT", THIRD, FOURTH,
                "Correction: An earlier version of this article gave the wrong day, 5 March 2021.",
                "Tags: Norvik, ferries", LIST, "© 2021 Norvik Herald. All rights reserved.",
            ]
        )
    )  # fmt: skip
    assert paragraphs(article) == BODY
    assert (article.title, article.outlet) == (TITLE, "Norvik Herald")
    assert article.published == Witness("2021-03-03T09:15", "text")
    assert article.updated == Witness("2021-03-04T10:00", "text")
    assert [note.kind for note in article.notes] == ["correction"]


def test_text_whose_line_breaks_are_lost() -> None:
    article = cleaned(
        f"{TITLE}\n412 Wednesday, 3 March, 2021, 17:30 {' '.join(BODY)} |\nFog again\n88Yesterday, 23:02Ice next"
    )
    assert article.text == " ".join(BODY)
    assert article.published == Witness("2021-03-03T17:30", "text")
    assert article.title == TITLE


def test_everything_on_one_line() -> None:
    after = "Related Articles Fog again Comments (1) It was so."
    article = cleaned(f"{TITLE} 412 Wednesday, 3 March, 2021, 17:30 {' '.join(BODY)} {after}")
    assert (article.title, article.text) == (TITLE, " ".join(BODY))
    assert article.comments == ("It was so.",)


def test_a_body_with_and_without_tags_is_taken_once() -> None:
    tagged = " <p> </p> ".join(f"<p> {paragraph} </p>" for paragraph in BODY)
    article = cleaned("\n".join([TITLE, tagged, "2021-03-03", "Norvik Herald", *BODY]))
    assert paragraphs(article) == BODY
    assert article.published == Witness("2021-03-03", "text")
    assert article.outlet == "Norvik Herald"


def test_the_title_again_as_a_shorter_line_is_no_part_of_the_body() -> None:
    article = cleaned("\n\n".join(["Wednesday, March 3, 2021", TITLE, f"Norvik ferries collide\n{FIRST}", *BODY[1:]]))
    assert (article.title, paragraphs(article)) == (TITLE, BODY)


def test_a_subheading_is_a_paragraph_of_its_own() -> None:
    article = cleaned("\n\n".join([TITLE, FIRST, SECOND, "Radar comes late", THIRD, FOURTH, "Source: COASTPRESS"]))
    assert paragraphs(article) == (FIRST, SECOND, "Radar comes late", THIRD, FOURTH)
    assert article.credit == "COASTPRESS"


def test_an_agency_text_keeps_its_dateline_and_loses_its_end_mark() -> None:
    article = cleaned("\n\n".join([TITLE, f"NORVIK, Mar 3 - CoastPress. {FIRST}", SECOND, f"{THIRD} End"]))
    assert article.dateline == Dateline("NORVIK", "XXXX-03-03", "CoastPress")
    assert paragraphs(article) == (f"NORVIK, Mar 3 - CoastPress. {FIRST}", SECOND, THIRD)
    assert article.credit == "CoastPress"
    assert article.published is None


def test_a_full_date_in_the_dateline_is_a_statement() -> None:
    article = cleaned(f"{TITLE}\n\nNORVIK, March 3, 2021 (Reuters) - {FIRST}\n\n{SECOND}")
    assert article.published == Witness("2021-03-03", "dateline")


def test_readers_comments_are_kept_apart_with_what_they_say() -> None:
    said = "I was on that ferry and nobody told us anything for an hour, which is a scandal in itself."
    answer = "The council never listens to the captains, and this is what happens then."
    thread = [
        "2 Comments",
        "",
        "Petra says:",
        "March 4, 2021 at 10:00 am",
        said,
        "Reply",
        "",
        "Ola says:",
        answer,
        "Reply",
    ]
    article = cleaned(
        "\n".join([TITLE, "", "By Jonas Ek", "March 3, 2021", "", *BODY, "", *thread, "", "Leave a Reply"])
    )
    assert paragraphs(article) == BODY
    assert article.comments == (said, answer)
    assert article.authors == ("Jonas Ek",)
    assert [witness.value for witness in article.dates] == ["2021-03-03"]


def test_a_numbered_comment_of_two_paragraphs_is_one() -> None:
    article = cleaned(
        "\n\n".join([TITLE, *BODY, "1 comment :", f"  1. {SECOND}\n    {FOURTH}", "Only News", "Featured Post", FIRST])
    )
    assert article.comments == (f"{SECOND}\n\n{FOURTH}",)
    assert paragraphs(article) == BODY


def test_a_photo_caption_is_a_note_with_its_date() -> None:
    caption = "In this file photo, taken on February 7, 2020, the mayor (L) waits for the ferry. (By AFP)"
    article = cleaned("\n\n".join(["News / Coast / More", TITLE, caption, *BODY]))
    assert article.notes == (Note("caption", caption, "2020-02-07"),)
    assert paragraphs(article) == BODY


def test_the_name_in_a_notice_of_other_addresses_is_the_outlets() -> None:
    end = "Tamar TV’s website can also be accessed at the following alternate addresses:"
    article = cleaned("\n\n".join([TITLE, *BODY, end, "www.tamartv.invalid", "SHARE THIS ARTICLE\nTamar TV News App"]))
    assert (article.outlet, paragraphs(article)) == ("Tamar TV", BODY)


def test_dates_in_prose_lists_and_comments_are_not_the_pages() -> None:
    prose = "The last such accident was on 4 May 2019, when a trawler ran aground."
    article = cleaned(
        "\n\n".join(
            [TITLE, FIRST, prose, SECOND, "Related articles", "Fog again", "7 June 2020", "1 comment", "8 June 2020"]
        )
    )
    assert article.dates == ()
    assert prose in article.text


def test_two_dates_that_disagree_are_both_kept() -> None:
    article = cleaned("\n\n".join([TITLE, "3 March 2021", *BODY, "First published: 4 March 2021"]))
    assert [witness.value for witness in article.dates] == ["2021-03-04", "2021-03-03"]


@pytest.mark.parametrize("text", [FIRST, f"{FIRST} {SECOND}", f"{TITLE}\n\n{FIRST}\n\nShare"])
def test_a_short_report_is_an_article(text: str) -> None:
    article = cleaned(text)
    assert article.problem is None
    assert FIRST in article.text


def test_an_article_in_clean_paragraphs_passes_unharmed() -> None:
    odd = (
        "What now?",
        "No.",
        "“Fog,” he said, “is fog”",
        "1. The first thing to do is to buy the radar.",
        "Read the minutes, she said.",
    )
    article = cleaned("\n\n".join([FIRST, *odd, SECOND, THIRD]), given=Given(title=TITLE))
    assert paragraphs(article) == (FIRST, *odd, SECOND, THIRD)


def test_what_the_row_gives_wins_and_the_page_is_still_heard() -> None:
    given = Given("Ferries collide", "https://paper.invalid/2021/03/05/fog", "The Coast Paper", "2021-03-04T10:00:00Z")
    article = cleaned("\n\n".join(["3 March 2021", TITLE, *BODY]), given=given)
    assert (article.title, article.url, article.outlet) == ("Ferries collide", given.url, "The Coast Paper")
    assert article.published == Witness("2021-03-04T10:00+00:00", "row")
    assert [(w.value, w.known_by) for w in article.dates[1:]] == [("2021-03-03", "text"), ("2021-03-05", "url")]


def test_an_unknown_outlet_is_none_and_a_known_address_names_the_site() -> None:
    assert cleaned(f"{TITLE}\n\n{FIRST}").outlet is None
    assert cleaned(f"{TITLE}\n\n{FIRST}", given=Given(url="https://www.coast.invalid/fog")).outlet == "coast.invalid"
