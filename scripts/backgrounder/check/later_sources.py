"""Sources that were published after the day up to which a brief is true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backgrounder.diagnostics.diagnostic import Finding, NotePlace, at_most
from backgrounder.model.brief import Brief
from backgrounder.model.corpus import Corpus, walk
from backgrounder.model.registry import Source
from backgrounder.spans import Place


def later_sources(corpus: Corpus) -> Iterator[Finding]:
    """The first citation of each such source in each brief."""
    for brief in corpus.briefs:
        file = corpus.brief_files[brief.slug]
        yield from later_sources_of(brief, file, corpus.registry.sources, corpus.registry_files)


def later_sources_of(
    brief: Brief, file: str, sources: Mapping[str, Source], files: Mapping[tuple[str, str], str]
) -> Iterator[Finding]:
    """The first citation of each in one brief; ``files`` has the file of each record of the registry."""
    yield from at_most(_of_brief(brief, file, sources, files), file)


def _of_brief(
    brief: Brief, file: str, sources: Mapping[str, Source], files: Mapping[tuple[str, str], str]
) -> Iterator[Finding]:
    seen: set[str] = set()
    as_of = brief.as_of.number
    for path, record in walk(brief):
        for index, citation in enumerate(getattr(record, "cite", ())):
            if citation.source in seen:
                continue
            seen.add(citation.source)
            source = sources.get(citation.source)
            if source and source.published and source.published.first > as_of:
                origin = Place(
                    files["sources", citation.source],
                    ("sources", citation.source, "published"),
                )
                notes = (NotePlace(origin, "published"), NotePlace(Place(file, ("as_of",)), "true up to"))
                facts = {"value": citation.source}
                yield Finding(Place(file, (*path, "cite", index)), "source-after-as-of", facts, notes)
