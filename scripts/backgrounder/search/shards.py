"""The index itself: which pages hold a word, cut into files small enough to be loaded one by one.

A page's number is told by how far it is from the last one, in digits of base 32 of which all but the last
are marked by 32 more; one digit more is the weight. So most places cost two characters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from itertools import chain, repeat
from operator import sub

import msgspec

from backgrounder.search.terms import OTHERS

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
_ENOUGH = 24_000


class ShardName(msgspec.Struct, frozen=True, array_like=True):
    """What is to be known of a file of the index without reading it."""

    first: str
    """The first of its words; the words of a group ascend from file to file."""
    path: str
    """Below the folder of the index."""
    hash: str
    """Tells its content from another's."""


class Shard(msgspec.Struct, frozen=True):
    """A file of the index."""

    first: str
    """The first of its words."""
    path: str
    """Below the folder of the index."""
    text: str

    @property
    def name(self) -> ShardName:
        return ShardName(self.first, self.path, short_hash(self.text))


def shard_files(group: str, pages: Iterable[tuple[int, str]]) -> list[Shard]:
    """The files of one group of words, from the number of each page and its words as ``page_terms`` gives them.

    The same pages in any order give the same files.
    """
    places = _places(sorted(pages))
    lines = ((word, _postings(places[word])) for word in sorted(places, key=_order_of(group)))
    return [_shard(group, number, part) for number, part in enumerate(_parts(lines))]


def script(key: str, value: object) -> str:
    """A file that hands ``value`` to the search under ``key``: as a script, or read as JSON between the
    first comma and the last parenthesis."""
    name = msgspec.json.encode(key).decode()
    return f"backgrounderSearch({name},{msgspec.json.encode(value).decode()})\n"


def short_hash(text: str) -> str:
    """What tells one content of a file from another, for its address."""
    return blake2b(text.encode(), digest_size=5).hexdigest()


def _order_of(group: str) -> Callable[[str], object] | None:
    """Browsers compare words by units of UTF-16, which differs only for rare scripts."""
    return (lambda word: word.encode("utf-16-be", "surrogatepass")) if group == OTHERS else None


def _places(pages: list[tuple[int, str]]) -> dict[str, list[int]]:
    """For each word, the number of each page that holds it, times sixteen, and its weight there added."""
    places: dict[str, list[int]] = defaultdict(list)
    parts = " ".join([terms for _, terms in pages]).split()
    bases = chain.from_iterable(
        [repeat(number * _ROOM, terms.count(" ") // 2 + 1) for number, terms in pages]
    )
    for base, word, weight in zip(bases, parts[::2], parts[1::2], strict=True):
        places[word].append(base + _WEIGHTS[weight])
    return places


_ROOM = 16
"""For a weight, beside the number of a page or a step from one to the next."""
_WEIGHTS = {str(weight): weight for weight in range(1, 10)}


def _postings(places: list[int]) -> str:
    """How far it is from page to page, and the weight on each."""
    bases = [place & -_ROOM for place in places]
    return "".join(map(_POSTINGS.__getitem__, map(sub, places, chain((-_ROOM,), bases))))


class _Postings(dict[int, str]):
    """How far it is to the next page, times sixteen, with the weight there added: in digits."""

    def __missing__(self, place: int) -> str:
        step, weight = divmod(place, _ROOM)
        digits = f"{_digits(step)}{weight}"
        if len(self) < 50_000:
            self[place] = digits
        return digits


_POSTINGS = _Postings()


def _digits(step: int) -> str:
    low, rest = step & 31, step >> 5
    return DIGITS[low] if not rest else DIGITS[low + 32] + _digits(rest)


def _parts(lines: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """``lines`` in parts that are large enough to be worth a request."""
    part: list[tuple[str, str]] = []
    size = 0
    for word, postings in lines:
        if part and size + len(word) + len(postings) > _ENOUGH:
            yield part
            part, size = [], 0
        part.append((word, postings))
        size += len(word) + len(postings) + 2
    if part:
        yield part


def _shard(group: str, number: int, part: list[tuple[str, str]]) -> Shard:
    key = f"terms/{group}-{number}"
    return Shard(part[0][0], f"{key}.js", script(key, " ".join(chain.from_iterable(part))))
