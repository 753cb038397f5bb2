"""CoNLL-U to sentences, and which of them may be trained on."""

from __future__ import annotations

import lzma
from pathlib import Path

from training.treebanks import Sentence, free, genre, treebank

CONLLU = """\
# newdoc id = GUM_news_ferry
# newpar
# text = Ana Roe can't swim.
1\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t_\tEntity=(1-person-new-cf1-1-sgl-Ana_Roe
2\tRoe\tRoe\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tEntity=1)
3-4\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
3\tca\tcan\tAUX\tMD\tVerbForm=Fin\t5\taux\t_\t_
4\tn't\tnot\tPART\tRB\tPolarity=Neg\t5\tadvmod\t_\t_
4.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_
5\tswim\tswim\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# newpar
1\tSelm\tSelm\tPROPN\tNNP\tNumber=Sing\t0\troot\t_\tEntity=(2-place-new-cf1-1-sgl)

# newdoc id = GUM_fiction_moon
1\tRain\train\tNOUN\tNN\tNumber=Sing\t0\troot\t_\t_

"""


def test_words_heads_spaces_and_entities_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu.xz"
    path.write_bytes(lzma.compress(CONLLU.encode()))
    first, second, third = treebank(path)
    assert first.text == "Ana Roe can't swim."
    assert first.words == ["Ana", "Roe", "ca", "n't", "swim", "."]
    assert first.heads == [4, 0, 4, 4, -1, 4]
    assert first.lemmas[2:4] == ["can", "not"] and first.feats[5] == ""
    assert first.entities == [(0, 2, "person", True)]
    assert second.entities == [(0, 1, "place", False)]
    assert (first.document, first.paragraph, second.paragraph) == ("GUM_news_ferry", 1, 2)
    assert third.document == "GUM_fiction_moon"


def test_a_plain_file_is_read_too_and_its_last_sentence_without_a_blank_line(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU.rstrip("\n"), encoding="utf-8")
    assert len(list(treebank(path))) == 3


def test_non_commercial_genres_are_not_free() -> None:
    assert [genre(name) for name in ("GUM_news_ferry", "GUM_whow_bake", "weblog-x_y")] == ["news", "whow", ""]
    assert free(Sentence(["Rain"], [False], "GUM_news_ferry"))
    assert not any(free(Sentence(["Rain"], [False], f"GUM_{kind}_x")) for kind in ("whow", "fiction", "podcast"))
