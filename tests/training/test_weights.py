"""The starting weights are the published ones or none; the card keeps its words when its figures change."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.card import BEGIN, END, with_figures
from training.weights import WrongWeightsError, check
from twosource.annotate.encoder import MODEL


def test_other_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"others")
    with pytest.raises(WrongWeightsError, match="delete the folder"):
        check(tmp_path / "model.safetensors")


def test_figures_are_written_anew_between_their_marks() -> None:
    card = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    once = with_figures(card, ["| new | 1 |"])
    assert "old" not in once and "| new | 1 |" in once and once.startswith("before") and once.endswith("after\n")
    assert with_figures(once, ["| new | 1 |"]) == once


def test_the_card_of_the_shipped_model_has_its_figures() -> None:
    card = (MODEL / "CARD.md").read_text(encoding="utf-8")
    assert "LAS" in card.partition(BEGIN)[2].partition(END)[0]
    assert "CC BY-SA 4.0" in card
