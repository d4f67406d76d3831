"""Contributors' Markdown: what it allows, and that words are never lost, run or hung up on."""

from __future__ import annotations

import itertools
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backgrounder.markup import (
    Code,
    Emphasis,
    Inline,
    Link,
    List,
    Paragraph,
    Strong,
    Text,
    direction_runs,
    is_simple,
    is_simple_prose,
    line_text,
    parse_line,
    parse_prose,
    plain_text,
    prose_text,
)

_PIECES = """* ** *** _ __ ` `` [ ] ( ) < > ! # - + 1. 2) | ~ \\ & ; : / " ' = a b c <b> <script> </a> <!-- -->
&lt; &#60; &amp; http://x.y https://x.y/z //x.y javascript:a mailto:a@b.c data:text/html,x [a](https://b.c) [a](b)
![i](https://x.y) [a]: ``` العراق ڕۆژ עברית 标题 ١٢ 12 « » \u200f \u200d \u0301"""
_MARKDOWN = st.lists(
    st.sampled_from([*_PIECES.split(), " ", "  ", "\n", "\n\n", "\t", "- ", "  - ", "    "]), max_size=50
).map("".join)
_ANY = st.one_of(_MARKDOWN, st.text(max_size=80))


def _inlines(nodes: tuple) -> list[Inline]:
    """All inline nodes of a tree, outer ones first."""
    found = []
    for node in nodes:
        if isinstance(node, List):
            found += [inline for item in node.items for inline in _inlines(item)]
            continue
        if not isinstance(node, Paragraph):
            found.append(node)
        found += _inlines(getattr(node, "children", ()))
    return found


@given(_ANY)
def test_any_text_is_parsed(text: str) -> None:
    """Nothing raises, and whatever comes out is links that may be followed, and text."""
    for nodes in (parse_line(text), parse_prose(text)):
        assert isinstance(plain_text(nodes), str)
        for node in _inlines(nodes):
            assert isinstance(node, (Text, Code, Emphasis, Strong, Link))
            if isinstance(node, Link):
                assert node.url.lower().startswith(("http://", "https://", "mailto:"))
                assert not set(node.url) & set("\"'<> \n\t\\")


@given(st.text(st.characters(exclude_characters="*_`[]\\&\n\r\x00", exclude_categories=["Cs"]), max_size=60))
def test_text_without_marks_stays_what_it_is(text: str) -> None:
    """HTML included: it is text for readers to see."""
    assert plain_text(parse_line(text)) == text


_MOSTLY_SIMPLE = st.one_of(
    _ANY, st.text(st.characters(max_codepoint=0x7E, exclude_characters="\r\x00"), max_size=60)
)


@given(_MOSTLY_SIMPLE)
def test_simple_text_is_what_the_parser_makes_of_it(text: str) -> None:
    """With an escaped mark in front, the parser is asked."""
    if is_simple(text):
        assert parse_line(text) == ((Text(text),) if text else ())
        assert plain_text(parse_line(f"\\*{text}")) == f"*{text}"
    if is_simple_prose(text):
        assert parse_prose(text) == (Paragraph((Text(text),)),)
        assert parse_prose(f"{text}\n\na")[0] == Paragraph((Text(text),))


@given(_MOSTLY_SIMPLE)
def test_words_alone_are_those_of_the_nodes(text: str) -> None:
    assert line_text(text) == plain_text(parse_line(text))
    assert prose_text(text) == plain_text(parse_prose(text))


@given(_ANY)
def test_words_survive(text: str) -> None:
    """Every letter and digit that is written is in the words that come out, links and HTML's names apart."""
    if "](" in text or "&" in text:
        return
    letters = [character for character in text if character.isalpha()]
    assert [character for character in plain_text(parse_prose(text)) if character.isalpha()] == letters


@given(st.text(max_size=60))
def test_direction_runs_join_back(text: str) -> None:
    """Cutting a text by direction loses nothing, leaves no empty run and no two alike in a row."""
    runs = direction_runs(text)
    assert "".join(run.text for run in runs) == text
    assert all(run.text for run in runs)
    assert all(one.rtl != other.rtl for one, other in itertools.pairwise(runs))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain", [("plain", False)]),
        ("", []),
        ("The word العراق means Iraq", [("The word ", False), ("العراق", True), (" means Iraq", False)]),
        ("ڕووداو (هەولێر) said", [("ڕووداو (هەولێر)", True), (" said", False)]),
        ("(العراق)", [("(", False), ("العراق", True), (")", False)]),
        ("في 2021 كان", [("في 2021 كان", True)]),
        ("كَتَبَ!", [("كَتَبَ", True), ("!", False)]),
        ("می\u200cخواهم", [("می\u200cخواهم", True)]),
    ],
)
def test_direction_runs(text: str, runs: list[tuple[str, bool]]) -> None:
    """Spaces, digits and brackets inside a right-to-left passage belong to it; those around it do not."""
    assert [(run.text, run.rtl) for run in direction_runs(text)] == runs


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<!-- x -->",
        "<b>bold</b>",
        "<https://example.org>",
        "</p><p>",
    ],
)
def test_html_is_text(html: str) -> None:
    """Shown as it was typed, in a line, in prose, in a list and in emphasis."""
    assert plain_text(parse_line(html)) == html
    assert plain_text(parse_prose(f"- {html}")) == html
    assert parse_line(f"**{html}**") == (Strong((Text(html),)),)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "//example.org",
        "/path",
        "path",
        "#anchor",
        "file:///etc/passwd",
        "https:example.org",
        "https:///example.org",
        "https://",
        "ftp://example.org",
        "mailto:",
        "mailto://x",
    ],
)
def test_other_addresses_are_no_links(url: str) -> None:
    """Only http, https with a host, and mailto with an address are followed."""
    nodes = parse_line(f"[words]({url})")
    assert not any(isinstance(node, Link) for node in nodes)
    assert "words" in plain_text(nodes)


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c#d", "http://localhost:8000", "mailto:desk@example.org"]
)
def test_links(url: str) -> None:
    assert parse_line(f"[words]({url})") == (Link(url, (Text("words"),)),)


def test_line() -> None:
    """Emphasis, code, links and escapes; a line break is a space."""
    assert parse_line("a *b* **c** `d*` \\*e\\*\nf") == (
        Text("a "),
        Emphasis((Text("b"),)),
        Text(" "),
        Strong((Text("c"),)),
        Text(" "),
        Code("d*"),
        Text(" *e*"),
        Text(" "),
        Text("f"),
    )


def test_prose() -> None:
    """Paragraphs and lists; headings, quotations, rules and indented code are text."""
    assert parse_prose("a\n\n- b\n- c\n  1. d") == (
        Paragraph((Text("a"),)),
        List(
            False,
            (
                (Paragraph((Text("b"),)),),
                (Paragraph((Text("c"),)), List(True, ((Paragraph((Text("d"),)),),))),
            ),
        ),
    )
    assert plain_text(parse_prose("# a\n\n> b\n\n---\n\n    c")) == "# a > b --- c"
    assert plain_text(parse_prose("- a\n- b\n\nc")) == "a b c"


_PATHOLOGICAL = {
    "asterisks": "*" * 8_000,
    "asterisks-around": "*" * 3_999 + "a" + "*" * 3_999,
    "asterisks-words": "*a **a " * 500 + "a** a*" * 500,
    "underscores": "_a__" * 2_000,
    "brackets": "[" * 8_000,
    "bracket-pairs": "[" * 4_000 + "]" * 4_000,
    "links": "[a](" * 2_000,
    "links-in-links": "[" * 2_000 + "a" + "](https://a.b)" * 400,
    "images": "![" * 4_000,
    "backticks": "".join("`" * length + " " for length in range(1, 126)),
    "backslashes": "\\" * 8_000,
    "entities": "&" * 8_000,
    "tags": "<a " * 2_600,
    "lists": "- " * 4_000,
    "numbers": "1. " * 2_600,
    "deep-list": "\n".join("  " * level + f"- w{level}" for level in range(80)),
    "many-items": "- x\n" * 2_000,
    "emphasis-in-links": "*[" * 1_000 + "a" + "](https://a.b)*" * 300,
    "spaces": " " * 7_999 + "a",
    "arabic-brackets": "(ا" * 4_000,
    "alternating": "ا a " * 2_000,
}


@pytest.mark.parametrize("name", _PATHOLOGICAL)
def test_pathological_markdown_is_parsed_in_time(name: str) -> None:
    """The longest text that a field may hold, made to make parsers slow, costs less than a second."""
    text = _PATHOLOGICAL[name]
    start = time.process_time()
    for nodes in (parse_line(text), parse_prose(text)):
        plain_text(nodes)
    assert time.process_time() - start < 1


@pytest.mark.parametrize("depth", [1, 10, 30, 900])
def test_deep_emphasis_keeps_its_words(depth: int) -> None:
    """Beyond twenty levels marks have no effect, and no renderer has to go deeper."""
    nodes = parse_line("*a " * depth + "b" + " c*" * depth)
    assert plain_text(nodes).replace(" ", "").replace("*", "") == "a" * depth + "b" + "c" * depth
    assert _depth(nodes) <= 21


@pytest.mark.parametrize("depth", [1, 9, 10, 11, 30, 300])
def test_deep_lists_keep_their_words(depth: int) -> None:
    """Lists within lists end at ten; what is deeper stays as text."""
    text = "\n".join("  " * level + f"- w{level}" for level in range(depth))
    assert plain_text(parse_prose(text)).replace("- ", "").split() == [f"w{level}" for level in range(depth)]
    assert plain_text(parse_prose("- " * depth + "end")).endswith("end")


def _depth(nodes: tuple) -> int:
    return 1 + max((_depth(getattr(node, "children", ())) for node in nodes), default=-1)


def test_every_letter_that_runs_right_to_left_is_looked_for() -> None:
    """The quick look that most texts get by with misses none."""
    letters = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    missed = [
        letter
        for letter in letters
        if unicodedata.bidirectional(letter) in ("R", "AL") and not direction_runs(letter)[0].rtl
    ]
    assert missed == []
