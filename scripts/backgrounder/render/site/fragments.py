"""Links to the very words of a quotation on somebody else's page: text fragments.

``#:~:text=[prefix-,]start[,end][,-suffix]`` (WICG, URL Fragment Text Directives). A browser marks the
passage and scrolls to it; where it does not find it, it shows the page from the top.
"""

from __future__ import annotations

from urllib.parse import quote, urldefrag

from backgrounder.patterns import late_pattern

_WHOLE = 10
"""Quotations of up to so many words are given whole; longer ones by their first and last words."""
_ENDS = 5
_CHANGED_CASE = late_pattern(r"\[(\w)\](?=\w)")
_GAP = late_pattern(r"\w*\[[^\]]*\]\w*|…|\.\.\.")
"""What is not in the source as it stands: omissions, insertions, and words of which a part was changed."""


def passage_url(url: str, words: str) -> str:
    """The address of the page with the quotation as its target, behind the page's own anchor if it has one."""
    address, anchor = urldefrag(url)
    return f"{address}#{anchor}:~:text={_directive(words)}"


def _directive(words: str) -> str:
    """The words, or where they start and end; what an editor left out or put in is never part of it."""
    words = _CHANGED_CASE.sub(r"\1", words)  # browsers do not mind the case
    stretches = [stretch.strip() for stretch in _GAP.split(words) if any(map(str.isalnum, stretch))]
    if not stretches:
        return _encoded(words)
    first, last = stretches[0].split(), stretches[-1].split()
    if len(stretches) == 1 and len(first) <= _WHOLE:
        return _encoded(" ".join(first))
    return f"{_encoded(' '.join(first[:_ENDS]))},{_encoded(' '.join(last[-_ENDS:]))}"


def _encoded(text: str) -> str:
    """Percent-encoded, with the characters that separate the parts of a directive: ``-``, ``,`` and ``&``."""
    return quote(text, safe="").replace("-", "%2D")
