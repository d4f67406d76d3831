"""How a problem is drawn: the marks stand under the value, whatever script it is in."""

from __future__ import annotations

from typing import Any

import click
import pytest

from backgrounder.diagnostics import Diagnostic, Note, Severity
from backgrounder.diagnostics.show import concise, full
from backgrounder.diagnostics.terminal import runs_right_to_left, width
from backgrounder.spans import Span

FILE = "briefs/talks.yaml"
NOTED = "briefs/registry/people.yaml"


def span_of(text: str, marked: str, file: str = FILE) -> Span:
    """Where ``marked`` first stands in ``text``."""
    start = text.index(marked)
    end = start + len(marked)
    (line, column), (end_line, end_column) = (
        (text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)) for place in (start, end)
    )
    return Span(file, line, column, end_line, end_column)


def problem(span: Span, message: str = "this is wrong", **more: Any) -> Diagnostic:
    return Diagnostic(span, "unknown-choice", message, more.pop("help", ""), **more)


def drawn(text: str, marked: str, message: str = "this is wrong", **more: Any) -> list[str]:
    """The lines of the excerpt, below the place."""
    widest = more.pop("widest", 160)
    item = problem(span_of(text, marked), message, **more)
    return full(item, {FILE: text}, widest=widest).splitlines()[2:]


def under_marks(lines: list[str]) -> str:
    """What stands above the marks, column by column; only for letters that are one column wide."""
    shown, marks = lines[:2]
    return "".join(letter for letter, mark in zip(shown, marks, strict=False) if mark == "^")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("title: The talks", "talks"),
        ("\ttitle:\tThe talks", "talks"),
        ("title: {text: éte\u0301, cite: wire}", "wire"),
    ],
    ids=["plain", "tabs", "marks on letters"],
)
def test_the_marks_stand_under_the_value(text: str, marked: str) -> None:
    shown, marks = drawn(text, marked)
    before = marks.index("^")
    assert width(shown[: shown.index(marked)]) == before
    assert marks.count("^") == len(marked)


def test_wide_letters_take_two_columns() -> None:
    assert drawn("title: 伊拉克 talks", "talks") == [" 1 | title: 伊拉克 talks", "   |               ^^^^^"]
    assert drawn("title: 伊拉克 talks", "拉克")[1] == "   |          ^^^^"


def test_a_value_among_right_to_left_letters_is_repeated() -> None:
    """A terminal that reorders such a line would leave the marks under other letters."""
    lines = drawn("title: قال الوزير يوم الاثنين المقبل", "يوم الاثنين")
    assert lines[1].endswith("^^^^^^^^^^^ here: `يوم الاثنين`")


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("wire-7#p1", "no source has the id `wire-7`"),
        ("wire-7#p1", "`wire-7#p1` is wrong"),
        ("ب", "a handout cannot print ب U+0628"),
    ],
)
def test_a_value_that_the_message_names_is_not_repeated(marked: str, message: str) -> None:
    assert drawn("- {text: ب, cite: wire-7#p1}", marked, message)[1].endswith("^")


def test_a_sign_among_right_to_left_letters_is_shown_with_the_words_around_it() -> None:
    text = "title: نهاية: المهمة"
    second = Span(FILE, 1, 13, 1, 14)
    lines = full(problem(second, "there is a second colon"), {FILE: text}).splitlines()
    assert lines[-1].endswith("^ here: `نهاية: المهمة`")


def test_a_line_without_right_to_left_letters_repeats_nothing() -> None:
    assert drawn("title: The talks", "talks")[1].endswith("^^^^^")


def test_a_long_line_keeps_the_value_in_view() -> None:
    line = f"text: {'before ' * 60}THE VALUE{' after' * 60}"
    lines = drawn(line, "THE VALUE", widest=80)
    assert under_marks(lines) == "THE VALUE"
    assert lines[0].startswith(" 1 | …")
    assert lines[0].endswith("…")
    assert max(map(len, lines)) <= 80 + len(" 1 | ……")


def test_a_long_value_is_cut_at_its_end() -> None:
    lines = drawn(f"text: {'word ' * 100}", "word " * 100, widest=80)
    assert lines[0].startswith(" 1 | text: word word")
    assert lines[0].endswith("…")
    assert set(under_marks(lines)) <= set("word …")


def test_a_cut_leaves_no_mark_without_its_letter() -> None:
    line = "text: " + "e\u0301" * 200 + " THE VALUE"
    assert drawn(line, "THE VALUE", widest=80)[0].startswith(" 1 | …e\u0301")


def test_wide_letters_are_cut_by_columns() -> None:
    shown, marks = drawn(f"text: {'克' * 200}THE VALUE{'克' * 200}", "THE VALUE", widest=80)
    assert width(shown) <= 80 + len(" 1 | ……")
    assert width(shown[: shown.index("THE VALUE")]) == marks.index("^")


def test_letters_that_nobody_sees_are_shown_where_they_are_wrong() -> None:
    """Between Latin letters a zero-width space or joiner is a slip, which an analyst cannot see."""
    for unseen in "\u200b\u200d\u2060\u00ad":
        lines = drawn(f"cite: wire{unseen}#p1", f"wire{unseen}", f"no source has the id `wire{unseen}`")
        assert lines[:2] == [" 1 | cite: wire�#p1", "   |       ^^^^^"]
        item = problem(Span(FILE), f"no source has the id `wire{unseen}`")
        assert "`wire�`" in concise(item)


def test_joiners_that_shape_letters_are_left_alone() -> None:
    """Persian and Kurdish are written with them."""
    assert drawn("title: می‌خواهم", "می‌خواهم")[:1] == [" 1 | title: می‌خواهم"]
    assert "�" not in concise(problem(Span(FILE), "`می‌خواهم` is wrong"))


@pytest.mark.parametrize("steering", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\r"])
def test_nothing_in_a_brief_steers_the_terminal(steering: str) -> None:
    """Neither by the line, nor by the words of a message, a note or a help."""
    told = f"a{steering}b"
    note = Note(Span(FILE, 1, 1, 1, 3), told)
    text = f"title: {told} end"
    item = problem(span_of(text, "end"), told, help=told, notes=(note,))
    assert steering not in full(item, {FILE: text})
    assert steering not in concise(item)


def test_a_value_of_two_lines_is_marked_on_both() -> None:
    text = "text: They met last\n  Monday in Baghdad."
    assert drawn(text, "last\n  Monday") == [
        " 1 | text: They met last",
        "   |                ^^^^",
        " 2 |   Monday in Baghdad.",
        "   |   ^^^^^^",
    ]


def test_a_longer_value_says_how_far_it_goes() -> None:
    text = "sourcing:\n  - One.\n\n  - Two.\n  - Three.\n\ntitle: x\n"
    assert drawn(text, "- One.\n\n  - Two.\n  - Three.\n\n") == [" 2 |   - One.", "   |   ^^^^^^ to line 5"]


def test_a_value_that_ends_at_the_start_of_a_line_does_not_reach_into_it() -> None:
    assert drawn("a: one\nb: two\n", "one\n") == [" 1 | a: one", "   |    ^^^"]


def test_line_numbers_stand_in_a_column() -> None:
    text = "\n" * 8 + "text: last\n  Monday"
    assert [line[:6] for line in drawn(text, "last\n  Monday")] == ["  9 | ", "    | ", " 10 | ", "    | "]


def test_notes_show_their_own_lines_in_their_own_files() -> None:
    text, registry = "who: omar", "stakeholders:\n  omar:\n    name: Omar\n"
    notes = (
        Note(span_of(text, "who"), "asked for here"),
        Note(span_of(registry, "omar", NOTED), "first defined here"),
        Note(Span("briefs/unread.yaml", 3, 1, 3, 2), "and there"),
    )
    item = problem(span_of(text, "omar"), help="choose one", notes=notes)
    assert full(item, {FILE: text, NOTED: registry}).splitlines() == [
        "error[unknown-choice]: this is wrong",
        "  --> briefs/talks.yaml:1:6",
        " 1 | who: omar",
        "   |      ^^^^",
        "  --> briefs/talks.yaml:1:1",
        " 1 | who: omar",
        "   | ^^^ asked for here",
        "  --> briefs/registry/people.yaml:2:3",
        " 2 |   omar:",
        "   |   ^^^^ first defined here",
        "  --> briefs/unread.yaml:3:1 and there",
        "  help: choose one",
    ]


def test_a_problem_of_a_whole_file_shows_no_line() -> None:
    assert full(problem(Span(FILE)), {FILE: "title: x"}).splitlines()[1:] == [f"  --> {FILE}:1:1"]


def test_colour_changes_nothing_but_colour() -> None:
    text = "title: قال الوزير\n  يوم"
    item = problem(
        span_of(text, "الوزير\n  يوم"), help="choose one", notes=(Note(Span(FILE, 1, 1, 1, 6), "here"),)
    )
    painted = full(item, {FILE: text}, colour=True)
    assert "\x1b[31m" in painted
    assert click.unstyle(painted) == full(item, {FILE: text})


def test_a_concise_message_is_never_cut() -> None:
    item = problem(Span(FILE, 3, 5, 3, 9), f"`{'x' * 300}` is wrong", severity=Severity.ADVICE)
    assert concise(item) == f"briefs/talks.yaml:3:5 unknown-choice `{'x' * 300}` is wrong"


@pytest.mark.parametrize("text", ["العراق", "یەک", "ישראל", "ﷲ", "ܣܘܪܝܐ"])
def test_scripts_that_run_from_right_to_left_are_known(text: str) -> None:
    assert runs_right_to_left(f"title: {text}")


@pytest.mark.parametrize("text", ["Talks", "été", "Кабул", "伊拉克", "🙂", "‘quoted’ – 5 %"])
def test_other_scripts_run_from_left_to_right(text: str) -> None:
    assert not runs_right_to_left(text)
