"""The texts that the desk itself has written, as against ids, names and the words of others."""

from __future__ import annotations

import functools
import html
import re
import typing
from collections.abc import Callable, Iterable
from typing import Any, overload

import msgspec

from backgrounder.model.brief import Allowance, Brief, Record
from backgrounder.model.corpus import walk
from backgrounder.model.joined import Joined, plain_words
from backgrounder.model.kinds import Field, TextKind
from backgrounder.model.registry import NativeName
from backgrounder.patterns import late_pattern
from backgrounder.spans import Path

_WRITTEN = {TextKind.PLAIN, TextKind.LINE, TextKind.PROSE}
_OF_OTHERS = (NativeName, Allowance)
_NAMES = {"name", "aliases", "publisher", "author", "dateline", "words"}

_SHIELDED = late_pattern(
    r"“[^”]*”"  # quotation marks, as a desk writes them
    r"|\"[^\"\n]*\""
    r"|«[^»]*»|„[^“”]*[“”]|‹[^›]*›|「[^」]*」|『[^』]*』|《[^》]*》|〈[^〉]*〉|﹁[^﹂]*﹂|〝[^〞〟]*[〞〟]"
    r"|❝[^❞]*❞|(?<![\w״″])(?P<upright>[״″])(?=\S)[^״″]*[^\s״″](?P=upright)(?![\w״″])"
    r"|`[^`\n]*`"  # code
    r"|(?<=\])\([^)\s]*\)"  # the address of a link
    r"|<[a-z]+:[^>\s]*>"
    r"|https?://\S+"
)
_ENTITY = late_pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
FILLING = "\u2060"
"""Stands behind a character that took the place of a longer entity; no comparison sees it."""

_SHIELDS = (
    *("“", '"', "«", "„", "‹", "「", "&", "`", "](", "<", "http"),
    *("『", "《", "〈", "﹁", "〝", "❝", "״", "″"),
)
"""One of these is in whatever is shielded; looking for them is cheaper."""


class Text(msgspec.Struct, frozen=True):
    """A text with the record and the field it stands in."""

    path: Path
    record: Record
    field: str
    text: str
    """As written, Markdown included."""

    @property
    def own_words(self) -> str:
        """The text with quoted words, code and addresses blanked out; every letter keeps its place."""
        return _own_words(self.text)


@functools.lru_cache(maxsize=1024)  # several checks ask for the words of one text, one after the other
def _own_words(text: str) -> str:
    for shield in _SHIELDS:
        if shield in text:
            break
    else:
        return text
    return _SHIELDED.sub(lambda found: " " * len(found[0]), as_shown(text))


def as_shown(text: str) -> str:
    """Return a text with its entities as the characters that readers see; every other letter keeps its place."""
    if "&" not in text:
        return text
    return _ENTITY.sub(_shown_in_place, text)


def _shown_in_place(found: re.Match[str]) -> str:
    """Return the character of an entity, filled up to its length with a character that has no width."""
    return html.unescape(found[0]).ljust(len(found[0]), FILLING)[: len(found[0])]


class Texts(tuple[Text, ...]):
    """The texts of one brief."""

    @functools.cached_property
    def joined(self) -> Joined:
        """All of them, as written."""
        return Joined([text.text for text in self])

    @functools.cached_property
    def in_own_words(self) -> Joined:
        """The own words of all of them."""
        if any(shield in self.joined.whole for shield in _SHIELDS):
            return Joined([text.own_words for text in self])
        return self.joined

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The words of all of them as written and of all their own words, as ``plain_words`` has them."""
        if "http" in self.joined.whole:  # the one thing blanked out that may start in a word
            return plain_words(self.joined.whole) | plain_words(self.in_own_words.whole)
        return plain_words(self.joined.whole)

    @functools.cached_property
    def in_small_letters(self) -> Joined:
        """All of them in small letters, and every line break a space."""
        return Joined([text.text.lower().replace("\n", " ") for text in self])

    def with_any(self, hints: Iterable[str]) -> list[Text]:
        """Those in which any of ``hints`` stands, in large or small letters; the hints are in small ones.

        Few texts hold what a check looks for. A hint that is in all of that leaves few to look at closely.
        """
        return [self[number] for number in self.in_small_letters.holding(hints)]


@overload
def own_texts(record: Brief) -> Texts: ...


@overload
def own_texts(record: Record, base: Path = ()) -> Iterable[Text]: ...


def own_texts(record: Record, base: Path = ()) -> Iterable[Text]:
    """Every text of a brief or of a shared record that the desk has worded; quotations and names left out.

    Several checks ask for those of one brief in turn, so the last ones are kept.
    """
    if base or not isinstance(record, Brief):
        return _own_texts(record, base)
    if not _last_texts or _last_texts[0] is not record:
        _last_texts[:] = [record, Texts(_own_texts(record, base))]
    return _last_texts[1]


_last_texts: list[Any] = []
"""The brief that was asked for last, and its texts."""


def names_in(record: Record, base: Path = ()) -> list[Text]:
    """Every name in a brief or in a shared record, those in other languages included; titles are none."""
    return _texts_of(record, base, _name_fields)


def _own_texts(record: Record, base: Path) -> list[Text]:
    return _texts_of(record, base, _written_fields)


def _texts_of(record: Record, base: Path, fields_of: Callable[[type[Record]], tuple[str, ...]]) -> list[Text]:
    found: list[Text] = []
    for path, part in walk(record, base):
        for field in fields_of(type(part)):
            value = getattr(part, field)
            if not value:
                continue
            if type(value) is tuple:
                found += [Text((*path, field, index), part, field, item) for index, item in enumerate(value)]
            else:
                found.append(Text((*path, field), part, field, value))
    return found


@functools.cache
def _written_fields(record_type: type[Record]) -> tuple[str, ...]:
    """The fields that hold the desk's own texts; none in what holds the words of others."""
    if issubclass(record_type, _OF_OTHERS):
        return ()
    hints = typing.get_type_hints(record_type, include_extras=True)
    return tuple(name for name, hint in hints.items() if name not in _NAMES and _kind(hint) in _WRITTEN)


@functools.cache
def _name_fields(record_type: type[Record]) -> tuple[str, ...]:
    """The fields that hold names; the words of a quotation are none."""
    if issubclass(record_type, NativeName):
        return ("text",)
    return tuple(name for name in record_type.__struct_fields__ if name in _NAMES - {"words"})


def _kind(hint: Any) -> TextKind | None:
    for part in typing.get_args(hint):
        if isinstance(part, Field):
            return part.kind
        if kind := _kind(part):
            return kind
    return None
