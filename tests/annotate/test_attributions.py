"""Who said what: every order of source, cue and content, with manner, act, kind and chain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.attributions import attributions
from twosource.annotate.cues import CUES, FRAMES, GROUPS
from twosource.annotate.language import read
from twosource.annotate.names import mentions
from twosource.records import Attribution, Range


def said(text: str) -> list[Attribution]:
    doc = read(text)
    return list(attributions(doc, mentions(doc)))


def part(text: str, where: Range | None) -> str | None:
    return text[where[0] : where[1]] if where else None


def told(text: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (part(text, one.source), part(text, one.cue), " | ".join(text[s:e] for s, e in one.content))
        for one in said(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        # direct speech, in all orders
        ("“We will rebuild the bridge,” Ana Roe said.", "Ana Roe", "said", "“We will rebuild the bridge,”"),
        ("“We will rebuild it,” said Ana Roe on Monday.", "Ana Roe", "said", "“We will rebuild it,”"),
        ("Ana Roe said: “We will rebuild it.”", "Ana Roe", "said", "“We will rebuild it.”"),
        ("Ana Roe told reporters, “We will rebuild it.”", "Ana Roe", "told", "“We will rebuild it.”"),
        ('"We will rebuild it," the mayor of Selm said.', "the mayor of Selm", "said", '"We will rebuild it,"'),
        ("“Why now?” Jon Poe asked.", "Jon Poe", "asked", "“Why now?”"),
        ("“We will go,” said Jon Poe, the mayor of Selm.", "Jon Poe, the mayor of Selm", "said", "“We will go,”"),
        ("“It was hard,” she said, “but we won.”", "she", "said", "“It was hard,” | “but we won.”"),
        ("“It was hard,” she said. “We won.”", "she", "said", "“It was hard,” | “We won.”"),
        ("“It was hard,” she said.\n\n“We won.”", "she", "said", "“It was hard,” | “We won.”"),
        ("The mayor declared:\n\n“We have won the day.”", "The mayor", "declared", "“We have won the day.”"),
        # indirect speech
        ("Ana Roe said that the bridge would open.", "Ana Roe", "said", "that the bridge would open"),
        ("Ana Roe said the bridge would open.", "Ana Roe", "said", "the bridge would open"),
        ("The bridge would open soon, the ministry said.", "the ministry", "said", "The bridge would open soon"),
        ("According to Ana Roe, the bridge is safe.", "Ana Roe", "According to", "the bridge is safe"),
        ("The bridge is safe, according to a survey.", "a survey", "according to", "The bridge is safe"),
        ("The bridge, she said, would open.", "she", "said", "The bridge | would open"),
        ("On Monday, the council announced that it had voted.", "the council", "announced", "that it had voted"),
        ("Jon Poe, who led the council, said it had voted.", "Jon Poe", "said", "it had voted"),
        ("In his words, the bridge is a gift.", "his", "In his words", "the bridge is a gift"),
        ("In the ministry's view, the bridge is safe.", "the ministry", "In the ministry's view", "the bridge is safe"),
        ("Jon Poe told reporters on Tuesday that he would go.", "Jon Poe", "told", "that he would go"),
        ("The mayor asked whether the bridge was safe.", "The mayor", "asked", "whether the bridge was safe"),
        # cues over a noun phrase
        ("Jon Poe rejected the allegations of fraud.", "Jon Poe", "rejected", "the allegations of fraud"),
        ("The council rejected the official results.", "The council", "rejected", "the official results"),
        ("Ardan promised €2bn loan.", "Ardan", "promised", "€2bn loan"),
        ("Ana Roe has called for a dialogue.", "Ana Roe", "called for", "a dialogue"),
        ("Jon Poe proposed closing the port.", "Jon Poe", "proposed", "closing the port"),
        ("Ana Roe vowed to stay.", "Ana Roe", "vowed", "to stay"),
        ("The union accused the owner, Jon Poe, of fraud.", "The union", "accused", "the owner, Jon Poe, of fraud"),
        # subjects with a life of their own
        ("Jon Poe, who left office in May, claimed it was over.", "Jon Poe", "claimed", "it was over"),
        ("“He is late,” its exiled leader, Ana Roe, said.", "its exiled leader, Ana Roe", "said", "“He is late,”"),
        ("It was over, two officials told the Wire.", "two officials", "told", "It was over"),
        ("It was over, said the officials, who gave no name.", "the officials", "said", "It was over"),
        ("Jon Poe claimed before he left that it was over.", "Jon Poe", "claimed", "that it was over"),
        ("SELM — The bridge had fallen, police said.", "police", "said", "The bridge had fallen"),
    ],
)
def test_one_attribution(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in told(text)
    assert len(told(text)) == 1, told(text)


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("“We will go,” she said.", "direct"),
        ("She said it was a “hard day” for all.", "mixed"),
        ("She said it was hard.", "indirect"),
    ],
)
def test_manner(text: str, manner: str) -> None:
    assert said(text)[0].manner == manner


@pytest.mark.parametrize(
    ("text", "act", "kind"),
    [
        ("Ana Roe said that it was over.", "said", "speech"),
        ("Ana Roe claimed that it was over.", "claimed", "speech"),
        ("Ana Roe denied that it was over.", "denied", "speech"),
        ("Ana Roe denied the accusations.", "denied", "speech"),
        ("Ana Roe promised to end it.", "promised", "speech"),
        ("Ana Roe demanded that it end.", "demanded", "speech"),
        ("Ana Roe called for an end to it.", "demanded", "speech"),
        ("Ana Roe asked whether it was over.", "asked", "speech"),
        ("Ana Roe condemned the arrests.", "accused", "speech"),
        ("Ana Roe acknowledged that it was over.", "agreed", "speech"),
        ("Ana Roe believes that it is over.", "thought", "attitude"),
        ("Ana Roe fears that it is over.", "thought", "attitude"),
    ],
)
def test_act_and_kind(text: str, act: str, kind: str) -> None:
    (one,) = said(text)
    assert (one.act, one.kind) == (act, kind)


def test_a_source_that_cites_another_keeps_the_chain() -> None:
    text = "Ardan Wire, citing local media, said the mayor had left."
    (one,) = said(text)
    assert part(text, one.source) == "Ardan Wire"
    assert [part(text, link) for link in one.chain] == ["local media"]
    assert part(text, one.content[0]) == "the mayor had left"


def test_who_is_cited_after_the_cue_is_a_link_too() -> None:
    text = "The mayor had left, Ardan Wire reported, citing two officials."
    (one,) = said(text)
    assert part(text, one.source) == "Ardan Wire"
    assert [part(text, link) for link in one.chain] == ["two officials"]


def test_a_figure_that_is_cited_is_content() -> None:
    text = "The mayor had left, Jon Poe said, citing low growth."
    assert ("Jon Poe", "citing", "low growth") in told(text)


def test_one_who_hands_on_anothers_words_is_kept_beside_them() -> None:
    text = "“We will go,” said Jon Poe, according to Ardan Wire."
    assert ("Jon Poe", "said", "“We will go,”") in told(text)
    assert ("Ardan Wire", "according to", "“We will go,” said Jon Poe") in told(text)


def test_coordinated_cues_share_their_subject() -> None:
    text = "The opposition rejected the results and claimed there had been fraud."
    assert told(text) == [
        ("The opposition", "rejected", "the results"),
        ("The opposition", "claimed", "there had been fraud"),
    ]


def test_a_participle_takes_the_subject_of_its_clause() -> None:
    text = "Jon Poe also offered help, saying Ardan would send a ship."
    assert ("Jon Poe", "saying", "Ardan would send a ship") in told(text)


def test_what_was_said_ends_where_the_next_cue_begins() -> None:
    text = "Ana Roe said the port was closed, adding that it would open on Monday."
    assert told(text) == [
        ("Ana Roe", "said", "the port was closed"),
        ("Ana Roe", "adding", "that it would open on Monday"),
    ]


def test_the_hearer_is_no_content() -> None:
    text = "Jon Poe told a crowd in Selm that he would go."
    (one,) = said(text)
    assert part(text, one.addressee) == "a crowd in Selm"


def test_a_negated_cue_shows_its_negation() -> None:
    text = "The ministry did not say whether the port was open."
    assert told(text) == [("The ministry", "did not say", "whether the port was open")]


def test_an_allegation_without_an_owner_has_no_source() -> None:
    text = "The council imposed sanctions over allegations that the vote was rigged."
    assert told(text) == [(None, "allegations", "that the vote was rigged")]


def test_quotations_over_paragraphs_belong_to_one_speaker() -> None:
    text = "“First of all, we won.\n\n“Then we lost it all,” Ana Roe said."
    assert told(text) == [("Ana Roe", "said", "“First of all, we won. | “Then we lost it all,”")]


@pytest.mark.parametrize(
    "text",
    [
        "The self-described reformer left Selm.",
        "His disputed win shook Ardan.",
        "The train left Selm at nine.",
        "Police reports filled the shelf.",
        "They held a meeting in the town hall.",
        "Two men threatened her at the school.",
    ],
)
def test_what_is_no_attribution(text: str) -> None:
    assert told(text) == []


def test_the_lexicon_is_well_formed() -> None:
    for group in GROUPS:
        assert set(group.frames) <= FRAMES, group.verbs
        assert group.frames or group.prepositions, group.verbs
        assert group.reason
    assert all(lemma == lemma.lower() and cues for lemma, cues in CUES.items())


WORDS = (
    "“ ” \" ' ‘ ’ , . : ; — ( ) said says told according to that the a Ana Roe Jon Poe mayor who and but he she "
    "reporters called for denied claiming citing Selm is was would go not been quoted as saying percent Monday 9 $ é م"
)
PIECES = st.sampled_from(["\n", "\n\n", *WORDS.split()])


def check(text: str) -> None:
    for one in said(text):
        ranges = [*one.content, *one.chain, *(r for r in (one.source, one.cue, one.addressee) if r is not None)]
        assert one.content
        for start, end in ranges:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
        assert 0 < one.confidence <= 1


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Leader of the House Hon. Ana Roe said that it was over.",
            "Leader of the House Hon. Ana Roe",
            "said",
            "that it was over",
        ),
        ("General (rtd) Jon Poe said that it was over.", "General (rtd) Jon Poe", "said", "that it was over"),
        (
            "Tarn Holdings managing director Jon Poe, who was held, denied paying.",
            "Tarn Holdings managing director Jon Poe",
            "denied",
            "paying",
        ),
        (
            "The vote came after Ana Roe, the new minister, told members that a letter was lost.",
            "Ana Roe, the new minister",
            "told",
            "that a letter was lost",
        ),
    ],
)
def test_long_subjects(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in told(text)


def test_what_is_denied_denies_nothing() -> None:
    text = "TARN, which is 60 percent owned by the group, denied any negligence."
    assert [(cue, content) for _, cue, content in told(text)] == [("denied", "any negligence")]
    assert all(source != "any negligence" for source, _, _ in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "BRENTVALE: The council voted on Monday to close the old harbour road for at least three months.",
        "A man who did not wish to be named left the room.",
        "The flood has claimed 131 lives.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert told(text) == []


@given(st.lists(PIECES, max_size=40).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_ranges_lie_in_any_text(text: str) -> None:
    check(text)


@given(st.text(max_size=80))
@settings(deadline=None)
def test_no_text_raises(text: str) -> None:
    check(text)


@pytest.mark.parametrize("unit", ["a", "said ", "“said, ", "he said ", ", who said that ", "\n", "' "])
def test_a_long_text_takes_no_long_time(unit: str) -> None:
    doc = read(unit * 4000)
    assert isinstance(attributions(doc), tuple)
