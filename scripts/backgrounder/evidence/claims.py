"""Claims: each record of the content with its texts and its citations, as they are compared with the sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.model.brief import Brief, MarkedTerm, Quotation, Record
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import walk
from backgrounder.model.registry import Source
from backgrounder.model.texts import Text, own_texts
from backgrounder.spans import Path

_NAMES = ("name", "publisher", "author", "dateline")
"""Fields that readers see and that are no texts of the desk's: they are read for quotation marks alone."""


class Claim(NamedTuple):
    """A record, what it says, and what it says it rests on."""

    file: str
    path: Path
    record: Record
    texts: tuple[Text, ...]
    citations: tuple[Citation, ...]
    """What it cites; where it cites nothing itself, every source that its brief cites, as a whole."""
    is_cited: bool
    """The citations are the record's own."""
    brief: Brief | None
    """None for shared records."""
    marked: tuple[MarkedTerm, ...] = ()
    """The desk's explanations of words in quotation marks that quote nobody."""
    names: tuple[Text, ...] = ()

    @property
    def quote(self) -> Quotation | None:
        return getattr(self.record, "quote", None)


def claims_of(file: str, base: Path, top: Record) -> Iterator[Claim]:
    """Yield every record in one brief or shared record that says something."""
    brief = top if isinstance(top, Brief) else None
    texts: dict[Path, list[Text]] = defaultdict(list)
    records = list(walk(top, base))
    paths = {id(record): path for path, record in records}
    for text in own_texts(top, base):
        texts[paths[id(text.record)]].append(text)
    whole = _whole(top, base, [record for _, record in records])
    around: Record = top
    for path, record in records:
        said = tuple(texts.get(path, ()))
        if isinstance(record, Quotation | MarkedTerm):  # they stand in the record before them
            holder = around
        else:
            holder = around = record
        names = tuple(_names_of(path, record))
        if said or names or getattr(record, "quote", None):
            own: tuple[Citation, ...] = getattr(holder, "cite", ())
            marked: tuple[MarkedTerm, ...] = getattr(holder, "marked", ())
            yield Claim(file, path, record, said, own or whole, bool(own), brief, marked, names)


def _names_of(path: Path, record: Record) -> Iterator[Text]:
    for field in _NAMES:
        if name := getattr(record, field, None):
            yield Text((*path, field), record, field, name)
    for index, alias in enumerate(getattr(record, "aliases", ())):
        yield Text((*path, "aliases", index), record, "aliases", alias)
    for index, native in enumerate(getattr(record, "names", ())):
        yield Text((*path, "names", index, "text"), record, "names", native.text)


def _whole(top: Record, base: Path, records: list[Record]) -> tuple[Citation, ...]:
    """Every source that the records cite, without paragraphs; a source's own record is about that source."""
    if isinstance(top, Source):
        return (Citation(str(base[-1])),)
    sources = dict.fromkeys(citation.source for record in records for citation in getattr(record, "cite", ()))
    return tuple(Citation(source) for source in sources)
