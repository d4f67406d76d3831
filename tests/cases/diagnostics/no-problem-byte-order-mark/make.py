"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (briefs / "end-of-mission.yaml").write_bytes(
        b"\xef\xbb\xbftitle: The end\r\nstatus: draft\r\nas_of: 2021-07-23\r\nbottom_line: It ends.\r\n"
    )
