"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = briefs.parent / "outside.yaml"
    outside.write_text("title: Elsewhere\n")
    (briefs / "end-of-mission.yaml").symlink_to(outside)
