"""Reads Markdown: its paragraphs as plain text, and the few fields of a front matter that concern us."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from backgrounder.intake.document import Document, blocks_of, in_one_line

_FRONT = re.compile(r"\A---\s*\n(?P<fields>.*?)\n(?:---|\.\.\.)\s*\n", re.DOTALL)
_FIELD = re.compile(r"(?m)^(?P<name>title|date|author|lang|language|url|link):\s*(?P<value>.+)$")


def read_markdown(text: str) -> Document:
    """The text of a Markdown file without its markup; the first heading of the first level is the title."""
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    fields = _fields(front["fields"]) if front else {}
    pieces = list(_pieces(MarkdownIt("commonmark").parse(text[front.end() :] if front else text)))
    title = fields.get("title", "")
    first = next((number for number, (level, _) in enumerate(pieces) if level == 1), None)
    if first is not None and (not title or in_one_line(pieces[first][1]) == title):
        title = in_one_line(pieces.pop(first)[1])
    return Document(
        form="markdown",
        title=title,
        blocks=blocks_of([piece for _, piece in pieces]),
        published=day_in(fields.get("date", "")),
        author=fields.get("author", ""),
        language=fields.get("lang", fields.get("language", "")),
        url=fields.get("url", fields.get("link", "")),
    )


def day_in(text: str) -> str:
    """The day at the start of a timestamp, or nothing."""
    found = re.match(r"\d{4}-\d{2}-\d{2}(?!\d)", text.strip())
    return found[0] if found else ""


def _fields(text: str) -> dict[str, str]:
    return {
        found["name"]: in_one_line(found["value"].strip().strip("'\"")) for found in _FIELD.finditer(text)
    }


def _pieces(tokens: list[Token]) -> Iterator[tuple[int, str]]:
    """Each block of text with its level as a heading, 0 where it is none."""
    level = 0
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline":
            yield level, _plain(token.children or [])
        elif token.type in ("fence", "code_block"):
            yield 0, token.content


def _plain(tokens: list[Token]) -> str:
    text = ""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            text += token.content
        elif token.type in ("softbreak", "hardbreak"):
            text += " "
    return text
