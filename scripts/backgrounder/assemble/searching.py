"""The files of the search index, from what search is to know of each page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from backgrounder import search
from backgrounder.ledger import digest
from backgrounder.render.site import Page

FOLDER = "search"
NO_DOCUMENTS = '{"config":{"lang":["en"],"separator":"[\\\\s\\\\-]+","pipeline":[]},"docs":[]}'
"""What Material loads before it starts a search; ours needs none of it."""


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """What the index needs of a page."""

    terms: dict[str, str]
    """Its words by group."""
    text: bytes
    """A digest of what is shown of it."""
    number: int
    """The number that it had when it was made."""
    kind: str
    status: str
    topics: tuple[str, ...]
    names: tuple[str, ...]
    """Of a stakeholder: its names."""


def search_page(page: Page) -> search.SearchPage:
    """What search is to know of a page."""
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


def entry_of(page: search.SearchPage, number: int) -> tuple[Entry, bytes]:
    """The same worked out, and what is shown of the page, without its number."""
    value = search.page_value(page)
    entry = Entry(
        terms=search.page_terms(page),
        text=digest(value),
        number=number,
        kind=page.kind,
        status=page.status,
        topics=page.topics,
        names=(page.title, *page.names) if page.kind == "stakeholder" else (),
    )
    return entry, value


def text_path(number: int) -> str:
    """Where on the site the texts of a page stand."""
    return f"{FOLDER}/{search.page_path(number)}"


def text_key(number: int, text: bytes) -> bytes:
    """From what the file of a page's texts is made."""
    return b"%d %s" % (number, text)


class Group(msgspec.Struct, frozen=True):
    """Words that begin alike, on all pages."""

    name: str
    key: bytes
    pages: list[tuple[int, str]]
    """The number of each page that has any, and its words."""


def groups_of(entries: Sequence[Entry]) -> list[Group]:
    """The words of all pages; a page's number is its place."""
    groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for group, terms in entry.terms.items():
            groups[group].append((number, terms))
    return [
        Group(name, digest(name, msgspec.msgpack.encode(pages)), pages)
        for name, pages in sorted(groups.items())
    ]


def shards_of(group: Group) -> list[search.Shard]:
    """The files of a group."""
    return search.shard_files(group.name, group.pages)


def small_files(
    entries: Sequence[Entry], shards: dict[str, list[search.ShardName]]
) -> Iterator[tuple[str, str]]:
    """The files beside the words and the texts: what is read first, and what Material asks for."""
    names = search.names_text(name for entry in entries for name in entry.names)
    yield search.NAMES_PATH, names
    yield (
        search.MANIFEST_PATH,
        search.manifest_text(
            len(entries),
            shards,
            kinds=(entry.kind for entry in entries),
            statuses=(entry.status for entry in entries),
            topics=(topic for entry in entries for topic in entry.topics),
            texts_hash=digest(*(entry.text for entry in entries)).hex()[:10],
            names=names,
        ),
    )
    yield "search_index.json", NO_DOCUMENTS
    # From a folder Material takes its index from a script.
    yield "search_index.js", f"var __index={NO_DOCUMENTS}"


def write_search(pages: Sequence[search.SearchPage], folder: Path) -> None:
    """Writes the whole index into the folder of a site. Raises OSError."""
    made = [entry_of(page, number) for number, page in enumerate(pages)]
    entries = [entry for entry, _ in made]
    shards = {group.name: shards_of(group) for group in groups_of(entries)}
    texts = ((search.page_path(n), search.page_text(n, value)) for n, (_, value) in enumerate(made))
    words = ((shard.path, shard.text) for group in shards.values() for shard in group)
    names = {group: [shard.name for shard in files] for group, files in shards.items()}
    others = ((path, text.encode()) for path, text in (*words, *small_files(entries, names)))
    for path, data in (*texts, *others):
        file = folder / FOLDER / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
