"""Characters that no text may hold, because they are invisible and change what is read.

Bidirectional overrides and isolates can reorder a line (Unicode Technical Report 36, section 2.5),
controls and noncharacters mean nothing in text, tag characters can hide a message. The joiners and
marks ZWNJ, ZWJ, LRM, RLM and ALM stay: Arabic, Sorani and Persian need them.
"""

from __future__ import annotations

from backgrounder.patterns import late_pattern

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(17)
)

FORBIDDEN = late_pattern(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls; tab and line feed stay
    "\ufeff"  # byte order mark; one at the start of a file is taken off before
    "\u2028\u2029"  # line and paragraph separators, which programs split differently
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e007f" + _NONCHARACTERS + "]"  # tags
)

ODD_SPACES = late_pattern("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000]")
"""Spaces that look like an indentation and are none: YAML takes them for letters."""
