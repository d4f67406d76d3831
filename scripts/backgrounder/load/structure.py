"""Makes records of nodes, guided by the types of the model; reports every fault it meets.

Each type has one converter, a function from node to value. A converter that cannot make its value
reports why and gives ``MISSING``, and the record around it goes on with its other fields, so a run
shows all the faults of a file at once. Single values are the business of ``values``.
"""

from __future__ import annotations

import functools
import re
from typing import Any

import msgspec

from backgrounder.load.field_order import Disorder
from backgrounder.load.nodes import Mapping, Node, Scalar, Sequence
from backgrounder.load.report import MISSING, Report
from backgrounder.load.shapes import Either, Fields, Many, Shape, Single, field_shapes
from backgrounder.load.values import Convert, is_blank
from backgrounder.model.brief import Record


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
    fields = field_shapes(record_type, given)
    rules = {
        name: _FieldRule(place, _converter(shape))
        for place, (name, shape) in enumerate(fields.shapes.items())
    }
    return _Plan(_record_name(record_type), rules, fields.required)


def _converter(shape: Shape) -> Convert:
    match shape:
        case Single(convert):
            return convert
        case Fields(record):
            return lambda node, report, field: make_record(record, node, report)
        case Either(records):
            return _one_of({record: frozenset(record.__struct_fields__) for record in records})
        case Many(item, may_stand_alone):
            single = Mapping if isinstance(item, Fields) else Scalar
            return _list_converter(_converter(item), single if may_stand_alone else None)


def _one_of(members: dict[type[Record], frozenset[str]]) -> Convert:
    """Makes the record whose own fields the mapping uses; the first of them where nothing tells."""

    def convert(node: Node, report: Report, field: str) -> Any:
        keys = node.entries.keys() if type(node) is Mapping else frozenset()
        return make_record(max(members, key=lambda member: len(members[member] & keys)), node, report)

    return convert


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
