"""What a part of a brief is called on other pages."""

from __future__ import annotations

from backgrounder.link import Mention

_KINDS = {
    "key_points": "key point",
    "background": "background",
    "stakeholders": "stakeholder",
    "timeline": "timeline",
    "questions": "open question",
    "judgements": "judgement",
}


def kind_of(mention: Mention) -> str:
    """``key point``, ``timeline``, ``open question``: where in its brief a record stands."""
    return _KINDS[str(mention.path[0])]
