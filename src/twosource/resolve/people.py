"""Persons across the story: full names clustered with reasons, bare names given to the full name they stand for.

A bare name goes to a person whom its page names in full (see bare_names.py), else to the story's only person of that
name, by gender and role; else it is an entity of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from twosource.records import Reading
from twosource.resolve.bare_names import fit, in_pages, what
from twosource.resolve.full_names import Key, Person, clear, key_of, persons, spellings
from twosource.resolve.occurrences import SAME, Cluster, Occurrence
from twosource.resolve.person_names import SURE, is_given, parse
from twosource.resolve.transliteration import phones, skeletons
from twosource.resolve.walks import conflict, head


def people(found: Sequence[Occurrence], readings: Sequence[Reading]) -> list[tuple[Cluster, list[str]]]:
    """Clusters of the PERSON occurrences, each with its full spellings as written (what its name is chosen from)."""
    texts = {reading.article.id: reading.article.text for reading in readings}
    surnames = _double_surnames(found)
    full = [one for one in found if parse(one.text).full and (one.article, one.text) not in surnames]
    bare = [one for one in found if not parse(one.text).full or (one.article, one.text) in surnames]
    begun = _begun_early(full)
    named = persons(spellings([one for one in full if key_of(one.text) not in begun]))
    for person in named:
        for spelling in person.spellings:
            reason = person.reasons.get(spelling.key, SAME)
            person.cluster.members += [(one, reason) for one in spelling.found]
    _give_begun_early(full, begun, named)
    left = in_pages(bare, named, texts)
    rest = _in_story(left, named)
    made = [(one.cluster, [text for s in one.spellings for text in {o.text for o in s.found}]) for one in named]
    return made + [(cluster, []) for cluster in rest]


_OFTENER = 3
"""A name with words before it is taken for the name alone that stands so many times as often."""


def _begun_early(full: Sequence[Occurrence]) -> dict[Key, Key]:
    """Names that a page has with words before them that are none of it ("House Speaker Paul Hale"), to the names.

    The name proper begins with a given name, none of the words before is one, and the story has it far more often.
    """
    counts = Counter(key_of(one.text) for one in full)
    found = {}
    for key, many in counts.items():
        *words, generation = key
        for at in range(1, len(words) - 1):
            if is_given(words[at - 1]) or len(words[at - 1]) == 1:
                break
            if is_given(words[at]) and counts[*words[at:], generation] >= _OFTENER * many:
                found[key] = (*words[at:], generation)
                break
    return found


def _give_begun_early(full: Sequence[Occurrence], begun: Mapping[Key, Key], named: Sequence[Person]) -> None:
    owner = {spelling.key: person for person in named for spelling in person.spellings}
    for one in full:
        if (name := begun.get(key_of(one.text))) is not None:
            person = owner[name]
            person.cluster.members.append((one, f"the name of {person.name} with words before it that are none of it"))


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


def _in_story(bare: Sequence[Occurrence], named: Sequence[Person]) -> list[Cluster]:
    """Bare names that their page does not explain: the story's only person of the name, or entities of their own."""
    index: dict[str, list[Person]] = defaultdict(list)
    for person in named:
        for key in {
            key for spelling in person.spellings for word in parse(spelling.text).words for key in skeletons(word)
        }:
            index[key].append(person)
    unknown: list[Occurrence] = []
    clusters: list[Cluster] = []
    known: dict[_Said, list[Person]] = {}
    for (_, word, _), group in sorted(_page_groups(bare).items()):
        said = _said(group)
        if said not in known:
            known[said] = _story_fits(group, index)
        fitting = known[said]
        if meant := _meant(word, fitting):
            person, why = meant
            person.cluster.members += [(one, f"{what(one, person)} of {person.name}, {why}") for one in group]
        elif fitting:
            reason = "same name in this page; the story has several whom it fits"
            clusters.append(Cluster([(one, reason) for one in group]))
        else:
            unknown += group
    return clusters + _unnamed(unknown)


_MOST, _ENOUGH = 0.9, 8
"""A bare name that its page does not explain is whose it is in this share of the pages that do, if they are so many."""


def _meant(word: str, fitting: Sequence[Person]) -> tuple[Person, str] | None:
    """The one person whom a bare name fits, or whom nearly all pages mean that explain it; with the reason."""
    if len(fitting) == 1:
        return fitting[0], "the only one in the story whom it fits"
    pages = [len(person.called.get(word, ())) for person in fitting]
    if not fitting or max(pages) < _ENOUGH or max(pages) < _MOST * sum(pages):
        return None
    return fitting[pages.index(max(pages))], f"whom {max(pages)} of the {sum(pages)} pages mean that say who it is"


_Said = tuple[frozenset[tuple[str, str | None]], frozenset[str]]


def _said(group: Sequence[Occurrence]) -> _Said:
    """What a page says with a bare name: its spellings and genders, and the nouns of its titles."""
    heads = frozenset(noun for one in group if (noun := head(one.mention.title)))
    return frozenset((one.text, one.mention.gender) for one in group), heads


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
    said = _said(group)[1]
    alike = {(one.text, one.mention.gender): one for one in group}.values()
    fitting = []
    for person in met.values():
        fits = min(fit(one, person) for one in alike)
        called = fits != 0.93 or word in person.called
        if fits >= SURE and called and not conflict(said, person.roles) and not _other_gender(group, person):
            fitting.append(person)
    exact = [person for person in fitting if any(parse(s.text).family == word for s in person.spellings)]
    borne = [person for person in exact or fitting if said & person.roles]
    return borne or exact or fitting


def _other_gender(group: Sequence[Occurrence], person: Person) -> bool:
    """Whether pages that call the person by the bare name show another gender than this one does."""
    mine, theirs = clear([one.mention.gender for one in group]), clear(person.addressed)
    return bool(mine and theirs and not mine & theirs)


def _unnamed(found: Sequence[Occurrence]) -> list[Cluster]:
    """Bare names that no page gives in full: one entity a spelling, near spellings joined when long enough."""
    groups: dict[str, list[Occurrence]] = defaultdict(list)
    for one in found:
        groups[" ".join(parse(one.text).words)].append(one)
    clusters: dict[str, Cluster] = {}
    sounds: dict[str, list[str]] = defaultdict(list)
    for word in sorted(groups, key=lambda word: (-len(groups[word]), word)):
        target = _near_word(groups[word], clusters, sounds[phones(word)]) if _tells(word) else None
        reason = f"spelling of {target!r}: same sounds" if target else SAME
        clusters.setdefault(target or word, Cluster()).members += [(one, reason) for one in groups[word]]
        if not target and _tells(word):
            sounds[phones(word)].append(word)
    return [clusters[word] for word in sorted(clusters)]


def _tells(word: str) -> bool:
    """Whether a bare name is long enough for two spellings of the same sounds to be one name."""
    return " " not in word and len(phones(word)) >= 6


def _near_word(group: Sequence[Occurrence], clusters: Mapping[str, Cluster], alike: Sequence[str]) -> str | None:
    mine = clear([one.mention.gender for one in group])
    for other in sorted(alike):
        theirs = clear([one.mention.gender for one, _ in clusters[other].members])
        if not (mine and theirs and mine != theirs):
            return other
    return None
