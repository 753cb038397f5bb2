"""Pronouns: the nearest subject that fits, sentence by sentence backwards (Hobbs 1978, without the parse).

Who spoke last comes first, then the subject, then the others. A person without a name ("a guard said") stands in the
way: what goes on about the guard goes to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from twosource.records import Mention, Range
from twosource.resolve.callings import words_of
from twosource.resolve.human_nouns import gender_of, is_human
from twosource.resolve.pages import Found, Page
from twosource.resolve.roles import BODIES, UNTYPED, Profile, is_unnamed

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_SENTENCES_BACK = 6  # a pronoun farther from its name than this is left alone
_SPEAKER = "the speaker"
_SUBJECT = "the subject"
_NAMED = "named"
_AHEAD = "named after it"
_SAME = re.compile(r"\b(?:he|his|him|she|her)\b", re.IGNORECASE)
_SUBJECT_FORM = re.compile(r"s?he\b", re.IGNORECASE)
_LEAD = 5  # characters before words that begin a sentence: a quotation mark, "But"

Describe = Callable[[Range], Found]
"""Whom a description at a place refers to."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One to whom a pronoun may go; without an entity, somebody whom the page leaves without a name."""

    entity: str | None
    role: str
    gender: str = ""
    phrase: str = ""
    start: int = -1
    """Where the name stands, for one who is only named."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A "he" or "she" at a place of a page; `local` and `known` tell of the persons in page and story."""

    page: Page
    at: int
    gender: str
    local: Mapping[str, Profile]
    known: Mapping[str, Profile]
    describe: Describe | None = None

    @property
    def word(self) -> str:
        """As written."""
        found = re.compile(r"\w+").match(self.page.text, self.at)
        return found[0] if found else ""

    def fitting(self, number: int) -> list[Candidate]:
        """Those of a sentence, up to the pronoun, whom it may mean: not who says the quotation that it stands in."""
        start, end = self.page.sentences[number]
        saying = _speaker_around(self.page, self.at)
        found = candidates(self.page, (start, min(end, self.at)), self.at, self.describe)
        taken = self._pronoun_before(start, min(end, self.at))
        if taken is not None:
            at_once = taken - start < _LEAD and _SUBJECT_FORM.match(self.page.text, taken) is not None
            found = [one for one in found if one.start < taken or not (one.role == _NAMED or at_once)]
        return [
            one
            for one in found
            if (
                one.gender in {"", self.gender}
                if one.entity is None
                else one.entity != saying and self.fits(one.entity)
            )
        ]

    def _pronoun_before(self, start: int, stop: int) -> int | None:
        """Where a pronoun of the same gender stands first: "She met Ana Roe" is of another, named before."""
        for found in _SAME.finditer(self.page.text, start, stop):
            if GENDERS[found[0].lower()] == self.gender and self.page.quotation(found.start()) is None:
                return found.start()
        return None

    def fits(self, entity: str) -> bool:
        """A person whose gender the pages show must have the pronoun's; one whose gender they do not may have it."""
        profile = self.local.get(entity) or self.known.get(entity)
        if profile is not None and not profile.genders:
            profile = self.known.get(entity, profile)
        return profile is not None and profile.may_be(self.gender, self.page.taken.get(entity))


def personal(asked: Pronoun) -> Found:
    """The nearest person whom a pronoun fits: nobody where that one has no name, or where two fit alike."""
    for back, fitting in _turns(asked):
        if not fitting:
            continue
        first = fitting[0]
        if first.entity is None:
            return Found(None, f"“{asked.word}” goes on about “{first.phrase}”, who is not named")
        if back == 0 and len({one.entity for one in fitting}) > 1 and _in_a_clause(asked):
            return Found(None, f"“{asked.word}” may be more than one who is named in its sentence")
        where = ("in the same sentence", "in the sentence before", f"{back} sentences before")[min(back, 2)]
        if back < 2 and first.role in {_SPEAKER, _SUBJECT}:
            asked.page.taken.setdefault(first.entity, asked.gender)
        return Found(first.entity, f"“{asked.word}” refers to {asked.page.name(first.entity)}, {first.role} {where}")
    return Found(None, "no person before the pronoun fits it")


def _turns(asked: Pronoun) -> Iterator[tuple[int, list[Candidate]]]:
    """The sentences to look at, in turn: how far back, and whom the pronoun may mean there."""
    here = asked.page.sentence(asked.at)
    if _after_its_words(asked):
        before = asked.fitting(here - 1) if here else []
        if before and before[0].role == _SPEAKER:
            yield 1, before
        yield 0, [one for one in asked.fitting(here) if one.entity]
    elif not _after_a_phrase(asked):
        yield 0, asked.fitting(here)
    for back in range(1, min(_SENTENCES_BACK, here + 1)):
        yield back, asked.fitting(here - back)
        if back == 1:
            yield 0, _ahead(asked)
    if here == 0:
        yield 0, _ahead(asked)


# "Campaigning against Jon Poe, he", "In a letter to Jon Poe, she": a phrase without a subject is of the one behind it.
_PHRASE = re.compile(
    r"[“\"‘«\s]*(?:\w+ing|In|At|On|During|With|Against|By|For|To|From|Like|Unlike|Despite)\b[^,;:“”\"]{1,120},\s*"
)
_CLAUSE = re.compile(r"\b(?:when|because|where|if|although|though|while|since|after|before)\s+$")
_FORWARD = re.compile(r"(?:When|As|After|Before|While|Although|Though|If|Since|Once)\b")
_FAR = 60  # characters from a comma to the person who begins the clause behind it


def _after_a_phrase(asked: Pronoun) -> bool:
    start, _ = asked.page.sentences[asked.page.sentence(asked.at)]
    return _PHRASE.fullmatch(asked.page.text, start, asked.at) is not None


def _after_its_words(asked: Pronoun) -> bool:
    """ "One captain asked for bread, she said": who stands in the words is seldom the one who says them."""
    page, at = asked.page, asked.at
    start, _ = page.sentences[page.sentence(at)]
    first = min(page.said.get(at, ((at, at),)))
    behind = first[1] <= at and re.fullmatch(r"[,”\"’'\s]*", page.text[first[1] : at]) is not None
    return behind and 0 <= first[0] - start < _LEAD


def _in_a_clause(asked: Pronoun) -> bool:
    """ "Jon Poe said Li Dahl was right when he said": nothing but sense tells who said."""
    return _CLAUSE.search(asked.page.text, max(0, asked.at - 12), asked.at) is not None


def _ahead(asked: Pronoun) -> list[Candidate]:
    """ "As he told reporters, Jon Poe left": the person who begins the main clause behind the pronoun's."""
    page, at = asked.page, asked.at
    start, end = page.sentences[page.sentence(at)]
    if asked.word.lower() not in {"he", "she"} or page.quotation(at) or not _FORWARD.match(page.text, start):
        return []
    comma = page.text.find(", ", at, end)
    persons = [m for m in page.inside(comma, end) if m.kind == "PERSON"] if comma > 0 else []
    if not persons or page.inside(start, at) or persons[0].start - comma > _FAR:
        return []
    entity = page.entity(persons[0])
    between = page.text[comma + 1 : persons[0].start]
    return [Candidate(entity, _AHEAD)] if entity and asked.fits(entity) and not re.search(r"[“”\",;:]", between) else []


# --- who stands in a sentence -----------------------------------------------------------------------------------------

_OPENING = re.compile(
    r"[“\"‘«\s]*(?:(?:But|And|Yet|So|Then|Now)\s|(?!(?:An?|The|His|Her|Their|Its|My|Our)\b)[A-Z][^,;:.“”\"\n]{1,60},\s)?"
    r"((?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur)\b(?:\s[\w’'-]+){1,5})"
)
_INDEFINITE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_ONE_OF = re.compile(r"(?:one|another) of\s", re.IGNORECASE)
_JOINED = re.compile(r"\s(?:and|of|for)\s[\w\s-]{1,40}|")


def candidates(page: Page, place: Range, at: int, describe: Describe | None = None) -> list[Candidate]:
    """Those of a stretch of text in the order in which a pronoun prefers them: speakers, the subject, the others.

    What stands in somebody's direct speech counts only for a pronoun in the same speech.
    """
    start, stop = place
    quotation = page.quotation(at)
    speaking = [
        _speaker(page, source, found)
        for source, found in page.sources(start, stop)
        if page.quotation(source[0]) in {None, quotation}
    ]
    persons = [
        m for m in page.inside(start, stop) if m.kind == "PERSON" and page.quotation(m.start) in {None, quotation}
    ]
    owners = [m for m in persons if re.match(r"['’]s?\b", page.text[m.end : m.end + 2]) and m.end < stop]
    rest = [m for m in persons if m not in owners]
    named = [Candidate(page.entity(m), _SUBJECT if i == 0 else _NAMED, start=m.start) for i, m in enumerate(rest)]
    owned = [Candidate(page.entity(m), _NAMED, start=m.start) for m in owners]
    opening = _opening(page, place, describe) if describe and not speaking else []
    known = [one for one in [*named, *owned] if one.entity is not None]
    return [*(one for one in speaking if one), *opening, *known]


def _speaker(page: Page, source: Range, found: Found) -> Candidate | None:
    """A source as one to whom a pronoun may go: not "officials", nor a poll."""
    if found.entity:
        return Candidate(found.entity, _SPEAKER)
    phrase = page.text[slice(*source)].strip()
    return None if phrase.lower() in GENDERS else _unnamed(phrase)


def _unnamed(phrase: str) -> Candidate | None:
    """One person without a name: "a senior officer", "one of the rescuers"."""
    low = phrase.lower()
    if _ONE_OF.match(phrase) or low.startswith("one "):
        return Candidate(None, "", "", phrase)
    words = words_of(re.split(r",|\s(?:of|for|from|in|at|to|with|on|by|who|whose|which|that)\s", f"{low} ")[0])
    if not words or (is_unnamed(phrase) and not _INDEFINITE.match(low)) or not is_human(words[-1]):
        return None
    return Candidate(None, "", gender_of(words[-1]), phrase)


def _opening(page: Page, place: Range, describe: Describe) -> list[Candidate]:
    """The description with which a sentence begins, if it is of a person: "A visitor disagreed", "The mayor left"."""
    found = _OPENING.match(page.text, *place)
    if found is None or page.quotation(found.start(1)) is not None:
        return []
    words = list(re.finditer(r"[\w’'-]+", page.text[found.start(1) : found.end(1)]))
    for word in words[1:]:
        if _ONE_OF.match(found[1]) and is_human(word[0].lower().removesuffix("s")):
            return [Candidate(None, "", "", page.text[found.start(1) : found.start(1) + word.end()])]
        if is_human(word[0].lower()):
            end = found.start(1) + word.end()
            if _named_by(page, found.start(1), end, place[1]):
                return []
            return _whoever(page, (found.start(1), end), describe)
    return []


def _named_by(page: Page, start: int, end: int, stop: int) -> bool:
    """Whether the name of the one described stands in the description or right behind it."""
    joined = _JOINED.match(page.text, end)
    apposed = page.text[end : end + 2] == ", "
    close = page.text.find(",", end + 2, stop) if apposed else (joined.end() if joined else end) + 3
    return any(m.kind == "PERSON" and m.start < (close if close > 0 else stop) for m in page.inside(start, stop))


def _whoever(page: Page, place: Range, describe: Describe) -> list[Candidate]:
    phrase = page.text[slice(*place)]
    one = None if _INDEFINITE.match(phrase) else describe(place).entity
    if one is not None:
        return [Candidate(one, _SUBJECT)]
    left = _unnamed(phrase)
    return [left] if left else []


def _speaker_around(page: Page, at: int) -> str | None:
    """Who says the direct speech that `at` stands in, if it is somebody named: no "he" within means that one."""
    quotation = page.quotation(at)
    if quotation is None:
        return None
    for one in page.reading.annotations.attributions:
        within = any(start < quotation[1] and quotation[0] < end for start, end in one.content)
        if within and one.source and page.quotation(one.source[0]) is None:
            named = [m for m in page.inside(*one.source) if m.kind == "PERSON"]
            return page.entity(named[0]) if named else page.spoken.get(one.source[0], Found(None, "")).entity
    return None


# --- things -----------------------------------------------------------------------------------------------------------


def thing(page: Page, at: int, describe: Describe) -> Found:
    """The organisation or government that "it" stands for: who spoke, else the subject, here or right before."""
    here = page.sentence(at)
    for number in (here, here - 1):
        if number < 0:
            continue
        start, end = page.sentences[number]
        stop = min(end, at)
        entity = _spoken_body(page, start, stop)
        if entity is None and number < here and _opens_otherwise(page, start, stop):
            entity = _opening_body(page, start, stop, describe)
            if entity is None:
                break
        entity = entity or next((page.entity(m) for m in _bodies(page, start, stop)), None)
        if entity is not None:
            return Found(entity, f"“it” refers to {page.name(entity)}, the organisation named before")
    return Found(None, "nothing before “it” fits it")


def _spoken_body(page: Page, start: int, stop: int) -> str | None:
    """The body that spoke first in a stretch of text."""
    bodies = {page.entity(m) for m in page.mentions if m.kind == "ORG" or m.metonym}
    return next((found.entity for _, found in page.sources(start, stop) if found.entity in bodies), None)


def _opening_body(page: Page, start: int, stop: int, describe: Describe) -> str | None:
    """The body that a sentence begins with, by what it is: "The union has 300 members"."""
    found = _OPENING.match(page.text, start, stop)
    words = re.finditer(r"[\w’'-]+", page.text[found.start(1) : found.end(1)]) if found else ()
    for word in words:
        if found and word[0].lower() in BODIES | UNTYPED:
            return describe((found.start(1), found.start(1) + word.end())).entity
    return None


def _bodies(page: Page, start: int, stop: int) -> list[Mention]:
    return [m for m in page.inside(start, stop) if (m.kind == "ORG" or m.metonym) and page.entity(m)]


def _opens_otherwise(page: Page, start: int, stop: int) -> bool:
    """Whether a sentence begins with a noun that no named body is: "The ad then quotes the Selm Mirror"."""
    found = _OPENING.match(page.text, start, stop)
    first = next((m.start for m in _bodies(page, start, stop)), stop)
    return found is not None and len(page.text[found.start(1) : first].split()) > 2
