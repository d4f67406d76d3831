"""Holds the imports of the package to the table of its stages.

Each row says what a part may import from the rest of the package; a part may always import itself.
Parts that are not there are no fault, so the table can name a stage before it is written.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_PACKAGE = Path(__file__).parents[1] / "scripts" / "backgrounder"

_VOCABULARY = {"model", "spans", "diagnostics", "markup", "patterns", "settings", "addresses"}
_STAGES = {
    *("archive", "intake", "evidence", "draft", "load", "check", "link", "mend"),
    *("render.site", "render.paper", "typeset", "publish"),
}

_TABLE: dict[str, set[str]] = {
    **dict.fromkeys(_VOCABULARY, _VOCABULARY),
    "load": _VOCABULARY,
    "check": _VOCABULARY,
    "archive": _VOCABULARY,
    "evidence": _VOCABULARY | {"archive"},
    # It reads YAML to add a record, and dates and words as the comparison does.
    "intake": _VOCABULARY | {"archive", "evidence", "load"},
    "draft": _VOCABULARY | {"evidence", "intake.record", "load.ids"},
    "mend": _VOCABULARY,
    "schema": _VOCABULARY,
    # A page's words in, files out: it knows nothing of briefs.
    "search": set(),
    "scaffold": _VOCABULARY | {"schema", "load"},
    "link": _VOCABULARY,
    "render": set(),
    "render.site": _VOCABULARY | {"compiled", "link"},
    "render.paper": _VOCABULARY | {"link"},
    "parallel": set(),
    "compiled": set(),
    # Only the record that it sets.
    "typeset": _VOCABULARY | {"render.paper.Job", "render.paper.TEMPLATES"},
    "publish": {"diagnostics"},
    # What the stages before publication make of one brief.
    "survey": _VOCABULARY
    | {"archive", "check", "evidence", "ledger", "link", "load", "parallel", "render.site"},
    "printing": _VOCABULARY | {"ledger", "link", "render.paper", "render.site", "typeset"},
    "preview": _VOCABULARY | {"assemble", "ledger", "pipeline", "publish", "render.site", "survey"},
    "pipeline": _VOCABULARY | _STAGES | {"assemble", "ledger", "parallel", "printing", "survey"},
    "hosts": set(),
    # Fills the pages into what a host has made, and makes the index of search.
    "ledger": set(),
    "assemble": {"ledger", "parallel", "render.site", "search"},
    "hosts.mkdocs": _VOCABULARY
    | _STAGES
    | {"assemble", "compiled", "ledger", "pipeline", "preview", "search"},
    # The exceptions are named so that each becomes an exit code.
    "cli": {
        *("pipeline", "hosts", "diagnostics", "settings", "schema", "scaffold"),
        *(
            "model.choices",
            "model.proof.Proof",
            "archive.ArchiveError",
            "draft.DraftError",
            "intake.Given",
            "intake.IntakeError",
        ),
        *("parallel.WorkerDiedError", "publish.BusyError", "publish.OccupiedError"),
    },
    "__main__": {"cli"},
    "": set(),
}

_ONLY_IN = {
    "mkdocs": ("hosts.mkdocs",),
    "material": ("hosts.mkdocs",),
    "typst": ("typeset",),
    "yaml": ("load.nodes", "load.straight"),
    "markdown_it": ("markup", "intake.markdown"),
    "trafilatura": ("intake.html",),
    "lxml": ("intake.html",),
    "pypdf": ("intake.pdf",),
}
"""Libraries that one part hides from all others."""

_FILES = sorted(_PACKAGE.rglob("*.py"))


def _module(file: Path) -> str:
    """``load.nodes`` for ``load/nodes.py``; the empty name for the package itself."""
    parts = file.relative_to(_PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _part(module: str) -> str:
    """The row of the table that a module belongs to: the longest that fits."""
    rows = [row for row in _TABLE if _is_within(module, row)]
    return max(rows, key=len)


def _is_within(module: str, part: str) -> bool:
    return module == part or module.startswith(f"{part}.")


def _imports(file: Path) -> Iterator[tuple[int, str]]:
    """Every name a file imports, in full, with its line; imports inside functions too."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = f"{'.' * node.level}{node.module or ''}"
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def _own_imports(file: Path) -> Iterator[tuple[int, str]]:
    for line, name in _imports(file):
        if name == "backgrounder" or name.startswith("backgrounder."):
            yield line, name.removeprefix("backgrounder").removeprefix(".")


each_file = pytest.mark.parametrize("file", _FILES, ids=[_module(file) or "backgrounder" for file in _FILES])


@each_file
def test_imports_keep_to_the_table(file: Path) -> None:
    """A part imports what its row allows, and itself."""
    part = _part(_module(file))
    allowed = _TABLE[part] | ({part} if part else set())
    faults = [
        f"line {line}: {part or 'the package'} may not import {name}"
        for line, name in _own_imports(file)
        if not name.startswith("__version__") and not any(_is_within(name, target) for target in allowed)
    ]
    assert not faults


@each_file
def test_libraries_stay_where_they_belong(file: Path) -> None:
    """Exchanging the host, the typesetter or the YAML parser touches one part."""
    module = _module(file)
    for line, name in _imports(file):
        homes = _ONLY_IN.get(name.split(".")[0])
        assert not homes or any(_is_within(module, home) for home in homes), f"line {line}: {name}"


@each_file
def test_imports_are_written_in_full(file: Path) -> None:
    """So that a search for a module finds everyone who uses it."""
    assert not [name for _, name in _imports(file) if name.startswith(".")]


@each_file
def test_publish_needs_nothing_beyond_the_standard_library(file: Path) -> None:
    if _is_within(_module(file), "publish"):
        for line, name in _imports(file):
            assert name.split(".")[0] in {*sys.stdlib_module_names, "backgrounder"}, f"line {line}: {name}"


@each_file
def test_only_the_command_line_prints_and_exits(file: Path) -> None:
    """Stages give values back; a host or a test decides what to do with them."""
    if _is_within(_module(file), "cli"):
        return
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    raised = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Raise)]
    exits = {"print", "exit", "quit", "sys.exit", "os._exit", "click.echo", "click.secho", "sys.stdout.write"}
    if _module(file) == "parallel":
        exits.discard("os._exit")  # the only end for a forked process, which nobody else sees
    assert not exits & set(calls)
    assert not [statement for statement in raised if "SystemExit" in statement]


def test_the_table_has_no_circle() -> None:
    """Beyond the vocabulary, what one part imports does not import it."""
    for part, targets in _TABLE.items():
        for target in {_part(target) for target in targets} - _VOCABULARY:
            back = {_part(name) for name in _TABLE[target]}
            assert part not in back, f"{part} and {target}"


def test_every_part_has_a_row() -> None:
    """A new folder or module at the top of the package is entered in the table."""
    assert {_module(file).split(".")[0] for file in _FILES} <= set(_TABLE)
