"""Text as HTML, for strings that are put together by hand."""

from __future__ import annotations

import re

from markupsafe import escape

_SPECIAL = re.compile("[&<>\"']")


def escaped(text: str) -> str:
    """``text`` with the five characters that mean something to HTML written out; a plain string."""
    return str(escape(text)) if _SPECIAL.search(text) else text
