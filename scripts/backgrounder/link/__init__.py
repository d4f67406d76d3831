"""The third stage: references between records are checked and followed both ways.

``references`` finds ids that lead nowhere, ``anchors`` gives every statement its permanent address,
``linked`` turns the corpus round: from a stakeholder, source, topic or term to where it is named.
"""

from backgrounder.link.linked import Linked, Mention, link
from backgrounder.link.references import check_references

__all__ = ["Linked", "Mention", "check_references", "link"]
