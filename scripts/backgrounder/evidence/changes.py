"""What rested on a paragraph that has changed since it was compared."""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.archive import Archive
from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.evidence.words import plain_words
from backgrounder.model.archived import ArchivedText
from backgrounder.model.corpus import Corpus, records_by_file, walk
from backgrounder.spans import Place

_ALIKE = 0.6


def changed_since(corpus: Corpus, archive: Archive) -> Iterator[Finding]:
    """Every citation of a paragraph that is not what it was in the version last compared."""
    fates = {source: _fates(old, archive.texts[source]) for source, old in archive.older.items()}
    if not fates:
        return
    for file, records in records_by_file(corpus).items():
        for base, top in records:
            for path, record in walk(top, base):
                for index, citation in enumerate(getattr(record, "cite", ())):
                    fate = fates.get(citation.source, {}).get(citation.paragraph)
                    if fate:
                        place = Place(file, (*path, "cite", index))
                        facts = {
                            "paragraph": str(citation.paragraph),
                            "source": citation.source,
                            "fate": fate,
                        }
                        yield Finding(place, "changed-source", facts)


def _fates(old: ArchivedText, new: ArchivedText) -> dict[int, str]:
    """What has become of each old paragraph; those that stand as they stood are left out."""
    from rapidfuzz.distance import Indel

    words = [plain_words(text) for text in new.paragraphs]
    places = {item: number for number, item in reversed(list(enumerate(words, start=1)))}
    fates: dict[int, str] = {}
    for number, text in enumerate(old.paragraphs, start=1):
        if text == new.paragraph(number):
            continue
        mine = plain_words(text)
        if place := places.get(mine):
            if place != number:
                fates[number] = f"is now paragraph {place}"
            continue
        likeness, nearest = max(
            (
                (Indel.normalized_similarity(mine, other), -place)
                for place, other in enumerate(words, start=1)
            ),
            default=(0.0, 0),
        )
        if likeness < _ALIKE:
            fates[number] = "is not in it any more"
        else:
            fates[number] = (
                "has changed" if -nearest == number else f"has changed and is now paragraph {-nearest}"
            )
    return fates
