"""Our finished pages in the form MkDocs takes: a generated file with a page that needs no Markdown."""

from __future__ import annotations

from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from backgrounder.render.site import Heading, Outline, Page, SearchEntry


class FinishedPage(MkDocsPage):
    """A page whose HTML, table of contents and search entries are already made."""

    def __init__(
        self, finished: Page, nav_title: str, file: File, config: MkDocsConfig, updated: str
    ) -> None:
        self._finished = finished
        super().__init__(nav_title or finished.title, file, config)
        self.update_date = updated

    def becomes(self, finished: Page) -> None:
        """Says something else at the same place; a page in the navigation keeps its title there."""
        if self.title == self._finished.title:
            self.title = finished.title
        self._finished = finished
        self._take_meta()
        self._take_content()

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self._take_meta()

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self._take_content()
        self.present_anchor_ids = set()
        self.links_to_anchors = {}

    def search_entries(self) -> list[dict[str, str | float]]:
        """Entries in the form of Material's search index, which shows titles and texts as HTML."""
        return search_entries(self._finished)

    def _take_meta(self) -> None:
        self.meta = metadata_of(self._finished)["meta"]

    def _take_content(self) -> None:
        self.content = self._finished.html
        self.toc = contents_of(self._finished)


class LaterPage(MkDocsPage):
    """Stands for a page that is written after MkDocs is done, so that hand-written pages can link to it."""

    def __init__(self, file: File, config: MkDocsConfig, updated: str) -> None:
        super().__init__(file.src_uri, file, config)
        self.update_date = updated

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content, self.toc = "", TableOfContents([])
        self.present_anchor_ids = set()
        self.links_to_anchors = {}


def finished_file(finished: Page, config: MkDocsConfig, updated: str, nav_title: str = "") -> File:
    """The generated file that carries ``finished`` through MkDocs."""
    inclusion = InclusionLevel.INCLUDED if nav_title else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, f"{finished.address}index.md", content="", inclusion=inclusion)
    FinishedPage(finished, nav_title, file, config, updated)
    return file


def later_file(outline: Outline, config: MkDocsConfig, updated: str) -> File:
    """The generated file that stands for a page until it is written."""
    file = File.generated(
        config, f"{outline.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    LaterPage(file, config, updated)
    return file


def metadata_of(page: Page) -> dict[str, Any]:
    """What the theme asks of a page beside its content."""
    return {
        "title": page.title,
        "meta": {
            "title": escape(page.title),
            "description": escape(page.description),
            # The tabs hold the navigation on a wide screen, the drawer on a narrow one.
            "hide": ["navigation"] if page.headings else ["navigation", "toc"],
        },
    }


def contents_of(page: Page) -> TableOfContents:
    """The table of contents. Its first entry is also where Material's "skip to content" leads."""
    headings = page.headings or (Heading(page.title, "top"),)
    return TableOfContents([_anchor_link(heading, 2) for heading in headings])


def search_entries(page: Page) -> list[dict[str, str | float]]:
    """Entries in the form of Material's search index, which shows titles and texts as HTML."""
    return [_index_entry(page.address, entry) for entry in page.search]


def _anchor_link(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(escape(heading.title), heading.anchor, level)
    link.children = [_anchor_link(child, level + 1) for child in heading.children]
    return link


def _index_entry(url: str, entry: SearchEntry) -> dict[str, str | float]:
    return {
        "location": f"{url}#{entry.anchor}" if entry.anchor else url,
        "title": escape(entry.title, quote=False),
        "text": escape(entry.text, quote=False),
        "boost": entry.weight,
    }
