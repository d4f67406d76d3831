"""The third stage: references between records are checked and followed both ways.

``references`` finds ids that lead nowhere, ``anchors`` gives every statement its permanent address,
``linked`` and ``names`` turn the corpus round, from a stakeholder, source, topic or term to where it is
named, ``sourcing`` counts what a brief rests on, ``compared``
says what of it was compared, ``edition`` tells one state of it from another, and ``awaited``
has the open questions of all of them.
"""

from backgrounder.link.awaited import Asked, Shelf, asked, awaited, shelved
from backgrounder.link.compared import (
    Comparison,
    compared_told,
    explanation_of,
    facts_told,
    mark_of,
    proofs_told,
    quotations_told,
    quoting_nobody,
    unruled,
)
from backgrounder.link.edition import Edition, edition_of, edition_of_all, edition_of_questions
from backgrounder.link.linked import (
    Linked,
    Mention,
    Mentions,
    Naming,
    link,
    naming_of,
    newest_first,
    proofs_of,
    sourcing_of,
)
from backgrounder.link.references import check_references
from backgrounder.link.sourcing import Sourcing, origins, sourcing

__all__ = [
    "Asked",
    "Comparison",
    "Edition",
    "Linked",
    "Mention",
    "Mentions",
    "Naming",
    "Shelf",
    "Sourcing",
    "asked",
    "awaited",
    "check_references",
    "compared_told",
    "edition_of",
    "edition_of_all",
    "edition_of_questions",
    "explanation_of",
    "facts_told",
    "link",
    "mark_of",
    "naming_of",
    "newest_first",
    "origins",
    "proofs_of",
    "proofs_told",
    "quotations_told",
    "quoting_nobody",
    "shelved",
    "sourcing",
    "sourcing_of",
    "unruled",
]
