"""The tables, the page and the drawing that ``scripts/bench`` makes of its figures; nothing is measured here."""

from __future__ import annotations

import itertools
import json
import xml.etree.ElementTree as ElementTree

import benchpage
import figures
import pytest
from bench import QUESTIONS
from chart import Line, Scale, chart
from figures import Machine, Report, Run, Search, Step
from scale import brief, registry

SVG = "{http://www.w3.org/2000/svg}"


def run(briefs: int, ours: float, mkdocs: float, hugo: float | None) -> Run:
    """A run in which the steps took so many seconds."""
    steps = [
        Step(figures.READ, briefs, briefs / 1_000, 12),
        Step(figures.CHECK, briefs, ours / 2, 60),
        Step(figures.BUILD, briefs, ours, 69.4),
        Step(figures.AGAIN, briefs, ours / 10, 64),
        Step(figures.EDITED, briefs, ours / 5, 66),
        Step(figures.MKDOCS, briefs, mkdocs, 1_048),
        *([Step(figures.HUGO, briefs, hugo, 142)] if hugo else []),
        Step(figures.HANDOUTS, min(briefs, 200), 10, 140),
    ]
    searches = (
        Search(figures.OUR_SEARCH, 180, 101_900, 345.4, 154.1),
        Search(figures.THEIR_SEARCH, 180, *((9_000_000, 2_857, 184) if briefs < 5_000 else ())),
    )
    return Run(briefs, tuple(steps), searches)


RUNS = (run(100, 2, 2.5, 0.25), run(1_000, 12, 30, 1.5), run(10_000, 110, 600, 12))
MACHINE = Machine(
    2, 7.8, 0.25, {"Python": "3.11.7", "MkDocs": "1.6.1", "Material for MkDocs": "9.7.0", "Hugo": "0.168.0"}
)
REPORT = Report("2026-11-25", "scripts/bench 100 1000 10000 --page", MACHINE, RUNS)
PAGE = benchpage.page(REPORT)


def drawing(page: str) -> ElementTree.Element:
    """The drawing of a page, read as strictly as XML is."""
    start, end = page.index("<svg"), page.index("</svg>") + len("</svg>")
    return ElementTree.fromstring(page[start:end])


def texts(svg: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in svg.iter(f"{SVG}text")]


# -- Figures and tables --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1_234.4, "1,234"),
        (12.4, "12"),
        (9.96, "10.0"),
        (1, "1.0"),
        (0.204, "0.20"),
        (0.0421, "0.042"),
        (0, "0.000"),
    ],
)
def test_a_figure_has_the_digits_that_count(value: float, text: str) -> None:
    assert figures.shown(value) == text


def test_ratios_are_of_steps_on_the_same_briefs() -> None:
    assert figures.ratio(RUNS[1], figures.BUILD, figures.MKDOCS) == pytest.approx(0.4)
    assert figures.ratio(RUNS[1], figures.BUILD, figures.HUGO) == pytest.approx(8)
    assert figures.ratio(RUNS[1], figures.HANDOUTS, figures.MKDOCS) is None
    assert figures.ratio(run(10, 1, 2, None), figures.BUILD, figures.HUGO) is None


def test_growth_is_of_the_time_for_each_brief() -> None:
    assert figures.growth(RUNS, figures.BUILD) == pytest.approx(0.55)
    assert figures.growth(RUNS, figures.MKDOCS) == pytest.approx(2.4)
    assert figures.growth(RUNS[:1], figures.BUILD) is None


def test_a_row_has_all_figures_of_a_step() -> None:
    rows = {row[0]: row[1:] for row in figures.step_rows(RUNS[1])}
    assert rows[figures.BUILD] == ("12.00", "12.00", "0.40", "69")
    assert rows[figures.MKDOCS] == ("30.00", "30.00", "1.0", "1,048")
    assert rows["set handouts of 200 briefs"] == ("10.00", "50.00", "–", "140")


def test_a_search_that_does_not_answer_is_told_by_its_limit() -> None:
    assert list(figures.search_rows(RUNS[2])) == [
        (figures.OUR_SEARCH, "102", "345", "154"),
        (figures.THEIR_SEARCH, "–", "more than 180,000", "–"),
    ]


def test_a_page_that_breaks_down_is_told() -> None:
    broken = Run(1, (), (Search(figures.THEIR_SEARCH, 180, failed=True),))
    assert list(figures.search_rows(broken)) == [(figures.THEIR_SEARCH, "–", "page failed", "–")]


def test_tables_have_a_cell_for_each_head() -> None:
    for head, rows in ((figures.STEP_HEAD, figures.step_rows), (figures.SEARCH_HEAD, figures.search_rows)):
        lines = figures.markdown_table(head, rows(RUNS[1])).splitlines()
        assert {line.count("|") for line in lines} == {len(head) + 1}
        assert len({len(line) for line in figures.plain_table(head, rows(RUNS[1])).splitlines()}) == 1


def test_the_json_holds_every_figure() -> None:
    found = json.loads(figures.as_json(REPORT))
    assert found["machine"]["versions"]["Hugo"] == "0.168.0"
    assert [one["briefs"] for one in found["runs"]] == [100, 1_000, 10_000]
    step = {"name": figures.BUILD, "briefs": 1_000, "seconds": 12.0, "megabytes": 69.4}
    assert step in found["runs"][1]["steps"]
    assert found["runs"][2]["searches"][1]["first"] is None


# -- The page --------------------------------------------------------------------------------------------


def test_the_page_says_how_it_was_measured() -> None:
    for words in (
        REPORT.date,
        f"`{REPORT.command}`",
        "The ratios are the result",
        "| cores | 2 |",
        "| memory | 7.8 GiB |",
        "| load in the minute before | 0.25 |",
    ):
        assert words in PAGE
    for name, version in MACHINE.versions.items():
        assert f"| {name} | {version} |" in PAGE


def test_the_page_has_a_section_for_each_corpus_in_order() -> None:
    places = [PAGE.index(f"\n## {count} briefs\n") for count in ("100", "1,000", "10,000")]
    assert places == sorted(places)


def test_the_page_says_where_it_is_slower_and_where_faster() -> None:
    assert (
        "A clean build of 10,000 briefs takes Backgrounder 0.18 times as long as MkDocs with Material, "
        "so Backgrounder is the faster; and 9.2 times as long as Hugo, so Hugo is the faster."
    ) in PAGE


def test_the_page_compares_the_largest_corpus_with_the_smallest() -> None:
    assert f"| {figures.BUILD} | 20.00 | 11.00 | 0.55 |" in PAGE
    assert f"| {figures.MKDOCS} | 25.00 | 60.00 | 2.4 |" in PAGE


def test_a_page_of_one_corpus_without_hugo_leaves_out_what_it_has_not() -> None:
    page = benchpage.page(Report("2026-11-25", "scripts/bench", MACHINE, (run(1_000, 12, 30, None),)))
    assert "How the time grows" not in page
    assert "as long as Hugo" not in page
    assert "Hugo" not in texts(drawing(page))


# -- The drawing -----------------------------------------------------------------------------------------


def test_the_drawing_tells_a_listener_what_it_shows() -> None:
    svg = drawing(PAGE)
    assert svg.get("role") == "img"
    by_id = {element.get("id"): element.text for element in svg if element.get("id")}
    title, description = (by_id[name] for name in svg.get("aria-labelledby", "").split())
    assert title == "Seconds for a clean build, by number of briefs"
    assert "MkDocs with Material: 2.50 seconds for 100 briefs, 30.00 seconds for 1,000 briefs" in description


def test_the_drawing_names_each_line_and_each_corpus() -> None:
    told = texts(drawing(PAGE))
    for words in ("Backgrounder", "MkDocs with", "Material", "Hugo", "10,000", "0.1", "seconds"):
        assert told.count(words) == 1, words


def test_the_drawing_has_no_colour_of_its_own_and_runs_nothing() -> None:
    svg = drawing(PAGE)
    colours = {element.get(name) for element in svg.iter() for name in ("fill", "stroke")}
    assert colours == {None, "none", "currentColor"}
    assert not any(element.tag == f"{SVG}script" or element.get("style") for element in svg.iter())
    dashes = [element.get("stroke-dasharray") for element in svg.iter() if element.get("stroke-width")]
    assert len(set(dashes)) == 3


def test_names_of_lines_do_not_stand_on_each_other() -> None:
    svg = ElementTree.fromstring(
        chart("Alike", tuple(Line(name, ((10, 1.0),)) for name in ("One", "Two", "Three")))
    )
    rows = sorted(
        float(text.get("y", "")) for text in svg.iter(f"{SVG}text") if text.text in ("One", "Two", "Three")
    )
    assert all(below - above >= 14 for above, below in itertools.pairwise(rows))


def test_names_are_escaped() -> None:
    svg = ElementTree.fromstring(chart("Rock & <roll>", (Line("A & B", ((10, 1.0), (20, 3.0))),)))
    assert svg[0].text == "Rock & <roll>"
    assert "A & B" in texts(svg)


def test_equal_factors_take_equal_steps() -> None:
    scale = Scale(1, 100, 0, 200)
    assert [scale.place(value) for value in (1, 10, 100)] == pytest.approx([0, 100, 200])
    assert Scale(5, 5, 0, 200).place(5) == 100


# -- What is asked -----------------------------------------------------------------------------------------


def test_the_corpus_has_what_the_searches_ask_for() -> None:
    """Else they would wait for an answer in vain."""
    common, two, name = QUESTIONS
    text = brief(0, 12, 1)
    assert all(word in text for word in (common, *two.split()))
    assert f"name: {name}\n" in "".join(registry(12, 1).values())
