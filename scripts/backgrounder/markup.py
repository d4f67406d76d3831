"""The Markdown that contributors may write, parsed once for every renderer.

Lines take emphasis, links, code and escapes; prose takes paragraphs and lists as well. HTML is off,
so it comes out as the text it is, and a link leads to http, https or mailto or is no link. Renderers
turn the nodes into their own form and escape all text; nothing is cleaned afterwards.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from backgrounder.patterns import late_pattern

if TYPE_CHECKING:  # the parser is loaded when there is anything to parse, which for most texts there is not
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_SAFE_LINK = late_pattern(r"(?:https?://[^\s/?#]|mailto:[^\s/])", re.IGNORECASE)
_MOST_LEVELS = 20
"""Emphasis and lists nested deeper than this lose their form and keep their words."""

_BRACKETS = {")": "(", "]": "[", "»": "«"}
_RTL_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_RTL_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa"})
_SORANI = late_pattern("[ڕڵۆێە]")
_PERSIAN = late_pattern("[پچژگکی]")
_RIGHT_TO_LEFT = ("R", "AL")
_MAY_RUN_RIGHT_TO_LEFT = late_pattern(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks that have letters of that direction; text without any is not looked through letter by letter."""
_NEUTRAL_INSIDE_RUN = ("NSM", "BN", "WS", "CS", "ON", "AN", "EN", "ES", "ET")


class Text(msgspec.Struct, frozen=True, tag=True):
    """Words of one direction."""

    text: str
    rtl: bool = False
    """In a script that runs from right to left."""
    lang: str = ""
    """The language of a right-to-left run, as far as its letters tell."""


class Code(msgspec.Struct, frozen=True, tag=True):
    text: str


class Emphasis(msgspec.Struct, frozen=True, tag=True):
    children: tuple[Inline, ...]


class Strong(msgspec.Struct, frozen=True, tag=True):
    children: tuple[Inline, ...]


class Link(msgspec.Struct, frozen=True, tag=True):
    url: str
    children: tuple[Inline, ...]


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    children: tuple[Inline, ...]


class List(msgspec.Struct, frozen=True, tag=True):
    ordered: bool
    items: tuple[tuple[Block, ...], ...]
    start: int = 1
    """The number of the first item of an ordered list."""


Inline = Text | Code | Emphasis | Strong | Link
Block = Paragraph | List


_STARTS_LIST = late_pattern(r"\s*(?:[-+]|[0-9]{1,9}[.)])(?:\s|$)")
_REMEMBERED = 4096
"""A text is asked for by several stages and pages, mostly soon one after the other."""


def is_simple(text: str) -> bool:
    """Whether ``parse_line`` would give nothing but ``text`` itself, of one direction; False is no promise."""
    return text.isascii() and not _has_marks(text)


def is_simple_prose(text: str) -> bool:
    """Whether ``parse_prose`` would give nothing but ``text`` itself as a paragraph; False is no promise."""
    return bool(text) and text.isascii() and _is_one_paragraph(text)


@functools.lru_cache(_REMEMBERED)
def parse_line(text: str) -> tuple[Inline, ...]:
    """The nodes of one paragraph of inline Markdown."""
    if not _has_marks(text):
        return direction_runs(text)
    (inline,) = _line_parser().parseInline(text)
    return _inlines(inline.children or [])


@functools.lru_cache(_REMEMBERED)
def parse_prose(text: str) -> tuple[Block, ...]:
    """The paragraphs and lists of a longer text."""
    if _is_one_paragraph(text):
        return (Paragraph(direction_runs(text)),) if text else ()
    return _Blocks(_prose_parser().parse(text)).all()


def _has_marks(text: str) -> bool:
    """Whether ``text`` may be another after parsing; where it is not, the parser is not asked."""
    # To look for each by itself is four times as fast as for all at once.
    return (
        "*" in text
        or "_" in text
        or "`" in text
        or "[" in text
        or "]" in text
        or "\\" in text
        or "&" in text
        or "\n" in text
    )


def _is_one_paragraph(text: str) -> bool:
    return not _has_marks(text) and text == text.strip() and not _STARTS_LIST.match(text)


def line_text(text: str) -> str:
    """The words of a line alone, for search, feeds and titles."""
    return text if is_simple(text) else plain_text(parse_line(text))


def prose_text(text: str) -> str:
    """The words of a longer text alone, blocks separated by a space."""
    return text if is_simple_prose(text) else plain_text(parse_prose(text))


def plain_text(nodes: tuple[Inline | Block, ...]) -> str:
    """The words alone, blocks separated by a space: for search, feeds and titles."""
    if len(nodes) == 1 and type(nodes[0]) is Text:  # as nearly all are
        return nodes[0].text
    parts = []
    for node in nodes:
        match node:
            case Text(text=text) | Code(text=text):
                parts.append(text)
            case List(items=items):
                parts.append(" ".join(plain_text(item) for item in items) + " ")
            case Paragraph(children=children):
                parts.append(plain_text(children) + " ")
            case _:
                parts.append(plain_text(node.children))
    return "".join(parts).strip() if nodes and isinstance(nodes[0], Block) else "".join(parts)


def direction_runs(text: str) -> tuple[Text, ...]:
    """``text`` cut where its direction changes, so that each renderer can mark foreign passages.

    Spaces, digits and marks between two right-to-left words belong to their run; those at its ends
    do not (Unicode Standard Annex 9, rule N1, in the small).
    """
    if text.isascii() or not _MAY_RUN_RIGHT_TO_LEFT.search(text):
        return (Text(text),) if text else ()
    runs: list[Text] = []
    position = 0
    for start, end in _right_to_left_stretches(text):
        if position < start:
            runs.append(Text(text[position:start]))
        runs.append(_right_to_left(text[start:end]))
        position = end
    if position < len(text):
        runs.append(Text(text[position:]))
    return tuple(runs)


def _right_to_left(text: str) -> Text:
    return Text(text, rtl=True, lang=script_language(text))


def runs_right_to_left(tag: str) -> bool:
    """Whether the language that a BCP 47 tag names is written from right to left.

    The script decides where the tag names one, as in ``ku-Arab``.
    """
    language, *rest = tag.lower().split("-")
    script = next((part for part in rest if len(part) == 4), "")
    return script in _RTL_SCRIPTS if script else language in _RTL_LANGUAGES


def script_language(text: str) -> str:
    """The language tag for a right-to-left passage that names none, told by the letters only it uses.

    A guess for screen readers and fonts: Hebrew by its block, Sorani and Persian by their own letters,
    Arabic otherwise.
    """
    if any("\u0590" <= character <= "\u05ff" for character in text):
        return "he"
    if _SORANI.search(text):
        return "ckb"
    return "fa" if _PERSIAN.search(text) else "ar"


def _right_to_left_stretches(text: str) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    start = end = -1
    for index, character in enumerate(text):
        kind = unicodedata.bidirectional(character)
        if kind in _RIGHT_TO_LEFT:
            start = index if start < 0 else start
            end = index + 1
        elif kind == "NSM" and end == index:
            end = index + 1
        elif kind not in _NEUTRAL_INSIDE_RUN and start >= 0:
            stretches.append((start, _with_closing_bracket(text, start, end)))
            start = -1
    if start >= 0:
        stretches.append((start, _with_closing_bracket(text, start, end)))
    return stretches


def _with_closing_bracket(text: str, start: int, end: int) -> int:
    """The end of a stretch, moved past a bracket that closes one opened inside it."""
    closing = text[end : end + 1]
    opening = _BRACKETS.get(closing)
    if opening and text.count(opening, start, end) > text.count(closing, start, end):
        return end + 1
    return end


@functools.cache
def _line_parser() -> MarkdownIt:
    return _parser(["backticks", "emphasis", "link", "escape", "entity", "newline"])


@functools.cache
def _prose_parser() -> MarkdownIt:
    return _parser(["backticks", "emphasis", "link", "escape", "entity", "newline", "list"])


def _parser(rules: list[str]) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": False, "maxNesting": 2 * _MOST_LEVELS}).enable(rules)
    # Beyond maxNesting the parser would drop the text of a list; so lists end before it is reached.
    parser.block.ruler.at("list", _bounded_list, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.validateLink = lambda url: bool(_SAFE_LINK.match(url))
    return parser


def _bounded_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    from markdown_it.rules_block import list_block

    return state.level < _MOST_LEVELS and list_block(state, start, end, silent)


def _inlines(tokens: list[Token]) -> tuple[Inline, ...]:
    """The tree of a flat list of inline tokens. Asterisks nest without limit, so nothing here recurses."""
    open_tokens: list[Token] = []
    levels: list[list[Inline]] = [[]]
    for token in tokens:
        if token.nesting > 0:
            open_tokens.append(token)
            levels.append([])
        elif token.nesting < 0:
            opening, children = open_tokens.pop(), levels.pop()
            levels[-1] += (_span(opening, children),) if len(levels) <= _MOST_LEVELS else children
        else:
            levels[-1] += _leaf(token)
    return tuple(levels[0])


def _span(opening: Token, children: list[Inline]) -> Inline:
    match opening.type:
        case "em_open":
            return Emphasis(tuple(children))
        case "strong_open":
            return Strong(tuple(children))
        case _:
            return Link(str(opening.attrs["href"]), tuple(children))


def _leaf(token: Token) -> tuple[Inline, ...]:
    match token.type:
        case "code_inline":
            return (Code(token.content),)
        case "softbreak" | "hardbreak":
            return (Text(" "),)
        case _:
            return direction_runs(token.content)


class _Blocks:
    """Turns the flat list of block tokens into a tree."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = iter(tokens)

    def all(self, closing: str = "") -> tuple[Block, ...]:
        blocks: list[Block] = []
        for token in self._tokens:
            if token.type == closing:
                break
            if token.type == "inline":
                blocks.append(Paragraph(_inlines(token.children or [])))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                end = token.type.replace("open", "close")
                start = int(token.attrs.get("start", 1))
                blocks.append(List(token.type == "ordered_list_open", self._items(end), start))
        return tuple(blocks)

    def _items(self, closing: str) -> tuple[tuple[Block, ...], ...]:
        items = []
        for token in self._tokens:
            if token.type == closing:
                break
            items.append(self.all("list_item_close"))
        return tuple(items)
