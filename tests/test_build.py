"""``backgrounder build`` and ``check`` as people and programs meet them, and the site that outlives every failure."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from browsing import (
    SMALL_BRIEF,
    SMALL_CONFIG,
    Project,
    documents,
    files_in,
    run_python,
    small_project,
)
from click.testing import CliRunner, Result

from backgrounder import pipeline
from backgrounder.cli import main
from backgrounder.publish import OccupiedError, Workshop, publish, recover, swap
from backgrounder.typeset.press import Press, PressError

FAULTY_BRIEF = {
    **SMALL_BRIEF,
    "status": "publishd",
    "key_points": [{"text": "Talks begin.", "cite": "wyre#p1"}],
}
"""Two faults, both near misses."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small_project(tmp_path / "desk")


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = small_project(tmp_path_factory.mktemp("built") / "desk")
    project.build()
    return project


@pytest.fixture
def built(built_once: Project, tmp_path: Path) -> Project:
    """With a site that later builds may not harm."""
    return Project(shutil.copytree(built_once.folder, tmp_path / "desk"))


@pytest.fixture
def untouched(built: Project) -> Iterator[Project]:
    """A project whose site must be the same after the test."""
    before = built.published()
    yield built
    assert built.published() == before
    assert not (built.folder / ".backgrounder/staging").exists()


def in_process(project: Project, *arguments: str) -> Result:
    """The command in this process, where parts of it can be made to fail."""
    return CliRunner().invoke(main, ["-C", str(project.folder), *arguments])


# What is said, and the exit status


def test_a_build_says_what_it_made_and_is_quiet_in_a_pipe(project: Project) -> None:
    done = project.run("build")
    assert (done.returncode, done.stderr) == (0, "")
    first, *rest = done.stdout.splitlines()
    assert re.fullmatch(r"1 brief, \d+ pages, 1 handout, no problems, \d+\.\d seconds", first)
    assert rest == ["The site is in site/. Look at it with:", "  python3 -m http.server -d site/"]
    assert "\x1b" not in done.stdout


def test_the_pages_in_the_summary_are_those_on_disk(project: Project) -> None:
    done = project.run("build")
    assert f", {len(list(project.site.rglob('*.html')))} pages, " in done.stdout


def test_a_faulty_brief_is_shown_with_its_place_and_the_old_site_stays(untouched: Project) -> None:
    untouched.write("briefs/talks.yaml", FAULTY_BRIEF)
    done = untouched.run("build")
    assert done.returncode == 1
    assert "--> briefs/talks.yaml:3:12" in done.stderr
    assert "did you mean `published`?" in done.stderr
    assert "did you mean `wire`?" in done.stderr
    assert done.stderr.endswith("2 errors; the old site is untouched.\n")
    assert done.stdout == ""
    assert "\x1b" not in done.stderr


def test_faults_of_all_files_are_shown_together(project: Project) -> None:
    project.write("briefs/talks.yaml", FAULTY_BRIEF)
    project.write("briefs/second.yaml", {**SMALL_BRIEF, "as_of": "2021-02-30"})
    project.write("briefs/third.yaml", "title: [\n")
    project.write("briefs/registry/topics.yaml", {"topics": {"Bad Id": {"name": "Security"}}})
    done = project.run("build", "--format", "concise")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    places = [re.match(r"(briefs/[a-z/]+\.yaml):\d+:\d+ [a-z0-9-]+ \S", line) for line in lines[:-1]]
    assert all(places), lines
    assert [place[1] for place in places if place] == sorted(
        ["briefs/talks.yaml"] * 2 + ["briefs/second.yaml", "briefs/third.yaml", "briefs/registry/topics.yaml"]
    )
    assert lines[-1] == "5 errors; nothing was published."


def test_check_finds_nothing_in_a_sound_project(project: Project) -> None:
    done = project.run("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problems in 2 files.\n", "")
    assert not (project.folder / "site").exists()


def test_check_shows_faults_in_one_line_each(project: Project) -> None:
    project.write("briefs/talks.yaml", FAULTY_BRIEF)
    done = project.run("check", "--format", "concise")
    assert done.returncode == 1
    first, second = done.stderr.splitlines()
    assert re.match(r"briefs/talks\.yaml:3:12 unknown-choice ", first)
    assert re.match(r"briefs/talks\.yaml:\d+:\d+ unknown-source ", second)
    assert done.stdout.startswith("2 errors in 1 of 2 files.")


@pytest.mark.parametrize(
    "arguments", [["-C", "desk", "build"], ["build", "-C", "desk"]], ids=["before", "after"]
)
def test_a_project_elsewhere_is_built_in_its_own_folder(project: Project, arguments: list[str]) -> None:
    done = project.run(*arguments, "--no-handouts", cwd=project.folder.parent)
    assert done.returncode == 0, done.stderr
    assert "The site is in desk/site/." in done.stdout
    assert (project.site / "briefs/talks/index.html").is_file()
    assert {file.name for file in project.folder.parent.iterdir()} == {"desk"}


def test_help_names_every_command() -> None:
    done = run_python("-m", "backgrounder", "--help")
    assert done.returncode == 0
    assert all(
        re.search(rf"^  {command} ", done.stdout, re.MULTILINE) for command in ("build", "check", "serve")
    )


# Projects that cannot be read


@pytest.mark.parametrize(
    ("files", "arguments", "said"),
    [
        ({"mkdocs.yml": None}, [], "there is no mkdocs.yml in "),
        (
            {"mkdocs.yml": {"site_name": "x"}},
            [],
            "mkdocs.yml does not use backgrounder; add `- backgrounder`",
        ),
        ({"mkdocs.yml": "site_name: [\n"}, [], "mkdocs.yml: "),
        (
            {"mkdocs.yml": {**SMALL_CONFIG, "plugins": ["nothing-like-it"]}},
            [],
            '"nothing-like-it" plugin is not installed',
        ),
        ({"mkdocs.yml": {**SMALL_CONFIG, "use_directory_urls": False}}, [], "use_directory_urls: true"),
        ({"mkdocs.yml": "site_name: X\nextra: {day: 2021-13-45}\n"}, [], "value that cannot be read"),
        (
            {"mkdocs.yml": {**SMALL_CONFIG, "plugins": [{"backgrounder": {"briefs_dir": ".."}}]}},
            [],
            "`briefs_dir: ..`",
        ),
        (
            {"mkdocs.yml": {**SMALL_CONFIG, "plugins": [{"backgrounder": {"briefs_dir": "none"}}]}},
            [],
            "no folder `none`",
        ),
        (
            {"mkdocs.yml": {**SMALL_CONFIG, "plugins": [{"backgrounder": {"today": "soon"}}]}},
            [],
            "`today: soon`: ",
        ),
        ({}, ["--today", "2021-13-01"], "`today: 2021-13-01`: there is no month 13"),
        ({}, ["--today", "tomorrow"], "`today: tomorrow`: "),
    ],
)
def test_a_project_that_cannot_be_read_is_told_in_one_line(
    project: Project, files: dict[str, Any], arguments: list[str], said: str
) -> None:
    for name, content in files.items():
        project.write(name, content) if content else (project.folder / name).unlink()
    for command in ("build", "check"):
        done = project.run(command, *arguments)
        assert done.returncode == 2, done.stderr
        assert done.stderr.startswith("backgrounder: ")
        assert said in done.stderr
        assert done.stderr.count("backgrounder: ") == 1
        assert "Traceback" not in done.stderr
        assert done.stdout == ""


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = run_python("-m", "backgrounder", "build", "-C", str(tmp_path / "nowhere"))
    assert done.returncode == 2
    assert "nowhere' does not exist" in done.stderr


def test_a_project_without_briefs_folder_is_told(project: Project) -> None:
    (project.folder / "briefs").rename(project.folder / "brief")
    done = project.run("build")
    assert done.returncode == 2
    assert done.stderr == (
        "backgrounder: there is no folder `briefs`; `backgrounder new SLUG` makes it, with the start of a brief\n"
    )


# The old site outlives every failure


@pytest.mark.parametrize("link", ["nowhere.md", "about.md#no-such-heading", "briefs/none/index.md"])
def test_a_broken_link_in_a_hand_written_page(untouched: Project, link: str) -> None:
    config = {**SMALL_CONFIG, "validation": {"links": {"anchors": "warn"}}}
    untouched.write("mkdocs.yml", config)
    untouched.write("docs/about.md", f"# About\n\nSee [this]({link}).\n")
    done = untouched.run("build")
    assert done.returncode == 1
    assert "about.md" in done.stderr
    assert link.split("#")[0] in done.stderr
    assert done.stderr.endswith("; the old site is untouched.\n")


def test_a_fault_in_a_template(untouched: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program itself is no diagnostic: it keeps its traceback."""

    def fail(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "plan_site", fail)
    assert isinstance(in_process(untouched, "build").exception, ZeroDivisionError)


def test_a_fault_while_the_site_is_written(untouched: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs.plugins import PluginCollection

    def fail(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    untouched.write("docs/about.md", "# About us\n")
    monkeypatch.setattr(PluginCollection, "on_post_page", fail)
    assert isinstance(in_process(untouched, "build").exception, ZeroDivisionError)


def test_a_handout_that_cannot_be_set(untouched: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Press, *_: Any) -> bytes:
        raise PressError("no room")

    monkeypatch.setattr(Press, "set", refuse)
    untouched.replace("briefs/talks.yaml", "are to be held", "were held")
    result = in_process(untouched, "build")
    assert result.exit_code == 1
    assert "error[handout-not-set]: the handout of this brief cannot be set: no room\n" in result.stderr
    assert result.stderr.endswith("1 error; the old site is untouched.\n")


def test_an_exchange_that_fails(untouched: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(finished: Path, site: Path, *_: Any) -> None:
        raise PermissionError(13, "Permission denied", str(site))

    untouched.replace("briefs/talks.yaml", "are to be held", "were held")
    monkeypatch.setattr(pipeline, "publish", refuse)
    result = in_process(untouched, "build")
    assert result.exit_code == 2
    assert result.stderr == f"backgrounder: Permission denied: {untouched.site}\n"


def test_a_disk_that_is_full(untouched: Project) -> None:
    """Files may not grow past 32 KiB, so that the site cannot be written to its end."""
    untouched.replace("briefs/talks.yaml", "are to be held", "were held")
    command = f'ulimit -f 64; exec "{sys.executable}" -m backgrounder build --no-handouts'
    done = subprocess.run(
        ["sh", "-c", command], cwd=untouched.folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("backgrounder: File too large: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("moment", ["lock", "staging", "staging/site/assets", "staging/site/index.html"])
@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM], ids=["kill", "term"])
def test_a_build_that_is_killed(built: Project, moment: str, blow: signal.Signals) -> None:
    workshop = built.folder / ".backgrounder"
    before: dict[str, bytes] = {}
    words = "are to be held"

    def is_killed(new: str) -> bool:
        """Whether the blow came in time: the moment may have passed before this process had its turn."""
        nonlocal before, words
        before = built.published()
        built.replace("briefs/talks.yaml", words, new)
        words = new
        (workshop / "lock").unlink()
        command = [sys.executable, "-m", "backgrounder", "build", "-C", str(built.folder)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as build:
            while build.poll() is None and not (workshop / moment).exists():
                pass
            build.send_signal(blow)
            return build.wait(30) != 0

    assert any(is_killed(f"will be held {number}") for number in range(20))
    assert built.published() == before
    built.replace("briefs/talks.yaml", words, "were held")
    built.build()
    assert b"Talks were held." in built.published()["briefs/talks/index.html"]
    assert not (workshop / "staging").exists()


def test_a_second_build_gives_way_at_once(untouched: Project) -> None:
    with Workshop(untouched.folder):
        started = time.monotonic()
        done = untouched.run("build")
    assert done.returncode == 75
    assert done.stderr == (
        "backgrounder: another build is at work in this project; try again when it has finished.\n"
    )
    assert time.monotonic() - started < 20


_READER = """
import pathlib, sys
page, stop = map(pathlib.Path, sys.argv[1:])
reads = missing = 0
print("reading", flush=True)
while not stop.exists():
    for _ in range(200):
        reads += 1
        try:
            missing += not page.read_bytes().endswith(b"</html>")
        except FileNotFoundError:
            missing += 1
print(reads, missing)
"""
"""Reads a page over and over until a file says stop; tells how often it was missing or cut off."""


def test_a_reader_never_finds_the_site_missing(built: Project, tmp_path: Path) -> None:
    stop = tmp_path / "stop"
    arguments = [sys.executable, "-c", _READER, str(built.site / "index.html"), str(stop)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as reader:
        try:
            assert reader.stdout is not None
            assert reader.stdout.readline() == "reading\n"
            for number in range(20):
                built.replace(
                    "briefs/talks.yaml", "to be held" + number * "!", "to be held" + (number + 1) * "!"
                )
                assert in_process(built, "build", "--no-handouts").exit_code == 0
        finally:
            stop.touch()
        reads, missing = map(int, reader.communicate(timeout=30)[0].split())
    assert reads > 1000
    assert missing == 0


# The exchange by itself


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A finished site and an old one."""
    finished, site = tmp_path / "workshop/site", tmp_path / "site"
    for folder, words in ((finished, "new"), (site, "old")):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(words)
    return finished, site


@pytest.fixture(params=["exchange", "two renames"])
def any_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the exchange in one step, and on a system that does not have it."""
    if request.param == "two renames":
        monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace())


@pytest.mark.usefixtures("any_system")
def test_the_finished_site_takes_the_place_of_the_old(folders: tuple[Path, Path], tmp_path: Path) -> None:
    finished, site = folders
    publish(finished, site, mark="index.html")
    assert files_in(tmp_path) == {"site/index.html": b"new"}


@pytest.mark.usefixtures("any_system")
def test_the_first_site_needs_no_old_one(folders: tuple[Path, Path], tmp_path: Path) -> None:
    finished, _ = folders
    publish(finished, tmp_path / "far/away/site", mark="index.html")
    assert files_in(tmp_path / "far") == {"away/site/index.html": b"new"}


@pytest.mark.usefixtures("any_system")
def test_a_site_that_is_a_link_stays_one(folders: tuple[Path, Path], tmp_path: Path) -> None:
    finished, site = folders
    (tmp_path / "link").symlink_to(site)
    publish(finished, tmp_path / "link", mark="index.html")
    assert (tmp_path / "link").is_symlink()
    assert files_in(site) == {"index.html": b"new"}
    assert not finished.exists()


def test_the_old_site_comes_back_where_the_second_rename_fails(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    finished, site = folders
    rename = Path.rename

    def refuse_finished(self: Path, target: Path) -> Path:
        if self == finished:
            raise OSError(5, "Input/output error", str(self))
        return rename(self, target)

    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse_finished)
    with pytest.raises(OSError, match="Input/output error"):
        publish(finished, site, mark="index.html")
    assert files_in(site) == {"index.html": b"old"}
    assert files_in(finished) == {"index.html": b"new"}


def test_a_site_set_aside_by_a_killed_build_comes_back(folders: tuple[Path, Path]) -> None:
    """Between the two renames of a system without the exchange, only the set-aside copy is there."""
    finished, site = folders
    site.rename(finished.with_name("site.old"))
    recover(finished, site)
    assert files_in(site) == {"index.html": b"old"}
    recover(finished, site)
    assert files_in(site) == {"index.html": b"old"}


def test_handouts_that_nothing_wants_are_forgotten_after_a_day(tmp_path: Path) -> None:
    """A preview sets many that are soon out of date; those of the last day may still be in use."""
    workshop = Workshop(tmp_path)
    workshop.handouts.mkdir(parents=True)
    files = {name: workshop.handouts / name for name in ("wanted", "recent", "stale")}
    for file in files.values():
        file.write_bytes(b"%PDF")
    for name in ("wanted", "stale"):
        os.utime(files[name], (0, 0))
    workshop.forget_handouts([files["wanted"]])
    assert {file.name for file in workshop.handouts.iterdir()} == {"wanted", "recent"}


@pytest.mark.usefixtures("any_system")
def test_what_no_build_put_there_is_left_alone(folders: tuple[Path, Path]) -> None:
    """A folder of the desk's own files is never replaced, whatever `site_dir` says."""
    finished, site = folders
    with pytest.raises(OccupiedError, match="no build put there"):
        publish(finished, site, mark="assets/backgrounder")
    with pytest.raises(OccupiedError, match="not a folder"):
        publish(finished, site / "index.html", mark="index.html")
    assert files_in(site) == {"index.html": b"old"}


@pytest.mark.usefixtures("any_system")
def test_hidden_files_of_a_checkout_are_carried_over(folders: tuple[Path, Path]) -> None:
    """A desk that publishes from a checkout in the site's folder keeps its history."""
    finished, site = folders
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref")
    publish(finished, site, mark="index.html")
    assert files_in(site) == {"index.html": b"new", ".git/HEAD": b"ref"}


@pytest.mark.parametrize("folder", ["briefs", "docs", "briefs/inside", "."])
def test_the_site_never_takes_the_place_of_its_sources(project: Project, folder: str) -> None:
    before = files_in(project.folder / "briefs")
    project.write("mkdocs.yml", {**SMALL_CONFIG, "site_dir": folder})
    ended = project.run("build")
    assert ended.returncode == 2
    assert "site_dir" in ended.stderr
    assert files_in(project.folder / "briefs") == before


@pytest.mark.parametrize(
    ("instead", "words"),
    [
        ({"theme": {"name": "mkdocs"}}, "needs Material"),
        ({"plugins": [{"backgrounder": {"today": "2021-07-24"}}]}, "no search"),
    ],
)
def test_what_the_pages_are_made_for_must_be_there(
    project: Project, instead: dict[str, Any], words: str
) -> None:
    """Without Material's shell and search the site would load scripts of other hosts, or not be searched."""
    project.write("mkdocs.yml", {**SMALL_CONFIG, **instead})
    ended = project.run("build")
    assert ended.returncode == 2
    assert words in ended.stderr


# Settings of a project


def test_mkdocs_alone_makes_the_same_site(built: Project, tmp_path: Path) -> None:
    done = run_python("-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "alone"), cwd=built.folder)
    assert done.returncode == 0, done.stderr
    assert files_in(tmp_path / "alone") == built.published()


def test_mkdocs_alone_leaves_its_site_where_a_brief_is_faulty(untouched: Project) -> None:
    untouched.write("briefs/talks.yaml", FAULTY_BRIEF)
    done = run_python("-m", "mkdocs", "build", cwd=untouched.folder)
    assert done.returncode == 1
    assert "--> briefs/talks.yaml:3:12" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_without_address_builds(project: Project) -> None:
    config = {key: value for key, value in SMALL_CONFIG.items() if key != "site_url"}
    project.write("mkdocs.yml", config)
    project.build()
    assert (project.site / "briefs/talks/talks.pdf").is_file()
    assert "desk.example" not in documents(project.site)["briefs/talks/"].source


@pytest.mark.parametrize("switched_off_by", ["option", "setting"])
def test_without_handouts_nothing_links_to_one(project: Project, switched_off_by: str) -> None:
    if switched_off_by == "setting":
        plugins = ["search", {"backgrounder": {"today": "2021-07-24", "handouts": False}}]
        project.write("mkdocs.yml", {**SMALL_CONFIG, "plugins": plugins})
    done = project.run("build", *(["--no-handouts"] if switched_off_by == "option" else []))
    assert done.returncode == 0
    assert ", 0 handouts, " in done.stdout
    assert not list(project.site.rglob("*.pdf"))
    assert all(".pdf" not in document.source for document in documents(project.site).values())


def test_nothing_but_the_site_and_the_workshop_is_written(project: Project) -> None:
    before = set(files_in(project.folder))
    project.build()
    written = set(files_in(project.folder)) - before
    assert {Path(name).parts[0] for name in written} == {"site", ".backgrounder"}
