"""Finds who speaks in a document's own words: its publisher, its author, and whoever its title says it is by.

A name counts only where it is all that stands there: "Jane Doe" is a publisher, "Enemies of Jane Doe" is
somebody else; "Statement by Jane Doe" is hers, "Statement on Jane Doe" is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.evidence.languages import KNOWN, Language
from backgrounder.evidence.people import People, Sighting
from backgrounder.evidence.words import alike
from backgrounder.model.choices import SourceKind
from backgrounder.model.registry import Source
from backgrounder.patterns import late_pattern

_WORD = late_pattern(r"[^\W_]+(?:['.][^\W_]+)*")
_SMALL = frozenset().union(*(one.titles | one.articles | one.conjunctions | one.authoring for one in KNOWN))
"""Words that may stand beside a name and leave it the whole of an author."""
_NEAR = 3
"""So many words at most stand between the kind of a document and "by"."""


def issuers_of(record: Source, headline: str, people: People, language: Language | None) -> frozenset[str]:
    """Return the stakeholders who speak in a document's own words."""
    signed = frozenset(_signing(record.publisher, people)) | frozenset(_signing(record.author or "", people))
    if record.kind is SourceKind.ARTICLE or language is None:
        return signed
    titled = frozenset(_titled(record.title, people, language)) | frozenset(
        _titled(headline, people, language)
    )
    if not titled:
        return signed
    return titled | (signed - people.persons(signed))


def _signing(text: str, people: People) -> Iterator[str]:
    """Yield whose name a publisher or an author is, titles and "by" beside it."""
    seen = people.seen_in(text)
    rest = _without(text, seen)
    if all(word.lower().strip(".") in _SMALL for word in _WORD.findall(rest)):
        for sighting in seen:
            yield from sighting.ids


def _without(text: str, seen: tuple[Sighting, ...]) -> str:
    for sighting in seen:
        text = f"{text[: sighting.start]}{' ' * (sighting.end - sighting.start)}{text[sighting.end :]}"
    return text


def _titled(title: str, people: People, language: Language) -> Iterator[str]:
    """Yield whom a title says that the document is by."""
    for sighting in people.seen_in(title):
        before = [word.lower() for word in _WORD.findall(alike(title[: sighting.start]))]
        behind = alike(title[sighting.end : sighting.end + 2])
        while before and before[-1].strip(".") in language.titles | language.articles:
            before.pop()
        is_owner = behind.startswith(language.possessives or ("\0",))
        is_by = bool(before) and before[-1] in language.authoring
        names_kind = any(word in language.issued for word in before[-1 - _NEAR : -1])
        if is_owner:
            following = _WORD.findall(alike(title[sighting.end :]))[1:2]
            if not before and following and following[0].lower() in language.issued:
                yield from sighting.ids
        elif (is_by and names_kind) or (
            not before and title[sighting.end :].lstrip().startswith((":", "–", "—"))
        ):
            yield from sighting.ids
