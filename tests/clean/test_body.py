"""HTML pages: body, head, and what breaks parsers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clean.pages import BODY, FIRST, SECOND, TITLE, cleaned, html, paragraphs
from twosource.clean import body as body_file
from twosource.records import Witness

MENU = "<nav><ul>" + "".join(f'<li><a href="/{n}">Part {n}</a></li>' for n in range(20)) + "</ul></nav>"
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
ASIDE = '<aside><h2>Related</h2><ul><li><a href="/1">Fog again</a></li><li><a href="/2">Ice next</a></li></ul></aside>'
PAGE = f"{MENU}<article><h1>{TITLE}</h1>{TEXT}</article>{ASIDE}<footer>© 2021 Norvik Herald</footer>"


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_the_body_alone_is_the_text() -> None:
    article = cleaned(html(PAGE), "html")
    assert paragraphs(article) == BODY
    assert article.title == TITLE
    assert article.problem is None
    assert article.published is None


def test_the_head_states_title_outlet_authors_dates_and_address() -> None:
    stated = ld(
        headline=f"{TITLE} | Norvik Herald", datePublished="2021-03-03T09:15:00Z", dateModified="2021-03-04",
        author=[{"name": "Jonas Ek"}, {"name": "By MIA LUND"}], publisher={"name": "Norvik Herald"},
    )  # fmt: skip
    meta = '<meta property="article:published_time" content="2021-03-03T10:15+01:00"><link rel="canonical" href="https://herald.invalid/2021/03/03/fog">'
    article = cleaned(html(PAGE, stated + meta), "html")
    assert (article.title, article.outlet, article.authors) == (TITLE, "Norvik Herald", ("Jonas Ek", "Mia Lund"))
    assert article.published == Witness("2021-03-03T09:15+00:00", "json-ld")
    assert [w.known_by for w in article.dates] == ["json-ld", "meta", "url"]
    assert article.updated == Witness("2021-03-04", "json-ld")
    assert article.url == "https://herald.invalid/2021/03/03/fog"


def test_a_date_for_readers_counts_where_the_head_has_none() -> None:
    page = PAGE.replace("</h1>", "</h1><p>By Jonas Ek</p><p>Wednesday, March 3, 2021</p>")
    article = cleaned(html(page), "html")
    assert article.published == Witness("2021-03-03", "text")
    assert article.authors == ("Jonas Ek",)


def test_a_date_in_prose_is_no_publication_date() -> None:
    page = PAGE.replace(SECOND, f"{SECOND} The last accident was on 4 May 2019, in fog, too.")
    assert cleaned(html(page), "html").dates == ()


def test_captions_and_corrections_are_notes() -> None:
    note = "Correction: An earlier version of this article misspelled a name."
    page = PAGE.replace("</article>", f"<p>{note}</p></article>")
    article = cleaned(html(page), "html")
    assert paragraphs(article) == BODY
    assert [(found.kind, found.text) for found in article.notes] == [("correction", note)]


def test_the_sites_own_heading_is_the_outlet_and_not_the_title() -> None:
    page = f"<h1>Quay Notes</h1><div><h2>{TITLE}</h2>{TEXT}</div>"
    article = cleaned(html(page, f"<title>Quay Notes: {TITLE}</title>"), "html")
    assert (article.title, article.outlet) == (TITLE, "Quay Notes")


def test_a_fragment_of_html_is_an_article() -> None:
    assert FIRST in cleaned(f"<p>{FIRST}</p><p>{SECOND}</p>", "html").text


def test_a_whole_page_is_html_whatever_the_file_is_called() -> None:
    assert paragraphs(cleaned(html(PAGE), "text")) == BODY


def test_a_page_that_breaks_the_library_is_a_problem_or_read_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a parser gave up")

    monkeypatch.setattr(body_file, "bare_extraction", broken)
    assert FIRST in cleaned(html(PAGE), "html").text
    assert cleaned(html("<p>Fog.</p>"), "html").problem is not None


@pytest.mark.parametrize("unit", ["<div>", "<b>", "<table><tr><td>", "<", "<!--", "<script>", "&lt;p&gt;", "</p>"])
def test_deep_and_broken_markup_is_bounded(unit: str) -> None:
    article = cleaned(html(unit * 20_000 + FIRST), "html")
    assert article.text or article.problem


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</div>",
                "<article>",
                "<time datetime='2021'>",
                "<meta name=date content=x>",
                FIRST,
                "<h1>",
                "é",
            ]
        ),
        max_size=30,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_soup_of_tags_is_read(parts: list[str]) -> None:
    article = cleaned(html("".join(parts)), "html")
    assert bool(article.text) != bool(article.problem)
