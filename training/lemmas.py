"""The files by which `twosource.annotate.lemmas` knows words: `python -m training.lemmas TREEBANK... [--into FOLDER]`.

From the freely licensed sentences of treebanks: the base forms that the rules need, and a table of what they get wrong
all the same. A form with its tags stands in the table when two thirds of its lemmas agree. The irregular verbs and
nouns of English stand below, since no treebank of this size holds them all.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.treebanks import Sentence, free, treebank
from twosource.annotate.encoder import MODEL
from twosource.annotate.lemmas import BASES, KINDS, TABLE, Lexicon, form_of, key_of

Word = tuple[str, str, str, str]
"""A word as written, UPOS, XPOS, features."""

LEAST = 3
"""How often a lemma must have been given. Less is enough for an inflected form of a base form that is sure."""
AGREEMENT = 2 / 3
IRREGULAR_VERBS = """
arise arose arisen; awake awoke awoken; be was were been; bear bore borne born; beat beaten; become became; befall
befell befallen; begin began begun; behold beheld; bend bent; beseech besought; bestride bestrode; bid bade bidden;
bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built;
burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug;
do did done; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; dwell dwelt; eat ate eaten; fall
fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fling flung; fly flew flown; forbid forbade
forbidden; forget forgot forgotten; forgive forgave forgiven; forsake forsook forsaken; freeze froze frozen; get got
gotten; give gave given; go went gone; grind ground; grow grew grown; hang hung; have had; hear heard; hew hewn; hide
hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant; leap leapt; learn
learnt; leave left; lend lent; lie lain; light lit; lose lost; make made; mean meant; meet met; mow mown; pay paid;
plead pled; prove proven; rend rent; ride rode ridden; ring rang rung; rise rose risen; run ran; saw sawn; say said;
see saw seen; seek sought; sell sold; send sent; sew sewn; shake shook shaken; shear shorn; shine shone; shoe shod;
shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept;
slide slid; sling slung; slink slunk; smell smelt; smite smote smitten; sneak snuck; sow sown; speak spoke spoken;
speed sped; spell spelt; spend spent; spill spilt; spin spun; spit spat; spoil spoilt; spring sprang sprung; stand
stood; steal stole stolen; stick stuck; sting stung; stink stank stunk; stride strode stridden; strike struck
stricken; string strung; strive strove striven; swear swore sworn; sweep swept; swell swollen; swim swam swum; swing
swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; tread trod
trodden; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; wind wound; wring wrung; write wrote
written; cast cast; shed shed; wed wed; embed embedded; bust bust
"""
IRREGULAR_NOUNS = """
alga algae; alumnus alumni; analysis analyses; appendix appendices; axis axes; bacterium bacteria; cactus cacti; calf
calves; child children; crisis crises; criterion criteria; curriculum curricula; diagnosis diagnoses; elf elves;
emphasis emphases; foot feet; forum fora; fungus fungi; goose geese; half halves; hoof hooves; index indices; knife
knives; larva larvae; leaf leaves; life lives; loaf loaves; louse lice; matrix matrices; metastasis metastases; mouse
mice; neurosis neuroses; nucleus nuclei; oasis oases; ox oxen; phenomenon phenomena; prognosis prognoses; psychosis
psychoses; radius radii; referendum referenda; scarf scarves; self selves; shelf shelves; stimulus stimuli; stratum
strata; symposium symposia; synopsis synopses; thief thieves; tooth teeth; vertebra vertebrae; vertex vertices; wharf
wharves; wife wives; wolf wolves; aircraft aircraft; series series; species species; means means; headquarters
headquarters; barracks barracks; corps corps; crossroads crossroads; news news; politics politics; economics
economics; mathematics mathematics; physics physics; athletics athletics; gymnastics gymnastics; logistics logistics;
clothes clothes; trousers trousers; scissors scissors; outskirts outskirts; thanks thanks; remains remains; bus buses;
gas gases; lens lenses; bias biases; alias aliases; canvas canvases; iris irises
"""
ABBREVIATED = """
January Jan.; February Feb.; August Aug.; September Sept. Sep.; October Oct.; November Nov.; December Dec.;
Monday Mon.; Tuesday Tue. Tues.; Wednesday Wed.; Thursday Thu. Thur. Thurs.; Friday Fri.; Saturday Sat.; Sunday Sun.
"""
LISTED = ((IRREGULAR_VERBS, "VERB", "VBD"), (IRREGULAR_NOUNS, "NOUN", "NNS"), (ABBREVIATED, "PROPN", "NNP"))


def counted(sentences: Iterable[Sentence]) -> dict[Word, Counter[str]]:
    """How often each word has each lemma in the free ones of some sentences."""
    out = defaultdict[Word, Counter[str]](Counter)
    for sentence in filter(free, sentences):
        columns = (sentence.words, sentence.upos, sentence.xpos, sentence.feats, sentence.lemmas)
        for word, upos, xpos, feats, lemma in zip(*columns, strict=True):
            if upos != "X" and xpos != "GW":  # foreign words, and words written apart: theirs is the whole one's lemma
                out[word, upos, xpos, feats][lemma] += 1
    return out


def lexicon(words: dict[Word, Counter[str]]) -> Lexicon:
    """Base forms and table that give every counted word its most frequent lemma, and the listed forms theirs."""
    bases = Lexicon(bases=_bases(words))
    lemmas, forms = _by_key(words)
    table = {}
    for (form, key), counts in lemmas.items():
        best = _most(counts)
        if _worth((form, key), counts, bases) and any(bases.lemma(*word) != best for word in forms[form, key]):
            table[form, key] = best
    for form, upos, xpos, lemma in _listed():
        table.pop((form, key_of(upos, xpos)), None)
        if bases.lemma(form, upos, xpos) != lemma:
            table[form, key_of(upos, xpos)] = lemma
    return Lexicon(table, bases.bases)


def _worth(at: tuple[str, str], counts: Counter[str], bases: Lexicon) -> bool:
    """Whether what a form was given is more than chance or one writer's slip. Of names only abbreviations are."""
    (form, key), best = at, _most(counts)
    if counts[best] < AGREEMENT * counts.total() or (key == "PROPN" and form.lower() == best.lower()):
        return False
    alone = len(counts) == 1 and form.isalpha()
    return counts[best] >= LEAST or (alone and (best, KINDS.get(key, "")) in bases.bases)


def _listed() -> Iterable[tuple[str, str, str, str]]:
    for table, upos, xpos in LISTED:
        for line in table.split(";"):
            lemma, *forms = line.split()
            yield from ((form, upos, xpos, lemma) for form in forms)


def write(made: Lexicon, folder: Path) -> None:
    """Both files into a folder that is there, sorted, so that the same sentences give the same bytes."""
    rows = sorted((form, key, lemma) for (form, key), lemma in made.table.items())
    lists = {kind: sorted(word for word, k in made.bases if k == kind) for kind in sorted(set(KINDS.values()))}
    (folder / TABLE).write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    (folder / BASES).write_text("".join(" ".join([k, *ws]) + "\n" for k, ws in lists.items()), encoding="utf-8")


def accuracy(sentences: Iterable[Sentence], known: Lexicon) -> float:
    """The share of words whose lemma is the treebank's to the letter, with the treebank's words and tags."""
    right = total = 0
    for s in sentences:
        for word, upos, xpos, feats, lemma in zip(s.words, s.upos, s.xpos, s.feats, s.lemmas, strict=True):
            right += known.lemma(word, upos, xpos, feats) == lemma
            total += 1
    return right / total if total else 0.0


def _typo(word: Word) -> bool:
    return "Typo=Yes" in word[3]


def _bases(words: dict[Word, Counter[str]]) -> frozenset[tuple[str, str]]:
    """The lemmas of words whose rules ask for base forms, and those that stand as such in the text."""
    kinds = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "ADJ": "ADJ", "ADV": "ADJ"}
    seen = Counter[tuple[str, str]]()
    for word, counts in words.items():
        lemma = _most(counts)
        if word[1] in kinds and not _typo(word):
            seen[lemma, kinds[word[1]]] += LEAST if word[0].lower() == lemma else counts[lemma]
    listed = {(lemma, upos) for _, upos, _, lemma in _listed() if upos in kinds}
    sure = {base for base, times in seen.items() if times >= LEAST} | listed
    return frozenset((base, kind) for base, kind in sure if base.isalpha() and base.islower())


def _by_key(
    words: dict[Word, Counter[str]],
) -> tuple[dict[tuple[str, str], Counter[str]], dict[tuple[str, str], list[Word]]]:
    """Lemmas and words by what the table tells apart, without the rare misspellings."""
    lemmas = defaultdict[tuple[str, str], Counter[str]](Counter)
    forms = defaultdict[tuple[str, str], list[Word]](list)
    for word, counts in words.items():
        if not _typo(word) or counts.total() >= LEAST:
            at = form_of(*word[:3]), key_of(*word[1:])
            lemmas[at].update(counts)
            forms[at].append(word)
    return lemmas, forms


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda lemma: (-counts[lemma], lemma))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", nargs="+", type=Path, help="CoNLL-U files to learn from")
    parser.add_argument("--into", type=Path, default=MODEL, help="where lemmas.tsv and bases.txt go")
    parser.add_argument("--check", nargs="*", type=Path, default=[], help="CoNLL-U files to measure on")
    options = parser.parse_args()
    write(lexicon(counted(s for path in options.treebank for s in treebank(path))), options.into)
    made = Lexicon.read(options.into)
    print(f"{len(made.table)} in the table, {len(made.bases)} base forms")
    for path in options.check:
        print(f"{path.name}: {accuracy(treebank(path), made):.2%}")


if __name__ == "__main__":
    main()
