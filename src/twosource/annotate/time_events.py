"""Times told by an event: "the May election", "last Sunday's vote", "three days after the coup"."""

from __future__ import annotations

from typing import Final

from .time_lexing import Lexemes
from .time_meaning import Piece
from .time_words import LETTER

# Nouns that name something that happened at a time, so that another page may date it. Singular and plural alike.
EVENT_NOUNS: Final = frozenset(
    """election elections poll polls vote votes ballot referendum referendums plebiscite primary runoff by-election
    inauguration coup putsch revolution uprising revolt rebellion mutiny war invasion offensive siege battle attack
    attacks bombing bombings blast explosion shooting shootings massacre killing killings assassination murder raid
    airstrike strike strikes assault clash clashes riot riots protest protests demonstration demonstrations rally march
    unrest crackdown arrest arrests detention trial verdict ruling sentence hearing conviction acquittal summit meeting
    talks conference congress visit trip session ceasefire truce armistice deal agreement accord treaty signing pact
    earthquake quake tremor flood floods flooding hurricane typhoon cyclone storm tornado tsunami wildfire fire fires
    eruption landslide drought famine outbreak epidemic pandemic crash collision collapse derailment sinking accident
    disaster spill leak death deaths funeral wedding birth resignation dismissal appointment nomination debate speech
    address statement announcement launch opening closure anniversary ceremony festival games match final tournament
    budget merger takeover bankruptcy default devaluation independence annexation secession partition liberation
    evacuation kidnapping hijacking hostage abduction breakout escape blockade embargo lockdown incident crisis
    scandal leak hack cyberattack call phone-call conversation""".split()
)
_REACH: Final = 4
# Between the time and its event only words may stand; these end the phrase.
_ENDS: Final = frozenset(
    """was were is are has have had will would said says and or but when while who which that to in at on for by with
    from as he she it they we after before because if""".split()
)
_TIMED_BY: Final = frozenset({"after", "before", "following", "since"})
_LINKS: Final = frozenset({"of", "in", "on", "from", "s"})


def event_of(lexemes: Lexemes, piece: Piece) -> int | None:
    """The lexeme of the event noun that the time belongs to, None when there is none."""
    if lexemes.word(piece.last) in _TIMED_BY:
        return _ahead(lexemes, piece.last + 1, piece.last + 1 + _REACH)
    return _ahead(lexemes, piece.last, piece.last + _REACH) or _behind(lexemes, piece.first)


def _ahead(lexemes: Lexemes, start: int, end: int) -> int | None:
    """The first event noun from `start` on, when only words of its phrase stand before it."""
    for place in range(start, min(end, len(lexemes.kinds))):
        word = lexemes.word(place)
        if word in EVENT_NOUNS:
            return place
        if word == "-" and lexemes.starts[place] > lexemes.starts[place - 1] + len(lexemes.word(place - 1)):
            return None  # a dash between spaces: the date is of the page ("SELM, 9 May - A summit ...")
        if word in _ENDS or not (word.isalpha() or word in "'’-"):
            return None
    return None


def _behind(lexemes: Lexemes, first: int) -> int | None:
    """The event noun right before the time: "the election of 9 May", "the presidential election in May"."""
    place = first - 1
    if lexemes.kinds[place : place + 1] == LETTER["the"]:
        place -= 1
    if place >= 1 and lexemes.word(place) in _LINKS:
        place -= 1
    return place if place >= 0 and lexemes.word(place) in EVENT_NOUNS else None
