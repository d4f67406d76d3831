"""The question sheets: one page of what is still open, for all briefs and for each topic."""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from browsing import Project
from test_handout import ARABIC, REGISTRY, SETTINGS, brief, linked, run, text_of

from backgrounder import pipeline
from backgrounder.link import awaited, edition_of, edition_of_questions
from backgrounder.model.brief import Brief, Question
from backgrounder.model.choices import BriefStatus, Handling, QuestionStatus
from backgrounder.model.corpus import Corpus
from backgrounder.model.dates import parse_edtf
from backgrounder.render.paper import Job, render_question_sheets
from backgrounder.settings import Settings
from backgrounder.typeset import page_count, typeset
from backgrounder.typeset.press import Press, PressError


def question(name: str, expected: str = "", status: QuestionStatus = QuestionStatus.OPEN) -> Question:
    return Question(
        id=name,
        ask=f"What of {name}?",
        status=status,
        why="It matters.",
        resolves_when=f"Somebody settles {name} in public, and says so to everybody who asks.",
        expected=parse_edtf(expected) if expected else None,
    )


MIXED = brief(
    "mixed",
    title="A mixed matter",
    topics=("us-iraq",),
    questions=(
        question("undated"),
        question("later", "2021-09"),
        question("late", "2021-07-01"),
        question("sooner", "2021-08-01/.."),
        question("answered", "2021-08-02", QuestionStatus.ANSWERED),
    ),
)


def sheets(*briefs: Brief, settings: Settings = SETTINGS) -> tuple[Job, ...]:
    return render_question_sheets(linked(*briefs), settings)


def shown(job: Job) -> dict[str, Any]:
    return json.loads(job.data)


def crowd(count: int) -> Brief:
    """A brief that asks so many questions, each a day after the one before."""
    days = (f"{2022 + number // 28}-03-{1 + number % 28:02}" for number in range(count))
    return brief("crowd", questions=tuple(question(f"q{number}x", day) for number, day in enumerate(days)))


def set_sheet(job: Job, folder: Path) -> Path:
    return typeset([job], folder).files[job.path]


# -- The data --


def test_questions_come_as_they_fall_due() -> None:
    """Under the headings of the tracker; what is settled is left out."""
    (every, _) = sheets(MIXED)
    assert [
        (shelf["heading"], [row["ask"][0]["text"] for row in shelf["rows"]])
        for shelf in shown(every)["shelves"]
    ] == [
        ("Overdue", ["What of late?"]),
        ("Answer expected", ["What of sooner?", "What of later?"]),
        ("No date expected", ["What of undated?"]),
    ]
    assert shown(every)["count"] == "4 questions"


def test_a_topic_has_a_sheet_of_its_own_questions() -> None:
    other = brief("other", questions=(question("elsewhere"),))
    every, topic = sheets(MIXED, other)
    assert (every.path, topic.path) == ("questions/questions.pdf", "topics/us-iraq/us-iraq-questions.pdf")
    assert shown(topic)["topic"] == "United States and Iraq"
    assert "elsewhere" in every.data.decode() and "elsewhere" not in topic.data.decode()


def test_without_open_questions_there_is_no_sheet() -> None:
    archived = msgspec.structs.replace(MIXED, status=BriefStatus.ARCHIVED)
    settled = brief(topics=("us-iraq",), questions=(question("a", status=QuestionStatus.OVERTAKEN),))
    assert sheets() == sheets(brief()) == sheets(archived) == sheets(settled) == ()


def test_the_strictest_marking_counts() -> None:
    """Of the briefs whose questions are shown."""
    amber = msgspec.structs.replace(MIXED, slug="amber", handling=Handling.AMBER)
    red = brief("red", handling=Handling.RED)
    assert shown(sheets(MIXED, amber, red)[0])["handling"] == "TLP:AMBER"


def test_the_marking_is_told_in_words_as_well(tmp_path: Path) -> None:
    """At the top and the foot it stands outside of what is read in order."""
    (every, _) = sheets(msgspec.structs.replace(MIXED, handling=Handling.AMBER))
    assert text_of(set_sheet(every, tmp_path)).count("TLP:AMBER") == 3


def test_a_question_of_a_draft_says_so(tmp_path: Path) -> None:
    """In a preview, where drafts are shown."""
    draft = brief("draft", status=BriefStatus.DRAFT, questions=(question("undecided"),))
    text = text_of(set_sheet(sheets(MIXED, draft)[0], tmp_path))
    assert text.count("DRAFT") == 1


def test_the_edition_is_that_of_the_briefs_that_ask() -> None:
    silent = brief("silent")
    (first, _) = sheets(MIXED, silent)
    assert (
        shown(first)["edition"]
        == shown(sheets(MIXED, msgspec.structs.replace(silent, title="Another"))[0])["edition"]
    )
    changed = msgspec.structs.replace(MIXED, bottom_line="Something else.")
    assert shown(first)["edition"] != shown(sheets(changed, silent)[0])["edition"]
    assert first.address == f"https://desk.example.org/questions/#2021-07-23-{shown(first)['edition']}"


def test_each_question_leads_to_its_place() -> None:
    row = shown(sheets(MIXED)[0])["shelves"][0]["rows"][0]
    assert row["url"] == "https://desk.example.org/briefs/mixed/#question-late"


# -- The page --


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
@pytest.mark.parametrize("count", [1, 12, 40, 150])
def test_it_takes_one_page(count: int, paper: str, tmp_path: Path) -> None:
    """What would settle the last ones goes first, then the last questions, and these are counted."""
    (job,) = sheets(crowd(count), settings=msgspec.structs.replace(SETTINGS, paper=paper))
    file = set_sheet(job, tmp_path)
    run("qpdf", "--check", file)
    assert page_count(file.read_bytes()) == 1
    text = text_of(file)
    asked = [number for number in range(count) if f"What of q{number}x?" in text]
    assert asked == list(range(len(asked))) and len(asked) >= min(count, 12)
    settled = [number for number in range(count) if f"settles q{number}x" in text]
    assert settled == list(range(len(settled)))
    more = re.findall(r"(\d+) more questions online", text)
    assert [int(number) for number in more] == ([count - len(asked)] if count > len(asked) else [])
    if more:
        assert not settled


def test_what_is_left_out_of_a_question_is_told(tmp_path: Path) -> None:
    """Else a question whose answer has no test could not be told from one whose test stays online."""
    (job,) = sheets(crowd(18))
    text = text_of(set_sheet(job, tmp_path))
    left_out = 18 - text.count("Settled when")
    assert 0 < left_out < 18 and "more question" not in text
    assert f"Online only: what would settle {left_out if left_out > 1 else 'one'} of these" in text
    few = text_of(set_sheet(sheets(MIXED)[0], tmp_path))
    assert "online" not in few.lower()


def test_a_sheet_that_cannot_be_set_is_told_like_any_other_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Press._answer

    def answer(press: Press, job: Job, *given: Any) -> bytes:
        if job.template == "questions.typ":
            raise PressError("no room")
        return ask(press, job, *given)

    monkeypatch.setattr(Press, "_answer", answer)
    corpus = Corpus(
        briefs=(MIXED,), registry=REGISTRY, brief_files={"mixed": "briefs/mixed.yaml"}, registry_files={}
    )
    rendered = pipeline.render(
        pipeline.Checked(corpus, (), {}), msgspec.structs.replace(SETTINGS, project=tmp_path)
    )
    assert [problem.message for problem in rendered.problems] == [
        "the question sheet cannot be set: no room",
        "the question sheet of the topic us-iraq cannot be set: no room",
    ]


def test_words_come_in_order(tmp_path: Path) -> None:
    text = text_of(set_sheet(sheets(MIXED)[1], tmp_path))
    words = [
        "Open questions: United States and Iraq",
        "23 July 2021",
        "4 questions",
        "Overdue",
        "1 July 2021",
        "What of late?",
        "A mixed matter",
        "Answer expected",
        "What of sooner?",
        "What of later?",
        "No date expected",
        "What of undated?",
    ]
    places = [text.index(word) for word in words]
    assert places == sorted(places)
    assert "Page 1 of 1" in text and "desk.example.org/topics/us-iraq" in text


def test_a_question_in_arabic_stands_among_the_others(tmp_path: Path) -> None:
    arabic = brief(
        "arabic",
        title=ARABIC,
        language="ar",
        questions=(msgspec.structs.replace(question("a"), ask=f"{ARABIC}؟", resolves_when=ARABIC),),
    )
    (every, _) = sheets(MIXED, arabic)
    assert text_of(set_sheet(every, tmp_path)).count(ARABIC) == 3


def test_an_unchanged_sheet_is_not_set_again(tmp_path: Path) -> None:
    jobs = sheets(MIXED)
    first = typeset(jobs, tmp_path)
    written = {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    assert typeset(sheets(MIXED), tmp_path) == first
    assert {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == written


def test_same_input_same_bytes() -> None:
    (job, _) = sheets(MIXED)
    with contextlib.closing(Press()) as press:
        assert press.set(job) == press.set(job)


# -- The site --


def test_pages_with_open_questions_offer_their_sheet(built_project: Project) -> None:
    """The tracker and each topic that has any."""
    site = built_project.site
    assert 'href="../questions/questions.pdf"' in (site / "questions/index.html").read_text(encoding="utf-8")
    assert (site / "questions/questions.pdf").is_file()
    for page in site.glob("topics/*/index.html"):
        topic = page.parent.name
        is_offered = f"{topic}-questions.pdf" in page.read_text(encoding="utf-8")
        assert is_offered == (page.parent / f"{topic}-questions.pdf").is_file()


def test_the_edition_of_a_question_sheet_is_reckoned_from_the_briefs_that_ask() -> None:
    found = linked(MIXED)
    questions = awaited(found.briefs, SETTINGS.today)
    assert edition_of_questions([], found.edition) is None
    assert edition_of_questions(questions, found.edition).code != edition_of(MIXED, found.registry).code
