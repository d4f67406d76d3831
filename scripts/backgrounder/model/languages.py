"""Names languages for readers and authors: their English names, and which are compared whole."""

from __future__ import annotations

import functools

_COMPARED_WHOLE = frozenset(("en",))
"""Primary tags of the languages in which dates, names and small figures are compared with the sources as well."""
_ENGLISH = "en"
UNDETERMINED = "und"
"""The tag of BCP 47 for a language that nobody has determined."""


def is_compared_whole(tag: str) -> bool:
    """Return whether all comparisons know the language of a BCP 47 tag, not that of quotations alone."""
    return _primary(tag) in _COMPARED_WHOLE


@functools.cache
def english_name(tag: str) -> str:
    """Return the English name of the language of a BCP 47 tag, or the tag where it has none."""
    if _primary(tag) == _ENGLISH:
        return "English"
    if _primary(tag) == UNDETERMINED:
        return "an unknown language"
    from babel import Locale  # takes 50 milliseconds, and few sites need it

    return Locale(_ENGLISH).languages.get(_primary(tag)) or tag


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
