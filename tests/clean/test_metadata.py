"""What readers see about a body: the lines in which a page's date and byline are looked for."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clean.pages import BODY, TITLE, cleaned, html
from twosource.clean.metadata import lines_about, parse, visible_lines
from twosource.records import Witness

TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
LISTED = "".join(f"<li><a href='/{n}'>Boat {n} seen</a> <span>{n} May 2019</span></li>" for n in range(1, 29))


def seen(body: str) -> list[str]:
    tree = parse(html(body))
    assert tree is not None
    return visible_lines(tree)


def test_blocks_are_lines_and_inline_elements_are_not() -> None:
    body = "<div>By <a href='/e'>Jonas\n Ek</a><br>3 <b>March</b> 2021<script>var a = 1</script></div>and <i>more</i>"
    assert seen(body) == ["By Jonas Ek", "3 March 2021", "and more"]


def test_a_comment_in_the_markup_is_not_seen_but_what_follows_is() -> None:
    assert seen("<p>fog <!-- ice --> and rain</p>") == ["fog and rain"]


def test_lines_about_a_body_hold_its_head_and_foot_and_no_lists_far_away() -> None:
    page = f"<ul>{LISTED}</ul><h1>{TITLE}</h1><p>By Jonas Ek</p>{TEXT}<p>Posted 3 March 2021</p>" + "<p>x</p>" * 40
    tree = parse(html(page))
    assert tree is not None
    lines = lines_about(tree, TITLE, BODY)
    assert {"By Jonas Ek", "Posted 3 March 2021", TITLE, *BODY} <= set(lines)
    assert "Boat 3 seen 3 May 2019" not in lines
    assert lines.count("x") < 10


def test_a_date_in_a_list_of_other_pages_is_not_the_articles() -> None:
    page = f"<ul>{LISTED}</ul><h1>{TITLE}</h1><p>3 March 2021</p>{TEXT}<ul>{LISTED}</ul>"
    assert cleaned(html(page), "html").published == Witness("2021-03-03", "text")


def test_a_byline_under_a_long_body_is_found() -> None:
    told = "Boat {0} reached pier {0} at dawn, its captain told the harbour office, and it left again before noon."
    body = "".join(f"<p>{told.format(number)}</p>" for number in range(3, 33))
    article = cleaned(html(f"<h1>{TITLE}</h1>{body}<p>By Mia Lund</p>"), "html")
    assert article.authors == ("Mia Lund",)


def test_a_page_of_line_breaks_is_bounded() -> None:
    start = time.process_time()
    assert seen("<br>" * 50_000 + "fog") == ["fog"]
    assert time.process_time() - start < 5


@given(st.lists(st.sampled_from(["<p>", "</div>", "<br>", "a", " ", "<!--", "-->", "<b>", "<td>", "<script>"])))
@settings(deadline=None)
def test_any_soup_has_lines(parts: list[str]) -> None:
    assert all(line == line.strip() and line for line in seen("x" + "".join(parts)))
