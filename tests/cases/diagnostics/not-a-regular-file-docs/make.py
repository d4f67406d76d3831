"""Puts links, a pipe and a socket among the pages, which a repository does not keep; and an editor's lock."""

import os
import socket


def make(briefs, monkeypatch):
    docs = briefs.parent / "docs"
    (docs / "deeper").mkdir(parents=True)
    (docs / "about.md").write_text("# About\n", encoding="utf-8")
    (docs / "deeper" / "passwords.txt").symlink_to("/etc/passwd")
    (docs / "everything").symlink_to("/")
    (docs / ".#about.md").symlink_to("analyst@desk.1234")
    os.mkfifo(docs / "z.md")
    monkeypatch.chdir(docs)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.md")
