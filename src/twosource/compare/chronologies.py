"""A name's chronology: what it did, what was done to it, and what it said, in order of time, each with its receipts.

The timeline is the story's; this is one person's, organisation's or place's way through it. Nothing is left out for
being small: what the timeline has no line for stands here too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from twosource.compare.news_days import LAST, NewsDays
from twosource.compare.receipts import Voice, Voices, context, one_line, quote
from twosource.compare.timeline import Maker
from twosource.compare.times import date_text
from twosource.records import (
    Act,
    Article,
    Chronology,
    Date,
    Entity,
    Event,
    EventMention,
    Part,
    Range,
    Reading,
    Report,
    Resolution,
    Span,
    Spelling,
    Status,
    Step,
    content_id,
)
from twosource.settings import CompareSettings

NOT_KNOWN = Date("", None, None, "unknown", "no page dates it, and none of them says when it was written")
ACT_STATUS: dict[Act, Status] = {"denied": "denied", "promised": "planned"}
"""How a matter stands by the kind of words that tell it, where that says so."""
WORD = re.compile(r"\w+")


def chronology(
    of: Entity | str,
    readings: Sequence[Reading],
    resolution: Resolution,
    settings: CompareSettings = CompareSettings(),
) -> Chronology:
    """The spellings of a name, and its events and words in order of time. The order of `readings` is no matter.

    `of` may be words: what no annotator takes for a name (a product, a law) is found where its words stand. `readings`
    must hold the articles that `articles_of` gives; others do no harm.
    """
    by_id = {reading.article.id: reading for reading in sorted(readings, key=lambda r: r.article.id)}
    entity = worded(of, (reading.article for reading in by_id.values())) if isinstance(of, str) else of
    if isinstance(of, str):
        resolution = msgspec.structs.replace(resolution, entities=(*resolution.entities, entity))
    steps = _Steps(entity, by_id, resolution, settings, by_words=isinstance(of, str)).all()
    return Chronology(
        name=entity.name, id=None if isinstance(of, str) else of.id, kind=None if isinstance(of, str) else of.kind,
        spellings=_spellings(entity, by_id), steps=tuple(sorted(steps, key=_order)),
    )  # fmt: skip


def worded(words: str, articles: Iterable[Article]) -> Entity:
    """Words as a name: its members are the places where they stand as whole words, in capitals or not."""
    pattern = re.compile(rf"(?<!\w){re.escape(' '.join(words.split()))}(?!\w)", re.IGNORECASE)
    spans = tuple(
        Span(article.id, found.start(), found.end())
        for article in sorted(articles, key=lambda article: article.id)
        for found in pattern.finditer(article.text)
    )
    key = content_id("words", words.casefold())
    return Entity(key, words, "ORG", (words,), spans, (), len({span.article for span in spans}))


def articles_of(entity: Entity, resolution: Resolution) -> frozenset[str]:
    """The articles that `chronology` needs: those that name it or give its words, and those that tell their events."""
    named = {span.article for span in entity.members}
    named |= {one.span.article for one in resolution.references if one.entity == entity.id}
    named |= {s.attribution.article for s in resolution.speakers if s.entity == entity.id}
    told = (event.members for event in resolution.events if any(m.article in named for m in event.members))
    return frozenset(named | {member.article for members in told for member in members})


def _order(step: Step) -> tuple[str, str, str, str, int, str]:
    """By where it stands, then by the first page that tells it and its place there; undated steps last.

    A page tells what follows after what it follows more often than not.
    """
    first = step.reports[0]
    return step.stands_at or LAST, step.latest or LAST, first.published or LAST, first.article, first.start, step.id


def _first_told(report: Report) -> tuple[str, str, int]:
    return report.published or LAST, report.article, report.start


class _Steps:
    """The events and words of one name."""

    def __init__(
        self,
        entity: Entity,
        readings: Mapping[str, Reading],
        resolution: Resolution,
        settings: CompareSettings,
        *,
        by_words: bool,
    ) -> None:
        self.entity, self.readings, self.resolution, self.by_words = entity, readings, resolution, by_words
        self.voices = Voices(readings, resolution)
        self.maker = Maker(tuple(readings.values()), resolution, (), settings, self.voices)
        self.days = NewsDays(self.voices)

    def all(self) -> list[Step]:
        """Every step, in no order."""
        said = self._said()
        steps: list[Step] = []
        deeds: set[tuple[str, int]] = set()
        for event in self.resolution.events:
            if event.hidden or not all(member.article in self.readings for member in event.members):
                continue
            told = [(m.article, self.readings[m.article].annotations.events[m.index]) for m in event.members]
            if self._is_in(event, told) and not all(_own(mention, said.get(article, ())) for article, mention in told):
                steps.append(self._step(event, told))
                deeds |= {_place(v) for article, mention in told for v in _by_cue(mention, said.get(article, ()))}
        words = _same([voice for article in said for voice in said[article]])
        return steps + [_saying(same, self.days) for same in words if not all(_place(voice) in deeds for voice in same)]

    def _said(self) -> dict[str, list[Voice]]:
        """The speech of which it is the speaker, by article, in order of its places."""
        said: dict[str, list[Voice]] = {}
        for article in self.readings:
            for voice in self.voices.of(article):
                if voice.entity == self.entity.id and voice.attribution.kind == "speech" and voice.attribution.content:
                    said.setdefault(article, []).append(voice)
        return said

    def _is_in(self, event: Event, told: Sequence[tuple[str, EventMention]]) -> bool:
        """Whether the name takes part in the event, or is words that its headline has: things seldom act."""
        if not self.by_words:
            return self.entity.id in event.participants
        return any(self._named(article, mention.headline) for article, mention in told)

    def _named(self, article: str, spans: Iterable[Range]) -> bool:
        return any(self.entity.id in self.voices.entities(article, span) for span in spans)

    def _step(self, event: Event, told: Sequence[tuple[str, EventMention]]) -> Step:
        item, date = self.maker.made(event), event.date
        places = [(article, mention.trigger[0], mention.background) for article, mention in told]
        return Step(
            id=event.id, kind="event", part=self._part(told), date=date.edtf, earliest=date.earliest,
            latest=date.latest, date_known_by=date.known_by, date_text=item.date_text, date_reason=date.reason,
            stands_at=self.days.stand(date, places), text=item.headline, status=item.status, holder=item.holder,
            reports=tuple(sorted(item.reports, key=_first_told)), origins=item.origins,
        )  # fmt: skip

    def _part(self, told: Sequence[tuple[str, EventMention]]) -> Part:
        """Whether the name acts in the event, undergoes it, or is named in it, in most of its tellings."""
        counts: Counter[Part] = Counter()
        for article, mention in told:
            if self._named(article, mention.actors):
                counts["acts"] += 1
            elif self._named(article, mention.recipients):
                counts["undergoes"] += 1
        return min(counts, key=lambda part: (-counts[part], part)) if counts else "named"


# --- words -----------------------------------------------------------------------------------------------------------


def _own(mention: EventMention, said: Sequence[Voice]) -> bool:
    """Whether the name's words in the article tell this for themselves: it is their plain cue, or what they deny.

    What was done by speaking, in the page's words (she accused, she appealed to), is told best by its clause.
    """
    if any(v.attribution.manner != "indirect" or mention.type == "STATEMENT" for v in _by_cue(mention, said)):
        return True
    denials = (voice.attribution.content for voice in said if voice.attribution.act == "denied")
    inside = any(start <= mention.trigger[0] < end for content in denials for start, end in content)
    return mention.status == "denied" and inside


def _by_cue(mention: EventMention, said: Sequence[Voice]) -> list[Voice]:
    """The words whose cue is the trigger."""
    cues = ((voice, voice.attribution.cue) for voice in said)
    return [voice for voice, cue in cues if cue and cue[0] < mention.trigger[1] and mention.trigger[0] < cue[1]]


def _place(voice: Voice) -> tuple[str, int]:
    return voice.reading.article.id, voice.index


def _same(said: Sequence[Voice]) -> list[list[Voice]]:
    """What was said, the same words of several pages together."""
    same: dict[str, list[Voice]] = {}
    for voice in said:
        same.setdefault(" ".join(WORD.findall(_content(voice).casefold())), []).append(voice)
    return [same[words] for words in sorted(same)]


def _content(voice: Voice) -> str:
    return one_line(" ".join(quote(voice.reading, piece) for piece in sorted(voice.attribution.content)))


def _saying(same: Sequence[Voice], days: NewsDays) -> Step:
    """Words as a step, with the most exact day that one of their pages gives them."""
    dated = [(_said_on(voice, days), voice) for voice in same]
    date, best = min(dated, key=lambda one: (one[0].known_by in {"inferred", "unknown"}, one[0].latest or LAST))
    act = best.attribution.act
    places = [(voice.reading.article.id, min(voice.attribution.content)[0], False) for voice in same]
    return Step(
        id=f"{best.reading.article.id}:{best.index}", kind="words", part="acts", date=date.edtf, earliest=date.earliest,
        latest=date.latest, date_known_by=date.known_by, date_text=date_text(date), date_reason=date.reason,
        stands_at=days.stand(date, places), text=_content(best), status=ACT_STATUS.get(act, "happened"), holder=None,
        reports=tuple(sorted((_report(voice, date) for date, voice in dated), key=_first_told)), act=act,
    )  # fmt: skip


def _said_on(voice: Voice, days: NewsDays) -> Date:
    """The day that the clause of the cue tells; else some day until the page was written."""
    article = voice.reading.article.id
    found, written = days.at(article, voice.attribution.time), days.written.get(article)
    if found is not None:
        return found
    if written is None or written.latest is None:
        return NOT_KNOWN
    reason = f"said by the time the page was written, {written.latest}"
    return Date(f"../{written.latest}", None, written.latest, "inferred", reason)


def _report(voice: Voice, date: Date) -> Report:
    article = voice.reading.article
    starts, ends = zip(*voice.attribution.content, strict=True)
    start, end = min(starts), min(max(ends), len(article.text))
    prefix, suffix = context(voice.reading, (start, end))
    return Report(
        article=article.id, source_file=article.source_file, outlet=article.outlet,
        published=article.published.value if article.published else None, quote=article.text[start:end],
        prefix=prefix, suffix=suffix, start=start, end=end, attributed_to=voice.said_by,
        status=ACT_STATUS.get(voice.attribution.act, "happened"), date="" if date.known_by == "inferred" else date.edtf,
    )  # fmt: skip


# --- spellings -------------------------------------------------------------------------------------------------------


def _spellings(entity: Entity, readings: Mapping[str, Reading]) -> tuple[Spelling, ...]:
    """Every spelling as written, most frequent first, with how often and in how many pages."""
    places: dict[str, list[str]] = {}
    for span in entity.members:
        if span.article in readings:
            written = one_line(quote(readings[span.article], (span.start, span.end)))
            places.setdefault(written, []).append(span.article)
    made = (Spelling(written, len(found), len(set(found))) for written, found in places.items())
    return tuple(sorted(made, key=lambda one: (-one.mentions, one.written)))
