"""Which trigger words may tell one deed: one lemma, a noun made of the verb, or words that news swaps freely.

A noun is traced to its verb by its ending, and counts as that verb only where the story has the verb too: the pile
itself says which of "arrive" and "arriv" is a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# Endings that make a noun of a verb, and what the verb has in their place; the longer ending first.
NOUN_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("isition", ("ire",)),  # acquisition
    ("ification", ("ify",)),  # notification
    ("ication", ("icate", "y")),  # application
    ("ation", ("", "e", "ate")),  # confirmation, accusation, negotiation
    ("ition", ("ish", "ite", "e")),  # demolition, ignition
    ("uction", ("uce", "uct")),  # reduction, construction
    ("ption", ("pt", "be", "ve")),  # disruption, description, reception
    ("ission", ("it",)),  # admission
    ("ession", ("ede", "ess")),  # concession, confession
    ("ution", ("ute", "ve")),  # execution, solution
    ("sion", ("d", "de", "t", "se")),  # expansion, explosion, diversion
    ("tion", ("t", "te")),  # extradition, completion
    ("ion", ("", "e")),  # election, evacuation
    ("ment", ("",)),  # agreement
    ("al", ("", "e")),  # withdrawal, arrival
    ("ance", ("", "e")),  # appearance
    ("ence", ("", "e")),
    ("ing", ("", "e")),  # killing, shooting
    ("ure", ("", "e")),  # departure, seizure
    ("aint", ("ain",)),  # complaint
    ("age", ("",)),
    ("y", ("", "e")),  # recovery
)
SHORTEST = 3
# Words that reports of one event change for each other; each line is one deed. General words of news only.
SAME_DEED: tuple[str, ...] = (
    "kill murder slay die death killing slaying homicide assassinate assassination perish",
    "shoot shooting shot gunfire gunshot",
    "fire blaze burn inferno",
    "buy acquire purchase takeover acquisition",
    "release issue launch unveil introduce debut rollout",
    "cut sever snap",
    "robbery heist raid burglary rob steal theft",
    "riot unrest rioting",
    "repair fix patch mend resolve",
    "earthquake quake temblor tremor",
    "hurt injure wound injury",
    "arrest detain apprehend capture nab",
    "resign quit resignation",
    "sack dismiss oust axe",
    "win victory triumph",
    "lose defeat loss",
    "crash collision collide",
    "negotiation negotiate talk",
    "bomb bombing blast explosion explode",
    "damage destroy devastate demolish",
    "sue lawsuit suit",
    "marry wed wedding marriage",
    "flee escape",
    "seize confiscate impound",
    "start begin",
    "end finish conclude",
    "rise increase climb",
    "fall drop decline",
    "vote election poll ballot elect",
)


def deeds(lemmas: Iterable[str]) -> dict[str, frozenset[str]]:
    """Each lemma to the deeds that it may tell; two lemmas that share one may tell one event."""
    known = frozenset(lemmas)
    lines = _lines()
    found = {}
    for lemma in known:
        own = {lemma, *(verb for verb in verbs_of(lemma) if verb in known)}
        found[lemma] = frozenset(own | {line for word in own for line in lines.get(word, ())})
    return found


def verbs_of(noun: str) -> frozenset[str]:
    """The verbs that a noun may be made of, by its ending: most of them are no words."""
    out: set[str] = set()
    for ending, verbal in NOUN_ENDINGS:
        stem = noun.removesuffix(ending)
        if stem != noun and len(stem) >= SHORTEST:
            out.update(stem + end for end in verbal)
            if "" in verbal and stem[-1] == stem[-2]:
                out.add(stem[:-1])  # "stabbing"
    return frozenset(out)


def _lines() -> Mapping[str, list[str]]:
    lines: dict[str, list[str]] = {}
    for line in SAME_DEED:
        words = line.split()
        for word in words:
            lines.setdefault(word, []).append(f"={words[0]}")
    return lines
