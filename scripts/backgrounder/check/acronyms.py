"""Acronyms that a brief uses and nothing explains.

An acronym is explained by its full name beside it in the same brief, as in "Popular Mobilization Forces
(PMF)" or "PMF (Popular Mobilization Forces)", by a glossary term that the brief lists, or by a
stakeholder of that name. Roman numerals and the few that everybody knows are left alone. English texts
of published briefs only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding, at_most
from backgrounder.model.brief import Brief
from backgrounder.model.choices import BriefStatus
from backgrounder.model.corpus import Corpus
from backgrounder.model.registry import Term
from backgrounder.model.texts import Text, own_texts
from backgrounder.spans import Place

_ACRONYM = re.compile(r"(?<![\w.&/-])[A-Z][A-Z&]*[A-Z](?:-?\d{1,3})?(?=(?:s|’s|'s)?(?![\w&/]))")
_CAPITALS = re.compile(r"[A-Z][A-Z&]")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")

COMMON = frozenset(
    [
        "AD",
        "AM",
        "BC",
        "EU",
        "GMT",
        "HIV",
        "AIDS",
        "NATO",
        "PDF",
        "PM",
        "TV",
        "UK",
        "UN",
        "US",
        "USA",
        "UTC",
        "VAT",
    ]
)
"""What a reader of news knows without being told."""

_MOST_LETTERS = 8


def unexplained_acronyms(corpus: Corpus) -> Iterator[Finding]:
    """The first use of each such acronym in each published brief."""
    names = {
        word
        for record in corpus.registry.stakeholders.values()
        for name in (record.name, *record.aliases)
        for word in re.findall(r"[\w&-]+", name)
    }
    for brief in corpus.briefs:
        if brief.status is BriefStatus.PUBLISHED and brief.language.startswith("en"):
            file = corpus.brief_files[brief.slug]
            yield from at_most(_of_brief(brief, file, names, corpus.registry.glossary), file)


def _of_brief(brief: Brief, file: str, names: set[str], glossary: dict[str, Term]) -> Iterator[Finding]:
    texts = [text for text in own_texts(brief) if _CAPITALS.search(text.text)]
    uses = _first_uses(texts)
    if not uses:
        return
    whole = "\n".join(text.text for text in texts)
    listed = {word for term in brief.terms if term in glossary for word in _words(glossary[term])}
    for acronym, (text, start) in uses.items():
        if acronym in names or acronym in listed or _is_explained(acronym, whole):
            continue
        facts = {"value": acronym, "help": _help(acronym, glossary)}
        nth = text.text.count(acronym, 0, start)
        yield Finding(Place(file, text.path, words=acronym, nth=nth), "unexplained-acronym", facts)


def _first_uses(texts: list[Text]) -> dict[str, tuple[Text, int]]:
    uses: dict[str, tuple[Text, int]] = {}
    for text in texts:
        if text.text.isupper():
            continue
        for found in _ACRONYM.finditer(text.own_words):
            if _is_shouted(found, text.own_words):
                continue
            if found[0] not in COMMON and len(found[0]) <= _MOST_LETTERS and not _ROMAN.fullmatch(found[0]):
                uses.setdefault(found[0], (text, found.start()))
    return uses


def _is_shouted(found: re.Match[str], text: str) -> bool:
    """Whether a word in capitals stands beside another, as in "AS SOON AS POSSIBLE"."""
    beside = (*text[: found.start()].split()[-1:], *text[found.end() :].split()[:1])
    plain = (word.strip(".,;:!?()") for word in beside)
    return any(word.isalpha() and word.isupper() and len(word) > 1 and word not in COMMON for word in plain)


def _is_explained(acronym: str, whole: str) -> bool:
    """Whether the full name stands in brackets after the acronym, or the acronym in brackets after it."""
    return (
        re.search(rf"\w\s*\({re.escape(acronym)}[),;]|\b{re.escape(acronym)}\s+\([^)]*\s", whole) is not None
    )


def _words(term: Term) -> set[str]:
    return {word for name in (term.name, *term.aliases) for word in re.findall(r"[\w&-]+", name)}


def _help(acronym: str, glossary: dict[str, Term]) -> str:
    known = next((term_id for term_id, term in glossary.items() if acronym in _words(term)), None)
    return f"add `{known}` to the `terms:` of this brief; the glossary explains it" if known else ""
