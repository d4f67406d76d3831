"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (briefs / "end-of-mission.yaml").write_bytes(b"- " * 100_000)
