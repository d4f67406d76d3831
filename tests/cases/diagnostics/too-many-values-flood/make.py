"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items = ", ".join(["a"] * 50_000)
    (briefs / "end-of-mission.yaml").write_text(f"topics: [{items}]\n")
