"""Puts values into templates: one environment for the site, one set of helpers for each page."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from backgrounder import addresses
from backgrounder.compiled import compiled_beside
from backgrounder.link import Linked
from backgrounder.markup import direction_runs, parse_line, parse_prose, plain_text, runs_right_to_left
from backgrounder.model import clock
from backgrounder.model.brief import Brief
from backgrounder.model.citation import Citation
from backgrounder.render.site.html import block_html, foreign_html, inline_html
from backgrounder.render.site.parts import Parts
from backgrounder.render.site.rows import Keys, Rows
from backgrounder.render.site.sections import Sections
from backgrounder.render.site.terms import TermMarker
from backgrounder.settings import Settings

_TEMPLATES = Path(__file__).parent / "templates"
_OURS = "en"
"""The language of the site's own words."""


class Renderer(msgspec.Struct, frozen=True):
    """The linked corpus and the settings, with all that is needed to make HTML of them."""

    linked: Linked
    settings: Settings
    verified: dict[int, Citation] = {}
    """Where each compared quotation stands, by the identity of its record."""
    keys: Keys | None = None
    scraps: Mapping[bytes, bytes] = {}
    """Parts of pages that an earlier build has made."""

    def rows(self) -> Rows:
        """The rows of one list of all briefs."""
        return Rows(self.keys, self.scraps)

    def html(
        self,
        template: str,
        address: str,
        terms_of: Brief | None = None,
        rows: Rows | None = None,
        **values: Any,
    ) -> str:
        """The page at ``address``, from the template of that name; ``terms_of`` is the brief whose terms it explains,
        ``rows`` are those that it lists."""
        page = PageHelpers(self, address, terms_of)
        parts = Parts(self, page, values.get("numbers"), values.get("record_id", ""), rows)
        return (
            _environment()
            .get_template(f"{template}.html")
            .render(
                page=page,
                linked=self.linked,
                registry=self.linked.registry,
                settings=self.settings,
                today=self.settings.today,
                likelihoods=self.settings.likelihoods,
                addresses=addresses,
                clock=clock,
                sections=Sections(page, parts, self.settings),
                **{**parts.by_name(), **values},
            )
        )


class PageHelpers:
    """What templates ask for that depends on the page they are on."""

    def __init__(self, renderer: Renderer, address: str, brief: Brief | None) -> None:
        self._up = addresses.way_up(address)
        self._glossary = renderer.linked.registry.glossary
        terms = [(term, self._glossary[term]) for term in brief.terms] if brief else []
        self._marker = TermMarker(terms)
        self.new_section = self._marker.again
        self._language = brief.language if brief and not brief.language.startswith(_OURS) else ""

    def url(self, address: str) -> str:
        """A link from this page to ``address`` on the site."""
        return f"{self._up}{address}"

    def line(self, text: str) -> Markup:
        """Inline Markdown as HTML, terms explained."""
        return self._spoken("span", inline_html(parse_line(text), self._mark_terms))

    def prose(self, text: str) -> Markup:
        """Block Markdown as HTML, terms explained."""
        return self._spoken("div", block_html(parse_prose(text), self._mark_terms))

    def plain(self, text: str) -> Markup:
        """Text that is no Markdown as HTML, passages of the other direction marked."""
        return self._spoken("span", inline_html(direction_runs(text)))

    def bare(self, text: str) -> Markup:
        """Inline Markdown as HTML without any explanations, for text that is itself a link."""
        return inline_html(direction_runs(plain_text(parse_line(text))))

    def foreign(self, text: str, language: str) -> Markup:
        """A name in its own language and direction."""
        return foreign_html(text, language)

    def _spoken(self, tag: str, html: Markup) -> Markup:
        """``html`` with the language of the page's brief, where that is not the site's."""
        if not self._language:
            return html
        direction = "rtl" if runs_right_to_left(self._language) else "ltr"
        return Markup('<{0} lang="{1}" dir="{2}">{3}</{0}>').format(tag, self._language, direction, html)

    def _mark_terms(self, text: str) -> Markup:
        if self._marker.is_idle:
            return escape(text)
        return Markup(
            "".join(
                [
                    self._term_link(piece, term) if term else escape(piece)
                    for piece, term in self._marker.pieces(text)
                ]
            )
        )

    def _term_link(self, words: str, term: str) -> Markup:
        link = '<a class="bg-term" href="{}" title="{}">{}</a>'
        definition = plain_text(parse_line(self._glossary[term].definition))
        return Markup(link).format(self.url(addresses.term_address(term)), definition, words)


@functools.cache
def _environment() -> Environment:
    return Environment(
        bytecode_cache=compiled_beside(_TEMPLATES),
        loader=PackageLoader("backgrounder.render.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
