"""Collects what search is to know of hand-written pages, as Material's search plugin reads them."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator

from material.plugins.search.plugin import SearchIndex, SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from backgrounder.assemble import NO_DOCUMENTS
from backgrounder.hosts.mkdocs.page import FinishedPage
from backgrounder.search import SearchPage, SearchSection

_TAG = re.compile(r"<[^>]*>")


class HandWritten(SearchIndex):
    """The entries of hand-written pages. Finished pages bring their own, and the index is ours."""

    def add_entry_from_context(self, page: MkDocsPage) -> None:
        if not isinstance(page, FinishedPage):
            super().add_entry_from_context(page)

    def generate_search_index(self, prev: object) -> str:
        return NO_DOCUMENTS

    def pages(self) -> Iterator[SearchPage]:
        """What search is to know of them, in the order of the pages; entries are HTML."""
        by_page: dict[str, list[SearchSection]] = defaultdict(list)
        for entry in self.entries:
            address, _, anchor = entry["location"].partition("#")
            section = SearchSection(
                anchor, _plain(entry["title"]), _plain(entry["text"]), float(entry.get("boost", 1.0))
            )
            by_page[address].append(section)
        for address, sections in by_page.items():
            yield SearchPage(address=address, title=sections[0].title, sections=tuple(sections))


def collect_entries(config: MkDocsConfig) -> HandWritten:
    """Has the search plugin collect what hand-written pages say, for us to index."""
    plugin = config.plugins.get("material/search")
    if not isinstance(plugin, SearchPlugin) or not plugin.config.enabled:
        return HandWritten()
    plugin.search_index = HandWritten(**plugin.config)
    return plugin.search_index


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())
