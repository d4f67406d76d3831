"""Turns markup nodes into HTML. Every text is escaped here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

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

MarkText = Callable[[str], Markup]
"""Turns a stretch of plain text into HTML; this is where glossary terms get their links."""


def inline_html(nodes: Iterable[Inline], mark: MarkText = escape) -> Markup:
    """The HTML of one paragraph's content."""
    return Markup("".join([_inline(node, mark) for node in nodes]))


def block_html(blocks: Iterable[Block], mark: MarkText = escape) -> Markup:
    """The HTML of paragraphs and lists."""
    return Markup("\n".join([_block(block, mark) for block in blocks]))


def foreign_html(text: str, language: str) -> Markup:
    """A name or passage in another language, with its language and direction."""
    return Markup('<bdi lang="{}" dir="auto">{}</bdi>').format(language, text)


def _inline(node: Inline, mark: MarkText) -> Markup:
    if type(node) is Text and not node.rtl:
        return mark(node.text)
    match node:
        case Text(text=text, rtl=True, lang=lang):
            return Markup('<bdi lang="{}" dir="rtl">{}</bdi>').format(lang, text)
        case Code(text=text):
            return Markup("<code>{}</code>").format(text)
        case Emphasis(children=children):
            return Markup("<em>{}</em>").format(inline_html(children, mark))
        case Strong(children=children):
            return Markup("<strong>{}</strong>").format(inline_html(children, mark))
        case Link(url=url, children=children):
            return Markup('<a href="{}" rel="noopener">{}</a>').format(url, inline_html(children))


def _block(block: Block, mark: MarkText) -> Markup:
    match block:
        case Paragraph(children=children):
            return Markup(f"<p>{inline_html(children, mark)}</p>")
        case List(ordered=False, items=items):
            return Markup("<ul>{}</ul>").format(_rows(items, mark))
        case List(items=items, start=start):
            first = Markup(' start="{}"').format(start) if start != 1 else ""
            return Markup("<ol{}>{}</ol>").format(first, _rows(items, mark))


def _rows(items: tuple[tuple[Block, ...], ...], mark: MarkText) -> Markup:
    return Markup("").join(Markup("<li>{}</li>").format(block_html(item, mark)) for item in items)
