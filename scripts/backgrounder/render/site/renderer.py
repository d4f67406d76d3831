"""Puts values into templates: one environment for the site, one set of helpers for each page."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import msgspec

from backgrounder import addresses
from backgrounder.compiled import compiled_beside
from backgrounder.link import Linked
from backgrounder.markup import (
    direction_runs,
    is_simple,
    is_simple_prose,
    line_text,
    parse_line,
    parse_prose,
    runs_right_to_left,
)
from backgrounder.model.brief import Brief
from backgrounder.model.proof import Proof
from backgrounder.render.site.escaping import Html, escaped, for_templates
from backgrounder.render.site.html import block_html, inline_html
from backgrounder.render.site.parts import Parts
from backgrounder.render.site.rows import Keys, Rows
from backgrounder.render.site.terms import TermMarker
from backgrounder.settings import Settings

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
_OURS = "en"
"""The language of the site's own words."""


class Renderer(msgspec.Struct, frozen=True):
    """The linked corpus and the settings, with all that is needed to make HTML of them."""

    linked: Linked
    settings: Settings
    proofs: dict[int, Proof] = {}
    """Proofs of the quotations, by the identity of the record that holds it."""
    keys: Keys | None = None
    compared: Mapping[str, Sequence[Proof]] = {}
    """Proofs of quotations and of passages in running text, by the source that they were compared with."""
    scraps: Mapping[bytes, bytes] = {}
    """Parts of pages that an earlier build has made."""

    def rows(self) -> Rows:
        """The rows of one list of all briefs."""
        return Rows(self.keys, self.scraps)

    def html(self, template: str, address: str, rows: Rows | None = None, **values: Any) -> Html:
        """The page at ``address``, from the template of that name; ``rows`` are those that it lists."""
        page = PageHelpers(self, address)
        parts = Parts(self, page, subject=values.get("record_id", ""), rows=rows)
        return (
            _environment()
            .get_template(f"{template}.html")
            .render(
                page=page.for_templates(),
                linked=self.linked,
                registry=self.linked.registry,
                settings=self.settings,
                today=self.settings.today,
                addresses=addresses,
                **{**parts.by_name(), **values},
            )
        )


class PageHelpers:
    """What makes HTML of texts and addresses as the page that they stand on wants it."""

    def __init__(self, renderer: Renderer, address: str, brief: Brief | None = None) -> None:
        """``brief`` is the one that the page shows, whose terms are explained."""
        self._up = addresses.way_up(address)
        self._glossary = renderer.linked.registry.glossary
        terms = [(term, self._glossary[term]) for term in brief.terms] if brief else []
        self._marker = TermMarker(terms)
        self._mark = self._mark_terms if terms else escaped
        self.new_section = self._marker.again
        self._language = brief.language if brief and not brief.language.startswith(_OURS) else ""

    def url(self, address: str) -> str:
        """A link from this page to ``address`` on the site."""
        return f"{self._up}{address}"

    def for_templates(self) -> SimpleNamespace:
        """The same, with what templates ask for known to Jinja as HTML."""
        made = {name: for_templates(getattr(self, name)) for name in ("line", "prose", "plain", "bare")}
        return SimpleNamespace(url=self.url, **made)

    def line(self, text: str) -> Html:
        """Inline Markdown as HTML, terms explained."""
        html = self._mark(text) if is_simple(text) else inline_html(parse_line(text), self._mark)
        return self._spoken("span", html) if self._language else html

    def prose(self, text: str) -> Html:
        """Block Markdown as HTML, terms explained."""
        if is_simple_prose(text):
            html = f"<p>{self._mark(text)}</p>"
        else:
            html = block_html(parse_prose(text), self._mark)
        return self._spoken("div", html) if self._language else html

    def plain(self, text: str) -> Html:
        """Text that is no Markdown as HTML, passages of the other direction marked."""
        html = escaped(text) if text.isascii() else inline_html(direction_runs(text))
        return self._spoken("span", html) if self._language else html

    def bare(self, text: str) -> Html:
        """Inline Markdown as HTML without any explanations, for text that is itself a link."""
        return escaped(text) if is_simple(text) else inline_html(direction_runs(line_text(text)))

    def _spoken(self, tag: str, html: Html) -> Html:
        """``html`` with the language of the page's brief, which is not the site's."""
        direction = "rtl" if runs_right_to_left(self._language) else "ltr"
        return f'<{tag} lang="{escaped(self._language)}" dir="{direction}">{html}</{tag}>'

    def _mark_terms(self, text: str) -> Html:
        if not self._marker.may_mark(text):
            return escaped(text)
        return "".join(
            [
                self._term_link(piece, term) if term else escaped(piece)
                for piece, term in self._marker.pieces(text)
            ]
        )

    def _term_link(self, words: str, term: str) -> Html:
        definition = line_text(self._glossary[term].definition)
        address = self.url(addresses.term_address(term))
        return f'<a class="bg-term" href="{address}" title="{escaped(definition)}">{escaped(words)}</a>'


@functools.cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # not needed for the page of a brief

    return Environment(
        bytecode_cache=compiled_beside(_TEMPLATES),
        loader=PackageLoader("backgrounder.render.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
