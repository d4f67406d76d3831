"""Makes records of nodes, guided by the types of the model; reports every fault it meets.

Each type has one converter, a function from node to value. A converter that cannot make its value
reports why and gives ``MISSING``, and the record around it goes on with its other fields, so a run
shows all the faults of a file at once.
"""

from __future__ import annotations

import functools
import re
import types
import typing
import unicodedata
from collections.abc import Callable, Iterable
from enum import EnumMeta
from typing import Any

import msgspec

from backgrounder.diagnostics.diagnostic import (
    MOST_PER_FILE,
    Diagnostic,
    Note,
    diagnose,
    in_one_line,
)
from backgrounder.diagnostics.suggest import did_you_mean, nearest
from backgrounder.load.nodes import Mapping, Node, Scalar, Sequence
from backgrounder.model.brief import Record
from backgrounder.model.choices import Choice
from backgrounder.model.citation import Citation, parse_citation
from backgrounder.model.dates import DateError, Day, Edtf, parse_day, parse_edtf
from backgrounder.model.kinds import ID_LENGTH, ID_PATTERN, RESERVED_IDS, Field, OneOrMany, Target, TextKind
from backgrounder.model.reference import Reference
from backgrounder.spans import Span

MISSING: Any = object()
"""Stands for a value that could not be made; its fault has been reported."""

Convert = Callable[[Node, "Report", str], Any]
"""From a node, a place to report to, and the name of the field, to the value or MISSING."""

_MOST_COUNT = 9_999
_LONGEST_QUOTED = 60
"""How much of a wrong value a message repeats."""


class TooManyFaultsError(Exception):
    """The file has so many faults that it is not read further; all of them so far are in the report."""


class Report:
    """Gathers the diagnostics of one file, and what later stages need if the file has faults."""

    def __init__(self, file: str) -> None:
        self.found: list[Diagnostic] = []
        self.dropped: set[Span] = set()
        """List items that no record holds."""
        self.references: list[Reference] = []
        """All references, those in records that cannot be made included."""
        self._file = file

    @property
    def is_faulty(self) -> bool:
        """Whether anything was wrong, or will be called wrong when references are followed."""
        return bool(self.found) or any(reference.suggestion for reference in self.references)

    def add(self, node: Node, code: str, notes: tuple[Note, ...] = (), **facts: str) -> Any:
        """Notes a fault at ``node`` and returns MISSING, for the converter to return in turn.

        Raises TooManyFaultsError where the file has more than can be worth showing.
        """
        if len(self.found) >= MOST_PER_FILE:
            self.found.append(diagnose(Span(self._file), "too-many-problems", most=str(MOST_PER_FILE)))
            raise TooManyFaultsError
        self.found.append(diagnose(node.span, code, notes, **facts))
        return MISSING

    def wrong_type(self, node: Node, what: str, wanted: str, example: str) -> Any:
        """Notes that ``node`` is of another kind than ``what`` must be."""
        return self.add(node, "wrong-type", what=what, wanted=wanted, found=_found(node), example=example)

    def unknown_field(self, key: Scalar, record: str, fields: Iterable[str]) -> str | None:
        """Notes that ``record`` has no such field, and returns the one that was probably meant."""
        meant = nearest(re.sub(r"[\s-]+", "_", key.text.lower()), fields)
        self.add(
            key,
            "unknown-field",
            record=record,
            field=_short(key.text),
            fields=", ".join(fields),
            help=f"did you mean `{meant}`?" if meant else "",
        )
        return meant


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
            misspelt.add(report.unknown_field(key_node, name, writable))
        elif is_blank(value_node):
            values[key] = report.add(key_node, "empty-value", field=key)
        else:
            values[key] = fields[key].convert(value_node, report, key)
    for field in writable:
        if fields[field].required and field not in values:
            if field not in misspelt:
                report.add(_head(node), "missing-field", record=name, field=field)
            values[field] = MISSING
    usable = {key: value for key, value in values.items() if value is not MISSING}
    if any(fields[key].required and key not in usable for key in values):
        return MISSING
    return record_type(**usable)


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
            _converter(arguments[0]), one_or_many=any(isinstance(mark, OneOrMany) for mark in marks)
        )
    if hint is str:
        return _text_converter(next(mark for mark in marks if isinstance(mark, Field)))
    if hint in _SCALAR_CONVERTERS:
        return _SCALAR_CONVERTERS[hint]
    if isinstance(hint, EnumMeta):
        return functools.partial(_choice, hint)
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


def _list_converter(convert_item: Convert, one_or_many: bool) -> Convert:
    def convert(node: Node, report: Report, field: str) -> Any:
        if not isinstance(node, Sequence):
            if one_or_many and isinstance(node, Scalar):
                value = convert_item(node, report, field)
                return MISSING if value is MISSING else (value,)
            wanted = "one value or a list" if one_or_many else "a list"
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


def _text_converter(rule: Field) -> Convert:
    check = _TEXT_CHECKS.get(rule.kind)

    def convert(node: Node, report: Report, field: str) -> Any:
        if not isinstance(node, Scalar):
            return report.wrong_type(node, f"`{field}`", "text", _text_example(node))
        text = node.text.strip()
        if not _is_visible(text):
            return report.add(node, "empty-value", field=field)
        if len(text) > rule.most:
            return report.add(
                node, "text-too-long", field=field, length=f"{len(text):,}", most=f"{rule.most:,}"
            )
        if rule.kind is not TextKind.PROSE and "\n" in text:
            return _several_lines(node, report, field)
        if rule.refers_to:
            return _reference(text, rule.refers_to, node, report)
        return check(text, node, report, field) if check else text

    return convert


def _several_lines(node: Scalar, report: Report, field: str) -> Any:
    """YAML itself joins the lines of plain text and below ``>``, but for empty and indented ones."""
    if node.block == "|":
        rest = ", and take the empty line out" if "\n\n" in node.text.strip() else ""
        help_text = f"write `>-` in place of `|`{rest}"
        return report.add(node, "not-one-line", field=field, unit="line", help=help_text)
    if node.block and re.search(r"\n[ \t]", node.text):
        help_text = "start each line below `>` in the same column"
        return report.add(node, "not-one-line", field=field, unit="paragraph", help=help_text)
    if node.block or node.plain:
        help_text = "take the empty line out"
        return report.add(node, "not-one-line", field=field, unit="paragraph", help=help_text)
    return report.add(node, "not-one-line", field=field, unit="line")


def is_id(text: str) -> bool:
    """Whether ``text`` can name a record."""
    return len(text) <= ID_LENGTH and bool(re.fullmatch(ID_PATTERN, text)) and text not in RESERVED_IDS


def check_id(text: str, node: Node, report: Report) -> Any:
    """``text`` where it can name a record, else MISSING with the fault reported."""
    if len(text) > ID_LENGTH:
        help_text = f"write at most {ID_LENGTH} characters; this has {len(text)}"
        return report.add(node, "bad-id", value=_short(text), help=help_text)
    if not re.fullmatch(ID_PATTERN, text):
        return report.add(node, "bad-id", value=text, suggestion=suggest_id(text))
    if text in RESERVED_IDS:
        return report.add(node, "reserved-id", value=text)
    return text


def suggest_id(text: str) -> str:
    """An id made of ``text``, for a message to offer."""
    with_hyphens = "".join("-" if unicodedata.category(letter) == "Pd" else letter for letter in text)
    letters = unicodedata.normalize("NFKD", with_hyphens).encode("ascii", "ignore").decode().lower()
    letters = re.sub(r"\.ya?ml$", "", letters)
    suggestion = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST_QUOTED].strip("-") or "a-new-id"
    return f"{suggestion}-1" if suggestion in RESERVED_IDS else suggestion


def _id(text: str, node: Node, report: Report, field: str) -> Any:
    return check_id(text, node, report)


def _reference(text: str, target: Target, node: Node, report: Report) -> Any:
    """The id of another record. One that cannot be an id is left to ``link``, which knows what there is."""
    if re.fullmatch(ID_PATTERN, text):
        report.references.append(Reference(target, text, node.span))
        return text
    report.references.append(Reference(target, text, node.span, suggestion=suggest_id(text)))
    return MISSING


def _url(text: str, node: Node, report: Report, field: str) -> Any:
    if not re.fullmatch(r"https?://[^\s/?#@]+\.[^\s]+|https?://localhost[^\s]*", text):
        return report.add(node, "bad-address", value=_short(text))
    return text


def _language(text: str, node: Node, report: Report, field: str) -> Any:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        return report.add(node, "bad-language", value=_short(text))
    return text


_TEXT_CHECKS = {TextKind.ID: _id, TextKind.URL: _url, TextKind.LANGUAGE: _language}


def _scalar_text(node: Node, report: Report, field: str, wanted: str, example: str) -> Any:
    if not isinstance(node, Scalar):
        return report.wrong_type(node, f"`{field}`", wanted, example)
    return node.text.strip() or report.add(node, "empty-value", field=field)


def _choice(choices: type[Choice], node: Node, report: Report, field: str) -> Any:
    words = [choice.value for choice in choices]
    text = _scalar_text(node, report, field, "one word", f"one of: {', '.join(words)}")
    if text is MISSING:
        return MISSING
    if text not in words:
        return report.add(
            node,
            "unknown-choice",
            value=_short(text),
            field=field,
            choices=", ".join(words),
            help=did_you_mean(text.lower().replace(" ", "-"), words),
        )
    return choices(text)


def _flag(node: Node, report: Report, field: str) -> Any:
    if not isinstance(node, Scalar) or node.text not in ("true", "false"):
        return report.wrong_type(node, f"`{field}`", "true or false", "`true` or `false`")
    return node.text == "true"


def _count(node: Node, report: Report, field: str) -> Any:
    if not isinstance(node, Scalar) or not re.fullmatch(r"[0-9]{1,9}", node.text):
        return report.wrong_type(node, f"`{field}`", "a whole number", "a number such as 9")
    if not 1 <= int(node.text) <= _MOST_COUNT:
        return report.add(node, "number-out-of-range", field=field, least="1", most=f"{_MOST_COUNT:,}")
    return int(node.text)


def _date(parse: Callable[[str], Any], node: Node, report: Report, field: str) -> Any:
    text = _scalar_text(node, report, field, "a date", "a date such as 2021-07-23")
    if text is MISSING:
        return MISSING
    if len(text) > _LONGEST_QUOTED:
        return report.wrong_type(node, f"`{field}`", "a date", "a date such as 2021-07-23")
    try:
        return parse(text)
    except DateError as error:
        return report.add(node, "impossible-date", problem=str(error), help=error.hint)


def _citation(node: Node, report: Report, field: str) -> Any:
    text = _scalar_text(node, report, field, "a citation", "`source-id#p4`")
    if text is MISSING:
        return MISSING
    citation = parse_citation(text)
    if citation is None:
        example = suggest_id(re.split(r"[#\s]", text)[0]) if "://" not in text else "source-id"
        report.references.append(Reference(Target.SOURCE, text, node.span, suggestion=example))
        return MISSING
    report.references.append(Reference(Target.SOURCE, citation.source, node.span, citation.paragraph))
    return citation


_SCALAR_CONVERTERS: dict[Any, Convert] = {
    bool: _flag,
    int: _count,
    Edtf: functools.partial(_date, parse_edtf),
    Day: functools.partial(_date, parse_day),
    Citation: _citation,
}


def is_blank(node: Node) -> bool:
    """Whether nothing at all was written."""
    return isinstance(node, Scalar) and node.plain and not node.text


def _is_visible(text: str) -> bool:
    """Whether a reader sees anything of ``text``; joiners and direction marks alone are nothing."""
    return any(unicodedata.category(character) not in ("Cf", "Zs", "Cc") for character in text)


def _short(text: str) -> str:
    return in_one_line(text, _LONGEST_QUOTED)


def _text_example(node: Node) -> str:
    if isinstance(node, Mapping) and node.entries:
        return "it in quotation marks if it is meant as text; a colon and a space make a field of it"
    if isinstance(node, Sequence) and node.items:
        return "it without hyphens or brackets, or in quotation marks if they belong to the text"
    return "the text after the colon"


def _found(node: Node) -> str:
    if isinstance(node, Scalar):
        return f"the text `{_short(node.text)}`" if node.text else "empty"
    return "a list" if isinstance(node, Sequence) else "a set of fields"


def _head(mapping: Mapping) -> Node:
    """Where a mapping is pointed at: its first key, so that a message does not underline all of it."""
    first = next(iter(mapping.entries.values()), None)
    return first[0] if first else mapping
