"""Puts the site together: MkDocs renders shells and hand-written pages, our own pages are filled in on all cores."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from backgrounder import parallel
from backgrounder.hosts.mkdocs.page import (
    FinishedPage,
    contents_of,
    finished_file,
    later_file,
    metadata_of,
    search_entries,
)
from backgrounder.hosts.mkdocs.shell import Shell, cut, marked_address, marked_page, trial_page
from backgrounder.render.site import Outline, Site

_PAGE_EVENTS = (
    *("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page"),
    *("pre_template", "template_context", "post_template", "env"),
)
"""What another plugin may do to single pages; then all of them have to go through MkDocs."""
_HARMLESS = ("backgrounder", "material/search")

_DRAW_CONTENTS = '{% import "partials/language.html" as lang with context %}{% include "partials/toc.html" %}'


def can_assemble(plugins: Mapping[str, BasePlugin]) -> bool:
    """Whether no plugin or hook but ours wants to see each page."""
    events: dict[str, list[Callable[..., Any]]] = plugins.events  # type: ignore[attr-defined]
    handlers = (handler for event in _PAGE_EVENTS for handler in events[event])
    harmless = [plugins[name] for name in _HARMLESS if name in plugins]
    return all(any(getattr(handler, "__self__", None) is one for one in harmless) for handler in handlers)


class Assembly:
    """Gathers the shells while MkDocs builds, and then writes the pages."""

    def __init__(self, site: Site, config: MkDocsConfig, updated: str) -> None:
        self._site = site
        self._config = config
        self._updated = updated
        self._marked: dict[str, tuple[str, bool]] = {}
        """Of each page with marks, by its address: the name of its shell, and whether it has headings."""
        self._shells: dict[str, Shell | None] = {}
        self._documents: list[File] = []
        self._context: dict[str, Any] = {}
        self._env: jinja2.Environment

    def files(self) -> list[File]:
        """A page with marks for each kind of page, and something to link to for each page."""
        files = []
        for outline in self._site.outlines:
            address, section = outline.address, outline.address.partition("/")[0]
            if outline.nav_title:
                files.append(self._marked_file(address, address, outline.has_headings, outline.nav_title))
                continue
            files.append(later_file(outline, self._config, self._updated))
            for has_headings in (True, False):
                place = marked_address(section, has_headings)
                if place not in self._marked:
                    files.append(self._marked_file(_kind(section, has_headings), place, has_headings))
        return files

    def _marked_file(self, name: str, address: str, has_headings: bool, nav_title: str = "") -> File:
        self._marked[address] = (name, has_headings)
        return finished_file(marked_page(address, has_headings), self._config, self._updated, nav_title)

    def take_environment(self, env: jinja2.Environment, files: Files) -> None:
        """Takes the pages that are written later from MkDocs, once the links to them have been followed."""
        self._env = env
        own = {outline.address: bool(outline.nav_title) for outline in self._site.outlines}
        documents = [(file, file.page.url) for file in files.documentation_pages() if file.page]
        self._documents = [file for file, url in documents if url in own or url not in self._marked]
        for file, url in documents:
            if own.get(url) is False:
                files.remove(file)

    def documents(self) -> list[File]:
        """The files of all pages, as a sitemap lists them."""
        return self._documents

    def take_context(self, context: Mapping[str, Any]) -> None:
        """Keeps what the next page is rendered with."""
        self._context = dict(context)

    def take_output(self, output: str, page: MkDocsPage) -> str:
        """Makes a shell of a page with marks, of which nothing is to be written; leaves others as they are."""
        if page.url not in self._marked or not isinstance(page, FinishedPage):
            return output
        name, has_headings = self._marked[page.url]
        shell = cut(output, self._contents(page))
        self._shells[name] = shell if shell and self._holds(shell, page, has_headings) else None
        return ""

    def _holds(self, shell: Shell, page: FinishedPage, has_headings: bool) -> bool:
        """Whether filling gives what rendering gives."""
        trial = trial_page(page.url, has_headings)
        page.becomes(trial)
        template = self._env.get_template(page.meta.get("template", "main.html"))
        return template.render(self._context) == shell.filled(trial, self._contents(page))

    def _contents(self, page: Any) -> str:
        """A table of contents as the theme draws it."""
        return self._drawing.render({**self._context, "page": page})

    @functools.cached_property
    def _drawing(self) -> jinja2.Template:
        return self._env.from_string(_DRAW_CONTENTS)

    @property
    def is_possible(self) -> bool:
        """Whether there is a shell for every page."""
        return None not in self._shells.values()

    def write(self, folder: Path) -> Iterator[list[dict[str, Any]]]:
        """Renders and writes each page below ``folder``; gives what search is to know of each."""
        yield from parallel.spread(functools.partial(self._write, folder), self._site.outlines)

    def _write(self, folder: Path, outline: Outline) -> list[dict[str, Any]]:
        page = outline.make()
        section = outline.address.partition("/")[0]
        shell = self._shells[outline.address if outline.nav_title else _kind(section, bool(page.headings))]
        assert shell is not None
        stand_in = SimpleNamespace(toc=contents_of(page), url=page.address, **metadata_of(page))
        text = shell.filled(page, self._contents(stand_in))
        file = folder / page.address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", errors="xmlcharrefreplace"))
        return search_entries(page)


def _kind(section: str, has_headings: bool) -> str:
    """The name of the shell of the pages of a section; no address is like it."""
    return f"{section} {'with' if has_headings else 'without'} headings"
