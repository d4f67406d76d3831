"""Feeds Material's search index from the model, so that nothing parses our HTML again."""

from __future__ import annotations

from material.plugins.search.plugin import SearchIndex, SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from backgrounder.hosts.mkdocs.page import FinishedPage

_SETTINGS = {
    # A word ends at a space, a mark or a hyphen; a full stop or comma inside a number does not end it.
    # The article of Arabic names is left out, or every name with one would match every other.
    "separator": r"""[\s\u200b\u00a0\u2010-\u2015\-·،؛؟!?:;“”"()\[\]/]+|[.,](?!\d)|\b[Aa]l-""",
    # No stop words: US, IS and IT are names here.
    "pipeline": [],
    "fields": {"title": {"boost": 8.0}, "text": {"boost": 1.0}, "tags": {"boost": 1.0}},
}
"""What suits the entries of briefs, in the place of the search plugin's own options."""


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
        plugin.search_index = FedSearchIndex(**{**plugin.config, **_SETTINGS})


def add_to_search(config: MkDocsConfig, entries: list[dict[str, str | float]]) -> None:
    """Adds the entries of a page that MkDocs has not seen."""
    plugin = config.plugins.get("material/search")
    if isinstance(plugin, SearchPlugin) and plugin.config.enabled:
        plugin.search_index.entries.extend(entries)
