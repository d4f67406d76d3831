"""Writes diagnostics for programs: JSON, SARIF 2.1.0 (OASIS, 2020), and GitHub's workflow commands.

Lines and columns count from 1, columns in characters (code points); ends are exclusive, as SARIF has them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from backgrounder import __version__
from backgrounder.diagnostics.catalogue import CATALOGUE
from backgrounder.diagnostics.diagnostic import Diagnostic, Edit, Note
from backgrounder.diagnostics.rule import Rule, Severity
from backgrounder.spans import Span

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_WORKFLOW_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A list with an object for each problem; an empty list where there is none."""
    return _dumped([_object(item) for item in diagnostics])


def _object(item: Diagnostic) -> dict[str, Any]:
    return {
        "code": item.code,
        "severity": item.severity.value,
        **_place(item.span),
        "message": item.message,
        "help": item.help,
        "notes": [{**_place(note.span), "message": note.text} for note in item.notes],
        "fixable": bool(item.edits),
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def as_workflow_command(item: Diagnostic) -> str:
    """One line that GitHub Actions turns into an annotation at the line of a pull request."""
    span = item.span
    properties = {
        "file": span.file,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": item.code,
    }
    if span.line != span.end_line:  # columns are for places in one line
        del properties["col"], properties["endColumn"]
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = f"{item.message}: {item.help}" if item.help else item.message
    return f"::{_WORKFLOW_COMMANDS[item.severity]} {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(diagnostics: Iterable[Diagnostic]) -> str:
    """A log of one run; the rules are those of which there is a problem."""
    found = list(diagnostics)
    codes = sorted({item.code for item in found})
    run = {
        "tool": {
            "driver": {
                "name": "Backgrounder",
                "version": __version__,
                "rules": [_rule(CATALOGUE[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder of the project."}}},
        "results": [_result(item, codes.index(item.code)) for item in found],
    }
    return _dumped({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.meaning or rule.message},
        "fullDescription": {"text": rule.why or rule.help},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": _SARIF_LEVELS[rule.severity]},
    }


def _result(item: Diagnostic, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": item.code,
        "ruleIndex": index,
        "level": _SARIF_LEVELS[item.severity],
        "message": {"text": f"{item.message}\n{item.help}" if item.help else item.message},
        "locations": [{"physicalLocation": _location(item.span)}],
        "partialFingerprints": {"problem/v1": _fingerprint(item)},
    }
    if item.notes:
        result["relatedLocations"] = [
            _related(number, note) for number, note in enumerate(item.notes, start=1)
        ]
    if item.edits:
        result["fixes"] = [_fix(item.edits, item.help)]
    return result


def _location(span: Span) -> dict[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"artifactLocation": {"uri": quote(span.file), "uriBaseId": "%SRCROOT%"}, "region": region}


def _related(number: int, note: Note) -> dict[str, Any]:
    return {"id": number, "physicalLocation": _location(note.span), "message": {"text": note.text}}


def _fix(edits: tuple[Edit, ...], description: str) -> dict[str, Any]:
    changes = [
        {
            "artifactLocation": _location(edit.span)["artifactLocation"],
            "replacements": [
                {"deletedRegion": _location(edit.span)["region"], "insertedContent": {"text": edit.text}}
            ],
        }
        for edit in edits
    ]
    return {"description": {"text": description}, "artifactChanges": changes}


def _fingerprint(item: Diagnostic) -> str:
    """The same as long as the problem is, wherever its line has moved to."""
    return hashlib.sha256("\0".join((item.span.file, item.code, item.message)).encode()).hexdigest()[:32]


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
