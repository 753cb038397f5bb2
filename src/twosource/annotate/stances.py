"""Attitudes that an adjective tells: "was eager to sell", "is confident that", "seemed wary of"."""

from __future__ import annotations

from twosource.annotate import contents, sources
from twosource.annotate.cue_verbs import cue_start
from twosource.annotate.cues import STANCES
from twosource.annotate.phrases import Words
from twosource.annotate.reporting import Statement

_LINKS = frozenset("be feel seem sound remain look grow become stay appear".split())
"""Verbs that link a subject with what it is."""


def stance(words: Words, i: int, start: int, end: int) -> Statement | None:
    """The statement of the adjective `i` behind a verb that links it with its subject; None where it makes none."""
    group = words.group_start(i)
    while group > start and words.pos[group - 1] == "VERB" and words.lemma[group - 1] in _LINKS:
        group = words.group_start(group - 1)
    if not any(words.lemma[k] in _LINKS or words.low[k] in {"'s", "'m", "'re"} for k in range(group, i)):
        return None
    link = next(k for k in range(i - 1, group - 1, -1) if words.lemma[k] in _LINKS or words.low[k][0] == "'")
    source = sources.subject(words, link, start)
    if source is None or words.low[source[1] - 1] in {"it", "this", "that", "there", "what"}:
        return None  # "it is clear that" is nobody's
    found = contents.right(words, i, STANCES[words.low[i]], i + 1, end)
    if found is None:
        return None
    return Statement(
        source, (cue_start(words, group, i), found.cue_end), found.spans, "thought", "attitude", confidence=0.8
    )
