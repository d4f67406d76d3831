"""Characters that the handout's fonts do not have.

Typst refuses to set a text it has no letters for, and names no line. Texts that stand on the site
alone may be in any script: a browser finds other fonts.
"""

from __future__ import annotations

import functools
import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from backgrounder.diagnostics.character_names import character_name
from backgrounder.diagnostics.diagnostic import Finding, at_most
from backgrounder.model.brief import Record
from backgrounder.model.corpus import Corpus, records_by_file, walk
from backgrounder.spans import Path as KeyPath
from backgrounder.spans import Place

CHARACTERS = Path(__file__).parents[1] / "assets" / "fonts" / "characters.txt"
"""The characters of all fonts together, a line ``0020-007E`` for each range; ``pytest --update`` writes it."""

NOT_PRINTED = frozenset(
    {"about", "allow", "aliases", "changes", "dated_by", "dateline", "describes", "log", "slug"}
)
"""Fields that the handout leaves out, with all that is in them."""

_ENCODING = ("utf-8", "surrogatepass")

_INVISIBLE = "\t\n\u034f\u061c\u180b-\u180e\u200b-\u200f\u205f-\u2064\u3000\ufe00-\ufe0f"
"""Spaces, joiners, direction marks and variation selectors, which Typst needs no letters for."""


def unprintable_characters(corpus: Corpus, texts: Mapping[str, str]) -> Iterator[Finding]:
    """A finding for each text that a handout would print and cannot; ``texts`` are those of the files."""
    for file, records in records_by_file(corpus).items():
        yield from unprintable_in(file, records, texts[file])


def unprintable_in(file: str, records: list[tuple[KeyPath, Record]], written: str) -> Iterator[Finding]:
    """The same for one file, its records and what is written in it."""
    if "\\" in written or _unknown().search(_unusual(html.unescape(written))):
        yield from at_most(_unprintable(file, records), file)


def _unprintable(file: str, records: list[tuple[KeyPath, Record]]) -> Iterator[Finding]:
    for base, record in records:
        for path, text in _texts(record, base):
            found = _unknown().search(html.unescape(text))
            if found:
                place = Place(file, path, words=found[0], nth=text.count(found[0], 0, found.start()))
                yield Finding(place, "unprintable-character", {"character": _shown(found[0])})


def _texts(record: object, base: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for path, part in walk(record, base):
        if NOT_PRINTED.isdisjoint(path[len(base) :]):
            for field in part.__struct_fields__:
                if field not in NOT_PRINTED:
                    yield from _own_texts(getattr(part, field), (*path, field))


def _own_texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        yield from (((*path, index), item) for index, item in enumerate(value) if isinstance(item, str))


def _shown(character: str) -> str:
    """The character before its name, so that it is found again in the text; a mark has nothing to stand on."""
    can_stand_alone = character.isprintable() and not unicodedata.combining(character)
    return f"{character} {character_name(character)}" if can_stand_alone else character_name(character)


def _unusual(text: str) -> str:
    """What is not in ASCII, and what of ASCII no font has; it is found many times faster than by a pattern."""
    return text.encode(*_ENCODING).translate(None, _plain()).decode(*_ENCODING)


@functools.cache
def _plain() -> bytes:
    """The characters of ASCII that all can be printed."""
    return bytes(code for code in range(128) if not _unknown().match(chr(code)))


@functools.cache
def _unknown() -> re.Pattern[str]:
    ranges = [line.split("-") for line in CHARACTERS.read_text(encoding="ascii").split()]
    known = "".join(f"\\U{int(first, 16):08x}-\\U{int(last, 16):08x}" for first, last in ranges)
    return re.compile(f"[^{_INVISIBLE}{known}]")
