"""The forms of cue verbs: whether a word is used as a verb, in the active or the passive, and where the cue begins."""

from __future__ import annotations

from twosource.annotate.phrases import Words

_BE = frozenset("be am is are was were been being 's 're get gets got".split())
_OWNERS = frozenset("my your his her its our their 's".split())
_SUBJECTS = frozenset("who that this many some most all".split())  # tagged DET or ADJ, and yet subjects
_PLAIN = frozenset("say says said saying tell tells told telling add adds added adding".split())


def is_cue_verb(words: Words, i: int) -> bool:
    """Whether token `i` is used as a verb; words that hardly are anything else need no tag."""
    if words.mention[i] != -1 or words.joined[i] or (i > 0 and words.joined[i - 1]):
        return False  # "op-ed urging" is none, "self-described" neither
    if words.low[i] in _PLAIN:
        return True
    return words.pos[i] == "VERB" and not (i > 0 and words.mention[i - 1] == -1 and _modified(words, i - 1))


def _modified(words: Words, before: int) -> bool:
    """Whether the word before makes a noun or adjective of what follows: "his disputed win"."""
    if words.low[before] in _OWNERS:
        return words.pos[before] != "AUX"  # "he's claiming"
    return words.pos[before] in {"DET", "ADJ", "NUM"} and words.low[before] not in _SUBJECTS


def auxiliary(words: Words, group: int, i: int) -> bool:
    """Whether the verb group from `group` to the verb `i` has an auxiliary."""
    return any(words.pos[k] == "AUX" or words.low[k] in _BE for k in range(group, i))


def passive(words: Words, group: int, i: int) -> bool:
    """Whether the verb `i` is a passive participle in the group that begins at `group`."""
    form = words.low[i]
    if form.endswith("ing") or (form == words.lemma[i] and form not in {"put", "set", "quote"}):
        return False
    return any(words.low[k] in _BE for k in range(group, i))


def reduced_passive(words: Words, i: int, group: int, start: int) -> bool:
    """ "Ana Roe, asked whether she would stay, said no": who is asked stands before it, and the asker is not named."""
    asked = words.low[i] in {"asked", "questioned", "pressed"} and group == i and i > start
    return asked and words.word[i - 1] == "," and words.role[i] in {"acl", "advcl", "amod", "acl:relcl"}


def cue_start(words: Words, group: int, i: int) -> int:
    """The cue is the verb; with "not" and its auxiliary, since without them it would say the opposite."""
    for k in range(group, i):
        if words.low[k] in {"not", "n't", "never"}:
            return max(group, k - 1)
    return i
