"""The live preview: good saves appear, bad ones keep the last good page and say what is wrong."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
from browsing import SMALL_BRIEF, Project, small_project, wait_until

STARTED_WITHIN = 60
SHOWN_WITHIN = 20


class Preview(NamedTuple):
    """A running preview."""

    project: Project
    address: str
    process: subprocess.Popen[str]

    def page(self, address: str = "briefs/talks/") -> str:
        """The page as the preview gives it now; empty where it gives none."""
        try:
            with urllib.request.urlopen(f"{self.address}{address}", timeout=10) as answer:
                return unescape(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    def shows(self, words: str, address: str = "briefs/talks/", within: float = SHOWN_WITHIN) -> str:
        """The page as soon as it holds ``words``."""
        wait_until(lambda: words in self.page(address), seconds=within)
        return self.page(address)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _start(project: Project, port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "backgrounder", "serve", "-C", str(project.folder)]
    return subprocess.Popen(
        [*command, "--address", f"127.0.0.1:{port}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def _stop(process: subprocess.Popen[str], blow: signal.Signals = signal.SIGINT) -> str:
    """Ends the preview and gives all it said."""
    process.send_signal(blow)
    try:
        return process.communicate(timeout=20)[0]
    except subprocess.TimeoutExpired:
        process.kill()
        return process.communicate()[0]


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    draft = {**SMALL_BRIEF, "title": "A brief in the making", "status": "draft"}
    project = small_project(tmp_path_factory.mktemp("preview"), {"briefs/in-the-making.yaml": draft})
    port = _free_port()
    process = _start(project, port)
    running = Preview(project, f"http://127.0.0.1:{port}/", process)
    try:
        running.shows("Talks are to be held.", within=STARTED_WITHIN)
        yield running
    finally:
        _stop(process)


def test_drafts_are_shown_and_called_so(preview: Preview) -> None:
    assert "This brief is not published." in preview.shows("A brief in the making", "briefs/in-the-making/")


def test_saves_appear_bad_ones_are_explained_and_good_ones_mend(preview: Preview) -> None:
    project = preview.project
    project.replace("briefs/talks.yaml", "Talks are to be held.", "Talks were held.")
    preview.shows("Talks were held.")

    project.replace("briefs/talks.yaml", '"published"', '"publishd"')
    project.replace("briefs/talks.yaml", "Talks were held.", "Talks failed.")
    page = preview.shows("`publishd` is not one of the words for `status`")
    assert "Talks were held." in page
    assert "--> briefs/talks.yaml:3:12" in page
    assert "did you mean `published`?" in page
    assert 'role="alert"' in page
    assert "publishd" in preview.page("")

    project.replace("briefs/talks.yaml", '"publishd"', '"published"')
    page = preview.shows("Talks failed.")
    assert "publishd" not in page
    assert 'role="alert"' not in page


def test_a_new_brief_and_a_new_record_appear(preview: Preview) -> None:
    preview.project.write("briefs/registry/topics.yaml", {"topics": {"water": {"name": "Water"}}})
    second = {"title": "A second brief", "topics": ["water"]}
    preview.project.write("briefs/second.yaml", {**SMALL_BRIEF, **second})
    preview.shows("A second brief", "briefs/")
    preview.shows("Water", "topics/water/")
    (preview.project.folder / "briefs/second.yaml").unlink()
    wait_until(lambda: "A second brief" not in preview.page("briefs/"), seconds=SHOWN_WITHIN)


def test_hand_written_pages_are_followed_too(preview: Preview) -> None:
    preview.project.write("docs/about.md", "# About\n\nWho we are.\n")
    preview.shows("Who we are.", "about/")


def test_nothing_is_written_into_the_project(preview: Preview) -> None:
    preview.shows("Talks")
    assert not preview.project.site.exists()


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGTERM], ids=["interrupt", "term"])
def test_it_ends_when_told(tmp_path: Path, blow: signal.Signals) -> None:
    project = small_project(tmp_path)
    port = _free_port()
    process = _start(project, port)
    try:
        wait_until(lambda: Preview(project, f"http://127.0.0.1:{port}/", process).page(), STARTED_WITHIN)
    finally:
        said = _stop(process, blow)
    assert process.returncode in ((0, 130) if blow is signal.SIGINT else (0, -signal.SIGTERM, 143))
    assert "Traceback" not in said


def test_a_preview_that_starts_faulty_shows_what_to_mend(tmp_path: Path) -> None:
    """A preview can be started in the middle of the work; the pages come as soon as they can."""
    project = small_project(tmp_path, {"briefs/talks.yaml": {**SMALL_BRIEF, "status": "publishd"}})
    port = _free_port()
    process = _start(project, port)
    running = Preview(project, f"http://127.0.0.1:{port}/", process)
    try:
        page = running.shows("did you mean `published`?", "", within=STARTED_WITHIN)
        assert "No briefs to show yet" in page
        project.replace("briefs/talks.yaml", '"publishd"', '"published"')
        running.shows("Talks are to be held.")
    finally:
        _stop(process)


def test_an_address_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = small_project(tmp_path).run("serve", "--address", f"127.0.0.1:{taken.getsockname()[1]}")
    assert done.returncode == 2
    assert "Address already in use" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1:99999"])
def test_an_address_that_is_none_is_told(tmp_path: Path, address: str) -> None:
    done = small_project(tmp_path).run("serve", "--address", address)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_link_among_the_pages_gives_no_preview(tmp_path: Path) -> None:
    """MkDocs would follow it out of the project."""
    project = small_project(tmp_path)
    (project.folder / "docs" / "secret.txt").symlink_to("/etc/passwd")
    done = project.run("serve", "--address", f"127.0.0.1:{_free_port()}")
    assert done.returncode == 2
    assert "a symbolic link is not read" in done.stdout + done.stderr
    assert "docs/secret.txt" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
