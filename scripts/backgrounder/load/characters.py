"""Characters that no text may hold, because they are invisible and change what is read.

Bidirectional overrides and isolates can reorder a line (Unicode Technical Report 36, section 2.5),
controls and noncharacters mean nothing in text, tag characters can hide a message. The joiners and
marks ZWNJ, ZWJ, LRM, RLM and ALM stay: Arabic, Sorani and Persian need them.
"""

from __future__ import annotations

import re
import unicodedata

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(17)
)

FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls; tab and line feed stay
    "\ufeff"  # byte order mark; one at the start of a file is taken off before
    "\u2028\u2029"  # line and paragraph separators, which programs split differently
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e007f" + _NONCHARACTERS + "]"  # tags
)


def character_name(character: str) -> str:
    """``U+202E (RIGHT-TO-LEFT OVERRIDE)``; its kind where it has no name."""
    nameless = "control character" if unicodedata.category(character) == "Cc" else "not a character"
    return f"U+{ord(character):04X} ({unicodedata.name(character, nameless)})"
