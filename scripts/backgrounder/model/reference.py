"""A reference: an id that stands for another record, where it was written."""

from __future__ import annotations

import msgspec

from backgrounder.model.kinds import Target
from backgrounder.spans import Span


class Reference(msgspec.Struct, frozen=True):
    """An id or a citation with its position, kept while a file is read whose records may be incomplete."""

    target: Target
    value: str
    span: Span
    paragraph: int = 0
    """The paragraph that a citation names, or 0."""
    suggestion: str = ""
    """An id like the one written, where ``value`` is neither an id nor a citation."""
