"""What the browser reads first: how the index is cut, and what can be filtered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backgrounder.search.shards import ShardName, script, short_hash
from backgrounder.search.terms import topic_word

MANIFEST_PATH = "index.js"
_KINDS = ("brief", "stakeholder", "source", "topic", "term", "page")
_STATUSES = ("published", "draft", "scheduled", "archived")


def manifest_text(
    total: int,
    shards: Mapping[str, Iterable[ShardName]],
    kinds: Iterable[str],
    statuses: Iterable[str],
    topics: Iterable[str],
    texts_hash: str,
    names: str,
) -> str:
    """The file that names the shards of each group by first word and hash, and the filters there are.

    ``total`` counts the pages; ``texts_hash`` stands for the texts of all pages, ``names`` is the file of names.
    """
    value = {
        "total": total,
        "shards": {
            group: [part for shard in shards[group] for part in (shard.first, shard.hash)]
            for group in sorted(shards)
        },
        "kinds": _in_order(kinds, _KINDS),
        "statuses": _in_order(filter(None, statuses), _STATUSES),
        "topics": sorted((name, topic_word(name)) for name in set(topics)),
        "texts": texts_hash,
        "names": short_hash(names),
    }
    return script("index", value)


def _in_order(values: Iterable[str], order: tuple[str, ...]) -> list[str]:
    found = set(values)
    return [*(value for value in order if value in found), *sorted(found - set(order))]
