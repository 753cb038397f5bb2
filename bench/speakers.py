"""How often a pronoun or description that speaks is given the right name, on cases that we wrote and marked ourselves.

The cases are in tests/resolve/pronouns, with a README that says how they were marked. Each text is read as a story of
one page. A case with a name is right when the entity given is the one of that name and of no other name marked in its
text; where its attribution was not found at all it is wrong too, and also counted apart. A case without a name
("officials", "they") is wrong when it is given one.

    python -m bench.speakers [--set NAME] [--wrong]
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from twosource.annotate import annotate
from twosource.clean import clean
from twosource.errors import UnreadablePage
from twosource.gather import gather
from twosource.records import Article, Page, Range, Reading, Resolution, content_id
from twosource.resolve import resolve

ROOT = Path(__file__).parents[1]
MARKED = ROOT / "tests" / "resolve" / "pronouns"
EXAMPLE = ROOT / "examples" / "shipyard" / "pages"
SETS = ("texts", "example", "held_out")
_MARK = re.compile(r"\[([^\]=]{1,80})=([^\]]{0,80})\]")


@dataclass(frozen=True)
class Case:
    """A phrase that speaks, and the names that are right for it: none for one that must stay without a name."""

    start: int
    end: int
    names: frozenset[str]


@dataclass(frozen=True)
class Marked:
    """A text with its cases."""

    name: str
    article: Article
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class Outcome:
    """What became of a case: `verdict` is right, wrong (another's name), nobody, missing (no attribution was found), or
    unread (nobody is given, and the name was read nowhere in the text)."""

    text: Marked
    case: Case
    verdict: str
    given: str
    reason: str

    def line(self) -> str:
        """The case for a reader: its place in the text, what is right, what was given and why."""
        text = self.text.article.text
        before, phrase = text[max(0, self.case.start - 50) : self.case.start], text[self.case.start : self.case.end]
        shown = f"{before}[{phrase}]{text[self.case.end : self.case.end + 30]}".replace("\n", " ")
        right = "|".join(sorted(self.case.names)) or "nobody"
        return (
            f"{self.verdict:8} {self.text.name}: …{shown}… is {right}, given {self.given or 'nobody'} ({self.reason})"
        )


def score_speakers(_shared: Path = ROOT) -> dict[str, float]:
    """Per cent of the cases that are right: with a name, of all sets and of the held-out texts; without one, of all."""
    by_set = {chosen: list(outcomes(marked(chosen))) for chosen in SETS}
    found = [one for outcome in by_set.values() for one in outcome]
    return {
        "speakers_named": share(found, named=True),
        "speakers_named_held_out": share(by_set["held_out"], named=True),
        "speakers_unnamed": share(found, named=False),
    }


def share(found: Iterable[Outcome], named: bool) -> float:
    """Per cent of the named (or unnamed) cases that are right."""
    verdicts = [one.verdict for one in found if bool(one.case.names) == named]
    return round(100 * verdicts.count("right") / len(verdicts), 2)


def outcomes(texts: Iterable[Marked]) -> Iterator[Outcome]:
    """What became of every case, each text read as a story of one page."""
    for text in texts:
        reading = Reading(text.article, annotate(text.article))
        resolution = resolve([reading])
        for case in text.cases:
            yield _outcome(text, case, reading, resolution)


def _outcome(text: Marked, case: Case, reading: Reading, resolution: Resolution) -> Outcome:
    speaker = next((one for one in resolution.speakers if _speaks(case, reading, one.index)), None)
    if speaker is None:
        return Outcome(text, case, "missing" if case.names else "right", "", "no attribution here")
    entity = next((one for one in resolution.entities if one.id == speaker.entity), None)
    aliases = {_bare(alias) for alias in entity.aliases} if entity else set()
    right = {_bare(name) for name in case.names}
    others = {_bare(name) for one in text.cases for name in one.names} - right
    if entity is None:
        read = any(_named({_bare(alias) for alias in one.aliases}, right, others) for one in resolution.entities)
        verdict = "right" if not case.names else "nobody" if read else "unread"
    else:
        verdict = "right" if not aliases & others and _named(aliases, right, others) else "wrong"
    return Outcome(text, case, verdict, entity.name if entity else "", speaker.reason)


def _speaks(case: Case, reading: Reading, index: int) -> bool:
    source = reading.annotations.attributions[index].source
    return source is not None and source[0] < case.end and case.start < source[1]


def _named(aliases: set[str], right: set[str], others: set[str]) -> bool:
    """Whether one of the aliases is the name, or a part of it that no other name has, or the name with a title: where a
    name begins and ends is measured elsewhere."""
    parts = {alias for alias in aliases if not any(_ends(other, alias) for other in others)}
    return bool(aliases & right) or any(_ends(name, part) or _ends(part, name) for part in parts for name in right)


def _ends(long: str, short: str) -> bool:
    return f" {long}".endswith(f" {short}")


def _bare(name: str) -> str:
    return re.sub(r"^the ", "", name.casefold()).replace("’", "'")


# --- reading the cases ----------------------------------------------------------------------------------------------


def marked(chosen: str) -> list[Marked]:
    """The texts of one set, by the name of its file in tests/resolve/pronouns."""
    return list(_example()) if chosen == "example" else list(_texts(MARKED / f"{chosen}.txt"))


def _texts(path: Path) -> Iterator[Marked]:
    """The texts of a file: "# text: NAME", then a paragraph a line, with marks "[She=Ana Roe]" and "[Officials=]"."""
    for block in path.read_text(encoding="utf-8").split("# text: ")[1:]:
        name, *paragraphs = [line for line in block.splitlines() if line.strip()]
        text, cases = _unmarked("\n\n".join(paragraphs))
        yield Marked(name, _article(name, text), tuple(cases))


def _unmarked(text: str) -> tuple[str, list[Case]]:
    """The text without its marks, and the cases where they stood."""
    out, cases, done = "", [], 0
    for mark in _MARK.finditer(text):
        out += text[done : mark.start()]
        names = frozenset(name for name in mark[2].split("|") if name)
        cases.append(Case(len(out), len(out) + len(mark[1]), names))
        out += mark[1]
        done = mark.end()
    return out + text[done:], cases


def _article(name: str, text: str) -> Article:
    ranges: list[Range] = [match.span() for match in re.finditer(r"[^\n]+", text)]
    return Article(
        id=content_id(name, text), source_file=name, title=None, outlet=None, authors=(), published=None, updated=None,
        dates=(), dateline=None, credit=None, language="en", url=None, text=text, paragraphs=tuple(ranges),
        comments=(), notes=(),
    )  # fmt: skip


def _example() -> Iterator[Marked]:
    """The cases of the example story's pages: a quote that stands once in the page, the phrase in brackets."""
    by_page: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for line in (MARKED / "example.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        by_page[one["page"]].append((one["quote"], one["name"]))
    for item in gather([EXAMPLE]):
        if isinstance(item, Page) and Path(item.source).name in by_page:
            try:
                article = clean(item)
            except UnreadablePage:
                continue
            name = Path(item.source).name
            yield Marked(name, article, tuple(_quoted(article.text, *one) for one in by_page[name]))


def _quoted(text: str, quote: str, name: str | None) -> Case:
    before, phrase, after = re.split(r"[\[\]]", quote)
    assert text.count(before + phrase + after) == 1, quote
    start = text.index(before + phrase + after) + len(before)
    return Case(start, start + len(phrase), frozenset([name] if name else []))


def _print(chosen: str, show: bool) -> None:
    found = list(outcomes(marked(chosen)))
    for named in (True, False):
        verdicts = Counter(one.verdict for one in found if bool(one.case.names) == named)
        words = ", ".join(f"{verdict} {count}" for verdict, count in sorted(verdicts.items()))
        share_of = f"{share(found, named):6.2f} %  of {verdicts.total()}"
        print(f"{chosen:9} {'named' if named else 'unnamed':8} {share_of}: {words}")
    for one in found if show else ():
        if one.verdict != "right":
            print(one.line())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, nargs="+", default=SETS, dest="chosen")
    parser.add_argument("--wrong", action="store_true", help="print every case that is not right")
    arguments = parser.parse_args()
    for one_set in arguments.chosen:
        _print(one_set, arguments.wrong)
