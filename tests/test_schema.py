"""The JSON Schemas accept what the program accepts, as far as a schema can say it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import yaml
from browsing import Project, small_project
from examples import files_of

from backgrounder.diagnostics import OPTIONAL
from backgrounder.model import brief, registry
from backgrounder.model.brief import Record
from backgrounder.schema import KINDS, UNWRITTEN, descriptions, schema, schema_text

ROOT = Path(__file__).parents[1]
_CASES = ROOT / "tests" / "cases"


def _as_an_editor_reads(text: str) -> Any:
    """YAML by its own rules, dates as they are written: editors know JSON's types only."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader)


def _faults(kind: str, text: str) -> list[str]:
    validator = jsonschema.Draft7Validator(schema(kind))
    return [error.message for error in validator.iter_errors(_as_an_editor_reads(text))]


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_a_schema(kind: str) -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schema_text(kind)))


_GOOD = [
    *(("brief", file) for file in sorted((ROOT / "briefs").glob("*.yaml"))),
    *(("registry", file) for file in sorted((ROOT / "briefs/registry").glob("*.yaml"))),
]


@pytest.mark.parametrize(("kind", "file"), _GOOD, ids=[file.stem for _, file in _GOOD])
def test_our_own_content_is_accepted(kind: str, file: Path) -> None:
    assert _faults(kind, file.read_text(encoding="utf-8")) == []


def test_what_yaml_twists_is_accepted_where_we_keep_it() -> None:
    """An editor takes 2020 for a number and no for a truth; the program takes both as they are written."""
    text = (
        "title: 1984\nstatus: draft\nas_of: 2021-07-23\nbottom_line: no\n"
        "timeline:\n  - {date: 2020, text: 1.10, cite: a-b#p1}\nquestions:\n"
        "  - {id: 2020, ask: yes, status: open, why: 12:30}\n"
        "allow: {code: relative-date, reason: on}\n"
    )
    assert _faults("brief", text) == []


_FORM = (
    "field-misspelt field-with field-from field-left id- status- confidence- likelihood- language- date-day-first "
    "date-one-digit date-in-words date-not list-for fields-for title-too-long citation- paragraph-zero"
)
_REFUSED = [
    file
    for file in sorted((_CASES / "mistakes").glob("*.yaml"))
    if file.stem.startswith(tuple(_FORM.split()))
]


@pytest.mark.parametrize("file", _REFUSED, ids=lambda file: file.stem)
def test_mistakes_of_form_are_marked_while_typing(file: Path) -> None:
    """Misspelt fields, words and dates show in the editor before the program is run."""
    assert _faults("brief", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [name for name in files_of("") if name.endswith(".yaml")])
def test_the_faultless_project_is_accepted(name: str) -> None:
    kind = "registry" if "registry" in name else "brief"
    assert _faults(kind, files_of("")[name]) == []


_RECORDS = [
    item
    for module in (brief, registry)
    for item in vars(module).values()
    if isinstance(item, type) and issubclass(item, Record) and item.__module__ == module.__name__
]


@pytest.mark.parametrize("record", [item for item in _RECORDS if item.__name__ not in ("Record", "Registry")])
def test_every_field_is_described_for_hover(record: type[Record]) -> None:
    """A sentence or two in plain words below each field of the model."""
    told = descriptions(record)
    for field in msgspec.structs.fields(record):
        if field.name not in UNWRITTEN:
            assert 3 < len(told[field.name]) < 140, field.name


def test_allowances_complete_to_the_codes_that_can_be_allowed() -> None:
    codes = schema("brief")["definitions"]["Allowance"]["properties"]["code"]["enum"]
    assert codes == sorted(OPTIONAL)


def test_the_command_prints_the_committed_file(tmp_path: Path) -> None:
    project: Project = small_project(tmp_path)
    for kind in KINDS:
        committed = (ROOT / f"docs/schemas/{kind}.json").read_text(encoding="utf-8")
        assert project.run("schema", kind).stdout == committed
    assert project.run("schema", "novel").returncode == 2


# The start of a brief.


def test_a_new_brief_is_faultless(tmp_path: Path) -> None:
    """With completion for editors, and without a word from any check."""
    project = small_project(tmp_path)
    done = project.run("new", "water-rights", "--title", 'The "river": a start', "--today", "2021-07-24")
    assert done.returncode == 0
    text = (tmp_path / "briefs/water-rights.yaml").read_text(encoding="utf-8")
    modeline = text.splitlines()[0]
    assert modeline == "# yaml-language-server: $schema=../docs/schemas/brief.json"
    assert (tmp_path / "docs/schemas/brief.json").read_text(encoding="utf-8") == schema_text("brief")
    checked = project.run("check", "--strict", "--today", "2021-07-24")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("No problems")
    assert _faults("brief", text) == []
    assert yaml.safe_load(text)["title"] == 'The "river": a start'


def test_what_the_start_suggests_compiles(tmp_path: Path) -> None:
    """Its commented lines, with the marks taken away and ids that exist, give no error of form."""
    project = small_project(tmp_path)
    project.run("new", "water-rights", "--today", "2021-07-24")
    file = tmp_path / "briefs/water-rights.yaml"
    head, _, rest = file.read_text(encoding="utf-8").partition("# What comes next")
    lines = [line.removeprefix("# ").removeprefix("#") for line in rest.splitlines()[1:]]
    text = "\n".join([head, *lines, ""]).replace("source-id", "wire").replace("#p3", "#p1")
    text = text.replace("stakeholder-id", "somebody")
    project.write(
        "briefs/registry/people.yaml", "stakeholders:\n  somebody: {name: Somebody, kind: person}\n"
    )
    file.write_text(text, encoding="utf-8")
    checked = project.run("check", "--today", "2021-07-24")
    assert checked.stderr == ""
    assert _faults("brief", text) == []


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("Water Rights", "write water-rights"),
        ("talks", "already"),
        ("../talks", "cannot be"),
        ("index", "cannot be"),
    ],
)
def test_a_new_brief_never_takes_a_place(tmp_path: Path, slug: str, words: str) -> None:
    project = small_project(tmp_path)
    before = (tmp_path / "briefs/talks.yaml").read_bytes()
    done = project.run("new", slug)
    assert done.returncode == 2
    assert words in done.stderr
    assert (tmp_path / "briefs/talks.yaml").read_bytes() == before
