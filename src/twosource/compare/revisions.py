"""Revisions: what a report takes back or corrects, in its own page (`corrections.py`) or in a later one
(`reversals.py`)."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.compare.corrections import corrections
from twosource.compare.receipts import Voices
from twosource.compare.reversals import reversals
from twosource.records import Finding, Reading, Resolution
from twosource.settings import CompareSettings


def revisions(
    readings: Mapping[str, Reading], resolution: Resolution, settings: CompareSettings, voices: Voices | None = None
) -> tuple[Finding, ...]:
    """Findings of kind revision: corrections by source file, then reversals by the day of the later report.

    `voices` spares building the index of speakers and names again.
    """
    voices = voices or Voices(readings, resolution)
    return (*corrections(readings), *reversals(readings, resolution, voices))
