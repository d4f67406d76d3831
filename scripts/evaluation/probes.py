"""The records of a measurement: a document to compare with, and quotations of which we know what must be told."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from evaluation.cast import Member

SEED = "evaluate-1"
_NEVER_SAMPLED = ("true", "wrong speaker")


class Document(NamedTuple):
    """A source as the program gets it, with the registry of those who speak in it."""

    id: str
    kind: str
    title: str
    publisher: str
    author: str
    published: str
    paragraphs: tuple[str, ...]
    members: tuple[Member, ...]


class Probe(NamedTuple):
    """A quotation put to the program."""

    row: str
    """The row of the table that counts it, as ``put in: month``."""
    words: str
    by: str
    cites: tuple[int, ...]
    original: str = ""
    """The true words, where these are distorted."""


class Case(NamedTuple):
    """A document with the quotations to try on it."""

    document: Document
    probes: tuple[Probe, ...]


def sampled(cases: Iterable[Case], most: int) -> list[Case]:
    """Return the cases with at most so many planted probes for each row; always the same ones. 0 keeps all.

    True quotations and wrong speakers stay whole: few faults are looked for among many."""
    cases = list(cases)
    rows: dict[str, list[tuple[str, int, Probe]]] = defaultdict(list)
    for number, case in enumerate(cases):
        for probe in case.probes:
            rows[probe.row].append((_mark(case.document.id, probe), number, probe))
    kept: dict[int, list[Probe]] = defaultdict(list)
    for row, probes in rows.items():
        limit = None if row.startswith(_NEVER_SAMPLED) else most or None
        for _, number, probe in sorted(probes)[:limit]:
            kept[number].append(probe)
    return [Case(case.document, tuple(kept[number])) for number, case in enumerate(cases) if kept[number]]


def pick(items: list[str], key: str) -> str:
    """Return one of the items, always the same for the same key."""
    return items[int(digest(key), 16) % len(items)]


def digest(key: str) -> str:
    """Return eight hexadecimal digits that look random and are always the same for a key."""
    return hashlib.sha256(f"{SEED}|{key}".encode()).hexdigest()[:8]


def _mark(document: str, probe: Probe) -> str:
    return digest(f"{document}|{probe.row}|{probe.words}|{probe.by}")
