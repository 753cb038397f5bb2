"""Persons across the story: full names clustered with reasons, bare names given to the full name they stand for.

Two full names meet when their family names share a skeleton; they are linked when their spellings are near enough, or
nearly so and the story supports it (the same role, the same company). A link is refused when any member of either side
contradicts it: other given names, another gender, both in one sentence. A bare name goes to the person of that name
named last before it in its page; else to the one named later in the page, if only one; else to the story's only one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from twosource.resolve.occurrences import SAME, Cluster, Occurrence
from twosource.resolve.person_names import IMPOSSIBLE, MAYBE, SURE, compare, is_given, parse, single_fits
from twosource.resolve.transliteration import family_sets, given_sets, phones, skeletons, sound_class
from twosource.resolve.walks import conflict, head

_WIDEST_BLOCK = 400
"""Names that meet under one key; more share a very common key, and only equal sounds are then compared."""


@dataclass(slots=True)
class Spelling:
    """All occurrences in the story of one full name, folded; `text` is its most frequent form as written."""

    key: tuple[str, ...]
    found: list[Occurrence]
    text: str = ""
    genders: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    sentences: frozenset[tuple[str, int]] = frozenset()
    pages: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        counts = Counter(one.text for one in self.found)
        self.text = min(counts, key=lambda text: (-counts[text], text))
        self.genders = _clear([one.mention.gender for one in self.found])
        self.roles = frozenset(noun for one in self.found if (noun := head(one.mention.title)))
        self.sentences = frozenset((one.article, one.sentence) for one in self.found)
        self.pages = frozenset(one.article for one in self.found)


def _clear(genders: Iterable[str | None]) -> frozenset[str]:
    """The gender that the pages show, when they agree or nearly so."""
    counts = Counter(gender for gender in genders if gender)
    if len(counts) == 2:
        (top, many), (_, few) = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return frozenset({top}) if many > 3 * few else frozenset()
    return frozenset(counts)


@dataclass(slots=True)
class Person:
    """A person in the making: full spellings, how each came in, and the occurrences given so far."""

    spellings: list[Spelling]
    reasons: dict[tuple[str, ...], str] = field(default_factory=dict)
    cluster: Cluster = field(default_factory=Cluster)
    called: set[str] = field(default_factory=set)
    """Bare names that a page has used for this person."""

    @property
    def name(self) -> str:
        return min(self.spellings, key=lambda one: (-len(one.found), -len(one.text), one.text)).text

    @property
    def genders(self) -> frozenset[str]:
        return frozenset(gender for one in self.spellings for gender in one.genders)

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(noun for one in self.spellings for noun in one.roles)


def people(found: Sequence[Occurrence]) -> list[tuple[Cluster, list[str]]]:
    """Clusters of the PERSON occurrences, each with its full spellings as written (what its name is chosen from)."""
    surnames = _double_surnames(found)
    full = [one for one in found if parse(one.text).full and (one.article, one.text) not in surnames]
    bare = [one for one in found if not parse(one.text).full or (one.article, one.text) in surnames]
    persons = _persons(_spellings(full))
    for person in persons:
        for spelling in person.spellings:
            reason = person.reasons.get(spelling.key, SAME)
            person.cluster.members += [(one, reason) for one in spelling.found]
    left = _in_pages(bare, persons)
    rest = _in_story(left, persons)
    named = [(one.cluster, [text for s in one.spellings for text in {o.text for o in s.found}]) for one in persons]
    return named + [(cluster, []) for cluster in rest]


def _double_surnames(found: Sequence[Occurrence]) -> set[tuple[str, str]]:
    """Pages and names in which two words or more are the family names of someone whom the page names in full."""
    ends: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for one in found:
        words = parse(one.text).words
        ends[one.article].update(words[at:] for at in range(1, len(words) - 1))
    return {
        (one.article, one.text)
        for one in found
        if parse(one.text).words in ends[one.article] and not is_given(parse(one.text).words[0])
    }


def _spellings(found: Sequence[Occurrence]) -> list[Spelling]:
    groups: dict[tuple[str, ...], list[Occurrence]] = defaultdict(list)
    for one in found:
        name = parse(one.text)
        groups[(*name.words, name.generation or "")].append(one)
    return [Spelling(key, groups[key]) for key in sorted(groups)]


def _persons(spellings: Sequence[Spelling]) -> list[Person]:
    """Full spellings joined, surest pairs first, each join checked against all members of both sides."""
    owner = {spelling.key: Person([spelling]) for spelling in spellings}
    for _, one, other, reason in _pairs(spellings):
        left, right = owner[one.key], owner[other.key]
        if left is right or not _join(left, right):
            continue
        keep, lose = sorted(
            (left, right), key=lambda person: (-sum(len(s.found) for s in person.spellings), person.name)
        )
        for spelling in (*lose.spellings, *keep.spellings):
            keep.reasons.setdefault(spelling.key, lose.reasons.get(spelling.key, reason))
            owner[spelling.key] = keep
        keep.spellings += lose.spellings
    unique = {id(person): person for person in owner.values()}
    return list(unique.values())


def _pairs(spellings: Sequence[Spelling]) -> list[tuple[float, Spelling, Spelling, str]]:
    """Pairs that may be one person, best first, with the reason."""
    initials = _initial_owners(spellings)
    found = []
    for one, other in _meeting(spellings):
        verdict = compare(one.text, other.text)
        if verdict.score < MAYBE or _contradict(one, other):
            continue
        support = _support(one, other)
        if "initial fits" in verdict.reason and not support and not _only(one, other, initials):
            continue
        if verdict.score < SURE and not support:
            continue
        if verdict.score < 0.985 and conflict(one.roles, other.roles):
            continue
        found.append((verdict.score, one, other, f"{verdict.reason}; {support}" if support else verdict.reason))
    return sorted(found, key=lambda pair: (-pair[0], pair[1].key, pair[2].key))


def _meeting(spellings: Sequence[Spelling]) -> list[tuple[Spelling, Spelling]]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, spelling in enumerate(spellings):
        for key in _keys(spelling):
            blocks[key].append(index)
    pairs = {
        pair
        for block in blocks.values()
        if 1 < len(block) <= _WIDEST_BLOCK
        for pair in combinations(sorted(set(block)), 2)
    }
    return [(spellings[a], spellings[b]) for a, b in sorted(pairs)]


def _keys(spelling: Spelling) -> set[tuple[str, str]]:
    """Where a full name may meet its other spellings: skeleton of a family name with the given name's sound or sets."""
    name = parse(spelling.text)
    families = {name.family, "".join(name.words[1:]), *(word for word in name.words[1:-1] if len(word) > 3)}
    keys = {
        (skeleton, start)
        for word in sorted(families)
        for skeleton in _family_keys(word)
        for start in _starts(name.given)
    }
    if len(name.words) == 2:
        keys |= {(skeleton, start) for skeleton in skeletons(name.words[0]) for start in _starts((name.words[1],))}
    return keys


def _family_keys(word: str) -> set[str]:
    return {*skeletons(word), *(f"#{number}" for number in family_sets().get(word, ()))}


def _starts(given: Sequence[str]) -> set[str]:
    found = {given[0][:1]}
    for word in given[:2]:
        found |= {sound_class(word), *(f"#{number}" for number in given_sets().get(word, ()))}
    return found


def _contradict(one: Spelling, other: Spelling) -> bool:
    """Evidence that two spellings are two persons: genders, both in one sentence in different spellings,
    or one with "Jr." and one without in one page.

    A middle name more or less is no other spelling: a sentence that quotes may write the name in both ways.
    """
    if one.genders and other.genders and not one.genders & other.genders:
        return True
    if parse(one.text).generation != parse(other.text).generation and one.pages & other.pages:
        return True
    return bool(one.sentences & other.sentences) and compare(one.text, other.text).score < 1.0


def _support(one: Spelling, other: Spelling) -> str:
    shared = sorted(one.roles & other.roles)
    if shared and parse(one.text).generation == parse(other.text).generation:
        return f"same role ({shared[0]})"
    junior = parse(one.text).generation != parse(other.text).generation
    return "no page names one with Jr and one without" if junior and not one.pages & other.pages else ""


def _initial_owners(spellings: Sequence[Spelling]) -> Counter[tuple[str, str]]:
    """How many written-out given names each family name and initial has in the story."""
    names = {
        (parse(one.text).family, parse(one.text).given[0]) for one in spellings if len(parse(one.text).given[0]) > 1
    }
    return Counter((family, given[0]) for family, given in names)


def _only(one: Spelling, other: Spelling, initials: Counter[tuple[str, str]]) -> bool:
    names = [parse(spelling.text) for spelling in (one, other)]
    return all(initials[(name.family, name.given[0][0])] <= 1 for name in names)


def _join(left: Person, right: Person) -> bool:
    """No member contradicts any of the other side, and at least half of the pairs are near."""
    near = total = 0
    for one in left.spellings:
        for other in right.spellings:
            score = compare(one.text, other.text).score
            if score <= IMPOSSIBLE or _contradict(one, other):
                return False
            near += score >= MAYBE
            total += 1
    return 2 * near >= total


def _in_pages(bare: Sequence[Occurrence], persons: Sequence[Person]) -> list[Occurrence]:
    """Give bare names to the persons their page names in full; those left over are returned."""
    pages: dict[str, list[tuple[int, Person]]] = defaultdict(list)
    for person in persons:
        for one, _ in person.cluster.members:
            pages[one.article].append((one.start, person))
    left = []
    known: dict[tuple[str, str, str | None], list[tuple[int, Person]]] = {}
    first_bare: dict[tuple[str, str], int] = {}
    for one in bare:
        place = (one.article, one.text)
        first_bare[place] = min(one.start, first_bare.get(place, one.start))
    for one in bare:
        key = (one.article, one.text, one.mention.gender)
        if key not in known:
            known[key] = _best(one, pages.get(one.article, []))
        chosen = _choose(one, known[key])
        if chosen is None:
            left.append(one)
            continue
        person, reason = _told_apart(one, known[key], first_bare.get(key[:2])) or chosen
        person.cluster.members.append((one, reason))
        person.called.add(parse(one.text).family)
    return left


def _best(one: Occurrence, named: Sequence[tuple[int, Person]]) -> list[tuple[int, Person]]:
    """Where the page names in full those whom the bare name fits best."""
    fits = {ident: _fit(one, person) for ident, person in {id(person): person for _, person in named}.items()}
    highest = max(fits.values(), default=0.0)
    needed = SURE if highest < 0.97 else 0.97
    return [(start, person) for start, person in named if fits[id(person)] >= needed]


def _choose(one: Occurrence, best: Sequence[tuple[int, Person]]) -> tuple[Person, str] | None:
    """The person named last before the bare name, else the only one named after it."""
    if not best:
        return None
    before = [(start, person) for start, person in best if start < one.start]
    if before:
        person = max(before, key=lambda pair: pair[0])[1]
        return person, f"{_what(one, person)} of {person.name}, named earlier in this page"
    others = {id(person) for _, person in best}
    person = best[0][1]
    return (person, f"{_what(one, person)} of {person.name}, named later in this page") if len(others) == 1 else None


def _told_apart(one: Occurrence, best: Sequence[tuple[int, Person]], first: int | None) -> tuple[Person, str] | None:
    """The person who had the bare name first, where the page goes on to name the later namesake in full each time.

    "Rojas" stays Ana Rojas when her cousin Luis Rojas, who comes in later, is always "Luis Rojas".
    """
    if first is None or len({id(person) for _, person in best}) != 2:
        return None
    early = [(start, person) for start, person in best if start < first]
    late = [person for start, person in best if start > first and all(person is not other for _, other in early)]
    if len({id(person) for _, person in early}) != 1 or len(late) < 2 or one.start < first:
        return None
    owner = early[0][1]
    return owner, f"surname of {owner.name}, whom the page called so before it named {late[0].name} in full"


def _fit(one: Occurrence, person: Person) -> float:
    """How well a bare occurrence fits a person; 0 when gender or role speak against it."""
    gender = one.mention.gender
    if gender and person.genders and gender not in person.genders:
        return 0.0
    return max(single_fits(one.text, spelling.text) for spelling in person.spellings)


def _what(one: Occurrence, person: Person) -> str:
    word = parse(one.text).family
    firsts = {parse(spelling.text).words[0] for spelling in person.spellings}
    families = {parse(spelling.text).family for spelling in person.spellings}
    if word in families:
        return "surname"
    return "given name" if word in firsts else "a spelling of the surname"


def _in_story(bare: Sequence[Occurrence], persons: Sequence[Person]) -> list[Cluster]:
    """Bare names that their page does not explain: the story's only person of the name, or entities of their own."""
    index: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for key in {
            key for spelling in person.spellings for word in parse(spelling.text).words for key in skeletons(word)
        }:
            index[key].append(person)
    unknown: list[Occurrence] = []
    clusters: list[Cluster] = []
    for _, group in sorted(_page_groups(bare).items()):
        fitting = _story_fits(group, index)
        if len(fitting) == 1:
            person = fitting[0]
            reason = f"{_what(group[0], person)} of {person.name}, the only one in the story whom it fits"
            person.cluster.members += [(one, reason) for one in group]
        elif fitting:
            reason = "same name in this page; the story has several whom it fits"
            clusters.append(Cluster([(one, reason) for one in group]))
        else:
            unknown += group
    return clusters + _unnamed(unknown)


def _page_groups(bare: Sequence[Occurrence]) -> dict[tuple[str, str, str], list[Occurrence]]:
    """Bare names by page, word and gender; those without a gender go with the page's only gender."""
    groups: dict[tuple[str, str], list[Occurrence]] = defaultdict(list)
    for one in bare:
        groups[one.article, parse(one.text).family].append(one)
    split: dict[tuple[str, str, str], list[Occurrence]] = defaultdict(list)
    for (article, word), group in groups.items():
        genders = {one.mention.gender for one in group if one.mention.gender}
        for one in group:
            gender = next(iter(genders)) if len(genders) == 1 else one.mention.gender
            split[article, word, gender or ""].append(one)
    return split


def _story_fits(group: Sequence[Occurrence], index: dict[str, list[Person]]) -> list[Person]:
    """Whom of the story the bare name of one page may mean, by name, gender and role; exact family names first."""
    word = parse(group[0].text).family
    met = {id(person): person for key in sorted(skeletons(word)) for person in index.get(key, ())}
    said = frozenset(noun for one in group if (noun := head(one.mention.title)))
    fitting = []
    for person in met.values():
        fit = min(_fit(one, person) for one in group)
        called = fit != 0.93 or word in person.called
        if fit >= SURE and called and not conflict(said, person.roles):
            fitting.append(person)
    exact = [person for person in fitting if any(parse(s.text).family == word for s in person.spellings)]
    borne = [person for person in exact or fitting if said & person.roles]
    return borne or exact or fitting


def _unnamed(found: Sequence[Occurrence]) -> list[Cluster]:
    """Bare names that no page gives in full: one entity a spelling, near spellings joined when long enough."""
    groups: dict[str, list[Occurrence]] = defaultdict(list)
    for one in found:
        groups[" ".join(parse(one.text).words)].append(one)
    clusters: dict[str, Cluster] = {}
    merged: dict[str, str] = {}
    for word in sorted(groups, key=lambda word: (-len(groups[word]), word)):
        target = _near_word(word, groups, clusters)
        merged[word] = target or word
        reason = f"spelling of {target!r}: same sounds" if target else SAME
        clusters.setdefault(merged[word], Cluster()).members += [(one, reason) for one in groups[word]]
    return [clusters[word] for word in sorted(clusters)]


def _near_word(word: str, groups: dict[str, list[Occurrence]], clusters: dict[str, Cluster]) -> str | None:
    if len(phones(word)) < 6 or " " in word:
        return None
    mine = _clear([one.mention.gender for one in groups[word]])
    for other in sorted(clusters):
        if " " in other or phones(other) != phones(word):
            continue
        theirs = _clear([one.mention.gender for one, _ in clusters[other].members])
        if not (mine and theirs and mine != theirs):
            return other
    return None
