"""Nouns for one person, with the gender they tell: who may be the "he" of the next sentence without having a name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

Gender = Literal["f", "m", ""]

WOMEN = frozenset(
    "woman girl lady mother wife widow daughter sister aunt niece grandmother granddaughter girlfriend fiancee bride "
    "queen princess duchess countess baroness empress nun actress heroine spokeswoman chairwoman businesswoman "
    "policewoman congresswoman councilwoman ombudswoman saleswoman schoolgirl waitress hostess".split()
)
MEN = frozenset(
    "man boy gentleman father husband widower son brother uncle nephew grandfather grandson boyfriend fiance groom "
    "king prince duke monk businessman policeman congressman councilman fisherman salesman schoolboy waiter".split()
)
# Of either gender. "spokesman" and "chairman" are said of women too.
_EITHER = frozenset(
    """
    spokesman spokesperson chairman chairperson person adult child teenager pensioner parent relative cousin twin
    sibling friend neighbour neighbor colleague partner spouse guest host president premier chancellor minister
    secretary senator representative governor mayor councillor lawmaker deputy speaker ambassador envoy diplomat
    commissioner chief head leader boss director manager executive officer founder owner adviser advisor aide counsel
    attorney lawyer prosecutor judge magistrate sheriff detective inspector constable investigator general lieutenant
    colonel major captain sergeant corporal admiral commander soldier sailor pilot guard warden rebel militant activist
    protester demonstrator dissident politician candidate nominee challenger rival opponent counterpart predecessor
    successor ally critic supporter expert researcher scientist professor teacher doctor surgeon nurse midwife patient
    engineer architect author writer poet reporter editor broadcaster presenter photographer producer actor singer
    rapper conductor composer dancer player striker midfielder defender goalkeeper coach trainer referee footballer
    boxer cyclist driver swimmer racer banker trader investor broker auditor treasurer farmer worker miner labourer
    builder baker butcher carpenter plumber cook chef clerk cashier shopkeeper trucker resident villager witness victim
    survivor suspect defendant plaintiff inmate prisoner detainee convict hostage refugee migrant immigrant passenger
    visitor tourist student pupil graduate bishop archbishop cardinal pastor priest imam rabbi pope heir negotiator
    mediator organiser organizer coordinator administrator volunteer firefighter rescuer paramedic veteran consultant
    pollster lobbyist whistleblower hacker agent spy gunman attacker killer official source employee member voter
    customer client caller user buyer seller passerby bystander onlooker participant
    """.split()
)
# How English makes words for persons from what they do; "-er" and "-or" make as many things and are listed instead.
_ENDINGS = ("ologist", "ographer", "ician", "keeper", "woman", "person", "goer", "holder", "worker", "owner", "iatrist")


def gender_of(noun: str) -> Gender:
    """The gender that a noun for a person tells."""
    return "f" if noun in WOMEN or noun.endswith("woman") else "m" if noun in MEN else ""


def is_human(noun: str) -> bool:
    """Whether a noun in lower case is a word for one person."""
    return noun in _EITHER or noun in WOMEN or noun in MEN or noun.endswith(_ENDINGS)


@cache
def women_given() -> frozenset[str]:
    """Given names that women alone have, in ../data/given_names.txt: unlike men's, they are seldom family names."""
    text = (files("twosource") / "data" / "given_names.txt").read_text(encoding="utf-8")
    rows = [line.split(":", 1) for line in text.splitlines() if ":" in line and not line.startswith("#")]
    others = {name for head, names in rows if head[0] != "f" for name in names.split()}
    return frozenset(name for head, names in rows if head[0] == "f" for name in names.split()) - others
