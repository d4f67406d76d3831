"""Makes records of nodes, guided by the types of the model; reports every fault it meets.

Each type has one converter, a function from node to value. A converter that cannot make its value
reports why and gives ``MISSING``, and the record around it goes on with its other fields, so a run
shows all the faults of a file at once. Single values are the business of ``values``.
"""

from __future__ import annotations

import functools
import re
import types
import typing
from enum import EnumMeta
from typing import Any

import msgspec

from backgrounder.load.field_order import Disorder
from backgrounder.load.nodes import Mapping, Node, Scalar, Sequence
from backgrounder.load.report import MISSING, Report
from backgrounder.load.values import SCALAR_CONVERTERS, Convert, choice_of, is_blank, text_converter
from backgrounder.model.brief import Record
from backgrounder.model.kinds import Field, OneOrMany


def make_record(
    record_type: type[Record], node: Node, report: Report, given: dict[str, Any] | None = None
) -> Any:
    """The record that ``node`` describes, or MISSING; ``given`` are fields that no file may hold."""
    name = record_name(record_type)
    if not isinstance(node, Mapping):
        example = "each field on a line of its own: its name, a colon, a space, its value"
        return report.wrong_type(node, name, "a set of fields", example)
    given = given or {}
    values = dict(given)
    fields = _fields(record_type)
    writable = [field for field in fields if field not in given]
    misspelt: set[str | None] = set()
    for key, (key_node, value_node) in node.entries.items():
        if key not in writable:
            misspelt.add(report.unknown_field(key_node, name, writable, node.entries))
        elif is_blank(value_node):
            values[key] = report.add(key_node, "empty-value", field=key)
        else:
            values[key] = fields[key].convert(value_node, report, key)
    for field in writable:
        if fields[field].required and field not in values:
            if field not in misspelt:
                report.add(_head(node), "missing-field", record=name, field=field)
            values[field] = MISSING
    _note_order(node, writable, report)
    usable = {key: value for key, value in values.items() if value is not MISSING}
    if any(fields[key].required and key not in usable for key in values):
        return MISSING
    return record_type(**usable)


def _note_order(node: Mapping, order: list[str], report: Report) -> None:
    """Notes fields that stand in another order than the model's; unknown ones are another fault."""
    keys = list(node.entries)
    expected = [field for field in order if field in node.entries]
    if keys != expected and len(keys) == len(expected):
        report.disordered.append(Disorder(node, tuple(expected)))


@functools.cache
def record_name(record_type: type[Record]) -> str:
    """What a message calls a record: ``a statement``, ``an event``, ``a log entry``."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record_type.__name__).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


class _FieldRule(msgspec.Struct, frozen=True):
    required: bool
    convert: Convert


@functools.cache
def _fields(record_type: type[Record]) -> dict[str, _FieldRule]:
    hints = typing.get_type_hints(record_type, include_extras=True)
    return {
        field.name: _FieldRule(field.required, _converter(hints[field.name]))
        for field in msgspec.structs.fields(record_type)
    }


def _converter(hint: Any) -> Convert:
    """The converter for a type of the model. Raises TypeError for a type it does not know."""
    marks: tuple[Any, ...] = ()
    if typing.get_origin(hint) is typing.Annotated:
        hint, *rest = typing.get_args(hint)
        marks = tuple(rest)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _union_converter([argument for argument in arguments if argument is not types.NoneType], marks)
    if origin is tuple:
        return _list_converter(
            _converter(arguments[0]),
            singles=_singles(arguments[0]) if any(isinstance(mark, OneOrMany) for mark in marks) else None,
        )
    if hint is str:
        return text_converter(next(mark for mark in marks if isinstance(mark, Field)))
    if hint in SCALAR_CONVERTERS:
        return SCALAR_CONVERTERS[hint]
    if isinstance(hint, EnumMeta):
        return functools.partial(choice_of, hint)
    if isinstance(hint, type) and issubclass(hint, Record):
        return lambda node, report, field: make_record(hint, node, report)
    raise TypeError(f"no converter for {hint!r}")


def _union_converter(members: list[Any], marks: tuple[Any, ...]) -> Convert:
    if len(members) == 1:
        return _converter(typing.Annotated[members[0], *marks] if marks else members[0])
    return functools.partial(_one_of, members)


def _one_of(members: list[type[Record]], node: Node, report: Report, field: str) -> Any:
    """The record whose own fields the mapping uses; the first of them where nothing tells."""
    keys = set(node.entries) if isinstance(node, Mapping) else set()
    chosen = max(members, key=lambda member: len(keys & set(member.__struct_fields__)))
    return make_record(chosen, node, report)


def _singles(hint: Any) -> type[Node]:
    """What a single value of a list looks like."""
    return Mapping if isinstance(hint, type) and issubclass(hint, Record) else Scalar


def _list_converter(convert_item: Convert, singles: type[Node] | None) -> Convert:
    """``singles`` is the kind of node that may stand alone in place of a list; None where none may."""

    def convert(node: Node, report: Report, field: str) -> Any:
        if not isinstance(node, Sequence):
            if singles and isinstance(node, singles):
                value = convert_item(node, report, field)
                return MISSING if value is MISSING else (value,)
            wanted = "one value or a list" if singles else "a list"
            example = "each item on a line of its own, after a hyphen and a space"
            return report.wrong_type(node, f"`{field}`", wanted, example)
        values = []
        for item in node.items:
            value = _blank_item(item, report, field) if is_blank(item) else convert_item(item, report, field)
            if value is MISSING:
                report.dropped.add(item.span)
            else:
                values.append(value)
        return tuple(values)

    return convert


def _blank_item(item: Node, report: Report, field: str) -> Any:
    help_text = "write the item after the hyphen, or delete the line"
    return report.add(item, "empty-value", field=field, help=help_text)


def _head(mapping: Mapping) -> Node:
    """Where a mapping is pointed at: its first key, so that a message does not underline all of it."""
    first = next(iter(mapping.entries.values()), None)
    return first[0] if first else mapping
