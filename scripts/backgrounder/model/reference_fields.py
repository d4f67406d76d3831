"""Which fields of a record hold ids of other records, read from the types of the model."""

from __future__ import annotations

import functools
import typing

from backgrounder.model.brief import Record
from backgrounder.model.citation import Citation
from backgrounder.model.kinds import Field, Target


@functools.cache
def reference_fields(record_type: type[Record]) -> dict[str, Target]:
    """The fields that refer to something, with what they refer to; a brief's own slug does not."""
    hints = typing.get_type_hints(record_type, include_extras=True)
    return {name: target for name, hint in hints.items() if name != "slug" and (target := _target(hint))}


def _target(hint: typing.Any) -> Target | None:
    if hint is Citation:
        return Target.SOURCE
    for part in typing.get_args(hint):
        if isinstance(part, Field) and part.refers_to:
            return part.refers_to
        if target := _target(part):
            return target
    return None
