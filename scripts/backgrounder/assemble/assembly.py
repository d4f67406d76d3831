"""Makes the files of a site, and takes over what the published one has already, or the one before it."""

from __future__ import annotations

import functools
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

import msgspec

from backgrounder import parallel, search
from backgrounder.assemble.frame import Frame
from backgrounder.assemble.searching import (
    FOLDER,
    Entry,
    Group,
    entry_of,
    groups_of,
    search_page,
    shards_of,
    small_files,
    text_key,
    text_path,
)
from backgrounder.assemble.tree import Tree
from backgrounder.ledger import Ledger, Written, digest
from backgrounder.render.site import Outline, Site

_ENTRY = b"entry"
"""What stands before the key of a page under which its entry is noted."""
_WHOLE = b"whole"
"""What the key of a whole site is noted under."""
_TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Parcel(msgspec.Struct, frozen=True):
    """A finished file that belongs on the site."""

    path: str
    """On the site."""
    file: Path
    key: bytes
    """What tells its content from another's."""


class Assembled(msgspec.Struct, frozen=True):
    """A site that has been put together."""

    ledger: Ledger
    pages: int
    """HTML files, those of the host included."""
    made: int
    """Files that were not taken over."""


def assemble(site: Site, frame: Frame, parcels: Sequence[Parcel], place: Tree, published: Tree) -> Assembled:
    """Makes the site in ``place``, of which what is wanted stays and the rest goes.

    Raises OSError, and what rendering raises.
    """
    work = _Work(frame, place, published)
    entries = work.pages(site.outlines)
    work.keep_scraps(site.scraps)
    entries += [work.written_page(page, number) for number, page in enumerate(frame.written, len(entries))]
    work.index(entries)
    for parcel in (*_of_frame(frame), *parcels):
        if parcel.path not in work.ledger.files:  # a page or the index goes before a file of the host
            work.copy(parcel)
    work.clear()
    work.ledger.notes[_WHOLE] = whole_key(site, frame, parcels)
    return Assembled(work.ledger, pages_of(work.ledger), work.made)


def is_as_wanted(site: Site, frame: Frame, parcels: Iterable[Parcel], published: Tree) -> bool:
    """Whether the published site is what ``assemble`` would make, so that there is nothing to do."""
    key = whole_key(site, frame, parcels)
    return bool(key) and published.ledger.notes.get(_WHOLE) == key and published.is_sound()


def whole_key(site: Site, frame: Frame, parcels: Iterable[Parcel]) -> bytes:
    """From what a whole site is made; empty where that is not known of all pages."""
    if not all(outline.key for outline in site.outlines):
        return b""
    files = (part for path, key in sorted(frame.files.items()) for part in (path, key))
    others = (part for parcel in parcels for part in (parcel.path, parcel.key))
    return digest(frame.key, *(outline.key for outline in site.outlines), b"", *files, b"", *others)


def pages_of(ledger: Ledger) -> int:
    """How many HTML files there are."""
    return sum(path.endswith(".html") for path in ledger.files)


def _of_frame(frame: Frame) -> Iterator[Parcel]:
    return (Parcel(path, frame.folder / path, key) for path, key in frame.files.items())


class _MadePage(NamedTuple):
    """A page that has been written."""

    entry: bytes
    """What search needs of it."""
    scraps: dict[bytes, bytes]
    file: tuple[int, int]
    """The size and the time of its file."""
    texts: tuple[int, int] | None
    """Those of the file of its texts, where that was written too."""


class _Work:
    """One assembly on its way."""

    def __init__(self, frame: Frame, place: Tree, published: Tree) -> None:
        self._frame = frame
        self._shells = frame.key
        self._folder = place.folder
        self._published = published
        self._known = published.ledger
        self._here = place.sound_files()
        self._folders = {path.rpartition("/")[0] for path in self._here}
        self._left = set(self._here)
        """Files that nothing has wanted yet."""
        self.ledger = Ledger({}, {})
        self.made = 0

    def pages(self, outlines: Sequence[Outline]) -> list[Entry]:
        """Takes over or makes every page and the file of its texts, and gives what search needs of each."""
        decoder = msgspec.msgpack.Decoder(Entry)
        entries: dict[int, Entry] = {}
        told: set[int] = set()
        """Of which pages the texts are there."""
        for number, outline in enumerate(outlines):
            note = self._known.notes.get(_ENTRY + outline.key) if outline.key else None
            if note is None:
                continue
            entry = decoder.decode(note)
            if not self._take_over_texts(entry, number):
                continue
            told.add(number)
            if self._take_over(_file_of(outline), self._key(outline)):
                if entry.number != number:
                    entry = msgspec.structs.replace(entry, number=number)
                    note = msgspec.msgpack.encode(entry)
                entries[number] = entry
                self._note_entry(outline, note)
        missing = [number for number in range(len(outlines)) if number not in entries]
        for number in missing:
            self._remove_older(_file_of(outlines[number]))
        made = parallel.spread(
            functools.partial(self._page, outlines, told),
            missing,
            lambda page: (page, decoder.decode(page.entry)),
        )
        for number, (page, entry) in zip(missing, made, strict=True):
            entries[number] = entry
            self._note_entry(outlines[number], page.entry)
            self.ledger.notes.update(page.scraps)
            self._note_file(_file_of(outlines[number]), self._key(outlines[number]), page.file)
            path, key = text_path(number), text_key(number, entry.text)
            if page.texts:
                self._left.discard(path)
                self._note_file(path, key, page.texts)
            elif number not in told:
                self._take_over(path, key)
        return [entries[number] for number in range(len(outlines))]

    def _note_entry(self, outline: Outline, entry: bytes) -> None:
        if outline.key:
            self.ledger.notes[_ENTRY + outline.key] = entry

    def _take_over_texts(self, entry: Entry, number: int) -> bool:
        """Takes over the file of a page's texts, also if the page has got another number since."""
        path, key = text_path(number), text_key(number, entry.text)
        if self._take_over(path, key):
            return True
        old = text_path(entry.number)
        if not self._published.holds(old, text_key(entry.number, entry.text)):
            return False
        data = (self._published.folder / old).read_bytes()
        self._write(path, key, search.renumbered(data, entry.number, number))
        return True

    def _key(self, outline: Outline) -> bytes:
        return self._shells + outline.key if outline.key else b""

    def keep_scraps(self, wanted: Iterable[bytes]) -> None:
        """Keeps those parts of pages that were known before."""
        known = self._known.notes
        self.ledger.notes.update((key, known[key]) for key in wanted if key in known)

    def _page(self, outlines: Sequence[Outline], told: AbstractSet[int], number: int) -> _MadePage:
        """Renders and writes a page and, where it is not there, the file of its texts."""
        outline = outlines[number]
        self._make_folder(_file_of(outline))
        page = outline.make()
        text = self._frame.shell(outline, page).filled(page)
        entry, value = entry_of(search_page(page), number)
        file = self._stored(_file_of(outline), text.encode("utf-8", errors="xmlcharrefreplace"))
        texts = None
        path, key = text_path(number), text_key(number, entry.text)
        if number not in told and not self._is_there(path, key):
            self._make_folder(path)
            texts = self._stored(path, search.page_text(number, value))
        return _MadePage(msgspec.msgpack.encode(entry), page.scraps, file, texts)

    def _stored(self, path: str, data: bytes) -> tuple[int, int]:
        """Writes a new file, and gives its size and its time.

        It is written aside first: what is there may be linked from elsewhere, and file systems take twice as long to
        make the first file of a folder as to move one there.
        """
        aside, target = f"{self._folder}/.{os.getpid()}", f"{self._folder}/{path}"
        descriptor = os.open(aside, _TO_WRITE, 0o666)
        try:
            while data:  # a system may write a part
                data = data[os.write(descriptor, data) :]
        finally:
            os.close(descriptor)
        os.replace(aside, target)  # noqa: PTH105 -- a Path for each file takes a quarter of the time
        found = os.lstat(target)
        return found.st_size, found.st_mtime_ns

    def written_page(self, page: search.SearchPage, number: int) -> Entry:
        """Makes what search needs of a hand-written page."""
        entry, value = entry_of(page, number)
        path, key = text_path(number), text_key(number, entry.text)
        if not self._take_over(path, key):
            self._write(path, key, search.page_text(number, value))
        return entry

    def index(self, entries: Sequence[Entry]) -> None:
        """Takes over or makes the files of the search index, but for the texts of pages."""
        names: dict[str, list[search.ShardName]] = {}
        missing: list[Group] = []
        for group in groups_of(entries):
            if found := self._kept_shards(group):
                names[group.name] = found
            else:
                missing.append(group)
        for group, shards in zip(missing, parallel.spread(shards_of, missing, list), strict=True):
            names[group.name] = [shard.name for shard in shards]
            for shard in shards:
                self._write(f"{FOLDER}/{shard.path}", digest(group.key, shard.path), shard.text.encode())
            self._note_shards(group, names[group.name])
        for path, text in small_files(entries, names):
            path = f"{FOLDER}/{path}"
            if not self._take_over(path, digest("small", text)):
                self._write(path, digest("small", text), text.encode())

    def _kept_shards(self, group: Group) -> list[search.ShardName]:
        """The files of a group that are on the published site already, all of them or none."""
        note = self._known.notes.get(digest("shards", group.key))
        if note is None:
            return []
        shards = msgspec.msgpack.decode(note, type=list[search.ShardName])
        paths = [(f"{FOLDER}/{shard.path}", digest(group.key, shard.path)) for shard in shards]
        if not all(self._is_there(path, key) for path, key in paths):
            return []
        if not all(self._take_over(path, key) for path, key in paths):
            return []
        self._note_shards(group, shards)
        return shards

    def _note_shards(self, group: Group, shards: list[search.ShardName]) -> None:
        self.ledger.notes[digest("shards", group.key)] = msgspec.msgpack.encode(shards)

    def copy(self, parcel: Parcel) -> None:
        """Takes over or copies a finished file."""
        if self._take_over(parcel.path, parcel.key):
            return
        self._make_room(parcel.path)
        target = self._folder / parcel.path
        target.unlink(missing_ok=True)
        shutil.copyfile(parcel.file, target)
        found = target.stat()
        self._note_file(parcel.path, parcel.key, (found.st_size, found.st_mtime_ns))

    def _is_there(self, path: str, key: bytes) -> bool:
        """Whether a file can be taken over."""
        return self._is_here(path, key) or self._published.holds(path, key)

    def _is_here(self, path: str, key: bytes) -> bool:
        written = self._here.get(path)
        return bool(key) and written is not None and written.key == key

    def _take_over(self, path: str, key: bytes) -> bool:
        """Keeps the file, or links the published one into the new site, if either is what is wanted.

        Where both are and are not one file, the published one is taken, so that readers' copies stay what they are.
        """
        is_here = self._is_here(path, key)
        if is_here and self._known.files.get(path) == self._here[path]:
            return self._keep(path)
        if self._published.holds(path, key):
            self._make_room(path)
            try:
                os.link(self._published.folder / path, self._folder / path, follow_symlinks=False)
            except OSError:  # a file system without links, or gone since
                return False
            self.ledger.files[path] = self._known.files[path]
            return True
        return self._keep(path) if is_here else False

    def _keep(self, path: str) -> bool:
        self._left.discard(path)
        self.ledger.files[path] = self._here[path]
        return True

    def clear(self) -> None:
        """Removes what nothing has wanted, and folders with nothing in them."""
        for path in self._left:
            (self._folder / path).unlink(missing_ok=True)
        for folder in {path.rpartition("/")[0] for path in self._left}:
            while folder:
                try:
                    (self._folder / folder).rmdir()
                except OSError:
                    break
                folder = folder.rpartition("/")[0]

    def _write(self, path: str, key: bytes, data: bytes) -> None:
        self._make_room(path)
        self._note_file(path, key, self._stored(path, data))

    def _note_file(self, path: str, key: bytes, found: tuple[int, int]) -> None:
        self.ledger.files[path] = Written(key, *found)
        self.made += 1

    def _make_room(self, path: str) -> None:
        """Makes the folder of a file and removes an older file."""
        self._remove_older(path)
        self._make_folder(path)

    def _remove_older(self, path: str) -> None:
        """Removes a file in whose place another will stand: it may be linked from elsewhere."""
        if path in self._left:
            self._left.discard(path)
            (self._folder / path).unlink(missing_ok=True)

    def _make_folder(self, path: str) -> None:
        """Makes the folder of a file, once."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            (self._folder / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)


def _file_of(outline: Outline) -> str:
    return f"{outline.address}index.html"
