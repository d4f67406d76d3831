"""Several briefs bound into one book, with what they share at its end."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from backgrounder import addresses
from backgrounder.link import Linked, edition_of_all
from backgrounder.markup import direction_runs, parse_line
from backgrounder.model.brief import Brief
from backgrounder.model.dates import Day
from backgrounder.render.paper.build import Binding, build_chapter
from backgrounder.render.paper.handling import strictest
from backgrounder.render.paper.job import Job, encode
from backgrounder.render.paper.numbering import Numbering
from backgrounder.render.paper.one_line import short, shortened
from backgrounder.render.paper.registered import definition, natives, references
from backgrounder.render.paper.sheet import Bound, Definition, Listed
from backgrounder.render.paper.tongue import tongue
from backgrounder.settings import Settings

_MEGABYTE = 1 << 20


def render_book(
    briefs: Sequence[Brief],
    linked: Linked,
    settings: Settings,
    title: str = "",
    subtitle: str = "",
    address: str = addresses.BRIEFS,
    *,
    is_of_page: bool = True,
) -> Job:
    """The book of these briefs, in this order; there must be at least one.

    ``title`` is the site's name where it is left out. ``address`` is that of a page which lists them; where it
    lists just these (``is_of_page``), the page can tell whether the book is current.
    """
    book = _bound(briefs, linked, settings, title or settings.site_name, subtitle, address)
    if not is_of_page:
        book = msgspec.structs.replace(book, edition_url=book.url)
    return Job(
        name="the book",
        path=addresses.book_address(),
        template="book.typ",
        data=encode(book),
        day=book.as_of_iso,
        address=book.edition_url,
        seconds=_seconds(len(briefs)),
        memory=_memory(len(briefs)),
    )


def _seconds(briefs: int) -> float:
    """Three times what it takes, as measured: 5 seconds for 100 briefs of two pages, 70 for 400."""
    return 20 + 0.06 * briefs + 0.0012 * briefs**2


def _memory(briefs: int) -> int:
    """Twice what it takes, as measured: 1.4 GB for 100 briefs of two pages, 11 for 400."""
    return int((2_000 + 18 * briefs + 0.1 * briefs**2) * _MEGABYTE)


def _bound(
    briefs: Sequence[Brief], linked: Linked, settings: Settings, title: str, subtitle: str, address: str
) -> Bound:
    edition = edition_of_all(linked.edition(brief) for brief in briefs)
    url = f"{settings.site_url}{address}" if settings.site_url else ""
    binding = Binding(Numbering(), _names(briefs, linked))
    chapters = tuple(build_chapter(brief, linked, settings, binding) for brief in briefs)
    stakeholders = _stakeholders(binding, linked)
    terms = _terms(briefs, binding, linked)
    return Bound(
        title=direction_runs(title),
        running_title=direction_runs(shortened(title)),
        subtitle=subtitle,
        tongue=tongue("en"),
        paper=settings.paper,
        site_name=settings.site_name,
        as_of=_days(brief.as_of for brief in briefs),
        as_of_iso=edition.day.text,
        edition=edition.code,
        handling=strictest(briefs),
        url=url,
        short_url=short(url),
        edition_url=f"{url}#{edition.anchor}" if url else "",
        count="1 brief" if len(briefs) == 1 else f"{len(briefs):,} briefs",
        chapters=chapters,
        stakeholders=stakeholders,
        terms=terms,
        sources=references(binding.numbering, linked.registry, settings),
    )


def _names(briefs: Iterable[Brief], linked: Linked) -> dict[int, tuple[str, ...]]:
    """Whom each record of these briefs names, by the identity of the record."""
    slugs = {brief.slug for brief in briefs}
    found: dict[int, list[str]] = defaultdict(list)
    for who, mentions in sorted(linked.by_stakeholder.items()):
        for mention in mentions:
            if mention.brief.slug in slugs:
                found[id(mention.record)].append(who)
    return {record: tuple(names) for record, names in found.items()}


def _stakeholders(binding: Binding, linked: Linked) -> tuple[Listed, ...]:
    """Everybody whom a record of the book names, by name."""
    named = {who for names in binding.names.values() for who in names}
    records = {who: linked.registry.stakeholders[who] for who in named}
    return tuple(
        Listed(
            who=who,
            name=direction_runs(record.name),
            native=natives(record.names),
            kind=record.kind.value,
            about=parse_line(record.about) if record.about else (),
            cite=binding.numbering.marks(record.cite),
            part_of=tuple(linked.registry.stakeholders[whole].name for whole in record.part_of),
        )
        for who, record in sorted(records.items(), key=lambda item: (_sorted_as(item[1].name), item[0]))
    )


def _terms(briefs: Iterable[Brief], binding: Binding, linked: Linked) -> tuple[Definition, ...]:
    used = {term: linked.registry.glossary[term] for brief in briefs for term in brief.terms}
    by_name = sorted(used.items(), key=lambda item: (_sorted_as(item[1].name), item[0]))
    return tuple(definition(term, binding.numbering) for _, term in by_name)


def _sorted_as(words: str) -> str:
    """Words as a reader looks for them: without regard to case and to accents."""
    apart = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def _days(days: Iterable[Day]) -> str:
    """The day that all are true for, or the first and the last."""
    ordered = sorted(set(days))
    return " to ".join(dict.fromkeys((ordered[0].label, ordered[-1].label)))
