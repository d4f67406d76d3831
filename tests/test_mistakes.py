"""A folder of broken briefs, each with one mistake that a person would make, gives each its one message.

``cases/mistakes/expected.txt`` says where a person would look for the mistake: ``file:line:column code``,
written by hand. Each brief stands alone beside the registry of the faultless project in ``cases/example``;
one that says something else than its sources, beside their texts too, and those in ``cases/mistakes/beside``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import check_files

from backgrounder.diagnostics import CATALOGUE
from backgrounder.diagnostics.rules import evidence, quotations
from backgrounder.diagnostics.show import concise, full

_CASES = Path(__file__).with_name("cases")
_EXPECTED = (_CASES / "mistakes" / "expected.txt").read_text(encoding="utf-8").splitlines()
_REGISTRY = "briefs/registry/water.yaml"


_BESIDE = [_CASES / "example", _CASES / "mistakes" / "beside"]
_ON_SOURCES = {rule.code for rule in (*evidence.RULES, *quotations.RULES)}


def _files(name: str, code: str) -> dict[str, str]:
    texts = {_REGISTRY: _CASES / "example" / _REGISTRY, f"briefs/{name}": _CASES / "mistakes" / name}
    if code in _ON_SOURCES:
        for project in _BESIDE:
            found = [*project.glob("briefs/archive/*.txt"), *project.glob("briefs/registry/*.yaml")]
            texts |= {file.relative_to(project).as_posix(): file for file in found}
    return {place: file.read_text(encoding="utf-8") for place, file in texts.items()}


@pytest.mark.parametrize("line", _EXPECTED, ids=lambda line: line.partition(":")[0])
def test_a_mistake_gives_its_one_message(line: str, tmp_path: Path) -> None:
    """One problem, under its code, at the line and column where a person would look."""
    name, code = line.partition(":")[0], line.split()[1]
    checked = check_files(_files(name, code), tmp_path)
    told = [item for item in checked.diagnostics if item.code != "stale-lock"]  # there is no lock
    found = [f"{item.span.start} {item.code}" for item in told]
    assert found == [f"briefs/{line}"], "\n".join(map(concise, told))
    (item,) = told
    head, arrow, source, mark, *_ = full(item, checked.texts).splitlines()
    assert head == f"{item.severity}[{item.code}]: {item.message}"
    assert arrow.strip() == f"--> {item.span.start}"
    assert "|" in source
    assert "^" in mark
    assert item.help


def test_every_broken_brief_is_expected() -> None:
    """At least sixty, and none that nobody looks at."""
    files = {file.name for file in (_CASES / "mistakes").glob("*.yaml")}
    assert files == {line.partition(":")[0] for line in _EXPECTED}
    assert len(files) >= 60
    assert {line.split()[1] for line in _EXPECTED} <= set(CATALOGUE)
