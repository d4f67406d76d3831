"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\ufefftitle: The end\r\nstatus: draft\r\nas_of: 2021-02-30\r\nbottom_line: It ends.\r\n"
    (briefs / "end-of-mission.yaml").write_bytes(text.encode())
