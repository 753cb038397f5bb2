"""Fixtures that every part shares."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

# A busy machine is no fault of the program.
hypothesis.settings.register_profile(
    "twosource", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("twosource")

SHARED = Path(os.environ.get("TWOSOURCE_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the checkout; the test is skipped, visibly, without it."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip(f"no development data at {SHARED} (set TWOSOURCE_SHARED)")
    return SHARED
