"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (briefs / "end-of-mission.yaml").write_bytes("title: Baghdad \u0628\n".encode("utf-16-be"))
