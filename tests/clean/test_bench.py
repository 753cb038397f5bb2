"""The benchmark's figures are at least what this stage is held to."""

from __future__ import annotations

from pathlib import Path

from bench.cleaning import score_cleaning


def test_cleaning_is_as_good_as_it_was(shared: Path) -> None:
    figures = score_cleaning(shared)
    assert figures["cleaning_html_f1"] >= 0.96
    assert figures["cleaning_inscriptis_f1"] >= 0.905
    assert figures["cleaning_html2text_f1"] >= 0.88
    assert figures["cleaning_dates_right"] >= 57
    assert figures["cleaning_dates_precision"] >= 97
    assert figures["cleaning_html_dates_right"] >= 83
