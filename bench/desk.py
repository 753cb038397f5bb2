"""How long the desk's pages take of the server's time, and what they weigh, on a story of the size of a long campaign.

    python -m bench.desk [--shared PATH] [--story STORY] [--json]

Without --story the story is built from the articles of PolNeAR under PATH, which takes long: `--keep STORY` keeps it
for the next time. Each time is the least of three, in the server's own processor time, of an answer without the
network; the first of them, before any index is made, stands beside it. Ends with 1 when a page takes longer, or the
first page weighs more, than it may (`MAY`). The yardstick is putting the timeline's records into JSON, which nobody
who shows them can do without.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec
from litestar import Litestar
from litestar.testing import TestClient

ROOT = Path(__file__).parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # run as a file: the other parts are found all the same

from bench.copies import articles  # noqa: E402
from twosource import Story  # noqa: E402
from twosource.web import application  # noqa: E402

RUNS = 3
MAY = {"timeline": 300.0, "page": 500.0, "first kB": 300.0}
"""Milliseconds of the server's time for the timeline and for any other page; kilobytes of the first page with all that
it loads."""
FIRST = ("/static/desk.css", "/static/desk.js", "/static/htmx.min.js", "/static/icon.svg")


@dataclass(frozen=True)
class Served:
    """One page: milliseconds of the server's time at first and at best, and kilobytes."""

    page: str
    first: float
    best: float
    kilobytes: float

    def is_slow(self) -> bool:
        """Whether it takes longer than it may, at best or at first."""
        return max(self.first, self.best) > MAY["timeline" if self.page == "/timeline" else "page"]


def pages(client: TestClient[Litestar]) -> Iterator[tuple[str, str]]:
    """(what, address) of every kind of page, the heaviest of its kind where that can be told."""
    items = client.get("/api/timeline?limit=500&top=500").json()["items"]
    names = client.get("/api/names?limit=1").json()["items"]
    sources = client.get("/api/sources?limit=500").json()["items"]
    event = max(items, key=lambda item: len(item["reports"]))
    article = max(sources, key=lambda source: source["words"])["article"]
    lists = ("timeline", "timeline?page=9", "timeline?contested=1", "timeline?top=50", "findings", "said",
             "said?q=war", "names", "names?q=an", "sources", "map", "search?q=president", "problems", "about", "review",
             f"timeline?name={names[0]['name']}")  # fmt: skip
    yield from ((f"/{one.partition('?name')[0]}{'?name=' if '?name' in one else ''}", f"/{one}") for one in lists)
    yield "an event of many", f"/events/{event['id']}"
    yield "the first name", f"/names/{names[0]['id']}"
    yield "the longest article", f"/articles/{article}"
    yield "a passage of it", f"/articles/{article}?at=10-400"
    yield "as it came in", f"/articles/{article}/raw"
    yield "API: timeline", "/api/timeline"
    yield "API: attributions", "/api/attributions"


def served(story: Path) -> tuple[list[Served], float, float]:
    """Every page; milliseconds of the yardstick; kilobytes of the first page with all that it loads."""
    app = application(story, token="bench", review=True)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        client.get("/?token=bench", follow_redirects=False)
        first = _timed("/timeline", "/timeline", client)
        found = [first, *(_timed(what, address, client) for what, address in pages(client) if what != "/timeline")]
        weight = first.kilobytes + sum(len(client.get(one).content) for one in FIRST) / 1000
        timeline = app.state.desk.view().timeline
    yardstick = min(_milliseconds(lambda: msgspec.json.encode(timeline)) for _ in range(RUNS))
    return found, yardstick, weight


def _timed(what: str, address: str, client: TestClient[Litestar]) -> Served:
    size = 0

    def ask() -> None:
        nonlocal size
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        size = len(answer.content)

    times = [_milliseconds(ask) for _ in range(RUNS)]
    return Served(what, times[0], min(times), size / 1000)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def build(shared: Path, into: Path) -> None:
    """The story of PolNeAR's articles. Raises FileNotFoundError where they are not."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "articles.jsonl"
        with rows.open("w", encoding="utf-8") as stream:
            for reading in articles(shared):
                one = reading.article
                published = one.published.value if one.published else None
                row = {"text": one.text, "title": one.title, "outlet": one.outlet, "published": published}
                stream.write(json.dumps({key: value for key, value in row.items() if value}) + "\n")
        Story.build([rows], into).close()


def main(arguments: list[str] | None = None) -> int:
    """Time every page and print the table."""
    parser = argparse.ArgumentParser(prog="bench.desk", description="Time the desk's pages on a large story.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the development data")
    parser.add_argument("--story", type=Path, help="a story that is built already")
    parser.add_argument("--keep", type=Path, help="where to keep the story that is built")
    parser.add_argument("--json", action="store_true", help="print JSON")
    chosen = parser.parse_args(arguments)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        story = chosen.story or chosen.keep or Path(folder) / "story.db"
        if not chosen.story:
            try:
                build(chosen.shared, story)
            except FileNotFoundError as error:
                print(f"desk: skipped, {error.filename or error} is absent (--shared PATH or --story)", file=sys.stderr)
                return 0
        found, yardstick, weight = served(story)
    _print(found, yardstick, weight, as_json=chosen.json)
    slow = [one for one in found if one.is_slow()]
    for one in slow:
        print(f"{one.page} takes {max(one.first, one.best):.0f} ms: too long", file=sys.stderr)
    if weight > MAY["first kB"]:
        print(f"the first page weighs {weight:.0f} kB with all that it loads: too much", file=sys.stderr)
    return 1 if slow or weight > MAY["first kB"] else 0


def _print(found: list[Served], yardstick: float, weight: float, *, as_json: bool) -> None:
    if as_json:
        pages_ = [{**asdict(one), "ratio": one.best / yardstick} for one in found]
        print(json.dumps({"pages": pages_, "yardstick": yardstick, "first kB": weight}, indent=2))
        return
    print(f"{'page':28} {'first ms':>9} {'best ms':>9} {'ratio':>7} {'kB':>7}")
    for one in found:
        print(f"{one.page:28} {one.first:9.0f} {one.best:9.0f} {one.best / yardstick:7.2f} {one.kilobytes:7.0f}")
    print(f"{'yardstick: timeline to JSON':28} {'':9} {yardstick:9.0f} {1:7.2f}")
    print(f"{'first page, all it loads':28} {'':9} {'':9} {'':7} {weight:7.0f}")


if __name__ == "__main__":
    sys.exit(main())
