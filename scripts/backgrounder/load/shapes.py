"""What the types of the model want to be written: single values, lists, records.

Both ways of making records follow it: ``structure``, which can tell what is wrong, and ``straight``, which
cannot and is quicker. Single values have their converters from ``values`` here already.
"""

from __future__ import annotations

import types
import typing
from enum import EnumMeta
from typing import Any

import msgspec

from backgrounder.load.values import SCALAR_CONVERTERS, Convert, choice_converter, text_converter
from backgrounder.model.brief import Record
from backgrounder.model.kinds import Field, OneOrMany


class Single(msgspec.Struct, frozen=True):
    """A value written as a text."""

    convert: Convert


class Fields(msgspec.Struct, frozen=True):
    """A record: a set of fields."""

    record: type[Record]


class Either(msgspec.Struct, frozen=True):
    """One of several records, told by its fields."""

    records: tuple[type[Record], ...]


class Many(msgspec.Struct, frozen=True):
    """A list."""

    item: Shape
    may_stand_alone: bool
    """Whether a single item may stand in place of the list."""


Shape = Single | Fields | Either | Many


class FieldShapes(msgspec.Struct, frozen=True):
    """The fields of a record that a file may hold, in the order of the model."""

    shapes: dict[str, Shape]
    required: tuple[str, ...]


def field_shapes(record: type[Record], given: tuple[str, ...] = ()) -> FieldShapes:
    """What the fields of a record want to be written; ``given`` are those that no file may hold."""
    hints = typing.get_type_hints(record, include_extras=True)
    fields = [field for field in msgspec.structs.fields(record) if field.name not in given]
    return FieldShapes(
        {field.name: _shape(hints[field.name]) for field in fields},
        tuple(field.name for field in fields if field.required),
    )


def _shape(hint: Any) -> Shape:
    """The shape for a type of the model. Raises TypeError for a type it does not know."""
    marks: tuple[Any, ...] = ()
    if typing.get_origin(hint) is typing.Annotated:
        hint, *rest = typing.get_args(hint)
        marks = tuple(rest)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _union_shape([argument for argument in arguments if argument is not types.NoneType], marks)
    if origin is tuple:
        return Many(_shape(arguments[0]), any(isinstance(mark, OneOrMany) for mark in marks))
    if hint is str:
        return Single(text_converter(next(mark for mark in marks if isinstance(mark, Field))))
    if hint in SCALAR_CONVERTERS:
        return Single(SCALAR_CONVERTERS[hint])
    if isinstance(hint, EnumMeta):
        return Single(choice_converter(hint))
    if isinstance(hint, type) and issubclass(hint, Record):
        return Fields(hint)
    raise TypeError(f"no shape for {hint!r}")


def _union_shape(members: list[Any], marks: tuple[Any, ...]) -> Shape:
    if len(members) == 1:
        return _shape(typing.Annotated[members[0], *marks] if marks else members[0])
    return Either(tuple(members))
