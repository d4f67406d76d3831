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
from backgrounder.load.values import SCALAR_CONVERTERS, Convert, choice_converter, is_blank, text_converter
from backgrounder.model.brief import Record
from backgrounder.model.kinds import Field, OneOrMany


def make_record(
    record_type: type[Record], node: Node, report: Report, given: dict[str, Any] | None = None
) -> Any:
    """The record that ``node`` describes, or MISSING; ``given`` are fields that no file may hold."""
    plan = _plan(record_type, tuple(given or ()))
    if type(node) is not Mapping:
        example = "each field on a line of its own: its name, a colon, a space, its value"
        return report.wrong_type(node, plan.name, "a set of fields", example)
    values = dict(given or {})
    misspelt: set[str | None] = set()
    places: list[int] = []
    for key, (key_node, value_node) in node.entries.items():
        rule = plan.fields.get(key)
        if rule is None:
            misspelt.add(report.unknown_field(key_node, plan.name, plan.fields, node.entries))
            continue
        places.append(rule.place)
        if is_blank(value_node):
            report.add(key_node, "empty-value", field=key)
        elif (value := rule.convert(value_node, report, key)) is not MISSING:
            values[key] = value
    is_whole = True
    for field in plan.required:
        if field not in values:
            is_whole = False
            if field not in node.entries and field not in misspelt:
                report.add(_head(node), "missing-field", record=plan.name, field=field)
    if places != sorted(places) and not misspelt:
        order = tuple(field for field in plan.fields if field in node.entries)
        report.disordered.append(Disorder(node, order))
    return record_type(**values) if is_whole else MISSING


def _record_name(record_type: type[Record]) -> str:
    """What a message calls a record: ``a statement``, ``an event``, ``a log entry``."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record_type.__name__).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


class _FieldRule(msgspec.Struct, frozen=True):
    place: int
    """Its number in the order of the model."""
    convert: Convert


class _Plan(msgspec.Struct, frozen=True):
    """How a record of one type is made."""

    name: str
    fields: dict[str, _FieldRule]
    """Those that may be written, in the order of the model."""
    required: tuple[str, ...]


@functools.cache
def _plan(record_type: type[Record], given: tuple[str, ...]) -> _Plan:
    hints = typing.get_type_hints(record_type, include_extras=True)
    fields = [field for field in msgspec.structs.fields(record_type) if field.name not in given]
    return _Plan(
        _record_name(record_type),
        {field.name: _FieldRule(place, _converter(hints[field.name])) for place, field in enumerate(fields)},
        tuple(field.name for field in fields if field.required),
    )


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
        return choice_converter(hint)
    if isinstance(hint, type) and issubclass(hint, Record):
        return lambda node, report, field: make_record(hint, node, report)
    raise TypeError(f"no converter for {hint!r}")


def _union_converter(members: list[Any], marks: tuple[Any, ...]) -> Convert:
    if len(members) == 1:
        return _converter(typing.Annotated[members[0], *marks] if marks else members[0])
    return _one_of({member: frozenset(member.__struct_fields__) for member in members})


def _one_of(members: dict[type[Record], frozenset[str]]) -> Convert:
    """Makes the record whose own fields the mapping uses; the first of them where nothing tells."""

    def convert(node: Node, report: Report, field: str) -> Any:
        keys = node.entries.keys() if type(node) is Mapping else frozenset()
        return make_record(max(members, key=lambda member: len(members[member] & keys)), node, report)

    return convert


def _singles(hint: Any) -> type[Node]:
    """What a single value of a list looks like."""
    return Mapping if isinstance(hint, type) and issubclass(hint, Record) else Scalar


def _list_converter(convert_item: Convert, singles: type[Node] | None) -> Convert:
    """``singles`` is the kind of node that may stand alone in place of a list; None where none may."""

    def convert(node: Node, report: Report, field: str) -> Any:
        if type(node) is not Sequence:
            if type(node) is singles:
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
