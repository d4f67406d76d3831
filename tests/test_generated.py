"""What is generated from the program is what the program would generate now."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from generated import unwanted, wanted

from backgrounder.diagnostics import CATALOGUE
from backgrounder.diagnostics.explain import EFFECTS, page

ROOT = Path(__file__).parents[1]
_WANTED = wanted(ROOT)


@pytest.mark.parametrize("name", _WANTED)
def test_generated_file_is_current(name: str) -> None:
    """Else run scripts/generate and commit what it wrote."""
    assert (ROOT / name).read_text(encoding="utf-8") == _WANTED[name]


def test_no_page_outlives_its_check() -> None:
    assert unwanted(ROOT) == []


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=CATALOGUE)
def test_a_page_says_what_the_terminal_says(rule: object) -> None:
    """Meaning, reason, examples in fences that close, and what follows."""
    text = page(rule)
    assert text.count("```") % 2 == 0
    for words in (rule.meaning, rule.why, EFFECTS[rule.severity]):
        assert words in text
    assert (f"allow: {{code: {rule.code}" in text) == rule.is_optional


def test_the_guide_has_its_tables() -> None:
    """A table for each kind of record that an author writes."""
    guide = _WANTED["docs/authoring.md"]
    records = re.findall(r"<!-- fields of (\w+) -->", guide)
    assert {"Brief", "Statement", "Question", "Event", "Judgement", "Stakeholder", "Source", "Term"} <= set(
        records
    )
    assert guide.count("<!-- end -->") == len(records)
