"""The catalogue of problems: its codes are permanent, its words are whole, each has a case."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from backgrounder.diagnostics import CATALOGUE, Rule
from backgrounder.diagnostics.diagnostic import Finding, Note, at_most, diagnose, in_one_line
from backgrounder.diagnostics.show import concise, full
from backgrounder.spans import Place, Span

_CASES = Path(__file__).with_name("cases")
_EXPECTED = "\n".join(
    path.read_text(encoding="utf-8")
    for kind in ("diagnostics", "handouts")
    for path in sorted(_CASES.glob(f"{kind}/*/expected.txt"))
)

each_rule = pytest.mark.parametrize("rule", CATALOGUE.values(), ids=CATALOGUE)


@each_rule
def test_has_a_case(rule: Rule) -> None:
    """Every code is shown by the expected words of at least one case."""
    assert f"{rule.severity}[{rule.code}]: " in _EXPECTED


@each_rule
def test_code_is_kebab_case(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.code)


@each_rule
def test_message_is_a_clause_and_help_is_there(rule: Rule) -> None:
    """Messages and help are clauses: no full stop, no capital, and there is always help."""
    for words in (rule.message, rule.help):
        assert words
        assert words == words.strip()
        assert not words.endswith((".", "!", ":"))
        assert not words[0].isupper()


@each_rule
def test_help_needs_no_more_than_it_can_get(rule: Rule) -> None:
    """The blanks are plain names, so any fact can be written into them."""
    for words in (rule.message, rule.help):
        for _, name, form, conversion in string.Formatter().parse(words):
            assert name is None or (name.isidentifier() and not form and not conversion)


def test_every_code_of_the_program_is_in_the_catalogue() -> None:
    """No case shows a blank that was left unfilled, or a code that the catalogue does not hold."""
    shown = set(re.findall(r"^(?:error|warning|advice)\[(.+?)\]: ", _EXPECTED, re.MULTILINE))
    assert shown == set(CATALOGUE)
    blanks = {
        name for rule in CATALOGUE.values() for name in re.findall(r"\{\w+\}", rule.message + rule.help)
    }
    assert not [blank for blank in blanks if blank in _EXPECTED]


def test_facts_fit_one_line() -> None:
    """A value with line breaks, or a very long one, does not spread a message over several lines."""
    found = diagnose(Span("briefs/a.yaml"), "unknown-stakeholder", value="a\nb\r\n" + "c" * 5_000)
    assert "\n" not in concise(found)
    assert len(found.message) < 600
    assert in_one_line("abc", 2) == "a…"


def test_own_help_takes_the_place_of_the_catalogues() -> None:
    assert diagnose(Span("a"), "empty-file", help="do this").help == "do this"
    assert diagnose(Span("a"), "empty-file").help == CATALOGUE["empty-file"].help


def test_too_many_findings_are_cut_with_a_word_about_it() -> None:
    """A hundred are passed on; one more says that there were others."""
    many = [Finding(Place("briefs/a.yaml"), "empty-file")] * 500
    found = list(at_most(many, "briefs/a.yaml"))
    assert len(found) == 101
    assert found[-1].code == "too-many-problems"
    assert list(at_most(many[:100], "briefs/a.yaml")) == many[:100]


@pytest.mark.parametrize(
    ("line", "column", "width", "expected"),
    [
        ("title: abc", 8, 3, " 1 | title: abc\n   |        ^^^"),
        ("\ttitle: abc", 9, 3, " 1 |     title: abc\n   |            ^^^"),
        ("标题: abc", 5, 3, " 1 | 标题: abc\n   |       ^^^"),
        ("title: 标题", 8, 2, " 1 | title: 标题\n   |        ^^^^"),
        ("e\u0301: abc", 5, 3, " 1 | e\u0301: abc\n   |    ^^^"),
        ("می\u200cخواهم: abc", 10, 3, " 1 | می\u200cخواهم: abc\n   |         ^^^"),
    ],
    ids=["ascii", "tab", "wide-before", "wide-marked", "combining", "joiner"],
)
def test_the_underline_stands_below_the_value(line: str, column: int, width: int, expected: str) -> None:
    """Tabs count four columns, wide characters two, marks and joiners none."""
    span = Span("a.yaml", 1, column, 1, column + width)
    drawn = full(diagnose(span, "empty-file"), {"a.yaml": line})
    assert expected in drawn


def test_colour_paints_nothing_behind_an_underline() -> None:
    """A note has words there, the problem itself has none."""
    span = Span("a.yaml", 1, 1, 1, 6)
    note = Note(span, "first written here")
    lines = full(diagnose(span, "duplicate-key", (note,), key="title"), {"a.yaml": "title: a"}, True).split(
        "\n"
    )
    assert lines[3].endswith("^^^^^\x1b[0m")
    assert lines[6].endswith("^^^^^\x1b[0m \x1b[36mfirst written here\x1b[0m")


def test_nothing_in_a_file_can_steer_the_terminal() -> None:
    """Escape sequences and direction overrides in a shown line stand as a replacement character."""
    line = "title: \x1b[31mred\u202eder\x00 \U000e0041"
    drawn = full(diagnose(Span("a.yaml", 1, 8, 1, 9), "empty-file"), {"a.yaml": line})
    assert "title: �[31mred�der� �" in drawn
    assert not re.search("[\x1b\u202e\x00]", drawn)


def test_a_file_without_text_is_named_without_its_line() -> None:
    drawn = full(diagnose(Span("briefs/a.yaml"), "empty-file"), {})
    assert drawn.splitlines()[1] == "  --> briefs/a.yaml:1:1"
