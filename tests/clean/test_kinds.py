"""Live blogs and pages of several articles are marked as what they are, and nothing else is."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import msgspec
import pytest

from tests.clean.pages import BODY, FIRST, TITLE, cleaned, html, page
from twosource.clean import clean, kinds, problems
from twosource.records import Article, Media
from twosource.run.steps import clean_page
from twosource.settings import CleanSettings

ENTRIES = (
    (
        "15.42",
        "Crossing stays shut overnight",
        "The harbour council says the crossing will stay shut until six in the morning. Its chair, Ilsa Marren, "
        "told reporters that divers had not yet reached the smaller of the two boats.",
        "Buses will run from the town hall every half hour.",
    ),
    (
        "15.05",
        "Divers on their way",
        "A team of eight divers has left Tarn by road, the coast guard says. It expects them at the quay before dusk, "
        "though fog on the coast road may hold them up.",
        "They bring a camera that can be lowered into the hull.",
    ),
    (
        "14.31",
        "First passengers on land",
        "All 84 passengers of the larger ferry are now on land, a spokesman for it said. Nine of them were taken "
        "to the clinic with cuts and bruises, and two will be kept there over night.",
        "",
    ),
    (
        "13.58",
        "What is known so far",
        "Two ferries collided in thick fog at about one o'clock. Nobody is missing. The cause is not known, and "
        "the coast guard has asked all boats to stay away from the mouth of the harbour.",
        "",
    ),
    (
        "13.20",
        "Collision reported",
        "We are hearing reports of a collision in the harbour of Norvik. More as we get it. Our reporter Jo Ek is on "
        "his way to the quay and will send what he sees from there.",
        "",
    ),
)
SCHOOL = (
    "The school board of Tarn voted on Thursday to keep the old gymnasium, which was to make room for a car park.",
    "Parents had gathered two thousand names against the plan, the head of the board, Lena Osk, told this paper.",
    "The board will now look for another place for the cars, she said, and hopes to have found one by September.",
    "Until then the teachers will go on leaving theirs at the lake, as they have done for most of the year.",
)
APPLES = (
    "Apples will be dear this year, growers on the lake say, after a late frost killed most of the blossom in April.",
    "One in three trees will bear no fruit, according to a count by the growers' union, and the rest little.",
    "The union has asked the region for help, but the fund for bad harvests was spent on the floods of last year.",
)
REPORTS = (
    (TITLE, "3 March 2021", "Jonas Ek", BODY),
    ("Tarn keeps its old gymnasium after all", "2 March 2021", "Mia Lund", SCHOOL),
    ("Late frost makes apples dear on the lake", "1 March 2021", "Ole Brenn", APPLES),
)
PLAIN = "Ferries collide in the harbour of Norvik"


def live_text(head: str, title: str = PLAIN, order: int = 1) -> str:
    """A live blog as stripped text; `head` is what an entry's head looks like."""
    told = [part for entry in ENTRIES[::order] for part in (head.format(*entry), *entry[2:]) if part]
    return "\n\n".join(["Home", title, "Wednesday 3 March 2021", *told, "Related", "Fog again in the bay", "About us"])


def live_html(tag: str, stamp: str, title: str = PLAIN, head: str = "") -> str:
    """A live blog as HTML; `stamp` is how the time of an entry is marked up."""
    told = "".join(
        f"<{tag}>{stamp.format(time, time.replace('.', ':'))}<h2>{name}</h2><p>{first}</p><p>{second}</p></{tag}>"
        for time, name, first, second in ENTRIES
    )
    return html(f"<main><h1>{title}</h1><div>{told}</div></main>", f"<title>{title}</title>{head}")


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        "{0}\n{1}",
        "{0} GMT {1}",
        "* {0}\n{1}",
        "**{0}** {1}",
        "3 March 2021 {0}\n{1}",
        "Posted at {0}\n{1}",
        "{0} - {1}",
        "{1}\n{0}",
    ],
)
def test_a_run_of_entries_with_their_times_newest_first_is_a_live_blog(head: str) -> None:
    article = cleaned(live_text(head))
    assert (article.kind, article.problem) == ("live", None)
    assert "A team of eight divers" in article.text and "asked all boats" in article.text


def test_entries_run_forward_only_where_the_title_says_live() -> None:
    assert cleaned(live_text("{0}\n{1}", order=-1)).kind == "article"
    assert cleaned(live_text("{0}\n{1}", "Norvik ferry collision: as it happened", order=-1)).kind == "live"


@pytest.mark.parametrize("tag", ["article", "div", "section", "li"])
def test_entries_with_times_in_the_markup_are_a_live_blog(tag: str) -> None:
    assert cleaned(live_html(tag, '<time datetime="2021-03-03T{1}:00Z">{0}</time>'), "html").kind == "live"
    assert cleaned(live_html(tag, '<p><time datetime="PT5M">{0}</time></p>'), "html").kind == "live"


def test_times_in_no_markup_of_times_count_where_the_title_says_live() -> None:
    stamp = '<span class="stamp">{0}</span>'
    assert cleaned(live_html("div", stamp), "html").kind == "article"
    assert cleaned(live_html("div", stamp, f"{PLAIN}: live updates"), "html").kind == "live"


def test_the_pages_data_say_that_it_is_a_live_blog() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    stated = ld(**{"@type": ["LiveBlogPosting"], "headline": TITLE})
    updates = ld(
        **{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "liveBlogUpdate": [{"headline": "Fog"}]}]}
    )
    other = ld(**{"@type": "NewsArticle"}) + stated
    body = f"<article><h1>{TITLE}</h1>{text}</article>"
    assert cleaned(html(body, stated), "html").kind == "live"
    assert cleaned(html(body, updates), "html").kind == "live"
    assert cleaned(html(body, other), "html").kind == "article"  # a live blog that the article only points to
    scope = f'<div itemscope itemtype="https://schema.org/LiveBlogPosting">{body}</div>'
    assert cleaned(html(scope), "html").kind == "live"


@pytest.mark.parametrize("marks", ["{1}", "By {2}", "By {2}\n{1}", "{1} | By {2}"])
def test_several_reports_on_one_page_of_text_are_a_digest(marks: str) -> None:
    told = [part for report in REPORTS for part in (report[0], marks.format(*report), *report[3])]
    article = cleaned("\n\n".join(["Home", *told, "About us"]))
    assert article.kind == "digest"
    assert FIRST in article.text and APPLES[1] in article.text


def test_several_articles_in_html_are_a_digest() -> None:
    told = "".join(
        f'<article><h2><a href="/x">{title}</a></h2><p>{day} by {by}</p><p>{"</p><p>".join(text)}</p></article>'
        for title, day, by, text in REPORTS
    )
    article = cleaned(html(f"<h1>Quay Notes</h1>{told}", "<title>Quay Notes</title>"), "html")
    assert article.kind == "digest"
    assert FIRST in article.text and APPLES[1] in article.text


def test_doctor_is_told_and_the_article_is_kept() -> None:
    source = page(live_text("{0}\n{1}"))
    _, article, told = clean_page(source, CleanSettings())
    assert article is not None and article.text and told is not None
    assert (told.source, told.stage, told.kind) == (source.source, "clean", "live blog")
    assert all(message.count(";") == 2 and "\n" not in message for _, message in kinds.TOLD.values())


def test_a_story_stored_before_there_were_kinds_is_read() -> None:
    stored = msgspec.json.encode(cleaned("\n\n".join([TITLE, *BODY])))
    old = stored.replace(b',"kind":"article"', b"")
    assert old != stored
    assert msgspec.json.decode(old, type=Article).kind == "article"


# --- what is neither -------------------------------------------------------------------------------------------------

AGENDA = "\n".join(f"{hour}:00 Talk {hour}\n{ENTRIES[hour % 5][2]}" for hour in range(9, 17))
SPEECH = "\n".join(f"0{n}:1{n}\n{ENTRIES[n % 5][2]}" for n in range(1, 9))
TICKER = "\n".join(f"1{9 - n}:3{n} The council of place {n} met and spoke at length about fog" for n in range(9))
DIARY = "\n\n".join(f"{n} March 2021\n\n{ENTRIES[n % 5][2]}" for n in range(9, 1, -1))
SUBHEADS = "\n\n".join(f"{entry[1]}\n\n{entry[2]}" for entry in ENTRIES)
READERS = ("Ole Brenn", "Mia Lund", "Lena Osk", "Jonas Ek", "Ana Torv")
COMMENTS = "\n".join(f"{name}\n3 March 2021 {e[0]}\n{e[2]}\nReply" for name, e in zip(READERS, ENTRIES, strict=True))
NAMED = COMMENTS.replace("\nReply", "")
SCORES = "\n".join(f"{n}.{n}0 to 2.1{n}: {ENTRIES[n % 5][2]}" for n in range(5, 1, -1))


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join([TITLE, "3 March 2021", *BODY]),
        f"{TITLE}\n\n{AGENDA}",
        f"{TITLE}\n\n{SPEECH}",
        "\n\n".join([TITLE, *BODY, TICKER]),
        "\n\n".join([TITLE, TICKER, *BODY]),
        f"{TITLE}\n\n{DIARY}",
        f"{TITLE}\n\nBy Jonas Ek\n\n{SUBHEADS}",
        "\n\n".join([TITLE, *BODY, COMMENTS]),
        "\n\n".join([TITLE, *BODY, NAMED]),
        f"{TITLE}\n\n{SCORES}",
        "\n\n".join([TITLE, "3 March 2021", *BODY, *BODY]),
    ],
)
def test_an_article_is_an_article(text: str) -> None:
    assert cleaned(text).kind == "article"


def test_a_list_of_teasers_is_no_article_of_any_kind() -> None:
    told = [(title, text[0]) for title, _, _, text in REPORTS] + [entry[1:3] for entry in ENTRIES]
    article = cleaned("\n".join(f"{title}\n3 March 2021\n{text}\nRead more" for title, text in told))
    assert (article.problem, article.kind) == (problems.INDEX, "article")


def test_readers_comments_and_cards_in_html_are_no_entries() -> None:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    cards = "".join(
        f"<article><h3>{title}</h3><time>{day}</time><p>{text[0]}</p></article>" for title, day, _, text in REPORTS
    )
    said = "".join(f"<article><time>{e[0]}</time><h4>{e[1]}</h4><p>{e[2]}</p></article>" for e in ENTRIES)
    items = "".join(f"<article><h2>{entry[1]}</h2><p>{entry[2]}</p></article>" for entry in ENTRIES)
    for rest in (f"<div class='related'>{cards}</div>", cards, f"<section id='comments'>{said}</section>"):
        assert cleaned(html(f"<article><h1>{TITLE}</h1>{told}</article>{rest}"), "html").kind == "article"
    assert cleaned(html(f"<h1>{TITLE}</h1>{told}{items}"), "html").kind == "article"


def test_no_page_of_the_bench_is_marked(shared: Path) -> None:
    """All of them are single reports: a mark would be wrong."""
    folder = shared / "bench" / "cleaning"
    texts: list[tuple[str, bytes, Media]] = []
    for form in ("inscriptis", "html2text"):
        pages = json.loads((folder / f"raw-text-{form}.json").read_text("utf-8"))
        texts += [(key, text.encode(), "text") for key, text in sorted(pages.items())]
    texts += [(path.name, gzip.decompress(path.read_bytes()), "html") for path in sorted((folder / "html").iterdir())]
    marked = [(key, media, kind) for key, text, media in texts if (kind := clean(page(text, media)).kind) != "article"]
    assert len(texts) == 3 * 92
    assert marked == []
