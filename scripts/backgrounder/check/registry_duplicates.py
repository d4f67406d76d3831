"""Two shared records that are probably one.

Records of one kind are compared by keys, not each with each: every name in the plain form that
``spellings`` gives it. A surname or another short form alone does not make two people one, nor does an
adjective two states. Near-equal names are looked for only where the consonants agree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from backgrounder.check.spellings import is_one_sound, plain, sound
from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.model.choices import StakeholderKind
from backgrounder.model.corpus import Corpus
from backgrounder.model.registry import Source, Stakeholder, Term, Topic
from backgrounder.spans import Place

_FEWEST_LETTERS = 6
_MOST_COMPARED = 20
"""How many names with the same consonants a name is compared with, so that a thousand of them cost little."""

_SHARED_BY_TWO = (
    "merge them if they are one; if they are two, leave the name to one of them, because whoever looks for it "
    "finds both"
)


class _Key(NamedTuple):
    """What two records of one kind should not have in common."""

    key: tuple[str, ...]
    shared: str
    """What it is, in words."""
    is_alias: bool = False
    is_weak: bool = False
    """It says nothing where it is no more than an alias of the other record too."""


class _Holder(NamedTuple):
    record_id: str
    key: _Key


def probable_duplicates(corpus: Corpus) -> Iterator[Finding]:
    """The later of two records that are probably the same, with a note at the other."""
    registry = corpus.registry
    for shelf in ("stakeholders", "glossary", "topics"):
        records = getattr(registry, shelf)
        yield from _duplicates(shelf, {key: _name_keys(record) for key, record in records.items()}, corpus)
    keys = {key: _source_keys(source) for key, source in registry.sources.items()}
    yield from _duplicates("sources", keys, corpus)
    yield from _near_names(corpus)


def _duplicates(shelf: str, keys: Mapping[str, Iterable[_Key]], corpus: Corpus) -> Iterator[Finding]:
    first: dict[tuple[str, ...], _Holder] = {}
    for record_id, own_keys in keys.items():
        for key in own_keys:
            other = first.setdefault(key.key, _Holder(record_id, key))
            if other.record_id == record_id or (key.is_weak and other.key.is_weak):
                continue
            if not _are_parts(record_id, other.record_id, shelf, corpus):
                help_text = _SHARED_BY_TWO if key.is_alias and other.key.is_alias else ""
                reason = f"both have {key.shared}"
                yield _finding(shelf, record_id, other.record_id, reason, corpus, help_text)
                break


def _are_parts(one: str, other: str, shelf: str, corpus: Corpus) -> bool:
    """Whether one stakeholder belongs to the other, so that a shared short form is only that."""
    if shelf != "stakeholders":
        return False
    people = corpus.registry.stakeholders
    return other in people[one].part_of or one in people[other].part_of


def _finding(
    shelf: str, record_id: str, other: str, reason: str, corpus: Corpus, help_text: str = ""
) -> Finding:
    place = Place(corpus.registry_files[shelf, record_id], (shelf, record_id), at_key=True)
    note = NotePlace(
        Place(corpus.registry_files[shelf, other], (shelf, other), at_key=True), "the other one stands here"
    )
    facts = {"value": record_id, "other": other, "reason": reason, "help": help_text}
    return Finding(place, "probable-duplicate", facts, (note,))


def _name_keys(record: Stakeholder | Term | Topic) -> Iterator[_Key]:
    """The record's own names first, then its other spellings and short forms."""
    without_brackets = re.sub(r"\s*\([^()]*\)", "", record.name)
    main = [record.name, without_brackets, *(name.text for name in getattr(record, "names", ()))]
    for name in dict.fromkeys([*main, *getattr(record, "aliases", ())]):
        if key := plain(name):
            is_alias = name not in main
            yield _Key((key,), f"the name “{name}”", is_alias, is_alias and _is_short_form(record, key))


def _is_short_form(record: Stakeholder | Term | Topic, alias: str) -> bool:
    """Whether an alias is one that others may well have too."""
    kind = getattr(record, "kind", None)
    return kind is StakeholderKind.STATE or (kind is StakeholderKind.PERSON and " " not in alias)


def _source_keys(source: Source) -> Iterator[_Key]:
    address = _address(source.url) if source.url else ""
    if address:
        yield _Key(("url", address), "the same address")
    title = (plain(source.title), plain(source.publisher))
    if source.published:
        yield _Key(("title", *title, source.published.text), "the same title, publisher and date")
    elif not source.url:
        yield _Key(("title", *title), "the same title and publisher")


def _address(url: str) -> str:
    """What two ways of writing an address have in common; empty for the front page of a site."""
    site, _, page = re.sub(r"^https?://(?:www\.)?", "", url.split("#")[0]).rstrip("/").partition("/")
    return f"{site.lower()}/{page}" if page else ""


def _near_names(corpus: Corpus) -> Iterator[Finding]:
    """Stakeholders of one kind whose main names differ only as spellings of one name do."""
    blocks: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for record_id, record in corpus.registry.stakeholders.items():
        name = plain(record.name)
        if len(name) < _FEWEST_LETTERS:
            continue
        block = blocks[record.kind, sound(name).consonants]
        for other, other_name in block[-_MOST_COMPARED:]:
            is_near = name != other_name and is_one_sound(sound(name), sound(other_name))
            if is_near and not _are_parts(record_id, other, "stakeholders", corpus):
                yield _finding("stakeholders", record_id, other, "their names are nearly the same", corpus)
                break
        block.append((record_id, name))
