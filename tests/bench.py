"""Measures the program on made-up projects; run by ``scripts/bench``.

Each step runs in a process of its own, so that its memory is its own. Seconds differ from machine to
machine; the ratio to reading the same files with PyYAML's C parser is what to compare between versions.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

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
import sys, pathlib, tempfile, time
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


class Step(NamedTuple):
    """What is measured."""

    name: str
    project: Path
    command: list[str]


class Cost(NamedTuple):
    """What a step took."""

    seconds: float
    megabytes: float


def measure(step: Step) -> Cost:
    """Runs a step to its end, whatever its exit status."""
    start = time.perf_counter()
    with subprocess.Popen(step.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Cost(time.perf_counter() - start, used.ru_maxrss / unit)


def main() -> None:
    """Writes the projects, runs the steps and prints the table."""
    briefs = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = Path(folder, "whole"), Path(folder, "broken")
        write_project(whole, briefs)
        write_project(broken, briefs, mistakes=briefs)
        proved = Path(folder, "proved")
        write_evidence_project(proved, briefs)
        printed = Path(folder, "printed")
        write_project(printed, min(briefs, _MOST_PRINTED))
        check = [sys.executable, "-m", "backgrounder", "check", "--format", "concise", "-C"]
        build = [sys.executable, "-m", "backgrounder", "build", "--no-handouts", "-C"]
        steps = [
            Step("read with PyYAML", whole, [sys.executable, "-c", _READ, str(whole)]),
            Step("check, no mistakes", whole, [*check, str(whole)]),
            Step("check, a mistake in each", broken, [*check, str(broken)]),
            Step("build without handouts", whole, [*build, str(whole)]),
            Step("check against as many sources", proved, [*check, str(proved)]),
        ]
        handouts = f"handouts of {min(briefs, _MOST_PRINTED)} briefs"
        steps.append(Step(handouts, printed, [sys.executable, "-c", _PRINT, str(printed)]))
        _print_table(briefs, [(step.name, measure(step)) for step in steps])


def _print_table(briefs: int, costs: list[tuple[str, Cost]]) -> None:
    base = costs[0][1].seconds
    print(f"{briefs:,} briefs", "seconds", "ms a brief", "ratio", "MB", sep="\t")
    for name, cost in costs:
        each = 1_000 * cost.seconds / briefs
        print(
            name,
            f"{cost.seconds:.2f}",
            f"{each:.2f}",
            f"{cost.seconds / base:.1f}",
            f"{cost.megabytes:.0f}",
            sep="\t",
        )


if __name__ == "__main__":
    main()
