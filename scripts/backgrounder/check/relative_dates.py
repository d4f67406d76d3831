"""Dates that depend on the day they are read, such as "last week".

A brief is read for months; its words must still be true then. English texts only. Quoted words are the
source's. "Currently" and "recently" are vague rather than wrong and are left alone, as are weekdays
without a date, which a date nearby often explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.brief import Brief
from backgrounder.model.texts import Text
from backgrounder.spans import Place

_UNIT = r"(?:week|month|year|decade|night|weekend|summer|autumn|winter|spring|quarter)"
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_RELATIVE = re.compile(
    rf"\b(?:yesterday|tomorrow|tonight|today(?!['’]s\s+(?:agreement|meeting))"
    rf"|(?:earlier|later|late|early)\s+(?:this|last|next)\s+{_UNIT}"
    rf"|(?:last|next|this|past|coming)\s+(?:{_UNIT}|{_DAY})"
    rf"|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|some|\d+)\s+(?:day|week|month|year)s?\s+ago"
    rf"|in\s+the\s+(?:past|last|next|coming)\s+(?:few\s+)?(?:day|week|month|year)s?"
    rf"|a\s+(?:week|month|year)\s+from\s+now|the\s+day\s+(?:before\s+yesterday|after\s+tomorrow))\b",
    re.IGNORECASE,
)
_HINTS = (
    "last ",
    "this ",
    "next ",
    " ago",
    "today",
    "past ",
    "coming ",
    "yesterday",
    "tomorrow",
    "tonight",
    "from now",
)
"""One of these is in every relative date; looking for them is cheaper than for the dates."""


def relative_dates(brief: Brief, file: str, texts: tuple[Text, ...]) -> Iterator[Finding]:
    """Every relative date in the desk's own words, underlined where it stands."""
    if not brief.language.startswith("en"):
        return
    for text in texts:
        plain = " ".join(text.text.lower().split())
        if not any(hint in plain for hint in _HINTS):
            continue
        for found in _RELATIVE.finditer(text.own_words):
            nth = text.text.count(found[0], 0, found.start())
            place = Place(file, text.path, words=found[0], nth=nth)
            yield Finding(place, "relative-date", {"value": " ".join(found[0].split())})
