"""The format of our own annotated sentences, and that every line of them keeps to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.markup import LABELS, NAMES, MarkupError, parse, passages

SENTENCES = Path(__file__).parents[2] / "training" / "sentences"


def test_marks_nest_and_point_into_the_text() -> None:
    passage = parse("[[Ada Orr|PERSON], [mayor|ROLE] of [Selm|LOC]|SOURCE], [said|CUE] [it rained|CONTENT].")
    assert passage.text == "Ada Orr, mayor of Selm, said it rained."
    marked = [(mark.label, passage.text[mark.start : mark.end]) for mark in passage.marks]
    assert marked == [
        ("SOURCE", "Ada Orr, mayor of Selm"), ("PERSON", "Ada Orr"), ("ROLE", "mayor"), ("LOC", "Selm"),
        ("CUE", "said"), ("CONTENT", "it rained"),
    ]  # fmt: skip
    assert [mark.label for mark in passage.names()] == ["PERSON", "LOC"]


def test_a_mark_may_say_whom_it_stands_for() -> None:
    (mark,) = parse("[She|SOURCE=Ada Orr] agreed.").marks
    assert (mark.label, mark.names) == ("SOURCE", "Ada Orr")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[Ada Orr|PERSON", "not closed"),
        ("Ada Orr|PERSON]", "closes nothing"),
        ("[Ada Orr|WOMAN]", "unknown label"),
        ("[ Ada Orr|PERSON]", "padded"),
        ("[|PERSON]", "empty"),
        ("[Bank of [Selm|LOC]|ORG]", "a name within a name"),
        ("a | b", "no mark"),
    ],
)
def test_a_line_off_the_format_is_refused(line: str, reason: str) -> None:
    with pytest.raises(MarkupError, match=reason):
        parse(line)


@settings(deadline=None)
@given(st.lists(st.tuples(st.text("abc é,.", min_size=1).map(str.strip).filter(bool), st.sampled_from(sorted(LABELS)))))
def test_what_is_marked_is_read_back(parts: list[tuple[str, str]]) -> None:
    passage = parse(" ".join(f"[{text}|{label}]" for text, label in parts))
    assert [(passage.text[m.start : m.end], m.label) for m in passage.marks] == parts


def test_our_sentences_keep_to_the_format_and_are_many_and_each_its_own() -> None:
    found = list(passages(SENTENCES))
    assert len(found) >= 1500
    assert [text for text, n in Counter(p.text for _, p, _ in found).items() if n > 1] == []
    assert 0.08 < sum(out for _, _, out in found) / len(found) < 0.12
    kinds = Counter(mark.label for _, passage, _ in found for mark in passage.marks)
    assert all(kinds[kind] >= 500 for kind in NAMES)
    assert sum(bool(m.names) for _, p, _ in found for m in p.marks) >= 150, "speakers with the name they stand for"


def test_a_speaker_said_to_be_somebody_is_named_in_the_same_document() -> None:
    texts: dict[str, str] = defaultdict(str)
    found = list(passages(SENTENCES))
    for document, passage, _ in found:
        texts[document] += passage.text + "\n"
    strange = [
        mark.names
        for document, passage, _ in found
        for mark in passage.marks
        if not all(word in texts[document].lower() for word in set(mark.names.lower().split()) - {"and", "the"})
    ]
    assert strange == []


def test_an_error_says_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# note\n\n[Ada|PERSON] left.\n[Ada|WOMAN] left.\n", encoding="utf-8")
    with pytest.raises(MarkupError, match=r"a\.txt:4: unknown label"):
        list(passages(tmp_path))
