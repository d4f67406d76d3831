"""Text as HTML, for strings that are put together by hand.

The modules that make HTML of records work on plain strings, since a ``Markup`` for each piece costs more than the
piece. Their types say which strings are what: ``Html`` is HTML, made by one of our functions or written here; any other
``str`` is text, and comes into HTML through ``escaped`` or the helpers of a page alone. Templates escape
whatever is no ``Markup``, so what they call is wrapped with ``for_templates``.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

Html = str
"""A string that is HTML: every text in it is escaped, and no part of it is to be escaped again."""


def escaped(text: str) -> Html:
    """``text`` with the five characters that mean something to HTML written out."""
    # Most texts have none of them, and to look for each by itself is faster than for all at once.
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        return str(escape(text))
    return text


def for_templates(make: Callable[..., Html]) -> Callable[..., Markup]:
    """A function that makes HTML, so that templates put in what it makes as it is."""
    return lambda *values, **named: Markup(make(*values, **named))
