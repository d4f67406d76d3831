"""Writes diagnostics for programs: JSON, SARIF 2.1.0 (OASIS, 2020), and GitHub's workflow commands.

Lines and columns count from 1, columns in characters (code points); ends are exclusive, as SARIF has them.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from backgrounder import __version__
from backgrounder.diagnostics.catalogue import CATALOGUE
from backgrounder.diagnostics.diagnostic import Diagnostic, Edit, Note
from backgrounder.diagnostics.explain import explained
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


def as_workflow_command(item: Diagnostic, folder: str = "") -> str:
    """One line that GitHub Actions turns into an annotation at the line of a pull request.

    ``folder`` is that of the project in its repository, because annotations are filed from there.
    """
    told = ",".join(f"{name}={_property(value)}" for name, value in _properties(item, folder).items())
    return f"::{_WORKFLOW_COMMANDS[item.severity]} {told}::{_data(_told(item))}"


def _properties(item: Diagnostic, folder: str) -> dict[str, str]:
    span = item.span
    where = {"file": f"{folder}/{span.file}" if folder else span.file, "line": str(span.line)}
    where["endLine"] = str(span.end_line)
    if span.line == span.end_line and not _is_whole_file(span):  # columns are for places in one line
        where |= {"col": str(span.column), "endColumn": str(span.end_column)}
    return {**where, "title": item.code}


def _is_whole_file(span: Span) -> bool:
    return span == Span(span.file)


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
        "results": [
            _result(item, codes.index(item.code), fingerprint)
            for item, fingerprint in zip(found, _fingerprints(found), strict=True)
        ],
    }
    return _dumped({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.meaning},
        "fullDescription": {"text": rule.why},
        "help": {"text": explained(rule)},
        "defaultConfiguration": {"level": _SARIF_LEVELS[rule.severity]},
    }


def _result(item: Diagnostic, index: int, fingerprint: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": item.code,
        "ruleIndex": index,
        "level": _SARIF_LEVELS[item.severity],
        "message": {"text": _told(item)},
        "locations": [{"physicalLocation": _location(item.span)}],
        "partialFingerprints": {"problem/v1": fingerprint},
    }
    if item.notes:
        result["relatedLocations"] = [
            _related(number, note) for number, note in enumerate(item.notes, start=1)
        ]
    if item.edits:
        result["fixes"] = [_fix(item.edits, item.help or item.message)]
    return result


def _location(span: Span) -> dict[str, Any]:
    region = {"startLine": 1} if _is_whole_file(span) else _region(span)
    return {"artifactLocation": _artifact(span.file), "region": region}


def _artifact(file: str) -> dict[str, Any]:
    return {"uri": quote(file), "uriBaseId": "%SRCROOT%"}


def _region(span: Span) -> dict[str, Any]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _related(number: int, note: Note) -> dict[str, Any]:
    return {"id": number, "physicalLocation": _location(note.span), "message": {"text": note.text}}


def _fix(edits: tuple[Edit, ...], description: str) -> dict[str, Any]:
    by_file = itertools.groupby(sorted(edits), key=lambda edit: edit.span.file)
    changes = [
        {"artifactLocation": _artifact(file), "replacements": [_replacement(edit) for edit in group]}
        for file, group in by_file
    ]
    return {"description": {"text": description}, "artifactChanges": changes}


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}


def _fingerprints(found: list[Diagnostic]) -> Iterable[str]:
    """For each problem what stays the same as long as the problem is there, wherever its line has moved to.

    Of the same problem several times in a file, each is known by its order.
    """
    earlier: Counter[tuple[str, str, str]] = Counter()
    for item in found:
        problem = (item.span.file, item.code, item.message)
        words = "\0".join((*problem, str(earlier[problem])))
        earlier[problem] += 1
        yield hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _told(item: Diagnostic) -> str:
    return f"{item.message}\n{item.help}" if item.help else item.message


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
