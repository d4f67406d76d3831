"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backgrounder.load.report.MOST_PER_FILE", 3)
    fields = "".join(f"field{number}: text\n" for number in range(5_000))
    (briefs / "end-of-mission.yaml").write_text(fields)
