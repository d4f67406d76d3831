"""Makes the brief of a file without a fault straight from libyaml's events.

Nearly all files have no fault, and then nobody asks for nodes and their places. This reader follows the
same shapes and has the same converters as ``structure``, but it cannot tell what is wrong: at anything
odd, be it a fault or merely unusual, it gives up, and the file is one for ``nodes`` and ``structure``.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, NoReturn

from yaml import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)

from backgrounder.load.nodes import TOP, Loader, Scalar, is_plain_writing
from backgrounder.load.report import Report
from backgrounder.load.shapes import Either, Fields, Many, Shape, Single, field_shapes
from backgrounder.load.values import Convert
from backgrounder.model.brief import Brief, Record

_Next = Callable[[], Event]
_ReadText = Callable[[str], Any]
"""From a text as it was written to its value."""
_ReadGroup = Callable[[Event, Event, _Next], Any]
"""From the event that a list or a record starts with, and the event after it, to its value."""


class _OddError(Exception):
    """The file is one for ``structure``."""


class _NoReport(Report):
    """Takes no faults."""

    def add(self, *_: object, **__: object) -> NoReturn:
        raise _OddError

    def refer(self, *_: object, suggestion: str = "") -> None:
        if suggestion:
            raise _OddError


def straight_brief(text: str, slug: str) -> Brief | None:
    """The brief of a file in whose form nothing is to be remarked; None where ``structure`` has to look."""
    if not is_plain_writing(text):
        return None
    loader = Loader(text)
    try:
        return _only_document(loader.get_event, slug)
    except (_OddError, YAMLError):
        return None
    finally:
        loader.dispose()


def _only_document(next_event: _Next, slug: str) -> Brief | None:
    next_event()
    next_event()
    brief: Brief = _record_reader(Brief, ("slug",))(next_event(), next_event(), next_event, slug=slug)
    next_event()
    return brief if type(next_event()) is StreamEndEvent else None


@functools.cache
def _record_reader(record: type[Record], given: tuple[str, ...] = ()) -> Callable[..., Any]:
    """Reads records of one type whose fields stand in the order of the model, each of them once.

    It takes the values of the ``given`` fields beside what every reader of a group takes.
    """
    fields = field_shapes(record, given)
    rules = {name: (place, *_readers(shape)) for place, (name, shape) in enumerate(fields.shapes.items())}
    required = frozenset(fields.required)

    def read(start: Event, event: Event, next_event: _Next, **values: Any) -> Any:
        if type(start) is not MappingStartEvent:
            raise _OddError
        last = -1
        while type(event) is ScalarEvent:
            name = event.value
            if name not in rules:
                raise _OddError
            place, read_text, read_group = rules[name]
            if place <= last:
                raise _OddError
            last = place
            value = next_event()
            if type(value) is ScalarEvent:
                values[name] = read_text(value.value)
            else:
                values[name] = read_group(value, next_event(), next_event)
            event = next_event()
        if type(event) is not MappingEndEvent or not required <= values.keys():
            raise _OddError
        return record(**values)

    return read


def _readers(shape: Shape) -> tuple[_ReadText, _ReadGroup]:
    """How a value of this shape is read where it is written as a text, and where it is not."""
    match shape:
        case Single(convert):
            return _text_reader(convert), _no_group
        case Fields(record):
            return _no_text, _record_reader(record)
        case Either(records):
            return _no_text, _either_reader(records)
        case Many(item, may_stand_alone):
            return _list_readers(*_readers(item), may_stand_alone)


def _text_reader(convert: Convert) -> _ReadText:
    """Shows the converter a text in quotation marks: without them it can only be blank, which is as faulty."""
    report = _NoReport("")
    return lambda text: convert(Scalar("", TOP, TOP, text, False), report, "")


def _either_reader(records: tuple[type[Record], ...]) -> _ReadGroup:
    """Tells the record by the first field, which it must have if all fields are its own."""
    readers = {
        name: _record_reader(record) for record in reversed(records) for name in record.__struct_fields__
    }

    def read(start: Event, event: Event, next_event: _Next) -> Any:
        if type(event) is not ScalarEvent or event.value not in readers:
            raise _OddError
        return readers[event.value](start, event, next_event)

    return read


def _list_readers(
    read_text: _ReadText, read_group: _ReadGroup, may_stand_alone: bool
) -> tuple[_ReadText, _ReadGroup]:
    def read(start: Event, event: Event, next_event: _Next) -> Any:
        if type(start) is not SequenceStartEvent:
            if may_stand_alone:
                return (read_group(start, event, next_event),)
            raise _OddError
        items = []
        while type(event) is not SequenceEndEvent:
            if type(event) is ScalarEvent:
                items.append(read_text(event.value))
            else:
                items.append(read_group(event, next_event(), next_event))
            event = next_event()
        return tuple(items)

    return (lambda text: (read_text(text),)) if may_stand_alone else _no_text, read


def _no_text(text: str) -> NoReturn:
    raise _OddError


def _no_group(start: Event, event: Event, next_event: _Next) -> NoReturn:
    raise _OddError
