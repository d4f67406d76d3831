"""The third stage: references between records are checked and followed both ways.

``references`` finds ids that lead nowhere, ``public`` says what readers see, ``anchors`` gives every statement its permanent address,
``linked`` and ``names`` turn the corpus round, from a stakeholder, source, topic or term to where it is
named, ``sourcing`` counts what a brief rests on, ``edition`` tells one state of it from another, and ``awaited``
has the open questions of all of them.
"""

from backgrounder.link.awaited import Asked, Shelf, asked, awaited, shelved
from backgrounder.link.edition import Edition, edition_of, edition_of_all, edition_of_questions
from backgrounder.link.linked import (
    Linked,
    Mention,
    Mentions,
    Naming,
    link,
    naming_of,
    newest_first,
    sourcing_of,
)
from backgrounder.link.public import Public, public_part, reached
from backgrounder.link.references import check_references
from backgrounder.link.sourcing import Sourcing, origins, sourcing

__all__ = [
    "Asked",
    "Edition",
    "Linked",
    "Mention",
    "Mentions",
    "Naming",
    "Public",
    "Shelf",
    "Sourcing",
    "asked",
    "awaited",
    "check_references",
    "edition_of",
    "edition_of_all",
    "edition_of_questions",
    "link",
    "naming_of",
    "newest_first",
    "origins",
    "public_part",
    "reached",
    "shelved",
    "sourcing",
    "sourcing_of",
]
