"""Problems in the content, as values.

A problem is found in one place, worded in another and drawn in a third: the stages yield facts, the
``catalogue`` holds the words, ``show`` draws. Our own failures are exceptions, never diagnostics.
"""

from backgrounder.diagnostics.catalogue import CATALOGUE, OPTIONAL
from backgrounder.diagnostics.diagnostic import Diagnostic, Edit, Finding, Note, NotePlace
from backgrounder.diagnostics.rule import Rule, Severity

__all__ = [
    "CATALOGUE",
    "OPTIONAL",
    "Diagnostic",
    "Edit",
    "Finding",
    "Note",
    "NotePlace",
    "Rule",
    "Severity",
]
