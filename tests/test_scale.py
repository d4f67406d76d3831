"""What must hold of many briefs at once; how long it takes is measured by ``scripts/bench``."""

from __future__ import annotations

from pathlib import Path

import pytest
from scale import MISTAKES, write_evidence_project, write_project

from backgrounder.hosts.mkdocs import read_project
from backgrounder.pipeline import check, verify


@pytest.mark.parametrize("briefs", [200])
def test_a_mistake_in_each_brief_is_told_once(briefs: int, tmp_path: Path) -> None:
    """Every mistake of every file, under its code, in the order of files and lines."""
    write_project(tmp_path, briefs, mistakes=briefs)
    found = check(read_project(tmp_path)).diagnostics
    codes = {item.span.file: item.code for item in found}
    assert len(found) == len(codes) == briefs
    assert list(found) == sorted(found)
    for number, file in enumerate(sorted(codes)):
        assert codes[file] == MISTAKES[number % len(MISTAKES)][0], file


def test_the_made_up_briefs_are_faultless(tmp_path: Path) -> None:
    write_project(tmp_path, 144)
    assert check(read_project(tmp_path)).diagnostics == ()


def test_briefs_that_say_what_their_sources_say_give_no_alarm(tmp_path: Path) -> None:
    """Each is compared with the text of its own source; quotations, figures, dates and paragraphs agree."""
    write_evidence_project(tmp_path, 60)
    settings = read_project(tmp_path)
    assert verify(settings).compared == 60 * 9
    checked = check(settings)
    assert checked.diagnostics == ()
    assert len(checked.evidence.versions) == 60
