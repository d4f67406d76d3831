"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (briefs / "end-of-mission.yaml").write_bytes(
        b'title: The end\x00 of it\nstatus: draft\nas_of: 2021-07-23\nbottom_line: "It\x00 ends"\n'
    )
