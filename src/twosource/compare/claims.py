"""Claims and denials: which attributions put something forward that another may deny, and what each is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Literal

from twosource.compare.receipts import Voice, Voices, clipped, quote, sentence
from twosource.records import Range, Reading

Role = Literal["claims", "denies"]

# What one side says was done and the other denies. The words of a row name one deed; written by us from the words that
# news uses for it. A row is found by the start of a word, so that "rig" finds "rigged" and "rigging".
DEEDS: tuple[tuple[str, str], ...] = (
    ("fraud at the polls", r"rigg(?:ed|ing)|rig\b|frauds?\b|fraudulent|falsif\w+|tamper\w*|ballot[- ]stuffing|"
                           r"stuff(?:ed|ing)|"
                           r"irregularit\w+|stolen|stole\b|steal(?:ing)?\b|vote[- ]buying|cheat\w*|manipulat\w+|"
                           r"doctored"),
    ("killing", r"kill\w*|murder\w*|massacr\w+|assassinat\w+|execut(?:ed|ing|ions?)\b|shot dead|shoot(?:ing)? "
                r"dead|slaughter\w*|deaths?\b"),
    ("abuse", r"tortur\w+|beat(?:en|ings?)\b|beat up|mistreat\w*|ill-treat\w*|abus\w+|brutal\w*|maltreat\w*|"
              r"humiliat\w+"),
    ("attack", r"attack\w*|shell(?:ed|ing)\b|bomb\w*|strikes?\b|struck|airstrikes?|missiles?|drones?|fired (?:on|"
               r"at)|raid(?:ed|s|ing)?\b|assault\w*"),
    ("corruption", r"corrupt\w*|brib\w+|embezzl\w+|graft\b|kickbacks?|launder\w*|misappropriat\w+|siphon\w*|misus\w+"),
    ("interference", r"interfer\w+|meddl\w+|hack\w*|cyber-?attack\w*|leaked (?:e-?mails?|documents?|files)|"
                     r"sabotag\w+|destabili[sz]\w+"),
    ("poisoning", r"poison\w*|nerve agent|toxi[cn]\w*"),
    ("sexual violence", r"rap(?:e|ed|ing|ist)\b|sexual\w*|molest\w*|grop\w+|harass\w*"),
    ("spying", r"sp(?:y|ied|ying|ies)\b|espionage|surveil\w*|wiretap\w*|bugg(?:ed|ing)\b|eavesdrop\w*"),
    ("collusion", r"collu\w+|conspir\w+|plot(?:ted|ting|s)?\b|in league with"),
    ("supplying arms", r"arm(?:ed|ing)\b|suppl(?:y|ied|ying|ies) (?:of )?(?:arms|weapons)|weapons|arms shipments?|"
                       r"smuggl\w+"),
    ("breach", r"violat\w+|breach\w*|broke the|broken the|flout\w*"),
    ("invasion", r"invad\w+|invasion|incursion|cross(?:ed|ing) (?:into|the border)|annex\w*|occup(?:ied|ying|ation)"),
    ("neglect", r"neglig\w+|neglect\w*|cover(?:ed|ing)? up|cover-up|conceal\w*|ignor(?:ed|ing|es) (?:[\w-]+ "
                r"){0,3}(?:warnings?|letters?|complaints?|alarms?|advice)|hid\b|"
                r"hidden|withheld"),
    ("lying", r"lie[ds]?\b|lying|mislead\w*|misled|deceiv\w+|perjur\w+|fabricat\w+"),
    ("discrimination", r"discriminat\w+|racis[tm]\w*|sexis[tm]\w*|bias\w*|antisemit\w+|bigot\w*"),
    ("causing it", r"caus(?:ed|ing)\b|start(?:ed|ing) the (?:fire|blaze)|behind the"),
    ("pollution", r"pollut\w+|contaminat\w+|dump(?:ed|ing)\b|spill(?:ed|s|ing)?\b|leak(?:ed|ing|age)\b"),
    ("detention", r"detain\w*|arrest\w*|kidnap\w*|abduct\w*|jail\w*|hostages?"),
    ("migration", r"weaponi[sz]\w+|orchestrat\w+|traffick\w+|push(?:ed|ing)? back|pushbacks?"),
    ("resigning", r"resign\w*|step(?:ped|ping)? down|quit\b|retir(?:e|ing)\b"),
    ("doping", r"dop(?:ed|ing)\b|banned substance\w*|match-fixing|match fixing"),
    ("talks", r"secret(?:ly)? (?:talks|negotiat\w+|met)|backchannel|negotiat\w+"),
)  # fmt: skip
# What it was done to. Two words of a row are as good as the same word.
OBJECTS: tuple[tuple[str, str], ...] = (
    ("election", r"elect(?:ion|ions|oral)\b|votes?\b|voters?\b|voting|ballots?|polls?\b|polling|referendum|"
                 r"results?\b|turnout|count\b"),
    ("protesters", r"protest\w*|demonstrat\w+|rall(?:y|ies)\b|marchers?|rioters?"),
    ("civilians", r"civilians?|residents?|villagers?|hospitals?|schools?|homes?\b|market"),
    ("prisoners", r"prison\w*|detain\w*|inmates?|hostages?|captives?|jail\w*"),
    ("money", r"money|funds?\b|millions?|billions?|contracts?|budget|payments?"),
    ("migrants", r"migrants?|refugees?|asylum"),
    ("water", r"water|rivers?|lakes?|wells?\b|reservoir"),
    ("truce", r"truce|ceasefire|cease-fire|armistice|peace (?:deal|accord)"),
    ("press", r"journalists?|reporters?|newspapers?|press\b|media\b"),
    ("soldiers", r"soldiers?|troops|army|forces"),
    ("plane", r"plane|aircraft|jet\b|airliner|flight"),
    ("fire", r"fires?\b|blaze|wildfires?"),
)  # fmt: skip


class Rows:
    """A table of names with their words. One pattern of all words, on folded letters, tells in a fraction of the time
    that none is there: so it is with most contents."""

    def __init__(self, table: Sequence[tuple[str, str]]) -> None:
        self._rows = tuple((name, re.compile(rf"\b(?:{words})", re.I)) for name, words in table)
        self._any = re.compile(rf"\b(?:{'|'.join(words for _, words in table)})")

    def any(self, words: str) -> bool:
        """Whether a word of any row stands in `words`."""
        return self._any.search(words.casefold()) is not None

    def named(self, words: str) -> frozenset[str]:
        """The names of the rows of which a word stands in `words`."""
        return frozenset(name for name, row in self._rows if row.search(words)) if self.any(words) else frozenset()

    def without(self, words: str) -> str:
        """`words` with a blank for each word of a row."""
        if self.any(words):
            for _, row in self._rows:
                words = row.sub(" ", words)
        return words


DEED, OBJECT = Rows(DEEDS), Rows(OBJECTS)

CHARGE = re.compile(
    r"\b(?:allegations?|claims?|accusations?|charges?|suggestions?|rumou?rs?|assertions?|insinuations?|"
    r"reports?(?= (?:that|of)\b))\b",
    re.I,
)
ACCOUNT = re.compile(
    r"^(?:the|this|that|these|those|such|his|her|its|their)\s+(?:\w+\s+)?(?:accounts?|stor(?:y|ies)|reports?|versions?)\W*$",
    re.I,
)
"""Turned down, these are claims too: "dismissed the account"."""
NOT_ALL_CHARGES = re.compile(
    r"\b(?:criminal|murder|formal|insurance|asylum|compensation)\s+(?:charges?|claims?)\b", re.I
)
DENY = re.compile(r"\b(?:den(?:y|ies|ied|ying)|refut\w+|rebut\w*|disput(?:e|es|ed|ing))\b", re.I)
TURN_DOWN = re.compile(
    r"\b(?:reject\w*|repudiat\w+|disavow\w*|dismiss\w*|brush\w* (?:off|aside)|shrug\w* off|wav(?:ed?|ing) (?:off|"
    r"away)|rul(?:ed|ing) out|"
    r"discount\w*)\b",
    re.I,
)
CALLED_BASELESS = re.compile(
    CHARGE.pattern
    + r"[^.;]{0,40}\b(?:baseless|unfounded|groundless|false|untrue|fake|lies?\b|fabricat\w+|nonsense|absurd|slander\w*|"
    r"libel\w*|fiction|without (?:any )?(?:foundation|merit|basis)|(?:a )?hoax|(?:a )?smear)\b",
    re.I,
)
""" "Called the allegations baseless"; "a false claim" before its noun is the writer's own word."""
NEGATION = re.compile(r"\b(?:no|not|never|none|nothing|neither|nor|without)\b|n['’]t\b", re.I)
# Cues that mark what follows as a claim that may be denied; "criticised" and "praised" take the deed for granted.
ALLEGING = re.compile(
    r"\b(?:accus|alleg|claim|charg|insist|assert|contend|maintain|blam|complain|denounc|suggest)\w*", re.I
)
ACCUSED = re.compile("accus", re.I)
# Cues of plain saying.
SAYING = re.compile(
    r"\b(?:sa(?:y|id|ys|ying)|t(?:ell|old|elling)|add(?:ed|s)?|stat(?:ed|es?|ing)|report\w*|according|wr(?:ote|ites?|itten)|announc\w*|confirm\w*|acknowledg\w*|admit\w*)\b",
    re.I,
)
NO_DEED = re.compile(
    r"(?:\b(?:no|not|never|nobody|none|neither)\b|n['’]t\b)\s+(?:(?!accus|alleg|charg|be\b)[\w-]+\s+){0,3}?(?:"
    + "|".join(words for _, words in DEEDS)
    + ")",
    re.I,
)
""" "There was no fraud", "had never shelled the village": a denial that does not call itself one."""
SHORT = 240
"""Characters: a longer content is a speech, of which no single claim can be told by its words."""
WRONGDOING = re.compile(
    r"^(?:(?:any\s+|all\s+)?(?:wrong-?doing|involvement|responsibility|guilt|knowledge)\b|"
    r"(?:it|this|that|so|them|doing so)(?:\s+(?:ever\s+)?(?:happened|occurred|took place|was true)\b|\s*$))",
    re.I,
)
CLAUSAL = re.compile(
    r"^(?:that|having|being|ever|\w+ing)\b|\b(?:was|were|had|has|have|is|are|did|would|there)\b|n['’]t\b", re.I
)
""" "Denied that ...", "denied hitting her"; "denied them visas" is a refusal."""
# Words that say nothing of what is claimed.
EMPTY = frozenset(
    "the a an this that these those his her its their our my your he she it they we i you him them us who which "
    "what there here "
    "is are was were be been being has have had do does did will would could should may might can shall must to "
    "of in on at by "
    "for from with about over under after before during against between into and or but nor so as if than then "
    "not no never any "
    "all some such other more most very own same also only just still even again ever against because while when "
    "where how why "
    "allegation allegations claim claims claimed accusation accusations accused charge charges charged report "
    "reports reported "
    "suggestion suggestions rumour rumor rumours rumors said say says saying told alleged allege denied deny "
    "denies rejected "
    "reject dismissed dismiss false baseless unfounded evidence without one two new year years people country "
    "government "
    "president minister official officials spokesman spokeswoman spokesperson mr mrs ms dr anybody anyone "
    "somebody someone everybody everyone nobody anything something nothing out up away".split()
)  # fmt: skip
NEXT_SAYING = re.compile(
    r",? (?:and|but) (?:also |then |he |she |they )?(?:call|sa(?:id|ys)|describ|accus|insist|add|told|urg|demand|"
    r"vow|warn|promis)\w*\b",
    re.I,
)
""" "Denied that anybody had threatened her and called the journey theatre": what follows is another statement."""
STOP = re.compile(r"[.!?;]?['\"”’]?\s*$")
PART = re.compile(r"\bbecause\b|\balthough\b|\bwhile\b|\bthat\b|\bbut\b|\band\b|[,;:]", re.I)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
ENDING = re.compile(r"['’].*$")
SUFFIX = re.compile(r"(?:['’]s?|ations?|ings?|ments?|ed|es|ers?|s|ly)$")


@dataclass(frozen=True)
class Claim:
    """One side of a possible dispute: somebody claims or denies something, at a place."""

    article: str
    role: Role
    span: Range
    """From the cue to the end of the content, within one sentence's reach: the words that are shown."""
    sentence: Range
    number: int
    """The sentence's place in the article."""
    who: str | None
    entity: str | None
    deeds: frozenset[str]
    features: frozenset[str]
    """Objects, stems and entities that the content names beside the deed."""
    entities: frozenset[str]
    """Entities named in the sentence, the speaker among them."""
    empty: bool
    """It names nothing itself ("denied the allegations"): it answers what stands before it."""
    firm: bool
    """Marked as a claim, an accusation or a denial by its words; False for what is plainly said."""

    @property
    def place(self) -> tuple[str, int, int, str]:
        return self.article, self.span[0], self.span[1], self.role


def claims(voices: Voices, article: str) -> tuple[Claim, ...]:
    """Every claim and denial of one article, in text order, one for each place and role."""
    found: dict[tuple[str, int, int, str], Claim] = {}
    for voice in voices.of(article):
        claim = _claim(voices, voice)
        if claim is not None:
            found.setdefault(claim.place, claim)
    return tuple(found[place] for place in sorted(found))


def _claim(voices: Voices, voice: Voice) -> Claim | None:
    attribution = voice.attribution
    if not attribution.content or attribution.act in {"promised", "demanded", "asked"}:
        return None
    reading = voice.reading
    content = clipped(reading, (min(s for s, _ in attribution.content), max(e for _, e in attribution.content)))
    cue = quote(reading, attribution.cue) if attribution.cue else ""
    if ACCUSED.match(cue):  # "accused the owner, N N, on Friday of ...": what of may stand after an apposition
        content = content[0], max(content[1], _clause_end(reading, content))
    words = quote(reading, content)
    role, firm = _role(attribution.act, cue, words)
    if role is None:
        return None
    return _made(voices, voice, role, firm, content, words)


def _clause_end(reading: Reading, content: Range) -> int:
    """Where the sentence of `content` ends, its last marks left out."""
    end = sentence(reading, content)[1]
    further = NEXT_SAYING.search(reading.article.text, content[0], end)
    if further:
        return further.start()
    stop = STOP.search(reading.article.text, content[0], end)
    return stop.start() if stop else end


def _role(act: str, cue: str, words: str) -> tuple[Role | None, bool]:
    """(claims, denies or neither; whether its words mark it as such)."""
    charge = CHARGE.search(words) is not None and not NOT_ALL_CHARGES.search(words)
    turned_down = TURN_DOWN.search(cue) or DENY.search(cue)
    if (charge or ACCOUNT.search(words)) and turned_down:
        return "denies", True
    if CALLED_BASELESS.search(words):
        return "denies", True
    if act == "denied":
        named = CLAUSAL.search(words) or WRONGDOING.search(words) or DEED.any(words)
        refused = words.lower().startswith("to ")  # "declined to comment"
        return ("denies", True) if DENY.search(cue) and named and not refused else (None, False)
    if len(words) > SHORT or act not in {"claimed", "accused", "said"}:
        return None, False
    if NO_DEED.search(words) and not (act == "accused" or charge):
        return "denies", False
    if charge or ALLEGING.search(cue):
        return "claims", True
    return ("claims", False) if SAYING.search(cue) else (None, False)


def _made(voices: Voices, voice: Voice, role: Role, firm: bool, content: Range, words: str) -> Claim:
    reading, article = voice.reading, voice.reading.article.id
    within = sentence(reading, content)
    words = NEXT_SAYING.split(words)[0]
    if role == "claims" and not firm:
        words = " ; ".join(part for part in PART.split(words) if not NEGATION.search(part))
    deeds = DEED.named(words)
    entities = voices.entities(article, within) | ({voice.entity} if voice.entity else frozenset())
    features = _features(words) | {f"entity:{e}" for e in voices.entities(article, content)}
    empty = not deeds and (not stems(ACCOUNT.sub("", CHARGE.sub("", words))) or WRONGDOING.match(words) is not None)
    cue = voice.attribution.cue
    span = (min(content[0], cue[0]), max(content[1], cue[1])) if cue and within[0] <= cue[0] < within[1] else content
    return Claim(
        article, role, span, within, _number(reading, within), voice.said_by, voice.entity, deeds,
        frozenset(features), frozenset(entities), empty, firm,
    )  # fmt: skip


def _features(words: str) -> set[str]:
    """Objects and stems of the content; the words of the deed itself are no further evidence."""
    return {f"object:{name}" for name in OBJECT.named(words)} | {f"stem:{stem}" for stem in stems(DEED.without(words))}


def stems(words: str) -> frozenset[str]:
    """Content words cut to their first six letters without endings: "tampered" and "tampering" are one. Names are not
    content: they are compared as entities."""
    return frozenset(found for word in WORD.findall(words) if (found := _stem(word)))


@lru_cache(1 << 14)
def _stem(word: str) -> str:
    """ "" for a word that is no content."""
    bare = ENDING.sub("", word)
    if bare in EMPTY or len(bare) < 3 or not bare.islower():
        return ""
    cut = SUFFIX.sub("", bare)
    return (cut if len(cut) > 2 else bare)[:6]


def _number(reading: Reading, within: Range) -> int:
    return bisect_right(reading.annotations.sentences, within[0], key=itemgetter(0))


def in_order(found: Iterable[Claim]) -> list[Claim]:
    """Claims by article and place."""
    return sorted(found, key=lambda claim: claim.place)
