"""The timeline as TimelineJS 3 JSON (Knight Lab; https://timeline.knightlab.com/docs/json-format.html)."""

from __future__ import annotations

import html
from typing import TextIO

import msgspec

from twosource.export.edtf import bounds
from twosource.export.exporter import Exported, Exporter, count, marks, standing, who_says
from twosource.export.words import shown
from twosource.records import Report, TimelineItem


def write_timelinejs(story: Exported, stream: TextIO) -> None:
    """One slide an item that has a date. TimelineJS cannot show one without: the title says how many there are.

    A date that is known only in part stands at its first possible day, and `display_date` says what is known.
    """
    items = story.comparison.timeline
    slides = [_slide(item) for item in items if any(bounds(item.date))]
    undated = len(items) - len(slides)
    note = f"{count(undated, 'item')} without a date not shown" if undated else ""
    slide_show = {"title": {"text": {"headline": "Timeline", "text": note}}, "events": slides}
    stream.write(msgspec.json.format(msgspec.json.encode(slide_show), indent=2).decode() + "\n")


def _slide(item: TimelineItem) -> dict[str, object]:
    first, last = bounds(item.date)
    slide: dict[str, object] = {
        "unique_id": item.id,
        "start_date": _day(first or last or ""),
        "display_date": _text_of(item.date_text),
        "text": {"headline": _text_of(item.headline), "text": _text(item)},
    }
    if first and last and first != last:
        slide["end_date"] = _day(last)
    return slide


def _day(day: str) -> dict[str, int]:
    year, month, number = day.split("-")
    return {"year": int(year), "month": int(month), "day": int(number)}


def _text(item: TimelineItem) -> str:
    """TimelineJS shows this as HTML: everything that a page said is escaped."""
    notes = " · ".join(word for word in (who_says(item), standing(item), *marks(item)) if word)
    return f"<p>{_text_of(notes)}</p>" + "".join(_receipt(report) for report in item.reports)


def _text_of(text: str) -> str:
    return html.escape(shown(text))


def _receipt(report: Report) -> str:
    where = " · ".join(part for part in (report.outlet, report.source_file, report.published) if part)
    cited = f", citing {report.attributed_to}" if report.attributed_to else ""
    return f"<blockquote>{_text_of(report.quote)}<br>— {_text_of(where + cited)}</blockquote>"


TIMELINEJS = Exporter("timelinejs", "a slide show for the web (TimelineJS 3 JSON)", write_timelinejs)
