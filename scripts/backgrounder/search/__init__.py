"""A search index in small static files, made from the words of each page.

Pure: a caller gives pages and gets texts of files. ``page_terms`` of a page depends on that page alone and
``shard_files`` on one group of words, so both can be kept, and done side by side.
"""

from backgrounder.search.fold import count_words, fold_words
from backgrounder.search.manifest import MANIFEST_PATH, manifest_text
from backgrounder.search.names import NAMES_PATH, names_text
from backgrounder.search.page import SearchPage, SearchSection
from backgrounder.search.shards import DIGITS, Shard, ShardName, shard_files, short_hash
from backgrounder.search.terms import page_terms, topic_word
from backgrounder.search.texts import page_path, page_text, page_value, renumbered

__all__ = [
    "DIGITS",
    "MANIFEST_PATH",
    "NAMES_PATH",
    "SearchPage",
    "SearchSection",
    "Shard",
    "ShardName",
    "count_words",
    "fold_words",
    "manifest_text",
    "names_text",
    "page_path",
    "page_terms",
    "page_text",
    "page_value",
    "renumbered",
    "shard_files",
    "short_hash",
    "topic_word",
]
