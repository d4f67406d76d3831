"""Makes what a repository cannot hold."""

from pathlib import Path

import pytest


def make(briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "title: The \u202eend\u202c of it\nstatus: \x1b[31mpublished\nas_of: \x002021\nbottom_line: a\ufeffb\n"
    (briefs / "end-of-mission.yaml").write_text(text, encoding="utf-8")
