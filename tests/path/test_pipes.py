from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import twosource.annotate
from tests.stages import Calls
from twosource.cli import pipes
from twosource.records import Amount, Annotations, Attribution, EventMention, Mention, TimeExpression
from twosource.settings import AnnotateSettings, Settings

CLEAN = [
    "id", "title", "outlet", "authors", "published", "dateline", "credit", "language", "text", "comments", "notes",
    "source_file", "problem", "kind",
]  # fmt: skip
TEXT = "  Ann Holm said\n\n it rained for 5 hours on Monday. "


def read(name: str, text: str, published: str | None, settings: AnnotateSettings) -> Annotations:
    """One of everything."""
    if "crash" in text:
        raise ZeroDivisionError("by zero")
    return Annotations(
        name,
        sentences=((2, len(text)),),
        mentions=(Mention(2, 10, "PERSON", "Ann Holm", gender="f"),),
        times=(TimeExpression(41, 47, "DATE", published or "XXXX-WXX-1", "XXXX-WXX-1", "document"),),
        amounts=(Amount(31, 38, "measure", 5.0, "hour"),),
        attributions=(Attribution((2, 10), (11, 15), ((18, 47),), "indirect", "speech", "said", time=(41, 47)),),
        events=(
            EventMention(
                (21, 27), "rain", "OTHER", ((2, 10),), (), None, (41, 47), "happened", None, ((18, 27),), (2, 48)
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small reader of texts."""
    monkeypatch.setattr(twosource.annotate, "annotate_text", read, raising=False)


def test_a_line_a_page_in_the_order_given(
    stages: Calls, pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    failed = pipes.cleaned(
        [pages / "wall.html", pages / "rows.jsonl", pages / "noise.txt", pages / "one.txt"], Settings()
    )
    printed = capsys.readouterr()
    lines = [json.loads(line) for line in printed.out.splitlines()]
    assert [list(line) for line in lines] == [CLEAN] * 3
    assert [line["source_file"] for line in lines] == ["wall.html", "rows.jsonl#1", "one.txt"]
    assert lines[0]["problem"] == "a cookie wall" and lines[2]["problem"] is None
    assert lines[1]["published"] == {"value": "2031-02-03", "known_by": "row"} and lines[1]["outlet"] == "Bay Post"
    assert failed == 2 and [line.partition(": ")[2][:12] for line in printed.err.splitlines()] == [
        "rows.jsonl#2",
        "noise.txt: t",
    ]


def test_a_page_given_twice_is_printed_twice(stages: Calls, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pipes.cleaned([pages / "one.txt", pages / "one.txt"], Settings()) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_annotations_are_in_the_form_that_others_rely_on(
    reader: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": 7, "text": TEXT, "published": "2031-02-03"}) + "\n")
    assert pipes.annotated(tmp_path / "in.jsonl", 1, AnnotateSettings()) == 0
    assert json.loads(capsys.readouterr().out) == {
        "id": 7,
        "english": True,
        "sentences": [[2, len(TEXT)]],
        "mentions": [{"start": 2, "end": 10, "kind": "PERSON"}],
        "times": [{"start": 41, "end": 47, "type": "DATE", "value": "2031-02-03"}],
        "amounts": [
            {
                "start": 31,
                "end": 38,
                "kind": "measure",
                "value": 5.0,
                "unit": "hour",
                "high": None,
                "hedge": None,
                "of": None,
            }
        ],
        "attributions": [
            {
                "source": [2, 10],
                "cue": [11, 15],
                "content": [[18, 47]],
                "manner": "indirect",
                "kind": "speech",
                "chain": [],
                "addressee": None,
                "place": None,
                "time": [41, 47],
                "answers": None,
            }
        ],
        "events": [
            {
                "trigger": [21, 27],
                "type": "OTHER",
                "actors": [[2, 10]],
                "recipients": [],
                "place": None,
                "time": [41, 47],
                "status": "happened",
                "holder": None,
            }
        ],
    }


def test_bad_lines_are_told_and_the_rest_is_printed(
    reader: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        '{"id": "a", "text": "' + "x" * 60 + '"}',
        "{broken",
        '{"id": "b"}',
        '{"id": "c", "text": "crash"}',
        "",
        "[1]",
    ]
    lines.append('{"id": "d", "text": "' + "y" * 60 + '", "published": null}')
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    assert pipes.annotated(Path("-"), 1, AnnotateSettings()) == 4
    printed = capsys.readouterr()
    assert [json.loads(line)["id"] for line in printed.out.splitlines()] == ["a", "d"]
    told = printed.err.splitlines()
    assert [line.removeprefix("twosource: ")[:6] for line in told] == ["line 2", "line 3", "id c: ", "line 6"]
    assert "ZeroDivisionError" in told[2]
