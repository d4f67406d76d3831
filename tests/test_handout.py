"""The handout: its data, its timeline, and the PDF as readers and their machines get it."""

from __future__ import annotations

import contextlib
import functools
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import time
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from browsing import wait_until
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from backgrounder import pipeline
from backgrounder.link import Linked, link
from backgrounder.model.brief import (
    Brief,
    Event,
    Involvement,
    Judgement,
    Paper,
    Position,
    Question,
    Quotation,
    Statement,
    StatementGroup,
)
from backgrounder.model.choices import (
    BriefStatus,
    Confidence,
    Handling,
    HandoutPages,
    QuestionStatus,
    SourceKind,
    StakeholderKind,
)
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import Corpus
from backgrounder.model.dates import parse_day, parse_edtf
from backgrounder.model.likelihood import Likelihood
from backgrounder.model.registry import NativeName, Registry, Source, Stakeholder, Term, Topic
from backgrounder.render.paper import TEMPLATES, Job, render_handouts
from backgrounder.render.paper.axis import draw
from backgrounder.render.paper.fit import counted, cuts, without
from backgrounder.render.paper.numbering import ranges
from backgrounder.settings import Settings
from backgrounder.typeset import Typeset, typeset
from backgrounder.typeset.press import Press, PressError, TooLongError, page_count

ROOT = Path(__file__).resolve().parent.parent
ARABIC = "مصطفى الكاظمي"
SORANI = "هەرێمی کوردستان"
HOSTILE = 'a #eval("1") $x$ @preview/foo:0.1.0 \\\\ " #include "/etc/passwd" <script>alert(1)</script> ~ -- #'
AS_OF = parse_day("2021-07-23")
FULL = Paper(pages=HandoutPages.FULL)
ONE = Paper(pages=HandoutPages.ONE)

SETTINGS = Settings(
    project=ROOT,
    briefs=ROOT / "briefs",
    site=ROOT / "site",
    site_name="Briefing Desk",
    site_url="https://desk.example.org/",
    today=parse_day("2021-07-24"),
)

REGISTRY = Registry(
    stakeholders={
        "kadhimi": Stakeholder(
            name="Mustafa al-Kadhimi",
            kind=StakeholderKind.PERSON,
            names=(NativeName(text=ARABIC, lang="ar"),),
        ),
        "region": Stakeholder(
            name="Kurdistan Region",
            kind=StakeholderKind.ORGANISATION,
            names=(NativeName(text=SORANI, lang="ckb"),),
        ),
    },
    sources={
        "rudaw": Source(
            title="Iraq needs assistance", kind=SourceKind.ARTICLE, publisher="Rudaw", paragraphs=9
        ),
        "second": Source(
            title="بيان مشترك",
            kind=SourceKind.STATEMENT,
            publisher="Foreign Ministry",
            language="ar",
            published=parse_edtf("2021-07"),
            url="https://example.org/statement",
        ),
    },
    topics={"us-iraq": Topic(name="United States and Iraq")},
    glossary={
        "isis": Term(name="ISIS", definition="An armed group.", names=(NativeName(text="داعش", lang="ar"),))
    },
)


def cite(source: str, *paragraphs: int) -> tuple[Citation, ...]:
    return tuple(Citation(source, paragraph) for paragraph in paragraphs or (0,))


def event(date: str, text: str = "Something happens.", **more: Any) -> Event:
    return Event(date=parse_edtf(date), text=text, **more)


def brief(slug: str = "talks", **fields: Any) -> Brief:
    """The smallest brief, with ``fields`` in place of its own."""
    usual = {
        "title": "Talks in Washington",
        "status": BriefStatus.PUBLISHED,
        "as_of": AS_OF,
        "bottom_line": "Iraq wants continued help, and a timeline is due.",
    }
    return Brief(slug=slug, **{**usual, **fields})


def full_brief(slug: str = "full", **fields: Any) -> Brief:
    """A brief with every part."""
    statement = Statement(
        text="Iraq still needs *international* help, [it says](https://example.org/a?b=1&c=2).",
        cite=cite("rudaw", 1, 2, 3),
        quote=Quotation(words="to defeat ISIS", by="kadhimi"),
        note="The year is the desk's reading.",
    )
    parts = {
        "review_by": parse_day("2021-07-22"),
        "topics": ("us-iraq",),
        "terms": ("isis",),
        "key_points": (statement, Statement(text=f"The region ({SORANI}) agrees.", cite=cite("second"))),
        "background": (statement, StatementGroup(heading="The talks", statements=(statement,))),
        "stakeholders": (
            Involvement(
                who="kadhimi",
                role="Prime minister.",
                position="A timeline.",
                interest="An election.",
                cite=cite("rudaw", 4) + cite("second"),
            ),
            Involvement(who="region", role="Hosts troops."),
        ),
        "timeline": (
            event("2020", cite=cite("rudaw", 5)),
            event("2021-07-19?", note="A note."),
            event("2021-07-23"),
            event("2021-07-26/..", planned=True, actors=("kadhimi",)),
        ),
        "questions": (
            Question(
                id="timeline",
                ask="When will they leave?",
                status=QuestionStatus.OPEN,
                why="It decides.\n\n- one\n- two",
                known=(statement,),
                unknown="The dates.",
                resolves_when="A date is published.",
                expected=parse_edtf("2021-07-20"),
                watch=("A statement.", "A vote."),
                positions=(Position(who="kadhimi", text="Soon.", cite=cite("rudaw", 6)),),
            ),
            Question(
                id="done",
                ask="Was it held?",
                status=QuestionStatus.ANSWERED,
                why="It opens the way.",
                answer=Statement(text="Yes.", cite=cite("rudaw", 7)),
            ),
        ),
        "judgements": (
            Judgement(
                text="Some will stay.",
                likelihood=Likelihood.ROUGHLY_EVEN_CHANCE,
                confidence=Confidence.LOW,
                because="One report.",
            ),
        ),
        "sourcing": "One report and one statement.",
    }
    return brief(slug, **{**parts, **fields})


def linked(*briefs: Brief, registry: Registry = REGISTRY) -> Linked:
    return link(Corpus(briefs=briefs, registry=registry, brief_files={}, registry_files={}), with_drafts=True)


def handout(of: Brief, settings: Settings = SETTINGS) -> Job:
    (only,) = render_handouts(linked(of), settings)
    return only


def data(of: Brief, settings: Settings = SETTINGS) -> dict[str, Any]:
    return json.loads(handout(of, settings).data)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("handouts")


@pytest.fixture
def pdf(cache: Path):
    """Sets a brief and gives the file."""

    def setter(of: Brief, settings: Settings = SETTINGS) -> Path:
        one = handout(of, settings)
        return typeset([one], cache).files[one.path]

    return setter


def run(tool: str, *arguments: str | Path) -> str:
    """The output of a tool, which must succeed. Without the tool the test is skipped, or fails in CI."""
    if not shutil.which(tool):
        missing = f"{tool} is not installed (Debian: poppler-utils, qpdf)"
        if os.environ.get("BACKGROUNDER_NO_SKIP") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not set(done.stderr.splitlines()) - _FALSE_ALARMS
    return done.stdout


_FALSE_ALARMS = {
    "Syntax Error: Suspects object is wrong type (boolean)",
    "Syntax Warning: Attribute BorderColor value is of wrong type (array)",
}
"""Poppler 22 says so of a value that is false, as PDF/UA-1 demands (ISO 14289-1, 7.1), and of the three numbers of a
colour (ISO 32000-1, table 344)."""


def text_of(file: Path) -> str:
    """The words of a PDF, line breaks and spaces made even, presentation forms made letters."""
    text = unicodedata.normalize("NFKC", run("pdftotext", file, "-"))
    return " ".join(re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text).split())


class Word(NamedTuple):
    left: float
    top: float
    bottom: float
    text: str


def words_on_first_page(file: Path) -> list[Word]:
    """The words with their places in points, each in its own reading direction."""
    found = re.findall(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*)</word>',
        run("pdftotext", "-l", "1", "-bbox", file, "-"),
    )
    return [
        Word(float(left), float(top), float(bottom), re.sub("[\u200e\u200f\u202a-\u202e]", "", text))
        for left, top, bottom, text in found
    ]


def rows_of(file: Path) -> list[str]:
    """The first page as it looks: each row's words from left to right, those in the rail included."""
    rows: list[list[Word]] = []
    for word in sorted(words_on_first_page(file), key=lambda word: word.top + word.bottom):
        if rows and abs(word.top + word.bottom - rows[-1][0].top - rows[-1][0].bottom) < 10:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [" ".join(word.text for word in sorted(row)) for row in rows]


# -- The data --


def test_path_and_order_of_handouts() -> None:
    made = render_handouts(linked(brief("alpha"), brief("beta")), SETTINGS)
    assert [one.path for one in made] == ["briefs/alpha/alpha.pdf", "briefs/beta/beta.pdf"]


def test_data_is_canonical() -> None:
    """Keys sorted, so equal content gives equal bytes, in whatever order the registry was written."""
    one = handout(full_brief())
    other_way = Registry(
        **{
            shelf: dict(reversed(getattr(REGISTRY, shelf).items()))
            for shelf in ("stakeholders", "sources", "topics", "glossary")
        }
    )
    (again,) = render_handouts(linked(full_brief(), registry=other_way), SETTINGS)
    assert one.data == again.data
    content = json.loads(one.data)
    assert one.data == json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def test_events_come_in_order_of_time() -> None:
    dates = ["2021-07-26", "2020", "2021-07-19", "1990"]
    shown = data(brief(timeline=tuple(event(date) for date in dates)))["events"]
    assert [entry["date"] for entry in shown] == ["1990", "2020", "19 July 2021", "26 July 2021"]
    assert [entry["number"] for entry in shown] == [1, 2, 3, 4]


def test_sources_are_numbered_as_first_cited() -> None:
    shown = data(full_brief())
    assert [(source["number"], source["publisher"]) for source in shown["sources"]] == [
        (1, "Rudaw"),
        (2, "Foreign Ministry"),
    ]
    assert shown["key_points"][0]["cite"] == [{"source": 1, "paragraphs": "1–3", "first": 1}]
    assert shown["sources"][0]["paragraphs"] == "1–7"


def test_a_single_source_is_said() -> None:
    one = data(brief(key_points=(Statement(text="So.", cite=cite("rudaw", 1)), Statement(text="And so."))))
    assert one["sourcing_counts"] == "2 statements, 1 with a citation; 1 source. Rests on a single source."
    assert "single" not in data(full_brief())["sourcing_counts"]


def test_what_is_due_is_marked() -> None:
    shown = data(full_brief())
    assert shown["due_for_review"]
    assert [question["overdue"] for question in shown["questions"]] == [True, False]
    earlier = msgspec.structs.replace(SETTINGS, today=parse_day("2021-07-20"))
    assert not data(full_brief(), earlier)["due_for_review"]
    assert not data(full_brief(), earlier)["questions"][0]["overdue"]


def test_the_day_alone_changes_nothing() -> None:
    """A handout is set again when something falls due, not every day."""
    later = msgspec.structs.replace(SETTINGS, today=parse_day("2021-07-25"))
    assert handout(full_brief()).data == handout(full_brief(), later).data


def test_without_an_address_there_is_no_code() -> None:
    nowhere = data(brief(), msgspec.structs.replace(SETTINGS, site_url=""))
    assert not nowhere["url"] and not nowhere["short_url"] and not nowhere["edition_url"]
    assert data(brief())["short_url"] == "desk.example.org/briefs/talks"


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [([], ""), ([3], "3"), ([2, 1], "1, 2"), ([1, 2, 3], "1–3"), ([9, 1, 3, 2, 7, 8], "1–3, 7–9")],
)
def test_ranges(numbers: list[int], shown: str) -> None:
    assert ranges(numbers) == shown


# -- The timeline --

DATES = st.sampled_from(
    [
        "2021-07-23",
        "2021-07-24",
        "2021-07",
        "2020",
        "201X",
        "1990-05~",
        "2021-07-26/..",
        "../2019",
        "2021-21",
        "2003/2011",
        "-0500",
        "Y17000000",
        "0001-01-01",
        "9999-12-31",
        "2021-07-26/",
        "1921-08-23?",
    ]
)


def test_no_events_no_timeline() -> None:
    assert draw((), AS_OF) is None


@given(st.lists(DATES, min_size=1, max_size=30))
@hypothesis_settings(deadline=None, max_examples=200)
def test_nothing_on_the_timeline_overlaps(dates: list[str]) -> None:
    events = sorted((event(date) for date in dates), key=lambda one: one.date.sort_key)
    axis = draw(events, AS_OF)
    assert axis is not None
    for one, other in itertools.pairwise(axis.flags):
        assert other.at - one.at >= (len(one.label) + len(other.label)) / 2 * 0.0125
    for one, other in itertools.pairwise(sorted(axis.ticks, key=lambda tick: tick.at)):
        assert other.at - one.at > (len(one.label) + len(other.label)) / 2 * 0.0099
    for span in axis.spans:
        assert 0 <= span.start <= span.end <= 1
    assert all(0 <= place <= 1 for place in [*axis.gaps, axis.as_of])
    assert sum(len(flag.marks) for flag in axis.flags) == len(dates)


def test_the_timeline_is_to_scale() -> None:
    axis = draw([event("2021-07-01"), event("2021-07-11"), event("2021-07-31")], AS_OF)
    first, second, third = (span.start for span in axis.spans)
    assert (third - second) == pytest.approx(2 * (second - first), rel=1e-3)
    assert not axis.gaps


def test_a_gap_is_cut_only_where_it_crowds_the_rest() -> None:
    axis = draw([event("1990-08-02"), event("2021-07-19"), event("2021-07-26")], AS_OF)
    assert len(axis.gaps) == 1
    assert "with long stretches cut short" in axis.description


def test_a_cut_may_lie_inside_an_event() -> None:
    """The template then cuts the event's bar as well: a year is not nothing."""
    axis = draw([event("2020"), event("2021-07-19"), event("2021-07-26")], AS_OF)
    year, *days = axis.spans
    assert [year.start < gap < year.end for gap in axis.gaps] == [True, False]
    assert year.lane == 1 and not any(day.lane for day in days)
    assert next(tick.label for tick in axis.ticks) == "2020"


def test_numbers_that_would_touch_share_a_flag() -> None:
    days = ["2021-07-01", "2021-07-01", "2021-07-02", "2021-07-23", "2021-07-31", "2021-07-31", "2021-07-31"]
    axis = draw([event(day) for day in days], AS_OF)
    assert [flag.label for flag in axis.flags] == ["1, 2", "3", "4", "5–7"]
    assert [len(flag.marks) for flag in axis.flags] == [2, 1, 1, 3]


def test_a_label_as_wide_as_the_line_takes_all() -> None:
    """Every other event runs to the same end, so that the numbers at either end make no runs."""
    events = [event(f"{1000 + day // 2}" + ("/9999" if day % 2 else "")) for day in range(400)]
    (flag,) = draw(sorted(events, key=lambda one: one.date.sort_key), AS_OF).flags
    assert flag.label == "1–400" and len(flag.marks) == 400


def test_an_open_end_runs_on() -> None:
    (span,) = draw([event("2021-07-26/..")], AS_OF).spans
    assert span.runs_on and span.end == 1


# -- The PDF --


def test_same_input_same_bytes(tmp_path: Path) -> None:
    made = [handout(full_brief())]
    one = typeset(made, tmp_path / "one")
    other = typeset(made, tmp_path / "other")
    assert [file.read_bytes() for file in one.files.values()] == [
        file.read_bytes() for file in other.files.values()
    ]


def test_a_second_run_sets_none(tmp_path: Path) -> None:
    made = render_handouts(linked(brief("alpha"), full_brief("beta")), SETTINGS)
    first = typeset(made, tmp_path)
    written = {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    assert typeset(made, tmp_path) == first
    assert {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == written


def test_only_what_changed_is_set(tmp_path: Path) -> None:
    typeset(render_handouts(linked(brief("alpha"), brief("beta")), SETTINGS), tmp_path)
    edited = render_handouts(linked(brief("alpha"), brief("beta", title="Another title")), SETTINGS)
    seen: list[tuple[int, int]] = []
    typeset(edited, tmp_path, lambda done, total: seen.append((done, total)))
    assert seen == [(2, 2)]


def test_progress_counts_every_handout(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    made = render_handouts(linked(brief("alpha"), brief("beta")), SETTINGS)
    typeset(made, tmp_path, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


def test_failure_names_the_brief_and_leaves_no_file(tmp_path: Path) -> None:
    """Text for which no font has letters is refused rather than printed as boxes."""
    done = typeset([handout(brief("odd", title="A dragon: 🐉"))], tmp_path)
    (failure,) = done.failures
    assert failure.name == "odd" and "🐉" in failure.reason and not failure.pages
    assert not done.files and list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_others_alone(tmp_path: Path) -> None:
    odd = [brief(f"odd-{number}", title="A dragon: 🐉") for number in range(3)]
    made = render_handouts(linked(brief("alpha"), *odd, brief("beta")), SETTINGS)
    done = typeset(made, tmp_path)
    assert [failure.name for failure in done.failures] == ["odd-0", "odd-1", "odd-2"]
    assert list(done.files) == ["briefs/alpha/alpha.pdf", "briefs/beta/beta.pdf"]
    assert all(file.is_file() for file in done.files.values())


def test_a_damaged_handout_is_our_error(tmp_path: Path) -> None:
    broken = Job("odd", "briefs/odd/odd.pdf", "handout.typ", b"{}", "2021-07-23")
    (failure,) = typeset([broken], tmp_path).failures
    assert failure.name == "odd"


@pytest.mark.parametrize("of", [brief(), full_brief()], ids=["smallest", "full"])
def test_a_valid_pdf(of: Brief, pdf) -> None:
    file = pdf(of)
    run("qpdf", "--check", file)
    facts = dict(re.findall(r"^([\w ]+):\s+(.*)$", run("pdfinfo", file), re.MULTILINE))
    assert facts["Title"] == of.title
    assert facts["Tagged"] == "yes"
    assert "(A4)" in facts["Page size"]
    assert facts["CreationDate"].startswith("Fri Jul 23 00:00:00 2021")
    metadata = run("pdfinfo", "-meta", file)
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert b"/Lang(en)" in file.read_bytes()


def test_tables_have_header_cells_and_drawings_their_words(pdf) -> None:
    file = pdf(full_brief())
    structure = run("pdfinfo", "-struct-text", file)
    assert structure.count("Table (block)") == structure.count("THead") == 2
    assert structure.count("/Scope /Column") == 6
    assert structure.count("Figure") == 2
    objects = run("qpdf", "--json", file)
    assert "Timeline of 4 events, 1 of them planned" in objects
    assert "QR code that leads to https://desk.example.org/briefs/full/" in objects


def test_words_can_be_read_out_of_it(pdf) -> None:
    text = text_of(pdf(full_brief()))
    for expected in (
        "Iraq wants continued help, and a timeline is due.",
        "due for review",
        "United States and Iraq",
        "“to defeat ISIS”",
        "Desk note: The year is the desk's reading.",
        "Roughly even chance 45–55 %",
        "Confidence: low",
        "Answer. Yes.",
        "26 July 2021 or later",
        "Page 1 of",
        "desk.example.org/briefs/full",
        "As of 23 July 2021",
    ):
        assert expected.lower() in text.lower()


@pytest.mark.parametrize("words", [ARABIC, SORANI, "داعش", "بيان مشترك"])
def test_arabic_script_survives(words: str, pdf) -> None:
    assert words in text_of(pdf(full_brief()))


def test_languages_are_marked(pdf, tmp_path: Path) -> None:
    file = pdf(full_brief())
    plain = tmp_path / "plain.pdf"
    run("qpdf", "--qdf", "--object-streams=disable", file, plain)
    assert set(re.findall(rb"/Span<</MCID [0-9]+/Lang\((\w+)\)", plain.read_bytes())) >= {b"ckb", b"ar"}


def test_hostile_text_is_text(pdf) -> None:
    text = text_of(
        pdf(
            brief(
                title=HOSTILE,
                bottom_line=HOSTILE + " `#code` \\*",
                key_points=(Statement(text=HOSTILE, note=HOSTILE),),
                timeline=(event("2021", HOSTILE),),
                sourcing=HOSTILE,
            )
        )
    )
    unspaced = "".join(text.split())  # long pieces are broken at the ends of lines
    after_markdown = "".join(HOSTILE.replace("\\\\", "\\").split())
    assert unspaced.count(after_markdown) == 5
    assert "".join(HOSTILE.split()) in unspaced  # the title is no Markdown
    assert "#code *" in text


def test_marks_that_arabic_script_needs_are_no_missing_letters(pdf) -> None:
    pdf(
        brief(title="می\u200cخواهم \u200f\u200e\u061c نه\u200dـ", bottom_line="x\u00a0y\u202fz\u2060 “–—…‘’”")
    )


def test_a_long_word_stays_on_the_page(pdf) -> None:
    word = "Donau" + "dampfschifffahrt" * 15
    of = brief(
        title=word[:250],
        handout=FULL,
        key_points=(Statement(text=word),),
        stakeholders=(Involvement(who="kadhimi", role=word),),
        timeline=(event("2021", word),),
    )
    boxes = re.findall(
        r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"', run("pdftotext", "-bbox", pdf(of), "-")
    )
    assert max(float(right) for _, right in boxes) < 595 - 45
    assert word in "".join(text_of(pdf(of)).split())


def test_parts_longer_than_a_page_go_on_to_the_next(pdf) -> None:
    """Rows and boxes are kept whole only where that cannot push their end off the paper."""
    words = " ".join(f"w{number}" for number in range(330))
    involvement = Involvement(who="kadhimi", role=words, position=words, interest=words)
    estimate = Judgement(text=words, likelihood=Likelihood.LIKELY, confidence=Confidence.HIGH, because=words)
    of = brief(
        stakeholders=(involvement, involvement),
        timeline=(event("2021", words, note=words),),
        judgements=(estimate, estimate),
        handout=FULL,
    )
    boxes = re.findall(r'yMax="([\d.]+)">(\w+)</word>', run("pdftotext", "-bbox", pdf(of), "-"))
    assert sum(word == "w329" for _, word in boxes) == 12
    assert max(float(bottom) for bottom, word in boxes if word.startswith("w")) < 842 - 40


def test_a_right_to_left_brief(pdf) -> None:
    of = full_brief(
        "arabic", title="محادثات في واشنطن", language="ar", bottom_line="العراق يريد دعما مستمرا."
    )
    file = pdf(of)
    assert b"/Lang(ar)" in file.read_bytes()
    assert "العراق يريد دعما مستمرا" in text_of(file)


def test_a_right_to_left_brief_is_not_jumbled(pdf) -> None:
    """English labels, dates, marks and names stand among Arabic words without turning each other round."""
    statement = Statement(
        text="يتركز عمل الجنود على التدريب، بحسب Rudaw.", cite=cite("rudaw", 4, 6), note="لا يذكر المصدر ذلك."
    )
    of = brief(
        "arabic",
        title="محادثات في واشنطن",
        language="ar",
        bottom_line="العراق يريد دعما مستمرا.",
        key_points=(statement, Statement(text="انفجار في السوق.", cite=cite("rudaw", 2) + cite("second"))),
        stakeholders=(Involvement(who="kadhimi", role="يزور واشنطن."),),
        judgements=(
            Judgement(
                text="يبقى الجنود.",
                likelihood=Likelihood.LIKELY,
                confidence=Confidence.LOW,
                because="تقرير واحد.",
            ),
        ),
        terms=("isis",),
        sourcing="تقرير واحد.",
    )
    rows = rows_of(pdf(of))
    for begins in (
        "Iraq needs assistance. Rudaw. Cited: ¶2, 4, 6. 1 ",
        ". July 2021 , Foreign Ministry ",
        "An armed group. ",
        "2 1¶2 ",
    ):
        assert any(row.startswith(begins) for row in rows), rows
    for holds in ("Desk note: 1¶4,6 . Rudaw ", "Mustafa al-Kadhimi", "Likely 55–80 %"):
        assert any(holds in row for row in rows), rows


@pytest.mark.parametrize("count", [0, 1, 3, 12, 30])
def test_any_number_of_events(count: int, pdf) -> None:
    events = tuple(event(f"2021-{1 + day // 5:02}-{1 + day % 5:02}", f"Event {day}.") for day in range(count))
    text = text_of(pdf(brief(timeline=events, handout=FULL)))
    assert all(f"Event {day}." in text for day in range(count))


def test_the_mark_of_a_gap_cuts_the_bar_across_it(pdf, tmp_path: Path) -> None:
    file = pdf(brief(timeline=(event("2020"), event("2021-07-19"), event("2021-07-26"))))
    tick = next(word for word in words_on_first_page(file) if word.text == "2020")
    run("pdftoppm", "-r", "144", "-gray", "-singlefile", file, tmp_path / "page")
    image = (tmp_path / "page.pgm").read_bytes()
    header = re.match(rb"P5\s+(\d+)\s+\d+\s+255\s", image)
    assert header is not None
    width, mm = int(header[1]), 144 / 25.4
    down = round(2 * tick.top - 4.8 * mm)  # the middle of the bar, above the line and its label
    row = image[header.end() + down * width :][:width]
    dark = "".join(".#"[pixel < 128] for pixel in row[round(54 * mm) : round(72 * mm)])
    assert re.fullmatch(r"\.+#{15,}\.{3,8}#{15,}\.+", dark), dark


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "9999-12-31"])
def test_any_day(day: str, pdf) -> None:
    assert pdf(brief(as_of=parse_day(day), review_by=parse_day(day))).stat().st_size


@pytest.mark.parametrize("site_url", ["", "https://desk.example.org/" + "a" * 1500 + "/"])
def test_any_address(site_url: str, pdf) -> None:
    run("qpdf", "--check", pdf(brief(), msgspec.structs.replace(SETTINGS, site_url=site_url)))


def test_status_is_shown(pdf) -> None:
    assert "archived" in text_of(pdf(brief(status=BriefStatus.ARCHIVED))).lower()
    assert "draft" in text_of(pdf(brief(status=BriefStatus.DRAFT))).lower()


def test_nothing_hangs_into_the_foot_of_a_page(pdf) -> None:
    """What stands beside a short section at the end keeps clear of the line with the day and the page."""
    for number in range(15, 22):
        file = pdf(full_brief(background=crowded().background[:1] * number, handout=FULL))
        last = str(page_count(file.read_bytes()))
        text = run("pdftotext", "-f", last, "-l", last, "-bbox", file, "-")
        bottoms = re.findall(r'xMin="([\d.]+)" .* yMax="([\d.]+)">', text)
        rail = [float(bottom) for left, bottom in bottoms if float(left) < 150 and float(bottom) < 800]
        assert rail and max(rail) <= 842 - 18 / 25.4 * 72 + 1, number


@pytest.mark.parametrize("handling", list(Handling))
def test_a_handling_marking_stands_at_the_top_and_foot_of_each_page(handling: Handling, pdf) -> None:
    """As the Traffic Light Protocol asks: in the words of the label, on the right, on every page."""
    file = pdf(full_brief(handling=handling, background=crowded().background))
    pages = page_count(file.read_bytes())
    assert pages == 2
    for number in range(1, pages + 1):
        found = re.findall(
            r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(TLP:[A-Z+]+)</word>',
            run("pdftotext", "-f", number, "-l", number, "-bbox", file, "-"),
        )
        marks = [word for word in found if float(word[2]) > 520 and float(word[3]) - float(word[1]) >= 12]
        assert {word[4] for word in found} == {handling.label}
        assert sorted(float(word[1]) > 421 for word in marks) == [False, True]


def test_without_a_marking_there_is_none(pdf) -> None:
    assert "TLP" not in text_of(pdf(full_brief()))


# -- The briefs of this repository --


@functools.cache
def own_handouts() -> tuple[Job, ...]:
    checked = pipeline.check(SETTINGS)
    assert not checked.has_errors, checked.diagnostics
    return render_handouts(link(checked.corpus), SETTINGS)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Typeset:
    return typeset(own_handouts(), tmp_path_factory.mktemp("own"))


def test_own_briefs_take_two_pages(own: Typeset) -> None:
    pages = {path: page_count(file.read_bytes()) for path, file in own.files.items()}
    assert pages
    assert {path: count for path, count in pages.items() if count != 2} == {}


def test_own_briefs_lead_with_their_bottom_line(own: Typeset) -> None:
    for one in own_handouts():
        nodes = json.loads(one.data)["bottom_line"]
        words = " ".join("".join(node["text"] for node in nodes if "text" in node).split())
        assert words in text_of(own.files[one.path])


# -- What fits on the paper --


def crowded(**fields: Any) -> Brief:
    """A brief with much more of everything than two pages hold."""
    words = "Some thirty words, or so, about one thing and another that was said. " * 3

    def statements(kind: str, number: int) -> tuple[Statement, ...]:
        return tuple(Statement(text=f"{kind}{index} {words}") for index in range(number))

    return full_brief(
        "crowded",
        **{
            "key_points": statements("Key", 4),
            "background": statements("Ground", 20),
            "timeline": (
                *(event(str(1980 + year), f"Past{year} {words}") for year in range(20)),
                event("2021-08", f"Coming {words}", planned=True),
            ),
            "stakeholders": tuple(Involvement(who="kadhimi", role=f"Role{n} {words}") for n in range(10)),
            "judgements": tuple(
                Judgement(
                    text=f"Estimate{number} {words}",
                    likelihood=Likelihood.LIKELY,
                    confidence=Confidence.LOW,
                    because=f"Because{number} {words}",
                )
                for number in range(2)
            ),
            **fields,
        },
    )


@pytest.mark.parametrize(("paper", "pages"), [(None, 2), (Paper(), 2), (ONE, 1)], ids=["usual", "two", "one"])
def test_a_handout_takes_the_pages_it_was_promised(paper: Paper | None, pages: int, pdf) -> None:
    """However much there is to say; the bottom line, key points and judgements are all there."""
    file = pdf(crowded(handout=paper, key_points=crowded().key_points[: 2 * pages]))
    assert page_count(file.read_bytes()) == pages
    text = text_of(file)
    assert "a timeline is due" in text
    wanted = [f"Key{number}" for number in range(2 * pages)]
    wanted += ["Estimate0", "Estimate1", "Because0", "Because1"]
    assert [word for word in wanted if word not in text] == []
    run("qpdf", "--check", file)


def test_what_is_left_out_is_counted_on_the_paper(pdf) -> None:
    """Shown and left out make the whole, the oldest events go first, and what is to come stays longest."""
    text = text_of(pdf(crowded()))
    shown = [number for number in range(20) if re.search(rf"Past{number}\b", text)]
    left_out = 20 - len(shown)
    assert left_out > 0 and shown == list(range(left_out, 20))
    said = re.search(r"(\d+) (?:more )?events? online|Online only: .*?(\d+) events?", text)
    assert said and int(said[1] or said[2]) == left_out
    assert "Coming" in text
    assert re.search(r"\d+ (more )?background statements", text)


def test_with_full_nothing_is_left_out(pdf) -> None:
    file = pdf(crowded(handout=FULL))
    text = text_of(file)
    assert page_count(file.read_bytes()) > 2
    assert all(f"Ground{number}" in text for number in range(20)) and "online" not in text.lower()


def test_what_must_not_be_left_out_and_does_not_fit_is_an_error(tmp_path: Path) -> None:
    """It says how many pages it takes; tests/cases/handouts has what an author is told."""
    points = tuple(Statement(text=f"{number} " + "word " * (100 + number)) for number in range(12))
    (failure,) = typeset([handout(brief("long", key_points=points, handout=ONE))], tmp_path).failures
    assert (failure.name, failure.pages) == ("long", 2)
    assert list(tmp_path.iterdir()) == []


def test_no_more_is_left_out_than_must_be() -> None:
    """With one thing less left out, it would not fit."""
    made = handout(crowded())
    with contextlib.closing(Press()) as press:
        chosen = press.set(made)
        numbers = [number for number in range(made.cuts + 1) if _is_set_from(made, number, chosen, press)]
        assert len(numbers) == 1
        assert page_count(press._answer(made, made.reduced(numbers[0] - 1), "0.92")) > 2


def _is_set_from(made: Job, number: int, pdf: bytes, press: Press) -> bool:
    return press._answer(made, made.reduced(number), "0.92") == pdf


def test_cuts_leave_a_brief_that_says_less_and_nothing_else() -> None:
    """Each cut takes one thing, in the fixed order, until only what is never left out remains."""
    of = crowded()
    order = cuts(of)
    assert len(order) == len(set(order))
    assert [(part, len(list(same))) for part, same in itertools.groupby(cut.part for cut in order)] == [
        ("terms", 1),
        ("background", 16),
        ("watch", 1),
        ("positions", 1),
        ("timeline", 16),
        ("stakeholders", 6),
        ("background", 4),
        ("known", 1),
        ("timeline", 4),
        ("stakeholders", 4),
        ("timeline", 1),
        ("questions", 2),
    ]
    assert without(of, ()) == of
    bare = without(of, order)
    assert (bare.terms, bare.background, bare.timeline, bare.questions, bare.stakeholders) == ((),) * 5
    assert (bare.key_points, bare.judgements, bare.title) == (of.key_points, of.judgements, of.title)
    assert counted(order) == (1, 20, 21, 2, 10, 0)


# -- How long it takes --


@pytest.mark.parametrize(
    "of",
    [
        brief(timeline=tuple(event(str(1000 + year)) for year in range(3990))),
        brief(background=tuple(Statement(text="word " * 140) for _ in range(300))),
    ],
    ids=["most events", "long statements"],
)
def test_the_largest_brief_is_through_in_five_seconds(of: Brief, tmp_path: Path) -> None:
    begun = time.perf_counter()
    typeset([handout(of)], tmp_path)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(("statements", "tries"), [(5, 1), (60, 10), (300, 10)])
def test_what_fits_is_found_in_few_tries(statements: int, tries: int, monkeypatch) -> None:
    """Once where all of it fits; else in as many tries as halving needs, not in one for each statement."""
    answers = []
    ask = Press._answer
    monkeypatch.setattr(Press, "_answer", lambda *given: answers.append(ask(*given)) or answers[-1])
    words = "Some thirty words, or so. " * 6
    with contextlib.closing(Press()) as press:
        press.set(handout(brief(background=(Statement(text=words),) * statements)))
    assert 1 <= len(answers) <= tries


# -- The worker --


def test_a_hanging_worker_is_ended() -> None:
    press = Press(seconds=0.001)
    with contextlib.closing(press), pytest.raises(PressError, match="did not finish within"):
        press.set(handout(full_brief()))


def test_a_dead_worker_is_replaced() -> None:
    with contextlib.closing(Press()) as press:
        first = press.set(handout(brief()))
        press._worker.kill()
        press._worker.wait()
        with pytest.raises(PressError, match="ended unexpectedly"):
            press.set(handout(brief()))
        assert press.set(handout(brief())) == first


_KILLED = """
import os, signal, sys
from backgrounder.render.paper import Job
from backgrounder.typeset.press import Press, PressError
press = Press()
try:
    press.set(Job("a", "a.pdf", "handout.typ", b"{}", "2021-07-23"))
except PressError:
    pass
print(press._folder.name, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_press_that_is_killed_leaves_no_folder() -> None:
    """What was set last stands in it."""
    done = subprocess.run([sys.executable, "-c", _KILLED], capture_output=True, text=True, check=False)
    folder = Path(done.stdout.strip())
    assert folder.name.startswith("backgrounder-paper-"), done.stderr
    wait_until(lambda: not folder.exists())


def test_a_sheet_is_the_same_whatever_was_set_before() -> None:
    """What Typst keeps from one job to the next shows on none of them."""
    jobs = [handout(full_brief()), handout(brief()), handout(brief(handout=ONE)), handout(full_brief())]
    with contextlib.closing(Press()) as press:
        together = [press.set(job) for job in jobs]
    alone = []
    for job in jobs:
        with contextlib.closing(Press()) as press:
            alone.append(press.set(job))
    assert together == alone


def test_a_press_leaves_no_folder_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with contextlib.closing(Press()) as press:
        press.set(handout(brief()))
        assert len(list(tmp_path.iterdir())) == 1
    with contextlib.closing(Press(seconds=0.001)) as press, pytest.raises(PressError):
        press.set(handout(brief()))
    assert not list(tmp_path.iterdir())


def test_what_all_sheets_share_does_not_depend_on_the_data() -> None:
    """Else Typst would work it out again for each."""
    for shared in ("look.typ", "parts.typ"):
        code = re.sub(r"//.*", "", (TEMPLATES / shared).read_text())
        assert not re.search(r"\b(json|sys)\b", code), shared


def test_no_network_and_no_files_in_the_templates() -> None:
    """They read their data and each other and nothing else, so no brief can reach a file or a package."""
    for template in TEMPLATES.glob("*.typ"):
        code = re.sub(r"//.*", "", template.read_text())
        assert not re.search(r"\b(include|eval|read|csv|yaml|toml|xml|cbor|plugin|bibliography)\b", code), (
            template.name
        )
        assert set(re.findall(r"\b(?:json|image)\([^)]*\)", code)) <= {
            'json("data.json")',
            "image(bytes(drawing)",
        }
        assert set(re.findall(r"\bimport (.*?):", code)) <= {'"look.typ"', '"parts.typ"'}


def test_the_fewest_are_left_out_whatever_the_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number that the length of the data suggests is only where the search begins."""
    made = handout(crowded())
    found = []
    for usual in (1, 3_000, 7_400, 12_000, 90_000):
        monkeypatch.setattr(f"{Press.__module__}._USUAL_PAGE", usual)
        with contextlib.closing(Press()) as press:
            found.append(press._reduced(made, 2))
    assert len(set(found)) == 1


def test_what_is_too_long_to_be_set_at_all_is_too_long() -> None:
    """Nothing is set to see it, but the pages of the shortest form are counted for the message."""
    points = tuple(Statement(text="word " * 400) for _ in range(110))
    with contextlib.closing(Press()) as press, pytest.raises(TooLongError) as caught:
        press.set(handout(brief(key_points=points, handout=ONE)))
    assert caught.value.pages > 20
