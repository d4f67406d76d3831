"""The JSON Schema of briefs and shared records, made from the model, for completion in editors.

Draft 7, which the YAML language server knows best. What a schema cannot say (references, dates that no
calendar has) is left to ``load`` and ``link``. Editors read YAML by its own rules, so a text field also
takes what YAML makes a number, a truth or nothing of: our own reading keeps it as it is written.
"""

from __future__ import annotations

import ast
import functools
import inspect
import itertools
import json
import sys
import types
import typing
from enum import EnumMeta
from typing import Any

import msgspec

from backgrounder.diagnostics.catalogue import OPTIONAL
from backgrounder.model.brief import Brief, Record
from backgrounder.model.citation import Citation
from backgrounder.model.dates import Day, Edtf
from backgrounder.model.kinds import ID_LENGTH, ID_PATTERN, Field, OneOrMany, Target, TextKind
from backgrounder.model.likelihood import Likelihood, LikelihoodTable
from backgrounder.model.registry import Source, Stakeholder, Term, Topic

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SHELVES: dict[str, type[Record]] = {
    "stakeholders": Stakeholder,
    "sources": Source,
    "topics": Topic,
    "glossary": Term,
}
_RECORDS: dict[str, type[Record]] = {
    "brief": Brief,
    "stakeholder": Stakeholder,
    "source": Source,
    "topic": Topic,
    "term": Term,
}
KINDS = (*_RECORDS, "registry")
"""What there is a schema of."""

UNWRITTEN = frozenset({"slug"})
"""Fields that no file holds."""

Schema = dict[str, Any]

_ANY_SCALAR = ["string", "number", "boolean"]


def schema_text(kind: str) -> str:
    """The schema of one of ``KINDS`` as JSON, ending in a line feed."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def schema(kind: str) -> Schema:
    """The schema of one of ``KINDS``. Raises KeyError."""
    definitions: dict[str, Schema] = {}
    if kind == "registry":
        top = _registry(definitions)
    else:
        _define(_RECORDS[kind], definitions)
        top = {"$ref": f"#/definitions/{_RECORDS[kind].__name__}"}
    return {
        "$schema": _DRAFT,
        "title": f"Backgrounder: {kind}",
        **top,
        "definitions": dict(sorted(definitions.items())),
    }


def _registry(definitions: dict[str, Schema]) -> Schema:
    for record in _SHELVES.values():
        _define(record, definitions)
    return {
        "type": "object",
        "description": "What briefs share, each record under an id of its own.",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {
            shelf: {
                "type": "object",
                "description": f"{_summary(record)} Each stands under its id.",
                "propertyNames": _id_rule(),
                "additionalProperties": {"$ref": f"#/definitions/{record.__name__}"},
            }
            for shelf, record in _SHELVES.items()
        },
    }


def _define(record: type[Record], definitions: dict[str, Schema]) -> None:
    if record.__name__ in definitions:
        return
    definitions[record.__name__] = {}
    hints = typing.get_type_hints(record, include_extras=True)
    told = descriptions(record)
    fields = [field for field in msgspec.structs.fields(record) if field.name not in UNWRITTEN]
    definitions[record.__name__] = {
        "type": "object",
        "description": _summary(record),
        "additionalProperties": False,
        "required": [field.name for field in fields if field.required],
        "properties": {
            field.name: _described(_of_type(hints[field.name], definitions), told.get(field.name, ""))
            for field in fields
        },
    }


def _described(rule: Schema, words: str) -> Schema:
    """The rule with words of its own; beside a reference draft 7 ignores them."""
    if not words:
        return rule
    return {"description": words, "allOf": [rule]} if "$ref" in rule else {"description": words, **rule}


def _of_type(hint: Any, definitions: dict[str, Schema]) -> Schema:
    marks: tuple[Any, ...] = ()
    if typing.get_origin(hint) is typing.Annotated:
        hint, *rest = typing.get_args(hint)
        marks = tuple(rest)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        members = [member for member in arguments if member is not types.NoneType]
        if len(members) > 1:
            return {"anyOf": [_of_type(member, definitions) for member in members]}
        return _of_type(typing.Annotated[members[0], *marks] if marks else members[0], definitions)
    if origin is tuple:
        item = _of_type(arguments[0], definitions)
        many = {"type": "array", "items": item}
        return {"anyOf": [item, many]} if any(isinstance(mark, OneOrMany) for mark in marks) else many
    if hint is str:
        return _text(next(mark for mark in marks if isinstance(mark, Field)))
    if isinstance(hint, EnumMeta):
        return _choice(hint)
    if isinstance(hint, type) and issubclass(hint, Record):
        _define(hint, definitions)
        return {"$ref": f"#/definitions/{hint.__name__}"}
    return dict(_SCALARS[hint])


def _text(rule: Field) -> Schema:
    if rule.refers_to is Target.CHECK:
        return {"enum": sorted(OPTIONAL)}
    match rule.kind:
        case TextKind.ID:
            return _id_rule()
        case TextKind.URL:
            return {"type": "string", "maxLength": rule.most, "pattern": r"^\s*https?://\S+\s*$"}
        case TextKind.LANGUAGE:
            return {"type": ["string", "boolean"], "pattern": r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}
        case _:
            return {"type": [*_ANY_SCALAR], "minLength": 1, "maxLength": rule.most}


def _id_rule() -> Schema:
    return {"type": [*_ANY_SCALAR], "pattern": f"^{ID_PATTERN}$", "maxLength": ID_LENGTH}


def _choice(choices: EnumMeta) -> Schema:
    words = [choice.value for choice in choices]
    if choices is Likelihood:
        told = [_likelihood(word) for word in Likelihood]
        return {"enum": words, "markdownEnumDescriptions": told, "enumDescriptions": told}
    numbers = [int(word) for word in words if word.isdecimal()]  # what YAML makes of them
    return {"enum": [*words, *numbers]}


def _likelihood(word: Likelihood) -> str:
    bands = [f"{table.band(word).label} ({table.title})" for table in LikelihoodTable if word in table.words]
    return ", ".join(bands).replace("\u00a0", " ")


_DAY_PATTERN = r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$"
_SCALARS: dict[Any, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 1, "maximum": 9_999},
    Day: {"type": "string", "pattern": _DAY_PATTERN, "examples": ["2021-07-23"]},
    Edtf: {
        "type": ["string", "integer"],
        "pattern": r"^\s*[0-9XY?~%/.-]+\s*$",
        "examples": ["2021", "2021-07", "2021-07-23", "2021-07-26/..", "2021~"],
    },
    Citation: {
        "type": "string",
        "pattern": rf"^\s*{ID_PATTERN}(#p[1-9][0-9]{{0,3}})?\s*$",
        "examples": ["daily-2021-07-22#p4"],
    },
}


def _summary(record: type[Record]) -> str:
    return " ".join((inspect.getdoc(record) or "").split("\n\n")[0].split())


@functools.cache
def descriptions(record: type[Record]) -> dict[str, str]:
    """What an author is told of each field: the text below it in the model."""
    tree = ast.parse(inspect.getsource(sys.modules[record.__module__]))
    body = next(
        node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == record.__name__
    )
    told: dict[str, str] = {}
    for field, text in itertools.pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            words = _constant(text)
            if words:
                told[field.target.id] = words
    return told


def _constant(node: ast.stmt) -> str:
    if (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ):
        return " ".join(node.value.value.split())
    return ""
