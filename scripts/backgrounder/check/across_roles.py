"""One stakeholder with two offices at once.

Only offices that one person holds one of at a time are compared, in the roles that briefs of about the
same day give. A text that says former, then, acting or until is about another time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.check.across_briefs import living
from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.model.choices import StakeholderKind
from backgrounder.model.corpus import Corpus
from backgrounder.model.dates import Day
from backgrounder.patterns import late_pattern
from backgrounder.spans import Place

_OFFICE = late_pattern(
    r"\b(?P<deputy>deputy |vice[- ]|assistant |under-?)?(?P<office>prime minister|foreign minister|(?:defence|defense|"
    r"interior|finance|oil|energy|health|justice|trade|water|planning) minister|minister of [a-z]+(?: affairs)?"
    r"|secretary of (?:state|defense|defence|the treasury)|president|speaker|ambassador|governor|mayor|chancellor)\b",
    re.IGNORECASE,
)
_OTHER_TIME = late_pattern(
    r"\b(?:former(?:ly)?|ex-|then|acting|until|since|past|previous(?:ly)?|designate|elect|candidate|nominee"
    r"|succe\w+|replac\w+|meets?|met|with|to the|of the office|speaks? for|envoy|adviser|advisor|aide)\b|ex-",
    re.IGNORECASE,
)
_SAME = {"minister of foreign affairs": "foreign minister", "defense minister": "defence minister"}
_MOST_DAYS = 60


class _Held(NamedTuple):
    office: str
    place: Place
    as_of: Day


def conflicting_roles(corpus: Corpus) -> Iterator[Finding]:
    """The later of two roles that name two offices of one person at about the same time."""
    held: dict[str, list[_Held]] = defaultdict(list)
    people = corpus.registry.stakeholders
    for brief, file in living(corpus):
        for index, item in enumerate(brief.stakeholders):
            record = people.get(item.who)
            office = _office(item.role) if record and record.kind is StakeholderKind.PERSON else ""
            if not office:
                continue
            this = _Held(office, Place(file, ("stakeholders", index, "role")), brief.as_of)
            other = next((other for other in held[item.who] if _conflict(this, other)), None)
            if other:
                facts = {"value": this.office, "other": other.office, "who": item.who}
                note = NotePlace(other.place, "the other office stands here")
                yield Finding(this.place, "conflicting-role", facts, (note,))
            held[item.who].append(this)


def _office(role: str) -> str:
    """The one office that a role names; empty where it names none, several, or one of another time."""
    if _OTHER_TIME.search(role):
        return ""
    found = {f"{match['deputy'] or ''}{match['office']}".casefold() for match in _OFFICE.finditer(role)}
    office = found.pop() if len(found) == 1 else ""
    return _SAME.get(office, office)


def _conflict(one: _Held, other: _Held) -> bool:
    return one.office != other.office and abs(one.as_of.ordinal - other.as_of.ordinal) <= _MOST_DAYS
