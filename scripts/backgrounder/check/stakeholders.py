"""Stakeholders that a brief lists and says nothing about."""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding, at_most
from backgrounder.model.brief import Brief, Involvement
from backgrounder.model.choices import BriefStatus
from backgrounder.model.corpus import Corpus, walk
from backgrounder.model.names import Names
from backgrounder.model.texts import own_texts
from backgrounder.spans import Place


def silent_stakeholders(corpus: Corpus) -> Iterator[Finding]:
    """Those of published briefs who neither want, say nor do anything in them, nor are named anywhere else.

    A state counts as named by any of its names, adjectives such as "Iraqi" among its aliases included.
    """
    names = Names(corpus.registry.stakeholders, with_adjectives=True)
    for brief in corpus.briefs:
        if brief.status is BriefStatus.PUBLISHED:
            file = corpus.brief_files[brief.slug]
            yield from at_most(_of_brief(brief, file, names), file)


def _of_brief(brief: Brief, file: str, names: Names) -> Iterator[Finding]:
    silent = [(index, item) for index, item in enumerate(brief.stakeholders) if _says_nothing(item)]
    if not silent:
        return
    seen = _referred_to(brief)
    for index, item in silent:
        if item.who not in seen and item.who not in _named(brief, index, names):
            yield Finding(
                Place(file, ("stakeholders", index, "who")), "silent-stakeholder", {"value": item.who}
            )


def _says_nothing(item: Involvement) -> bool:
    return item.position is None and item.interest is None and item.quote is None


def _referred_to(brief: Brief) -> set[str]:
    """Who is referred to by id outside the list of stakeholders."""
    seen: set[str] = set()
    for path, record in walk(brief):
        if path[:1] != ("stakeholders",):
            seen.update(getattr(record, "actors", ()))
            seen.update(who for field in ("who", "by") if (who := getattr(record, field, None)))
    return seen


def _named(brief: Brief, index: int, names: Names) -> set[str]:
    """Who is named in any text but the one about the stakeholder itself."""
    own = ("stakeholders", index)
    texts = (text.text for text in own_texts(brief) if text.path[:2] != own)
    return set(names.found_in(" ¶ ".join(texts)))
