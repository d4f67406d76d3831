"""What has to stand on one line."""

from __future__ import annotations

import textwrap

_LINE = 70
"""Letters that a running head has room for beside the name of the site."""


def short(url: str) -> str:
    """The address as it is read out: without the scheme and the slash at its end."""
    return url.split("://", 1)[-1].rstrip("/")


def shortened(title: str) -> str:
    """As many words of a title as a line holds, with ``…`` for the others."""
    if len(title) <= _LINE:
        return title
    cut = textwrap.shorten(title, _LINE, placeholder=" …")
    return cut if len(cut) > 2 else f"{title[:_LINE]}…"
