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
from collections.abc import Callable, Iterable

import msgspec
import yaml

from backgrounder.diagnostics.character_names import character_name
from backgrounder.diagnostics.diagnostic import (
    FIRST_WRITTEN,
    MOST_PER_FILE,
    Diagnostic,
    Edit,
    Note,
    diagnose,
    in_one_line,
)
from backgrounder.load.characters import FORBIDDEN, ODD_SPACES
from backgrounder.load.quoting import quoting_edit
from backgrounder.load.yaml_words import Slip, glued_hyphen, plain_words, slip_in
from backgrounder.model.kinds import ID_PATTERN
from backgrounder.patterns import late_pattern
from backgrounder.spans import Span

MOST_LEVELS = 32
MOST_VALUES = 20_000
"""Keys count too. A full file of prose has a tenth of it; every later stage costs time for each."""

_ONE_FILE_EACH = "take the line `---` out; each brief has a file of its own"
_QUOTE_NAME = "put the name in quotation marks if the brackets belong to it"
_ONE_BY_ONE = "write the fields out one by one"
_CLOSE_UP = "take the space before `#` out"

_CUT = late_pattern(r"[ \t]+(?P<lost>#+[^\s#][^\n]*)")
"""A comment without a space after its ``#``, as no author writes one and many write a number."""
_CUTTING = late_pattern(r" #+[^\s#]")
"""What every such comment has, where there are no tabs."""
_SIGNS = "&!\\\t"
"""Without them a file has neither anchors nor tags, no escapes, no names of characters, and no tabs."""
_SHORTEST_VALUE = 2
"""In characters, with the comma or the space beside it."""
_ODD_INDENTATION = late_pattern(
    f"^[ \t]*(?P<odd>{ODD_SPACES.pattern}(?:{ODD_SPACES.pattern}|[ \t])*)", re.MULTILINE
)

_CAUSES = ("text-cut-by-comment", "not-yaml")

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's events, one after the other."""

TOP = yaml.Mark("", 0, 0, 0, None, None)
"""The start of a file, where there is no better place."""


class _Placed(msgspec.Struct, frozen=True):
    """Where a node stands. Its span is worked out when it is asked for, since few nodes have a fault."""

    file: str
    start: yaml.Mark
    end: yaml.Mark

    @property
    def span(self) -> Span:
        start, end = self.start, self.end
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class Scalar(_Placed, frozen=True):
    """A value as it was written; ``plain`` means without quotation marks."""

    text: str
    plain: bool
    block: str = ""
    """``>`` or ``|`` where the text stands indented below that sign."""


class Sequence(_Placed, frozen=True):
    """A list of nodes."""

    items: list[Node]


class Mapping(_Placed, frozen=True):
    """Keys with their nodes, in the order of the file."""

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
    is_ordinary = _is_ordinary(text)
    problems = [] if is_ordinary else _forbidden_characters(text, file)
    if problems:
        return None, problems
    builder = _Builder(text, file, problems, is_ordinary)
    try:
        node = builder.document()
    except GuardError as error:
        return None, [*problems, error.diagnostic]
    except yaml.YAMLError as error:
        return None, [*problems, *_not_yaml(error, text, file, problems)]
    if builder.has_odd_indentation:
        return None, [*problems, *_odd_indentation(text, file)]
    if builder.has_glued_hyphens:
        return None, problems
    if node is None:
        problems.append(diagnose(Span(file), "empty-file"))
    return node, problems


def is_plain_writing(text: str) -> bool:
    """Whether each value of a file is the text that stands there, and no space or comment is to be remarked.

    Then ``parse`` can object only to how values stand together. False where it might object to more:
    YAML's tags and escapes, HTML's names of characters, texts cut by a comment, odd indentation, spaces at
    the ends of lines, and files so long that they might have too many values.
    """
    if len(text) > MOST_VALUES * _SHORTEST_VALUE or any(sign in text for sign in _SIGNS):
        return False
    if " \n" in text or text.endswith(" ") or _CUTTING.search(text):
        return False
    return _is_ordinary(text) or not (_forbidden_characters(text, "") or _ODD_INDENTATION.search(text))


def _is_ordinary(text: str) -> bool:
    """Whether there are neither odd spaces nor forbidden characters."""
    return text.replace("\n", "").isprintable()


class _Builder:
    """Builds nodes from events, one level of Python recursion for each level of YAML.

    What hardly any file has is looked for in the whole text first, and at each value only then.
    """

    def __init__(self, text: str, file: str, problems: list[Diagnostic], is_ordinary: bool) -> None:
        self.has_odd_indentation = False
        self.has_glued_hyphens = False
        self._text = text
        self._file = file
        self._problems = problems
        self._is_unusual = not is_ordinary
        self._has_comments = " #" in text or "\t#" in text
        self._loader = Loader(text)
        self._next: Callable[[], yaml.Event] = self._loader.get_event
        self._depth = 0
        self._values = 0

    def document(self) -> Node | None:
        """The single document of the file."""
        try:
            node = self._only_document()
        finally:
            self._loader.dispose()
        if isinstance(node, Scalar) and node.plain and not node.text:
            return None
        return node

    def _only_document(self) -> Node | None:
        node: Node | None = None
        while (event := self._next()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise self._guard(
                        event, "forbidden-yaml", what="a second document (`---`)", help=_ONE_FILE_EACH
                    )
                node = self._node(self._next())
        return node

    def _node(self, event: yaml.Event) -> Node:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        self._values += 1
        if self._values > MOST_VALUES:
            raise GuardError(diagnose(Span(self._file), "too-many-values", most=f"{MOST_VALUES:,}"))
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        self._depth += 1
        if self._depth > MOST_LEVELS:
            raise self._guard(event, "nested-too-deep", most=str(MOST_LEVELS))
        node = self._sequence(event) if kind is yaml.SequenceStartEvent else self._mapping(event)
        self._depth -= 1
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        value, style = event.value, event.style
        if style == '"' or "&" in value:
            self._refuse_hidden_characters(event)
        if style:
            block = style if style in ">|" else ""
            return Scalar(self._file, event.start_mark, event.end_mark, value, False, block)
        if self._is_unusual and ODD_SPACES.match(value) and self._starts_its_line(event):
            self.has_odd_indentation = True
        if self._has_comments:
            lost = self._lost(event)
            value = value or lost
        return Scalar(self._file, event.start_mark, event.end_mark, value, True)

    def _refuse_hidden_characters(self, event: yaml.ScalarEvent) -> None:
        """The file's own characters are known to be harmless. In quotation marks YAML knows escapes, and
        Markdown knows HTML's names of characters."""
        value = event.value
        found = FORBIDDEN.search(value) if event.style == '"' else None
        if not found and "&" in value:
            found = FORBIDDEN.search(html.unescape(value))
        if found:
            raise self._guard(event, "forbidden-character", character=character_name(found[0]))

    def _starts_its_line(self, event: yaml.Event) -> bool:
        mark = event.start_mark
        return not self._text[mark.index - mark.column : mark.index].strip()

    def _lost(self, event: yaml.ScalarEvent) -> str:
        """What follows a plain text and is lost as a comment although it was hardly meant as one."""
        found = _CUT.match(self._text, event.end_mark.index)
        if not found:
            return ""
        lost = found["lost"].rstrip()
        is_citation = re.fullmatch(ID_PATTERN, event.value) and re.match(r"#p[0-9]", lost)
        span = _offset_span(self._text, found.start("lost"), self._file, len(lost))
        edits = (_closing_up(span, found),) if is_citation else self._quoting(event)
        self._report(span, "text-cut-by-comment", edits=edits, help=_CLOSE_UP if is_citation else "")
        return lost

    def _quoting(self, event: yaml.Event) -> tuple[Edit, ...]:
        """The edit that puts a text of one line in quotation marks, where there is one."""
        first, last = event.start_mark.line, event.end_mark.line
        edit = quoting_edit(self._text, self._file, first + 1) if first == last else None
        return (edit,) if edit else ()

    def _sequence(self, start: yaml.Event) -> Sequence:
        items = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            items.append(self._node(event))
        return Sequence(self._file, start.start_mark, event.end_mark, items)

    def _mapping(self, start: yaml.Event) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._node(event)
            if type(key) is not Scalar:
                raise self._guard(
                    event, "forbidden-yaml", what="a list as the name of a field", help=_QUOTE_NAME
                )
            name = key.text
            if name == "<<" and key.plain:
                raise self._guard(event, "forbidden-yaml", what="a merge key (`<<`)", help=_ONE_BY_ONE)
            value = self._node(self._next())
            if name[:1] == "-" and key.plain and (slip := glued_hyphen(f"{name}:")):
                self._glued_hyphen(key, slip)
            elif name in entries:
                self._duplicate(key, entries[name][0])
            else:
                entries[name] = (key, value)
        return Mapping(self._file, start.start_mark, event.end_mark, entries)

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        note = Note(first.span, FIRST_WRITTEN)
        self._report(key.span, "duplicate-key", (note,), key=in_one_line(key.text, 60))

    def _glued_hyphen(self, key: Scalar, slip: Slip) -> None:
        self.has_glued_hyphens = True
        line, column = key.span.line, key.span.column + 1
        place = Span(self._file, line, column, line, column)
        self._report(key.span, "not-yaml", edits=(Edit(place, " "),), problem=slip.problem, help=slip.help)

    def _report(
        self, span: Span, code: str, notes: tuple[Note, ...] = (), edits: tuple[Edit, ...] = (), **facts: str
    ) -> None:
        if len(self._problems) >= MOST_PER_FILE:
            raise GuardError(diagnose(Span(self._file), "too-many-problems", most=str(MOST_PER_FILE)))
        self._problems.append(diagnose(span, code, notes, edits=edits, **facts))

    def _refuse_extras(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            edits = self._as_text(event, f"&{event.anchor}")
            raise self._guard(event, "forbidden-yaml", edits, what=f"an alias (`*{event.anchor}`)")
        if event.anchor is not None:
            edits = self._as_text(event, f"*{event.anchor}")
            raise self._guard(event, "forbidden-yaml", edits, what=f"an anchor (`&{event.anchor}`)")
        if event.tag is not None:
            edits = self._as_text(event, "!!")
            raise self._guard(event, "forbidden-yaml", edits, what=f"a tag (`{_as_written(event.tag)}`)")

    def _as_text(self, event: yaml.Event, counterpart: str) -> tuple[Edit, ...]:
        """The edit that makes a text of a sign of YAML's, unless its counterpart shows that it was meant."""
        is_one_value = isinstance(event, yaml.ScalarEvent | yaml.AliasEvent)
        return self._quoting(event) if is_one_value and counterpart not in self._text else ()

    def _guard(self, event: yaml.Event, code: str, edits: tuple[Edit, ...] = (), **facts: str) -> GuardError:
        place = _Placed(self._file, event.start_mark, event.end_mark)
        return GuardError(diagnose(place.span, code, edits=edits, **facts))


def _closing_up(lost: Span, found: re.Match[str]) -> Edit:
    """The edit that takes out the space between a citation's source and its paragraph."""
    space = found.start("lost") - found.start()
    return Edit(Span(lost.file, lost.line, lost.column - space, lost.line, lost.column), "")


def _as_written(tag: str) -> str:
    return in_one_line(re.sub(r"^tag:yaml\.org,2002:", "!!", tag), 60)


def _forbidden_characters(text: str, file: str) -> list[Diagnostic]:
    if not FORBIDDEN.search("".join(set(text))):  # four times as quick as looking at every letter
        return []
    found = itertools.islice(FORBIDDEN.finditer(text), MOST_PER_FILE)
    return [
        diagnose(
            _offset_span(text, match.start(), file), "forbidden-character", character=character_name(match[0])
        )
        for match in found
    ]


def _odd_indentation(text: str, file: str) -> list[Diagnostic]:
    found = itertools.islice(_ODD_INDENTATION.finditer(text), MOST_PER_FILE)
    return [
        diagnose(
            _offset_span(text, match.start("odd"), file, len(match["odd"])),
            "odd-indentation",
            character=character_name(match["odd"][0]),
        )
        for match in found
    ]


def _offset_span(text: str, offset: int, file: str, length: int = 1) -> Span:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Span(file, line, column, line, column + length)


def _not_yaml(
    error: yaml.YAMLError, text: str, file: str, problems: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """What made libyaml give up; nothing where ``problems`` say it already."""
    near = _lines_about(error)
    if any(item.span.line in near and item.code in _CAUSES for item in problems):
        return []
    odd = _odd_indentation(text, file)
    if any(item.span.line in near for item in odd):
        return odd
    return [_left_out_space(error, near, text, file) or _words_for(error, text, file)]


def _lines_about(error: yaml.YAMLError) -> list[int]:
    """The lines that libyaml marks and those above them: it notices a slip on the next line at the earliest."""
    marks = (getattr(error, "problem_mark", None), getattr(error, "context_mark", None))
    return sorted({number for mark in marks if mark for number in (mark.line, mark.line + 1) if number})


def _left_out_space(error: yaml.YAMLError, near: list[int], text: str, file: str) -> Diagnostic | None:
    lines = text.split("\n")
    for number in near:
        slip = slip_in(getattr(error, "problem", None) or "", "".join(lines[number - 1 : number]))
        if slip:
            span = Span(file, number, slip.column, number, slip.column + 1)
            gap = Edit(Span(file, number, slip.column + 1, number, slip.column + 1), " ")
            return diagnose(span, "not-yaml", edits=(gap,), problem=slip.problem, help=slip.help)
    return None


def _words_for(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    mark = getattr(error, "problem_mark", None)
    words = plain_words(problem, _line_through(mark, text))
    if words.at_context or mark is None:
        mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    span = Span(file, line, column, line, column + 1)
    edit = quoting_edit(text, file, line)
    return diagnose(span, "not-yaml", edits=(edit,) if edit else (), problem=words.problem, help=words.help)


def _line_through(mark: yaml.Mark | None, text: str) -> str:
    """The line that a mark stands in, up to and with the character at the mark."""
    lines = text.split("\n")
    return lines[mark.line][: mark.column + 1] if mark and mark.line < len(lines) else ""
