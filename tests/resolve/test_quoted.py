"""Quotation marks of all kinds, and apostrophes, which are none."""

from __future__ import annotations

import pytest

from twosource.resolve.quoted import quoted


def marked(text: str) -> list[str]:
    """The letters of a text that stand in quotation marks, one string a stretch."""
    inside = quoted(text, range(len(text)))
    kept = "".join(letter if yes and letter.isalnum() else " " for letter, yes in zip(text, inside, strict=True))
    return kept.split()


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “no way” twice", ["no", "way"]),
        ('He said "no way" twice', ["no", "way"]),
        ("He said ''no way'' twice", ["no", "way"]),
        ("He said ``no way'' twice", ["no", "way"]),
        ("Er sagte „nein“ und ging", ["nein"]),
        ("Il dit «non» encore", ["non"]),
        ("She said ‘it’s late’ and left", ["it", "s", "late"]),
        ("It's the boys' boat, isn't it", []),
        ("the ’90s and the boys’ boat", []),
        ("“All of it\n\nnot this", ["All", "of", "it"]),
        ("“one” two “three”", ["one", "three"]),
        ("", []),
    ],
)
def test_what_stands_inside(text: str, inside: list[str]) -> None:
    assert marked(text) == inside
