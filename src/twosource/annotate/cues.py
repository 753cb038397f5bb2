"""The cue lexicon: verbs, phrases and nouns that report what somebody says or thinks, and what each may govern.

A cue's `frames` say where its content may stand (see `FRAMES`), so that "called for talks" is a demand, "called him"
nothing. The groups follow the speech-act classes of Levin (1993, 37.1-37.13: verbs of communication) and the cue lists
of PARC 3 and PolNeAR in spirit; the entries are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.records import Act, AttributionKind

# q  a quotation beside the verb            said, "..."
# c  a clause, with or without "that"       said (that) it would
# t  a clause, only with "that"             emphasized that
# w  a question clause                      asked whether
# i  an infinitive                          promised to leave
# n  a noun phrase                          denied the charge
# s  a noun phrase and what it is called    called the vote a farce
# a  an addressee comes first               told reporters that
FRAMES = frozenset("qctwinsa")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in one sense. `prepositions` may introduce its content ("called for", "warned of", "accused ... of")."""

    lemma: str
    act: Act
    kind: AttributionKind
    frames: frozenset[str]
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Group:
    verbs: str
    act: Act
    frames: str
    reason: str
    prepositions: str = ""
    kind: AttributionKind = "speech"


GROUPS: tuple[_Group, ...] = (
    _Group("say", "said", "qctw", "the plain cue; says nothing of the content's status", "of"),
    _Group("tell", "said", "qctwa", "its object is the hearer, not the content", "of about"),
    _Group("add", "said", "qc", "goes on with what was said before"),
    _Group("continue", "said", "q", "a cue only beside a quotation"),
    _Group(
        "note point observe remark mention recall recount "
        "reiterate stress emphasize emphasise underline underscore highlight",
        "said", "qctwn", "presents the content as known, or gives it weight", "out to",
    ),
    _Group(
        "write tweet retweet post email text blog",
        "said", "qtcn", "speaks in writing; its object is mostly the medium",
    ),
    _Group(
        "announce declare state proclaim disclose reveal report confirm clarify detail outline specify list",
        "said", "qctwn", "makes something known: the noun phrase is what was made known",
    ),
    _Group("explain elaborate", "said", "qctwn", "gives grounds"),
    _Group("joke quip boast brag comment muse lament bemoan", "said", "qtn", "names the tone", "about of on"),
    _Group("reply respond answer retort counter shoot", "said", "qt", "answers something", "with by"),
    _Group("quote cite reference invoke", "said", "n", "hands on what another said or wrote"),
    _Group(
        "describe characterize characterise portray depict label brand dub term deem hail liken compare identify",
        "said", "ns", "says what something is",
    ),
    _Group("call", "said", "qs", "says what something is; with 'for' or 'on' a demand"),
    _Group("refer allude", "said", "", "names a topic", "to"),
    _Group(
        "discuss tout trumpet extol recite echo repeat utter reaffirm signal articulate",
        "said", "qntc", "speaks of a topic",
    ),
    _Group("talk speak", "said", "", "content only after 'about' or 'of'", "about of"),
    _Group("hint", "said", "t", "says it without the words", "at"),
    _Group(
        "interject fume vent gush shout yell chant scream cry whisper mutter exclaim intone shrug chime sigh "
        "laugh",
        "said", "q", "the manner of the voice",
    ),
    _Group("begin conclude finish read", "said", "q", "where in the speech; a cue only beside a quotation"),
    _Group(
        "conclude find show indicate suggest predict forecast estimate project demonstrate",
        "claimed", "qct", "puts forward a finding",
    ),
    _Group("show", "claimed", "n", "what polls and papers show is put forward too"),
    _Group("rule", "said", "t", "decides a case by saying so"),
    _Group(
        "claim argue insist contend assert allege affirm reckon speculate caution warn posit theorize imply",
        "claimed", "qctn", "puts forward what others may dispute", "of about against for",
    ),
    _Group("maintain hold", "claimed", "tq", "with a that-clause alone: one holds offices too"),
    _Group("testify swear attest vouch", "claimed", "qt", "speaks under oath", "to for"),
    _Group("concede acknowledge admit confess", "agreed", "qctn", "grants what was in doubt", "to"),
    _Group("agree concur consent", "agreed", "qti", "shares another's position", "with to on"),
    _Group(
        "credit praise applaud commend welcome endorse congratulate defend thank cheer celebrate laud salute",
        "agreed", "ns", "speaks for somebody or something", "for",
    ),
    _Group("deny", "denied", "qctnw", "says that it is not so"),
    _Group(
        "reject refute rebut rebuff disavow repudiate disown",
        "denied", "nt", "turns down a claim, an offer or a result",
    ),
    _Group("dismiss discount downplay shrug", "denied", "nsq", "makes light of a claim", "off"),
    _Group("refuse decline", "denied", "i", "says that one will not"),
    _Group("dispute challenge", "denied", "nt", "says that it is not so"),
    _Group("apologize apologise", "agreed", "q", "owns a fault", "for to"),
    _Group("promise vow pledge guarantee swear", "promised", "qctina", "binds the speaker to do it"),
    _Group("assure reassure", "promised", "qta", "promises to somebody"),
    _Group("offer volunteer", "promised", "iqn", "would do it if wanted"),
    _Group("threaten", "promised", "qtin", "promises harm", "with"),
    _Group("demand", "demanded", "qctin", "wants it done"),
    _Group("urge encourage implore exhort beg beseech plead", "demanded", "qtns", "wants another to do it", "for with"),
    _Group("call", "demanded", "", "with these prepositions it demands", "for on upon"),
    _Group("propose recommend advise advocate", "demanded", "qctni", "puts forward what should be done", "for"),
    _Group("order instruct command", "demanded", "qtns", "wants it done and can make it so"),
    _Group("request", "demanded", "qtni", "wants it given"),
    _Group("appeal", "demanded", "q", "wants help", "for to"),
    _Group("push", "demanded", "", "wants it done, over some time", "for"),
    _Group("ask", "asked", "qwnia", "wants to know, or wants it done", "for about"),
    _Group("question query", "asked", "qwn", "casts doubt or wants to know"),
    _Group("wonder", "asked", "qwc", "asks oneself", "about"),
    _Group("accuse", "accused", "s", "says that somebody did wrong", "of"),
    _Group(
        "blame criticize criticise denounce condemn decry slam blast attack assail mock deride lambast bash "
        "ridicule rebuke lambaste rip chide scold berate castigate chastise rail taunt skewer knock fault",
        "accused", "nsq", "speaks against somebody or something", "for against on",
    ),
    _Group("complain protest", "accused", "qct", "speaks of a wrong", "of about against"),
    _Group("charge", "accused", "qt", "says that somebody did wrong"),
    _Group(
        "remind inform notify alert warn brief advise convince persuade",
        "said", "tsa", "its object is the hearer", "of about",
    ),
    _Group("express voice convey reflect", "said", "n", "its object is a feeling, a hope or a doubt"),
    _Group(
        "believe think feel consider suspect assume guess figure know understand realize realise doubt presume "
        "envision remember",
        "thought", "ct", "holds it in mind", kind="attitude",
    ),
    _Group(
        "hope want wish intend aim prefer desire decide opt expect",
        "thought", "ciq", "would have it so", "for", kind="attitude",
    ),
    _Group("plan seek", "thought", "i", "sets out to do it", kind="attitude"),
    _Group(
        "want support oppose favor favour prefer back nominate", "thought", "ns", "would have it so", kind="attitude"
    ),
    _Group("like dislike love hate resent", "thought", "ns", "is fond of it or not", kind="attitude"),
    _Group("recognize recognise learn", "thought", "t", "comes to know it", kind="attitude"),
    _Group("consider", "thought", "n", "has it in mind", kind="attitude"),
    _Group("fear worry", "thought", "qctn", "would not have it so", "about", kind="attitude"),
    _Group("view regard interpret", "thought", "s", "holds somebody to be something", kind="attitude"),
    _Group("seem appear", "thought", "i", "how it looks to the writer", kind="attitude"),
)  # fmt: skip

# Nouns whose that-clause (or object after "of") is content: "her claim that", "allegations of fraud".
NOUN_CUES: dict[str, Act] = {
    "claim": "claimed", "assertion": "claimed", "contention": "claimed", "argument": "claimed", "suggestion": "claimed",
    "warning": "claimed", "statement": "said", "announcement": "said", "report": "said", "comment": "said",
    "remark": "said", "revelation": "said", "allegation": "accused", "accusation": "accused", "charge": "accused",
    "complaint": "accused", "denial": "denied", "promise": "promised", "pledge": "promised", "vow": "promised",
    "threat": "promised", "demand": "demanded", "insistence": "claimed", "proposal": "demanded",
    "belief": "thought", "fear": "thought", "hope": "thought", "concern": "thought", "view": "thought",
    "opinion": "thought", "conviction": "thought", "confidence": "thought", "plan": "thought", "decision": "thought",
    "desire": "thought", "refusal": "denied", "offer": "promised",
    "call": "demanded", "request": "demanded", "criticism": "accused", "praise": "agreed", "endorsement": "agreed",
}  # fmt: skip
# Nouns of those that pages cite without a name: a link in the chain of who told whom.
SPEAKERS = frozenset(
    "aides agencies agency analysts authorities channel diplomats experts investigators media ministry newspaper "
    "newspapers officers official officials outlets paper police prosecutors report reports source sources spokesman "
    "spokeswoman spokesperson television witness witnesses".split()
)
# "in his words", "in her view": the possessor is the source.
WORDS_NOUNS: dict[str, Act] = {
    "words": "said", "word": "said", "account": "said", "telling": "said", "view": "thought", "opinion": "thought",
    "eyes": "thought", "mind": "thought", "estimation": "thought",
}  # fmt: skip


# Adjectives (and participles used as such) that tell an attitude behind "is" or "feels", in the form they have there.
_STANCES: tuple[_Group, ...] = (
    _Group(
        "eager keen willing unwilling reluctant determined anxious hesitant desperate",
        "thought", "i", "would do it, or would not", "for about", "attitude",
    ),
    _Group(
        "confident hopeful optimistic sure certain convinced unsure uncertain adamant positive doubtful",
        "thought", "tcw", "how firmly it is held", "of about in", "attitude",
    ),
    _Group(
        "concerned worried alarmed afraid fearful nervous uneasy troubled disturbed",
        "thought", "ti", "would not have it so", "about by of over with", "attitude",
    ),
    _Group(
        "angry furious upset unhappy bitter frustrated outraged incensed dismayed disappointed annoyed appalled "
        "shocked surprised",
        "thought", "ti", "is hurt by it", "about at with over by in", "attitude",
    ),
    _Group(
        "happy glad pleased delighted proud grateful thankful excited thrilled sorry sad relieved",
        "thought", "ti", "is moved by it", "about with of for at", "attitude",
    ),
    _Group(
        "skeptical sceptical critical wary suspicious dismissive supportive appreciative fond enamored tired aware "
        "unaware mindful ashamed envious jealous",
        "thought", "t", "judges it", "of about", "attitude",
    ),
    _Group("interested uninterested", "thought", "i", "would have it, or would not", "in", "attitude"),
)  # fmt: skip


def _lexicon(groups: tuple[_Group, ...]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for group in groups:
        for lemma in group.verbs.split():
            cue = Cue(lemma, group.act, group.kind, frozenset(group.frames), frozenset(group.prepositions.split()))
            found.setdefault(lemma, []).append(cue)
    return {lemma: tuple(cues) for lemma, cues in found.items()}


CUES: dict[str, tuple[Cue, ...]] = _lexicon(GROUPS)
STANCES: dict[str, tuple[Cue, ...]] = _lexicon(_STANCES)
