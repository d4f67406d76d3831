"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = briefs.parent / "shared"
    outside.mkdir()
    (briefs / "registry").symlink_to(outside)
