"""Turns markup nodes into HTML. Every text is escaped here, or by what marks the terms in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from backgrounder.markup import (
    Block,
    Code,
    Emphasis,
    Inline,
    Link,
    List,
    Paragraph,
    Strong,
    Text,
)
from backgrounder.render.site.escaping import Html, escaped

MarkText = Callable[[str], Html]
"""Turns a stretch of plain text into HTML; this is where glossary terms get their links."""


def inline_html(nodes: Sequence[Inline], mark: MarkText = escaped) -> Html:
    """The HTML of one paragraph's content."""
    if len(nodes) == 1:  # as nearly all have
        return _inline(nodes[0], mark)
    return "".join([_inline(node, mark) for node in nodes])


def block_html(blocks: Iterable[Block], mark: MarkText = escaped) -> Html:
    """The HTML of paragraphs and lists."""
    return "\n".join([_block(block, mark) for block in blocks])


def foreign_html(text: str, language: str) -> Html:
    """A name or passage in another language, with its language and direction."""
    return f'<bdi lang="{escaped(language)}" dir="auto">{escaped(text)}</bdi>'


def _inline(node: Inline, mark: MarkText) -> Html:
    if type(node) is Text and not node.rtl:
        return mark(node.text)
    match node:
        case Text(text=text, lang=lang):
            return f'<bdi lang="{escaped(lang)}" dir="rtl">{escaped(text)}</bdi>'
        case Code(text=text):
            return f"<code>{escaped(text)}</code>"
        case Emphasis(children=children):
            return f"<em>{inline_html(children, mark)}</em>"
        case Strong(children=children):
            return f"<strong>{inline_html(children, mark)}</strong>"
        case Link(url=url, children=children):
            return f'<a href="{escaped(url)}" rel="noopener">{inline_html(children)}</a>'


def _block(block: Block, mark: MarkText) -> Html:
    match block:
        case Paragraph(children=children):
            return f"<p>{inline_html(children, mark)}</p>"
        case List(ordered=False, items=items):
            return f"<ul>{_rows(items, mark)}</ul>"
        case List(items=items, start=start):
            first = f' start="{start}"' if start != 1 else ""
            return f"<ol{first}>{_rows(items, mark)}</ol>"


def _rows(items: tuple[tuple[Block, ...], ...], mark: MarkText) -> Html:
    return "".join([f"<li>{block_html(item, mark)}</li>" for item in items])
