"""The languages whose rules the program knows, a file each."""

from __future__ import annotations

from backgrounder.evidence.languages.arabic import ARABIC
from backgrounder.evidence.languages.english import ENGLISH
from backgrounder.evidence.languages.french import FRENCH
from backgrounder.evidence.languages.german import GERMAN
from backgrounder.evidence.languages.language import Language

__all__ = ["Language", "language_of"]

_KNOWN = {language.tag: language for language in (ENGLISH, ARABIC, FRENCH, GERMAN)}


def language_of(tag: str) -> Language | None:
    """Return the rules of the language of a BCP 47 tag, or None where there are none."""
    return _KNOWN.get(tag.replace("_", "-").partition("-")[0].lower())
