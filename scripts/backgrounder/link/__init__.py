"""The third stage: references between records are checked and followed both ways.

``references`` finds ids that lead nowhere, ``public`` says what readers see, ``anchors`` gives every statement its permanent address,
``linked`` and ``names`` turn the corpus round, from a stakeholder, source, topic or term to where it is
named, ``sourcing`` counts what a brief rests on, ``compared``
says what of it was compared, ``edition`` tells one state of it from another, and ``awaited``
has the open questions of all of them.
"""

from backgrounder.link.awaited import Asked, Shelf, asked, awaited, shelved
from backgrounder.link.compared import (
    Comparison,
    all_told,
    compared_told,
    comparison_of,
    explanation_of,
    facts_told,
    mark_of,
    marks_explained,
    passages_told,
    proofs_told,
    quotations_told,
    quoting_nobody,
)
from backgrounder.link.edition import Edition, edition_of, edition_of_all, edition_of_questions
from backgrounder.link.linked import (
    Linked,
    Mention,
    Mentions,
    Naming,
    by_file,
    link,
    naming_of,
    newest_first,
    proofs_of,
    sourcing_of,
)
from backgrounder.link.public import Public, public_part, reached
from backgrounder.link.references import check_references
from backgrounder.link.sourcing import Sourcing, facts_counted, origins, sourcing

__all__ = [
    "Asked",
    "Comparison",
    "Edition",
    "Linked",
    "Mention",
    "Mentions",
    "Naming",
    "Public",
    "Shelf",
    "Sourcing",
    "all_told",
    "asked",
    "awaited",
    "by_file",
    "check_references",
    "compared_told",
    "comparison_of",
    "edition_of",
    "edition_of_all",
    "edition_of_questions",
    "explanation_of",
    "facts_counted",
    "facts_told",
    "link",
    "mark_of",
    "marks_explained",
    "naming_of",
    "newest_first",
    "origins",
    "passages_told",
    "proofs_of",
    "proofs_told",
    "public_part",
    "quotations_told",
    "quoting_nobody",
    "reached",
    "shelved",
    "sourcing",
    "sourcing_of",
]
