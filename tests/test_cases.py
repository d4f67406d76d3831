"""Runs every folder in ``cases/diagnostics`` and compares what an author would read.

A case holds ``purpose.txt`` (why it exists), ``briefs/`` (the content) and ``expected.txt`` (the full
drawing of all problems, then their count). What a repository cannot hold, such as a pipe or bytes that
are no text, is made by ``make(briefs, monkeypatch)`` in the case's ``make.py``. ``pytest --update``
rewrites the expectations; read the difference before keeping it. The cases in ``cases/handouts`` are typeset as
well: what only a build can find is told there.
"""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

import pytest

from backgrounder.diagnostics.show import concise, full, summary
from backgrounder.model.dates import parse_day
from backgrounder.pipeline import Checked, check, render
from backgrounder.settings import Settings

_ALL = Path(__file__).with_name("cases")
_CASES = sorted([*_ALL.joinpath("diagnostics").iterdir(), *_ALL.joinpath("handouts").iterdir()])


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update: bool) -> None:
    """The problems found are those expected, word for word."""
    checked = _check(case, tmp_path, monkeypatch)
    drawn = [full(diagnostic, checked.texts) for diagnostic in checked.diagnostics]
    found = "\n\n".join([*drawn, summary(checked.diagnostics)]) + "\n"
    expected = case / "expected.txt"
    if update:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    assert all("\n" not in concise(diagnostic) for diagnostic in checked.diagnostics)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_purpose(case: Path) -> None:
    """Each case says in one sentence why it exists."""
    purpose = (case / "purpose.txt").read_text(encoding="utf-8")
    assert purpose.count("\n") == 1
    assert purpose.endswith(".\n")


def _check(case: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    briefs = project / "briefs"
    if (case / "briefs").is_dir():
        shutil.copytree(case / "briefs", briefs)
    else:
        briefs.mkdir()
    if (case / "make.py").is_file():
        runpy.run_path(str(case / "make.py"))["make"](briefs, monkeypatch)
    (project / "docs").mkdir(exist_ok=True)
    settings = Settings(
        project=project,
        briefs=briefs,
        docs=project / "docs",
        site=project / "site",
        site_name="A desk",
        today=parse_day("2021-07-24"),
        today_is_fixed=True,
    )
    checked = check(settings)
    if case.parent.name != "handouts":
        return checked
    return checked.with_more(render(checked, settings).problems)
