"""What a message calls a character that may not show."""

from __future__ import annotations

import unicodedata


def character_name(character: str) -> str:
    """``U+202E (RIGHT-TO-LEFT OVERRIDE)``; its kind where it has no name."""
    nameless = "control character" if unicodedata.category(character) == "Cc" else "not a character"
    return f"U+{ord(character):04X} ({unicodedata.name(character, nameless)})"
