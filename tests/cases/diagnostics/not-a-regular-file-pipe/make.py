"""Makes what a repository cannot hold."""

import os
from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(briefs / "end-of-mission.yaml")
