"""The languages whose rules the program knows, a file each."""

from __future__ import annotations

from backgrounder.evidence.languages.arabic import ARABIC
from backgrounder.evidence.languages.english import ENGLISH
from backgrounder.evidence.languages.french import FRENCH
from backgrounder.evidence.languages.german import GERMAN
from backgrounder.evidence.languages.language import Language

__all__ = ["KNOWN", "Language", "language_of"]

KNOWN = (ENGLISH, ARABIC, FRENCH, GERMAN)
_BY_TAG = {language.tag: language for language in KNOWN}


def language_of(tag: str) -> Language | None:
    """Return the rules of the language of a BCP 47 tag, or None where there are none."""
    return _BY_TAG.get(tag.replace("_", "-").partition("-")[0].lower())
