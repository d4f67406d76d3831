"""Parses one file's YAML into nodes that know their position, under a guard.

The guard watches the event stream, so it stops before anything is built: libyaml's own composer
crashes the process on a hundred thousand brackets. Anchors, aliases, merge keys and tags have no
use in content and are refused. Every scalar is the text that was written: ``no``, ``1.10`` and
``12:30`` stay as they are, and only ``structure`` decides what they mean.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator

import msgspec
import yaml

from backgrounder.diagnostics.diagnostic import MOST_PER_FILE, Diagnostic, Note, diagnose, in_one_line
from backgrounder.load.characters import FORBIDDEN, character_name
from backgrounder.load.yaml_words import plain_words
from backgrounder.spans import Span

MOST_LEVELS = 32
MOST_VALUES = 20_000
"""Keys count too. A full file of prose has a tenth of it; every later stage costs time for each."""

_ONE_FILE_EACH = "take the line `---` out; each brief has a file of its own"
_QUOTE_NAME = "put the name in quotation marks if the brackets belong to it"
_ONE_BY_ONE = "write the fields out one by one"

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
    problems = _forbidden_characters(text, file)
    if problems:
        return None, problems
    try:
        node = _Builder(text, file, problems).document()
    except GuardError as error:
        return None, [*problems, error.diagnostic]
    except yaml.YAMLError as error:
        return None, [*problems, _not_yaml(error, text, file)]
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
        self._values = 0

    def document(self) -> Node | None:
        """The single document of the file."""
        node: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise self._guard(
                        event, "forbidden-yaml", what="a second document (`---`)", help=_ONE_FILE_EACH
                    )
                node = self._node(next(self._events))
        if isinstance(node, Scalar) and node.plain and not node.text:
            return None
        return node

    def _node(self, event: yaml.Event) -> Node:
        self._refuse_extras(event)
        self._values += 1
        if self._values > MOST_VALUES:
            raise GuardError(diagnose(Span(self._file), "too-many-values", most=f"{MOST_VALUES:,}"))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._depth += 1
        if self._depth > MOST_LEVELS:
            raise self._guard(event, "nested-too-deep", most=str(MOST_LEVELS))
        node = self._sequence(event) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(event)
        self._depth -= 1
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        # In quotation marks YAML knows escapes, and Markdown knows HTML's names of characters.
        found = FORBIDDEN.search(event.value) or FORBIDDEN.search(html.unescape(event.value))
        if found:
            raise self._guard(event, "forbidden-character", character=character_name(found[0]))
        return Scalar(self._span(event), event.value, event.style is None or event.style == "")

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
                raise self._guard(
                    event, "forbidden-yaml", what="a list as the name of a field", help=_QUOTE_NAME
                )
            if key.text == "<<" and key.plain:
                raise self._guard(event, "forbidden-yaml", what="a merge key (`<<`)", help=_ONE_BY_ONE)
            value = self._node(next(self._events))
            if key.text in entries:
                self._duplicate(key, entries[key.text][0])
            else:
                entries[key.text] = (key, value)
        return Mapping(self._span(start, event), entries)

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        if len(self._problems) >= MOST_PER_FILE:
            raise GuardError(diagnose(Span(self._file), "too-many-problems", most=str(MOST_PER_FILE)))
        note = Note(first.span, "first written here")
        self._problems.append(diagnose(key.span, "duplicate-key", (note,), key=in_one_line(key.text, 60)))

    def _refuse_extras(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self._guard(event, "forbidden-yaml", what=f"an alias (`*{event.anchor}`)")
        if event.anchor is not None:
            raise self._guard(event, "forbidden-yaml", what=f"an anchor (`&{event.anchor}`)")
        if event.tag is not None:
            raise self._guard(event, "forbidden-yaml", what=f"a tag (`{_as_written(event.tag)}`)")

    def _guard(self, event: yaml.Event, code: str, **facts: str) -> GuardError:
        return GuardError(diagnose(self._span(event), code, **facts))

    def _span(self, start: yaml.Event, end: yaml.Event | None = None) -> Span:
        first, last = start.start_mark, (end or start).end_mark
        return Span(self._file, first.line + 1, first.column + 1, last.line + 1, last.column + 1)


def _as_written(tag: str) -> str:
    return in_one_line(re.sub(r"^tag:yaml\.org,2002:", "!!", tag), 60)


def _forbidden_characters(text: str, file: str) -> list[Diagnostic]:
    found = itertools.islice(FORBIDDEN.finditer(text), MOST_PER_FILE)
    return [
        diagnose(
            _offset_span(text, match.start(), file), "forbidden-character", character=character_name(match[0])
        )
        for match in found
    ]


def _offset_span(text: str, offset: int, file: str) -> Span:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Span(file, line, column, line, column + 1)


def _not_yaml(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    mark = getattr(error, "problem_mark", None)
    words = plain_words(problem, _line_through(mark, text))
    if words.at_context or mark is None:
        mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    span = Span(file, line, column, line, column + 1)
    return diagnose(span, "not-yaml", problem=words.problem, help=words.help)


def _line_through(mark: yaml.Mark | None, text: str) -> str:
    """The line that a mark stands in, up to and with the character at the mark."""
    lines = text.split("\n")
    return lines[mark.line][: mark.column + 1] if mark and mark.line < len(lines) else ""
