"""What is compared with the sources: each record of the content with its texts and its citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.model.brief import Brief, Quotation, Record
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import Corpus, records_by_file, walk
from backgrounder.model.registry import Source
from backgrounder.model.texts import Text, own_texts
from backgrounder.spans import Path


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

    @property
    def quote(self) -> Quotation | None:
        return getattr(self.record, "quote", None)


def claims(corpus: Corpus) -> Iterator[Claim]:
    """Every record that says something, file by file."""
    for file, records in records_by_file(corpus).items():
        for base, record in records:
            yield from claims_of(file, base, record)


def claims_of(file: str, base: Path, top: Record) -> Iterator[Claim]:
    """Every record in one brief or shared record that says something."""
    brief = top if isinstance(top, Brief) else None
    texts: dict[Path, list[Text]] = defaultdict(list)
    records = list(walk(top, base))
    paths = {id(record): path for path, record in records}
    for text in own_texts(top, base):
        texts[paths[id(text.record)]].append(text)
    whole = _whole(top, base, [record for _, record in records])
    for path, record in records:
        own: tuple[Citation, ...] = getattr(record, "cite", ())
        said = tuple(texts.get(path, ()))
        if said or getattr(record, "quote", None):
            yield Claim(file, path, record, said, own or whole, bool(own), brief)


def _whole(top: Record, base: Path, records: list[Record]) -> tuple[Citation, ...]:
    """Every source that the records cite, without paragraphs; a source's own record is about that source."""
    if isinstance(top, Source):
        return (Citation(str(base[-1])),)
    sources = dict.fromkeys(citation.source for record in records for citation in getattr(record, "cite", ()))
    return tuple(Citation(source) for source in sources)
