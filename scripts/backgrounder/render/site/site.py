"""All pages of the site, kind by kind, in a fixed order."""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from backgrounder import addresses
from backgrounder.link import Linked, Mentions, proofs_of
from backgrounder.model.brief import Brief
from backgrounder.model.corpus import walk
from backgrounder.model.proof import Proof
from backgrounder.model.registry import Registry
from backgrounder.render.site.brief import brief_page, briefs_page
from backgrounder.render.site.changes import changes_page
from backgrounder.render.site.glossary import glossary_page
from backgrounder.render.site.home import home_page
from backgrounder.render.site.page import Outline, Page, Site
from backgrounder.render.site.questions import questions_page
from backgrounder.render.site.renderer import Renderer
from backgrounder.render.site.rows import Keys, RowKind
from backgrounder.render.site.sources import source_page, sources_page
from backgrounder.render.site.stakeholders import stakeholder_page, stakeholders_page
from backgrounder.render.site.timeline import timeline_page
from backgrounder.render.site.topics import topic_page, topics_page
from backgrounder.settings import Settings

_LISTS = {
    addresses.HOME: (RowKind.CARD, RowKind.QUESTION, RowKind.CHANGE),
    addresses.BRIEFS: (RowKind.CARD,),
    addresses.QUESTIONS: (RowKind.QUESTION,),
    addresses.TIMELINE: (RowKind.EVENT,),
    addresses.GLOSSARY: (RowKind.TERM,),
    addresses.CHANGES: (RowKind.CHANGE,),
}
"""What pages that list all briefs show of each, where it is not all of it."""
_PRINTED = (addresses.BRIEFS, addresses.QUESTIONS)
"""Of what these list something is printed, whose edition they tell; and that is of whole briefs."""


def plan_site(
    linked: Linked, settings: Settings, keys: Keys | None = None, scraps: Mapping[bytes, bytes] | None = None
) -> Site:
    """Every page that the corpus gives rise to; none is rendered yet. Without ``keys`` no page has one.

    ``scraps`` are parts of pages that an earlier build has made.
    """
    proofs = _proofs(linked)
    compared = itertools.chain(proofs.values(), *linked.passages.values())
    renderer = Renderer(linked, settings, proofs, keys, _by_source(compared), scraps or {})
    wanted = [key for kind in RowKind for key in keys.row_keys(kind, linked.briefs)] if keys else []
    return Site((*_index_pages(renderer, keys), *_record_pages(renderer, keys)), tuple(wanted))


def foreseen_outlines(slugs: Iterable[str], registry: Registry) -> tuple[Outline, ...]:
    """Return what ``plan_site`` will give before the briefs are read, if all of them and of the registry are public, and
    there are questions and events. None of these pages can be made.
    """
    kinds = _index_kinds(registry, asks=True, tells=True)
    return (
        *(
            Outline(address=address, make=_unread, nav_title=title, has_headings=has_headings)
            for address, title, _, has_headings in kinds
        ),
        *(Outline(address=address, make=_unread) for address in _record_addresses(slugs, registry)),
    )


def _unread() -> Page:
    raise RuntimeError("a page that is foreseen cannot be made")


def _record_addresses(slugs: Iterable[str], registry: Registry) -> Iterator[str]:
    """In the order of ``_record_pages``."""
    yield from map(addresses.brief_address, slugs)
    yield from map(addresses.stakeholder_address, registry.stakeholders)
    yield from map(addresses.topic_address, registry.topics)
    yield from map(addresses.source_address, registry.sources)


def _index_kinds(
    registry: Registry, asks: bool, tells: bool
) -> tuple[tuple[str, str, Callable[[Renderer], Page], bool], ...]:
    """The pages of the navigation, each with its address, its title, what makes it, and whether it has a table of
    contents; ``asks`` and ``tells`` say whether there are questions and events.
    """
    return (
        (addresses.HOME, "Home", home_page, True),
        (addresses.BRIEFS, "Briefs", briefs_page, False),
        (addresses.QUESTIONS, "Open questions", questions_page, asks),
        (addresses.TIMELINE, "Timeline", timeline_page, tells),
        (addresses.STAKEHOLDERS, "Stakeholders", stakeholders_page, bool(registry.stakeholders)),
        (addresses.TOPICS, "Topics", topics_page, False),
        (addresses.SOURCES, "Sources", sources_page, False),
        (addresses.GLOSSARY, "Glossary", glossary_page, bool(registry.glossary)),
        (addresses.CHANGES, "Changes", changes_page, False),
    )


def _index_pages(renderer: Renderer, keys: Keys | None) -> Iterator[Outline]:
    linked = renderer.linked
    asks = any(brief.questions for brief in linked.briefs)
    tells = any(brief.timeline for brief in linked.briefs)
    for address, title, make, has_headings in _index_kinds(linked.registry, asks, tells):
        yield Outline(
            address=address,
            make=functools.partial(make, renderer),
            key=_list_key(keys, address, linked, renderer.settings),
            nav_title=title,
            has_headings=has_headings,
        )


def _record_pages(renderer: Renderer, keys: Keys | None) -> Iterator[Outline]:
    """A page for each brief and each record of the registry; each shows what the briefs named with it say."""
    linked = renderer.linked
    registry = linked.registry
    for brief in linked.briefs:
        titles = [f"{other.slug} {other.title}" for other in linked.related[brief.slug]]
        address = addresses.brief_address(brief.slug)
        yield _page(address, brief_page, renderer, brief, _key(keys, address, [brief], *titles))
    members, citing = _members(registry), _citing(registry)
    for name in registry.stakeholders:
        address = addresses.stakeholder_address(name)
        key = _key(keys, address, _saying(linked.by_stakeholder, name), *members[name])
        yield _page(address, stakeholder_page, renderer, name, key)
    for name in registry.topics:
        address = addresses.topic_address(name)
        yield _page(address, topic_page, renderer, name, _key(keys, address, linked.by_topic.get(name, ())))
    for name in registry.sources:
        address = addresses.source_address(name)
        more = (linked.versions.get(name, ""), *citing[name])
        key = _key(keys, address, _saying(linked.by_source, name), *more)
        yield _page(address, source_page, renderer, name, key)


def _members(registry: Registry) -> Mapping[str, Sequence[str]]:
    """Whom the page of a stakeholder lists as its members: which of them are public, other briefs decide."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, record in registry.stakeholders.items():
        for whole in record.part_of:
            found[whole].append(name)
    return found


def _citing(registry: Registry) -> Mapping[str, Sequence[str]]:
    """The shared records that the page of a source lists, likewise."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, shelf in (("stakeholder", registry.stakeholders), ("term", registry.glossary)):
        for name, record in shelf.items():
            for source in dict.fromkeys(citation.source for citation in record.cite):
                found[source].append(f"{kind} {name}")
    return found


def _page(
    address: str, make: Callable[..., Page], renderer: Renderer, subject: object, key: bytes
) -> Outline:
    return Outline(address=address, make=functools.partial(make, renderer, subject), key=key)


def _saying(mentions: Mapping[str, Mentions], name: str) -> Sequence[Brief]:
    """The briefs that mention something, each once."""
    return mentions[name].briefs if name in mentions else []


def _key(keys: Keys | None, address: str, briefs: Iterable[Brief], *more: str) -> bytes:
    """The digest of a page that shows what these briefs say."""
    if keys is None:
        return b""
    parts = (
        address.encode(),
        keys.shared,
        *(keys.briefs[brief.slug] for brief in briefs),
        *map(str.encode, more),
    )
    return _digest(parts)


def _digest(parts: Iterable[bytes]) -> bytes:
    return hashlib.blake2b(
        b"\0".join(b"%d %s" % (len(part), part) for part in parts), digest_size=16
    ).digest()


def _list_key(keys: Keys | None, address: str, linked: Linked, settings: Settings) -> bytes:
    """The digest of a page that lists all briefs."""
    kinds = _LISTS.get(address)
    if keys is None or kinds is None or (settings.handouts and address in _PRINTED):
        return _key(keys, address, linked.briefs)
    more = [*(linked.by_source if address == addresses.HOME else ())]
    shown = [b"".join(keys.listed(kind, linked.briefs)) for kind in kinds]
    return _digest([address.encode(), keys.shared, *shown, *map(str.encode, sorted(more))])


def _proofs(linked: Linked) -> dict[int, Proof]:
    """Return the proofs of the quotations, by the identity of the record that holds it."""
    return {
        id(record): proofs[path]
        for brief in linked.briefs
        if (proofs := proofs_of(brief, linked))
        for path, record in walk(brief)
        if path in proofs
    }


def _by_source(proofs: Iterable[Proof]) -> dict[str, list[Proof]]:
    found: dict[str, list[Proof]] = defaultdict(list)
    for proof in proofs:
        found[proof.citation.source].append(proof)
    return dict(found)
