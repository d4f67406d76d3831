"""Writes the search index from the model, and from hand-written pages as Material's search plugin reads them."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from material.plugins.search.plugin import SearchIndex, SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from backgrounder import search
from backgrounder.hosts.mkdocs.page import FinishedPage
from backgrounder.render.site import Page, Site

_FOLDER = "search"
_NO_DOCUMENTS: dict[str, Any] = {
    "config": {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": []},
    "docs": [],
}
"""What Material loads before it starts a search; ours needs none of it."""
_TAG = re.compile(r"<[^>]*>")


class HandWritten(SearchIndex):
    """The entries of hand-written pages. Finished pages bring their own."""

    def add_entry_from_context(self, page: MkDocsPage) -> None:
        if not isinstance(page, FinishedPage):
            super().add_entry_from_context(page)

    def generate_search_index(self, prev: object) -> str:
        return json.dumps(_NO_DOCUMENTS, separators=(",", ":"))


def collect_entries(config: MkDocsConfig) -> HandWritten:
    """Has the search plugin collect what hand-written pages say, for us to index."""
    plugin = config.plugins.get("material/search")
    if not isinstance(plugin, SearchPlugin) or not plugin.config.enabled:
        return HandWritten()
    plugin.search_index = HandWritten(**plugin.config)
    return plugin.search_index


def write_search(site: Site, written: HandWritten, folder: Path) -> None:
    """Writes the index of all pages into the folder of the site."""
    pages = [*map(search_page, site.pages), *_written_pages(written)]
    files = dict(_files(pages))
    # From a folder Material takes its index from a script.
    files["search_index.js"] = f"var __index={written.generate_search_index(None)}"
    for path, text in files.items():
        file = folder / _FOLDER / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def search_page(page: Page) -> search.SearchPage:
    """What search knows of a page made from the briefs."""
    return search.SearchPage(
        address=page.address,
        title=page.title,
        kind=page.kind,
        status=page.status,
        topics=page.topics,
        names=page.names,
        sections=tuple(
            search.SearchSection(entry.anchor, entry.title, entry.text, entry.weight) for entry in page.search
        ),
    )


def _files(pages: list[search.SearchPage]) -> Iterator[tuple[str, str]]:
    groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for group, terms in search.page_terms(page).items():
            groups[group].append((number, terms))
    shards = {group: search.shard_files(group, terms) for group, terms in groups.items()}
    texts = {search.page_path(number): search.page_text(number, page) for number, page in enumerate(pages)}
    names = search.names_text(
        name for page in pages if page.kind == "stakeholder" for name in (page.title, *page.names)
    )
    yield from texts.items()
    yield from ((shard.path, shard.text) for group in shards.values() for shard in group)
    yield search.NAMES_PATH, names
    yield (
        search.MANIFEST_PATH,
        search.manifest_text(
            len(pages),
            shards,
            kinds=(page.kind for page in pages),
            statuses=(page.status for page in pages),
            topics=(topic for page in pages for topic in page.topics),
            texts_hash=search.short_hash("".join(texts.values())),
            names=names,
        ),
    )


def _written_pages(written: HandWritten) -> Iterator[search.SearchPage]:
    """Hand-written pages, their entries put together; these are HTML, in the order of the pages."""
    by_page: dict[str, list[search.SearchSection]] = defaultdict(list)
    for entry in written.entries:
        address, _, anchor = entry["location"].partition("#")
        section = search.SearchSection(
            anchor, _plain(entry["title"]), _plain(entry["text"]), float(entry.get("boost", 1.0))
        )
        by_page[address].append(section)
    for address, sections in by_page.items():
        yield search.SearchPage(address=address, title=sections[0].title, sections=tuple(sections))


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())
