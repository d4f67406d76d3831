"""What the checks of wording and of listed stakeholders find, and what they leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import problems_of


def _found(code: str, example: str, project: Path) -> list[str]:
    """What each problem of that code names, in the order of the file."""
    return [item.message for item in problems_of(example, project) if item.code == code]


def _point(text: str) -> str:
    return f"key_points:\n  - text: >-\n      {text}\n    cite: daily-2021-07-22#p2\n"


# Relative dates.


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met yesterday.", "yesterday"),
        ("Today the two sides met.", "Today"),
        ("As of today neither has signed.", "today"),
        ("The vote is tomorrow, at noon.", "tomorrow"),
        ("Today’s vote was close.", "Today"),
        ("They met last week in the capital.", "last week"),
        ("They met earlier this week.", "earlier this week"),
        ("Last year’s resolution is not binding.", "Last year"),
        ("A visit is due next Monday at the latest.", "next Monday"),
        ("The minister last month asked for half.", "last month"),
        ("They met two days ago.", "two days ago"),
        ("They met 20 years ago.", "20 years ago"),
        ("The offer was made a few weeks ago.", "a few weeks ago"),
        ("The term ends a year from now.", "a year from now"),
        ("In the past few weeks there was no rain.", "In the past few weeks"),
        ("They met this morning.", "this morning"),
        ("He said “no”. Yesterday he signed.", "Yesterday"),
    ],
)
def test_a_relative_date_is_found(text: str, words: str, tmp_path: Path) -> None:
    expected = f"“{words}” will mean another day when this is read"
    assert _found("relative-date", _point(text), tmp_path) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The paper says “last week”.",
        "The paper is called `today`, and stands at https://daily.example/last week.",
        "In the last week of July 2021 it rained.",
        "It ended in the last year before the war, and in its next year it grew.",
        "The talks were held over the last days of the campaign.",
        "The ministry’s last year in office was dry.",
        "A visit is due next Monday, 26 July 2021.",
        "The last year, 2019, was dry; last year (2020) was not.",
        "It was reported by USA Today and by the magazine This Week.",
        "The Iraq of today is another; today’s Iraq has rivers.",
        "The city is 3,000 years old and was founded 3,000 years ago.",
        "Thousands of years ago the river was wider.",
        "They are currently talking, and have recently met; on Monday they did not.",
        "To this day the next of kin and the last resort are what they were this way.",
    ],
)
def test_what_only_looks_like_a_relative_date_is_left_alone(text: str, tmp_path: Path) -> None:
    assert _found("relative-date", _point(text), tmp_path) == []


def test_the_words_are_underlined_where_they_stand(tmp_path: Path) -> None:
    """The second time, folded over two lines, after the same words in quotation marks."""
    example = (
        "key_points:\n  - text: >-\n      It says “last week”, and last\n      week they met.\n"
        "    cite: daily-2021-07-22#p2\n"
    )
    (problem,) = [item for item in problems_of(example, tmp_path) if item.code == "relative-date"]
    lines = (tmp_path / problem.span.file).read_text(encoding="utf-8").split("\n")
    span = problem.span
    assert lines[span.line - 1][span.column - 1 :] == "last"
    assert lines[span.end_line - 1][: span.end_column - 1].strip() == "week"


def test_a_log_entry_and_a_change_stand_beside_their_date(tmp_path: Path) -> None:
    example = """
questions:
  - id: share
    ask: How much?
    status: open
    why: The farms need to know.
    resolves_when: Both publish a figure.
    log:
      - {date: 2021-07-23, status: open, text: The ministers met today.}
changes:
  - {date: 2021-07-23, text: Corrected what was said yesterday.}
"""
    assert _found("relative-date", example, tmp_path) == []


def test_shared_records_are_searched_but_not_how_a_source_is_dated(tmp_path: Path) -> None:
    example = """
sources:
  weekly:
    title: What the ministers said last week
    kind: article
    publisher: The Weekly
    dated_by: The page says that it was put up two days ago.
    describes: Unsigned; corrected last month.
"""
    assert _found("relative-date", example, tmp_path) == [
        "“last month” will mean another day when this is read"
    ]


@pytest.mark.parametrize("code", ["relative-date", "unexplained-acronym", "long-bottom-line"])
def test_wording_is_judged_in_english_alone(code: str, tmp_path: Path) -> None:
    long = " ".join(["today"] * 61)
    example = f"bottom_line: The RWA met {long}.\n"
    assert _found(code, example, tmp_path)
    assert not _found(code, f"language: de\n{example}", tmp_path)


# The bottom line.


@pytest.mark.parametrize(("words", "is_long"), [(60, False), (61, True)])
def test_a_bottom_line_has_sixty_words_at_most(words: int, is_long: bool, tmp_path: Path) -> None:
    """Dashes are no words."""
    example = f"bottom_line: {' '.join(['water'] * (words - 1))} – river\n"
    assert bool(_found("long-bottom-line", example, tmp_path)) is is_long


def test_what_is_too_much_of_a_bottom_line_is_underlined(tmp_path: Path) -> None:
    words = [f"w{number}" for number in range(1, 66)]
    (problem,) = problems_of(f"bottom_line: {' '.join(words)}\n", tmp_path)
    line = (tmp_path / problem.span.file).read_text(encoding="utf-8").split("\n")[problem.span.line - 1]
    assert line[problem.span.column - 1 : problem.span.end_column - 1] == "w61 w62 w63 w64 w65"


# Acronyms.


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("The RWA asked for a survey.", "RWA"),
        ("RWA-led talks failed.", "RWA"),
        ("The RWA’s survey came first.", "RWA"),
        ("Two RWAs asked, not one.", "RWA"),
        ("An illness, MARVID-19, was named.", "MARVID-19"),
        ("An agency of R&DX type met.", "R&DX"),
        ("The survey (RWA officials ask for it) is late.", "RWA"),
    ],
)
def test_an_acronym_that_nothing_explains_is_found(text: str, acronym: str, tmp_path: Path) -> None:
    assert _found("unexplained-acronym", _point(text), tmp_path) == [f"`{acronym}` is not explained"]


@pytest.mark.parametrize(
    "text",
    [
        "The River Water Authority (RWA) met; the RWA is new.",
        "The authority for river water (the RWA, since 2010) met, and RWA staff stayed.",
        "It is the authority (“RWA”) that met, so RWA it is.",
        "The RWA (River Water Authority) met.",
        "The River Water Authority met, and RWA staff stayed.",
        "It is the Authority of the River Basin, or ARB; the ARB met.",
        "Internally displaced persons (IDPs) came; an IDP asked for water.",
        "Displaced by the flood, internally displaced persons came; IDPs asked for water.",
        "RWA stands for a name that nobody uses.",
        "The US, the EU and UN staff met at 9 AM UTC in Washington, DC.",
        "Part II, phase IV and article XII were read.",
        "They did NOT meet. NO SUCH MEETING WAS HELD.",
        "An AK-47 and an MQ9 were shown.",
        "The paper says “the RWA”, and calls it `RWA`.",
    ],
)
def test_an_acronym_that_needs_no_explanation_is_left_alone(text: str, tmp_path: Path) -> None:
    assert _found("unexplained-acronym", _point(text), tmp_path) == []


def test_acronyms_side_by_side_in_a_list_are_not_shouting(tmp_path: Path) -> None:
    example = _point("The RWA, NWB and SWB met.")
    assert [message.split("`")[1] for message in _found("unexplained-acronym", example, tmp_path)] == [
        *("RWA", "NWB", "SWB")
    ]


def test_an_acronym_is_told_once_where_a_reader_meets_it_first(tmp_path: Path) -> None:
    """The remark on the sources is read last, though it belongs to the brief itself."""
    example = f"sourcing: The RWA is not heard.\n{_point('The RWA asked twice; the RWA is new.')}"
    (problem,) = [item for item in problems_of(example, tmp_path) if item.code == "unexplained-acronym"]
    line = (tmp_path / problem.span.file).read_text(encoding="utf-8").split("\n")[problem.span.line - 1]
    assert line[: problem.span.column - 1].strip() == "The"
    assert "asked twice" in line


@pytest.mark.parametrize(
    "record",
    [
        "stakeholders:\n  rwa:\n    name: River authority (RWA)\n    kind: organisation\n",
        "stakeholders:\n  rwa:\n    name: River authority\n    kind: organisation\n    aliases: [RWA]\n",
        "sources:\n  rwa:\n    title: A report\n    kind: report\n    publisher: RWA\n",
    ],
)
def test_the_registry_explains_an_acronym(record: str, tmp_path: Path) -> None:
    example = f"# briefs/registry/rwa.yaml\n{record}# briefs/water-sharing.yaml\n{_point('The RWA met.')}"
    assert _found("unexplained-acronym", example, tmp_path) == []


def test_a_glossary_term_explains_an_acronym_where_it_is_listed(tmp_path: Path) -> None:
    term = "# briefs/registry/rwa.yaml\nglossary:\n  rwa:\n    name: RWA\n    definition: An authority.\n"
    brief = f"# briefs/water-sharing.yaml\n{_point('The RWA met.')}"
    (problem,) = [item for item in problems_of(term + brief, tmp_path) if item.code == "unexplained-acronym"]
    assert "add `rwa` to the `terms:`" in problem.help
    assert not _found("unexplained-acronym", f"{term}{brief}terms: [rwa]\n", tmp_path)


# Listed stakeholders.

_BOARD = """
# briefs/registry/board.yaml
stakeholders:
  {record}
# briefs/water-sharing.yaml
stakeholders:
  - who: board
    role: Takes part.
    cite: daily-2021-07-22#p2
{point}
"""


def _listed(record: str, text: str) -> str:
    lines = f"board:\n    {record}"
    return _BOARD.format(record=lines, point=_point(text))


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ("name: Harbour board\n    kind: organisation", "The ministers met."),
        ("name: Omar Haddad\n    kind: person", "The ministers met Omar."),
        ("name: WHO\n    kind: organisation", "Nobody knows who asked."),
        ("name: Orchard keepers\n    kind: group", "The ministers met."),
    ],
)
def test_a_stakeholder_who_plays_no_part_is_found(record: str, text: str, tmp_path: Path) -> None:
    expected = ["`board` is listed but plays no part in this brief"]
    assert _found("silent-stakeholder", _listed(record, text), tmp_path) == expected


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ("name: Harbour board\n    kind: organisation", "The harbour board met."),
        ("name: Omar Haddad\n    kind: person", "Then Haddad asked for more."),
        ("name: River farmers\n    kind: group", "The farmers ask for more."),
        ("name: Arden\n    kind: state\n    aliases: [Ardenite]", "The Ardenite minister spoke."),
        ("name: River house\n    kind: organisation\n    aliases: [RH]", "The RH (River House) met."),
    ],
)
def test_a_stakeholder_who_is_named_in_any_way_is_left_alone(record: str, text: str, tmp_path: Path) -> None:
    assert _found("silent-stakeholder", _listed(record, text), tmp_path) == []


def test_a_whole_takes_part_through_its_parts(tmp_path: Path) -> None:
    whole = "name: Harbour board\n    kind: organisation\n  chair:\n    name: Omar Haddad\n    kind: person\n"
    example = _listed(f"{whole}    part_of: [board]", "Omar Haddad asked for more.")
    assert _found("silent-stakeholder", example, tmp_path) == []
