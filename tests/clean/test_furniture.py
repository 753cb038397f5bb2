"""The named tables: what they know, and the sentences that they must leave alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clean.pages import BODY
from twosource.clean.furniture import FURNITURE, is_buttons, kind_of
from twosource.clean.sections import CAPTION, COMMENTS, END, NOTICES, RELATED, Rule


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1 comment :", "comments"),
        ("Users Comments", "comments"),
        ("Comments (3)", "comments"),
        ("12 responses to “Fog over Norvik”", "comments"),
        ("Leave a Reply", "comments"),
        ("2 replies", "comments"),
        ("Related Contents", "related"),
        ("Most read in coast news", "related"),
        ("MORE FROM THE HERALD", "related"),
        ("You may also like", "related"),
        ("Featured Post", "related"),
        ("© 2021 Norvik Herald. All rights reserved.", "end"),
        ("The Herald's website can also be accessed at the following addresses:", "end"),
        ("Blog Widget by FogWorks", "end"),
        ("Sign up for our weekly letter", "end"),
        ("SHARE THIS ARTICLE", "furniture"),
        ("Facebook Twitter WhatsApp 12", "furniture"),
        ("News / Coast / Ferries / More", "furniture"),
        ("1,204 views", "furniture"),
        ("3 min read", "furniture"),
        ("13 hours ago", "furniture"),
        ("88Today, 17:02Harbour pilots join walkout", "furniture"),
        ("www.norvikherald.invalid", "furniture"),
        ("Tags: Norvik, fog, ferries", "furniture"),
        ("Read also: Ferry prices to rise", "furniture"),
        ("We use cookies to make this site better for you.", "furniture"),
        ("In this file photo, taken on March 3, 2020, Ilsa Marren (L) waits. (By AFP)", "caption"),
        ("Fog over the harbour. (Photo: Norvik Herald)", "caption"),
        ("The larger ferry in port. (Mia Lund/AP)", "caption"),
        ("Image caption The crossing is closed", "caption"),
    ],
)
def test_a_line_is_known(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        *BODY,
        "The council said it would use cookies on its own website from Friday.",
        "Comments by the mayor angered the captains.",
        "Share prices in the ferry company fell by a tenth.",
        "More than 40 people were on board.",
        "Related companies of the owner were searched, too.",
        "“Sign up for our fleet and see the world,” the company told young sailors.",
        "He called for new radar by using a loophole in the budget.",
        "Read the fine print, she told the council.",
        "The video shows two boats in the fog.",
        "A private email address was used, the report said, and the password was known to many.",
        "The crossing fell 3/4 of a mile short.",
        "Talks on/off, war and peace: the council's long night of the soul ended in a draw.",
    ],
)
def test_a_sentence_is_left_alone(line: str) -> None:
    assert kind_of(line) is None


def test_words_of_buttons_alone_are_no_row_of_buttons() -> None:
    assert not is_buttons("And now this")
    assert is_buttons("Share on Facebook")


@given(st.text(max_size=900))
def test_any_line_is_known_or_not(line: str) -> None:
    kind_of(line)


@pytest.mark.parametrize("unit", ["a ", "(", "a / ", "read ", "cookies ", "©", "share ", "1", "https://", "photo: "])
def test_long_lines_of_one_thing_take_no_time(unit: str) -> None:
    kind_of((unit * 700)[:700])  # patterns that backtrack without bound would not come back from here


TABLES = (*COMMENTS, *CAPTION, *FURNITURE, *RELATED, *END, *NOTICES)


@pytest.mark.parametrize("rule", TABLES, ids=[rule.pattern[:30] for rule in TABLES])
def test_patterns_are_in_small_letters_as_lines_are_when_they_are_matched(rule: Rule) -> None:
    written = re.sub(r"\\.", "", rule.pattern)  # \S and \W are no letters
    assert written == written.lower()


@pytest.mark.parametrize("rule", [rule for rule in TABLES if rule.needs], ids=lambda rule: rule.needs[0])
@given(data=st.data())
def test_no_line_that_a_pattern_matches_lacks_what_the_pattern_needs(rule: Rule, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(rule.pattern, fullmatch=True))
    assert any(need in line for need in rule.needs)


@pytest.mark.parametrize("rule", [rule for rule in TABLES if not rule.needs], ids=lambda rule: rule.pattern[:30])
def test_a_pattern_without_needs_begins_with_words_of_its_own(rule: Rule) -> None:
    assert not rule.pattern.startswith((".{", "(?:.{"))


def test_case_does_not_matter() -> None:
    line = "Our Partners Use Cookies To Show Offers To You"
    assert kind_of(line) == kind_of(line.upper()) == kind_of(line.lower()) == "furniture"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("[00:10:30]", "furniture"),
        ("[SOUND OF A DOOR]", "furniture"),
        ("[Norvik Post]", None),
        ("View CommentsLeave a CommentMore to DiscoverMore in CampusKitchen fire shuts hall", "furniture"),
        ("The McKinnons, the McKinleys and the McAllisters of the valley have signed.", None),
        ("Notes to editors", "end"),
        ("Disclaimer: This article is no advice.", "furniture"),
        ("Читайте также: Мост закрыт", "furniture"),
        ("Мост у Норвика, 4 марта. Фото: Иван Ольм", "caption"),
        ("The old pier in March. Norvik Town Archive", "caption"),
        ("The council sent its archive to the town of Tamar.", None),
    ],
)
def test_what_stands_between_paragraphs_is_known(line: str, kind: str | None) -> None:
    assert kind_of(line) == kind
