"""Ranges found by place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.spans import Spans

RANGES = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(RANGES, max_size=12), RANGES)
def test_all_that_share_a_character_or_touch_are_found(ranges: list[tuple[int, int]], span: tuple[int, int]) -> None:
    numbered = [(*one, number) for number, one in enumerate(ranges)]
    expected = sorted(one for one in numbered if one[0] <= span[1] and span[0] <= one[1])
    assert Spans(numbered).beside(span) == expected
