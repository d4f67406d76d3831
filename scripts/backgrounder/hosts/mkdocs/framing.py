"""Makes the frame of a site: MkDocs renders the hand-written pages, and one page with marks for each kind of ours."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from backgrounder.assemble import Contents, Frame, Shell, shell_name
from backgrounder.hosts.mkdocs.marks import cut_contents, cut_page, marked_address, marked_page, trial_page
from backgrounder.hosts.mkdocs.page import FinishedPage, LaterPage, finished_file, later_file, toc_of
from backgrounder.ledger import digest
from backgrounder.render.site import Heading, Outline
from backgrounder.search import SearchPage

_PAGE_EVENTS = (
    *("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page"),
    *("pre_template", "template_context", "post_template", "env", "post_build"),
)
"""What another plugin may do to single pages; then all of them have to go through MkDocs."""
HARMLESS = ("backgrounder", "material/search")

_DRAW_CONTENTS = '{% import "partials/language.html" as lang with context %}{% include "partials/toc.html" %}'


def can_frame(plugins: Mapping[str, BasePlugin]) -> bool:
    """Whether no plugin or hook but ours wants to see each page."""
    events: dict[str, list[Callable[..., Any]]] = plugins.events  # type: ignore[attr-defined]
    handlers = (handler for event in _PAGE_EVENTS for handler in events[event])
    harmless = [plugins[name] for name in HARMLESS if name in plugins]
    return all(any(getattr(handler, "__self__", None) is one for one in harmless) for handler in handlers)


class Framing:
    """Gathers the shells while MkDocs builds."""

    def __init__(
        self, outlines: Sequence[Outline], finished: Sequence[str], config: MkDocsConfig, updated: str
    ) -> None:
        """``finished`` are the paths of files that others put on the site, such as handouts."""
        self._outlines = outlines
        self._finished = finished
        self._config = config
        self._updated = updated
        self._marked: dict[str, tuple[str, bool]] = {}
        """Of each page with marks, by its address: the name of its shell, and whether it has headings."""
        self._shells: dict[str, Shell | None] = {}
        self._documents: list[File] = []
        self._later: list[LaterPage] = []
        self._context: dict[str, Any] = {}
        self._env: jinja2.Environment

    def files(self) -> Iterator[File]:
        """A page with marks for each kind of page, and something to link to for each page and file."""
        for outline in self._outlines:
            if outline.nav_title:
                yield self._marked_file(outline, outline.address, outline.has_headings)
                continue
            yield later_file(outline.address, self._config, self._updated)
            for has_headings in (True, False):
                place = marked_address(outline.address.partition("/")[0], has_headings)
                if place not in self._marked:
                    yield self._marked_file(outline, place, has_headings)
        for path in self._finished:
            yield File.generated(self._config, path, content="")

    def _marked_file(self, outline: Outline, address: str, has_headings: bool) -> File:
        self._marked[address] = (shell_name(outline, has_headings), has_headings)
        page = marked_page(address, has_headings)
        return finished_file(page, self._config, self._updated, outline.nav_title)

    def take_environment(self, env: jinja2.Environment, files: Files) -> None:
        """Takes from MkDocs what is written by others, once the links to it have been followed."""
        self._env = env
        own = {outline.address: bool(outline.nav_title) for outline in self._outlines}
        documents = [(file, file.page.url) for file in files.documentation_pages() if file.page]
        self._documents = [file for file, url in documents if url in own or url not in self._marked]
        for file, url in documents:
            if own.get(url) is False:
                files.remove(file)
        self._later = [file.page for file, _ in documents if isinstance(file.page, LaterPage)]
        for page in self._later:
            page.was_asked = False  # MkDocs itself has asked until here, from here on it is templates
        for path in self._finished:
            if file := files.get_file_from_path(path):
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
        self._shells[name] = self._shell(output, page, has_headings)
        return ""

    def _shell(self, output: str, page: FinishedPage, has_headings: bool) -> Shell | None:
        """The shell, if filling it gives what rendering gives."""
        contents = self._contents
        pieces = cut_page(output, self._drawn(page.headings)) if contents else None
        if pieces is None or contents is None:
            return None
        shell = Shell(pieces, contents)
        trial = trial_page(page.url, has_headings)
        page.becomes(trial)
        template = self._env.get_template(page.meta.get("template", "main.html"))
        return shell if template.render(self._context) == shell.filled(trial) else None

    @functools.cached_property
    def _contents(self) -> Contents | None:
        return cut_contents(self._drawn)

    def _drawn(self, headings: Sequence[Heading]) -> str:
        """A table of contents as the theme draws it."""
        page = SimpleNamespace(toc=toc_of(headings), meta={}, title="", url="")
        return self._drawing.render({**self._context, "page": page})

    @functools.cached_property
    def _drawing(self) -> jinja2.Template:
        return self._env.from_string(_DRAW_CONTENTS)

    def frame(self, folder: Path, written: Sequence[SearchPage]) -> Frame | None:
        """The frame, of which MkDocs has written the files into ``folder``.

        None where a page has no shell, or a template shows what other pages say.
        """
        shells = {name: shell for name, shell in self._shells.items() if shell}
        if len(shells) < len(self._shells) or any(page.was_asked for page in self._later):
            return None
        files = {
            file.relative_to(folder).as_posix(): digest(file.read_bytes())
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }
        return Frame(folder, files, shells, tuple(written))
