"""When the first opinion of a page's body is doubted, and which one is believed then."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement

from tests.clean.pages import BODY, FIRST, SECOND, TITLE, html
from twosource.clean import metadata, opinions
from twosource.clean.opinions import Opinion, agreement, body_of, pruned

MORE = tuple(f"Of the {n} witnesses nobody had seen a light. {paragraph}" for n, paragraph in enumerate(BODY * 2, 3))
"""Paragraphs that go on where BODY ends."""


def p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def found(body: str, stated: str = "") -> tuple[str, ...]:
    """The lines of the body that is found on a page."""
    source = html(body)
    tree = metadata.parse(source)
    assert tree is not None
    return tuple(body_of(tree, source, stated).text.split("\n"))


@pytest.mark.parametrize(("heading", "whole"), [("", True), ("<h2>Before</h2>", False), ("<time>4 May</time>", False)])
def test_boxes_alike_without_headings_are_one_article(
    heading: str, whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first_box(tree: HtmlElement, precision: bool = False, fast: bool = False) -> Opinion:
        return Opinion("\n".join(part.text_content() for part in tree.find(".//div[@class='chunk']").iter("p")))

    monkeypatch.setattr(opinions, "_asked", first_box)
    boxes = [
        f'<div class="row"><div class="col">{head}<div class="chunk">{p(*texts)}</div></div></div>'
        for head, texts in (("", BODY), (heading, MORE))
    ]
    assert found(f"<h1>{TITLE}</h1><div>{'<hr>'.join(boxes)}</div>") == ((*BODY, *MORE) if whole else BODY)


def test_an_article_in_several_boxes_is_read_to_its_end() -> None:
    boxes = [
        f'<div class="row"><div class="col"><div class="chunk">{p(*texts)}</div></div></div>' for texts in (BODY, MORE)
    ]
    assert found(f"<h1>{TITLE}</h1><div>{'<hr>'.join(boxes)}</div>") == (*BODY, *MORE)


def test_a_sentence_that_is_a_link_is_kept() -> None:
    tree = metadata.parse(html(f'<p><a href="/1">{FIRST}</a></p><p><a href="/1">Fog closes the lake again</a></p>'))
    assert tree is not None
    assert pruned(tree).text_content().strip() == FIRST


def test_the_text_of_another_article_on_the_page_raises_no_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> Opinion:
        raise AssertionError("a second opinion was asked for")

    monkeypatch.setattr(opinions, "_weighed", asked)
    page = f"<article><h1>{TITLE}</h1>{p(*BODY)}<article><h2>Before</h2>{p(*MORE)}</article></article>"
    assert FIRST in found(page)


def test_of_articles_of_one_rank_all_are_read() -> None:
    articles = "".join(
        f'<article><h2><a href="/{n}">Report {n}</a></h2>{p(*texts)}</article>' for n, texts in enumerate((BODY, MORE))
    )
    assert {*BODY, *MORE} <= set(found(articles))


@pytest.mark.parametrize("believed", ["quick", "precise"])
def test_the_opinion_is_believed_that_the_text_agrees_with(believed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"quick": "The lake froze. " * 4, "precise": "Boats were sold. " * 9}
    said[believed] = "\n".join(BODY)

    def asked(_: object, precision: bool = False, fast: bool = False) -> Opinion:
        return Opinion(said["quick" if precision and fast else "precise"])

    monkeypatch.setattr(opinions, "_asked", asked)
    assert found(p(*BODY, *MORE)) == BODY


def test_what_the_page_states_of_its_body_is_a_witness(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(_: object, precision: bool = False, fast: bool = False) -> Opinion:
        return Opinion(FIRST if precision and fast else "\n".join(BODY))

    monkeypatch.setattr(opinions, "_asked", asked)
    assert found(f"<div>{FIRST}</div>", " ".join(BODY)) == BODY


def test_a_long_box_is_kept_whatever_it_is_called() -> None:
    tree = metadata.parse(html(f'<div class="newsletter related">{p(*BODY)}</div><div class="promo">Buy a boat</div>'))
    assert tree is not None
    text = pruned(tree).text_content()
    assert SECOND in text
    assert "Buy a boat" not in text
    assert "Buy a boat" in tree.text_content()  # what is told of the page is read from all of it


TEXTS = st.text("ab ", max_size=30)


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_agreement_is_a_share_and_the_same_both_ways(a: str, b: str) -> None:
    assert 0 <= agreement(a, b) <= 1
    assert agreement(a, b) == agreement(b, a)
    assert agreement(a, a) == (1 if a.strip() else 0)
