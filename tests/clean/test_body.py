"""HTML pages: body, head, and what breaks parsers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clean.pages import BODY, FIRST, SECOND, TITLE, cleaned, html, paragraphs
from twosource.clean import opinions
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


def inside(extra: str) -> tuple[str, ...]:
    """The paragraphs of the page with something more between its second and its third."""
    return paragraphs(cleaned(html(PAGE.replace(f"<p>{SECOND}</p>", f"<p>{SECOND}</p>{extra}")), "html"))


@pytest.mark.parametrize(
    "extra",
    [
        '<div class="Newsletter-box"><h3>Harbour letter</h3><h4>The best of the quay every morning</h4></div>',
        '<p><strong>READ MORE:</strong> <a href="/1">Fog closes the crossing for a third day this week</a></p>',
        '<p><a href="/1">Ice closes the upper lake</a> [VIDEO] | <a href="/2">Pilots ask for lamps on the pier</a></p>',
        '<ul><li><a href="/1">Ten boats that made the lake</a></li><li><a href="/2">Fog, explained</a></li></ul>',
        '<a href="/1"><h3>The ferry that never came back</h3></a>',
        '<div><img src="a.jpg"><span>The larger ferry at its berth</span></div>',
        "<h3>Most read in lake news</h3>",
    ],
)
def test_what_leads_elsewhere_is_no_part_of_the_body(extra: str) -> None:
    assert inside(extra) == BODY


@pytest.mark.parametrize(
    ("extra", "text"),
    [
        ("<h3>A boat without radar</h3>", "A boat without radar"),
        ('<div class="story_sub-headline">Who pays for the radar?</div>', "Who pays for the radar?"),
        ("<blockquote><p>We have asked for radar since the spring, and nobody has answered us.</p></blockquote>", None),
        (
            '<div class="social-embed"><blockquote class="post">'
            "<p>Fog so thick you cannot see your own bow tonight.</p></blockquote></div>",
            "Fog so thick you cannot see your own bow tonight.",
        ),
        ("<ul><li>Two boats towed to port</li><li>No passenger hurt in the crash</li></ul>", None),
    ],
)
def test_subheads_quotations_and_lists_of_the_article_are_kept(extra: str, text: str | None) -> None:
    found = inside(extra)
    assert [part for part in found if part in BODY] == list(BODY)
    assert len(found) > len(BODY)
    assert text is None or text in found


def test_a_box_that_opens_over_a_word_stands_in_no_sentence() -> None:
    box = (
        '<span class="hovercard"><a href="/p">Ilsa Marren</a><span class="hovercard-inner"><a href="/1">Mayor asks for '
        'more lamps</a> <a href="/2">MORE</a></span></span>'
    )
    page = PAGE.replace("Ilsa Marren", box)
    assert paragraphs(cleaned(html(page), "html")) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our morning letter and get it delivered to your inbox before breakfast.",
        "Jonas Ek is a staff writer at the Norvik Herald, who has covered the lake since 2009.",
        "Have a tip? The harbour desk may be reached at any hour.",
        "Mia Lund's book about the lake is out now. Follow her on Twitter.",
    ],
)
def test_what_stands_under_the_last_paragraph_is_cut(line: str) -> None:
    page = PAGE.replace("</article>", f"<p>{line}</p></article>")
    assert paragraphs(cleaned(html(page), "html")) == BODY


@pytest.mark.parametrize(
    "line",
    [
        '"Follow us on the radio and stay on the quay," the harbour master said.',
        "Get out of the fog, the pilots have learnt, and there is still the ice to come.",
        "Toma Brandt is a captain with thirty years on the lake behind him.",
    ],
)
def test_what_an_article_ends_with_is_kept(line: str) -> None:
    page = PAGE.replace("</article>", f"<p>{line}</p></article>")
    assert paragraphs(cleaned(html(page), "html")) == (*BODY, line)


def test_what_a_company_says_of_itself_under_its_notice_is_cut() -> None:
    about = (
        "<h3>About Tamar Lines</h3><p>Tamar Lines runs six ferries on two lakes and employs ninety people there.</p>"
    )
    page = PAGE.replace("</article>", f"{about}</article>")
    assert paragraphs(cleaned(html(page), "html")) == BODY


def test_the_rows_of_a_table_are_lines_without_bars() -> None:
    rows = "".join(f"<tr><td>Boat {n}</td><td>{n * 40} seats</td></tr>" for n in range(1, 5))
    found = inside(f"<table>{rows}</table>")
    assert "Boat 2 | 80 seats" in found
    assert not any(line.startswith("|") or line.endswith("|") for line in found)


def test_a_fragment_of_html_is_an_article() -> None:
    assert FIRST in cleaned(f"<p>{FIRST}</p><p>{SECOND}</p>", "html").text


def test_a_whole_page_is_html_whatever_the_file_is_called() -> None:
    assert paragraphs(cleaned(html(PAGE), "text")) == BODY


def test_a_page_that_breaks_the_library_is_a_problem_or_read_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a parser gave up")

    monkeypatch.setattr(opinions, "bare_extraction", broken)
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
