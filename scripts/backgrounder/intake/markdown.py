"""Reads Markdown: its paragraphs as plain text, and the few fields of a front matter that concern us."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from backgrounder.intake.document import Document, IntakeError, blocks_of, in_one_line

_FIELD = re.compile(r"(?P<name>title|date|author|lang|language|url|link):\s*(?P<value>.+)")
_ADDRESS = re.compile(r"https?://[^\s/]+")
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?![\d-])")
_MOST_FRONT_LINES = 200
_MOST_LINES = 20_000
"""A long report has fewer; the parser needs seconds for more."""
_MARKS = re.compile(r"[\[!*_`<&\\]")
_MOST_MARKS = 200
"""A paragraph with more is left as it is, for the parser's time grows with the square of their number."""


def read_markdown(text: str) -> Document:
    """The text of a Markdown file without its markup; the first heading of the first level is the title.

    Raises IntakeError for one that is too long.
    """
    lines = re.sub(r"\r\n?", "\n", text).split("\n")
    if len(lines) > _MOST_LINES:
        raise IntakeError(f"this has more than {_MOST_LINES:,} lines; import the part that you cite")
    fields, lines = _front(lines)
    pieces = list(_pieces(_parsed("\n".join(lines))))
    title = fields.get("title", "")
    first = next((number for number, (level, _) in enumerate(pieces) if level == 1), None)
    if first is not None and (not title or in_one_line(pieces[first][1]) == title):
        title = in_one_line(pieces.pop(first)[1])
    url = fields.get("url", fields.get("link", ""))
    return Document(
        form="markdown",
        title=title,
        blocks=blocks_of([piece for _, piece in pieces]),
        published=day_in(fields.get("date", "")),
        author=fields.get("author", ""),
        language=fields.get("lang", fields.get("language", "")),
        url=url if _ADDRESS.match(url) else "",
    )


def day_in(text: str) -> str:
    """The day or the month at the start of a timestamp; nothing where it names none of the calendar."""
    found = _DAY.match(text.strip())
    if not found:
        return ""
    try:
        datetime.date.fromisoformat(f"{found[0]}-01"[:10])
    except ValueError:
        return ""
    return found[0]


def _front(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The fields of the front matter, and the lines behind it."""
    if lines[0].rstrip() != "---":
        return {}, lines
    for number, line in enumerate(lines[1:_MOST_FRONT_LINES], start=1):
        if line.rstrip() in ("---", "..."):
            found = filter(None, map(_FIELD.match, lines[1:number]))
            fields = {field["name"]: in_one_line(field["value"].strip().strip("'\"")) for field in found}
            return fields, lines[number + 1 :]
    return {}, lines


def _parsed(text: str) -> list[Token]:
    """The blocks of the text, the words of each parsed where that takes no long time."""
    parser = MarkdownIt("commonmark").disable("inline")
    env: dict[str, object] = {}
    tokens = parser.parse(text, env)
    for token in tokens:
        if token.type == "inline" and len(_MARKS.findall(token.content)) <= _MOST_MARKS:
            token.children = []
            parser.inline.parse(token.content, parser, env, token.children)
    return tokens


def _pieces(tokens: list[Token]) -> Iterator[tuple[int, str]]:
    """Each block of text with its level as a heading, 0 where it is none."""
    level = 0
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline":
            yield level, _plain(token.children) if token.children else token.content
        elif token.type in ("fence", "code_block"):
            yield 0, token.content
        elif token.type == "html_block":
            yield 0, re.sub(r"<!--.*?(?:-->|\Z)|<[^<>]*>", " ", token.content, flags=re.DOTALL)


def _plain(tokens: list[Token]) -> str:
    text = ""
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            text += token.content
        elif token.type in ("softbreak", "hardbreak"):
            text += " "
    return text
