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
        ("An official, who asked not to be named, said it fell.", "An official", "said", "it fell"),
        ("The court ruled that the sale was void.", "The court", "ruled", "that the sale was void"),
        ("The survey showed a drop in fares.", "The survey", "showed", "a drop in fares"),
        # relative clauses: what is said of the relative word
        ("The plan, which Ana Roe called “a farce”, was dropped.", "Ana Roe", "called", "which | “a farce”"),
        ("The vote, which the union called a sham, was lost.", "the union", "called", "which | a sham"),
        ("The plan, which the ministry said would fail, was dropped.", "the ministry", "said", "which | would fail"),
        ("The men, whom police described as dockers, left.", "police", "described", "whom | as dockers"),
        ("What Ana Roe called “a miracle” was a pump.", "Ana Roe", "called", "What | “a miracle”"),
        # attitudes: adjectives, plans
        ("Ana Roe was eager to sell the port.", "Ana Roe", "eager", "to sell the port"),
        ("The owner seemed wary of a sale.", "The owner", "wary of", "a sale"),
        ("Jon Poe is not sure that it can be saved.", "Jon Poe", "is not sure", "that it can be saved"),
        ("The council plans to close the port.", "The council", "plans", "to close the port"),
        # nouns and whose they are
        ("The mayor's call for calm came too late.", "The mayor", "call", "calm"),
        ("Her refusal to stay was no surprise.", "Her", "refusal", "to stay"),
    ],
)
def test_one_attribution(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in told(text)
    assert len(told(text)) == 1, told(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that the port is lost.",  # nobody's attitude
        "The mayor is sure to win.",
        "A call for calm came too late.",  # nobody's call
        "The proud owner of the port left.",
    ],
)
def test_nobody_says_or_thinks_it(text: str) -> None:
    assert told(text) == []


def test_that_before_a_reported_clause_is_no_relative_word() -> None:
    text = "Ana Roe said that Jon Poe called the vote a farce."
    assert ("Ana Roe", "said", "that Jon Poe called the vote a farce") in told(text)
    assert not any(content.startswith("that |") for _, _, content in told(text))


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
        single = (one.source, one.cue, one.addressee, one.place, one.time, one.answers)
        ranges = [*one.content, *one.chain, *(r for r in single if r is not None)]
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


# --- every form that the issue names: source, cue, content ---


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        # asides
        ("The port is closed, as Ana Roe noted.", "Ana Roe", "noted", "The port is closed"),
        ("As Ana Roe noted, the port is closed.", "Ana Roe", "noted", "the port is closed"),
        ("The port, as Ana Roe put it, is asleep.", "Ana Roe", "put it", "The port | is asleep"),
        ("As Ana Roe put it, “Will they open it?”", "Ana Roe", "put it", "“Will they open it?”"),
        ("Per the ministry, the port is closed.", "the ministry", "Per", "the port is closed"),
        ("The port is closed, per the ministry.", "the ministry", "per", "The port is closed"),
        (
            "According to the ministry, which runs the port, the bridge is safe.",
            "the ministry", "According to", "the bridge is safe",
        ),
        ("The bridge, according to the ministry, is safe.", "the ministry", "according to", "The bridge | is safe"),
        # quotations that no cue of the lexicon claims
        ("“We will stay.” — Ana Roe, mayor of Selm", "Ana Roe, mayor of Selm", "—", "“We will stay.”"),
        ("“We will stay here,” the driver barked.", "the driver", "barked", "“We will stay here,”"),
        ("Ana Roe made this comment: “We will stay.”", "Ana Roe", "made", "“We will stay.”"),
        ("Ana Roe put it this way: “The port is asleep.”", "Ana Roe", "put", "“The port is asleep.”"),
        ("“The port is lost,” Ana Roe said, but “the town will live.”", "Ana Roe", "said",
         "“The port is lost,” | but “the town will live.”"),
        ("“It is late,” Ana Roe said during a rally in Selm, “but we stay.”", "Ana Roe", "said",
         "“It is late,” | “but we stay.”"),
        # headlines
        ("Mayor: No talks before May", "Mayor", ":", "No talks before May"),
        ("Port will close in May - mayor", "mayor", "-", "Port will close in May"),
        ("‘Port will close’: mayor", "mayor", ":", "‘Port will close’"),
        ("Port closed, says mayor", "mayor", "says", "Port closed"),
        # cues of their own frames
        ("He’s claiming that the port is closed.", "He", "claiming", "that the port is closed"),
        ("The mayor says of Poe, “He will sell the town.”", "The mayor", "says of", "“He will sell the town.”"),
        ("He admitted under questioning he had not seen it.", "He", "admitted", "he had not seen it"),
        ("Roe told Poe at the hall to leave the town.", "Roe", "told", "to leave the town"),
        ("Poe accused Ana, who was born in Selm, of theft.", "Poe", "accused", "Ana, who was born in Selm, of theft"),
        ("Ana Roe condemned Friday's test as “a threat”.", "Ana Roe", "condemned", "Friday's test as “a threat”"),
        (
            "Ana Roe called Poe's remarks on Saturday “a wake-up call” to all.",
            "Ana Roe", "called", "Poe's remarks | “a wake-up call” to all",
        ),
        # where what is said ends, where it begins
        ("When the hall closed, Ana Roe said that it was late.", "Ana Roe", "said", "that it was late"),
        ("When asked whether it was late, Ana Roe left the hall.", None, "asked", "whether it was late"),
        ("Ana Roe, the mayor, noted the rule.", "Ana Roe, the mayor", "noted", "the rule"),
        ("“It is late,” said Ana Roe at a rally in Selm.", "Ana Roe", "said", "“It is late,”"),
        ("It is late, said the ministry in a statement.", "the ministry", "said", "It is late"),
        # another's words
        ("Poe was quoted as saying the port was closed.", "Poe", "saying", "the port was closed"),
        ("The Courier quoted Poe as saying the port was closed.", "Poe", "saying", "the port was closed"),
        ("“The port is closed,” the Courier quoted Poe as saying.", "Poe", "saying", "“The port is closed,”"),
        ("Poe is said to have sold the port.", None, "said", "Poe | to have sold the port"),
        # nouns
        ("The claim that the port was sold is not new.", None, "claim", "that the port was sold"),
        ("The ministry's claim that the port was sold is not new.", "The ministry", "claim", "that the port was sold"),
        ("Her promise to open the port was kept.", "Her", "promise", "to open the port"),
    ],
)  # fmt: skip
def test_every_form(text: str, source: str | None, cue: str, content: str) -> None:
    assert told(text) == [(source, cue, content)]


def test_a_title_that_is_read_is_nobodys_statement() -> None:
    assert told("He read “The Long Way Home” aloud.") == []


def test_verbs_inside_quotations_are_not_the_pages_own() -> None:
    assert told("Ana Roe spoke of a “plan that he says he will drop” in May.") == [
        ("Ana Roe", "spoke of", "a “plan that he says he will drop” in May")
    ]


def test_a_transcript_gives_each_speaker_a_paragraph() -> None:
    text = "ROE: The port is closed. It will stay so.\n\nPOE: Why? We need it.\n\nROE: I know."
    assert told(text) == [
        ("ROE", ":", "The port is closed. It will stay so"),
        ("POE", ":", "Why? We need it"),
        ("ROE", ":", "I know"),
    ]


def test_two_cues_joined_by_and_share_the_clause_no_more() -> None:
    text = "She says she respects the town but argues that it is small."
    assert told(text) == [("She", "says", "she respects the town"), ("She", "argues", "that it is small")]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Citing two officials, Ardan Wire said the bridge had fallen.", ["two officials"]),
        ("The bridge fell, Ardan Wire reported, citing the Selm Courier, which quoted an official.",
         ["the Selm Courier", "an official"]),
        ("According to Ardan Wire, the ministry said the bridge was safe.", ["the ministry"]),
        ("The mayor said that Poe had told her that the port was closed.", ["Poe"]),
        ("The mayor said that Poe had threatened her with a fine.", []),
    ],
)  # fmt: skip
def test_the_end_of_a_chain_is_the_origin(text: str, chain: list[str]) -> None:
    first = said(text)[0]
    assert [part(text, link) for link in first.chain] == chain


@pytest.mark.parametrize(
    ("text", "place", "time", "addressee"),
    [
        ("“We stay,” Ana Roe told reporters in Selm on Friday.", "Selm", "Friday", "reporters in Selm"),
        ("On Monday, at a rally in Brent, Jon Poe told a crowd to go.", "a rally in Brent", "Monday", "a crowd"),
        ("The ministry on Friday said the port was closed.", None, "Friday", None),
        ("In a statement on Friday, the ministry said the port was closed.", None, "Friday", None),
        ("“We stay,” said Ana Roe at a hearing in Selm on Tuesday.", "a hearing in Selm", "Tuesday", None),
        ("Roe told Ardan Wire by phone that she would stay in Selm until Monday.", None, None, "Ardan Wire"),
        ("It was announced on Friday that the port would close on Sunday.", None, "Friday", None),
    ],
)  # fmt: skip
def test_where_when_and_to_whom(text: str, place: str | None, time: str | None, addressee: str | None) -> None:
    (one,) = said(text)
    assert (part(text, one.place), part(text, one.time), part(text, one.addressee)) == (place, time, addressee)


@pytest.mark.parametrize(
    ("text", "answer", "answered"),
    [
        ("Poe claimed that the port was sold. The ministry denied the claim.", "denied", "that the port was sold"),
        ("Poe accused the mayor of theft. The mayor rejected the accusation.", "rejected", "the mayor of theft"),
        ("Poe said the port was closed. Ana Roe agreed with Poe.", "agreed with", "the port was closed"),
        ("“Is the port closed?” Poe asked. “No,” Roe replied.", "replied", "“Is the port closed?”"),
        (
            "Poe said the port was sold. Rain fell. The ministry denied that the port had been sold.",
            "denied", "the port was sold",
        ),
        ("The ministry denied that the port was sold.", "denied", None),
        ("Poe said the port was sold. The ministry denied that taxes would rise.", "denied", None),
    ],
)  # fmt: skip
def test_a_denial_points_to_what_it_answers(text: str, answer: str, answered: str | None) -> None:
    (one,) = (one for one in said(text) if part(text, one.cue) == answer)
    assert part(text, one.answers) == answered
    assert all(other.answers is None for other in said(text) if other != one)
