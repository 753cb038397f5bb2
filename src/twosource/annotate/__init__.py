"""Annotate: what stands in a text. Sentences, names, times, amounts, attributions and events, each with its range.

The text is never altered; annotations point into it. Each annotator is a function of a `Doc` (see `language.read`), so
that any of them can be used alone. To add one: a file here, a line in `annotate_text`, its name in ANNOTATORS.
"""

from __future__ import annotations

from twosource.annotate.amounts import amounts
from twosource.annotate.attributions import attributions
from twosource.annotate.components import times_of
from twosource.annotate.events import events
from twosource.annotate.language import english, read, sentence_ranges
from twosource.annotate.names import mentions
from twosource.annotate.times import times
from twosource.records import Annotations, Article
from twosource.settings import AnnotateSettings

ANNOTATORS = (mentions, times, amounts, attributions, events)

__all__ = [
    "ANNOTATORS",
    "amounts",
    "annotate",
    "annotate_text",
    "attributions",
    "english",
    "events",
    "mentions",
    "read",
    "times",
    "times_of",
]


def annotate(article: Article, settings: AnnotateSettings = AnnotateSettings()) -> Annotations:
    """All annotations of an article. Relative times are resolved against its stated publication date, if it has one."""
    published = article.published.value if article.published else None
    return annotate_text(article.id, article.text, published, article.title, settings)


def annotate_text(
    article: str,
    text: str,
    published: str | None = None,
    title: str | None = None,
    settings: AnnotateSettings = AnnotateSettings(),
) -> Annotations:
    """All annotations of a text as it is: ranges are characters of `text`; `published` is an ISO date or None."""
    doc = read(text, settings)
    found_mentions = mentions(doc, title)
    found_times = times(doc, published)
    found_amounts = amounts(doc)
    found_attributions = attributions(doc, found_mentions)
    return Annotations(
        article=article,
        sentences=sentence_ranges(doc),
        mentions=found_mentions,
        times=found_times,
        amounts=found_amounts,
        attributions=found_attributions,
        events=events(doc, found_mentions, found_times, found_amounts, found_attributions),
        english=doc._.is_english,
    )
