"""Stakeholders: who they are, and everything said by and about them across briefs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from backgrounder import addresses
from backgrounder.link import Mention
from backgrounder.markup import line_text
from backgrounder.model.brief import Event, Involvement, Position
from backgrounder.model.choices import StakeholderKind
from backgrounder.model.registry import Stakeholder
from backgrounder.render.site.page import Heading, Page, SearchEntry
from backgrounder.render.site.renderer import Renderer

_WEIGHT = 3.0
"""A name leads to the record of its bearer before it leads to the texts that name it."""

_KIND_TITLES = {
    StakeholderKind.STATE: "States",
    StakeholderKind.ORGANISATION: "Organisations",
    StakeholderKind.GROUP: "Groups",
    StakeholderKind.PERSON: "People",
}


class Dossier(msgspec.Struct, frozen=True):
    """What the briefs hold on one stakeholder."""

    involvements: tuple[Mention, ...]
    positions: tuple[Mention, ...]
    quotations: tuple[Mention, ...]
    events: tuple[Mention, ...]
    named: tuple[Mention, ...]
    """What names the stakeholder and stands under none of the others."""


def stakeholders_page(renderer: Renderer) -> Page:
    """All stakeholders, by kind and name."""
    records = sorted(renderer.linked.registry.stakeholders.items(), key=lambda item: (item[1].name, item[0]))
    naming = {who: len(mentions.briefs) for who, mentions in renderer.linked.by_stakeholder.items()}
    kinds = [
        (title, kind.value, [(key, record) for key, record in records if record.kind is kind])
        for kind, title in _KIND_TITLES.items()
    ]
    kinds = [shelf for shelf in kinds if shelf[2]]
    return Page(
        address=addresses.STAKEHOLDERS,
        title="Stakeholders",
        description="States, organisations, groups and people with a stake, and where each one is named.",
        html=renderer.html("stakeholders", addresses.STAKEHOLDERS, kinds=kinds, naming=naming),
        headings=tuple(Heading(title, anchor) for title, anchor, _ in kinds),
        search=(SearchEntry("Stakeholders", "States, organisations, groups and people with a stake"),),
    )


def stakeholder_page(renderer: Renderer, record_id: str) -> Page:
    """One stakeholder, with everything the briefs say by and about it."""
    record = renderer.linked.registry.stakeholders[record_id]
    dossier = _dossier(renderer.linked.by_stakeholder.get(record_id, ()), record_id)
    members = [
        key for key, other in renderer.linked.registry.stakeholders.items() if record_id in other.part_of
    ]
    address = addresses.stakeholder_address(record_id)
    return Page(
        address=address,
        title=record.name,
        description=line_text(record.about) if record.about else f"What the briefs say of {record.name}.",
        html=renderer.html(
            "stakeholder", address, record=record, record_id=record_id, dossier=dossier, members=members
        ),
        headings=tuple(_headings(dossier)),
        search=(SearchEntry(record.name, search_text(record), weight=_WEIGHT),),
        kind="stakeholder",
        names=(*(name.text for name in record.names), *record.aliases),
    )


def search_text(record: Stakeholder) -> str:
    """Every spelling in every script, so that search finds a stakeholder by any of them."""
    about = line_text(record.about) if record.about else ""
    return " · ".join([*(name.text for name in record.names), *record.aliases, about]).strip(" ·")


def _dossier(mentions: Sequence[Mention], record_id: str) -> Dossier:
    own = [mention for mention in mentions if getattr(mention.record, "who", "") == record_id]
    quotations = [mention for mention in mentions if _speaks(mention, record_id)]
    events = [mention for mention in mentions if isinstance(mention.record, Event)]
    elsewhere = {(mention.brief.slug, mention.path) for mention in (*own, *quotations, *events)}
    return Dossier(
        involvements=tuple(mention for mention in own if isinstance(mention.record, Involvement)),
        positions=tuple(mention for mention in own if isinstance(mention.record, Position)),
        quotations=tuple(quotations),
        events=tuple(sorted(events, key=lambda mention: mention.record.date.sort_key)),
        named=tuple(mention for mention in mentions if (mention.brief.slug, mention.path) not in elsewhere),
    )


def _speaks(mention: Mention, record_id: str) -> bool:
    quote = getattr(mention.record, "quote", None)
    return quote is not None and quote.by == record_id


def _headings(dossier: Dossier) -> Iterator[Heading]:
    if dossier.involvements:
        yield Heading("In the briefs", "briefs")
    if dossier.positions:
        yield Heading("On open questions", "positions")
    if dossier.quotations:
        yield Heading("In their own words", "quotations")
    if dossier.events:
        yield Heading("Events", "events")
    if dossier.named:
        yield Heading("Also named in", "named")
