"""A hostile little story to export."""

from __future__ import annotations

from tests.hostile_texts import TEXTS
from twosource.export import BinaryExporter, Exported, Exporter
from twosource.export.exporter import Roles
from twosource.records import (
    AttributionView,
    Comparison,
    CountryTie,
    Finding,
    NameView,
    Origin,
    Problem,
    Report,
    Side,
    SourceView,
    Tie,
    TimelineItem,
)

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


def dispute() -> Finding:
    """A claim and its denial."""
    sides = (
        Side("hit a rock", "The mayor said it hit a rock.", "a1", "a1.html", "Bay Post", 0, 29, "Ann Holm"),
        Side("denied it", "The pilot denied it.", "a3", "a3.html", "Bay Mail", 0, 20, "the pilot"),
    )
    return Finding("f2", "dispute", "hit a rock", sides, "said by Ann Holm; denied by the pilot")


def tie(how: Tie, entity: str | None) -> CountryTie:
    """What makes a name one of Czechia's."""
    return CountryTie(how, "CZ", "Czechia", entity, "by its name")


def source(article: str, outlet: str | None, title: str | None = None, **facts: object) -> SourceView:
    """A page as a source."""
    known: dict[str, object] = {
        "article": article,
        "source_file": f"pages/{article}.html",
        "outlet": outlet,
        "title": title,
        "published": "2031-02-03T10:00+01:00",
        "published_known_by": "meta",
        "date": "2031-02-03",
        "date_reason": "the page states it (meta)",
        "credit": None,
        "words": 120,
        "copies_from": (),
        "problem": None,
    }
    return SourceView(**{**known, **facts})  # type: ignore[arg-type]


def said(content: str, who: str | None, name: str | None, article: str = "a1", start: int = 40) -> AttributionView:
    """A direct quotation."""
    return AttributionView(
        source=who, source_name=name, cue="said", content=content, manner="direct", kind="speech", act="said",
        article=article, source_file=f"pages/{article}.html", outlet="Bay Post", start=start, end=start + len(content),
        quote=content, reason="the subject of the cue",
    )  # fmt: skip


def story() -> Comparison:
    """Three items: one with a day and a difference, one whose day is open, one without a date and with evil in it."""
    ferry = item(
        "ferry",
        "2031-02-02",
        report("The ferry sank.", "Bay Post"),
        report("A ferry sank.", None, "a2", None),
        findings=(difference(), dispute()),
    )
    loan = item(
        "loan", "2031-02/..", report("A loan was promised.", "Bay Mail", "a3"), status="planned", holder="the bank"
    )
    evil = item("evil", "", report(EVIL, "<b>Evil</b>", "a4"), headline=EVIL)
    names = (
        NameView("n1", "Ann Holm", "PERSON", ("Ann Holm", "A. Holm"), 5, 2, ()),
        NameView("n2", "the harbour board", "ORG", ("the harbour board",), 2, 1, (), country=tie("body", None)),
        NameView("n3", "Ostrava Bay", "LOC", ("Ostrava Bay",), 2, 1, (), country=tie("seat", "n5")),
        NameView("n4", "Ostravans", "NORP", ("Ostravans",), 1, 1, (), country=tie("people", "n5")),
        NameView("n5", "Czechia", "LOC", ("Czechia",), 1, 1, ()),
    )
    sources = (
        source("a1", "Bay Post", "Ferry sinks"),
        source("a2", None, None, published=None, published_known_by=None, date="../2031-02-09", copies_from=("a1",)),
        source("a3", "Bay Mail", "Loan promised", credit="Coast Agency", published=None, date="2031-02"),
        source("a4", "<b>Evil</b>", EVIL),
        source("a5", None, None, problem="a cookie wall"),
    )
    quotes = (said("We wept.", "Mrs Holm", "Ann Holm"), said("It burned.", "a witness", None, start=80))
    return Comparison((ferry, loan, evil), (difference(), dispute()), quotes, names, sources)


def given(comparison: Comparison | None = None, **facts: object) -> Exported:
    """The story as exporters get it."""
    known: dict[str, object] = {
        "title": "The ferry",
        "pages": 5,
        "problems": (Problem("pages/a5.html", "clean", "wall", "only a cookie notice is written here"),),
        "addresses": {"a1": "https://bay-post.invalid/ferry", "a4": "javascript:pwned=1"},
        "version": "1.2",
        "roles": lambda: {"ferry": Roles(("Ann Holm",), ("the harbour board",))},
    }
    return Exported(story() if comparison is None else comparison, **{**known, **facts})  # type: ignore[arg-type]


def hostile() -> Exported:
    """A story all of whose words are hostile: an item, an article, a name and a finding of each text."""
    items, sources, names, quotes, findings = [], [], [], [], []
    for number, text in enumerate(TEXTS):
        article = f"h{number}"
        sides = tuple(Side(text, text, article, text, text, 0, len(text), text) for _ in range(2))
        finding = Finding(f"f{number}", ("dispute", "difference", "revision")[number % 3], text, sides, text)
        told = Report(article, text, text, text, text, text, text, 0, len(text), text, "alleged", "2031-02-02")
        items.append(
            item(
                f"i{number}", "2031-02-02" if number % 2 else "", told, headline=text, holder=text, status="alleged",
                place=text, participants=(text, text), date_text=text, date_reason=text, findings=(finding,),
                origin_reasons=(Origin(text, "text", (article,), text),), judged=(text,),
            )
        )  # fmt: skip
        sources.append(source(article, text, text, source_file=text, credit=text, published=text, date_reason=text))
        names.append(
            NameView(f"n{number}", text, ("PERSON", "ORG", "LOC")[number % 3], (text, text + "2"), 1, 1, (), (text,))
        )
        quotes.append(said(text, text, text, article))
        findings.append(finding)
    comparison = Comparison(tuple(items), tuple(findings), tuple(quotes), tuple(names), tuple(sources))
    return Exported(
        comparison, title=TEXTS[0], pages=len(TEXTS), version="1.2",
        problems=tuple(Problem(text, "clean", text, text) for text in TEXTS),
        addresses={f"h{number}": text for number, text in enumerate(TEXTS)},
        roles=lambda: {f"i{number}": Roles((text,), (text, text)) for number, text in enumerate(TEXTS)},
    )  # fmt: skip


def exported(exporter: Exporter | BinaryExporter, of: Exported | None = None) -> str:
    """What an exporter of text writes of it."""
    return exporter.made(given() if of is None else of).decode()
