"""What people decide, from the names and lines that they see to the story made anew; the real stages at work."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.path.conftest import Run
from twosource import JudgementError, Story, review

PAGES = {
    "one.txt": "Mayor Anna Holm opened the bridge in Selm on 3 March 2031. Holm said the work had cost too much.\n\n"
    "Some two hundred people watched from the river bank, and a band played until it grew dark.\n",
    "two.txt": "Published: 5 March 2031\n\nEngineer Piet Marrow criticised the city of Selm on Tuesday. Ms Holm "
    "rejected the criticism.\n\nMayor Anna Holm opened the bridge in Selm on 3 March 2031, Marrow said.\n",
    "three.txt": "The mayor of Tarn, Anneliese Holm, arrived in Selm on 9 March 2031. Holm met traders there.\n\n"
    "The traders of the old market said the bridge had brought them more visitors than any fair.\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(text)
    Story.build([folder], folder.parent / "made.db").close()
    return folder


@pytest.fixture
def story(made: Path, tmp_path: Path) -> Story:
    path = tmp_path / "story.db"
    path.write_bytes((made.parent / "made.db").read_bytes())
    return Story.open(path, judging=True)


def _names(story: Story) -> dict[str, tuple[str, ...]]:
    return {view.name: view.aliases for view in story.names() if view.kind == "PERSON"}


def test_names_are_put_together_and_taken_apart_again(story: Story) -> None:
    before = story.names()
    one, other = review.name(story, "Anna Holm"), review.name(story, "Anneliese Holm")
    merging = review.merged(story, [one, other], "Ann", "the same")
    story.judge(merging)
    assert "Anneliese Holm" not in _names(story)
    joined = review.name(story, "Anneliese Holm")
    assert joined.judged == (f"put together by Ann, {merging.when[:10]}: the same",)
    assert {"Anna Holm", "Anneliese Holm"} <= set(joined.aliases)
    story.judge(review.withdrawn(story, merging.id[:8], "Ann"))
    assert story.names() == before


def test_a_spelling_is_somebody_else(story: Story) -> None:
    story.judge(review.taken_apart(story, review.name(story, "Anneliese Holm"), "Holm", "Ann"))
    assert "Holm" in _names(story) and _names(story)["Anneliese Holm"] == ("Anneliese Holm",)


def test_another_name_and_kind_stay_through_a_build_with_more_pages(story: Story, tmp_path: Path) -> None:
    story.judge(review.renamed(story, review.name(story, "Anna Holm"), "A. M. Holm", "Ann"))
    story.judge(review.of_kind(story, review.name(story, "Tarn"), "org", "Ann"))
    path = tmp_path / "story.db"
    story.close()
    words = "Anna Holm left Selm on 10 March 2031, the city of Tarn said. Her office in Selm was shut all day."
    (tmp_path / "four.txt").write_text(words)
    with Story.build([tmp_path / "four.txt"], path) as again:
        kinds = {view.name: (view.kind, view.articles) for view in again.names()}
        assert kinds["A. M. Holm"] == ("PERSON", 3) and kinds["Tarn"][0] == "ORG"
        assert again.resolution().unapplied == ()


def test_a_line_gets_another_date_place_and_type_and_is_left_out(story: Story) -> None:
    item = next(item for item in story.timeline() if "bridge" in item.headline)
    event = review.event(story, item.id)
    for field, value in (("date", "2031-03-02/2031-03-04"), ("place", "Old Selm"), ("type", "disaster")):
        story.judge(review.corrected(story, event, field, value, "Ann"))  # type: ignore[arg-type]
    changed = next(one for one in story.timeline() if one.id == item.id)
    assert (changed.date, changed.place, changed.type) == ("2031-03-02/2031-03-04", "Old Selm", "DISASTER")
    assert changed.date_known_by == "judged" and len(changed.judged) == 3 and "by Ann" in changed.date_reason
    story.judge(review.noted(story, event, "seen on film", "Ann"))
    assert "seen on film" in next(one for one in story.timeline() if one.id == item.id).judged[-1]
    hiding = review.hidden(story, event, "Ann")
    story.judge(hiding)
    assert item.id not in {one.id for one in story.timeline()}
    story.judge(review.withdrawn(story, hiding.id, "Ann"))
    assert item.id in {one.id for one in story.timeline()}


def test_one_page_tells_another_event_and_two_lines_tell_one(story: Story) -> None:
    item = next(item for item in story.timeline() if len(item.reports) == 2)
    story.judge(review.another_event(story, review.event(story, item.id), item.reports[0].article, "Ann"))
    parted = [one for one in story.timeline() if any(r.quote == item.reports[0].quote for r in one.reports)]
    assert [len(one.reports) for one in parted] == [1]
    twin = next(one for one in story.timeline() if any(r.quote == item.reports[1].quote for r in one.reports))
    story.judge(review.one_event(story, [review.event(story, parted[0].id), review.event(story, twin.id)], "Ann"))
    assert item.reports in {one.reports for one in story.timeline()}


def test_what_cannot_be_decided_is_said(story: Story) -> None:
    holm, item = review.name(story, "Anna Holm"), story.timeline()[0]
    event = review.event(story, item.id)
    wrong: list[tuple[str, Callable[[], object]]] = [
        ("no name 'Berg'", lambda: review.name(story, "Berg")),
        ("may be Anna Holm", lambda: review.name(story, "Holm")),
        ("one name already", lambda: review.merged(story, [holm, holm], "Ann")),
        ("no spelling 'Berg'", lambda: review.taken_apart(story, holm, "Berg", "Ann")),
        ("an empty name", lambda: review.renamed(story, holm, " ", "Ann")),
        ("is not one of PERSON", lambda: review.of_kind(story, holm, "dog", "Ann")),
        ("is no date", lambda: review.corrected(story, event, "date", "soon", "Ann")),
        ("is no date", lambda: review.corrected(story, event, "date", "2031-02-30", "Ann")),
        ("is no date", lambda: review.corrected(story, event, "date", "2032/2031", "Ann")),
        ("no event 'x'", lambda: review.event(story, "x")),
        ("no judgement 'x'", lambda: review.withdrawn(story, "x", "Ann")),
        ("needs the name", lambda: review.hidden(story, event, " ")),
    ]
    for words, act in wrong:
        with pytest.raises(JudgementError, match=words):
            act()
    assert story.judgements() == ()


def test_the_commands_put_names_right(made: Path, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "story.db"
    path.write_bytes((made.parent / "made.db").read_bytes())
    assert "Anneliese Holm" in run("names", path).out
    done = run("names", "merge", path, "Anna Holm", "Anneliese Holm", "--by", "Ann", "--why", "one mayor")
    assert done.code == 0 and "kept and applied" in done.err
    run("names", "rename", path, "Anna Holm", "A. Holm", "--by", "Ann")
    assert "A. Holm" in run("names", "list", path, "--kind", "person").out
    log = run("review", path).out
    assert "Anna Holm and Anneliese Holm are one" in log and "one mayor" in log
    first = json.loads(run("review", path, "--json").out)[0]["id"]
    assert run("review", path, "--undo", first, "--by", "Ann").code == 0
    assert "taken back" in run("review", path).out and "Anneliese Holm" in run("names", path).out
    failed = run("names", "split", path, "Piet Marrow", "--spelling", "Berg")
    assert failed.code == 1 and "its spellings are" in failed.err
