"""Our finished pages in the form MkDocs takes: a generated file with a page that needs no Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from backgrounder.assemble import contents_of
from backgrounder.render.site import Heading, Page


class FinishedPage(MkDocsPage):
    """A page whose HTML and table of contents are already made."""

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

    @property
    def headings(self) -> Sequence[Heading]:
        """What its table of contents lists."""
        return contents_of(self._finished)

    def _take_meta(self) -> None:
        self.meta = {
            "title": escape(self._finished.title),
            "description": escape(self._finished.description),
            # The tabs hold the navigation on a wide screen, the drawer on a narrow one.
            "hide": ["navigation"] if self._finished.headings else ["navigation", "toc"],
        }

    def _take_content(self) -> None:
        self.content = self._finished.html
        self.toc = toc_of(self.headings)


class _Unknown:
    """A part of a page that is not known yet: whoever asks for it is noted, and setting it has no effect."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __get__(self, page: LaterPage, owner: type) -> object:
        page.was_asked = True
        return self._value

    def __set__(self, page: LaterPage, value: object) -> None:
        pass


class LaterPage(MkDocsPage):
    """Stands for a page that is written after MkDocs is done, so that hand-written pages can link to it."""

    title = _Unknown("")
    content = _Unknown("")
    toc = _Unknown(TableOfContents([]))
    meta = _Unknown({})

    def __init__(self, file: File, config: MkDocsConfig, updated: str) -> None:
        super().__init__(None, file, config)
        self.update_date = updated
        self.was_asked = False
        """Whether anybody has wanted to know what the page says."""

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.present_anchor_ids = set()
        self.links_to_anchors = {}


def finished_file(finished: Page, config: MkDocsConfig, updated: str, nav_title: str = "") -> File:
    """The generated file that carries ``finished`` through MkDocs."""
    inclusion = InclusionLevel.INCLUDED if nav_title else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, f"{finished.address}index.md", content="", inclusion=inclusion)
    FinishedPage(finished, nav_title, file, config, updated)
    return file


def later_file(address: str, config: MkDocsConfig, updated: str) -> File:
    """The generated file that stands for a page until it is written."""
    file = File.generated(config, f"{address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    LaterPage(file, config, updated)
    return file


def toc_of(headings: Sequence[Heading]) -> TableOfContents:
    """A table of contents in the form that themes take."""
    return TableOfContents([_anchor_link(heading, 2) for heading in headings])


def _anchor_link(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(escape(heading.title), heading.anchor, level)
    link.children = [_anchor_link(child, level + 1) for child in heading.children]
    return link
