"""Full names of persons across the story: spellings clustered, each join with its reason and checked by all members.

Two full names meet when their family names share a skeleton; they are linked when their spellings are near enough, or
nearly so and the story supports it (the same role). A link is refused when any member of either side contradicts it:
other given names, another gender, both in one sentence, the one with "Jr." where a page has both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from twosource.resolve.occurrences import Cluster, Occurrence
from twosource.resolve.person_names import IMPOSSIBLE, MAYBE, SURE, compare, parse
from twosource.resolve.transliteration import family_sets, given_sets, phones, skeletons, sound_classes
from twosource.resolve.wade_giles import pinyin
from twosource.resolve.walks import conflict, head

Key = tuple[str, ...]

_WIDEST_BLOCK = 150
"""Names that meet under one key; more share a very common key, and only equal sounds are then compared."""


@dataclass(slots=True)
class Spelling:
    """All occurrences in the story of one full name, folded; `text` is its most frequent form as written."""

    key: Key
    found: list[Occurrence]
    text: str = ""
    genders: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    sentences: frozenset[tuple[str, int]] = frozenset()
    pages: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        counts = Counter(one.text for one in self.found)
        self.text = min(counts, key=lambda text: (-counts[text], text))
        self.genders = clear([one.mention.gender for one in self.found])
        self.roles = frozenset(noun for one in self.found if (noun := head(one.mention.title)))
        self.sentences = frozenset((one.article, one.sentence) for one in self.found)
        self.pages = frozenset(one.article for one in self.found)


def clear(genders: Iterable[str | None]) -> frozenset[str]:
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
    reasons: dict[Key, str] = field(default_factory=dict)
    cluster: Cluster = field(default_factory=Cluster)
    called: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Bare names that pages have used for this person, with the pages."""
    addressed: list[str] = field(default_factory=list)
    """The genders that bare names of this person show ("Mrs Marsden")."""

    @property
    def name(self) -> str:
        return min(self.spellings, key=lambda one: (-len(one.found), -len(one.text), one.text)).text

    @property
    def genders(self) -> frozenset[str]:
        return frozenset(gender for one in self.spellings for gender in one.genders)

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(noun for one in self.spellings for noun in one.roles)


def key_of(text: str) -> Key:
    """What is one spelling of a name: its words and its generation."""
    name = parse(text)
    return (*name.words, name.generation or "")


def spellings(found: Sequence[Occurrence]) -> list[Spelling]:
    groups: dict[Key, list[Occurrence]] = defaultdict(list)
    for one in found:
        groups[key_of(one.text)].append(one)
    return [Spelling(key, groups[key]) for key in sorted(groups)]


def persons(found: Sequence[Spelling]) -> list[Person]:
    """Full spellings joined, surest pairs first, each join checked against all members of both sides."""
    owner = {spelling.key: Person([spelling]) for spelling in found}
    for _, one, other, reason in _pairs(found):
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
    marked = [marks(spelling.text) for spelling in spellings]
    pairs = {
        (a, b)
        for block in blocks.values()
        for group in ([block] if len(block) <= _WIDEST_BLOCK else _by_sound(block, spellings))
        if 1 < len(group) <= _WIDEST_BLOCK
        for a, b in combinations(sorted(group), 2)
        if not marked[a].isdisjoint(marked[b])
    }
    return [(spellings[a], spellings[b]) for a, b in sorted(pairs)]


def marks(text: str) -> frozenset[Hashable]:
    """What two full names share at the least that `compare` calls near: a family name, or all words or letters.

    Most that meet have but the given name and an initial in common: this tells before they are compared.
    """
    name = parse(text)
    families = {key for word in (name.family, *name.words[1:]) for key in _family_keys(word)}
    letters = {("letters", form) for form in ("".join(name.words), *pinyin(text))}
    words: set[Hashable] = {tuple(sorted(name.words))}
    if len(name.words) == 2:
        words |= {frozenset(pair) for pair in product(*map(skeletons, name.words))}
    return frozenset(families | letters | words)


def _by_sound(block: Sequence[int], spellings: Sequence[Spelling]) -> list[list[int]]:
    """A wide block in parts: names whose family names sound the same, and their given names too or are variants."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in block:
        name = parse(spellings[index].text)
        forms = {phones(name.given[0]), *(f"#{number}" for number in given_sets().get(name.given[0], ()))}
        for form in forms:
            groups[phones(name.family), form].append(index)
    return list(groups.values())


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
        found |= {*sound_classes(word), *(f"#{number}" for number in given_sets().get(word, ()))}
    return found


def _contradict(one: Spelling, other: Spelling) -> bool:
    """Evidence that two spellings are two persons: genders, both in one sentence in different spellings,
    or one with "Jr." and one without in one page (and no other form of the given name with the same role).

    A middle name more or less is no other spelling: a sentence that quotes may write the name in both ways.
    """
    if one.genders and other.genders and not one.genders & other.genders:
        return True
    if (
        _junior(one, other)
        and one.pages & other.pages
        and not (one.roles & other.roles and _called_otherwise(one, other))
    ):
        return True
    return bool(one.sentences & other.sentences) and compare(one.text, other.text).score < 1.0


def _support(one: Spelling, other: Spelling) -> str:
    shared, junior = sorted(one.roles & other.roles), _junior(one, other)
    if shared and (not junior or _called_otherwise(one, other)):
        return f"same role ({shared[0]})"
    return "no page names one with Jr and one without" if junior and not one.pages & other.pages else ""


def _junior(one: Spelling, other: Spelling) -> bool:
    return parse(one.text).generation != parse(other.text).generation


def _called_otherwise(one: Spelling, other: Spelling) -> bool:
    """ "Joe" and "Joseph": a father and a son who share a name share it in the same form."""
    return parse(one.text).given[0] != parse(other.text).given[0]


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
