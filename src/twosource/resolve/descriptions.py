"""Descriptions: "the French president", "the company", "the Kremlin press service", to whom the pages call so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.records import Mention, Range
from twosource.resolve.callings import calling, words_of
from twosource.resolve.human_nouns import gender_of, is_human
from twosource.resolve.pages import Found, Page
from twosource.resolve.pronouns import GENDERS, Pronoun, candidates, personal
from twosource.resolve.roles import (
    BODIES,
    KINDRED,
    ROLES,
    THINGS,
    TRADES,
    UNTYPED,
    VOICES,
    Cast,
    Profile,
    Scored,
    Wanted,
    country_key,
    ranked,
)

Profiles = Mapping[str, Profile]

# Ranks that every page gives to someone: beyond the page they tell nobody.
_LOOSE = frozenset(
    "leader head chief boss director officer manager official executive representative counterpart rival opponent "
    "author expert lawyer attorney coach captain singer actor judge".split()
)
_INDEFINITE = re.compile(r"(?:an?|one|some|several|many|two|three|another|other|no|any|every|each)\s", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|that|this|his|her|its|their|our)\s|[^,]{1,60}?['’]s?\s", re.IGNORECASE)
_SPOUSES = frozenset("husband wife".split())
_BODY_BACK = 3  # sentences in which the company that "the company" means was named


def describe(page: Page, place: Range, local: Profiles, known: Profiles) -> Found:
    """The person or body to whom this page, or else the story, gives the words of the description at `place`."""
    phrase = page.text[slice(*place)]
    wanted = calling(phrase.split(",")[0])
    if wanted is None or _INDEFINITE.match(phrase):
        return Found(None, f"“{phrase}” names nobody")
    age = re.match(r"the (\d{1,3})-year-old\b", phrase, re.IGNORECASE)
    if age:
        return _aged(page, place, age[1], local)
    if _holder(page, place):
        return Found(None, f"“{phrase}” names somebody in words that could not be read")
    if wanted.head in VOICES - ROLES or wanted.head in BODIES | UNTYPED:
        return _voice(page, place) or _body(page, place) or Found(None, f"“{phrase}” names nobody")
    if wanted.head in THINGS or is_human(wanted.head.removesuffix("s")) > is_human(wanted.head):
        return Found(None, f"“{phrase}” names no one speaker")
    if not _DEFINITE.match(phrase) and (wanted.head not in ROLES or wanted.tied or phrase[:1].islower()):
        return Found(None, f"“{phrase}” names nobody")
    found = _person(page, place, local, known)
    if found is None and wanted.head in _SPOUSES:
        found = _spouse(page, place, local)
    return found or _voice(page, place) or Found(None, f"“{phrase}” fits nobody, or more than one")


# --- persons ----------------------------------------------------------------------------------------------------------


def _person(page: Page, place: Range, local: Profiles, known: Profiles) -> Found | None:
    phrase = page.text[slice(*place)]
    wanted = calling(phrase.split(",")[0])
    assert wanted is not None
    inside = page.inside(*place)
    countries = {country_key(m.text) for m in inside if m.kind in {"NORP", "LOC", "ORG"}}
    owners = {page.entity(m) for m in inside} | {_owner(page, place, local, known)}
    gender = gender_of(wanted.head)
    owned = phrase.split(maxsplit=1)[0].lower() in {*GENDERS, "its", "their"}
    specific = wanted.head in ROLES and bool(countries or wanted.head not in _LOOSE)
    for scope, where in ((local, "in this page"), *(((known, "in the story"),) if specific else ())):
        scored = _scored(Wanted.of(phrase, countries), scope, gender, owned)
        best = _best(page, place[0], [one for one in scored if one[1] not in owners])
        if best is not None:
            return Found(best, f"“{phrase}” is {page.name(best)}, who has this role {where}")
    if wanted.head not in ROLES | TRADES or any(m.kind == "ORG" for m in inside):
        return None
    return _plain(page, place, local, gender)


def _owner(page: Page, place: Range, local: Profiles, known: Profiles) -> str | None:
    """Who the "his" of "his rival" is: not the rival."""
    word = page.text[slice(*place)].split(maxsplit=1)[0].lower()
    return personal(Pronoun(page, place[0], GENDERS[word], local, known)).entity if word in GENDERS else None


def _plain(page: Page, place: Range, local: Profiles, gender: str) -> Found | None:
    """A role that the page gives to no one goes on about the subject before it, if that is one to whom the page gives
    no role: "Ana Roe came home on Monday. The opposition leader said ..."."""
    phrase, at = page.text[slice(*place)], place[0]
    if not re.match(r"the\s", phrase, re.IGNORECASE):
        return None
    here = page.sentence(at)
    for number in range(here, max(-1, here - 3), -1):
        start, end = page.sentences[number]
        found = candidates(page, (start, min(end, at)), at)
        if not found:
            continue
        who, profile = found[0].entity, local.get(found[0].entity or "")
        if len({one.entity for one in found}) > 1 or who is None or profile is None or found[0].role == "named":
            return None
        if profile.has_role or not profile.may_be(gender):
            return None
        return Found(who, f"“{phrase}” goes on about {page.name(who)}, {found[0].role} before it")
    return None


def _scored(wanted: Wanted | None, scope: Profiles, gender: str = "", owned: bool = False) -> Scored:
    if wanted is None:
        return ()
    return scope.ranked(wanted, gender, owned) if isinstance(scope, Cast) else ranked(wanted, scope, gender, owned)


def _best(page: Page, at: int, scored: Scored) -> str | None:
    """The best match; between equals the one named last before the description, unless one sentence names both."""
    top = [who for score, who in scored if score == scored[0][0]]
    if not top:
        return None
    if len(top) == 1:
        return top[0]
    spoke = [found.entity for _, found in page.sources(0, at) if found.entity in top]
    before = [m for m in page.before(at) if m.kind == "PERSON" and page.entity(m) in top]
    if not before:
        return None
    last = page.sentence(before[-1].start)
    together = {page.entity(m) for m in before if page.sentence(m.start) == last}
    if len(together) == 1:
        return page.entity(before[-1])
    return spoke[-1] if spoke and spoke[-1] in together else None


def _spouse(page: Page, place: Range, local: Profiles) -> Found | None:
    """ "Her husband": the one person of that gender who shares the family name of who spoke or was named last."""
    phrase = page.text[slice(*place)]
    wanted = "m" if phrase.lower().endswith("husband") else "f"
    if not re.match(r"(?:his|her)\s", phrase, re.IGNORECASE):
        return None
    people = [m for m in page.before(place[0]) if m.kind == "PERSON" and page.entity(m)]
    owner = next((m for m in reversed(people) if _shown(page, m, local) == {"f" if wanted == "m" else "m"}), None)
    if owner is None:
        return None
    family = page.name(page.entity(owner) or "").split()[-1:]
    others = {who for m in people if (who := page.entity(m)) and who != page.entity(owner) and who in local}
    fitting = [who for who in others if page.name(who).split()[-1:] == family and local[who].may_be(wanted)]
    if len(fitting) != 1:
        return None
    return Found(fitting[0], f"“{phrase}” is {page.name(fitting[0])}, of the same family name")


def _shown(page: Page, mention: Mention, local: Profiles) -> set[str]:
    profile = local.get(page.entity(mention) or "")
    return (profile.genders or profile.told) if profile else set()


def _aged(page: Page, place: Range, age: str, local: Profiles) -> Found:
    """ "the 61-year-old leader": who is of that age, or has the role; else whom the story was speaking of."""
    phrase, at = page.text[slice(*place)], place[0]
    told = {
        page.entity(m) for m in page.mentions if re.match(rf",? \(?(?:aged )?{age}\b", page.text[m.end : m.end + 10])
    }
    told.discard(None)
    role = phrase.split(maxsplit=2)[2:]
    best = (
        next(iter(told))
        if len(told) == 1
        else _best(page, at, _scored(Wanted.of(f"the {role[0]}", set()), local))
        if role
        else None
    )
    if best is not None:
        return Found(best, f"“{phrase}” is {page.name(best)}, who has this age or role in this page")
    here = page.sentence(at)
    for number in range(here, max(-1, here - 4), -1):
        start, end = page.sentences[number]
        for one in candidates(page, (start, min(end, at)), at):
            if one.entity is None:
                return Found(None, f"“{phrase}” may be “{one.phrase}”, who is not named")
            return Found(one.entity, f"“{phrase}” goes on about {page.name(one.entity)}, {one.role} before it")
    return Found(None, f"“{phrase}” fits nobody")


def _holder(page: Page, place: Range) -> bool:
    """Whether a description ends in a person's name, which then says who it is: no one else has it."""
    last = [m for m in page.inside(*place) if m.kind == "PERSON"][-1:]
    return bool(last) and not re.match(r"['’]", page.text[last[0].end : place[1]]) and place[1] - last[0].end <= 4


# --- bodies -----------------------------------------------------------------------------------------------------------


def _voice(page: Page, place: Range) -> Found | None:
    """The body or country that a description speaks for: "the Kremlin press service", "the Belarusian government"."""
    phrase = page.text[slice(*place)]
    words = words_of(re.sub(r"[-–]", " ", phrase))
    if not words or words[-1] not in VOICES:
        return None
    for mention in page.inside(*place):
        if mention.kind == "PERSON":
            continue
        who = page.entity(mention) if mention.kind in {"ORG", "LOC"} else page.countries.get(country_key(mention.text))
        if who is not None:
            return Found(who, f"“{phrase}” speaks for {page.names.get(who, mention.text)}")
    return None


def _body(page: Page, place: Range) -> Found | None:
    """The organisation that "the union" or "the company" stands for."""
    phrase, at = page.text[slice(*place)], place[0]
    if not re.match(r"(?:the|that|this|his|her|its|their)\s", phrase, re.IGNORECASE) or page.inside(*place):
        return None
    wanted = calling(phrase)
    assert wanted is not None
    bodies = [m for m in page.mentions if m.kind == "ORG" and page.entity(m) is not None]
    called = [m for m in bodies if _called(page, m, wanted.head, wanted.modifiers)]
    before = [m for m in called if m.start < at]
    if before:
        return Found(page.entity(before[-1]), f"“{phrase}” is {before[-1].text}, named before")
    named = [m for m in called if wanted.head in words_of(m.text)]
    if len({page.entity(m) for m in named}) == 1:
        return Found(page.entity(named[0]), f"“{phrase}” is {named[0].text}, the only one in this page")
    return _last_body(page, place) if wanted.head in UNTYPED and not wanted.modifiers else None


def _called(page: Page, mention: Mention, head: str, modifiers: frozenset[str]) -> bool:
    """Whether a body has the noun in its name or beside it, and every word that the description adds."""
    words = set(words_of(mention.text))
    behind = re.match(r"(?:\s[a-z-]{2,20}){1,2}", page.text[mention.end : mention.end + 45])
    if head in words or KINDRED.get(head, frozenset()) & words or (behind and head in behind[0].split()):
        return modifiers <= words
    beside = page.beside(mention)
    return any(one.head == head and modifiers <= one.modifiers | words for one in beside)


def _last_body(page: Page, place: Range) -> Found | None:
    """For a noun that bodies do not have in their names: the body that spoke last, else one alone in its sentence."""
    phrase, at = page.text[slice(*place)], place[0]
    here = page.sentence(at)
    for number in range(here, max(-1, here - _BODY_BACK), -1):
        start, end = page.sentences[number]
        near = [m for m in page.inside(start, min(end, at)) if m.kind == "ORG" and page.entity(m) and _untyped(page, m)]
        ids = {page.entity(m) for m in near}
        spoke = [found.entity for _, found in page.sources(start, min(end, at)) if found.entity in ids]
        if spoke or len(ids) == 1:
            who = spoke[0] if spoke else page.entity(near[0])
            assert who is not None
            return Found(who, f"“{phrase}” is {page.name(who)}, the last that may be one")
        if ids:
            return None
    return None


def _untyped(page: Page, mention: Mention) -> bool:
    """Whether a body stands for itself, and its name says no other kind: neither "a Selm News poll" nor Selm Court."""
    named_for = re.search(r"\b[Aa]n? $", page.text[max(0, mention.start - 3) : mention.start])
    return named_for is None and not set(words_of(mention.text)) & (BODIES - {"group", "network", "bank", "agency"})
