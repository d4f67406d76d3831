"""Our finished pages in the form MkDocs takes: a generated file with a page that needs no Markdown."""

from __future__ import annotations

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from backgrounder.render.site import Heading, Page


class FinishedPage(MkDocsPage):
    """A page whose HTML and table of contents are already made."""

    def __init__(self, finished: Page, file: File, config: MkDocsConfig, updated: str) -> None:
        self._finished = finished
        super().__init__(finished.nav_title or finished.title, file, config)
        self.update_date = updated

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {
            "title": escape(self._finished.title),
            "description": escape(self._finished.description),
            # The tabs hold the navigation on a wide screen, the drawer on a narrow one.
            "hide": ["navigation"] if self._finished.headings else ["navigation", "toc"],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self._finished.html
        # The first entry is also where Material's "skip to content" leads.
        headings = self._finished.headings or (Heading(self._finished.title, "top"),)
        self.toc = TableOfContents([_anchor_link(heading, 2) for heading in headings])
        self.present_anchor_ids = set()
        self.links_to_anchors = {}


def finished_file(finished: Page, config: MkDocsConfig, updated: str) -> File:
    """The generated file that carries ``finished`` through MkDocs."""
    inclusion = InclusionLevel.INCLUDED if finished.is_index else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, f"{finished.address}index.md", content="", inclusion=inclusion)
    FinishedPage(finished, file, config, updated)
    return file


def _anchor_link(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(escape(heading.title), heading.anchor, level)
    link.children = [_anchor_link(child, level + 1) for child in heading.children]
    return link
