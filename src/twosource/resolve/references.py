"""References: whom a phrase refers to, within its page first and then in the story.

A name is found by its place: in "palace spokesman Jon Poe" the head is the last name, in "Roe's secretary,
Amos Ash" the apposition. A pronoun goes to the nearest subject that fits, sentence by sentence backwards
(Hobbs 1978, without the parse); a description to whom the pages give that title. What fits nobody stays without a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.records import Entity, Mention, Range, Reading, Reference, Span, Speaker
from twosource.resolve.roles import (
    BODIES,
    VOICES,
    Profile,
    country_key,
    is_unnamed,
    match,
    profiles,
    role_words,
    words_of,
)

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THINGS = frozenset(["it", "its", "itself"])
_PLURALS = frozenset("they them their we us our both these those".split())
_WRITER = frozenset(["i", "me", "my"])
_RELATIVE = re.compile(r",? (?:who|which|that|whose)$")
_APPOSITION = re.compile(r", |\(")
_TIE = re.compile(r"\s(?:of|for|from|in|at|to|with|on|who|which|that)\s")
_SENTENCES_BACK = 6  # a pronoun farther from its name than this is left alone


@dataclass(frozen=True, slots=True)
class Found:
    entity: str | None
    reason: str


NOBODY = Found(None, "")


class Page:
    """One reading with what is needed to look backwards in it."""

    def __init__(self, reading: Reading, entity_of: Mapping[Span, str], names: Mapping[str, str]) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.mentions = reading.annotations.mentions
        self.starts = [mention.start for mention in self.mentions]
        self.sentences = reading.annotations.sentences
        self.sentence_starts = [start for start, _ in self.sentences]
        self.entity_of = entity_of
        self.names = names
        self.countries = {
            country_key(m.text): who
            for m in reversed(self.mentions)
            if m.kind == "LOC" and not m.metonym and (who := self.entity(m))
        }
        self.direct = sorted(
            span for one in reading.annotations.attributions if one.manner == "direct" for span in one.content
        )
        self.direct_starts = [start for start, _ in self.direct]
        self.spoken: dict[int, Found] = {}
        """Start of a source, and who it turned out to be."""

    def entity(self, mention: Mention) -> str | None:
        """The entity that a mention is a member of."""
        return self.entity_of.get(Span(self.reading.article.id, mention.start, mention.end))

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions within `start:end`, in text order."""
        return [
            m for m in self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)] if m.end <= end
        ]

    def quoted(self, mention: Mention) -> bool:
        """Whether a mention stands in somebody's direct speech: a pronoun outside hardly refers to it."""
        number = bisect_right(self.direct_starts, mention.start) - 1
        return number >= 0 and mention.end <= self.direct[number][1]

    def sentence(self, at: int) -> int:
        """The index of the sentence that holds character `at`."""
        return max(0, bisect_right(self.sentence_starts, at) - 1)


def references(
    readings: Sequence[Reading], entities: Sequence[Entity], speakers: Sequence[Speaker]
) -> tuple[Reference, ...]:
    """One `Reference` for every phrase that an event names as actor or recipient, and that is no name itself; two for
    "the two leaders" when two are named right before.

    What fits nobody has none. `speakers` are who the sources of attributions turned out to be. In the order of the
    readings and of the text.
    """
    entity_of = {member: entity.id for entity in entities for member in entity.members}
    names = {entity.id: entity.name for entity in entities}
    known = profiles(readings, entity_of)
    said = _said(speakers)
    out: list[Reference] = []
    for reading in readings:
        page = Page(reading, entity_of, names)
        page.spoken = _spoken(reading, said)
        local = profiles([reading], entity_of)
        for start, end in sorted(set(_phrases(reading))):
            span = Span(reading.article.id, start, end)
            who = _both(page, (start, end)) or [refer(page, (start, end), local, known)]
            out.extend(Reference(span, found.entity, found.reason) for found in who if found.entity is not None)
    return tuple(out)


def _said(speakers: Sequence[Speaker]) -> dict[tuple[str, int], str]:
    return {(s.attribution.article, s.index): s.entity for s in speakers if s.entity}


def _spoken(reading: Reading, said: Mapping[tuple[str, int], str]) -> dict[int, Found]:
    """By where a source stands, who it is: what a pronoun after it goes to, and what the same phrase is again."""
    out = {}
    for index, attribution in enumerate(reading.annotations.attributions):
        entity = said.get((reading.article.id, index))
        if entity and attribution.source:
            out[attribution.source[0]] = Found(entity, "the speaker")
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
    if low in _GENDERS:
        return _pronoun(page, start, _GENDERS[low], local, known)
    if low in _THINGS:
        return _thing(page, start)
    if low in _PLURALS:
        return Found(None, f"“{phrase}” names no one speaker")
    if low in _WRITER:
        return Found(None, f"“{phrase}” is the writer or a speaker who is not named here")
    heads = _heads(page, start, end)
    if len(heads) > 1:
        return Found(None, "several speakers: " + " and ".join(dict.fromkeys(m.text for m in heads)))
    if heads:
        return _named(page, heads[0])
    if is_unnamed(phrase):
        return Found(None, f"unnamed in the source: “{phrase}”")
    return _described(page, start, end, local, known)


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


# --- pronouns ---------------------------------------------------------------------------------------------------------


def _pronoun(page: Page, at: int, gender: str, local: Mapping[str, Profile], known: Mapping[str, Profile]) -> Found:
    """The nearest person before `at` that the pronoun fits: subjects first, sentence by sentence backwards."""
    here = page.sentence(at)
    for back in range(_SENTENCES_BACK):
        number = here - back
        if number < 0:
            break
        start, end = page.sentences[number]
        stop = min(end, at)
        for who, why in _candidates(page, start, stop, gender):
            if _fits(who, gender, local, known):
                place = (
                    ("in the same sentence", "in the sentence before")[back] if back < 2 else f"{back} sentences before"
                )
                word = page.text[at:].split(maxsplit=1)[0].strip(",.;:")
                return Found(who, f"“{word}” refers to {page.names.get(who, who)}, {why} {place}")
    return Found(None, "no person before the pronoun fits it")


def _candidates(page: Page, start: int, stop: int, gender: str) -> list[tuple[str, str]]:
    """Entities of one sentence in the order in which a pronoun prefers them: speakers, the subject, the others."""
    speaking = [
        (found.entity, "the speaker")
        for at, found in sorted(page.spoken.items())
        if start <= at < stop and found.entity
    ]
    persons = [m for m in page.inside(start, stop) if m.kind == "PERSON" and not page.quoted(m)]
    owners = [m for m in persons if re.match(r"['’]s?\b", page.text[m.end : m.end + 2]) and m.end < stop]
    rest = [m for m in persons if m not in owners]
    named = [(page.entity(m), "the subject" if i == 0 else "named") for i, m in enumerate(rest)]
    owned = [(page.entity(m), "named") for m in owners]
    return [(who, why) for who, why in [*speaking, *named, *owned] if who is not None]


def _fits(entity: str, gender: str, local: Mapping[str, Profile], known: Mapping[str, Profile]) -> bool:
    """A person whose gender the pages show must have the pronoun's; one whose gender they do not show may have it."""
    profile = local.get(entity) or known.get(entity)
    if profile is None:
        return False
    genders = profile.genders or (known[entity].genders if entity in known else set())
    return not genders or gender in genders


def _thing(page: Page, at: int) -> Found:
    """The organisation or government that "it" stands for: the nearest subject before it."""
    here = page.sentence(at)
    for number in (here, here - 1):
        if number < 0:
            continue
        start, end = page.sentences[number]
        for mention in page.inside(start, min(end, at)):
            entity = page.entity(mention)
            if entity is not None and (mention.kind == "ORG" or mention.metonym) and mention.end < at:
                return Found(
                    entity, f"“it” refers to {page.names.get(entity, mention.text)}, the organisation named before"
                )
    return Found(None, "nothing before “it” fits it")


# --- descriptions -----------------------------------------------------------------------------------------------------


def _described(page: Page, start: int, end: int, local: Mapping[str, Profile], known: Mapping[str, Profile]) -> Found:
    """The one person to whom this page, or else the story, gives the title of the description."""
    phrase = page.text[start:end]
    if not role_words(phrase):
        return _voice(page, start, end) or _body(page, start, phrase) or Found(None, f"“{phrase}” names nobody")
    if re.match(r"(?:a|an|one|some|several|many|two|three|another)\s", phrase, re.IGNORECASE):
        return Found(None, f"“{phrase}” names nobody")
    countries = {country_key(m.text) for m in page.inside(start, end) if m.kind in {"NORP", "LOC", "ORG"}}
    if re.match(r"the \d+-year-old\b", phrase, re.IGNORECASE):
        return _aged(page, start, phrase)
    if _holder(page, start, end):
        return Found(None, f"“{phrase}” names somebody in words that could not be read")
    specific = bool(countries or set(role_words(phrase)) - _LOOSE)
    for scope, where in ((local, "in this page"), *(((known, "in the story"),) if specific else ())):
        best = _best(page, start, phrase, countries, scope)
        if best is not None:
            return Found(best, f"“{phrase}” is {page.names.get(best, best)}, who has this role {where}")
    voice = _voice(page, start, end)
    if voice is not None:
        return voice
    return Found(None, f"“{phrase}” fits nobody, or more than one")


# Ranks that every page gives to someone: beyond the page they tell nobody.
_LOOSE = frozenset(
    "leader head chief boss director officer manager official executive representative counterpart".split()
)


def _aged(page: Page, at: int, phrase: str) -> Found:
    """ "the 61-year-old leader": goes on about the person whom the story was speaking of, whatever the role."""
    here = page.sentence(at)
    for number in range(here, here - 4, -1):
        if number >= 0:
            start, end = page.sentences[number]
            for who, why in _candidates(page, start, min(end, at), ""):
                return Found(who, f"“{phrase}” goes on about {page.names.get(who, who)}, {why} before it")
    return Found(None, f"“{phrase}” fits nobody")


def _holder(page: Page, start: int, end: int) -> bool:
    """Whether a description ends in a person's name, which then says who it is: no one else has it."""
    last = [m for m in page.inside(start, end) if m.kind == "PERSON"][-1:]
    return bool(last) and not re.match(r"['’]", page.text[last[0].end : end]) and end - last[0].end <= 4


def _voice(page: Page, start: int, end: int) -> Found | None:
    """The body or country that a description speaks for: "the Kremlin press service", "the Belarusian government"."""
    phrase = page.text[start:end]
    words = words_of(re.sub(r"[-–]", " ", phrase))
    if not words or words[-1] not in VOICES:
        return None
    for mention in page.inside(start, end):
        if mention.kind == "PERSON":
            continue
        who = page.entity(mention) if mention.kind in {"ORG", "LOC"} else page.countries.get(country_key(mention.text))
        if who is not None:
            return Found(who, f"“{phrase}” speaks for {page.names.get(who, mention.text)}")
    return None


def _body(page: Page, at: int, phrase: str) -> Found | None:
    """The organisation that "the union" or "the bank" stands for: the one of that kind named last before."""
    words = words_of(phrase)
    if len(words) != 2 or words[0] != "the" or words[1] not in BODIES:
        return None
    before = [
        m
        for m in page.mentions[: bisect_left(page.starts, at)]
        if m.kind == "ORG" and words[1] in words_of(m.text) and page.entity(m) is not None
    ]
    if not before:
        return None
    return Found(page.entity(before[-1]), f"“{phrase}” is {before[-1].text}, named before")


def _best(page: Page, at: int, phrase: str, countries: set[str], scope: Mapping[str, Profile]) -> str | None:
    """The best match; between equals the one named last before the description, else nobody."""
    scored = sorted(((match(phrase, countries, profile), who) for who, profile in scope.items()), reverse=True)
    if not scored or scored[0][0] <= 0:
        return None
    top = [who for score, who in scored if score == scored[0][0]]
    if len(top) == 1:
        return top[0]
    before = [m for m in page.mentions[: bisect_left(page.starts, at)] if m.kind == "PERSON" and page.entity(m) in top]
    return page.entity(before[-1]) if before else None
