from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.cli import terminal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (None, ""),
        ("plain “words” – żółć 漢字", "plain “words” – żółć 漢字"),
        ("two\nlines\tand  more", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]52;c;ZXZpbA==\x1b\\after", "after"),
        ("a\x9b31mb\x00c\x7f", "a 31mb c"),
        ("abc\u202edef\u2066", "abcdef"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_a_page_cannot_reach_the_terminal(text: str | None, shown: str) -> None:
    assert terminal.safe(text) == shown


@given(st.text())
def test_nothing_that_a_terminal_acts_on_is_left(text: str) -> None:
    shown = terminal.safe(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066\ufeff" for c in shown)
    assert terminal.safe(shown) == shown


def test_json_is_utf8_with_all_controls_escaped(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    terminal.print_json_line({"text": "ż \x1b[31m \x9b \x7f"})
    assert capfdbinary.readouterr().out == '{"text":"ż \\u001b[31m \\u009b \\u007f"}\n'.encode()


def test_a_message_is_one_clean_line(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.say("one\x1b[31m\ntwo")
    assert capsys.readouterr().err == "twosource: one two\n"
