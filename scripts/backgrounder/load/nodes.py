"""Parses one file's YAML into nodes that know their position, under a guard.

The guard watches the event stream, so it stops before anything is built: libyaml's own composer
crashes the process on a hundred thousand brackets. Anchors, aliases, merge keys and tags have no
use in content and are refused. Every scalar is the text that was written: ``no``, ``1.10`` and
``12:30`` stay as they are, and only ``structure`` decides what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import yaml

from backgrounder.diagnostics.diagnostic import Diagnostic, Note, diagnose
from backgrounder.load.characters import FORBIDDEN, character_name
from backgrounder.spans import Span

MOST_LEVELS = 32

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(msgspec.Struct, frozen=True):
    """A value as it was written; ``plain`` means without quotation marks."""

    span: Span
    text: str
    plain: bool


class Sequence(msgspec.Struct, frozen=True):
    """A list of nodes."""

    span: Span
    items: list[Node]


class Mapping(msgspec.Struct, frozen=True):
    """Keys with their nodes, in the order of the file."""

    span: Span
    entries: dict[str, tuple[Scalar, Node]]
    """The key's own scalar beside its value, by the key's text."""


Node = Scalar | Sequence | Mapping


class GuardError(Exception):
    """The file must not be read further; carries the diagnostic that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def parse(text: str, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """The top node of a file and what is wrong with its YAML.

    The node is None where the file is empty or must not be read further. Duplicate keys are reported
    and the first of them kept.
    """
    problems: list[Diagnostic] = []
    try:
        _refuse_forbidden_characters(text, file)
        node = _Builder(text, file, problems).document()
    except GuardError as error:
        return None, [*problems, error.diagnostic]
    except yaml.YAMLError as error:
        return None, [*problems, _not_yaml(error, file)]
    if node is None:
        problems.append(diagnose(Span(file), "empty-file"))
    return node, problems


class _Builder:
    """Builds nodes from events, one level of Python recursion for each level of YAML."""

    def __init__(self, text: str, file: str, problems: list[Diagnostic]) -> None:
        self._file = file
        self._problems = problems
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_Loader))
        self._depth = 0

    def document(self) -> Node | None:
        """The single document of the file."""
        node: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise self._guard(event, "forbidden-yaml", what="a second document (`---`)")
                node = self._node(next(self._events))
        if isinstance(node, Scalar) and node.plain and not node.text:
            return None
        return node

    def _node(self, event: yaml.Event) -> Node:
        self._refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._depth += 1
        if self._depth > MOST_LEVELS:
            raise self._guard(event, "nested-too-deep", most=str(MOST_LEVELS))
        node = self._sequence(event) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(event)
        self._depth -= 1
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        span = self._span(event)
        found = FORBIDDEN.search(event.value)
        if found:
            raise self._guard(event, "forbidden-character", character=character_name(found[0]))
        return Scalar(span, event.value, event.style is None or event.style == "")

    def _sequence(self, start: yaml.Event) -> Sequence:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event))
        return Sequence(self._span(start, event), items)

    def _mapping(self, start: yaml.Event) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event)
            if not isinstance(key, Scalar):
                raise self._guard(event, "forbidden-yaml", what="a list or mapping as a key")
            if key.text == "<<" and key.plain:
                raise self._guard(event, "forbidden-yaml", what="a merge key (`<<`)")
            value = self._node(next(self._events))
            if key.text in entries:
                first = Note(entries[key.text][0].span, "first written here")
                self._problems.append(diagnose(key.span, "duplicate-key", (first,), key=key.text))
            else:
                entries[key.text] = (key, value)
        return Mapping(self._span(start, event), entries)

    def _refuse_extras(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self._guard(event, "forbidden-yaml", what=f"an alias (`*{event.anchor}`)")
        if event.anchor is not None:
            raise self._guard(event, "forbidden-yaml", what=f"an anchor (`&{event.anchor}`)")
        if event.tag is not None:
            raise self._guard(event, "forbidden-yaml", what=f"a tag (`{event.tag}`)")

    def _guard(self, event: yaml.Event, code: str, **facts: str) -> GuardError:
        return GuardError(diagnose(self._span(event), code, **facts))

    def _span(self, start: yaml.Event, end: yaml.Event | None = None) -> Span:
        first, last = start.start_mark, (end or start).end_mark
        return Span(self._file, first.line + 1, first.column + 1, last.line + 1, last.column + 1)


def _refuse_forbidden_characters(text: str, file: str) -> None:
    found = FORBIDDEN.search(text)
    if found:
        span = _offset_span(text, found.start(), file)
        raise GuardError(diagnose(span, "forbidden-character", character=character_name(found[0])))


def _offset_span(text: str, offset: int, file: str) -> Span:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Span(file, line, column, line, column + 1)


def _not_yaml(error: yaml.YAMLError, file: str) -> Diagnostic:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    return diagnose(Span(file, line, column, line, column + 1), "not-yaml", problem=_plain_words(problem))


_PLAIN_WORDS = (
    (
        r"mapping values are not allowed.*",
        "there is a second colon in this line; put the text in quotation marks",
    ),
    (
        r"found character that cannot start any token",
        "this character cannot start a value; put the text in quotation marks",
    ),
    (r"could not find expected ':'", "a key without its colon"),
    (r"did not find expected key", "the indentation does not match the lines above"),
    (r"did not find expected '-' indicator", "a list item without its hyphen"),
    (r"found unexpected end of stream", "a quotation mark is opened and never closed"),
    (r"did not find expected ',' or '[\]}]'", "a bracket is opened and never closed"),
)


def _plain_words(problem: str) -> str:
    """libyaml's words in the desk's; unknown ones as they are."""
    return next((words for pattern, words in _PLAIN_WORDS if re.fullmatch(pattern, problem)), problem)
