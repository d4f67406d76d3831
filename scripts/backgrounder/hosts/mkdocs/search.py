"""Feeds Material's search index from the model, so that nothing parses our HTML again."""

from __future__ import annotations

from material.plugins.search.plugin import SearchIndex, SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from backgrounder.hosts.mkdocs.page import FinishedPage


class FedSearchIndex(SearchIndex):
    """Takes the entries that finished pages bring along; reads hand-written pages as ever."""

    def add_entry_from_context(self, page: Page) -> None:
        if isinstance(page, FinishedPage):
            self.entries.extend(page.search_entries())
        else:
            super().add_entry_from_context(page)


def feed_search(config: MkDocsConfig) -> None:
    """Puts our index in the place of the search plugin's own, where that plugin is in use."""
    plugin = config.plugins.get("material/search")
    if isinstance(plugin, SearchPlugin) and plugin.config.enabled:
        plugin.search_index = FedSearchIndex(**plugin.config)
