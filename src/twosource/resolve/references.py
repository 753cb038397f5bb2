"""References: whom a phrase refers to, within its page first and then in the story.

A name is found by its place: in "palace spokesman Jon Poe" the head is the last name, in "Roe's secretary,
Amos Ash" the apposition. A pronoun goes to the nearest subject that fits, sentence by sentence backwards
(Hobbs 1978, without the parse); a description to whom the pages give that title. What fits nobody stays without a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from twosource.records import Entity, Mention, Range, Reading, Reference, Span, Speaker
from twosource.resolve.callings import words_of
from twosource.resolve.casting import Casting
from twosource.resolve.descriptions import describe
from twosource.resolve.pages import NOBODY, Found, Page
from twosource.resolve.pronouns import GENDERS, Pronoun, personal, thing
from twosource.resolve.roles import BODIES, Profile, is_unnamed

_THINGS = frozenset(["it", "its", "itself"])
_PLURALS = frozenset("they them their we us our both these those".split())
WRITER = frozenset(["i", "me", "my", "myself"])
_RELATIVE = re.compile(r",? (?:who|which|that|whose)$")
_APPOSITION = re.compile(r", |\(")
_TIE = re.compile(r"\s(?:of|for|from|in|at|to|with|on|who|which|that)\s")


def references(
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    speakers: Sequence[Speaker],
    casting: Casting | None = None,
) -> tuple[Reference, ...]:
    """One `Reference` for every phrase that an event names as actor or recipient, and that is no name itself; two for
    "the two leaders" when two are named right before.

    What fits nobody has none. `speakers` are who the sources of attributions turned out to be; `casting` spares
    reading again what the pages tell of the entities. In the order of the readings and of the text.
    """
    casting = casting or Casting(readings, entities)
    said = _said(speakers)
    out: list[Reference] = []
    for reading in readings:
        page, local = casting.page(reading), casting.local[reading.article.id]
        page.spoken = _spoken(reading, said)
        for start, end in sorted(set(_phrases(reading))):
            span = Span(reading.article.id, start, end)
            who = _both(page, (start, end)) or [refer(page, (start, end), local, casting.known)]
            out.extend(Reference(span, found.entity, found.reason) for found in who if found.entity is not None)
    return tuple(out)


def _said(speakers: Sequence[Speaker]) -> dict[tuple[str, int], str]:
    return {(s.attribution.article, s.index): s.entity for s in speakers if s.entity}


def _spoken(reading: Reading, said: Mapping[tuple[str, int], str]) -> dict[int, Found]:
    """By where a source stands, who it is: what a pronoun after it goes to, and what the same phrase is again."""
    out: dict[int, Found] = {}
    for index, attribution in enumerate(reading.annotations.attributions):
        if attribution.source:
            entity = said.get((reading.article.id, index))
            out[attribution.source[0]] = Found(entity, "the speaker" if entity else "unnamed")
    return out


def _phrases(reading: Reading) -> Iterator[Range]:
    """The actors and recipients of events in which nobody is named."""
    named = [(m.start, m.end) for m in reading.annotations.mentions if m.kind != "NORP"]
    starts = [start for start, _ in named]
    for event in reading.annotations.events:
        for start, end in (*event.actors, *event.recipients):
            inside = named[bisect_left(starts, start) : bisect_left(starts, end)]
            if not any(stop <= end for _, stop in inside):
                yield start, end


_TWO = re.compile(
    r"(?:the|both|these) (?:two |both )?(?:leaders?|presidents?|men|women|ministers?|sides|pair|politicians)$"
)


def _both(page: Page, phrase: Range) -> list[Found]:
    """ "The two leaders": the two persons of the last sentence that names two, up to three sentences back."""
    words = page.text[slice(*phrase)].lower()
    if not _TWO.match(words) or not re.search(r"two|both|pair|sides", words):
        return []
    here = page.sentence(phrase[0])
    for number in range(here, max(-1, here - 4), -1):
        start, end = page.sentences[number]
        people = [page.entity(m) for m in page.inside(start, min(end, phrase[0])) if m.kind == "PERSON"]
        two = [p for p in dict.fromkeys(people) if p is not None]
        if len(two) == 2:
            reason = f"“{page.text[slice(*phrase)]}” are the two persons named before it"
            return [Found(entity, reason) for entity in two]
        if two:
            return []
    return []


def refer(page: Page, source: Range, local: Mapping[str, Profile], known: Mapping[str, Profile]) -> Found:
    """Whom the phrase at `source` refers to, with the reason; `local` and `known` tell the roles in page and story."""
    start, end = source
    if page.spoken.get(start, NOBODY).entity and not page.inside(start, end):
        return page.spoken[start]
    phrase = _RELATIVE.sub("", page.text[start:end])
    end = start + len(phrase)
    low = phrase.lower().strip()

    def described(place: Range) -> Found:
        return describe(page, place, local, known)

    if low in GENDERS:
        return personal(Pronoun(page, start, GENDERS[low], local, known, described))
    if low in _THINGS:
        return thing(page, start, described)
    if low in _PLURALS:
        return Found(None, f"“{phrase}” names no one speaker")
    if low in WRITER:
        return _writer(page, start)
    heads = _heads(page, start, end)
    if len(heads) > 1:
        return Found(None, "several speakers: " + " and ".join(dict.fromkeys(m.text for m in heads)))
    if heads:
        return _named(page, heads[0])
    if is_unnamed(phrase):
        return Found(None, f"unnamed in the source: “{phrase}”")
    return describe(page, (start, end), local, known)


def _writer(page: Page, at: int) -> Found:
    """Who "I" is: in somebody's direct speech that one, else the writer of the page."""
    word = page.text[at:].split(maxsplit=1)[0]
    around = [
        (end - start, page.spoken.get(source, NOBODY))
        for source, content in page.said.items()
        for start, end in content
        if start <= at < end and source != at
    ]
    if page.quotation(at) is not None and around:
        entity = min(around, key=lambda one: one[0])[1].entity
        if entity is not None:
            return Found(entity, f"“{word}” is {page.name(entity)}, whose words these are")
    return Found(None, f"“{word}” is the writer or a speaker who is not named here")


# --- names ------------------------------------------------------------------------------------------------------------


def _named(page: Page, mention: Mention) -> Found:
    entity = page.entity(mention)
    if entity is None:
        return Found(None, f"“{mention.text}” belongs to no entity")
    return Found(entity, f"named: “{mention.text}”")


def _heads(page: Page, start: int, end: int) -> list[Mention]:
    """The mentions that are the source itself, not part of its description."""
    pieces = _pieces(page.text, start, end)
    people = [m for a, b in pieces for m in _heads_of(page, a, b) if m.kind == "PERSON"]
    if len(people) > 1 and re.search(r"\band\b", page.text[people[0].end : people[1].start]):
        return people
    first = [m for a, b in pieces[:1] for m in _heads_of(page, a, b)]
    if first and (first[0].kind == "PERSON" or len(pieces) == 1):
        return first
    for a, b in pieces[1:]:
        persons = [m for m in _heads_of(page, a, b) if m.kind == "PERSON" and m.start - a < 40]
        if persons:
            return [*[m for m in first if m.kind == "PERSON"], *persons][:1] if not first else persons[:1]
    return first


def _pieces(text: str, start: int, end: int) -> list[Range]:
    """The source cut at its commas and brackets: the phrase, then its appositions."""
    cuts = [start, *(start + m.end() for m in _APPOSITION.finditer(text[start:end])), end]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip(" ,)(")]


# What may stand behind a person's name as part of it: "Tutu II".
_GENERATION = re.compile(r"(?:[IVX]{1,4}|Jr|Sr)\.?")
# "Inspector General of Police R. Rao", "Leader of the Opposition Hon. Ann Lee": the name of an office, all in capitals,
# with "of" or "for" inside; its holder follows. "Spokesman for President Lee" has no office before the title.
_OFFICE = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w-]*,? ){1,4}(?:(?:of|for) (?:the )?(?:[A-Z][\w-]* (?:(?:and|&) )?){1,4}){1,2}"
    r"(?:[A-Z][a-z]{1,4}\. ){0,2}"
)


def _heads_of(page: Page, start: int, end: int) -> list[Mention]:
    """The head names of one phrase: nothing but "and" or a tie ("of", "for") follows them, and no tie comes before."""
    found: list[Mention] = []
    for mention in page.inside(start, end):
        if mention.kind == "NORP":
            continue
        before = page.text[start : mention.start]
        after = page.text[mention.end : end].strip(' ,)("“”')
        if _TIE.search(f" {before}") and not found and not (mention.kind == "PERSON" and _OFFICE.fullmatch(before)):
            continue
        if found and not re.search(r"\band\b", page.text[found[-1].end : mention.start]):
            continue
        if words_of(after)[-1:] and len(words_of(after)) == 1 and words_of(after)[0] in BODIES:
            after = ""
        if mention.kind == "PERSON" and _GENERATION.fullmatch(after):
            after = ""
        if after and not re.match(r"(?:and|or|of|for|from|in|at|to|with|on|who|which|that)\b|[-–—/]\s", after):
            continue
        found.append(mention)
    return found
