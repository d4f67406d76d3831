"""The examples of the catalogue are true: each wrong one has exactly its fault, each mended one has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import problems_of

from backgrounder.diagnostics import CATALOGUE, Diagnostic, Rule
from backgrounder.diagnostics.explain import TOLD_IN_WORDS
from backgrounder.diagnostics.rules import evidence, quotations
from backgrounder.diagnostics.show import concise

_WRONG = [rule for rule in CATALOGUE.values() if not rule.wrong.startswith(TOLD_IN_WORDS)]
_RIGHT = [rule for rule in CATALOGUE.values() if not rule.right.startswith(TOLD_IN_WORDS)]


def test_the_project_below_the_examples_is_faultless(tmp_path: Path) -> None:
    assert [concise(item) for item in problems_of("", tmp_path / "with-lock")] == []
    assert [concise(item) for item in problems_of("", tmp_path / "with-texts", with_archive=True)] == []


def _found(example: str, rule: Rule, folder: Path) -> list[Diagnostic]:
    """The problems of an example. One with archived texts has no lock that would fit it; of the others'
    examples nothing but the lock vouches for quotations."""
    found = problems_of(example, folder, with_archive=rule in (*evidence.RULES, *quotations.RULES))
    beside = {"stale-lock"} | ({"changed-text"} if rule.code == "changed-source" else set())
    return [item for item in found if item.code not in beside or rule.code == item.code]


@pytest.mark.parametrize("rule", _WRONG, ids=lambda rule: rule.code)
def test_wrong_example_has_the_fault_and_no_other(rule: Rule, tmp_path: Path) -> None:
    found = _found(rule.wrong, rule, tmp_path)
    assert {item.code for item in found} == {rule.code}, "\n".join(map(concise, found))


@pytest.mark.parametrize("rule", _RIGHT, ids=lambda rule: rule.code)
def test_right_example_has_no_fault(rule: Rule, tmp_path: Path) -> None:
    found = _found(rule.right, rule, tmp_path)
    assert not found, "\n".join(map(concise, found))


def test_few_examples_are_told_in_words() -> None:
    """Only what no YAML file can show: other kinds of files, other encodings, names, sheer size, and what
    only a build finds."""
    assert {rule.code for rule in CATALOGUE.values()} - {rule.code for rule in _WRONG} == {
        "not-a-regular-file",
        "unreadable-file",
        "file-too-large",
        "too-many-values",
        "not-utf8",
        "bad-file-name",
        "misplaced-file",
        "too-many-problems",
        "handout-too-long",
        "handout-not-set",
    }


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=CATALOGUE)
def test_a_rule_is_told_in_full(rule: Rule) -> None:
    """One sentence of meaning, one or two on why it matters, and both examples."""
    for text in (rule.meaning, rule.why):
        assert text.endswith(".")
        assert text[0].isupper() or text[0] in "`“"
    assert rule.wrong.strip()
    assert rule.right.strip()
    assert rule.wrong != rule.right
