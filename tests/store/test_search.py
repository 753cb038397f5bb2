from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.stages import Calls
from twosource.gather.files import make_page
from twosource.records import Given
from twosource.settings import AnnotateSettings, CleanSettings
from twosource.store import Store

TEXTS = (
    "The protesters marched to the café. Nobody was hurt.",
    "A protest was called off. The old ferry 'Ann' sank, said the harbour master.",
    "Prices (of fish) rose 5%. “Free and fair” was the word.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A story of three short articles."""
    calls = Calls()
    with Store.create_or_open(tmp_path_factory.mktemp("search") / "story.db") as opened:
        pages = [make_page(f"{number}.txt", "text", text.encode(), Given()) for number, text in enumerate(TEXTS)]
        opened.add_pages(pages)
        articles = [calls.clean(page, CleanSettings()) for page in pages]
        opened.save_articles([(article.id, article, None) for article in articles], "1")
        read = [(article, calls.annotate(article, AnnotateSettings()), None) for article in articles]
        opened.save_annotations(read, "1")
        yield opened


@pytest.mark.parametrize(
    ("query", "quotes"),
    [
        ("protest", {"The protesters marched to the café.", "A protest was called off."}),
        ("cafe", {"The protesters marched to the café."}),
        ("FERRY sank", {"The old ferry 'Ann' sank, said the harbour master."}),
        ("sank ferry", {"The old ferry 'Ann' sank, said the harbour master."}),
        ('"sank ferry"', set()),
        ('"free and fair"', {"“Free and fair” was the word."}),
        ("harb*", {"The old ferry 'Ann' sank, said the harbour master."}),
        ("harb", set()),
        ("ferry whale", set()),
        ("", set()),
        ("\"'*()-:^", set()),
    ],
)
def test_sentences_with_all_the_words(query: str, quotes: set[str], store: Store) -> None:
    assert {hit.quote for hit in store.search(query, 10)} == quotes


def test_a_hit_is_a_receipt_and_its_marks_are_what_matched(store: Store) -> None:
    (hit,) = store.search("ferry harbour", 10)
    (article,) = store.articles([hit.article])
    assert article.text[hit.start : hit.end] == hit.quote
    assert [article.text[start:end] for start, end in hit.marks] == ["ferry", "harbour"]
    assert hit.source_file == "1.txt" and hit.outlet is None


def test_a_sentence_that_is_no_longer_there_is_not_found(store: Store, tmp_path: Path) -> None:
    (hit,) = store.search("fish", 10)
    (article,) = store.articles([hit.article])
    store.save_annotations([(article, None, None)], "2")
    assert store.search("fish", 10) == () and store.faults() == ()
    store.save_annotations([(article, Calls().annotate(article, AnnotateSettings()), None)], "1")
    assert len(store.search("fish", 10)) == 1


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text('"*()-^:+{}~ aNDORT') | st.sampled_from(["AND", "a NEAR b", "text:x", '"', '""', "a*b*"]))
def test_no_query_raises(store: Store, query: str) -> None:
    for hit in store.search(query, 3):
        assert hit.quote in "".join(TEXTS)
