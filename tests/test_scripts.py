"""The scripts, the lock files, and that everything names one version."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from browsing import ROOT

from backgrounder import __version__

SCRIPTS = sorted(
    file for file in (ROOT / "scripts").iterdir() if file.is_file() and not file.name.startswith(".")
)
COMMANDS = [file for file in SCRIPTS if file.suffix != ".sh"]
LOCKS = ["requirements.lock", "requirements-test.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def names(requirements: list[str]) -> set[str]:
    """The packages that requirements are about, as package indexes write them."""
    found = (re.match(r"[A-Za-z0-9._-]+", requirement) for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name[0]).lower() for name in found if name}


def locked(name: str) -> list[str]:
    """The requirements of a lock file, each with its hashes on one line."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


@pytest.mark.parametrize("script", COMMANDS, ids=lambda script: script.name)
def test_a_script_can_be_run(script: Path) -> None:
    assert script.stat().st_mode & 0o111 == 0o111
    assert script.read_text(encoding="utf-8").startswith("#!/bin/sh\n# ")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_is_sound_shell(script: Path) -> None:
    done = subprocess.run(["sh", "-n", str(script)], capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("script", ["build", "check", "serve"])
def test_a_script_passes_its_arguments_on(script: str) -> None:
    done = subprocess.run(
        [str(ROOT / "scripts" / script), "--help"], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"backgrounder {script} [OPTIONS]" in done.stdout


def test_a_python_that_is_too_old_or_missing_is_told(tmp_path: Path) -> None:
    """Without a Python that is new enough, the scripts say so in one line and change nothing."""
    (tmp_path / "scripts").mkdir()
    for name in ("build", "environment.sh"):
        shutil.copy(ROOT / "scripts" / name, tmp_path / "scripts")
    for name in (*LOCKS, "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("dirname", "cat", "cksum"):
        (tools / tool).symlink_to(shutil.which(tool) or tool)
    done = subprocess.run(
        [shutil.which("sh") or "sh", str(tmp_path / "scripts/build")],
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "Backgrounder needs Python 3.11 or newer." in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_one_version_everywhere() -> None:
    assert PROJECT["project"]["version"] == __version__
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## (.+)$", changelog, re.MULTILINE)
    assert first is not None
    assert re.fullmatch(rf"{re.escape(__version__)} — \d{{4}}-\d{{2}}-\d{{2}}", first[1])


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_requirement_has_version_and_hashes(name: str) -> None:
    requirements = locked(name)
    assert len(requirements) > 10
    for requirement in requirements:
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", requirement), requirement[:80]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_index_and_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?://|--(?:extra-)?index|--trusted-host|--find-links|@ ", text)


def test_the_locks_cover_every_dependency() -> None:
    needed = names(PROJECT["project"]["dependencies"]) | names(PROJECT["build-system"]["requires"])
    assert needed <= names(locked("requirements.lock"))
    assert needed | names(PROJECT["dependency-groups"]["test"]) <= names(locked("requirements-test.lock"))


def test_both_locks_hold_the_same_versions() -> None:
    pins = [{line.split(" ")[0] for line in locked(name)} for name in LOCKS]
    assert pins[0] <= pins[1]


def test_every_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs/decisions.md").read_text(encoding="utf-8").lower()
    missing = [name for name in names(PROJECT["project"]["dependencies"]) if name not in reasons]
    assert missing == []
