"""The documentation is true: every YAML example of the authoring guide compiles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from backgrounder.cli import main
from backgrounder.diagnostics import show
from backgrounder.model.dates import Day, parse_edtf
from backgrounder.model.likelihood import Likelihood, LikelihoodTable
from backgrounder.pipeline import check
from backgrounder.settings import Settings

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
ABOUT = (ROOT / "docs" / "about.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")

BLOCK = re.compile(r'^```yaml(?: title="(?P<file>[^"]+)")?\n(?P<text>.*?)^```', re.MULTILINE | re.DOTALL)
BLOCKS = [(found["file"], found["text"]) for found in BLOCK.finditer(GUIDE)]
FILES = {file: text for file, text in BLOCKS if file}
FRAGMENTS = [text for file, text in BLOCKS if not file]
MKDOCS = FILES.pop("mkdocs.yml")
BRIEF = "briefs/water-sharing.yaml"


def problems(project: Path, files: dict[str, str], off: str = "") -> str:
    """The drawing of everything wrong with a project of these files; empty where nothing is."""
    for name, text in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    settings = Settings(
        project=project,
        briefs=project / "briefs",
        site=project / "site",
        site_name="Test",
        today=Day("2021-07-24"),
        severities={off: None} if off else {},
    )
    checked = check(settings)
    return "\n".join(show.full(diagnostic, checked.texts) for diagnostic in checked.diagnostics)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda text: text.split(":")[0])
def test_each_fragment_compiles_below_the_start(fragment: str, tmp_path: Path) -> None:
    """A reader who adds an example to the guide's first brief gets no problem."""
    assert problems(tmp_path, {**FILES, BRIEF: FILES[BRIEF] + fragment}, off="unused-record") == ""


def test_all_fragments_compile_together(tmp_path: Path) -> None:
    assert problems(tmp_path, {**FILES, BRIEF: FILES[BRIEF] + "".join(FRAGMENTS)}, off="unused-record") == ""


def test_a_newcomer_gets_from_an_empty_folder_to_a_site(tmp_path: Path) -> None:
    """By what the messages say, which is what the guide begins with."""
    first_lines = next(text for file, text in BLOCKS if file == "mkdocs.yml")
    for command in (["new", "water"], ["build"], ["serve"], ["source", "add", __file__]):
        told = _told(tmp_path, *command)
        assert "  " + first_lines.strip().replace("\n", "\n  ") + "\n" in told
    (tmp_path / "mkdocs.yml").write_text(first_lines, encoding="utf-8")
    assert "for hand-written pages; make it, it may stay empty" in _told(tmp_path, "new", "water")
    (tmp_path / "docs").mkdir()
    assert "`backgrounder new SLUG` makes it" in _told(tmp_path, "build")
    article = tmp_path / "article.txt"
    article.write_text("The ministries are to meet.\n", encoding="utf-8")
    assert "wrote briefs/archive/daily.txt" in _told(tmp_path, "source", "add", str(article), "--id", "daily")
    assert "wrote briefs/water.yaml" in _told(tmp_path, "new", "water")
    assert "The site is in " in _told(tmp_path, "build", "--no-handouts")


def _told(project: Path, *command: str) -> str:
    return CliRunner().invoke(main, ["-C", str(project), *command]).output


def test_the_readme_brief_compiles(tmp_path: Path) -> None:
    """The README's start, beside this project's own registry."""
    (example,) = [text for _, text in BLOCK.findall(README)]
    registry = {
        f"briefs/registry/{file.name}": file.read_text(encoding="utf-8")
        for file in (ROOT / "briefs" / "registry").glob("*.yaml")
    }
    registry["briefs/evidence.lock"] = (ROOT / "briefs/evidence.lock").read_text(encoding="utf-8")
    assert problems(tmp_path, {**registry, "briefs/your-subject.yaml": example}, off="unused-record") == ""


@pytest.mark.parametrize("likelihood", LikelihoodTable.ICD_203.words)
def test_the_bands_in_the_guides_are_those_of_the_model(likelihood: Likelihood) -> None:
    band = LikelihoodTable.ICD_203.band(likelihood).label.replace("\u00a0", " ")
    assert f"| `{likelihood.value}` | {band} |" in GUIDE
    assert f"| {likelihood.label} | {band} |" in ABOUT


def test_every_date_in_the_table_is_a_date() -> None:
    """Each example in the guide's table of dates can be written in a brief."""
    table = GUIDE.partition("| you know | write |")[2].partition("\n\n")[0]
    dates = re.findall(r"`([^`]+)`", table)
    assert len(dates) > 12
    for date in dates:
        parse_edtf(date)


def test_the_project_of_the_guide_builds(tmp_path: Path) -> None:
    """A folder with the guide's mkdocs.yml and its first brief, published, makes a site."""
    published = FILES[BRIEF].replace("status: draft", "status: published")
    assert problems(tmp_path, {**FILES, BRIEF: published, "mkdocs.yml": MKDOCS}, off="unused-record") == ""
    (tmp_path / "docs").mkdir()
    done = CliRunner().invoke(main, ["build", "-C", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "site/briefs/water-sharing/water-sharing.pdf").is_file()


def test_the_message_in_the_readme_is_a_real_one(tmp_path: Path) -> None:
    """The first thing a newcomer sees of how the tool talks."""
    files = {
        str(file.relative_to(ROOT)): file.read_text(encoding="utf-8")
        for file in (*ROOT.glob("briefs/**/*.yaml"), ROOT / "briefs/evidence.lock")
    }
    name = "briefs/end-of-us-combat-mission.yaml"
    assert files[name].count("- who: fuad-hussein") == 1
    files[name] = files[name].replace("- who: fuad-hussein", "- who: fuad-husein")
    assert f"```text\n{problems(tmp_path, files)}\n```" in README


def test_the_other_message_in_the_readme_is_a_real_one_too() -> None:
    """That of an altered quotation, with both texts."""
    case = ROOT / "tests/cases/diagnostics/altered-quotation-forms/expected.txt"
    first, *_ = case.read_text(encoding="utf-8").split("\n\n")
    assert f"```text\n{first}\n```" in README


def test_the_readme_keeps_its_order() -> None:
    """What it is, how it talks, a picture, the two commands, how to write a brief, where things are."""
    marks = (
        "Backgrounder compiles",
        "error[",
        "docs/assets/pictures/brief-page.png",
        "scripts/build ",
        "## Write a brief",
        "## Where things are",
    )
    places = [README.index(mark) for mark in marks]
    assert places == sorted(places)
