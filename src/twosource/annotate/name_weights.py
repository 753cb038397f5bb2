"""How much each kind of evidence weighs when a name is decided: one table.

The numbers are logarithms of chances: 3 makes an even matter one of twenty to one. They were chosen by halving and
doubling each in turn on UNER's EWT dev and on our own held-out sentences. None is fragile: half or double of any moves
neither figure by more than half a point.
"""

from __future__ import annotations

from typing import Final

SURE: Final = 3.0
"""What a trained model's choice counts: of the names that it finds, one in twenty has the wrong kind."""

WEIGHTS: Final[dict[str, float]] = {
    "country": 4.0,  # a country's name is seldom anything else
    "people": 4.0,  # likewise an adjective or noun for a people
    "place": 4.0,  # so with the towns and regions that the list has
    "doubtful place": 1.0,  # that are also a given name or a common word: "Florence", "Reading"
    "body": 4.0,  # bodies that the list has are nothing else
    "address": 4.0,  # "Mr", "Sheikh", "Smt": forms of address stand before persons alone
    "title": 1.0,  # other titles stand inside names too ("Governor Street"), and the model knows most of them
    "role": 4.0,  # "the director Ada Roe": in small letters they do not
    "family first": 4.0,  # two to four words that begin with a family name of China, Korea or Vietnam
    "shape": 1.0,  # what else the rules make of a word: enough to settle what hangs in the balance, no more
    "dateline": 6.0,  # "BELGRIN, May 17 -": where a report comes from
    "speaker": 3.5,  # "Vellum: We will not go": who speaks in a headline is a person or a body, no place
    "state": 3.5,  # "the president of Velmora", "Velmora's ambassador"
    "in": 1.5,  # one is in a place, but also in a party, and interested in a person
    "guild": 6.0,  # "Dockers' and Shipwrights' Union": apostrophes that the model takes for two names
    "surname": 4.0,  # the last word of a person's full name alone is that person
    "first word": 4.0,  # "Barents" beside "Barents Bank" is the bank
    "defined": 6.0,  # "Northern Harbours Council (NHC)"
    "storm": 6.0,  # "Hurricane Ada" makes "Ada" no person in this page
    "headline": 1.0,  # against a common word in a line in title case or capitals that the page never writes so
}
WITHIN: Final = 0.25
"""What is left of a vote inside a longer name of the model's: "Iceland" in "Bank of Iceland"."""
