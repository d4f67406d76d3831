"""Shared records that nothing uses, or that are used in a way that shows them to nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.corpus import Corpus
from backgrounder.model.kinds import Target
from backgrounder.model.names import Names
from backgrounder.model.texts import own_texts
from backgrounder.model.uses import Uses, uses_of
from backgrounder.spans import Place

_SHELVES = {
    "stakeholders": Target.STAKEHOLDER,
    "sources": Target.SOURCE,
    "topics": Target.TOPIC,
    "glossary": Target.TERM,
}

_HELP = {Target.TERM: "list it under `terms:` in a brief that uses the word, or delete it"}
"""Where the catalogue's own help is not exact enough."""


def unused_records(corpus: Corpus, ahead: Mapping[str, Uses]) -> Iterator[Finding]:
    """Stakeholders, sources, topics and terms that no brief, draft or archived ones included, leads to.

    One that is named in texts and referred to nowhere has a finding of its own. What only an unused record refers to is used: it is told
    when that one has gone. ``ahead`` has what briefs refer to, by file, where that is known already.
    """
    used = _referred_to(corpus, ahead)
    named = _named(corpus, used)
    for shelf, target in _SHELVES.items():
        for record_id in getattr(corpus.registry, shelf):
            if (target, record_id) in used:
                continue
            place = Place(corpus.registry_files[shelf, record_id], (shelf, record_id), at_key=True)
            if target is Target.STAKEHOLDER and record_id in named:
                yield Finding(place, "named-only", {"value": record_id})
                continue
            facts = {"value": record_id, "kind": target.value, "help": _HELP.get(target, "")}
            yield Finding(place, "unused-record", facts)


def _referred_to(corpus: Corpus, ahead: Mapping[str, Uses]) -> set[tuple[Target, str]]:
    registry = corpus.registry
    used: set[tuple[Target, str]] = set()
    for brief in corpus.briefs:
        file = corpus.brief_files[brief.slug]
        used |= (ahead[file] if file in ahead else uses_of(brief)).ids
    for shelf in (registry.stakeholders, registry.sources, registry.topics, registry.glossary):
        for record in shelf.values():
            used |= uses_of(record).ids
    return used


def _named(corpus: Corpus, used: set[tuple[Target, str]]) -> set[str]:
    """The stakeholders that are named in a text, of those whose id stands nowhere."""
    unsure = {
        record_id: record
        for record_id, record in corpus.registry.stakeholders.items()
        if (Target.STAKEHOLDER, record_id) not in used
    }
    if not unsure:
        return set()
    names = Names(unsure, with_adjectives=True)
    texts = (" ¶ ".join(text.text for text in own_texts(brief)) for brief in corpus.briefs)
    return {who for text in texts for who in names.found_in(text)}
