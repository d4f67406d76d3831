"""Imports a source: reads a document, tidies its text, and writes it to the archive and the registry.

``document`` is what the readers give; ``normal`` makes paragraphs of it, ``guesses`` finds what the text
shows of title, place, date and language, and ``record`` writes the registry. Nothing is fetched.
"""

from __future__ import annotations

from backgrounder.intake.add import Added, Given, add_source
from backgrounder.intake.document import Document, IntakeError
from backgrounder.intake.read import read_document

__all__ = ["Added", "Document", "Given", "IntakeError", "add_source", "read_document"]
