"""What a trained model says of names, as scores that other evidence can be added to.

A score is the logarithm of a chance: of each token and each of TAGS. A Doc tells only the names that its model chose,
so that these count as SURE and everything else as that much less.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from twosource.annotate.name_weights import SURE
from twosource.records import MentionKind

KINDS: tuple[MentionKind, ...] = get_args(MentionKind)
TAGS: tuple[str, ...] = ("O", *(f"{sign}-{kind}" for kind in KINDS for sign in "BI"))
Scores = NDArray[np.float32]

# The labels of spaCy's and of CoNLL's pipelines in ours; what is not here (dates, works, money) is no name of ours.
LABELS: dict[str, MentionKind] = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "NORP": "NORP",
}  # fmt: skip


def columns(kind: MentionKind) -> slice:
    """The columns of a kind's two tags."""
    at = 1 + 2 * KINDS.index(kind)
    return slice(at, at + 2)


def tells(doc: Doc) -> bool:
    """Whether a model has looked for names in this Doc, found or not."""
    return len(doc) > 0 and doc.has_annotation("ENT_IOB")


def told(tokens: Sequence[Token]) -> Scores:
    """The scores of `tokens` [n, tags]: 0 for the tag that the model chose, -SURE for the others."""
    scores = np.full((len(tokens), len(TAGS)), -SURE, np.float32)
    for row, token in zip(scores, tokens, strict=True):
        kind = LABELS.get(token.ent_type_)
        row[0 if kind is None else TAGS.index(f"{token.ent_iob_}-{kind}")] = 0.0
    return scores
