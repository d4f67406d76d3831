"""Problems in the content, as values.

A problem is found in one place, worded in another and drawn in a third: the stages yield facts, the
``catalogue`` holds the words, ``show`` draws. Our own failures are exceptions, never diagnostics.
"""

from backgrounder.diagnostics.catalogue import CATALOGUE, Rule, Severity
from backgrounder.diagnostics.diagnostic import Diagnostic, Finding, Note, NotePlace

__all__ = ["CATALOGUE", "Diagnostic", "Finding", "Note", "NotePlace", "Rule", "Severity"]
