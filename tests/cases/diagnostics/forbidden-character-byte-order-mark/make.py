"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (briefs / "end-of-mission.yaml").write_bytes(
        b"\xef\xbb\xbftitle: The end\nstatus: draft\n\xef\xbb\xbfas_of: 2021-07-23\nbottom_line: It ends.\n"
    )
