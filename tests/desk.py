"""A small desk with something of everything, for tests of what a build takes over from the last one.

Five briefs share stakeholders, topics, terms and two sources of which the text is in the archive. One quotation
stands in running text and one under its speaker, names are in Arabic as well, one remark is allowed, and one
warning is left.
"""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import msgspec
from browsing import Project

from backgrounder import pipeline
from backgrounder.hosts import mkdocs
from backgrounder.pipeline import Built
from backgrounder.settings import Settings

TODAY = "2021-07-24"

CONFIG: dict[str, Any] = {
    "site_name": "Small Desk",
    "site_url": "https://desk.example/",
    "theme": {"name": "material", "font": False, "custom_dir": "overrides"},
    "extra": {"generator": False},
    "plugins": [
        "search",
        {"backgrounder": {"today": TODAY, "handouts": False, "checks": {"unexplained-acronym": "warning"}}},
    ],
}
WIRE = """# Talks to begin

WASHINGTON — The talks begin on Monday, the minister’s office told the wire.

“We will go there, and we will listen,” said Ada Reed, the minister. She named no date for their end.

In Baghdad 40 people marched against them on Sunday.
"""
PAPER = """# What the council wants

The council of Basra asks for 12 new wells, its speaker Karim Nasser said.

Nasser called the wait “far too long”.
"""
REGISTRY: dict[str, dict[str, Any]] = {
    "stakeholders": {
        "ada-reed": {
            "name": "Ada Reed",
            "kind": "person",
            "about": "Minister of foreign affairs.",
            "part_of": ["ministry"],
        },
        "karim-nasser": {
            "name": "Karim Nasser",
            "kind": "person",
            "aliases": ["Nasser"],
            "names": [{"text": "كريم ناصر", "lang": "ar"}],
            "about": "Speaks for the council of Basra.",
        },
        "ministry": {
            "name": "Ministry of Foreign Affairs",
            "kind": "organisation",
            "names": [{"text": "وزارة الخارجية", "lang": "ar"}],
        },
    },
    "sources": {
        "wire": {
            "title": "Talks to begin",
            "kind": "article",
            "publisher": "Wire",
            "published": "2021-07-22",
            "paragraphs": 3,
        },
        "paper": {
            "title": "What the council wants",
            "kind": "article",
            "publisher": "Paper",
            "published": "2021-07-20",
            "paragraphs": 2,
        },
    },
    "topics": {"talks": {"name": "Talks", "about": "Who meets whom."}, "water": {"name": "Water"}},
    "glossary": {"wells": {"name": "wells", "definition": "Holes in the ground that give water."}},
}
BRIEFS: dict[str, dict[str, Any]] = {
    "minister-travels": {
        "title": "The minister travels to talks",
        "status": "published",
        "as_of": "2021-07-23",
        "topics": ["talks"],
        "bottom_line": "Talks are to be held. No date for their end is known.",
        "key_points": [
            {
                "text": "The talks begin on Monday, the MFO says.",
                "cite": "wire#p1",
                "allow": [{"code": "unexplained-acronym", "reason": "Readers know it."}],
            },
            {
                "text": "The minister promises to hear the others out.",
                "cite": "wire#p2",
                "quote": {"words": "We will go there, and we will listen", "by": "ada-reed"},
            },
        ],
        "stakeholders": [
            {
                "who": "ada-reed",
                "role": "Leads the talks.",
                "position": "She will listen.",
                "cite": "wire#p2",
            }
        ],
        "sourcing": "One wire, and nothing in it has been corroborated.",
        "related": ["wells-for-basra"],
        "changes": [{"date": "2021-07-23", "text": "First published."}],
    },
    "wells-for-basra": {
        "title": "Wells for Basra",
        "status": "published",
        "as_of": "2021-07-21",
        "review_by": "2021-07-26",
        "topics": ["water"],
        "terms": ["wells"],
        "bottom_line": "The council asks for wells. Nobody has answered.",
        "key_points": [
            {"text": "The council asks for 12 new wells.", "cite": "paper#p1"},
            {"text": "To Karim Nasser the wait is “far too long”.", "cite": "paper#p2"},
        ],
        "timeline": [{"date": "2021-07-20", "text": "The council asks for wells.", "cite": "paper#p1"}],
        "questions": [
            {
                "id": "answer",
                "ask": "Will the ministry answer the council?",
                "status": "open",
                "why": "The council has set no other date.",
                "known": [{"text": "It asks for 12 wells.", "cite": "paper#p1"}],
                "unknown": "Whether the letter has arrived.",
                "resolves_when": "The ministry answers.",
                "expected": "2021-07-25/..",
                "positions": [
                    {"who": "karim-nasser", "text": "It has been far too long.", "cite": "paper#p2"}
                ],
                "log": [{"date": "2021-07-21", "status": "open", "text": "Opened."}],
            }
        ],
        "sourcing": "One newspaper, which asked one side.",
    },
    "marches": {
        "title": "Marches against the talks",
        "status": "published",
        "as_of": "2021-07-22",
        "topics": ["talks"],
        "bottom_line": "Few march.",
        "key_points": [{"text": "In Baghdad 40 people marched, some with ZZP flags.", "cite": "wire#p3"}],
        "sourcing": "One wire.",
        "related": ["minister-travels"],
    },
    "council": {
        "title": "The council of Basra",
        "status": "archived",
        "as_of": "2021-07-20",
        "topics": ["water"],
        "bottom_line": "The council has a speaker.",
        "key_points": [{"text": "Karim Nasser speaks for the council.", "cite": "paper#p1"}],
        "sourcing": "One newspaper.",
    },
    "unfinished": {
        "title": "What is to come",
        "status": "draft",
        "as_of": "2021-07-23",
        "bottom_line": "The end of the talks is open.",
        "key_points": [{"text": "Ada Reed named no date for the end.", "cite": "wire#p2"}],
        "sourcing": "One wire.",
    },
}
FILES: dict[str, str | dict[str, Any]] = {
    "mkdocs.yml": CONFIG,
    "docs/about.md": "# About\n\nSee [the briefs](briefs/index.md).\n",
    "overrides/partials/copyright.html": "<p>Made by the desk.</p>\n",
    "briefs/archive/wire.txt": WIRE,
    "briefs/archive/paper.txt": PAPER,
    **{f"briefs/registry/{kind}.yaml": {kind: records} for kind, records in REGISTRY.items()},
    **{f"briefs/{slug}.yaml": brief for slug, brief in BRIEFS.items()},
}


def small_desk(folder: Path, files: dict[str, str | dict[str, Any]] | None = None) -> Project:
    """The desk in a new folder, its quotations verified; ``files`` are added or take their place."""
    desk = Project(folder)
    for name, content in {**copy.deepcopy(FILES), **(files or {})}.items():
        desk.write(name, content)
    proved = pipeline.verify(settings_of(desk))
    assert proved.added, proved.problems
    return desk


def settings_of(desk: Project, **others: Any) -> Settings:
    """The settings that a build of the desk has."""
    return msgspec.structs.replace(mkdocs.read_project(desk.folder.resolve()), **others)


def build_here(desk: Project, today: str | None = None) -> Built:
    """A build in this process."""
    return pipeline.build(mkdocs.read_project(desk.folder.resolve(), today), mkdocs)


def traces(folder: Path) -> dict[str, tuple[int, int]]:
    """Of every file what changes when it is written anew: its number and its time."""
    found = ((file, file.stat()) for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): (at.st_ino, at.st_mtime_ns) for file, at in found}
