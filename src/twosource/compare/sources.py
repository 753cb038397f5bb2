"""Articles as sources: what is known of each, and which others it took text from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.compare.receipts import document_dates
from twosource.records import Reading, Resolution, SourceView

WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def source_views(readings: Mapping[str, Reading], resolution: Resolution) -> tuple[SourceView, ...]:
    """One view for every article, by source file; `copies_from` lists the articles that had shared text first.

    A copy of which nobody knows who had it first is no `copies_from` of either: the copy finding shows the pair.
    """
    dates = document_dates(resolution)
    took: dict[str, set[str]] = {}
    for copy in resolution.copies:
        if copy.known_first and copy.first.article != copy.later.article:
            took.setdefault(copy.later.article, set()).add(copy.first.article)
    views = []
    for reading in sorted(readings.values(), key=lambda r: (r.article.source_file, r.article.id)):
        article, date = reading.article, dates.get(reading.article.id)
        views.append(
            SourceView(
                article=article.id,
                source_file=article.source_file,
                outlet=article.outlet,
                title=article.title,
                published=article.published.value if article.published else None,
                published_known_by=article.published.known_by if article.published else None,
                date=date.edtf if date else "",
                date_reason=date.reason if date else "nothing is known of when it was written",
                credit=article.credit,
                words=sum(1 for _ in WORD.finditer(article.text)),
                copies_from=tuple(sorted(took.get(article.id, ()))),
                problem=article.problem,
            )
        )
    return tuple(views)
