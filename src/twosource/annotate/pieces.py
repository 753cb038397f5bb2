"""Words to word pieces and case classes, as the shipped encoder reads them. Training and running both use this."""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

CASES = ("none", "lower", "title", "upper", "mixed", "digit")
MOST_PIECES = 12


def case_of(word: str) -> str:
    """How a word is written: its case class, one of CASES."""
    if word.islower():
        return "lower"
    if word.isupper():
        return "upper" if len(word) > 1 and not (len(word) == 2 and word[1] == ".") else "title"
    if word[:1].isupper():
        return "title" if word[1:].islower() or not any(c.isupper() for c in word[1:]) else "mixed"
    if any(c.isupper() for c in word):
        return "mixed"
    return "digit" if any(c.isdigit() for c in word) else "none"


class Pieces:
    """The pieces of single words, remembered: news repeats its words."""

    def __init__(self, vocabulary: Path) -> None:
        words = vocabulary.read_text(encoding="utf-8").splitlines()
        vocab = {word: i for i, word in enumerate(words)}
        self._tokenizer = Tokenizer(models.WordPiece(vocab, unk_token="[UNK]", max_input_chars_per_word=100))
        self._tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True, strip_accents=True)
        self._tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        self._known: dict[str, list[int]] = {}
        self.cls, self.sep, self.unknown = vocab["[CLS]"], vocab["[SEP]"], vocab["[UNK]"]

    def __len__(self) -> int:
        """How many pieces there are."""
        return self._tokenizer.get_vocab_size()

    def of(self, word: str) -> list[int]:
        """The numbers of a word's pieces, one at least, at most MOST_PIECES (the rest of a longer word is not read)."""
        found = self._known.get(word)
        if found is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES]
            found = self._known[word] = ids or [self.unknown]
        return found
