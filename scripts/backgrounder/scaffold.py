"""Writes the start of a brief, and the schema beside the pages that gives editors completion."""

from __future__ import annotations

import os
from pathlib import Path

from backgrounder.load.ids import is_id, suggest_id
from backgrounder.model import placeholders
from backgrounder.schema import schema_text
from backgrounder.settings import Settings

_SCHEMAS = "schemas"
"""Below the folder of pages, so that the site carries them too."""


class ScaffoldError(Exception):
    """The brief cannot be made; the message says why and what to do."""


def new_brief(settings: Settings, slug: str, title: str = "") -> list[Path]:
    """Writes ``briefs/<slug>.yaml`` and, where it is missing or old, the schema; gives what was written.

    Raises ScaffoldError and OSError; never writes over a brief.
    """
    if not is_id(slug):
        raise ScaffoldError(f"`{slug}` cannot be the name of a brief; write {suggest_id(slug)}")
    brief = settings.briefs / f"{slug}.yaml"
    docs = settings.docs or settings.project / "docs"
    schema = docs / _SCHEMAS / "brief.json"
    modeline = Path(os.path.relpath(schema, brief.parent)).as_posix()
    text = _START.format(schema=modeline, title=_title(slug, title), day=settings.today.text, **_PLACEHOLDERS)
    try:
        with brief.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise ScaffoldError(
            f"there is a brief `{slug}` already; choose another name, or write into it"
        ) from None
    return [brief, *_renewed(schema)]


def _title(slug: str, title: str) -> str:
    """The title in quotation marks, whatever is in it."""
    words = " ".join(title.split()) or slug.replace("-", " ").capitalize()
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _renewed(schema: Path) -> list[Path]:
    """Writes the schema of briefs where it is missing or out of date."""
    text = schema_text("brief")
    if schema.is_file() and schema.read_text(encoding="utf-8") == text:
        return []
    schema.parent.mkdir(parents=True, exist_ok=True)
    schema.write_text(text, encoding="utf-8")
    return [schema]


_PLACEHOLDERS = {
    "bottom_line": placeholders.BOTTOM_LINE,
    "key_point": placeholders.KEY_POINT,
    "background": placeholders.BACKGROUND,
    "role": placeholders.ROLE,
    "position": placeholders.POSITION,
    "event": placeholders.EVENT,
    "question": placeholders.QUESTION,
    "why": placeholders.WHY,
    "test": placeholders.TEST,
    "judgement": placeholders.JUDGEMENT,
    "because": placeholders.BECAUSE,
}
_START = """\
# yaml-language-server: $schema={schema}
title: {title}
status: draft # published shows it to readers
as_of: {day}
bottom_line: >-
  {bottom_line}

# What comes next. Take the # away and write; the authoring guide explains every field.
#
# key_points: # three to five facts, each with the source and paragraph it rests on
#   - text: {key_point}
#     cite: source-id#p1
# background:
#   - text: {background}
#     cite: source-id#p2
# stakeholders:
#   - who: stakeholder-id # from briefs/registry/
#     role: {role}
#     position: {position}
#     cite: source-id#p3
# timeline:
#   - date: {day}
#     text: {event}
#     cite: source-id#p1
# questions:
#   - id: what-is-open # permanent: the question's address
#     ask: {question}
#     status: open
#     why: {why}
#     resolves_when: {test}
# judgements:
#   - text: {judgement}
#     likelihood: likely
#     confidence: low
#     because: {because}
# changes:
#   - {{date: {day}, text: First published.}}
"""
