"""The status of an event mention: from tense, modals and negation, then from the attribution around it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from twosource.annotate.predicates import Predicate
from twosource.records import Act, Attribution, Range, Status

# What an attribution's act makes of what stands in its content.
ACT_STATUS: dict[Act, Status] = {
    "claimed": "alleged",
    "accused": "alleged",
    "denied": "denied",
    "promised": "planned",
    "demanded": "possible",
    "asked": "possible",
    "thought": "possible",
}
POSSIBLE = frozenset({"could", "may", "might", "can", "should", "would"})
DUE = frozenset({"due", "scheduled", "set", "expected", "planned"})
CONDITIONS = frozenset({"if", "unless", "whether", "in case"})


def plain_status(doc: Doc, p: Predicate) -> Status:
    """The status by the clause alone, with no operator or speaker."""
    if p.negated:
        return "negated"
    if p.start and doc[p.clause[0] - 1 if p.clause[0] else 0].lower_ in CONDITIONS:
        return "possible"
    if p.tense == "future" or (p.passive and p.lemma in {"plan", "schedule", "expect"}):
        return "planned"
    if p.infinitive and p.tense == "none":
        due = any(token.lower_ in DUE for token in doc[max(0, p.start - 2) : p.start])
        return "planned" if due else "possible"
    if p.modal in POSSIBLE and not _perfect(doc, p):
        return "possible"
    if p.progressive and p.tense == "present":
        return "ongoing"
    return "happened"


def _perfect(doc: Doc, p: Predicate) -> bool:
    return any(doc[i].lower_ == "have" for i in range(p.start, p.verb)) and p.modal not in POSSIBLE - {"can"}


def attributed(
    trigger: Range, status: Status, holder: Range | None, attributions: Sequence[Attribution]
) -> tuple[Status, Range | None]:
    """The status under the innermost attribution whose content holds `trigger`, and its holder."""
    inside = [
        a
        for a in attributions
        if any(s <= trigger[0] and trigger[1] <= e for s, e in a.content) and not (a.cue and a.cue == trigger)
    ]
    if not inside:
        return status, holder
    inner = min(inside, key=lambda a: (sum(e - s for s, e in a.content), a.content))
    made = ACT_STATUS.get(inner.act) or ("alleged" if inner.manner == "direct" else None)
    if made is None or (status in {"planned", "possible", "negated"} and made != "denied"):
        return status, holder
    return made, holder or inner.source
