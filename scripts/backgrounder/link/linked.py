"""The corpus turned round: where each stakeholder, source, topic and term is named."""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

import msgspec

from backgrounder.link.anchors import anchors
from backgrounder.link.compared import Passages, Proofs
from backgrounder.link.edition import Edition, edition_of
from backgrounder.link.public import public_part
from backgrounder.link.sourcing import Sourcing, sourcing
from backgrounder.model.brief import Brief, Event, Involvement, Position, Record, Statement
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import Corpus, record_at, walk
from backgrounder.model.dates import Day
from backgrounder.model.names import Names
from backgrounder.model.proof import Proof
from backgrounder.model.registry import Registry
from backgrounder.model.texts import own_texts
from backgrounder.model.uses import Uses
from backgrounder.spans import Path


class Mention(msgspec.Struct, frozen=True):
    """A record of a brief that names something, with the anchor it is shown at."""

    brief: Brief
    path: Path
    record: Record
    anchor: str


_Place = tuple[Brief, Path, str]
"""Where something is named: the brief, the path of the record in it, and the anchor of that."""


class Mentions(Sequence[Mention]):
    """What names one thing, in the order of the briefs; mentions are made when they are looked at, which most
    builds do with few of them."""

    def __init__(self, places: Sequence[_Place], briefs: Sequence[Brief]) -> None:
        """``briefs`` are those in which the thing is named, each once."""
        self._places = places
        self.briefs = briefs
        self._made: tuple[Mention, ...] | None = None

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Mention: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Mention]: ...

    def __getitem__(self, index: int | slice) -> Mention | Sequence[Mention]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._all())

    def _all(self) -> tuple[Mention, ...]:
        if self._made is None:
            self._made = tuple(
                [Mention(brief, path, record_at(brief, path), anchor) for brief, path, anchor in self._places]
            )
        return self._made


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """The public part of the corpus with its references followed both ways: all that a renderer may draw on."""

    briefs: tuple[Brief, ...]
    """The briefs that are shown, in the order of their slugs."""
    registry: Registry
    """The records that are public, as ``public_part`` has it."""
    anchors: dict[str, dict[Path, str]]
    """The anchor of each addressable record, by slug and path."""
    by_stakeholder: dict[str, Mentions]
    """Every record that refers to a public stakeholder by its id, or names it in its text."""
    by_source: dict[str, Mentions]
    """Every record that cites a source."""
    by_topic: dict[str, tuple[Brief, ...]]
    by_term: dict[str, tuple[Brief, ...]]
    proofs: dict[str, dict[Path, Proof]] = {}
    """For each brief, by slug: what was established of its quotations, by the path of the record that holds each."""
    passages: dict[str, Passages] = {}
    """For each brief, by slug: what was established of the words that it quotes in running text."""
    uncompared: dict[str, frozenset[str]] = {}
    """For each brief, by slug: what its languages leave without comparison (``dates``), as far as that is known."""
    versions: dict[str, str] = {}
    """The version of each source's text that was compared, by the source's id."""
    related: dict[str, tuple[Brief, ...]]
    """Briefs that a brief names as related and those that name it, by slug."""
    editions: dict[str, Edition] = {}
    """The editions of briefs, by slug, as far as they are known already."""

    def edition(self, brief: Brief) -> Edition:
        """The edition of a brief that is shown."""
        if brief.slug not in self.editions:
            self.editions[brief.slug] = edition_of(brief, self.registry)
        return self.editions[brief.slug]


class Naming(msgspec.Struct, frozen=True):
    """What one brief names, record by record."""

    records: tuple[tuple[Path, str, tuple[str, ...], tuple[str, ...]], ...]
    """The path of each record with an anchor, the anchor, the stakeholders that the record refers to or names, and
    the sources that it cites."""


def naming_of(brief: Brief, names: Names) -> Naming:
    """What a brief names, given the names of all stakeholders."""
    found = anchors(brief)
    records = [(path, record, found[path]) for path, record in walk(brief) if path in found]
    texts = own_texts(brief)
    first_words = names.first_words_in(texts.joined.whole, texts.words)
    named: Iterable[tuple[str, ...]] = (
        names.found_in_each([_text(record) for _, record, _ in records], first_words)
        if first_words
        else itertools.repeat((), len(records))
    )
    return Naming(
        tuple(
            [
                (path, anchor, tuple(dict.fromkeys((*_referred_to(record), *who))), _sources(record))
                for (path, record, anchor), who in zip(records, named, strict=True)
            ]
        ),
    )


def link(
    corpus: Corpus,
    with_drafts: bool = False,
    proofs: Iterable[tuple[str, Path, Proof]] = (),
    versions: Mapping[str, str] | None = None,
    ahead: Mapping[str, Naming] | None = None,
    editions: Mapping[str, Edition] | None = None,
    uncompared: Mapping[str, frozenset[str]] | None = None,
    today: Day | None = None,
    uses: Mapping[str, Uses] | None = None,
) -> Linked:
    """Follows all references of what is public on the day ``today``; drafts are shown if asked for.

    ``proofs`` has the file and the path of every quotation that has been compared with its source, and what was
    established; passages in running text are among them, several of which may share one path. ``versions`` are
    the texts that were compared. ``ahead`` has what briefs name, by slug, where that is known already;
    ``editions`` are those of briefs, ``uncompared`` is what their languages leave without comparison, and
    ``uses`` what they refer to, all likewise.
    Expects a corpus in which ``check_references`` found nothing.
    """
    public = public_part(corpus, today, with_drafts, uses)
    shown, registry = public.briefs, public.registry
    by_stakeholder: dict[str, list[_Place]] = defaultdict(list)
    by_source: dict[str, list[_Place]] = defaultdict(list)
    naming_one: dict[str, list[Brief]] = defaultdict(list)
    citing: dict[str, list[Brief]] = defaultdict(list)
    names = Names(corpus.registry.stakeholders)
    known, passages = by_file(proofs)
    brief_anchors: dict[str, dict[Path, str]] = {}
    for brief in shown:
        naming = ahead[brief.slug] if ahead and brief.slug in ahead else naming_of(brief, names)
        own = brief_anchors[brief.slug] = {}
        named: set[str] = set()
        cited: set[str] = set()
        for path, anchor, people, sources in naming.records:
            own[path] = anchor
            if not people and not sources:
                continue
            place = (brief, path, anchor)
            for who in people:
                by_stakeholder[who].append(place)
            for source in sources:
                by_source[source].append(place)
            named.update(people)
            cited.update(sources)
        for who in named:
            naming_one[who].append(brief)
        for source in cited:
            citing[source].append(brief)
    return Linked(
        briefs=shown,
        registry=registry,
        anchors=brief_anchors,
        by_stakeholder={
            who: Mentions(places, naming_one[who])
            for who, places in by_stakeholder.items()
            if who in registry.stakeholders
        },
        by_source={source: Mentions(places, citing[source]) for source, places in by_source.items()},
        by_topic=_briefs_by(shown, "topics"),
        by_term=_briefs_by(shown, "terms"),
        proofs={brief.slug: known.get(corpus.brief_files.get(brief.slug, ""), {}) for brief in shown},
        passages={
            brief.slug: tuple(passages.get(corpus.brief_files.get(brief.slug, ""), ())) for brief in shown
        },
        uncompared=dict(uncompared or {}),
        versions=dict(versions or {}),
        related=_related(shown),
        editions=dict(editions or {}),
    )


def by_file(
    proofs: Iterable[tuple[str, Path, Proof]],
) -> tuple[dict[str, dict[Path, Proof]], dict[str, list[Proof]]]:
    """The proofs of quotations and, apart from them, those of passages in running text, by their files."""
    quotations: dict[str, dict[Path, Proof]] = defaultdict(dict)
    passages: dict[str, list[Proof]] = defaultdict(list)
    for file, path, proof in proofs:
        if proof.is_of_passage:
            passages[file].append(proof)
        else:
            quotations[file][path] = proof
    return quotations, passages


def newest_first(briefs: Iterable[Brief]) -> list[Brief]:
    """The order in which briefs are listed: by day; those of one day in the order of their titles."""
    ordered = sorted(briefs, key=lambda brief: (brief.title, brief.slug))
    return sorted(ordered, key=lambda brief: brief.as_of, reverse=True)


def sourcing_of(brief: Brief, linked: Linked) -> Sourcing:
    """How a brief is sourced, with its origins and voices."""
    uncompared = linked.uncompared.get(brief.slug)
    passages = len(linked.passages.get(brief.slug, ()))
    return sourcing(brief, linked.registry, proofs_of(brief, linked), uncompared, passages)


def proofs_of(brief: Brief, linked: Linked) -> Proofs:
    """Return the proofs of the quotations of a brief, by path."""
    return linked.proofs.get(brief.slug, {})


_TEXTS = ("text", "note", "role", "position", "interest", "because")


def _text(record: Record) -> str:
    """The texts of a record that may name somebody; parts with anchors of their own are left out."""
    texts = [getattr(record, field) for field in _text_fields(type(record))]
    return " ".join([text for text in texts if text is not None])


@functools.cache
def _text_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field for field in _TEXTS if field in kind.__struct_fields__)


def _referred_to(record: Record) -> list[str]:
    """The stakeholders whose ids a record holds."""
    if type(record) is Event:
        return list(record.actors)
    if type(record) is Statement:
        return [record.quote.by] if record.quote else []
    if type(record) is Involvement or type(record) is Position:
        return [record.who, record.quote.by] if record.quote else [record.who]
    return []


def _sources(record: Record) -> tuple[str, ...]:
    """The sources a record cites, each once."""
    cite: tuple[Citation, ...] = getattr(record, "cite", ())
    if len(cite) == 1:
        return (cite[0].source,)
    return tuple(dict.fromkeys([citation.source for citation in cite]))


def _briefs_by(briefs: Iterable[Brief], field: str) -> dict[str, tuple[Brief, ...]]:
    found: dict[str, list[Brief]] = defaultdict(list)
    for brief in briefs:
        for value in getattr(brief, field):
            found[value].append(brief)
    return {value: tuple(items) for value, items in found.items()}


def _related(briefs: Iterable[Brief]) -> dict[str, tuple[Brief, ...]]:
    """Named ones in the author's order, then those that name the brief in the order of their slugs."""
    by_slug = {brief.slug: brief for brief in briefs}
    named = {slug: [other for other in brief.related if other in by_slug] for slug, brief in by_slug.items()}
    naming: dict[str, list[str]] = defaultdict(list)
    for slug, others in named.items():
        for other in others:
            naming[other].append(slug)
    return {
        slug: tuple(by_slug[other] for other in dict.fromkeys([*named[slug], *naming[slug]]) if other != slug)
        for slug in by_slug
    }
