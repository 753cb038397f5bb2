"""What a predicate says of its complement: that it happened, did not, will, may, is denied, wanted, asked for.

The classes are those of the literature on implicative and factive verbs (L. Karttunen, "Implicative verbs", Language
47, 1971; P. and C. Kiparsky, "Fact", 1970; R. Nairn, C. Condoravdi, L. Karttunen, "Computing relative polarity for
textual inference", ICoS-5, 2006): a signature gives what follows for the complement when the predicate itself holds and
when it is negated. The words under each are our own, for the language of news.
"""

from __future__ import annotations

from typing import NamedTuple

from twosource.records import Status

# Why a word has its status: each reason claims one status.
GROUNDS: dict[str, Status] = {
    "told": "happened",  # a plain assertion
    "ongoing": "ongoing",
    "reported": "happened",  # told by somebody: "said that ..."; what he makes of it is the attribution's to say
    "thought": "possible",
    "negation": "negated",
    "prevented": "negated",  # refused, failed, averted, without
    "doubted": "possible",
    "attempted": "possible",
    "unsure": "possible",  # may, might, could, possibly, likely, if
    "condition": "possible",
    "unreal": "possible",  # would, would have
    "required": "possible",  # should, must, ought
    "able": "possible",
    "asked": "possible",
    "wanted": "possible",
    "feared": "possible",
    "purpose": "possible",
    "question": "possible",
    "planned": "planned",
    "expected": "planned",
    "future": "planned",
    "denied": "denied",
    "alleged": "alleged",
}
HOLDING = frozenset({"told", "ongoing", "reported", "alleged", "thought"})
"""Grounds under which a predicate counts as holding, so that its signature's first half applies."""
FAILING = frozenset({"negation", "prevented", "denied"})
"""Grounds under which it counts as negated."""
SAME = "same"
"""The complement stands as its predicate does: "began to fall", "helped to build"."""


class Signature(NamedTuple):
    """What a complement is under a predicate that holds, and under one that is negated."""

    held: str
    negated: str


# Complements of verbs: infinitives, participles and clauses.
SIGNATURES: dict[Signature, str] = {
    # factive: the complement is so, whether the predicate holds or not; stopping and ending take it for granted too
    Signature("told", "told"): "know realize realise discover regret notice remember reveal acknowledge admit "
    "recognize recognise learn find see hear understand recall confess mourn welcome celebrate mind resent show "
    "prove explain note confirm forgive deplore lament commemorate stop cease end quit halt finish complete resume "
    "continue keep",
    # implicative: so when it holds, not when it is negated
    Signature(SAME, "negation"): "manage succeed bother happen get dare deign begin start proceed come go help "
    "tend turn rush hasten venture condescend serve use remain force cause make compel oblige drive prompt push "
    "induce coax convince persuade trick provoke inspire watch catch spend take wind",
    # negative implicative: not when it holds
    Signature("prevented", "told"): "fail forget neglect avoid omit miss",
    Signature("prevented", "unsure"): "refuse decline prevent refrain abstain block bar ban prohibit forbid hinder "
    "deter discourage dissuade resist abandon cancel scrap avert preclude forgo forestall thwart foil veto stall "
    "reject restrain exclude spare disallow oppose withhold shun",
    Signature("attempted", "negation"): "try attempt seek strive struggle work fight campaign compete vie endeavor "
    "endeavour bid",
    Signature("able", "negation"): "allow enable permit let authorize authorise license afford qualify empower "
    "clear entitle",
    Signature("planned", "negation"): "plan intend prepare decide agree promise pledge vow offer undertake commit "
    "swear arrange schedule aim gear set determine resolve choose opt consent volunteer elect mean volunteer "
    "guarantee",
    Signature("expected", "doubted"): "expect anticipate await predict forecast project foresee slate bind",
    Signature("wanted", "doubted"): "want hope wish desire prefer like need long yearn dream love hate look wait "
    "care lobby",
    Signature("asked", "unsure"): "demand urge call ask request appeal order tell press insist require beg "
    "recommend advise encourage instruct direct command implore petition plead invite pressure lobby warrant "
    "entreat exhort mandate suggest propose bid summon",
    Signature("feared", "unsure"): "threaten warn fear risk consider contemplate ponder mull hesitate worry debate",
    Signature("thought", "doubted"): "think believe feel assume guess imagine suppose seem appear suspect speculate "
    "reckon consider conclude hold",
    Signature("doubted", "unsure"): "doubt question dispute pretend feign wonder disbelieve",
    Signature("denied", "told"): "deny refute rebut repudiate",
    Signature("alleged", "unsure"): "accuse allege claim charge blame rumor rumour",
    Signature("reported", "reported"): "say tell report add announce proclaim unveil reiterate repeat argue state "
    "write note declare describe testify point mention stress observe remark inform reply indicate disclose "
    "estimate maintain cite quote",
}  # fmt: skip
# Verbs whose class depends on the form: with a clause ("agreed that he left", "forgot that") they tell or hold.
CLAUSAL: dict[Signature, str] = {
    Signature("told", "told"): "forget see mean remember find admit happen prove",
    Signature("reported", "reported"): "agree decide insist warn suggest argue complain show explain conclude "
    "determine rule promise tell",
    Signature("thought", "doubted"): "hope expect fear worry imagine predict guarantee bet anticipate",
    Signature("asked", "unsure"): "propose recommend",
}  # fmt: skip
# Nouns as objects of verbs, or after their preposition ("called for talks", "feared an attack").
OVER_NOUNS: dict[Signature, str] = {
    Signature("prevented", "unsure"): "avoid prevent avert block bar ban prohibit forbid deter cancel scrap thwart "
    "foil forestall abandon preclude rule_out discourage resist escape lack forgo",
    Signature("planned", "negation"): "plan schedule promise pledge offer propose prepare vow arrange prepare_for "
    "agree_to postpone delay set agree_on contemplate",
    Signature("expected", "doubted"): "expect anticipate await predict forecast envisage project look_forward_to",
    Signature("wanted", "doubted"): "want hope_for wish wish_for desire need prefer seek favor favour aim_for "
    "work_for try_for deserve pursue bid_for lobby_for wait_for",
    Signature("asked", "unsure"): "demand urge request ask_for call_for appeal_for press_for push_for plead_for "
    "require recommend suggest advocate order insist_on invite",
    Signature("feared", "unsure"): "fear threaten risk warn_of warn_against consider mull worry_about weigh face "
    "oppose threaten_with debate brace_for",
    Signature("doubted", "unsure"): "doubt question dispute",
    Signature("denied", "told"): "deny refute",
    Signature("alleged", "unsure"): "allege accuse_of suspect_of charge_with suspect",
    Signature("able", "negation"): "allow permit enable authorize authorise approve",
}  # fmt: skip
# Adjectives that govern an infinitive or a clause.
ADJECTIVES: dict[Signature, str] = {
    Signature("able", "negation"): "able capable free welcome eligible qualified competent fit",
    Signature("prevented", "unsure"): "unable powerless unwilling reluctant loath hesitant impossible incapable "
    "averse opposed",
    Signature("planned", "negation"): "ready willing prepared determined set due scheduled committed poised slated "
    "intent about",
    Signature("expected", "doubted"): "likely certain sure bound expected probable inevitable",
    Signature("doubted", "unsure"): "unlikely improbable doubtful unclear uncertain untrue false inconceivable "
    "implausible",
    Signature("wanted", "doubted"): "eager keen anxious hopeful desperate interested impatient",
    Signature("unsure", "negation"): "possible conceivable plausible apt liable prone open",
    Signature("required", "unsure"): "necessary essential vital important imperative crucial obliged required "
    "supposed better best",
    Signature("told", "told"): "sorry glad happy sad proud aware pleased surprised disappointed angry lucky "
    "fortunate clear true obvious evident known remarkable significant ironic strange odd tragic",
    Signature("purpose", "negation"): "easy hard difficult tough good safe wise dangerous useful reasonable enough "
    "costly expensive",
}  # fmt: skip
# Nouns that govern an infinitive, a clause or a phrase with "of", "for", "to" ("a plan to leave", "fears of war").
NOUNS: dict[Signature, str] = {
    Signature("prevented", "unsure"): "failure refusal inability reluctance prevention avoidance lack absence ban "
    "cancellation prohibition opposition unwillingness moratorium",
    Signature("attempted", "negation"): "attempt effort bid try struggle drive campaign fight push",
    Signature("able", "negation"): "ability chance opportunity right capacity power authority permission "
    "capability freedom means license",
    Signature("planned", "negation"): "plan decision promise pledge offer agreement intention preparation deal "
    "proposal commitment readiness willingness vow resolve determination schedule date arrangement order blueprint "
    "strategy",
    Signature("expected", "doubted"): "expectation prospect prediction forecast likelihood probability",
    Signature("wanted", "doubted"): "hope wish desire need interest aim goal ambition dream incentive eagerness "
    "aspiration pressure",
    Signature("asked", "unsure"): "call demand request appeal obligation requirement invitation ultimatum plea "
    "duty advice deadline recommendation motion petition application",
    Signature("feared", "unsure"): "threat risk danger fear warning concern worry alarm",
    Signature("unsure", "negation"): "possibility case option potential idea suggestion question consideration "
    "temptation",
    Signature("doubted", "unsure"): "doubt",
    Signature("denied", "told"): "denial",
    Signature("alleged", "unsure"): "allegation accusation claim charge suspicion rumor rumour",
    Signature("thought", "doubted"): "belief view feeling impression theory speculation assumption",
    Signature("reported", "reported"): "report statement announcement",
}  # fmt: skip
# Words beside an event noun that say how it stands ("a possible strike", "the planned summit").
BESIDE: dict[str, str] = {
    "unsure": "possible potential likely probable hypothetical theoretical conceivable any",
    "planned": "planned proposed upcoming forthcoming scheduled next future prospective promised intended coming "
    "imminent looming pending would-be",
    "expected": "expected anticipated projected predicted",
    "alleged": "alleged suspected purported reported supposed apparent accused",
    "attempted": "attempted failed unsuccessful abortive aborted",
    "feared": "threatened feared",
    "prevented": "cancelled canceled averted no avoided zero abandoned",
    "wanted": "desired wanted",
}  # fmt: skip
# Adverbs beside a verb.
ADVERBS: dict[str, str] = {
    "unsure": "perhaps maybe possibly probably likely presumably conceivably potentially apparently",
    "alleged": "allegedly reportedly supposedly purportedly",
    "prevented": "hardly scarcely seldom rarely",
}  # fmt: skip
MODALS: dict[str, str] = {
    "could": "unsure", "may": "unsure", "might": "unsure", "can": "able", "ca": "able", "would": "unreal", "'d": ""
    "unreal",
    "should": "required", "must": "required", "ought": "required", "shall": "future", "cannot": "able",
}  # fmt: skip
# What opens a clause or phrase that is not said to be so.
OPENERS: dict[str, str] = {
    "if": "condition", "unless": "condition", "whether": "question", "lest": "feared", "without": "prevented",
    "should": "condition", "until": "expected", "before": "expected", "instead": "prevented", "rather": "prevented",
    "for": "purpose", "provided": "condition", "once": "expected",
}  # fmt: skip


def _by_word(tables: dict[Signature, str]) -> dict[str, Signature]:
    """Each word's signature; a word in two lines has the first."""
    return {word: signature for signature, words in reversed(tables.items()) for word in words.split()}


def _grounds(tables: dict[str, str]) -> dict[str, str]:
    return {word: ground for ground, words in tables.items() for word in words.split()}


OF_VERBS, OF_CLAUSES = _by_word(SIGNATURES), _by_word(CLAUSAL)
OF_OBJECTS, OF_ADJECTIVES, OF_NOUNS = _by_word(OVER_NOUNS), _by_word(ADJECTIVES), _by_word(NOUNS)
WORDS_BESIDE, ADVERBS_BESIDE = _grounds(BESIDE), _grounds(ADVERBS)

GOVERNING = frozenset("prevented attempted able planned expected wanted asked feared denied alleged".split())
"""Of these classes a verb and what it governs are told together: "refused to sign", "threatened to attack"."""
DENYING = frozenset(word for word, signature in OF_VERBS.items() if signature.held == "denied")
OPERATING = frozenset(word for word, signature in OF_VERBS.items() if signature.held in GOVERNING)
