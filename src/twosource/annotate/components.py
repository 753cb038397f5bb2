"""Annotators for a text alone and as spaCy components for anyone's pipeline.

`times_of(text)` reads a text with the shipped model. `nlp.add_pipe("twosource_times")` puts the same behind whatever a
pipeline has: with parts of speech, tense tells which way "on Friday" points; without them (`spacy.blank("en")`) cue
words do.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from twosource.annotate.language import read
from twosource.annotate.times import times
from twosource.records import TimeExpression
from twosource.settings import AnnotateSettings

FACTORY: Final = "twosource_times"
# Plain values under plain keys: what lies there survives `to_bytes`, a DocBin and `n_process`, as a record would not.
_TIMES: Final = "twosource_times"
_PUBLISHED: Final = "twosource_published"


def times_of(
    text: str, published: str | dt.date | None = None, settings: AnnotateSettings = AnnotateSettings()
) -> tuple[TimeExpression, ...]:
    """Every time expression of a text, in order; ranges are characters of `text`. Any text is allowed.

    `published` is the day that the text was written on, as a date or in ISO form; without it, relative expressions keep
    their X's. Raises SettingsError for a `language_model` that is not installed.
    """
    return times(read(text, settings), iso(published))


def iso(published: object) -> str | None:
    """A date, a date-time or a text in ISO form; None for anything else, which tells no day."""
    if isinstance(published, dt.date):
        return published.isoformat()
    return published if isinstance(published, str) else None


class Times:
    """Sets `doc._.times`, and `doc.spans[spans_key]` with a span for each: its label the type, its id the value.

    A document's day is `doc._.published` (ISO or a date), else `published` for every document. Nothing else of the Doc
    is touched. Spans cover whole tokens; the ranges in `doc._.times` are exact.
    """

    def __init__(self, published: str | None = None, spans_key: str = "times") -> None:
        self.published = published
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        found = times(doc, iso(doc._.published) or self.published)
        doc.user_data[_TIMES] = [msgspec.structs.astuple(time) for time in found]
        doc.spans[self.spans_key] = [_span(doc, time) for time in found]
        return doc


def _span(doc: Doc, time: TimeExpression) -> Span:
    span = doc.char_span(time.start, time.end, label=time.type, span_id=time.value, alignment_mode="expand")
    assert span is not None  # an expression has letters or digits, so that it meets a token
    return span


def _found(doc: Doc) -> tuple[TimeExpression, ...]:
    """What the component left in a Doc; nothing where it did not run."""
    fields = TimeExpression.__struct_fields__
    told = [dict(zip(fields, each, strict=True)) for each in doc.user_data.get(_TIMES, ())]
    return tuple(msgspec.convert(told, list[TimeExpression]))


def _published(doc: Doc) -> str | None:
    published: str | None = doc.user_data.get(_PUBLISHED)
    return published


def _publish(doc: Doc, published: object) -> None:
    doc.user_data[_PUBLISHED] = iso(published)


def _extend(name: str, **how: Any) -> None:
    """An attribute of every Doc, unless another library has taken the name."""
    if not Doc.has_extension(name):
        Doc.set_extension(name, **how)


_extend("published", getter=_published, setter=_publish)
_extend("times", getter=_found)


@Language.factory(
    FACTORY, assigns=["doc._.times", "doc.spans"], default_config={"published": None, "spans_key": "times"}
)
def make_times(nlp: Language, name: str, published: str | None, spans_key: str) -> Times:
    """The component `twosource_times` of a pipeline."""
    return Times(published, spans_key)
