"""The wheel: what it holds, and that it works without the checkout it was made from."""

from __future__ import annotations

import os
import re
import sys
import zipfile
from pathlib import Path

import pytest
from browsing import ROOT, copied_project, run_python

NEEDED = [
    "backgrounder/assets/site/backgrounder.css",
    "backgrounder/hosts/mkdocs/overrides/main.html",
    "backgrounder/render/paper/templates/book.typ",
    "backgrounder/render/paper/templates/handout.typ",
    "backgrounder/render/paper/templates/questions.typ",
    "backgrounder/assets/site/edition.js",
    "backgrounder/assets/site/search.js",
    "backgrounder/assets/site/search-page.js",
    "backgrounder/render/site/templates/source.html",
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    done = run_python("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a Python that finds the installed wheel before the checkout."""
    target = tmp_path_factory.mktemp("installed")
    pip = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps", "--no-index"]
    done = run_python(*pip, "--target", str(target), str(wheel))
    assert done.returncode == 0, done.stdout + done.stderr
    return {"PYTHONPATH": str(target)}


def test_the_wheel_holds_everything_that_is_not_python(contents: set[str]) -> None:
    assert [name for name in NEEDED if name not in contents] == []


def test_the_wheel_holds_every_file_of_the_package(contents: set[str]) -> None:
    source = ROOT / "scripts"
    files = {
        file.relative_to(source).as_posix()
        for file in (source / "backgrounder").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert {name for name in contents if not name.split("/")[0].endswith(".dist-info")} == files


def test_each_font_comes_with_its_licence(contents: set[str]) -> None:
    """A font is named for its family: ``SourceSans3_700Bold.ttf``, ``source-sans-3-latin-600-normal.woff2``."""
    fonts = {_letters(Path(name).stem) for name in contents if name.endswith((".ttf", ".woff2"))}
    licences = {
        _letters(Path(name).stem.split("-", 1)[1]) for name in contents if re.search(r"/OFL-\w+\.txt", name)
    }
    assert fonts
    assert [font for font in fonts if not font.startswith(tuple(licences))] == []


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def test_the_metadata_names_the_command_the_plugin_and_the_licence(wheel: Path, contents: set[str]) -> None:
    info = next(name.split("/")[0] for name in contents if ".dist-info/" in name)
    with zipfile.ZipFile(wheel) as archive:
        points = archive.read(f"{info}/entry_points.txt").decode()
        metadata = archive.read(f"{info}/METADATA").decode()
    assert "backgrounder = backgrounder.cli:run" in points
    assert "[mkdocs.plugins]" in points
    assert "License-Expression: MIT" in metadata
    assert f"{info}/licenses/LICENSE" in contents


def test_the_installed_package_is_the_one_that_runs(installed: dict[str, str]) -> None:
    """Also the one whose entry point MkDocs finds."""
    script = (
        "import backgrounder, importlib.metadata as m; print(backgrounder.__file__);"
        "(p,) = [p for p in m.distribution('backgrounder').entry_points if p.group == 'mkdocs.plugins'];"
        "print(m.distribution('backgrounder').locate_file(''), p.load().__module__)"
    )
    done = run_python("-c", script, env=installed)
    assert done.returncode == 0, done.stderr
    module, distribution = done.stdout.splitlines()
    assert module.startswith(installed["PYTHONPATH"] + os.sep)
    assert distribution.startswith(installed["PYTHONPATH"])


def test_the_installed_package_checks_and_builds_a_project(installed: dict[str, str], tmp_path: Path) -> None:
    project = copied_project(tmp_path / "desk")
    done = project.run("check", env=installed)
    assert (done.returncode, done.stderr) == (0, "")
    project.build(env=installed)
    assert (project.site / "index.html").is_file()
    assert (project.site / "assets/backgrounder/backgrounder.css").is_file()
    assert list(project.site.rglob("*.pdf"))


def test_the_version_on_the_command_line_is_the_package_s(wheel: Path, installed: dict[str, str]) -> None:
    done = run_python("-m", "backgrounder", "--version", env=installed)
    assert done.stdout.split()[-1] == wheel.name.split("-")[1]
    assert sys.version_info >= (3, 11)
