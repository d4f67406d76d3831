"""What makes HTML of single texts: its quick ways for simple ones give what the nodes give."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backgrounder.markup import direction_runs, parse_line, parse_prose, plain_text
from backgrounder.model.registry import Term
from backgrounder.render.site.escaping import escaped
from backgrounder.render.site.html import block_html, inline_html
from backgrounder.render.site.renderer import PageHelpers

_PIECES = [
    "a",
    "b & c",
    "<b>",
    '"',
    "'",
    "*",
    "**",
    "`",
    "\n\n",
    "- ",
    " ",
    "hearing",
    "עברית",
    "’",
    "[a](https://b.c)",
]
_TEXTS = st.one_of(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), st.text(max_size=40))


def _helpers(language: str = "en", terms: tuple[str, ...] = ()) -> PageHelpers:
    glossary = {"hearing": Term(name="hearing", definition="A day on which *parties* speak.")}
    renderer: Any = SimpleNamespace(linked=SimpleNamespace(registry=SimpleNamespace(glossary=glossary)))
    brief: Any = SimpleNamespace(terms=terms, language=language)
    return PageHelpers(renderer, "briefs/x/", brief)


@given(_TEXTS)
def test_texts_are_what_their_nodes_are(text: str) -> None:
    page = _helpers()
    assert page.line(text) == inline_html(parse_line(text))
    assert page.prose(text) == block_html(parse_prose(text))
    assert page.plain(text) == inline_html(direction_runs(text))
    assert page.bare(text) == inline_html(direction_runs(plain_text(parse_line(text))))


@given(_TEXTS)
def test_texts_in_another_language_say_so(text: str) -> None:
    page, plain = _helpers("ckb"), _helpers()
    assert page.line(text) == f'<span lang="ckb" dir="rtl">{plain.line(text)}</span>'
    assert page.prose(text) == f'<div lang="ckb" dir="rtl">{plain.prose(text)}</div>'
    assert page.plain(text) == f'<span lang="ckb" dir="rtl">{plain.plain(text)}</span>'
    assert page.bare(text) == plain.bare(text)


@given(_TEXTS.filter(lambda text: "hearing" not in text.casefold()))
def test_a_text_without_terms_is_the_same_where_there_are_terms(text: str) -> None:
    assert _helpers(terms=("hearing",)).line(text) == _helpers().line(text)


def test_a_term_explains_itself_once() -> None:
    page = _helpers(terms=("hearing",))
    link = '<a class="bg-term" href="../../glossary/#term-hearing" title="A day on which parties speak.">hearing</a>'
    assert page.line("A <hearing>.") == f"A &lt;{link}&gt;."
    assert page.line("A hearing.") == "A hearing."
    assert page.prose("A hearing.") == "<p>A hearing.</p>"
    page.new_section()
    assert page.prose("A hearing.") == f"<p>A {link}.</p>"


def test_what_means_something_to_html_is_escaped() -> None:
    assert escaped("""<a href="x">'&'</a>""") == "&lt;a href=&#34;x&#34;&gt;&#39;&amp;&#39;&lt;/a&gt;"
