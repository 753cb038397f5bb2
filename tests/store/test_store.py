from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.stages import Calls
from twosource.errors import InputError, NoStory, NotAStory, StoreError
from twosource.gather.files import make_page
from twosource.records import Article, Given, Judgement, Page, Problem, Selector, TimelineItem
from twosource.settings import AnnotateSettings, CleanSettings
from twosource.store import Store, opening


def _page(text: str, source: str = "one.txt", outlet: str | None = None) -> Page:
    return make_page(source, "text", text.encode(), Given(outlet=outlet))


def _article(page: Page) -> Article:
    return Calls().clean(page, CleanSettings())


def test_pages_come_back_as_they_went_in_and_in_the_order_asked(tmp_path: Path) -> None:
    pages = [_page(f"Page {number}.", f"{number}.txt", "Bay Post") for number in range(120)]
    with Store.create_or_open(tmp_path / "story.db") as store:
        store.add_pages(pages)
        ids = [page.id for page in reversed(pages)]
        assert list(store.pages(ids)) == list(reversed(pages))
        assert store.known_sources() == {page.id: page.source for page in pages}


def test_what_is_left_to_do(tmp_path: Path) -> None:
    one, two, three = _page("One."), _page("Two.", "two.txt"), _page("No cookies.", "three.txt")
    problem = Problem("two.txt", "clean", "binary", "no text")
    with Store.create_or_open(tmp_path / "story.db") as store:
        store.add_pages([one, two, three])
        assert store.to_clean("1") == sorted([one.id, two.id, three.id])
        store.save_articles(
            [(one.id, _article(one), None), (two.id, None, problem), (three.id, _article(three), None)], "1"
        )
        assert store.to_clean("1") == [] and len(store.to_clean("2")) == 3
        assert store.to_annotate("1") == [one.id], "the second has no article, the third is none"
        store.save_annotations([(_article(one), Calls().annotate(_article(one), AnnotateSettings()), None)], "1")
        assert store.to_annotate("1") == [] and store.to_annotate("2") == [one.id]
        assert [reading.article.id for reading in store.readings()] == [one.id]


def test_an_article_cleaned_anew_is_read_again_only_if_it_changed(tmp_path: Path) -> None:
    page = _page("One.")
    article = _article(page)
    with Store.create_or_open(tmp_path / "story.db") as store:
        store.add_pages([page])
        store.save_articles([(page.id, article, None)], "1")
        store.save_annotations([(article, Calls().annotate(article, AnnotateSettings()), None)], "1")
        state = store.reading_state()
        store.save_articles([(page.id, article, None)], "2")
        assert store.to_annotate("1") == [] and store.reading_state() == state
        other = Article(
            **{name: getattr(article, name) for name in article.__struct_fields__ if name != "text"}, text="Two."
        )
        store.save_articles([(page.id, other, None)], "3")
        assert store.to_annotate("1") == [page.id]


def test_problems_of_a_page_are_replaced_and_gathers_are_forgotten_by_place(tmp_path: Path) -> None:
    page = _page("One.")
    with Store.create_or_open(tmp_path / "story.db") as store:
        gathered = [Problem(source, "gather", "empty", "x") for source in ("a", "a/b.txt", "a#3", "ab", "a_b", "a%/c")]
        store.add_pages([page, *gathered])
        store.save_articles([(page.id, None, Problem("one.txt", "clean", "binary", "x"))], "1")
        store.forget_gathering(["a"])
        assert [problem.source for problem in store.problems()] == ["a%/c", "a_b", "ab", "one.txt"]
        store.save_articles([(page.id, _article(page), None)], "1")
        assert "one.txt" not in {problem.source for problem in store.problems()}


def test_a_batch_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    page = _page("One.")
    with Store.create_or_open(tmp_path / "story.db") as store:
        store.add_pages([page])
        with pytest.raises(Exception, match="UNIQUE"):
            store.add_pages([_page("Two."), page])
        assert list(store.known_sources()) == [page.id]


def test_judgements_are_only_ever_added(tmp_path: Path) -> None:
    judgements = tuple(
        Judgement(str(number), "hide", "event", (Selector("x", 0, 4, "sank"),), None, None, "Ann", f"2031-02-0{number}")
        for number in (3, 1, 2)
    )
    with Store.create_or_open(tmp_path / "story.db") as store:
        for judgement in judgements:
            store.judge(judgement)
        assert store.judgements() == judgements
        with pytest.raises(Exception, match="UNIQUE"):
            store.judge(judgements[0])
    assert not [name for name in dir(Store) if "judge" in name and name not in ("judge", "judgements")]


def test_a_result_that_was_never_made_says_what_to_do(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path / "story.db") as store:
        with pytest.raises(StoreError, match=r"twosource build PAGES --into .*story\.db"):
            store.result("timeline", tuple[TimelineItem, ...])
        store.save_results({"timeline": ({"id": 7},)}, "1", store.reading_state())
        with pytest.raises(NotAStory, match="another version"):
            store.result("timeline", tuple[TimelineItem, ...])


@pytest.mark.parametrize("content", [b"words", b"PK\x03\x04" * 9, b"SQLite format 3\0" + b"\xff" * 200])
def test_a_file_that_is_something_else_is_left_alone(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(content)
    for opened in (Store.open, Store.create_or_open):
        with pytest.raises(NotAStory, match=r"no story .*twosource build --into"):
            opened(tmp_path / "x.db")
    assert (tmp_path / "x.db").read_bytes() == content


def test_another_programs_database_and_another_version_are_told_apart(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE recipes (id)")
    with pytest.raises(NotAStory, match="no such table"):
        Store.open(tmp_path / "other.db")
    Store.create_or_open(tmp_path / "story.db").close()
    with sqlite3.connect(tmp_path / "story.db") as story:
        story.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    with pytest.raises(NotAStory, match="another form"):
        Store.create_or_open(tmp_path / "story.db")


def test_no_story_a_folder_and_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoStory, match="twosource build PAGES --into"):
        Store.open(tmp_path / "none.db")
    with pytest.raises(NotAStory, match="folder"):
        Store.open(tmp_path)
    with pytest.raises(NotAStory, match="folder"):
        Store.create_or_open(tmp_path)
    with pytest.raises(InputError, match="no folder"):
        Store.create_or_open(tmp_path / "none" / "story.db")


def test_a_file_left_by_a_build_that_was_killed_at_once_is_used(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    sqlite3.connect(tmp_path / "begun.db").execute("PRAGMA journal_mode = WAL")
    for name in ("empty.db", "begun.db"):
        with Store.create_or_open(tmp_path / name) as store:
            assert store.counts().pages == 0


def test_two_that_write_at_once_get_a_plain_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    Store.create_or_open(tmp_path / "story.db").close()
    with Store.create_or_open(tmp_path / "story.db") as one, Store.create_or_open(tmp_path / "story.db") as two:
        connection: Connection
        with one._transaction() as connection:
            connection.exec_driver_sql("INSERT INTO meta VALUES ('x', 'y')")
            with pytest.raises(StoreError, match="another build"):
                two.add_pages([_page("One.")])
