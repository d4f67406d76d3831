"""The examples of the catalogue are true: each wrong one has exactly its fault, each mended one has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import problems_of

from backgrounder.diagnostics import CATALOGUE, Rule
from backgrounder.diagnostics.show import concise

_IN_YAML = [rule for rule in CATALOGUE.values() if not rule.wrong.startswith("#!")]

each_example = pytest.mark.parametrize("rule", _IN_YAML, ids=lambda rule: rule.code)


def test_the_project_below_the_examples_is_faultless(tmp_path: Path) -> None:
    assert [concise(item) for item in problems_of("", tmp_path)] == []


@each_example
def test_wrong_example_has_the_fault_and_no_other(rule: Rule, tmp_path: Path) -> None:
    found = problems_of(rule.wrong, tmp_path)
    assert {item.code for item in found} == {rule.code}, "\n".join(map(concise, found))


@each_example
def test_right_example_has_no_fault(rule: Rule, tmp_path: Path) -> None:
    found = problems_of(rule.right, tmp_path)
    assert not found, "\n".join(map(concise, found))


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=CATALOGUE)
def test_a_rule_is_told_in_full(rule: Rule) -> None:
    """One sentence of meaning, one or two on why it matters, and both examples."""
    for text in (rule.meaning, rule.why):
        assert text.endswith(".")
        assert text[0].isupper()
    assert rule.wrong.strip()
    assert rule.right.strip()
    assert rule.wrong != rule.right
