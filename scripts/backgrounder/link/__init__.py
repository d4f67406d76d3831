"""The third stage: references between records are checked and followed both ways.

``references`` finds ids that lead nowhere, ``anchors`` gives every statement its permanent address,
``linked`` and ``names`` turn the corpus round, from a stakeholder, source, topic or term to where it is
named, and ``sourcing`` counts what a brief rests on.
"""

from backgrounder.link.linked import Linked, Mention, link, sourcing_of
from backgrounder.link.references import check_references
from backgrounder.link.sourcing import Sourcing, origins, sourcing

__all__ = ["Linked", "Mention", "Sourcing", "check_references", "link", "origins", "sourcing", "sourcing_of"]
