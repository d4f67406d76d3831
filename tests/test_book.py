"""The book: briefs bound together, with contents, common lists and an index of names."""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pypdf
import pytest
from browsing import Project, small_project
from click.testing import CliRunner, Result
from test_handout import (
    REGISTRY,
    SETTINGS,
    SORANI,
    brief,
    cite,
    event,
    full_brief,
    linked,
    run,
    text_of,
)

from backgrounder.cli import main
from backgrounder.link import edition_of, edition_of_all
from backgrounder.model.brief import Brief, Involvement, Statement
from backgrounder.model.choices import Handling, SourceKind, StakeholderKind
from backgrounder.model.dates import parse_day
from backgrounder.model.registry import Source, Stakeholder
from backgrounder.render.paper import Job, render_book
from backgrounder.settings import Settings
from backgrounder.typeset.press import Press

_WIDE = msgspec.structs.replace(
    REGISTRY,
    sources={
        **REGISTRY.sources,
        "third": Source(title="A third telling", kind=SourceKind.REPORT, publisher="The Daily", paragraphs=4),
    },
    stakeholders={
        **REGISTRY.stakeholders,
        "ada": Stakeholder(name="Ada Östberg", kind=StakeholderKind.PERSON, about="Speaks for the port."),
        "nobody": Stakeholder(name="Nobody at All", kind=StakeholderKind.GROUP),
    },
)
_FIRST = brief(
    "first",
    title="The first matter",
    key_points=(
        Statement(text="One thing is known.", cite=cite("second", 2)),
        Statement(text="Another is known of Ada Östberg.", cite=cite("rudaw", 1)),
    ),
    terms=("isis",),
)
_LONG = brief(
    "long",
    title="The long matter",
    as_of=parse_day("2021-07-20"),
    background=tuple(
        Statement(
            text=f"Ground{number} " + "is told at length and in all detail. " * 9, cite=cite("third", 3)
        )
        for number in range(40)
    ),
    stakeholders=(Involvement(who="kadhimi", role="Asks.", cite=cite("rudaw", 4)),),
    timeline=(event("2021", actors=("ada",), cite=cite("second", 3)),),
)


@pytest.fixture(scope="module")
def press():
    with contextlib.closing(Press()) as one:
        yield one


def book(*briefs: Brief, settings: Settings = SETTINGS, **options: Any) -> Job:
    bound = linked(*briefs, registry=_WIDE)
    return render_book(briefs, bound, settings, **options)


def bound(*briefs: Brief, **options: Any) -> dict[str, Any]:
    return json.loads(book(*briefs, **options).data)


@pytest.fixture
def set_book(press: Press, tmp_path: Path):
    def setter(*briefs: Brief, **options: Any) -> Path:
        file = tmp_path / "book.pdf"
        file.write_bytes(press.set(book(*briefs, **options)))
        return file

    return setter


def page_texts(file: Path) -> list[str]:
    count = len(pypdf.PdfReader(file).pages)
    return [" ".join(run("pdftotext", "-f", n, "-l", n, file, "-").split()) for n in range(1, count + 1)]


# -- The data --


def test_briefs_come_in_the_order_given() -> None:
    found = bound(_LONG, _FIRST)
    assert [chapter["title"][0]["text"] for chapter in found["chapters"]] == [
        "The long matter",
        "The first matter",
    ]
    assert found["count"] == "2 briefs"
    assert found["as_of"] == "20 July 2021 to 23 July 2021"
    assert found["as_of_iso"] == "2021-07-23"


def test_sources_are_numbered_through_the_book() -> None:
    """As they are first cited; a source that two briefs cite has one number, and all its paragraphs."""
    found = bound(_FIRST, _LONG)
    assert [(source["number"], source["publisher"], source["paragraphs"]) for source in found["sources"]] == [
        (1, "Foreign Ministry", "2, 3"),
        (2, "Rudaw", "1, 4"),
        (3, "The Daily", "3"),
    ]
    first, long = found["chapters"]
    assert [mark["source"] for item in first["key_points"] for mark in item["cite"]] == [1, 2]
    assert {mark["source"] for item in long["background"][0]["items"] for mark in item["cite"]} == {3}
    assert (first["cited"], long["cited"]) == ([1, 2], [1, 2, 3])


def test_who_is_named_is_listed_once_and_by_name() -> None:
    found = bound(_FIRST, _LONG)
    assert [one["who"] for one in found["stakeholders"]] == ["ada", "kadhimi"]
    assert found["chapters"][0]["key_points"][1]["names"] == ["ada"]


def test_terms_stand_at_the_end_alone() -> None:
    found = bound(_FIRST, _LONG)
    assert [term["name"][0]["text"] for term in found["terms"]] == ["ISIS"]
    assert all(not chapter["terms"] and not chapter["sources"] for chapter in found["chapters"])


def test_a_book_is_handled_as_its_strictest_brief() -> None:
    marked = [brief(value.name.lower(), handling=value) for value in (Handling.GREEN, Handling.AMBER_STRICT)]
    assert bound(brief(), *marked)["handling"] == "TLP:AMBER+STRICT"
    assert bound(brief())["handling"] == ""


def test_the_edition_is_that_of_its_briefs() -> None:
    edition = edition_of_all(edition_of(one, _WIDE) for one in (_FIRST, _LONG))
    job = book(_FIRST, _LONG)
    assert json.loads(job.data)["edition"] == edition.code
    assert job.address == f"https://desk.example.org/briefs/#{edition.anchor}"


# -- The pages --


def test_contents_lead_to_the_pages(set_book) -> None:
    file = set_book(_FIRST, _LONG, title="Matters")
    pages = page_texts(file)
    assert pages[0].startswith("Briefing Desk Matters 2 briefs, as of 20 July 2021 to 23 July 2021 Edition ")
    contents = run("pdftotext", "-layout", "-f", 2, "-l", 2, file, "-")
    for title in (
        "The first matter",
        "The long matter",
        "Stakeholders",
        "Glossary",
        "Sources",
        "Index of names",
    ):
        (number,) = re.findall(rf"{title}\s+(\d+)\n", contents)
        assert title in pages[int(number) - 1], title
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages[1:], 2))


def test_a_running_head_names_the_brief_from_its_second_page_on(set_book) -> None:
    pages = page_texts(set_book(_FIRST, _LONG, title="Matters"))
    long = [page for page in pages if "Ground" in page]
    assert len(long) > 2
    assert long[0].startswith("The long matter AS OF")
    assert all(page.startswith("The long matter Matters") for page in long[1:])


def test_nothing_is_left_out(set_book) -> None:
    text = text_of(set_book(_FIRST, _LONG))
    assert all(f"Ground{number}" in text for number in range(40)) and "online" not in text


def test_the_index_names_every_page(set_book) -> None:
    pages = page_texts(set_book(_FIRST, _LONG))
    found = dict(re.findall(r"(Ada Östberg|Mustafa al-Kadhimi) ([\d, ]+\d)(?= |$)", pages[-1]))
    named = [
        number
        for number, page in enumerate(pages[:-1], 1)
        if "known of Ada Östberg" in page or "Something happens." in page
    ]
    assert [int(number) for number in found["Ada Östberg"].split(", ")] == named
    assert "Nobody at All" not in " ".join(pages)


def test_bookmarks_and_links_lead_to_their_places(set_book) -> None:
    file = set_book(_FIRST, _LONG)
    reader = pypdf.PdfReader(file)
    pages = page_texts(file)
    top = [entry for entry in reader.outline if not isinstance(entry, list)]
    titles = ["Contents", "The first matter", "The long matter", "Stakeholders", "Glossary", "Sources"]
    assert [entry.title for entry in top] == [*titles, "Index of names"]
    for entry in top:
        assert entry.title in pages[reader.get_destination_page_number(entry)]
    inside = [entry.title for entry in reader.outline[2]]
    assert inside == ["Bottom line", "Key points", "Sources"]
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    leading = [link for link in links if "/Dest" in link or link.get("/A", {}).get("/S") == "/GoTo"]
    assert len(leading) > 30


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_a_valid_book(paper: str, set_book) -> None:
    """With everything a brief can hold, and a brief in a right-to-left language."""
    settings = msgspec.structs.replace(SETTINGS, paper=paper)
    sorani = brief("kurdish", title=SORANI, bottom_line=SORANI, language="ckb")
    file = set_book(full_brief(), sorani, settings=settings, subtitle="Everything")
    run("qpdf", "--check", file)
    facts = run("pdfinfo", file)
    assert re.search(r"Tagged:\s+yes", facts) and re.search(r"Title:\s+Briefing Desk: Everything\n", facts)
    assert ("612 x 792" if paper == "us-letter" else "595.276 x 841.89") in facts
    text = text_of(file)
    assert text.count(SORANI) >= 3


def test_the_strictest_marking_stands_on_every_page(set_book) -> None:
    pages = page_texts(set_book(_FIRST, brief("red", handling=Handling.RED)))
    assert all(page.count("TLP:RED") >= 2 for page in pages)
    assert "Handling: TLP:RED" in pages[0]


def test_same_briefs_same_bytes(press: Press) -> None:
    assert press.set(book(_FIRST, _LONG)) == press.set(book(_FIRST, _LONG))


# -- The command and the site --


@pytest.fixture
def desk(tmp_path: Path) -> Project:
    return small_project(tmp_path / "desk")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_the_command_binds_what_is_named(desk: Project, out: Path) -> None:
    done = _bind(desk, out, "talks", "--title", "Two things")
    assert done.exit_code == 0
    assert re.fullmatch(rf"{out}/book\.pdf: 1 brief, \d+ pages\n", done.stdout)
    assert pypdf.PdfReader(out / "book.pdf").metadata.title == "Two things"
    assert [file.name for file in out.iterdir()] == ["book.pdf"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["talk"], "there is no brief `talk`; did you mean `talks`?"),
        (["--topic", "nothing"], "there is no topic `nothing`; see the registry for their ids"),
        ([], "name the briefs to bind, or a topic with --topic, or say --all"),
        (["talks", "--all"], "name the briefs to bind, or a topic with --topic, or say --all"),
    ],
)
def test_what_cannot_be_bound_is_said(desk: Project, out: Path, asked: list[str], said: str) -> None:
    done = _bind(desk, out, *asked)
    assert (done.exit_code, done.stderr) == (2, f"backgrounder: {said}\n")
    assert list(out.iterdir()) == []


def test_drafts_are_not_bound(desk: Project, out: Path) -> None:
    desk.replace("briefs/talks.yaml", '"status": "published"', '"status": "draft"')
    done = _bind(desk, out, "talks")
    assert done.stderr == "backgrounder: `talks` is a draft; a book binds what is published\n"
    assert _bind(desk, out, "--all").stderr == "backgrounder: no brief is published yet\n"


def test_a_faulty_brief_leaves_the_old_book(desk: Project, out: Path) -> None:
    (out / "book.pdf").write_bytes(b"%PDF-the old one")
    desk.replace("briefs/talks.yaml", '"status": "published"', '"status": "publishd"')
    done = _bind(desk, out, "--all")
    assert done.exit_code == 1
    assert done.stderr.startswith("error[unknown-choice]") and done.stderr.endswith("Nothing was bound.\n")
    assert (out / "book.pdf").read_bytes() == b"%PDF-the old one"


def test_a_folder_that_is_not_there(desk: Project, out: Path) -> None:
    done = _bind(desk, out / "no", "--all")
    assert (done.exit_code, done.stderr) == (2, f"backgrounder: there is no folder {out}/no\n")


def test_a_book_takes_the_place_of_nothing_else(desk: Project, out: Path) -> None:
    """A slip at the end of a line must not cost a brief, nor somebody's notes."""
    for name, said in (("notes.md", "write -o "), ("notes.pdf", "is there and is no PDF")):
        file = out / name
        file.write_text("Notes of years.", encoding="utf-8")
        done = CliRunner().invoke(main, ["-C", str(desk.folder), "book", "--all", "-o", str(file)])
        assert done.exit_code == 2 and said in done.stderr
        assert file.read_text(encoding="utf-8") == "Notes of years."


def _bind(project: Project, folder: Path, *asked: str) -> Result:
    return CliRunner().invoke(
        main, ["-C", str(project.folder), "book", *asked, "-o", str(folder / "book.pdf")]
    )


@pytest.mark.parametrize(
    ("wanted", "briefs", "is_offered"),
    [
        (None, 1, False),
        (None, 2, True),
        (None, 50, True),
        (None, 51, False),
        (True, 51, True),
        (True, 0, False),
    ],
)
def test_when_the_site_offers_a_book(wanted: bool | None, briefs: int, is_offered: bool) -> None:
    assert msgspec.structs.replace(SETTINGS, book=wanted).has_book(briefs) is is_offered
    assert not msgspec.structs.replace(SETTINGS, book=False).has_book(briefs)
    assert not msgspec.structs.replace(SETTINGS, book=wanted, handouts=False).has_book(briefs)


def test_the_sites_book_holds_every_brief(built_project: Project) -> None:
    """Newest first, as the page lists them."""
    folder = built_project.site / "briefs"
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert 'href="../briefs/all-briefs.pdf"' in page
    reader = pypdf.PdfReader(folder / "all-briefs.pdf")
    bound = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    listed = re.findall(r'bg-card__title"><a href="[^"]*">([^<]*)</a>', page)
    assert listed and bound == ["Contents", *listed, "Stakeholders", "Glossary", "Sources", "Index of names"]
