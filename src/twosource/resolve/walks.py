"""Walks of life: titles as evidence, of what one person may be called by and what no one is at once."""

from __future__ import annotations

import re

# Walks of life, by the noun that heads the title. Within one, titles pass from one to another; between two of them a
# bare surname is not carried across pages. A title outside the table decides nothing.
_WALKS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "politics",
        frozenset(
            "president premier chancellor minister secretary senator congressman congresswoman governor mayor "
            "councillor councilman councilwoman lawmaker speaker ambassador envoy diplomat commissioner leader "
            "candidate nominee mp politician legislator mep deputy incumbent challenger strongman dictator".split()
        ),
    ),
    (
        "sport",
        frozenset("footballer striker midfielder defender goalkeeper coach athlete boxer cyclist swimmer".split()),
    ),
    ("arts", frozenset("singer actor actress musician rapper composer painter novelist poet filmmaker dancer".split())),
    ("law", frozenset("judge magistrate prosecutor lawyer attorney solicitor barrister sheriff detective".split())),
    ("medicine", frozenset("doctor surgeon nurse physician paramedic".split())),
    ("victim", frozenset("victim passenger tourist pupil student patient resident witness neighbour neighbor".split())),
    ("crime", frozenset("gunman attacker killer murderer shooter bomber inmate convict".split())),
)
# Forms of address, and words for a person by another person, say nothing of what one is.
_EMPTY = frozenset(
    "mr mrs ms miss mx sir dame lord lady dr prof messrs madam madame counterpart colleague friend".split()
)


def head(title: str | None) -> str | None:
    """The noun that heads a title, lower case ("opposition leader" -> "leader"); None for a form of address."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", (title or "").lower())
    return words[-1] if words and words[-1] not in _EMPTY else None


def walks(roles: frozenset[str]) -> frozenset[str]:
    """The walks of life that these heads belong to."""
    return frozenset(name for name, heads in _WALKS if heads & roles)


def conflict(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether the roles lie in different walks of life altogether."""
    one, other = walks(left), walks(right)
    return bool(one) and bool(other) and not one & other
