"""Attributions as shown: who said what, with the resolved name beside the source as written."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.compare.receipts import clipped, one_line, quote
from twosource.records import Attribution, AttributionView, Range, Reading, Resolution, Speaker


def attribution_views(readings: Mapping[str, Reading], resolution: Resolution) -> tuple[AttributionView, ...]:
    """One view for every attribution that has content, by source file, article and place.

    `quote` is exactly `article.text[start:end]`, from the first word of the content to the last, with whatever stands
    between its pieces (the cue of a split quotation); `content` is the pieces alone.
    """
    names = {entity.id: entity.name for entity in resolution.entities}
    speakers = {(speaker.attribution.article, speaker.index): speaker for speaker in resolution.speakers}
    ordered = sorted(readings.values(), key=lambda reading: (reading.article.source_file, reading.article.id))
    views = []
    for reading in ordered:
        for index, attribution in enumerate(reading.annotations.attributions):
            if attribution.content:
                views.append(_view(reading, attribution, speakers.get((reading.article.id, index)), names))
    return tuple(views)


def _view(
    reading: Reading, attribution: Attribution, speaker: Speaker | None, names: Mapping[str, str]
) -> AttributionView:
    start, end = _extent(reading, attribution)
    article = reading.article
    return AttributionView(
        source=_words(reading, attribution.source),
        source_name=names.get(speaker.entity) if speaker and speaker.entity else None,
        cue=_words(reading, attribution.cue),
        content=" ".join(filter(None, (_words(reading, piece) for piece in sorted(attribution.content)))),
        manner=attribution.manner,
        kind=attribution.kind,
        act=attribution.act,
        article=article.id,
        source_file=article.source_file,
        outlet=article.outlet,
        start=start,
        end=end,
        quote=article.text[start:end],
        reason=speaker.reason if speaker else "the speaker was not resolved",
        chain=tuple(filter(None, (_words(reading, link) for link in attribution.chain))),
        addressee=_words(reading, attribution.addressee),
        place=_words(reading, attribution.place),
        time=_words(reading, attribution.time),
        answers=_words(reading, attribution.answers),
    )


def _extent(reading: Reading, attribution: Attribution) -> Range:
    starts, ends = zip(*attribution.content, strict=True)
    return clipped(reading, (min(starts), max(ends)))


def _words(reading: Reading, span: Range | None) -> str | None:
    return one_line(quote(reading, span)) or None if span else None
