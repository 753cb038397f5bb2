"""Every paragraph of a text page leads back to it, and every quotation of an HTML page to what readers see there."""

from __future__ import annotations

import gzip
import html
import json
import re
import textwrap
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clean.pages import BODY, FIRST, SECOND, THIRD, cleaned, paragraphs
from tests.clean.test_clean import PIECES
from twosource.clean import metadata
from twosource.clean.decode import decode
from twosource.clean.lines import squeeze, without_tags
from twosource.clean.offsets import find_quote, letters_in, letters_of, places, visible_text
from twosource.records import Article

WORD = st.sampled_from(
    "fog ferry Norvik the of it’s café radar, lake) (shore “boats” said 1,400 A&E 5<6 Straße 霧 - crossing".split()
)
PARAGRAPH = st.lists(WORD, min_size=3, max_size=40).map(" ".join).filter(lambda text: bool(letters_in(text)))


def set_plain(paragraph: str, width: int) -> str:
    return paragraph


def set_wrapped(paragraph: str, width: int) -> str:
    return "\n".join(textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False))


def set_indented(paragraph: str, width: int) -> str:
    return textwrap.indent(set_wrapped(paragraph, width), " " * (width % 9) + "\t")


def set_with_entities(paragraph: str, width: int) -> str:
    return "".join(f"&#{ord(char)};" if not char.isascii() else html.escape(char) for char in paragraph)


def set_with_tags(paragraph: str, width: int) -> str:
    words = [f"<b class='x'>{word}</b>" if n % 3 == 0 else word for n, word in enumerate(paragraph.split())]
    return f"<p>{' '.join(words)}</p>"


SET = st.sampled_from([set_plain, set_wrapped, set_indented, set_with_entities, set_with_tags])


@given(st.lists(st.tuples(PARAGRAPH, SET), min_size=1, max_size=6), st.integers(20, 90), st.text("-| \n", max_size=5))
@settings(deadline=None)
def test_the_raw_range_cleaned_the_same_way_gives_the_paragraph(
    parts: list[tuple[str, object]], width: int, between: str
) -> None:
    raw = f"\n\n{between}\n".join(setting(paragraph, width) for paragraph, setting in parts)  # type: ignore[operator]
    for (paragraph, _), place in zip(parts, places(raw, [paragraph for paragraph, _ in parts]), strict=True):
        assert place is not None
        assert squeeze(without_tags(raw[slice(*place)])) == paragraph


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["\n", "\n\n", " "]))
@settings(deadline=None)
def test_every_paragraph_of_any_text_page_has_its_place(pieces: list[str], joint: str) -> None:
    raw = joint.join(pieces)
    texts = paragraphs(cleaned(raw))
    found = places(raw, texts)
    assert len(found) == len(texts)
    for paragraph, place in zip(texts, found, strict=True):
        assert place is not None
        assert letters_in(without_tags(raw[slice(*place)])) == letters_in(paragraph)


def test_marks_of_markdown_and_addresses_are_passed_over() -> None:
    raw = f'* * *\n> "The **mayor** of [Nor\\-vik](https://herald.invalid/a_b) said\n> no." ![fog](/x.png)\n\n{FIRST}'
    (place,) = places(raw, ['"The mayor of Nor-vik said no."'])
    assert place is not None
    assert raw[slice(*place)].startswith('"The') and raw[slice(*place)].endswith('no."')


def test_a_paragraph_that_stands_twice_is_placed_beside_its_neighbours() -> None:
    raw = "\n\n".join([FIRST, "Menu", FIRST, SECOND, "Again", SECOND])
    first, second = places(raw, [FIRST, SECOND])
    assert first is not None and second is not None
    assert raw[first[1] : second[0]].strip() == ""


def test_what_does_not_stand_there_has_no_place() -> None:
    assert places(FIRST, [SECOND, FIRST, "…"]) == (None, (0, len(FIRST)), None)
    assert places("15 boats", ["5 boats"]) == (None,)


@pytest.mark.parametrize("unit", ["a ", "&amp;", "<p>", "&lt;p&gt;", "![", "](http:", "a b ", "\n", "&"])
def test_a_megabyte_of_one_thing_is_bounded(unit: str) -> None:
    start = time.process_time()
    raw = (unit * 1_000_000)[:1_000_000]
    places(raw, ["a b c", "b a", "a", FIRST, *BODY] * 20)
    find_quote(letters_of(raw), "a b", "a " * 20, "b " * 20)
    assert time.process_time() - start < 15


def test_every_paragraph_of_the_benchs_text_pages_has_its_place(shared: Path) -> None:
    missed, total = [], 0
    for form in ("inscriptis", "html2text"):
        pages = json.loads((shared / "bench" / "cleaning" / f"raw-text-{form}.json").read_text("utf-8"))
        for raw in pages.values():
            texts = paragraphs(cleaned(raw))
            total += len(texts)
            missed += [text for text, place in zip(texts, places(raw, texts), strict=True) if place is None]
    assert total > 4000
    assert missed == []


# --- HTML ------------------------------------------------------------------------------------------------------------


def seen(body: str) -> str:
    tree = metadata.parse(f"<html><head><title>Fog</title></head><body>{body}</body></html>")
    assert tree is not None
    return visible_text(tree)


def test_what_readers_see_has_no_scripts_and_parts_what_stands_on_lines_of_its_own() -> None:
    body = (
        "<p>One<b>two</b> <script>no()</script>three<br>four</p><style>p{}</style><!-- no --><div>five</div>six&nbsp;."
    )
    assert seen(body) == "Onetwo three four five six ."


def test_a_quotation_is_found_by_what_stands_about_it() -> None:
    text = seen(f"<p>{FIRST} No.</p><p>{SECOND} No.</p><table><tr><td>No.</td><td>Yes</td></tr></table>")
    page = letters_of(text)
    assert len(find_quote(page, "No.")) == 3
    (place,) = find_quote(page, "No.", f"{SECOND[-40:]} ", "")
    assert text[: place[0]].endswith(f"{SECOND} ") and text[slice(*place)] == "No"
    (place,) = find_quote(page, "No.", "", " | Yes")
    assert text[place[0] :] == "No. Yes"
    assert find_quote(page, THIRD) == ()


SENTENCE = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+")
CONTEXT = 40
"""As long as a receipt's prefix and suffix are."""


def test_the_receipts_of_the_benchs_html_pages_find_one_place_in_what_readers_see(shared: Path) -> None:
    found: Counter[int] = Counter()
    for path in sorted((shared / "bench" / "cleaning" / "html").iterdir()):
        content = gzip.decompress(path.read_bytes())
        tree = metadata.parse(decode(content, None, html=True))
        assert tree is not None
        text = letters_of(visible_text(tree))
        article = cleaned(content, "html")
        for quote, prefix, suffix in receipts(article):
            found[min(2, len(find_quote(text, quote, prefix, suffix)))] += 1
    total = sum(found.values())
    assert total > 4000
    assert found[1] >= 0.995 * total, found


def receipts(article: Article) -> list[tuple[str, str, str]]:
    """Each sentence that says something, with what stands before and after it."""
    made = []
    for start, end in article.paragraphs:
        cuts = [start, *(start + match.end() for match in SENTENCE.finditer(article.text[start:end])), end]
        for first, last in pairwise(cuts):
            quote = article.text[first:last].strip()
            after = first + len(quote)
            if letters_in(quote):
                context = article.text[max(0, first - CONTEXT) : first], article.text[after : after + CONTEXT]
                made.append((quote, *context))
    return made
