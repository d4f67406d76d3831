"""Who belongs to whom: a minister to a government, a unit to an army."""

from __future__ import annotations

from collections.abc import Mapping

from backgrounder.model.choices import StakeholderKind
from backgrounder.model.registry import Stakeholder


def wholes(record_id: str, stakeholders: Mapping[str, Stakeholder]) -> set[str]:
    """Everything that a stakeholder is part of, however far up; itself too, where membership goes in a circle."""
    found: set[str] = set()
    waiting = [record_id]
    while waiting:
        record = stakeholders.get(waiting.pop())
        for whole in record.part_of if record else ():
            if whole not in found:
                found.add(whole)
                waiting.append(whole)
    return found


def bodies(record_id: str, stakeholders: Mapping[str, Stakeholder]) -> set[str]:
    """Return everything that a stakeholder is part of, persons left out: nobody is a part of another person."""
    return {
        whole
        for whole in wholes(record_id, stakeholders)
        if whole in stakeholders and stakeholders[whole].kind is not StakeholderKind.PERSON
    }
