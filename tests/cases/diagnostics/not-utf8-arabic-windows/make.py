"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "title: Baghdad\nbottom_line: العراق\n"
    (briefs / "end-of-mission.yaml").write_bytes(text.encode("cp1256"))
