"""Another spaCy pipeline in place of the shipped model: any that is installed and gives tags, lemmas and trees.

Trees in the labels of Universal Dependencies and of ClearNLP (the `en_core_web` pipelines) are both read: `schemes.py`.
"""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from twosource.errors import SettingsError

NEEDED = {"POS": "parts of speech", "LEMMA": "lemmas", "DEP": "dependency parse"}


@lru_cache(maxsize=2)
def pipeline(name: str) -> Language:
    """The installed pipeline of this name or folder, loaded once a process. Raises SettingsError when there is none, or
    when it does not say what the annotators need.
    """
    try:
        found = spacy.load(name)
    except OSError as error:
        raise SettingsError(
            f"no spaCy pipeline {name!r} is installed: install it into this Python (pip), or give its folder's path; "
            "without --language-model the shipped model is used"
        ) from error
    except Exception as error:
        raise SettingsError(f"the spaCy pipeline {name!r} cannot be loaded: {error}") from error
    missing = lacking(found("Ada saw a ship."))
    if missing:
        without = " and no ".join(missing)
        raise SettingsError(f"the spaCy pipeline {name!r} gives no {without}: twosource reads from these")
    return found


def lacking(doc: Doc) -> list[str]:
    """What the annotators need and this Doc does not have."""
    return [what for attribute, what in NEEDED.items() if not doc.has_annotation(attribute)]
