"""Which edition of a brief somebody holds: its day, and a short hash of what it says.

The hash covers what a reader is told: the brief without the desk's own remarks on its checks, and, of the records
it refers to, what is shown with it. It does not depend on the day of the build, on the site, on how
the sheet is set, or on this program's version: a field that is left out counts for nothing, so a new one changes no
edition. So two sheets of one edition say the same, and a page can tell whether a sheet is still current. The marks of
verification are the program's own and count for nothing here; what the desk answers to them counts.
"""

from __future__ import annotations

import enum
import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from backgrounder.link.awaited import Asked
from backgrounder.model.brief import Brief, Event, Quotation, Record
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import walk
from backgrounder.model.dates import Day, Edtf
from backgrounder.model.registry import Registry

_NOT_TOLD = ("allow", "handout", "aliases", "publish_on", "named")
"""Fields that no reader of the brief is shown."""
_LETTERS = 8
"""Of hexadecimal: one chance in four thousand million that two editions of one day look alike."""


class Edition(msgspec.Struct, frozen=True):
    """One state of a brief, or of several together."""

    day: Day
    """The day up to which it is true."""
    code: str
    """Eight hexadecimal digits."""

    @property
    def anchor(self) -> str:
        """What the address printed on a sheet ends in: ``2021-07-23-0f5ae1c2``."""
        return f"{self.day.text}-{self.code}"


def edition_of(brief: Brief, registry: Registry) -> Edition:
    """The edition of a brief. Expects references that lead somewhere."""
    return Edition(brief.as_of, _code([_told(brief), *_records(brief, registry)]))


def edition_of_all(editions: Iterable[Edition]) -> Edition | None:
    """The edition of several briefs bound together, in the order given; None where there are none."""
    bound = list(editions)
    if not bound:
        return None
    return Edition(max(one.day for one in bound), _code([one.anchor for one in bound]))


def edition_of_questions(questions: Iterable[Asked], edition: Callable[[Brief], Edition]) -> Edition | None:
    """The edition of these questions together: that of the briefs that ask them; None where there are none.

    ``edition`` gives that of a brief.
    """
    briefs = {one.brief.slug: one.brief for one in questions}
    return edition_of_all(edition(briefs[slug]) for slug in sorted(briefs))


def _code(content: Any) -> str:
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()[:_LETTERS]


def _records(brief: Brief, registry: Registry) -> Iterator[Any]:
    """What is shown of the records that a brief refers to, in the order of their ids."""
    who, cited = set(), set()
    for _, record in walk(brief):
        who.update(_people(record))
        cited.update(citation.source for citation in getattr(record, "cite", ()))
    terms = {term: registry.glossary[term] for term in brief.terms}
    cited.update(citation.source for term in terms.values() for citation in term.cite)
    for person in sorted(who):
        stakeholder = registry.stakeholders[person]
        yield [person, stakeholder.name, _told(stakeholder.names)]
    for source in sorted(cited):
        yield [source, _told(registry.sources[source])]
    for term, record in sorted(terms.items()):
        yield [term, _told(record)]
    for topic in sorted(brief.topics):
        yield [topic, registry.topics[topic].name]


def _people(record: Record) -> Iterator[str]:
    if (who := getattr(record, "who", None)) is not None:
        yield who
    if isinstance(record, Quotation):
        yield record.by
    if isinstance(record, Event):
        yield from record.actors


@functools.cache
def _fields(kind: type[Record]) -> tuple[tuple[str, Any], ...]:
    """The fields of a kind of record that readers are told, each with what it holds where it is left out."""
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, field.default) for field in fields if field.name not in _NOT_TOLD)


def _told(value: Any) -> Any:
    """A value as an author would write it, without what is left out or told to nobody."""
    match value:
        case Record():
            given = ((name, default, getattr(value, name)) for name, default in _fields(type(value)))
            return {name: _told(item) for name, default, item in given if item != default}
        case tuple() | list():
            return [_told(item) for item in value]
        case Day() | Edtf():
            return value.text
        case Citation():
            return str(value)
        case enum.Enum():
            return value.value
    return value
