"""A hostile little story to export."""

from __future__ import annotations

import io

from twosource.export import Exporter
from twosource.records import Comparison, Finding, Origin, Report, Side, TimelineItem

EVIL = '=HYPERLINK("http://evil.example","<script>alert(1)</script>") [a](javascript:x) \x1b[31m'


def report(quote: str, outlet: str | None, article: str = "a1", published: str | None = "2031-02-03") -> Report:
    """One article's telling."""
    return Report(
        article=article,
        source_file=f"pages/{article}.html",
        outlet=outlet,
        published=published,
        quote=quote,
        prefix="",
        suffix="",
        start=10,
        end=10 + len(quote),
        attributed_to="the mayor",
        status="happened",
        date="2031-02-02",
    )


def item(name: str, date: str, *reports: Report, **facts: object) -> TimelineItem:
    """A line of the story."""
    known: dict[str, object] = {
        "id": name,
        "date": date,
        "date_known_by": "stated" if date else "unknown",
        "date_text": f"on {date}" if date else "date not known",
        "date_reason": "the page says so",
        "headline": f"The {name} sank",
        "type": "DISASTER",
        "status": "happened",
        "holder": None,
        "participants": ("Ann Holm", "the harbour board"),
        "place": "Ostrava Bay",
        "outlets": len({one.outlet for one in reports if one.outlet}),
        "origins": 1,
        "origin_reasons": (Origin("Bay Post", "text", ("a1",), "one text"),),
        "weight": 1.0,
        "reports": reports,
        "findings": (),
    }
    return TimelineItem(**{**known, **facts})  # type: ignore[arg-type]


def difference() -> Finding:
    """Two tolls."""
    sides = tuple(Side(f"{n} dead", f"{n} dead.", "a1", "a1.html", "Bay Post", 0, 7, "the mayor") for n in (5, 6))
    return Finding("f1", "difference", "the number of dead", sides, "5 is not 6")


def story() -> Comparison:
    """Three items: one with a day and a difference, one whose day is open, one without a date and with evil in it."""
    ferry = item(
        "ferry",
        "2031-02-02",
        report("The ferry sank.", "Bay Post"),
        report("A ferry sank.", None, "a2", None),
        findings=(difference(),),
    )
    loan = item(
        "loan", "2031-02/..", report("A loan was promised.", "Bay Mail", "a3"), status="planned", holder="the bank"
    )
    evil = item("evil", "", report(EVIL, "<b>Evil</b>", "a4"), headline=EVIL)
    return Comparison((ferry, loan, evil), (difference(),), (), (), ())


def exported(exporter: Exporter) -> str:
    """What an exporter writes of it."""
    stream = io.StringIO(newline="")
    exporter.write(story(), stream)
    return stream.getvalue()
